"""Where a figure comes from: the party that its speaker speaks for, or the outlet that says it in its own voice.

Origins are counted, not articles. Two bodies of one state are two origins that do not confirm each other.
"""

from dataclasses import dataclass

from schemas import Evidence, ValidatedClaim, ValidatedExtraction, ValidatedFigure
from summarizer.merging.parties import Parties
from summarizer.merging.wording import overlap, stems
from summarizer.names import key

__all__ = ["Origin", "copied", "origin", "speakers"]

COPIED = 0.8
"""Share of the words of the shorter sentence from which two outlets carry one text (agency copy)."""
ENOUGH = 6
"""Words that a sentence has at least before it is taken for a copy; short ones agree by chance."""


@dataclass(frozen=True)
class Origin:
    """Who a statement goes back to."""

    label: str
    """Name shown; statements with one label count once."""
    independent: str | None
    """What makes it independent of others: one for all bodies of a state; None for hearsay, which confirms nothing."""
    own_voice: bool
    """Whether the article says it without a speaker."""


def speakers(one: ValidatedExtraction, figure: ValidatedFigure, claims: dict[str, ValidatedClaim]) -> tuple[str, ...]:
    """Ids of the parties of the article that state a figure: its own speakers, those of its claim, or the issuer of the text."""
    if figure.speakers:
        return figure.speakers
    claim = claims.get(figure.said.claim or "")
    if claim is not None:
        return claim.said.speakers
    return (one.issuer,) if one.issuer else ()


def origin(one: ValidatedExtraction, who: tuple[str, ...], parties: Parties, *, hearsay: bool) -> Origin:
    """The origin of what `who` (ids across articles) say in an article."""
    roots = sorted({parties.root(party) for party in who})
    if not roots:
        label = one.article.publisher.value if one.article.publisher else one.article.name
        return Origin(label, None if hearsay else f"outlet {key(label)}", own_voice=True)
    labels = sorted({parties.name(root) if root not in parties.generic else key(parties.name(root)) for root in roots})
    states = sorted(
        {f"state {parties.state[root]}" if root in parties.state else f"party {label}" for root, label in _named(roots, parties)}
    )
    return Origin(" and ".join(labels), " and ".join(states), own_voice=False)


def _named(roots: list[str], parties: Parties) -> list[tuple[str, str]]:
    """Each root with what tells it from others: its id, or its folded words where it is only described."""
    return [(root, key(parties.name(root)) if root in parties.generic else root) for root in roots]


def copied(a: Evidence, b: Evidence) -> bool:
    """Whether two sentences of different articles are one text."""
    one, two = stems(a.quote), stems(b.quote)
    return min(len(one), len(two)) >= ENOUGH and overlap(one, two) >= COPIED
