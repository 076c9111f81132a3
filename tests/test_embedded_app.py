"""The embedded model as a server speaks the OpenAI protocol, errors included."""

import asyncio

import httpx2
import pytest

from schemas.extraction import Extraction
from summarizer import prompting, reading
from summarizer.embedded import MODEL, app
from tests.embedded_view import TOOLS

MESSAGES = list(prompting.prompt(reading.article("Police said two men were arrested in Lerma.", name="a")))


def call(method: str, path: str, **given: object) -> httpx2.Response:
    """One request to the app in this process."""

    async def sent() -> httpx2.Response:
        transport = httpx2.ASGITransport(app=app)
        async with httpx2.AsyncClient(transport=transport, base_url="http://embedded") as client:
            return await client.request(method, path, **given)  # type: ignore[arg-type]  # keyword arguments of the client

    return asyncio.run(sent())


def test_it_completes_a_chat() -> None:
    reply = call("POST", "/v1/chat/completions", json={"model": MODEL, "messages": MESSAGES, "tools": TOOLS})
    body = reply.json()
    made = body["choices"][0]["message"]["tool_calls"][0]["function"]
    assert (reply.status_code, body["object"], made["name"]) == (200, "chat.completion", "Extraction")
    assert [claim.content for claim in Extraction.model_validate_json(made["arguments"]).claims] == [
        "two men were arrested in Lerma."
    ]


def test_it_lists_itself() -> None:
    assert [model["id"] for model in call("GET", "/v1/models").json()["data"]] == [MODEL]


@pytest.mark.parametrize(
    ("method", "path", "given", "status"),
    [
        ("GET", "/v1/nothing", {}, 404),
        ("GET", "/v1/chat/completions", {}, 404),
        ("POST", "/v1/chat/completions", {"content": b"{"}, 400),
        ("POST", "/v1/chat/completions", {"content": b"\xff\xfe"}, 400),
        ("POST", "/v1/chat/completions", {"json": []}, 400),
        ("POST", "/v1/chat/completions", {"json": {}}, 400),
        ("POST", "/v1/chat/completions", {"json": {"messages": "hello"}}, 400),
        ("POST", "/v1/chat/completions", {"json": {"messages": [{"role": "user", "content": "A joke?"}]}}, 400),
        ("POST", "/v1/chat/completions", {"json": {"messages": MESSAGES, "stream": True}}, 400),
    ],
)
def test_what_it_cannot_answer_is_an_error_in_the_protocols_shape(
    method: str, path: str, given: dict[str, object], status: int
) -> None:
    reply = call(method, path, **given)
    assert (reply.status_code, sorted(reply.json()["error"])) == (status, ["code", "message", "param", "type"])


def test_it_starts_and_stops_for_a_server() -> None:
    sent: list[str] = []
    inbox = iter(["lifespan.startup", "lifespan.shutdown"])

    async def receive() -> dict[str, object]:
        return {"type": next(inbox)}

    async def send(message: object) -> None:
        assert isinstance(message, dict)
        sent.append(message["type"])

    asyncio.run(app({"type": "lifespan"}, receive, send))
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
