"""Numbers of a sentence until the figures package finds them."""

import re
from dataclasses import dataclass

from schemas.validation import Quantity

__all__ = ["Found", "find"]

_NUMBER = re.compile(
    r"(?i)(?:(?:at least|more than|over|about|approximately|nearly|some|around|up to|between)\s+)?(?:[$€£]\s?)?"
    r"(?:\d[\d,.]*\d|\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several|hundreds|thousands)\b)"
    r"(?:\s(?:million|billion|percent|per cent))?(?:\s(?:and|to)\s\d[\d,.]*\d)?%?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text."""

    start: int
    end: int
    text: str
    quantity: Quantity | None = None


def find(text: str) -> list[Found]:
    """Numbers of a text in order, years left out."""
    return [
        Found(match.start(), match.end(), match.group())
        for match in _NUMBER.finditer(text)
        if not re.fullmatch(r"(?:19|20)\d\d", match.group())
    ]
