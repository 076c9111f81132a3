"""Which pairs of events are compared at all: those that share a place, a figure or an issue at about the same time.

A pair is a candidate when both events are in one block. Blocks are small because their names hold a day; the few that hold none are
walked with a window, so the work grows with the number of events and not with its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

from summarizer.merging import times
from summarizer.merging.comparing import DAYS_MAIN
from summarizer.merging.happenings import Happening

__all__ = ["pairs"]

Block = tuple[str, ...]

WINDOW = 40
"""Neighbours that an event is compared with in a block that is too large to compare all with all."""
SPAN = 10
"""Days that a date may span to stand in a block for each; longer ones stand in blocks for months."""


def pairs(happenings: list[Happening]) -> Iterator[tuple[int, int]]:
    """Pairs of positions in `happenings` to compare, each once, in order."""
    blocks: dict[Block, list[int]] = defaultdict(list)
    for place, happening in enumerate(happenings):
        for block in sorted(set(_blocks(happening))):
            blocks[block].append(place)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        members.sort(key=lambda place: (_when(happenings[place]), happenings[place].node))
        for i, a in enumerate(members):
            for b in members[i + 1 : i + 1 + WINDOW]:
                seen.add((min(a, b), max(a, b)))
    return iter(sorted(seen))


def _when(one: Happening) -> date:
    """A date to sort by: that of the event, else that of its article."""
    days = times.span(one.when)
    return days[0] if days else one.anchor or date.min


def _blocks(one: Happening) -> Iterator[Block]:
    """Names of the blocks that an event stands in."""
    days = list(_days(one))
    for point in one.where.points | one.where.areas | one.where.beside:
        yield from (("place", point, day) for day in days)
    for mark in one.marks:
        number = (mark.measure, str(mark.core))
        yield from (("figure", *number, day) for day in days)
        yield from (("figure", *number, party) for party in one.named)
    yield from (("within", one.article, sentence) for sentence in ("all",))
    if not one.where.points or len(one.where.points) > 1:
        for day in days:
            yield from (("party", party, day) for party in one.named)
            yield from (("words", *two, day) for two in combinations(sorted(one.stems), 2))


def _days(one: Happening) -> Iterable[str]:
    """The days, weeks or months that an event may fall on, as names of blocks; `open` where nothing is known."""
    when = one.when
    if days := times.span(when):
        length = (days[1] - days[0]).days + 1
        if length <= SPAN:
            return [f"{(days[0] + timedelta(days=n)):%m-%d}" for n in range(length)] + ["open"] * (one.anchor is None)
        return [f"{days[0]:%m}", f"{days[1]:%m}", "open"]
    if when is not None and when.month is not None:
        return [f"{when.month:02}-{when.day:02}", "open"] if when.day else [f"{when.month:02}", "open"]
    if one.anchor is not None:
        reach = range(DAYS_MAIN.days + 1)
        return [f"{(one.anchor - timedelta(days=n)):%m-%d}" for n in reach] + ["open"]
    return ["open"]
