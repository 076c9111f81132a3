"""The part that instructor plays: the schema goes into the request, the answer into the record, and misfits back to the model."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, Self, TypeVar, cast

import instructor
from instructor.core import InstructorRetryException, patch
from openai.types.chat import ChatCompletion, ChatCompletionMessage
from openai.types.chat.chat_completion import Choice
from openai.types.chat.chat_completion_message_function_tool_call import ChatCompletionMessageFunctionToolCall, Function
from pydantic import BaseModel, ValidationError, create_model
from pydantic_core import to_json

from summarizer.client.errors import schema_mismatch, translate
from summarizer.client.reply import Reply
from summarizer.settings import Mode

__all__ = ["Envelope", "Filler", "completion", "fingerprint", "lean", "wrap"]

T = TypeVar("T", bound=BaseModel)
MODES: dict[Mode, instructor.Mode] = {
    "json": instructor.Mode.MD_JSON,
    "json_schema": instructor.Mode.JSON_SCHEMA,
    "tools": instructor.Mode.TOOLS,
}
NOT_SENT = frozenset({"default", "title"})


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
    """A JSON Schema without titles and defaults; a property that is named so stays."""
    kept: dict[str, Any] = {}
    for key, value in schema.items():
        if key in ("$defs", "properties"):
            kept[key] = {name: lean(part) for name, part in value.items()}
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
    """Fills records through `send`, which posts a request and returns its reply as a ChatCompletion."""

    def __init__(self, send: Callable[..., Awaitable[ChatCompletion]], mode: Mode, *, corrections: int, endpoint: str) -> None:
        # Typed as a plain function: instructor's own type promises a record where it gives an awaitable.
        self.create: Callable[..., Awaitable[Envelope]] = patch(create=send, mode=MODES[mode])
        self.corrections, self.endpoint = corrections, endpoint

    async def fill(self, schema: type[T], messages: Sequence[Mapping[str, Any]], **options: Any) -> T:  # the request's own fields
        """A record of `schema`; raises our errors, SchemaMismatch after the last correction among them.

        No `context=` is given: instructor would render the article as a template.
        """
        try:
            envelope = await self.create(
                response_model=wrap(schema),
                max_retries=self.corrections,
                strict=False,  # "12" for 12 is a number; a correction would be paid for
                messages=list(messages),
                **options,
            )
        except InstructorRetryException as error:
            cause = error.__cause__
            if isinstance(cause, ValidationError | ValueError):
                raise schema_mismatch(cause, error.n_attempts) from None
            raise translate(cause or error, endpoint=self.endpoint) from None
        return cast(T, envelope.record)


def completion(reply: Reply, *, tools: bool) -> ChatCompletion:
    """A reply as instructor reads it, made without parsing it a second time."""
    call = reply.call or "call"
    function = Function.model_construct(name="", arguments=reply.text)
    called = ChatCompletionMessageFunctionToolCall.model_construct(id=call, function=function, type="function")
    message = ChatCompletionMessage.model_construct(
        role="assistant", content=None if tools else reply.text, tool_calls=[called] if tools else None
    )
    choice = Choice.model_construct(finish_reason="stop", index=0, message=message)
    return ChatCompletion.model_construct(
        id="", choices=[choice], created=0, model=reply.model, object="chat.completion", usage=None
    )
