"""Titles: at most twelve words of the sentence that tells an event, from its subject on."""

from summarizer.embedded import cues
from summarizer.embedded import sentences as S
from summarizer.embedded.triggers import Trigger

__all__ = ["title"]

WORDS = 12
"""Words of a title, as the record's field asks."""
MARKS = frozenset({",", ";", ":", "—", "–", ".", "(", "--"}) | S.MARKS
LEADING = S.CONJUNCTIONS | S.SUBORDINATORS | S.ADVERBS | frozenset({"also", ","}) - {"one"}
TRAILING = S.CONJUNCTIONS | S.PREPOSITIONS | S.DETERMINERS | S.AUXILIARIES | S.SUBORDINATORS


def title(s: S.Sentence, trigger: Trigger, actor: str | None) -> str:
    """The clause of the trigger; a pronoun for the actor gives way to the actor's short name."""
    first, pronoun = _begin(s, trigger)
    words = WORDS - (len(actor.split()) if actor and pronoun else 0)
    last = _finish(s, first, trigger, words)
    text = s.span(first, max(first, last))
    return f"{actor} {text}" if actor and pronoun else text


def _begin(s: S.Sentence, trigger: Trigger) -> tuple[int, bool]:
    """First word of the title, and whether a pronoun or nothing stands for the actor before it."""
    if trigger.kind != "n":
        place = trigger.first
        while place > 0 and (s.lows[place - 1] in S.AUXILIARIES or s.lows[place - 1] in S.ADVERBS):
            place -= 1
        subject = cues.subject(s, place)
        if subject is None:
            return trigger.first, True
        if s.lows[subject[0]] in S.SUBJECTS or s.lows[subject[0]] in ("who", "which"):
            return place, True
        first = _bounded(s, subject[0], trigger)
        return first, first == trigger.first
    if (light := _light(s, trigger)) is not None:
        return light, False
    return _noun(s, trigger), False


def _light(s: S.Sentence, trigger: Trigger) -> int | None:
    """First word of "X launched an attack", where it fits."""
    for place in range(trigger.first - 1, max(0, trigger.first - 6), -1):
        if s.lows[place] in S.GRAMMAR["light"]:
            verb = place
            while verb > 0 and (s.lows[verb - 1] in S.AUXILIARIES or s.lows[verb - 1] in S.ADVERBS):
                verb -= 1
            subject = cues.subject(s, verb)
            if subject is None or s.lows[subject[0]] in S.SUBJECTS:
                return None
            first = _bounded(s, subject[0], trigger)
            return first if first != trigger.first else None
    return None


def _bounded(s: S.Sentence, first: int, trigger: Trigger) -> int:
    """The subject's first word, its article kept, unless it is too far away."""
    if first and s.lows[first - 1] in S.DETERMINERS:
        first -= 1
    return first if trigger.first - first < WORDS - 2 else trigger.first


def _noun(s: S.Sentence, trigger: Trigger) -> int:
    """First word of the clause that holds a noun trigger, or of its noun phrase where the clause is long."""
    clause = trigger.first
    while (
        clause > 0
        and s.words[clause - 1] not in MARKS
        and s.lows[clause - 1] not in ("that", "which", "who", "where", "while", "as", "after")
    ):
        clause -= 1
    while clause < trigger.first and s.lows[clause] in LEADING:
        clause += 1
    if trigger.first - clause < WORDS - 3:
        return clause
    place = trigger.first
    while place > clause and s.lows[place - 1] not in TRAILING and s.lows[place - 1] not in S.VERBS:
        place -= 1
    return place


def _finish(s: S.Sentence, first: int, trigger: Trigger, words: int) -> int:
    """Last word: the end of the clause, or before the phrase that does not fit."""
    end = len(s.words) - 1
    for place in range(max(first, trigger.last) + 1, len(s.words)):
        if s.words[place] in MARKS:
            end = place - 1
            break
    if end - first + 1 > words:
        end = first + words - 1
        cut = next((place for place in range(end, trigger.last + 1, -1) if s.lows[place] in TRAILING), None)
        end = cut - 1 if cut is not None else end
    while end > trigger.last and (s.lows[end] in TRAILING or s.words[end] in MARKS):
        end -= 1
    return end
