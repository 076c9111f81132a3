"""The part that instructor plays: the schema goes into the request, the answer into the record, and misfits back to the model."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cache
from types import SimpleNamespace
from typing import Any, ClassVar, Self, TypeVar, cast

import instructor
from instructor.core import InstructorRetryException, retry_async
from instructor.v2 import mode_registry
from openai.types import CompletionUsage
from pydantic import BaseModel, ValidationError, create_model
from pydantic_core import to_json

from summarizer.client.errors import schema_mismatch, translate
from summarizer.client.reply import Reply
from summarizer.settings import Mode

__all__ = ["Envelope", "Filler", "completion", "fingerprint", "lean", "wrap"]

T = TypeVar("T", bound=BaseModel)
Send = Callable[..., Awaitable["Said"]]
NOTHING = CompletionUsage(completion_tokens=0, prompt_tokens=0, total_tokens=0)
MODES: dict[Mode, instructor.Mode] = {
    "json": instructor.Mode.MD_JSON,
    "json_schema": instructor.Mode.JSON_SCHEMA,
    "tools": instructor.Mode.TOOLS,
}
LENIENT = False
"""Whether "12" for 12 is an error: it is a number, and a correction would be paid for."""
NOT_SENT = frozenset({"default", "title"})
# Fields that the program fills in: no model is asked for them.
NOT_ASKED = frozenset({"schema_version"})


class Envelope(instructor.ResponseSchema):
    """A record inside a class that instructor accepts as it is.

    For every request instructor walks through all fields of the class several times, and it writes the reply into the result.
    An envelope has one field, so the walk is short, and the record inside stays what it is: frozen, equal, picklable.
    """

    schema_: ClassVar[type[BaseModel]]
    record: Any = None  # a record of `schema_`; a class made at run time has no type of its own

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:  # Pydantic's own signature, passed through
        """The record's JSON Schema, made lean; its title stays, for instructor names the tool by it."""
        schema = cls.schema_.model_json_schema(*args, **kwargs)
        return {**lean(schema), "title": schema["title"]}

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **kwargs: Any) -> Self:  # Pydantic's own options
        """An envelope with the record that the JSON makes."""
        return cls.model_copy(cls(), update={"record": cls.schema_.model_validate_json(json_data, **kwargs)})

    @classmethod
    def model_validate(cls, obj: Any, **kwargs: Any) -> Self:  # Pydantic's own signature
        """An envelope with the record that the object makes."""
        return cls.model_copy(cls(), update={"record": cls.schema_.model_validate(obj, **kwargs)})


def lean(schema: dict[str, Any]) -> dict[str, Any]:  # a JSON Schema: JSON of any shape
    """A JSON Schema without titles, defaults and what no model is asked for; a property that is named so stays."""
    kept: dict[str, Any] = {}
    for key, value in schema.items():
        if key in ("$defs", "properties"):
            kept[key] = {name: lean(part) for name, part in value.items() if name not in NOT_ASKED}
        elif key not in NOT_SENT:
            kept[key] = leaner(value)
    return kept


def leaner(value: object) -> object:
    """Any part of a JSON Schema, made lean."""
    if isinstance(value, list):
        return [leaner(part) for part in value]
    return lean(value) if isinstance(value, dict) else value


@cache
def wrap(schema: type[BaseModel]) -> type[Envelope]:
    """The envelope for a schema, made once: otherwise instructor makes a new class for every request."""
    envelope = create_model(schema.__name__, __base__=Envelope, __doc__=schema.__doc__)
    envelope.schema_ = schema
    return envelope


@cache
def fingerprint(schema: type[BaseModel]) -> str:
    """Hash of the schema as it is sent."""
    return hashlib.sha256(to_json(wrap(schema).model_json_schema())).hexdigest()


