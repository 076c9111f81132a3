"""Lines and paragraphs: a line is a paragraph, unless the whole text is wrapped as wire copy is."""

from collections.abc import Sequence
from itertools import pairwise

__all__ = ["Span", "lines", "paragraphs", "trim"]

Span = tuple[int, int]

WRAP_WIDTH = 100
"""Code points. A text whose lines are all shorter may be wrapped by hand or by a wire machine; a longer line is a paragraph."""
WRAP_NARROWEST = 40
"""Code points. Lines that are shorter throughout are a list or verse."""
WRAP_SHARE = 0.8
"""Share of line ends that a greedy wrap must explain; the rest are short lines before a page break or a list."""
WRAP_LINES = 3
"""Line ends that a greedy wrap must explain at least; one or two are chance."""
WRAP_CLOSED = 0.5
"""Share of lines from which a full stop at their end says that each is a paragraph; a wrap breaks anywhere."""
WRAP_SLACK = 5
"""Code points that a line may fall short of the greedy wrap; wire machines are not exact."""
WRAP_FILLED = 0.75
"""Share of the width from which a line of a wrapped text goes on in the next; wire machines break before short words too."""
LONG_LINES = 0.05
"""Share of lines that may be longer than the wrap, such as a web address."""


def lines(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the lines of `text[start:end]` that are not blank, trimmed."""
    end = len(text) if end is None else end
    found = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if trimmed := trim(text, start, stop):
            found.append(trimmed)
        start = stop + 1
    return found


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the paragraphs of `text[start:end]`, trimmed: lines, or blocks of lines where the text is wrapped.

    A text is taken for wrapped when its lines are short and nearly every line was as full as it could be: the first word of the
    next line would not have fitted.
    """
    found = lines(text, start, end)
    width = _width(text, found)
    if width is None:
        return found
    joined: list[Span] = []
    last = found[0]
    for line in found:
        if (
            joined
            and _adjacent(text, last, line)
            and (_length(text, last) >= WRAP_FILLED * width or _full(text, last, line, width))
        ):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
        last = line
    return joined


def trim(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None where nothing is left."""
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(bare)


def _width(text: str, found: Sequence[Span]) -> int | None:
    """Width to which the lines are wrapped; None where they are not."""
    widths = sorted(_length(text, line) for line in found)
    if len(widths) <= WRAP_LINES:
        return None
    width = widths[int((len(widths) - 1) * (1 - LONG_LINES))]
    if not WRAP_NARROWEST <= width <= WRAP_WIDTH:
        return None
    pairs = [(one, two) for one, two in pairwise(found) if _adjacent(text, one, two)]
    full = sum(_full(text, one, two, width) for one, two in pairs)
    closed = sum(text[end - 1] in ".!?" for (_, end), _ in pairs)
    wrapped = full >= WRAP_LINES and full >= WRAP_SHARE * len(pairs) and closed < WRAP_CLOSED * len(pairs)
    return width if wrapped else None


def _adjacent(text: str, one: Span, two: Span) -> bool:
    """Whether no blank line stands between the two lines."""
    return text.count("\n", one[1], two[0]) == 1


def _length(text: str, line: Span) -> int:
    """Length of the line, its indent included."""
    return line[1] - text.rfind("\n", 0, line[0]) - 1


def _full(text: str, one: Span, two: Span, width: int) -> bool:
    """Whether the first word of line `two` would hardly have fitted on line `one`."""
    word = text[two[0] : min(two[1], two[0] + width)].split(None, 1)[0]
    return _adjacent(text, one, two) and _length(text, one) + 1 + len(word) > width - WRAP_SLACK
