"""Dates in news text: own grammar with partial fields, resolved only against an anchor that the caller gives.

A library would invent: dateparser reads "2024" as 2 July 2024 and "We" as Wednesday. Here a missing year stays missing.
"""

from dataclasses import dataclass

from schemas import When
from summarizer.dates.day import Day
from summarizer.dates.grammar import scan
from summarizer.dates.resolution import resolve, settle
from summarizer.dates.tokens import Tokens, tokenise

__all__ = ["Dated", "Day", "Tokens", "find", "resolve", "scan", "settle", "tokenise"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text; `text[start:end]` are its words."""

    start: int
    """First code point."""
    end: int
    """Code point after the last."""
    when: When
    """The date as far as the words give it."""


def find(text: str) -> list[Dated]:
    """Every date of a text in order, stated fields only; "last week" and "Tuesday" are found and left unresolved."""
    return [
        Dated(found.start, found.end, settle(found, text[found.start : found.end], anchor=None, basis="stated"))
        for found in scan(tokenise(text))
    ]
