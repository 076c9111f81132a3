"""Who did what to whom in one sentence: actors, victims and things, from the words around its verbs and nouns of action."""

from dataclasses import dataclass, field

from summarizer.embedded import counts, cues, phrases, triggers
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.embedded.names import ACTORS, ADJECTIVES, GROUPS, LANDS, THIRD
from summarizer.text import fold

__all__ = ["Roles", "actor", "find"]

Span = tuple[int, int]
FACILITIES = frozenset(form for row in tables.rows("facilities") for form in tables.nouns(row[0]))
KILLING = frozenset({"killed", "captured", "wounded"})
"""Measures whose object is a person even where the text gives only a name."""
LONGEST = 24
"""Words. A longer noun phrase is read from its end."""
PARTICLES = frozenset({"apart", "dead", "down", "out", "up"})
CLOSE = 8
"""Words. "by" and "of" belong to a noun of action within so many."""


@dataclass(slots=True)
class Roles:
    """Spans of words of one sentence."""

    by: list[Span] = field(default_factory=list)
    against: list[Span] = field(default_factory=list)
    things: list[Span] = field(default_factory=list)


def find(s: S.Sentence, found: list[triggers.Trigger]) -> Roles:
    """The roles of one sentence, from its triggers and its words for casualties."""
    roles = Roles()
    taken = set()
    for trigger in found:
        taken.add(trigger.first)
        if counts.kind(s.lows[trigger.first]) == "d":
            _add(s, phrases.preceding(s, trigger.first), roles, person=True)  # "ten people died": they did nothing
        elif trigger.kind == "n":
            _noun(s, trigger.last, roles, trigger.type)
        else:
            _verb(s, trigger.first, trigger.last, roles, person=trigger.type in ("abduction", "attack_on_civilians"))
    agents = list(roles.by)
    for place in [place for place, low in enumerate(s.lows) if low in counts.CASUALTIES]:
        if place in taken or s.quoted[place] or (s.lows[place] == "wounds" and s.lows[place - 1] in S.PREPOSITIONS):
            continue
        casualty = counts.CASUALTIES[s.lows[place]]
        if casualty[0] in ("affected", "displaced"):
            continue
        if casualty[1] == "n":
            _of(s, place, roles, person=casualty[0] in KILLING)
        elif casualty[1] == "d":
            _add(s, phrases.preceding(s, place), roles, person=True)
        elif casualty[1] == "v":
            _verb(s, place, place, roles, person=casualty[0] in KILLING)
    if any(trigger.kind == "n" for trigger in found):
        roles.by = agents  # "killed 80 rebels after a wave of attacks": who killed did not attack
    return roles


def actor(s: S.Sentence, first: int, last: int) -> bool:
    """Whether the words name somebody who can act."""
    stop = _stop(s, first, last)
    head = s.lows[stop - 1]
    if head in ACTORS or " ".join(s.lows[max(first, stop - 2) : stop]) in ACTORS:
        return not _thing(s, first, last)
    for place in range(first, stop):
        low = s.lows[place]
        if (low in S.TITLES and place < last) or (low in ACTORS and s.words[stop - 1][0].isupper()):
            return not _thing(s, first, last) and head not in triggers.TRIGGERS
        if fold(low) in GROUPS:
            return head not in triggers.TRIGGERS
    if s.lows[first] in THIRD and first == last:
        return True
    if fold(s.span(first, stop - 1)) in GROUPS:
        return True
    if s.text.isupper():
        return False
    return any(word.isupper() and len(word) > 1 and word.isalpha() for word in s.words[first:stop])


def _stop(s: S.Sentence, first: int, last: int) -> int:
    """The word behind the head of a phrase: a preposition, or what describes it ("insurgents armed with", "boat carrying")."""
    for place in range(first + 1, last + 1):
        low = s.lows[place]
        if low in S.PREPOSITIONS or (low[-3:] == "ing" and s.lows[place - 1] in FACILITIES):
            return place
        if low[-2:] == "ed" and place < last and s.lows[place + 1] in S.PREPOSITIONS:
            return place
    return last + 1


def _thing(s: S.Sentence, first: int, last: int) -> bool:
    """Whether the head of the phrase is a building, a vehicle or a work."""
    stop = _stop(s, first, last)
    return s.lows[stop - 1] in FACILITIES or " ".join(s.lows[max(first, stop - 2) : stop]) in FACILITIES


