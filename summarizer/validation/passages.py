"""Where the claims of an article stand: which of them holds a place, and which ends or begins next to one."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from schemas import ValidatedClaim, ValidatedFigure

__all__ = ["Inside", "Passages", "holds"]


def holds(claim: ValidatedClaim, start: int | None, end: int | None) -> bool:
    """Whether the words of the claim hold a place in the text."""
    if start is None or end is None or claim.start is None or claim.end is None:
        return False
    return claim.start <= start and end <= claim.end


class Passages:
    """The claims of an article, indexed by the places of those whose words were found; built once, read only."""

    def __init__(self, claims: Mapping[str, ValidatedClaim]) -> None:
        """Sort them by where they begin; of claims with the same words the first counts."""
        self.claims = claims
        placed: dict[tuple[int, int], ValidatedClaim] = {}
        for claim in claims.values():
            if claim.start is not None and claim.end is not None:
                placed.setdefault((claim.start, claim.end), claim)
        self._spans = sorted(placed)
        rank = {claim.id: number for number, claim in enumerate(placed.values())}
        self._claims = [(placed[span], span[1] - span[0], rank[placed[span].id]) for span in self._spans]
        self._starts = [start for start, _ in self._spans]
        self._ends = sorted(end for _, end in self._spans)
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def holder(self, start: int, end: int) -> ValidatedClaim | None:
        """The claim with the fewest words that holds a place; the first of several."""
        best: tuple[ValidatedClaim, int, int] | None = None
        for at in range(bisect_right(self._starts, start) - 1, -1, -1):
            if self._reach[at] < end:
                break  # no claim that begins before this one reaches so far
            if self._spans[at][1] >= end and (best is None or self._claims[at][1:] < best[1:]):
                best = self._claims[at]
        return best[0] if best is not None else None

    def before(self, offset: int) -> int:
        """Where the last claim ends that ends at an offset or before it; 0 where there is none."""
        at = bisect_right(self._ends, offset)
        return self._ends[at - 1] if at else 0

    def behind(self, offset: int) -> int | None:
        """Where the first claim begins that begins at an offset or behind it; None where there is none."""
        at = bisect_left(self._starts, offset)
        return self._starts[at] if at < len(self._starts) else None


class Inside:
    """The figures of an article by their places."""

    def __init__(self, figures: Sequence[ValidatedFigure]) -> None:
        """Sort them by where they begin; those without a place are left out."""
        self._order = {figure.id: number for number, figure in enumerate(figures)}
        placed = [(figure.start, figure.end, figure.id) for figure in figures]
        self._found = sorted((start, end, id) for start, end, id in placed if start is not None and end is not None)
        self._starts = [start for start, _, _ in self._found]

    def of(self, claim: ValidatedClaim) -> tuple[str, ...]:
        """Ids of the figures that the words of a claim hold, in the order of the answer."""
        if claim.start is None or claim.end is None:
            return ()
        low, high = bisect_left(self._starts, claim.start), bisect_right(self._starts, claim.end)
        return tuple(sorted((id for _, end, id in self._found[low:high] if end <= claim.end), key=self._order.__getitem__))
