"""Figures: compared with the sentence that states them, and with the claim they were said in."""

from schemas import Check, Evidence, Figure, Quantity, ValidatedFigure
from summarizer import alignment, figures
from summarizer.validation.context import Context
from summarizer.validation.decisions import worst
from summarizer.validation.findings import Findings, finding
from summarizer.validation.passages import Passages, holds

__all__ = ["figure"]


def figure(said: Figure, context: Context, passages: Passages, issuer: str | None, findings: Findings) -> ValidatedFigure:
    """The figure with its place, its value in the text, and the parties that state it."""
    check = _judge(said, context)
    place = check.evidence[0] if check.evidence and check.decision != "rejected" else None
    speakers = _speakers(said, place, passages, issuer, findings)
    _counted(said, context, findings)
    open_points = [each for each in findings.of("figure", said.id) if each.verdict != "derived"]
    return ValidatedFigure(
        id=said.id,
        said=said,
        start=place.start if place else None,
        end=place.end if place else None,
        quantity=_quantity(check, place, context),
        speakers=speakers,
        check=check,
        decision=worst([check.decision, "review" if open_points else "accepted"]),
    )


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
    check = _settled(_placed(_copied(figures.judge(asked, context.source), asked, context), asked, context), asked, context)
    if check.decision != "rejected" and check.evidence and context.boilerplate(check.evidence[0].sentence) is not None:
        return _rejected(said, "The figure stands only in what is not news.", context)
    return check.model_copy(update={"item": f"{said.id}.text", "explanation": check.explanation + note})


def _copied(check: Check, said: Figure, context: Context) -> Check:
    """A doubted figure whose words and counted words were copied from the cited sentence is judged by what stands there.

    An answer may cut the unit off ("30" of "30-day", "200" with "kilometers north"); it may not cut a bound off or pass a date.
    """
    sentence = context.sentence(said.sentence)
    if check.decision == "accepted" or check.verdict == "imprecise" or sentence is None:
        return check
    spot = next(alignment.finds(said.text, context.text, start=sentence.start, end=sentence.end), None)
    other = next(alignment.finds(said.counted, context.text, start=sentence.start, end=sentence.end), None)
    there = context.figure(said.sentence, spot.start, spot.end) if spot is not None else None
    if spot is None or other is None or there is None:
        return check
    start, end, value = there
    own = figures.quantity(said.text)
    verdict = figures.compare(own, value) if own is not None else "unclear"
    if verdict == "contradicted":
        return check
    if verdict == "unsupported":
        verdict = "equivalent" if 0 <= other.start - spot.end <= 1 else "imprecise"
    words = f"Sentence {said.sentence} has “{context.text[start:end]}”."
    found = {"evidence": context.evidence(start, end), "quantity": value, "rival": None}
    return check.model_copy(update={"verdict": verdict, "explanation": words, **found})


def _settled(check: Check, said: Figure, context: Context) -> Check:
    """Words that are part of a date ("1" of "1 July") or of another number ("2" of "2,000") are no figure of the text."""
    place = check.evidence[0] if check.evidence and check.decision == "accepted" else None
    there = context.figure(place.sentence, place.start, place.end) if place is not None else None
    if there is None:
        return check
    whole = context.text[there[0] : there[1]]
    if there[2].kind == "date":
        return check.model_copy(update={"verdict": "unsupported", "explanation": f"“{whole}” is a date, not a figure."})
    own = check.quantity or figures.quantity(said.text)
    if own is not None and figures.compare(own, there[2]) == "contradicted":
        return check.model_copy(update={"verdict": "contradicted", "explanation": f"The text says “{whole}”."})
    return check


def _placed(check: Check, said: Figure, context: Context) -> Check:
    """A figure whose words hold no number the grammar knows is at least looked up as words."""
    if check.evidence or check.decision == "rejected":
        return check
    place = context.find(said.text, said.sentence)
    if place is None or place.match.how == "near":
        words = "The words do not stand in the text."
        return check.model_copy(update={"verdict": "unsupported", "explanation": words, "evidence": context.cited(said.sentence)})
    return check.model_copy(update={"evidence": context.evidence(place.match.start, place.match.end)})


def _quantity(check: Check, place: Evidence | None, context: Context) -> Quantity | None:
    """The value that the text's words have; None where they were not found."""
    if place is None:
        return None
    return context.quantity(place.sentence, place.start, place.end) or check.quantity


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


def _speakers(
    said: Figure, place: Evidence | None, passages: Passages, issuer: str | None, findings: Findings
) -> tuple[str, ...]:
    """Who states it: the speakers of the claim that holds it; else the party whose own statement the text is; else nobody."""
    own = (issuer,) if issuer is not None else ()
    if place is None:
        return own
    named = passages.claims.get(said.claim) if said.claim is not None else None
    if named is not None and holds(named, place.start, place.end):
        return named.said.speakers or own
    item = f"{said.id}.claim"
    holder = passages.holder(place.start, place.end)
    if named is not None:
        words = f"The words of {named.id} do not hold the figure; its speaker is not taken for the figure's."
        findings.note("figure", said.id, finding(item, named.id, words, "unclear"))
    if holder is None:
        return own
    words = f"The words of {holder.id} hold the figure; its speakers are taken for the figure's."
    findings.note("figure", said.id, finding(item, holder.id, words, "derived"))
    return holder.said.speakers or own


def _counted(said: Figure, context: Context, findings: Findings) -> None:
    """What is counted is printed beside the figure, so it must be the text's words as well."""
    if context.first(said.counted) is None:
        words = "What is counted is not copied from the text."
        findings.note("figure", said.id, finding(f"{said.id}.counted", said.counted, words, "imprecise", of="quote"))
