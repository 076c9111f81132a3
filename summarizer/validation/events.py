"""Events: told by sentences of the news, dated and placed in the text's words, titled without figures of its own."""

from collections.abc import Sequence

from schemas import Check, Event, ValidatedEvent
from schemas.validation import Decision
from summarizer import figures
from summarizer.validation.context import Context
from summarizer.validation.dates import date
from summarizer.validation.findings import Findings, finding
from summarizer.validation.names import name

__all__ = ["event"]

ELISION = "[…]"
"""Stands where a figure was taken out of a title."""


def event(said: Event, context: Context, findings: Findings) -> ValidatedEvent:
    """The event as far as the text bears it: what is not there is taken out, said, and makes it one to review."""
    told = context.news(said.sentences)
    checks = [*findings.take("event", said.id), *_sentences(said, context)]
    when, dated = date(said.date, f"{said.id}.date", told, context) if said.date is not None else (None, None)
    placed = [name(place, f"{said.id}.places", context) for place in said.places]
    title, counted = _title(said, told, context)
    checks.extend([*([dated] if dated else []), *placed, *counted])
    kept = {
        "date": said.date if when is not None else None,
        "places": tuple(check.text for check in placed if check.decision != "rejected"),
        "title": title,
    }
    changed = {field: value for field, value in kept.items() if value != getattr(said, field)}
    return ValidatedEvent(
        id=said.id,
        said=said.model_copy(update=changed) if changed else said,
        when=when,
        sentences=told,
        checks=tuple(checks),
        decision=_decision(told, checks),
    )


def _decision(told: tuple[int, ...], checks: Sequence[Check]) -> Decision:
    """Rejected where no sentence tells it; to review where anything said of it is not plainly there."""
    if not told:
        return "rejected"
    open_points = [check for check in checks if check.decision != "accepted" and check.verdict != "derived"]
    return "review" if open_points else "accepted"


def _sentences(said: Event, context: Context) -> list[Check]:
    """Findings on the sentence numbers."""
    found = []
    item = f"{said.id}.sentences"
    for number in dict.fromkeys(said.sentences):
        kind = context.boilerplate(number)
        if not context.exists(number):
            found.append(finding(item, str(number), f"The article has no sentence {number}."))
        elif kind is not None:
            found.append(finding(item, str(number), f"Sentence {number} is not news ({kind})."))
    if not said.sentences:
        found.append(finding(item, "", "The answer names no sentence that tells it."))
    return found


def _title(said: Event, told: tuple[int, ...], context: Context) -> tuple[str, list[Check]]:
    """The title without figures that its sentences lack, and the checks of its figures against these sentences alone."""
    if not figures.find(said.title):
        return said.title, []
    report = figures.check(said.title, [context.source.only(told)])
    title = said.title
    for check in reversed(report.rejected):
        title = title[: check.start] + ELISION + title[check.end :]
    return title, [check.model_copy(update={"item": f"{said.id}.title"}) for check in report.checks]
