"""The parts of merging by themselves: dates, places, words, what is counted, the day of an event, ranges."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Event, Extraction, Quantity, When
from summarizer import dates, figures, reading, validation
from summarizer.merging import kind, places, ranges, times
from summarizer.merging.dating import day_of, own_day
from summarizer.merging.people import class_of, counted
from summarizer.merging.wording import overlap, stem, stems
from summarizer.names import load

NEWS = date(2025, 7, 3)
WORDS = [
    "1 July 2025",
    "Tuesday, 1 July",
    "1 July",
    "Monday, 1 July",
    "July",
    "July 2025",
    "Tuesday",
    "2025",
    "2 July 2025",
    "late May",
]


def when(words: str, anchor: date | None = None) -> When:
    """The date that some words give."""
    return dates.resolve(words, anchor=anchor, basis="published")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("1 July 2025", "July 1, 2025", "same_day"),
        ("1 July 2025", "2 July 2025", "apart"),
        ("1 July 2025", "July 2025", "overlap"),
        ("1 July 2025", "1 July", "year_open"),
        ("1 July 2025", "2 July", "apart"),
        ("1 July 2025", "Tuesday, 1 July", "year_open"),
        ("1 July 2025", "Monday, 1 July", "apart"),
        ("1 July 2025", "Tuesday", "weekday"),
        ("1 July 2025", "Friday", "apart"),
        ("1 July", "1 July", "year_open"),
        ("1 July", "2 July", "apart"),
        ("Tuesday", "Tuesday", "weekday"),
        ("Tuesday", "Friday", "apart"),
        ("1 July 2025", "some day", "unknown"),
    ],
)
def test_two_dates(a: str, b: str, relation: str) -> None:
    assert (times.relate(when(a), when(b)), times.relate(when(b), when(a))) == (relation, relation)


@given(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from([None, NEWS]))
def test_dates_are_compared_both_ways_alike(a: str, b: str, anchor: date | None) -> None:
    assert times.relate(when(a, anchor), when(b)) == times.relate(when(b), when(a, anchor))


@pytest.mark.parametrize(
    ("words", "points", "areas", "beside"),
    [
        ("Mourdiah", ["mourdiah"], [], []),
        ("the western village of Mourdiah", ["mourdiah"], [], []),
        ("Boulikessi base", ["boulikessi"], [], []),
        ("the Boulkessi sector, Douentza region", ["boulikessi"], ["douentza"], []),
        ("50 km west of Kidal", [], [], ["kidal"]),
        ("north of Yenchéchi", [], [], ["yenchechi"]),
        ("Diboli near the Senegalese border", ["diboli"], [], []),
        ("central and western Mali", [], ["mali"], []),
        ("Nepal's Jajarkot district", [], ["jajarkot"], []),
        ("Kharkiv and Odesa", ["kharkiv", "odesa"], [], []),
        ("Sambisa forest", ["sambisa"], [], []),
        ("several towns", [], [], []),
    ],
)
def test_places_in_words(words: str, points: list[str], areas: list[str], beside: list[str]) -> None:
    found = places.where((words,), load())
    assert (sorted(found.points), sorted(found.areas), sorted(found.beside)) == (points, areas, beside)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Kidal", "Kidal", "same"),
        ("Kidal", "Gao", "apart"),
        ("Kayes", "Kayes region", "within"),
        ("Kidal", "50 km west of Kidal", "near"),
        ("Boulikessi", "Boukessi", "close"),
        ("Kidal", "Mali", "open"),
        ("Kidal, Mali", "Agadez, Niger", "apart"),
    ],
)
def test_two_places(a: str, b: str, relation: str) -> None:
    one, two = places.where((a,), load()), places.where((b,), load())
    assert (places.relate(one, two), places.relate(two, one)) == (relation, relation)


def test_a_wave_of_attacks_contradicts_no_other_place() -> None:
    wave = places.where(("Diboli", "Kayes", "Niono", "Molodo"), load())
    assert places.relate(wave, places.where(("Yélimané",), load())) == "open"


@pytest.mark.parametrize(
    ("a", "b"), [("attacks", "attacked"), ("Mali's", "Mali"), ("civilians", "civilian"), ("bombings", "bombing")]
)
def test_words_with_one_stem(a: str, b: str) -> None:
    assert stem(a) == stem(b)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("opened fire", "shoot"),
        ("the deadly shooting", "shoot"),
        ("quakes", "earthquake"),
        ("was arrested", "arrest"),
        ("overran", "overran"),
        ("", ""),
    ],
)
def test_kinds_of_happenings(words: str, expected: str) -> None:
    assert kind(words) == expected


def test_the_overlap_is_of_the_shorter_text() -> None:
    assert overlap(stems("army retakes bridge"), stems("Sorvian army retakes the Lerma bridge on Friday")) == 1.0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("al-Qaeda-linked militants", "insurgents"),
        ("Malian and Wagner troops", "state"),
        ("people", None),
        ("police officers", "police"),
        ("women and children", "children"),
        ("victims of the attackers", None),
    ],
)
def test_classes_of_people(words: str, expected: str | None) -> None:
    assert class_of(words) == expected


@pytest.mark.parametrize(
    ("a", "b"), [("military barracks", "three army barracks"), ("towns", "towns and cities"), ("vehicles", "a vehicle")]
)
def test_one_thing_in_two_wordings(a: str, b: str) -> None:
    assert counted(a) == counted(b)


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("A bomb killed 14 people on Sunday.", "Sunday", date(2025, 6, 29)),
        ("The toll of Sunday's bombing has risen, officials said on Monday.", "Monday", date(2025, 6, 29)),
        ("Officials said on Monday that a bomb had killed 14 people.", "Monday", None),
        ("The number of dead in the blast rose to 18 on Monday, officials said.", "Monday", None),
        ("Rescuers searched on Monday after an earthquake killed 14.", "Monday", None),
        ("On Monday, a bomb exploded after the army had left.", "Monday", date(2025, 6, 30)),
        ("Police fired at a march against tax rises in Lerma on Monday.", "Monday", date(2025, 6, 30)),
        ("The authority on Monday lowered the death toll of Sunday's bombing.", "Monday", date(2025, 6, 29)),
        ("Five were pulled out on Monday as the death toll of the bombing climbed to 29.", "Monday", None),
        ("3 July 2025 (Orin News) - A bomb killed 14 people on Sunday.", "3 July 2025", None),
    ],
)
def test_the_day_of_an_event_is_not_that_of_a_statement(sentence: str, words: str, expected: date | None) -> None:
    article = reading.article(sentence, name="a", published=NEWS)
    said = Event(
        id="e1",
        type="bombing",
        title="Bomb explodes",
        date=words,
        outcome="not_stated",
        status="asserted",
        salience="main",
        sentences=(1,),
    )
    one = validation.validate(Extraction(parties=(), events=(said,), figures=(), claims=()), article)
    found, _ = day_of(one, one.events[0])
    assert (found.start if found else None) == expected


def test_an_article_without_a_date_of_its_own_has_none() -> None:
    one = validation.validate(
        Extraction(parties=(), events=(), figures=(), claims=()), reading.article("A bomb exploded.", name="a")
    )
    assert own_day(one) == (None, None)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("80", "more than 80", True),
        ("at least 12", "19", True),
        ("12", "19", False),
        ("nearly 30", "28", True),
        ("nearly 30", "20", False),
        ("up to 50", "51", False),
        ("dozens", "30", True),
    ],
)
def test_ranges_that_meet(a: str, b: str, expected: bool) -> None:
    one, two = figures.quantity(a), figures.quantity(b)
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    assert (ranges.meet(one, two), ranges.meet(two, one)) == (expected, expected)


def test_the_lowest_end_is_the_conservative_value() -> None:
    held = [found for words in ("at least 12", "19") if (found := figures.quantity(words))]
    assert (ranges.lowest(held), ranges.highest(held)) == (Decimal(12), None)
