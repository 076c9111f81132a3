"""Dates: found with the fields the words give, resolved only against an anchor."""

from datetime import date

import pytest

from summarizer import dates

ANCHOR = date(2025, 7, 5)


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("June 6, 2025", date(2025, 6, 6), date(2025, 6, 6), "day"),
        ("6 June 2025", date(2025, 6, 6), date(2025, 6, 6), "day"),
        ("2025-06-06", date(2025, 6, 6), date(2025, 6, 6), "day"),
        ("06.06.2025", date(2025, 6, 6), date(2025, 6, 6), "day"),
        ("in 2012", date(2012, 1, 1), date(2012, 12, 31), "year"),
        ("the 1970s", date(1970, 1, 1), date(1979, 12, 31), "decade"),
        ("February 2024", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("early February 2024", date(2024, 2, 1), date(2024, 2, 10), "month"),
        ("Oct. 20-21, 2023", date(2023, 10, 20), date(2023, 10, 21), "day"),
        ("summer 2014", date(2014, 6, 1), date(2014, 8, 31), "season"),
    ],
)
def test_complete_words_give_a_calendar_date(words: str, start: date, end: date, precision: str) -> None:
    found = dates.resolve(words, anchor=None, basis="unresolved")
    assert (found.start, found.end, found.precision, found.basis) == (start, end, precision, "stated")


@pytest.mark.parametrize("words", ["23 May", "Tuesday, 1 July", "late May", "Friday", "yesterday", "last week"])
def test_a_missing_year_stays_missing_without_an_anchor(words: str) -> None:
    found = dates.resolve(words, anchor=None, basis="unresolved")
    assert (found.start, found.year, found.basis) == (None, None, "unresolved")


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Tuesday, 1 July", date(2025, 7, 1), date(2025, 7, 1)),
        ("Friday", date(2025, 7, 4), date(2025, 7, 4)),
        ("yesterday", date(2025, 7, 4), date(2025, 7, 4)),
        ("last week", date(2025, 6, 23), date(2025, 6, 29)),
        ("23 May", date(2025, 5, 23), date(2025, 5, 23)),
        ("late May", date(2025, 5, 21), date(2025, 5, 31)),
        ("last month", date(2025, 6, 1), date(2025, 6, 30)),
        ("28 February", date(2025, 2, 28), date(2025, 2, 28)),
    ],
)
def test_relative_words_rest_on_the_anchor(words: str, start: date, end: date) -> None:
    found = dates.resolve(words, anchor=ANCHOR, basis="dateline")
    assert (found.start, found.end, found.basis) == (start, end, "dateline")


@pytest.mark.parametrize("words", ["We", "may", "30 February 2024", "soon", "30 December"])
def test_words_without_a_date_resolve_to_nothing(words: str) -> None:
    assert dates.resolve(words, anchor=ANCHOR, basis="dateline").start is None
