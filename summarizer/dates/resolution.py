"""Dates of a text on the calendar: what the words give, and what a dateline or a date of publication adds openly."""

import calendar
from datetime import date, timedelta

from schemas import When
from schemas.validation import WhenBasis
from summarizer.dates.ago import counted
from summarizer.dates.day import Day
from summarizer.dates.grammar import scan
from summarizer.dates.tokens import tokenise
from summarizer.dates.words import POINTERS, SEASONS

__all__ = ["resolve", "settle"]

NEAREST = 150
"""Days. A day and month without a year are the ones nearest to the anchor; farther off, two years
are about equally likely and none is taken."""
PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
"""Thirds of a month, by the day."""

Span = tuple[date, date]


def resolve(words: str, *, anchor: date | None, basis: WhenBasis) -> When:
    """The date that `words` give, on the calendar where the words or the anchor allow it.

    `anchor` is the day from which relative words are read (a dateline, a date of publication) and `basis` what it rests on;
    without an anchor nothing is added and a missing year stays missing. Words that hold no date give precision `unknown`.
    """
    tokens = tokenise(words)
    found = next(scan(tokens), None)
    if found is not None:
        return settle(found, words, anchor=anchor, basis=basis)
    back = counted(tokens, anchor) if anchor is not None else None
    if back is None:
        return When(text=words, precision="unknown", basis="unresolved")
    (start, end), precision = back
    year = start.year if start.year == end.year else None
    month = start.month if (start.year, start.month) == (end.year, end.month) else None
    day = start.day if start == end else None
    return When(text=words, start=start, end=end, year=year, month=month, day=day, precision=precision, basis=basis)


def settle(found: Day, words: str, *, anchor: date | None, basis: WhenBasis) -> When:
    """The public record of a date: stated where its words are complete, resting on `basis` where the anchor was needed."""
    span: Span | None = stated(found)
    rests: WhenBasis = "stated"
    if span is None and anchor is not None:
        span, rests = relative(found, anchor), basis
    if span is None:
        rests = "unresolved"
    year = found.year
    if year is None and span is not None and span[0].year == span[1].year and found.decade is None:
        year = span[0].year
    month, day = found.month, found.day
    if span is not None and span[0] == span[1]:
        month, day = span[0].month, span[0].day
    return When(
        text=words,
        start=span[0] if span else None,
        end=span[1] if span else None,
        year=year,
        month=month,
        day=day,
        weekday=found.weekday,
        precision=found.precision,
        basis=rests,
    )


def stated(found: Day) -> Span | None:
    """First and last day, where the words are complete by themselves."""
    if found.decade is not None:
        return years(found.decade, found.decade + 9, found.part, 10)
    if found.year is None:
        return None
    if found.day is not None and found.month is not None:
        return days(found.year, found.month, found.day, found.until)
    if found.month is not None:
        return month(found.year, found.month, found.part)
    if found.season is not None:
        return season(found.year, found.season)
    return years(found.year, found.until or found.year, found.part, 1)


def days(year: int, number: int, day: int, until: int | None) -> Span | None:
    """A day, or the days up to `until`, of one month; None where the month is shorter."""
    try:
        return date(year, number, day), date(year, number, until or day)
    except ValueError:
        return None


def month(year: int, number: int, part: str | None) -> Span:
    """A month, or the third of it that "early", "mid" or "late" names."""
    length = calendar.monthrange(year, number)[1]
    first, last = PARTS[part] if part else (1, length)
    return date(year, number, first), date(year, number, min(last, length))


def season(year: int, name: str) -> Span:
    """A season of the northern hemisphere; the winter of a year ends in the next one."""
    first, last = SEASONS[name]
    end = year + (last < first)
    return date(year, first, 1), date(end, last, calendar.monthrange(end, last)[1])


def years(first: int, last: int, part: str | None, length: int) -> Span:
    """A year or a decade, or the third of it that "early", "mid" or "late" names."""
    if not part:
        return date(first, 1, 1), date(last, 12, 31)
    third = {"early": 0, "mid": 1, "late": 2}[part]
    if length == 1:
        begin = third * 4 + 1
        return date(first, begin, 1), date(first, begin + 3, calendar.monthrange(first, begin + 3)[1])
    begin, end = ((0, 3), (4, 6), (7, 9))[third]
    return date(first + begin, 1, 1), date(first + end, 12, 31)


def relative(found: Day, anchor: date) -> Span | None:
    """First and last day as seen from the anchor; None where the words do not say enough."""
    if found.day is not None and found.month is not None:
        return nearest(found, anchor)
    if found.month is not None:
        return nearest_month(found, anchor)
    if found.weekday is not None:
        day = weekday(found.weekday, found.pointer, anchor)
        return (day, day) if day else None
    if found.pointer in POINTERS:
        day = shifted(anchor, POINTERS[found.pointer])
        return (day, day) if day else None
    return period(found.pointer or "", anchor)


def shifted(anchor: date, count: int) -> date | None:
    """The anchor moved by some days, inside the calendar."""
    try:
        return anchor + timedelta(days=count)
    except OverflowError:
        return None


def nearest(found: Day, anchor: date) -> Span | None:
    """The day and month in the year that brings it nearest to the anchor; a weekday beside it must agree."""
    if found.month is None or found.day is None:
        return None
    spans = [
        days(year, found.month, found.day, found.until) for year in range(max(1, anchor.year - 1), min(9999, anchor.year + 1) + 1)
    ]
    fitting = [span for span in spans if span and (found.weekday is None or span[0].weekday() == found.weekday)]
    near = [span for span in fitting if abs((span[0] - anchor).days) <= NEAREST]
    return min(near, key=lambda span: abs((span[0] - anchor).days), default=None)


def nearest_month(found: Day, anchor: date) -> Span | None:
    """The month in the year that brings it nearest to the anchor; "last" and "next" look one way."""
    if found.month is None:
        return None
    spans = [month(year, found.month, found.part) for year in range(max(1, anchor.year - 1), min(9999, anchor.year + 1) + 1)]
    if found.pointer in ("last", "previous"):
        return max((span for span in spans if span[1] < anchor), default=None)
    if found.pointer == "next":
        return min((span for span in spans if span[0] > anchor), default=None)
    return min(
        spans,
        key=lambda span: 0 if span[0] <= anchor <= span[1] else min(abs((span[0] - anchor).days), abs((span[1] - anchor).days)),
    )


def weekday(number: int, pointer: str | None, anchor: date) -> date | None:
    """The last such day up to the anchor; "last" excludes the anchor itself, "next" looks forward."""
    if pointer == "next":
        return shifted(anchor, (number - anchor.weekday() - 1) % 7 + 1)
    back = (anchor.weekday() - number) % 7
    if pointer in ("last", "previous") and back == 0:
        back = 7
    return shifted(anchor, -back)


def period(pointer: str, anchor: date) -> Span | None:
    """The week, month or year that "last", "this" and "next" point to."""
    lead, _, unit = pointer.partition(" ")
    step = {"last": -1, "this": 0, "next": 1}.get(lead)
    if step is None or not 1 < anchor.year < 9999:
        return None
    if unit in ("week", "weekend"):
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(days=7 * step)
        if unit == "week":
            return monday, monday + timedelta(days=6)
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if unit == "month":
        index = anchor.year * 12 + anchor.month - 1 + step
        return month(index // 12, index % 12 + 1, None)
    if unit == "year":
        return years(anchor.year + step, anchor.year + step, None, 1)
    return None
