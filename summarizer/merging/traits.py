"""What tells one incident of a town from the next: what was hit, with what, on which night; and follow-ups."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from summarizer.merging.wording import RECENT, table
from summarizer.names import key

__all__ = ["Trait", "follows_up", "hours", "lead_traits", "nightly", "traits"]

Trait = tuple[Literal["hour", "means", "side", "target"], str]

LONGEST = 3
"""Words of the longest phrase in the table."""
_TOWN = re.compile(r"\bPort(?=[ -](?:au\b|[A-Z]))|\bport(?=\s+(?:city|town|of)\b)")
"""A port that is a town, or part of the name of one, and not what was hit."""
_NIGHT = re.compile(r"\b(?:overnight|last night|during the night|in the night)\b", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"\b(?:toll|number of (?:dead|deaths|people killed|victims))\b[^.;]{0,80}?"
    r"\b(?:rises?|rose|risen|climb(?:s|ed)?|grown|grew|has reached|increased|jumped|now|stands? at|to)\b"
    r"|\b(?:death toll (?:from|of|in)|earlier (?:toll|figure|count)|previous|previously|initial|initially|revis(?:ed|ing)|"
    r"lower(?:ed|ing)|"
    r"died of (?:their|his|her) (?:wounds|injuries)|succumbed)\b",
    re.IGNORECASE,
)
_HOURS = (
    ("morning", re.compile(r"\b(?:dawn|early|morning)\b", re.IGNORECASE)),
    ("afternoon", re.compile(r"\b(?:afternoon|midday|noon)\b", re.IGNORECASE)),
    ("evening", re.compile(r"\b(?:dusk|evening|late|night)\b", re.IGNORECASE)),
)
_SPEAKS = re.compile(r",[^,]*\b(?:said|says|told|according|reported|killing|leaving|wounding|injuring)\b", re.IGNORECASE)
_AIMED = re.compile(
    r"\b(?:against|ambush(?:ed)?|at|attack(?:ed|s)?|bomb(?:ed|s)?|hit|hits|inside|into|near|on|outside|raid(?:ed|s)?|shell(?:ed|s)?|"
    r"storm(?:ed|s)?|str(?:uck|ikes?)|target(?:ed|ing|s)?|tore through)\s+((?:[\w'’-]+\s+){0,3}[\w'’-]+)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, Trait]:
    """Phrase → what it tells."""
    found: dict[str, Trait] = {}
    for line in table("traits.txt"):
        head, phrases = line.split(":", 1)
        sort, name = head.split()
        for phrase in phrases.split(";"):
            found[key(phrase)] = ("means" if sort == "means" else "target", name)
    return found


@lru_cache(maxsize=RECENT)
def traits(words: str) -> frozenset[Trait]:
    """What was hit, and with what, as the words of a title or place tell; the longest phrases first."""
    told = key(_TOWN.sub("", words)).split()
    found: set[Trait] = set()
    place = 0
    while place < len(told):
        for size in range(min(LONGEST, len(told) - place), 0, -1):
            trait = _phrases().get(" ".join(told[place : place + size]))
            if trait is not None:
                found.add(trait)
                place += size
                break
        else:
            place += 1
    return frozenset(found)


@lru_cache(maxsize=RECENT)
def lead_traits(words: str) -> frozenset[Trait]:
    """What the first sentence of an account says was hit, and with what: before anybody speaks, what an attack aims at."""
    told = _SPEAKS.split(words, maxsplit=1)[0]
    aimed = " ".join(match.group(1) for match in _AIMED.finditer(told))
    return frozenset(trait for trait in traits(aimed) if trait[0] == "target") | frozenset(
        trait for trait in traits(told) if trait[0] == "means"
    )


def hours(words: str) -> frozenset[Trait]:
    """The part of the day that the words of a date name."""
    return frozenset(("hour", name) for name, pattern in _HOURS if pattern.search(words))


def nightly(quotes: Iterable[str]) -> bool:
    """Whether the sentences place the event in the night before they were printed."""
    return any(_NIGHT.search(quote) for quote in quotes)


def follows_up(quotes: Iterable[str]) -> bool:
    """Whether the sentences speak of an earlier toll, so that a higher one is news of the same event."""
    return any(_FOLLOWS.search(quote) for quote in quotes)
