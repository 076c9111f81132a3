"""Ids: each names one item, each reference leads to an item, nothing belongs to itself.

What does not hold is taken out and said; after this step every id in the extraction leads somewhere.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from schemas import Claim, Event, Extraction, Figure, Party
from summarizer.validation.findings import Findings, finding

__all__ = ["Tidied", "named", "tidy"]

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
    parties, events, figures, claims = said.parties, said.events, said.figures, said.claims
    known = {"party": {item.id for item in parties}, "event": {item.id for item in events}, "claim": {item.id for item in claims}}
    parties = _uncircled([_pointed(item, PARTY, known, findings) for item in parties], findings)
    events = tuple(_pointed(item, EVENT, known, findings) for item in events)
    claims = tuple(_pointed(item, CLAIM, known, findings) for item in claims)
    figures = tuple(_pointed(item, FIGURE, known, findings) for item in figures)
    issuer = extraction.issuer
    if issuer is not None and issuer not in known["party"]:
        findings.note("answer", "", finding("issuer", issuer, f"The issuer {issuer} names no party of this answer."))
        issuer = None
    return Tidied(Extraction(issuer=issuer, parties=parties, events=events, figures=figures, claims=claims), findings)


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


def _pointed(item: Item, fields: Mapping[str, str], known: Mapping[str, set[str]], findings: Findings) -> Item:
    """The item without references that lead nowhere."""
    update: dict[str, str | tuple[str, ...] | None] = {}
    for name, kind in fields.items():
        said: str | tuple[str, ...] | None = getattr(item, name)
        ids = (said,) if isinstance(said, str) else said or ()
        lost = [each for each in ids if each not in known[kind]]
        kept = tuple(dict.fromkeys(each for each in ids if each in known[kind]))
        for each in lost:
            findings.note(_kind(item), item.id, finding(f"{item.id}.{name}", each, f"{each} names no {kind} of this answer."))
        if len(kept) < len(ids):
            update[name] = kept if isinstance(said, tuple) else None
    return item.model_copy(update=update) if update else item


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
