"""Time stamps: lines that say when a page was published, and the calendar dates that they and datelines state."""

import re
from datetime import date

from summarizer.text import Span

__all__ = ["first", "mark", "only"]

LONGEST = 160
"""Code points of a line that may be a time stamp."""
PIVOT = 50
"""Two-digit years from here on belong to the last century: wire copy of 1990 writes "4 FEB 90"."""
MONTHS = {
    "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4, "may": 5, "jun": 6, "june": 6,
    "jul": 7, "july": 7, "aug": 8, "august": 8, "sep": 9, "sept": 9, "september": 9, "oct": 10, "october": 10, "nov": 11,
    "november": 11, "dec": 12, "december": 12,
}  # fmt: skip
"""English months and their short forms."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_FORMS = (
    r"(?P<y1>\d{4})[-/](?P<m1>\d{1,2})[-/](?P<d1>\d{1,2})(?!\d)",
    r"(?P<d2>\d{1,2})\. ?(?P<m2>\d{1,2})\. ?(?P<y2>\d{4})(?!\d)",
    r"(?P<a3>\d{1,2})/(?P<b3>\d{1,2})/(?P<y3>\d{4})(?!\d)",
    rf"(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?[ \-]+(?P<m4>{_MONTH})\b\.?,?[ \-]*(?P<y4>\d{{4}}|\d{{2}})(?![\d:])",
    rf"(?P<m5>{_MONTH})\b\.? ?(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y5>\d{{4}})(?!\d)",
)
_DATE = re.compile(rf"(?<!\w)(?:{'|'.join(_FORMS)})", re.IGNORECASE)
_TIME = re.compile(
    r"(?<!\w)t?(?:\d{1,2}(?:[:.h]\d{2}){1,2}(?:\.\d+)?(?: ?[ap]\.?m\.?|z)?|\d{1,2} ?[ap]\.?m\.?)(?!\w)|z\b", re.IGNORECASE
)
_WORDS = re.compile(
    r"\b(?:first |last |originally )?(?:aktualisiert|created|dated?|edited|filed|issued|last modified|last updated|modified"
    r"|posted|pub|publication date|published|released|stand|updated?|upd|veröffentlicht)\b"
    r"|\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b"
    r"|(?<!\w)[+-]\d{1,2}:?\d{2}\b|\b(?:bst|cat|cest|cet|eat|[ecmp][ds]?t|eastern(?: time)?|gmt|ist|local time|sast|uhr"
    r"|utc|wat)\b"
    r"|\b(?:am|and|at|on|um)\b|[\s,.:;|/•·()–—\-]+",
    re.IGNORECASE,
)
_MARK = re.compile(r"\b(?:ad|advertisement|anzeige|sponsored|werbung)\b", re.IGNORECASE)


def only(words: str) -> bool:
    """Whether `words` are nothing but a date or time with its labels, an advertisement mark allowed."""
    if len(words) > LONGEST or not any(char.isdigit() for char in words):
        return False
    left, dates = _DATE.subn(" ", words)
    left, times = _TIME.subn(" ", left)
    return bool(dates or times) and not _WORDS.sub("", _MARK.sub("", left))


def mark(text: str, start: int, end: int) -> Span | None:
    """Place of the advertisement mark in a line of time stamps."""
    found = _MARK.search(text, start, end)
    return found.span() if found else None


def first(text: str, start: int, end: int) -> tuple[date, int, int] | None:
    """The first whole calendar date between `start` and `end`, with its place; an ambiguous 3/4/2025 is none."""
    for found in _DATE.finditer(text, start, end):
        if value := _date(found):
            return value, found.start(), found.end()
    return None


def _date(found: re.Match[str]) -> date | None:
    """The date of a match; None where it is ambiguous or does not exist."""
    got = {name[0]: words for name, words in found.groupdict().items() if words is not None}
    year = int(got["y"])
    if len(got["y"]) == 2:
        year += 1900 if year >= PIVOT else 2000
    if "a" in got:
        one, two = int(got["a"]), int(got["b"])
        if one <= 12 and two <= 12 and one != two:
            return None
        month, day = (one, two) if one <= 12 else (two, one)
    else:
        month, day = MONTHS.get(got["m"].casefold(), 0) or int(got["m"]), int(got["d"])
    try:
        return date(year, month, day)
    except ValueError:
        return None
