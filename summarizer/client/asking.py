"""Asking a model for a record: one path for the embedded, a local and a remote model."""

import asyncio
import hashlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel
from pydantic_core import to_json
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_random, wait_random_exponential

from schemas import SCHEMA_VERSION, Usage
from summarizer.client.answer import Answer, Cache, Endpoint, Kept, total
from summarizer.client.breaker import Breaker
from summarizer.client.hooks import Hooks, RequestEvent, ResultEvent, tell
from summarizer.client.limits import Limits
from summarizer.exceptions import DeadlineExceeded, RateLimited, SummarizerError
from summarizer.settings import Settings

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

    from summarizer.client.reply import Reply
    from summarizer.client.wire import Wire

__all__ = ["Client", "Scope"]

T = TypeVar("T", bound=BaseModel)
# First back-off in seconds; it doubles with every attempt, and the wait is drawn at random below it.
BACK_OFF = 0.5
# Seconds spread over waits that the endpoint asked for, so that not all requests come back in the same moment.
SPREAD = 0.25
CHARACTERS_PER_TOKEN = 4


@dataclass
class Scope:
    """What one article has spent: tokens, requests and time at the endpoint."""

    article: str | None = None
    deadline: float | None = None
    usages: list[Usage] = field(default_factory=list)
    seconds: float = 0.0
    hits: int = 0

    @property
    def usage(self) -> Usage:
        """Tokens over all requests, failed ones included; cached answers cost nothing."""
        return total(self.usages)

    @property
    def remaining(self) -> float | None:
        """Seconds left; None where there is no deadline."""
        return None if self.deadline is None else self.deadline - self.seconds


@dataclass
class Call:
    """One answer under way, through its attempts and corrections."""

    task: str
    scope: Scope
    usages: list[Usage] = field(default_factory=list)
    attempts: int = 0
    reply: "Reply | None" = None

    @property
    def usage(self) -> Usage:
        """Tokens over all attempts so far."""
        return total([*self.usages, Usage(attempts=self.attempts)])


class Shared:
    """What all scopes of a client have in common: the connection, the limits, the breaker, the cache."""

    def __init__(
        self, settings: Settings, wire: "Wire", *, endpoint: Endpoint, model: str, cache: Cache | None, hooks: Hooks
    ) -> None:
        from summarizer.client.filling import Filler

        self.settings, self.wire, self.endpoint, self.model, self.cache, self.hooks = (
            settings,
            wire,
            endpoint,
            model,
            cache,
            hooks,
        )
        self.limits = Limits(settings.requests_per_minute, settings.tokens_per_minute)
        self.breaker = Breaker(patience=settings.patience, concurrency=settings.concurrency, on_pause=hooks.on_pause)
        self.filler = Filler(self.send, settings.mode, corrections=settings.corrections, endpoint=wire.name)
        self.options = options(settings, model)

    async def send(
        self, *, call: Call, messages: Sequence[Mapping[str, Any]], **rest: Any
    ) -> "ChatCompletion":  # instructor's request
        """Post one request until it is answered or no attempt is left; instructor calls this for every correction anew."""
        from summarizer.client.filling import completion
        from summarizer.client.wire import body

        content = body(messages, rest)
        retrying = AsyncRetrying(
            retry=retry_if_exception(lambda error: isinstance(error, SummarizerError) and error.retryable),
            stop=lambda state: stop_after_attempt(self.settings.attempts)(state) or too_late(state, call.scope),
            wait=self.wait,
            before_sleep=lambda state: pass_time(state, call.scope),
            reraise=True,
        )
        reply: Reply = await retrying(self.ask_once, content, call)
        call.reply = reply
        return completion(reply, tools=self.settings.mode == "tools")

    async def ask_once(self, content: bytes, call: Call) -> "Reply":
        """One attempt; while the endpoint is down, probes that fail are not counted."""
        while True:
            probe = await self.breaker.wait()
            estimated = len(content) // CHARACTERS_PER_TOKEN
            await self.limits.acquire(estimated)
            try:
                reply = await self.exchange(content, call)
            except SummarizerError as error:
                self.limits.settle(estimated, error.usage.input + error.usage.output)
                self.breaker.failed(error)
                if probe and self.breaker.open:
                    continue
                raise
            self.limits.settle(estimated, reply.usage.input + reply.usage.output)
            self.breaker.succeeded()
            return reply

    async def exchange(self, content: bytes, call: Call) -> "Reply":
        """Post one request, within the article's deadline, and account for it whatever becomes of it."""
        call.attempts += 1
        call.scope.usages.append(Usage(attempts=1))
        tell(self.hooks.on_request, RequestEvent(call.scope.article, call.task, call.attempts, len(content)))
        started, spent, failure = time.monotonic(), Usage(), None
        try:
            reply = await self.post(content, call.scope)
            spent = reply.usage
        except SummarizerError as error:
            failure, spent = error, error.usage
            raise
        finally:
            seconds = time.monotonic() - started
            call.scope.seconds += seconds
            call.usages.append(spent)
            call.scope.usages.append(spent)
            tell(self.hooks.on_result, ResultEvent(call.scope.article, call.task, call.attempts, seconds, spent, failure))
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

    def wait(self, state: RetryCallState) -> float:
        """Seconds until the next attempt: as long as the endpoint asks, else a random exponential back-off."""
        error = state.outcome.exception() if state.outcome else None
        asked = getattr(error, "retry_after", None)
        if asked is None:
            return float(wait_random_exponential(multiplier=BACK_OFF, max=self.settings.max_wait)(state))
        if isinstance(error, RateLimited):
            self.limits.hold(asked)
        return float(asked + wait_random(0, min(SPREAD, asked))(state))


