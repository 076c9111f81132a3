"""Parsing: our own requests read back, so that the rule-based model answers what any other model is asked."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.prompting.layout import TASKS, Task

__all__ = ["Parsed", "Unknown", "parse"]

_FENCE = re.compile(r"^<(article|items|lines|records) ([0-9a-f]{16})>$", re.MULTILINE)
_PART = re.compile(r"^This is part (\d+) of (\d+) ", re.MULTILINE)


class Unknown(ValueError):
    """The messages are not a request of ours."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A request, read back."""

    task: Task
    """What is asked for."""
    header: dict[str, str] = field(default_factory=dict)
    """What the article says of itself (headline, dateline, publisher, published), and `part` where it is one of several."""
    headline: int | None = None
    """Number of the headline's sentence, where it is one."""
    sentences: tuple[tuple[int, str], ...] = ()
    """Number and text of each sentence, without the headline."""
    paragraphs: dict[int, int] = field(default_factory=dict)
    """Paragraph of each sentence number, counted from 1 in the request."""
    payload: dict[str, object] = field(default_factory=dict)
    """`items` and `ids` of a repair; `records` of a bottom line."""


def parse(messages: Sequence[Mapping[str, object]]) -> Parsed:
    """The last of `messages` that is a request of ours; raises Unknown where there is none.

    Anything after it, such as a request to correct the shape of an answer, is passed over.
    """
    for message in reversed(messages):
        content = _content(message)
        for task, line in TASKS.items():
            if content.startswith(line):
                return _read(task, content)
    raise Unknown("no message of this request begins with a task of ours")


def _content(message: Mapping[str, object]) -> str:
    """The text of a user message, given as a string or as parts."""
    content = message.get("content") if message.get("role") == "user" else None
    if isinstance(content, list):
        return "".join(str(part.get("text", "")) for part in content if isinstance(part, Mapping))
    return content if isinstance(content, str) else ""


def _read(task: Task, content: str) -> Parsed:
    """One request."""
    blocks = _blocks(content)
    payload: dict[str, object] = {}
    if "items" in blocks:
        rows = [json.loads(line) for line in blocks["items"]]
        payload = {"ids": {}, **rows[0], "items": rows[1:]} if rows and "ids" in rows[0] else {"ids": {}, "items": rows}
    if "records" in blocks:
        payload = {"records": [json.loads(line) for line in blocks["records"]]}
    header, headline, sentences, paragraphs = _article(blocks.get("article", []))
    if part := _PART.search(content, 0, content.find("\n<")):
        header["part"] = f"{part[1]} of {part[2]}"
    return Parsed(task, header, headline, sentences, paragraphs, payload)


def _blocks(content: str) -> dict[str, list[str]]:
    """The lines of each fenced block; one that is not closed by its own key goes to the end."""
    blocks: dict[str, list[str]] = {}
    place = 0
    while opened := _FENCE.search(content, place):
        kind, key = opened.groups()
        closed = content.find(f"\n</{kind} {key}>", opened.end())
        place = len(content) if closed < 0 else closed
        blocks[kind] = content[opened.end() + 1 : place].split("\n")
    return blocks


def _article(lines: Sequence[str]) -> tuple[dict[str, str], int | None, tuple[tuple[int, str], ...], dict[int, int]]:
    """Header, number of the headline, sentences and their paragraphs."""
    header: dict[str, str] = {}
    headline: int | None = None
    sentences: list[tuple[int, str]] = []
    paragraphs: dict[int, int] = {}
    paragraph = 0
    for line in lines:
        if not line:
            paragraph += 1
        elif paragraph:
            mark, _, words = line.partition("] ")
            number = int(mark[1:])
            sentences.append((number, words))
            paragraphs[number] = paragraph
        else:
            key, _, words = line.partition(": ")
            name, _, mark = key.partition(" [")
            header[name] = words
            headline = int(mark[:-1]) if mark else headline
    return header, headline, tuple(sentences), paragraphs
