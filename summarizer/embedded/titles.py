"""Titles: what a sentence tells as a desk would head it, a clause with its subject or the event's noun with its place."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from schemas.extraction import EventType
from summarizer.embedded import cues
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.embedded.triggers import TRIGGERS, Trigger

__all__ = ["Company", "Title", "best"]

WORDS = 12
"""Words of a title, as the record's field asks."""
TRIED = 4
"""Triggers of a sentence that are tried."""
OPENING = 12
"""Characters at the beginning of a sentence in which its place may stand."""
NEAR = 6
"""Words between a verb such as "launched" and its noun."""
CLAUSE, PHRASE, KIND = 6, 3, 0
"""Worth of a clause, of a noun phrase, and of a title that only names the kind of event."""
HEADLINE = 20
"""Worth of the headline itself: no sentence is better."""
ENDS = frozenset({",", ";", ":", "—", "–", "--", ".", "-", "...", "…", "?", "!", "/", "|"})
KINDS: dict[str, tuple[str, str]] = {row[0]: (row[1], row[2]) for row in tables.rows("kinds")}
CALENDAR = S.GRAMMAR["month"] | S.GRAMMAR["day"]
WEEKDAYS = S.GRAMMAR["day"] - {"today", "tonight", "yesterday"}
TIMES = CALENDAR | frozenset({"early", "late", "last", "morning", "afternoon", "evening", "night", "overnight"})
COUNTING = frozenset({"about", "almost", "around", "just", "nearly", "one", "only", "over", "up"})
LEADING = (
    S.CONJUNCTIONS | S.SUBORDINATORS | S.ADVERBS | S.PREPOSITIONS | frozenset({"according", "also", "such", "that", "then"})
) - COUNTING
POINTERS = S.SUBJECTS | frozenset(
    {"all", "both", "many", "most", "one", "others", "some", "that", "there", "these", "this", "those", "what", "which", "who"}
)
OWNERS = frozenset({"her", "his", "its", "my", "our", "their", "your"})
PARTICLES = frozenset({"apart", "away", "back", "down", "off", "out", "over", "up", "dead"})
TRAILING = S.CONJUNCTIONS | S.PREPOSITIONS | S.DETERMINERS | S.AUXILIARIES | S.SUBORDINATORS | S.SUBJECTS | S.NEGATIONS | S.TITLES
UNFINISHED = (S.ADVERBS - {"ago", "elsewhere", "overnight", "today", "tomorrow", "tonight", "yesterday", "again"}) | {
    "early",
    "late",
    "last",
}
NUMBERS = S.GRAMMAR["number"]
TELLING = (
    S.GRAMMAR["light"]
    | frozenset({"ended", "ends", "foil", "foiled", "foils", "survived", "thwarted", "win", "wins", "won"})
    | frozenset(form for row in tables.rows("outcomes") for form in tables.forms(row[0]))
    | frozenset(low for low, entries in TRIGGERS.items() if any(entry[3] == "v" and len(entry[0]) == 1 for entry in entries))
)
"""Verbs whose object is a happening: "launched an attack", "repelled an assault"."""
SAYING = frozenset(cues.VERBS) - cues.NOUNS - TELLING
DECIDING = frozenset({"agreed", "decided", "refused", "voted"})
HURTING = frozenset(
    form for row in tables.rows("casualties") if row[2] == "v" and " " not in row[0] for form in tables.forms(row[0])
) | {"shot"}
LIKE_ADVERBS = frozenset({"ally", "anomaly", "assembly", "family", "italy", "july", "rally", "reply", "supply"})
"""Words in -ly that are no adverbs."""
LOST = frozenset({"death", "deaths"})
COUNTED = frozenset({"number", "toll", "dozens", "total"})
INNER = frozenset('“”„«»"()[]‘') | S.MARKS


@dataclass(slots=True, frozen=True)
class Company:
    """What is known of the event besides the sentence."""

    type: EventType
    actor: str | None = None
    target: str | None = None
    places: Sequence[str] = ()
    date: str | None = None
    small: Collection[str] = frozenset()
    """Words that the text writes without a capital, and never with one inside a sentence."""


@dataclass(slots=True, frozen=True)
class Title:
    """A title, and how well its sentence tells the event."""

    text: str
    worth: int


