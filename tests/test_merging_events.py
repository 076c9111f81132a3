"""Which tellings are one event."""

from datetime import date

import pytest

from tests.stories import Toll, groups, merged, report, titles


def test_two_articles_about_one_place_and_day_are_one_event() -> None:
    assert titles(merged(report("a"), report("b", title="Blast at the market"))) == [["a", "b"]]


def test_neighbouring_days_in_one_city_are_two_events() -> None:
    second = report("b", when="on 4 May 2025", published=date(2025, 5, 5))
    assert titles(merged(report("a"), second)) == [["a"], ["b"]]


def test_an_undated_article_between_two_neighbouring_days_joins_neither() -> None:
    second = report("b", when="on 4 May 2025", published=date(2025, 5, 5))
    undated = report("c", when=None, published=date(2025, 5, 5))
    assert titles(merged(report("a"), second, undated)) == [["a"], ["b"], ["c"]]


def test_an_undated_article_joins_the_day_whose_toll_it_gives() -> None:
    first = report("a", Toll("31"))
    second = report("b", Toll("47"), when="on 4 May 2025", published=date(2025, 5, 5))
    undated = report("c", Toll("47"), when=None, published=date(2025, 5, 5))
    assert titles(merged(first, second, undated)) == [["a"], ["b", "c"]]


def test_two_towns_with_like_names_are_two() -> None:
    assert titles(merged(report("a", place="Niono"), report("b", place="Nioro"))) == [["a"], ["b"]]


def test_close_spellings_are_proposed() -> None:
    story = merged(report("a", place="Boulikessi"), report("b", place="Boukessi"))
    assert [proposal.name for proposal in story.proposals] == ["Boukessi"]


def test_spellings_of_the_place_table_are_one() -> None:
    assert titles(merged(report("a", place="Boulikessi"), report("b", place="Boulkessi"))) == [["a", "b"]]


def test_a_curfew_and_an_attack_on_one_day_are_two() -> None:
    curfew = report("b", kind="security_measure", title="Curfew imposed", by=None)
    assert titles(merged(report("a"), curfew)) == [["a"], ["b"]]


@pytest.mark.parametrize("kind", ["attack_on_civilians", "battle", "crime", "disaster_or_accident", "other"])
def test_coders_may_call_one_event_by_different_types(kind: str) -> None:
    other = report("b").model_copy()
    events = tuple(event.model_copy(update={"said": event.said.model_copy(update={"type": kind})}) for event in other.events)
    assert titles(merged(report("a"), other.model_copy(update={"events": events}))) == [["a", "b"]]


def test_a_seizure_and_a_recapture_are_two() -> None:
    lost = report("a", kind="battle", title="Column takes the fort", outcome="position_overrun")
    won = report("b", kind="battle", title="Army takes the fort back", outcome="position_retaken")
    assert titles(merged(lost, won)) == [["a"], ["b"]]


def test_a_planned_event_is_not_the_one_that_happened() -> None:
    assert titles(merged(report("a"), report("b", status="planned"))) == [["a"], ["b"]]


def test_a_missing_year_leaves_two_events_possible() -> None:
    first = report("a", when="in late May", published=None)
    second = report("b", when="over the weekend", published=None)
    story = merged(first, second)
    assert titles(story) == [["a"], ["b"]]
    assert [link.kind for event in story.events for link in event.apart] == ["possible", "possible"]


def test_a_day_without_a_year_joins_with_its_weekday() -> None:
    first = report("a", when="on Tuesday, 1 July", published=None)
    second = report("b", when="on Tuesday, 1 July", published=None)
    assert titles(merged(first, second)) == [["a", "b"]]


def test_a_wrong_weekday_keeps_apart() -> None:
    first = report("a", when="on Monday, 1 July", published=None)
    assert titles(merged(first, report("b", when="on 1 July 2025", published=date(2025, 7, 3)))) == [["a"], ["b"]]


def test_a_resolved_date_is_marked_for_the_article_that_lacks_it() -> None:
    first = report("a", Toll("31"))
    second = report("b", Toll("31"), when=None)
    story = merged(first, second)
    when = story.events[0].when
    assert when is not None
    assert (when.start, when.basis) == (date(2025, 5, 3), "cross_article")


def test_every_join_says_why() -> None:
    story = merged(report("a"), report("b"))
    assert [link.reason for event in story.events for link in event.joined] == [
        "Joined: the place agrees (lerma), the date agrees (3 May 2025), a party agrees, the kind agrees (bombing)"
        " and the titles use the same words."
    ]


def test_near_misses_say_why() -> None:
    story = merged(report("a"), report("b", when="on 4 May 2025", published=date(2025, 5, 5)))
    assert {link.reason for event in story.events for link in event.apart} == {
        "Kept apart: the dates differ: 3 May 2025 and 4 May 2025."
    }


def test_two_incidents_that_share_a_small_toll_stay_two() -> None:
    story = merged(report("a", Toll("5")), report("b", Toll("5"), place="Orin", when="on 9 May 2025"))
    assert titles(story) == [["a"], ["b"]]
    assert [words for _, _, words in groups(story)] == [["5"], ["5"]]
