"""What two events have in common: place, time, kind, parties, figures and words."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from schemas.extraction import EventType
from summarizer.merging import places, times
from summarizer.merging.happenings import Happening, Mark, shared
from summarizer.merging.wording import overlap, stems
from summarizer.names import key

__all__ = ["CONTEXT", "DAYS_MAIN", "DAYS_NEWS", "ENOUGH", "FORCE", "WORDING", "Common", "closeness", "in_one_year", "measure"]

WORDING = 0.34
"""Share of the words of the shorter title from which two titles tell of like things."""
CONTEXT = 0.25
"""Share of the words of the shorter account from which two accounts of one place and day tell of like things."""
ENOUGH = 3
"""Words in common that this takes at least."""
DAYS_MAIN = timedelta(days=7)
"""An undated event that is an article's news happened within a week before its publication."""
DAYS_BACKGROUND = timedelta(days=31)
"""An undated event in an article's background may have happened within a month before its publication."""
DAYS_NEWS = timedelta(days=3)
"""Two articles that give no date, published within these days, may report one event."""

FORCE = frozenset[EventType](
    ["abduction", "air_or_drone_strike", "arrest_or_seizure", "attack_on_civilians", "battle", "bombing", "crime",
     "military_operation", "riot", "shelling_or_missile"]
)  # fmt: skip
"""Types of violence, of which one town may see two on one day or on two days in a row."""
_STREET = frozenset[EventType](["protest", "riot"])
_POLITICS = frozenset[EventType](["agreement_or_cooperation", "political_change", "sanction_or_withdrawal", "statement"])
_MEASURES = frozenset[EventType](["security_measure", "political_change", "sanction_or_withdrawal"])
_HARM = frozenset[EventType](["attack_on_civilians", "bombing", "crime", "disaster_or_accident", "displacement_or_humanitarian"])
_ANY_MEANS = frozenset(["gun"])
"""Means of too many kinds of violence to say that two events are of one."""
_FAMILIES = (FORCE, _STREET, _POLITICS, _MEASURES, _HARM)
"""Types that one coder calls by one name and the next by another (ACLED and PLOVER code books, notes on borderline cases)."""


@dataclass(frozen=True, slots=True)
class Common:
    """What two events have in common."""

    place: places.Relation
    """How the places stand to one another."""
    time: times.Relation
    """How the dates do."""
    type: Literal["same", "near", "far"]
    """How close the kinds are."""
    actors: frozenset[str]
    """Named parties of both."""
    voices: frozenset[str]
    """Roots of those who state figures of both."""
    marks: frozenset[Mark]
    """Figures of both."""
    wording: float
    """Share of the shorter title that the other has too."""
    context: float
    """The same for the sentences."""
    named: bool
    """Whether the sentences of one name a place of the other."""
    proper: bool
    """Whether the sentences of both name something that is no party, country or region."""
    person: bool
    """Whether a person who acts or suffers in one is named in the sentences of the other."""
    anchored: timedelta | None
    """Days between an undated account and the other event, where they are few."""
    target: bool
    """Whether both say that the same kind of thing was hit."""


def closeness(a: Happening, b: Happening) -> Literal["same", "near", "far"]:
    """How far apart the kinds of two events are."""
    if a.type == b.type:
        return "same"
    if any(sort == "means" and name not in _ANY_MEANS for sort, name in a.traits & b.traits) and {a.type, b.type} <= FORCE:
        return "same"
    if "other" in (a.type, b.type) or any(a.type in family and b.type in family for family in _FAMILIES):
        return "near"
    return "far"


def measure(a: Happening, b: Happening, time: times.Relation, place: places.Relation) -> Common:
    """What two events have in common."""
    return Common(
        place=place,
        time=time,
        type=closeness(a, b),
        actors=a.named & b.named,
        voices=a.voices & b.voices,
        marks=shared(a, b),
        wording=overlap(a.stems, b.stems) if min(len(a.stems), len(b.stems)) > 1 else 0.0,
        context=_context(a, b),
        named=_names(a, b) or _names(b, a),
        proper=bool(a.proper & b.proper),
        person=_person(a, b) or _person(b, a),
        anchored=_anchored(a, b),
        target=any(sort == "target" for sort, _ in a.traits & b.traits),
    )


def _context(a: Happening, b: Happening) -> float:
    """Share of the words of the shorter account that the other has too; their places are compared as such."""
    both = a.context & b.context
    if len(both) < ENOUGH:
        return 0.0
    places = a.where.points | a.where.areas | b.where.points | b.where.areas
    both -= frozenset[str]().union(*(stems(place) for place in places))
    return len(both) / min(len(a.context), len(b.context)) if len(both) >= ENOUGH else 0.0


def _names(a: Happening, b: Happening) -> bool:
    """Whether the sentences of `b` name a place of `a`, countries aside."""
    own = (a.where.points | a.where.areas) - {key(name) for name in a.where.countries}
    return any((words := stems(place)) and words <= b.context for place in own)


def _person(a: Happening, b: Happening) -> bool:
    """Whether a person of `a` acts or suffers in `b`, or is named in its sentences."""
    return any(name <= b.context or name in b.persons for name in a.persons)


def _anchored(a: Happening, b: Happening) -> timedelta | None:
    """Days between an undated event's article and the other event; None where they are too far apart or not known."""
    if a.words is None and b.words is None:
        gap = abs(a.anchor - b.anchor) if a.anchor and b.anchor else None
        return gap if gap is not None and gap <= DAYS_NEWS else None
    if a.words is not None and b.words is not None:
        return None
    told, silent = (a, b) if a.words is not None else (b, a)
    limit = DAYS_BACKGROUND if silent.salience == "background" else DAYS_MAIN
    anchor = silent.anchor or _in_year(silent.line, told)
    if anchor is None or told.when is None:
        return None
    days = times.span(times.in_year_of(told.when, anchor))
    if days is None or days[1] - days[0] > limit:
        return None
    gap = anchor - days[0]
    return gap if timedelta(0) <= gap <= limit else None


def in_one_year(a: Happening, b: Happening) -> tuple[Happening, Happening]:
    """Two events of which one gives a day of the week, in an article whose year is missing: that day in the other's year."""
    if a.line is None and b.line is None:
        return a, b
    return _on_weekday(a, b), _on_weekday(b, a)


def _on_weekday(one: Happening, other: Happening) -> Happening:
    """The event with month and day of its day of the week, the year being left open."""
    if one.line is None or one.when is None or one.when.weekday is None or one.when.month is not None or times.resolved(one.when):
        return one
    anchor = _in_year(one.line, other)
    when = times.weekday_before(one.when, anchor, "unresolved") if anchor else None
    if when is None or when is one.when:
        return one
    return replace(one, when=when.model_copy(update={"start": None, "end": None, "year": None}))


def _in_year(line: tuple[int, int] | None, told: Happening) -> date | None:
    """The day of an article whose year is missing, in the year of the event that the other tells."""
    days = times.span(told.when)
    return times.in_year(line[0], line[1], days[0].year) if line and days else None
