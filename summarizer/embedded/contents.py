"""What was said, beside a cue: the clause, quotation, infinitive or noun phrase after it, or the clause before it."""

from typing import NamedTuple

from summarizer.embedded import cues
from summarizer.embedded import sentences as S
from summarizer.embedded.names import ACTORS

__all__ = ["Content", "after", "infinitive", "inverted", "noun_phrase", "reach", "unaged", "words_between"]

ADJUNCT = 16
"""Words. Hearer, time and place of a statement stand between cue and content within so many."""
CLAUSE = 25
"""Words. A clause has its finite verb within so many."""
LONGEST = 80
"""Words. A noun phrase has fewer; the words behind them are not looked through for its end."""
HEARER = 7
"""Words. Whom somebody told has fewer."""
DESCRIBED = 4
"""Words. A description before a speaker's name has fewer."""
DAYS = S.GRAMMAR["day"]
PARTS = S.GRAMMAR["part"]
QUESTIONS = S.GRAMMAR["question"] | {"that"}
COORDINATORS = frozenset({"and", "but", "while", "though", "although", "as", "yet", "so", ";"})
DIRECTED = frozenset({"condemns", "urges", "warns"})
"""Acts of speech whose verb goes on beside the one before it, whatever follows: "said … and called for …"."""
LEAVING = frozenset({"after", "although", "because", "though", "when", "while"})
"""Words with which a clause begins that is the writer's and no part of what was condemned or announced."""
COMMAS = frozenset({",", "—", "–", "--"})
TIMES = frozenset({"afternoon", "day", "evening", "moment", "month", "morning", "night", "point", "time", "week", "year"})
"""Words before which "that" points to a time and begins no clause."""


class Content(NamedTuple):
    """Words `first` to `last` of a sentence, and the words that date or place the statement."""

    first: int
    last: int
    said: str | None = None
    plain: bool = False


def reach(s: S.Sentence, cue: cues.Cue, following: list[cues.Cue]) -> int:
    """The last word that the content after `cue` may reach: before the first cue behind it that is not inside it."""
    for other in following:
        if other.first > cue.last + 2 and not other.infinitive:
            place = _cut(s, cue, other)
            if place is not None and place > cue.last:
                return place
    return len(s.words) - 1


def _cut(s: S.Sentence, cue: cues.Cue, other: cues.Cue) -> int | None:
    """The last word before a cue that goes on beside `cue`; None where it stands inside the content."""
    before = other.start - 1
    if s.words[before] == "," and other.verb.ing:
        return before - 1
    if s.lows[before] in ("and", "but") and not other.verb.ing:
        told = other.verb.frames & {"c", "q"} or other.verb.act in DIRECTED
        if other.verb.past != cue.verb.past or not told:
            return None
        return before - 2 if s.words[before - 1] == "," else before - 1
    subject = cues.subject(s, other.start)
    if subject is not None and subject[0] < cue.first < subject[2]:
        return subject[2] - 1
    if subject is not None and s.lows[subject[0] - 1] in ("which", "who") and s.words[subject[0] - 2] == ",":
        return subject[0] - 3  # "…, which he said was …"
    if subject is None or subject[0] <= cue.last + 3:
        return None
    place = subject[0] - 2
    joined = s.lows[subject[0] - 1] == "and" and s.words[place] == "," and s.lows[subject[0]] not in S.SUBJECTS
    if joined or s.lows[subject[0] - 1] in COORDINATORS - {"and"}:
        return place - 1 if s.words[place] == "," else place
    return place if s.words[subject[0] - 1] == "," and _closes(s, other) else None


def _closes(s: S.Sentence, cue: cues.Cue) -> bool:
    """Whether the sentence ends with the cue: "…, a source said"."""
    after = cue.last + 1
    if not cue.verb.frames & {"c", "q"}:
        return False
    return after >= len(s.words) - 1 or s.lows[after] in S.PREPOSITIONS or s.lows[after] in DAYS


