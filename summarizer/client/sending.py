"""Sending requests: attempts, limits, deadlines and accounts, shared by all that ask through one client."""

import asyncio
import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, wait_random, wait_random_exponential

from schemas import Usage
from summarizer.client import tracing
from summarizer.client.answer import Cache, Endpoint, total
from summarizer.client.breaker import Breaker
from summarizer.client.budget import Brake, Budget
from summarizer.client.hooks import Hooks, RequestEvent, ResultEvent, log, tell
from summarizer.client.limits import Limits
from summarizer.exceptions import DeadlineExceeded, EndpointDown, RateLimited, SummarizerError
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.client.filling import Said
    from summarizer.client.reply import Reply
    from summarizer.client.wire import Wire

__all__ = ["Call", "Given", "Scope", "Shared"]

logger = logging.getLogger("summarizer.client")

# First back-off in seconds; it doubles with every attempt, and the wait is drawn at random below it.
BACK_OFF = 0.5
# Seconds spread over waits that the endpoint asked for, so that not all requests come back in the same moment.
SPREAD = 0.25
CHARACTERS_PER_TOKEN = 4
# Seconds from which a wait that the endpoint asks for is told.
LONG = 30.0


@dataclass
class Scope:
    """What one article has spent: tokens, requests and time at the endpoint."""

    article: str | None = None
    deadline: float | None = None
    usage: Usage = field(default_factory=Usage)
    """Tokens over all requests, failed ones included; cached answers cost nothing."""
    seconds: float = 0.0
    hits: int = 0
    """Answers that came from the cache."""

    @property
    def remaining(self) -> float | None:
        """Seconds left; None where there is no deadline."""
        return None if self.deadline is None else self.deadline - self.seconds

    def add(self, usage: Usage) -> None:
        """Count what a request cost."""
        self.usage = total((self.usage, usage))


@dataclass
class Call:
    """One answer under way, through its attempts and corrections."""

    task: str
    scope: Scope
    usage: Usage = field(default_factory=Usage)
    """Tokens over all attempts so far."""
    reply: "Reply | None" = None
    limited: int = 0
    """Requests since the last correction that the endpoint turned away because of a limit; they do not count as failures."""

    def add(self, usage: Usage) -> None:
        """Count what an attempt cost, for the answer and for its article."""
        self.usage = total((self.usage, usage))
        self.scope.add(usage)


@dataclass(frozen=True)
class Given:
    """What a caller may give beside the settings."""

    cache: Cache | None = None
    hooks: Hooks = field(default_factory=Hooks)
    budget: Budget = field(default_factory=Budget)


