"""A bottom line that a model worded: every figure, date and name in it must come from the records that it cites.

What fails is replaced by the composed line about the same things. A model may choose words, never facts.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemas import Briefing, Check, Evidence, Lead, LeadLine, Line, Quantity, When
from schemas.validation import Checked
from summarizer import dates, figures
from summarizer.names import countries, key

__all__ = ["reword", "unsupported"]

FEWEST = 3
"""Sentences of a bottom line at least, where there is enough to say."""
MOST = 5
"""Sentences at most."""
CITED = 4
"""Places in the articles that a sentence cites at most."""

_WORD = re.compile(r"[^\W_]+(?:['’.\-‐‑][^\W_]+)*")
_KEPT = frozenset(["supported", "equivalent", "approximate"])


@dataclass(frozen=True)
class _Record:
    """What one item of the briefing allows a sentence to say."""

    texts: tuple[str, ...]
    """Everything the record says, as text."""
    quantities: tuple[Quantity, ...]
    """The values of its figures."""
    whens: tuple[When, ...]
    """Its dates."""
    evidence: tuple[Evidence, ...]
    """Where it stands."""


def reword(briefing: Briefing, lead: Lead) -> Briefing:
    """The briefing with the lines of `lead` that hold; a line that fails gives way to the composed line about the same items.

    Where nothing of the lead holds, the briefing comes back as it was.
    """
    records = _records(briefing)
    good = [(line, not _findings(number, line, briefing, records)) for number, line in enumerate(lead.lines[:MOST])]
    if not any(holds for _, holds in good):
        return briefing
    lines: list[Line] = []
    for line, holds in good:
        lines.append(_line(line, records)) if holds else lines.extend(_composed(briefing, line, lines))
    lines += [line for line in briefing.bottom_line if line not in lines][: max(0, FEWEST - len(lines))]
    return briefing.model_copy(update={"bottom_line": tuple(lines[:MOST]), "worded_by": "model"})


def unsupported(briefing: Briefing, lead: Lead) -> tuple[Check, ...]:
    """Every figure, date, name and citation of the lead that the records it cites do not hold; `item` is "line 1" and so on."""
    records = _records(briefing)
    return tuple(check for number, line in enumerate(lead.lines) for check in _findings(number, line, briefing, records))


def _line(line: LeadLine, records: dict[str, _Record]) -> Line:
    """A line of the model with the places that support it, one an article first."""
    found = list(dict.fromkeys(evidence for item in line.items for evidence in records[item].evidence))
    first = list({one.article: one for one in reversed(found)}.values())[::-1]
    rest = [one for one in found if one not in first]
    return Line(text=line.text.strip(), evidence=tuple((first + rest)[:CITED]), items=line.items)


def _composed(briefing: Briefing, line: LeadLine, lines: Sequence[Line]) -> list[Line]:
    """The first composed line about one of the same items that is not there yet."""
    fits = [one for one in briefing.bottom_line if set(one.items) & set(line.items) and one not in lines]
    return fits[:1]


def _findings(number: int, line: LeadLine, briefing: Briefing, records: dict[str, _Record]) -> list[Check]:
    """What a line says that its records do not."""
    item = f"line {number + 1}"
    missing = [one for one in line.items if one not in records]
    if missing or not line.items or not line.text.strip():
        what = f"cites {', '.join(missing)}, which the briefing does not hold" if missing else "says or cites nothing"
        return [_failed("reference", item, line.text, 0, len(line.text), f"The line {what}.")]
    cited = [records[one] for one in line.items]
    return [*_figures(item, line.text, cited), *_dates(item, line.text, cited), *_names(item, line.text, cited, briefing)]


def _failed(of: Checked, item: str, text: str, start: int, end: int, why: str) -> Check:
    """A finding."""
    return Check(of=of, item=item, text=text[start:end], start=start, end=end, verdict="unsupported", explanation=why)


def _figures(item: str, text: str, cited: Sequence[_Record]) -> list[Check]:
    """Figures of the line that no cited record states as strongly."""
    held = [quantity for record in cited for quantity in record.quantities]
    whens = dates.find(text)
    return [
        _failed("figure", item, text, found.start, found.end, f"“{found.text}” is in none of the records that the line cites.")
        for found in figures.find(text)
        if found.quantity.kind not in ("date", "year", "time")
        and not any(when.start <= found.start and found.end <= when.end for when in whens)
        and not any(figures.compare(found.quantity, quantity) in _KEPT for quantity in held)
    ]


def _dates(item: str, text: str, cited: Sequence[_Record]) -> list[Check]:
    """Dates of the line that no cited record gives."""
    held = [when for record in cited for when in record.whens]
    words = key(" ".join(one for record in cited for one in record.texts))
    return [
        _failed(
            "date",
            item,
            text,
            found.start,
            found.end,
            f"“{text[found.start : found.end]}” is the date of nothing that the line cites.",
        )
        for found in dates.find(text)
        if f" {key(text[found.start : found.end])} " not in f" {words} " and not any(_same(found.when, when) for when in held)
    ]


def _same(said: When, held: When) -> bool:
    """Whether a date says nothing that the record does not: what it names agrees, and the record names it."""
    start = held.start if held.start == held.end else None
    day, month, year = (start.day, start.month, start.year) if start else (held.day, held.month, held.year)
    weekday = start.weekday() if start else held.weekday
    named = [(said.day, day), (said.month, month), (said.year, year), (said.weekday, weekday)]
    return any(one is not None for one, _ in named) and all(one is None or one == other for one, other in named)


def _names(item: str, text: str, cited: Sequence[_Record], briefing: Briefing) -> list[Check]:
    """Capitalised words of the line that no cited record holds; the first word of a sentence only where it is a name."""
    held = {word for record in cited for one in record.texts for word in _folded(one)}
    lower = {word for one in briefing.extractions for word in _small(one.article.text)}
    spans = [(found.start, found.end) for found in dates.find(text)]
    return [
        _failed("name", item, text, found.start(), found.end(), f"“{found.group()}” is named by nothing that the line cites.")
        for found in _WORD.finditer(text)
        if found.group()[0].isupper()
        and not _known(found.group(), held)
        and not any(start <= found.start() < end for start, end in spans)
        and not (_opens(text, found.start()) and key(found.group()) in lower and not countries(found.group()))
    ]


def _known(word: str, held: set[str]) -> bool:
    """Whether a word, or every part of it, stands in the cited records; a country stands there in any of its forms."""
    parts = key(word).split()
    return all(part in held or any(name in held for name in _forms(part)) for part in parts)


def _forms(word: str) -> Iterable[str]:
    """The countries that a word names or describes, as folded words."""
    return (f"country {key(name)}" for name in countries(word))


def _folded(text: str) -> Iterable[str]:
    """The folded words of a text, and the countries it names."""
    yield from key(text).split()
    for word in _WORD.finditer(text):
        yield from key(word.group()).split()
    yield from (f"country {key(name)}" for name in countries(text))


def _small(text: str) -> Iterable[str]:
    """Words that an article writes without a capital: these are no names."""
    return (key(word.group()) for word in _WORD.finditer(text) if word.group()[0].islower())


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence or a quotation."""
    before = text[:start].rstrip(" \t\"'“‘(")
    return not before or before[-1] in ".!?:;–—"


