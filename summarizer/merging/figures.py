"""Figures across articles: grouped by event, counted thing, outcome, party and scope, each group with its status."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

from schemas import FigureGroup, Quantity
from schemas.cluster import FigureStatus
from summarizer.merging.happenings import stated
from summarizer.merging.origins import Origin, copied, independent
from summarizer.merging.parties import Parties
from summarizer.merging.people import CASUALTIES, is_people
from summarizer.merging.ranges import comparable, highest, lowest, meet, unit
from summarizer.merging.statements import Told, order
from summarizer.merging.traits import follows_up
from summarizer.merging.wording import stems

__all__ = ["Figures", "gather"]

Key = tuple[object, ...]
Stance = tuple[str, Quantity | None, date | None]
WINDOW = 40
"""Statements of a group that an outlet's own voice is compared with, to find the text that it copies."""
EVERYBODY = ("civilians", "workers")
"""Classes of people that another account of the incident calls just "people"."""
NEAR = 2
"""Sentences between a total and a part of it at most."""


@dataclass(frozen=True)
class Figures:
    """Figure groups by where they belong."""

    by_event: Mapping[str, tuple[FigureGroup, ...]]
    """Id of an event cluster → its figures."""
    totals: tuple[FigureGroup, ...]
    """Totals over periods or several incidents, and parts of them."""
    loose: tuple[FigureGroup, ...]
    """Figures that belong to no event."""
    of: Mapping[tuple[str, str], str]
    """Article and figure id → id of the group."""


def gather(told: Sequence[Told], parties: Parties) -> Figures:
    """Groups the statements; none is in two groups, and no group mixes parties, outcomes or scopes."""
    sets = [_traced(members) for members in _sets(told)]
    groups = [_group(members, parties) for members in sets]
    parts = _parts(sets, groups)
    groups = [group.model_copy(update={"part_of": parts[group.id]}) if group.id in parts else group for group in groups]
    by_event: dict[str, list[FigureGroup]] = defaultdict(list)
    totals, loose = [], []
    incidents = {group.id for group in groups if group.scope == "incident"}
    for group, members in zip(groups, sets, strict=True):
        event = members[0].event
        if group.scope == "cumulative" or (group.scope == "part_of" and group.part_of not in incidents):
            totals.append(group)
        elif event is None:
            loose.append(group)
        else:
            by_event[event].append(group if group.event else group.model_copy(update={"event": event}))
    of = {(one.article, one.figure): group.id for group in groups for one in group.statements}
    return Figures({event: tuple(held) for event, held in by_event.items()}, tuple(totals), tuple(loose), of)


def _sets(told: Sequence[Told]) -> list[list[Told]]:
    """Statements that measure the same thing, each set and the sets in the order of the articles."""
    held: dict[Key, list[Told]] = defaultdict(list)
    for one in told:
        held[_key(one)].append(one)
    moved = _adopt(held)
    found: dict[Key, list[Told]] = defaultdict(list)
    for one_key, members in held.items():
        found[moved.get(one_key, one_key)].extend(members)
    return sorted((sorted(members, key=order) for members in found.values()), key=lambda members: order(members[0]))


def _key(told: Told) -> Key:
    """What two statements share to be in one group; figures without an event stay with their article and claim."""
    quantity = told.statement.quantity
    measured = (quantity.kind, quantity.unit) if quantity else None
    home = ("event", told.event) if told.event else ("article", told.statement.article, told.claim)
    return (home, told.measure, told.scope, told.thing, (measured, _alone(told)), told.named)


def _alone(told: Told) -> Decimal | None:
    """The number itself, where only equal numbers can be of one thing: counts of mere "people", and parts of a toll."""
    anybody = told.measure not in CASUALTIES and is_people(told.statement.counted)
    return stated(told.statement.quantity) if anybody or told.scope == "part_of" else None


