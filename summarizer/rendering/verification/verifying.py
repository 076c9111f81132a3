"""The steps of a verification, from the hashes up to the visible page."""

from collections.abc import Callable, Iterator, Sequence

from pydantic import ValidationError

from schemas import (
    Article,
    Briefing,
    Check,
    Evidence,
    Extraction,
    Record,
    ValidatedClaim,
    ValidatedExtraction,
    ValidatedFigure,
    ValidatedParty,
)
from summarizer.names import Aliases
from summarizer.rendering import words
from summarizer.rendering.verification.findings import Finding, Verification
from summarizer.rendering.verification.recomposing import Compose, recomposed, taken
from summarizer.rendering.verification.visible import compared, read
from summarizer.text import digest

__all__ = ["verify"]

Validate = Callable[[Extraction, Article], ValidatedExtraction]


def verify(
    page: str, *, validate: Validate | None = None, compose: Compose | None = None, aliases: Aliases | None = None
) -> Verification:
    """Every hash, offset and check of a page, computed again from the page alone; and whether it shows what its records say.

    `validate` judges an extraction against its article, `compose` makes a briefing, `aliases` are the tables of names that it was
    made with; what is taken as it is without them, the outcome says. Never raises for what the page holds.
    """
    try:
        found = read(page)
        briefing = Briefing.model_validate_json(found.record)
    except (ValueError, ValidationError) as error:
        reason = "its records do not fit this version" if isinstance(error, ValidationError) else str(error)
        return Verification(
            briefing=None, findings=(Finding(kind="data", where="page", message=f"No briefing was found: {reason}."),)
        )
    labels = words.labels(briefing)
    texts = {one.article.id: one.article.text for one in briefing.extractions}
    places = list(evidence(briefing))
    marks, shown = compared(page, briefing, found)
    verdicts = list(rechecked(briefing, validate, labels)) if validate is not None else []
    findings = [*hashes(briefing, labels), *sentences(briefing, labels), *offsets(places, texts, labels)]
    findings += [one for one in verdicts if one is not None]
    findings += recomposed(briefing, compose, aliases) if compose is not None else []
    return Verification(
        briefing=briefing.id,
        articles=len(briefing.extractions),
        offsets=len(places),
        checks=len(verdicts),
        marks=marks,
        story=compose is not None,
        taken=tuple(taken(briefing, composed=compose is not None, aliases=aliases)),
        findings=tuple(dict.fromkeys([*findings, *shown])),
    )


def hashes(briefing: Briefing, labels: dict[str, str]) -> Iterator[Finding]:
    """Articles whose text is not the text that was read, and sources without an article."""
    known = set()
    for one in briefing.extractions:
        known.add(one.article.id)
        if digest(one.article.text) != one.article.id:
            label = labels.get(one.article.id, one.article.name)
            yield Finding(kind="hash", where=label, message="The text of the article was changed: its hash is another.")
    for source in briefing.sources:
        if source.article not in known:
            yield Finding(kind="hash", where=source.label, message="The article is not in the page.")


def sentences(briefing: Briefing, labels: dict[str, str]) -> Iterator[Finding]:
    """Sentences that do not lie in their text one after the other."""
    for one in briefing.extractions:
        here = 0
        for number, sentence in enumerate(one.article.sentences, 1):
            if sentence.number != number or not here <= sentence.start < sentence.end <= len(one.article.text):
                label = labels.get(one.article.id, one.article.name)
                yield Finding(
                    kind="offset", where=f"{label}-s{number}", message="The sentence does not lie where the records say."
                )
            here = max(here, sentence.end)


def evidence(record: object) -> Iterator[Evidence]:
    """Every place inside a record, at any depth."""
    if isinstance(record, Evidence):
        yield record
    elif isinstance(record, Record):
        for name in type(record).model_fields:
            yield from evidence(getattr(record, name))
    elif isinstance(record, tuple):
        for item in record:
            yield from evidence(item)


def offsets(places: Sequence[Evidence], texts: dict[str, str], labels: dict[str, str]) -> Iterator[Finding]:
    """Places whose words do not stand where they are said to stand."""
    for place in dict.fromkeys(places):
        text = texts.get(place.article)
        where = f"{labels.get(place.article, place.name)}-s{place.sentence}"
        if text is None:
            yield Finding(kind="offset", where=where, message="A place lies in an article that the page does not hold.")
        elif text[place.start : place.end] != place.text:
            message = f"“{words.plain(place.text)}” does not stand at {place.start} to {place.end}."
            yield Finding(kind="offset", where=where, message=message)
        elif place.quote not in text:
            yield Finding(kind="offset", where=where, message="The quoted sentence does not stand in the article.")


def rechecked(briefing: Briefing, validate: Validate, labels: dict[str, str]) -> Iterator[Finding | None]:
    """One item for each check of an article's items: a finding, or None where the verdict is the same."""
    for one in briefing.extractions:
        again = validate(restated(one), one.article)
        known = {key: check for item in items(again) for key, check in item}
        label = labels.get(one.article.id, one.article.name)
        for item in items(one):
            for key, check in item:
                yield differing(check, known.get(key), f"{label} {key}")


def restated(one: ValidatedExtraction) -> Extraction:
    """What the records of an article now assert, as a model would have said it."""
    return Extraction(
        issuer=one.issuer,
        parties=tuple(item.said for item in one.parties),
        events=tuple(item.said for item in one.events),
        figures=tuple(item.said for item in one.figures),
        claims=tuple(item.said for item in one.claims),
    )


def items(one: ValidatedExtraction) -> Iterator[list[tuple[str, Check]]]:
    """The checks of every item under a name that does not depend on their order."""
    several: tuple[ValidatedParty | ValidatedFigure | ValidatedClaim, ...] = (*one.parties, *one.figures, *one.claims)
    for item in several:
        yield [(item.id, item.check)]
    for event in one.events:
        yield [(f"{event.id} {check.item} {check.text}", check) for check in event.checks]


def differing(check: Check, again: Check | None, where: str) -> Finding | None:
    """A verdict that is another when it is computed again."""
    if again is not None and (again.verdict, again.text) == (check.verdict, check.text):
        return None
    now = "is not made at all" if again is None else f"is {again.verdict}: {again.explanation}"
    message = f"“{words.plain(check.text)}” is recorded as {check.verdict}; computed again, the check {now}"
    return Finding(kind="check", where=where, message=message)
