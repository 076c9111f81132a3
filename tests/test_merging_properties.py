"""What holds of every story, whatever the articles."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import FigureGroup, Story, ValidatedExtraction
from summarizer import briefing, merging
from tests.seed_answers import validated
from tests.stories import Toll, report

PLACES = ["Lerma", "Niono", "Nioro", "Boulikessi", None]
SPEAKERS = [None, "police", "the Malian army", "FAMa", "Lerma General Hospital", "Northern Column"]
WHOSE = [None, "Northern Column", "the Malian army", "villagers"]
MEASURES = [("killed", "killed"), ("wounded", "wounded"), ("neutralised", "neutralised")]
RELAXED = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))

tolls = st.builds(
    lambda words, counted, verb, by, whose: Toll(words, counted, verb[0], verb[1], by, whose=whose),
    st.sampled_from(["12", "at least 12", "17", "dozens", "80", "over 80"]),
    st.sampled_from(["people", "soldiers", "militants", "children"]),
    st.sampled_from(MEASURES),
    st.sampled_from(SPEAKERS),
    st.sampled_from(WHOSE),
)


@st.composite
def articles(draw: st.DrawFn) -> list[ValidatedExtraction]:
    """Up to six articles about incidents in a few towns on a few days."""
    found = []
    for number in range(draw(st.integers(1, 6))):
        day = date(2025, 5, 3) + timedelta(days=draw(st.integers(0, 2)))
        when = draw(st.sampled_from([f"on {day.day} May 2025", f"on {day.day} May", "on Saturday", None]))
        found.append(
            report(
                f"n{number}",
                *draw(st.lists(tolls, max_size=3)),
                place=draw(st.sampled_from(PLACES)),
                when=when,
                published=draw(st.sampled_from([day + timedelta(days=1), None])),
                kind=draw(st.sampled_from(["bombing", "battle", "security_measure"])),
                by=draw(st.sampled_from([None, "Northern Column", "Southern Column"])),
                outcome=draw(st.sampled_from(["not_stated", "position_overrun", "position_retaken"])),
            )
        )
    return found


def held(story: Story) -> list[FigureGroup]:
    """Every figure group of a story."""
    return [*(group for event in story.events for group in event.figures), *story.totals, *story.figures]


def figures_of(story: Story) -> list[FigureGroup]:
    """Figure groups in an order of their own."""
    return sorted(held(story), key=lambda group: group.id)


@RELAXED
@given(articles(), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(one: list[ValidatedExtraction], chance: object) -> None:
    other = sorted(one, key=lambda article: article.article.id, reverse=True)
    story = merging.merge(one)
    assert merging.merge(other).model_dump_json() == story.model_dump_json()
    assert briefing.brief(story, one).model_dump_json() == briefing.brief(story, other).model_dump_json()


@RELAXED
@given(articles())
def test_an_article_given_twice_changes_nothing(one: list[ValidatedExtraction]) -> None:
    assert merging.merge([*one, one[0]]) == merging.merge(one)


@RELAXED
@given(articles())
def test_an_unrelated_article_changes_no_other_event(one: list[ValidatedExtraction]) -> None:
    stranger = report(
        "z", Toll("3"), place="Quxton", when="on 9 January 2031", published=date(2031, 1, 10), by="Tide Cartel", kind="crime"
    )
    before, after = merging.merge(one), merging.merge([*one, stranger])
    assert [event for event in after.events if all(member.name != "z" for member in event.members)] == list(before.events)


@RELAXED
@given(articles())
def test_no_group_mixes_parties_outcomes_or_scopes(one: list[ValidatedExtraction]) -> None:
    story = merging.merge(one)
    said = {(article.article.id, figure.id): figure.said for article in one for figure in article.figures}
    named = {member: party.id for party in story.parties for member in party.members}
    for group in held(story):
        figures = [said[statement.article, statement.figure] for statement in group.statements]
        assert len({figure.scope for figure in figures}) == 1
        assert {figure.measure for figure in figures} - {group.measure} <= (
            {"neutralised"} if group.measure == "killed" else set()
        )
        owners = {
            frozenset(named[f"{statement.article}:{party}"] for party in figure.parties)
            for statement, figure in zip(group.statements, figures, strict=True)
        }
        assert len(owners - {frozenset()}) <= 1


@RELAXED
@given(articles())
def test_no_event_holds_two_that_cannot_be_one(one: list[ValidatedExtraction]) -> None:
    days = {article.article.id: article.events[0].when for article in one if article.events}
    for event in merging.merge(one).events:
        known = {(when.start, when.end) for member in event.members if (when := days[member.article]) and when.start}
        assert len(known) <= 1


@RELAXED
@given(articles())
def test_every_figure_is_in_one_group_and_every_event_in_one_cluster(one: list[ValidatedExtraction]) -> None:
    story = merging.merge(one)
    kept = sorted((a.article.id, figure.id) for a in one for figure in a.figures if figure.decision != "rejected")
    assert sorted((said.article, said.figure) for group in held(story) for said in group.statements) == kept
    members = sorted((member.article, member.event) for event in story.events for member in event.members)
    assert members == sorted((a.article.id, event.id) for a in one for event in a.events if event.decision != "rejected")


@RELAXED
@given(articles())
def test_no_value_is_stated_that_no_statement_states(one: list[ValidatedExtraction]) -> None:
    for group in held(merging.merge(one)):
        ends = {end for said in group.statements if said.quantity for end in (said.quantity.low, said.quantity.high)}
        assert {group.lowest, group.low, group.high} <= ends | {None}


def test_the_order_of_the_seeds_changes_nothing() -> None:
    seeds = validated()
    assert merging.merge(seeds[::-1]).model_dump_json() == merging.merge(seeds).model_dump_json()


def test_a_seed_given_twice_changes_no_figure_group() -> None:
    seeds = validated()
    assert figures_of(merging.merge([*seeds, *seeds[1:2]])) == figures_of(merging.merge(seeds))
