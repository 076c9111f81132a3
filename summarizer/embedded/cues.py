"""Reporting verbs in a sentence, with the subject that stands before each and what stands after it."""

from dataclasses import dataclass

from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables

__all__ = ["BE", "NOUNS", "STOPS", "VERBS", "Cue", "Verb", "find", "finite", "main", "subject"]


@dataclass(slots=True, frozen=True)
class Verb:
    """One form of a reporting verb."""

    lemma: str
    act: str
    frames: frozenset[str]
    rest: tuple[str, ...] = ()
    ing: bool = False
    past: bool = False


@dataclass(slots=True)
class Cue:
    """A reporting verb at words `first` to `last`, with the words before it that belong to it from `start`."""

    start: int
    first: int
    last: int
    verb: Verb
    negated: bool
    passive: bool
    infinitive: bool


def _table() -> dict[str, tuple[Verb, ...]]:
    """Form → verbs with that first word, those with a particle first."""
    found: dict[str, list[Verb]] = {}
    for row in tables.rows("reporting"):
        given, act, frames = row
        given, _, fixed = (part.strip() for part in given.partition("+"))
        words = given.split()
        particle = words[-1] if len(words) > 1 and words[-1] in S.PREPOSITIONS | S.ADVERBS | {"out"} else None
        stem = " ".join(words[:-1]) if particle else given
        rest = tuple(fixed.split()) if fixed else (particle,) if particle else ()
        for form in tables.forms(stem):
            past = not form.endswith("ing") and form != stem.split()[0] and not form.endswith("s")
            verb = Verb(stem.split()[0], act, frozenset(frames.split(",")), rest, form.endswith("ing"), past)
            found.setdefault(form, []).append(verb)
    return {form: tuple(sorted(verbs, key=lambda verb: -len(verb.rest))) for form, verbs in found.items()}


VERBS = _table()
NOUNS = S.GRAMMAR["noun"] | frozenset(form for row in tables.rows("actors") for form in tables.nouns(row[0]))
"""Forms that are nouns or adjectives after a determiner, an adjective or a preposition."""
BE = S.GRAMMAR["be"]
DAYS = S.GRAMMAR["day"]
STATES = frozenset(row[0] for row in tables.rows("casualties") if row[2] == "a")
"""Adjectives that say what became of people: dead, missing."""
OPENING = 80
"""Words. The first finite verb of a sentence stands among so many."""
LONGEST = 60
"""Words. A subject has no more; the words before them are not read."""
DEPTH = 3
"""Appositions inside one another that a subject is followed through."""
MARKED = S.VERBS | VERBS.keys() | S.AUXILIARIES | S.SUBORDINATORS | {".", "but", "may", "than"}
"""Words at which a noun phrase may end; any other word but one in -ed may stand inside it."""
STOPS = frozenset(",;:—–()[]…") | S.MARKS | {"--", "...", "-"}


def find(sentence: S.Sentence) -> list[Cue]:
    """The reporting verbs outside quotations, in order."""
    found = []
    lows, quoted = sentence.lows, sentence.quoted
    for place in [place for place, low in enumerate(lows) if low in VERBS and not quoted[place]]:
        for verb in VERBS[lows[place]]:
            last = _last(lows, place, verb.rest)
            if last is not None:
                if cue := _cue(sentence, place, last, verb):
                    found.append(cue)
                break
    return found


def _last(lows: list[str], place: int, rest: tuple[str, ...]) -> int | None:
    """The last word of a verb with the words that must follow it, a day or an adverb between: "called on Friday for"."""
    size = len(rest)
    if tuple(lows[place + 1 : place + 1 + size]) == rest:
        return place + size
    after = place + 1
    if lows[after : after + 1] == ["on"] and lows[after + 1 : after + 2] != [] and lows[after + 1] in DAYS:
        after += 1
    if after < len(lows) and (lows[after] in DAYS or lows[after] in S.ADVERBS or lows[after].endswith("ly")):
        return after + size if tuple(lows[after + 1 : after + 1 + size]) == rest else None
    return None


