"""Claims in the report: who says what, in their own words."""

from collections.abc import Iterator

from schemas import Briefing, ClaimGroup
from summarizer.rendering import choice, words
from summarizer.rendering.markdown.notes import Notes, escape

__all__ = ["claim", "claims"]


def claim(group: ClaimGroup, notes: Notes) -> str:
    """One claim: who, what they do by saying it, and the words."""
    speakers = escape(", ".join(group.speakers)) or "Unnamed sources"
    hedged = " *(hearsay)*" if group.hedged else ""
    mark = notes.mark(seen.evidence for seen in group.appearances)
    return f"{speakers} ({words.ACTS[group.act]}): “{escape(group.content)}”{mark}{hedged}"


def claims(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """Claims that belong to no event; the others stand under theirs."""
    loose = choice.loose_claims(briefing)
    if not loose:
        return
    yield "## Other claims"
    yield ""
    for group in loose:
        yield f"- {claim(group, notes)}"