def after(s: S.Sentence, cue: cues.Cue, end: int) -> Content | None:
    """The content that begins after the cue and ends at word `end` at the latest."""
    first = cue.last + 1
    frames = cue.verb.frames
    if frames & {"v", "d"}:
        return Content(cue.start, noun_phrase(s, cue.last, end), None, True)
    if first > end:
        return None
    if "k" in frames:
        return Content(first, end) if _named(s, first, end) else None
    found = _announced(s, cue, first, end)
    if found is not None:
        return found
    if "c" in frames and _clause(s, first, end):
        return Content(_hearer(s, first, end) if "p" in frames else first, end)
    if "c" in frames and s.lows[first] in S.AUXILIARIES and first < end:
        return Content(first, end)  # "which he said was …"
    opened = _later(s, first, end) if "c" in frames and not cue.infinitive else None
    if opened is not None:
        return Content(opened, end, s.span(first, opened - 1))
    first = _dated(s, first, end)
    if (
        "n" in frames
        and not cue.infinitive
        and not _adjunct(s, first)
        and s.words[first] not in cues.STOPS
        and s.lows[first] not in COORDINATORS
    ):
        last = noun_phrase(s, first, end)
        return Content(first, last, None, True) if last > first or s.lows[first] not in S.PRONOUNS else None
    return None


def _announced(s: S.Sentence, cue: cues.Cue, first: int, end: int) -> Content | None:
    """Content that a word or a mark announces: that, whether, to, a quotation mark, a colon."""
    frames = cue.verb.frames
    for place in range(first, min(end, first + ADJUNCT) + 1):
        low, word = s.lows[place], s.words[place]
        if low == "that" and place < end and s.lows[place + 1] in TIMES:
            continue  # "found a car parked that day"
        if (
            low in QUESTIONS
            and not (cue.infinitive and low != "that")
            and frames & {"c", "t", "x", "p"}
            and (low == "that" or place == first or "p" in frames)
        ):
            if low != "that" and not frames & {"x", "p", "c"}:
                return None
            begin = place + 1 if low == "that" and place < end else place
            return Content(begin, end, words_between(s, first, place))
        if s.quoted[place] or word in S.OPENING:
            return _quotation(s, cue, first, place, end)
        if word == ":":
            return Content(place + 1, end, words_between(s, first, place)) if place < end and "q" in frames else None
        if (opened := _opens(s, cue, first, place)) is not None:
            return Content(opened, noun_phrase(s, place, end) if low == "as" else end)
        verb = low in S.VERBS and (s.capitals or not word[0].isupper())
        acts = low.endswith("ed") and s.lows[place - 1] in S.CONJUNCTIONS
        if place > first and (low in S.AUXILIARIES or verb or acts or word in (",", ";")):
            return None
    return None


def _opens(s: S.Sentence, cue: cues.Cue, first: int, place: int) -> int | None:
    """First word of an infinitive, an "of" phrase or an "as" phrase at `place` that is the content of the cue."""
    frames, low = cue.verb.frames, s.lows[place]
    near = place == first or "p" in frames
    if cue.infinitive:
        return None
    if low == "to" and "i" in frames and infinitive(s, place) and (near or cue.verb.lemma in ("ask", "want", "expect")):
        return first
    if low in ("of", "for", "about", "on", "over", "against") and "o" in frames and near:
        return first
    return first if low == "as" and "a" in frames and s.lows[place - 1] != "such" else None


def _later(s: S.Sentence, first: int, end: int) -> int | None:
    """First word of a clause without "that" behind the day or the channel of a statement: "said Tuesday they had left"."""
    place = first + (s.lows[first] in S.PREPOSITIONS) if first < end else first
    while place < end and s.lows[place] in PARTS:
        place += 1
    if s.lows[place] in DAYS and place < end and _clause(s, place + 1, end):
        return place + 1
    if s.lows[first] not in S.PREPOSITIONS:
        return None
    for place in range(first + 1, min(end, first + ADJUNCT)):
        if s.quoted[place] or s.words[place] in COMMAS or s.lows[place] in S.AUXILIARIES:
            return None
        if s.lows[place] in S.SUBJECTS and (s.lows[place + 1] in S.AUXILIARIES or s.lows[place + 1] in S.VERBS):
            return place
    return None


def _hearer(s: S.Sentence, first: int, end: int) -> int:
    """First word of a clause without "that" behind the one who hears it: "told the court it was safe"."""
    for place in range(first + 1, min(end, first + HEARER)):
        if s.lows[place] in S.SUBJECTS and (s.lows[place + 1] in S.AUXILIARIES or s.lows[place + 1] in S.VERBS):
            return place
        if s.lows[place] in S.AUXILIARIES or s.words[place] in COMMAS or s.lows[place] in S.SUBORDINATORS:
            break
    return first


