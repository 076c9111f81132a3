"""Geometry of the drawings: a line of time, and ranges beside one another. Numbers in, places on a canvas out."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from schemas import Briefing, EventCluster, FigureGroup, Statement
from summarizer.rendering import words

__all__ = ["Bar", "Dot", "Tick", "Timeline", "Tolls", "timeline", "tolls"]

WIDTH = 100
"""A drawing's width in per cent of what the screen has; heights and letters are pixels, so that they stay readable."""
MARGIN = 5
LANE = 28
"""Height of one row of the line of time, in pixels."""
NARROWEST = 8
"""Smallest distance between two dots of one row, in per cent: 26 pixels on the narrowest screen."""
MOST_LANES = 8
"""Rows of the line of time; more cannot be read, and the table has every event."""
SOME_YEAR = 2000
"""Stands for a year that no article states; it has every day of the calendar."""
STEPS = (1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652)
"""Days between two marks of the scale."""
MOST_TICKS = 7


Span = tuple[date, date]


@dataclass(frozen=True)
class Dot:
    """One event: a point where the day is known, a bar where it is not."""

    number: int
    event: EventCluster
    x: float
    width: float
    """0 for a known day."""
    y: float


@dataclass(frozen=True)
class Tick:
    """One mark of the scale."""

    x: float
    label: str
    minor: bool
    """Left out on narrow screens."""


@dataclass(frozen=True)
class Timeline:
    """Everything that is drawn, and what is not."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    height: float
    outside: tuple[EventCluster, ...]
    """Events that are not on the line: undated, background, or too many."""
    year_unknown: bool = False
    """Whether the dates have no year, and are drawn as if they lay in one."""


@dataclass(frozen=True)
class Bar:
    """One statement's range on the scale of its group."""

    said: Statement
    x: float
    width: float
    open_end: bool
    """Whether the range has no upper end."""


SCALE = 0.9
"""Share of a chart's width at which its highest value lies (`.scale` in the style); beyond it lie values without an upper end."""


@dataclass(frozen=True)
class Tolls:
    """The stated ranges of one group on one scale."""

    event: EventCluster | None
    group: FigureGroup
    bars: tuple[Bar, ...]
    most: str
    """The upper end of the scale, in words."""


def timeline(briefing: Briefing) -> Timeline | None:
    """The line of time of the main and secondary events with a date; None where fewer than two have one.

    Where no two have a full date, those without a year are drawn within one year, and the page says so.
    """
    numbered = list(enumerate(briefing.story.events, 1))
    news = [(number, event) for number, event in numbered if event.salience != "background"]
    dated = {number: span for number, event in news if (span := days(event)) is not None}
    year_unknown = len(dated) < 2
    if year_unknown:
        dated = {number: span for number, event in news if (span := days_of_some_year(event)) is not None}
    if len(dated) < 2:
        return None
    first, last = bounds(list(dated.values()))
    dots, lanes = placed(numbered, dated, first, last)
    drawn = {dot.number for dot in dots}
    outside = tuple(event for number, event in numbered if number not in drawn)
    return Timeline(tuple(dots), tuple(scale(first, last, year_unknown)), LANE * lanes + 8, outside, year_unknown)


def placed(
    numbered: Sequence[tuple[int, EventCluster]], dated: dict[int, Span], first: date, last: date
) -> tuple[list[Dot], int]:
    """The events on the line in rows, so that no two cover one another, and the number of rows."""
    events = dict(numbered)
    ends: list[float] = []
    dots = []
    for number, (start, end) in sorted(dated.items(), key=lambda one: (one[1], one[0])):
        left, right = across(max(start, first), first, last), across(min(end, last), first, last)
        lane = next((lane for lane, taken in enumerate(ends) if taken + NARROWEST <= left), len(ends))
        if lane == MOST_LANES:
            continue
        ends[lane : lane + 1] = [right]
        dots.append(Dot(number, events[number], left, round(max(0.0, right - left), 2), LANE * (lane + 0.5) + 4))
    return dots, len(ends)


