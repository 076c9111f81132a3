"""Decisions: the hardest of several counts."""

from collections.abc import Sequence

from schemas.validation import Decision

__all__ = ["worst"]

ORDER: tuple[Decision, ...] = ("accepted", "review", "rejected")


def worst(decisions: Sequence[Decision]) -> Decision:
    """The hardest of several decisions; accepted where there are none."""
    return max(decisions, key=ORDER.index, default="accepted")
