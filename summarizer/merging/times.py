"""Dates of two events: the same day, compatible, open, or apart. Nothing is guessed: a missing year stays missing."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from schemas import When
from schemas.validation import WhenBasis

__all__ = [
    "Relation", "dated", "day", "finest", "in_year", "in_year_of", "night", "phrase", "relate", "resolved", "span",
    "weekday_before",
]  # fmt: skip

Relation = Literal["same_day", "overlap", "year_open", "weekday", "unknown", "neighbours", "apart"]

_LEAP = 2000
"""A leap year in which dates without a year are compared with one another."""
_NIGHT = re.compile(r"\b(?:night|overnight|midnight|dawn|evening|late|early|eve)\b", re.IGNORECASE)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEK = 7


def span(when: When | None) -> tuple[date, date] | None:
    """First and last day, where the date has a calendar interval."""
    return (when.start, when.end) if when is not None and when.start is not None and when.end is not None else None


def resolved(when: When | None) -> bool:
    """Whether the date has a calendar interval."""
    return span(when) is not None


def dated(when: When | None) -> bool:
    """Whether anything of the date is known: an interval, a month or a day of the week."""
    return when is not None and (resolved(when) or when.month is not None or when.weekday is not None or when.year is not None)


def day(when: When | None) -> date | None:
    """The one day, where the date is precise to it."""
    days = span(when)
    return days[0] if days and days[0] == days[1] else None


def night(when: When | None) -> bool:
    """Whether the date is one day, or the night between two."""
    days = span(when)
    return days is not None and days[1] - days[0] <= timedelta(days=1)


def relate(a: When | None, b: When | None) -> Relation:
    """How two dates stand to one another; symmetric."""
    one, two = span(a), span(b)
    if a is None or b is None:
        return "unknown"
    if one and two:
        return _intervals(one, two, a.text, b.text)
    if not dated(a) or not dated(b):
        return "unknown"
    if one or two:
        return _open(one, b) if one else _open(two, a) if two else "unknown"
    if a.month is not None and b.month is not None:
        return _open(_in_year(a.month, a.day, _LEAP), b)
    if a.year is not None and b.year is not None and a.year != b.year:
        return "apart"
    if a.weekday is not None and b.weekday is not None:
        return "weekday" if a.weekday == b.weekday else "apart"
    return "unknown"


def _intervals(a: tuple[date, date], b: tuple[date, date], *words: str) -> Relation:
    """Two dates with intervals."""
    if a[0] <= b[1] and b[0] <= a[1]:
        return "same_day" if a == b and a[0] == a[1] else "overlap"
    gap = max(a[0] - b[1], b[0] - a[1])
    return "neighbours" if gap == timedelta(days=1) and any(map(_NIGHT.search, words)) else "apart"


def _open(a: tuple[date, date], b: When) -> Relation:
    """`a` is an interval, `b` has none."""
    if b.month is not None:
        spans = [_in_year(b.month, b.day, year) for year in sorted({a[0].year, a[1].year})]
        near = [days for days in spans if days[0] <= a[1] and a[0] <= days[1]]
        real = [days for days in near if a[0].year == _LEAP or b.day is None or b.weekday in (None, days[0].weekday())]
        return "year_open" if real else "apart"
    if b.weekday is not None:
        length = (a[1] - a[0]).days + 1
        if length >= _WEEK:
            return "overlap"
        return "weekday" if b.weekday in {(a[0] + timedelta(days=n)).weekday() for n in range(length)} else "apart"
    if b.year is not None:
        return "overlap" if a[0].year <= b.year <= a[1].year else "apart"
    return "unknown"


def _in_year(month: int, day_of_month: int | None, year: int) -> tuple[date, date]:
    """A day or a whole month, in `year`."""
    last = monthrange(year, month)[1]
    if day_of_month is None:
        return date(year, month, 1), date(year, month, last)
    found = in_year(month, day_of_month, year)
    return found, found


def in_year(month: int, day_of_month: int, year: int) -> date:
    """A day of a month in `year`; the last of the month where it has fewer days."""
    return date(year, month, min(day_of_month, monthrange(year, month)[1]))


def weekday_before(when: When | None, anchor: date, basis: WhenBasis) -> When | None:
    """`when` with the day that a bare day of the week is in the week up to `anchor`; any other date as it is."""
    if when is None or when.weekday is None or when.month is not None or when.precision not in ("day", "time") or span(when):
        return when
    day = anchor - timedelta(days=(anchor.weekday() - when.weekday) % _WEEK)
    return when.model_copy(
        update={"start": day, "end": day, "year": day.year, "month": day.month, "day": day.day, "basis": basis}
    )


def in_year_of(when: When, anchor: date) -> When | None:
    """`when` with the year that puts it last before `anchor`, where only the year is missing; used to compare, never to state."""
    if span(when) or when.month is None:
        return when if span(when) else None
    years = [anchor.year, anchor.year - 1]
    days = next((found for year in years if (found := _in_year(when.month, when.day, year))[0] <= anchor), None)
    return when.model_copy(update={"start": days[0], "end": days[1]}) if days else None


def finest(dates: list[When]) -> When | None:
    """The date that says most: resolved before open, short before long, then by its words."""
    known = [when for when in dates if dated(when)]
    return min(known, key=_coarseness, default=None)


def _coarseness(when: When) -> tuple[bool, int, bool, bool, str]:
    """Sorting key: smaller says more."""
    days = span(when)
    return (days is None, (days[1] - days[0]).days if days else 0, when.day is None, when.weekday is None, when.text)


def phrase(when: When | None) -> str:
    """The date in plain words: "1 July 2025", "1 July (year not stated)", "no date"."""
    if when is None or not (dated(when) or when.text):
        return "no date"
    if days := span(when):
        return _plain(days[0]) if days[0] == days[1] else f"{_plain(days[0])} to {_plain(days[1])}"
    if when.month is not None:
        named = _MONTHS[when.month - 1] if when.day is None else f"{when.day} {_MONTHS[when.month - 1]}"
        return f"{named} {when.year}" if when.year else f"{named} (year not stated)"
    return f"“{when.text}”"


def _plain(value: date) -> str:
    """A calendar date in words."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
