"""Events as the merger compares them: with parties, places and figures of the whole set of articles, not of one."""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, get_args

from schemas import Evidence, Quantity, ValidatedEvent, ValidatedExtraction, ValidatedFigure, When
from schemas.extraction import EventType, Measure, Outcome, Salience, Status
from summarizer.merging import times
from summarizer.merging.dating import day_of, own_day
from summarizer.merging.parties import Parties
from summarizer.merging.people import CASUALTIES, class_of, counted, side
from summarizer.merging.places import Where, where
from summarizer.merging.sequence import again
from summarizer.merging.traits import Trait, follows_up, hours, lead_traits, nightly, traits
from summarizer.merging.wording import calendar, gist, plain, stem, stems
from summarizer.names import Aliases, country

__all__ = ["Happening", "Mark", "evidence", "finest", "happenings", "rank", "reference", "shared", "stated", "united"]

_INNER_NAME = re.compile(r"(?<=[a-z,’'] )([A-ZÀ-Þ][a-zß-ÿ]{3,})\b")
_REGION = re.compile(
    r"\b(?:region|province|state|county|governorate|oblast|department|district|strip|bank|[Ee]astern|[Ww]estern|[Nn]orthern|[Ss]outhern)\b"
)
_FIELDS = set(Evidence.model_fields)
"""The fields of a place, one set for all: a record checked by itself holds its own, which takes more room than the rest of it."""
_HEADS = frozenset(["headline", "standfirst"])
T = TypeVar("T", bound=Hashable)
_NOTHING: frozenset["Mark"] = frozenset()
SALIENCE: tuple[Salience, ...] = get_args(Salience)
DISTINCT = Decimal(20)
"""A count from which a figure tells events apart without a place; smaller ones ("five killed") agree by chance."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure as a mark of an event."""

    measure: Measure
    """What is measured; "killed" for those called neutralised, as a mark only."""
    core: Decimal
    """The stated number, whatever its hedge."""
    unit: str | None
    """Its unit."""
    thing: str
    """The class of people, or the stem of the thing, that is counted."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One article's event, ready to be compared."""

    article: str
    """Id of the article."""
    name: str
    """Short name of the article."""
    event: str
    """Id inside the article."""
    title: str
    """Title given to it."""
    type: EventType
    """What kind of happening."""
    status: Status
    """How the text presents it."""
    outcome: Outcome
    """How it ended."""
    salience: Salience
    """Main, secondary or background."""
    when: When | None
    """Its date."""
    words: str | None
    """The words of its date; given even where they could not be resolved."""
    extracted: When | None
    """Its date as extracted, which may be that of a statement."""
    where: Where
    """Its places."""
    places: tuple[str, ...]
    """Its places as written."""
    by: tuple[str, ...]
    """Ids of the parties that act."""
    against: tuple[str, ...]
    """Ids of the parties acted upon."""
    named: frozenset[str]
    """Ids of all its parties that are named and not only described."""
    marks: frozenset[Mark]
    """Its figures."""
    counted: bool
    """Whether it has any figure, vague ones included."""
    stems: frozenset[str]
    """Stems of its title, without places and parties."""
    context: frozenset[str]
    """What its sentences tell, as kinds and stems."""
    voices: frozenset[str]
    """Ids of the roots of those who state its figures."""
    sentences: tuple[int, ...]
    """Numbers of the sentences that tell it."""
    anchor: date | None
    """When the article was published, or what stands for it."""
    line: tuple[int, int] | None
    """Month and day of the article, where only the year is missing."""
    headline: bool
    """Whether only the headline tells it."""
    traits: frozenset[Trait]
    """What was hit, and with what."""
    tolls: frozenset[tuple[str, Quantity]]
    """Class of the people killed, and how many the article gives."""
    proper: frozenset[str]
    """Names in its sentences that are no party, country or region."""
    nightly: bool
    """Whether it is told of the night before the article."""
    follows: bool
    """Whether it speaks of an earlier toll."""
    persons: frozenset[frozenset[str]]
    """Stems of the full names of persons among its parties."""
    again: bool
    """Whether it is told as not the first of its kind ("a second blast")."""
    evidence: tuple[Evidence, ...]
    """The sentences themselves."""
    beside: bool = False
    """Whether its sentence tells it as having come before another event."""

    @property
    def node(self) -> tuple[str, str]:
        """Article and event id."""
        return self.article, self.event

    def at(self, day: date) -> "Happening":
        """The same event of an article that is now known to be of `day`, or where only its year was missing, of that year."""
        if self.line is None:
            return replace(self, anchor=day)
        anchor = times.in_year(*self.line, day.year)
        anchor = anchor if anchor >= day else times.in_year(*self.line, day.year + 1)
        return replace(self, anchor=anchor, when=times.weekday_before(self.when, anchor, "cross_article"))

    def compared(self) -> "Happening":
        """The same event once it has been compared with all others: without the words that only comparing needs."""
        none: frozenset[str] = frozenset()
        return replace(self, context=none, stems=none, proper=none, voices=none, marks=_NOTHING)


def reference(one: Happening) -> str:
    """How links name an article's event."""
    return f"{one.article}:{one.event}"


