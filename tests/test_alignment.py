"""A quotation is found where it stands, but for typography, or nearly, and what is shown are the text's own words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.alignment import NEAR, differences, finds, locate

TEXT = (
    "Mali’s army said: “The enemy suffered heavy losses wherever it attempted to strike.\n"
    "The provisional toll indicates that more than 80 terrorists were killed – in Ménaka.”\n"
    "Niono and Nioro are two towns; Boulikessi is one."
)
WORDS = st.lists(st.sampled_from(["army", "Ménaka", "80", "the", "“we", "said”", "—", "al-Qaeda", "’s"]), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("quote", "how", "there"),
    [
        ("more than 80 terrorists", "exact", "more than 80 terrorists"),
        ("attempted to strike.\nThe provisional toll", "exact", "attempted to strike.\nThe provisional toll"),
        ("attempted to strike. The provisional toll", "normalised", "attempted to strike.\nThe provisional toll"),
        ("Mali's army said", "normalised", "Mali’s army said"),
        ("MORE THAN 80 TERRORISTS", "normalised", "more than 80 terrorists"),
        ("“more than 80 terrorists”", "normalised", "more than 80 terrorists"),
        ("were killed - in Ménaka", "normalised", "were killed – in Ménaka"),
        ("were  killed\u00a0–\tin", "normalised", "were killed – in"),
        ("in Me\u0301naka", "normalised", "in Ménaka"),
        ("more than 80 terrorists were killed, in Ménaka", "near", "more than 80 terrorists were killed – in Ménaka"),
        ("more than 90 terrorists were killed", "near", "more than 80 terrorists were killed"),
        ("enemy did not suffer heavy losses wherever it attempted", "near", "enemy suffered heavy losses wherever it attempted"),
        ("Boulkessi", "near", "Boulikessi"),
    ],
)
def test_a_quotation_is_found_with_the_words_that_stand_there(quote: str, how: str, there: str) -> None:
    match = locate(quote, TEXT)
    assert match is not None
    assert (match.how, TEXT[match.start : match.end]) == (how, there)


@pytest.mark.parametrize(
    "quote", ["", "  ", "“”", "…", "Niamey", "Nioko", "nothing of this kind was ever said", "the enemy won the war in Kidal"]
)
def test_what_does_not_stand_there_is_not_found(quote: str) -> None:
    assert locate(quote, TEXT) is None


def test_a_word_is_not_found_inside_a_longer_one() -> None:
    assert locate("Mali", "Malian troops", near=101) is None
    assert [match.start for match in finds("Mali", "Malian troops in Mali, Somali")] == [17]


def test_every_place_is_given_in_order() -> None:
    assert [match.start for match in finds("army", "The army. Another army; ARMY")] == [4, 18]


def test_exact_finds_come_before_others() -> None:
    assert [(match.start, match.how) for match in finds("“army", "‘army “army")] == [(6, "exact")]


def test_the_search_stays_between_start_and_end() -> None:
    text = "the army won; the army lost"
    match = locate("the army", text, start=5)
    assert match is not None
    assert match.start == 14
    assert locate("the army won", text, start=5, near=101) is None
    assert locate("THE ARMY", text, start=1, end=21, near=101) is None


def test_there_is_no_near_find_above_a_hundred() -> None:
    assert locate("more than 90 terrorists were killed", TEXT, near=101) is None


def test_two_towns_are_not_near() -> None:
    assert locate("Nioro", "Niono") is None


def test_differences_leave_typography_out() -> None:
    assert differences("Mali's  army won", "Mali’s army lost") == (("won",), ("lost",))


@given(WORDS, st.data())
def test_words_copied_from_a_text_are_found_exactly(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1])
    match = locate(quote, text)
    assert match is not None
    assert (match.how, text[match.start : match.end]) == ("exact", quote)


@given(WORDS)
def test_typography_does_not_matter(words: list[str]) -> None:
    text = "Before it \n" + " ".join(words) + "\n and after."
    plain = "  ".join(words).translate(str.maketrans("“”’—", '""\'-')).upper()
    match = locate(plain, text)
    there = any(character.isalnum() for character in plain)
    assert (match is not None) or not there
    if match is not None and there:
        assert match.how in ("exact", "normalised")


@given(st.text(max_size=60), st.text(max_size=300), st.integers(-5, 310), st.integers(-5, 310))
def test_any_find_lies_inside_the_bounds(quote: str, text: str, start: int, end: int) -> None:
    match = locate(quote, text, start=start, end=end)
    if match is not None:
        assert max(0, start) <= match.start < match.end <= min(end, len(text))
        assert NEAR <= match.score <= 100


@given(st.lists(st.sampled_from(["Ménaka", "Dembélé", "Yélimané", "Å", "한글", "army"]), min_size=1, max_size=12), st.data())
def test_a_decomposed_text_holds_its_composed_words(words: list[str], data: st.DataObject) -> None:
    text = unicodedata.normalize("NFD", " ".join(words))
    quote = data.draw(st.sampled_from(words))
    match = locate(quote, text)
    assert match is not None
    assert unicodedata.normalize("NFC", text[match.start : match.end]) == quote


@pytest.mark.parametrize("unit", ["a ", '"', "1", "e\u0301", "…", " ", "a\u200b", "“a” "])
@pytest.mark.parametrize("quote", ["a " * 20_000 + "b", "the enemy suffered heavy losses wherever it went", "1" * 2_000 + "2"])
def test_a_hostile_text_is_searched_to_its_end(unit: str, quote: str) -> None:
    assert locate(quote, unit * 50_000) is None
