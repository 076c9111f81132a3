"""The summary on a terminal and in a pipe."""

import io

from rich.console import Console

from schemas import Briefing
from summarizer.rendering.terminal import render_briefing
from tests.briefings import ardava, briefing
from tests.briefings.hostile import hostile


def shown(made: Briefing, *, terminal: bool = False, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, write_through=True)
    render_briefing(made, Console(file=file, force_terminal=terminal, width=100, highlight=False, emoji=False))
    return raw.getvalue().decode(encoding)


def test_it_says_what_happened_how_many_and_what_is_disputed() -> None:
    text = shown(ardava())
    assert [line for line in text.splitlines() if line in HEADINGS] == HEADINGS


HEADINGS = ["Bottom line", "How many, by whose account", "Disputed", "Not verified and left out", "Sources"]


def test_each_value_stands_with_its_speaker_and_its_place() -> None:
    assert "  30  Ardava Front [A1-3]" in shown(ardava()).splitlines()


def test_in_a_pipe_there_is_no_colour_and_no_wrapping() -> None:
    text = shown(ardava())
    assert "\x1b" not in text
    assert any(len(line) > 100 for line in text.splitlines())


def test_on_a_terminal_there_is_colour() -> None:
    assert "\x1b[" in shown(ardava(), terminal=True)


def test_an_article_can_neither_colour_nor_turn_the_terminal() -> None:
    text = shown(hostile())
    assert [letter for letter in "\x1b\x00\u202e" if letter in text] == []


def test_markup_of_an_article_is_shown_as_it_is() -> None:
    assert "[here](javascript:alert(1))" in shown(hostile())


def test_a_terminal_without_unicode_gets_question_marks() -> None:
    assert "?12? by" not in shown(ardava(), encoding="ascii")


def test_an_empty_briefing_is_shown_without_an_error() -> None:
    assert "Figures: 0 verified, 0 to review, 0 contested, 0 opposed, 0 rejected" in shown(briefing([], []))
