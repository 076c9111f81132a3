"""Windows: a long article in overlapping parts, cut between paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.article import Article, Sentence

__all__ = ["OVERLAP", "WINDOW", "Window", "halves", "readable", "windows"]

WINDOW = 24_000
"""Code points of article text in one request: about 6,000 tokens, so that the answer fits any model's output."""
OVERLAP = 1_500
"""Code points that a window repeats of the one before it at most: the paragraphs that "he" and "the group" point back to."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of an article."""

    number: int
    """Position among the windows, from 1."""
    count: int
    """How many windows the article has."""
    sentences: tuple[int, ...]
    """Numbers of its sentences, the overlap included."""
    overlap: int = 0
    """How many of them stand in the window before as well."""


def windows(article: Article, *, size: int = WINDOW, overlap: int = OVERLAP) -> tuple[Window, ...]:
    """The article in parts of at most `size` code points, cut between paragraphs; one part for nearly every article.

    A paragraph that is longer alone is cut between its sentences, a sentence that is longer alone is a part of its own. Each part
    begins with the last paragraphs of the one before it, as far as `overlap` code points go.
    """
    parts = list(_parts(readable(article), size))
    return tuple(
        Window(place, len(parts), (*before, *(sentence.number for sentence in part)), len(before))
        for place, part in enumerate(parts, 1)
        for before in [_tail(parts[place - 2], overlap) if place > 1 else ()]
    )


def halves(article: Article, window: Window) -> tuple[Window, ...]:
    """A window in parts of about half its size, for an answer that did not fit; one part where it has one sentence."""
    held = set(window.sentences)
    sentences = [sentence for sentence in readable(article) if sentence.number in held]
    size = (sentences[-1].end - sentences[0].start) // 2 + 1 if sentences else 1
    parts = list(_parts(sentences, size))
    return tuple(Window(place, len(parts), tuple(sentence.number for sentence in part)) for place, part in enumerate(parts, 1))


def readable(article: Article) -> list[Sentence]:
    """The sentences that a model reads: all but the headline, which stands in the header, and boilerplate."""
    return [sentence for sentence in article.sentences if sentence.role in {"body", "standfirst"}]


def _parts(sentences: Sequence[Sentence], size: int) -> Iterator[list[Sentence]]:
    """Runs of whole paragraphs that fit into `size`; a longer paragraph is cut between its sentences."""
    part: list[Sentence] = []
    for piece in _pieces(sentences, size):
        if part and piece[-1].end - part[0].start > size:
            yield part
            part = []
        part += piece
    if part:
        yield part


def _pieces(sentences: Sequence[Sentence], size: int) -> Iterator[list[Sentence]]:
    """The paragraphs, cut where one is longer than `size`."""
    piece: list[Sentence] = []
    for sentence in sentences:
        if piece and (sentence.paragraph != piece[0].paragraph or sentence.end - piece[0].start > size):
            yield piece
            piece = []
        piece.append(sentence)
    if piece:
        yield piece


def _tail(part: Sequence[Sentence], overlap: int) -> tuple[int, ...]:
    """Numbers of the last whole paragraphs of `part` that fit into `overlap`; its last sentences where none does."""
    fitting = [sentence for sentence in part[1:] if part[-1].end - sentence.start <= overlap]
    cut = {sentence.paragraph for sentence in part[: len(part) - len(fitting)]}
    whole = [sentence for sentence in fitting if sentence.paragraph not in cut]
    return tuple(sentence.number for sentence in whole or fitting)
