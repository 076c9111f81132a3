"""Chat completions as an endpoint sends them, and a client that gets them."""

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any

import httpx2

from schemas import Repair
from summarizer import settings
from summarizer.client import Answer, Client, Hooks, connect

MESSAGES = [
    {"role": "system", "content": "Correct the items."},
    {"role": "user", "content": "<article>{{ 7*7 }} {% if %}</article>"},
]
ANSWER = {"dropped": ["f1"]}
USAGE = {
    "prompt_tokens": 100,
    "completion_tokens": 20,
    "prompt_tokens_details": {"cached_tokens": 60},
    "completion_tokens_details": {"reasoning_tokens": 5},
}
Handler = Callable[[httpx2.Request], httpx2.Response]


def completion(answer: object = None, *, usage: object = USAGE, finish: str = "tool_calls", **message: object) -> dict[str, Any]:
    """A chat completion as an endpoint sends it."""
    arguments = answer if isinstance(answer, str) else json.dumps(ANSWER if answer is None else answer)
    call = {"id": "call_1", "type": "function", "function": {"name": "Repair", "arguments": arguments}}
    said = message or {"role": "assistant", "content": None, "tool_calls": [call]}
    return {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "served",
        "choices": [{"index": 0, "finish_reason": finish, "message": said}],
        "usage": usage,
    }


def good(answer: object = None) -> httpx2.Response:
    return httpx2.Response(200, json=completion(answer))


def client_of(
    replies: Sequence[httpx2.Response | Exception] | Handler, *, hooks: Hooks | None = None, **changes: object
) -> Client:
    """A client whose endpoint gives these replies in turn."""
    waiting = list(replies) if not callable(replies) else []

    def answer(request: httpx2.Request) -> httpx2.Response:
        reply = replies(request) if callable(replies) else waiting.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    chosen = {"base_url": "http://127.0.0.1:9/v1", "api_key": "sk-secret", "model": "asked", "max_wait": 0.001, **changes}
    return connect(settings.load({}, **chosen), transport=httpx2.MockTransport(answer), hooks=hooks)


def ask(client: Client) -> Answer[Repair]:
    return asyncio.run(client.ask(MESSAGES, Repair))
