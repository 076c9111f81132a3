"""What an analyst must find in the briefing of the seeds, by recorded answers of a language model and by the embedded model."""

import asyncio
from datetime import date

import pytest

from schemas import Article, Briefing, EventCluster, FigureGroup, ValidatedExtraction
from summarizer import client, pipeline, reading, settings
from tests.replay import SEEDS, ask_seeds, replayed_briefing, replayed_seeds

MODELS = ("language model", "embedded")


def embedded_seeds() -> tuple[ValidatedExtraction, ...]:
    return tuple(asyncio.run(ask_seeds(settings.load({}, store=settings.NO_STORE))))


@pytest.fixture(scope="module", params=MODELS)
def briefing(request: pytest.FixtureRequest) -> Briefing:
    return pipeline.compose(replayed_seeds() if request.param == "language model" else embedded_seeds())


def groups(briefing: Briefing) -> list[FigureGroup]:
    story = briefing.story
    return [*(group for event in story.events for group in event.figures), *story.totals, *story.figures]


def stating(briefing: Briefing, *words: str) -> list[FigureGroup]:
    """The groups in which a statement has one of the words."""
    return [group for group in groups(briefing) if any(statement.words in words for statement in group.statements)]


def telling(briefing: Briefing, seed: str, sentence: int) -> list[EventCluster]:
    """The events that rest on a sentence of a seed."""
    return [
        event
        for event in briefing.story.events
        if any(
            member.name.startswith(seed) and sentence in {each.sentence for each in member.evidence} for member in event.members
        )
    ]


def seeds_of(event: EventCluster) -> set[str]:
    return {member.name[:3] for member in event.members}


def test_every_figure_leads_to_its_words(briefing: Briefing) -> None:
    texts = {one.article.id: one.article.text for one in briefing.extractions}
    places = [statement.evidence for group in groups(briefing) for statement in group.statements]
    assert places
    assert [place for place in places if texts[place.article][place.start : place.end] != place.text] == []


def test_no_figure_comes_from_boilerplate(briefing: Briefing) -> None:
    stretches = {one.article.id: one.article.boilerplate for one in briefing.extractions}
    places = [statement.evidence for group in groups(briefing) for statement in group.statements]
    assert [p.text for p in places for stretch in stretches[p.article] if stretch.start <= p.start < stretch.end] == []
    assert stating(briefing, "$714,000", "Over $714,000") == []


def test_eighty_is_one_group_of_one_origin(briefing: Briefing) -> None:
    found = [
        group for group in stating(briefing, "over 80", "more than 80", "at least 80", "80") if group.measure != "percentage"
    ]
    assert len(found) == 1
    (group,) = found
    assert len(group.origins) == 1
    assert group.status == "single_origin"
    assert {statement.name[:3] for statement in group.statements} == {"001", "002"}


def test_the_assault_of_1_july_is_one_event_in_two_articles(briefing: Briefing) -> None:
    assert {event.id for event in telling(briefing, "001", 2)} & {event.id for event in telling(briefing, "002", 3)}


def test_the_total_since_2023_is_no_incident(briefing: Briefing) -> None:
    found = stating(briefing, "over 4,200", "4,200")
    assert [group.scope for group in found] == ["cumulative"]
    incidents = [group for event in briefing.story.events for group in event.figures if group.scope == "incident"]
    assert [group for group in incidents if any("4,200" in statement.words for statement in group.statements)] == []


def test_malis_share_is_part_of_the_total(briefing: Briefing) -> None:
    (total,) = stating(briefing, "over 4,200", "4,200")
    (share,) = stating(briefing, "between 1,500 and 2,000")
    assert (share.scope, share.part_of) == ("part_of", total.id)


def test_no_year_is_invented(briefing: Briefing) -> None:
    dated = [event.when for event in briefing.story.events if {"001"} == seeds_of(event) and event.when is not None]
    assert [when.text for when in dated if when.year is not None and str(when.year) not in when.text] == []


def test_a_given_date_resolves_the_year() -> None:
    (found,) = reading.read(str(SEEDS / "001_6f9288eac42ade8c.txt"), published=date(2025, 7, 2))
    assert isinstance(found, Article)
    validated = asyncio.run(ask(found))
    assert "2025-07-01" in {str(event.when.start) for event in validated.events if event.when is not None}


async def ask(found: Article) -> ValidatedExtraction:
    connected = client.connect(settings.load({}, store=settings.NO_STORE))
    try:
        return await pipeline.process(found, connected)
    finally:
        await connected.aclose()


def test_the_curfew_is_one_event(briefing: Briefing) -> None:
    assert [seeds_of(event) for event in telling(briefing, "001", 10)] == [{"001", "002"}]


