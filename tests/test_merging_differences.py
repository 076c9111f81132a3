"""Two incidents of one town on one day or on days in a row: never one event, but possibly one, with the reason."""

from datetime import date

import pytest

from schemas import Story, ValidatedExtraction
from schemas.extraction import EventType
from summarizer.merging.traits import follows_up, lead_traits, nightly, traits
from tests.stories import Toll, merged, report, titles

DAY, NEXT = date(2025, 5, 4), date(2025, 5, 5)


def told(name: str, title: str, *tolls: Toll, when: str | None = None, published: date = DAY) -> ValidatedExtraction:
    """An account of an attack in one town, by nobody that it names."""
    return report(name, *tolls, title=title, when=when, published=published, by=None)


def doubts(story: Story) -> set[str]:
    """What keeps the possible pairs from being one."""
    return {link.reason.rsplit(", but ", 1)[1] for event in story.events for link in event.apart if link.kind == "possible"}


@pytest.mark.parametrize(
    ("first", "second", "doubt"),
    [
        (
            told("a", "Suicide bomber attacks a mosque", Toll("14", "worshippers"), when="on 3 May 2025"),
            told("b", "Roadside bomb hits a minibus", Toll("four", "teachers"), when="on 3 May 2025"),
            "what was hit differs (mosque and vehicle) and the means differ (borne and planted) and those killed differ"
            " (civilians and workers).",
        ),
        (
            told("a", "Air strike on a school", Toll("16"), when="on 3 May 2025"),
            told("b", "Air strike on a car", Toll("three"), when="on 3 May 2025"),
            "what was hit differs (school and vehicle) and the tolls differ.",
        ),
        (
            told("a", "Air strike on a school", Toll("16")),
            told("b", "Air strike on a house", Toll("16"), published=NEXT),
            "what was hit differs (home and school).",
        ),
        (
            told("a", "Air strike kills people", Toll("16")),
            told("b", "Air strike kills people", Toll("10"), published=NEXT),
            "they are news of two days and the tolls differ.",
        ),
        (
            told("a", "Drones hit the town overnight", Toll("three")),
            told("b", "Drones hit the town overnight", Toll("three"), published=NEXT),
            "they tell of two nights.",
        ),
        (
            told("a", "Air strike on a mosque", Toll("eight"), when="on 3 May 2025"),
            told("b", "Air strike on a house", Toll("eight"), when="on 3 May 2025"),
            "what was hit differs (home and mosque).",
        ),
        (
            told("a", "Gunmen fire at a checkpoint", when="on the morning of 3 May 2025"),
            told("b", "Gunmen fire at a checkpoint", when="on the evening of 3 May 2025"),
            "the parts of the day differ (evening and morning).",
        ),
        (
            told("a", "Car bomb explodes outside a bank", Toll("9"), when="on 3 May 2025"),
            told("b", "Car bomb explodes outside a bank", Toll("6"), published=NEXT),
            "the tolls differ.",
        ),
    ],
)  # fmt: skip
def test_two_incidents_are_possibly_one_and_say_why(first: ValidatedExtraction, second: ValidatedExtraction, doubt: str) -> None:
    story = merged(first, second)
    assert (titles(story), doubts(story)) == ([["a"], ["b"]], {doubt})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            told("a", "Bomb explodes at a mosque", Toll("14", "worshippers"), when="on 3 May 2025"),
            told("b", "Blast hits a place of prayer", Toll("21"), when="on 3 May 2025", published=NEXT),
        ),
        (
            told("a", "Bomb explodes at a mosque", Toll("14"), when="on 3 May 2025"),
            told("b", "Death toll from the bombing rises", Toll("21"), published=NEXT),
        ),
        (
            told("a", "Car bomb explodes outside a bank", Toll("14"), when="on 3 May 2025"),
            told("b", "Suicide bomber kills people at a market", Toll("14"), when="on 3 May 2025"),
        ),
        (
            told("a", "Drones hit a warehouse overnight", Toll("31")),
            told("b", "Drones hit a warehouse overnight", Toll("31"), published=NEXT),
        ),
    ],
)
def test_accounts_of_one_incident_stay_one(first: ValidatedExtraction, second: ValidatedExtraction) -> None:
    assert titles(merged(first, second)) == [["a", "b"]]


