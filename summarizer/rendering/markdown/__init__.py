"""The briefing as Markdown that reads like a situation report.

Footnotes lead to article and sentence; the front matter and the callouts are those that Obsidian reads. Words of an
article are escaped: they never become a heading, a link, a picture, markup, a formula or a tag.
"""

from schemas import Briefing
from summarizer.rendering.markdown.claims import claims
from summarizer.rendering.markdown.closing import method, sources, unknown, unverified
from summarizer.rendering.markdown.events import events
from summarizer.rendering.markdown.figures import disputed, figures, totals
from summarizer.rendering.markdown.notes import Notes, escape
from summarizer.rendering.markdown.opening import bottom_line, front_matter, head

__all__ = ["escape", "markdown"]


def markdown(briefing: Briefing) -> str:
    """The whole report, ending with its footnotes and a line feed."""
    notes = Notes(briefing)
    sections = (
        front_matter(briefing),
        head(briefing),
        bottom_line(briefing, notes),
        figures(briefing, notes),
        disputed(briefing, notes),
        events(briefing, notes),
        totals(briefing, notes),
        claims(briefing, notes),
        unverified(briefing, notes),
        unknown(briefing, notes),
        sources(briefing),
        method(briefing),
        notes.lines(),
    )
    blocks = ("\n".join(lines).strip("\n") for lines in sections)
    return "\n\n".join(block for block in blocks if block) + "\n"
