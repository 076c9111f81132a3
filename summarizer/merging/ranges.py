"""Ranges of stated figures: whether they meet, and how far they reach. Nothing is added, averaged or subtracted."""

from collections.abc import Iterable
from decimal import Decimal

from schemas import Quantity

__all__ = ["comparable", "highest", "lowest", "meet", "unit"]


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities measure in one unit; numbers of different kinds are never compared."""
    return a.kind == b.kind and a.unit == b.unit


def meet(a: Quantity, b: Quantity) -> bool:
    """Whether two ranges have a value in common; an end that is not stated is open."""
    return _below(a.low, b.high) and _below(b.low, a.high)


def _below(low: Decimal | None, high: Decimal | None) -> bool:
    """Whether a lower end is not above an upper end."""
    return low is None or high is None or low <= high


def lowest(quantities: Iterable[Quantity]) -> Decimal | None:
    """The lowest lower end that is stated."""
    return min((quantity.low for quantity in quantities if quantity.low is not None), default=None)


def highest(quantities: Iterable[Quantity]) -> Decimal | None:
    """The highest upper end; None where one is open."""
    ends = [quantity.high for quantity in quantities]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def unit(quantities: Iterable[Quantity]) -> str | None:
    """The unit of the first quantity."""
    return next((quantity.unit for quantity in quantities), None)
