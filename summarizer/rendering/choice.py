"""What a format shows first: key figures, contested figures, places. Each choice is made once, for every format."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas import Briefing, ClaimGroup, EventCluster, FigureGroup, Link, Statement
from summarizer.rendering import words
from summarizer.rendering.places import Located, Places
from summarizer.text import fold

__all__ = [
    "Value",
    "contested",
    "groups",
    "key_figures",
    "loose_claims",
    "near_misses",
    "opposed",
    "period",
    "places",
    "provenance",
    "readers",
    "unlocated",
    "values",
]

KEY_FIGURES = 12
"""As many rows as a reader takes in at a glance; the others stand under their events."""

NEAR_MISSES = 6
"""Possible and rejected matches shown under an event: enough to judge the rule by; the records hold them all."""

WEIGHT = (
    "killed",
    "wounded",
    "neutralised",
    "captured",
    "missing",
    "displaced",
    "affected",
    "territory",
    "materiel",
    "money",
    "count",
    "percentage",
    "duration",
    "distance",
    "other",
)
"""Measures by what they mean to a reader of a situation report: people first, lives before all."""

SALIENCE = ("main", "secondary", "background")


@dataclass(frozen=True)
class Value:
    """One stated value."""

    first: Statement
    """The statement that is shown."""
    speakers: tuple[str, ...]
    """Everybody who states it."""
    others: tuple[Statement, ...]
    """Further statements of the same words."""


Placed = tuple[EventCluster | None, FigureGroup]


def groups(briefing: Briefing) -> Iterator[Placed]:
    """Every figure group with its event, events first, then totals and loose figures."""
    for event in briefing.story.events:
        for group in event.figures:
            yield event, group
    events = {event.id: event for event in briefing.story.events}
    for group in (*briefing.story.totals, *briefing.story.figures):
        yield events.get(group.event or ""), group


def key_figures(briefing: Briefing, most: int = KEY_FIGURES) -> list[Placed]:
    """The figures of the main events, then of the secondary ones, people first; at most `most`."""
    news: list[Placed] = [
        (event, group) for event, group in groups(briefing) if event is not None and event.salience != "background"
    ]
    return sorted(news, key=lambda placed: weight(*placed))[:most]


def weight(event: EventCluster | None, group: FigureGroup) -> tuple[int, int, bool, int]:
    """Smaller comes first: the main events, people, what is contested, what many state; equals stay as they are."""
    salience = SALIENCE.index(event.salience) if event else len(SALIENCE)
    return (salience, WEIGHT.index(group.measure), group.status != "contested", -len(group.statements))


def values(group: FigureGroup) -> list[Value]:
    """The distinct values of a group in the order of its statements."""
    found: dict[str, list[Statement]] = {}
    for said in group.statements:
        found.setdefault(fold(said.words), []).append(said)
    return [Value(some[0], tuple(dict.fromkeys(map(words.said_by, some))), tuple(some[1:])) for some in found.values()]


def contested(briefing: Briefing) -> list[Placed]:
    """Figures on which sources differ, then those that a later statement of the same origin changed."""
    chosen = [placed for placed in groups(briefing) if placed[1].status in ("contested", "superseded")]
    return sorted(chosen, key=lambda placed: placed[1].status)


def near_misses(event: EventCluster, most: int = NEAR_MISSES) -> tuple[tuple[Link, ...], int]:
    """What may be the same as an event or was kept apart from it, and how many more there are."""
    ordered = sorted(event.apart, key=lambda link: link.kind != "possible")
    return tuple(ordered[:most]), max(0, len(ordered) - most)


def opposed(briefing: Briefing) -> list[tuple[ClaimGroup, ClaimGroup]]:
    """Pairs of claims that stand against one another, each pair once."""
    known = {group.id: group for group in briefing.story.claims}
    pairs: dict[frozenset[str], tuple[ClaimGroup, ClaimGroup]] = {}
    for group in briefing.story.claims:
        for name in group.opposes:
            if name in known:
                pairs.setdefault(frozenset((group.id, name)), (group, known[name]))
    return list(pairs.values())


def loose_claims(briefing: Briefing) -> list[ClaimGroup]:
    """Claims that belong to no event."""
    placed = {name for event in briefing.story.events for name in event.claims}
    return [group for group in briefing.story.claims if group.id not in placed]


def unlocated(briefing: Briefing, located: Places) -> list[tuple[EventCluster, Located | None]]:
    """Events without coordinates, with the place that was looked up first, if one is named."""
    found = [(event, located.best(event.id)) for event in briefing.story.events]
    return [(event, best) for event, best in found if best is None or best.point is None]


def period(briefing: Briefing, most: int = 3) -> str:
    """First to last day; where no full date is known, the dates of the main events as far as they go."""
    if briefing.period_start is not None or briefing.period_end is not None:
        return words.period(briefing.period_start, briefing.period_end)
    news = [event.when for event in briefing.story.events if event.salience != "background" and event.when is not None]
    known = list(dict.fromkeys(words.when(one) for one in news if one.month is not None or one.year is not None))
    without = " (year not stated)"
    shown = [one.removesuffix(without) for one in known[:most]] if all(one.endswith(without) for one in known) else known[:most]
    others = ", and others" if len(known) > most else ""
    return ", ".join(shown) + others + (without if shown != known[:most] else "") if known else "no date stated"


def places(briefing: Briefing, most: int = 8) -> list[str]:
    """Places of the main and secondary events, most telling first; at most `most`."""
    found: dict[str, None] = {}
    for wanted in SALIENCE[:2]:
        for event in briefing.story.events:
            if event.salience == wanted:
                found.update(dict.fromkeys(event.places))
    return list(found)[:most]


def readers(briefing: Briefing) -> list[str]:
    """Each model with the name of its prompt, once: "gpt-5, extract.v1"."""
    made = [extraction.provenance for extraction in briefing.extractions if extraction.provenance is not None]
    return list(dict.fromkeys(f"{words.plain(one.model)}, {words.plain(one.prompt)}" for one in made))


def provenance(briefing: Briefing) -> list[str]:
    """Each model with its prompt, once: "gpt-5 (extract.v1 1a2b…)"."""
    made = [extraction.provenance for extraction in briefing.extractions if extraction.provenance is not None]
    return list(dict.fromkeys(f"{one.model} ({one.prompt}, {one.prompt_digest})" for one in made))
