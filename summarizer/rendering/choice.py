"""What a format shows first: key figures, contested figures, places. Each choice is made once, for every format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas import Briefing, ClaimGroup, EventCluster, FigureGroup, Link, Source, Statement, When
from summarizer.rendering import words
from summarizer.rendering.places import Located, Places
from summarizer.text import fold

__all__ = [
    "EVENTS",
    "Key",
    "Value",
    "as_of",
    "by_event",
    "contested",
    "disputes",
    "earlier",
    "figure",
    "groups",
    "key_figures",
    "loose_claims",
    "near_misses",
    "opposed",
    "origins",
    "period",
    "places",
    "provenance",
    "readers",
    "sides",
    "titled",
    "unlocated",
    "values",
]

EVENTS = "Events: the news first, then background"
"""The heading of the events, which stand in the order of the story."""
KEY_FIGURES = 20
"""Rows that are shown first, enough for every toll of a few articles; how many others there are is said."""
FIRST_SCREEN = 7
"""Of these, the ones that fit beside the bottom line on the first screen of a page."""

NEAR_MISSES = 6
"""Possible and rejected matches shown under an event: enough to judge the rule by; the records hold them all."""

TOLLS = ("killed", "wounded", "neutralised")
"""Measures that nothing is shown before."""
UNCOUNTED = ("distance", "duration")
"""Measures that count nobody and nothing; they stand under their events only."""
PEOPLE = ("missing", "captured", "displaced", "affected")
"""Measures of people that follow them."""
FIRST_WORDS = 10
"""Words of an article that stand for its headline."""
WEIGHT = (
    "killed",
    "wounded",
    "neutralised",
    "missing",
    "captured",
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


Placed = tuple[EventCluster | None, FigureGroup]


@dataclass(frozen=True)
class Value:
    """One stated value."""

    first: Statement
    """The statement that is shown."""
    speakers: tuple[str, ...]
    """Everybody who states it."""
    others: tuple[Statement, ...]
    """Further statements of the same value."""
    wordings: tuple[Statement, ...]
    """The first statement of each wording: over 80, more than 80."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement of the value."""
        return (self.first, *self.others)


@dataclass(frozen=True)
class Key:
    """The figures that are shown first, and how many are not."""

    shown: list[Placed]
    """The figures, tolls first."""
    more: int
    """Figures that stand below only."""
    tolls: int
    """How many of those are killed or wounded."""

    @property
    def first(self) -> list[Placed]:
        """Those that a page shows on its first screen."""
        return self.shown[:FIRST_SCREEN]

    @property
    def later(self) -> list[Placed]:
        """Those that it shows further down."""
        return self.shown[FIRST_SCREEN:]

    def rest(self, where: str = "below") -> str:
        """What is not shown and where it stands, in words; empty where everything is shown."""
        if not self.more:
            return ""
        dead = f", {self.tolls:,} of them of killed, wounded or neutralised" if self.tolls else ""
        return f"{self.more:,} more figure{'' if self.more == 1 else 's'} {where}{dead}."


def groups(briefing: Briefing) -> Iterator[Placed]:
    """Every figure group with its event, events first, then totals and loose figures."""
    for event in briefing.story.events:
        for group in event.figures:
            yield event, group
    events = {event.id: event for event in briefing.story.events}
    for group in (*briefing.story.totals, *briefing.story.figures):
        yield events.get(group.event or ""), group


def key_figures(briefing: Briefing, most: int = KEY_FIGURES) -> Key:
    """The tolls of all events and totals, then other people, then the rest; at most `most`, and how many are left."""
    ordered = sorted(groups(briefing), key=lambda placed: weight(*placed))
    shown = [placed for placed in ordered if placed[1].measure not in UNCOUNTED][:most]
    chosen = {id(group) for _, group in shown}
    rest = [placed for placed in ordered if id(placed[1]) not in chosen]
    return Key(shown, len(rest), sum(group.measure in TOLLS for _, group in rest))


def by_event(placed: Sequence[Placed]) -> list[tuple[EventCluster | None, list[FigureGroup]]]:
    """Figures in their order, those of one event that follow one another together, so that it is named once."""
    runs: list[tuple[EventCluster | None, list[FigureGroup]]] = []
    for event, group in placed:
        if runs and runs[-1][0] is event:
            runs[-1][1].append(group)
        else:
            runs.append((event, [group]))
    return runs


def weight(event: EventCluster | None, group: FigureGroup) -> tuple[int, int, int, bool, bool, int]:
    """Smaller comes first: tolls, the main events, what is contested, numbers, what many state; equals stay as they are."""
    tier = 0 if group.measure in TOLLS else 1 if group.measure in PEOPLE else 2
    salience = SALIENCE.index(event.salience) if event else len(SALIENCE)
    wordy = all(map(words.vague, group.statements))
    return (tier, salience, WEIGHT.index(group.measure), group.status != "contested", wordy, -len(group.statements))


