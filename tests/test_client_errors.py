"""Failures at an endpoint: each is named, paid once, and sent again only where that may help."""

import asyncio
import json
from typing import Any

import httpx2
import pytest

from schemas import Repair
from summarizer import exceptions, settings
from summarizer.client import Hooks, connect
from tests.completions import ask, client_of, completion, good

FAILURES: list[tuple[str, dict[str, Any], type[exceptions.SummarizerError]]] = [
    ("no choices", {**completion(), "choices": []}, exceptions.NoAnswer),
    ("empty answer", completion(finish="stop", role="assistant", content=""), exceptions.NoAnswer),
    ("null answer", completion(finish="stop", role="assistant", content=None), exceptions.NoAnswer),
    ("refusal", completion(finish="stop", role="assistant", content=None, refusal="I cannot."), exceptions.Refused),
    ("content filter", completion(finish="content_filter", role="assistant", content=""), exceptions.ContentFiltered),
    ("truncation", completion('{"dropped": ["f1', finish="length"), exceptions.Truncated),
]


@pytest.mark.parametrize(("reply", "error"), [case[1:] for case in FAILURES], ids=[case[0] for case in FAILURES])
def test_an_answer_that_is_none_is_named_and_paid_once(reply: dict[str, Any], error: type[exceptions.SummarizerError]) -> None:
    with pytest.raises(error) as caught:
        ask(client_of([httpx2.Response(200, json=reply)]))
    assert (caught.value.usage.input, caught.value.usage.attempts) == (100, 1)


PASSING = [
    httpx2.Response(408),
    httpx2.Response(409),
    httpx2.Response(429, headers={"retry-after-ms": "1"}),
    httpx2.Response(500, json={"error": {"message": "oops"}}),
    httpx2.Response(503, text="<html>busy</html>"),
    httpx2.Response(200, text="<html>busy</html>"),
    httpx2.Response(200, content=json.dumps(completion()).encode()[:200]),
    httpx2.Response(200, json={"detail": "what?"}),
    httpx2.ConnectError("refused"),
    httpx2.ReadError("reset"),
    httpx2.RemoteProtocolError("peer closed connection without sending complete message body"),
    httpx2.ReadTimeout("slow"),
]


@pytest.mark.parametrize("reply", PASSING, ids=lambda reply: str(getattr(reply, "status_code", type(reply).__name__)))
def test_what_may_pass_is_sent_again(reply: httpx2.Response | Exception) -> None:
    answer = ask(client_of([reply, good()]))
    assert answer.value == Repair(dropped=("f1",))
    assert (answer.usage.attempts, answer.usage.requests) == (2, 1)


LASTING: list[tuple[httpx2.Response, type[exceptions.SummarizerError]]] = [
    (httpx2.Response(400, json={"error": {"message": "no such parameter"}}), exceptions.Rejected),
    (httpx2.Response(401, json={"error": {"message": "wrong key sk-secret"}}), exceptions.Unauthorized),
    (httpx2.Response(402), exceptions.QuotaExhausted),
    (httpx2.Response(404, json={"error": {"code": "model_not_found", "message": "no model"}}), exceptions.UnknownModel),
    (httpx2.Response(404, text="not here"), exceptions.Rejected),
    (httpx2.Response(413), exceptions.Rejected),
    (httpx2.Response(429, json={"error": {"code": "insufficient_quota", "message": "pay"}}), exceptions.QuotaExhausted),
    (httpx2.Response(308, headers={"location": "http://127.0.0.1:1/"}), exceptions.Rejected),
]


@pytest.mark.parametrize(("reply", "error"), LASTING, ids=lambda case: getattr(case, "__name__", ""))
def test_what_will_not_pass_is_not_sent_again(reply: httpx2.Response, error: type[exceptions.SummarizerError]) -> None:
    with pytest.raises(error) as caught:
        ask(client_of([reply]))
    assert caught.value.usage.attempts == 1
    assert "secret" not in str(caught.value)


def test_attempts_end() -> None:
    with pytest.raises(exceptions.ServerFailed) as caught:
        ask(client_of([httpx2.Response(500)] * 3, attempts=3))
    assert (caught.value.code, caught.value.usage.attempts) == (500, 3)


def test_a_limit_is_waited_out_beyond_the_attempts() -> None:
    limited = httpx2.Response(429, headers={"retry-after-ms": "1"})
    answer = ask(client_of([limited] * 9 + [httpx2.Response(500), good()], attempts=2))
    assert answer.usage.attempts == 11


def test_a_limit_is_not_waited_out_where_no_retries_are_wanted() -> None:
    with pytest.raises(exceptions.RateLimited):
        ask(client_of([httpx2.Response(429, headers={"retry-after-ms": "1"})], attempts=1))


def test_a_client_without_retries_sends_once() -> None:
    with pytest.raises(exceptions.ServerFailed):
        ask(client_of([httpx2.Response(500)], attempts=1))


def test_an_endpoint_that_asks_for_a_longer_wait_than_the_deadline_is_not_waited_for() -> None:
    told: list[float] = []
    hooks = Hooks(on_pause=lambda seconds, error: told.append(seconds))
    with pytest.raises(exceptions.RateLimited) as caught:
        ask(client_of([httpx2.Response(429, headers={"retry-after": "3600"})], hooks=hooks))
    assert (caught.value.retry_after, told) == (3600, [3600])


def test_an_article_that_takes_too_long_is_given_up() -> None:
    async def slow(request: httpx2.Request) -> httpx2.Response:
        await asyncio.sleep(5)
        return good()

    chosen = settings.load({}, base_url="http://127.0.0.1:9/v1", api_key="k", deadline=0.05)
    client = connect(chosen, transport=httpx2.MockTransport(slow))
    with pytest.raises(exceptions.DeadlineExceeded, match=r"0\.05 s"):
        ask(client)


def test_every_error_of_openai_has_one_of_ours() -> None:
    import openai

    from summarizer.client.errors import translate

    request = httpx2.Request("POST", "http://127.0.0.1/")
    for name in dir(openai):
        theirs = getattr(openai, name)
        if isinstance(theirs, type) and issubclass(theirs, openai.OpenAIError):
            error = theirs.__new__(theirs)
            if isinstance(error, openai.APIStatusError):
                error.response, error.status_code, error.body = httpx2.Response(418, request=request), 418, None
                error.code = error.type = None
                error.message = ""
            assert isinstance(translate(error, endpoint="here"), exceptions.SummarizerError), name


def test_every_error_of_instructor_has_one_of_ours() -> None:
    from instructor.core import exceptions as theirs

    from summarizer.client.errors import translate

    classes = [one for one in vars(theirs).values() if isinstance(one, type) and issubclass(one, theirs.InstructorError)]
    assert classes
    for one in classes:
        assert isinstance(translate(one.__new__(one), endpoint="here"), exceptions.SummarizerError), one


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
    ],
)
def test_a_wait_is_read_from_the_headers(headers: dict[str, str], seconds: float | None) -> None:
    from summarizer.client.errors import retry_after

    assert retry_after(headers) == seconds


def test_a_wait_until_a_date_is_the_time_until_then() -> None:
    import time
    from email.utils import formatdate

    from summarizer.client.errors import retry_after

    wait = retry_after({"retry-after": formatdate(time.time() + 30, usegmt=True)})
    assert wait is not None
    assert 28 <= wait <= 30
