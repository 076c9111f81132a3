"""The bottom line takes every word from the records it was given; a repair only from the sentences it was given."""

import json
import re
from pathlib import Path

import pytest

from schemas.article import Article
from schemas.briefing import Lead
from schemas.extraction import Extraction, Repair
from schemas.validation import Check
from summarizer import briefing, merging, prompting, reading, validation
from summarizer.embedded import lead
from tests.embedded_view import TOOLS, arguments, extraction

SEEDS = Path(__file__).parent.parent / "seeds"
TEXT = """Rebels overran the army base at Oru on 3 June, killing 41 soldiers, the defence ministry said.

The Free Lerma Front (FLF) claimed responsibility for the attack on the base. "We will strike again," FLF spokesman Ada Obi said.

On 12 May, the army killed at least 12 rebels in Kessa."""


def checked(text: str) -> tuple[Article, Extraction]:
    """An article with what the model says of it."""
    return reading.article(text, name="text"), extraction(text)


def test_the_lead_has_no_figure_that_the_records_lack() -> None:
    article, found = checked(TEXT)
    validated = [validation.validate(found, article)]
    made = briefing.brief(merging.merge(validated), validated)
    messages = prompting.bottom_line(made)
    reply = Lead.model_validate_json(arguments({"messages": list(messages), "tools": TOOLS}))
    records = messages[-1]["content"]
    assert reply.lines
    assert [number for line in reply.lines for number in re.findall(r"\d+", line.text) if number not in records] == []
    assert briefing.unsupported(made, reply) == ()


def test_every_line_cites_a_record_of_the_request() -> None:
    rows = [
        {"id": "e", "kind": "event", "what": "Rebels overran the base", "when": "3 June", "where": ["Oru"]},
        {"id": "f", "kind": "figure", "event": "e", "counted": "soldiers", "measure": "killed", "scope": "incident",
         "stated": [{"words": "41", "by": ["ministry"]}, {"words": "nine", "by": ["Front"]}], "status": "contested"},
        {"id": "c", "kind": "claim", "by": ["Front"], "act": "denies", "words": "that it lost the base", "about": ["e"]},
    ]  # fmt: skip
    assert [(line.text, line.items) for line in lead.compose({"records": rows}).lines] == [
        ("On 3 June, rebels overran the base in Oru.", ("e",)),
        ("The ministry said 41 soldiers were killed, while Front said nine.", ("f",)),
        ("Front denied: “it lost the base”.", ("c",)),
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"counted": "wounded", "measure": "wounded", "stated": [{"words": "Dozens"}]}, "Dozens were wounded."),
        ({"counted": "people", "measure": "killed", "stated": [{"words": "dozens", "by": ["Red Cross"]}]},
         "Red Cross said dozens of people were killed."),
        ({"counted": "militants", "measure": "killed", "stated": [{"words": "Over 80", "by": ["Malian Armed Forces"]}]},
         "Malian Armed Forces said over 80 militants were killed."),
        ({"counted": "more than 300", "measure": "wounded", "stated": [{"words": "more than 300"}]},
         "More than 300 were wounded."),
    ],
)  # fmt: skip
def test_a_figure_is_a_sentence(row: dict[str, object], expected: str) -> None:
    rows = [{"id": "f", "kind": "figure", "scope": "incident"} | row]
    assert [line.text for line in lead.compose({"records": rows}).lines] == [expected]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"what": "Missile strike on a market", "when": "Sunday", "where": ["Nyala"]},
         "On Sunday, the reports tell of a missile strike on a market in Nyala."),
        ({"what": "Approximately ten terrorists killed"}, "Approximately ten terrorists were killed."),
        ({"what": "Rebels seized Oru", "status": "contested"}, "Rebels seized Oru, though accounts differ."),
        ({"what": "Malian forces launch counter-offensive", "where": ["army post"]}, "Malian forces launch counter-offensive."),
    ],
)  # fmt: skip
def test_an_event_is_a_sentence(row: dict[str, object], expected: str) -> None:
    rows = [{"id": "e", "kind": "event"} | row, {"id": "f", "kind": "figure", "event": "e", "measure": "killed"}]
    assert [line.text for line in lead.compose({"records": rows}).lines] == [expected]


def test_the_seeds_give_plain_sentences_that_their_records_support() -> None:
    articles = [
        article for path in sorted(SEEDS.glob("*.txt")) for article in reading.read(str(path)) if isinstance(article, Article)
    ]
    validated = [validation.validate(extraction(article.text), article) for article in articles]
    made = briefing.brief(merging.merge(validated), validated)
    reply = Lead.model_validate_json(arguments({"messages": list(prompting.bottom_line(made)), "tools": TOOLS}))
    assert briefing.unsupported(made, reply) == ()
    assert 3 <= len(reply.lines) <= 5
    assert [line.text for line in reply.lines if not line.text.endswith(".") or ";" in line.text] == []


def test_no_records_give_no_lines() -> None:
    assert lead.compose({"records": []}).lines == ()


def repaired(text: str, field: str, item: dict[str, object], kind: str) -> Repair:
    """The answer to a repair request with one failing item."""
    article, found = checked(text)
    changed = found.model_dump(mode="json")
    rows = changed[{"claim": "claims", "event": "events", "figure": "figures"}[kind]]
    rows[0] |= item
    broken = Extraction.model_validate(changed)
    check = Check(
        of="figure", item=f"{rows[0]['id']}{field}", text="x", start=0, end=1, verdict="unsupported", explanation="wrong"
    )
    return Repair.model_validate_json(arguments({"messages": list(prompting.repair(article, broken, [check])), "tools": TOOLS}))


def test_a_figure_is_given_back_with_the_sentence_that_states_it() -> None:
    made = repaired("Rain fell on Lerma.\n\nThe army killed 41 rebels.", "", {"sentence": 1}, "figure")
    assert [(one.text, one.sentence) for one in made.figures] == [("41", 2)]


def test_a_figure_that_stands_nowhere_is_dropped() -> None:
    assert repaired("The army killed 41 rebels.", "", {"text": "42"}, "figure").dropped == ("f1",)


def test_an_event_loses_a_date_that_the_text_lacks() -> None:
    made = repaired("The army killed 41 rebels.", ".date", {"date": "3 June"}, "event")
    assert [one.date for one in made.events] == [None]


def test_a_claim_that_stands_nowhere_is_dropped() -> None:
    assert repaired("Police said two men fled.", "", {"content": "three men fled"}, "claim").dropped == ("c1",)


def test_a_repair_answers_for_every_item_once() -> None:
    made = repaired("Police said two men fled.", "", {"content": "three men fled"}, "claim")
    assert json.loads(made.model_dump_json())["claims"] == []
