"""The endpoint of the benchmark: a process that answers every chat completion after a fixed latency, as cheaply as it can."""

import asyncio
import gc
import json
import re
from multiprocessing.connection import Connection
from typing import Any

__all__ = ["serve"]

MARK = re.compile(rb"report number (\d+)")


def reply(message: dict[str, Any]) -> bytes:
    """A whole HTTP reply with one completion."""
    body = {
        "id": "bench",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", **message}}],
        "usage": {"prompt_tokens": 4000, "completion_tokens": 1000, "total_tokens": 5000},
    }
    content = json.dumps(body).encode()
    return b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(content) + content


def tool_call(text: str) -> bytes:
    """The reply that calls the tool."""
    call = {"id": "call", "type": "function", "function": {"name": "Extraction", "arguments": text}}
    return reply({"content": None, "tool_calls": [call]})


class Protocol(asyncio.Protocol):
    """One connection."""

    def __init__(self, tools: list[bytes], plain: bytes, latency: float) -> None:
        self.tools, self.plain, self.latency = tools, plain, latency
        self.buffer = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer later, once a request is complete."""
        self.buffer += data
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = bytes(self.buffer[:end]).lower()
        length = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
        if len(self.buffer) < end + 4 + length:
            return
        body = bytes(self.buffer[end + 4 : end + 4 + length])
        del self.buffer[: end + 4 + length]
        asyncio.get_running_loop().call_later(self.latency, self.send, self.answer(body))

    def answer(self, body: bytes) -> bytes:
        """The answer for the article that the request holds; a request without tools gets langextract's form."""
        marks = MARK.findall(body)
        return self.tools[int(marks[-1]) % len(self.tools)] if marks and b'"tools"' in body else self.plain

    def send(self, content: bytes) -> None:
        """Write a reply, where the client is still there."""
        if isinstance(self.transport, asyncio.Transport) and not self.transport.is_closing():
            self.transport.write(content)


def serve(ready: Connection, answers: list[str], latency: float) -> None:
    """Serve until the process is ended; the address goes through `ready`."""
    gc.disable()
    plain = reply({"content": json.dumps({"extractions": [{"figure": "80", "figure_attributes": {"counted": "soldiers"}}]})})
    tools = [tool_call(text) for text in answers]

    async def run() -> None:
        server = await asyncio.get_running_loop().create_server(lambda: Protocol(tools, plain, latency), "127.0.0.1", 0)
        ready.send(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1")
        await server.serve_forever()

    asyncio.run(run())
