"""Properties of the figure checker that hold for any text."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Article
from summarizer import dates, figures, reading

NOUNS = ("soldiers", "villagers", "trucks", "houses", "schools", "ballots")
VERBS = ("were counted", "were lost", "were found", "arrived", "remained")
PLACES = ("in Gao", "near the river", "at the northern gate", "in the old market", "outside Kidal")
UNITS = ("{}", "{} per cent of the", "$ {} worth of", "{} km of", "{} tonnes of")
numbers = st.one_of(st.integers(13, 9_999), st.integers(10_000, 99_999_999))


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, str]:
    """A sentence with one figure, and the figure's digits."""
    digits = f"{draw(numbers):,}"
    unit = draw(st.sampled_from(UNITS)).format(digits)
    return (
        f"About the count: {unit} {draw(st.sampled_from(NOUNS))} {draw(st.sampled_from(VERBS))} {draw(st.sampled_from(PLACES))}.",
        digits,
    )


def article(text: str) -> Article:
    return reading.article(text, name="source")


@settings(max_examples=80, deadline=None)
@given(st.lists(sentences(), min_size=1, max_size=6), st.data())
def test_a_figure_copied_with_its_sentence_is_never_rejected(several: list[tuple[str, str]], data: st.DataObject) -> None:
    source = " ".join(sentence for sentence, _ in several)
    copied = data.draw(st.sampled_from([sentence for sentence, _ in several]))
    assert [check.decision for check in figures.check(copied, [article(source)]).checks if check.decision == "rejected"] == []


@settings(max_examples=80, deadline=None)
@given(sentences(), st.data())
def test_changing_a_digit_of_a_lone_figure_is_always_caught(pair: tuple[str, str], data: st.DataObject) -> None:
    sentence, digits = pair
    place = data.draw(st.sampled_from([index for index, char in enumerate(digits) if char.isdigit()]))
    other = data.draw(st.sampled_from([char for char in "123456789" if char != digits[place]]))
    changed = digits[:place] + other + digits[place + 1 :]
    checks = figures.check(sentence.replace(digits, changed), [article(sentence)]).checks
    assert [check.decision for check in checks] == ["rejected"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200) | st.text(alphabet="0123456789 ,.-–%$€£kmbn/:'’\n aonedhurtwyMJ", max_size=200))
def test_spans_slice_back_and_stand_in_order(text: str) -> None:
    found = figures.find(text)
    for figure in found:
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
    assert all(one.end <= two.start for one, two in pairwise(found))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789 ,.-/JanMyFebTuesdaylstwk\n", max_size=120))
def test_dates_slice_back_and_never_gain_a_year(text: str) -> None:
    for found in dates.find(text):
        words = text[found.start : found.end]
        assert words
        if found.when.year is not None:
            assert str(found.when.year) in words or str(found.when.year)[2:] in words


FORMS = (
    ("10 %", "10 per cent", "ten per cent", "10%", "10 percent"),
    ("$1.5m", "$1,500,000", "$1.5 million", "1.5 million dollars"),
    ("29 May", "May 29", "29th May", "May 29th"),
    ("ten men", "10 men"),
    ("147 men", "one hundred and forty-seven men"),
    ("two weeks", "14 days", "2 weeks", "fourteen days"),
    ("half of them", "50 per cent of them", "50% of them"),
    ("a 47-year-old man", "a man aged 47", "a 47 year old man"),
    ("more than 80 men", "over 80 men"),
    ("4,200 men", "4 200 men", "4200 men"),
)


@pytest.mark.parametrize(("one", "two"), [(a, b) for forms in FORMS for a in forms for b in forms])
def test_reformatting_never_changes_a_verdict_to_a_rejection(one: str, two: str) -> None:
    source = f"The ministry said {one} in its report."
    checks = figures.check(f"The ministry said {two} in its report.", [article(source)]).checks
    assert {check.decision for check in checks} == {"accepted"}


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_comparison_is_exact(one: int, two: int) -> None:
    a, b = figures.quantity(f"{one:,} men"), figures.quantity(f"{two:,} men")
    assert a is not None
    assert b is not None
    assert a.low == Decimal(one)
    assert (figures.compare(a, b) == "supported") == (one == two)


@pytest.mark.parametrize(
    "text",
    ["7" * 100_000, "7 " * 50_000, "," * 100_000, "hundred " * 12_500, '"' * 100_000, "“" * 100_000,
     "1." * 50_000, "1-" * 20_000, "twenty-" * 10_000,
     "one and " * 12_500, "$" * 100_000, "between 5 and " * 7_000, "May 5 " * 15_000],
    ids=lambda text: text[:8],
)  # fmt: skip
def test_hostile_texts_are_read_to_the_end(text: str) -> None:
    found = figures.find(text)
    assert all(text[figure.start : figure.end] == figure.text for figure in found)


def test_the_same_input_gives_the_same_report() -> None:
    source = article("On 23 May 41 soldiers were killed and 30 wounded. On 1 June at least 100 troops died.")
    claim = "41 soldiers were wounded on 1 June, 100 died."
    assert figures.check(claim, [source]).model_dump_json() == figures.check(claim, [source]).model_dump_json()
