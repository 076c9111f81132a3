"""A figure as the grammar finds it, and how it grows over tokens."""

from dataclasses import dataclass
from decimal import Decimal

from schemas.validation import QuantityKind
from summarizer.dates import Day, Tokens

__all__ = ["SPACES", "Fig", "dated", "made", "stretch", "take"]

SPACES = ("", " ", "\u00a0", "\u202f", "\u2009")


@dataclass(slots=True)
class Fig:
    """A figure in a text: its tokens, its place, and its value as stated, before any bound is applied."""

    first: int
    """First token, bound included."""
    core: int
    """First token of the number, currency sign included."""
    after: int
    """Token after the last."""
    start: int
    """First code point."""
    end: int
    """Code point after the last."""
    kind: QuantityKind
    low: Decimal
    high: Decimal | None
    qualifier: str = "exact"
    """exact, only, about, near, at_least, more_than, at_most, fewer_than, between, vague."""
    unit: str | None = None
    """Base unit that low and high are in."""
    measure: str = ""
    """Unit as written."""
    day: Day | None = None
    label: str = ""
    """An identifier's words."""
    form: str = "digits"
    weak: bool = False
    """Whether its bound may be a preposition ("a battle over two embryos", "over seven days")."""


def made(tokens: Tokens, first: int, after: int, kind: QuantityKind, low: Decimal, high: Decimal | None = None) -> Fig:
    """A figure over the tokens; one value unless `high` is given."""
    return Fig(first, first, after, tokens.starts[first], tokens.ends[after - 1], kind, low, low if high is None else high)


def take(tokens: Tokens, found: Fig, core: int, after: int) -> None:
    """Stretch the figure over further tokens."""
    found.first = found.core = core
    found.after, found.start, found.end = after, tokens.starts[core], tokens.ends[after - 1]


def stretch(tokens: Tokens, found: Fig, after: int) -> None:
    """Stretch the figure to the right."""
    found.after, found.end = after, tokens.ends[after - 1]


def dated(day: Day) -> Fig:
    """A date as a figure; a bare year is of kind `year`."""
    bare = day.year is not None and day.month is None and day.season is None
    value = Decimal(day.year or day.decade or 0)
    return Fig(day.first, day.first, day.after, day.start, day.end, "year" if bare else "date", value, value, day=day)