def _name(s: S.Sentence, first: int, last: int) -> bool:
    """Whether the phrase can be a person's bare name: capitals, or words of no table in an upper-case text."""
    if last - first > 4 or (last == first and s.text.isupper()):
        return False
    for place in range(first, last + 1):
        low = s.lows[place]
        if not s.words[place][0].isupper() or low in S.VERBS or low in S.DETERMINERS or low in S.ADVERBS or low in FACILITIES:
            return False
        if low in S.PREPOSITIONS or fold(low) in LANDS or low in phrases.KINDS or low in ADJECTIVES:
            return False
    return last > first


def _add(s: S.Sentence, span: Span | None, roles: Roles, *, person: bool) -> None:
    """Note a victim or a thing, with the members of a list."""
    for first, last in _members(s, span):
        head = next((place for place in range(first + 1, last + 1) if s.lows[place] in S.PREPOSITIONS), last + 1) - 1
        if s.lows[head] == "others" or (s.lows[head] in triggers.TRIGGERS and s.lows[head] not in ACTORS):
            continue
        if _thing(s, first, last):
            roles.things.append((first, last))
        elif actor(s, first, last) or (person and _name(s, first, last)):
            roles.against.append((first, last))


def _members(s: S.Sentence, span: Span | None) -> list[Span]:
    """The phrase, with the phrases that a list joins to it."""
    if span is None:
        return []
    span = (max(span[0], span[1] - LONGEST), span[1])
    found = [span]
    for cut in range(span[0] + 1, span[1]):
        if s.lows[cut] == "and" and _both(s, (span[0], cut - 1), (cut + 1, span[1])):
            found = [(span[0], cut - 1), (cut + 1, span[1])]
    place = span[1] + 1
    while len(found) < 6 and place < len(s.words) - 1 and (s.words[place] == "," or s.lows[place] == "and"):
        first = place + 1
        if s.lows[first] == "and":
            first += 1
        if first + 1 < len(s.words) and s.lows[first] in S.VERBS and s.lows[first] not in cues.NOUNS:
            if s.lows[first] not in counts.LOST or s.lows[first + 1] not in S.GRAMMAR["number"]:
                break
            first += 1  # "killed 30 rebels and lost six soldiers"
        more = phrases.following(s, first) if first < len(s.words) else None
        if more is None or not (actor(s, *more) or _name(s, *more)) or s.lows[more[0]] in counts.CASUALTIES:
            break
        if s.lows[more[1]] in cues.VERBS and s.lows[more[1]].endswith("ed"):
            break  # "…, MILITARY SOURCES REPORTED TODAY"
        after = more[1] + 1
        if after < len(s.words) and (s.lows[after] in S.AUXILIARIES or s.lows[after] in S.VERBS):
            break
        found.append(more)
        place = after
    return found


def _both(s: S.Sentence, one: Span, two: Span) -> bool:
    """Whether both sides of an "and" can stand alone: an actor or a thing each."""
    return all(actor(s, *side) or _thing(s, *side) or _name(s, *side) for side in (one, two)) and s.lows[one[1]] not in ADJECTIVES


def _noun(s: S.Sentence, place: int, roles: Roles, type_: str) -> None:
    """ "an attack by X on Y", "the murder of Y"."""
    _of(s, place, roles, person=type_ in ("abduction", "attack_on_civilians"))
    for at in range(place + 1, min(place + CLOSE, len(s.lows) - 1)):
        low = s.lows[at]
        if low == "by" and not roles.by:
            span = _held(s, phrases.following(s, at + 1))
            if span is not None and (actor(s, *span) or _named(s, *span)):
                roles.by.append(span)
        elif low == "on" and s.lows[at - 1] == "blamed":
            _blamed(s, at, roles)
        elif low in ("on", "against", "targeting", "at"):
            _add(s, phrases.following(s, at + 1), roles, person=False)
        elif s.words[at] in (".", ";") or low in S.AUXILIARIES:
            break
    if not roles.by and (span := _accused(s, place)) is not None and actor(s, *span):
        roles.by.append(span)
    if not roles.by:
        _light(s, place, roles)


def _held(s: S.Sentence, span: Span | None) -> Span | None:
    """Who acts, without what is acted upon: "a siege by militants of a hotel"."""
    if span is None or not _thing(s, span[1], span[1]):
        return span
    cut = next((place for place in range(span[0] + 1, span[1]) if s.lows[place] == "of"), None)
    return (span[0], cut - 1) if cut is not None else span


def _blamed(s: S.Sentence, place: int, roles: Roles) -> None:
    """ "an attack blamed on X"."""
    span = phrases.following(s, place + 1)
    if span is not None and not roles.by and (actor(s, *span) or _named(s, *span)):
        roles.by.append(span)


