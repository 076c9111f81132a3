"""Figures, claims and events of several articles, grouped by hand."""

from collections.abc import Sequence

from schemas import (
    Appearance,
    Briefing,
    ClaimGroup,
    EventCluster,
    Evidence,
    Failure,
    FigureGroup,
    GroupedParty,
    Line,
    Link,
    Member,
    NameLink,
    Statement,
    Story,
    Strip,
    Unknown,
    Unverified,
    ValidatedParty,
)
from schemas.cluster import FigureStatus
from schemas.extraction import Measure, Scope
from summarizer import text as texts
from tests.briefings.desk import Desk


def statement(desk: Desk, figure: str, origin: str, *, hedged: bool = False) -> Statement:
    """The statement that an accepted figure of an article makes."""
    found = next(one for one in desk.figures if one.id == figure)
    names = {one.id: one.said.name for one in desk.parties}
    return Statement(
        article=desk.article.id,
        name=desk.name,
        figure=figure,
        words=found.said.text,
        counted=found.said.counted,
        quantity=found.quantity,
        speakers=tuple(names[one] for one in found.speakers),
        origin=origin,
        hedged=hedged,
        decision=found.decision,
        evidence=found.check.evidence[0],
    )


def group(
    statements: Sequence[Statement],
    status: FigureStatus,
    why: str,
    *,
    event: str | None = None,
    measure: Measure = "killed",
    scope: Scope = "incident",
    parties: Sequence[str] = (),
) -> FigureGroup:
    """Figures that measure the same thing."""
    lows = [one.quantity.low for one in statements if one.quantity and one.quantity.low is not None]
    highs = [one.quantity.high for one in statements if one.quantity]
    known = [high for high in highs if high is not None]
    return FigureGroup(
        id=texts.digest(" ".join(f"{one.article}:{one.figure}" for one in statements)),
        event=event,
        counted=statements[0].counted,
        measure=measure,
        parties=tuple(parties),
        scope=scope,
        statements=tuple(statements),
        origins=tuple(sorted({one.origin for one in statements})),
        status=status,
        lowest=min(lows, default=None),
        low=min(lows, default=None),
        high=None if len(known) < len(highs) else max(known, default=None),
        unit=None,
        explanation=why,
    )


def claimed(
    desk: Desk, claim: str, *, about: Sequence[str] = (), opposes: Sequence[str] = (), why: str | None = None
) -> ClaimGroup:
    """One article's claim as a group."""
    found = next(one for one in desk.claims if one.id == claim)
    names = {one.id: one.said.name for one in desk.parties}
    return ClaimGroup(
        id=texts.digest(f"{desk.article.id}:{claim}"),
        speakers=tuple(names[one] for one in found.said.speakers),
        act=found.said.act,
        content=found.said.content,
        hedged=found.hedged,
        appearances=(
            Appearance(
                article=desk.article.id, name=desk.name, claim=claim, mode=found.mode, said=None, evidence=found.check.evidence[0]
            ),
        ),
        about=tuple(about),
        opposes=tuple(opposes),
        reason=why,
    )


def cluster(
    name: str,
    members: Sequence[tuple[Desk, str]],
    figures: Sequence[FigureGroup] = (),
    *,
    claims: Sequence[str] = (),
    joined: Sequence[Link] = (),
    apart: Sequence[Link] = (),
    status: str = "reported",
) -> EventCluster:
    """An event cluster that takes its words from the first member."""
    desk, first = members[0]
    event = next(one for one in desk.events if one.id == first)
    names = {one.id: one.said.name for one in desk.parties}
    return EventCluster.model_validate(
        {
            "id": name,
            "type": event.said.type,
            "title": event.said.title,
            "when": event.when,
            "places": event.said.places,
            "by": tuple(names[one] for one in event.said.by),
            "against": tuple(names[one] for one in event.said.against),
            "outcomes": (event.said.outcome,),
            "status": status,
            "salience": event.said.salience,
            "members": tuple(member(one, id) for one, id in members),
            "joined": tuple(joined),
            "apart": tuple(apart),
            "figures": tuple(figures),
            "claims": tuple(claims),
        }
    )


def member(desk: Desk, event: str) -> Member:
    """One article's event."""
    found = next(one for one in desk.events if one.id == event)
    text = desk.article.text
    told = tuple(
        Evidence(
            article=desk.article.id,
            name=desk.name,
            sentence=number,
            start=desk.article.sentences[number - 1].start,
            end=desk.article.sentences[number - 1].end,
            text=desk.article.sentence(number),
            quote=text[desk.article.sentences[number - 1].start : desk.article.sentences[number - 1].end],
        )
        for number in found.sentences
    )
    return Member(article=desk.article.id, name=desk.name, event=event, title=found.said.title, evidence=told)


def parties(desks: Sequence[Desk]) -> tuple[GroupedParty, ...]:
    """Every party of the articles, joined by the same words."""
    found: dict[str, list[tuple[Desk, ValidatedParty]]] = {}
    for desk in desks:
        for one in desk.parties:
            found.setdefault(one.said.name, []).append((desk, one))
    return tuple(
        GroupedParty(
            id=texts.digest(name),
            name=name,
            type=members[0][1].said.type,
            root=texts.digest(name),
            names=(NameLink(name=name, reason="same_words", detail="The words are the same."),),
            members=tuple(sorted(f"{desk.article.id}:{one.id}" for desk, one in members)),
        )
        for name, members in found.items()
    )


def briefing(
    desks: Sequence[Desk],
    events: Sequence[EventCluster],
    *,
    lines: Sequence[Line] = (),
    totals: Sequence[FigureGroup] = (),
    loose: Sequence[FigureGroup] = (),
    claims: Sequence[ClaimGroup] = (),
    unknowns: Sequence[Unknown] = (),
    failures: Sequence[Failure] = (),
    title: str | None = None,
) -> Briefing:
    """The briefing of some articles."""
    every = [one for event in events for one in event.figures] + [*totals, *loose]
    decisions = [one.decision for desk in desks for one in desk.figures]
    days = [day for event in events if event.when for day in (event.when.start, event.when.end) if day]
    left = [
        Unverified(article=desk.article.id, name=desk.name, item=one.id, check=one.check)
        for desk in desks
        for one in desk.figures
        if one.decision == "rejected"
    ]
    return Briefing(
        id=texts.digest(" ".join(desk.article.id for desk in desks)),
        title=title or events[0].title if events else title or "Nothing happened",
        as_of=max((desk.published for desk in desks if desk.published), default=None),
        period_start=min(days, default=None),
        period_end=max(days, default=None),
        bottom_line=tuple(lines),
        worded_by="rules",
        strip=Strip(
            verified=decisions.count("accepted"),
            review=decisions.count("review"),
            contested=sum(one.status == "contested" for one in every),
            rejected=decisions.count("rejected"),
            origins=len({origin for one in every for origin in one.origins}),
        ),
        story=Story(
            events=tuple(events),
            totals=tuple(totals),
            figures=tuple(loose),
            claims=tuple(claims),
            parties=parties(desks),
            unknowns=tuple(unknowns),
        ),
        unverified=tuple(left),
        sources=tuple(desk.source(f"A{number}") for number, desk in enumerate(desks, 1)),
        extractions=tuple(desk.done() for desk in desks),
        failures=tuple(failures),
    )