def test_an_account_that_fits_two_incidents_joins_neither() -> None:
    school = told("a", "Air strike on a school", Toll("16"), when="on 3 May 2025")
    car = told("b", "Air strike on a car", Toll("three"), when="on 3 May 2025")
    both = told("c", "Air strike hits the town", when="on 3 May 2025")
    assert titles(merged(school, car, both)) == [["a"], ["b"], ["c"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Suicide car bomber hits a checkpoint", {("means", "borne"), ("target", "checkpoint")}),
        ("Car bomb explodes", {("means", "borne")}),
        ("Gunmen open fire on a bus", {("means", "gun"), ("target", "vehicle")}),
        ("Militants seize the town", set()),
    ],
)
def test_what_was_hit_and_with_what(words: str, found: set[tuple[str, str]]) -> None:
    assert traits(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A blast outside a police station in Lerma killed nine people, hospital officials said.", {("target", "police")}),
        ("A blast killed nine people, who were taken to a hospital.", set()),
        ("The army said that a hotel had been attacked.", set()),
    ],
)
def test_what_the_first_sentence_tells_of_the_target(words: str, found: set[tuple[str, str]]) -> None:
    assert lead_traits(words) == found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The death toll from Sunday's bombing has risen to 21.", True),
        ("Twenty-one people died, revising an earlier toll of 18.", True),
        ("A bomb killed 21 people.", False),
    ],
)
def test_an_account_follows_up(words: str, expected: bool) -> None:
    assert follows_up([words]) is expected


def test_a_night_is_a_night() -> None:
    assert (nightly(["Drones hit the town overnight."]), nightly(["Drones hit the town."])) == (True, False)


def test_accounts_that_lack_a_place_are_one_where_party_and_target_agree() -> None:
    first = report("a", Toll("five"), title="Gunmen storm a hotel", when=None)
    second = report("b", Toll("eight"), title="Siege of a hotel ends", when="on 3 May 2025", place=None, kind="battle")
    assert titles(merged(first, second)) == [["a", "b"]]


def test_the_two_days_of_a_night_are_possibly_one() -> None:
    late = told("a", "Drones hit the town", when="late on 3 May 2025")
    early = told("b", "Drones hit the town", when="early on 4 May 2025", published=NEXT)
    story = merged(late, early)
    assert (titles(story), {link.kind for event in story.events for link in event.apart}) == ([["a"], ["b"]], {"possible"})


def test_accounts_of_one_day_without_a_place_are_one_where_target_and_a_name_agree() -> None:
    first = report("a", title="Inmates break out of the prison at Koutara", place=None, by=None, kind="crime")
    second = report("b", title="Unrest in the jail of Koutara", place=None, by=None, kind="crime")
    other = report("c", title="Unrest in the jail of Malanga", place=None, by=None, kind="crime")
    assert titles(merged(first, second)) == [["a", "b"]]
    assert titles(merged(first, other)) == [["a"], ["c"]]


@pytest.mark.parametrize(("kind", "events"), [("attack_on_civilians", [["a"], ["b"]]), ("battle", [["a", "b"]])])
def test_tolls_by_two_sides_are_two_attacks_but_one_battle(kind: EventType, events: list[list[str]]) -> None:
    first = report("a", Toll("12"), title="Fighting breaks out", kind=kind)
    second = report("b", Toll("three"), title="Fighting breaks out", kind=kind, by="soldiers")
    (said,) = (party for party in second.parties if party.said.name == "soldiers")
    army = said.model_copy(update={"said": said.said.model_copy(update={"type": "state_forces"})})
    other = second.model_copy(update={"parties": tuple(army if party is said else party for party in second.parties)})
    assert titles(merged(first, other)) == events