def _light(s: S.Sentence, place: int, roles: Roles) -> None:
    """ "X launched an attack": the subject of the verb acts."""
    for at in range(place - 1, max(0, place - CLOSE), -1):
        if s.lows[at] in S.GRAMMAR["light"] and not s.quoted[at]:
            if any(low in S.GRAMMAR["be"] for low in s.lows[max(0, at - 2) : at]):
                _agent(s, at + 1, roles)
                return
            subject = phrases.preceding(s, at)
            span = (subject[0], subject[1]) if subject is not None else _subject(s, at)
            if span is not None and actor(s, *span):
                roles.by.append(span)
            return
        if s.words[at] in (",", ";", "."):
            return


def _of(s: S.Sentence, place: int, roles: Roles, *, person: bool) -> None:
    """ "the death of Y"."""
    if place + 2 < len(s.lows) and s.lows[place + 1] == "of":
        _add(s, phrases.following(s, place + 2), roles, person=person)


def _verb(s: S.Sentence, first: int, last: int, roles: Roles, *, person: bool) -> None:
    """ "X attacked Y", "Y was attacked by X", "Y killed in …"."""
    after = last + 1
    lows = s.lows
    passive = any(low in S.GRAMMAR["be"] or low in ("been", "being") for low in lows[max(0, first - 3) : first])
    follows = lows[after] if after < len(lows) else "."
    participle = not lows[first].endswith("ing") and not (first and lows[first - 1] in S.AUXILIARIES)
    participle = participle and (first == last or lows[last] in PARTICLES)
    participle = participle and (
        follows == "by"
        or (person and (follows in S.PREPOSITIONS or follows in (".", ",", ";", "and")) and phrases.following(s, after) is None)
        or (person and follows in phrases.TIMES)
    )
    if passive or participle:
        _add(s, phrases.preceding(s, first), roles, person=person)
        if not roles.by:
            _agent(s, after, roles)
        return
    if not roles.by:
        subject = cues.subject(s, first) if lows[first].endswith("ing") else phrases.preceding(s, first)
        span = _accused(s, first) or ((subject[0], subject[1]) if subject is not None else None)
        if span is None and lows[first].endswith("ing"):
            span = _subject(s, first)
        span = _agentive(s, span)
        if span is not None and actor(s, *span):
            roles.by.append(span)
    if lows[last] == "fire" and follows in ("on", "at"):
        after += 1  # "opened fire on X"
    _add(s, phrases.following(s, after), roles, person=person)


def _accused(s: S.Sentence, first: int) -> Span | None:
    """ "accused X of killing": X is said to have done it."""
    if not s.lows[first].endswith("ing") or s.lows[first - 1 : first] != ["of"]:
        return None
    for at in range(first - 2, max(-1, first - CLOSE), -1):
        if any(verb.act == "accuses" for verb in cues.VERBS.get(s.lows[at], ())):
            span = phrases.following(s, at + 1)
            return (span[0], min(span[1], first - 2)) if span is not None else None
    return None


def _agent(s: S.Sentence, after: int, roles: Roles) -> None:
    """The one after "by"."""
    for at in range(after, min(after + CLOSE, len(s.lows) - 1)):
        if s.lows[at] == "by":
            span = phrases.following(s, at + 1)
            if span is not None and (actor(s, *span) or _named(s, *span)):
                roles.by.append(span)
            return
        if s.words[at] in (".", ";", ","):
            return


def _subject(s: S.Sentence, limit: int) -> Span | None:
    """The subject of the sentence's first finite verb before word `limit`."""
    found = cues.main(s, limit)
    return (found[0], found[1]) if found is not None else None


def _agentive(s: S.Sentence, span: Span | None) -> Span | None:
    """The one who acts, without the action: "Malian Army" of "Malian Army Offensive"."""
    if span is None:
        return None
    first, last = span
    stop = next((place for place in range(first + 1, last + 1) if s.lows[place] in S.PREPOSITIONS), last + 1)
    cut = stop - 1
    while cut > first and _happens(s.lows[cut]) and s.lows[cut] not in ACTORS:
        cut -= 1
    return (first, last) if cut == stop - 1 else (first, cut)


def _happens(low: str) -> bool:
    """Whether the word alone names a happening ("offensive"), not only at the head of a phrase ("plane crash")."""
    return any(len(parts) == 1 for parts, *_ in triggers.TRIGGERS.get(low, ()))


def _named(s: S.Sentence, first: int, last: int) -> bool:
    """Whether the words after "by" are a name: capitals in a text that has small letters."""
    if s.capitals or not s.words[first][0].isupper() or s.lows[first] in phrases.MONTHS or s.lows[first] in phrases.DAYS:
        return False
    return fold(s.words[first]) not in phrases.TOWNS or last > first
