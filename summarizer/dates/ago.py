"""Words that count back from the day they were written: "three days ago", "this morning"."""

from datetime import date, timedelta

from schemas.validation import WhenPrecision
from summarizer.dates.tokens import Tokens
from summarizer.dates.words import AGO_UNITS, COUNTS, DAYPARTS

__all__ = ["counted"]

MOST = 3
"""Digits of a number in front of "ago"."""

Span = tuple[date, date]


def counted(tokens: Tokens, anchor: date) -> tuple[Span, WhenPrecision] | None:
    """First and last day that such words mean on the day of the anchor, with their precision; None where there are none.

    "Ago" is as fine as its unit: "two weeks ago" is a week, "a year ago" a year (as TimeML has it). "A day earlier" is none of
    these words: it counts from another day of the story.
    """
    for index, word in enumerate(tokens.words):
        if word == "this" and tokens.word(index + 1) in DAYPARTS:
            return (anchor, anchor), "day"
        unit = tokens.word(index + 1)
        if unit not in AGO_UNITS or tokens.word(index + 2) != "ago":
            continue
        number = int(word) if word.isdecimal() and len(word) <= MOST else COUNTS.get(word)
        if number is not None:
            return back(anchor, number, unit.rstrip("s"))
    return None


def back(anchor: date, number: int, unit: str) -> tuple[Span, WhenPrecision] | None:
    """So many units before the anchor; None before the calendar begins."""
    try:
        if unit == "year":
            return (date(anchor.year - number, 1, 1), date(anchor.year - number, 12, 31)), "year"
        if unit == "month":
            index = anchor.year * 12 + anchor.month - 1 - number
            first = date(index // 12, index % 12 + 1, 1)
            return (first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)), "month"
        day = anchor - timedelta(days=number * AGO_UNITS[unit])
        monday = day - timedelta(days=day.weekday())
    except (OverflowError, ValueError):
        return None
    return ((monday, monday + timedelta(days=6)), "week") if unit == "week" else ((day, day), "day")