def best(s: S.Sentence, triggers: Sequence[Trigger], company: Company, *, headline: bool = False) -> Title:
    """The best title that a sentence gives for the event of these triggers; the first one of equals."""
    if headline and (whole := _headline(s)) is not None:
        return Title(_cased(s, whole, company.small), HEADLINE)
    found: Title | None = None
    for trigger in sorted(triggers, key=lambda one: -one.weight)[:TRIED]:
        for text, worth in _forms(s, trigger, company):
            if found is None or worth + trigger.weight > found.worth:
                found = Title(_cased(s, text, company.small), worth + trigger.weight)
            break
    return found or Title(_kind(company), KIND)


def _forms(s: S.Sentence, trigger: Trigger, company: Company) -> Iterator[tuple[str, int]]:
    """The titles of one trigger, the best first."""
    if s.lows[trigger.first] in LOST:
        if text := _lost(s, trigger.first):
            yield text, CLAUSE
    elif trigger.kind != "n" or _verbal(s, trigger.first):
        if text := _clause(s, trigger.first, trigger.last, company):
            yield text, PHRASE - 1 if _claims(s, trigger.first) else CLAUSE
        elif (s.lows[trigger.first] in cues.NOUNS or trigger.first == 0) and s.lows[trigger.first].endswith("ing"):
            yield _phrase(s, trigger, company), PHRASE
    else:
        verb = _governor(s, trigger.first)
        if trigger.first and s.lows[trigger.first] in S.PREPOSITIONS | {"dead"} and s.lows[trigger.first - 1] not in TRAILING:
            verb = trigger.first - 1
        if verb is not None and (text := _clause(s, verb, trigger.last, company)):
            yield text, CLAUSE
        if text := _phrase(s, trigger, company):
            lows = text.lower().split()
            told = any(low in TELLING | HURTING and low not in cues.NOUNS for low in lows)
            yield text, CLAUSE if told else PHRASE + any(low in S.PREPOSITIONS for low in lows)


def _claims(s: S.Sentence, place: int) -> bool:
    """Whether the verb is what the speaker says of himself: "JNIM said it had taken …"."""
    lows = s.lows[max(0, place - NEAR) : place]
    return not SAYING.isdisjoint(lows) and not {"it", "they", "to"}.isdisjoint(lows)


def _verbal(s: S.Sentence, place: int) -> bool:
    """Whether a phrase such as "took control of" begins with a verb."""
    before = s.lows[place - 1] if place else ""
    known = s.lows[place] in S.VERBS and s.lows[place] not in cues.NOUNS and not s.lows[place].endswith("ing")
    return known or (before in S.AUXILIARIES and s.lows[place].endswith(("ed", "en")))


def _headline(s: S.Sentence) -> str | None:
    """The words of a headline that can stand as a title whole."""
    start = 2 if s.words[1:2] == [":"] else 0
    words = _kept(s, range(start, len(s.words)))
    if not 3 <= len(words) <= WORDS or s.lows[start] in LEADING or s.lows[start] in POINTERS or any(s.quoted):
        return None
    if any(word in ENDS and word not in (",", ".") and _mark(s, at) for at, word in enumerate(s.words) if at >= start):
        return None
    return None if any(low in SAYING for low in s.lows) else " ".join(words).rstrip(" .")


def _clause(s: S.Sentence, first: int, last: int, company: Company) -> str | None:
    """The clause of the verb at `first`, subject and all, through word `last` at least."""
    place = first
    while place > 0 and (s.lows[place - 1] in S.AUXILIARIES or _adverb(s.lows[place - 1])):
        place -= 1
    group = s.lows[place:first]
    perfect = "have" in group and s.lows[place - 1 : place] == ["to"]
    if perfect:
        place += group.index("have") + 1
    elif s.lows[place - 1 : place] == ["to"] or (s.lows[first].endswith("ing") and not any(low in cues.BE for low in group)):
        return _outer(s, place, last, company)
    passive = any(low in cues.BE for low in group)
    if s.lows[first] in cues.VERBS and s.lows[first] not in TELLING:
        return None
    subject = cues.subject(s, place) if not perfect else None
    begin = _begin(s, subject[0], subject[1]) if subject is not None else None
    while place < first and (_adverb(s.lows[place]) and s.lows[place] not in S.NEGATIONS):
        place += 1
    head = _kept(s, range(begin, subject[1] + 1)) if subject and begin is not None else []
    if not head and (subject or perfect or _joined(s, place)):
        who = company.target if passive else company.actor
        head = _name(who).split() if who else _speaker(s, place) if subject and not passive else []
    relative = subject is not None and begin is not None and subject[2] > subject[1]
    if relative and s.lows[place] in ("are", "were", "have") and "of" in (lows := [word.lower() for word in head]):
        head = head[len(lows) - lows[::-1].index("of") :]
    end = _finish(s, last, WORDS - len(head) - (last - place + 1), phrase=relative, relative=relative)
    if end is None or not head:
        return None
    text = " ".join([*head, *_kept(s, range(place, end + 1))])
    placed = any(low in S.PREPOSITIONS for low in s.lows[last + 1 : end + 1])
    return text if placed else f"{text}{_where(company, WORDS - len(text.split()), s, last)}"