def _adopt(held: Mapping[Key, list[Told]]) -> dict[Key, Key]:
    """Groups without a named party → the only group with one that counts the same otherwise.

    "80 militants" and JNIM's 80 dead in one event are one count where no other named party has such dead.
    """
    named: dict[Key, list[Key]] = defaultdict(list)
    for one_key in held:
        if one_key[-1]:
            named[one_key[:-1]].append(one_key)
    moved = _everybody(held) | _nested(held)
    return moved | {
        one_key: named[one_key[:-1]][0]
        for one_key, members in held.items()
        if not one_key[-1] and len(named[one_key[:-1]]) == 1 and members[0].thing != "people"
    }


def _nested(held: Mapping[Key, list[Told]]) -> dict[Key, Key]:
    """Groups of things → the group of the same event with fewer words for the thing ("curfew", "overnight curfew")."""
    alike: dict[Key, list[Key]] = defaultdict(list)
    for one_key, members in held.items():
        if members[0].measure not in CASUALTIES and members[0].event:
            alike[(*one_key[:3], *one_key[4:])].append(one_key)
    found: dict[Key, Key] = {}
    for keys in alike.values():
        words = {one_key: stems(held[one_key][0].statement.counted) for one_key in keys}
        ordered = sorted(keys, key=lambda one_key: (len(words[one_key]), str(one_key)))
        for place, one_key in enumerate(ordered):
            fits = [other for other in ordered[:place] if other not in found and words[other] and words[other] <= words[one_key]]
            found |= {one_key: fits[0]} if fits else {}
    return found


def _everybody(held: Mapping[Key, list[Told]]) -> dict[Key, Key]:
    """Groups that count "people" → the only group of civilians or workers in the same event, as tolls of one incident are told.

    An article that gives both with different numbers tells of a whole and a part of it, and keeps them apart.
    """
    found: dict[Key, Key] = {}
    for one_key, members in held.items():
        others = [other for name in EVERYBODY if (other := (*one_key[:3], name, *one_key[4:])) in held]
        if one_key[3] == "people" and len(others) == 1 and members[0].event and not _both(members, held[others[0]]):
            found[one_key] = others[0]
    return found


def _both(members: list[Told], others: list[Told]) -> bool:
    """Whether one article gives numbers of both that differ."""
    held: dict[str, list[Told]] = defaultdict(list)
    for told in members:
        held[told.statement.article].append(told)
    return any(not _agree(one, other) for other in others for one in held[other.statement.article])


def _traced(members: list[Told]) -> list[Told]:
    """The statements of a group with an outlet's own voice traced to the speaker or the text it repeats."""
    found: list[Told] = []
    for told in members:
        source = _repeated(told, members) or _known(told, members) or _carried(told, found) if told.origin.own_voice else None
        found.append(
            replace(told, origin=source, statement=told.statement.model_copy(update={"origin": source.label})) if source else told
        )
    return _housed(found)


def _housed(members: list[Told]) -> list[Told]:
    """The statements of a group, those of a body whose state is left open going back to the only such body that is named."""
    named: dict[str, set[Origin]] = defaultdict(set)
    for told in members:
        if told.origin.body is not None and told.origin.body.country:
            named[told.origin.body.kind].add(told.origin)
    found: list[Told] = []
    for told in members:
        body = told.origin.body
        homes = named[body.kind] if body is not None and not body.country else set()
        home = next(iter(homes)) if len(homes) == 1 else None
        found.append(
            replace(told, origin=home, statement=told.statement.model_copy(update={"origin": home.label})) if home else told
        )
    return found


def _repeated(told: Told, members: list[Told]) -> Origin | None:
    """The speaker to whom the same article attributes the same figure elsewhere."""
    for other in members:
        if other.statement.article == told.statement.article and not other.origin.own_voice and _agree(told, other):
            return other.origin
    return None


def _known(told: Told, members: list[Told]) -> Origin | None:
    """The speaker to whom an article printed on an earlier day attributes the very number: repeating it confirms nothing."""
    value = stated(told.statement.quantity)
    for other in members:
        earlier = other.published is not None and told.published is not None and other.published < told.published
        if earlier and not other.origin.own_voice and value is not None and stated(other.statement.quantity) == value:
            return other.origin
    return None


