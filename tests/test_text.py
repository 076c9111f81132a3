"""Text: normalised once, cut into paragraphs and sentences at exact offsets, folded, hashed."""

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text import digest, fold, lines, normalise, paragraphs, sentences
from summarizer.text.sentences import LONGEST

SEEDS = sorted(Path(__file__).parent.parent.glob("seeds/0*.txt"))
NEWSY = st.text(st.one_of(st.sampled_from(list(" .,?!\n\"'“”‘’()[]-—5A aeé\t\u00a0\u2028")), st.characters()), max_size=300)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Ali met Col. Sow. They left.", ["Gen. Ali met Col. Sow.", "They left."]),
        ("Lt. Gen. J. Smith of the U.S. Army said so.", ["Lt. Gen. J. Smith of the U.S. Army said so."]),
        ("In the U.S. He left.", ["In the U.S.", "He left."]),
        ("No. 5 fell on Sept. 11. Art. 5 holds.", ["No. 5 fell on Sept. 11.", "Art. 5 holds."]),
        ("It began at 9 p.m. Monday in Ft. Hood.", ["It began at 9 p.m. Monday in Ft. Hood."]),
        ("It began at 9 p.m. The army left.", ["It began at 9 p.m.", "The army left."]),
        ("The bridge is 90 ft. The army left.", ["The bridge is 90 ft.", "The army left."]),
        ("He said: “We ran. Nobody fell.” Then he left.", ["He said: “We ran.", "Nobody fell.”", "Then he left."]),
        (
            'He said: "We ran. Nobody fell. "One," he said. He left.',
            ['He said: "We ran.', "Nobody fell.", '"One," he said.', "He left."],
        ),
        ("We ran. Nobody fell”, said Ali. He left.", ["We ran.", "Nobody fell”, said Ali.", "He left."]),
        ("“What?” he asked. “No!” cried Awa.", ["“What?” he asked.", "“No!” cried Awa."]),
        ("It fell (he was there. He saw it) at noon. It burnt.", ["It fell (he was there. He saw it) at noon.", "It burnt."]),
        ("(This is a whole sentence of its own.) The next one.", ["(This is a whole sentence of its own.)", "The next one."]),
        ("It fell (nobody closes this. It burnt. It fell.", ["It fell (nobody closes this.", "It burnt.", "It fell."]),
        ("It costs $1.5 million, up 3.5 percent. Fine.", ["It costs $1.5 million, up 3.5 percent.", "Fine."]),
        ("It fell. . Then it burnt. …", ["It fell. .", "Then it burnt. …"]),
        (
            "COL. ISAACS SPOKE. THE U.N. LEFT ON FEB. 5. IT RAINED.",
            ["COL. ISAACS SPOKE.", "THE U.N. LEFT ON FEB. 5.", "IT RAINED."],
        ),
        ("A headline without a stop\nThe first sentence.", ["A headline without a stop", "The first sentence."]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_missing_quotation_mark_changes_nothing_beyond_its_place() -> None:
    text = SEEDS[1].read_text(encoding="utf-8")
    mended = text.replace("The enemies of peace", "“The enemies of peace")
    assert [sentence.lstrip("“") for sentence in split(mended)] == [sentence.lstrip("“") for sentence in split(text)]
    assert any(sentence.startswith("The CSS, which comprises") for sentence in split(text))


WIRE = """   CITY, 4 FEB 90 (AGENCY) -- [TEXT] THE ARMY OF THE REPUBLIC DENIED
TODAY THAT GUERRILLAS ATTACKED THE "SANTA ANA" FARM ON THE PACIFIC SIDE.
COL. ISAACS SAID THAT THE ATTACK LEFT ONE CIVILIAN DEAD, WHO HAD BEEN
PASSING BY AT THE TIME OF THE SKIRMISH.

   HE ADDED THAT ON 3 FEBRUARY THE PRESIDENT MET WITH THE DIPLOMATS WHO
ARE ACCREDITED IN THE CAPITAL."""


def test_wrapped_wire_copy_is_read_by_paragraphs() -> None:
    assert len(paragraphs(WIRE)) == 2
    assert [" ".join(sentence.split())[-23:] for sentence in split(WIRE)] == [
        "RM ON THE PACIFIC SIDE.",
        "E TIME OF THE SKIRMISH.",
        "REDITED IN THE CAPITAL.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Army retakes bridge\nFighters flee\nMinister speaks\nMarkets close lower\nRain expected",
        "A headline of the day\nThe first sentence of this article stands on one line.\nSo does the second one.",
    ],
)
def test_short_lines_that_are_no_wrap_stay_apart(text: str) -> None:
    assert paragraphs(text) == lines(text)


def test_a_stretch_without_a_stop_is_cut_at_white_space() -> None:
    found = split("word " * 3000)
    assert max(map(len, found)) <= LONGEST
    assert " ".join(found) == ("word " * 3000).strip()


@settings(deadline=None)  # time is measured in bench/
@given(NEWSY)
def test_sentences_lie_in_order_inside_the_text_and_lose_no_word(text: str) -> None:
    spans = sentences(text)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@settings(deadline=None)  # time is measured in bench/
@given(NEWSY, st.integers(0, 300), st.integers(0, 300))
def test_sentences_of_a_stretch_stay_inside_it(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    assert all(start <= a < b <= end for a, b in sentences(text, start, end))


@settings(deadline=None)  # time is measured in bench/
@given(st.text())
def test_normalising_twice_changes_nothing(raw: str) -> None:
    text = normalise(raw)
    assert normalise(text) == text
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & set("\r\0\v\f\x85\u2028\u2029")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\ufeffone\r\ntwo\rthree", "one\ntwo\nthree"),
        ("e\u0301", "é"),
        ("a\0b\ud800c", "a\ufffdb\ufffdc"),
        ("a\u2028b\x85c", "a\nb\nc"),
    ],
)
def test_normalising_settles_line_ends_marks_and_broken_characters(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Jama’at Nusrat al-Islam", "JAMAAT NUSRAT AL ISLAM"),
        ("Ménaka", "Menaka"),
        ("Łódź", "lodz"),
        ("counter–offensive", "counter-offensive"),
        ("Dioïla\u00a0town", " dioila  town"),
    ],
)
def test_names_that_differ_in_dress_fold_to_the_same_words(one: str, two: str) -> None:
    assert fold(one) == fold(two)


def test_names_of_two_towns_stay_two() -> None:
    assert fold("Niono") != fold("Nioro")


@settings(deadline=None)  # time is measured in bench/
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


def test_a_digest_is_the_beginning_of_the_sha_256() -> None:
    assert digest("abc") == "ba7816bf8f01cfea"
    assert digest("\ud800") != digest("\ud801")
