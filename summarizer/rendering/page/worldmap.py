"""A map of the located events: outlines of countries around them, drawn from Natural Earth, without tiles."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from schemas import Briefing, EventCluster
from summarizer.rendering.places import Located, Places

__all__ = ["Country", "Pin", "WorldMap", "draw"]

WIDTH, HEIGHT = 1200, 750
"""Units of the canvas; the page gives every map this shape."""
SMALLEST = 4.0
"""Degrees of latitude that a map shows at least, so that a reader knows where it is."""
SPARE = 0.35
"""Share of the extent that is added on each side."""
CLOSE = 0.035
"""Share of the width within which two places are one pin."""

Ring = list[tuple[float, float]]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Country:
    """One country's outline as the data of an SVG path."""

    name: str
    path: str
    x: float
    """Where its name stands, in per cent; negative where there is no room."""
    y: float


@dataclass(frozen=True)
class Pin:
    """One or several events at one place, in per cent of the canvas."""

    numbers: tuple[int, ...]
    events: tuple[EventCluster, ...]
    located: Located
    x: float
    y: float

    @property
    def label(self) -> str:
        """The number of its event, or of the first with a plus for more."""
        return f"{self.numbers[0]}+" if len(self.numbers) > 1 else str(self.numbers[0])


@dataclass(frozen=True)
class WorldMap:
    """Everything that is drawn."""

    countries: tuple[Country, ...]
    pins: tuple[Pin, ...]
    source: str


def draw(briefing: Briefing, located: Places) -> WorldMap | None:
    """The map of all events with coordinates; None where none has."""
    found = []
    for number, event in enumerate(briefing.story.events, 1):
        best = located.best(event.id)
        if best is not None and best.point is not None:
            found.append((number, event, best, best.point.longitude, best.point.latitude))
    if not found:
        return None
    box = extent([(longitude, latitude) for *_, longitude, latitude in found])
    pins: list[Pin] = []
    for number, event, best, longitude, latitude in found:
        x, y = (round(share * 100, 2) for share in shares(longitude, latitude, box))
        near = next((place for place, pin in enumerate(pins) if math.hypot(pin.x - x, (pin.y - y) / 1.6) < CLOSE * 100), None)
        if near is None:
            pins.append(Pin((number,), (event,), best, x, y))
        else:
            old = pins[near]
            pins[near] = Pin((*old.numbers, number), (*old.events, event), old.located, old.x, old.y)
    return WorldMap(tuple(outlined(box)), tuple(pins), str(outlines()["source"]))


def extent(points: Sequence[tuple[float, float]]) -> Box:
    """West, south, east, north: around all points, with room, in the shape of the canvas."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    squeeze = math.cos(math.radians(max(-75.0, min(75.0, middle_y))))
    height = max(SMALLEST, (north - south) * (1 + 2 * SPARE), (east - west) * (1 + 2 * SPARE) * squeeze * HEIGHT / WIDTH)
    width = height * WIDTH / HEIGHT / squeeze
    return (middle_x - width / 2, middle_y - height / 2, middle_x + width / 2, middle_y + height / 2)


def shares(longitude: float, latitude: float, box: Box) -> tuple[float, float]:
    """The place of a point on the canvas, from 0 to 1; equirectangular around the middle of the map."""
    west, south, east, north = box
    return (longitude - west) / (east - west), (north - latitude) / (north - south)


@lru_cache(maxsize=1)
def outlines() -> dict[str, object]:
    """The outlines in the package."""
    path = Path(__file__).parent.parent / "data" / "outlines.json"
    read: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return read


@lru_cache(maxsize=1)
def countries() -> tuple[tuple[str, tuple[Ring, ...]], ...]:
    """Each country with its rings in degrees."""
    grid = outlines()["grid"]
    listed = outlines()["countries"]
    if not isinstance(grid, int) or not isinstance(listed, list):
        raise TypeError("outlines.json is damaged; install the package again")
    return tuple((name, tuple(degrees(ring, grid) for ring in rings)) for name, rings in listed)


def degrees(steps: Sequence[int], grid: int) -> Ring:
    """A ring from its first point and the way from each point to the next."""
    x = y = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / grid, y / grid))
    return points


def outlined(box: Box) -> Iterator[Country]:
    """The countries inside the map, cut at its borders."""
    west, south, east, north = box
    for name, rings in countries():
        kept = []
        for ring in rings:
            for turn in (-360, 0, 360):
                cut = clipped([(x + turn, y) for x, y in ring], (west, south, east, north))
                if len(cut) > 2:
                    kept.append(cut)
        if kept:
            x, y = middle(max(kept, key=size), box)
            path = "".join(path_of(ring, box) for ring in kept)
            yield Country(name, path, x, y)


def clipped(ring: Ring, box: Box) -> Ring:
    """The part of a ring inside the box (Sutherland and Hodgman, 1974)."""
    if not (min(x for x, _ in ring) < box[2] and max(x for x, _ in ring) > box[0]):
        return []
    for axis, border, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        out: Ring = []
        for number, point in enumerate(ring):
            before = ring[number - 1]
            inside, was_inside = sign * (point[axis] - border) >= 0, sign * (before[axis] - border) >= 0
            if inside != was_inside:
                share = (border - before[axis]) / (point[axis] - before[axis])
                out.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
            if inside:
                out.append(point)
        ring = out
    return ring


def size(ring: Ring) -> float:
    """The area of a ring in square degrees."""
    return abs(sum(ring[n - 1][0] * y - x * ring[n - 1][1] for n, (x, y) in enumerate(ring))) / 2


def middle(ring: Ring, box: Box) -> tuple[float, float]:
    """Where a country's name stands, in per cent; negative where its part of the map is too small for letters."""
    if size(ring) < 0.03 * (box[2] - box[0]) * (box[3] - box[1]):
        return -1, -1
    x, y = shares(sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring), box)
    return round(x * 100, 1), round(y * 100, 1)


def path_of(ring: Ring, box: Box) -> str:
    """A ring as path data in whole units."""
    steps = []
    for longitude, latitude in ring:
        x, y = shares(longitude, latitude, box)
        steps.append(f"{round(x * WIDTH)} {round(y * HEIGHT)}")
    return "M" + "L".join(dict.fromkeys(steps)) + "Z"