def days(event: EventCluster) -> Span | None:
    """First and last day of an event, where known."""
    if event.when is None or event.when.start is None:
        return None
    return event.when.start, event.when.end or event.when.start


def days_of_some_year(event: EventCluster) -> Span | None:
    """First and last day of an event whose year is not stated, in a year that stands for it."""
    known = event.when
    if known is None or known.year is not None or known.month is None:
        return None
    last = monthrange(SOME_YEAR, known.month)[1]
    return date(SOME_YEAR, known.month, min(known.day or 1, last)), date(SOME_YEAR, known.month, min(known.day or last, last))


def bounds(spans: Sequence[Span]) -> Span:
    """The days that the line spans: those of the events known to a month or better, where there are any."""
    fine = [span for span in spans if (span[1] - span[0]).days <= 31] or spans
    first, last = min(start for start, _ in fine), max(end for _, end in fine)
    spare = 1 if (last - first).days < 4 else 0
    early = timedelta(days=min(spare, (first - date.min).days))
    return first - early, last + timedelta(days=min(spare, (date.max - last).days))


def across(when: date, first: date, last: date) -> float:
    """The place of a day from left to right."""
    share = (when - first).days / max(1, (last - first).days)
    return round(MARGIN + share * (WIDTH - 2 * MARGIN), 2)


def scale(first: date, last: date, year_unknown: bool) -> list[Tick]:
    """A few days on the scale; the first and the last of them always stay."""
    total = (last - first).days
    step = next((step for step in STEPS if total / step <= MOST_TICKS), max(1, total // MOST_TICKS))
    marks = [first + timedelta(days=offset) for offset in range(0, total + 1, step)]
    return [
        Tick(across(when, first, last), tick_label(when, year_unknown), bool(number % 3)) for number, when in enumerate(marks)
    ]


def tick_label(when: date, year_unknown: bool) -> str:
    """A day in short."""
    return f"{when.day} {words.MONTHS[when.month - 1][:3]}" + ("" if year_unknown else f" {when.year}")


def tolls(placed: Sequence[tuple[EventCluster | None, FigureGroup]]) -> list[Tolls]:
    """Each group with two or more different ranges, its statements on one scale that begins at zero."""
    drawn = []
    for event, group in placed:
        ranged = [
            said
            for said in group.statements
            if said.quantity is not None and said.quantity.low is not None and not words.vague(said)
        ]
        distinct = {(said.quantity.low, said.quantity.high) for said in ranged if said.quantity is not None}
        if len(distinct) > 1:
            most = max(top(said) for said in ranged) or Decimal(1)
            bars = tuple(bar(said, most) for said in once(ranged))
            drawn.append(Tolls(event, group, bars, words.amount(most, most, group.unit)))
    return drawn


def once(statements: Sequence[Statement]) -> list[Statement]:
    """The first statement of each range by each origin."""
    found = {(said.words.casefold(), said.origin, said.speakers): said for said in reversed(statements)}
    return [said for said in statements if found[(said.words.casefold(), said.origin, said.speakers)] is said]


def top(said: Statement) -> Decimal:
    """The highest bound that a statement gives."""
    quantity = said.quantity
    if quantity is None:
        return Decimal(0)
    return quantity.high if quantity.high is not None else quantity.low or Decimal(0)


def bar(said: Statement, most: Decimal) -> Bar:
    """The range of a statement; an exact value is a narrow bar, an open one reaches the right edge, beyond the scale's end."""
    quantity = said.quantity
    low = Decimal(0) if quantity is None or quantity.low is None else quantity.low
    high = None if quantity is None else quantity.high
    left = float(max(Decimal(0), low) / most) * (WIDTH * SCALE)
    right = WIDTH if high is None else float(max(Decimal(0), high) / most) * (WIDTH * SCALE)
    return Bar(said, round(left, 1), round(max(1.5, right - left), 1), high is None)
