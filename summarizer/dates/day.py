"""A date in a text: its place, and the fields that its words give."""

from dataclasses import dataclass

from schemas import When
from schemas.validation import WhenPrecision
from summarizer.dates.tokens import Tokens
from summarizer.dates.words import POINTERS, SEASONS

__all__ = ["Day", "made"]


@dataclass(slots=True)
class Day:
    """A date in a text: its tokens, its place, and the fields that its words give."""

    first: int
    """First token."""
    after: int
    """Token after the last."""
    start: int
    """First code point."""
    end: int
    """Code point after the last."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    decade: int | None = None
    """First year of a decade."""
    season: str | None = None
    part: str | None = None
    """early, mid or late."""
    pointer: str | None = None
    """What it points to from another day: "yesterday", "last week"."""
    until: int | None = None
    """Last day of a range of days in one month, or last year of a range written with a hyphen."""

    @property
    def precision(self) -> WhenPrecision:
        """The finest unit the words give."""
        if self.day is not None or self.weekday is not None or self.pointer in POINTERS:
            return "day"
        if self.month is not None:
            return "month"
        if self.season is not None:
            return "season"
        if self.decade is not None:
            return "decade"
        if self.year is not None:
            return "year"
        return period(self.pointer)

    def when(self, text: str) -> When:
        """The public record, unresolved where the words leave something open."""
        from summarizer.dates.resolution import settle

        return settle(self, text, anchor=None, basis="stated")


def period(pointer: str | None) -> WhenPrecision:
    """The precision of words that point to a period."""
    unit = (pointer or "").rpartition(" ")[2]
    if unit in ("week", "month", "year", "decade"):
        return unit  # type: ignore[return-value]  # the four words are precisions themselves
    return "season" if unit in SEASONS else "period"


def made(tokens: Tokens, first: int, after: int) -> Day:
    """A date over the tokens, without fields yet."""
    return Day(first, after, tokens.starts[first], tokens.ends[after - 1])
