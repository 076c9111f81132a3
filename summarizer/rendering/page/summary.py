"""What the first screen says of a figure group: each distinct value once, with all who state it."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas import Boilerplate, Briefing, Check, FigureGroup, Source, Statement, Unverified
from summarizer import figures
from summarizer.rendering import words
from summarizer.text import fold

__all__ = ["Held", "Value", "held", "left_out", "to_review", "values"]


DATES = ("date", "time", "year")
"""Kinds of numbers that say when, not how many; copyright lines and timestamps are full of them."""


@dataclass(frozen=True)
class Value:
    """One stated value."""

    first: Statement
    """The statement that is shown."""
    speakers: tuple[str, ...]
    """Everybody who states it."""
    others: tuple[Statement, ...]
    """Further statements of the same words."""


@dataclass(frozen=True)
class Held:
    """A figure in a part of an article that is not news."""

    source: Source
    part: Boilerplate
    figure: str
    text: str


def values(group: FigureGroup) -> list[Value]:
    """The distinct values of a group in the order of its statements."""
    found: dict[str, list[Statement]] = {}
    for said in group.statements:
        found.setdefault(fold(said.words), []).append(said)
    return [Value(some[0], tuple(dict.fromkeys(map(words.said_by, some))), tuple(some[1:])) for some in found.values()]


def left_out(briefing: Briefing) -> list[Unverified]:
    """Items that the text does not support."""
    return [one for one in briefing.unverified if one.check.decision == "rejected"]


def to_review(briefing: Briefing) -> list[tuple[Source, str, Check]]:
    """Figures that stand in the briefing and that a person should look at, by article: what the extraction said, and why."""
    known = {one.article: one for one in briefing.sources}
    return [
        (known[one.article.id], figure.said.text, figure.check)
        for one in briefing.extractions
        if one.article.id in known
        for figure in one.figures
        if figure.decision == "review"
    ]


def held(briefing: Briefing) -> Iterator[Held]:
    """Figures that stand in boilerplate: they enter no event."""
    texts = {one.article.id: one.article for one in briefing.extractions}
    for source in briefing.sources:
        article = texts.get(source.article)
        for part in article.boilerplate if article is not None else ():
            text = article.text[part.start : part.end] if article is not None else ""
            if part.kind == "repeated":
                continue
            for found in figures.find(text):
                if found.quantity is None or found.quantity.kind not in DATES:
                    yield Held(source, part, found.text, text)
