"""What users can listen to: every request before it goes out, and every result."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from schemas import Usage
from summarizer.client.breaker import Pause
from summarizer.exceptions import SummarizerError

__all__ = ["Hooks", "RequestEvent", "ResultEvent"]

logger = logging.getLogger("summarizer.client")
E = TypeVar("E")


@dataclass(frozen=True)
class RequestEvent:
    """A request that is about to be sent; it holds no text."""

    article: str | None
    """Id of the article, where known."""
    task: str
    """Name of the schema that is asked for: Extraction, Repair or Lead."""
    attempt: int
    """How many requests this answer has taken, this one included."""
    characters: int
    """Size of the request."""


@dataclass(frozen=True)
class ResultEvent:
    """A request that was answered or has failed; it holds no text."""

    article: str | None
    """Id of the article, where known."""
    task: str
    """Name of the schema that was asked for."""
    attempt: int
    """How many requests this answer has taken, this one included."""
    seconds: float
    """How long it took."""
    usage: Usage
    """What it cost, as far as the endpoint said."""
    error: SummarizerError | None
    """Why it failed; None where it was answered."""


@dataclass(frozen=True)
class Hooks:
    """Functions that are called; what they raise is logged and otherwise ignored."""

    on_request: Callable[[RequestEvent], None] | None = None
    """Called before each request."""
    on_result: Callable[[ResultEvent], None] | None = None
    """Called after each request."""
    on_pause: Pause | None = None
    """Called when the endpoint is down and the run pauses, with the seconds and the failure."""


def tell(hook: Callable[[E], None] | None, event: E) -> None:
    """Call a hook, where there is one; a listener never stops a run."""
    if hook is None:
        return
    try:
        hook(event)
    except Exception:
        logger.exception("a hook failed")


def log(event: ResultEvent) -> None:
    """One line about a request, for `-vv`."""
    if logger.isEnabledFor(logging.DEBUG):
        details = {
            "article": event.article,
            "task": event.task,
            "attempt": event.attempt,
            "seconds": round(event.seconds, 3),
            "input": event.usage.input,
            "output": event.usage.output,
            "error": type(event.error).__name__ if event.error else None,
        }
        logger.debug("request", extra={"details": details})
