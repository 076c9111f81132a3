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
        ("this morning", date(2025, 7, 5), date(2025, 7, 5)),
        ("Three days ago", date(2025, 7, 2), date(2025, 7, 2)),
        ("about 10 days ago", date(2025, 6, 25), date(2025, 6, 25)),
        ("two weeks ago", date(2025, 6, 16), date(2025, 6, 22)),
        ("a month ago", date(2025, 6, 1), date(2025, 6, 30)),
        ("eight months ago", date(2024, 11, 1), date(2024, 11, 30)),
        ("a year ago", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_relative_words_rest_on_the_anchor(words: str, start: date, end: date) -> None:
    found = dates.resolve(words, anchor=ANCHOR, basis="dateline")
    assert (found.start, found.end, found.basis) == (start, end, "dateline")


@pytest.mark.parametrize("words", ["We", "may", "30 February 2024", "soon", "30 December", "a day earlier", "long ago"])
def test_words_without_a_date_resolve_to_nothing(words: str) -> None:
    assert dates.resolve(words, anchor=ANCHOR, basis="dateline").start is None


def found(text: str) -> list[str]:
    return [text[item.start : item.end] for item in dates.find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fiesta is planned for April 17 and 18 this year.", ["April 17 and 18", "this year"]),
        ("On Tuesday, 1 July, and 23 May", ["Tuesday, 1 July", "23 May"]),
        ("the late 1970s and mid-2012", ["late 1970s", "mid-2012"]),
        ("from 1958 to 1964", ["1958", "1964"]),
        ("Monday's bombing", ["Monday"]),
        ("In 2015, 200 people died.", ["2015"]),
        ("1,500 men and 2,000 women, 1000 warheads, over 1700 towns", []),
        ("March on, he may say, and sat down", []),
        ("Flight 1980s", ["1980s"]),
    ],
)
def test_dates_in_a_sentence(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_a_range_of_days_ends_on_its_last_day() -> None:
    assert dates.resolve("Oct. 20-21, 2023", anchor=None, basis="stated").end == date(2023, 10, 21)


def test_a_weekday_beside_a_day_must_agree_with_the_year() -> None:
    assert dates.resolve("Tuesday, 1 July", anchor=ANCHOR, basis="published").start == date(2025, 7, 1)
    assert dates.resolve("Monday, 1 July", anchor=ANCHOR, basis="published").start is None


@pytest.mark.parametrize("anchor", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize(
    "words", ["23 May", "Friday", "next Friday", "last week", "next month", "tomorrow", "late May", "last May"]
)
def test_the_ends_of_the_calendar_are_no_obstacle(words: str, anchor: date) -> None:
    assert dates.resolve(words, anchor=anchor, basis="dateline").text == words


@pytest.mark.parametrize("words", ["999 years ago", "999 months ago", "999 weeks ago", "999 days ago"])
def test_nothing_is_counted_back_beyond_the_calendar(words: str) -> None:
    assert dates.resolve(words, anchor=date(1, 1, 5), basis="published").start is None
