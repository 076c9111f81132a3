"""Made-up articles with hand-written extractions, for the tests of merging and of briefings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from schemas import Event, Extraction, Figure, Party, Story, ValidatedExtraction
from schemas.extraction import EventType, Measure, Outcome, PartyType, Salience, Status
from summarizer import merging, reading, validation

__all__ = ["Toll", "event_of", "groups", "merged", "report", "titles"]

GROUP = "Northern Column"
OPENINGS = ("In the end", "By evening", "According to the first count", "On the whole")


@dataclass(frozen=True)
class Toll:
    """A stated toll."""

    words: str = "12"
    """The figure."""
    counted: str = "people"
    """What it counts."""
    verb: str = "killed"
    """Its word in the sentence."""
    measure: Measure = "killed"
    """What it measures."""
    by: str | None = None
    """Who says it; None for the article itself."""
    type: PartyType = "police"
    """What the speaker is."""
    whose: str | None = None
    """The party that suffered it."""


def report(
    name: str,
    *tolls: Toll,
    place: str | None = "Lerma",
    when: str | None = "on 3 May 2025",
    published: date | None = date(2025, 5, 4),
    publisher: str | None = None,
    kind: EventType = "bombing",
    title: str = "Bomb explodes at a market",
    by: str | None = GROUP,
    outcome: Outcome = "not_stated",
    status: Status = "asserted",
    salience: Salience = "main",
) -> ValidatedExtraction:
    """An article about one event, a sentence for each toll, validated as the program does."""
    where = f" in {place}" if place else ""
    lines = [f"{title}{where} {when or ''}, {by or 'nobody'} being named, {name} reports.".replace(" ,", ",")]
    parties = [Party(id="p0", name=by, type="armed_group")] if by else []
    figures = []
    for number, toll in enumerate(tolls, 1):
        said = f", {toll.by} said" if toll.by else ""
        lines.append(f"{OPENINGS[number % len(OPENINGS)]} {toll.words} {toll.counted} were {toll.verb}{said}.")
        parties += [Party(id=f"s{number}", name=toll.by, type=toll.type)] if toll.by and _new(toll.by, parties) else []
        parties += [Party(id=f"w{number}", name=toll.whose, type="other")] if toll.whose and _new(toll.whose, parties) else []
        figures.append(_figure(number, toll, parties))
    happened = Event(
        id="e1",
        type=kind,
        title=title,
        date=when,
        places=(place,) if place else (),
        by=("p0",) if by else (),
        outcome=outcome,
        status=status,
        salience=salience,
        sentences=tuple(range(1, len(lines) + 1)),
    )
    article = reading.article("\n".join(lines), name=name, published=published, publisher=publisher)
    return _spoken(
        validation.validate(Extraction(parties=tuple(parties), events=(happened,), figures=tuple(figures), claims=()), article),
        tolls,
        parties,
    )


def _new(name: str, parties: Sequence[Party]) -> bool:
    """Whether no party has the name yet."""
    return all(party.name != name for party in parties)


def _figure(number: int, toll: Toll, parties: Sequence[Party]) -> Figure:
    """A toll as a figure."""
    whose = tuple(party.id for party in parties if toll.whose and party.name == toll.whose)
    return Figure(
        id=f"f{number}", event="e1", text=toll.words, counted=toll.counted, measure=toll.measure, parties=whose, scope="incident",
        sentence=number + 1,
    )  # fmt: skip


def _spoken(one: ValidatedExtraction, tolls: Sequence[Toll], parties: Sequence[Party]) -> ValidatedExtraction:
    """The same with the speakers of its tolls."""
    speakers = [tuple(party.id for party in parties if toll.by and party.name == toll.by) for toll in tolls]
    figures = tuple(
        figure.model_copy(update={"speakers": said, "decision": "accepted"})
        for figure, said in zip(one.figures, speakers, strict=True)
    )
    return one.model_copy(update={"figures": figures})


def merged(*articles: ValidatedExtraction) -> Story:
    """The story of some articles."""
    return merging.merge(articles)


def titles(story: Story) -> list[list[str]]:
    """Names of the articles of each event, sorted."""
    return sorted(sorted(member.name for member in event.members) for event in story.events)


def event_of(story: Story, name: str) -> str:
    """Id of the first event that the article tells."""
    return next(event.id for event in story.events if any(member.name == name for member in event.members))


def groups(story: Story) -> list[tuple[str, str, list[str]]]:
    """Measure, status and stated words of each figure group of an event."""
    found = [group for event in story.events for group in event.figures]
    return sorted((group.measure, group.status, [one.words for one in group.statements]) for group in found)
