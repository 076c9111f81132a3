"""A small OpenAI-compatible endpoint on the loopback address that answers, fails and counts as it is told."""

import asyncio
import email.utils
import json
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

MARK = re.compile(rb"Report (\d+)\b")
EMPTY = json.dumps({"parties": [], "events": [], "figures": [], "claims": []})
USAGE = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}

Script = Callable[[int, int], str]
"""What the nth request (from 0) for an article meets: a name of REPLIES."""


def completion(text: str | None = EMPTY, *, finish: str = "tool_calls", **message: object) -> dict[str, Any]:
    """A chat completion that calls the tool with `text`."""
    call = {"id": "call_1", "type": "function", "function": {"name": "Extraction", "arguments": text}}
    said = message or {"role": "assistant", "content": None, "tool_calls": [call]}
    choice = {"index": 0, "finish_reason": finish, "message": said}
    return {"id": "x", "object": "chat.completion", "created": 0, "model": "served", "choices": [choice], "usage": USAGE}


def http(status: int, body: object, **headers: str) -> bytes:
    """A whole HTTP reply."""
    content = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    kind = "text/html" if isinstance(body, str) else "application/json"
    given = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\ncontent-length: {len(content)}\r\n{given}\r\n".encode() + content


def at_once() -> str:
    """An HTTP date that has come."""
    return email.utils.formatdate(time.time(), usegmt=True)


def said(**message: object) -> dict[str, Any]:
    """A completion whose message is given."""
    return completion(None, finish=str(message.pop("finish", "stop")), role="assistant", **message)


REPLIES: dict[str, Callable[[], bytes]] = {
    "good": lambda: http(200, completion()),
    "429 in milliseconds": lambda: http(429, {"error": {"message": "slow down"}}, retry_after_ms="2"),
    "429 in seconds": lambda: http(429, {"error": {"message": "slow down"}}, retry_after="0.01"),
    "429 by date": lambda: http(429, {"error": {"message": "slow down"}}, retry_after=at_once()),
    "500": lambda: http(500, {"error": {"message": "oops"}}),
    "503": lambda: http(503, "<html>busy</html>"),
    "html": lambda: http(200, "<html>hello</html>"),
    "cut json": lambda: http(200, json.dumps(completion())[:150]),
    "no choices": lambda: http(200, {**completion(), "choices": []}),
    "empty": lambda: http(200, said(content="")),
    "refusal": lambda: http(200, said(content=None, refusal="I cannot.")),
    "filter": lambda: http(200, said(content="", finish="content_filter")),
    "truncated": lambda: http(200, completion(EMPTY[:20], finish="length")),
    "misfit": lambda: http(200, completion('{"parties": 3}')),
    "400": lambda: http(400, {"error": {"message": "no such parameter"}}),
    "quota": lambda: http(429, {"error": {"code": "insufficient_quota", "message": "pay"}}),
    "wrong key": lambda: http(401, {"error": {"message": "wrong key"}}),
}
# Not replies but what happens to the connection.
RESET, SILENCE = "reset", "silence"


@dataclass
class Endpoint:
    """Answers by a script; counts requests by article."""

    script: Script = lambda article, nth: "good"
    latency: float = 0.0
    asked: Counter[int] = field(default_factory=Counter)
    url: str = ""

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, kept alive."""
        try:
            while (head := await reader.readuntil(b"\r\n\r\n")) is not None:
                length = int(
                    next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")).split(b":")[1]
                )
                body = await reader.readexactly(length)
                await self.answer(body, writer)
        except (asyncio.CancelledError, asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def answer(self, body: bytes, writer: asyncio.StreamWriter) -> None:
        """One reply, or what happens instead."""
        marks = MARK.findall(body)
        article = int(marks[-1]) if marks else -1
        nth = self.asked[article]
        self.asked[article] += 1
        await asyncio.sleep(self.latency)
        kind = self.script(article, nth)
        if kind == SILENCE:
            await asyncio.sleep(3600)
        if kind == RESET:
            writer.write(REPLIES["good"]()[:-40])
            await writer.drain()
            raise ConnectionResetError
        writer.write(REPLIES[kind]())
        await writer.drain()


@contextmanager
def serving(script: Script = lambda article, nth: "good", *, latency: float = 0.0) -> Iterator[Endpoint]:
    """An endpoint in a thread of its own, so that its clients may be processes or block."""
    endpoint, ready, stop = Endpoint(script, latency), threading.Event(), asyncio.Event()
    loops: list[asyncio.AbstractEventLoop] = []

    async def serve() -> None:
        server = await asyncio.start_server(endpoint.handle, "127.0.0.1", 0, limit=2**20)
        endpoint.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
        loops.append(asyncio.get_running_loop())
        ready.set()
        await stop.wait()
        server.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    ready.wait()
    try:
        yield endpoint
    finally:
        loops[0].call_soon_threadsafe(stop.set)
        thread.join()
