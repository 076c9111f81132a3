"""Many articles, one story: events joined across articles, figures and claims grouped, each link with its reason."""

from decimal import Decimal
from typing import Literal

from schemas.extraction import Act, EventType, Measure, Outcome, PartyType, Salience, Scope
from schemas.record import Record
from schemas.validation import Decision, Evidence, Mode, Quantity, When

__all__ = [
    "Appearance",
    "ClaimGroup",
    "EventCluster",
    "FigureGroup",
    "FigureStatus",
    "GroupedParty",
    "Link",
    "Member",
    "NameLink",
    "Statement",
    "Story",
    "Unknown",
]

FigureStatus = Literal["corroborated", "single_origin", "single_source", "contested", "superseded", "not_comparable"]


class NameLink(Record):
    """A name that a party goes by, with the reason it is taken for the same."""

    name: str
    """The name, as written."""
    reason: Literal["same_words", "same_text", "acronym", "alias_table", "user_alias", "part_of", "proposed"]
    """Why: folded words agree, the article itself says so, an acronym learnt, an alias table; `proposed` never joins."""
    detail: str
    """One sentence."""


class GroupedParty(Record):
    """One party across the articles."""

    id: str
    """Hash of its folded name."""
    name: str
    """The name shown."""
    type: PartyType
    """What it is."""
    root: str
    """Id of the party it speaks for (part-of links followed to the end); its own id where there is none."""
    names: tuple[NameLink, ...]
    """Every name, with its reason."""
    members: tuple[str, ...]
    """`article id:party id`, sorted."""


class Member(Record):
    """One article's event inside a cluster."""

    article: str
    """Id of the article."""
    name: str
    """Short name of the article."""
    event: str
    """Id of the event inside the article."""
    title: str
    """Title given to it from that article."""
    evidence: tuple[Evidence, ...]
    """The sentences that tell it."""


class Link(Record):
    """Why two events are one, may be one, or are kept apart."""

    kind: Literal["same", "possible", "apart"]
    """The decision."""
    a: str
    """`article id:event id`, or the id of a cluster."""
    b: str
    """The other."""
    reason: str
    """One plain sentence."""


class Statement(Record):
    """One article's statement of a figure."""

    article: str
    """Id of the article."""
    name: str
    """Short name of the article."""
    figure: str
    """Id of the figure inside the article."""
    words: str
    """The figure as written."""
    counted: str
    """What it counts, as written."""
    quantity: Quantity | None
    """Its parsed value."""
    speakers: tuple[str, ...]
    """Names of those who state it; empty for the article's own voice or hearsay."""
    origin: str
    """Root of the speaker, or the article's publisher or name where it speaks itself; two statements of one origin count once."""
    hedged: bool = False
    """Whether it is hearsay ("reportedly")."""
    decision: Decision
    """Accepted or to review; rejected figures are never statements."""
    evidence: Evidence
    """Where it stands."""


class FigureGroup(Record):
    """Figures that measure the same thing: same event, counted thing, outcome, party and scope."""

    id: str
    """Hash of the statements' article and figure ids."""
    event: str | None
    """Id of the event cluster; null for totals and figures without an event."""
    counted: str
    """What is counted, in the words of the first statement."""
    measure: Measure
    """What is measured."""
    parties: tuple[str, ...]
    """Names of the parties that suffered or own it."""
    scope: Scope
    """Incident, cumulative or part of a total."""
    part_of: str | None = None
    """Id of the group this is a part of."""
    statements: tuple[Statement, ...]
    """Every statement, by article and sentence."""
    origins: tuple[str, ...]
    """The distinct origins, sorted."""
    status: FigureStatus
    """How the statements stand to one another."""
    lowest: Decimal | None
    """The lowest stated bound: the conservative value."""
    low: Decimal | None
    """Lower end of the full range."""
    high: Decimal | None
    """Upper end of the full range; null where open."""
    unit: str | None
    """Unit of the bounds."""
    explanation: str
    """One plain sentence: who says what, and how many origins that is."""


class Appearance(Record):
    """One article's appearance of a claim."""

    article: str
    """Id of the article."""
    name: str
    """Short name of the article."""
    claim: str
    """Id of the claim inside the article."""
    mode: Mode
    """Quoted or paraphrased."""
    said: str | None
    """Words that date or place it."""
    evidence: Evidence
    """Where it stands."""


class ClaimGroup(Record):
    """One claim with its appearances."""

    id: str
    """Hash of the appearances' article and claim ids."""
    speakers: tuple[str, ...]
    """Names of the speakers; empty for hearsay."""
    act: Act
    """What the speaker does."""
    content: str
    """The words, from the first appearance."""
    hedged: bool
    """Whether every appearance hedges it."""
    appearances: tuple[Appearance, ...]
    """Where it stands, by article and sentence."""
    about: tuple[str, ...] = ()
    """Ids of the event clusters it is about."""
    opposes: tuple[str, ...] = ()
    """Ids of the claim groups it denies or contradicts."""
    reason: str | None = None
    """Why it stands against those."""


class EventCluster(Record):
    """One event as told by one or several articles."""

    id: str
    """Hash of the members' article and event ids."""
    type: EventType
    """What kind of happening."""
    title: str
    """What happened."""
    when: When | None
    """When, as far as any article gives it."""
    places: tuple[str, ...]
    """Where, as written, finest first."""
    by: tuple[str, ...]
    """Names of the parties that act."""
    against: tuple[str, ...]
    """Names of the parties acted upon."""
    outcomes: tuple[Outcome, ...]
    """The outcomes stated; several where accounts differ."""
    status: Literal["reported", "attributed", "hedged", "denied", "planned", "hypothetical", "contested"]
    """How it is presented; contested where accounts oppose one another."""
    salience: Salience
    """Main, secondary or background."""
    members: tuple[Member, ...]
    """The articles' events, by article."""
    joined: tuple[Link, ...] = ()
    """Why the members are one event."""
    apart: tuple[Link, ...] = ()
    """Possible sameness and near misses, with reasons."""
    figures: tuple[FigureGroup, ...] = ()
    """Its figures."""
    claims: tuple[str, ...] = ()
    """Ids of the claim groups about it."""


class Unknown(Record):
    """Something a reader will ask that no article answers."""

    text: str
    """One plain sentence."""
    event: str | None = None
    """Id of the event cluster it belongs to."""
    evidence: tuple[Evidence, ...] = ()
    """Where a source declined to say, if one did."""


class Story(Record):
    """Everything the articles support, joined."""

    events: tuple[EventCluster, ...]
    """Events by date, main ones first, background last."""
    totals: tuple[FigureGroup, ...]
    """Cumulative figures and parts of them; never beside an incident's."""
    figures: tuple[FigureGroup, ...]
    """Figures that belong to no event."""
    claims: tuple[ClaimGroup, ...]
    """Claims, by speaker and place in the articles."""
    parties: tuple[GroupedParty, ...]
    """Parties across the articles."""
    proposals: tuple[NameLink, ...] = ()
    """Close spellings that were not joined."""
    unknowns: tuple[Unknown, ...] = ()
    """What is not known."""
