"""Clusters of events: strongest pairs first, and no two events in a cluster that cannot be one."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.merging.blocking import WINDOW, pairs
from summarizer.merging.comparing import WITHIN, Decision, compare, conflict
from summarizer.merging.happenings import Happening, rank, united
from summarizer.merging.unions import Unions

__all__ = ["Clusters", "Pair", "cluster"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events, by position, with what the rules say."""

    a: int
    b: int
    decision: Decision


@dataclass(frozen=True)
class Clusters:
    """Events joined, with the pairs that say why and why not."""

    members: tuple[tuple[int, ...], ...]
    """Positions of the events of each cluster, sorted."""
    of: tuple[int, ...]
    """Position of an event → position of its cluster."""
    joined: tuple[Pair, ...]
    """The pairs that hold the clusters together."""
    others: tuple[Pair, ...]
    """Pairs of events in different clusters that are possibly one, or near misses; one for each two clusters."""


def cluster(happenings: Sequence[Happening]) -> Clusters:
    """Joins the events, first inside each article and then across; the order of `happenings` (sorted) decides nothing."""
    inside, own = _inside(happenings)
    units = [united([happenings[place] for place in places]) for places in inside]
    leads = [places[_lead([happenings[place] for place in places])] for places in inside]
    compared = ((a, b, compare(units[a], units[b])) for a, b in pairs(units))
    near = (Pair(a, b, decision) for a, b, decision in compared if decision.kind != "none")
    found = [pair for pair in near if not _again(units, pair)]
    same, doubtful = _unambiguous(units, [pair for pair in found if pair.decision.kind == "same"])
    joined, refused = _join(units, same)
    rest = [pair for pair in found if pair.decision.kind != "same"] + doubtful + refused
    joined = own + [replace(pair, a=leads[pair.a], b=leads[pair.b]) for pair in joined]
    members, of = _sets(len(happenings), joined)
    return Clusters(members, of, tuple(joined), tuple(_between([replace(p, a=leads[p.a], b=leads[p.b]) for p in rest], of)))


def _again(units: Sequence[Happening], pair: Pair) -> bool:
    """Whether a pair would join two events of one article that their own comparison left apart."""
    return pair.decision.kind == "same" and units[pair.a].article == units[pair.b].article


def _inside(happenings: Sequence[Happening]) -> tuple[list[tuple[int, ...]], list[Pair]]:
    """Sets of events that one article tells in pieces, with the pairs that say why."""
    articles: dict[str, list[int]] = defaultdict(list)
    for place, happening in enumerate(happenings):
        articles[happening.article].append(place)
    found = [
        Pair(a, b, compare(happenings[a], happenings[b]))
        for places in articles.values()
        for i, a in enumerate(places)
        for b in places[i + 1 : i + 1 + WINDOW]
    ]
    same, _ = _unambiguous(happenings, [pair for pair in found if pair.decision.kind == "same"])
    joined, _ = _join(happenings, same)
    members, _ = _sets(len(happenings), joined)
    return list(members), joined


def _lead(members: Sequence[Happening]) -> int:
    """Position of the event that stands for those of its article."""
    return min(range(len(members)), key=lambda place: rank(members[place]))


def _order(pair: Pair) -> tuple[int, int, int]:
    """Sorting key: the strongest first, then by position."""
    return -pair.decision.strength, pair.a, pair.b


def _unambiguous(happenings: Sequence[Happening], same: list[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Pairs to join, and pairs to leave open: what fits two that cannot be one joins neither, unless it fits one better."""
    partners: dict[int, list[Pair]] = defaultdict(list)
    for pair in same:
        partners[pair.a].append(pair)
        partners[pair.b].append(pair)
    doubtful: set[tuple[int, int]] = set()
    for place, held in partners.items():
        best = max(pair.decision.strength for pair in held)
        rivals = [pair for pair in held if pair.decision.strength == best]
        ends = _distinct(happenings, [pair.b if pair.a == place else pair.a for pair in rivals])
        if any(conflict(happenings[x], happenings[y]) for i, x in enumerate(ends) for y in ends[i + 1 :]):
            doubtful |= {(pair.a, pair.b) for pair in held}
    left = [_doubted(pair) for pair in same if (pair.a, pair.b) in doubtful]
    return [pair for pair in same if (pair.a, pair.b) not in doubtful], left


def _doubted(pair: Pair) -> Pair:
    """A pair left open."""
    reason = "Possibly one: it fits equally well with events that cannot be one."
    return replace(pair, decision=Decision("possible", pair.decision.strength, reason))


def _signature(one: Happening) -> Hashable:
    """What decides whether an event can be one with another."""
    told = one.when, one.where, one.type, one.outcome, one.status, one.stems
    return told, one.traits, one.tolls, one.anchor, one.marks, one.again


def _distinct(happenings: Sequence[Happening], places: Iterable[int]) -> list[int]:
    """One event for each signature."""
    return list({_signature(happenings[place]): place for place in sorted(places, reverse=True)}.values())


def _join(happenings: Sequence[Happening], same: list[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Pairs that were joined, strongest first, and pairs refused because others of their clusters cannot be one."""
    unions: Unions[int] = Unions(range(len(happenings)))
    kinds: dict[int, list[int]] = {place: [place] for place in range(len(happenings))}
    articles = [{happening.article} for happening in happenings]
    joined: list[Pair] = []
    refused: list[Pair] = []
    for pair in sorted(same, key=_order):
        a, b = unions.find(pair.a), unions.find(pair.b)
        if a == b:
            continue
        reason = _against(happenings, kinds[a], kinds[b]) or _told_apart(pair, articles[a], articles[b])
        if reason:
            decision = Decision("possible", pair.decision.strength, f"Possibly one, but {reason}.")
            refused.append(replace(pair, decision=decision))
            continue
        unions.join(a, b)
        kinds[unions.find(a)] = _distinct(happenings, kinds[a] + kinds[b])
        articles[unions.find(a)] = articles[a] | articles[b]
        joined.append(pair)
    return joined, refused


def _told_apart(pair: Pair, left: set[str], right: set[str]) -> str | None:
    """Why two clusters stay two though no date or place forbids it: one article tells both as two events."""
    within = pair.decision.strength >= WITHIN - 1
    return "one article tells them as two events" if left & right and not within and not pair.decision.telling else None


def _against(happenings: Sequence[Happening], left: list[int], right: list[int]) -> str | None:
    """Why two clusters cannot be one."""
    found = (conflict(happenings[x], happenings[y]) for x in left for y in right)
    return next((reason for reason in found if reason), None)


def _sets(count: int, joined: list[Pair]) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """Members of each cluster, and the cluster of each event."""
    unions: Unions[int] = Unions(range(count))
    for pair in joined:
        unions.join(pair.a, pair.b)
    members = tuple(tuple(sorted(places)) for places in sorted(unions.sets().values(), key=min))
    of = {place: number for number, places in enumerate(members) for place in places}
    return members, tuple(of[place] for place in range(count))


def _between(found: list[Pair], of: tuple[int, ...]) -> list[Pair]:
    """The strongest pair for each two clusters; "possible" goes before "apart", unless a member contradicts."""
    best: dict[tuple[int, int], Pair] = {}
    for pair in sorted(found, key=lambda pair: (pair.decision.kind != "possible", *_order(pair))):
        ends = (min(of[pair.a], of[pair.b]), max(of[pair.a], of[pair.b]))
        if ends[0] != ends[1]:
            best.setdefault(ends, pair)
    return [best[ends] for ends in sorted(best)]
