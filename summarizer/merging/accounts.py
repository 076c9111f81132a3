"""Events as their articles tell them, made ready to be compared: each sentence is read once, equal values are held once."""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from schemas import Evidence, Quantity, ValidatedEvent, ValidatedExtraction, ValidatedFigure
from schemas.extraction import Measure
from summarizer.merging import times
from summarizer.merging.dating import day_of, of_toll, own_day
from summarizer.merging.happenings import Happening, Mark, stated
from summarizer.merging.parties import Parties
from summarizer.merging.people import CASUALTIES, class_of, counted, side
from summarizer.merging.places import Where, where
from summarizer.merging.sequence import again
from summarizer.merging.traits import Trait, follows_up, hours, lead_traits, nightly, traits
from summarizer.merging.wording import calendar, gist, plain, stem, stems
from summarizer.names import Aliases, country

__all__ = ["happenings"]

_INNER_NAME = re.compile(r"(?<=[a-z,’'] )([A-ZÀ-Þ][a-zß-ÿ]{3,})\b")
_REGION = re.compile(
    r"\b(?:region|province|state|county|governorate|oblast|department|district|strip|bank|[Ee]astern|[Ww]estern|[Nn]orthern|[Ss]outhern)\b"
)
_FIELDS = set(Evidence.model_fields)
"""The fields of a place, one set for all: a record checked by itself holds its own, which takes more room than the rest of it."""
_HEADS = frozenset(["headline", "standfirst"])
T = TypeVar("T", bound=Hashable)


class _Pool:
    """Equal values once: most events have no areas, tolls or traits, and an empty set takes as much room as a small one."""

    def __init__(self, aliases: Aliases) -> None:
        self._held: dict[Hashable, Any] = {}  # a value of any type is its own key
        self._places: dict[tuple[str, ...], Where] = {}
        self._aliases = aliases

    def keep(self, value: T) -> T:
        """The first value that equals `value`."""
        found: T = self._held.setdefault(value, value)
        return found

    def where(self, written: tuple[str, ...]) -> Where:
        """The places that the words name; the same words are read once."""
        found = self._places.get(written)
        if found is None:
            found = self._places[written] = self.keep(where(written, self._aliases))
        return found


@dataclass(frozen=True, slots=True)
class _Source:
    """One article with what all its events need."""

    one: ValidatedExtraction
    """The article."""
    anchor: date | None
    """Its day."""
    line: tuple[int, int] | None
    """Its month and day, where only the year is missing."""
    body: frozenset[int]
    """Numbers of the sentences of its body."""
    evidence: dict[int, Evidence]
    """Its sentences as evidence, each made once."""


def happenings(validated: Sequence[ValidatedExtraction], parties: Parties, aliases: Aliases) -> list[Happening]:
    """Every event that may stand in a briefing, sorted by article and id."""
    pool = _Pool(aliases)
    found = [
        _happening(source, event, parties, pool)
        for source in map(_source, validated)
        for event in source.one.events
        if event.decision != "rejected"
    ]
    return sorted(found, key=lambda happening: happening.node)


def _source(one: ValidatedExtraction) -> _Source:
    """An article with what all its events need."""
    body = frozenset(sentence.number for sentence in one.article.sentences if sentence.role not in _HEADS)
    numbers = {number for event in one.events if event.decision != "rejected" for number in event.sentences}
    return _Source(one, *own_day(one), body, {place.sentence: place for place in _evidence(one, sorted(numbers))})


def _happening(source: _Source, event: ValidatedEvent, parties: Parties, pool: _Pool) -> Happening:
    """One event of one article."""
    one, said, keep = source.one, event.said, pool.keep
    by, against = parties.of(one.article.id, said.by), parties.of(one.article.id, said.against)
    figures = [figure for figure in one.figures if figure.said.event == event.id and figure.decision != "rejected"]
    when, words = day_of(one, event)
    sentences = tuple(source.evidence[number] for number in sorted(set(event.sentences)) if number in source.evidence)
    quotes = [sentence.quote for sentence in sentences]
    rejected = {check.text for check in event.checks if check.decision == "rejected" and check.of == "name"}
    places = tuple(place for place in said.places if place not in rejected)
    named = frozenset((*by, *against, *(parties.root(party) for party in by + against))) - parties.generic
    roots = (parties.root(party) for figure in figures for party in parties.of(one.article.id, figure.speakers))
    traits_ = _traits(said.title, places, sentences, source.body) | hours(words or "") | _sides(by, parties)
    return Happening(
        article=one.article.id,
        name=one.article.name,
        event=event.id,
        title=said.title,
        type=said.type,
        status=said.status,
        outcome=said.outcome,
        salience=said.salience,
        when=times.weekday_before(when, source.anchor, "published") if source.anchor else when,
        words=words,
        extracted=None if event.when is None or of_toll(one, event) else event.when,
        where=pool.where(places),
        places=places,
        by=by,
        against=against,
        named=keep(named),
        marks=keep(frozenset(mark for figure in figures if (mark := _mark(figure)))),
        counted=bool(figures),
        stems=keep(_telling(one, said.title, places, (*said.by, *said.against))),
        context=keep(_context(one, quotes, (*said.by, *said.against))),
        voices=keep(frozenset(roots) - parties.generic),
        sentences=event.sentences,
        anchor=source.anchor,
        line=source.line,
        headline=bool(sentences) and not any(sentence.sentence in source.body for sentence in sentences),
        traits=keep(traits_),
        tolls=keep(frozenset(toll for figure in figures if (toll := _killed(figure)))),
        proper=keep(_proper(one, quotes, places)),
        nightly=nightly(quotes),
        follows=follows_up(quotes),
        persons=keep(_persons(one, (*said.by, *said.against))),
        again=again(said.title, [sentence.quote for sentence in sentences if sentence.sentence in source.body]),
        evidence=sentences,
    )


