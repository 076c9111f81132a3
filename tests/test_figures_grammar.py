"""Figures in a text: each kind with its span, value, bound and unit; and the numbers that are no figures."""

from decimal import Decimal

import pytest

from summarizer import figures

D = Decimal
M = Decimal(10**6)
B = Decimal(10**9)

COUNTS = [
    ("the toll rose to 4,200 people", "4,200", D(4200), D(4200), "exact"),
    ("the toll rose to 4 200 people", "4 200", D(4200), D(4200), "exact"),
    ("the toll rose to 4\u202f200 people", "4\u202f200", D(4200), D(4200), "exact"),
    ("it has 12,34,000 members", "12,34,000", D(1234000), D(1234000), "exact"),
    ("1.5 million people fled", "1.5 million", D("1.5") * M, D("1.5") * M, "exact"),
    ("half a million people", "half a million", M / 2, M / 2, "exact"),
    ("two and a half million people", "two and a half million", D("2.5") * M, D("2.5") * M, "exact"),
    ("twenty-one men", "twenty-one", D(21), D(21), "exact"),
    ("one hundred and forty-seven students", "one hundred and forty-seven", D(147), D(147), "exact"),
    ("two thousand five hundred men", "two thousand five hundred", D(2500), D(2500), "exact"),
    ("a dozen men", "a dozen", D(12), D(12), "exact"),
    ("three dozen nations", "three dozen", D(36), D(36), "exact"),
    ("a hundred and fifty men", "a hundred and fifty", D(150), D(150), "exact"),
    ("dozens of militants", "dozens", D(24), D(99), "vague"),
    ("scores of people", "scores", D(40), D(199), "vague"),
    ("hundreds of thousands of men", "hundreds of thousands", D(200_000), D(1_999_000), "vague"),
    ("a couple of men", "a couple", D(2), D(3), "vague"),
    ("several positions", "several", D(3), D(19), "vague"),
    ("a few hundred men", "a few hundred", D(200), D(900), "vague"),
    ("twin bombings", "twin", D(2), D(2), "exact"),
    ("between 1,500 and 2,000 of those deaths", "between 1,500 and 2,000", D(1500), D(2000), "between"),
    ("three or four men", "three or four", D(3), D(4), "between"),
    ("20–30 people", "20–30", D(20), D(30), "between"),
    ("more than 80 terrorists", "more than 80", D(80), None, "more_than"),
    ("over 4,200 terrorists", "over 4,200", D(4200), None, "more_than"),
    ("at least 100 troops", "at least 100", D(100), None, "at_least"),
    ("the death toll is up to ten", "ten", D(10), D(10), "exact"),
    ("the number of dead has gone up to 27", "27", D(27), D(27), "exact"),
    ("the bus carries up to 27 people", "up to 27", None, D(27), "at_most"),
    ("one woman was killed", "one", D(1), D(1), "exact"),
    ("one police officer had died", "one", D(1), D(1), "exact"),
    ("no fewer than 12 men", "no fewer than 12", D(12), None, "at_least"),
    ("up to 9 men", "up to 9", None, D(9), "at_most"),
    ("no more than 9 men", "no more than 9", None, D(9), "at_most"),
    ("fewer than 9 men", "fewer than 9", None, D(9), "fewer_than"),
    ("nearly 400 men", "nearly 400", D(400), D(400), "approx"),
    ("some 300 men", "some 300", D(300), D(300), "approx"),
    ("about 300 men", "about 300", D(300), D(300), "approx"),
    ("around 300 men", "around 300", D(300), D(300), "approx"),
    ("40 or more men", "40 or more", D(40), None, "at_least"),
    ("80-plus men", "80-plus", D(80), None, "at_least"),
    ("80+ men", "80+", D(80), None, "at_least"),
    ("20-odd men", "20-odd", D(20), D(20), "approx"),
    ("a 2,000-strong crowd", "2,000-strong", D(2000), D(2000), "exact"),
    ("there were no casualties", "no", D(0), D(0), "exact"),
    ("none of them died", "none", D(0), D(0), "exact"),
]


