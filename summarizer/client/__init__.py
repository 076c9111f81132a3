"""One path to a model, whether it is remote, local or built in; the only package that knows openai and instructor.

`connect(settings)` gives a `Client`, and `await client.ask(messages, schema)` an `Answer`. Which model answers is a base URL
and a transport; openai and instructor are imported when the first client is made.
"""

import hashlib
import logging
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from summarizer.client.answer import Answer, Cache, Endpoint, Kept, total
from summarizer.client.asking import Client
from summarizer.client.budget import Budget
from summarizer.client.hooks import Hooks, RequestEvent, ResultEvent
from summarizer.client.sending import Given, Scope, Shared
from summarizer.exceptions import ConfigurationError
from summarizer.settings import EMBEDDED, Settings

if TYPE_CHECKING:
    import httpx2

__all__ = [
    "Answer",
    "Budget",
    "Cache",
    "Client",
    "Endpoint",
    "Hooks",
    "Kept",
    "RequestEvent",
    "ResultEvent",
    "Scope",
    "connect",
    "total",
]

# A library is silent until its user asks for its log.
logging.getLogger("summarizer").addHandler(logging.NullHandler())

# Asked where a key is given and no model: small, cheap, and good enough to copy what a text says.
DEFAULT_MODEL = "gpt-5-mini"


def connect(
    settings: Settings,
    *,
    cache: Cache | None = None,
    hooks: Hooks | None = None,
    budget: Budget | None = None,
    transport: "httpx2.AsyncBaseTransport | None" = None,
) -> Client:
    """A client for the endpoint of the settings; without key and base URL the embedded model answers, through the same requests.

    `transport` replaces the network (a mock, or an ASGI application). Raises ConfigurationError where a model is named but
    no endpoint.
    """
    from summarizer.client.wire import Wire

    given = Given(cache, hooks or Hooks(), budget or Budget())
    if settings.embedded:
        return Client(embedded(settings, given, transport))
    wire = Wire(settings, transport)
    return Client(Shared(settings, wire, endpoint="remote", model=settings.model or DEFAULT_MODEL, given=given))


def embedded(settings: Settings, given: Given, transport: "httpx2.AsyncBaseTransport | None") -> Shared:
    """The model in this process, spoken to like any other."""
    import httpx2

    from summarizer import embedded
    from summarizer.client.wire import Wire

    if settings.model not in (None, EMBEDDED, embedded.MODEL):
        raise ConfigurationError(
            f"model {settings.model!r} needs an endpoint: set OPENAI_API_KEY or give --base-url; "
            "without both the embedded model answers"
        )
    wire = Wire(settings, transport or httpx2.ASGITransport(app=embedded.app), embedded=True)
    return Shared(settings, wire, endpoint="embedded", model=embedded.MODEL, given=given, rules=rules())


@cache
def rules() -> str:
    """Hash of this package's files: with another version the embedded model may answer otherwise, under the same name."""
    digest, folders = hashlib.sha256(), [files("summarizer")]
    while folders:
        for entry in sorted(folders.pop().iterdir(), key=lambda entry: entry.name):
            if entry.is_file() and not entry.name.endswith(".pyc"):
                digest.update(entry.read_bytes())
            elif entry.is_dir():
                folders.append(entry)
    return digest.hexdigest()[:16]
