"""Every format is written from the same records, again and again the same."""

import importlib.util
from pathlib import Path

import pytest

from summarizer.exceptions import MissingExtra
from summarizer.rendering import FORMATS, by_ending, render, require
from tests.briefings import ardava, briefing


def test_the_formats_are_sorted_by_name() -> None:
    assert list(FORMATS) == sorted(FORMATS)


def test_no_two_formats_have_one_ending() -> None:
    assert len({one.suffix for one in FORMATS.values()}) == len(FORMATS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x.json", "json"),
        ("x.csl.json", "csl"),
        ("x.stix.json", "stix"),
        ("x.acled.csv", "acled"),
        ("X.CSV", "csv"),
        ("x.md", "md"),
    ],
)
def test_the_longest_ending_names_the_format(name: str, expected: str) -> None:
    found = by_ending(name)
    assert found is not None
    assert found.name == expected


def test_an_unknown_ending_names_none() -> None:
    assert by_ending("x.doc") is None


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_briefing_gives_the_same_bytes(name: str) -> None:
    assert render(ardava(), name) == render(ardava(), name)


@pytest.mark.parametrize("name", FORMATS)
def test_binary_formats_are_bytes_and_the_others_text(name: str) -> None:
    assert isinstance(render(ardava(), name), bytes) == FORMATS[name].binary


@pytest.mark.parametrize("name", FORMATS)
def test_a_briefing_without_anything_is_written_in_every_format(name: str) -> None:
    assert render(briefing([], []), name) is not None


def test_every_format_stands_in_the_documentation() -> None:
    text = (Path(__file__).parent.parent / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [name for name, one in FORMATS.items() if f"| `{name}` | `{one.suffix}` |" not in text] == []


@pytest.mark.parametrize("format", [name for name, listed in FORMATS.items() if listed.extra])
def test_a_missing_package_is_met_before_anything_is_read(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    require(format)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=rf"summarizer\[{FORMATS[format].extra}\]"):
        require(format)


def test_a_format_without_an_extra_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    for name, listed in FORMATS.items():
        if listed.extra is None:
            require(name)
