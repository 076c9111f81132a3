"""Words shared by every format: dates, ranges, names of things, and text made safe to show."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from schemas import Briefing, EventCluster, Evidence, FigureGroup, Quantity, Source, Statement, When
from summarizer.text import fold

__all__ = [
    "ACTS",
    "MONTHS",
    "OUTCOMES",
    "STANDING",
    "amount",
    "capital",
    "cited",
    "count",
    "counted",
    "day",
    "labels",
    "named",
    "period",
    "place_of",
    "plain",
    "precision",
    "reach",
    "reason",
    "said_by",
    "shown_range",
    "softened",
    "span",
    "spoken",
    "vague",
    "when",
]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

STANDING = {
    "contested": "contested",
    "corroborated": "corroborated",
    "not_comparable": "not comparable",
    "single_origin": "one origin, repeated",
    "single_source": "one source",
    "superseded": "changed",
}
"""Status of a figure group, in words."""

ACTS = {
    "accuses": "accusation",
    "announces": "announcement",
    "asserts": "statement",
    "assesses": "assessment",
    "claims_responsibility": "claim of responsibility",
    "condemns": "condemnation",
    "confirms": "confirmation",
    "declines_to_say": "declined to say",
    "denies": "denial",
    "predicts": "prediction",
    "promises": "promise",
    "threatens": "threat",
    "urges": "appeal",
    "warns": "warning",
}
"""What a speaker does by saying something, in words that fit one speaker and several."""

OUTCOMES = {
    "agreed": "agreed",
    "destroyed": "destroyed",
    "disputed": "disputed",
    "held_temporarily": "held for a time",
    "ongoing": "going on",
    "position_overrun": "position overrun",
    "position_retaken": "position retaken",
    "repelled": "repelled",
}
"""Outcome of an event, in words; `not_stated` has none."""

TELLING = ("count", "money", "other")
"""Measures that say nothing which the counted words do not say."""
BARE = ("more", "other", "others")
"""Counted words that mean nothing without their measure."""
UNITS = ("day", "hour", "minute", "month", "second", "week", "year")
"""Units that are English nouns, with a plural."""
SOFTENED = re.compile(r"\b(?:neutrali[sz]|eliminat)\w*", re.IGNORECASE)
"""Words for which a toll of dead is sometimes taken; whether they mean death is the reader's to judge."""
DEATH = re.compile(
    r"\b(?:kill|dead|death|die[sd]?\b|dying|slain|slew|bod(?:y|ies)|corpse|murder|fatal|execut|massacr)", re.IGNORECASE
)
"""Words that do say that people died."""
LABELLED = re.compile(r"^(?:Joined|Kept apart|Possibly one|Possibly the same)\s*:\s*")
"""The beginning of a reason that only repeats the label which it stands under."""

UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""Characters that no format may carry to a reader: controls, overrides of the writing direction, halves of characters."""


def plain(text: str) -> str:
    """The text, one character for one, with controls, direction overrides and lone surrogates shown as U+FFFD."""
    return UNSHOWN.sub("\ufffd", text)


def capital(text: str) -> str:
    """The text with its first letter in upper case, the rest as written."""
    return text[:1].upper() + text[1:]


def spoken(word: str) -> str:
    """A word of our tables for people: "attack_on_civilians" as "attack on civilians"."""
    return word.replace("_", " ")


def counted(group: FigureGroup, said: Statement | None = None) -> str:
    """What a group (or one of its statements) counts, with the measure where the words do not say it."""
    said = said if said is not None else group.statements[0] if group.statements else None
    known = plain(group.counted if said is None else said.counted)
    measure = "" if group.measure in TELLING else spoken(group.measure)
    if said is not None and fold(known) == fold(said.words):
        return measure or ("money" if group.measure == "money" else "what is counted is not stated")
    if fold(known) in BARE:
        return f"{known} {measure}".strip()
    return known if not measure or measure in known.lower() else f"{known} ({measure})"


def softened(group: FigureGroup, said: Statement) -> str:
    """The article's own word where a figure stands under the dead and its sentence speaks of no death; empty otherwise."""
    found = SOFTENED.search(said.evidence.quote) if group.measure == "killed" else None
    return "" if found is None or DEATH.search(said.evidence.quote) else plain(found[0])


def reason(text: str) -> str:
    """A reason for joining or keeping apart, without the words that its label says already."""
    return capital(plain(LABELLED.sub("", text)))


