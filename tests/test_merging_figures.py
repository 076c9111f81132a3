"""Figures across articles: one group for one thing, and how its statements stand to one another."""

from datetime import date
from decimal import Decimal

import pytest

from schemas.extraction import PartyType
from tests.stories import Toll, groups, merged, report

POLICE = Toll("12", by="police")
HOSPITAL = Toll("12", by="Lerma General Hospital", type="other")
ARMY = Toll("80", "militants", by="the Malian army", type="state_forces")


@pytest.mark.parametrize(
    ("tolls", "status"),
    [
        ([POLICE], "single_source"),
        ([POLICE, POLICE], "single_origin"),
        ([POLICE, HOSPITAL], "corroborated"),
        ([POLICE, Toll("19", by="Lerma General Hospital", type="other")], "contested"),
        ([Toll("at least 12", by="police"), Toll("19", by="Lerma General Hospital", type="other")], "corroborated"),
        ([Toll("nearly 30", by="police"), Toll("29", by="Lerma General Hospital", type="other")], "corroborated"),
    ],
)
def test_status_of_a_toll(tolls: list[Toll], status: str) -> None:
    story = merged(*(report(f"n{number}", toll) for number, toll in enumerate(tolls)))
    assert [found for _, found, _ in groups(story)] == [status]


def test_a_later_figure_of_one_origin_replaces_the_earlier() -> None:
    later = report("b", Toll("17", by="police"), published=date(2025, 5, 6))
    group = merged(report("a", POLICE), later).events[0].figures[0]
    assert (group.status, group.low, group.high) == ("superseded", Decimal(12), Decimal(17))


def test_two_figures_of_one_origin_on_one_day_are_shown_as_differing() -> None:
    assert [status for _, status, _ in groups(merged(report("a", POLICE), report("b", Toll("17", by="police"))))] == ["contested"]


def test_four_wordings_by_bodies_of_one_army_are_one_origin() -> None:
    wordings = [
        ("over 80", "the Malian army"),
        ("more than 80", "FAMa"),
        ("at least 80", "Malian Armed Forces"),
        ("80", "Mali’s military authorities"),
    ]
    tolls = [Toll(words, "militants", by=who, type="state_forces") for words, who in wordings]
    group = merged(*(report(f"n{number}", toll) for number, toll in enumerate(tolls))).events[0].figures[0]
    assert (len(group.statements), group.status, len(group.origins), group.lowest) == (4, "single_origin", 1, Decimal(80))


def test_the_army_and_the_government_of_one_state_do_not_confirm_each_other() -> None:
    other = Toll("80", "militants", by="Mali’s government", type="government")
    assert [status for _, status, _ in groups(merged(report("a", ARMY), report("b", other)))] == ["single_origin"]


def test_killed_and_wounded_are_never_one_group() -> None:
    story = merged(report("a", Toll("12")), report("b", Toll("12", verb="wounded", measure="wounded")))
    assert [measure for measure, _, _ in groups(story)] == ["killed", "wounded"]


def test_soldiers_and_militants_are_never_one_group() -> None:
    story = merged(report("a", Toll("30", "soldiers")), report("b", Toll("30", "militants")))
    assert len(groups(story)) == 2


def test_neutralised_stays_apart_from_killed_between_articles() -> None:
    other = Toll("80", "militants", "neutralised", "neutralised", "the Malian army", "state_forces")
    assert [measure for measure, _, _ in groups(merged(report("a", ARMY), report("b", other)))] == ["killed", "neutralised"]


def test_neutralised_is_the_same_count_where_one_article_says_so() -> None:
    other = Toll("80", "militants", "neutralised", "neutralised", "the Malian army", "state_forces")
    group = merged(report("a", ARMY, other)).events[0].figures[0]
    assert [one.words for one in group.statements] == ["80", "80"]
    assert "calls the same number “neutralised”" in group.explanation


def test_an_article_that_repeats_its_figure_is_one_source() -> None:
    assert groups(merged(report("a", Toll("Five", "soldiers"), Toll("five", "soldiers"), Toll("5", "soldiers")))) == [
        ("killed", "single_source", ["Five", "five", "5"])
    ]


def test_an_outlets_own_voice_goes_back_to_the_speaker_whom_it_names() -> None:
    group = merged(report("a", Toll("12"), POLICE), report("b", POLICE)).events[0].figures[0]
    assert (group.status, group.origins) == ("single_origin", ("police",))


def test_agency_copy_is_one_origin() -> None:
    toll = Toll("12", "people beside the crowded vegetable stalls of the old covered market")
    story = merged(report("a", toll, publisher="Orin News"), report("b", toll, publisher="Sorvia Post"))
    assert [status for _, status, _ in groups(story)] == ["single_origin"]


def test_two_outlets_in_their_own_words_are_two_origins() -> None:
    first = Toll("12", "people beside the crowded vegetable stalls of the old covered market")
    story = merged(report("a", first, publisher="Orin News"), report("b", Toll("12"), publisher="Sorvia Post"))
    assert [status for _, status, _ in groups(story)] == ["corroborated"]


def test_vague_and_exact_words_keep_their_range() -> None:
    group = merged(report("a", Toll("dozens", by="police")), report("b", HOSPITAL)).events[0].figures[0]
    assert (group.status, group.low, group.high) == ("contested", Decimal(12), Decimal(99))


