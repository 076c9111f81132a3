"""The HTTP side: openai's client without its retries, and the request as bytes. Imported with the first request, as openai is."""

import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any

import httpx2
import openai
from pydantic_core import PydanticSerializationError, to_json

from summarizer.client.errors import translate
from summarizer.settings import Settings

__all__ = ["Wire", "body"]

# Loggers of the libraries that would write requests, keys or answers at lower levels.
TALKATIVE = ("httpcore2", "httpx2", "instructor", "openai")
# Stands where no key is needed: local servers and the embedded model.
NO_KEY = "none"
OPENAI_URL = "https://api.openai.com/v1"
EMBEDDED_URL = "http://embedded.invalid/v1"


class Wire:
    """Posts chat completions to one endpoint and returns the reply's bytes; openai's errors leave it as ours."""

    def __init__(self, settings: Settings, transport: httpx2.AsyncBaseTransport | None = None, *, embedded: bool = False) -> None:
        for name in TALKATIVE:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self.name = "the embedded model" if embedded else host(settings.base_url)
        self.timeout = settings.timeout
        self.http = httpx2.AsyncClient(
            transport=transport,
            timeout=httpx2.Timeout(settings.timeout, connect=settings.connect_timeout),
            limits=httpx2.Limits(max_connections=settings.concurrency + 4, max_keepalive_connections=settings.concurrency + 4),
        )
        self.openai = openai.AsyncOpenAI(
            api_key=settings.api_key.get_secret_value() if settings.api_key and not embedded else NO_KEY,
            base_url=EMBEDDED_URL if embedded else settings.base_url or OPENAI_URL,
            max_retries=0,
            http_client=self.http,
        )

    async def post(self, content: bytes) -> bytes:
        """The reply to one request; raises the EndpointErrors of `summarizer.exceptions`."""
        try:
            response = await self.openai.post(
                "/chat/completions",
                cast_to=httpx2.Response,
                content=content,
                options={"headers": {"Content-Type": "application/json"}},
            )
        except Exception as error:
            raise translate(error, endpoint=self.name) from None
        return response.content

    async def aclose(self) -> None:
        """Close the connections."""
        await self.openai.close()


def host(base_url: str | None) -> str:
    """The endpoint as messages name it: scheme, host and port, without any credentials in it."""
    url = httpx2.URL(base_url or OPENAI_URL)
    return f"{url.scheme}://{url.host}{f':{url.port}' if url.port else ''}"


def body(
    messages: Sequence[Mapping[str, Any]], rest: Mapping[str, Any]
) -> bytes:  # instructor's keyword arguments: JSON of any shape
    """A request as JSON: schema and options first, the messages last, so that equal beginnings stay equal byte for byte."""
    asked = {**rest, "messages": messages}
    try:
        return to_json(asked)
    except PydanticSerializationError:
        # A lone surrogate has no UTF-8; json escapes it.
        return json.dumps(asked).encode()
