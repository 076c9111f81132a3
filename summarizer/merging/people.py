"""What a figure counts: the class of the people in its words, or the head noun of a thing."""

import re
from functools import lru_cache

from schemas.extraction import Measure, PartyType
from summarizer.merging.wording import stem, table
from summarizer.names import key

__all__ = ["CASUALTIES", "class_of", "counted", "is_people", "side"]

CASUALTIES: frozenset[Measure] = frozenset(["killed", "wounded", "neutralised", "captured", "missing", "displaced", "affected"])
"""Measures that count people."""

_TAIL = re.compile(r"\b(?:of|in|at|from|on|by|who|that|which|with|during|since|for|to|under|across)\b.*$", re.IGNORECASE)

_OTHERS = frozenset(["missing", "others"])
_MORE = re.compile(r"\s+(?:and|or)\s.*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """Stem of a noun → the class of people it names."""
    return {
        stem(word.strip()): line.split(":", 1)[0] for line in table("people.txt") for word in line.split(":", 1)[1].split(";")
    }


@lru_cache(maxsize=65_536)
def class_of(words: str) -> str | None:
    """The class of people that the words name ("80 terrorists" → insurgents); None where they name none or only "people"."""
    found = [_classes()[stem(word)] for word in key(_TAIL.sub("", words) or words).split() if stem(word) in _classes()]
    named = [one for one in found if one != "people"]
    return named[-1] if named else None


@lru_cache(maxsize=65_536)
def is_people(words: str) -> bool:
    """Whether the words name people and say no more of them ("people", "others")."""
    bare = key(_TAIL.sub("", words) or words).split()
    return class_of(words) is None and (not bare or bare[-1] in _OTHERS or _classes().get(stem(bare[-1])) == "people")


@lru_cache(maxsize=65_536)
def counted(words: str) -> str:
    """The stem of the head noun of the words ("three army barracks" → barrack)."""
    bare = _MORE.sub("", _TAIL.sub("", words).strip() or words)
    last = key(bare).split()
    return stem(last[-1]) if last else ""


def side(kind: PartyType) -> str | None:
    """The class of people that a party's type stands for."""
    return _SIDES.get(kind)


_SIDES: dict[PartyType, str] = {
    "armed_group": "insurgents",
    "civilians": "civilians",
    "government": "state",
    "militia": "insurgents",
    "police": "police",
    "private_military": "state",
    "state_forces": "state",
}