def _cue(sentence: S.Sentence, place: int, last: int, verb: Verb) -> Cue | None:
    """The cue at `place`, unless the word is a noun or an adjective there."""
    lows = sentence.lows
    start, negated, passive, infinitive = place, False, False, False
    while start > 0:
        low = lows[start - 1]
        if low in S.AUXILIARIES or low in S.ADVERBS or low in ("'ve", "'s", "'d"):
            passive = passive or (low in BE and verb.past)
            negated = negated or low in S.NEGATIONS or low == "not"
        elif low == "to":
            infinitive = True
            break
        else:
            break
        start -= 1
    before = lows[start - 1] if start else ""
    if before in S.CONJUNCTIONS and lows[place] == verb.lemma and "to" in lows[max(0, start - 14) : start]:
        infinitive = True
    if sentence.words[place][0].isupper() and place and not sentence.capitals and sentence.words[place - 1] not in STOPS:
        return None
    after = lows[place + 1] if place + 1 < len(lows) else ""
    if (
        verb.past
        and verb.lemma != "say"
        and start == place
        and (after in S.AUXILIARIES or (after in S.VERBS and after not in NOUNS and not after.endswith("ing")))
    ):
        return None
    if start == place and verb.lemma == "report" and verb.past and after in ("", "."):
        return None
    if start == place and lows[place] in NOUNS and _nominal(sentence, place, before):
        return None
    if start == place and before in S.DETERMINERS and before not in ("this", "that", "many", "some", "all", "both", "each"):
        return None
    if "d" in verb.frames and not negated:
        return None
    if start == place and verb.past and after in STATES and lows[place] in S.GRAMMAR["status"] and _told_of(sentence, place):
        return None
    return Cue(start, place, last, verb, negated, passive, infinitive)


def _told_of(sentence: S.Sentence, place: int) -> bool:
    """Whether a participle says what is known of the people before it: "the miners confirmed dead in the pit"."""
    if place + 2 >= len(sentence.lows):
        return True
    after = sentence.lows[place + 2]
    return not after[0].isalpha() or after in S.PREPOSITIONS or after in S.AUXILIARIES or after in S.CONJUNCTIONS


def _nominal(sentence: S.Sentence, place: int, before: str) -> bool:
    """Whether a word that may be a noun is one: after a determiner, a possessive, a preposition or an adjective."""
    if not before:
        return True
    after = sentence.lows[place + 1] if place + 1 < len(sentence.lows) else ""
    if before in S.PREPOSITIONS and sentence.lows[place].endswith("ing") and (after in S.SUBJECTS or after == "that"):
        return False  # "by saying he would", "after warning that"
    if after in (",", ":") and not S.MARKS.isdisjoint(sentence.words[place + 2 : place + 3]):
        return False  # "…, saying, “…”"
    if before in S.DETERMINERS or before in S.PREPOSITIONS or before.endswith(("'s", "s'")):
        return True
    if before[0].isdigit() or before in S.GRAMMAR["number"]:
        return True
    if after in S.AUXILIARIES or after in ("of", ".", ",") or after in S.VERBS:
        return True
    if not sentence.capitals and sentence.words[place - 1][0].isupper():
        return False
    return before.endswith(("al", "ive", "ous", "ic", "ed", "ing", "new", "full", "early", "first")) and before not in S.SUBJECTS


def subject(sentence: S.Sentence, place: int, depth: int = 0) -> tuple[int, int, int] | None:
    """The noun phrase that ends before word `place`: its first word, the last word of its head part, its last word."""
    lows, words = sentence.lows, sentence.words
    end = place - 1
    if end < 0:
        return None
    head = end
    if lows[end] in S.CONJUNCTIONS:
        return None
    if words[end] in (",", "—", "–", ")", "--"):
        opened = _apposition(sentence, end)
        if opened is None:
            return None
        head = _antecedent(sentence, opened - 1) if words[opened - 1] == ")" else opened - 1
        head = _resident(sentence, head)
        if head > 1 and words[head].isdigit() and words[head - 1] == ",":
            head -= 2  # "Schiff, 56, who has …, said"
    elif lows[end] in ("who", "which", "that"):
        head = _antecedent(sentence, end - 1)
    start, farthest = head, max(0, head - LONGEST)
    while start >= farthest and _inside(sentence, start, sentence.quoted[end]):
        start -= 1
    start += 1
    relative = _relative(sentence, start)
    if relative is not None and depth < DEPTH:
        outer = subject(sentence, relative, depth + 1)
        return (outer[0], outer[1], end) if outer else None
    while start < head and (lows[start] in S.CONJUNCTIONS or lows[start] in S.ADVERBS or lows[start] in S.PREPOSITIONS):
        if lows[start] == "at" and lows[start + 1] in ("least", "most"):
            break
        start += 1
    if start > head:
        return None
    start = _list(sentence, start)
    if start > 1 and lows[start - 1] in (",", "—") and lows[start].endswith(("ed", "ing")) and _participle(sentence, start):
        outer = subject(sentence, start - 1, depth + 1) if depth < DEPTH else None
        return (outer[0], outer[1], end) if outer else None
    return start, head, end


