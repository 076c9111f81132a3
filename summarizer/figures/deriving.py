"""Values that the text does not state but that follow from it: sums, shares, years between, items counted."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from summarizer.figures.context import Claim
from summarizer.figures.grammar import Fig
from summarizer.figures.page import Page

__all__ = ["derived"]

LEAST_SUM = 5
"""Sums below are too easily met by chance."""
WINDOWS = 3
"""Source sentences, most alike first, whose figures may be operands."""


def derived(claim: Claim, source: Page, places: Sequence[int]) -> tuple[str, int, int] | None:
    """How the claimed value follows from figures of one window: the operation and its two operands.

    `places` are the source sentences most like the claim, best first. Operands are of one kind and unit, in one sentence;
    nothing is derived across sentences but the years between two dates.
    """
    if claim.fig.qualifier not in ("exact", "only", "about", "more_than", "near"):
        return None
    for place in places[:WINDOWS]:
        numbers = source.by_sentence.get(place, [])
        found = parts(claim.fig, source, numbers) or total(claim.fig, source, numbers) or share(claim.fig, source, numbers)
        if found is not None:
            return found
    return between(claim.fig, source, places)


def pairs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every two of a few figures."""
    few = numbers[:12]
    for position, first in enumerate(few):
        for second in few[position + 1 :]:
            yield first, second


def total(fig: Fig, source: Page, numbers: Sequence[int]) -> tuple[str, int, int] | None:
    """The sum of two amounts of the claim's kind and unit."""
    if fig.kind not in ("count", "money") or fig.low < LEAST_SUM:
        return None
    for first, second in pairs(numbers):
        a, b = source.figs[first], source.figs[second]
        if a.kind == b.kind == fig.kind and a.unit == b.unit == fig.unit and exact(a) and exact(b) and a.low + b.low == fig.low:
            return f"{plain(a.low)} + {plain(b.low)} = {plain(fig.low)}", first, second
    return None


def share(fig: Fig, source: Page, numbers: Sequence[int]) -> tuple[str, int, int] | None:
    """The percentage that one amount is of another."""
    if fig.kind != "percent":
        return None
    for first, second in pairs(numbers):
        for part, whole in ((first, second), (second, first)):
            a, b = source.figs[part], source.figs[whole]
            if (
                a.kind == b.kind
                and a.kind in ("count", "money")
                and a.unit == b.unit
                and 0 < a.low < b.low
                and exact(a)
                and exact(b)
            ):
                places = len(plain(fig.low).partition(".")[2])
                if round(a.low * 100 / b.low, places) == fig.low:
                    return f"{plain(a.low)} of {plain(b.low)} = {plain(fig.low)} %", part, whole
    return None


def parts(fig: Fig, source: Page, numbers: Sequence[int]) -> tuple[str, int, int] | None:
    """A share such as "7 out of 19" where the text has both numbers in one sentence."""
    if fig.kind != "fraction":
        return None
    for first, second in pairs(numbers):
        for part, whole in ((first, second), (second, first)):
            a, b = source.figs[part], source.figs[whole]
            if a.kind == b.kind == "count" and 0 < a.low < b.low and abs(a.low / b.low - fig.low) < Decimal("0.0005"):
                return f"{plain(a.low)} of {plain(b.low)}", part, whole
    return None


def between(fig: Fig, source: Page, places: Sequence[int]) -> tuple[str, int, int] | None:
    """The years between two dates of the sentences most like the claim."""
    if fig.kind != "duration" or fig.unit != "year" or fig.low < 2:
        return None
    years = [number for place in places for number in source.by_sentence.get(place, ()) if year(source.figs[number]) is not None]
    for first, second in pairs(years):
        a, b = year(source.figs[first]), year(source.figs[second])
        if a is not None and b is not None and abs(a - b) == fig.low:
            return f"{max(a, b)} - {min(a, b)} = {plain(fig.low)}", first, second
    return None


def year(fig: Fig) -> int | None:
    """The year of a date figure."""
    return fig.day.year if fig.day is not None else None


def exact(fig: Fig) -> bool:
    """Whether a figure is one value without a bound."""
    return fig.qualifier in ("exact", "only") and fig.low == fig.high


def plain(value: Decimal) -> str:
    """A value without exponent and trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
