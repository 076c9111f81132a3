"""The Markdown report, read as a person reads it and as a Markdown parser does."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarizer.rendering import render
from summarizer.rendering.markdown import escape
from tests.briefings import ardava

GOLDEN = Path(__file__).parent / "data" / "ardava.md"


def report() -> str:
    text = render(ardava(), "md")
    assert isinstance(text, str)
    return text


def test_the_report_is_the_one_that_a_person_has_read() -> None:
    assert report() == GOLDEN.read_text(encoding="utf-8")


def test_the_front_matter_is_yaml() -> None:
    front = yaml.safe_load(report().split("---\n")[1])
    assert (front["articles"], front["contested"], front["rejected"], front["date"]) == (2, 1, 1, "2025-03-05")


def test_every_mark_has_its_footnote_and_every_footnote_a_mark() -> None:
    text = report()
    body, notes = text.split("\n[^", 1)[0], text[text.index("\n[^") :]
    assert set(re.findall(r"\[\^(A\d+-\d+)\]", body)) == set(re.findall(r"^\[\^(A\d+-\d+)\]:", notes, re.MULTILINE))


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "- no list",
        "1. no list",
        "12) no list",
        "> no quote",
        "[no](javascript:alert(1)) link",
        "![no](https://example.org/x.png) picture",
        "<script>alert(1)</script>",
        "*no* _emphasis_ **at** __all__",
        "`no code`",
        "~~no strike~~",
        "no | table | cell",
        "&lt;no entity&gt;",
        "https://example.org and www.example.org",
        "[[no wiki link]] and ![[no embed]]",
        "no ==highlight== no %%comment%% no $formula$",
        "[^A1-1]: no footnote",
        "--- no rule",
        "=== no heading",
        "line\nbreak\n\n# and a heading",
        "back\\slash \\[x\\]",
    ],
)
def test_words_of_an_article_are_never_markup(text: str) -> None:
    assert shown(text) == " ".join(text.split())


def shown(text: str) -> str:
    """What a parser with tables, strike-through and links shows for an escaped text; fails where it sees any markup."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(f"- {escape(text)}")
    inline = [token for token in tokens if token.type == "inline"]
    assert [token.type for token in tokens if token.type not in KNOWN] == []
    assert [child.type for token in inline for child in token.children or [] if child.type not in ("text", "text_special")] == []
    return "".join(child.content for token in inline for child in token.children or [])


KNOWN = (
    "bullet_list_open",
    "list_item_open",
    "paragraph_open",
    "inline",
    "paragraph_close",
    "list_item_close",
    "bullet_list_close",
)


@given(st.text(alphabet=st.characters(codec="ascii", exclude_characters="\x7f", min_codepoint=32), min_size=1))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    if text.strip():
        assert shown(text) == " ".join(text.split())
