"""What an article's other sentences give to an event that lacks a day or a place, and what they tell as another event."""

from datetime import date

import pytest

from schemas import Event, Extraction, Party, Story, ValidatedExtraction, When
from schemas.extraction import EventType, Salience
from summarizer import dates, reading, validation
from summarizer.merging import merge
from summarizer.merging.sequence import Earlier, again, refers, shifted
from tests.stories import titles

DAY = date(2025, 5, 4)
"""A Sunday."""


def event(
    id: str,
    title: str,
    *sentences: int,
    date: str | None = None,
    place: str | None = None,
    kind: EventType = "bombing",
    salience: Salience = "main",
) -> Event:
    """An event of a made-up article."""
    return Event(
        id=id, type=kind, title=title, date=date, places=(place,) if place else (), outcome="not_stated", status="asserted",
        salience=salience, sentences=sentences,
    )  # fmt: skip


def told(
    name: str, text: str, *events: Event, published: date | None = DAY, parties: tuple[Party, ...] = ()
) -> ValidatedExtraction:
    """An article with the events that it tells."""
    article = reading.article(text, name=name, published=published)
    return validation.validate(Extraction(parties=parties, events=events, figures=(), claims=()), article)


def tells(story: Story) -> list[list[str]]:
    """Article and event ids of each event, sorted."""
    return sorted(sorted(f"{member.name}{member.event}" for member in event.members) for event in story.events)


BLAST = told(
    "a",
    "A car bomb exploded at a market in Lerma on 3 May 2025.\n",
    event("e1", "A car bomb exploded at a market", 1, date="on 3 May 2025", place="Lerma"),
)
LATER = told(
    "b",
    "A car bomb exploded at a market in Lerma on 4 May 2025. It came 24 hours after another blast at the market.\n",
    event("e1", "A car bomb exploded at a market", 1, date="on 4 May 2025", place="Lerma"),
    event("e2", "Blast at the market", 2, salience="secondary"),
)


def test_another_blast_hours_before_is_dated_by_it_and_stays_another_event() -> None:
    found = [event for event in merge([LATER]).events if event.title == "Blast at the market"]
    assert [(event.when.start if event.when else None, len(event.members)) for event in found] == [(date(2025, 5, 3), 1)]


def test_an_earlier_blast_told_beside_the_news_never_joins_the_news() -> None:
    assert tells(merge([LATER])) == [["be1"], ["be2"]]


def test_a_second_blast_is_possibly_the_undated_one_of_the_day_before_and_never_joins_it() -> None:
    first = told("a", "A blast hit a market in Lerma.\n", event("e1", "A blast hit a market", 1, place="Lerma"), published=DAY)
    second = told(
        "b",
        "A second blast hit a market in Lerma.\n",
        event("e1", "A second blast hit a market", 1, place="Lerma"),
        published=date(2025, 5, 5),
    )
    story = merge([first, second])
    assert titles(story) == [["a"], ["b"]]
    assert {link.reason.rsplit(", but ", 1)[1] for event in story.events for link in event.apart} == {
        "one account tells of another such event before it."
    }


def test_news_without_a_place_is_where_the_rest_of_its_article_says() -> None:
    other = told(
        "b",
        "A car bomb killed traders in the north on 3 May 2025. Residents of Lerma fled.\n",
        event("e1", "A car bomb killed traders", 1, date="on 3 May 2025"),
    )
    story = merge([BLAST, other])
    assert titles(story) == [["a", "b"]]
    assert "as the rest of an article gives it" in story.events[0].joined[0].reason


def test_a_place_that_the_article_gives_to_another_event_is_not_lent() -> None:
    other = told(
        "b",
        "An explosion killed traders in the north on 3 May 2025. Police sealed off Lerma after a robbery.\n",
        event("e1", "An explosion killed traders", 1, date="on 3 May 2025"),
        event("e2", "Police sealed off Lerma", 2, place="Lerma", kind="security_measure", salience="secondary"),
    )
    assert tells(merge([BLAST, other])) == [["ae1"], ["be1"], ["be2"]]


def test_news_without_a_day_happened_when_a_later_sentence_says() -> None:
    other = told(
        "b",
        "Rescuers found bodies at a market in Lerma. The blast happened on 3 May 2025.\n",
        event("e1", "Bodies found at a market", 1, place="Lerma"),
        published=date(2025, 5, 9),
    )
    (found,) = merge([BLAST, other]).events
    assert (len(found.members), found.when and found.when.start) == (2, date(2025, 5, 3))


def test_the_city_is_the_place_of_the_news() -> None:
    other = told(
        "b",
        "A blast hit a bank in Lerma on 4 May 2025. A car bomb went off in the city on 3 May 2025.\n",
        event("e1", "A blast hit a bank", 1, date="on 4 May 2025", place="Lerma"),
        event("e2", "A car bomb went off", 2, date="on 3 May 2025", salience="secondary"),
    )
    assert tells(merge([BLAST, other])) == [["ae1", "be2"], ["be1"]]


def test_a_weekday_of_an_article_without_a_year_is_a_day_in_the_year_of_the_other() -> None:
    text = "LERMA, May 5 (Reuters) - A car bomb exploded at a market in Lerma on Saturday, police said on Monday.\n"
    same = told("b", text, event("e1", "A car bomb exploded at a market", 1, date="Saturday", place="Lerma"), published=None)
    assert titles(merge([BLAST, same])) == [["a", "b"]]
    other = told(
        "c",
        text.replace("Saturday", "Sunday"),
        event("e1", "A car bomb exploded at a market", 1, date="Sunday", place="Lerma"),
        published=None,
    )
    assert titles(merge([BLAST, other])) == [["a"], ["c"]]