def _resident(sentence: S.Sentence, head: int) -> int:
    """The last word before where somebody lives: "Donna Rawlings, 59" of "Donna Rawlings, 59, of Ashton, Md., who …"."""
    words, place = sentence.words, head - (sentence.words[head] == ".")
    while place > 2 and (words[place][0].isupper() or words[place] == ","):
        place -= 1
    return place - 2 if place > 2 and sentence.lows[place] == "of" and words[place - 1] == "," else head


def _participle(sentence: S.Sentence, place: int) -> bool:
    """Whether a word in -ed or -ing is one: no noun, and no name ("In a statement, Husted said")."""
    return sentence.lows[place] not in NOUNS and (sentence.words[place][0].islower() or sentence.capitals)


def _relative(sentence: S.Sentence, start: int) -> int | None:
    """The relative pronoun whose clause the words from `start` on end: "the charity that runs a school (has said)"."""
    lows, place = sentence.lows, start - 1
    while place > 0 and (
        lows[place] in S.VERBS or lows[place] in S.AUXILIARIES or lows[place] in S.ADVERBS or lows[place] == "to"
    ):
        place -= 1
    if place < 1 or lows[place] not in ("who", "which", "that") or sentence.quoted[place]:
        return None
    verb = place + 1 < start or (lows[start] in S.VERBS and not S.DETERMINERS.isdisjoint(lows[start + 1 : start + 2]))
    before = lows[place - 1]
    noun = before[0].isalpha() and before not in VERBS and before not in S.PREPOSITIONS and before not in S.CONJUNCTIONS
    return place if verb and noun and (before not in S.VERBS or before in NOUNS) else None


def _list(sentence: S.Sentence, start: int) -> int:
    """First word of a list of names that ends with the name at word `start`: "Mali, Niger and Burkina Faso"."""
    words = sentence.words
    if start < 3 or sentence.capitals or sentence.lows[start - 1] != "and" or not words[start][0].isupper():
        return start
    place = start - 2 if words[start - 2] != "," else start - 3
    while place >= 0 and words[place][0].isupper() and words[place][0].isalpha():
        while place > 0 and words[place - 1][0].isupper() and words[place - 1][0].isalpha():
            place -= 1
        start = place
        if place < 2 or words[place - 1] != ",":
            break
        place -= 2
    return start


def _antecedent(sentence: S.Sentence, place: int) -> int:
    """Last word of what a relative pronoun behind word `place` points to, appositions and acronyms skipped."""
    words = sentence.words
    while place > 0 and words[place] == ",":
        opened = _apposition(sentence, place)
        place = opened - 1 if opened is not None and opened > 0 else place - 1
    while place > 0 and words[place] == ")":
        opened = _apposition(sentence, place)
        if opened is None:
            break
        place = opened - 1
    return place


def main(sentence: S.Sentence, limit: int) -> tuple[int, int, int] | None:
    """The subject of the sentence's first finite verb before word `limit`."""
    if sentence.main is None:
        sentence.main = _main(sentence)
    place, found = sentence.main
    if found is not None and place < limit:
        return found
    if sentence.other is None:
        sentence.other = _other(sentence)
    place, found = sentence.other
    return found if place < limit else None


def _main(sentence: S.Sentence) -> tuple[int, tuple[int, int, int] | None]:
    """The first finite verb of a sentence that has a subject, and the subject."""
    for place in range(1, min(len(sentence.words), OPENING)):
        low = sentence.lows[place]
        if sentence.quoted[place]:
            continue
        if low in S.AUXILIARIES or (low in S.VERBS and low not in NOUNS and not low.endswith("ing")):
            found = subject(sentence, place)
            if found is not None:
                return place, found
    return 0, None


