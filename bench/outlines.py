"""Writes the outlines of the map anew: `python bench/outlines.py countries-50m.json > summarizer/rendering/data/outlines.json`.

The input is the TopoJSON file of the npm package world-atlas 2.0.2, which redistributes Natural Earth 4.1.0, Admin 0
country boundaries, 1:50m (public domain). Arcs are decoded and thinned; nothing is drawn anew.
"""

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

GRID = 20
"""Steps of a degree: 0.05 degrees, 5 km at the equator."""
TOLERANCE = 0.8
"""Steps that a thinned line may lie off the full one."""
SOURCE = (
    "Natural Earth 4.1.0, Admin 0 country boundaries, 1:50m, public domain; "
    "from the npm package world-atlas 2.0.2 (ISC), thinned to 0.05 degrees"
)
Point = tuple[int, int]


def main() -> None:
    """Reads the TopoJSON file that is named and writes compact JSON to stdout."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [thin(decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    countries = []
    for country in topology["objects"]["countries"]["geometries"]:
        shapes = country.get("arcs", ())
        polygons = [shapes] if country["type"] == "Polygon" else shapes
        rings = [ring(polygon[0], arcs) for polygon in polygons]
        kept = [flat(one) for one in rings if len(set(one)) > 3]
        if kept:
            countries.append([country["properties"]["name"], kept])
    countries.sort(key=lambda one: str(one[0]))
    print(json.dumps({"source": SOURCE, "grid": GRID, "countries": countries}, ensure_ascii=False, separators=(",", ":")))


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """An arc in steps of the grid."""
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        longitude = x * transform["scale"][0] + transform["translate"][0]
        latitude = y * transform["scale"][1] + transform["translate"][1]
        points.append((round(longitude * GRID), round(latitude * GRID)))
    return points


def thin(points: list[Point]) -> list[Point]:
    """Douglas and Peucker's thinning; neighbours share their arcs, so that borders still meet."""
    if len(points) < 3:
        return points
    first, last = points[0], points[-1]
    far, place = max((off(point, first, last), number) for number, point in enumerate(points[1:-1], 1))
    if far <= TOLERANCE:
        return [first, last]
    return thin(points[: place + 1])[:-1] + thin(points[place:])


def off(point: Point, first: Point, last: Point) -> float:
    """Distance of a point from the line between two others."""
    dx, dy = last[0] - first[0], last[1] - first[1]
    length = math.hypot(dx, dy)
    if not length:
        return math.hypot(point[0] - first[0], point[1] - first[1])
    return abs(dx * (first[1] - point[1]) - (first[0] - point[0]) * dy) / length


def ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The outer ring of a polygon from its arcs; a negative number is an arc backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def flat(points: list[Point]) -> list[int]:
    """The first point, then the way from each point to the next."""
    steps = list(points[0])
    for (x, y), (next_x, next_y) in pairwise(points):
        steps += [next_x - x, next_y - y]
    return steps


if __name__ == "__main__":
    main()
