"""A bound on the body of a request, met before it is read into memory."""

from fastapi import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["MAXIMUM_BYTES", "Bounded"]

# Room for the most characters of a request, each written as three bytes of UTF-8, with the JSON around them.
MAXIMUM_BYTES = 16_000_000


class Bounded:
    """Middleware that refuses a body above a number of bytes, announced or not, with 413."""

    def __init__(self, app: ASGIApp, *, most: int = MAXIMUM_BYTES) -> None:
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count what comes in."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            if int(announced) > self.most:
                raise self.refusal
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.most:
                raise self.refusal
            return message

        await self.app(scope, counted, send)

    @property
    def refusal(self) -> HTTPException:
        """What the caller is told; the application inside turns it into an answer."""
        return HTTPException(413, f"the request has more than {self.most:,} bytes; send fewer articles, or use a batch run")
