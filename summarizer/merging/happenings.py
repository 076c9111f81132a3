"""Events as the merger compares them: with parties, places and figures of the whole set of articles, not of one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import get_args

from schemas import Evidence, Quantity, When
from schemas.extraction import EventType, Measure, Outcome, Salience, Status
from summarizer.merging import times
from summarizer.merging.places import Where
from summarizer.merging.traits import Trait

__all__ = ["DISTINCT", "Happening", "Mark", "finest", "rank", "reference", "shared", "stated", "united"]

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
    """Its date as extracted, which may be that of a statement, but not that of a count of the victims."""
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
