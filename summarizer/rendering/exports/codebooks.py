"""Events in the shapes of two conflict data sets.

We copy their columns, not their judgement: what a text does not say stays empty. The columns and their order are those of
ACLED's export since March 2023 (Guide to 2023 column changes) and of UCDP GED from version 21 (codebook; Sundberg and
Melander 2013). A vague word ("dozens") is never a number: it stands in the notes. Deaths that several figures state are not
added.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from schemas import Briefing, EventCluster, FigureGroup, Source, Statement
from summarizer.rendering import choice, words
from summarizer.rendering.exports.rows import Row
from summarizer.rendering.places import Located, Places

__all__ = ["ACLED", "GED", "acled", "ged"]

DATA = Path(__file__).parent.parent / "data"

ACLED = tuple((DATA / "acled.txt").read_text(encoding="utf-8").split())
"""Columns of ACLED's export, in its order."""

GED = tuple((DATA / "ged.txt").read_text(encoding="utf-8").split())
"""Columns of UCDP GED, in its order."""

VIOLENCE, STRATEGIC = "Political violence", "Strategic developments"
KINDS = {
    "abduction": (VIOLENCE, "Violence against civilians", "Abduction/forced disappearance"),
    "agreement_or_cooperation": (STRATEGIC, "Strategic developments", "Agreement"),
    "air_or_drone_strike": (VIOLENCE, "Explosions/Remote violence", "Air/drone strike"),
    "arrest_or_seizure": (STRATEGIC, "Strategic developments", None),
    "attack_on_civilians": (VIOLENCE, "Violence against civilians", "Attack"),
    "battle": (VIOLENCE, "Battles", None),
    "bombing": (VIOLENCE, "Explosions/Remote violence", None),
    "protest": ("Demonstrations", "Protests", None),
    "riot": (None, "Riots", None),
    "shelling_or_missile": (VIOLENCE, "Explosions/Remote violence", "Shelling/artillery/missile attack"),
}
"""Our event types with ACLED's disorder, event and sub-event type; a type that is not here is no ACLED event."""

INTER = {"civilians": "Civilians", "police": "State forces", "state_forces": "State forces"}
"""Party types with ACLED's actor types, where the words decide; whether a group rebels is a judgement."""

STATE = ("government", "police", "state_forces")
ARMED = ("armed_group", "militia", "private_military")
HEDGES = ("approx", "vague")
"""Qualifiers that say that a number is not meant exactly, and not how far it may be off."""
TIME_PRECISION = {"day": 1, "time": 1, "week": 2, "month": 3}
"""ACLED: 1 day, 2 week, 3 month."""
DATE_PRECISION = {"day": 1, "time": 1, "week": 3, "month": 4}
"""GED: 1 day, 2 two to six days, 3 week, 4 month, 5 more."""
GEO_PRECISION = {"place": 1, "near": 2, "area": 3}
"""ACLED: 1 the place, 2 near it, 3 the region."""
WHERE_PRECISION = {"place": 1, "near": 2, "area": 4}
"""GED: 1 the place, 2 within 25 km, 4 first-order region."""


def acled(briefing: Briefing, located: Places) -> Iterator[Row]:
    """One row for each event of an ACLED type that is reported to have happened."""
    sources = {source.article: source for source in briefing.sources}
    types = party_types(briefing)
    for event in happened(briefing):
        if event.type not in KINDS:
            continue
        disorder, kind, sub = KINDS[event.type]
        place, known = located.best(event.id), event.when
        fatalities = deaths(event)
        row: Row = dict.fromkeys(ACLED)
        row |= {"event_id_cnty": event.id, "disorder_type": disorder, "event_type": kind, "sub_event_type": sub}
        if known is not None and known.start is not None and known.precision in TIME_PRECISION:
            row |= {"event_date": known.start, "year": known.start.year, "time_precision": TIME_PRECISION[known.precision]}
        by, against, _ = choice.sides(event)
        row |= actor(1, by, types) | actor(2, against, types)
        row["civilian_targeting"] = "Civilian targeting" if event.type == "attack_on_civilians" else None
        row |= coordinates(event, place, GEO_PRECISION, "geo_precision") | {"location": place.words if place else None}
        row |= {"source": "; ".join(offices(event, sources)), "notes": notes(event, sources)}
        yield row | {"fatalities": fatalities[0] if fatalities else None}


def ged(briefing: Briefing, located: Places) -> Iterator[Row]:
    """One row for each event with stated deaths."""
    sources = {source.article: source for source in briefing.sources}
    types = party_types(briefing)
    for event in happened(briefing):
        killed = killed_groups(event)
        if not killed:
            continue
        place, cited = located.best(event.id), [sources[one] for one in articles(event) if one in sources]
        row: Row = dict.fromkeys(GED)
        row |= {"id": event.id, "type_of_violence": violence(event, types), "number_of_sources": len(cited)}
        by, against, _ = choice.sides(event)
        row |= {"side_a": "; ".join(by) or None, "side_b": "; ".join(against) or None}
        row |= {
            "source_article": "; ".join(words.cited(one) for one in cited),
            "source_office": "; ".join(offices(event, sources)),
            "source_date": "; ".join(one.published.isoformat() for one in cited if one.published),
            "source_headline": "; ".join(one.headline or one.name for one in cited),
            "source_original": "; ".join(
                dict.fromkeys(f"{words.said_by(said)} (“{said.words}”)" for group in killed for said in group.statements)
            ),
        }
        row |= {"where_coordinates": place.words if place else None, "where_description": "; ".join(event.places) or None}
        row |= coordinates(event, place, WHERE_PRECISION, "where_prec") | dated(event) | toll(event, killed, types)
        yield row