class Filler:
    """Fills records through `send`, which posts a request and returns its reply."""

    def __init__(self, send: Send, mode: Mode, *, corrections: int, endpoint: str) -> None:
        self.send, self.mode, self.corrections, self.endpoint = send, MODES[mode], corrections, endpoint

    async def fill(self, schema: type[T], messages: Sequence[Mapping[str, Any]], **options: Any) -> T:  # the request's own fields
        """A record of `schema`; raises our errors, SchemaMismatch after the last correction among them.

        No `context=` is given: instructor would render the article as a template. Its retrying costs as much as the rest of a
        request, so a first answer goes to its parser straight away; only one that does not fit is handed to the retrying.
        """
        asked = {**options, **self.request(schema, messages)}
        try:
            first = await self.send(**asked)
        except Exception as error:
            raise translate(error, endpoint=self.endpoint) from None
        try:
            parse = mode_registry.get_handlers(instructor.Provider.OPENAI, self.mode).response_parser
            envelope = parse(response=first, response_model=wrap(schema), validation_context=None, strict=LENIENT)
        except Exception:  # whatever does not fit: instructor says what it is, and asks again where that helps
            envelope = await self.correct(schema, asked, first)
        return cast(T, cast(Envelope, envelope).record)

    async def correct(self, schema: type[BaseModel], asked: dict[str, Any], first: "Said") -> object:
        """What instructor makes of a first answer that does not fit: it sends the misfits back, as often as it may."""
        answers = iter([first])

        async def send(**kwargs: Any) -> Said:  # the request's own fields
            return next(answers, None) or await self.send(**kwargs)

        try:
            return await retry_async(
                send,
                wrap(schema),
                args=(),
                kwargs=asked,
                max_retries=self.corrections,
                strict=LENIENT,
                mode=self.mode,
            )
        except InstructorRetryException as error:
            cause = error.__cause__
            if isinstance(cause, ValidationError | ValueError):
                raise schema_mismatch(cause, error.n_attempts) from None
            raise translate(cause or error, endpoint=self.endpoint) from None

    def request(
        self, schema: type[BaseModel], messages: Sequence[Mapping[str, Any]]
    ) -> dict[str, Any]:  # the request's own fields
        """Schema and messages as instructor puts them; a schema that stands apart from the messages is put together once."""
        if self.mode is instructor.Mode.MD_JSON:
            return prepared(self.mode, schema, [dict(message) for message in messages])
        return {**apart(self.mode, schema), "messages": list(messages)}


def prepared(mode: instructor.Mode, schema: type[BaseModel], messages: list[dict[str, Any]]) -> dict[str, Any]:
    """The fields of a request that instructor makes of a schema and messages."""
    handlers = mode_registry.get_handlers(instructor.Provider.OPENAI, mode)
    _, fields = handlers.request_handler(response_model=wrap(schema), kwargs={"messages": messages})
    return dict(fields)


@cache
def apart(mode: instructor.Mode, schema: type[BaseModel]) -> dict[str, Any]:
    """The fields that hold the schema, the same for every article."""
    return {name: value for name, value in prepared(mode, schema, []).items() if name != "messages"}


class Said(SimpleNamespace):
    """A part of a reply, as instructor reads it: openai's own classes cost more to make than everything else here."""

    def model_dump(self) -> dict[str, Any]:  # JSON
        """The part as JSON, for a correction that quotes it."""
        return {name: dumped(value) for name, value in vars(self).items()}


def dumped(value: object) -> object:
    """Any value of a reply as JSON."""
    if isinstance(value, list):
        return [dumped(part) for part in value]
    return value.model_dump() if isinstance(value, Said) else value


def completion(reply: Reply, *, name: str, tools: bool) -> Said:
    """A reply as instructor reads it, made without parsing it a second time."""
    called = Said(id=reply.call or "call", type="function", function=Said(name=name, arguments=reply.text))
    message = Said(role="assistant", content=None if tools else reply.text, tool_calls=[called] if tools else None)
    # The tokens are counted elsewhere; with a usage of its own kind instructor does not look for another provider's.
    return Said(choices=[Said(finish_reason="stop", index=0, message=message)], model=reply.model, usage=NOTHING)
