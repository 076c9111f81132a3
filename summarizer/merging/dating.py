"""The day of an event among the days that its sentences name: not the day on which somebody spoke of it or followed it up.

"The death toll from Sunday's bombing has risen, officials said on Monday" tells of Sunday. News writes so, and a reader of one
sentence at a time takes the wrong day; two wrong days would join two incidents.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from schemas import ValidatedEvent, ValidatedExtraction, When
from schemas.extraction import EventType
from summarizer import dates
from summarizer.merging.wording import gist

__all__ = ["day_of", "days_in", "of_toll", "own_day"]

_SPOKEN = re.compile(
    r"\b(?:add(?:ed|s)|air(?:ed)?|announce[ds]?|briefing|broadcast|bulletin|comment(?:ed|s)?|communiqu[eé]|confirm(?:ed|s)?|declared|interview|"
    r"press conference|published|report(?:ed|s)?|said|says|saying|statement|stated|tells?|told|tweet(?:ed)?|wrote)\b"
    r"(?:\s+(?:reporters|journalists|the|a|an|its|his|her|in|on|to|by|at|late|early|afp|reuters|ap|bbc|parliament|state|local|television|tv|"
    r"radio|media|news|agency|conference|communiqu[eé]|issued|released|aired|televised|bulletin|telegram|facebook|twitter|x|social|"
    r"channel)){0,6}\s*$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:ask(?:ed|s)? for|call(?:ed|s)? for|demand(?:ed|s)?|order(?:ed|s)?|promis(?:ed|es)|urg(?:ed|es)|vow(?:ed|s)?)\s+"
    r"(?:[\w'’-]+\s+){0,4}?(?:answers|calm|explanation|inquiry|investigation|justice|probe|restraint)(?:\s+on)?\s*$"
    r"|\b(?:conveyed|expressed|offered|voiced)\s+(?:[\w'’-]+\s+){0,2}?"
    r"(?:alarm|concern|condolences|horror|outrage|regret|shock|solidarity|sorrow|sympathy)(?:\s+on)?\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:casualt\w+|count|dead|deaths?|figure|killed|number|toll|victims)\b[^.;]{0,160}"
    r"\b(?:rises?|rose|risen|climb(?:s|ed)?|increased|grown|grew|jumped|reach(?:es|ed)|stands? at|stood at|put at|revised)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"\s*,?\s*(?:(?:again|also|late)\s+)?(?:announced|appealed|condemned|confirmed|cut|demanded|increased|lowered|mourned|"
    r"put|raised|reported|revised|said|updated|urged|vowed|warned|buried (?:the )?(?:dead|victims)|"
    r"(?:found|pulled|recovered|retrieved) (?:[\w-]+\s+){0,3}?(?:bod(?:y|ies)|corpses?|victims)|resumed (?:the|a|their) search)\b"
    r"|\s*,?\s*as the (?:death )?toll\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*,?\s*(?:(?:a|one|two|three|several|some)\s+(?:few\s+)?(?:days?|hours?|weeks?)\s+)?(?:after|following)\b", re.IGNORECASE
)
_HAPPENINGS = frozenset(
    [
        "abduct",
        "accident",
        "attack",
        "battle",
        "death",
        "earthquake",
        "explode",
        "hijack",
        "hit",
        "injure",
        "murder",
        "shell",
        "shoot",
    ]
)
_LASTING: frozenset[EventType] = frozenset(
    [
        "agreement_or_cooperation",
        "displacement_or_humanitarian",
        "political_change",
        "sanction_or_withdrawal",
        "security_measure",
        "statement",
    ]
)
"""Types that are a statement or go on, so that the day of speaking may be their own."""
_LINE = re.compile(r"\s*(?:\([A-Z][\w ./]{1,30}\)\s*)?[-–—]")
_ALONE = re.compile(r"\W*(?:(?:[A-Z][\w.]*|by|of|on)\W*){0,4}$")
"""What may stand beside a date that is a line of its own: a byline, a word of heading."""
HEAD = 4
"""Sentences among which a date may head the text."""
LINE = 60
"""Code points of a sentence in which such a date begins."""
_FINE = ("day", "time")
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_NIGHTS = re.compile(
    rf"\b(?:(?:over)?night\s+(?:(?:of|from|between)\s+)?)(?P<first>{_DAY})\s+(?:to|and|into)\s+(?:early\s+)?(?P<second>{_DAY})\b"
)


def day_of(one: ValidatedExtraction, event: ValidatedEvent) -> tuple[When | None, str | None]:
    """The date of an event with its words: as extracted, unless its sentence gives that day to something else.

    Then the first other day of its sentences that is not such a day; nothing where there is none.
    """
    if event.when is None:
        return None, None
    if event.said.type in _LASTING:
        return event.when, event.said.date
    if (night := _night(one, event)) is not None:
        return night, night.text
    place = next((check.evidence[0] for check in event.checks if check.of == "date" and check.evidence), None)
    if place is None or not _elsewhere(one, place.start, place.end):
        return event.when, event.said.date
    other = next(days_in(one, event.sentences), None)
    return (other, other.text) if other else (None, None)


def _night(one: ValidatedExtraction, event: ValidatedEvent) -> When | None:
    """Both days of a night that the event's sentences name by them ("in the night of Friday to Saturday")."""
    anchor = own_day(one)[0]
    for sentence in one.article.sentences:
        if sentence.number in event.sentences and (found := _NIGHTS.search(one.article.text, sentence.start, sentence.end)):
            days = [dates.resolve(found[name], anchor=anchor, basis="published") for name in ("first", "second")]
            first, second = (when.start for when in days)
            if first is not None and second is not None and second - first == timedelta(days=1) and all(map(_is_day, days)):
                return days[0].model_copy(
                    update={"text": found.group(), "end": second, "day": None, "weekday": None, "precision": "period"}
                )
    return None