def _adverb(low: str) -> bool:
    """Whether a word is an adverb: one of the table, or one in -ly."""
    return low in S.ADVERBS or (low.endswith("ly") and low not in LIKE_ADVERBS and len(low) > NEAR)


def _joined(s: S.Sentence, place: int) -> bool:
    """Whether a verb shares the subject of one before it: "… and seized weapons"."""
    return place > 0 and (s.lows[place - 1] in S.CONJUNCTIONS or s.words[place - 1] == ",")


def _speaker(s: S.Sentence, place: int) -> list[str]:
    """The subject of the sentence, for the pronoun before word `place`: "JNIM said it had taken …"."""
    subject = cues.main(s, place)
    begin = _begin(s, subject[0], subject[1]) if subject is not None else None
    if subject is None or begin is None or s.lows[place - 1] not in ("it", "they"):
        return []
    if not (S.GRAMMAR["document"] | S.GRAMMAR["spoken"]).isdisjoint(s.lows[begin : subject[1] + 1]):
        return []
    return _kept(s, range(begin, subject[1] + 1))


def _outer(s: S.Sentence, first: int, last: int, company: Company) -> str | None:
    """The main clause around an infinitive or participle, where its verb is no reporting verb."""
    subject = cues.main(s, first)
    if subject is None:
        return None
    begin, verb = _begin(s, subject[0], subject[1]), subject[2] + 1
    while verb < first and (s.lows[verb] in S.AUXILIARIES or s.lows[verb] in S.ADVERBS):
        verb += 1
    if begin is None or verb >= first or s.lows[verb] in cues.VERBS.keys() - DECIDING:
        return None
    head = _kept(s, range(begin, subject[1] + 1))
    least = last if last - subject[2] + len(head) <= WORDS and not any(s.words[at] in ENDS for at in range(verb, last)) else verb
    end = _finish(s, least, WORDS - len(head) - (least - subject[2]), phrase=False)
    if end is None and least > verb:
        end = _finish(s, verb, WORDS - len(head) - (verb - subject[2]), phrase=False)
    return " ".join([*head, *_kept(s, range(subject[2] + 1, end + 1))]) if end is not None and end > verb else None


def _begin(s: S.Sentence, first: int, last: int) -> int | None:
    """First word of a subject without what leads to it; None for a pronoun, a bare number and words of somebody's."""
    for place in range(last, first, -1):
        before = s.lows[place - 1]
        if (
            s.lows[place] in ("a", "an", "the")
            and before not in TRAILING
            and before not in NUMBERS
            and s.words[place - 1] not in ENDS
        ):
            first = place
            break
    while first < last and (s.lows[first] in LEADING or _dated(s, first)) and not _hedged(s, first):
        first += 1
    if first + 2 <= last and s.lows[first] in S.DETERMINERS and s.lows[first + 1] in COUNTED and s.lows[first + 2] == "of":
        first += 3
    while first > 1 and s.words[first - 1] == "-" and not _mark(s, first - 1):
        first -= 2
    if s.lows[first] == "old" and first and not s.words[first - 1][0].isalnum():
        first += 1
    if first > 0 and s.lows[first - 1] in S.DETERMINERS - {"that"}:
        first -= 1
    low = s.lows[first]
    if first > last or low in OWNERS or s.lows[last] in POINTERS or s.lows[last] in NUMBERS or not s.words[last][0].isalpha():
        return None
    if low in POINTERS and low not in S.DETERMINERS:
        return None
    return None if s.lows[last].partition("-")[0] in NUMBERS or s.lows[last] in S.ADVERBS else first


