"""Joining what was said of overlapping windows of one article: each item once, with ids numbered anew."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from schemas import Claim, Event, Extraction, Figure, Party, Record
from summarizer.text import fold

__all__ = ["join"]

R = TypeVar("R", bound=Record)
Item = TypeVar("Item", Claim, Event, Figure)
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


def add_items(
    kept: list[Item],
    said: Iterable[Item],
    same: Callable[[Sequence[Item], Item], Item | None],
    both: Callable[[Item, Item], Item],
) -> list[str]:
    """Add a window's items, each told by `same` which of the earlier windows' it is; returns the id of each from now on."""
    earlier, ids = list(kept), []
    for item in said:
        known = same(earlier, item)
        if known is None:
            kept.append(item)
        else:
            earlier.remove(known)
            replace(kept, known, both(known, item))
        ids.append((known or item).id)
    return ids


def first(alike: Callable[[Item, Item], bool]) -> Callable[[Sequence[Item], Item], Item | None]:
    """What finds the first of earlier items that is the same."""
    return lambda earlier, item: next((other for other in earlier if alike(other, item)), None)


def add_events(joined: Joined, events: Sequence[Event], window: Window) -> None:
    """Events that earlier windows told too are the same ones, with all their sentences."""
    said = [
        event.model_copy(
            update={
                "id": window.own("e", number),
                "by": tuple(map(window.party, event.by)),
                "against": tuple(map(window.party, event.against)),
            }
        )
        for number, event in enumerate(events, 1)
    ]
    ids = add_items(joined.events, said, first(same_event), both_events)
    window.events.update(zip((event.id for event in events), ids, strict=True))


def same_event(a: Event, b: Event) -> bool:
    """Whether two windows tell the same: one type, a sentence in common, and no places or actors that differ."""
    if a.type != b.type or not set(a.sentences) & set(b.sentences):
        return False
    return meet({fold(place) for place in a.places}, {fold(place) for place in b.places}) and meet(set(a.by), set(b.by))


def meet(a: set[str], b: set[str]) -> bool:
    """Whether two sets share something, or one of them says nothing."""
    return not a or not b or bool(a & b)


def both_events(a: Event, b: Event) -> Event:
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


def add_claims(joined: Joined, claims: Sequence[Claim], window: Window) -> None:
    """Claims that earlier windows heard too are the same ones, with the longer content."""
    said = [
        claim.model_copy(
            update={
                "id": window.own("c", number),
                "speakers": tuple(map(window.party, claim.speakers)),
                "about": tuple(map(window.event, claim.about)),
            }
        )
        for number, claim in enumerate(claims, 1)
    ]
    ids = add_items(joined.claims, said, first(same_claim), both_claims)
    window.claims.update(zip((claim.id for claim in claims), ids, strict=True))


def same_claim(a: Claim, b: Claim) -> bool:
    """Whether one content, from the same sentence, holds the other."""
    if a.sentence != b.sentence:
        return False
    content_a, content_b = fold(a.content), fold(b.content)
    return content_a in content_b or content_b in content_a


def both_claims(a: Claim, b: Claim) -> Claim:
    """One claim from two hearings: the longer content, everybody who says it."""
    fuller = max(a, b, key=lambda one: len(one.content))
    update = {"id": a.id, "speakers": union(a.speakers, b.speakers), "about": union(a.about, b.about)}
    return fuller.model_copy(update=update)


def add_figures(joined: Joined, figures: Iterable[Figure], window: Window) -> None:
    """Figures that earlier windows stated too are the same ones; two equal figures of one sentence stay two."""
    said = [
        figure.model_copy(
            update={
                "id": window.own("f", number),
                "event": window.event(figure.event) if figure.event else None,
                "parties": tuple(map(window.party, figure.parties)),
                "claim": window.claim(figure.claim) if figure.claim else None,
            }
        )
        for number, figure in enumerate(figures, 1)
    ]
    add_items(joined.figures, said, likest, both_figures)


def likest(earlier: Sequence[Figure], figure: Figure) -> Figure | None:
    """The earlier figure that is the same, one that counts the same before others."""
    candidates = [other for other in earlier if same_figure(other, figure)]
    return min(candidates, key=lambda other: fold(other.counted) != fold(figure.counted), default=None)


def both_figures(a: Figure, b: Figure) -> Figure:
    """One figure from two statements of it."""
    return a.model_copy(update={"event": a.event or b.event, "parties": union(a.parties, b.parties), "claim": a.claim or b.claim})


def same_figure(a: Figure, b: Figure) -> bool:
    """Whether sentence, words and measure agree."""
    return a.sentence == b.sentence and a.measure == b.measure and fold(a.text) == fold(b.text)


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