def _is_day(when: When) -> bool:
    """Whether a date is one day."""
    return when.start is not None and when.start == when.end


def of_toll(one: ValidatedExtraction, event: ValidatedEvent) -> bool:
    """Whether the date of an event is that of a count of its victims ("the toll rose to 20 on Friday"): it happened before."""
    place = next((check.evidence[0] for check in event.checks if check.of == "date" and check.evidence), None)
    held = next((span for span in one.article.sentences if place and span.start <= place.start < span.end), None)
    return bool(place and held and _COUNTED.search(one.article.text[held.start : place.start]))


def own_day(one: ValidatedExtraction) -> tuple[date | None, tuple[int, int] | None]:
    """The day of the article, or its month and day where the year is missing.

    It is that of publication, of the dateline, or a date that heads a sentence as a dateline does ("29 April 2024 (Reuters) -").
    """
    if one.article.published:
        return one.article.published.value, None
    if one.article.dateline and one.article.dateline.date:
        return _parts(dates.resolve(one.article.dateline.date, anchor=None, basis="dateline"))
    for sentence in one.article.sentences[:HEAD]:
        text = one.article.text[sentence.start : sentence.end]
        found = next(iter(dates.find(text[:LINE])), None)
        if found is not None and _ALONE.match(text[: found.start] + text[found.end :]):
            return _parts(dates.resolve(text[found.start : found.end], anchor=None, basis="dateline"))
        if found is not None and not text[: found.start].strip() and _LINE.match(text[found.end :]):
            return _parts(dates.resolve(text[found.start : found.end], anchor=None, basis="dateline"))
    return None, None


def _parts(when: When) -> tuple[date | None, tuple[int, int] | None]:
    """The day of a date, or its month and day."""
    if when.start is not None and when.start == when.end:
        return when.start, None
    return None, (when.month, when.day) if when.month and when.day else None


def _elsewhere(one: ValidatedExtraction, start: int, end: int) -> bool:
    """Whether a date of the text dates something else: the article itself, a statement, or what came after."""
    line = one.article.dateline
    if line is not None and line.start <= start < line.end:
        return True
    held = next((sentence for sentence in one.article.sentences if sentence.start <= start < sentence.end), None)
    if held is None:
        return False
    before, after = one.article.text[held.start : start], one.article.text[end : held.end]
    if not before.strip() and _LINE.match(after):
        return True
    if _SPOKEN.search(before) or _COUNTED.search(before) or _SPEAKING.match(after) or _ASKED.search(before):
        return True
    return bool(_AFTER.match(after)) and not gist(before) & _HAPPENINGS and bool(gist(after) & _HAPPENINGS)


def days_in(one: ValidatedExtraction, numbers: Sequence[int]) -> Iterator[When]:
    """The days that some sentences name for what happened, resolved against the article's own date."""
    anchor = own_day(one)[0]
    for sentence in one.article.sentences:
        if sentence.number in numbers:
            for found in dates.find(one.article.text[sentence.start : sentence.end]):
                start, end = sentence.start + found.start, sentence.start + found.end
                words = one.article.text[start:end]
                when = dates.resolve(words, anchor=anchor, basis="published")
                if when.precision in _FINE and not _elsewhere(one, start, end):
                    yield when