def earlier(event: EventCluster | None, group: FigureGroup) -> str:
    """What a reader must know of a figure that is not the news: "earlier", "total"; empty where it is."""
    if group.scope == "cumulative":
        return "total over a period"
    if group.scope == "part_of":
        return "part of a total"
    return "earlier" if event is not None and event.salience == "background" else ""


def values(group: FigureGroup) -> list[Value]:
    """The distinct values of a group in the order of its statements; near-equal wordings of one origin are one value.

    Not where sources differ or changed their word: there "12" and "at least 12" may be the difference.
    """
    worded: dict[str, list[Statement]] = {}
    for said in group.statements:
        worded.setdefault(fold(said.words), []).append(said)
    rows: list[list[list[Statement]]] = []
    for some in worded.values():
        near = (row for row in rows if core(row[0][0]) == core(some[0]) and shared(row, some))
        row = None if group.status in ("contested", "superseded") else next(near, None)
        if row is None:
            rows.append([some])
        else:
            row.append(some)
    return [value(row) for row in rows]


def value(row: Sequence[Sequence[Statement]]) -> Value:
    """One value from its wordings, each with its statements."""
    first, *others = [said for some in row for said in some]
    speakers = tuple(dict.fromkeys(words.said_by(said) for said in (first, *others)))
    return Value(first, speakers, tuple(others), tuple(some[0] for some in row))


def core(said: Statement) -> object:
    """What a figure states but for its hedge: "over 80", "at least 80" and "80" have one."""
    quantity = said.quantity
    if quantity is None or quantity.qualifier == "vague":
        return fold(said.words)
    low, high = quantity.low, quantity.high
    return (low if low is not None else high, high if high is not None else low, quantity.unit)


def shared(row: Sequence[Sequence[Statement]], some: Sequence[Statement]) -> bool:
    """Whether wordings go back to the same origin."""
    return {said.origin for said in some} == {said.origin for one in row for said in one}


def figure(group: FigureGroup, value: Value) -> str:
    """A value as it is shown: the words, or what several wordings come to."""
    known = words.span(value.statements, group.unit) if len(value.wordings) > 1 else ""
    return known or words.plain(value.first.words)


def disputes(briefing: Briefing) -> str:
    """How many figures are contested and how many claims opposed, in the words of every format."""
    return f"{briefing.strip.contested} contested, {len(opposed(briefing))} opposed"


def as_of(briefing: Briefing) -> str:
    """The date of the briefing with what it rests on: the newest stated publication, and how many articles state none."""
    if briefing.as_of is None:
        return "not known"
    dates = [source.published for source in briefing.sources]
    known = [one for one in dates if one is not None]
    if briefing.as_of not in known or briefing.as_of != max(known):
        return words.day(briefing.as_of)
    if len(known) == len(dates):
        return words.day(briefing.as_of)
    undated = f"{len(dates) - len(known)} of {words.count(len(dates), 'article')} undated"
    return f"newest stated publication date {words.day(briefing.as_of)}; {undated}"


def origins(briefing: Briefing) -> list[str]:
    """The independent origins of figures, sorted."""
    labels = {source.publisher or source.name: source.label for source in reversed(briefing.sources)}
    found = sorted({origin for _, group in groups(briefing) for origin in group.origins})
    return [words.plain(f"{origin} (the article {labels[origin]} itself)" if origin in labels else origin) for origin in found]


def sides(event: EventCluster) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Who acted, against whom, and the parties that stand on both sides, which the text does not tell apart."""
    both = tuple(name for name in event.by if name in event.against)
    return (
        tuple(name for name in event.by if name not in both),
        tuple(name for name in event.against if name not in both),
        both,
    )


def titled(briefing: Briefing, source: Source) -> str:
    """The headline of an article; without one its name with its first words."""
    if source.headline:
        return words.plain(source.headline)
    article = next((one.article for one in briefing.extractions if one.article.id == source.article), None)
    first = next((one for one in article.sentences if one.role != "boilerplate"), None) if article is not None else None
    if article is None or first is None:
        return words.plain(source.name)
    told = article.text[first.start : first.end].split()
    more = "…" if len(told) > FIRST_WORDS else ""
    return words.plain(f"{source.name} (“{' '.join(told[:FIRST_WORDS])}{more}”)")


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
    stated: dict[str, When] = {}
    for one in news:
        if one.month is not None or one.year is not None:
            stated.setdefault(words.when(one), one)
    known = [words.when(one) for one in sorted(list(stated.values())[:most], key=by_date)]
    without = " (year not stated)"
    shown = [one.removesuffix(without) for one in known] if all(one.endswith(without) for one in known) else known
    others = ", and others" if len(stated) > most else ""
    return ", ".join(shown) + others + (without if shown != known else "") if known else "no date stated"


def by_date(when: When) -> tuple[int, int, int]:
    """The order of dates of which parts may be missing; those without a year come last."""
    return (when.year or 9999, when.month or 0, when.day or 0)


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