def _dated(s: S.Sentence, first: int, end: int) -> int:
    """First word behind the day of a statement, where a noun phrase follows: "announced on Friday the arrest"."""
    place = first + (s.lows[first] == "on")
    while place < end and s.lows[place] in PARTS:
        place += 1
    if place + 1 >= end or s.lows[place] not in DAYS or s.lows[place + 1] not in S.DETERMINERS:
        return first
    return place + 1


def infinitive(s: S.Sentence, place: int) -> bool:
    """Whether the "to" at word `place` begins an infinitive."""
    if place + 1 >= len(s.words):
        return False
    low = s.lows[place + 1]
    if low in S.DETERMINERS or low in S.PREPOSITIONS or low in S.PRONOUNS or low in S.GRAMMAR["number"] or low.endswith("ing"):
        return False
    return s.capitals or not s.words[place + 1][0].isupper()


def _quotation(s: S.Sentence, cue: cues.Cue, first: int, place: int, end: int) -> Content | None:
    """Content that begins with a quotation, or with the clause in which one stands."""
    frames = cue.verb.frames
    if place > first and "c" in frames and not _bridges(s, first, place):
        return Content(first, end) if _clause(s, first, end) else None
    if "n" in frames and place > first and not ("q" in frames and s.words[first] in (",", ":")):
        return Content(first, noun_phrase(s, place, end), None, True)
    if not frames & {"q", "a"}:
        return None
    start = place if s.quoted[place] else place + 1
    end = _unquoted(s, start, end)
    return Content(start, end, words_between(s, first, place)) if start <= end else None


def _unquoted(s: S.Sentence, start: int, end: int) -> int:
    """The last word of a quotation behind which the writer tells what the speaker did next: "said “no” and left"."""
    mark = next((place for place in range(start, end) if not s.quoted[place]), end)
    after = s.lows[mark + 1 : mark + 3]
    if s.words[mark] not in S.MARKS or not after or mark == start:
        return end
    acts = after[0] == "and" and after[1:] and (after[1] in S.VERBS or after[1][-2:] == "ed") and after[1] not in cues.NOUNS
    return mark - 1 if acts or after[0] in LEAVING else end


def _bridges(s: S.Sentence, first: int, place: int) -> bool:
    """Whether the words between cue and quotation only name the hearer, the time or the place."""
    mark = place - 1
    while mark > first and s.words[mark] in S.MARKS:
        mark -= 1
    low = s.lows[first]
    return mark < first or low in S.PREPOSITIONS or low in DAYS or low in S.GRAMMAR["hearer"] or s.words[mark] in (",", ":")


def words_between(s: S.Sentence, first: int, place: int) -> str | None:
    """The words from `first` to before `place` that date or place the statement."""
    stop = place - 1
    while stop >= first and (s.words[stop] in (",", ":") or s.words[stop] in S.MARKS):
        stop -= 1
    for begin in range(first, stop + 1):
        if s.lows[begin] in S.PREPOSITIONS or s.lows[begin] in DAYS:
            return s.span(begin, stop)
    return None


def _clause(s: S.Sentence, first: int, end: int) -> bool:
    """Whether a clause of its own begins at word `first`: a noun phrase, then a finite verb."""
    if s.words[first] in cues.STOPS or _adjunct(s, first):
        return False
    if s.lows[first] in S.SUBJECTS:
        return True
    for place in range(first + 1, min(end, first + CLAUSE) + 1):
        low = s.lows[place]
        if low in S.AUXILIARIES or (low in S.VERBS and low not in cues.NOUNS and s.lows[place - 1] not in S.DETERMINERS):
            return True
        joined = s.lows[place - 1] in S.DETERMINERS or s.lows[place - 1] in S.CONJUNCTIONS
        if low.endswith("ed") and len(low) > 4 and not joined:
            return True
        if s.words[place] == ";":
            return False
    return False


def _named(s: S.Sentence, first: int, end: int) -> bool:
    """Whether an object and what it is called follow: "called the raid a crime", "called him “unstable”"."""
    for place in range(first + 1, min(end, first + ADJUNCT) + 1):
        if s.quoted[place] or s.lows[place] in ("a", "an"):
            return True
        leaves = s.lows[place] in S.PREPOSITIONS and s.lows[place] != "of" and s.lows[first] in ("a", "an")
        if leaves or s.words[place] in COMMAS:
            return False
    return False


