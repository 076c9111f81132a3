"""Minimal figures until `summarizer.figures` has its first version; then this file goes."""

import re
from decimal import Decimal
from typing import NamedTuple

from schemas import Article, Check, Figure, Quantity
from schemas.validation import Verdict
from summarizer.alignment import locate

__all__ = ["Found", "compare", "find", "judge"]

NUMBER = re.compile(r"\d+(?:,\d{3})*")


class Found(NamedTuple):
    """A numeral."""

    start: int
    end: int
    text: str
    quantity: Quantity


def find(text: str) -> list[Found]:
    """Every numeral."""
    found = []
    for match in NUMBER.finditer(text):
        value = Decimal(match[0].replace(",", ""))
        found.append(Found(*match.span(), match[0], Quantity(kind="count", low=value, high=value, qualifier="exact")))
    return found


def compare(a: Quantity, b: Quantity) -> Verdict:
    """Equal or not."""
    return "supported" if a.low == b.low else "contradicted"


def judge(figure: Figure, article: Article) -> Check:
    """Verbatim in its sentence."""
    sentence = article.sentences[figure.sentence - 1]
    place = locate(figure.text, article.text, start=sentence.start, end=sentence.end, near=101)
    verdict: Verdict = "supported" if place else "unsupported"
    quantity = next((found.quantity for found in find(figure.text)), None)
    from summarizer.validation.context import Context

    return Check(
        of="figure", text=figure.text, start=0, end=len(figure.text), verdict=verdict, explanation="Looked up word for word.",
        evidence=Context(article).evidence(place.start, place.end) if place else (), quantity=quantity,
    )  # fmt: skip
