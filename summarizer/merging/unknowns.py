"""What a reader will ask and no article answers: what a source declined to say, own losses, independent confirmation."""

from collections.abc import Iterable, Sequence

from schemas import ClaimGroup, EventCluster, Evidence, FigureGroup, Unknown
from schemas.extraction import EventType, PartyType
from summarizer.merging.people import side

__all__ = ["unknowns"]

_FIGHTING: frozenset[EventType] = frozenset(
    ["air_or_drone_strike", "battle", "bombing", "military_operation", "shelling_or_missile"]
)
_FORCES: frozenset[PartyType] = frozenset(["armed_group", "militia", "police", "private_military", "state_forces"])
_ALONE = frozenset(["single_origin", "single_source"])
_TOLLS = frozenset(["killed", "neutralised", "wounded"])


def unknowns(events: Sequence[EventCluster], claims: Sequence[ClaimGroup], types: dict[str, PartyType]) -> tuple[Unknown, ...]:
    """What is not known of the events that are the news; `types`: name of a party → its type."""
    declined = [_declined(claim) for claim in claims if claim.act == "declines_to_say"]
    news = [event for event in events if event.salience != "background"]
    main = [event for event in news if event.salience == "main"]
    losses = [unknown for event in main for unknown in _losses(event, types, claims)]
    found = [*losses, *(unknown for event in news for unknown in _unconfirmed(event))]
    return tuple(dict.fromkeys((*declined, *found)))


def _declined(claim: ClaimGroup) -> Unknown:
    """What a source declined to say."""
    who = ", ".join(claim.speakers) or "A source"
    first = claim.appearances[0]
    return Unknown(
        text=f"{who} declined to say: “{claim.content}”.",
        event=claim.about[0] if claim.about else None,
        evidence=tuple(appearance.evidence for appearance in claim.appearances) or (first.evidence,),
    )


def _losses(event: EventCluster, types: dict[str, PartyType], claims: Sequence[ClaimGroup]) -> Iterable[Unknown]:
    """Sides of a fight whose losses nobody gives, each with the sentences where a source declined to give them."""
    if (
        event.type not in _FIGHTING
        or event.status in ("planned", "hypothetical")
        or not any(_toll(group) for group in event.figures)
    ):
        return
    told = {party for group in event.figures if _toll(group) for party in group.parties}
    for party in dict.fromkeys((*event.by, *event.against)):
        if party not in told and types.get(party) in _FORCES and not _classed(event, types[party], types):
            yield Unknown(
                text=f"No article states the losses of {party} in “{event.title}”.",
                event=event.id,
                evidence=_silence(event, claims),
            )


def _toll(group: FigureGroup) -> bool:
    """Whether a group counts dead or wounded."""
    return group.measure in _TOLLS


def _classed(event: EventCluster, kind: PartyType, types: dict[str, PartyType]) -> bool:
    """Whether a toll of a party that is only described, or of none, may be that of the one party of this kind."""
    sides = [side(types[party]) for party in (*event.by, *event.against) if party in types]
    owners = [party for group in event.figures if _toll(group) for party in group.parties or ("",)]
    same = any(side(types[owner]) == side(kind) if owner in types else side(kind) == "insurgents" for owner in owners)
    return same and sides.count(side(kind)) == 1


def _silence(event: EventCluster, claims: Sequence[ClaimGroup]) -> tuple[Evidence, ...]:
    """Where a source declined to say something about the event."""
    held = [claim for claim in claims if claim.act == "declines_to_say" and event.id in claim.about]
    return tuple(appearance.evidence for claim in held for appearance in claim.appearances)


def _unconfirmed(event: EventCluster) -> Iterable[Unknown]:
    """Tolls that go back to one origin."""
    for group in event.figures:
        if group.status in _ALONE and _toll(group) and group.scope == "incident" and group.statements[0].speakers:
            said = f"“{group.statements[0].words}” {group.measure}, the figure of {group.origins[0]},"
            yield Unknown(
                text=f"No independent source confirms {said} in “{event.title}”.",
                event=event.id,
                evidence=tuple(statement.evidence for statement in group.statements),
            )