def _records(briefing: Briefing) -> dict[str, _Record]:
    """What may be cited: event clusters, figure groups and claim groups, by id."""
    story = briefing.story
    groups = [*(group for event in story.events for group in event.figures), *story.totals, *story.figures]
    found: dict[str, _Record] = {}
    for group in groups:
        said = group.statements
        texts = (*group.parties, group.counted, group.measure, *group.origins, *(name for one in said for name in one.speakers),
                 *(one.words for one in said), *(one.evidence.quote for one in said))  # fmt: skip
        values = tuple(one.quantity for one in said if one.quantity)
        found[group.id] = _Record(texts, values, (), tuple(one.evidence for one in said))
    for claim in story.claims:
        texts = (*claim.speakers, claim.content, *(one.evidence.quote for one in claim.appearances))
        values = tuple(one.quantity for one in figures.find(claim.content))
        found[claim.id] = _Record(texts, values, (), tuple(one.evidence for one in claim.appearances))
    for event in story.events:
        places = tuple(evidence for member in event.members for evidence in member.evidence)
        texts = (
            event.title,
            *event.places,
            *event.by,
            *event.against,
            *(one.quote for one in places),
            *_other_names(briefing, event.by + event.against),
        )
        inside = [found[group.id] for group in event.figures]
        values = tuple(value for one in inside for value in one.quantities)
        values += tuple(one.quantity for text in texts for one in figures.find(text))
        found[event.id] = _Record(
            texts + tuple(text for one in inside for text in one.texts), values, (event.when,) if event.when else (), places
        )
    return found


def _other_names(briefing: Briefing, shown: Sequence[str]) -> list[str]:
    """Every name of the parties shown under these names."""
    return [link.name for party in briefing.story.parties if party.name in shown for link in party.names]
