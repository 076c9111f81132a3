"""Names: what a noun phrase names, where its name begins and ends, and what kind of party that is."""

from functools import lru_cache

from schemas.extraction import PartyType
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.text import fold

__all__ = [
    "ACTORS",
    "ADJECTIVES",
    "GROUPS",
    "LANDS",
    "LONG",
    "MILITARY",
    "THIRD",
    "bodies",
    "core",
    "head",
    "kind",
    "parts",
    "persons",
    "surname",
]

SKIPPED = S.DETERMINERS | S.CONJUNCTIONS | S.PREPOSITIONS | S.ADVERBS | {"than"}
"""Words that no name begins with."""
MARKS = S.MARKS | frozenset("‘’,—–(:;…")
LINKED = ("-affiliated", "-aligned", "-backed", "-led", "-linked")
"""Endings of words that describe a name behind them and are no part of it."""
LONG = 14
"""Words. The full name of a body may have so many."""
CUTS = S.GRAMMAR["cut"] | frozenset({",", "(", ";", ":", "—", "–", "--"})
"""Words and marks behind which a name does not go on."""
THIRD = {
    "he": "person",
    "she": "person",
    "him": "person",
    "her": "person",
    "his": "person",
    "they": "many",
    "them": "many",
    "their": "many",
    "it": "body",
    "its": "body",
}
MILITARY = S.GRAMMAR["military"]
LEADERS = S.GRAMMAR["leaders"]


def _actors() -> dict[str, PartyType]:
    """Noun or compound noun → what such a party is."""
    return {form: row[1] for row in tables.rows("actors") for form in tables.nouns(row[0])}  # type: ignore[misc]  # checked by a test


def _countries() -> tuple[dict[str, str], dict[str, str]]:
    """Folded country names and adjectives → the country's name."""
    lands: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for name, _code, others, people, _capital in tables.rows("countries"):
        for word in [name, *others.split(",")]:
            if word.strip():
                lands.setdefault(fold(word), name)
        for word in people.split(","):
            if word.strip():
                adjectives.setdefault(fold(word), name)
    return lands, adjectives


def _groups() -> dict[str, PartyType]:
    """Folded names of groups → what they are."""
    found: dict[str, PartyType] = {}
    for name, others, kind in tables.rows("groups"):
        for word in [name, *others.split(",")]:
            if word.strip():
                found[fold(word)] = kind  # type: ignore[assignment]  # checked by a test
    return found


GROUPS = _groups()
ACTORS = _actors()
LANDS, ADJECTIVES = _countries()


def persons(s: S.Sentence, upper: bool) -> list[tuple[int, int]]:
    """Spans of the persons named in a sentence: a title with a name, or a run of two to four capitalised words."""
    found: list[tuple[int, int]] = []
    after = 0
    for place, start in enumerate(s.starts):
        if not s.text[start].isupper() or place < after or (upper and s.lows[place] not in S.TITLES):
            continue
        last = place
        while last < len(s.words) and _capital(s, last) and last - place < 6:
            last += 1
        if last - place >= 2 and kind(s, place, last - 1, upper)[0] == "person":
            found.append((place, last - 1))
        after = last
    return found


def _capital(s: S.Sentence, place: int) -> bool:
    """Whether the word can be part of a name: a capital and no function word, or the full stop of a title or an initial."""
    word, low = s.words[place], s.lows[place]
    if word == ".":
        return place > 0 and (s.lows[place - 1] in S.TITLES or len(s.words[place - 1]) == 1)
    return (
        word[0].isupper()
        and low not in S.DETERMINERS
        and low not in S.PREPOSITIONS
        and low not in S.SUBORDINATORS
        and low not in S.PRONOUNS
    )


def head(s: S.Sentence, first: int, last: int) -> str:
    """The last word before the first preposition."""
    stop = next((place for place in range(first + 1, last + 1) if s.lows[place] in S.PREPOSITIONS), last + 1)
    return s.lows[stop - 1]


