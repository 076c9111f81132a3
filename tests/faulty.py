"""A server on this machine that misbehaves in one named way and otherwise passes each request on to the real endpoint.

Used to record the fault cassettes; the tests replay them. The article is `tests/data/harbour.txt`, which we wrote.
"""

import json
import threading
import urllib.request
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from schemas import ValidatedExtraction
from summarizer import client, pipeline, reading, settings

DATA = Path(__file__).parent / "data"
MODEL = "language-model"


@dataclass
class Reply:
    """Status, headers and body of one answer."""

    status: int
    body: dict[str, Any]  # an OpenAI reply, or what a fault makes of it
    headers: dict[str, str] = field(default_factory=dict)


Upstream = Callable[[], Reply]
Fault = Callable[[int, Upstream], Reply]


def error(status: int, message: str, kind: str, **headers: str) -> Reply:
    """An error as the OpenAI protocol writes it."""
    return Reply(status, {"error": {"message": message, "type": kind, "code": kind}}, dict(headers))


def arguments(reply: Reply) -> dict[str, Any]:
    """The call in which the model answers."""
    call: dict[str, Any] = reply.body["choices"][0]["message"]["tool_calls"][0]["function"]
    return call


def plant(reply: Reply) -> Reply:
    """The answer with the toll changed from nine to ninety wherever a figure's words begin with it."""
    call = arguments(reply)
    answer = json.loads(call["arguments"])
    for figure in answer.get("figures", ()):
        figure["text"] = figure["text"].replace("nine", "ninety", 1) if figure["text"].startswith("nine") else figure["text"]
    call["arguments"] = json.dumps(answer, ensure_ascii=False)
    return reply


def planted(number: int, upstream: Upstream) -> Reply:
    """The first answer carries a wrong figure; the repair is the endpoint's own."""
    return plant(upstream()) if number == 1 else upstream()


def stubborn(_number: int, upstream: Upstream) -> Reply:
    """Every answer carries the wrong figure."""
    return plant(upstream())


def malformed(number: int, upstream: Upstream) -> Reply:
    """The first answer breaks off in the middle of its JSON; the second is whole."""
    reply = upstream()
    if number == 1:
        call = arguments(reply)
        call["arguments"] = call["arguments"][: len(call["arguments"]) // 2]
    return reply


def scripted(message: dict[str, Any], finish: str) -> Reply:
    """A reply that this server makes up itself; the fields around the message are the protocol's."""
    choice = {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": finish, "logprobs": None}
    usage = {"prompt_tokens": 2400, "completion_tokens": 40, "total_tokens": 2440}
    return Reply(
        200, {"id": "scripted", "object": "chat.completion", "created": 0, "model": MODEL, "choices": [choice], "usage": usage}
    )


def truncated(_number: int, _upstream: Upstream) -> Reply:
    """Every answer is cut by the output limit, and says so; halves of the article fare no better."""
    cut = '{"issuer":null,"parties":[{"id":"p1","name":"harbour auth'
    call = {"id": "call_1", "type": "function", "function": {"name": "Extraction", "arguments": cut}}
    return scripted({"content": None, "refusal": None, "tool_calls": [call]}, "length")


def refused(_number: int, _upstream: Upstream) -> Reply:
    """The model declines to answer."""
    return scripted({"content": None, "refusal": "I can't help with that."}, "stop")


def rate_limited(number: int, upstream: Upstream) -> Reply:
    """The first request is told to come back in a second."""
    return error(429, "Rate limit reached", "rate_limit_exceeded", **{"retry-after": "1"}) if number == 1 else upstream()


def server_error(number: int, upstream: Upstream) -> Reply:
    """The first request fails inside the server."""
    return error(500, "The server had an error", "server_error") if number == 1 else upstream()


def injection(_number: int, upstream: Upstream) -> Reply:
    """Nothing misbehaves but the article, `tests/data/injection.txt`."""
    return upstream()


FAULTS: dict[str, Fault] = {
    fault.__name__: fault for fault in (injection, malformed, planted, rate_limited, refused, server_error, stubborn, truncated)
}


def article(name: str) -> Path:
    """The article that a fault is shown on."""
    return DATA / ("injection.txt" if name == "injection" else "harbour.txt")


async def ask(name: str, url: str) -> ValidatedExtraction:
    """The article of a fault, asked at `url`; raises what the fault leads to."""
    text = article(name).read_text(encoding="utf-8")
    connected = client.connect(
        settings.load({}, base_url=url, api_key="none", model=MODEL, timeout=3600.0, deadline=7200.0, max_wait=1.0)
    )
    try:
        return await pipeline.process(reading.article(text, name=article(name).stem), connected)
    finally:
        await connected.aclose()


@asynccontextmanager
async def serve(name: str) -> AsyncIterator[str]:
    """The base URL of a server that has the fault; the real endpoint is the environment's."""
    real = settings.load()
    fault = FAULTS[name]
    asked = 0

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # the name is http.server's
            nonlocal asked
            asked += 1
            body = self.rfile.read(int(self.headers["content-length"]))
            reply = fault(asked, lambda: forward(real, body))
            payload = json.dumps(reply.body, ensure_ascii=False).encode()
            self.send_response(reply.status)
            for header, value in {"content-type": "application/json", **reply.headers}.items():
                self.send_header(header, value)
            self.send_header("content-length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()


def forward(real: settings.Settings, body: bytes) -> Reply:
    """What the real endpoint answers."""
    headers = {"content-type": "application/json", "authorization": f"Bearer {real.api_key or 'none'}"}
    request = urllib.request.Request(f"{real.base_url}/chat/completions", body, headers)  # noqa: S310  # the endpoint we were given
    with urllib.request.urlopen(request, timeout=3600) as answer:  # noqa: S310  # as above
        return Reply(answer.status, json.load(answer))
