"""Words of titles and claims, cut to stems, so that two tellings of one thing can be compared."""

import re
from calendar import day_name, month_name
from collections.abc import Collection
from functools import lru_cache
from importlib.resources import files

from summarizer.names import key
from summarizer.text import fold

__all__ = ["RECENT", "calendar", "gist", "kind", "overlap", "plain", "stem", "stems", "table"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_POSSESSIVE = re.compile(r"['’]s$")
RECENT = 1_024
"""Texts of which the words are remembered: those of the articles at hand, not of all; a sentence seldom comes twice."""
SHORTEST = 3
"""Letters that a stem keeps at least."""
_SUFFIXES = (
    "izations", "isations", "ization", "isation", "ations", "ation", "ments", "ment", "ities", "ity", "ings", "ing", "ions",
    "ion", "ers", "ors", "ies", "ied", "er", "or", "es", "ed", "ly", "s", "e", "y",
)  # fmt: skip


@lru_cache(maxsize=1)
def _stopwords() -> frozenset[str]:
    """Words that tell nothing apart."""
    return frozenset(table("stopwords.txt"))


def table(name: str) -> tuple[str, ...]:
    """The lines of a table of this package, without comments."""
    text = files("summarizer.merging").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """`word` folded, without an ending: "attacks", "attacked" and "attack" have one stem."""
    word = fold(_POSSESSIVE.sub("", word))
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST and not (suffix == "s" and word.endswith("ss")):
            return word[: -len(suffix)]
    return word


@lru_cache(maxsize=RECENT)
def stems(text: str) -> frozenset[str]:
    """Stems of the words of `text` that carry meaning; numbers stay as they are."""
    found = (match.group() for match in _WORD.finditer(text.replace("-", " ")))
    return frozenset(stem(word) for word in found if fold(word) not in _stopwords() and (len(word) > 1 or word.isdigit()))


@lru_cache(maxsize=65_536)
def kind(words: str) -> str:
    """The kind of happening that the words of an event name: a kind of the trigger table, else the stem of the last word.

    "opened fire", "the shooting" and "shots" are one kind; so are "quake" and "earthquake".
    """
    phrases, singles, stemmed = _triggers()
    told = key(words)
    if told in phrases:
        return phrases[told]
    parts = told.split()[::-1]
    found = next((singles[part] for part in parts if part in singles), None)
    found = found or next((stemmed[stem(part)] for part in parts if stem(part) in stemmed), None)
    return found or (stem(parts[0]) if parts else "")


@lru_cache(maxsize=RECENT)
def gist(text: str) -> frozenset[str]:
    """Kinds and stems of the words of `text` that carry meaning: "captures the town" and "seized the town" share the town."""
    _, singles, stemmed = _triggers()
    return frozenset(singles.get(one) or stemmed.get(one) or one for one in stems(text))


@lru_cache(maxsize=1)
def _triggers() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Phrase → kind, word → kind, stem → kind; the first line that holds a word counts."""
    phrases: dict[str, str] = {}
    singles: dict[str, str] = {}
    stemmed: dict[str, str] = {}
    for line in table("triggers.txt"):
        name, words = line.split(":", 1)
        for word in (key(term) for term in words.split(";")):
            (phrases if " " in word else singles).setdefault(word, name)
            if " " not in word:
                stemmed.setdefault(stem(word), name)
    return phrases, singles, stemmed


@lru_cache(maxsize=1)
def calendar() -> frozenset[str]:
    """Stems of the months and the days of the week."""
    return frozenset(stem(word) for word in (*month_name[1:], *day_name))


@lru_cache(maxsize=1)
def plain() -> frozenset[str]:
    """Kinds and stems that any news of violence or disaster has: tolls, nouns for people, days, months, saying."""
    people = [word for line in table("people.txt") for word in line.split(":", 1)[1].split(";")]
    return frozenset(stem(word.strip()) for word in (*people, *table("plain.txt"))) | {
        "death",
        "injure",
        "attack",
        "say",
        "announce",
    }


def overlap(a: Collection[str], b: Collection[str]) -> float:
    """Share of the smaller set of stems that the other has too; 0 where one is empty."""
    return len(set(a) & set(b)) / min(len(a), len(b)) if a and b else 0.0