@lru_cache(maxsize=4096)
def bodies(key: str) -> tuple[str, ...]:
    """Keys for a state's forces and government: "Mali's armed forces" and "the Malian army" are one body."""
    words = key.split()
    if len(words) > 7:
        return ()
    lands = {LANDS.get(word) or LANDS.get(word.removesuffix("s")) or ADJECTIVES.get(word) for word in words} - {None}
    if len(lands) != 1:
        return (f"@government:{LANDS[key]}",) if key in LANDS else ()
    land = next(iter(lands))
    if key in LANDS or words[-1] in ("government", "authorities", "junta") or (words[0] == "government" and "of" in words):
        return (f"@government:{land}",)
    if words[-1] in ("army", "military") or key.endswith(("armed forces", f"{words[0]} forces")) or "armed forces of" in key:
        return (f"@military:{land}",)
    return ()


def core(s: S.Sentence, first: int, last: int) -> tuple[int, int]:
    """The words of a noun phrase without articles, adverbs and relative clauses; a person in apposition wins."""
    lows = s.lows
    while first <= last and (
        (lows[first] in SKIPPED and not (first == last and lows[first] in THIRD)) or s.words[first] in MARKS
    ):
        first += 1
    first = _unnumbered(s, first, last)
    first += first < last and lows[first].endswith("-old")
    while first < last and lows[first].endswith(LINKED) and s.words[first + 1][0].isupper() and not s.capitals:
        first += 1
    segment = first
    stop = last
    for place in range(first, last + 1):
        if lows[place] in CUTS and not _lands(s, first, last):
            if stop == last and place > first:
                stop = place - 1
            if place < last and s.words[place] == "," and _apposed(s, segment, place, last):
                segment, stop = place + 1, last
    first = segment
    last = stop
    for place in range(first + 1, last + 1):
        if lows[place] in CUTS and not _lands(s, first, last):
            last = place - 1
            break
    for place in range(first + 1, last):
        dated = lows[place] in S.PREPOSITIONS and lows[place + 1] in S.GRAMMAR["day"]
        if dated or (lows[place] in S.GRAMMAR["leaving"] and s.words[place - 1][0].islower()):
            last = place - 1
            last -= last > first and lows[last].endswith("ed") and lows[last] not in ACTORS  # "insurgents armed with"
            break
    while last >= first and (s.words[last] in '.,"“”’' or lows[last] in S.AUXILIARIES or lows[last] in S.ADVERBS):
        last -= 1
    return first, last


def _apposed(s: S.Sentence, first: int, comma: int, last: int) -> bool:
    """Whether a person's name follows the comma: "the minister, Mr Oru", "the teacher, Sani Abdullahi"."""
    begin = comma + 1
    if s.lows[first] in S.TITLES and first < comma - 1 and s.words[first + 1][0].isupper():
        return False
    if s.lows[begin] in S.TITLES and s.words[begin][0].isupper():
        return True
    stop = begin
    while stop <= last and _capital(s, stop) and s.lows[stop] not in ACTORS:
        stop += 1
    described = head(s, first, comma - 1)
    if s.capitals or not 2 <= stop - begin <= 4 or (stop <= last and s.words[stop] not in CUTS):
        return False
    return (
        ACTORS.get(described) in ("civilians", "government", "person", "police", "state_forces")
        and described in s.words[first:comma]
    )


def _lands(s: S.Sentence, first: int, last: int) -> bool:
    """Whether the words are a list of countries."""
    return (
        fold(s.words[first]) in LANDS
        and s.words[first + 1 : first + 2] == [","]
        and s.words[last][0].isupper()
        and "and" in s.lows[first:last]
    )


def _unnumbered(s: S.Sentence, first: int, last: int) -> int:
    """First word behind a number and its hedges: "at least 41 soldiers"."""
    place = first
    while place < last and (
        s.lows[place] in S.GRAMMAR["hedge"] or s.lows[place] in S.GRAMMAR["number"] or s.words[place][0].isdigit()
    ):
        place += 1
    if place == first or not any(s.words[at][0].isdigit() or s.lows[at] in S.GRAMMAR["number"] for at in range(first, place)):
        return first
    if s.lows[place] == "of" and place < last:
        place += 1
        while place < last and s.lows[place] in S.DETERMINERS:
            place += 1
    return first if s.lows[first] == "one" else place


