"""Extraction: the three requests, and windows joined without duplicates."""

import asyncio
import json
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Claim, Event, Extraction, Figure, Party, Repair
from schemas.briefing import Lead
from summarizer import exceptions, settings
from summarizer.client import Client, connect
from summarizer.extraction import extract, join, lead, repair

MESSAGES = [{"role": "user", "content": "x"}]
EMPTY: dict[str, Any] = {"parties": [], "events": [], "figures": [], "claims": []}


def party(id: str, name: str, *also: str, **more: Any) -> Party:
    return Party.model_validate({"id": id, "name": name, "also": also, "type": "armed_group", **more})


def event(id: str, *sentences: int, **more: Any) -> Event:
    made = {"type": "battle", "title": "a fight", "outcome": "not_stated", "status": "asserted", "salience": "background"}
    return Event.model_validate({**made, "id": id, "sentences": sentences, **more})


def figure(id: str, text: str, sentence: int, **more: Any) -> Figure:
    made = {"counted": "soldiers", "measure": "killed", "scope": "incident"}
    return Figure.model_validate({**made, "id": id, "text": text, "sentence": sentence, **more})


def claim(id: str, content: str, sentence: int, **more: Any) -> Claim:
    return Claim.model_validate({"act": "asserts", "id": id, "content": content, "sentence": sentence, **more})


def said(**items: Any) -> Extraction:
    return Extraction(**{**EMPTY, **items})


def test_one_window_stays_as_it_is() -> None:
    only = said(parties=(party("p7", "JNIM"),))
    assert join([only]) is only


def test_no_window_says_nothing() -> None:
    assert join([]) == said()


def test_a_party_of_two_windows_is_one_with_all_its_names() -> None:
    first = said(parties=(party("p1", "Group to Support Islam and Muslims", "JNIM", "the group"),))
    second = said(parties=(party("p1", "the Army"), party("p2", "JNIM", "the jihadists")))
    assert join([first, second]).parties == (
        party("p1", "Group to Support Islam and Muslims", "JNIM", "the group", "the jihadists"),
        party("p2", "the Army"),
    )


def test_a_description_joins_no_parties_across_windows() -> None:
    first = said(parties=(party("p1", "JNIM", "the group"),))
    second = said(parties=(party("p1", "the group"),))
    assert len(join([first, second]).parties) == 2


def test_parties_of_the_same_window_stay_apart() -> None:
    first = said(parties=(party("p1", "Army"), party("p2", "Army")))
    assert len(join([first, said(parties=(party("p1", "Army"),))]).parties) == 2


def test_an_event_of_the_overlap_is_one_with_all_its_sentences() -> None:
    first = said(parties=(party("p1", "JNIM"),), events=(event("e1", 8, 9, by=("p1",), places=("Kidal",)),))
    second = said(
        parties=(party("p1", "Army"), party("p2", "JNIM")),
        events=(event("e1", 9, 10, by=("p2",), against=("p1",), salience="main", date="Friday", outcome="repelled"),),
    )
    joined = join([first, second])
    assert joined.events == (
        event("e1", 8, 9, 10, by=("p1",), against=("p2",), places=("Kidal",), salience="main", date="Friday", outcome="repelled"),
    )


@pytest.mark.parametrize(
    "other",
    [event("e1", 9, type="bombing"), event("e1", 10), event("e1", 9, places=("Gao",))],
    ids=["another type", "another sentence", "another place"],
)
def test_events_that_differ_stay_apart(other: Event) -> None:
    assert len(join([said(events=(event("e1", 9, places=("Kidal",)),)), said(events=(other,))]).events) == 2


def test_a_figure_of_the_overlap_is_one_and_points_to_the_joined_items() -> None:
    first = said(events=(event("e1", 9),), figures=(figure("f1", "80", 9, event="e1"),))
    second = said(
        parties=(party("p1", "Army"),),
        events=(event("e1", 20), event("e2", 9)),
        claims=(claim("c1", "we killed 80", 9, speakers=("p1",)),),
        figures=(figure("f1", "80", 9, event="e2", claim="c1"), figure("f2", "5", 20, event="e1")),
    )
    joined = join([first, second])
    assert joined.figures == (figure("f1", "80", 9, event="e1", claim="c1"), figure("f2", "5", 20, event="e2"))


def test_two_equal_figures_of_one_sentence_stay_two() -> None:
    pair = (figure("f1", "two", 9, counted="soldiers"), figure("f2", "two", 9, counted="civilians"))
    assert join([said(figures=pair), said(figures=pair)]).figures == pair
    assert join([said(figures=pair), said(figures=pair[::-1])]).figures == pair


