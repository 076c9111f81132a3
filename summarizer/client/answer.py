"""What a model answered, and what it cost."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, Literal, Protocol, TypeVar

from pydantic import BaseModel

from schemas import Usage

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


@dataclass(frozen=True)
class Kept:
    """An answer as a cache keeps it."""

    text: str
    """The answer, word for word as the model wrote it (JSON)."""
    model: str
    """Model as the endpoint named it."""
    usage: Usage
    """What it cost."""


class Cache(Protocol):
    """Where answers are kept between runs; keys are hashes of the endpoint and the request."""

    def get(self, key: str) -> Kept | None:
        """The answer under a key, or None."""

    def put(self, key: str, kept: Kept, *, schema: str) -> None:
        """Keep an answer; it is on disk when this returns."""


def total(usages: Iterable[Usage]) -> Usage:
    """The sum of several usages; an estimate in one makes the sum an estimate."""
    sums: dict[str, Any] = Usage().model_dump()  # counts and one flag, under the record's own names
    for usage in usages:
        for name, value in usage:
            sums[name] = (sums[name] or value) if name == "estimated" else sums[name] + value
    return Usage(**sums)
