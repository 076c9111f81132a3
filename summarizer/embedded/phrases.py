"""Noun phrases and places around a word, found by closed classes alone; upper-case text works the same."""

from collections.abc import Iterator

from summarizer.embedded import cues
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.embedded.names import ACTORS, ADJECTIVES, GROUPS, LANDS
from summarizer.text import fold

__all__ = ["DAYS", "KINDS", "MONTHS", "TOWNS", "following", "places", "preceding"]

MONTHS = S.GRAMMAR["month"]
DAYS = S.GRAMMAR["day"]
TIMES = DAYS | {"early", "last", "late", "yesterday"}
DIRECTIONS = frozenset(["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outskirts"])
ANNOUNCING = frozenset([":", "as", "including"])
BEFORE = S.GRAMMAR["where"] | DIRECTIONS | {"of", "on"}
STRICKEN = S.GRAMMAR["stricken"]
LEADING = BEFORE | ANNOUNCING | STRICKEN
"""Words and marks behind which a place may stand."""
KINDS = frozenset(tables.lines("placewords"))
FAR = frozenset(["km", "kilometers", "kilometres", "miles", "mile", "kilometer", "kilometre", "meters", "metres"])


def _towns() -> frozenset[str]:
    """Folded names of towns, provinces and capitals, and those names without the kind of place ("San Jose Province")."""
    found = {fold(row[0]) for name in ("cities", "provinces") for row in tables.rows(name)}
    found |= {fold(row[4]) for row in tables.rows("countries") if row[4]}
    return frozenset(found | {" ".join(word for word in name.split() if word not in KINDS) for name in found})


TOWNS = _towns()


def following(s: S.Sentence, first: int, longest: int = 10) -> tuple[int, int] | None:
    """The noun phrase that begins at word `first`, "of" phrases included."""
    place = first
    while place < len(s.words) - 1 and s.lows[place] in S.GRAMMAR["hedge"] and place < first + 4:
        place += 1
    if place > first and not (s.lows[place][0].isdigit() or s.lows[place] in S.GRAMMAR["number"]):
        place = first
    first = place
    if first < len(s.words) and (s.lows[first] in S.CONJUNCTIONS or s.lows[first] in DAYS):
        return None
    while place < len(s.words) and place < first + longest:
        low, word = s.lows[place], s.words[place]
        if not (word[0].isalnum() or word[0] in "$€£\"“”'‘’") or low in S.AUXILIARIES or low in S.SUBORDINATORS:
            if word == "." and place > first and s.lows[place - 1] in S.TITLES:
                place += 1
                continue
            break
        if low in S.PREPOSITIONS and low not in ("of", "for") and place > first:
            break
        if low in S.PREPOSITIONS and place == first:
            break
        if low in S.CONJUNCTIONS and place > first and not _joins(s, place):
            break
        if place > first and (
            low in S.PRONOUNS or low in TIMES or low in S.GRAMMAR["affiliated"] or (low.endswith("ed") and cues.finite(s, place))
        ):
            break
        if (
            place > first
            and low in S.VERBS
            and s.lows[place - 1] not in S.DETERMINERS
            and low not in cues.NOUNS
            and (s.capitals or not word[0].isupper())
        ):
            break
        place += 1
    last = place - 1
    while last >= first and (
        s.words[last] in "\"“”'‘’"
        or s.lows[last] in S.ADVERBS
        or s.lows[last] in S.CONJUNCTIONS
        or s.lows[last] in S.PREPOSITIONS
    ):
        last -= 1
    return (first, last) if last >= first else None


def _joins(s: S.Sentence, place: int) -> bool:
    """Whether "and" joins two noun phrases: a name, an actor or a determiner follows, and no verb right behind."""
    after = s.lows[place + 1] if place + 1 < len(s.lows) else ""
    if not after or (after.endswith("ing") and after not in ACTORS) or (after in S.VERBS and after not in cues.NOUNS):
        return False
    return not after.endswith("ly") and after not in S.AUXILIARIES and after not in S.PRONOUNS and after not in S.ADVERBS


def preceding(s: S.Sentence, place: int) -> tuple[int, int] | None:
    """The subject before word `place`, auxiliaries and adverbs skipped: its first word and the last word of its head."""
    while place > 0 and (
        s.lows[place - 1] in S.AUXILIARIES or s.lows[place - 1] in S.ADVERBS or s.lows[place - 1] in ("to", "'ve")
    ):
        place -= 1
    found = cues.subject(s, place)
    return (found[0], found[1]) if found else None


def places(s: S.Sentence, upper: bool) -> list[str]:
    """Places of one sentence as written, with the relation ("50 km west of Kidal") where one stands before them."""
    found: list[str] = []
    after = 0
    for place in [place for place, low in enumerate(s.lows[:-1]) if low in LEADING]:
        before = s.lows[place] in BEFORE or (s.lows[place] in ANNOUNCING and _announces(s, place))
        struck = s.lows[place] in STRICKEN
        if place < after or s.quoted[place] or not (before or struck):
            continue
        first = place + 1
        if s.lows[first] in S.DETERMINERS:
            first += 1
        first = _owned(s, first)
        last = _name(s, first, upper)
        if last is None or ((struck or _modifier(s, first, last)) and fold(s.span(first, last)) not in TOWNS):
            continue
        after = last + 1
        if s.lows[place] == "of" and not _related(s, place) and not _sited(s, place, first, last):
            continue
        if s.lows[place] == "on" and not _raided(s, place, first, last):
            continue
        found.append(s.span(_relation(s, place, first), last))
        for start, more in _more(s, after, upper):
            found.append(s.span(start, more))
            after = more + 1
    return list(dict.fromkeys(found))