def happened(briefing: Briefing) -> list[EventCluster]:
    """Events that are reported to have happened: none that is only planned, denied or supposed."""
    return [event for event in briefing.story.events if event.status not in ("planned", "hypothetical", "denied")]


def party_types(briefing: Briefing) -> dict[str, str]:
    """Name of a party → its type."""
    return {party.name: party.type for party in briefing.story.parties}


def articles(event: EventCluster) -> list[str]:
    """The articles that tell the event, each once."""
    return list(dict.fromkeys(member.article for member in event.members))


def offices(event: EventCluster, sources: dict[str, Source]) -> list[str]:
    """Publishers of the articles, each once; the article's name where none is stated."""
    return list(dict.fromkeys(sources[one].publisher or sources[one].name for one in articles(event) if one in sources))


def actor(number: int, names: Sequence[str], types: dict[str, str]) -> Row:
    """The columns of one side: the first party, the others associated with it."""
    first = names[0] if names else None
    return {
        f"actor{number}": first,
        f"assoc_actor_{number}": "; ".join(names[1:]) or None,
        f"inter{number}": INTER.get(types.get(first or "", "")),
    }


def coordinates(event: EventCluster, place: Located | None, precisions: dict[str, int], column: str) -> Row:
    """The columns of a located place; empty where nothing was found."""
    if place is None or place.point is None:
        return {}
    point = place.point
    return {
        "country": point.country or None,
        "latitude": Decimal(str(point.latitude)),
        "longitude": Decimal(str(point.longitude)),
        column: precisions[place.precision],
    }


def dated(event: EventCluster) -> Row:
    """GED's columns of the date."""
    known = event.when
    if known is None or known.start is None:
        return {}
    end = known.end or known.start
    precision = DATE_PRECISION.get(known.precision, 5)
    row: Row = {"year": known.start.year if known.start.year == end.year else None, "date_start": known.start, "date_end": end}
    return row | {"date_prec": 2 if precision == 1 and end != known.start else precision}


def violence(event: EventCluster, types: dict[str, str]) -> int | None:
    """GED's type: 1 state-based, 2 non-state, 3 one-sided; empty where the parties' types do not say."""
    if event.type == "attack_on_civilians":
        return 3
    one, other = ([types.get(name) for name in side] for side in choice.sides(event)[:2])
    if not one or not other:
        return None
    if any(kind in STATE for kind in (*one, *other)):
        return 1
    return 2 if all(kind in ARMED for kind in (*one, *other)) else None


def killed_groups(event: EventCluster) -> list[FigureGroup]:
    """The event's own deaths: no totals over a period, no parts of one."""
    return [group for group in event.figures if group.measure == "killed" and group.scope == "incident"]


def bounds(statements: Sequence[Statement]) -> tuple[Decimal, Decimal | None] | None:
    """Lowest and highest stated value; no highest where one is open. None where no statement has a number."""
    known = [said.quantity for said in statements if said.quantity is not None and said.quantity.qualifier != "vague"]
    lows = [one.low for one in known if one.low is not None]
    highs = [one.high for one in known]
    if not lows:
        return None
    closed = [high for high in highs if high is not None]
    return min(lows), max(closed) if len(closed) == len(highs) else None


def deaths(event: EventCluster) -> tuple[Decimal, Decimal | None] | None:
    """The bounds of the event's deaths; None where several figures count different dead, for we never add."""
    killed = killed_groups(event)
    return bounds(killed[0].statements) if len(killed) == 1 else None


def toll(event: EventCluster, killed: Sequence[FigureGroup], types: dict[str, str]) -> Row:
    """GED's columns of deaths: each side's where the text says whose dead they are; best only where nothing differs."""
    row: Row = {}
    for group in killed:
        known = bounds(group.statements)
        if known is not None and known[0] == known[1] and not loose(group):
            column = side(group, event, types)
            row[column] = known[0] if column not in row else None
    whole = deaths(event)
    if whole is not None and whole[0] == whole[1] and loose(killed[0]):
        return row
    if whole is not None:
        row |= {"low": whole[0], "high": whole[1], "best": whole[0] if whole[0] == whole[1] else None}
    return row


def loose(group: FigureGroup) -> bool:
    """Whether every number is hedged without a bound ("approximately ten"): the words, not a number, say how many."""
    known = [said.quantity for said in group.statements if said.quantity is not None]
    return bool(known) and all(one.qualifier in HEDGES for one in known)


def side(group: FigureGroup, event: EventCluster, types: dict[str, str]) -> str:
    """The column for the dead of a group."""
    if any(types.get(name) == "civilians" for name in group.parties):
        return "deaths_civilians"
    by, against, _ = choice.sides(event)
    if group.parties and all(name in by for name in group.parties):
        return "deaths_a"
    if group.parties and all(name in against for name in group.parties):
        return "deaths_b"
    return "deaths_unknown"


def notes(event: EventCluster, sources: dict[str, Source]) -> str:
    """The event in words: title, the words of its date, and every figure with who states it and where."""
    parts = [event.title.rstrip(".")]
    if event.when is None or event.when.start is None:
        parts.append(f"Date: {words.when(event.when)}")
    labels = {id: source.label for id, source in sources.items()}
    for group in event.figures:
        told = "; ".join(
            f"“{said.words}” by {words.said_by(said)} ({words.place_of(said.evidence, labels)})" for said in group.statements
        )
        parts.append(f"{words.capital(group.counted)} ({words.spoken(group.measure)}, {words.STANDING[group.status]}): {told}")
    return ". ".join(parts) + "."
