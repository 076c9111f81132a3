"""The seeds as one story: by hand, by the recorded answers of a large model, and by the embedded model."""

from functools import cache

import pytest

from schemas import Article, EventCluster, Extraction, FigureGroup, Story, ValidatedExtraction
from summarizer import embedded, extraction, merging, prompting, reading, validation
from tests.replay import replayed_seeds
from tests.seed_answers import SEEDS, validated

READERS = ["embedded", "recorded", "reader"]


def asked(article: Article) -> ValidatedExtraction:
    """What the embedded model says of an article, validated."""
    parts = []
    for window in prompting.windows(article):
        body: dict[str, object] = {"model": embedded.MODEL, "messages": list(prompting.prompt(article, window))}
        answer = embedded.answer(body)
        choices = answer["choices"]
        assert isinstance(choices, list)
        message = choices[0]["message"]
        content = message.get("content") or message["tool_calls"][0]["function"]["arguments"]
        parts.append(Extraction.model_validate_json(content))
    return validation.validate(extraction.join(parts), article)


@cache
def story(reader: str) -> Story:
    """The story of the seeds by one reader."""
    if reader == "reader":
        return merging.merge(validated())
    if reader == "recorded":
        return merging.merge(replayed_seeds())
    articles = [one for path in sorted(SEEDS.glob("*.txt")) for one in reading.read(str(path)) if isinstance(one, Article)]
    return merging.merge([asked(article) for article in articles])


def holding(reader: str, article: str, words: str) -> tuple[EventCluster, FigureGroup]:
    """The event and the group of the first figure that an article states in these words."""
    return next(
        (event, group)
        for event in story(reader).events
        for group in event.figures
        for said in group.statements
        if said.name[:3] == article and said.words == words
    )


def telling(reader: str, article: str, sentence: int) -> list[EventCluster]:
    """The events that an article tells in a sentence."""
    return [
        event
        for event in story(reader).events
        for member in event.members
        if member.name[:3] == article and any(place.sentence == sentence for place in member.evidence)
    ]


def names(event: EventCluster) -> set[str]:
    """Numbers of the articles that tell an event."""
    return {member.name[:3] for member in event.members}


@pytest.mark.parametrize("reader", READERS)
def test_the_assault_of_1_july_is_one_event(reader: str) -> None:
    event, _ = holding(reader, "001", "over 80")
    assert names(event) == {"001", "002"}
    assert event.when is not None
    assert (event.when.month, event.when.day) == (7, 1)


@pytest.mark.parametrize("reader", READERS)
def test_the_eighty_is_one_group_with_one_origin(reader: str) -> None:
    _, group = holding(reader, "001", "over 80")
    assert [said.words for said in group.statements] == ["over 80", "more than 80", "at least 80", "80"]
    assert (group.status, group.origins) == ("single_origin", ("Malian Armed Forces",))


@pytest.mark.parametrize("reader", READERS)
def test_the_curfew_is_one_event(reader: str) -> None:
    event, _ = holding(reader, "001", "30-day")
    assert names(event) == {"001", "002"}


@pytest.mark.parametrize("reader", READERS)
def test_the_communique_is_one_event(reader: str) -> None:
    assert {"000", "003"} in [names(event) for event in telling(reader, "003", 5)]


@pytest.mark.parametrize("reader", READERS)
def test_the_two_accounts_of_mourdiah_are_possibly_one_and_share_no_figures(reader: str) -> None:
    event, group = holding(reader, "004", "five")
    assert names(event) == {"004"}
    assert {said.name[:3] for said in group.statements} == {"004"}
    assert [link.kind for one in telling(reader, "001", 16) for link in one.apart] == ["possible"]


@pytest.mark.parametrize("reader", READERS)
def test_five_soldiers_count_once(reader: str) -> None:
    _, group = holding(reader, "004", "five")
    assert (group.status, len(group.origins)) == ("single_source", 1)
    assert sum(one.lowest == 5 and one.measure == "killed" for event in story(reader).events for one in event.figures) == 1


@pytest.mark.parametrize("reader", READERS)
def test_the_seizure_and_the_recapture_stay_two_positions(reader: str) -> None:
    seized, reclaimed = telling(reader, "001", 13)[0], telling(reader, "001", 17)[0]
    assert seized.id != reclaimed.id
    assert any(link.kind == "apart" and {link.a, link.b} == {seized.id, reclaimed.id} for link in seized.apart)


@pytest.mark.parametrize("reader", READERS)
def test_the_three_barracks_stand_against_largely_successful(reader: str) -> None:
    claims = {claim.id: claim for claim in story(reader).claims}
    barracks = next(claim for claim in claims.values() if "three military barracks" in claim.content and claim.opposes)
    assert any("largely successful" in claims[other].content for other in barracks.opposes)


@pytest.mark.parametrize("reader", READERS)
def test_the_total_stands_apart_with_its_part(reader: str) -> None:
    total = next(group for group in story(reader).totals if group.lowest == 4200)
    part = next(group for group in story(reader).totals if group.lowest == 1500)
    assert part.part_of == total.id
