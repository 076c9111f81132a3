"""Titles: what a sentence tells as a desk would head it, a clause with its subject or the event's noun with its place."""

from collections.abc import Iterator, Sequence

from summarizer.embedded import cues
from summarizer.embedded import sentences as S
from summarizer.embedded.titles.company import Company, Title
from summarizer.embedded.titles.ending import finish, hedged, mark
from summarizer.embedded.titles.wording import cased, fuller, kept, kind, name, where
from summarizer.embedded.titles.words import (
    CALENDAR,
    CLAUSE,
    COUNTED,
    DECIDING,
    ENDS,
    HEADLINE,
    HURTING,
    INNER,
    JOINTS,
    KIND,
    LEADING,
    LIKE_ADVERBS,
    LOST,
    NEAR,
    NUMBERS,
    OWNERS,
    PARTICLES,
    PHRASE,
    POINTERS,
    SAYING,
    SPEAKING,
    TELLING,
    TOLD,
    TRAILING,
    TRIED,
    WORDS,
)
from summarizer.embedded.triggers import Trigger

__all__ = ["Company", "Title", "best", "most"]


def best(s: S.Sentence, triggers: Sequence[Trigger], company: Company, *, headline: bool = False) -> Title:
    """The best title that a sentence gives for the event of these triggers; the first one of equals."""
    if headline and (whole := _headline(s)) is not None:
        return Title(cased(s, whole, company.small), HEADLINE)
    found: Title | None = None
    for trigger in sorted(triggers, key=lambda one: -one.weight)[:TRIED]:
        for text, worth in _forms(s, trigger, company):
            if found is None or worth + trigger.weight > found.worth:
                found = Title(cased(s, text, company.small), worth + trigger.weight)
            break
    if found is None:
        found = Title(cased(s, kind(company), company.small) if s.text.isupper() else kind(company), KIND)
    elif " " not in found.text:
        found = found._replace(text=cased(s, fuller(found.text, company), company.small))
    return found


def most(triggers: Sequence[Trigger], *, headline: bool = False) -> int:
    """The worth that no title of these triggers can pass."""
    return max(HEADLINE if headline else 0, CLAUSE + max((trigger.weight for trigger in triggers), default=0))


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
        if (
            trigger.first
            and (s.lows[trigger.first] in S.PREPOSITIONS or s.lows[trigger.first] == "dead")
            and s.lows[trigger.first - 1] not in TRAILING
        ):
            verb = trigger.first - 1
        if verb is not None and (text := _clause(s, verb, trigger.last, company)):
            yield text, CLAUSE
        if text := _phrase(s, trigger, company):
            lows = text.lower().split()
            told = not TOLD.isdisjoint(lows)
            yield text, CLAUSE if told else PHRASE + (not S.PREPOSITIONS.isdisjoint(lows))


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
    words = kept(s, range(start, len(s.words)))
    if not 3 <= len(words) <= WORDS or s.lows[start] in LEADING or s.lows[start] in POINTERS or any(s.quoted):
        return None
    if any(word in ENDS and word not in (",", ".") and mark(s, at) for at, word in enumerate(s.words) if at >= start):
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
    head = kept(s, range(begin, subject[1] + 1)) if subject and begin is not None else []
    if not head and (subject or perfect or _joined(s, place)):
        who = company.target if passive else company.actor
        head = (_speaker(s, place) if subject and not passive else []) or (name(who).split() if who else [])
    relative = subject is not None and begin is not None and subject[2] > subject[1]
    if relative and s.lows[place] in ("are", "were", "have") and "of" in (lows := [word.lower() for word in head]):
        head = head[len(lows) - lows[::-1].index("of") :]
    end = finish(s, last, WORDS - len(head) - (last - place + 1), phrase=relative, relative=relative)
    if end is None or not head:
        return None
    text = " ".join([*head, *kept(s, range(place, end + 1))])
    placed = any(low in S.PREPOSITIONS for low in s.lows[last + 1 : end + 1])
    return text if placed else f"{text}{where(company, WORDS - len(text.split()), s, last)}"


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
    if not SPEAKING.isdisjoint(s.lows[begin : subject[1] + 1]):
        return []
    return kept(s, range(begin, subject[1] + 1))


