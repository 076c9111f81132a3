"""What an article tells before or after its news: "a day after another attack", "a second blast", "on the same day as a raid".

Such words part two incidents that place and kind would join, and date the one from the other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from schemas import ValidatedEvent, ValidatedExtraction, When
from summarizer import figures
from summarizer.merging import times
from summarizer.merging.wording import gist, stems, table

__all__ = ["Earlier", "again", "disasters", "earlier", "incidents", "refers", "shifted"]

_COUNT = r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|some|a few|the)"
_HEDGE = r"(?P<hedge>less than|within|nearly|almost|under|about|around|just|barely|only|more than|over)\s+"
_LATER = re.compile(
    rf"\b(?:{_HEDGE})?(?:{_COUNT}\s+)?(?P<unit>hour|day|night|week|month)s?\s+(?:after|since|following)\b"
    r"|\b(?:on|during|over)\s+the\s+(?P<same>same)\s+(?:day|night|weekend)\s+(?:as|that)\b"
    r"|\b(?:(?:came|comes|coming|happened|occurred|was)\s+(?:(?:just|shortly|soon)\s+)?after|follow(?:s|ed|ing))\s+(?P<open>another|an?\s+(?:\w+\s+)?similar)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    rf"\b{_COUNT}\s+(?P<unit>day|night|week|month)s?\s+(?:before|earlier|previously)\b"
    r"|\bthe\s+(?:previous|preceding)\s+(?P<previous>day|night)\b|\bthe\s+(?P<before>day|night)\s+before\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:another|fresh|renewed|(?:an?\s+|the\s+)?(?:second|third|fourth|fifth|further|new|separate|similar))"
_AGAIN = re.compile(rf"\b{_NUMBER}\s+((?:[\w'’-]+\s+){{0,4}}[\w'’-]+)", re.IGNORECASE)
_ONCE_MORE = re.compile(
    r"\b(?:ambush|attack|bomb|bombard|hit|raid|shell|storm|strike|struck|target)\w*\s+(?:[\w'’-]+\s+){0,4}?again\b", re.IGNORECASE
)
_REFERS = re.compile(r"\W*(?:the|this|that)\s+((?:[\w'’-]+\s+){0,2}[\w'’-]+)", re.IGNORECASE)
_IT_HAPPENED = re.compile(r"\W*it (?:began|happened|occurred|started|struck|took place)\b", re.IGNORECASE)
_HOURS_OF_DAY = 24
_DAYS = {"day": 1, "night": 1, "week": 7, "month": 30}
_WEEK = 7
LOOSE = 2
"""Days by which "a week after" or "a few days after" may miss."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """How long before the news of its article an event happened, as its sentence says."""

    words: str
    """The words."""
    least: int | None
    """Days at least; None where the words only say that it came before."""
    most: int | None
    """Days at most."""


def earlier(one: ValidatedExtraction, event: ValidatedEvent) -> Earlier | None:
    """Whether an event is told as having come before another, and by how much."""
    held = [sentence for sentence in one.article.sentences if sentence.number in event.sentences and sentence.role == "body"]
    if titled := _EARLIER.search(event.said.title):
        return _span(titled)
    if not held or event.said.salience == "main":
        return None
    text = one.article.text[held[0].start : held[0].end]
    place = _mention(one, event, text, held[0].start)
    found = [match for match in _LATER.finditer(text) if place is not None and match.end() <= place + 1]
    if found:
        return _span(found[-1])
    match = _EARLIER.search(text)
    return _span(match) if match else None


def _mention(one: ValidatedExtraction, event: ValidatedEvent, text: str, start: int) -> int | None:
    """Where in a sentence an event is named: at the words of its title, else at its first place."""
    words = event.said.title.casefold().split()
    low = text.casefold()
    for size in (4, 3, 2):
        if len(words) >= size and (at := low.find(" ".join(words[:size]))) >= 0:
            return at
    places = [place.start - start for check in event.checks if check.of == "name" for place in check.evidence]
    return min((at for at in places if 0 <= at < len(text)), default=None)


def _span(match: re.Match[str]) -> Earlier:
    """The days that the words give."""
    held = match.groupdict()
    if held.get("same"):
        return Earlier(match.group(), 0, 0)
    if held.get("previous") or held.get("before"):
        return Earlier(match.group(), 1, 1)
    if held.get("open") or held.get("unit") is None or held.get("count") is None:
        return Earlier(match.group(), None, None)
    count, unit = held["count"].lower(), held["unit"].lower()
    number = _number(count)
    if number is None:
        return Earlier(match.group(), None, None)
    if unit == "hour":
        return _hours(match.group(), number, rounded=bool(held.get("hedge")))
    days = number * _DAYS[unit]
    loose = LOOSE if unit in ("week", "month") or held.get("hedge") else 0
    return Earlier(match.group(), max(0, days - loose), days + loose)


def _hours(words: str, number: int, *, rounded: bool) -> Earlier:
    """The days that a number of hours gives: whole days, or this day and those that it may reach back to."""
    whole, rest = divmod(number, _HOURS_OF_DAY)
    if rest == 0 and not rounded:
        return Earlier(words, whole, whole)
    return Earlier(words, 0, whole + (1 if rest else 0))


def _number(words: str) -> int | None:
    """The number of a count; None for "several"."""
    if words in ("a", "an", "one", "the"):
        return 1
    found = figures.quantity(words)
    return int(found.low) if found is not None and found.low is not None and found.low == found.high else None


def shifted(when: When | None, gap: Earlier) -> When | None:
    """The date of an event that came before one of `when`; None where that is not one day."""
    if when is None or gap.least is None or gap.most is None:
        return None
    if day := times.day(when):
        first, last = _back(day, gap.most), _back(day, gap.least)
        fine = first == last
        return When(
            text=gap.words,
            start=first,
            end=last,
            year=first.year if fine else None,
            month=first.month if fine else None,
            day=first.day if fine else None,
            precision="day" if fine else "period",
            basis=when.basis,
        )
    if when.weekday is not None and when.day is None and gap.least == gap.most:
        return When(text=gap.words, weekday=(when.weekday - gap.most) % _WEEK, precision="day", basis="unresolved")
    return None


def _back(day: date, days: int) -> date:
    """The day some days before."""
    return day - timedelta(days=days)


def again(title: str, quotes: Sequence[str]) -> bool:
    """Whether the title or the first sentence says that the event is not the first of its kind ("a second night of strikes")."""
    texts = (title, *quotes[:1])
    return any(_ONCE_MORE.search(text) for text in texts) or any(
        stems(match.group(1)) & incidents() for text in texts for match in _AGAIN.finditer(text)
    )


@lru_cache(maxsize=1)
def incidents() -> frozenset[str]:
    """Stems of the nouns for happenings of which a place may see a second."""
    return frozenset[str]().union(*(_nouns(line) for line in table("incidents.txt")))


@lru_cache(maxsize=1)
def disasters() -> frozenset[str]:
    """Stems and kinds of the nouns for disasters and accidents that name one sort."""
    found = next(line for line in table("incidents.txt") if line.startswith("disaster:"))
    return _nouns(found) | frozenset(one for noun in found.split(":", 1)[1].split(";") for one in gist(noun))


def _nouns(line: str) -> frozenset[str]:
    """Stems of the nouns of a line of the table."""
    return frozenset(word for noun in line.split(":", 1)[1].split(";") for word in stems(noun))


def refers(quote: str) -> bool:
    """Whether a sentence goes on about a happening that was told before ("The accident occurred"), and of no other."""
    match = _REFERS.match(quote)
    found = _IT_HAPPENED.match(quote) or (match and stems(match.group(1)) & incidents())
    return bool(found) and not (_LATER.search(quote) or _EARLIER.search(quote) or again("", [quote]))
