"""What the store gives back."""

from dataclasses import dataclass
from typing import Literal

from schemas import Record, Usage
from schemas.briefing import FailureStatus

__all__ = ["Claim", "Held", "Kept", "Known", "Outcome", "OutcomeStatus", "Run", "RunStatus", "Taken"]

OutcomeStatus = Literal["ok"] | FailureStatus
RunStatus = Literal["done", "interrupted", "running", "stopped"]


@dataclass(frozen=True)
class Kept:
    """An answer as it is kept between runs."""

    text: str
    """The answer as JSON; where it failed, why."""
    model: str
    """Model as the endpoint named it."""
    usage: Usage
    """What it cost."""
    failure: FailureStatus | None = None
    """Why it is no answer (refused, truncated …), though it was paid for."""


class Taken(Record):
    """The article is ours to ask."""


class Held(Record):
    """Another process works on the article."""

    owner: str
    """That process."""
    expires: float
    """Seconds since 1970 until which its lease holds."""


class Known(Record):
    """The article was done before, with the same model, prompts and options."""

    status: OutcomeStatus
    """What became of it."""
    message: str | None
    """Why it failed, where it did."""


Claim = Held | Known | Taken


class Outcome(Record):
    """What became of one article in one run."""

    article: str
    """Id of the article."""
    path: str
    """Where it was read from in this run."""
    status: OutcomeStatus
    """`ok`, or why it failed."""
    message: str | None = None
    """Why it failed, in one sentence."""
    cached: bool = False
    """Whether nothing was sent for it."""
    usage: Usage = Usage()
    """Tokens spent in this run, failed requests included."""
    accepted: int | None = None
    """Figures that the text supports."""
    review: int | None = None
    """Figures that a person should look at."""
    rejected: int | None = None
    """Figures that the text does not support."""
    seconds: float = 0.0
    """From claim to result."""


class Run(Record):
    """One run with its totals."""

    id: int
    """Number of the run."""
    model: str
    """Model that was asked."""
    endpoint: Literal["embedded", "remote"]
    """Whether the model in the process answered, or an endpoint."""
    fingerprint: str
    """Hash of model, endpoint, prompts, schema and options; runs of one fingerprint share their answers."""
    status: RunStatus
    """How it ended; one whose process died stays `running`."""
    message: str | None
    """Why it stopped."""
    started: str
    """When, in UTC."""
    ended: str | None
    """When, in UTC."""
    articles: int
    """Articles with an outcome."""
    ok: int
    """Articles with an extraction."""
    failed: int
    """Articles without one."""
    cached: int
    """Articles for which nothing was sent."""
    usage: Usage
    """Tokens over all articles."""
