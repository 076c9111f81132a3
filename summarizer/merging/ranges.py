"""Ranges of stated figures: whether they meet, and how far they reach. Nothing is added, averaged or subtracted."""

from collections.abc import Iterable
from decimal import Decimal

from schemas import Quantity

__all__ = ["comparable", "highest", "lowest", "meet", "unit"]

ROUNDING = Decimal("0.1")
"""Share by which a rounded value may miss the exact one: "nearly X" is said from 0.9 X on."""


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities measure in one unit; numbers of different kinds are never compared."""
    return a.kind == b.kind and a.unit == b.unit


def meet(a: Quantity, b: Quantity) -> bool:
    """Whether two ranges have a value in common; an end that is not stated is open, "about" and "nearly" reach further."""
    one, two = _reach(a), _reach(b)
    return _below(one[0], two[1]) and _below(two[0], one[1])


def _reach(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The ends of a range, those of a rounded value moved outwards."""
    if quantity.qualifier != "approx" or quantity.low is None or quantity.high is None:
        return quantity.low, quantity.high
    return quantity.low * (1 - ROUNDING), quantity.high * (1 + ROUNDING)


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
