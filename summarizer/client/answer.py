"""What a model answered, and what it cost."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from pydantic import BaseModel

from schemas import Usage
from summarizer.store import Kept

__all__ = ["Answer", "Cache", "Endpoint", "Kept", "total"]

Endpoint = Literal["embedded", "remote"]
T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Answer(Generic[T]):
    """An answer that fits its schema."""

    value: T
    """What the model said."""
    usage: Usage
    """Tokens over all attempts; for a cached answer those that it cost when it was asked."""
    model: str
    """Model as the endpoint named it."""
    endpoint: Endpoint
    """Whether the rule-based model in this process answered, or an endpoint."""
    cached: bool = False
    """Whether it was asked earlier and nothing was sent now."""


class Cache(Protocol):
    """Where answers are kept between runs; keys are hashes of the endpoint and the request."""

    def get(self, key: str) -> Kept | None:
        """The answer under a key, or None."""

    def put(self, key: str, kept: Kept, *, schema: str) -> None:
        """Keep an answer; it is on disk when this returns."""


def total(usages: Iterable[Usage]) -> Usage:
    """The sum of several usages; an estimate in one makes the sum an estimate."""
    several = list(usages)
    return Usage(
        input=sum(usage.input for usage in several),
        cached=sum(usage.cached for usage in several),
        output=sum(usage.output for usage in several),
        reasoning=sum(usage.reasoning for usage in several),
        requests=sum(usage.requests for usage in several),
        attempts=sum(usage.attempts for usage in several),
        estimated=any(usage.estimated for usage in several),
    )
