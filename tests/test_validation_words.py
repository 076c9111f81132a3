"""Words that change what a sentence warrants."""

import pytest

from summarizer.validation.words import hedges, negations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He allegedly fired.", ["allegedly"]),
        ("ALLEGEDLY killed, REPORTEDLY by JNIM", ["ALLEGEDLY", "REPORTEDLY"]),
        ("İstanbul: reportedly two", ["reportedly"]),
        ("the alleger said so", []),
        ("According to unconfirmed reports, two died", ["According to unconfirmed reports", "unconfirmed"]),
        ("", []),
    ],
)
def test_hedges_are_whole_words_whatever_their_capitals(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in hedges(text)] == found


def test_negations_are_counted() -> None:
    assert negations(["it", "wasn't", "not", "noted"]) == 2
