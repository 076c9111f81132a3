"""The seeds as one story: what a reader with the five articles beside him finds."""

from decimal import Decimal
from functools import cache
from importlib.resources import files

import pytest

from schemas import ClaimGroup, EventCluster, FigureGroup, Story
from summarizer import merging
from summarizer.text import fold
from tests.seed_answers import validated


@cache
def story() -> Story:
    """The story of the five seeds."""
    return merging.merge(validated())


def told(article: str, words: str) -> EventCluster:
    """The event to which an article's telling with these words in its title belongs."""
    return next(e for e in story().events for m in e.members if m.name[:3] == article and words in m.title)


def names(event: EventCluster) -> list[str]:
    """Numbers of the articles that tell an event."""
    return sorted({member.name[:3] for member in event.members})


def figure(event: EventCluster, measure: str, words: str) -> FigureGroup:
    """The figure group of an event in which a statement has these words."""
    return next(g for g in event.figures if g.measure == measure and any(s.words == words for s in g.statements))


def claim(words: str) -> ClaimGroup:
    """The claim with these words."""
    return next(group for group in story().claims if words in group.content)


def test_001_and_002_tell_one_assault() -> None:
    assault = told("001", "seven towns")
    assert names(assault) == ["001", "002"]
    assert assault.when is not None
    assert (assault.when.month, assault.when.day, assault.when.year) == (7, 1, None)


def test_the_eighty_is_one_group_with_one_origin() -> None:
    group = figure(told("001", "seven towns"), "killed", "over 80")
    assert [statement.words for statement in group.statements] == ["over 80", "more than 80", "at least 80", "80"]
    assert (group.status, group.origins, group.lowest) == ("single_origin", ("Malian Armed Forces",), Decimal(80))


def test_the_curfew_is_one_event() -> None:
    assert names(told("001", "curfew")) == ["001", "002"]


def test_000_and_003_tell_one_communique() -> None:
    communique = told("000", "communiqué")
    assert names(communique) == ["000", "003"]
    assert communique.when is not None
    assert (str(communique.when.start), communique.when.basis) == ("2025-06-06", "cross_article")


def test_boulikessi_and_timbuktu_join_once_the_communique_is_dated() -> None:
    assert [names(told("001", "Boulikessi")), names(told("001", "Timbuktu"))] == [["000", "001"], ["000", "001"]]


def test_boulikessi_stays_possible_where_nothing_dates_the_other_account() -> None:
    pair = merging.merge(validated("000", "001"))
    seized = next(event for event in pair.events if "seizes the Boulikessi" in event.title)
    assert [link.kind for link in seized.apart][:1] == ["possible"]


def test_the_two_accounts_of_mourdiah_are_possibly_one_and_share_no_figures() -> None:
    first, second = told("001", "Mourdiah"), told("004", "Mourdiah")
    assert first.id != second.id
    assert [link.kind for link in first.apart] == ["possible"]
    assert {statement.name[:3] for group in first.figures for statement in group.statements} == {"001"}


def test_the_seizure_and_the_recapture_stay_two_positions() -> None:
    seized, reclaimed = told("001", "seizes the Boulikessi"), told("001", "reclaim")
    assert seized.id != reclaimed.id
    assert [link.reason for link in reclaimed.apart] == [
        "Kept apart: “Boulikessi” and “Boukessi” are close spellings, which decide nothing, and one tells of a position taken,"
        " the other of one taken back."
    ]


def test_the_three_barracks_stand_against_largely_successful() -> None:
    barracks, army = claim("three military barracks"), claim("largely successful")
    assert {appearance.name[:3] for appearance in barracks.appearances} == {"001", "002"}
    assert (barracks.opposes, army.opposes) == ((army.id,), (barracks.id,))
    assert told("001", "seven towns").status == "contested"


def test_five_soldiers_count_once() -> None:
    groups = [g for e in story().events for g in e.figures if g.measure == "killed" and g.lowest == 5]
    assert [(group.status, len(group.origins)) for group in groups] == [("single_source", 1)]


def test_jnim_is_gsim_only_through_the_table() -> None:
    jnim = next(party for party in story().parties if "GSIM" in {link.name for link in party.names})
    reasons = {link.name: link.reason for link in jnim.names}
    assert (reasons["GSIM"], reasons["JNIM"]) == ("alias_table", "alias_table")


def test_dirpa_speaks_for_the_army() -> None:
    parties = {party.id: party for party in story().parties}
    dirpa = next(party for party in story().parties if "DIRPA" in {link.name for link in party.names})
    assert parties[dirpa.root].name == "Malian Armed Forces"


def test_the_total_stands_apart_with_its_part() -> None:
    total, part = story().totals
    assert (total.lowest, part.low, part.high, part.part_of) == (Decimal(4200), Decimal(1500), Decimal(2000), total.id)


def test_what_the_army_did_not_say_is_listed() -> None:
    assert [unknown.text for unknown in story().unknowns][:2] == [
        "Malian Armed Forces declined to say: “casualty figures on its own side”.",
        "No article states the losses of Malian Armed Forces in “JNIM attacks military positions in seven towns”.",
    ]


def test_every_link_between_events_says_why_in_a_sentence() -> None:
    links = [link for event in story().events for link in (*event.joined, *event.apart)]
    assert links
    assert all(link.reason.endswith(".") and link.reason[0].isupper() for link in links)


@pytest.mark.parametrize("name", ["control.txt", "people.txt", "plain.txt", "stopwords.txt", "triggers.txt"])
def test_tables_are_sorted_and_say_where_they_are_from(name: str) -> None:
    text = files("summarizer.merging").joinpath("data", name).read_text(encoding="utf-8")
    heads = [line.split(":")[0] for line in text.splitlines() if line and not line.startswith("#")]
    assert heads == sorted(set(heads), key=fold)
    assert "# Source:" in text
