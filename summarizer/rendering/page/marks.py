"""The marks in an article's text: figures, quotations and left-out parts, nested so that none is lost.

Marks may overlap. A figure stays whole wherever it can; a quotation that crosses another mark is split into parts that
carry the same name. The words between the tags are the article's, character for character.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

__all__ = ["Close", "Event", "Kind", "Mark", "Open", "Words", "nested"]

Kind = Literal["figure", "claim"]


@dataclass(frozen=True)
class Mark:
    """A stretch of text with what it is; `part` counts the parts that it was split into."""

    start: int
    end: int
    kind: Kind
    name: str
    """Its anchor on the page, such as `A1-f3`."""
    item: str = ""
    """Id of the item inside the article."""
    review: bool = False
    """Whether a person should look at it."""
    part: int = 0
    """0 for the first or only part."""
    last: bool = True
    """Whether no part follows."""


@dataclass(frozen=True)
class Open:
    """A mark begins."""

    mark: Mark


@dataclass(frozen=True)
class Close:
    """A mark ends."""

    mark: Mark


@dataclass(frozen=True)
class Words:
    """Text with the innermost figure around it."""

    text: str
    figure: Mark | None


Event = Open | Close | Words


def nested(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> Iterator[Event]:
    """The text from `start` to `end` as words and well-nested marks, in order."""
    end = len(text) if end is None else end
    inside = [clipped for mark in marks if (clipped := clip(mark, start, end)) is not None]
    open_marks: list[Mark] = []
    here = start
    for mark in laminar(inside):
        while open_marks and open_marks[-1].end <= mark.start:
            yield from words(text, here, open_marks[-1].end, open_marks)
            here = max(here, open_marks[-1].end)
            yield Close(open_marks.pop())
        yield from words(text, here, mark.start, open_marks)
        here = mark.start
        yield Open(mark)
        open_marks.append(mark)
    while open_marks:
        yield from words(text, here, open_marks[-1].end, open_marks)
        here = max(here, open_marks[-1].end)
        yield Close(open_marks.pop())
    yield from words(text, here, end, open_marks)


def words(text: str, start: int, end: int, open_marks: Sequence[Mark]) -> Iterator[Words]:
    """The words between two places, if there are any."""
    if start < end:
        figure = next((mark for mark in reversed(open_marks) if mark.kind == "figure"), None)
        yield Words(text[start:end], figure)


def clip(mark: Mark, start: int, end: int) -> Mark | None:
    """The part of a mark between two places; None where nothing is left. A part that begins before is not the first."""
    low, high = max(mark.start, start), min(mark.end, end)
    if low >= high:
        return None
    return replace(mark, start=low, end=high, part=mark.part + (low > mark.start), last=mark.last and high == mark.end)


def laminar(marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks, outer before inner, cut so that none crosses another; no character of a mark is lost.

    Quotations are cut where a figure crosses them; of two marks of one kind, the one that begins later is cut.
    """
    figures = [mark for mark in marks if mark.kind == "figure"]
    claims = [part for mark in marks if mark.kind == "claim" for part in cut(mark, crossing(mark, figures))]
    queue = [(*order(mark), number, mark) for number, mark in enumerate((*figures, *claims))]
    heapq.heapify(queue)
    ends: list[int] = []
    number = len(queue)
    while queue:
        mark = heapq.heappop(queue)[-1]
        while ends and ends[-1] <= mark.start:
            ends.pop()
        if ends and mark.end > ends[-1]:
            mark, rest = cut(mark, [ends[-1]])
            number += 1
            heapq.heappush(queue, (*order(rest), number, rest))
        ends.append(mark.end)
        yield mark


def order(mark: Mark) -> tuple[int, int, bool]:
    """Earlier first, then longer, then quotations outside figures."""
    return (mark.start, -mark.end, mark.kind == "figure")


def crossing(claim: Mark, figures: Sequence[Mark]) -> list[int]:
    """The borders of figures that reach over a border of the quotation."""
    places = []
    for figure in figures:
        if figure.start < claim.start < figure.end < claim.end:
            places.append(figure.end)
        elif claim.start < figure.start < claim.end < figure.end:
            places.append(figure.start)
    return places


def cut(mark: Mark, places: Sequence[int]) -> list[Mark]:
    """The mark in parts, cut at the places inside it."""
    borders = sorted({mark.start, *(place for place in places if mark.start < place < mark.end), mark.end})
    return [
        replace(mark, start=low, end=high, part=mark.part + number, last=mark.last and high == mark.end)
        for number, (low, high) in enumerate(pairwise(borders))
    ]
