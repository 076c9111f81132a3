"""Corrected items: what a check rejected is looked up again in the sentences given, and dropped where it is not there."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import ValidationError

from schemas.extraction import Claim, Event, Figure, Party, Repair
from summarizer.prompting import Parsed

__all__ = ["repair"]

Item = Claim | Event | Figure | Party
KINDS: dict[str, type[Claim] | type[Event] | type[Figure] | type[Party]] = {
    "claim": Claim,
    "event": Event,
    "figure": Figure,
    "party": Party,
}
TITLE_WORDS = 12
"""Words of a title, as the record's field asks."""


def repair(parsed: Parsed) -> Repair:
    """Each failing item corrected from the sentences of the request, or dropped."""
    fixed: dict[str, list[Item]] = {kind: [] for kind in KINDS}
    dropped = []
    for kind, id, item, fields in _items(parsed.payload):
        made = _fixed(item, fields, parsed.sentences) if item is not None else None
        if made is None or made == item:
            dropped.append(id)
        else:
            fixed[kind].append(made)
    return Repair(
        figures=tuple(item for item in fixed["figure"] if isinstance(item, Figure)),
        claims=tuple(item for item in fixed["claim"] if isinstance(item, Claim)),
        events=tuple(item for item in fixed["event"] if isinstance(item, Event)),
        parties=tuple(item for item in fixed["party"] if isinstance(item, Party)),
        dropped=tuple(dropped),
    )


def _items(payload: Mapping[str, object]) -> Iterator[tuple[str, str, Item | None, frozenset[str]]]:
    """Kind, id, record and failing fields of each item of the request; None for a record that is none."""
    rows = payload.get("items")
    for row in rows if isinstance(rows, list) else []:
        record = row.get("record") if isinstance(row, dict) else None
        kind = str(row.get("kind")) if isinstance(row, dict) else ""
        if kind not in KINDS or not isinstance(record, dict):
            continue
        reasons = row.get("wrong", [])
        fields = frozenset(str(reason).partition(": ")[0] for reason in reasons if isinstance(reasons, list))
        try:
            yield kind, str(record.get("id")), KINDS[kind].model_validate(record, strict=False), fields
        except ValidationError:
            yield kind, str(record.get("id")), None, fields


def _fixed(item: Item, fields: frozenset[str], sentences: Sequence[tuple[int, str]]) -> Item | None:
    """The item as the sentences support it; None where they do not."""
    if isinstance(item, Figure):
        return _moved(item, item.text, sentences)
    if isinstance(item, Claim):
        return _moved(item, item.content, sentences)
    if isinstance(item, Event):
        return _event(item, fields, sentences)
    return None


def _moved(item: Figure | Claim, words: str, sentences: Sequence[tuple[int, str]]) -> Figure | Claim | None:
    """The item with the number of the nearest other sentence that has its words."""
    found = [number for number, text in sentences if words in text and number != item.sentence]
    if not found:
        return None
    return item.model_copy(update={"sentence": min(found, key=lambda number: abs(number - item.sentence))})


def _event(item: Event, fields: frozenset[str], sentences: Sequence[tuple[int, str]]) -> Event | None:
    """The event without a date or places that its sentences lack, and with a title in their words."""
    cited = {number: text for number, text in sentences if number in item.sentences}
    if not cited:
        return None
    whole = " ".join(cited.values())
    title = item.title if "title" not in fields else " ".join(next(iter(cited.values())).split()[:TITLE_WORDS])
    return item.model_copy(
        update={
            "sentences": tuple(sorted(cited)),
            "title": title,
            "date": item.date if item.date and item.date in whole and "date" not in fields else None,
            "places": tuple(place for place in item.places if place in whole),
        }
    )
