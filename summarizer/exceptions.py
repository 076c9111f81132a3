"""Everything that can stop an article or a run, as named errors.

    SummarizerError                 anything below
    ├── ConfigurationError          the settings cannot work
    │   └── MissingExtra            an optional package is not installed
    ├── StoreError                  the store cannot be read or written
    │   └── StoreTooNew             a newer program wrote it
    ├── EndpointError               the endpoint did not answer
    │   ├── RateLimited             429, after every attempt
    │   ├── QuotaExhausted          no credit left: stops the run
    │   ├── Unauthorized            wrong or missing key: stops the run
    │   ├── UnknownModel            the endpoint has no such model: stops the run
    │   ├── Rejected                any other 4xx: asking again would not help
    │   ├── ServerFailed            5xx, after every attempt
    │   ├── Unreachable             no connection, or it broke
    │   ├── TimedOut                no answer in time
    │   ├── EndpointDown            nothing but failures for a while: stops the run
    │   └── BadReply                a reply that is no chat completion (HTML, cut JSON)
    ├── AnswerError                 the model answered, but not with what was asked
    │   ├── Refused                 it declined
    │   ├── ContentFiltered         the provider's filter stopped it
    │   ├── Truncated               it ran into the output limit
    │   ├── NoAnswer                no choices, or an empty answer
    │   └── SchemaMismatch          it does not fit the schema, after every correction
    ├── DeadlineExceeded            the article took longer than its deadline
    └── RunStopped                  something else stopped the run before this article was asked
        └── BudgetSpent             the run's tokens or money are spent

An error says what happened and what to do next; it holds neither article text nor keys.
"""

from typing import ClassVar

from schemas import Usage
from schemas.briefing import FailureStatus

__all__ = [
    "AnswerError",
    "BadReply",
    "BudgetSpent",
    "ConfigurationError",
    "ContentFiltered",
    "DeadlineExceeded",
    "EndpointDown",
    "EndpointError",
    "MissingExtra",
    "NoAnswer",
    "QuotaExhausted",
    "RateLimited",
    "Refused",
    "Rejected",
    "RunStopped",
    "SchemaMismatch",
    "ServerFailed",
    "StoreError",
    "StoreTooNew",
    "SummarizerError",
    "TimedOut",
    "Truncated",
    "Unauthorized",
    "UnknownModel",
    "Unreachable",
]


class SummarizerError(Exception):
    """The base of all errors of this package; `str(error)` is one line for the user."""

    status: ClassVar[FailureStatus] = "endpoint"
    """The word that a `Failure` carries for it."""
    retryable: ClassVar[bool] = False
    """Whether the same request may succeed when it is sent again."""
    stops_run: ClassVar[bool] = False
    """Whether every other article would fail in the same way."""

    def __init__(self, message: str, *, usage: Usage | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage or Usage()
        """Tokens spent before it failed."""


class ConfigurationError(SummarizerError):
    """The settings cannot work; the message names the setting."""

    status: ClassVar[FailureStatus] = "not_reached"
    stops_run: ClassVar[bool] = True


class MissingExtra(ConfigurationError):
    """An optional package is not installed; the message says how to install it."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f"{purpose} needs an optional package: pip install 'summarizer[{extra}]'")
        self.extra = extra


class StoreError(SummarizerError):
    """The store cannot be opened, read or written."""

    status: ClassVar[FailureStatus] = "not_reached"
    stops_run: ClassVar[bool] = True


class StoreTooNew(StoreError):
    """A newer program wrote the store; this one would damage it."""


class EndpointError(SummarizerError):
    """The endpoint did not answer; `code` is the HTTP status where there was one."""

    def __init__(
        self, message: str, *, code: int | None = None, retry_after: float | None = None, usage: Usage | None = None
    ) -> None:
        super().__init__(message, usage=usage)
        self.code = code
        self.retry_after = retry_after
        """Seconds that the endpoint asked to wait, where it did."""


class RateLimited(EndpointError):
    """The endpoint asked for fewer requests or tokens a minute."""

    retryable: ClassVar[bool] = True


class QuotaExhausted(EndpointError):
    """The account behind the key has no credit left."""

    stops_run: ClassVar[bool] = True


class Unauthorized(EndpointError):
    """The endpoint does not accept the key."""

    stops_run: ClassVar[bool] = True


class UnknownModel(EndpointError):
    """The endpoint has no model of that name."""

    stops_run: ClassVar[bool] = True


class Rejected(EndpointError):
    """The endpoint does not accept the request; the same one would be rejected again."""


class ServerFailed(EndpointError):
    """The endpoint failed while it worked on the request."""

    retryable: ClassVar[bool] = True


class Unreachable(EndpointError):
    """There was no connection to the endpoint, or it broke before the answer was complete."""

    retryable: ClassVar[bool] = True


class TimedOut(EndpointError):
    """The endpoint took longer than the time-out of one request."""

    retryable: ClassVar[bool] = True


class EndpointDown(EndpointError):
    """The endpoint has never answered, or not for so long that waiting makes no sense."""

    stops_run: ClassVar[bool] = True


class BadReply(EndpointError):
    """The endpoint's reply is no chat completion."""

    retryable: ClassVar[bool] = True


class AnswerError(SummarizerError):
    """The model answered, but not with what was asked; the tokens are spent."""

    status: ClassVar[FailureStatus] = "no_answer"


class Refused(AnswerError):
    """The model declined to answer."""

    status: ClassVar[FailureStatus] = "refused"


class ContentFiltered(AnswerError):
    """A filter of the provider stopped the answer."""

    status: ClassVar[FailureStatus] = "content_filter"


class Truncated(AnswerError):
    """The answer ran into the output limit and is incomplete."""

    status: ClassVar[FailureStatus] = "truncated"


class NoAnswer(AnswerError):
    """The reply holds no choices, or an empty answer."""


class SchemaMismatch(AnswerError):
    """The answer does not fit the schema, and the corrections did not either."""

    status: ClassVar[FailureStatus] = "schema"


class DeadlineExceeded(SummarizerError):
    """The article took longer than its deadline."""

    status: ClassVar[FailureStatus] = "deadline"


class RunStopped(SummarizerError):
    """The run stopped before this article was asked; run again to resume."""

    status: ClassVar[FailureStatus] = "not_reached"


class BudgetSpent(RunStopped):
    """The tokens or the money of the run are spent; what is left was not asked."""