class _Pool:
    """Equal values once: most events have no areas, tolls or traits, and an empty set takes as much room as a small one."""

    def __init__(self) -> None:
        self._held: dict[Hashable, Any] = {}  # a value of any type is its own key

    def keep(self, value: T) -> T:
        """The first value that equals `value`."""
        found: T = self._held.setdefault(value, value)
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
    pool = _Pool()
    found = [
        _happening(source, event, parties, aliases, pool)
        for source in map(_source, validated)
        for event in source.one.events
        if event.decision != "rejected"
    ]
    return sorted(found, key=lambda happening: happening.node)


def _source(one: ValidatedExtraction) -> _Source:
    """An article with what all its events need."""
    body = frozenset(sentence.number for sentence in one.article.sentences if sentence.role not in _HEADS)
    numbers = {number for event in one.events if event.decision != "rejected" for number in event.sentences}
    return _Source(one, *own_day(one), body, {place.sentence: place for place in evidence(one, sorted(numbers))})


def rank(one: Happening) -> tuple[int, bool, bool, bool, tuple[str, str]]:
    """Sorting key of an article's events: the news first, then what has a day and a place; the headline alone last."""
    return SALIENCE.index(one.salience), one.headline, not times.resolved(one.when), not one.where.points, one.node


def finest(members: Sequence[Happening]) -> When | None:
    """The date of events that are one: the finest of those that are the news, else a day that another gives."""
    best = min(SALIENCE.index(one.salience) for one in members)
    news = [one.when for one in members if one.when is not None and SALIENCE.index(one.salience) == best]
    days = [one.when for one in members if one.when is not None and (one.when.day is not None or one.when.weekday is not None)]
    return times.finest(news) or times.finest(days) or next(iter(news), None)


def united(members: Sequence[Happening]) -> Happening:
    """The events that one article tells in pieces, as one: every place, party and figure, and the finest date."""
    if len(members) == 1:
        return members[0]
    ordered = sorted(members, key=rank)
    lead = ordered[0]
    when = finest(ordered)
    return replace(
        lead,
        when=when,
        words=next((one.words for one in ordered if one.words is not None and one.when == when), None),
        outcome=next((one.outcome for one in ordered if one.outcome != "not_stated"), "not_stated"),
        where=Where(
            points=frozenset().union(*(one.where.points for one in ordered)),
            areas=frozenset().union(*(one.where.areas for one in ordered)),
            beside=frozenset().union(*(one.where.beside for one in ordered)),
            countries=frozenset().union(*(one.where.countries for one in ordered)),
            lent=frozenset().union(*(one.where.lent for one in ordered)),
        ),
        places=tuple(dict.fromkeys(place for one in ordered for place in one.places)),
        by=tuple(dict.fromkeys(party for one in ordered for party in one.by)),
        against=tuple(dict.fromkeys(party for one in ordered for party in one.against)),
        named=frozenset().union(*(one.named for one in ordered)),
        marks=frozenset().union(*(one.marks for one in ordered)),
        counted=any(one.counted for one in ordered),
        stems=frozenset().union(*(one.stems for one in ordered)),
        context=frozenset().union(*(one.context for one in ordered)),
        voices=frozenset().union(*(one.voices for one in ordered)),
        sentences=tuple(sorted({number for one in ordered for number in one.sentences})),
        headline=all(one.headline for one in ordered),
        traits=frozenset().union(*(one.traits for one in ordered)),
        tolls=frozenset().union(*(one.tolls for one in ordered)),
        proper=frozenset().union(*(one.proper for one in ordered)),
        nightly=any(one.nightly for one in ordered),
        follows=any(one.follows for one in ordered),
        persons=frozenset().union(*(one.persons for one in ordered)),
        again=any(one.again for one in ordered),
        beside=all(one.beside for one in ordered),
    )


def _happening(source: _Source, event: ValidatedEvent, parties: Parties, aliases: Aliases, pool: _Pool) -> Happening:
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
        extracted=event.when,
        where=keep(where(places, aliases)),
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


def shared(a: Happening, b: Happening) -> frozenset[Mark]:
    """Figures that two events have in common: the same number of the same, where "people" may be anybody."""
    if not a.marks or not b.marks:
        return _NOTHING
    return frozenset(mark for mark in a.marks if any(_equal(mark, other) for other in b.marks)) or _NOTHING


def _equal(a: Mark, b: Mark) -> bool:
    """Whether two figures are the same number of the same."""
    things = a.thing == b.thing or "people" in (a.thing, b.thing)
    return things and a.measure == b.measure and a.core == b.core and a.unit == b.unit


def stated(quantity: Quantity | None) -> Decimal | None:
    """The number that the words state, whatever their hedge; None for vague words and ranges."""
    if quantity is None or quantity.qualifier in ("vague", "between"):
        return None
    if quantity.low is None or quantity.high is None:
        return quantity.low if quantity.low is not None else quantity.high
    return quantity.high if quantity.qualifier in ("at_most", "fewer_than") else quantity.low


def evidence(one: ValidatedExtraction, numbers: Sequence[int]) -> tuple[Evidence, ...]:
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