def _carried(told: Told, earlier: list[Told]) -> Origin | None:
    """The origin of an earlier article's statement in the same words."""
    for other in earlier[-WINDOW:]:
        if other.statement.article != told.statement.article and copied(other.statement.evidence, told.statement.evidence):
            return other.origin
    return None


def _agree(a: Told, b: Told) -> bool:
    """Whether the ranges of two statements meet."""
    one, two = a.statement.quantity, b.statement.quantity
    return one is not None and two is not None and comparable(one, two) and meet(one, two)


def _group(members: list[Told], parties: Parties) -> FigureGroup:
    """One group with its status."""
    quantities = [told.statement.quantity for told in members if told.statement.quantity is not None]
    status, why = _status(members)
    why += _renamed(members)
    low = lowest(quantities)
    open_low = any(quantity.low is None for quantity in quantities)
    return FigureGroup(
        id=sha256("\x1f".join(f"{a}:{f}" for a, f in sorted(told.node for told in members)).encode()).hexdigest()[:16],
        event=members[0].event if members[0].scope == "incident" else None,
        counted=members[0].statement.counted,
        measure=members[0].measure,
        parties=_owners(members, parties),
        scope=members[0].scope,
        statements=tuple(told.statement for told in members),
        origins=tuple(sorted({told.origin.label for told in members})),
        status=status,
        lowest=low,
        low=None if open_low else low,
        high=highest(quantities),
        unit=unit(quantities),
        explanation=why,
    )


def _renamed(members: list[Told]) -> str:
    """The words that the group takes for the same count."""
    other = [told for told in members if told.also]
    return f" {other[0].statement.name} calls the same number “{other[0].also}” in another sentence." if other else ""


def _owners(members: list[Told], parties: Parties) -> tuple[str, ...]:
    """Names of the parties that suffered or own it; a description only where no party is named."""
    named = next((told.named for told in members if told.named), ())
    return parties.names(named or next((told.described for told in members if told.described), ()))


def _status(members: list[Told]) -> tuple[FigureStatus, str]:
    """How the statements stand to one another, with the sentence that says so."""
    valued = [told for told in members if _bounded(told.statement.quantity)]
    if not valued:
        return "not_comparable", f"{_said(members[0])}; the words give no number that could be compared."
    articles = {told.statement.article for told in valued}
    labels = sorted({told.origin.label for told in valued})
    current, dropped, unordered = _latest(valued)
    if len(labels) == 1:
        return _one_origin(valued, current, dropped, unordered, len(articles), labels[0])
    clash = _clash(current)
    if clash:
        return "contested", f"{_said(clash[0])}; {_said(clash[1])}: the two do not meet."
    sources = independent(told.origin for told in current)
    if dropped:
        agree = f" {len(sources)} independent origins give the later figure." if len(sources) > 1 else ""
        earlier = "; ".join(_dated(told) for told in dropped)
        return "superseded", f"{_dated(current[0])}, later than {earlier}: the toll has changed.{agree}"
    if len(sources) > 1:
        return "corroborated", f"{_listing(current)}: {len(sources)} independent origins that agree."
    if any(told.origin.independent is None for told in current):
        return (
            "single_origin" if len(articles) > 1 else "single_source"
        ), f"{_listing(current)}: hearsay confirms nothing, one origin."
    return "single_origin", f"{_listing(current)}: bodies of one state, so one origin."


def _one_origin(
    valued: list[Told], current: list[Told], dropped: list[Told], unordered: bool, articles: int, label: str
) -> tuple[FigureStatus, str]:
    """The status where all statements go back to one origin."""
    if articles == 1:
        if unordered:
            return "not_comparable", f"{valued[0].statement.name} gives {_words(valued)} and does not say how they go together."
        return "single_source", f"{_said(current[0])}; no other article gives it."
    if unordered:
        return "contested", f"{label} is given as the source of {_words(valued)}, and which is later is not known."
    if dropped:
        earlier = "; ".join(_dated(told) for told in dropped)
        return "superseded", f"{_dated(current[0])}, later than {earlier}, from the same origin: the toll has changed."
    return "single_origin", f"{articles} articles give {_words(valued)}; all go back to {label}, so one origin."


