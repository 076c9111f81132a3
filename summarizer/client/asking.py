"""Asking a model for a record: one path for the embedded, a local and a remote model."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel
from pydantic_core import to_json

from schemas import SCHEMA_VERSION, Usage
from summarizer.client.answer import Answer, Endpoint, Kept
from summarizer.client.sending import Call, Scope, Shared
from summarizer.exceptions import AnswerError, ContentFiltered, NoAnswer, Refused, SchemaMismatch, SummarizerError, Truncated

__all__ = ["Client"]

T = TypeVar("T", bound=BaseModel)
PAID: dict[str, type[AnswerError]] = {
    error.status: error for error in (ContentFiltered, NoAnswer, Refused, SchemaMismatch, Truncated)
}


class Client:
    """Asks one model; `scope` gives a client that accounts for one article apart, over the same connection."""

    def __init__(self, shared: Shared, scope: Scope | None = None) -> None:
        self.shared = shared
        self.spent = scope or Scope()

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

    @property
    def identity(self) -> dict[str, object]:
        """What must agree for two answers to be the same: endpoint, model, and how it is asked."""
        shared, settings = self.shared, self.shared.settings
        asked = {"endpoint": self.endpoint, "base_url": settings.base_url, "mode": settings.mode, **shared.options}
        return asked | ({"rules": shared.rules} if shared.rules else {})

    @property
    def stopped(self) -> SummarizerError | None:
        """Why nothing is sent any more; None while requests are sent."""
        return self.shared.brake.reason

    def scope(self, article: str) -> "Client":
        """A client for one article, with a deadline and an account of its own."""
        return Client(self.shared, Scope(article=article, deadline=self.shared.settings.deadline))

    async def ask(self, messages: Sequence[Mapping[str, object]], schema: type[T]) -> Answer[T]:
        """An answer that fits `schema`, from the cache where the same was asked before.

        Raises the EndpointErrors, AnswerErrors and DeadlineExceeded of `summarizer.exceptions`, each with the tokens spent.
        """
        if self.spent.article is None:
            return await self.ask_apart(messages, schema)
        key = self.key(messages, schema)
        if kept := self.recall(key, schema):
            return kept
        call = Call(schema.__name__, self.spent)
        try:
            value = await self.shared.filler.fill(schema, messages, call=call, **self.shared.options)
        except SummarizerError as error:
            error.usage = call.usage
            if isinstance(error, AnswerError):
                self.keep(key, Kept(error.message, self.model, call.usage, error.status), schema)
            raise
        model = call.reply.model if call.reply else self.model
        self.keep(key, Kept(value.model_dump_json(), model, call.usage), schema)
        await self.shared.turn()
        return Answer(value, call.usage, model, self.endpoint)

    async def ask_apart(self, messages: Sequence[Mapping[str, object]], schema: type[T]) -> Answer[T]:
        """An answer with a deadline of its own, for a client that is not one article's; its cost counts here."""
        apart = self.scope("")
        try:
            return await apart.ask(messages, schema)
        finally:
            self.spent.add(apart.usage)
            self.spent.hits += apart.spent.hits

    def key(self, messages: Sequence[Mapping[str, object]], schema: type[BaseModel]) -> str:
        """What makes two questions the same: endpoint, model, options, schema and every character of the messages."""
        from summarizer.client.filling import fingerprint

        parts = [SCHEMA_VERSION, self.identity, fingerprint(schema), list(messages)]
        return hashlib.sha256(to_json(parts)).hexdigest()

    def size(self, messages: Sequence[Mapping[str, object]], schema: type[BaseModel]) -> int:
        """Characters of a request, the schema included, to estimate its tokens."""
        from summarizer.client.filling import wrap

        return len(to_json([wrap(schema).model_json_schema(), list(messages)]))

    def recall(self, key: str, schema: type[T]) -> Answer[T] | None:
        """The kept answer, where there is one; a kept failure is raised again, for it was paid for."""
        kept = self.shared.cache.get(key) if self.shared.cache else None
        if kept is None:
            return None
        self.spent.hits += 1
        if kept.failure:
            raise PAID[kept.failure](kept.text, usage=kept.usage)
        return Answer(schema.model_validate_json(kept.text), kept.usage, kept.model, self.endpoint, cached=True)

    def keep(self, key: str, kept: Kept, schema: type[BaseModel]) -> None:
        """Keep an answer, where there is a cache."""
        if self.shared.cache:
            self.shared.cache.put(key, kept, schema=schema.__name__)

    async def aclose(self) -> None:
        """Close the connections; every scope ends with it."""
        await self.shared.wire.aclose()
