"""Claims: the words must stand in the text in one piece; whether they are quoted and hedged is read from it."""

from schemas import Check, Claim, ValidatedClaim
from schemas.validation import Verdict
from summarizer import alignment
from summarizer.validation import standin as figures
from summarizer.validation.context import Context, Place
from summarizer.validation.dates import first_date
from summarizer.validation.words import HEDGE, NEGATION

__all__ = ["claim", "passage"]


def claim(said: Claim, context: Context) -> ValidatedClaim:
    """The claim with the place of its words, their quotation marks, the hedges around them and the date they were said."""
    place = context.find(said.content, said.sentence)
    check = passage(said.content, f"{said.id}.content", said.sentence, place, context)
    stands = place is not None and check.decision != "rejected"
    start, end = (place.match.start, place.match.end) if place is not None and stands else (None, None)
    return ValidatedClaim(
        id=said.id,
        said=said,
        start=start,
        end=end,
        mode="paraphrase" if start is None or end is None else context.quotations.mode(start, end),
        hedged=_hedged(said.sentence if start is None else context.number_at(start), context),
        when=first_date(said.said, context),
        check=check,
        decision=check.decision,
    )


def passage(words: str, item: str, number: int, place: Place | None, context: Context) -> Check:
    """Whether copied words stand where the answer says; near finds are shown with what differs."""
    verdict, explanation = _verdict(words, number, place, context)
    evidence = context.cited(number) if place is None else context.evidence(place.match.start, place.match.end)
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
    if _numbers(words) != _numbers(there) or len(NEGATION.intersection(ours)) != len(NEGATION.intersection(theirs)):
        return "contradicted", f"Sentence {place.number} says otherwise: “{there}”."
    return "imprecise", f"The words are not copied; sentence {place.number} has “{there}”."


def _numbers(words: str) -> list[str]:
    """The figures of a passage, folded, so that only their values count."""
    return sorted(str(found.quantity) for found in figures.find(words))


def _hedged(number: int, context: Context) -> bool:
    sentence = context.sentence(number)
    return sentence is not None and HEDGE.search(context.text, sentence.start, sentence.end) is not None
