"""Figures as records: what a number counts, what it measures, whose it is."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from schemas.extraction import Measure, Scope
from schemas.validation import Quantity
from summarizer import figures
from summarizer.embedded import cues
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.embedded.names import ACTORS

__all__ = ["CASUALTIES", "DIGIT", "HUMAN", "Count", "find", "more"]

KINDS: dict[str, Measure] = {
    "money": "money",
    "percent": "percentage",
    "percentage_points": "percentage",
    "duration": "duration",
    "distance": "distance",
}
COUNTED = frozenset({"count", "fraction", "other"})
SKIPPED = frozenset({"date", "year", "time", "ordinal", "identifier"})
MATERIEL = frozenset(tables.lines("materiel"))
LOST = tables.vocabulary("contexts")["lost"]
HUMAN = frozenset({"killed", "wounded", "captured", "missing", "displaced", "neutralised"})
PEOPLE = frozenset(
    {
        "dead",
        "dozens",
        "hundreds",
        "injured",
        "kidnapped",
        "killed",
        "lives",
        "many",
        "members",
        "more",
        "others",
        "thousands",
        "wounded",
    }
)
PERIOD = re.compile(
    r"(?i)\bsince\s+(?:\d{4}|then|the\b|early|late|mid|last|january|february|march|april|may|june|july|august|september|october|"
    r"november|december)|\b(?:in|over|during|for|of)\s+(?:the\s+)?(?:past|last)\s+(?:[\w-]+\s+)?(?:years?|months|weeks|decades?)\b|"
    r"\bso far (?:this|in)\b|\byears of\b|\b\w+-year(?:-old)? (?:war|conflict|insurgency|civil war)\b|\bthis year\b"
)
"""Words that make a count a total over a period."""
PARTIAL_BEFORE = re.compile(r"(?i)(?:\bincluding|\bamong them,?|\bincluded)\s+(?:at least |about |some )?$")
PARTIAL_AFTER = re.compile(r"(?i)\s*of (?:whom|them|those|these|the \w+)\b")
"""Words before and after a count that make it a part of another."""


@dataclass(slots=True, frozen=True)
class Count:
    """One number of a sentence: its words, the words it counts (`first` to `last`), and what it measures."""

    index: int
    start: int
    end: int
    text: str
    counted: str
    first: int
    last: int
    measure: Measure
    scope: Scope
    cue: int | None


def _casualties() -> dict[str, tuple[Measure, str]]:
    """Form → measure and kind."""
    found: dict[str, tuple[Measure, str]] = {}
    for given, measure, kind in tables.rows("casualties"):
        inflected = (
            tables.forms(given)
            if kind in ("v", "d")
            else tables.nouns(given)
            if kind == "n" and len(given.split()) == 2
            else (given,)
        )
        for form in inflected if kind != "n" else tuple(given.split()):
            found.setdefault(form, (measure, kind))  # type: ignore[arg-type]  # checked by a test
    return found


CASUALTIES = _casualties()


def find(text: S.Text, index: int) -> list[Count]:
    """The figures of one sentence, in order."""
    s = text.sentences[index]
    if DIGIT.search(s.text) is None and NUMBERS.isdisjoint(s.lows):
        return []
    found = []
    for figure in figures.find(s.text):
        quantity = figure.quantity
        if quantity is not None and quantity.kind in SKIPPED:
            continue
        count = _count(s, index, figure.start, figure.end, figure.text, quantity)
        if count is not None:
            found.append(count)
    return found


NUMBERS = S.GRAMMAR["number"]
DIGIT = re.compile(r"\d")


def _count(s: S.Sentence, index: int, start: int, end: int, words: str, quantity: Quantity | None) -> Count | None:
    """The record of one number, or None where it counts nothing."""
    first = bisect_left(s.starts, end)
    while first < len(s.lows) - 1 and (s.lows[first] == "of" or (s.lows[first] in S.DETERMINERS and s.lows[first - 1] == "of")):
        first += 1
    last = _noun(s, first)
    counted = s.span(first, last) if last >= first else ""
    kind = quantity.kind if quantity is not None else "count"
    measure: Measure = KINDS.get(kind, "count" if kind in COUNTED else "other")
    cue = None
    if measure in KINDS.values() and "-" not in words and s.lows[bisect_left(s.starts, end) :][:1] != ["of"]:
        counted, last = "", first - 1
    if measure == "count":
        if not counted and not words:
            return None
        before = bisect_right(s.ends, start) - 1
        measure, cue = _measure(s, before, first, last)
        if measure in HUMAN and last >= first and not _people(s, first, last):
            measure, cue = "count", None
        if not counted and s.text[:start].rstrip().lower().endswith(("the", "both")):
            return None
    scope = _scope(s, start, end) if measure not in KINDS.values() else "incident"
    return Count(index, start, end, words, counted or words, first, last, measure, scope, cue)


def _noun(s: S.Sentence, first: int) -> int:
    """Last word of the noun phrase that begins at word `first`; before it where there is none."""
    place = first
    while place < len(s.words) and place < first + 8:
        low, word = s.lows[place], s.words[place]
        if not word[0].isalpha() or low in S.AUXILIARIES or low in S.SUBORDINATORS or low in S.PRONOUNS:
            break
        if low in S.PREPOSITIONS and not (low == "of" and place == first):
            break
        if low in S.CONJUNCTIONS and not (place + 1 < len(s.words) and s.words[place + 1][0].isupper() and not s.text.isupper()):
            break
        if (
            place > first
            and (low in CASUALTIES or low in S.VERBS or low in S.ADVERBS)
            and not low.endswith("s")
            and low not in cues.NOUNS
        ):
            break
        if place == first and (low in S.VERBS or low in S.ADVERBS) and low not in CASUALTIES and low not in cues.NOUNS:
            break
        place += 1
    return place - 1


def _measure(s: S.Sentence, before: int, first: int, last: int) -> tuple[Measure, int | None]:
    """What a count of people or things measures, and the word that says so."""
    lows = s.lows
    if last >= first and lows[last] in MATERIEL:
        return ("materiel" if LOST.intersection(lows) else "count"), None
    for place in range(first, last + 1):
        found = CASUALTIES.get(lows[place])
        if found is not None and (found[1] == "n" or place == first or found[1] == "v"):
            return found[0], place
    for place in range(last + 1, min(last + 12, len(lows))):
        found = CASUALTIES.get(lows[place])
        if found is not None and found[1] != "n" and not lows[place].endswith("ing"):
            return found[0], place
        if s.words[place] in (",", ";", "and", "while") or lows[place] in S.VERBS:
            break
    for place in range(before, max(-1, before - 8), -1):
        found = CASUALTIES.get(lows[place])
        if found is not None and found[1] in ("v", "n", "a"):
            return found[0], place
        if s.words[place] in (";", ".", "”"):
            break
    return "count", None


def more(s: S.Sentence, first: int, last: int) -> bool:
    """Whether a count goes on with the people of the one before it: "and dozens wounded", "two others"."""
    return last < first or all(low in PEOPLE or _kind(low) == "a" for low in s.lows[first : last + 1])


def _kind(low: str) -> str | None:
    """Kind of a word for casualties; None for any other word."""
    found = CASUALTIES.get(low)
    return found[1] if found is not None else None


def _people(s: S.Sentence, first: int, last: int) -> bool:
    """Whether the counted words name people: an actor, a word such as "others", or an ending such as -ers."""
    stop = next((place for place in range(first + 1, last + 1) if s.lows[place] in S.PREPOSITIONS), last + 1)
    head = s.lows[stop - 1]
    if head in ACTORS or head in PEOPLE or _kind(head) in ("n", "a"):
        return True
    return head.endswith(("ers", "ors", "ees", "ists", "ants", "ents", "men", "ians", "ans", "folk")) and head not in MATERIEL


def _scope(s: S.Sentence, start: int, end: int) -> Scope:
    """Whether a number is a total over a period or a part of one."""
    if PARTIAL_BEFORE.search(s.text[max(0, start - 30) : start]) or PARTIAL_AFTER.match(s.text, end):
        return "part_of"
    return "cumulative" if PERIOD.search(s.text) else "incident"
