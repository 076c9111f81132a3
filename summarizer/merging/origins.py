"""Where a figure comes from: the party that its speaker speaks for, or the outlet that says it in its own voice.

Origins are counted, not articles. Two bodies of one state are two origins that do not confirm each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from schemas import Evidence, ValidatedClaim, ValidatedExtraction, ValidatedFigure
from schemas.extraction import PartyType
from summarizer.merging.parties import Parties
from summarizer.merging.wording import overlap, stems
from summarizer.names import Institution, institution, key, office, words

__all__ = ["Origin", "copied", "independent", "origin", "speakers"]

COPIED = 0.8
"""Share of the words of the shorter sentence from which two outlets carry one text (agency copy)."""
ENOUGH = 6
"""Words that a sentence has at least before it is taken for a copy; short ones agree by chance."""
STATE = "state"
"""What makes bodies independent of others whose words leave the state open: nothing but that they are of a state."""
_OFFICIAL: frozenset[PartyType] = frozenset(["government", "other", "person", "police", "state_forces"])
"""Types whose names may name a body of a state."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who a statement goes back to."""

    label: str
    """Name shown; statements with one label count once."""
    independent: str | None
    """What makes it independent of others: one for all bodies of a state; None for hearsay, which confirms nothing."""
    own_voice: bool
    """Whether the article says it without a speaker."""
    body: Institution | None = None
    """The state body that speaks, where it is one; its country may be open ("the army")."""


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
    found = [_source(root, parties) for root in roots]
    labels, sources = sorted({one.label for one in found}), sorted({one.independent or "" for one in found})
    return Origin(" and ".join(labels), " and ".join(sources), own_voice=False, body=found[0].body if len(labels) == 1 else None)


def _source(root: str, parties: Parties) -> Origin:
    """The origin of one party: its state, the surname of a person, its id, or its folded words where it is only described."""
    name, kind = parties.name(root), parties.by_id[root].type
    if root in parties.state:
        return Origin(name, f"state {parties.state[root]}", own_voice=False, body=parties.body_of(root))
    body = institution(name) if kind in _OFFICIAL else None
    label = key(name) if root in parties.generic else name
    if body is not None:
        held = office(name)
        told = held.of if kind == "person" and held.title is None else ""
        return Origin(key(told) or label, f"state {key(body.country)}" if body.country else STATE, own_voice=False, body=body)
    if kind == "person" and (proper := words(office(name).proper)):
        return Origin(label, f"person {proper[-1]}", own_voice=False)
    return Origin(label, f"party {label if root in parties.generic else root}", own_voice=False)


def independent(origins: Iterable[Origin]) -> set[str]:
    """What makes origins independent of one another; a body of a state that is left open confirms no body of any state."""
    found = {one.independent for one in origins if one.independent}
    return found - {STATE} if any(name.startswith(f"{STATE} ") for name in found) else found


def copied(a: Evidence, b: Evidence) -> bool:
    """Whether two sentences of different articles are one text."""
    one, two = stems(a.quote), stems(b.quote)
    return min(len(one), len(two)) >= ENOUGH and overlap(one, two) >= COPIED
