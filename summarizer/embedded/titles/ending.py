"""Where a title may end: never in the middle of a phrase."""

from summarizer.embedded import cues
from summarizer.embedded import sentences as S
from summarizer.embedded.titles.words import (
    CALENDAR,
    ENDS,
    FINITE,
    INNER,
    NUMBERS,
    PARTICLES,
    SAYING,
    TIMES,
    TRAILING,
    UNFINISHED,
    WORDS,
)

__all__ = ["finish", "hedged", "mark"]


def finish(s: S.Sentence, last: int, room: int, *, phrase: bool, relative: bool = False) -> int | None:
    """Last word of the longest title with at most `room` words behind word `last` that breaks at the end of a phrase."""
    place, seen = last, []
    while place < len(s.words) and room >= 0:
        seen.append(place)
        place += 1
        if place >= len(s.words) or _ends(s, place) or (phrase and _other_clause(s, place)):
            break
        if relative and _finite(s, place):
            break
        if s.words[place] == "(":
            place = next((at for at in range(place, min(place + WORDS, len(s.words))) if s.words[at] == ")"), len(s.words))
        elif s.words[place] not in INNER:
            room -= 1
    return next((place for place in reversed(seen) if _may_end(s, place, phrase=phrase)), None)


def _other_clause(s: S.Sentence, place: int) -> bool:
    """Whether a word behind a noun begins what is only said of it: "that hit …", "is part of …"."""
    low = s.lows[place]
    if low in ("that", "which", "who", "whose", "where", "what", "as", "when", "while", "because", "if"):
        return True
    if low in S.CONJUNCTIONS and _another(s, place + 1):
        return True
    after = next((one for one in s.lows[place + 1 : place + 4] if one not in S.ADVERBS and one not in S.AUXILIARIES), ".")
    return low in cues.BE and after not in S.VERBS


def mark(s: S.Sentence, place: int) -> bool:
    """Whether a word is a mark that ends a clause; a hyphen inside a word is none."""
    if s.words[place] != "-" or not 0 < place < len(s.words) - 1:
        return s.words[place] in ENDS
    return not s.ends[place - 1] == s.starts[place] == s.ends[place] - 1 == s.starts[place + 1] - 1


def _finite(s: S.Sentence, place: int) -> bool:
    """Whether a word behind a noun phrase is a finite verb; "in May" and "following" are none."""
    low = s.lows[place]
    if low.endswith("ing") or s.lows[place - 1] in S.PREPOSITIONS or s.lows[place - 1] in S.DETERMINERS:
        return False
    return low in S.AUXILIARIES or (low in S.VERBS and low not in cues.NOUNS)


def _ends(s: S.Sentence, place: int) -> bool:
    """Whether a clause ends before a word: at a mark, or where somebody speaks."""
    word, low = s.words[place], s.lows[place]
    if mark(s, place):
        return not (word == "." and place + 1 < len(s.words) and (s.lows[place - 1] in CALENDAR or s.lows[place - 1] in S.TITLES))
    return low in SAYING or (low in S.AUXILIARIES and place + 1 < len(s.lows) and s.lows[place + 1] in SAYING)


def _may_end(s: S.Sentence, place: int, *, phrase: bool) -> bool:
    """Whether a title may end with a word: a noun or verb before a preposition, a participle, a clause or a mark."""
    low, word = s.lows[place], s.words[place]
    after = next((at for at in range(place + 1, len(s.words)) if s.words[at] not in INNER), len(s.words))
    follows = s.lows[after] if after < len(s.words) else "."
    if word in INNER:
        return False
    if low in PARTICLES and place and s.lows[place - 1] in S.VERBS:
        return not follows[0].isalnum() or follows in S.PREPOSITIONS
    if low in UNFINISHED or (place and s.lows[place - 1] == "to" and low in S.VERBS) or word == "-" or follows == "-":
        return False
    if low.endswith("ing") and low in S.VERBS and low not in cues.NOUNS and follows[0].isalpha():
        return False
    month = low == "may" and bool(place) and s.words[place - 1].isdigit()
    if (
        (low in TRAILING and not month)
        or (low.endswith(("'s", "s'")) and follows[0].isalnum())
        or (low in cues.VERBS and low not in cues.NOUNS)
    ):
        return False
    if (word[0].isdigit() or low in NUMBERS) and not (place and s.lows[place - 1] in CALENDAR):
        return bool(place) and s.lows[place - 1] in ("in", "since") and len(word) == 4
    if (
        low in TIMES
        and place
        and s.lows[place - 1] in S.PREPOSITIONS
        and ((follows == "." and after + 1 < len(s.words)) or follows[0].isdigit())
    ):
        return False
    if after >= len(s.words) or not follows[0].isalnum():
        return True
    if follows in S.PREPOSITIONS:
        return (
            follows not in ("of",) and not hedged(s, after) and not ((low in S.VERBS and follows == "to") or follows in PARTICLES)
        )
    if follows in S.CONJUNCTIONS:
        return _another(s, after + 1)
    if follows in S.SUBORDINATORS or follows == "that":
        return not (low in S.GRAMMAR["hedge"] or low in FINITE)
    if follows in TIMES or follows in S.ADVERBS or _ends(s, after):
        return low not in S.ADVERBS
    if phrase and (follows in S.AUXILIARIES or (follows in S.VERBS and follows not in cues.NOUNS)):
        return True
    return follows.endswith("ing") and follows in S.VERBS and follows not in cues.NOUNS


def _another(s: S.Sentence, place: int) -> bool:
    """Whether another verb begins behind "and": the clause may end before it."""
    while place < len(s.words) and s.lows[place] in S.ADVERBS:
        place += 1
    if place >= len(s.words):
        return True
    low = s.lows[place]
    return low in S.AUXILIARIES or low in S.SUBJECTS or low == "to" or (low in S.VERBS and low not in cues.NOUNS)


def hedged(s: S.Sentence, place: int) -> bool:
    """Whether a number follows: "over 80", "up to ten", "more than 200"."""
    if s.lows[place] not in S.GRAMMAR["hedge"]:
        return False
    return any(low[0].isdigit() or low in NUMBERS for low in s.lows[place + 1 : place + 3])
