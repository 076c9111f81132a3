"""Figures as records: what a number counts, what it measures, whose it is."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

from schemas.extraction import Measure, Scope
from summarizer.embedded import cues
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.embedded.names import ACTORS
from summarizer.figures.grammar import scan

__all__ = ["CASUALTIES", "DIGIT", "FATES", "HUMAN", "Count", "find", "kind", "more"]

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
        "personnel",
        "staff",
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
PERIODS = ("since", "past", "last", "so far", "year")
"""One of these stands in each of them."""
PARTIAL_BEFORE = re.compile(
    r"(?i)(?:\bincluding|\bamong them,?|\bincluded)\s+(?:at least |about |some )?$|"
    r"\bamong (?:them|the (?:casualties|dead|injured|killed|victims|wounded)) (?:are|is|was|were)\b[^.;]*$|"
    r"\bincluding (?:a|an|one) [^.;,]*$"
)
PARTIAL_AFTER = re.compile(r"(?i)\s*of (?:whom|them|those|these|the \w+)\b")
"""Words before and after a count that make it a part of another."""


@dataclass(slots=True)
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


def _tolls(where: str) -> dict[str, list[tuple[tuple[str, ...], Measure]]]:
    """First word → phrases of one kind that begin with it, with their measure."""
    found: dict[str, list[tuple[tuple[str, ...], Measure]]] = {}
    for given, measure, kind in tables.rows("tolls"):
        if kind == where:
            words = tuple(given.split())
            found.setdefault(words[0], []).append((words, measure))  # type: ignore[arg-type]  # checked by a test
    return found


CASUALTIES = _casualties()
TOLLS = _tolls("t")
FATES = _tolls("a")
LEADING = _tolls("b")
STATUS = S.GRAMMAR["status"]
ASIDES = 8
"""Words. An aside between commas that denies another number has fewer: "11 people, not 14, were killed"."""
LISTED = 60
"""Characters. "Among the dead were" and "including" stand so near before a part."""
CLAUSE = 20
"""Words. What became of hostages is said within so many."""
ASIDE = S.SUBORDINATORS - {"that", "which", "who", "whom"}
"""Words behind which another clause begins that says nothing of the people counted."""


def find(text: S.Text, index: int) -> list[Count]:
    """The figures of one sentence, in order."""
    s = text.sentences[index]
    if DIGIT.search(s.text) is None and NUMBERS.isdisjoint(s.different) and not _hyphened(s):
        return []
    found: list[Count] = []
    for figure in scan(s.tokens):
        if figure.kind in SKIPPED or _denied(s, figure.start):
            continue
        count = _count(s, index, figure.start, figure.end, figure.kind)
        if count is not None:
            found.append(_continued(s, found, count))
            _share(s, found)
    return found


def _denied(s: S.Sentence, start: int) -> bool:
    """Whether a number is named only to say that it is wrong: "11 people, not 14,"."""
    before = bisect_right(s.ends, start) - 1
    return before > 0 and s.lows[before] == "not" and (s.words[before - 1] == "," or s.lows[before - 1] in S.CONJUNCTIONS)


def _hyphened(s: S.Sentence) -> bool:
    """Whether a number in words begins a compound: "twenty-one", "two-day"."""
    return "-" in s.text and any(low.partition("-")[0] in NUMBERS for low in s.different if "-" in low)


NUMBERS = S.GRAMMAR["number"]
DIGIT = re.compile(r"\d")


def _count(s: S.Sentence, index: int, start: int, end: int, kind: str) -> Count | None:
    """The record of one number, or None where it counts nothing."""
    words = s.text[start:end]
    first = bisect_left(s.starts, end)
    if first < len(s.lows) - 1 and s.words[first] in S.MARKS and s.words[first + 1][0].isalpha() and s.quoted[first - 1]:
        first += 1  # "more than 20" soldiers
    while first < len(s.lows) - 1 and (s.lows[first] == "of" or (s.lows[first] in S.DETERMINERS and s.lows[first - 1] == "of")):
        first += 1
    last = _noun(s, first)
    counted = s.span(first, last) if last >= first else ""
    measure: Measure = KINDS.get(kind, "count" if kind in COUNTED else "other")
    cue = None
    if measure in KINDS.values() and "-" not in words and s.lows[bisect_left(s.starts, end) :][:1] != ["of"]:
        counted, last = "", first - 1
    if measure == "count":
        if not counted and not words:
            return None
        before = bisect_right(s.ends, start) - 1
        toll = _toll(s, before) if last < first or s.lows[first] in CASUALTIES else _tolled(s, before, first)
        if toll is not None:
            measure, first, last = toll
            counted = s.span(first, last) if last >= first else ""
        else:
            measure, cue = _measure(s, before, first, last)
        if measure in HUMAN and last >= first and not _people(s, first, last):
            measure, cue = "count", None
        if not counted and not words[0].isdigit() and s.text[:start].rstrip().lower().endswith(("the", "both")):
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
        if place == first and kind(low) == "d":
            break  # "ten died"
        if place == first and (low in S.VERBS or low in S.ADVERBS) and low not in CASUALTIES and low not in cues.NOUNS:
            break
        place += 1
    return place - 1


def _continued(s: S.Sentence, found: list[Count], count: Count) -> Count:
    """The count, with the measure of the one before it where it leaves out noun and verb: "eight died here and six there"."""
    if not found or count.measure != "count" or found[-1].measure not in HUMAN:
        return count
    if count.last >= count.first:
        part = (
            count.scope == "part_of"
            and _people(s, count.first, count.last)
            and "including" in s.lows[found[-1].last : count.first]
        )
        return replace(count, measure=found[-1].measure) if part else count
    between = s.text[found[-1].end : count.start].rstrip().lower()
    if not between.endswith(("and", ",", "but")) or any(low in S.VERBS for low in s.lows[count.first : count.first + 2]):
        return count
    return replace(count, measure=found[-1].measure)


def _share(s: S.Sentence, found: list[Count]) -> None:
    """Give the counts joined to the last one its measure where a verb behind it tells of all: "five men and two women died"."""
    last = found[-1]
    if last.measure not in HUMAN or last.cue is None or last.cue <= max(last.last, bisect_right(s.ends, last.start)):
        return
    for place in range(len(found) - 2, -1, -1):
        one = found[place]
        between = s.lows[one.last + 1 : bisect_left(s.starts, found[place + 1].start)]
        if one.measure != "count" or one.last < one.first or not _people(s, one.first, one.last):
            return
        if not {"and", ","}.intersection(between) or any(low in S.VERBS or low in S.AUXILIARIES for low in between):
            return
        found[place] = replace(one, measure=last.measure, cue=last.cue)


def _toll(s: S.Sentence, before: int) -> tuple[Measure, int, int] | None:
    """The measure of a number that closes a toll, and the words of the people counted, if any: "the toll rose to 87"."""
    while before > 0 and s.lows[before] in S.GRAMMAR["hedge"] and s.lows[before] not in S.GRAMMAR["risen"]:
        before -= 1
    if before < 1 or s.lows[before] not in S.GRAMMAR["risen"]:
        return None
    for place in range(before - 1, -1, -1):
        if s.lows[place] in NUMBERS or s.words[place] == ";":
            continue
        for words, measure in TOLLS.get(s.lows[place], ()):
            if tuple(s.lows[place : place + len(words)]) == words:
                return measure, before + 1, before
        if s.lows[place] == "number" and s.lows[place + 1] == "of":
            cue = next((at for at in range(place + 2, min(place + 7, before)) if kind(s.lows[at]) in ("v", "d", "a")), None)
            if cue is not None:
                return CASUALTIES[s.lows[cue]][0], place + 2, cue - 1 - (s.lows[cue - 1] in STATUS)
    return None


def _tolled(s: S.Sentence, before: int, first: int) -> tuple[Measure, int, int] | None:
    """The measure of a number that stands before its toll: "raised to five the number of dead"."""
    if before < 1 or s.lows[before] not in S.GRAMMAR["risen"] or s.lows[first] not in S.DETERMINERS:
        return None
    for words, measure in TOLLS.get(s.lows[min(first + 1, len(s.lows) - 1)], ()):
        if tuple(s.lows[first + 1 : first + 1 + len(words)]) == words:
            return measure, first, first - 1
    return None


def _measure(s: S.Sentence, before: int, first: int, last: int) -> tuple[Measure, int | None]:
    """What a count of people or things measures, and the word that says so."""
    lows = s.lows
    if last < first and s.lows[before] in S.GRAMMAR["gauge"]:
        return "other", before
    if last >= first and lows[last] == "lives" and lows[before] in S.GRAMMAR["cost"]:
        return "killed", before
    if last >= first and lows[last] in MATERIEL:
        return ("materiel" if LOST.intersection(lows) else "count"), None
    died = last + 1 < len(lows) and kind(lows[last + 1]) == "d"
    for place in range(first, last + 1):
        found = CASUALTIES.get(lows[place])
        if found is not None and not died and (found[1] == "n" or place == first or found[1] == "v"):
            freed = _freed(s, last + 1) if found[0] == "captured" else None
            return ("affected", freed) if freed is not None else (found[0], place)
    return _behind(s, last + 1) or _before(s, before)


def _behind(s: S.Sentence, first: int) -> tuple[Measure, int] | None:
    """What became of the people counted, as the words from `first` on say: "were killed", "lost their lives"."""
    for place in range(_resumed(s, first), min(first + 12, len(s.lows))):
        low = s.lows[place]
        for words, measure in FATES.get(low, ()):
            if tuple(s.lows[place : place + len(words)]) == words:
                return measure, place
        found = CASUALTIES.get(low)
        if found is not None and found[1] != "n" and (found[1] == "a" or not low.endswith("ing")):
            return None if _acts(s, place, found[1]) else (found[0], place)
        if low == "and" and s.lows[place + 1 : place + 2] and s.lows[place + 1] in ("a", "an", "one", "his", "her"):
            continue  # "two men and a child were killed"
        if s.words[place] in (",", ";", "and", "while") or (low in S.VERBS and not _held(s, place)) or low in ASIDE:
            break
    return None


def _freed(s: S.Sentence, first: int) -> int | None:
    """The word that says that people who had been taken are free: "eight hostages kidnapped last week were released"."""
    for place in range(first, min(first + CLAUSE, len(s.lows))):
        for words, measure in FATES.get(s.lows[place], ()):
            if measure == "affected" and tuple(s.lows[place : place + len(words)]) == words:
                return place
        if s.words[place] in (";", "“") or s.lows[place] in ("while", "but"):
            return None
    return None


def _resumed(s: S.Sentence, first: int) -> int:
    """Where the clause goes on behind an aside ("not 14", "according to police"); `first` where there is none."""
    lows = s.lows[first : first + ASIDES]
    if lows[:2] != [",", "not"] and lows[:3] not in ([",", "and", "not"], [",", "according", "to"]):
        return first
    return first + lows.index(",", 1) + 1 if "," in lows[1:] else first


def _held(s: S.Sentence, place: int) -> bool:
    """Whether a verb only says how sure it is what became of people: "were confirmed dead"."""
    return s.lows[place] in STATUS and s.lows[place + 1 : place + 2] != [] and kind(s.lows[place + 1]) == "a"


def _acts(s: S.Sentence, place: int, kind: str) -> bool:
    """Whether a verb has its victims behind it, so that the people before it did it: "30 rebels killed 12 soldiers"."""
    if kind != "v" or place + 1 >= len(s.lows) or s.lows[place - 1] in S.AUXILIARIES or s.lows[place - 1] in S.ADVERBS:
        return False
    after = s.lows[place + 1]
    return after in NUMBERS or after[0].isdigit() or after in S.DETERMINERS


def _before(s: S.Sentence, before: int) -> tuple[Measure, int | None]:
    """What a verb or noun before the number says of those counted: "killing 12", "claimed 34 lives"."""
    for place in range(before, max(-1, before - 8), -1):
        for words, measure in LEADING.get(s.lows[place], ()):
            if place + len(words) == before + 1 and tuple(s.lows[place : before + 1]) == words:
                return measure, place
        found = CASUALTIES.get(s.lows[place])
        if found is not None and found[1] in ("v", "n", "a"):
            return found[0], place
        low = s.lows[place]
        if place == before and low.endswith("ed") and low not in CASUALTIES and low not in S.GRAMMAR["hedge"]:
            break  # "confirmed two deaths and placed 700 people in quarantine"
        if s.words[place] in (";", ".", "”") or (s.lows[place] in cues.VERBS and s.lows[place] not in cues.NOUNS):
            break
    return "count", None


def more(s: S.Sentence, first: int, last: int) -> bool:
    """Whether a count goes on with the people of the one before it: "and dozens wounded", "two others"."""
    if s.lows[first : last + 1] == ["others"] and s.lows[last + 1 : last + 2] and s.lows[last + 1] in S.AUXILIARIES:
        return False  # "three soldiers died and 27 others were injured": the others may be anybody
    return last < first or all(low in PEOPLE or kind(low) == "a" for low in s.lows[first : last + 1])


def kind(low: str) -> str | None:
    """Kind of a word for casualties; None for any other word."""
    found = CASUALTIES.get(low)
    return found[1] if found is not None else None


def _people(s: S.Sentence, first: int, last: int) -> bool:
    """Whether the counted words name people: an actor, a word such as "others", or an ending such as -ers."""
    stop = next((place for place in range(first + 1, last + 1) if s.lows[place] in S.PREPOSITIONS), last + 1)
    head = s.lows[stop - 1]
    if head in ACTORS or head in PEOPLE or kind(head) in ("n", "a"):
        return True
    return head.endswith(("ers", "ors", "ees", "ists", "ants", "ents", "men", "ians", "ans", "folk")) and head not in MATERIEL


def _scope(s: S.Sentence, start: int, end: int) -> Scope:
    """Whether a number is a total over a period or a part of one."""
    if PARTIAL_BEFORE.search(s.text[max(0, start - LISTED) : start]) or PARTIAL_AFTER.match(s.text, end):
        return "part_of"
    return "cumulative" if _period(s.text) else "incident"


@lru_cache(maxsize=8)
def _period(text: str) -> bool:
    """Whether a sentence speaks of a period; it is asked for each of its numbers."""
    low = text.lower()
    return any(word in low for word in PERIODS) and PERIOD.search(text) is not None
