"""Which pairs of events are compared at all: those that share a place, a figure or an issue at about the same time.

A pair is a candidate when both events are in one block. Blocks are small because their names hold a day, and large ones are
walked with a window, so the work grows with the number of events and not with its square.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from summarizer.merging import times
from summarizer.merging.happenings import Happening
from summarizer.merging.likeness import DAYS_MAIN
from summarizer.merging.sequence import disasters

__all__ = ["WINDOW", "pairs"]

Block = tuple[str, ...]

WINDOW = 40
"""Neighbours that an event is compared with in a block that is too large to compare all with all."""
OPEN = "open"
"""The day of blocks in which events without any day look for others."""
PREFIX = 4
"""Letters that two close spellings share at the start."""
ISSUED = frozenset(["agreement_or_cooperation", "political_change", "sanction_or_withdrawal", "security_measure", "statement"])
"""Types whose place is where something was signed or said, which other accounts leave out."""
SPAN = 10
"""Days that a date may span to stand in a block for each; longer ones stand in blocks for months."""


def pairs(happenings: list[Happening]) -> Iterator[tuple[int, int]]:
    """Pairs of positions in `happenings` to compare, each once, in order."""
    blocks: dict[Block, list[int]] = defaultdict(list)
    for place, happening in enumerate(happenings):
        for block in dict.fromkeys(_blocks(happening)):
            blocks[block].append(place)
    seen: set[tuple[int, int]] = set()
    undated = {place for place, happening in enumerate(happenings) if _seeks(happening)}
    unplaced = {place for place, happening in enumerate(happenings) if not happening.where.points}
    for block, members in blocks.items():
        if len(members) > 1:
            members.sort(key=lambda place: (_when(happenings[place]), happenings[place].node))
            seen.update(_walk(members, undated if block[-1] == OPEN else unplaced if block[0] == "context" else None))
    return iter(sorted(seen))


def _walk(members: list[int], seekers: set[int] | None) -> Iterator[tuple[int, int]]:
    """Neighbours in a sorted block; with `seekers`, only pairs of which one is an event with no day or place to be found by."""
    for i, a in enumerate(members):
        for b in members[i + 1 : i + 1 + WINDOW]:
            if seekers is None or a in seekers or b in seekers:
                yield min(a, b), max(a, b)


def _when(one: Happening) -> date:
    """A date to sort by: that of the event, else that of its article."""
    days = times.span(one.when)
    return days[0] if days else one.anchor or date.min


def _seeks(one: Happening) -> bool:
    """Whether nothing says on which days the event may fall."""
    return not times.resolved(one.when) and one.anchor is None


def _blocks(one: Happening) -> Iterator[Block]:
    """Names of the blocks that an event stands in; the last part is the day."""
    yield "article", one.article, one.article
    days = (*_days(one), OPEN)
    for point in sorted(one.where.points | one.where.areas | one.where.beside | one.where.lent):
        yield from (("place", point, day) for day in (*days, *_next(one)))
        yield from (("spelling", point[:PREFIX], day) for day in days)
    if one.salience == "main":
        yield from (("context", word, day) for word in sorted(one.context) for day in days if day != OPEN)
    for mark in sorted(one.marks, key=lambda mark: (mark.measure, mark.core)):
        yield from (("figure", mark.measure, str(mark.core), day) for day in days)
    if one.type == "disaster_or_accident" and not one.where.points:
        yield from (("disaster", word, day) for word in sorted((one.stems | one.context) & disasters()) for day in days)
    if len(one.where.points) != 1 or one.type in ISSUED:
        yield from (("party", party, day) for party in sorted(one.named | one.where.countries) for day in days)
        yield from (("words", *two, day) for two in combinations(sorted(one.stems), 2) for day in days)


def _next(one: Happening) -> list[str]:
    """The day after an event of one day: neighbours are compared, so that their being apart is told."""
    found = times.day(one.when)
    return [f"{found + timedelta(days=1):%m-%d}"] if found and found < date.max else []


def _days(one: Happening) -> list[str]:
    """The days or months that an event may fall on, as names of blocks."""
    when = one.when
    if days := times.span(when):
        length = (days[1] - days[0]).days + 1
        inside = [days[0] + timedelta(days=n) for n in range(length)] if length <= SPAN else []
        return [f"{day:%m-%d}" for day in inside] or sorted({f"{days[0]:%m}", f"{days[1]:%m}"})
    if when is not None and when.month is not None:
        return [f"{when.month:02}-{when.day:02}"] if when.day else [f"{when.month:02}"]
    if one.anchor is not None:
        return [f"{(one.anchor - timedelta(days=n)):%m-%d}" for n in range(DAYS_MAIN.days + 1)]
    return []