def test_a_person_who_is_named_in_both_makes_two_accounts_of_one_day_one() -> None:
    victim = Party(id="p1", name="Adina Velo", type="person")
    first = told(
        "a",
        "Mayor Adina Velo was shot dead on 3 May 2025.\n",
        event("e1", "Mayor shot dead", 1, date="on 3 May 2025", kind="attack_on_civilians").model_copy(
            update={"against": ("p1",)}
        ),
        parties=(victim,),
    )
    second = told(
        "b",
        "Gunmen killed the mayor, Adina Velo, in Lerma on 3 May 2025.\n",
        event("e1", "Gunmen killed the mayor", 1, date="on 3 May 2025", place="Lerma", kind="attack_on_civilians"),
    )
    assert titles(merge([first, second])) == [["a", "b"]]


def test_the_two_days_of_one_night_hold_the_account_of_either() -> None:
    night = told(
        "a",
        "A boat sank off Lerma in the night of Friday to Saturday.\n",
        event("e1", "A boat sank", 1, date="Friday", place="Lerma", kind="disaster_or_accident"),
    )
    day = told(
        "b",
        "A boat sank off Lerma on 3 May 2025.\n",
        event("e1", "A boat sank", 1, date="on 3 May 2025", place="Lerma", kind="disaster_or_accident"),
    )
    assert titles(merge([night, day])) == [["a", "b"]]


def test_the_day_of_a_demand_is_not_the_day_of_what_it_is_about() -> None:
    one = told(
        "b",
        "The mayor demanded an independent inquiry on 4 May 2025 into a car bomb at a market in Lerma.\n",
        event("e1", "A car bomb at a market", 1, date="on 4 May 2025", place="Lerma"),
    )
    assert titles(merge([BLAST, one])) == [["a", "b"]]


@pytest.mark.parametrize(
    ("gap", "words", "found"),
    [
        (Earlier("a day after", 1, 1), "4 May 2025", (date(2025, 5, 3), date(2025, 5, 3))),
        (Earlier("less than 48 hours after", 0, 2), "4 May 2025", (date(2025, 5, 2), date(2025, 5, 4))),
        (Earlier("came after another", None, None), "4 May 2025", None),
    ],
)
def test_a_date_is_shifted_by_the_words(gap: Earlier, words: str, found: tuple[date, date] | None) -> None:
    when = shifted(dates.resolve(words, anchor=None, basis="stated"), gap)
    assert (when and (when.start, when.end)) == found


def test_a_weekday_is_shifted_without_a_year() -> None:
    when = shifted(dates.resolve("Monday", anchor=None, basis="stated"), Earlier("two days after", 2, 2))
    assert isinstance(when, When)
    assert (when.weekday, when.start) == (5, None)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A second night of drone strikes", True),
        ("Another blast in the port", True),
        ("A fresh raid by gunmen", True),
        ("A second suspect was held", False),
        ("Drones hit the port", False),
    ],
)
def test_an_event_is_not_the_first(title: str, expected: bool) -> None:
    assert again(title, []) is expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("The accident occurred on Tuesday night.", True),
        ("It happened on Tuesday.", True),
        ("The attack came a day after a raid.", False),
        ("The mayor spoke on Tuesday of the attack.", False),
    ],
)
def test_a_sentence_goes_on_about_the_news(quote: str, expected: bool) -> None:
    assert refers(quote) is expected


def test_the_day_before_what_happened_is_its_own() -> None:
    other = told(
        "b",
        "Rescuers found bodies after Saturday's car bomb attack at a market in Lerma.\n",
        event("e1", "Car bomb attack at a market", 1, place="Lerma"),
        published=date(2025, 5, 7),
    )
    (found,) = merge([BLAST, other]).events
    assert (len(found.members), found.when and found.when.start) == (2, date(2025, 5, 3))


def test_the_day_of_a_concern_is_not_the_day_of_what_it_is_about() -> None:
    one = told(
        "b",
        "The mission expressed concern on 6 May 2025 about a car bomb at a market in Lerma on 3 May 2025.\n",
        event("e1", "A car bomb at a market", 1, date="on 6 May 2025", place="Lerma"),
        published=date(2025, 5, 6),
    )
    assert titles(merge([BLAST, one])) == [["a", "b"]]


def test_an_attack_that_comes_again_is_another() -> None:
    one = told(
        "b",
        "A drone strike on Lerma killed ten people. Drones attacked the city again on 4 May 2025.\n",
        event("e1", "A drone strike on Lerma", 1, place="Lerma", kind="air_or_drone_strike"),
        event("e2", "Drones attacked the city again", 2, date="on 4 May 2025", kind="air_or_drone_strike", salience="secondary"),
    )
    assert tells(merge([one])) == [["be1"], ["be2"]]


def test_the_day_of_a_toll_is_not_shown_as_the_day_of_the_event() -> None:
    one = told(
        "a",
        "The death toll from landslides near Lerma rose to 20 on Friday, an official said.\n",
        event("e1", "Landslides near Lerma", 1, date="Friday", place="Lerma", kind="disaster_or_accident"),
    )
    assert [event.when for event in merge([one]).events] == [None]