def _outer(s: S.Sentence, first: int, last: int, company: Company) -> str | None:
    """The main clause around an infinitive or participle, where its verb is no reporting verb."""
    subject = cues.main(s, first)
    if subject is None:
        return None
    begin, verb = _begin(s, subject[0], subject[1]), subject[2] + 1
    while verb < first and (s.lows[verb] in S.AUXILIARIES or s.lows[verb] in S.ADVERBS):
        verb += 1
    if begin is None or verb >= first or (s.lows[verb] in cues.VERBS and s.lows[verb] not in DECIDING):
        return None
    head = kept(s, range(begin, subject[1] + 1))
    least = last if last - subject[2] + len(head) <= WORDS and not any(s.words[at] in ENDS for at in range(verb, last)) else verb
    end = finish(s, least, WORDS - len(head) - (least - subject[2]), phrase=False)
    if end is None and least > verb:
        end = finish(s, verb, WORDS - len(head) - (verb - subject[2]), phrase=False)
    return " ".join([*head, *kept(s, range(subject[2] + 1, end + 1))]) if end is not None and end > verb else None


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
        if before in ("day", "month", "week", "year") and (s.lows[place] in NUMBERS or s.words[place].isdigit()):
            first = place  # "earlier this year two boats"
            break
    while first < last and (s.lows[first] in LEADING or _dated(s, first)) and not hedged(s, first):
        first += 1
    if first + 2 <= last and s.lows[first] in S.DETERMINERS and s.lows[first + 1] in COUNTED and s.lows[first + 2] == "of":
        first += 3
    while first > 1 and s.words[first - 1] == "-" and not mark(s, first - 1):
        first -= 2
    if s.lows[first] == "old" and first and not s.words[first - 1][0].isalnum():
        first += 1
    if first > 0 and s.lows[first - 1] in S.DETERMINERS and s.lows[first - 1] != "that":
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


def _governor(s: S.Sentence, noun: int) -> int | None:
    """The verb before a noun that makes the happening its object or goes with it: "launched an attack"."""
    for place in range(noun - 1, max(-1, noun - 1 - NEAR), -1):
        low = s.lows[place]
        if low in TELLING and not (place and (s.lows[place - 1] in S.DETERMINERS or (low in cues.NOUNS and low.endswith("ing")))):
            return place
        if low in HURTING and low not in cues.NOUNS:
            return place
        if mark(s, place) or low in S.PREPOSITIONS or low in S.AUXILIARIES or low in S.SUBORDINATORS:
            return None
    return None


def _phrase(s: S.Sentence, trigger: Trigger, company: Company) -> str:
    """The noun of the happening with what stands before and behind it, and its place where none stands there."""
    first = trigger.first
    while first > 0 and trigger.last - first < WORDS // 2 and _modifies(s, first - 1):
        first -= 1
    while first < trigger.first and (_dated(s, first) or s.lows[first] in LEADING):
        first += 1
    before = first - 1
    while before > 0 and (s.lows[before] in S.DETERMINERS or s.lows[before].endswith("'s")):
        before -= 1
    inside = before >= 0 and s.lows[before] in S.PREPOSITIONS
    end = finish(s, trigger.last, WORDS - (trigger.last - first + 1), phrase=True, relative=inside)
    if end is None:
        end = trigger.last
    while first > 1 and s.words[first - 1] == "-" and not mark(s, first - 1):
        first -= 2
    text = " ".join(kept(s, range(first, end + 1)))
    if not JOINTS.isdisjoint(s.lows[trigger.last + 1 : end + 1]):
        return text
    return f"{text}{where(company, WORDS - len(text.split()), s, trigger.last)}"


def _modifies(s: S.Sentence, place: int) -> bool:
    """Whether a word stands before a noun as part of its phrase."""
    low, word = s.lows[place], s.words[place]
    if low in TRAILING or low in PARTICLES or _adverb(low) or word in INNER or not word[0].isalnum():
        return False
    if place and word[0].isupper() and not s.capitals and low not in S.PRONOUNS:
        return True  # "the Tell Abyad blast"
    if low in S.PRONOUNS or (low in cues.VERBS and low not in cues.NOUNS) or low in S.GRAMMAR["unreal"]:
        return False
    return low in cues.NOUNS or low not in S.VERBS or (low.endswith("ed") and bool(place) and s.lows[place - 1] in S.DETERMINERS)


def _lost(s: S.Sentence, place: int) -> str | None:
    """ "The deaths of ten rebels" as "Ten rebels killed"."""
    if s.lows[place + 1 : place + 2] != ["of"]:
        return None
    end = finish(s, place + 2, WORDS - 2, phrase=True)
    stop = (
        next((at for at in range(place + 3, end + 1) if s.lows[at] in S.PREPOSITIONS and not hedged(s, at)), end + 1)
        if end
        else 0
    )
    words = kept(s, range(place + 2, stop)) if stop else []
    return f"{' '.join(words)} killed" if words and words[-1].lower() not in TRAILING else None
