"""Many validated extractions, one story."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal, get_args

from schemas import ClaimGroup, EventCluster, FigureGroup, Link, Member, Story, ValidatedExtraction, When
from schemas.extraction import EventType, Outcome, Salience, Status
from summarizer.merging import times
from summarizer.merging.accounts import happenings
from summarizer.merging.claims import assemble
from summarizer.merging.clusters import Clusters, Pair, cluster
from summarizer.merging.figures import gather
from summarizer.merging.happenings import Happening, finest, reference
from summarizer.merging.lending import lent
from summarizer.merging.parties import Parties, group
from summarizer.merging.proposals import proposals
from summarizer.merging.statements import tell
from summarizer.merging.unknowns import unknowns
from summarizer.names import Aliases, load

__all__ = ["merge"]

SALIENCE: tuple[Salience, ...] = get_args(Salience)
TYPES: tuple[EventType, ...] = get_args(EventType)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
ROUNDS = 3
"""Times that dates travel from a joined event to the articles that lack one; a date has seldom further to go."""
UNDATED = 13
"""Month by which events without any date are sorted: after all others."""
APART = 5
"""Near misses told for one event; more would bury the rest."""
_AGAINST = ({"repelled", "position_overrun"}, {"repelled", "held_temporarily"}, {"disputed"})


ClusterStatus = Literal["reported", "attributed", "hedged", "denied", "planned", "hypothetical", "contested"]
_SHOWN: tuple[tuple[Status, ClusterStatus], ...] = (
    ("asserted", "reported"),
    ("attributed", "attributed"),
    ("hedged", "hedged"),
    ("denied", "denied"),
    ("planned", "planned"),
    ("hypothetical", "hypothetical"),
)


def merge(validated: Sequence[ValidatedExtraction], *, aliases: Aliases | None = None) -> Story:
    """Joins what articles support: events, figures, claims and parties, each link with its reason.

    The order of `validated` changes nothing; an article that is given twice counts once. No figure is added or averaged.
    """
    with _uncollected():
        return _merge(_once(validated), aliases or load())


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pauses the search for reference cycles: merging makes none, and each full search walks every article (half of the time)."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _merge(once: list[ValidatedExtraction], table: Aliases) -> Story:
    """The story of articles that are each there once."""
    parties = group(once, table)
    found = lent(happenings(once, parties, table), once)
    found, clusters = _dated(found)
    found = [one.compared() for one in found]
    ids = _ids(found, clusters)
    where = {found[place].node: ids[number] for number, members in enumerate(clusters.members) for place in members}
    figures = gather(tell(once, parties, where), parties)
    claims = assemble(once, parties, where, figures.of)
    links, joined, about = _links(found, clusters, ids), _reasons(found, clusters), _about(claims)
    events = [
        _event(
            [found[place] for place in members],
            parties,
            _Around(
                identity, joined[number], links.get(identity, ()), figures.by_event.get(identity, ()), about.get(identity, [])
            ),
        )
        for number, (identity, members) in enumerate(zip(ids, clusters.members, strict=True))
    ]
    events.sort(key=_order)
    types = {one.name: one.type for one in parties.groups}
    return Story(
        events=tuple(events),
        totals=figures.totals,
        figures=figures.loose,
        claims=claims,
        parties=parties.groups,
        proposals=proposals(parties, found),
        unknowns=unknowns(events, claims, types),
    )


def _once(validated: Sequence[ValidatedExtraction]) -> list[ValidatedExtraction]:
    """Each article once, sorted; of two readings of one article always the same one, whatever their order."""
    held: dict[str, list[ValidatedExtraction]] = {}
    for one in validated:
        held.setdefault(one.article.id, []).append(one)
    chosen = [min(same, key=_reading) if len(same) > 1 else same[0] for same in held.values()]
    return sorted(chosen, key=lambda one: (one.article.name, one.article.id))


def _reading(one: ValidatedExtraction) -> tuple[str, str, str]:
    """Sorting key of two readings of one article."""
    return one.article.name, one.article.path, sha256(one.model_dump_json().encode()).hexdigest()


def _dated(found: list[Happening]) -> tuple[list[Happening], Clusters]:
    """Clusters, with dates of publication learnt from events that another article dates."""
    clusters = cluster(found)
    for _ in range(ROUNDS):
        anchors = _anchors(found, clusters)
        if not anchors:
            break
        found = [one.at(anchors[one.article]) if one.article in anchors else one for one in found]
        clusters = cluster(found)
    return found, clusters


def _anchors(found: list[Happening], clusters: Clusters) -> dict[str, date]:
    """Article without a date → the day of its main events, as another article gives it."""
    learnt: dict[str, date] = {}
    for members in clusters.members:
        when = times.finest([when for place in members if (when := found[place].when) is not None])
        known = times.day(when) or _published(found, members, when)
        for place in members if known else ():
            one = found[place]
            if one.anchor is None and one.salience == "main" and known:
                learnt[one.article] = max(known, learnt.get(one.article, known))
    return learnt


def _published(found: list[Happening], members: tuple[int, ...], when: When | None) -> date | None:
    """The newest day on which an article had an event as its news, where no account says when it happened."""
    days = [one.anchor for one in (found[place] for place in members) if one.anchor and one.salience == "main"]
    return max(days, default=None) if when is None else None


def _ids(found: list[Happening], clusters: Clusters) -> list[str]:
    """Id of each cluster: the hash of its members."""
    return [
        sha256("\x1f".join(reference(found[place]) for place in members).encode()).hexdigest()[:16]
        for members in clusters.members
    ]


def _links(found: list[Happening], clusters: Clusters, ids: list[str]) -> dict[str, tuple[Link, ...]]:
    """Cluster → possible sameness and near misses, the possible first."""
    held: dict[str, list[tuple[Pair, Link]]] = {}
    for pair in clusters.others:
        a, b = sorted((ids[clusters.of[pair.a]], ids[clusters.of[pair.b]]))
        link = Link(kind="possible" if pair.decision.kind == "possible" else "apart", a=a, b=b, reason=pair.decision.reason)
        for end in (a, b):
            held.setdefault(end, []).append((pair, link))
    return {end: tuple(link for _, link in _told(links)) for end, links in held.items()}


def _told(links: list[tuple[Pair, Link]]) -> list[tuple[Pair, Link]]:
    """Every possible sameness, and the strongest near misses."""
    ordered = sorted(links, key=lambda held: (held[1].kind != "possible", -held[0].decision.strength, held[1].a, held[1].b))
    possible = [held for held in ordered if held[1].kind == "possible"]
    return possible + [held for held in ordered if held[1].kind != "possible"][:APART]


def _about(claims: Sequence[ClaimGroup]) -> dict[str, list[ClaimGroup]]:
    """Cluster → the claims about it."""
    held: dict[str, list[ClaimGroup]] = {}
    for claim in claims:
        for event in claim.about:
            held.setdefault(event, []).append(claim)
    return held


def _reasons(found: Sequence[Happening], clusters: Clusters) -> list[tuple[Link, ...]]:
    """Why the members of each cluster are one."""
    held: list[list[Link]] = [[] for _ in clusters.members]
    for pair in clusters.joined:
        link = Link(kind="same", a=reference(found[pair.a]), b=reference(found[pair.b]), reason=pair.decision.reason)
        held[clusters.of[pair.a]].append(link)
    return [tuple(links) for links in held]


@dataclass(frozen=True, slots=True)
class _Around:
    """What belongs to an event beside its members."""

    id: str
    """Id of its cluster."""
    joined: tuple[Link, ...]
    """Why its members are one."""
    apart: tuple[Link, ...]
    """Possible sameness and near misses."""
    figures: tuple[FigureGroup, ...]
    """Its figures."""
    claims: Sequence[ClaimGroup]
    """The claims about it."""


def _event(members: list[Happening], parties: Parties, around: _Around) -> EventCluster:
    """One event as its articles tell it."""
    members = sorted(members, key=_lead)
    types = [one.type for one in members]
    outcomes = sorted({one.outcome for one in members} - {"not_stated"}, key=OUTCOMES.index) or ["not_stated"]
    return EventCluster(
        id=around.id,
        type=max(sorted(set(types), key=lambda kind: (kind == "other", TYPES.index(kind))), key=types.count),
        title=members[0].title,
        when=_when(members),
        places=_places(members),
        by=parties.names(_acting(members, "by", parties)),
        against=parties.names(_acting(members, "against", parties)),
        outcomes=tuple(outcomes),
        status=_status(members, outcomes, around.claims),
        salience=members[0].salience,
        members=tuple(_member(one) for one in sorted(members, key=lambda one: (one.name, one.node))),
        joined=around.joined,
        apart=around.apart,
        figures=around.figures,
        claims=tuple(claim.id for claim in around.claims),
    )


def _member(one: Happening) -> Member:
    """One article's event as the record shows it."""
    return Member(article=one.article, name=one.name, event=one.event, title=one.title, evidence=one.evidence)


