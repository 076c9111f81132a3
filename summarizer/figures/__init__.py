"""Figures: found in a text, compared by value and surroundings, judged against their sources with evidence."""

from dataclasses import dataclass

from schemas import Quantity
from summarizer.figures.checking import Source, check, sourced, verdicts
from summarizer.figures.grammar import Fig, scan_text
from summarizer.figures.modelled import judge
from summarizer.figures.numerals import number_at
from summarizer.figures.values import compare, record

__all__ = ["Found", "Source", "check", "compare", "find", "judge", "quantity", "sourced", "verdicts"]


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a text; `text` is the words at `start` to `end`."""

    start: int
    """First code point."""
    end: int
    """Code point after the last."""
    text: str
    """The words, bound and unit included."""
    fig: Fig
    """The figure as the grammar reads it."""

    @property
    def quantity(self) -> Quantity:
        """The value."""
        return record(self.fig)


def find(text: str, *, decimal: str = ".") -> list[Found]:
    """Every figure of a text in order, dates included; `decimal` is the decimal sign ("," reads "4.200" as 4200)."""
    return [Found(fig.start, fig.end, text[fig.start : fig.end], fig) for fig in scan_text(text, decimal)[1]]


def quantity(words: str, *, decimal: str = ".") -> Quantity | None:
    """The value of a figure's words, or None where they hold none; the first figure counts."""
    tokens, found = scan_text(words, decimal)
    if not found and len(tokens) and (number := number_at(tokens, 0, decimal)) is not None:
        found = [Fig(0, 0, number.after, tokens.starts[0], tokens.ends[number.after - 1], "count", number.low, number.high)]
    return record(found[0]) if found else None
