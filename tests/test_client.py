"""The client: one request an answer, nothing paid twice."""

import asyncio
import json
from typing import Any

import httpx2
import pytest

from schemas import Repair, Usage
from summarizer import exceptions, settings
from summarizer.client import Client, Hooks, Kept, ResultEvent, connect
from tests.completions import ANSWER, MESSAGES, ask, client_of, completion, good


def test_an_answer_is_a_record_of_its_own_class() -> None:
    assert ask(client_of([good()])).value == Repair(dropped=("f1",))
    assert type(ask(client_of([good()])).value) is Repair


def test_a_request_holds_the_schema_first_and_the_messages_as_they_are() -> None:
    seen: list[dict[str, Any]] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(json.loads(request.content))
        return good()

    ask(client_of(answer))
    assert list(seen[0])[-1] == "messages"
    assert seen[0]["messages"] == MESSAGES
    assert seen[0]["model"] == "asked"
    assert seen[0]["tools"][0]["function"]["name"] == "Repair"


def test_two_articles_share_every_byte_before_the_article() -> None:
    seen: list[bytes] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.content)
        return good()

    client = client_of(answer)

    async def both() -> None:
        for article in ("article one", "article two"):
            await client.ask([MESSAGES[0], {"role": "user", "content": article}], Repair)

    asyncio.run(both())
    assert seen[0].split(b"article one")[0] == seen[1].split(b"article two")[0]


def test_the_schema_is_sent_without_titles_and_defaults_but_with_a_field_named_title() -> None:
    from schemas import Extraction
    from summarizer.client.filling import wrap

    schema = wrap(Extraction).model_json_schema()
    assert "title" in schema["$defs"]["Event"]["properties"]
    assert "default" not in json.dumps(schema)
    assert "title" not in schema["$defs"]["Event"]["properties"]["type"]
    assert schema["required"] == ["parties", "events", "figures", "claims"]


def test_usage_is_what_the_endpoint_reports() -> None:
    assert ask(client_of([good()])).usage == Usage(input=100, cached=60, output=20, reasoning=5, requests=1, attempts=1)


def test_usage_that_is_not_reported_is_an_estimate_and_says_so() -> None:
    usage = ask(client_of([httpx2.Response(200, json=completion(usage=None))])).usage
    assert (usage.estimated, usage.requests) == (True, 1)
    assert usage.input > usage.output > 0


def test_the_model_is_named_as_the_endpoint_names_it() -> None:
    answer = ask(client_of([good()]))
    assert (answer.model, answer.endpoint, answer.cached) == ("served", "remote", False)


@pytest.mark.parametrize("mode", ["tools", "json_schema", "json"])
@pytest.mark.parametrize("fence", ["{}", "```json\n{}\n```"])
def test_an_answer_in_the_content_is_understood_in_every_mode(mode: str, fence: str) -> None:
    text = fence.format(json.dumps(ANSWER))
    reply = httpx2.Response(200, json=completion(finish="stop", role="assistant", content=text))
    assert ask(client_of([reply], mode=mode)).value == Repair(dropped=("f1",))


def test_numbers_written_as_text_are_numbers() -> None:
    figure = {"id": "f1", "text": "80", "counted": "x", "measure": "killed", "scope": "incident", "sentence": "12"}
    assert ask(client_of([good({"figures": [figure]})])).value.figures[0].sentence == 12


def test_an_answer_that_does_not_fit_is_sent_back_and_all_of_it_is_paid() -> None:
    answer = ask(client_of([good({"dropped": 3}), good("{"), good()]))
    assert answer.value == Repair(dropped=("f1",))
    assert (answer.usage.input, answer.usage.requests, answer.usage.attempts) == (300, 3, 3)


def test_an_answer_that_never_fits_names_the_place_and_not_the_value() -> None:
    with pytest.raises(exceptions.SchemaMismatch, match=r"3 attempts: dropped") as caught:
        ask(client_of([good({"dropped": "secret words"})] * 3))
    assert "secret" not in str(caught.value)
    assert caught.value.usage.input == 300


