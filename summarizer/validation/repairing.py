"""One small second request: which checks it lists, what its answer may change, and what stays shown."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from schemas import (
    Check,
    Claim,
    Event,
    Extraction,
    Figure,
    Party,
    Provenance,
    Repair,
    Usage,
    ValidatedClaim,
    ValidatedEvent,
    ValidatedExtraction,
    ValidatedFigure,
    ValidatedParty,
)
from summarizer.validation.findings import finding

__all__ = ["amend", "asked", "failing", "mended"]

Item = Claim | Event | Figure | Party
Said = TypeVar("Said", bound=Item)
Validated = TypeVar("Validated", ValidatedClaim, ValidatedEvent, ValidatedFigure, ValidatedParty)

MINOR = (".about", ".also", ".part_of", ".places", ".said", ".sentences", "issuer")
"""Fields whose failing words are simply left out: a second request costs more than they are worth, or could not mend them."""

WITHDRAWN = "The answer withdrew it when asked again."


def failing(validated: ValidatedExtraction) -> tuple[Check, ...]:
    """The rejected checks that one repair request should list: items and references the briefing would lose, each once."""
    checks: list[Check] = [item.check for item in validated.parties]
    checks.extend(item.check for item in validated.figures)
    checks.extend(item.check for item in validated.claims)
    for event in validated.events:
        minor = event.decision != "rejected"
        checks.extend(check for check in event.checks if not (minor and _is_minor(check)))
    checks.extend(check for check in validated.checks if not _is_minor(check))
    return tuple(dict.fromkeys(check for check in checks if check.decision == "rejected"))


def amend(extraction: Extraction, repair: Repair) -> Extraction:
    """A new extraction with the corrected items in place of the old ones, new ones behind them and dropped ones left out."""
    dropped = frozenset(repair.dropped)
    return Extraction(
        issuer=extraction.issuer,
        parties=_replaced(extraction.parties, repair.parties, dropped),
        events=_replaced(extraction.events, repair.events, dropped),
        figures=_replaced(extraction.figures, repair.figures, dropped),
        claims=_replaced(extraction.claims, repair.claims, dropped),
    )


def asked(validated: ValidatedExtraction) -> tuple[str, ...]:
    """Ids of the items that the failing checks are about, and the ids they miss: a repair may touch these and no others."""
    checks = failing(validated)
    ids = [(check.item or "").partition(".")[0] for check in checks]
    missing = [check.text for check in checks if check.of == "reference" and not (check.item or "").endswith(".sentences")]
    return tuple(dict.fromkeys(word for word in [*ids, *missing] if word))


def allowed(repair: Repair, ids: Iterable[str]) -> tuple[Repair, tuple[Check, ...]]:
    """The repair without changes nobody asked for, and a finding for each of these."""
    known = frozenset(ids)
    items: list[Item] = [*repair.parties, *repair.events, *repair.figures, *repair.claims]
    others = dict.fromkeys(each for each in (*(item.id for item in items), *repair.dropped) if each not in known)
    kept = Repair(
        figures=tuple(item for item in repair.figures if item.id in known),
        claims=tuple(item for item in repair.claims if item.id in known),
        events=tuple(item for item in repair.events if item.id in known),
        parties=tuple(item for item in repair.parties if item.id in known),
        dropped=tuple(each for each in repair.dropped if each in known),
    )
    words = "The second answer changes an item that it was not asked about; the change is left out."
    return kept, tuple(finding(each, each, words, "unclear") for each in others)


def mended(
    before: ValidatedExtraction, after: ValidatedExtraction, repair: Repair, findings: Sequence[Check], usage: Usage | None
) -> ValidatedExtraction:
    """The second validation with what was withdrawn kept as rejected, the first answer as it was, and the tokens of both."""
    gone = frozenset(repair.dropped)
    return after.model_copy(
        update={
            "parties": _with_rejected(after.parties, before.parties, gone),
            "events": _with_rejected(after.events, before.events, gone),
            "figures": _with_rejected(after.figures, before.figures, gone),
            "claims": _with_rejected(after.claims, before.claims, gone),
            "checks": (*after.checks, *findings),
            "raw": before.raw,
            "repair": repair,
            "provenance": _provenance(before.provenance, asked(before), usage),
        }
    )


def _is_minor(check: Check) -> bool:
    return (check.item or "").endswith(MINOR)


def _replaced(items: tuple[Said, ...], corrected: tuple[Said, ...], dropped: frozenset[str]) -> tuple[Said, ...]:
    better = {item.id: item for item in corrected}
    old = {item.id for item in items}
    kept = [better.get(item.id, item) for item in items if item.id not in dropped]
    return (*kept, *(item for key, item in better.items() if key not in old and key not in dropped))


def _with_rejected(after: tuple[Validated, ...], before: tuple[Validated, ...], gone: frozenset[str]) -> tuple[Validated, ...]:
    """The items with those that were withdrawn behind them, rejected as they were."""
    present = {item.id for item in after}
    back = tuple(item.model_copy(update=_withdrawal(item)) for item in before if item.id in gone and item.id not in present)
    return after + back


def _withdrawal(item: ValidatedClaim | ValidatedEvent | ValidatedFigure | ValidatedParty) -> dict[str, object]:
    """What changes in an item when it is withdrawn."""
    if isinstance(item, ValidatedEvent):
        return {"decision": "rejected", "checks": tuple(_said(check) for check in item.checks)}
    if isinstance(item, ValidatedParty):
        return {"check": _said(item.check)}
    return {"decision": "rejected", "check": _said(item.check)}


def _said(check: Check) -> Check:
    if check.decision != "rejected":
        return check
    return check.model_copy(update={"explanation": f"{check.explanation} {WITHDRAWN}"})


def _provenance(before: Provenance | None, ids: tuple[str, ...], usage: Usage | None) -> Provenance | None:
    if before is None:
        return None
    total = before.usage
    if usage is not None:
        total = Usage(
            input=total.input + usage.input,
            cached=total.cached + usage.cached,
            output=total.output + usage.output,
            reasoning=total.reasoning + usage.reasoning,
            requests=total.requests + usage.requests,
            attempts=total.attempts + usage.attempts,
            estimated=total.estimated or usage.estimated,
        )
    return before.model_copy(update={"usage": total, "repaired": tuple(dict.fromkeys((*before.repaired, *ids)))})
