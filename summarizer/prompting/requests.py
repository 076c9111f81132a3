"""Requests: the three things that a model is asked for."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from schemas.article import Article
from schemas.briefing import Briefing, Lead
from schemas.cluster import ClaimGroup, EventCluster, FigureGroup
from schemas.extraction import Claim, Event, Extraction, Figure, Party
from schemas.validation import Check
from summarizer.prompting.layout import Message, article_block, fence, messages
from summarizer.prompting.windows import Window, readable

__all__ = ["bottom_line", "prompt", "repair"]

NEIGHBOURS = 1
"""Sentences before and after a cited one that a repair shows: "he" and "the group" point that far."""
OPENING = 3
"""Sentences that a repair shows of an article where nothing points to any."""
BEGINNING = 60
"""Code points of a claim by which a repair of a figure names it."""
EVENTS = 6
"""Events that a bottom line is written from at most; it has five sentences."""
FIGURES = 12
"""Figure groups that a bottom line is written from at most."""
CLAIMS = 10
"""Claim groups that a bottom line is written from at most."""

Item = Claim | Event | Figure | Party


def prompt(article: Article, window: Window | None = None) -> tuple[Message, ...]:
    """The request for an extraction of `article`, or of one window of it."""
    block = article_block(article, window.sentences if window else [sentence.number for sentence in readable(article)])
    if window is None or window.count == 1:
        return messages("extract", [block])
    part = f"This is part {window.number} of {window.count} of a long article. Record what these sentences state."
    return messages("extract", [part, block])


def repair(article: Article, extraction: Extraction, checks: Sequence[Check]) -> tuple[Message, ...]:
    """The request to correct the items that `checks` reject, with the reasons and the sentences that concern them."""
    wrong: dict[str, list[Check]] = {}
    for check in checks:
        if check.item is not None:
            wrong.setdefault(check.item.partition(".")[0], []).append(check)
    items = {id: (kind, item) for kind, id, item in _items(extraction) if id in wrong}
    known = {party.id: party.name for party in extraction.parties} | {event.id: event.title for event in extraction.events}
    if any(isinstance(item, Figure) for _, item in items.values()):
        known |= {claim.id: claim.content[:BEGINNING] for claim in extraction.claims}
    rows: list[dict[str, object]] = [{"ids": known}]
    rows += [
        {
            "kind": kind,
            "record": item.model_dump(mode="json", exclude_defaults=True),
            "wrong": [_reason(check) for check in wrong[id]],
        }
        for id, (kind, item) in items.items()
    ]
    numbers = _concerned(article, [item for _, item in items.values()], [check for id in items for check in wrong[id]])
    return messages("repair", [fence("items", map(_json, rows)), article_block(article, numbers)])


def bottom_line(briefing: Briefing, lead: Lead | None = None, checks: Sequence[Check] = ()) -> tuple[Message, ...]:
    """The request for the bottom line of `briefing`, from its first events, their figures and claims, and the totals.

    With an earlier `lead` and the checks that it failed, the same request once more with the lines that are wrong.
    """
    story = briefing.story
    events = story.events[:EVENTS]
    figures = [*(figure for event in events for figure in event.figures), *story.totals, *story.figures][:FIGURES]
    told = {id for event in events for id in event.claims}
    claims = [claim for claim in story.claims if claim.id in told or told.intersection(claim.opposes)][:CLAIMS]
    rows = [*map(_event, events), *map(_figure, figures), *map(_claim, claims)]
    parts = [fence("records", (_json(_filled(row)) for row in rows))]
    if lead is not None and checks:
        parts.append(fence("lines", map(_json, _failed(lead, checks))))
    return messages("bottom_line", parts)


def _failed(lead: Lead, checks: Sequence[Check]) -> Iterator[dict[str, object]]:
    """Every line of the lead, with what is wrong with it."""
    for number, line in enumerate(lead.lines, 1):
        wrong = [check.explanation for check in checks if check.item == f"line {number}"]
        yield _filled({"line": line.text, "items": line.items, "wrong": wrong})


def _json(row: Mapping[str, object]) -> str:
    """One line of JSON."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _filled(row: Mapping[str, object]) -> dict[str, object]:
    """The row without what is empty."""
    return {key: value for key, value in row.items() if value not in (None, "", (), [])}


def _items(extraction: Extraction) -> Iterator[tuple[str, str, Item]]:
    """Every item with its kind and id."""
    yield from (("party", party.id, party) for party in extraction.parties)
    yield from (("event", event.id, event) for event in extraction.events)
    yield from (("figure", figure.id, figure) for figure in extraction.figures)
    yield from (("claim", claim.id, claim) for claim in extraction.claims)


def _reason(check: Check) -> str:
    """What was found wrong, with the field where one is named."""
    _, _, field = (check.item or "").partition(".")
    return f"{field}: {check.explanation}" if field else check.explanation


def _cited(item: Item) -> tuple[int, ...]:
    """Numbers of the sentences that an item cites."""
    if isinstance(item, Event):
        return item.sentences
    return () if isinstance(item, Party) else (item.sentence,)


def _concerned(article: Article, items: Iterable[Item], checks: Iterable[Check]) -> list[int]:
    """Numbers of the sentences that a repair needs: cited or found as evidence, with their neighbours; never boilerplate."""
    order = [sentence.number for sentence in readable(article)]
    place = {number: index for index, number in enumerate(order)}
    named = {number for item in items for number in _cited(item)}
    named |= {found.sentence for check in checks for found in (*check.evidence, *([check.rival] if check.rival else []))}
    wanted = {
        order[near]
        for number in named & place.keys()
        for near in range(place[number] - NEIGHBOURS, place[number] + NEIGHBOURS + 1)
        if 0 <= near < len(order)
    }
    return sorted(wanted) or order[:OPENING]


def _event(event: EventCluster) -> dict[str, object]:
    """One event as the model reads it."""
    return {
        "id": event.id,
        "kind": "event",
        "what": event.title,
        "when": event.when.text if event.when else None,
        "where": event.places,
        "by": event.by,
        "against": event.against,
        "outcome": [outcome for outcome in event.outcomes if outcome != "not_stated"],
        "status": event.status,
        "salience": event.salience,
    }


def _figure(figure: FigureGroup) -> dict[str, object]:
    """One group of figures as the model reads it."""
    stated = {(statement.words, statement.speakers, statement.hedged): None for statement in figure.statements}
    return {
        "id": figure.id,
        "kind": "figure",
        "event": figure.event,
        "counted": figure.counted,
        "measure": figure.measure,
        "of": figure.parties,
        "scope": figure.scope,
        "stated": [_filled({"words": words, "by": by, "hearsay": hedged or None}) for words, by, hedged in stated],
        "status": figure.status,
        "origins": len(figure.origins),
    }


def _claim(claim: ClaimGroup) -> dict[str, object]:
    """One group of claims as the model reads it."""
    return {
        "id": claim.id,
        "kind": "claim",
        "by": claim.speakers,
        "act": claim.act,
        "words": claim.content,
        "hearsay": claim.hedged or None,
        "about": claim.about,
        "opposes": claim.opposes,
    }