def test_a_claim_of_the_overlap_is_one_with_the_longer_content() -> None:
    first = said(claims=(claim("c1", "the town fell", 9),))
    second = said(claims=(claim("c1", "The town fell on Friday", 9), claim("c2", "the town fell", 30)))
    assert [(one.id, one.content) for one in join([first, second]).claims] == [
        ("c1", "The town fell on Friday"),
        ("c2", "the town fell"),
    ]


def test_an_id_that_points_nowhere_points_to_nothing_of_another_window() -> None:
    first = said(parties=(party("p1", "JNIM"),))
    joined = join([first, said(events=(event("e1", 9, by=("p1",)),))])
    assert joined.events[0].by == ("p1 of window 2",)


def test_items_are_numbered_in_the_order_of_the_text() -> None:
    first = said(events=(event("e1", 9), event("e2", 4)), figures=(figure("f1", "3", 9), figure("f2", "2", 4)))
    joined = join([first, said(events=(event("e1", 12),))])
    assert [(one.id, one.sentences[0]) for one in joined.events] == [("e1", 4), ("e2", 9), ("e3", 12)]
    assert [(one.id, one.sentence) for one in joined.figures] == [("f1", 4), ("f2", 9)]


def test_the_issuer_is_that_of_the_first_window_that_names_one() -> None:
    first, second = said(parties=(party("p1", "A"),)), said(parties=(party("p1", "B"),), issuer="p1")
    assert join([first, second]).issuer == "p2"


figures = st.builds(
    figure, st.just("f"), st.sampled_from(["80", "two", "over 80"]), st.integers(1, 4), counted=st.sampled_from(["men", "cars"])
)


@given(st.lists(figures, max_size=8))
def test_a_window_joined_with_itself_gives_each_item_once(found: list[Figure]) -> None:
    window = said(figures=tuple(one.model_copy(update={"id": f"f{place}"}) for place, one in enumerate(found, 1)))
    joined = join([window, window])
    assert sorted((one.sentence, one.text, one.counted) for one in joined.figures) == sorted(
        (one.sentence, one.text, one.counted) for one in found
    )
    assert [one.id for one in joined.figures] == [f"f{place}" for place in range(1, len(found) + 1)]


def client_of(*replies: dict[str, Any]) -> Client:
    waiting = list(replies)
    transport = httpx2.MockTransport(lambda request: httpx2.Response(200, json=waiting.pop(0)))
    return connect(settings.load({}, base_url="http://127.0.0.1:9/v1", api_key="k"), transport=transport)


def reply(answer: object, finish: str = "stop") -> dict[str, Any]:
    message = {"role": "assistant", "content": answer if isinstance(answer, str) else json.dumps(answer)}
    usage = {"prompt_tokens": 10, "completion_tokens": 1, "total_tokens": 11}
    return {"model": "m", "choices": [{"index": 0, "finish_reason": finish, "message": message}], "usage": usage}


def test_an_extraction_is_what_the_model_says() -> None:
    given = {**EMPTY, "figures": [figure("f1", "80", 1).model_dump()]}
    assert asyncio.run(extract(MESSAGES, client_of(reply(given)))).value == said(figures=(figure("f1", "80", 1),))


def test_a_truncated_answer_is_asked_again_once_in_smaller_parts_and_all_of_it_is_counted() -> None:
    parts = [{**EMPTY, "figures": [figure("f1", text, number).model_dump()]} for number, text in ((1, "80"), (2, "90"))]
    client = client_of(reply("{", "length"), *map(reply, parts))
    answer = asyncio.run(extract(MESSAGES, client, smaller=lambda: [MESSAGES, MESSAGES]))
    assert [one.text for one in answer.value.figures] == ["80", "90"]
    assert (answer.usage.input, answer.usage.requests) == (30, 3)


@pytest.mark.parametrize("parts", [0, 1])
def test_an_answer_that_cannot_be_asked_in_smaller_parts_stays_truncated(parts: int) -> None:
    with pytest.raises(exceptions.Truncated):
        asyncio.run(extract(MESSAGES, client_of(reply("{", "length")), smaller=lambda: [MESSAGES] * parts))


def test_a_part_that_is_too_long_as_well_is_not_cut_again() -> None:
    client = client_of(reply("{", "length"), reply("{", "length"))
    with pytest.raises(exceptions.Truncated):
        asyncio.run(extract(MESSAGES, client, smaller=lambda: [MESSAGES, MESSAGES]))


def test_a_repair_that_is_refused_corrects_nothing_and_is_paid() -> None:
    answer = asyncio.run(repair(MESSAGES, client_of(reply("", "content_filter"))))
    assert (answer.value, answer.usage.input) == (Repair(), 10)


def test_a_lead_is_what_the_model_writes() -> None:
    assert asyncio.run(lead(MESSAGES, client_of(reply({"lines": []})))).value == Lead(lines=())