def parts(s: S.Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """The members of a list of names, or the whole."""
    found = []
    begin = first
    for place in range(first, last + 2):
        if place > last or s.words[place] == "," or s.lows[place] == "and":
            if place > begin:
                found.append((begin, place - 1))
            begin = place + 1
    return found if len(found) > 1 and all(_listed(s, *part) for part in found) else [(first, last)]


def _listed(s: S.Sentence, first: int, last: int) -> bool:
    """Whether the words can be a member of a list: a country, or a person with a title."""
    words = fold(s.span(first, last))
    return words in LANDS or (s.lows[first] in S.TITLES and last > first)


def kind(s: S.Sentence, first: int, last: int, upper: bool) -> tuple[PartyType, bool, bool]:
    """What a party is, whether it is several, and whether it has a name of its own."""
    lows, words = s.lows, s.words
    whole = fold(s.span(first, last))
    if whole in LANDS:
        return "government", False, True
    if whole in GROUPS:
        return GROUPS[whole], False, True
    stop = next((place for place in range(first + 1, last + 1) if lows[place] in S.PREPOSITIONS), last + 1)
    capitals = [place for place in range(first, last + 1) if words[place][0].isupper()]
    named = (
        (len(capitals) > 0 and (capitals[0] > 0 or len(capitals) > 1 or fold(lows[first]) not in ACTORS)) if not upper else False
    )
    for place in range(first, stop - 1):
        if " ".join(lows[place : place + 2]) in ACTORS and place + 2 == stop:
            return ACTORS[" ".join(lows[place : place + 2])], lows[stop - 1] in _PLURALS and not named, named
    titled = next((place for place in range(first, stop) if lows[place] in S.TITLES and place + 1 < stop), None)
    if titled is not None and words[titled + 1] == "." and titled + 2 < stop:
        titled += 1  # "Capt. Nur"
    if titled is not None and words[titled + 1][0].isupper() and lows[titled + 1] not in ACTORS:
        return "person", False, True
    for size in (2, 1):
        head = " ".join(lows[max(first, stop - size) : stop])
        kind = ACTORS.get(head)
        if kind is not None and head in LEADERS and any(ACTORS.get(low) == "armed_group" for low in lows[first : stop - 1]):
            kind = "armed_group"  # "local militant leaders"
        if kind is not None:
            group = head.split()[-1] in _PLURALS
            proper = named and len(capitals) >= 2 and words[stop - 1][0].isupper() and not upper
            return kind, group and not proper, proper
    if named and all(words[place][0].isupper() for place in range(first, stop)) and 2 <= stop - first <= 4:
        return "person", False, True
    if named and not s.capitals and _titled(s, first, stop):
        return "person", False, True
    for place in range(first, stop):
        if lows[place] in ACTORS and (named or upper):
            return ACTORS[lows[place]], lows[place] in _PLURALS, named
    return "other", lows[stop - 1].endswith("s") and not named, named


def _titled(s: S.Sentence, first: int, stop: int) -> bool:
    """Whether a description in small letters stands before a name of two or three words ("park ranger Mira Kos")."""
    place = stop
    while place > first and s.words[place - 1][0].isupper() and s.lows[place - 1] not in ACTORS:
        place -= 1
    described = place > first and (s.words[place - 1][0].islower() or s.lows[place - 1] in ACTORS)
    return described and 2 <= stop - place <= 3 and s.lows[place - 1] not in S.PREPOSITIONS


_PLURALS = frozenset(tables.nouns(row[0])[1].split()[-1] for row in tables.rows("actors")) | {
    "people",
    "troops",
    "forces",
    "police",
    "authorities",
}


def surname(s: S.Sentence, first: int, last: int, upper: bool) -> str | None:
    """The folded last word of a person's name."""
    while last > first and (s.words[last] in (".", "’s") or s.lows[last] in ("jr", "sr")):
        last -= 1
    word = s.words[last]
    low = s.lows[last]
    if not word[0].isupper() or low in ACTORS or low in S.TITLES:
        return None
    if low.endswith("'s"):
        word = word[:-2]
    return fold(word)
