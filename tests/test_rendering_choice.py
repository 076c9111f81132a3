"""What is shown first: every toll, near-equal wordings as one, and how many figures are not shown."""

from datetime import date

import pytest

from schemas import EventCluster, FigureGroup, Statement
from schemas.extraction import Measure, Scope
from summarizer.rendering import choice, words
from tests.briefings import Desk, ardava, briefing, cluster, counts, group, large, on, statement

TEXT = """Mali’s armed forces say they have killed over 80 militants in Diboli on 1 July, 200 km from Bamako, near two towns.
More than 80 fighters were killed, the army said, and dozens more were wounded.
80 combatants had been neutralized.
On 23 May, 41 soldiers were killed in Dioura.
"""


def desk(published: date | None = None) -> Desk:
    made = Desk("a", TEXT, published=published)
    army = made.party("army", "state_forces")
    first = made.event("Attack in Diboli", "battle", "killed over 80", when=on("on 1 July"), places=("Diboli",))
    before = made.event(
        "Attack in Dioura", "battle", "On 23 May", when=on("On 23 May"), places=("Dioura",), salience="background"
    )
    made.figure("over 80", "militants", "killed", counts(80, None, "more_than"), event=first, speakers=(army,))
    made.figure("More than 80", "fighters", "killed", counts(80, None, "more_than"), event=first, speakers=(army,))
    made.figure("80", "combatants", "killed", counts(80, 80), event=first, speakers=(army,), within="80 combatants")
    made.figure("dozens", "more", "wounded", counts(24, 99, "vague"), event=first, speakers=(army,))
    made.figure("200 km", "200 km", "distance", counts(200, 200), event=first)
    made.figure("two", "towns", "count", counts(2, 2), event=first)
    made.figure("41", "soldiers", "killed", counts(41, 41), event=before)
    return made


def grouped(*names: str, measure: Measure = "killed", scope: Scope = "incident", origin: str = "army") -> FigureGroup:
    made = desk()
    said = [statement(made, name, origin) for name in names]
    return group(said, "single_origin", "One origin.", event="now", measure=measure, scope=scope)


def events() -> list[EventCluster]:
    made = desk()
    news = [grouped("f5", measure="distance"), grouped("f6", measure="count"), grouped("f4", measure="wounded"), grouped("f1")]
    return [cluster("now", [(made, "e1")], news), cluster("before", [(made, "e2")], [grouped("f7")])]


def test_tolls_come_first_those_of_earlier_events_too_and_distances_never() -> None:
    key = choice.key_figures(briefing([desk()], events()))
    assert [one.statements[0].words for _, one in key.shown] == ["over 80", "dozens", "41", "two"]
    assert key.rest() == "1 more figure below."


def test_what_is_cut_is_counted_and_tolls_are_named() -> None:
    key = choice.key_figures(briefing([desk()], events()), 1)
    assert key.rest() == "4 more figures below, 2 of them of killed, wounded or neutralised."


def test_a_large_briefing_says_how_many_figures_it_does_not_show() -> None:
    assert choice.key_figures(large(3)).rest() == "19 more figures below, 19 of them of killed, wounded or neutralised."


def test_near_equal_wordings_of_one_origin_are_one_value() -> None:
    one = grouped("f1", "f2", "f3")
    (value,) = choice.values(one)
    assert choice.figure(one, value) == "80 or more"
    assert [said.words for said in value.wordings] == ["over 80", "More than 80", "80"]


def test_wordings_on_which_sources_differ_stay_apart() -> None:
    one = grouped("f1", "f3").model_copy(update={"status": "contested"})
    assert [value.first.words for value in choice.values(one)] == ["over 80", "80"]


def said(name: str) -> Statement:
    return statement(desk(), name, "army")


@pytest.mark.parametrize(
    ("figure", "measure", "expected"),
    [
        ("f5", "distance", "distance"),
        ("f5", "count", "what is counted is not stated"),
        ("f4", "wounded", "more wounded"),
        ("f1", "killed", "militants (killed)"),
        ("f6", "count", "towns"),
    ],
)
def test_a_label_repeats_neither_the_figure_nor_the_measure(figure: str, measure: Measure, expected: str) -> None:
    assert words.counted(grouped(figure, measure=measure), said(figure)) == expected


def test_a_vague_word_has_no_range() -> None:
    assert words.shown_range(grouped("f4", measure="wounded")) == ""
    assert words.reach(said("f4").quantity) == ""


def test_the_articles_own_word_for_the_dead_is_shown() -> None:
    assert [words.softened(grouped("f1", "f3"), said(name)) for name in ("f1", "f3")] == ["", "neutralized"]


@pytest.mark.parametrize(
    ("event", "scope", "expected"),
    [
        (0, "incident", ""),
        (1, "incident", "earlier"),
        (0, "cumulative", "total over a period"),
        (0, "part_of", "part of a total"),
    ],
)
def test_a_figure_that_is_not_the_news_says_so(event: int, scope: Scope, expected: str) -> None:
    assert choice.earlier(events()[event], grouped("f1", scope=scope)) == expected


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("Possibly one: the place agrees.", "The place agrees."),
        ("Joined: a party agrees.", "A party agrees."),
        ("Same.", "Same."),
    ],
)
def test_a_reason_does_not_repeat_its_label(reason: str, expected: str) -> None:
    assert words.reason(reason) == expected


def test_the_date_says_how_many_articles_have_none() -> None:
    made = briefing([desk(), Desk("b", "Other words.\n", published=date(2025, 6, 6))], [])
    assert choice.as_of(made) == "newest stated publication date 6 June 2025; 1 of 2 articles undated"


def test_the_strip_counts_contested_and_opposed() -> None:
    assert choice.disputes(ardava()) == "1 contested, 1 opposed"


def test_a_party_on_both_sides_is_on_neither() -> None:
    event = events()[0].model_copy(update={"by": ("army", "rebels"), "against": ("army",)})
    assert choice.sides(event) == (("rebels",), (), ("army",))


def test_an_article_without_a_headline_is_titled_by_its_first_words() -> None:
    made = briefing([desk()], [])
    source = made.sources[0].model_copy(update={"headline": None})
    assert choice.titled(made, source) == "a (“Mali’s armed forces say they have killed over 80 militants…”)"


def test_an_origin_that_is_an_article_is_named_with_its_label() -> None:
    assert "Daily Ledger (the article A2 itself)" in choice.origins(ardava())


def test_the_first_screen_shows_the_first_figures_and_the_rest_follows() -> None:
    key = choice.key_figures(large(3))
    assert [*key.first, *key.later] == key.shown
    assert len(key.first) == choice.FIRST_SCREEN


def test_figures_of_one_event_that_follow_one_another_stand_together() -> None:
    placed = [*choice.groups(ardava())]
    event, other = placed[0][0], placed[-1][0]
    assert event is not other
    one, two, three = (group for _, group in placed[:3])
    runs = choice.by_event([(event, one), (event, two), (other, three), (event, three)])
    assert runs == [(event, [one, two]), (other, [three]), (event, [three])]
