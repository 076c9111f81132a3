"""Close spellings of parties and places: shown, and never joined."""

from collections.abc import Sequence

from schemas import NameLink
from summarizer.merging.happenings import Happening
from summarizer.merging.parties import Parties
from summarizer.merging.places import close
from summarizer.names import key

__all__ = ["proposals"]


def proposals(parties: Parties, found: Sequence[Happening]) -> tuple[NameLink, ...]:
    """Names of parties and of places that are close spellings of one another."""
    named = {key(one.name): one.name for one in reversed(parties.groups) if one.id not in parties.generic}
    places = {point: point for one in found for point in one.where.points}
    written = {key(place): place for one in reversed(list(found)) for place in one.places}
    shown = {point: written.get(point, point) for point in places}
    return tuple(_pairs(named, "party") + _pairs(shown, "place"))


def _pairs(names: dict[str, str], what: str) -> list[NameLink]:
    """Each pair of close spellings once; candidates share their first or their last letters."""
    blocks: dict[str, list[str]] = {}
    for name in sorted(names):
        for block in {f"^{name[:2]}", f"${name[-3:]}"}:
            blocks.setdefault(block, []).append(name)
    found = {(a, b) for held in blocks.values() for i, a in enumerate(held) for b in held[i + 1 :] if close(a, b)}
    return [
        NameLink(
            name=names[a],
            reason="proposed",
            detail=f"“{names[a]}” and “{names[b]}” are close spellings: perhaps one {what}, not joined.",
        )
        for a, b in sorted(found)
    ]