def _telling(one: ValidatedExtraction, title: str, places: tuple[str, ...], ids: tuple[str, ...]) -> frozenset[str]:
    """What the title tells beyond places and parties, which are compared as such."""
    names = [name for party in one.parties if party.id in ids for name in (party.said.name, *party.said.also)]
    proper = {word for text in (*places, *names) for word in stems(text)}
    told = stems(title) - proper - calendar()
    return frozenset(word for stemmed in told for word in gist(stemmed) if not stemmed.isdigit())


def _context(one: ValidatedExtraction, quotes: Sequence[str], ids: tuple[str, ...]) -> frozenset[str]:
    """What the sentences tell beyond parties, numbers, days and what any such news tells."""
    names = [name for party in one.parties if party.id in ids for name in (party.said.name, *party.said.also)]
    proper = {word for name in names for word in stems(name)}
    found = {word for quote in quotes for word in gist(quote)}
    return frozenset(word for word in found - proper - plain() if not word.isdigit())


def _traits(title: str, places: tuple[str, ...], sentences: tuple[Evidence, ...], body: frozenset[int]) -> frozenset[Trait]:
    """What was hit, and with what: as the title and the places tell, or the first sentence of the body where they do not."""
    lead = next((lead_traits(place.quote) for place in sentences if place.sentence in body), frozenset())
    named = frozenset[Trait]().union(traits(title), *(traits(place) for place in places))
    known = {sort for sort, _ in named}
    return named | frozenset(trait for trait in lead if trait[0] not in known)


def _proper(one: ValidatedExtraction, quotes: Sequence[str], places: tuple[str, ...]) -> frozenset[str]:
    """Capitalised words inside the sentences but for parties, countries and regions; none of a text in capitals."""
    names = {word for party in one.parties for name in (party.said.name, *party.said.also) for word in stems(name)}
    areas = {word for place in places if _REGION.search(place) for word in stems(place)}
    found = {stem(match.group(1)) for quote in quotes if not quote.isupper() for match in _INNER_NAME.finditer(quote)}
    return frozenset(word for word in found - names - areas - plain() if country(word) is None)


def _persons(one: ValidatedExtraction, ids: tuple[str, ...]) -> frozenset[frozenset[str]]:
    """Stems of the full names of the persons who act or suffer."""
    names = (party.said.name for party in one.parties if party.id in ids and party.said.type == "person")
    return frozenset(words for name in names if len(words := stems(name)) > 1)


def _sides(by: tuple[str, ...], parties: Parties) -> frozenset[Trait]:
    """The sides that act: armed groups, or bodies of a state."""
    found = (side(parties.by_id[party].type) for party in by)
    return frozenset(("side", "state" if one == "police" else one) for one in found if one in ("insurgents", "police", "state"))


def _killed(figure: ValidatedFigure) -> tuple[str, Quantity] | None:
    """Whom the figure counts as killed in the incident, and how many."""
    if figure.said.measure != "killed" or figure.said.scope != "incident" or figure.quantity is None:
        return None
    return class_of(figure.said.counted) or "people", figure.quantity


def _mark(figure: ValidatedFigure) -> Mark | None:
    """A figure that can mark an event: one with a number of its own, about one incident."""
    core = stated(figure.quantity)
    if core is None or figure.said.scope != "incident":
        return None
    measure: Measure = "killed" if figure.said.measure == "neutralised" else figure.said.measure
    people = measure in CASUALTIES
    thing = (class_of(figure.said.counted) or "people") if people else counted(figure.said.counted)
    return Mark(measure, core, figure.quantity.unit if figure.quantity else None, thing)


def _evidence(one: ValidatedExtraction, numbers: Sequence[int]) -> tuple[Evidence, ...]:
    """The sentences of an article with these numbers, as evidence."""
    article, wanted = one.article, set(numbers)
    return tuple(
        Evidence.model_construct(
            _FIELDS,
            article=article.id,
            name=article.name,
            sentence=sentence.number,
            start=sentence.start,
            end=sentence.end,
            text=(quote := article.text[sentence.start : sentence.end]),
            quote=quote,
        )
        for sentence in article.sentences
        if sentence.number in wanted
    )
