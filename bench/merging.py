"""Time and memory of merging made-up news: `python bench/merging.py [EVENTS]` (20,000 unless given).

Incidents happen in a few hundred towns over a year, five articles each, with tolls that rise, dates that are missing in some
articles. Prints the seconds, the peak memory of the process, and how well the articles of an incident were found.
"""

import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from schemas import Claim, Event, Extraction, Figure, Party, ValidatedExtraction
from schemas.extraction import EventType
from summarizer import merging, reading, validation

ARTICLES = 5
"""Articles an incident."""
TOWNS = 400
"""Towns in which incidents happen."""
TYPES: tuple[EventType, ...] = ("battle", "bombing", "shelling_or_missile", "attack_on_civilians", "crime")
_SYLLABLES = ["ba", "da", "fo", "gu", "ka", "lo", "mi", "na", "po", "ra", "sa", "ti", "vo", "wu", "ze"]


def towns(chance: random.Random) -> list[str]:
    """Names of towns that no gazetteer has."""
    names: set[str] = set()
    while len(names) < TOWNS:
        names.add("".join(chance.choice(_SYLLABLES) for _ in range(4)).capitalize())
    return sorted(names)


def incident(number: int, chance: random.Random, places: list[str]) -> Iterator[tuple[int, ValidatedExtraction]]:
    """The articles on one incident, each with the incident's number."""
    day = date(2025, 1, 1) + timedelta(days=chance.randrange(365))
    place, kind, toll = chance.choice(places), chance.choice(TYPES), chance.randrange(3, 60)
    for part in range(ARTICLES):
        yield number, _article(number, part, day, place, kind, toll + part // 2, chance)


def _article(
    number: int, part: int, day: date, place: str, kind: EventType, toll: int, chance: random.Random
) -> ValidatedExtraction:
    """One article: an attack with a toll by the police, and what followed."""
    told = f"on {day.day} {day:%B} {day.year}" if chance.random() < 0.8 else None
    when = f" {told}" if told else ""
    text = (
        f"Attack in {place}\nAt least {toll} people were killed in {place}{when}, police said in bulletin {number}-{part}.\n"
        f"The Northern Column claimed responsibility.\nSoldiers sealed off the market of {place}.\n"
    )
    article = reading.article(text, name=f"n{number}-{part}", published=day + timedelta(days=1), publisher=f"Outlet {part}")
    lead = f"At least {toll} people were killed in {place}{when}"
    said = Extraction(parties=PARTIES, events=_events(kind, told, place), figures=(_toll(toll),), claims=_claims(lead))
    return validation.validate(said, article)


PARTIES = (
    Party(id="p1", name="police", type="police"),
    Party(id="p2", name="Northern Column", type="armed_group"),
    Party(id="p3", name="Soldiers", type="state_forces"),
)


def _events(kind: EventType, told: str | None, place: str) -> tuple[Event, ...]:
    """The attack and what followed."""
    return (
        Event(
            id="e1",
            type=kind,
            title=f"Attack kills people in {place}",
            date=told,
            places=(place,),
            by=("p2",),
            outcome="not_stated",
            status="asserted",
            salience="main",
            sentences=(1, 2, 3),
        ),
        Event(
            id="e2",
            type="security_measure",
            title="Soldiers seal off the market",
            date=told,
            places=(place,),
            by=("p3",),
            outcome="ongoing",
            status="asserted",
            salience="secondary",
            sentences=(4,),
        ),
    )


def _toll(toll: int) -> Figure:
    """The toll."""
    words = f"At least {toll}"
    return Figure(id="f1", event="e1", text=words, counted="people", measure="killed", scope="incident", claim="c1", sentence=2)


def _claims(lead: str) -> tuple[Claim, ...]:
    """What the police and the group say."""
    return (
        Claim(id="c1", speakers=("p1",), act="asserts", content=lead, about=("e1",), sentence=2),
        Claim(
            id="c2", speakers=("p2",), act="claims_responsibility", content="claimed responsibility", about=("e1",), sentence=3
        ),
    )


def corpus(events: int) -> list[tuple[int, ValidatedExtraction]]:
    """Articles with about `events` events, two an article."""
    chance = random.Random(7)  # noqa: S311 (made-up news, not a secret)
    places = towns(chance)
    made = (one for number in range(events) for one in incident(number, chance, places))
    return list(islice(made, events // 2))


def main() -> None:
    """Builds the news, merges it, prints what it took."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    held = corpus(wanted)
    before = _peak()
    start = time.perf_counter()
    story = merging.merge([one for _, one in held])
    seconds = time.perf_counter() - start
    number = {one.article.id: incident for incident, one in held}
    print(f"{wanted} events in {len(held)} articles: {seconds:.1f} s, {len(story.events)} clusters")
    print(f"peak memory of the process {_peak():.0f} MB ({before:.0f} MB before merging, the articles included)")
    mixed = sum(len({number[member.article] for member in event.members}) > 1 for event in story.events)
    found = defaultdict(set)
    for place, event in enumerate(story.events):
        for member in event.members:
            if member.event == "e1":
                found[number[member.article]].add(place)
    whole = sum(len(places) == 1 for places in found.values())
    print(f"clusters with two incidents: {mixed}; incidents in one cluster: {whole} of {len(found)}")


def _peak() -> float:
    """Peak resident memory in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
