"""Events on other people's maps: GeoJSON (RFC 7946) and KML 2.2. An event without coordinates has no geometry."""

from html import escape
from json import dumps
from xml.etree import ElementTree as Tree

from schemas import Briefing, EventCluster
from summarizer.rendering import data, words
from summarizer.rendering.places import Located, Places

__all__ = ["geojson", "kml"]

NAMESPACE = "http://www.opengis.net/kml/2.2"


def geojson(briefing: Briefing, located: Places) -> str:
    """A feature for each event; its geometry is null where its place is not known."""
    labels = words.labels(briefing)
    features = [feature(event, located.best(event.id), labels) for event in briefing.story.events]
    collection = {"type": "FeatureCollection", "features": features}
    return data.escaped(dumps(collection, ensure_ascii=False, indent=2)) + "\n"


def feature(event: EventCluster, place: Located | None, labels: dict[str, str]) -> dict[str, object]:
    """One event as a feature."""
    point = place.point if place is not None else None
    known = event.when
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": None if point is None else {"type": "Point", "coordinates": [point.longitude, point.latitude]},
        "properties": {
            "title": words.plain(event.title),
            "type": event.type,
            "status": event.status,
            "salience": event.salience,
            "date": words.when(known),
            "date_start": known.start.isoformat() if known and known.start else None,
            "date_end": known.end.isoformat() if known and known.end else None,
            "places": [words.plain(one) for one in event.places],
            "place_precision": place.precision if place is not None and point is not None else None,
            "place_basis": place.reason if place is not None else "no place stated",
            "by": [words.plain(one) for one in event.by],
            "against": [words.plain(one) for one in event.against],
            "figures": figures(event, labels),
        },
    }


def figures(event: EventCluster, labels: dict[str, str]) -> list[str]:
    """Every stated figure of an event on a line, with who states it and where."""
    return [
        words.plain(f"{said.words} {said.counted}: {words.said_by(said)} ({words.place_of(said.evidence, labels)})")
        for group in event.figures
        for said in group.statements
    ]


def kml(briefing: Briefing, located: Places) -> str:
    """A placemark for each event; viewers show its description as HTML, so its text is escaped for that as well."""
    root = Tree.Element("kml", xmlns=NAMESPACE)
    document = Tree.SubElement(root, "Document")
    Tree.SubElement(document, "name").text = words.plain(briefing.title)
    labels = words.labels(briefing)
    for event in briefing.story.events:
        document.append(placemark(event, located.best(event.id), labels))
    Tree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Tree.tostring(root, encoding="unicode") + "\n"


def placemark(event: EventCluster, place: Located | None, labels: dict[str, str]) -> Tree.Element:
    """One event as a placemark."""
    mark = Tree.Element("Placemark")
    Tree.SubElement(mark, "name").text = words.plain(event.title)
    reason = place.reason if place is not None else "no place stated"
    lines = (words.when(event.when), ", ".join(event.places) or "place not stated", *figures(event, labels), f"Place: {reason}")
    Tree.SubElement(mark, "description").text = "<br>".join(escape(words.plain(line)) for line in lines)
    if event.when is not None and event.when.start is not None:
        span = Tree.SubElement(mark, "TimeSpan")
        Tree.SubElement(span, "begin").text = event.when.start.isoformat()
        Tree.SubElement(span, "end").text = (event.when.end or event.when.start).isoformat()
    if place is not None and place.point is not None:
        point = Tree.SubElement(mark, "Point")
        Tree.SubElement(point, "coordinates").text = f"{place.point.longitude},{place.point.latitude}"
    return mark
