"""The bottom line, made from the checked records of the request; it takes every figure as its record words it."""

from collections.abc import Iterator, Mapping, Sequence

from schemas.briefing import Lead, LeadLine
from summarizer.embedded import words as tables

__all__ = ["compose"]

LONGEST = 5
"""Sentences of a bottom line at most."""
FIGURES = 2
"""Sentences about figures of one event at most."""
CLAIM_WORDS = 40
"""Words. A longer claim is left to the page."""
PLACES = 3
"""Places of an event that a sentence names at most."""

Row = Mapping[str, object]
ENDINGS: dict[str, str] = {row[0]: row[1] for row in tables.rows("endings")}
ACTS: dict[str, str] = {row[0]: row[1] for row in tables.rows("acts")}


def compose(payload: Row) -> Lead:
    """Three to five sentences: the main events with their figures, then who says what."""
    records = payload.get("records")
    rows = [row for row in records if isinstance(row, dict) and row.get("id")] if isinstance(records, list) else []
    events = [row for row in rows if row.get("kind") == "event"]
    figures = [row for row in rows if row.get("kind") == "figure"]
    claims = [row for row in rows if row.get("kind") == "claim"]
    lines: list[LeadLine] = []
    for number, event in enumerate(events):
        lines.append(_event(event))
        if number == 0:
            lines.extend(_figures([row for row in figures if row.get("event") == event["id"]]))
            lines.extend(_claims(claims, event))
    if not events:
        lines = [*_figures(figures), *(_claim(row) for row in claims[:LONGEST] if _short(row))]
    return Lead(lines=tuple(lines[:LONGEST]))


def _words(value: object) -> list[str]:
    """A list of words; one word for a string."""
    if isinstance(value, str):
        return [value]
    return [str(word) for word in value] if isinstance(value, list | tuple) else []


def _joined(words: Sequence[str]) -> str:
    """ "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def _sentence(text: str) -> str:
    """The words with a capital and a full stop."""
    text = " ".join(text.split()).rstrip(" .,;:")
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _event(row: Row) -> LeadLine:
    """What happened, when and where."""
    what = str(row.get("what", ""))
    parts = [what]
    when = str(row.get("when") or "")
    if when and when not in what:
        parts.append(when)
    places = [place for place in _words(row.get("where"))[:PLACES] if place not in what]
    if places:
        parts.append(_joined(places))
    told = {"planned": " (planned)", "denied": " (denied)", "hedged": " (reported without a source)", "contested": " (contested)"}
    return LeadLine(text=_sentence("; ".join(parts) + told.get(str(row.get("status")), "")), items=(str(row["id"]),))


def _figures(rows: Sequence[Row]) -> Iterator[LeadLine]:
    """The casualties of an event, each with who states it; where sources differ, all of them in one sentence."""
    for row in [row for row in rows if row.get("measure") in ENDINGS and row.get("scope") == "incident"][:FIGURES]:
        stated = row.get("stated")
        said = [_stated(row, one) for one in stated if isinstance(one, dict)] if isinstance(stated, list) else []
        if said:
            text = f"{'; '.join(said)}: accounts differ" if row.get("status") == "contested" and len(said) > 1 else said[0]
            yield LeadLine(text=_sentence(text), items=(str(row["id"]),))


def _stated(row: Row, one: Row) -> str:
    """One statement of a figure."""
    counted = str(row.get("counted", ""))
    words = str(one.get("words", ""))
    number = words if counted in ("", words) else f"{words} {counted}"
    ending = ENDINGS[str(row.get("measure"))]
    whole = number if ending in counted.split() else f"{number} {ending}"
    speakers = _words(one.get("by"))
    if speakers:
        return f"{whole}, according to {_joined(speakers)}"
    return f"{whole}, by hearsay" if one.get("hearsay") else whole


def _claims(rows: Sequence[Row], event: Row) -> Iterator[LeadLine]:
    """The first claims about an event by different speakers."""
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        speakers = tuple(_words(row.get("by")))
        if event["id"] in _words(row.get("about")) and speakers and speakers not in seen and _short(row):
            seen.add(speakers)
            yield _claim(row)
            if len(seen) == FIGURES:
                return


def _short(row: Row) -> bool:
    """Whether a claim has a speaker and is short enough for a sentence."""
    return bool(_words(row.get("by"))) and 2 < len(str(row.get("words", "")).split()) <= CLAIM_WORDS


def _claim(row: Row) -> LeadLine:
    """Who says what, in the words of the claim."""
    words = " ".join(str(row.get("words", "")).split()).strip(' .,“”"').removeprefix("that ")
    return LeadLine(
        text=_sentence(f"{_joined(_words(row.get('by')))} {ACTS.get(str(row.get('act')), 'said')}: “{words}”"),
        items=(str(row["id"]),),
    )