def _bounded(quantity: Quantity | None) -> bool:
    """Whether a quantity has an end to compare."""
    return quantity is not None and (quantity.low is not None or quantity.high is not None)


def _latest(valued: list[Told]) -> tuple[list[Told], list[Told], bool]:
    """Statements that stand, statements that a later one of the same origin replaced, and whether an order was missing."""
    kinds = list({_stance(told): told for told in reversed(valued)}.values())[::-1]
    replaced: set[Stance] = set()
    unordered = False
    for told in kinds:
        for other in kinds:
            if told.origin.label == other.origin.label and not _agree(told, other):
                if told.published and other.published and told.published != other.published:
                    replaced |= {_stance(told)} if told.published < other.published else set()
                else:
                    unordered = True
            elif _outgrown(told, other):
                replaced.add(_stance(told))
    current = [told for told in kinds if _stance(told) not in replaced]
    return current, [told for told in kinds if _stance(told) in replaced], unordered


def _outgrown(told: Told, later: Told) -> bool:
    """Whether a later and higher toll has overtaken a lower bound, or says itself that the toll has changed.

    "At least six" of one day does not confirm the ten of the next.
    """
    one, two = stated(told.statement.quantity), stated(later.statement.quantity)
    if one is None or two is None or told.published is None or later.published is None or told.published >= later.published:
        return False
    if told.statement.quantity is not None and told.statement.quantity.high is None:
        return two > one
    return not _agree(told, later) and follows_up([later.statement.evidence.quote])


def _stance(told: Told) -> Stance:
    """What one origin states at one time, whoever carries it."""
    return told.origin.label, told.statement.quantity, told.published


def _clash(current: list[Told]) -> tuple[Told, Told] | None:
    """Two statements of different origins whose ranges do not meet."""
    for i, told in enumerate(current):
        for other in current[i + 1 :]:
            if told.origin.label != other.origin.label and not _agree(told, other):
                return told, other
    return None


def _said(told: Told) -> str:
    """Who says what, in words."""
    who = ", ".join(told.statement.speakers) or told.statement.name
    return f"{who} {'say' if len(told.statement.speakers) > 1 else 'says'} “{told.statement.words}”"


def _dated(told: Told) -> str:
    """Who says what, and when it was printed."""
    when = f" ({told.published.day} {told.published:%B %Y})" if told.published else ""
    return f"{_said(told)}{when}"


def _listing(members: Iterable[Told]) -> str:
    """Who says what, each origin once."""
    first = {told.origin.label: told for told in reversed(list(members))}
    return "; ".join(_said(told) for told in reversed(first.values()))


def _words(members: Iterable[Told]) -> str:
    """The stated words, each once."""
    return ", ".join(f"“{words}”" for words in dict.fromkeys(told.statement.words for told in members))


def _parts(sets: list[list[Told]], groups: list[FigureGroup]) -> dict[str, str]:
    """Id of a part → id of the total that its article states beside it."""
    wholes: dict[tuple[str, str], list[tuple[Told, str]]] = defaultdict(list)
    for members, group in zip(sets, groups, strict=True):
        for told in members if group.scope != "part_of" else ():
            wholes[told.statement.article, told.measure].append((told, group.id))
    found: dict[str, str] = {}
    for members, group in zip(sets, groups, strict=True):
        if group.scope == "part_of":
            fits = [
                (gap, whole)
                for told in members
                for total, whole in wholes[told.statement.article, told.measure]
                if (gap := _gap(total, told)) is not None
            ]
            if fits:
                found[group.id] = min(fits)[1]
    return found


def _gap(total: Told, part: Told) -> tuple[int, int] | None:
    """Distance of a part from a total that is large enough and near; None where it is not."""
    one, two = total.statement.quantity, part.statement.quantity
    if one is None or two is None or not comparable(one, two) or one.low is None or two.low is None or one.low < two.low:
        return None
    gap = abs(total.statement.evidence.sentence - part.statement.evidence.sentence)
    return (gap, abs(total.statement.evidence.start - part.statement.evidence.start)) if gap <= NEAR else None
