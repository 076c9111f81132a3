"""Claims: the words must stand in the text in one piece; whether they are quoted and hedged is read from it."""

from schemas import Check, Claim, ValidatedClaim
from schemas.validation import Decision, Verdict
from summarizer import alignment, figures
from summarizer.text import fold
from summarizer.validation.context import Context, Place
from summarizer.validation.dates import first_date
from summarizer.validation.decisions import worst
from summarizer.validation.findings import Findings, finding
from summarizer.validation.names import Parties
from summarizer.validation.passages import Inside, Passages
from summarizer.validation.words import negations

__all__ = ["claim", "followed", "passage"]


def claim(said: Claim, context: Context, findings: Findings) -> ValidatedClaim:
    """The claim with the place of its words, their quotation marks and the date they were said."""
    place = context.find(said.content, said.sentence) or context.joined(said.content, said.sentence)
    check = passage(said.content, f"{said.id}.content", said.sentence, place, context)
    span = (place.match.start, place.match.end) if place is not None and check.decision != "rejected" else None
    said = _said(said, context, findings)
    return ValidatedClaim(
        id=said.id,
        said=said,
        start=span[0] if span else None,
        end=span[1] if span else None,
        mode=context.quotations.mode(*span) if span else "paraphrase",
        hedged=False,
        when=first_date(said.said, context),
        check=check,
        decision=check.decision,
    )


def followed(each: ValidatedClaim, passages: Passages, figures: Inside, parties: Parties, findings: Findings) -> ValidatedClaim:
    """The claim with what depends on the other items: hedges, figures inside, and whether its speakers can be followed."""
    for speaker in each.said.speakers:
        trouble = parties.unheard(speaker, each)
        if trouble is not None:
            findings.note("claim", each.id, finding(f"{each.id}.speakers", speaker, trouble, "unclear"))
    soft: Decision = "review" if findings.of("claim", each.id) else "accepted"
    hedged = _hedged(each, passages, parties.context)
    return each.model_copy(update={"hedged": hedged, "figures": figures.of(each), "decision": worst([each.decision, soft])})


def _said(said: Claim, context: Context, findings: Findings) -> Claim:
    """The claim without words of time and place that the text lacks."""
    if said.said is None or context.first(said.said) is not None:
        return said
    words = "The words do not stand in the text."
    findings.note("claim", said.id, finding(f"{said.id}.said", said.said, words, of="quote"))
    return said.model_copy(update={"said": None})


def passage(words: str, item: str, number: int, place: Place | None, context: Context) -> Check:
    """Whether copied words stand where the answer says; near finds are shown with what differs."""
    verdict, explanation = _verdict(words, number, place, context)
    places = () if place is None else place.more or (place.match,)
    evidence = tuple(each for match in places for each in context.evidence(match.start, match.end)) or context.cited(number)
    return Check(
        of="quote", item=item, text=words, start=0, end=len(words), verdict=verdict, explanation=explanation, evidence=evidence
    )


def _verdict(words: str, number: int, place: Place | None, context: Context) -> tuple[Verdict, str]:
    if place is None:
        return "unsupported", "The words do not stand in the text in one piece."
    if place.boilerplate is not None:
        return (
            "unsupported",
            f"The words stand only in what is not news (sentence {place.number}, {place.boilerplate}).",
        )
    if place.more:
        return "imprecise", f"The words are put together from {len(place.more) + 1} passages, from sentence {place.number} on."
    if place.match.how == "near":
        return _near(words, context.text[place.match.start : place.match.end], place)
    like = "word for word" if place.match.how == "exact" else "but for capitals, spaces and punctuation"
    if place.cited:
        return ("supported" if place.match.how == "exact" else "equivalent"), f"Sentence {place.number} has the words, {like}."
    cited = f"sentence {number}" if context.exists(number) else f"sentence {number}, which does not exist"
    if place.elsewhere:
        return "unclear", f"The words stand in sentence {place.number} and {place.elsewhere} more, but not in {cited}."
    return "supported", f"The words stand in sentence {place.number}, {like}; the answer cites {cited}."


def _near(words: str, there: str, place: Place) -> tuple[Verdict, str]:
    """What a near find says: another number or a negation more or less turns it round, other words make it imprecise."""
    ours, theirs = alignment.differences(words, there)
    if _numbers(words) != _numbers(there) or negations(ours) != negations(theirs):
        return "contradicted", f"Sentence {place.number} says otherwise: “{there}”."
    return "imprecise", f"The words are not copied; sentence {place.number} has “{there}”."


def _numbers(words: str) -> list[str]:
    """The figures of a passage by value, its dates by their words: what must agree whatever else differs."""
    found = figures.find(words)
    return sorted(fold(one.text) if one.quantity.kind in ("date", "year") else str(one.quantity) for one in found)


def _hedged(each: ValidatedClaim, passages: Passages, context: Context) -> bool:
    """Whether its sentence hedges it; what stands in the words of another claim hedges that one."""
    number = each.said.sentence if each.start is None else context.number_at(each.start)
    first = context.sentence(number)
    if first is None:
        return False
    low, high = first.start, first.end
    if each.start is not None and each.end is not None:
        last = context.sentence(context.number_at(each.end - 1)) or first
        low = max(low, passages.before(each.start))
        high = min(max(high, last.end), passages.behind(each.end) or len(context.text))
    return context.hedged(low, high)
