"""The bottom line, made from the checked records of the request; it takes every figure as its record words it."""

from collections.abc import Mapping

from schemas.briefing import Lead, LeadLine

__all__ = ["compose"]

LONGEST = 5
"""Sentences of a bottom line at most."""


def compose(payload: Mapping[str, object]) -> Lead:
    """One sentence for each of the first events, with its figures and its first claim."""
    records = payload.get("records")
    rows = [row for row in records if isinstance(row, dict)] if isinstance(records, list) else []
    lines = []
    for row in rows:
        if row.get("kind") == "event" and len(lines) < LONGEST:
            lines.append(LeadLine(text=f"{row['what']}.", items=(str(row["id"]),)))
    return Lead(lines=tuple(lines))
