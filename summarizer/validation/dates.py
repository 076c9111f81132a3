"""Dates: the words must stand in the text; the calendar date is worked out as far as they allow."""

from schemas import Check, When
from schemas.validation import Verdict
from summarizer import dates
from summarizer.validation.context import Context, Place

__all__ = ["date", "first_date"]


def date(words: str, item: str, sentences: tuple[int, ...], context: Context) -> tuple[When | None, Check]:
    """The date of an event with its check: copied from one of its sentences, or from elsewhere, or from nowhere."""
    place = next((place for number in sentences if (place := context.find(words, number)) is not None and place.cited), None)
    place = place or context.find(words, sentences[0] if sentences else 0)
    when = _resolve(words, place, context)
    verdict, explanation = _verdict(when, place)
    evidence = () if place is None else context.evidence(place.match.start, place.match.end)
    check = Check(
        of="date", item=item, text=words, start=0, end=len(words), verdict=verdict, explanation=explanation, evidence=evidence
    )
    return (when if check.decision != "rejected" else None), check


def first_date(words: str | None, context: Context) -> When | None:
    """The first date in some words ("in a communiqué on Friday"), resolved; None where they hold none."""
    found = next(iter(dates.find(words)), None) if words else None
    if words is None or found is None:
        return None
    anchor, basis = context.anchor
    return dates.resolve(words[found.start : found.end], anchor=anchor, basis=basis)


def _resolve(words: str, place: Place | None, context: Context) -> When | None:
    """The words of the text, not the answer's, against the article's own date."""
    if place is None:
        return None
    anchor, basis = context.anchor
    return dates.resolve(context.text[place.match.start : place.match.end], anchor=anchor, basis=basis)


def _verdict(when: When | None, place: Place | None) -> tuple[Verdict, str]:
    if place is None or when is None:
        return "unsupported", "The words do not stand in the text."
    if place.boilerplate is not None:
        return "unsupported", f"The words stand only in what is not news (sentence {place.number})."
    if place.match.how == "near":
        return "imprecise", f"Sentence {place.number} has “{when.text}”."
    if not place.cited and place.elsewhere:
        return "misattributed", "The words stand in several sentences, none of them one that tells the event."
    where = f"Sentence {place.number} has the words" + ("" if place.cited else ", not one that tells the event")
    if when.basis in ("dateline", "published"):
        return "derived", f"{where}; the date is counted from the article's own ({when.basis})."
    return "supported", f"{where}{'' if when.start else '; the calendar date stays open'}."
