"""Figures: compared with the sentence that states them, and with the claim they were said in."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from schemas import Check, Figure, ValidatedClaim, ValidatedFigure
from schemas.validation import Decision
from summarizer.validation import standin as figures
from summarizer.validation.context import Context
from summarizer.validation.events import worst
from summarizer.validation.references import finding

__all__ = ["Speech", "figure"]


class Speech(NamedTuple):
    """Who states a figure, and what had to be said about it."""

    speakers: tuple[str, ...]
    """Ids of the parties."""
    findings: tuple[Check, ...] = ()
    """Findings."""
    sure: bool = True
    """Whether the answer and the text agree on it."""


def figure(
    said: Figure, context: Context, claims: Mapping[str, ValidatedClaim], issuer: str | None, lost: Sequence[Check] = ()
) -> tuple[ValidatedFigure, tuple[Check, ...]]:
    """The figure with its place, value and speakers, and the findings about them; `lost` are findings about its ids."""
    check = _judge(said, context)
    place = check.evidence[0] if check.evidence and check.decision != "rejected" else None
    start, end = (place.start, place.end) if place else (None, None)
    speech = _speech(said, start, end, claims, issuer)
    soft: Decision = "accepted" if speech.sure and not lost else "review"
    validated = ValidatedFigure(
        id=said.id,
        said=said,
        start=start,
        end=end,
        quantity=check.quantity,
        speakers=speech.speakers,
        check=check,
        decision=worst([check.decision, soft]),
    )
    return validated, speech.findings


def _judge(said: Figure, context: Context) -> Check:
    """The verdict of `figures.judge`, with what the article's own parts add: boilerplate states nothing."""
    kind = context.boilerplate(said.sentence)
    if kind is not None:
        return _rejected(said, f"Sentence {said.sentence} is not news ({kind}); its figures count for nothing.", context)
    asked, note = said, ""
    if not context.exists(said.sentence):
        place = context.find(said.text, said.sentence)
        if place is None or place.elsewhere or place.boilerplate is not None or place.match.how == "near":
            return _rejected(said, f"The article has no sentence {said.sentence}; the words have no one place in it.", context)
        asked = said.model_copy(update={"sentence": place.number})
        note = f" The answer cites sentence {said.sentence}, which does not exist."
    check = figures.judge(asked, context.article)
    if check.decision != "rejected" and check.evidence and context.boilerplate(check.evidence[0].sentence) is not None:
        return _rejected(said, "The figure stands only in what is not news.", context)
    return check.model_copy(update={"item": f"{said.id}.text", "explanation": check.explanation + note})


def _rejected(said: Figure, explanation: str, context: Context) -> Check:
    return Check(
        of="figure",
        item=f"{said.id}.text",
        text=said.text,
        start=0,
        end=len(said.text),
        verdict="unsupported",
        explanation=explanation,
        evidence=context.cited(said.sentence),
    )


def _speech(said: Figure, start: int | None, end: int | None, claims: Mapping[str, ValidatedClaim], issuer: str | None) -> Speech:
    """The speakers: of the claim that holds the figure; else of the party whose own statement the text is; else nobody."""
    own = (issuer,) if issuer is not None else ()
    if start is None or end is None:
        return Speech(own)
    named = claims.get(said.claim) if said.claim is not None else None
    if named is not None and _holds(named, start, end):
        return Speech(named.said.speakers or own)
    item = f"{said.id}.claim"
    holder = min((claim for claim in claims.values() if _holds(claim, start, end)), key=_length, default=None)
    if holder is not None:
        other = f"those of {named.id} do not" if named is not None else "the answer names no claim"
        words = f"The words of {holder.id} hold the figure, {other}; its speakers are taken."
        return Speech(holder.said.speakers or own, (finding(item, holder.id, words, "derived"),), named is None)
    if named is not None:
        words = f"The words of {named.id} do not hold the figure; its speaker is not taken for the figure's."
        return Speech(own, (finding(item, named.id, words, "unclear"),), False)
    return Speech(own)


def _holds(claim: ValidatedClaim, start: int, end: int) -> bool:
    return claim.start is not None and claim.end is not None and claim.start <= start and end <= claim.end


def _length(claim: ValidatedClaim) -> int:
    return (claim.end or 0) - (claim.start or 0)