def _modifier(s: S.Sentence, first: int, last: int) -> bool:
    """Whether a name only describes the noun behind it: "at a Hindu festival"."""
    if s.lows[first - 1] not in ("a", "an") or last + 1 >= len(s.words):
        return False
    after = s.lows[last + 1]
    return s.words[last + 1][0].islower() and after not in S.PREPOSITIONS and after not in S.CONJUNCTIONS


def _more(s: S.Sentence, place: int, upper: bool) -> Iterator[tuple[int, int]]:
    """The further names of a list of places that goes on at word `place`."""
    while place < len(s.words) - 1 and (s.words[place] == "," or s.lows[place] == "and"):
        start = place + 1
        while start < len(s.words) and s.lows[start] in ("and", "the"):
            start += 1
        more = _name(s, start, upper) if start < len(s.words) else None
        if more is None or (s.lows[place] == "and" and fold(s.lows[start]) in ACTORS):
            return
        yield start, more
        place = more + 1


def _owned(s: S.Sentence, first: int) -> int:
    """First word of the name behind a country ("Ukraine's Kharkiv") or a kind of place ("the capital, Nairobi")."""
    if first + 1 >= len(s.words):
        return first
    if s.lows[first].endswith("'s") and s.lows[first][:-2] not in DAYS:
        return first + 1
    after = s.words[first + 1 : first + 3]
    if s.lows[first] in KINDS and len(after) == 2 and after[0] == "," and after[1][0].isupper() and not s.text.isupper():
        return first + 2
    return first


def _announces(s: S.Sentence, place: int) -> bool:
    """Whether a list of places follows: "seven towns: …", "several regions, including …"."""
    if s.lows[place] == "as" and s.lows[place - 1 : place] != ["such"]:
        return False
    return any(low in KINDS and low.endswith("s") for low in s.lows[max(0, place - 4) : place])


def _related(s: S.Sentence, place: int) -> bool:
    """Whether "of" belongs to a place: "west of", "town of", "part of"."""
    before = s.lows[place - 1] if place else ""
    return before in KINDS or before in BEFORE or before in S.GRAMMAR["ravage"] or before.endswith(("ern", "side"))


def _sited(s: S.Sentence, place: int, first: int, last: int) -> bool:
    """Whether "of" tells where a site stands: "the vegetable market of Tell Abyad", but no "Bank of …" and no country."""
    return place > 0 and s.words[place - 1] in S.GRAMMAR["site"] and fold(s.span(first, last)) not in LANDS


def _raided(s: S.Sentence, place: int, first: int, last: int) -> bool:
    """Whether "on" tells what was attacked, and that is a place: "an attack on Boulikessi", not "on Hamas" or "on UN troops"."""
    if not place or s.lows[place - 1] not in S.GRAMMAR["raid"] or s.capitals:
        return False
    if fold(s.span(first, last)) in TOWNS:
        return True
    known = any(fold(low) in GROUPS or low in ACTORS or low in S.TITLES or low in ADJECTIVES for low in s.lows[first : last + 1])
    whole = last + 1 >= len(s.words) or s.lows[last + 1] in S.PREPOSITIONS or not s.words[last + 1][0].isalpha()
    return whole and not known and last - first <= 1 and not s.words[last].isupper()


def _relation(s: S.Sentence, place: int, first: int) -> int:
    """First word of the place with its relation."""
    if s.lows[place] == "of" and place and s.lows[place - 1] in BEFORE:
        begin = place - 1
        if begin and s.lows[begin - 1] in FAR:
            begin -= 2
            if begin > 0 and s.lows[begin - 1] in ("about", "around", "approximately", "some"):
                begin -= 1
        return max(begin, 0)
    return first


def _name(s: S.Sentence, first: int, upper: bool) -> int | None:
    """Last word of the place name that begins at word `first`; None where none does."""
    if first >= len(s.words):
        return None
    place = first
    seen = sure = False
    while place < len(s.words) and place < first + 6:
        low, word = s.lows[place], s.words[place]
        if (
            not word[0].isalpha()
            or low.endswith("'s")
            or low in MONTHS
            or low in DAYS
            or low in S.AUXILIARIES
            or low in S.PRONOUNS
            or low in S.SUBORDINATORS
        ):
            break
        if low in S.PREPOSITIONS or low in S.CONJUNCTIONS or low in S.DETERMINERS:
            break
        capital = word[0].isupper() and not upper
        known = fold(low) in LANDS or low in KINDS
        if low in ACTORS and not known:
            return None
        if capital or (upper and (known or _unknown(low))):
            seen = seen or low not in KINDS
            sure = sure or known
        elif not (known or low.endswith("ern") or low in ("du", "de", "del", "la", "el", "al", "village", "central", "western")):
            break
        place += 1
    last = place - 1
    if last < first or not seen:
        return None
    if upper and not sure and not _listed(s, first, last):
        return None
    if s.lows[last] in ADJECTIVES or s.lows[first] in S.TITLES:
        return None
    return last


def _listed(s: S.Sentence, first: int, last: int) -> bool:
    """Whether the name, or its first words, is a town or province of the tables, or a kind of place goes before it."""
    if first > 1 and (s.lows[first - 1] in KINDS or (s.lows[first - 1] == "of" and s.lows[first - 2] in KINDS)):
        return True
    return any(fold(s.span(first, stop)) in TOWNS for stop in range(first, min(last, first + 2) + 1))


def _unknown(low: str) -> bool:
    """Whether a word of an upper-case text is in none of the tables, so that it may be a name."""
    return low not in S.VERBS and low not in S.ADVERBS and low not in ACTORS and low not in S.TITLES and not low.isdigit()
