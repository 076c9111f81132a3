"""The whole way of an article with recorded answers: a wrong figure is caught, a bad endpoint is survived."""

import asyncio
import json

import pytest

from schemas import ValidatedExtraction
from summarizer import client, pipeline, reading, settings
from summarizer.exceptions import Refused, Truncated
from tests import faulty
from tests.replay import CASSETTES, ENDPOINT, replayed


def asked(name: str) -> ValidatedExtraction:
    """The article of a fault, with its recorded answers."""
    with replayed(name):
        return asyncio.run(faulty.ask(name, ENDPOINT))


def words(validated: ValidatedExtraction, decision: str) -> set[str]:
    return {figure.said.text for figure in validated.figures if figure.decision == decision}


def test_a_wrong_figure_is_caught_and_repaired() -> None:
    validated = asked("planted")
    assert validated.provenance is not None
    assert validated.provenance.repaired
    assert any(figure.text.startswith("ninety") for figure in validated.raw.figures)
    assert "nine" in words(validated, "accepted")
    assert words(validated, "rejected") == set()


def test_a_figure_that_stays_wrong_is_rejected_and_shown() -> None:
    validated = asked("stubborn")
    assert {text.split()[0] for text in words(validated, "rejected")} == {"ninety"}
    briefing = pipeline.compose([validated])
    assert "ninety" in {left.check.text.split()[0] for left in briefing.unverified}
    stated = [statement.words for event in briefing.story.events for group in event.figures for statement in group.statements]
    assert not any(word.startswith("ninety") for word in stated)


def test_malformed_json_is_sent_back_once_and_both_answers_are_counted() -> None:
    validated = asked("malformed")
    assert validated.provenance is not None
    assert validated.provenance.usage.requests == 2
    assert "nine" in words(validated, "accepted")


@pytest.mark.parametrize("name", ["rate_limited", "server_error"])
def test_a_passing_fault_costs_one_more_attempt(name: str) -> None:
    validated = asked(name)
    assert validated.provenance is not None
    assert (validated.provenance.usage.requests, validated.provenance.usage.attempts) == (1, 2)


def test_a_refusal_has_a_name() -> None:
    with pytest.raises(Refused):
        asked("refused")


def test_an_answer_cut_by_the_output_limit_has_a_name() -> None:
    with pytest.raises(Truncated):
        asked("truncated")


def test_an_article_that_gives_orders_is_read_as_text() -> None:
    validated = asked("injection")
    sent = json.loads((CASSETTES / "injection.json").read_text(encoding="utf-8"))["interactions"][0]["request"]["body"]
    assert "{{ 7*7 }} {% if secrets %}{{ secrets }}{% endif %}" in json.dumps(sent)
    assert {figure.said.text.casefold() for figure in validated.figures if figure.decision == "accepted"} >= {"two", "three"}
    killed = [figure.said.text for figure in validated.figures if figure.said.measure == "killed" and figure.said.claim is None]
    assert killed == []


def test_the_embedded_model_leaves_the_composed_lines() -> None:
    async def worded() -> tuple[str, str]:
        connected = client.connect(settings.load({}))
        found = reading.article((faulty.DATA / "harbour.txt").read_text(encoding="utf-8"))
        composed = pipeline.compose([await pipeline.process(found, connected)])
        return composed.worded_by, (await pipeline.word(composed, connected)).worded_by

    assert asyncio.run(worded()) == ("rules", "rules")