def test_an_open_end_stays_open() -> None:
    group = merged(report("a", Toll("at least 12"))).events[0].figures[0]
    assert (group.low, group.high) == (Decimal(12), None)


@pytest.mark.parametrize(
    ("first", "second", "origins"),
    [
        (("army", "state_forces"), ("army spokesman Ade Bello", "person"), ("army",)),
        (("army spokesman Ade Bello", "person"), ("Lieutenant Colonel Ade Bello", "person"), None),
        (("army", "state_forces"), ("the Malian army", "state_forces"), ("the Malian army",)),
        (("Mayor Ade Bello", "person"), ("governor Sani Musa", "person"), ("Mayor Ade Bello", "governor Sani Musa")),
        (("officials", "government"), ("Police inspector Sani Musa", "person"), ("officials", "police")),
        (("mayor Igor Bello", "person"), ("Mayor Ihor Bello", "person"), ("Mayor Ihor Bello", "mayor Igor Bello")),
    ],
)
def test_bodies_and_officers_of_one_state_do_not_confirm_each_other(
    first: tuple[str, PartyType], second: tuple[str, PartyType], origins: tuple[str, ...] | None
) -> None:
    tolls = [Toll("80", "militants", by=name, type=kind) for name, kind in (first, second)]
    group = merged(*(report(f"n{number}", toll) for number, toll in enumerate(tolls))).events[0].figures[0]
    assert group.status == "single_origin"
    assert origins is None or group.origins == origins


LATER = date(2025, 5, 6)


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        (Toll("at least 6", by="police"), Toll("10", by="Lerma General Hospital", type="other"), "superseded"),
        (Toll("at least 6", by="police"), Toll("10", by="police"), "superseded"),
        (Toll("at least 6", by="police"), Toll("at least 10", by="police"), "superseded"),
        (Toll("at least 6", by="police"), Toll("6", by="Lerma General Hospital", type="other"), "corroborated"),
        (Toll("at least 10", by="police"), Toll("6", by="Lerma General Hospital", type="other"), "contested"),
        (Toll("6", by="police"), Toll("10", by="Lerma General Hospital", type="other"), "contested"),
    ],
)
def test_a_later_toll_replaces_a_lower_bound_and_does_not_confirm_it(first: Toll, second: Toll, status: str) -> None:
    story = merged(report("a", first), report("b", second, published=LATER))
    assert [found for _, found, _ in groups(story)] == [status]


def test_a_changed_toll_is_explained_with_its_days() -> None:
    later = report("b", Toll("10", by="Lerma General Hospital", type="other"), published=LATER)
    group = merged(report("a", Toll("at least 6", by="police")), later).events[0].figures[0]
    assert group.explanation == (
        "Lerma General Hospital says “10” (6 May 2025), later than police says “at least 6” (4 May 2025): the toll has changed."
    )


def test_a_toll_of_people_meets_that_of_miners() -> None:
    later = report("b", Toll("11", by="police"), published=LATER)
    assert groups(merged(report("a", Toll("nine", "miners", by="police")), later)) == [("killed", "superseded", ["nine", "11"])]


def test_miners_among_the_people_of_one_article_stay_a_part() -> None:
    found = groups(merged(report("a", Toll("11"), Toll("nine", "miners")), report("b", Toll("11"))))
    assert [words for _, _, words in found] == [["11", "11"], ["nine"]]


def test_counts_of_people_are_never_compared() -> None:
    aboard, saved = (Toll(words, "people", "counted", "count") for words in ("278", "80"))
    assert groups(merged(report("a", aboard), report("b", saved))) == [
        ("count", "single_source", ["278"]), ("count", "single_source", ["80"])
    ]  # fmt: skip


def test_numbers_that_make_up_a_total_are_its_parts() -> None:
    story = merged(report("a", Toll("at least 14"), Toll("eight"), Toll("six")))
    (total, *parts) = story.events[0].figures
    assert ([group.scope for group in parts], [group.part_of for group in parts]) == (["part_of"] * 2, [total.id] * 2)
    assert (total.status, [one.words for one in total.statements]) == ("single_source", ["at least 14"])


def test_a_place_speaks_for_nobody() -> None:
    group = merged(report("a", Toll("12", by="Lerma", type="other"))).events[0].figures[0]
    assert (group.origins, group.statements[0].speakers) == (("a",), ())


def test_an_outlet_that_repeats_a_number_of_the_day_before_confirms_nothing() -> None:
    story = merged(report("a", POLICE), report("b", Toll("12"), published=LATER))
    assert [(status, words) for _, status, words in groups(story)] == [("single_origin", ["12", "12"])]


def test_an_overtaken_lower_bound_is_told_beside_two_origins_that_agree() -> None:
    hospital = Toll("10", by="Lerma General Hospital", type="other")
    red_cross = Toll("10", by="Red Cross", type="igo_ngo")
    story = merged(
        report("a", Toll("at least 6", by="police")),
        report("b", hospital, published=LATER),
        report("c", red_cross, published=LATER),
    )
    group = story.events[0].figures[0]
    assert group.status == "superseded"
    assert group.explanation.endswith("the toll has changed. 2 independent origins give the later figure.")
