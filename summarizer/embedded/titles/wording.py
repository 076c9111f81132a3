"""How a title is written: its words, their case, its place, and the kind of event where no words serve."""

import re
from collections.abc import Collection

from summarizer.embedded import counts, cues
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.embedded.names import ACTORS, GROUPS, LANDS
from summarizer.embedded.phrases import KINDS as SITES
from summarizer.embedded.titles.company import Company
from summarizer.embedded.titles.words import (
    CALENDAR,
    INNER,
    KINDS,
    MONTHS,
    NEAR,
    OPENING,
    SAYING,
    TELLING,
    TRAILING,
    WEEKDAYS,
    WORDS,
)
from summarizer.embedded.triggers import CONTEXTS, TRIGGERS
from summarizer.text import fold

__all__ = ["cased", "fuller", "kept", "kind", "lowered", "name", "where"]

ACRONYM = 5
"""Letters. A group's short name has no more."""
LONG_LANDS = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(LANDS) if " " in name), re.IGNORECASE)
"""Countries of several words."""
ENDINGS = tuple(tables.lines("suffixes"))
"""Endings of words that are seldom names."""
ORDINARY = (
    frozenset().union(*(words for group, words in S.GRAMMAR.items() if group not in ("day", "month")))
    | S.VERBS
    | cues.NOUNS
    | SITES
    | counts.CASUALTIES.keys()
    | counts.MATERIEL
    | {word for names in (ACTORS, TRIGGERS) for name in names for word in name.split()}
    | {word for entries in TRIGGERS.values() for entry in entries for word in entry[0]}
    | {word for words in CONTEXTS.values() for word in words}
    | {"ago", "city", "country", "day", "month", "night", "people", "week", "weekend", "year"}
)
"""Words that are written small inside a sentence."""


def kept(s: S.Sentence, places: Collection[int]) -> list[str]:
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


def cased(s: S.Sentence, text: str, small: Collection[str]) -> str:
    """The title in sentence case: the capitals of a headline go where the text writes the word without one."""
    if s.text.isupper():
        text = LONG_LANDS.sub(lambda land: land.group().title(), " ".join(map(lowered, text.split(" "))))
    elif s.capitals:
        first, *rest = text.split(" ")
        text = " ".join([first, *(word.lower() if word.istitle() and _plain(word, small) else word for word in rest)])
    return text[:1].upper() + text[1:]


def lowered(word: str) -> str:
    """A word of an upper-case text as a title has it: small where it is an ordinary word; names keep their first capital."""
    low = word.lower().strip(".,;:'’")
    if fold(low) in GROUPS and len(low) <= ACRONYM:
        return word
    ordinary = low in ORDINARY or low.removesuffix("s") in ORDINARY or low.endswith(ENDINGS)
    return word.lower() if ordinary and low not in CALENDAR else word.capitalize()


def _plain(word: str, small: Collection[str]) -> bool:
    """Whether a word with a capital is no name."""
    low = word.lower().strip(".,;:'’")
    return low in small or low in TRAILING or low in SAYING or low in TELLING


def name(name: str) -> str:
    """A party's name as a subject: its first words where it is long."""
    return " ".join(name.split()[: WORDS // 2])


def where(company: Company, room: int, s: S.Sentence | None = None, last: int = 0) -> str:
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


def fuller(word: str, company: Company) -> str:
    """A title of one word with the place, the date or the one who acts: "Attack" says too little."""
    if place := where(company, WORDS):
        return word + place
    words = (company.date or "").split()
    if words and words[0].lower() in MONTHS:
        return f"{word} in {company.date}"
    if words and any(one.lower() in MONTHS for one in words):
        return f"{word} on {company.date}"
    return f"{word} by {name(company.actor)}" if company.actor and company.actor[0].isupper() else word


def kind(company: Company) -> str:
    """The kind of event with its place, or with who acts or suffers."""
    kind, joint = KINDS[company.type]
    if place := where(company, WORDS):
        return kind + place
    parties = (one for one in (company.actor, company.target) if one and (one[0].isupper() or " " in one))
    party = next(parties, None)
    return f"{kind} {joint} {name(party)}" if party else fuller(kind, company)