class Client:
    """Asks one model; `scope` gives a client that accounts for one article apart, over the same connection."""

    def __init__(self, shared: Shared, scope: Scope | None = None) -> None:
        self.shared = shared
        self.spent = scope or Scope(deadline=shared.settings.deadline)

    @property
    def model(self) -> str:
        """Name of the model that is asked."""
        return self.shared.model

    @property
    def endpoint(self) -> Endpoint:
        """Whether the model in this process is asked, or an endpoint."""
        return self.shared.endpoint

    @property
    def usage(self) -> Usage:
        """Tokens spent through this client, failed requests included."""
        return self.spent.usage

    def scope(self, article: str) -> "Client":
        """A client for one article, with a deadline and an account of its own."""
        return Client(self.shared, Scope(article=article, deadline=self.shared.settings.deadline))

    async def ask(self, messages: Sequence[Mapping[str, str]], schema: type[T]) -> Answer[T]:
        """An answer that fits `schema`, from the cache where the same was asked before.

        Raises the EndpointErrors, AnswerErrors and DeadlineExceeded of `summarizer.exceptions`, each with the tokens spent.
        """
        key = self.key(messages, schema)
        if kept := self.recall(key, schema):
            return kept
        call = Call(schema.__name__, self.spent)
        try:
            value = await self.shared.filler.fill(schema, messages, call=call, **self.shared.options)
        except SummarizerError as error:
            error.usage = call.usage
            raise
        model = call.reply.model if call.reply else self.model
        self.keep(key, Kept(value.model_dump_json(), model, call.usage), schema)
        return Answer(value, call.usage, model, self.endpoint)

    def key(self, messages: Sequence[Mapping[str, str]], schema: type[BaseModel]) -> str:
        """What makes two questions the same: endpoint, model, options, schema and every character of the messages."""
        from summarizer.client.filling import fingerprint

        settings = self.shared.settings
        parts = [
            SCHEMA_VERSION,
            self.endpoint,
            settings.base_url,
            settings.mode,
            self.shared.options,
            fingerprint(schema),
            list(messages),
        ]
        return hashlib.sha256(to_json(parts)).hexdigest()

    def recall(self, key: str, schema: type[T]) -> Answer[T] | None:
        """The kept answer, where there is one."""
        kept = self.shared.cache.get(key) if self.shared.cache else None
        if kept is None:
            return None
        self.spent.hits += 1
        return Answer(schema.model_validate_json(kept.text), kept.usage, kept.model, self.endpoint, cached=True)

    def keep(self, key: str, kept: Kept, schema: type[BaseModel]) -> None:
        """Keep an answer, where there is a cache."""
        if self.shared.cache:
            self.shared.cache.put(key, kept, schema=schema.__name__)

    async def aclose(self) -> None:
        """Close the connections; every scope ends with it."""
        await self.shared.wire.aclose()


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
