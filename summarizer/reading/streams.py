"""Streams: many articles in one file, one JSON object a line."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

__all__ = ["Entry", "begins", "entries"]


class Entry(NamedTuple):
    """One line of a stream: an article's text with what the file says of it, or what is wrong with the line."""

    line: int
    """Number of the line, from 1."""
    text: str = ""
    """The text."""
    name: str = ""
    """Short name; empty where the line gives none."""
    headline: str | None = None
    """Headline."""
    publisher: str | None = None
    """Publisher."""
    published: date | None = None
    """Date of publication."""
    problem: str | None = None
    """What is wrong, where the line cannot be used."""


def begins(line: bytes) -> bool:
    """Whether a first line is an object with a text, so that the rest is a stream of them."""
    try:
        found = json.loads(line)
    except ValueError:
        return False
    return isinstance(found, dict) and "text" in found


def entries(lines: Iterable[bytes | None]) -> Iterator[Entry]:
    """Every line that is not blank, read one at a time; None stands for one that is too long."""
    for number, line in enumerate(lines, 1):
        if line is None:
            yield Entry(number, problem="is too long; split it into articles")
        elif line.strip():
            yield _entry(number, line)


def _entry(number: int, line: bytes) -> Entry:
    """One line."""
    try:
        found: object = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Entry(number, problem="is not JSON in UTF-8; write one object a line")
    if not isinstance(found, dict):
        return Entry(number, problem='is not an object; write {"text": "…"}')
    words = {key: value for key, value in found.items() if isinstance(value, str)}
    if "text" not in words:
        return Entry(number, problem='has no "text"; write {"text": "…"}')
    try:
        published = date.fromisoformat(words["published"][:10]) if words.get("published") else None
    except ValueError:
        return Entry(number, problem='has a "published" that is no date; write YYYY-MM-DD')
    name = words.get("name") or words.get("id") or str(found.get("id") or "")
    return Entry(number, words["text"], name, words.get("headline"), words.get("publisher"), published)