class Shared:
    """What all scopes of a client have in common: the connection, the limits, the breaker, the cache."""

    def __init__(
        self, settings: Settings, wire: "Wire", *, endpoint: Endpoint, model: str, given: Given, rules: str | None = None
    ) -> None:
        from summarizer.client.filling import Filler

        self.settings, self.wire, self.endpoint, self.model, self.rules = settings, wire, endpoint, model, rules
        self.cache, self.hooks, self.budget = given.cache, given.hooks, given.budget
        self.brake, self.turns = Brake(), asyncio.Lock()
        self.limits = Limits(settings.requests_per_minute, settings.tokens_per_minute, sleep=self.brake.nap)
        self.breaker = Breaker(patience=settings.patience, concurrency=settings.concurrency, on_pause=self.hooks.on_pause)
        self.filler = Filler(self.send, settings.mode, corrections=settings.corrections, endpoint=wire.name)
        self.tracing = tracing.Tracing(settings.telemetry, model=model, server=wire.name)
        self.options = options(settings, model)

    async def turn(self) -> None:
        """Wait until it is this answer's turn: one is handed out in each round of the event loop.

        What the caller does with an answer takes milliseconds of computing. When many answers come at once, the requests that
        follow would all wait for all of them; so each goes out as soon as its own is ready.
        """
        async with self.turns:
            await asyncio.sleep(0)

    async def send(self, *, call: Call, messages: Sequence[Mapping[str, Any]], **rest: Any) -> "Said":  # instructor's request
        """Post one request until it is answered or no attempt is left; instructor calls this for every correction anew."""
        from summarizer.client.filling import completion
        from summarizer.client.wire import body

        content, call.limited = body(messages, rest), 0
        retrying = AsyncRetrying(
            retry=retry_if_exception(lambda error: isinstance(error, SummarizerError) and error.retryable),
            stop=lambda state: self.enough(state, call),
            wait=self.wait,
            before_sleep=lambda state: pass_time(state, call.scope),
            sleep=self.brake.nap,
            reraise=True,
        )
        reply: Reply = await retrying(self.ask_once, content, call)
        call.reply = reply
        return completion(reply, name=call.task, tools=self.settings.mode == "tools")

    async def ask_once(self, content: bytes, call: Call) -> "Reply":
        """One attempt; while the endpoint is down, probes that fail are not counted."""
        while True:
            probe = await self.breaker.wait()
            estimated = len(content) // CHARACTERS_PER_TOKEN
            await self.limits.acquire(estimated)
            self.brake.check()
            self.budget.check()
            try:
                reply = await self.exchange(content, call)
            except SummarizerError as error:
                self.limits.settle(estimated, error.usage.input + error.usage.output)
                self.count_failure(error)
                if probe and self.breaker.open:
                    continue
                raise
            self.limits.settle(estimated, reply.usage.input + reply.usage.output)
            self.breaker.succeeded()
            return reply

    def count_failure(self, error: SummarizerError) -> None:
        """Tell the breaker; what every other article would meet as well stops the run."""
        try:
            self.breaker.failed(error)
            down = None
        except EndpointDown as raised:
            down = raised
        if down or error.stops_run:
            self.brake.pull(down or error)
            self.breaker.give_up()
        if down:
            raise down

    async def exchange(self, content: bytes, call: Call) -> "Reply":
        """Post one request, within the article's deadline, and account for it whatever becomes of it."""
        attempt = call.usage.attempts + 1
        tell(self.hooks.on_request, RequestEvent(call.scope.article, call.task, attempt, len(content)))
        started, spent, failure = time.monotonic(), Usage(), None
        try:
            with self.tracing.request(call.task, call.scope.article) as span:
                reply = await self.post(content, call.scope)
                tracing.tell(span, reply)
            spent = reply.usage
        except SummarizerError as error:
            failure, spent = error, error.usage
            raise
        finally:
            seconds = time.monotonic() - started
            call.scope.seconds += seconds
            call.add(spent.model_copy(update={"attempts": 1}))
            self.budget.add(spent)
            event = ResultEvent(call.scope.article, call.task, attempt, seconds, spent, failure)
            tell(self.hooks.on_result, event)
            log(event)
        return reply

    async def post(self, content: bytes, scope: Scope) -> "Reply":
        """One reply, read; raises DeadlineExceeded where the article's time is up."""
        from summarizer.client.reply import read

        try:
            async with asyncio.timeout(scope.remaining):
                received = await self.wire.post(content)
        except TimeoutError:
            raise DeadlineExceeded(f"the article took longer than {scope.deadline:g} s; raise --deadline") from None
        return read(received, model=self.model, sent=len(content), estimated=self.endpoint == "embedded")

    def enough(self, state: RetryCallState, call: Call) -> bool:
        """Whether to give up: the attempts are used, or the article's time would be up before the next one.

        A limit is no failure: where retries are wanted and there is a deadline, it is waited out for as long as that allows.
        """
        limited = isinstance(state.outcome.exception() if state.outcome else None, RateLimited)
        patient = limited and self.settings.attempts > 1 and call.scope.deadline is not None
        if patient:
            call.limited += 1
        return too_late(state, call.scope) or (not patient and state.attempt_number - call.limited >= self.settings.attempts)

    def wait(self, state: RetryCallState) -> float:
        """Seconds until the next attempt: as long as the endpoint asks, else a random exponential back-off."""
        error = state.outcome.exception() if state.outcome else None
        asked = getattr(error, "retry_after", None)
        if asked is None:
            return float(wait_random_exponential(multiplier=BACK_OFF, max=self.settings.max_wait)(state))
        if isinstance(error, RateLimited):
            self.hold(asked, error)
        return float(asked + wait_random(0, min(SPREAD, asked))(state))

    def hold(self, seconds: float, error: RateLimited) -> None:
        """Let all requests wait; a long wait is told, for nothing else would show it."""
        self.limits.hold(seconds)
        if seconds >= LONG:
            logger.warning("the endpoint asks to wait %.0f s", seconds)
            if self.hooks.on_pause:
                self.hooks.on_pause(seconds, error)


def options(settings: Settings, model: str) -> dict[str, Any]:  # the request's own fields
    """The fields of a request that are the same for every article."""
    given = {"temperature": settings.temperature, "max_completion_tokens": settings.max_output_tokens}
    return {"model": model} | {name: value for name, value in given.items() if value is not None}


def too_late(state: RetryCallState, scope: Scope) -> bool:
    """Whether the article's time would be up before the next attempt."""
    return scope.remaining is not None and scope.remaining <= state.upcoming_sleep


def pass_time(state: RetryCallState, scope: Scope) -> None:
    """The wait before the next attempt counts as the article's time."""
    scope.seconds += state.upcoming_sleep
