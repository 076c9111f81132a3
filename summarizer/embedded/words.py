"""Word tables: read once from the package's data files and compiled into plain dictionaries of folded words."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

__all__ = ["Phrases", "forms", "lines", "nouns", "plural", "rows", "vocabulary"]

Phrases = dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]
"""First word → (all the words, the other columns), longest first."""

_VOWELS = "aeiou"
_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")
"""One short syllable: the last letter is doubled (rob, robbed)."""


def lines(name: str) -> Iterator[str]:
    """Lines of the data file `name` that are neither empty nor comments."""
    text = resources.files(__package__).joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """Columns of each line of the data file `name`."""
    for line in lines(name):
        yield tuple(column.strip() for column in line.split("|"))


@cache
def vocabulary(name: str) -> dict[str, frozenset[str]]:
    """A file of classes, one a line (`name | words`), as sets."""
    return {row[0]: frozenset(row[1].split()) for row in rows(name)}


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Base form → all the forms of the verbs that the tables give with several."""
    return {row[0].split()[0]: tuple(dict.fromkeys(row[0].split())) for row in rows("verbs") if len(row[0].split()) > 1}


def forms(verb: str) -> tuple[str, ...]:
    """The inflected forms of a verb, irregular ones from the table of verbs; several words are taken as its forms."""
    given = verb.split()
    if len(given) > 1:
        return tuple(dict.fromkeys(given))
    stem = given[0]
    if stem in _irregular():
        return _irregular()[stem]
    if stem.endswith("e"):
        return stem, f"{stem}s", f"{stem}d", f"{stem[:-1]}ing"
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return stem, f"{stem[:-1]}ies", f"{stem[:-1]}ied", f"{stem}ing"
    third = f"{stem}es" if stem.endswith(("s", "sh", "ch", "x", "z")) else f"{stem}s"
    base = stem + stem[-1] if _DOUBLED.match(stem) else stem
    return stem, third, f"{base}ed", f"{base}ing"


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "sh", "ch", "x", "z")) else f"{noun}s"


def nouns(words: str) -> tuple[str, ...]:
    """A noun (of one or several words) and its plural; "army armies" and "hit man, hit men" give both themselves."""
    if "," in words:
        return tuple(word.strip() for word in words.split(","))
    given = words.split()
    if len(given) == 2 and given[0][:2] == given[1][:2] and len(given[1]) >= len(given[0]) - 1:
        return given[0], given[1]
    last = given[-1]
    return words, " ".join([*given[:-1], plural(last)])
