"""A briefing as plain rows: one for each statement of a figure, with where it stands and how it was checked."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from schemas import Briefing, Check, EventCluster, FigureGroup, Source, Statement, ValidatedExtraction
from summarizer.rendering import choice, words

__all__ = ["COLUMNS", "Row", "Value", "figures", "of_article"]

Value = str | int | Decimal | date | bool | None
Row = dict[str, Value]

COLUMNS = (
    "article",
    "publisher",
    "published",
    "headline",
    "event",
    "event_type",
    "event_status",
    "date_start",
    "date_end",
    "date_words",
    "place",
    "group",
    "standing",
    "measure",
    "counted",
    "scope",
    "words",
    "low",
    "high",
    "qualifier",
    "kind",
    "unit",
    "speakers",
    "origin",
    "hearsay",
    "decision",
    "verdict",
    "explanation",
    "sentence",
    "start",
    "end",
    "quote",
    "text_id",
    "figure_id",
)
"""Columns of a row, in order."""


def figures(briefing: Briefing) -> list[Row]:
    """One row for each statement, by event; then the rejected figures, which carry no value that could be counted."""
    sources = {source.article: source for source in briefing.sources}
    checks = {(one.article.id, figure.id): figure.check for one in briefing.extractions for figure in one.figures}
    rows = [stated(event, group, said, sources, checks) for event, group in choice.groups(briefing) for said in group.statements]
    return rows + list(rejected(briefing, sources))


def stated(
    event: EventCluster | None,
    group: FigureGroup,
    said: Statement,
    sources: dict[str, Source],
    checks: dict[tuple[str, str], Check],
) -> Row:
    """The row of one statement."""
    check, quantity = checks.get((said.article, said.figure)), said.quantity
    row: Row = {
        **cited(sources.get(said.article), said.name),
        **happened(event),
        "group": group.id,
        "standing": group.status,
        "measure": group.measure,
        "counted": said.counted,
        "scope": group.scope,
        "words": said.words,
        "low": None if quantity is None else quantity.low,
        "high": None if quantity is None else quantity.high,
        "qualifier": None if quantity is None else quantity.qualifier,
        "kind": None if quantity is None else quantity.kind,
        "unit": None if quantity is None else quantity.unit,
        "speakers": "; ".join(said.speakers),
        "origin": said.origin,
        "hearsay": said.hedged,
        "decision": said.decision,
        "verdict": None if check is None else check.verdict,
        "explanation": None if check is None else check.explanation,
        "sentence": said.evidence.sentence,
        "start": said.evidence.start,
        "end": said.evidence.end,
        "quote": said.evidence.quote,
        "text_id": said.article,
        "figure_id": said.figure,
    }
    return {name: row[name] for name in COLUMNS}


def cited(source: Source | None, name: str) -> Row:
    """The columns of the article."""
    if source is None:
        return {"article": name, "publisher": None, "published": None, "headline": None}
    return {
        "article": source.label,
        "publisher": source.publisher,
        "published": source.published,
        "headline": source.headline or source.name,
    }


def happened(event: EventCluster | None) -> Row:
    """The columns of the event; empty for a figure of no event."""
    known = None if event is None else event.when
    return {
        "event": None if event is None else event.title,
        "event_type": None if event is None else event.type,
        "event_status": None if event is None else event.status,
        "date_start": None if known is None else known.start,
        "date_end": None if known is None else known.end,
        "date_words": None if known is None else known.text,
        "place": None if event is None else "; ".join(event.places),
    }


def rejected(briefing: Briefing, sources: dict[str, Source]) -> Iterator[Row]:
    """Rows of figures that the text does not support: their words and the reason, no value."""
    for one in briefing.extractions:
        for figure in one.figures:
            if figure.decision == "rejected":
                row: Row = dict.fromkeys(COLUMNS)
                row |= cited(sources.get(one.article.id), one.article.name)
                row |= {"measure": figure.said.measure, "counted": figure.said.counted, "scope": figure.said.scope}
                row |= {"words": figure.said.text, "text_id": one.article.id, "figure_id": figure.id}
                yield row | judged(figure.check, "rejected")


def judged(check: Check, decision: str) -> Row:
    """The columns of a check."""
    return {"decision": decision, "verdict": check.verdict, "explanation": check.explanation}


def of_article(one: ValidatedExtraction) -> list[Row]:
    """One row for each figure of one article, rejected ones without a value."""
    names = {party.id: party.said.name for party in one.parties}
    titles = {event.id: event.said.title for event in one.events}
    rows: list[Row] = []
    for figure in one.figures:
        quantity = figure.quantity if figure.decision != "rejected" else None
        number = next(
            (s.number for s in one.article.sentences if figure.start is not None and s.start <= figure.start < s.end), None
        )
        rows.append(
            {
                "article": one.article.name,
                "event": titles.get(figure.said.event or ""),
                "measure": figure.said.measure,
                "counted": figure.said.counted,
                "scope": figure.said.scope,
                "words": figure.said.text,
                "low": None if quantity is None else quantity.low,
                "high": None if quantity is None else quantity.high,
                "qualifier": None if quantity is None else quantity.qualifier,
                "unit": None if quantity is None else quantity.unit,
                "speakers": "; ".join(names.get(speaker, speaker) for speaker in figure.speakers),
                **judged(figure.check, figure.decision),
                "sentence": number,
                "start": figure.start,
                "end": figure.end,
                "quote": words.plain(one.article.sentence(number)) if number else None,
            }
        )
    return rows
