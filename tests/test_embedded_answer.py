"""The rule-based model answers the requests that any other model is asked."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.extraction import Extraction
from summarizer import prompting, reading, validation
from summarizer.embedded import MODEL, answer
from tests.embedded_view import TOOLS, arguments, extraction, texts, view

HERE = Path(__file__).parent
VIOLENT = {"air_or_drone_strike", "attack_on_civilians", "battle", "bombing", "shelling_or_missile"}
WIRE = """   PORTO ALTO, 3 MAY 90 (DOMESTIC SERVICE) -- [TEXT] GUERRILLAS
ATTACKED THE SAN TELMO POLICE STATION LAST NIGHT, COLONEL JUAN PEREZ
SAID. TWO POLICEMEN WERE KILLED AND A FARMER WAS WOUNDED IN THE
ATTACK.
"""


def names(found: Extraction, ids: tuple[str, ...]) -> list[str]:
    """Names of the parties with these ids."""
    return [party.name for party in found.parties if party.id in ids]


@pytest.fixture(scope="module")
def seeds_found() -> list[Extraction]:
    """What the model says of each seed, in their order."""
    return [extraction(path.read_text(encoding="utf-8")) for path in sorted((HERE.parent / "seeds").glob("*.txt"))]


def test_an_answer_is_an_extraction() -> None:
    found = extraction("The army said on Friday that 41 soldiers were killed in an ambush near Kidal.")
    assert [(claim.act, claim.said, claim.content) for claim in found.claims] == [
        ("asserts", "on Friday", "41 soldiers were killed in an ambush near Kidal.")
    ]
    assert [(figure.text, figure.counted, figure.measure) for figure in found.figures] == [("41", "soldiers", "killed")]


def test_short_texts_are_read_as_a_person_reads_them() -> None:
    made = []
    for name, body in texts((HERE / "embedded_texts.txt").read_text(encoding="utf-8")):
        made += [f"# {name}", *view(extraction(body))]
    assert made == (HERE / "embedded_texts.golden.txt").read_text(encoding="utf-8").splitlines()


def test_no_short_text_tells_of_a_battle() -> None:
    bodies = texts((HERE / "embedded_texts.txt").read_text(encoding="utf-8"))
    assert [(name, event.title) for name, body in bodies for event in extraction(body).events if event.type in VIOLENT] == []


def test_upper_case_wire_copy_is_read() -> None:
    found = extraction(WIRE)
    (event,) = found.events
    assert event.type == "battle"
    assert names(found, event.by) == ["GUERRILLAS"]
    assert [(figure.text, figure.counted, figure.measure) for figure in found.figures] == [("TWO", "POLICEMEN", "killed")]
    assert [names(found, claim.speakers) for claim in found.claims] == [["COLONEL JUAN PEREZ"]]


@pytest.mark.parametrize(
    ("seed", "speaker", "act", "words"),
    [
        (0, "Armed Forces of the Republic of Mali", "asserts", "a coalition of armed terrorist groups"),
        (1, "Colonel Souleymane Dembélé", "asserts", "more than 80 terrorists were killed"),
        (1, "Jama’at Nusrat al-Islam wal-Muslimin", "claims_responsibility", "claimed responsibility"),
        (1, "Mali’s armed forces", "asserts", "killed over 80 al-Qaeda-linked militants"),
        (2, "General Michael Langley", "warns", "the epicenter of terrorism"),
        (2, "One resident in western Kayes", "asserts", "We were woken by loud explosions"),
        (2, "government spokesperson", "asserts", "will not be surrendered"),
    ],
)
def test_seed_claims_have_their_speakers(seeds_found: list[Extraction], seed: int, speaker: str, act: str, words: str) -> None:
    found = seeds_found[seed]
    assert (speaker, act) in [
        (name, one.act) for one in found.claims if words in one.content for name in names(found, one.speakers)
    ]


@pytest.mark.parametrize(
    ("seed", "text", "measure", "scope", "party"),
    [
        (1, "over 80", "killed", "incident", "al-Qaeda-linked militants"),
        (1, "41", "killed", "incident", "soldiers"),
        (1, "at least 100", "killed", "incident", "Malian and Wagner troops"),
        (1, "13", "killed", "incident", "attackers"),
        (1, "over 4,200", "killed", "cumulative", "terrorists"),
        (2, "80", "neutralised", "incident", "enemy combatants"),
        (4, "five", "killed", "incident", "soldiers"),
    ],
)
def test_seed_casualties_have_their_party(
    seeds_found: list[Extraction], seed: int, text: str, measure: str, scope: str, party: str
) -> None:
    found = seeds_found[seed]
    rows = [(one.measure, one.scope, *names(found, one.parties)) for one in found.figures if one.text == text]
    assert (measure, scope, party) in rows


def test_soldiers_killed_by_a_group_are_not_its_own(seeds_found: list[Extraction]) -> None:
    found = seeds_found[1]
    figure = next(one for one in found.figures if one.text == "41")
    event = next(one for one in found.events if one.id == figure.event)
    assert names(found, event.by) == ["Jama’at Nusrat al-Islam wal-Muslimin"]
    assert names(found, event.against) == ["soldiers"]


def test_a_part_of_a_total_is_no_incident(seeds_found: list[Extraction]) -> None:
    assert [one.scope for one in seeds_found[1].figures if one.text == "between 1,500 and 2,000"] == ["part_of"]


def test_a_press_release_has_an_issuer(seeds_found: list[Extraction]) -> None:
    assert [found.issuer is not None for found in seeds_found] == [False, False, False, True, False]


def test_every_record_of_the_seeds_stands_in_its_article() -> None:
    for path in sorted((HERE.parent / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        checked = validation.validate(extraction(text), reading.article(text, name="seed"))
        assert [one.check.text for one in checked.figures if one.decision == "rejected"] == []
        assert [one.check.text for one in checked.claims if one.decision == "rejected"] == []
        assert [one.said.title for one in checked.events if one.decision == "rejected"] == []


def test_the_same_request_gives_the_same_bytes() -> None:
    body = {"messages": list(prompting.prompt(reading.article("Police said two men were arrested.", name="a"))), "tools": TOOLS}
    assert answer(body) == answer(body)


def test_usage_is_an_estimate_of_both_sides() -> None:
    usage = answer({"messages": list(prompting.prompt(reading.article("It rained.", name="a"))), "tools": TOOLS})["usage"]
    assert isinstance(usage, dict)
    assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"]


def test_the_model_names_itself() -> None:
    assert answer({"messages": list(prompting.prompt(reading.article("It rained.", name="a")))})["model"] == MODEL


def test_without_tools_the_record_is_the_content() -> None:
    reply = answer({"messages": list(prompting.prompt(reading.article("It rained.", name="a")))})
    choices = reply["choices"]
    assert isinstance(choices, list)
    assert Extraction.model_validate_json(choices[0]["message"]["content"]).claims == ()


def test_a_request_of_somebody_else_is_refused() -> None:
    with pytest.raises(prompting.Unknown):
        answer({"messages": [{"role": "user", "content": "Tell me a joke."}]})


PIECES = st.sampled_from(
    [
        "The army said", "“", "”", '"', "''", "killed", "41 soldiers", "in", "Kidal", ",", ".", "according to", "JNIM", "that",
        "he", "reportedly", "(", ")", "—", ":", "and", "was", "attacked", "by", "at least", "10", "militants", "\n\n", "Mr.",
        "Dr", "‘", "’s", "of",
    ]
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_words_give_an_extraction_whose_ids_resolve(text: str) -> None:
    article = reading.article(text, name="any")
    found = Extraction.model_validate_json(arguments({"messages": list(prompting.prompt(article)), "tools": TOOLS}))
    parties, events = {one.id for one in found.parties}, {one.id for one in found.events}
    claims = {one.id for one in found.claims}
    pointed = [
        *(id for one in found.events for id in (*one.by, *one.against)),
        *(id for one in found.figures for id in one.parties),
    ]
    assert {*pointed, *(id for one in found.claims for id in one.speakers)} <= parties
    assert {id for one in found.claims for id in one.about} | {one.event for one in found.figures if one.event} <= events
    assert {one.claim for one in found.figures if one.claim} <= claims


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_gives_an_extraction(text: str) -> None:
    article = reading.article(text, name="any")
    assert Extraction.model_validate_json(arguments({"messages": list(prompting.prompt(article)), "tools": TOOLS})) is not None


@pytest.mark.parametrize(
    "piece",
    ["Fighters linked to A ", "The army, adding that, ", "“a ", "41 soldiers killed and ", "( ", "said, ", "he said that "],
)
def test_a_sentence_without_end_is_answered(piece: str) -> None:
    assert extraction(piece * 400).events is not None


SEED_WORDS = [word for path in sorted((HERE.parent / "seeds").glob("*.txt")) for word in path.read_text(encoding="utf-8").split()]
WORDS = [*SEED_WORDS, *(200 * ["But", "And", "Yet", '"', "“", "”", '."', ',"', "he said.", "she said.", "\n"])]


@given(st.lists(st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, 6)), min_size=1, max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_mixture_of_real_words_is_answered(runs: list[tuple[int, int]]) -> None:
    mixed = " ".join(word for begin, size in runs for word in WORDS[begin : begin + size])
    assert extraction(mixed) is not None


@pytest.mark.parametrize(
    "text",
    [
        "But Matt has a decision to make. Matt said three people were killed.",
        'Nine were hurt, he said. "\nWe walked up to here without any other form of transport," he said.',
        'She told reporters: "\n" They were killed," she said.',
        "“They came at night. He said so.\n” Two were wounded, she said.",
    ],
)
def test_conjunctions_and_lonely_marks_are_no_stumbling_block(text: str) -> None:
    assert extraction(text).claims