@pytest.mark.parametrize(("text", "words", "low", "high", "qualifier"), COUNTS)
def test_counts(text: str, words: str, low: Decimal | None, high: Decimal | None, qualifier: str) -> None:
    found = figures.find(text)
    assert [figure.text for figure in found] == [words]
    value = found[0].quantity
    assert (value.kind, value.low, value.high, value.qualifier) == ("count", low, high, qualifier)


UNITS = [
    ("it cost €3bn", "€3bn", "money", 3 * B, 3 * B, "EUR"),
    ("it cost US$ 2.3m", "US$ 2.3m", "money", D("2.3") * M, D("2.3") * M, "USD"),
    ("it cost $30–40 million", "$30–40 million", "money", 30 * M, 40 * M, "USD"),
    ("it cost £25-30 million", "£25-30 million", "money", 25 * M, 30 * M, "GBP"),
    ("tens of millions of dollars", "tens of millions of dollars", "money", 20 * M, 99 * M, "USD"),
    ("30,000 CFA francs", "30,000 CFA francs", "money", D(30_000), D(30_000), "XOF"),
    ("a quarter of a million people", "a quarter of a million", "count", D(250_000), D(250_000), None),
    ("she is in her 40s", "40s", "age", D(40), D(49), "year"),
    ("children aged between 5 and 12", "between 5 and 12", "age", D(5), D(12), "year"),
    ("a ten-fold rise", "ten-fold", "multiple", D(10), D(10), None),
    ("the 9/11 attacks", "9/11", "identifier", None, None, None),
    ("1/2 of them", "1/2", "fraction", D("0.5"), D("0.5"), None),
    ("one in 10 voters", "one in 10", "fraction", D("0.1"), D("0.1"), None),
    ("a 5G network", "5G", "identifier", None, None, None),
    ("less than an hour later", "less than an hour", "duration", None, D(1), "hour"),
    ("between $10m and $15m", "between $10m and $15m", "money", 10 * M, 15 * M, "USD"),
    ("it costs $2-3 a day", "$2-3", "money", D(2), D(3), "USD"),
    ("inflation hit 9.1pc", "9.1pc", "percent", D("9.1"), D("9.1"), "percent"),
    ("a 5 1/2-year term", "5 1/2-year", "duration", D("5.5"), D("5.5"), "year"),
    ("it fell by a third", "a third", "fraction", D(1) / 3, D(1) / 3, None),
    ("those aged 18-24", "aged 18-24", "age", D(18), D(24), "year"),
    ("the FTSE 100 fell", "FTSE 100", "identifier", None, None, None),
    ("5 million dollars", "5 million dollars", "money", 5 * M, 5 * M, "USD"),
    ("A$20", "A$20", "money", D(20), D(20), "AUD"),
    ("EUR 20", "EUR 20", "money", D(20), D(20), "EUR"),
    ("it fell 15–20 %", "15–20 %", "percent", D(15), D(20), "percent"),
    ("it fell by ten per cent", "ten per cent", "percent", D(10), D(10), "percent"),
    ("it fell by 2 percentage points", "2 percentage points", "percentage_points", D(2), D(2), "percentage_points"),
    ("a 30-day curfew", "30-day", "duration", D(30), D(30), "day"),
    ("two weeks", "two weeks", "duration", D(14), D(14), "day"),
    ("three decades", "three decades", "duration", D(30), D(30), "year"),
    ("he is aged 47", "aged 47", "age", D(47), D(47), "year"),
    ("a 47-year-old man", "47-year-old", "age", D(47), D(47), "year"),
    ("an eight-month-old boy", "eight-month-old", "age", D(8), D(8), "month"),
    ("Jane Smith, 47, said", "47", "age", D(47), D(47), "year"),
    ("Jane Smith (47) said", "47", "age", D(47), D(47), "year"),
    ("50 km west of Kidal", "50 km", "distance", D(50), D(50), "km"),
    ("90 hectares", "90 hectares", "area", D("0.9"), D("0.9"), "km2"),
    ("three square miles", "three square miles", "area", D("7.769964331008"), D("7.769964331008"), "km2"),
    ("two tonnes", "two tonnes", "mass", D(2000), D(2000), "kg"),
    ("170 litres", "170 litres", "volume", D(170), D(170), "l"),
    ("40°C", "40°C", "temperature", D(40), D(40), "C"),
    ("60 mph", "60 mph", "speed", D("96.56064"), D("96.56064"), "km/h"),
    ("three-quarters of them", "three-quarters", "fraction", D("0.75"), D("0.75"), None),
    ("seven out of 10 doctors", "seven out of 10", "fraction", D("0.7"), D("0.7"), None),
    ("one in five voters", "one in five", "fraction", D("0.2"), D("0.2"), None),
    ("prices doubled", "doubled", "multiple", D(2), D(2), None),
    ("a twofold rise", "twofold", "multiple", D(2), D(2), None),
    ("shared 11,200 times", "11,200 times", "multiple", D(11200), D(11200), None),
    ("his 16th title", "16th", "ordinal", D(16), D(16), None),
    ("the fourth day", "fourth", "ordinal", D(4), D(4), None),
    ("they won 4-1", "4-1", "score", D(4), D(1), None),
    ("Flight 93 crashed", "Flight 93", "identifier", None, None, None),
    ("under Article 9", "Article 9", "identifier", None, None, None),
    ("an F-16 jet", "F-16", "identifier", None, None, None),
    ("the H5N1 virus", "H5N1", "identifier", None, None, None),
    ("at 17:30 on the day", "17:30", "time", D(1050), D(1050), None),
    ("at 4 am", "4 am", "time", D(240), D(240), None),
]


