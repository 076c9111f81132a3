"""Statements of figures: each with its event, its speaker's origin, what it counts and whose it is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schemas import Evidence, Statement, ValidatedClaim, ValidatedExtraction, ValidatedFigure
from schemas.extraction import EventType, Measure, Scope
from summarizer.merging.dating import own_day
from summarizer.merging.happenings import stated
from summarizer.merging.origins import Origin, origin, speakers
from summarizer.merging.parties import Parties
from summarizer.merging.people import CASUALTIES, class_of, counted, side
from summarizer.names import country, key

__all__ = ["Told", "tell"]

_DECISIONS: frozenset[EventType] = frozenset(
    ["agreement_or_cooperation", "sanction_or_withdrawal", "security_measure", "statement"]
)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with what decides its group."""

    statement: Statement
    """The record."""
    event: str | None
    """Id of the event cluster."""
    measure: Measure
    """What is measured."""
    scope: Scope
    """Incident, total or part of a total."""
    named: tuple[str, ...]
    """Ids of the named parties that suffered or own it, sorted."""
    described: tuple[str, ...]
    """Ids of the parties that are only described."""
    thing: str
    """Class of the people, or stem of the thing, that is counted."""
    origin: Origin
    """Who it goes back to."""
    published: date | None
    """When its article was published."""
    claim: str | None
    """Id of its claim inside the article."""
    also: Measure | None = None
    """What its words measure, where the group takes it for another word for the same count."""

    @property
    def node(self) -> tuple[str, str]:
        """Article and figure id."""
        return self.statement.article, self.statement.figure


def tell(validated: Sequence[ValidatedExtraction], parties: Parties, clusters: Mapping[tuple[str, str], str]) -> list[Told]:
    """Every figure that may stand in a briefing, by article and sentence; `clusters`: article and event id → cluster."""
    found = [told for one in validated for told in _article(one, parties, clusters)]
    return sorted(_split(_equated(found)), key=order)


def order(told: Told) -> tuple[str, str, int, int, str]:
    """Sorting key: name of the article, its id, place in the text, id."""
    one = told.statement
    return one.name, one.article, one.evidence.sentence, one.evidence.start, one.figure


def _article(one: ValidatedExtraction, parties: Parties, clusters: Mapping[tuple[str, str], str]) -> list[Told]:
    """The statements of one article."""
    claims = {claim.id: claim for claim in one.claims if claim.decision != "rejected"}
    return [
        _told(one, figure, claims, parties, clusters)
        for figure in one.figures
        if figure.decision != "rejected" and (figure.check.evidence or _sentence(one, figure))
    ]


def _told(
    one: ValidatedExtraction,
    figure: ValidatedFigure,
    claims: dict[str, ValidatedClaim],
    parties: Parties,
    clusters: Mapping[tuple[str, str], str],
) -> Told:
    """One statement."""
    claim = claims.get(figure.said.claim or "")
    place = _evidence(one, figure)
    who = _speaking(one, speakers(one, figure, claims), parties, place.quote)
    hearsay = not who and claim is not None
    source = origin(one, who or _issuers(one, figure, parties), parties, hearsay=hearsay)
    suffered = parties.of(one.article.id, figure.said.parties)
    statement = Statement(
        article=one.article.id,
        name=one.article.name,
        figure=figure.id,
        words=figure.said.text,
        counted=figure.said.counted,
        quantity=figure.quantity,
        speakers=parties.names(who),
        origin=source.label,
        hedged=hearsay or (claim is not None and claim.hedged),
        decision=figure.decision,
        evidence=place,
    )
    return Told(
        statement=statement,
        event=clusters.get((one.article.id, _event(one, figure, claim) or "")),
        measure=figure.said.measure,
        scope=figure.said.scope,
        named=tuple(sorted(party for party in suffered if party not in parties.generic and _kind(parties, party) != "civilians")),
        described=tuple(sorted(party for party in suffered if party in parties.generic)),
        thing=_thing(figure, suffered, parties),
        origin=source,
        published=own_day(one)[0],
        claim=claim.id if claim else None,
    )


def _speaking(one: ValidatedExtraction, ids: tuple[str, ...], parties: Parties, quote: str) -> tuple[str, ...]:
    """Ids across articles of those who speak in a sentence; a place ("QUETTA: …") speaks for nobody."""
    towns = _towns(one)
    voices = (party for party in one.parties if party.id in ids and key(party.said.name) not in towns)
    found = (parties.speaking(one.article.id, party, quote) for party in voices)
    return tuple(dict.fromkeys(party for party in found if party is not None))