def _lead(one: Happening) -> tuple[object, ...]:
    """Sorting key of the members: the news first, then those that date and place it, then by name."""
    return SALIENCE.index(one.salience), one.when is None, not one.where.points, one.name, one.node


def _acting(members: list[Happening], role: str, parties: Parties) -> list[str]:
    """Parties in a role, the named first; a description is left out where a party is named."""
    all_ = [party for one in members for party in (one.by if role == "by" else one.against)]
    named = [party for party in all_ if party not in parties.generic]
    return list(dict.fromkeys(named or all_))


def _places(members: list[Happening]) -> tuple[str, ...]:
    """Places as written, each once; those of the first member first."""
    return tuple(dict.fromkeys(place for one in members for place in one.places))


def _when(members: list[Happening]) -> When | None:
    """The date that says most; `cross_article` where another article lacks it."""
    best = finest(members)
    if best is None or not times.dated(best):
        news = [one for one in members if one.salience == members[0].salience]
        return best or times.finest([one.extracted for one in news if one.extracted is not None])
    lacking = [one for one in members if one.when is None or not times.resolved(one.when) or one.when.start != best.start]
    giving = {one.article for one in members if one.when == best}
    shared = times.resolved(best) and any(one.article not in giving for one in lacking)
    return best.model_copy(update={"basis": "cross_article"}) if shared else best


def _status(members: list[Happening], outcomes: Sequence[Outcome], about: Sequence[ClaimGroup]) -> ClusterStatus:
    """How the event is presented; contested where accounts oppose one another."""
    statuses = {one.status for one in members}
    ids = {claim.id for claim in about}
    if any(set(claim.opposes) & ids for claim in about) or any(pair <= set(outcomes) for pair in _AGAINST):
        return "contested"
    if "denied" in statuses and len(statuses) > 1:
        return "contested"
    return next(shown for status, shown in _SHOWN if status in statuses)


def _order(event: EventCluster) -> tuple[object, ...]:
    """Sorting key of events: main ones first, background last; by date, undated last, then by title."""
    days = times.span(event.when)
    month = (event.when.month or UNDATED, event.when.day or 0) if event.when else (UNDATED, 0)
    return SALIENCE.index(event.salience), days is None, days[0] if days else date.max, month, event.title, event.id
