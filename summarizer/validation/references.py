"""Ids: each names one item, each reference leads to an item, nothing belongs to itself.

What does not hold is taken out and said; after this step every id in the extraction leads somewhere.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from schemas import Check, Claim, Event, Extraction, Figure, Party
from schemas.validation import Verdict

__all__ = ["Tidied", "finding", "tidy"]

Item = TypeVar("Item", Claim, Event, Figure, Party)


@dataclass
class Tidied:
    """An extraction whose ids all lead somewhere, with what had to be said about it."""

    extraction: Extraction
    """The extraction."""
    findings: dict[str, list[Check]] = field(default_factory=dict)
    """Findings by the id of their item; "" for the answer as a whole."""

    def note(self, item: str, check: Check) -> None:
        """Keep a finding."""
        self.findings.setdefault(item, []).append(check)


def finding(item: str, words: str, explanation: str, verdict: Verdict = "unsupported") -> Check:
    """A finding about a reference; the words checked are the id or number itself."""
    return Check(of="reference", item=item, text=words, start=0, end=len(words), verdict=verdict, explanation=explanation)


def tidy(extraction: Extraction) -> Tidied:
    """The extraction with unique ids and without references that lead nowhere."""
    tidied = Tidied(extraction)
    parties = _unique(extraction.parties, tidied)
    events = _unique(extraction.events, tidied)
    claims = _unique(extraction.claims, tidied)
    figures = _unique(extraction.figures, tidied)
    known = {"party": {item.id for item in parties}, "event": {item.id for item in events}, "claim": {item.id for item in claims}}
    parties = _uncircled([_pointed(item, {"part_of": "party"}, known, tidied) for item in parties], tidied)
    events = [_pointed(item, {"by": "party", "against": "party"}, known, tidied) for item in events]
    claims = [_pointed(item, {"speakers": "party", "about": "event"}, known, tidied) for item in claims]
    figures = [_pointed(item, {"event": "event", "parties": "party", "claim": "claim"}, known, tidied) for item in figures]
    issuer = extraction.issuer
    if issuer is not None and issuer not in known["party"]:
        tidied.note("", finding("issuer", issuer, f"The issuer {issuer} names no party of this answer."))
        issuer = None
    tidied.extraction = Extraction(
        issuer=issuer, parties=tuple(parties), events=tuple(events), figures=tuple(figures), claims=tuple(claims)
    )
    return tidied


def _unique(items: Iterable[Item], tidied: Tidied) -> list[Item]:
    """Each id once: an item told twice word for word stays once, another item under a used id gets a new one."""
    kept: dict[str, Item] = {}
    for item in items:
        if item.id not in kept:
            kept[item.id] = item
            continue
        if item == kept[item.id]:
            words = f"The answer gives {item.id} twice, word for word; it counts once."
            tidied.note(item.id, finding(item.id, item.id, words, "unclear"))
            continue
        new = _free(item.id, kept)
        kept[new] = item.model_copy(update={"id": new})
        words = f"The answer uses the id {item.id} for two items; this one is called {new}."
        tidied.note(new, finding(new, item.id, words, "unclear"))
    return list(kept.values())


def _free(used: str, taken: Collection[str]) -> str:
    number = 2
    while f"{used}~{number}" in taken:
        number += 1
    return f"{used}~{number}"


def _pointed(item: Item, fields: Mapping[str, str], known: Mapping[str, set[str]], tidied: Tidied) -> Item:
    """The item without references that lead nowhere."""
    update: dict[str, str | tuple[str, ...] | None] = {}
    for name, kind in fields.items():
        said: str | tuple[str, ...] | None = getattr(item, name)
        ids = (said,) if isinstance(said, str) else said or ()
        lost = [each for each in ids if each not in known[kind]]
        kept = tuple(dict.fromkeys(each for each in ids if each in known[kind]))
        for each in lost:
            tidied.note(item.id, finding(f"{item.id}.{name}", each, f"{each} names no {kind} of this answer."))
        if len(kept) < len(ids):
            update[name] = kept if isinstance(said, tuple) else None
    return item.model_copy(update=update) if update else item


def _uncircled(parties: list[Party], tidied: Tidied) -> list[Party]:
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
            tidied.note(last, finding(f"{last}.part_of", at, note))
        safe.update(path)
    cut = {party.id: party for party in parties if above[party.id] != party.part_of}
    return [party.model_copy(update={"part_of": None}) if party.id in cut else party for party in parties]
