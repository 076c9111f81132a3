"""Findings on items, kept by the item they are about."""

from schemas import Check
from schemas.validation import Checked, Verdict

__all__ = ["Findings", "finding"]


class Findings:
    """What had to be said about the items of one answer, in the order it was found."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._kept: dict[tuple[str, str], list[Check]] = {}

    def note(self, kind: str, item: str, check: Check) -> None:
        """Keep a finding about an item: its kind ("party", "event", "figure", "claim", "answer") and its id."""
        self._kept.setdefault((kind, item), []).append(check)

    def of(self, kind: str, item: str) -> tuple[Check, ...]:
        """The findings about one item."""
        return tuple(self._kept.get((kind, item), ()))

    def take(self, kind: str, item: str) -> tuple[Check, ...]:
        """The findings about one item, which then stand with the item itself and no longer here."""
        return tuple(self._kept.pop((kind, item), ()))

    def all(self) -> tuple[Check, ...]:
        """Every finding that was not taken."""
        return tuple(check for checks in self._kept.values() for check in checks)


def finding(item: str, words: str, explanation: str, verdict: Verdict = "unsupported", of: Checked = "reference") -> Check:
    """A finding without a place in the article; the words checked are an id, a number or a name by themselves."""
    return Check(of=of, item=item, text=words, start=0, end=len(words), verdict=verdict, explanation=explanation)
