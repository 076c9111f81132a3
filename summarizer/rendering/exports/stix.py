"""The briefing as a STIX 2.1 bundle with one report (extra `stix`).

Parties are identities, events are incidents, figures are notes on them that say who states what. Ids are hashes of content
(UUID version 5) and times are the briefing's own date, so that the same briefing gives the same bundle.
"""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from json import dumps, loads
from typing import Any

from schemas import Briefing, EventCluster, FigureGroup, GroupedParty
from summarizer.exceptions import MissingExtra
from summarizer.rendering import choice, data, words

__all__ = ["stix"]

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "summarizer.briefing")
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of objects of a briefing without any date; STIX demands one, and a clock must not decide it."""
CLASSES = {"civilians": "class", "person": "individual"}
"""Party types with STIX identity classes; all others are `group` or `organization`."""
ORGANISED = ("alliance", "company", "government", "igo_ngo", "media", "police", "state_forces")


def stix(briefing: Briefing) -> str:
    """A bundle as indented JSON. Raises MissingExtra."""
    try:
        import stix2
    except ImportError as error:
        raise MissingExtra("stix", "Writing STIX") from error
    at = UNDATED if briefing.as_of is None else datetime.combine(briefing.as_of, datetime.min.time(), UTC)
    author = stix2.Identity(**base("identity", "author", at), name="summarizer", identity_class="system")
    common = {"created_by_ref": author.id}
    objects = [author, *(identity(stix2, party, at, common) for party in briefing.story.parties)]
    objects += described(stix2, briefing, at, common)
    report = stix2.Report(
        **base("report", briefing.id, at),
        **common,
        name=words.plain(briefing.title) or "Briefing",
        description="\n".join(words.plain(line.text) for line in briefing.bottom_line) or "No bottom line.",
        published=at,
        object_refs=[one.id for one in objects],
        external_references=references(briefing),
    )
    bundle = stix2.Bundle(*objects, report, id=base("bundle", briefing.id, at)["id"])
    # Its own pretty printing searches the whole bundle for every key: 90 s for 200 articles.
    return data.escaped(dumps(loads(bundle.serialize()), ensure_ascii=False, indent=2)) + "\n"


def base(kind: str, key: str, at: datetime) -> dict[str, Any]:  # Any: keyword arguments of a library without types
    """Id and times of an object."""
    return {"id": f"{kind}--{uuid.uuid5(NAMESPACE, f'{kind} {key}')}", "created": at, "modified": at}


def identity(stix2: Any, party: GroupedParty, at: datetime, common: dict[str, str]) -> Any:  # Any: stix2 has no types
    """A party; what it is stays our word for it."""
    kind = CLASSES.get(party.type, "organization" if party.type in ORGANISED else "group")
    return stix2.Identity(**base("identity", party.id, at), **common, name=words.plain(party.name), identity_class=kind)


def described(stix2: Any, briefing: Briefing, at: datetime, common: dict[str, str]) -> Iterator[Any]:  # Any: stix2 has no types
    """Incidents, with a note for each figure group."""
    labels = words.labels(briefing)
    incidents = {event.id: incident(stix2, event, at, common) for event in briefing.story.events}
    yield from incidents.values()
    for event, group in choice.groups(briefing):
        about = incidents[event.id].id if event is not None else base("report", briefing.id, at)["id"]
        yield stix2.Note(
            **base("note", group.id, at),
            **common,
            abstract=words.plain(f"{group.counted} ({words.spoken(group.measure)}, {words.STANDING[group.status]})"),
            content=told(group, labels),
            object_refs=[about],
        )


def incident(stix2: Any, event: EventCluster, at: datetime, common: dict[str, str]) -> Any:  # Any: stix2 has no types
    """An event."""
    where = ", ".join(event.places) or "place not stated"
    text = words.plain(f"{words.spoken(event.type)}; {words.when(event.when)}; {where}; {event.status}")
    return stix2.Incident(**base("incident", event.id, at), **common, name=words.plain(event.title) or "Event", description=text)


def told(group: FigureGroup, labels: dict[str, str]) -> str:
    """Every statement of a group with who makes it and where."""
    return "\n".join(
        words.plain(f"“{said.words}” {said.counted}: {words.said_by(said)} ({words.place_of(said.evidence, labels)})")
        for said in group.statements
    )


def references(briefing: Briefing) -> list[dict[str, str]]:
    """The articles."""
    return [
        {
            "source_name": words.plain(source.publisher or source.name) or source.label,
            "description": words.plain(f"{words.cited(source)}: {source.headline or source.name}"),
            "external_id": source.article,
        }
        for source in briefing.sources
    ]