def day(when: date) -> str:
    """A date in full: "1 July 2025"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def precision(known: When | None) -> str:
    """The finest unit to which a date is known."""
    if known is None or known.precision == "unknown":
        return "not known"
    return "day" if known.precision == "time" else known.precision + ("" if known.start else ", not resolved")


def count(number: int, thing: str) -> str:
    """A number with its noun, in the plural where it must be."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def period(start: date | None, end: date | None) -> str:
    """First to last day, without repeating a month or year: "1–4 July 2025"."""
    if start is None or end is None:
        known = start or end
        return "not known" if known is None else day(known)
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def when(known: When | None) -> str:
    """A date as far as it is known; what is missing is said."""
    if known is None:
        return "date not stated"
    if known.year is not None and known.precision == "year":
        return str(known.year)
    if known.year is not None and known.month is not None and known.precision == "month":
        return f"{MONTHS[known.month - 1]} {known.year}"
    if known.start is not None:
        return period(known.start, known.end or known.start)
    if known.month is not None:
        return f"{undated(known)} (year not stated)" if known.year is None else f"{undated(known)} {known.year}"
    return str(known.year) if known.year is not None else f"{plain(known.text)} (date not resolved)"


def undated(known: When) -> str:
    """Day and month, or the words where they say more than the month ("late May")."""
    month = MONTHS[(known.month or 1) - 1]
    if known.day is not None:
        return f"{known.day} {month}"
    return plain(known.text) if month in known.text else month


def number(value: Decimal) -> str:
    """A number with thousands separators and no empty decimals."""
    shown = f"{value:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def amount(low: Decimal | None, high: Decimal | None, unit: str | None = None) -> str:
    """A range in words: "80", "80 to 100", "80 or more", "up to 20"; empty where nothing is known."""
    if low is None and high is None:
        return ""
    if low is None or high is None:
        shown = f"{number(low)} or more" if low is not None else f"up to {number(high or Decimal(0))}"
    else:
        shown = number(low) if low == high else f"{number(low)} to {number(high)}"
    if unit in UNITS and shown != "1":
        unit += "s"
    return shown if not unit else f"{unit} {shown}" if unit.isupper() else f"{shown} {plain(unit)}"


def reach(quantity: Quantity | None) -> str:
    """The range of one figure in words."""
    return "" if quantity is None or quantity.qualifier == "vague" else amount(quantity.low, quantity.high, quantity.unit)


def said_by(statement: Statement) -> str:
    """Who states a figure: its speakers, hearsay, or the article in its own voice."""
    if statement.speakers:
        return plain(", ".join(statement.speakers))
    return "unnamed reports" if statement.hedged else "the article itself"


def named(event: EventCluster | None) -> str:
    """The title of an event, or that there is none."""
    return "no single event" if event is None else capital(plain(event.title))


def labels(briefing: Briefing) -> dict[str, str]:
    """Id of an article → its label in references."""
    return {source.article: source.label for source in briefing.sources}


def cited(source: Source) -> str:
    """An article in a few words: "A1, Daily Ledger, 5 March 2025"."""
    published = "undated" if source.published is None else day(source.published)
    return plain(", ".join((source.label, source.publisher or source.name, published)))


def shown_range(group: FigureGroup) -> str:
    """The full range of a figure group in words; a vague word ("dozens") has no numbers, so it adds none."""
    if not any(map(vague, group.statements)):
        return amount(group.low, group.high, group.unit)
    return span(group.statements, group.unit)


def span(statements: Sequence[Statement], unit: str | None) -> str:
    """The range of some statements in words, without the vague ones; empty where no number is left."""
    known = [said.quantity for said in statements if said.quantity is not None and not vague(said)]
    if not known:
        return ""
    lows, highs = [one.low for one in known if one.low is not None], [one.high for one in known if one.high is not None]
    return amount(min(lows, default=None), max(highs) if len(highs) == len(known) else None, unit)


def vague(said: Statement) -> bool:
    """Whether a figure is a word without a number: dozens, several."""
    return said.quantity is not None and said.quantity.qualifier == "vague"


def place_of(evidence: Evidence, known: dict[str, str]) -> str:
    """Article and sentence of a place: "A1, sentence 5"."""
    return f"{known.get(evidence.article, plain(evidence.name))}, sentence {evidence.sentence}"