def _other(sentence: S.Sentence) -> tuple[int, tuple[int, int, int] | None]:
    """The same where no verb of the tables is finite: a word in -ed behind a name or a mark ("Clinton chimed in")."""
    for place in range(1, min(len(sentence.words), OPENING)):
        low, stop = sentence.lows[place], place - (place > 1 and sentence.lows[place - 1] in S.ADVERBS)
        before = sentence.words[stop - 1]
        if low[-2:] == "ed" and low not in NOUNS and not sentence.quoted[place] and (before[0].isupper() or before == ","):
            found = subject(sentence, stop)
            if found is not None and sentence.words[found[0]][0].isupper():
                return place, found
    return 0, None


def _inside(sentence: S.Sentence, place: int, quoted: bool) -> bool:
    """Whether the word may stand inside a noun phrase."""
    low, word = sentence.lows[place], sentence.words[place]
    if sentence.quoted[place] != quoted or word in STOPS:
        return False
    if low not in MARKED and not low.endswith("ed"):
        return not (low in DAYS and sentence.lows[place + 1 : place + 2] == ["and"])  # "on Monday and a child died"
    if word == ".":
        return place > 0 and (sentence.lows[place - 1] in S.TITLES or len(sentence.words[place - 1]) == 1)
    if low == "than":
        return place > 0 and sentence.lows[place - 1] in S.GRAMMAR["hedge"]
    if low == "may" and word == "May":
        return True
    if low in S.AUXILIARIES or low in S.SUBORDINATORS or low in ("but",):
        return False
    if low in VERBS and low in NOUNS and place > 0 and _announcing(sentence, place):
        return False
    if low in VERBS and low not in NOUNS:
        return sentence.words[place][0].isupper() and place > 0 and not sentence.text.isupper()
    if low.endswith("ed") and low not in NOUNS and finite(sentence, place):
        return False
    if low in S.VERBS and low not in NOUNS and not low.endswith(("ed", "ing")):
        if place == 0:
            return word[0].isupper() and not sentence.capitals
        return sentence.lows[place - 1] in S.DETERMINERS or (word[0].isupper() and not sentence.capitals)
    return not (low in S.VERBS and low not in NOUNS and place > 0 and sentence.lows[place - 1] in S.AUXILIARIES)


def _announcing(sentence: S.Sentence, place: int) -> bool:
    """Whether a word that may be a noun is a verb before a number: "the opposition claims at least 20 people (died)"."""
    after = sentence.lows[place + 1 : place + 4]
    while after and after[0] in S.GRAMMAR["hedge"]:
        after = after[1:]
    number = bool(after) and (after[0][0].isdigit() or after[0] in S.GRAMMAR["number"])
    return number and sentence.lows[place].endswith(("s", "saying")) and not _nominal(sentence, place, sentence.lows[place - 1])


def finite(sentence: S.Sentence, place: int) -> bool:
    """Whether a word in -ed is a verb: a noun stands before it, and a determiner, a number or a pronoun behind it."""
    if place == 0 or place + 1 >= len(sentence.words):
        return False
    before, after = sentence.lows[place - 1], sentence.lows[place + 1]
    if (
        before in S.DETERMINERS
        or before in S.PREPOSITIONS
        or before in S.CONJUNCTIONS
        or before in S.ADVERBS
        or not before[0].isalpha()
    ):
        return False
    return after in S.DETERMINERS or after in S.SUBJECTS or after[0].isdigit() or after in S.GRAMMAR["number"]


def _apposition(sentence: S.Sentence, end: int) -> int | None:
    """Where the apposition or relative clause that ends with mark `end` begins (its opening mark)."""
    mark = sentence.words[end]
    pair = {")": "("}.get(mark, mark)
    listed = False
    for place in range(end - 1, max(end - 40, 0), -1):
        if sentence.quoted[place]:
            return None
        if sentence.words[place] != pair:
            continue
        after = sentence.lows[place + 1]
        if pair == "(":
            return place
        if after in S.CONJUNCTIONS:
            listed = True
        elif listed and after not in ("who", "which", "whose"):
            continue
        elif _describes(sentence, place, end):
            return place
    return None


def _describes(sentence: S.Sentence, place: int, end: int) -> bool:
    """Whether the words behind the comma at `place` say more about what stands before it."""
    after = sentence.lows[place + 1]
    if after in S.DETERMINERS or after in ("who", "which", "whose", "speaking", "one", "head", "also") or after.isdigit():
        return True
    if after in S.TITLES or not sentence.words[place + 1][0].isupper():
        return True
    return end - place <= 8
