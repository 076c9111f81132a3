"""What stands in quotation marks, also where one of the two marks is missing."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from schemas import Sentence
from schemas.validation import Mode

__all__ = ["Quotations"]

OPENING = "“„‟«「『〝"
CLOSING = "”»」』〞"
STRAIGHT = '"＂'
MARK = re.compile(f"[{OPENING}{CLOSING}{STRAIGHT}]")


class Quotations:
    """The quoted stretches of a text, sorted and apart."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        """Pair the marks paragraph by paragraph; linear in the text."""
        self.text = text
        self.spans = _joined([span for start, end in _paragraphs(sentences) for span in _paired(text, start, end)])
        self._starts = [start for start, _ in self.spans]

    def mode(self, start: int, end: int) -> Mode:
        """Whether the passage is quoted wholly, in part or not at all; only letters and digits count."""
        inside = outside = False
        at = max(0, bisect_right(self._starts, start) - 1)
        for begin, stop in self.spans[at:]:
            if begin >= end:
                break
            inside = inside or _said(self.text, max(start, begin), min(end, stop))
            outside = outside or _said(self.text, start, min(end, begin))
            start = max(start, min(end, stop))
        outside = outside or _said(self.text, start, end)
        if not inside:
            return "paraphrase"
        return "mixed" if outside else "verbatim"


def _said(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[start:end])


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Start and end of each run of sentences of one paragraph."""
    found: list[tuple[int, int]] = []
    last = None
    for sentence in sentences:
        if sentence.paragraph == last and found:
            found[-1] = found[-1][0], max(found[-1][1], sentence.end)
        else:
            found.append((sentence.start, sentence.end))
        last = sentence.paragraph
    return found


def _paired(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quoted stretches of one paragraph.

    A closing mark without its opening one quotes from the start of the paragraph: a mark was dropped there. An opening mark
    without its closing one quotes to the end of the paragraph: the speech goes on in the next.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in MARK.finditer(text, start, end):
        at = mark.start()
        if _opens(text, at, start, opened is not None):
            opened = at + 1 if opened is None else opened
        elif opened is not None:
            found.append((opened, at))
            opened = None
        elif not found:
            found.append((start, at))
    if opened is not None:
        found.append((opened, end))
    return found


def _opens(text: str, at: int, start: int, inside: bool) -> bool:
    character = text[at]
    if character in OPENING:
        return True
    if character in CLOSING:
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if before.isspace() or before in "([—–-":
        return not after.isspace() and not (inside and before == " " and after in ".,;:")
    return False


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans sorted, those that touch made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        elif start < end:
            found.append((start, end))
    return found
