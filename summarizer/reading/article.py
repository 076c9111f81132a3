"""Article: one text with its sentences, what it says of itself, and what in it is not news."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from schemas.article import Article, Boilerplate, BoilerplateKind, Dateline, Sentence, Stated, StatedDate
from summarizer.reading import boilerplate, metadata
from summarizer.text import Span, digest, normalise, paragraphs, within

__all__ = ["article"]

Role = Literal["body", "headline", "standfirst"]


def article(
    text: str,
    *,
    name: str = "text",
    path: str = "-",
    published: date | None = None,
    publisher: str | None = None,
    headline: str | None = None,
) -> Article:
    """The article that `text` is; what the caller gives stands in for what the text does not state.

    The text is normalised first; every offset counts code points of `Article.text`.
    """
    text = normalise(text)
    blocks = {block: tuple(within(text, *block)) for block in paragraphs(text)}
    pieces = boilerplate.find(text, blocks)
    rest = _news(text, blocks, pieces)
    first = rest[0][0] if rest else len(text)
    title = metadata.titled(text, pieces, first)
    head = None if title else metadata.headline(text, rest)
    leads = rest[1 : 1 + metadata.standfirst(text, rest, pieces)] if head else []
    roles: dict[Span, Role] = dict.fromkeys(leads, "standfirst")
    if head is not None:
        roles[rest[0]] = "headline"
    line = metadata.dateline(text, rest[len(roles) :])
    return Article(
        id=digest(text),
        name=name,
        path=path,
        text=text,
        headline=_stated(text, head or title) or (Stated(value=headline, basis="option") if headline else None),
        dateline=line,
        publisher=metadata.publisher(text, pieces, line, first)
        or (Stated(value=publisher, basis="option") if publisher else None),
        published=metadata.published(text, pieces, line) or (StatedDate(value=published, basis="option") if published else None),
        sentences=tuple(_numbered(text, blocks, pieces, line, roles)),
        boilerplate=tuple(pieces),
    )


def _news(text: str, blocks: Iterable[Span], pieces: Sequence[Boilerplate]) -> list[Span]:
    """The paragraphs that hold more than boilerplate."""
    starts = [piece.start for piece in pieces]
    kept = []
    for a, b in blocks:
        place = a
        for piece in pieces[bisect_left(starts, a) : bisect_left(starts, b)]:
            if text[place : piece.start].strip():
                break
            place = piece.end
        if text[place:b].strip():
            kept.append((a, b))
    return kept


def _stated(text: str, span: Span | None) -> Stated | None:
    """The headline as the text states it."""
    return span and Stated(value=text[slice(*span)], basis="text", start=span[0], end=span[1])


def _numbered(
    text: str,
    blocks: Mapping[Span, Sequence[Span]],
    pieces: Sequence[Boilerplate],
    line: Dateline | None,
    roles: Mapping[Span, Role],
) -> Iterator[Sentence]:
    """Every sentence in order with its paragraph and role; the dateline belongs to none."""
    number = 0
    starts = [piece.start for piece in pieces]
    for paragraph, ((a, b), whole) in enumerate(blocks.items(), 1):
        role = roles.get((a, b), "body")
        start = line.end if line is not None and a <= line.start < b else a
        inside = pieces[bisect_left(starts, a) : bisect_left(starts, b)]
        spans: Iterable[tuple[int, int, BoilerplateKind | None]] = ((c, d, None) for c, d in whole)
        if role == "headline":
            spans = [(a, b, None)]
        elif inside or start > a:
            spans = _cut(text, start, b, inside)
        for c, d, kind in spans:
            number += 1
            yield Sentence(
                number=number, start=c, end=d, paragraph=paragraph, role="boilerplate" if kind else role, boilerplate=kind
            )


def _cut(text: str, start: int, end: int, pieces: Sequence[Boilerplate]) -> Iterator[tuple[int, int, BoilerplateKind | None]]:
    """Spans of the sentences between `start` and `end`, cut at the borders of boilerplate too."""
    for piece in pieces:
        yield from ((a, b, None) for a, b in within(text, start, piece.start))
        yield from ((a, b, piece.kind) for a, b in within(text, piece.start, piece.end))
        start = piece.end
    yield from ((a, b, None) for a, b in within(text, start, end))