def _dated(s: S.Sentence, place: int) -> bool:
    """Whether a word is part of a date before a noun: "Sept. 12", "Tuesday's", "October 2022"."""
    low = s.lows[place]
    if low in CALENDAR or low.removesuffix("'s") in CALENDAR or low in (".", ","):
        return True
    near = s.lows[max(0, place - 2) : place]
    return low.isdigit() and bool(near) and (near[-1] in CALENDAR or (near[-1] == "." and near[0] in CALENDAR) or len(low) == 4)


def _hedged(s: S.Sentence, place: int) -> bool:
    """Whether a number follows: "over 80", "up to ten", "more than 200"."""
    if s.lows[place] not in S.GRAMMAR["hedge"]:
        return False
    return any(low[0].isdigit() or low in NUMBERS for low in s.lows[place + 1 : place + 3])


def _governor(s: S.Sentence, noun: int) -> int | None:
    """The verb before a noun that makes the happening its object or goes with it: "launched an attack"."""
    for place in range(noun - 1, max(-1, noun - 1 - NEAR), -1):
        low = s.lows[place]
        if low in TELLING and not (place and (s.lows[place - 1] in S.DETERMINERS or (low in cues.NOUNS and low.endswith("ing")))):
            return place
        if low in HURTING and low not in cues.NOUNS:
            return place
        if _mark(s, place) or low in S.PREPOSITIONS or low in S.AUXILIARIES or low in S.SUBORDINATORS:
            return None
    return None


def _phrase(s: S.Sentence, trigger: Trigger, company: Company) -> str:
    """The noun of the happening with what stands before and behind it, and its place where none stands there."""
    first = trigger.first
    while first > 0 and trigger.last - first < WORDS // 2 and _modifies(s, first - 1):
        first -= 1
    while first < trigger.first and (_dated(s, first) or s.lows[first] in LEADING):
        first += 1
    before = first - 1 if first and s.lows[first - 1] not in S.DETERMINERS else first - 2
    inside = before >= 0 and s.lows[before] in S.PREPOSITIONS
    end = _finish(s, trigger.last, WORDS - (trigger.last - first + 1), phrase=True, relative=inside)
    if end is None:
        end = trigger.last
    while first > 1 and s.words[first - 1] == "-" and not _mark(s, first - 1):
        first -= 2
    text = " ".join(_kept(s, range(first, end + 1)))
    if any(low in S.PREPOSITIONS or low in S.VERBS - cues.NOUNS for low in s.lows[trigger.last + 1 : end + 1]):
        return text
    return f"{text}{_where(company, WORDS - len(text.split()), s, trigger.last)}"


def _modifies(s: S.Sentence, place: int) -> bool:
    """Whether a word stands before a noun as part of its phrase."""
    low, word = s.lows[place], s.words[place]
    if low in TRAILING or low in PARTICLES or _adverb(low) or word in INNER or not word[0].isalnum():
        return False
    if low in S.PRONOUNS or (low in cues.VERBS and low not in cues.NOUNS) or low in S.GRAMMAR["unreal"]:
        return False
    return low in cues.NOUNS or low not in S.VERBS or (low.endswith("ed") and bool(place) and s.lows[place - 1] in S.DETERMINERS)


def _lost(s: S.Sentence, place: int) -> str | None:
    """ "The deaths of ten rebels" as "Ten rebels killed"."""
    if s.lows[place + 1 : place + 2] != ["of"]:
        return None
    end = _finish(s, place + 2, WORDS - 2, phrase=True)
    stop = (
        next((at for at in range(place + 3, end + 1) if s.lows[at] in S.PREPOSITIONS and not _hedged(s, at)), end + 1)
        if end
        else 0
    )
    words = _kept(s, range(place + 2, stop)) if stop else []
    return f"{' '.join(words)} killed" if words and words[-1].lower() not in TRAILING else None


def _finish(s: S.Sentence, last: int, room: int, *, phrase: bool, relative: bool = False) -> int | None:
    """Last word of the longest title with at most `room` words behind word `last` that breaks at the end of a phrase."""
    found, place = None, last
    while place < len(s.words) and room >= 0:
        if _may_end(s, place, phrase=phrase):
            found = place
        place += 1
        if place >= len(s.words) or _ends(s, place) or (phrase and _other_clause(s, place)):
            break
        if relative and _finite(s, place):
            break
        if s.words[place] == "(":
            place = next((at for at in range(place, min(place + WORDS, len(s.words))) if s.words[at] == ")"), len(s.words))
        elif s.words[place] not in INNER:
            room -= 1
    return found