def test_the_communique_is_told_by_two_articles(briefing: Briefing) -> None:
    assert {event.id for event in telling(briefing, "000", 2)} & {event.id for event in telling(briefing, "003", 5)}


def test_the_two_attacks_at_mourdiah_are_possible_and_never_one(briefing: Briefing) -> None:
    late_may, weekend = telling(briefing, "001", 16), telling(briefing, "004", 10)
    assert late_may
    assert weekend
    assert not {event.id for event in late_may} & {event.id for event in weekend}
    kinds = {link.kind for event in (*late_may, *weekend) for link in event.apart if mourdiah(link.reason)}
    assert "same" not in kinds
    assert "possible" in {link.kind for event in (*late_may, *weekend) for link in event.apart}


def mourdiah(reason: str) -> bool:
    return "Mourdiah" in reason


def test_the_seizure_and_the_recapture_of_boulikessi_stay_two(briefing: Briefing) -> None:
    seized, reclaimed = telling(briefing, "001", 13), telling(briefing, "001", 17)
    assert seized
    assert reclaimed
    assert not {event.id for event in seized} & {event.id for event in reclaimed}


def test_five_soldiers_count_once(briefing: Briefing) -> None:
    found = [group for group in stating(briefing, "Five", "five", "5") if group.measure == "killed"]
    assert len(found) == 1
    assert (len(found[0].origins), str(found[0].lowest)) == (1, "5")


def test_the_soldiers_killed_at_dioura_are_soldiers(briefing: Briefing) -> None:
    (group,) = stating(briefing, "41")
    assert (group.measure, group.counted) == ("killed", "soldiers")


def test_no_group_mixes_measures_or_scopes(briefing: Briefing) -> None:
    said = {(one.article.id, figure.id): figure.said for one in briefing.extractions for figure in one.figures}
    mixed = [
        group.counted
        for group in groups(briefing)
        if len({(said[each.article, each.figure].scope) for each in group.statements}) != 1
    ]
    assert mixed == []


def speakers(briefing: Briefing, words: str) -> set[str]:
    """Who says a claim with the words in it."""
    return {name for claim in briefing.story.claims if words in claim.content for name in claim.speakers}


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The enemy suffered heavy losses", "Dembélé"),
        ("epicenter of terrorism", "Langley"),
        ("The threat is morphing", "Langley"),
        ("three military barracks", "Jama’at Nusrat"),
        ("We were woken by loud explosions", "resident"),
        ("Our sovereignty and our people", "spokesperson"),
        ("largely successful", "army|Armed Forces|FAMa"),
        ("supported internally and externally", "FAMa|Armed Forces"),
    ],
)
def test_a_claim_is_tied_to_its_speaker(briefing: Briefing, words: str, speaker: str) -> None:
    names = speakers(briefing, words)
    assert any(part in name for name in names for part in speaker.split("|")), names


def test_the_barracks_and_the_success_oppose_one_another(briefing: Briefing) -> None:
    claims = {claim.id: claim for claim in briefing.story.claims}
    opposed = {frozenset((claim.content, claims[other].content)) for claim in claims.values() for other in claim.opposes}
    assert any(any("barracks" in one for one in pair) and any("largely successful" in one for one in pair) for pair in opposed)


def test_what_the_army_withholds_is_not_known(briefing: Briefing) -> None:
    unknowns = briefing.story.unknowns
    assert any(place.name.startswith("002") and place.sentence == 6 for unknown in unknowns for place in unknown.evidence)


def test_gsim_is_jnim_through_the_alias_table_alone(briefing: Briefing) -> None:
    (party,) = [one for one in briefing.story.parties if any("JNIM" in (name.name) for name in one.names)]
    reasons = {name.reason for name in party.names if "GSIM" in name.name or "Group for the Support" in name.name}
    assert reasons == {"alias_table"} or reasons == {"alias_table", "same_text"}


def test_the_order_of_the_articles_changes_nothing() -> None:
    forward = replayed_seeds()
    assert pipeline.compose(forward).model_dump_json() == pipeline.compose(list(reversed(forward))).model_dump_json()


def test_the_bottom_line_says_what_happened(briefing: Briefing) -> None:
    assert 3 <= len(briefing.bottom_line) <= 5
    assert all(line.evidence for line in briefing.bottom_line)
    assert any("80" in line.text for line in briefing.bottom_line)


def test_the_model_words_the_bottom_line_from_the_records() -> None:
    made = replayed_briefing()
    assert made.worded_by == "model"
    assert 3 <= len(made.bottom_line) <= 5
    known = {event.id for event in made.story.events} | {group.id for group in groups(made)}
    known |= {claim.id for claim in made.story.claims}
    assert all(line.evidence and set(line.items) <= known for line in made.bottom_line)
    assert any("80" in line.text for line in made.bottom_line)
