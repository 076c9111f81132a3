"""The opening of the report: front matter, title, and the sentences a reader takes away."""

import json
from collections.abc import Iterator

from schemas import Briefing, Line
from summarizer.rendering import choice, words
from summarizer.rendering.markdown.notes import Notes, escape

__all__ = ["bottom_line", "front_matter", "head"]


def front_matter(briefing: Briefing) -> Iterator[str]:
    """YAML, each value written as JSON, which is YAML too."""
    strip = briefing.strip
    yield "---"
    for key, value in (
        ("title", words.capital(words.plain(briefing.title))),
        ("date", None if briefing.as_of is None else briefing.as_of.isoformat()),
        ("period_start", None if briefing.period_start is None else briefing.period_start.isoformat()),
        ("period_end", None if briefing.period_end is None else briefing.period_end.isoformat()),
        ("articles", len(briefing.sources)),
        ("origins", strip.origins),
        ("verified", strip.verified),
        ("to_review", strip.review),
        ("contested", strip.contested),
        ("opposed", len(choice.opposed(briefing))),
        ("rejected", strip.rejected),
        ("read_by", choice.readers(briefing)),
        ("briefing", briefing.id),
        ("tags", ["briefing"]),
    ):
        if value is not None:
            yield f"{key}: {json.dumps(value, ensure_ascii=False)}"
    yield "---"


def head(briefing: Briefing) -> Iterator[str]:
    """Title, when and where, and how much of it holds."""
    strip = briefing.strip
    found = choice.places(briefing)
    yield f"# {escape(words.capital(briefing.title))}"
    yield ""
    yield f"**As of:** {choice.as_of(briefing)}  "
    yield f"**Period of the events:** {choice.period(briefing)}  "
    yield f"**Places:** {escape(', '.join(found)) if found else 'none stated'}  "
    origins = words.count(strip.origins, "independent origin")
    yield f"**Based on:** {words.count(len(briefing.sources), 'article')}, {origins} of figures  "
    yield (
        f"**Figures:** {strip.verified} verified, {strip.review} to review, {strip.rejected} rejected; "
        f"{choice.disputes(briefing)}  "
    )
    yield f"**Read by:** {escape('; '.join(choice.readers(briefing)) or 'not recorded')}"


def bottom_line(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """The sentences a reader takes away."""
    yield "## Bottom line"
    yield ""
    for line in briefing.bottom_line:
        yield f"- {sentence(line, notes)}"
    if not briefing.bottom_line:
        yield "Nothing in the articles could be put into a sentence."


def sentence(line: Line, notes: Notes) -> str:
    """One sentence with the marks of its places."""
    return escape(line.text) + notes.mark(line.evidence)
