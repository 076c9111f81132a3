"""Statements as they are found: where the speaker stands, and from where to where the words go."""

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Place", "Said"]


@dataclass(slots=True)
class Place:
    """Words `first` to `last` of the sentence with index `index`."""

    index: int
    first: int
    last: int


class Said(NamedTuple):
    """One statement: from word `first` of sentence `start` to word `last` of sentence `end` (indexes)."""

    source: Place | None
    act: str
    start: int
    first: int
    end: int
    last: int
    said: str | None = None
    cue: int | None = None
    quote: bool = False
    spoken: bool = False
