"""Events as the merger compares them: with parties, places and figures of the whole set of articles, not of one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import get_args

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
_HEADS = frozenset(["headline", "standfirst"])
SALIENCE: tuple[Salience, ...] = get_args(Salience)
DISTINCT = Decimal(20)
"""A count from which a figure tells events apart without a place; smaller ones ("five killed") agree by chance."""


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


def reference(one: Happening) -> str:
    """How links name an article's event."""
    return f"{one.article}:{one.event}"


def happenings(validated: Sequence[ValidatedExtraction], parties: Parties, aliases: Aliases) -> list[Happening]:
    """Every event that may stand in a briefing, sorted by article and id."""
    found = [
        _happening(one, event, parties, aliases) for one in validated for event in one.events if event.decision != "rejected"
    ]
    return sorted(found, key=lambda happening: happening.node)


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


def _happening(one: ValidatedExtraction, event: ValidatedEvent, parties: Parties, aliases: Aliases) -> Happening:
    """One event of one article."""
    said = event.said
    by, against = parties.of(one.article.id, said.by), parties.of(one.article.id, said.against)
    figures = [figure for figure in one.figures if figure.said.event == event.id and figure.decision != "rejected"]
    anchor, line = own_day(one)
    when, words = day_of(one, event)
    when = times.weekday_before(when, anchor, "published") if anchor else when
    sentences = evidence(one, event.sentences)
    roles = {sentence.role for sentence in one.article.sentences if sentence.number in event.sentences}
    body = {sentence.number for sentence in one.article.sentences if sentence.role not in _HEADS}
    rejected = {check.text for check in event.checks if check.decision == "rejected" and check.of == "name"}
    places = tuple(place for place in said.places if place not in rejected)
    return Happening(
        article=one.article.id,
        name=one.article.name,
        event=event.id,
        title=said.title,
        type=said.type,
        status=said.status,
        outcome=said.outcome,
        salience=said.salience,
        when=when,
        words=words,
        extracted=event.when,
        where=where(places, aliases),
        places=places,
        by=by,
        against=against,
        named=frozenset((*by, *against, *(parties.root(party) for party in by + against))) - parties.generic,
        marks=frozenset(mark for figure in figures if (mark := _mark(figure))),
        counted=bool(figures),
        stems=_telling(one, said.title, places, (*said.by, *said.against)),
        context=_context(one, sentences, (*said.by, *said.against)),
        voices=frozenset(parties.root(party) for figure in figures for party in parties.of(one.article.id, figure.speakers))
        - parties.generic,
        sentences=event.sentences,
        anchor=anchor,
        line=line,
        headline=bool(roles) and roles <= _HEADS,
        traits=_traits(one, said.title, places, sentences) | hours(words or "") | _sides(by, parties),
        tolls=frozenset(toll for figure in figures if (toll := _killed(figure))),
        proper=_proper(one, sentences, places),
        nightly=nightly(sentence.quote for sentence in sentences),
        follows=follows_up(sentence.quote for sentence in sentences),
        persons=_persons(one, (*said.by, *said.against)),
        again=again(said.title, [sentence.quote for sentence in sentences if sentence.sentence in body]),
        evidence=sentences,
    )


def _telling(one: ValidatedExtraction, title: str, places: tuple[str, ...], ids: tuple[str, ...]) -> frozenset[str]:
    """What the title tells beyond places and parties, which are compared as such."""
    names = [name for party in one.parties if party.id in ids for name in (party.said.name, *party.said.also)]
    proper = {word for text in (*places, *names) for word in stems(text)}
    told = stems(title) - proper - calendar()
    return frozenset(word for stemmed in told for word in gist(stemmed) if not stemmed.isdigit())


def _context(one: ValidatedExtraction, sentences: tuple[Evidence, ...], ids: tuple[str, ...]) -> frozenset[str]:
    """What the sentences tell beyond parties, numbers, days and what any such news tells."""
    names = [name for party in one.parties if party.id in ids for name in (party.said.name, *party.said.also)]
    proper = {word for name in names for word in stems(name)}
    found = {word for sentence in sentences for word in gist(sentence.quote)}
    return frozenset(word for word in found - proper - plain() if not word.isdigit())


def _traits(one: ValidatedExtraction, title: str, places: tuple[str, ...], sentences: tuple[Evidence, ...]) -> frozenset[Trait]:
    """What was hit, and with what: as the title and the places tell, or the first sentence of the body where they do not."""
    body = {sentence.number for sentence in one.article.sentences if sentence.role not in _HEADS}
    lead = next((lead_traits(place.quote) for place in sentences if place.sentence in body), frozenset())
    named = frozenset[Trait]().union(traits(title), *(traits(place) for place in places))
    known = {sort for sort, _ in named}
    return named | frozenset(trait for trait in lead if trait[0] not in known)


def _proper(one: ValidatedExtraction, sentences: tuple[Evidence, ...], places: tuple[str, ...]) -> frozenset[str]:
    """Capitalised words inside the sentences but for parties, countries and regions; none of a text in capitals."""
    names = {word for party in one.parties for name in (party.said.name, *party.said.also) for word in stems(name)}
    areas = {word for place in places if _REGION.search(place) for word in stems(place)}
    found = {
        stem(match.group(1))
        for sentence in sentences
        if not sentence.quote.isupper()
        for match in _INNER_NAME.finditer(sentence.quote)
    }
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
    held = {(mark.measure, mark.core, mark.unit): mark.thing for mark in b.marks}
    found = ((mark, held.get((mark.measure, mark.core, mark.unit))) for mark in a.marks)
    return frozenset(
        mark for mark, thing in found if thing is not None and (thing == mark.thing or "people" in (thing, mark.thing))
    )


def stated(quantity: Quantity | None) -> Decimal | None:
    """The number that the words state, whatever their hedge; None for vague words and ranges."""
    if quantity is None or quantity.qualifier in ("vague", "between"):
        return None
    if quantity.low is None or quantity.high is None:
        return quantity.low if quantity.low is not None else quantity.high
    return quantity.high if quantity.qualifier in ("at_most", "fewer_than") else quantity.low


def evidence(one: ValidatedExtraction, numbers: Sequence[int]) -> tuple[Evidence, ...]:
    """The sentences of an article with these numbers, as evidence."""
    article = one.article
    found = [sentence for sentence in article.sentences if sentence.number in set(numbers)]
    return tuple(
        Evidence(
            article=article.id,
            name=article.name,
            sentence=sentence.number,
            start=sentence.start,
            end=sentence.end,
            text=article.text[sentence.start : sentence.end],
            quote=article.text[sentence.start : sentence.end],
        )
        for sentence in found
    )
