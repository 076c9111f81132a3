"""Offices: "army spokesman Lieutenant Colonel Ade Bello" is Ade Bello, who speaks for the army."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from summarizer.names.keys import key, words
from summarizer.names.nations import body, kind, speaks_for

__all__ = ["Office", "institution", "office"]


_OWNED = re.compile(r"['’]s\s+(.+)$")
_OFFICIALS = frozenset(["official", "officials"])


class Office(NamedTuple):
    """The parts of a person's name as news write it."""

    proper: str
    """The person's own name; empty where only the office is given."""
    of: str
    """The words before it without titles: the body that the person speaks for; empty where there are none."""
    title: str | None
    """The kind of state body that a title speaks for by itself ("governor"); None for a rank."""


class Institution(NamedTuple):
    """A body of a state whose country may be open."""

    kind: str
    """The kind of body in the end: forces, government, police …"""
    country: str | None
    """The country; None where the words do not name it."""


@lru_cache(maxsize=65_536)
def office(name: str) -> Office:
    """The person's own name, the body before it and what the title speaks for."""
    told = name.split()
    held = [place for place, word in enumerate(told) if key(word) in _titles()]
    if not held:
        return Office(name, "", None)
    rest = [word for place, word in enumerate(told[: held[-1]]) if place not in held]
    own = next((found for place in held if (found := _titles()[key(told[place])]) != "-"), None)
    return Office(" ".join(told[held[-1] + 1 :]), " ".join(rest), own)


@lru_cache(maxsize=65_536)
def institution(name: str) -> Institution | None:
    """The state body that a name or an office speaks for, its country where the words give it; None for anybody else."""
    held = office(name)
    for phrase in (name, held.of, *_employers(name), *_owned(name), *_owned(held.of)):
        if known := body(phrase):
            return Institution(_end(known.body), known.country)
        if phrase and (part := kind(phrase)):
            return Institution(_end(part), None)
    return Institution(held.title, None) if held.title else None


def _employers(name: str) -> tuple[str, ...]:
    """The body whose officials the name speaks of ("police officials"); the authorities where it says no more."""
    told = words(name)
    if not told or told[-1] not in _OFFICIALS:
        return ()
    rest = " ".join(told[:-1])
    return rest, f"{rest} authorities".strip()


def _owned(name: str) -> tuple[str, ...]:
    """What belongs to a state that the tables do not know, or know two of ("Congo's army")."""
    found = _OWNED.search(name)
    return (found.group(1),) if found else ()


def _end(part: str) -> str:
    """The kind of body that a kind of body speaks for."""
    return speaks_for().get(part, part)


@lru_cache(maxsize=1)
def _titles() -> dict[str, str]:
    """Folded title → the kind of body that it speaks for, or "-"."""
    text = files("summarizer.names").joinpath("data/titles.txt").read_text(encoding="utf-8")
    lines = [line.split(":", 1) for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {key(word): head for head, words in lines for word in words.split(";")}
