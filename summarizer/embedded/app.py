"""The rule-based model as a server: a bare ASGI application that speaks the OpenAI chat-completions protocol."""

import json
from collections.abc import Awaitable, Callable, MutableMapping

from summarizer.embedded.answer import MODEL, answer
from summarizer.prompting import Unknown

__all__ = ["app"]

Scope = MutableMapping[str, object]
Receive = Callable[[], Awaitable[MutableMapping[str, object]]]
Send = Callable[[MutableMapping[str, object]], Awaitable[None]]


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer POST …/chat/completions and GET …/models; anything else is an error in the protocol's shape."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
        return
    if scope["type"] != "http":
        return
    path, method = str(scope["path"]).rstrip("/"), scope["method"]
    if path.endswith("/chat/completions") and method == "POST":
        status, reply = _complete(await _body(receive))
    elif path.endswith("/models") and method == "GET":
        status, reply = (
            200,
            {"object": "list", "data": [{"id": MODEL, "object": "model", "created": 0, "owned_by": "summarizer"}]},
        )
    else:
        status, reply = _error(404, f"{method} {path} is not answered here; POST /v1/chat/completions is")
    await _send(send, status, reply)


async def _lifespan(receive: Receive, send: Send) -> None:
    """Nothing to start or stop."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _body(receive: Receive) -> bytes:
    """The whole body."""
    parts: list[bytes] = []
    more = True
    while more:
        message = await receive()
        part = message.get("body", b"")
        parts.append(part if isinstance(part, bytes) else b"")
        more = bool(message.get("more_body", False))
    return b"".join(parts)


def _complete(raw: bytes) -> tuple[int, dict[str, object]]:
    """Status and reply for the bytes of a request."""
    try:
        body = json.loads(raw)
    except ValueError:
        return _error(400, "the body is not JSON")
    if not isinstance(body, dict):
        return _error(400, "the body is not a JSON object")
    if body.get("stream"):
        return _error(400, "this model does not stream; leave out stream")
    try:
        return 200, answer(body)
    except Unknown as error:
        return _error(400, f"this model answers only the requests of summarizer: {error}")


def _error(status: int, message: str) -> tuple[int, dict[str, object]]:
    """An error in the protocol's shape."""
    return status, {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": None}}


async def _send(send: Send, status: int, reply: dict[str, object]) -> None:
    """One JSON response."""
    payload = json.dumps(reply, ensure_ascii=False).encode("utf-8", "replace")
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(payload)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": payload})
