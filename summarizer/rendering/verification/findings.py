"""What a verification found: what no longer holds, and how much was looked at."""

from typing import Literal

from schemas import Record

__all__ = ["Finding", "Verification"]


class Finding(Record):
    """One thing that no longer holds."""

    kind: Literal["data", "hash", "offset", "check", "story", "page"]
    """What it is about: the embedded records, a hash, a place in a text, a verdict, the merged story, the visible page."""
    where: str
    """Article label, anchor of the page, or id of a record."""
    message: str
    """One plain sentence."""


class Verification(Record):
    """The outcome for one page."""

    schema_version: Literal["1"] = "1"
    """Version of this record's shape."""
    briefing: str | None
    """Id of the briefing; null where the page holds none."""
    articles: int = 0
    """Articles whose hash was computed again."""
    offsets: int = 0
    """Places that were looked up in their article."""
    checks: int = 0
    """Verdicts that were computed again."""
    marks: int = 0
    """Marked places of the visible page that were compared with the records."""
    story: bool = False
    """Whether the merged story was composed again."""
    taken: tuple[str, ...] = ()
    """What was not computed again but taken as the page has it, one sentence each."""
    findings: tuple[Finding, ...] = ()
    """What no longer holds."""

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.findings
