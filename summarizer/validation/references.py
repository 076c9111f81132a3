"""Ids: each names one item, each reference leads to an item, nothing belongs to itself.

What does not hold is taken out and said; after this step every id in the extraction leads somewhere.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from schemas import Check, Claim, Event, Extraction, Figure, Party
from schemas.validation import Verdict
from summarizer.validation.findings import Findings, finding

__all__ = ["Tidied", "heard", "named", "tidy"]

Item = TypeVar("Item", Claim, Event, Figure, Party)

PARTY = {"part_of": "party"}
EVENT = {"against": "party", "by": "party"}
CLAIM = {"about": "event", "speakers": "party"}
FIGURE = {"claim": "claim", "event": "event", "parties": "party"}
"""Fields that hold ids, with what they name."""


@dataclass(frozen=True)
class Tidied:
    """An extraction whose ids all lead somewhere, with what had to be said about it."""

    extraction: Extraction
    """The extraction."""
    findings: Findings
    """Ids that were used twice, lead nowhere or run in a circle."""


def tidy(extraction: Extraction) -> Tidied:
    """The extraction with unique ids and without references that lead nowhere."""
    first = named(extraction)
    said, findings = first.extraction, first.findings
    known = {
        "party": {item.id for item in said.parties},
        "event": {item.id for item in said.events},
        "claim": {item.id for item in said.claims},
    }
    pointer = Pointer(known, "{id} names no {kind} of this answer.", "unsupported", findings)
    parties = _uncircled([pointer.point(item, PARTY) for item in said.parties], findings)
    return Tidied(pointer.all(said.model_copy(update={"parties": parties})), findings)


def heard(said: Extraction, missing: Collection[str], findings: Findings) -> Extraction:
    """The extraction without actors and speakers of whom the text has no name: nothing is printed of them."""
    if not missing:
        return said
    known = {"party": {item.id for item in said.parties}.difference(missing)}
    return Pointer(known, "No name of {id} stands in the text.", "unclear", findings).all(said)


def named(extraction: Extraction) -> Tidied:
    """The extraction with each id on one item of its kind; references go to the first item that bore it."""
    findings = Findings()
    unique = Extraction(
        issuer=extraction.issuer,
        parties=_unique(extraction.parties, findings),
        events=_unique(extraction.events, findings),
        figures=_unique(extraction.figures, findings),
        claims=_unique(extraction.claims, findings),
    )
    return Tidied(unique, findings)


def _unique(items: Iterable[Item], findings: Findings) -> tuple[Item, ...]:
    """Each id once: an item told twice word for word stays once, another item under a used id gets a new one."""
    kept: dict[str, Item] = {}
    for item in items:
        if item.id not in kept:
            kept[item.id] = item
            continue
        if item == kept[item.id]:
            words = f"The answer gives {item.id} twice, word for word; it counts once."
            findings.note(_kind(item), item.id, finding(item.id, item.id, words, "unclear"))
            continue
        new = _free(item.id, kept)
        kept[new] = item.model_copy(update={"id": new})
        words = f"The answer uses the id {item.id} for two items; this one is called {new}."
        findings.note(_kind(item), new, finding(new, item.id, words, "unclear"))
    return tuple(kept.values())


def _kind(item: Claim | Event | Figure | Party) -> str:
    return type(item).__name__.lower()


def _free(used: str, taken: Collection[str]) -> str:
    number = 2
    while f"{used}~{number}" in taken:
        number += 1
    return f"{used}~{number}"


@dataclass(frozen=True)
class Pointer:
    """Takes references out that lead nowhere."""

    known: Mapping[str, set[str]]
    """Ids by kind; a kind that is not listed is not looked at."""
    words: str
    """What to say of a lost id, with `{id}` and `{kind}`."""
    verdict: Verdict
    """Verdict of that finding."""
    findings: Findings
    """Where it is kept."""

    def all(self, said: Extraction) -> Extraction:
        """The extraction without lost ids, its parties as they are."""
        issuer = said.issuer
        if issuer is not None and issuer not in self.known["party"]:
            self.findings.note("answer", "", self._lost("issuer", issuer, "party"))
            issuer = None
        return Extraction(
            issuer=issuer,
            parties=said.parties,
            events=tuple(self.point(item, EVENT) for item in said.events),
            figures=tuple(self.point(item, FIGURE) for item in said.figures),
            claims=tuple(self.point(item, CLAIM) for item in said.claims),
        )

    def point(self, item: Item, fields: Mapping[str, str]) -> Item:
        """The item without lost ids."""
        update: dict[str, str | tuple[str, ...] | None] = {}
        for name, kind in fields.items():
            said: str | tuple[str, ...] | None = getattr(item, name)
            if said is None or kind not in self.known:
                continue
            ids = (said,) if isinstance(said, str) else said
            kept = tuple(dict.fromkeys(each for each in ids if each in self.known[kind]))
            for each in dict.fromkeys(ids):
                if each not in self.known[kind]:
                    self.findings.note(_kind(item), item.id, self._lost(f"{item.id}.{name}", each, kind))
            if len(kept) < len(ids):
                update[name] = kept if isinstance(said, tuple) else None
        return item.model_copy(update=update) if update else item

    def _lost(self, item: str, lost: str, kind: str) -> Check:
        return finding(item, lost, self.words.replace("{kind}", kind).replace("{id}", lost), self.verdict)


def _uncircled(parties: Sequence[Party], findings: Findings) -> tuple[Party, ...]:
    """The parties without a circle of part_of: the link that closes one is cut."""
    above = {party.id: party.part_of for party in parties}
    safe: set[str] = set()
    for party in parties:
        path: list[str] = []
        seen: set[str] = set()
        at: str | None = party.id
        while at is not None and at not in safe and at not in seen:
            path.append(at)
            seen.add(at)
            at = above[at]
        if at is not None and at in seen:
            last = path[-1]
            above[last] = None
            words = " → ".join([*path[path.index(at) :], at])
            note = f"Parties that belong to one another in a circle: {words}; this link is cut."
            findings.note("party", last, finding(f"{last}.part_of", at, note))
        safe.update(path)
    cut = {party.id: party for party in parties if above[party.id] != party.part_of}
    return tuple(party.model_copy(update={"part_of": None}) if party.id in cut else party for party in parties)