def _towns(one: ValidatedExtraction) -> frozenset[str]:
    """Keys of the places of an article's events and of its dateline; a country may stand for its government."""
    line = one.article.dateline.place if one.article.dateline else None
    names = {place for event in one.events for place in event.said.places} | ({line} if line else set())
    return frozenset(key(name) for name in names if country(name) is None)


def _issuers(one: ValidatedExtraction, figure: ValidatedFigure, parties: Parties) -> tuple[str, ...]:
    """Who decided a measure: its figures go back to them, whoever reports them."""
    decided = [event for event in one.events if event.id == figure.said.event and event.said.type in _DECISIONS]
    return tuple(party for event in decided for party in parties.of(one.article.id, event.said.by))


def _kind(parties: Parties, party: str) -> str:
    """The type of a party."""
    return parties.by_id[party].type


def _event(one: ValidatedExtraction, figure: ValidatedFigure, claim: ValidatedClaim | None) -> str | None:
    """The event a figure measures: the one named, the only one its claim is about, or the only one its sentence tells."""
    if figure.said.event:
        return figure.said.event
    if claim is not None and len(claim.said.about) == 1:
        return claim.said.about[0]
    told = [event.id for event in one.events if event.decision != "rejected" and figure.said.sentence in event.sentences]
    return told[0] if len(told) == 1 else None


def _thing(figure: ValidatedFigure, suffered: tuple[str, ...], parties: Parties) -> str:
    """What a figure counts: a class of people for tolls, the head noun for the rest."""
    if figure.said.measure not in CASUALTIES:
        return counted(figure.said.counted)
    sides = sorted({found for party in suffered if (found := side(parties.by_id[party].type)) and found != "civilians"})
    return class_of(figure.said.counted) or (sides[0] if len(sides) == 1 else "people")


def _sentence(one: ValidatedExtraction, figure: ValidatedFigure) -> bool:
    """Whether the sentence of a figure exists."""
    return 1 <= figure.said.sentence <= len(one.article.sentences)


def _evidence(one: ValidatedExtraction, figure: ValidatedFigure) -> Evidence:
    """Where a figure stands."""
    if figure.check.evidence:
        return figure.check.evidence[0]
    found = one.article.sentences[figure.said.sentence - 1]
    start, end = (figure.start, figure.end) if figure.start is not None and figure.end is not None else (found.start, found.end)
    text = one.article.text
    return Evidence(
        article=one.article.id, name=one.article.name, sentence=found.number, start=start, end=end,
        text=text[start:end], quote=text[found.start : found.end],
    )  # fmt: skip


def _equated(found: list[Told]) -> list[Told]:
    """The statements, "neutralised" being read as "killed" where the origin gives that number as killed in the same article.

    Elsewhere the two stay apart: a neutralised fighter may be a captured one.
    """
    killed = {_count(told) for told in found if told.measure == "killed" and stated(told.statement.quantity) is not None}
    return [
        replace(told, measure="killed", also=told.measure) if told.measure == "neutralised" and _count(told) in killed else told
        for told in found
    ]


def _split(found: list[Told]) -> list[Told]:
    """The statements, those that make up a total of the same article being read as its parts.

    "At least 14 people were killed, eight in one town and six in the next": the sum is only compared, never shown.
    """
    held: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for told in found:
        if told.scope == "incident" and told.event and stated(told.statement.quantity) is not None:
            held[told.statement.article, told.event, told.measure, told.thing].append(told)
    parts = {told.node for members in held.values() for told in _made_up(members)}
    return [replace(told, scope="part_of") if told.node in parts else told for told in found]


def _made_up(members: list[Told]) -> list[Told]:
    """The statements that add up to another of theirs."""
    values = {told.node: value for told in members if (value := stated(told.statement.quantity)) is not None}
    whole = max(values.values())
    rest = [told for told in members if values[told.node] < whole]
    return rest if len(rest) > 1 and sum(values[told.node] for told in rest) == whole else []


def _count(told: Told) -> tuple[object, ...]:
    """What makes two statements of one article the same count."""
    return told.statement.article, told.event, told.scope, told.thing, told.origin.independent, stated(told.statement.quantity)
