"""Joining what was said of overlapping windows of one article: each item once, with ids numbered anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from schemas import Claim, Event, Extraction, Figure, Party, Record
from summarizer.text import fold

__all__ = ["join"]

R = TypeVar("R", bound=Record)
SALIENCE = ("main", "secondary", "background")
Ids = dict[str, str]


def join(parts: Sequence[Extraction]) -> Extraction:
    """One extraction from those of overlapping windows; ids are numbered anew, in the order of the text.

    Parties are one where one's name is a name of the other. Events are one where they share a type and a sentence and neither
    places nor actors differ; figures where sentence, words and measure agree; claims where one content holds the other. Items
    of the same window are never joined with each other: the model told them apart.
    """
    if len(parts) == 1:
        return parts[0]
    joined = Joined()
    for number, part in enumerate(parts, 1):
        add(joined, part, Window(number))
    return numbered(joined)


@dataclass
class Window:
    """One window while it is added: its number, and what its ids became."""

    number: int
    parties: Ids = field(default_factory=dict)
    events: Ids = field(default_factory=dict)
    claims: Ids = field(default_factory=dict)

    def party(self, old: str) -> str:
        """The joined id; one that points nowhere still points nowhere, and to nothing of another window."""
        return self.parties.get(old, f"{old} of window {self.number}")

    def event(self, old: str) -> str:
        """The joined id, as for parties."""
        return self.events.get(old, f"{old} of window {self.number}")

    def claim(self, old: str) -> str:
        """The joined id, as for parties."""
        return self.claims.get(old, f"{old} of window {self.number}")

    def own(self, kind: str, number: int) -> str:
        """An id that no other item has while windows are joined."""
        return f"{kind}{self.number}.{number}"


@dataclass
class Joined:
    """The items so far, in the order in which they came."""

    issuer: str | None = None
    parties: list[Party] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def add(joined: Joined, part: Extraction, window: Window) -> None:
    """Add one window: parties first, then what points to them."""
    add_parties(joined, part.parties, window)
    add_events(joined, part.events, window)
    add_claims(joined, part.claims, window)
    add_figures(joined, part.figures, window)
    if joined.issuer is None and part.issuer is not None:
        joined.issuer = window.party(part.issuer)


def add_parties(joined: Joined, parties: Iterable[Party], window: Window) -> None:
    """Parties that earlier windows named too are the same ones, with all their names."""
    earlier, pairs = list(joined.parties), []
    for number, party in enumerate(parties, 1):
        known = next((other for other in earlier if same_party(other, party)), None)
        window.parties[party.id] = known.id if known else window.own("p", number)
        if known:
            earlier.remove(known)
        pairs.append((known, party))
    for known, party in pairs:
        part_of = window.party(party.part_of) if party.part_of else None
        if known is None:
            joined.parties.append(party.model_copy(update={"id": window.parties[party.id], "part_of": part_of}))
        else:
            also = tuple(dict.fromkeys(word for word in (*known.also, party.name, *party.also) if word != known.name))
            replace(joined.parties, known, known.model_copy(update={"also": also, "part_of": known.part_of or part_of}))


def same_party(a: Party, b: Party) -> bool:
    """Whether the name of one is a proper name of the other; descriptions ("the group") say nothing across windows."""
    name_a, name_b = fold(a.name), fold(b.name)
    if name_a == name_b:
        return True
    return (is_proper(b.name) and name_b in proper(a.also)) or (is_proper(a.name) and name_a in proper(b.also))


def proper(words: Iterable[str]) -> set[str]:
    """The proper names among words, folded."""
    return {fold(word) for word in words if is_proper(word)}


def is_proper(words: str) -> bool:
    """Whether a word other than an article begins with a capital letter: a name, not a description."""
    return any(word[0].isupper() for word in words.split() if word.lower() not in ("the", "a", "an"))


def add_events(joined: Joined, events: Iterable[Event], window: Window) -> None:
    """Events that earlier windows told too are the same ones, with all their sentences."""
    earlier = list(joined.events)
    for number, said in enumerate(events, 1):
        event = said.model_copy(
            update={
                "id": window.own("e", number),
                "by": tuple(map(window.party, said.by)),
                "against": tuple(map(window.party, said.against)),
            }
        )
        known = next((other for other in earlier if same_event(other, event)), None)
        if known is None:
            joined.events.append(event)
        else:
            earlier.remove(known)
            replace(joined.events, known, both(known, event))
        window.events[said.id] = known.id if known else event.id


def same_event(a: Event, b: Event) -> bool:
    """Whether two windows tell the same: one type, a sentence in common, and no places or actors that differ."""
    if a.type != b.type or not set(a.sentences) & set(b.sentences):
        return False
    return meet({fold(place) for place in a.places}, {fold(place) for place in b.places}) and meet(set(a.by), set(b.by))


def meet(a: set[str], b: set[str]) -> bool:
    """Whether two sets share something, or one of them says nothing."""
    return not a or not b or bool(a & b)


def both(a: Event, b: Event) -> Event:
    """One event from two tellings: the first one's words, everything either of them lists."""
    return a.model_copy(
        update={
            "date": a.date or b.date,
            "places": union(a.places, b.places),
            "by": union(a.by, b.by),
            "against": union(a.against, b.against),
            "outcome": b.outcome if a.outcome == "not_stated" else a.outcome,
            "salience": min(a.salience, b.salience, key=SALIENCE.index),
            "sentences": tuple(sorted({*a.sentences, *b.sentences})),
        }
    )


