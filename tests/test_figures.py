"""Figures in a text: found with their spans and values."""

from decimal import Decimal

import pytest

from summarizer import figures


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "qualifier", "kind"),
    [
        ("The toll was 4,200 people.", "4,200", 4200, 4200, "exact", "count"),
        ("It cost €3bn.", "€3bn", 3_000_000_000, 3_000_000_000, "exact", "money"),
        ("half a million people", "half a million", 500_000, 500_000, "exact", "count"),
        ("between 1,500 and 2,000 of them", "between 1,500 and 2,000", 1500, 2000, "between", "count"),
        ("more than 80 terrorists", "more than 80", 80, None, "more_than", "count"),
    ],
)
def test_a_figure_is_found_with_its_value(
    text: str, words: str, low: Decimal, high: Decimal | None, qualifier: str, kind: str
) -> None:
    found = figures.find(text)[0]
    value = found.quantity
    assert found.text == words
    assert (value.low, value.high) == (low, high)
    assert (value.qualifier, value.kind) == (qualifier, kind)
    assert text[found.start : found.end] == found.text
