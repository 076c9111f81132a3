"""Which pairs of events are compared at all: those that share a place, a figure or an issue at about the same time.

A pair is a candidate when both events are in one block. Blocks are small because their names hold a day, and large ones are
walked with a window, so the work grows with the number of events and not with its square.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
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


def pairs(happenings: Sequence[Happening]) -> Iterator[tuple[int, int]]:
    """Pairs of positions in `happenings` to compare, each once, in order."""
    codes = array("q", sorted(_codes(happenings)))
    return (divmod(code, len(happenings)) for code in codes)


def _codes(happenings: Sequence[Happening]) -> set[int]:
    """The pairs, each as one number: half a million tuples would take a tenth of the memory of all that is merged."""
    count = len(happenings)
    undated = {place for place, happening in enumerate(happenings) if _seeks(happening)}
    unplaced = {place for place, happening in enumerate(happenings) if not happening.where.points}
    seen: set[int] = set()
    for sort, day, members in _blocks(happenings):
        seen.update(_walk(members, undated if day == OPEN else unplaced if sort == "context" else None, count))
    return seen


def _walk(members: Sequence[int], seekers: set[int] | None, count: int) -> Iterator[int]:
    """Neighbours in a sorted block, a pair as one number; with `seekers`, only pairs of which one is among them."""
    for i, a in enumerate(members):
        for b in members[i + 1 : i + 1 + WINDOW]:
            if seekers is None or a in seekers or b in seekers:
                yield a * count + b if a < b else b * count + a


def _blocks(happenings: Sequence[Happening]) -> Iterator[tuple[str, str, list[int]]]:
    """Sort, day and members of every block with more than one event, day by day; members are sorted by day and name."""
    days: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    articles: dict[str, list[int]] = defaultdict(list)
    for place in sorted(range(len(happenings)), key=lambda place: (_when(happenings[place]), happenings[place].node)):
        one = happenings[place]
        articles[one.article].append(place)
        own = dict.fromkeys((*_days(one), OPEN))
        for day in own:
            days[day].append((place, False))
        for day in _next(one):
            if day not in own:
                days[day].append((place, True))
    yield from (("article", article, members) for article, members in articles.items() if len(members) > 1)
    for day, held in days.items():
        blocks: dict[Block, list[int]] = defaultdict(list)
        for place, after in held:
            for block in dict.fromkeys(_places(happenings[place]) if after else _names(happenings[place], day)):
                blocks[block].append(place)
        yield from ((block[0], day, members) for block, members in blocks.items() if len(members) > 1)


def _when(one: Happening) -> date:
    """A date to sort by: that of the event, else that of its article."""
    days = times.span(one.when)
    return days[0] if days else one.anchor or date.min


def _seeks(one: Happening) -> bool:
    """Whether nothing says on which days the event may fall."""
    return not times.resolved(one.when) and one.anchor is None


def _places(one: Happening) -> Iterator[Block]:
    """Names of the blocks of an event's places."""
    where = one.where
    for point in sorted(where.points | where.areas | where.beside | where.lent):
        yield "place", point


def _names(one: Happening, day: str) -> Iterator[Block]:
    """Names of the blocks of a day that an event stands in."""
    for block in _places(one):
        yield block
        yield "spelling", block[1][:PREFIX]
    if one.salience == "main" and day != OPEN:
        yield from (("context", word) for word in one.context)
    yield from (("figure", mark.measure, str(mark.core)) for mark in one.marks)
    if one.type == "disaster_or_accident" and not one.where.points:
        yield from (("disaster", word) for word in (one.stems | one.context) & disasters())
    if len(one.where.points) != 1 or one.type in ISSUED:
        yield from (("party", party) for party in one.named | one.where.countries)
        yield from (("words", *two) for two in combinations(sorted(one.stems), 2))


def _name(day: date) -> str:
    """Month and day, as the name of blocks: the year may be missing in one account."""
    return day.isoformat()[5:]


def _next(one: Happening) -> list[str]:
    """The day after an event of one day: neighbours are compared, so that their being apart is told."""
    found = times.day(one.when)
    return [_name(found + timedelta(days=1))] if found and found < date.max else []


def _days(one: Happening) -> list[str]:
    """The days or months that an event may fall on, as names of blocks."""
    when = one.when
    if days := times.span(when):
        length = (days[1] - days[0]).days + 1
        inside = [days[0] + timedelta(days=n) for n in range(length)] if length <= SPAN else []
        return [_name(day) for day in inside] or sorted({f"{days[0]:%m}", f"{days[1]:%m}"})
    if when is not None and when.month is not None:
        return [f"{when.month:02}-{when.day:02}"] if when.day else [f"{when.month:02}"]
    if one.anchor is not None:
        return [_name(one.anchor - timedelta(days=n)) for n in range(DAYS_MAIN.days + 1)]
    return []