@pytest.mark.parametrize(("text", "words", "kind", "low", "high", "unit"), UNITS)
def test_units_and_kinds(text: str, words: str, kind: str, low: Decimal | None, high: Decimal | None, unit: str | None) -> None:
    found = figures.find(text)
    assert [figure.text for figure in found] == [words]
    value = found[0].quantity
    assert (value.kind, value.low, value.high, value.unit) == (kind, low, high, unit)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on Tuesday, 1 July, they", "Tuesday, 1 July"),
        ("On 23 May, fighters", "23 May"),
        ("on June 6, 2025 they", "June 6, 2025"),
        ("in early February they", "early February"),
        ("since the 1970s they", "1970s"),
        ("in 2012 they", "2012"),
        ("in May, they", "May"),
    ],
)
def test_dates_are_found_with_their_words(text: str, words: str) -> None:
    assert [figure.text for figure in figures.find(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "one of the most complex crises",
        "the front line of one of the world's most protracted crises",
        "one resident said",
        "Here is a 93-word summary of the article",
        "no one came",
        "one day he will return",
        "heavy losses and a large number of men",
        "it may rain and they march",
        "2. Seat guests on larger tables",
        "he was first diagnosed",
        "no idea",
        "9" * 40,
        "7 " * 60,
        "",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert figures.find(text) == []


def test_a_preposition_before_an_article_is_no_bound() -> None:
    assert [figure.text for figure in figures.find("the town is under a 30-day curfew")] == ["30-day"]
    assert [figure.text for figure in figures.find("more than a million; up to a 'shameful' £2,700")] == [
        "more than a million",
        "up to a 'shameful' £2,700",
    ]


def test_a_comma_is_the_decimal_sign_only_where_the_caller_says_so() -> None:
    assert [figure.quantity.low for figure in figures.find("4.200 and 4,5", decimal=",")] == [D(4200), D("4.5")]
    assert [figure.quantity.low for figure in figures.find("4.200 and 4,500")] == [D("4.2"), D(4500)]


def test_the_value_of_words_alone() -> None:
    assert figures.quantity("one") is not None
    assert figures.quantity("more than 80") == figures.find("more than 80 men")[0].quantity
    assert figures.quantity("heavy losses") is None