def _other_clause(s: S.Sentence, place: int) -> bool:
    """Whether a word behind a noun begins what is only said of it: "that hit …", "is part of …"."""
    low = s.lows[place]
    if low in ("that", "which", "who", "whose", "where", "what", "as", "when", "while", "because", "if"):
        return True
    if low in S.CONJUNCTIONS and _another(s, place + 1):
        return True
    after = next((one for one in s.lows[place + 1 : place + 4] if one not in S.ADVERBS and one not in S.AUXILIARIES), ".")
    return low in cues.BE and after not in S.VERBS


def _mark(s: S.Sentence, place: int) -> bool:
    """Whether a word is a mark that ends a clause; a hyphen inside a word is none."""
    if s.words[place] != "-" or not 0 < place < len(s.words) - 1:
        return s.words[place] in ENDS
    return not s.ends[place - 1] == s.starts[place] == s.ends[place] - 1 == s.starts[place + 1] - 1


def _finite(s: S.Sentence, place: int) -> bool:
    """Whether a word behind a noun phrase is a finite verb; "in May" and "following" are none."""
    low = s.lows[place]
    if low.endswith("ing") or s.lows[place - 1] in S.PREPOSITIONS:
        return False
    return low in S.AUXILIARIES or (low in S.VERBS and low not in cues.NOUNS)


def _ends(s: S.Sentence, place: int) -> bool:
    """Whether a clause ends before a word: at a mark, or where somebody speaks."""
    word, low = s.words[place], s.lows[place]
    if _mark(s, place):
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
            follows not in ("of",)
            and not _hedged(s, after)
            and not ((low in S.VERBS and follows == "to") or follows in PARTICLES)
        )
    if follows in S.CONJUNCTIONS:
        return _another(s, after + 1)
    if follows in S.SUBORDINATORS or follows == "that":
        return not (low in S.GRAMMAR["hedge"] or low in S.VERBS - cues.NOUNS)
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


def _kept(s: S.Sentence, places: Collection[int]) -> list[str]:
    """The words at these places without brackets, what stands in them, and quotation marks; marks stay with their word."""
    kept: list[str] = []
    inside, before = False, -2
    for place in places:
        word = s.words[place]
        inside = word in "([" or (inside and word not in ")]")
        if inside or word in INNER:
            continue
        if kept and before == place - 1 and s.starts[place] == s.ends[before]:
            kept[-1] += word
        else:
            kept.append(word)
        before = place
    return kept


def _cased(s: S.Sentence, text: str, small: Collection[str]) -> str:
    """The title in sentence case: the capitals of a headline go where the text writes the word without one."""
    if s.capitals and not s.text.isupper():
        first, *rest = text.split(" ")
        text = " ".join([first, *(word.lower() if word.istitle() and _plain(word, small) else word for word in rest)])
    return text[:1].upper() + text[1:]


def _plain(word: str, small: Collection[str]) -> bool:
    """Whether a word with a capital is no name."""
    low = word.lower().strip(".,;:'’")
    return low in small or low in TRAILING or low in SAYING or low in TELLING


def _name(name: str) -> str:
    """A party's name as a subject: its first words where it is long."""
    return " ".join(name.split()[: WORDS // 2])


def _where(company: Company, room: int, s: S.Sentence | None = None, last: int = 0) -> str:
    """ "in X", where a place with a name fits; of a sentence one that stands behind word `last` or opens it; else "on Monday"."""
    for place in company.places:
        if not place[:1].isupper() or any(char.isdigit() for char in place) or len(place.split()) >= min(room, 4):
            continue
        if s is None or s.text.find(place) > s.starts[last] or 0 <= s.text.find(place) < OPENING:
            return f" {'IN' if place.isupper() and len(place) > OPENING // 4 else 'in'} {place}"
    words = (company.date or "").split()
    if (
        room > len(words) > 0
        and words[0].lower() in WEEKDAYS
        and (s is None or words[0] not in s.text[: s.ends[min(last + NEAR, len(s.ends) - 1)]])
    ):
        return f" {'ON' if words[0].isupper() else 'on'} {company.date}"
    return ""


def _kind(company: Company) -> str:
    """The kind of event with its place, or with who acts or suffers."""
    kind, joint = KINDS[company.type]
    if where := _where(company, WORDS):
        return kind + where
    parties = (one for one in (company.actor, company.target) if one and (one[0].isupper() or " " in one))
    party = next(parties, None)
    return f"{kind} {joint} {_name(party)}" if party else kind
