"""Places of events: the points and areas that their words name, and how two sets of places stand to one another."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from rapidfuzz.fuzz import ratio

from summarizer.names import Aliases, countries, country, key

__all__ = ["Place", "Relation", "Where", "close", "relate", "spelt", "where"]

Relation = Literal["same", "within", "told", "near", "close", "open", "apart"]

MANY = 4
"""Points from which a list is a wave of attacks: such a list is seldom complete, so another place is no contradiction."""
CLOSE = 85.0
"""Per cent of letters in common from which two spellings are proposed as one place; a proposal never decides."""
PER_CENT = 100
SHORTEST = 5
"""Letters that a name has at least before its spelling is compared."""

_SPLIT = re.compile(r"\s*[,;/]\s*|\s+(?:and|as well as)\s+")
_RELATIVE = re.compile(
    r"\b(?:\d[\d.,]*|several|some|a few|dozens of)\s*(?:kms?|kilomet(?:re|er)s?|miles?|mi|met(?:re|er)s?|m)\b"
    r".*?\b(?:of|from)\s+(?P<anchor>.+)$",
    re.IGNORECASE,
)
_DISTANCE = re.compile(r"\d[\d.,]*\s*(?:kms?|kilomet(?:re|er)s?|miles?)\b", re.IGNORECASE)
_DIRECTION = re.compile(
    r"^(?:the\s+)?(?:(?:far|extreme)\s+)?(?:(?:north|south)-?(?:east|west)?|east|west|cent(?:re|er))(?:ern|ernmost)?"
    r"\s+(?:of|part of)\s+(?P<anchor>.+)$",
    re.IGNORECASE,
)
_NEAR = re.compile(r"\s*\b(?:near|close to|outside|around|along|between|on the road|towards?|off)\b\s*", re.IGNORECASE)
_OF = re.compile(
    r"^(?:.*\b)?(?:village|town|city|hamlet|locality|commune|municipality|capital|port|camp|base|outpost|suburb|neighbou?rhood|area|sector)\s+of\s+(?=[A-ZÀ-Þ])"
)
_AREA = re.compile(
    r"\b(?:region|province|state|county|governorate|oblast|department|district|cercle|circle|territory|prefecture|border|"
    r"administrative (?:area|zone))\b",
    re.IGNORECASE,
)
_FEATURE = re.compile(r"\b(?:forest|desert|valley|coast|basin|sea|lake|border)\b", re.IGNORECASE)
_KIND = re.compile(r"\badministrative (?:area|zone)\b|\b(?:greater|metropolitan)\b")
_COMPASS = re.compile(r"^(?:north|south|east|west|central|centre|center|upper|lower|mid)", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Þ][^\s]*(?:\s+(?:(?:de|du|des|la|le|el|al|of|the|sur|upon|am|an|der)\s+)?[A-ZÀ-Þ][^\s]*)*")


@dataclass(frozen=True, slots=True)
class Place:
    """One place as written, with what it names."""

    key: str
    """Key of the name, after aliases."""
    kind: Literal["point", "area", "beside"]
    """A town or site; a region or country; somewhere beside a named place."""
    words: str
    """The words."""


@dataclass(frozen=True, slots=True)
class Where:
    """All places of an event."""

    points: frozenset[str] = frozenset()
    """Keys of towns and sites."""
    areas: frozenset[str] = frozenset()
    """Keys of regions and countries."""
    beside: frozenset[str] = frozenset()
    """Keys of places that the event is near, but not at."""
    countries: frozenset[str] = frozenset()
    """Countries named."""
    lent: frozenset[str] = frozenset()
    """Keys of places that the rest of the article gives; they count only where the event has no point of its own."""

    @property
    def told(self) -> frozenset[str]:
        """Keys of its towns and regions, or of what its article lends where it has no town."""
        return self.points | self.areas if self.points else self.areas | self.lent


def where(written: tuple[str, ...], aliases: Aliases) -> Where:
    """The points and areas that the words name."""
    found = [place for words in written for place in _read(words, aliases)]
    by_kind = {kind: frozenset(place.key for place in found if place.kind == kind) for kind in ("point", "area", "beside")}
    named = frozenset(name for words in written for name in countries(words))
    return Where(by_kind["point"], by_kind["area"], by_kind["beside"], named)


def _read(words: str, aliases: Aliases) -> list[Place]:
    """The places in one string ("Boulkessi sector, Douentza region"); a distance without a name is from the next one."""
    found: list[Place] = []
    far = False
    for part in _SPLIT.split(words):
        place = (
            [replace(one, kind="beside") if far and one.kind == "point" else one for one in _one(part, aliases)] if part else []
        )
        far = bool(part) and not place and _DISTANCE.search(part) is not None
        found += place
    return found


def _one(words: str, aliases: Aliases) -> list[Place]:
    """The places in one member of a list."""
    if (relative := _RELATIVE.search(words)) or (relative := _DIRECTION.search(words)):
        anchor = _name(relative["anchor"])
        kind: Literal["area", "beside"] = "area" if country(anchor) else "beside"
        return [Place(_key(anchor, aliases), kind, words)] if anchor else []
    return _part(words, aliases)


def _part(part: str, aliases: Aliases) -> list[Place]:
    """The places in one member of a list."""
    first, *rest = _NEAR.split(_OF.sub("", part))
    found: list[Place] = []
    if name := _name(first):
        kind: Literal["point", "area"] = "area" if _AREA.search(first) or country(name) or _COMPASS.match(first) else "point"
        found.append(Place(_key(name, aliases), kind, part))
    for piece in rest:
        if not found and (name := _name(piece)):
            found.append(Place(_key(name, aliases), "area" if country(name) or _AREA.search(piece) else "beside", part))
    return found


def _name(words: str) -> str:
    """The capitalised name in the words; the words themselves where all is small and short, as in a telegram; else nothing."""
    names = [match.group() for match in _NAME.finditer(words.strip())]
    names = [name for name in names if key(name)]
    return max(names, key=len) if names else ""


@lru_cache(maxsize=65_536)
def _bare(name: str) -> str:
    """The key of a place name without words of kind and compass."""
    kept = [
        word
        for word in _KIND.sub(" ", key(name)).split()
        if not (_AREA.fullmatch(word) or _FEATURE.fullmatch(word) or _COMPASS.fullmatch(word))
    ]
    return " ".join(kept) or key(name)


def _key(name: str, aliases: Aliases) -> str:
    """The key of a place after aliases; a country is known by its own name whatever the form."""
    if alias := aliases.place(name):
        return key(alias.shown)
    if found := country(name):
        return key(found)
    return _bare(_without_country(name))


def _without_country(name: str) -> str:
    """A name without the country that it begins with ("Nepal's Jajarkot")."""
    words = name.split()
    rest = next((words[n:] for n in range(len(words) - 1, 0, -1) if country(" ".join(words[:n]))), words)
    return " ".join(rest)


def _near(a: str, b: str) -> bool:
    """Whether two keys are close spellings; names of too different lengths are not looked at."""
    short, long = (len(a), len(b)) if len(a) < len(b) else (len(b), len(a))
    return short >= SHORTEST and 2 * short * PER_CENT >= CLOSE * (short + long) and close(a, b)


@lru_cache(maxsize=8_192)
def close(a: str, b: str) -> bool:
    """Whether two keys are close spellings; that proposes and never decides."""
    return a != b and min(len(a), len(b)) >= SHORTEST and ratio(a, b) >= CLOSE


def relate(a: Where, b: Where) -> Relation:
    """How two sets of places stand to one another; symmetric."""
    if not a.points.isdisjoint(b.points):
        return "same"
    if a.countries and b.countries and not a.countries & b.countries:
        return "apart"
    if (a.points & b.areas) or (b.points & a.areas):
        return "within"
    if (a.points & b.beside) or (b.points & a.beside):
        return "near"
    if a.beside & b.beside:
        return "near"
    if (a.lent and not a.points and a.lent & b.told) or (b.lent and not b.points and b.lent & a.told):
        return "told"
    if not (a.points and b.points) or max(len(a.points), len(b.points)) >= MANY:
        return "open"
    return "close" if spelt(a, b) else "apart"


def spelt(a: Where, b: Where) -> tuple[str, str] | None:
    """Two points of different spelling that are close; None where there are none."""
    if len(a.points) == 1 and len(b.points) == 1:
        (one,), (two,) = a.points, b.points
        return (one, two) if one != two and _near(one, two) else None
    pairs = [(x, y) for x in a.points for y in b.points if x not in b.points and y not in a.points and _near(x, y)]
    return min(pairs) if pairs else None
