"""Bodies of states: "Malian army", "Armed Forces of Mali" and "Mali's military" name one body of one country."""

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from summarizer.names.keys import key

__all__ = ["Body", "bodies", "body", "countries", "country", "kind", "speaks_for"]


class Body(NamedTuple):
    """A body of a state; `country` and `body` are keys of the tables."""

    country: str
    """The country, as its table shows it."""
    body: str
    """The kind of body: forces, government, police …"""


_FILLERS = frozenset(["and", "in", "of", "republic", "s", "the", "a", "an", "federal", "islamic", "kingdom"])


def country(name: str) -> str | None:
    """The country that `name` names or describes ("Mali", "Malian", "the Malians"); None for anything else."""
    return _table().get(key(name))


def countries(name: str) -> frozenset[str]:
    """Every country that the words of `name` name or describe."""
    return frozenset(found for found, _ in _split(key(name).split())[0])


@lru_cache(maxsize=65_536)
def body(name: str) -> Body | None:
    """The state body that `name` names; a bare country is its government, as a country and its government are one party."""
    found, rest = _split(key(name).split())
    if len({where for where, _ in found}) != 1:
        return None
    where, bare = found[0]
    rest = [word for word in rest if word not in _FILLERS]
    if not rest:
        return Body(where, "government") if bare else None
    kind = bodies().get(" ".join(rest))
    return Body(where, kind) if kind else None


def kind(name: str) -> str | None:
    """The kind of state body that `name` names without a country ("the army", "defence and security forces")."""
    return bodies().get(" ".join(word for word in key(name).split() if word not in _FILLERS))


def _split(words: list[str]) -> tuple[list[tuple[str, bool]], list[str]]:
    """Countries among the words, each with whether it is the country's own name, and the words left."""
    found: list[tuple[str, bool]] = []
    rest: list[str] = []
    place = 0
    while place < len(words):
        for size in range(min(_longest(), len(words) - place), 0, -1):
            run = " ".join(words[place : place + size])
            if run in _table():
                found.append((_table()[run], run in _names()))
                place += size
                break
        else:
            rest.append(words[place])
            place += 1
    return found, rest


@lru_cache(maxsize=1)
def bodies() -> dict[str, str]:
    """Phrase → kind of body, each phrase also without its small words."""
    table: dict[str, str] = {}
    for line in _lines("bodies.txt"):
        kind, phrases = line.split(":", 1)
        for phrase in phrases.split(";"):
            table[" ".join(word for word in key(phrase).split() if word not in _FILLERS)] = kind.split("<")[0].strip()
    return table


@lru_cache(maxsize=1)
def speaks_for() -> dict[str, str]:
    """Kind of body → the kind it speaks for."""
    heads = [line.split(":", 1)[0] for line in _lines("bodies.txt")]
    return {head.split("<")[0].strip(): head.split("<")[1].strip() for head in heads if "<" in head}


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Key of a name or adjective → the country."""
    table: dict[str, str] = {}
    for line in _lines("countries.txt"):
        names, _, adjectives = line.partition("|")
        shown = names.split(";")[0].strip()
        for form in (*names.split(";"), *adjectives.split(";")):
            if form.strip():
                table.setdefault(key(form), shown)
    return table


@lru_cache(maxsize=1)
def _longest() -> int:
    """Words of the longest form in the table."""
    return max(len(form.split()) for form in _table())


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """Keys of the countries' own names."""
    return frozenset(key(form) for line in _lines("countries.txt") for form in line.partition("|")[0].split(";"))


def _lines(name: str) -> list[str]:
    """The lines of a table of the package, without comments."""
    text = files("summarizer.names").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
