"""What a title is made from besides its sentence, and what it is."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from schemas.extraction import EventType

__all__ = ["Company", "Title"]


class Company(NamedTuple):
    """What is known of the event besides the sentence."""

    type: EventType
    actor: str | None = None
    target: str | None = None
    places: Sequence[str] = ()
    date: str | None = None
    small: Collection[str] = frozenset()
    """Words that the text writes without a capital, and never with one inside a sentence."""


class Title(NamedTuple):
    """A title, and how well its sentence tells the event."""

    text: str
    worth: int