class Shelf:
    """A cache in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, Kept] = {}

    def get(self, key: str) -> Kept | None:
        return self.kept.get(key)

    def put(self, key: str, kept: Kept, *, schema: str) -> None:
        self.kept[key] = kept


def cached_client(shelf: Shelf, replies: list[httpx2.Response], **changes: object) -> Client:
    chosen = {"base_url": "http://127.0.0.1:9/v1", "api_key": "k", "model": "asked", **changes}
    return connect(settings.load({}, **chosen), cache=shelf, transport=httpx2.MockTransport(lambda request: replies.pop(0)))


def test_the_same_question_is_asked_once() -> None:
    shelf = Shelf()
    first = ask(cached_client(shelf, [good()]))
    second = ask(cached_client(shelf, []))
    assert (second.value, second.usage, second.model) == (first.value, first.usage, first.model)
    assert (first.cached, second.cached) == (False, True)


@pytest.mark.parametrize(
    "changes", [{"model": "other"}, {"temperature": 0.5}, {"mode": "json_schema"}, {"base_url": "http://127.0.0.1:8/v1"}]
)
def test_another_model_option_or_endpoint_is_another_question(changes: dict[str, object]) -> None:
    shelf = Shelf()
    ask(cached_client(shelf, [good()]))
    replies = [good()]
    ask(cached_client(shelf, replies, **changes))
    assert replies == []


def test_a_scope_accounts_for_its_article_alone() -> None:
    client = client_of([httpx2.Response(500), good(), good()])

    async def both() -> list[Usage]:
        scopes = [client.scope("a"), client.scope("b")]
        for scope in scopes:
            await scope.ask(MESSAGES, Repair)
        return [scope.usage for scope in scopes]

    assert [(usage.attempts, usage.requests) for usage in asyncio.run(both())] == [(2, 1), (1, 1)]


def test_hooks_hear_every_request_and_a_hook_that_fails_stops_nothing() -> None:
    heard: list[ResultEvent] = []

    def broken(event: object) -> None:
        raise RuntimeError("mine")

    ask(client_of([httpx2.Response(500), good()], hooks=Hooks(on_request=broken, on_result=heard.append)))
    assert [(event.task, event.attempt, type(event.error).__name__) for event in heard] == [
        ("Repair", 1, "ServerFailed"),
        ("Repair", 2, "NoneType"),
    ]


def test_no_article_and_no_key_is_in_any_log(caplog: pytest.LogCaptureFixture) -> None:
    import logging

    logging.getLogger().setLevel(logging.DEBUG)
    with caplog.at_level(logging.DEBUG):
        ask(client_of([httpx2.Response(429, headers={"retry-after-ms": "1"}), good({"dropped": 3}), good()]))
    assert "article" not in caplog.text
    assert "secret" not in caplog.text


def test_a_model_without_an_endpoint_is_a_configuration_error() -> None:
    with pytest.raises(exceptions.ConfigurationError, match="needs an endpoint"):
        connect(settings.load({}, model="some-model"))


class Spans:
    """A tracer that remembers."""

    def __init__(self) -> None:
        self.found: list[dict[str, object]] = []

    def start_as_current_span(self, name: str, *, attributes: dict[str, object], **_: object) -> "Spans":
        self.found.append({"name": name, **attributes})
        return self

    def __enter__(self) -> "Spans":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def set_attribute(self, name: str, value: object) -> None:
        self.found[-1][name] = value

    def set_status(self, status: object) -> None:
        self.found[-1]["status"] = getattr(status, "name", status)


def test_spans_tell_model_tokens_and_errors_and_no_content(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("opentelemetry")
    from summarizer.client import tracing

    spans = Spans()
    monkeypatch.setattr(tracing, "tracer", lambda: spans)
    ask(client_of([httpx2.Response(500), good()], telemetry=True))
    failed, answered = spans.found
    assert (failed["error.type"], failed["status"]) == ("ServerFailed", "ERROR")
    assert (answered["name"], answered["gen_ai.response.model"]) == ("chat asked", "served")
    assert (answered["gen_ai.usage.input_tokens"], answered["gen_ai.usage.output_tokens"]) == (100, 20)
    assert "article>" not in str(spans.found)


@pytest.mark.parametrize("status", [400, 404, 422, 500])
def test_a_key_that_the_provider_repeats_is_not_shown(status: int) -> None:
    def echo(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(status, json={"error": {"message": "no use for XyzSecret12345 here", "code": "model_not_found"}})

    asking = client_of(echo, api_key="XyzSecret12345", attempts=1)
    with pytest.raises(exceptions.SummarizerError) as caught:
        ask(asking)
    assert "XyzSecret12345" not in str(caught.value)


def test_answers_that_come_at_once_are_handed_out_one_a_round() -> None:
    """Requests that are ready go out between two answers, whose readers compute for long."""
    told: list[str] = []

    async def ask(client: Client, number: int) -> None:
        await client.scope(f"a{number}").ask([*MESSAGES, {"role": "user", "content": str(number)}], Repair)
        told.append("answer")
        asyncio.get_running_loop().call_soon(told.append, "others")

    async def all_at_once() -> None:
        client = client_of(lambda _: good())
        await asyncio.gather(*(ask(client, number) for number in range(5)))
        await asyncio.sleep(0)

    asyncio.run(all_at_once())
    assert told == ["answer", "others"] * 5