def union(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    """Everything in either, once, in order."""
    return tuple(dict.fromkeys((*a, *b)))


def add_claims(joined: Joined, claims: Iterable[Claim], window: Window) -> None:
    """Claims that earlier windows heard too are the same ones, with the longer content."""
    earlier = list(joined.claims)
    for number, said in enumerate(claims, 1):
        claim = said.model_copy(
            update={
                "id": window.own("c", number),
                "speakers": tuple(map(window.party, said.speakers)),
                "about": tuple(map(window.event, said.about)),
            }
        )
        known = next((other for other in earlier if same_claim(other, claim)), None)
        if known is None:
            joined.claims.append(claim)
        else:
            earlier.remove(known)
            fuller = max(known, claim, key=lambda one: len(one.content))
            update = {"id": known.id, "speakers": union(known.speakers, claim.speakers), "about": union(known.about, claim.about)}
            replace(joined.claims, known, fuller.model_copy(update=update))
        window.claims[said.id] = known.id if known else claim.id


def same_claim(a: Claim, b: Claim) -> bool:
    """Whether one content, from the same sentence, holds the other."""
    content_a, content_b = fold(a.content), fold(b.content)
    return a.sentence == b.sentence and (content_a in content_b or content_b in content_a)


def add_figures(joined: Joined, figures: Iterable[Figure], window: Window) -> None:
    """Figures that earlier windows stated too are the same ones; two equal figures of one sentence stay two."""
    earlier = list(joined.figures)
    for number, said in enumerate(figures, 1):
        figure = said.model_copy(
            update={
                "id": window.own("f", number),
                "event": window.event(said.event) if said.event else None,
                "parties": tuple(map(window.party, said.parties)),
                "claim": window.claim(said.claim) if said.claim else None,
            }
        )
        candidates = [other for other in earlier if same_figure(other, figure)]
        known = min(candidates, key=lambda other: fold(other.counted) != fold(figure.counted), default=None)
        if known is None:
            joined.figures.append(figure)
        else:
            earlier.remove(known)
            update = {
                "event": known.event or figure.event,
                "parties": union(known.parties, figure.parties),
                "claim": known.claim or figure.claim,
            }
            replace(joined.figures, known, known.model_copy(update=update))


def same_figure(a: Figure, b: Figure) -> bool:
    """Whether sentence, words and measure agree."""
    return (a.sentence, fold(a.text), a.measure) == (b.sentence, fold(b.text), b.measure)


def replace(items: list[R], old: R, new: R) -> None:
    """Put a new record in an old one's place."""
    items[next(index for index, item in enumerate(items) if item is old)] = new


def numbered(joined: Joined) -> Extraction:
    """The extraction, everything in the order of the text and numbered from 1."""
    events = sorted(joined.events, key=lambda event: min(event.sentences, default=0))
    figures = sorted(joined.figures, key=lambda figure: figure.sentence)
    claims = sorted(joined.claims, key=lambda claim: claim.sentence)
    ids = names(joined.parties, "p") | names(events, "e") | names(figures, "f") | names(claims, "c")
    return Extraction(
        issuer=ids.get(joined.issuer or "", joined.issuer),
        parties=tuple(renamed(party, ids, "id", "part_of") for party in joined.parties),
        events=tuple(renamed(event, ids, "id", "by", "against") for event in events),
        figures=tuple(renamed(figure, ids, "id", "event", "parties", "claim") for figure in figures),
        claims=tuple(renamed(claim, ids, "id", "speakers", "about") for claim in claims),
    )


def names(items: Sequence[Party | Event | Figure | Claim], letter: str) -> Ids:
    """New ids in the order of the items."""
    return {item.id: f"{letter}{number}" for number, item in enumerate(items, 1)}


def renamed(item: R, ids: Ids, *fields: str) -> R:
    """The record with new ids in the fields named; an id that points nowhere stays as it is."""
    update: dict[str, object] = {}
    for name in fields:
        value = getattr(item, name)
        update[name] = tuple(ids.get(one, one) for one in value) if isinstance(value, tuple) else ids.get(value, value)
    return item.model_copy(update=update)
