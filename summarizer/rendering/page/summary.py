"""What the page says of figures that a reader should not take as they are: rejected, to review, or not news."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas import Boilerplate, Briefing, Check, Source, Unverified
from summarizer import figures

__all__ = ["LONG_TABLE", "Held", "held", "left_out", "short", "to_review"]

DATES = ("date", "time", "year")
"""Kinds of numbers that say when, not how many; copyright lines and timestamps are full of them."""

LONG_TABLE = 12
"""Rows of a table that is printed on one sheet. A longer one breaks between rows and repeats its head: kept whole, it would leave
the sheet before it half empty."""


@dataclass(frozen=True)
class Held:
    """A figure in a part of an article that is not news."""

    source: Source
    part: Boilerplate
    figure: str
    text: str


def short(text: str, most: int = 200) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most] + "…"


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