def _adjunct(s: S.Sentence, first: int) -> bool:
    """Whether what begins at word `first` tells when, where or to whom, not what."""
    low = s.lows[first]
    number = first
    while number + 1 < len(s.lows) and s.lows[number] in S.GRAMMAR["hedge"]:
        number += 1
    if number > first and (s.lows[number][0].isdigit() or s.lows[number] in S.GRAMMAR["number"]):
        return False  # "said over 30,000 people fled", "claims at least 20 died"
    return low in S.PREPOSITIONS or low in DAYS or low in COORDINATORS or low in ("when", "because", ".")


def noun_phrase(s: S.Sentence, first: int, end: int) -> int:
    """The last word of a noun phrase used as content: before the next comma, "but", or "and" with a verb."""
    for place in range(first + 1, min(end, first + LONGEST) + 1):
        if s.quoted[place]:
            continue
        low = s.lows[place]
        if s.words[place] == ";" or low == "but" or (s.words[place] in COMMAS and _leaves(s, place)):
            return place - 1 if s.words[place - 1] not in COMMAS else place - 2
        if low == "and" and place < end and (s.lows[place + 1] in S.VERBS or s.lows[place + 1] in S.AUXILIARIES):
            return place - 1
        if (low in LEAVING and place < end) or (low == "and" and _acts(s, place + 1, end)):
            return place - 1
    return end


def _acts(s: S.Sentence, place: int, end: int) -> bool:
    """Whether a word in -ed is a verb that its object or infinitive follows: "and attempted to"."""
    if place >= end or not s.lows[place].endswith("ed"):
        return False
    after = s.lows[place + 1]
    return after in S.DETERMINERS or after in S.PREPOSITIONS or after in S.PRONOUNS


def _leaves(s: S.Sentence, place: int) -> bool:
    """Whether a clause of its own follows the comma at word `place`."""
    after = s.lows[place + 1] if place + 1 < len(s.lows) else ""
    return (
        after in S.CONJUNCTIONS
        or after in S.SUBJECTS
        or after.endswith("ing")
        or after in LEAVING
        or after in ("as", "which", "who")
    )


def _told(s: S.Sentence, stop: int) -> bool:
    """Whether a finite verb stands before word `stop`, so that a clause does."""
    lows = s.lows[:stop]
    return (
        any(low in S.AUXILIARIES or low in S.VERBS or (low.endswith("ed") and len(low) > 4) for low in lows)
        or s.words[stop - 1] in S.MARKS
    )


def unaged(s: S.Sentence, place: int) -> int:
    """The word behind an age or a date that describes a speaker: "34-year-old", "9/11"."""
    aged = place + 3 < len(s.words) and s.words[place].isdigit() and s.words[place + 1] in ("-", "/")
    return place + 3 if aged else place


def inverted(s: S.Sentence, cue: cues.Cue) -> bool:
    """Whether the subject follows the verb: "…, said the minister"."""
    place = unaged(s, cue.last + 1)
    if (
        not cue.first
        or place >= len(s.words)
        or cue.start != cue.first
        or cue.verb.ing
        or cue.verb.lemma not in S.GRAMMAR["invert"]
    ):
        return False
    if s.words[cue.first - 1] not in COMMAS and s.words[cue.first - 1] not in S.MARKS and s.words[cue.first - 1] not in "’!?":
        return False
    if ":" in s.words[place : place + 6]:
        return False
    if s.words[cue.first - 1] in COMMAS and not s.quoted[cue.first - 2] and not _told(s, cue.first - 1):
        return False
    if s.lows[place] in S.SUBJECTS and s.lows[place] != "it":
        return s.lows[place + 1 : place + 2] in ([","], ["."], ["in"])
    if s.lows[place] in S.DETERMINERS and s.words[cue.first - 1] not in S.MARKS and _clause(s, place, len(s.words) - 1):
        return False
    return s.words[place][0].isupper() or s.lows[place] in S.DETERMINERS or s.lows[place] == "one" or _described(s, place)


def _described(s: S.Sentence, place: int) -> bool:
    """Whether somebody without an article stands at word `place`: "police", "survivor Alfani Bahati"."""
    for at in range(place, min(place + DESCRIBED, len(s.words))):
        low = s.lows[at]
        if low in ACTORS or (at > place and s.words[at][0].isupper()):
            return True
        if not s.words[at][0].isalpha() or low in S.VERBS or low in S.PREPOSITIONS or low in S.AUXILIARIES:
            return False
    return False
