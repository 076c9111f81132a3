"""The briefing as data: JSON that survives any text."""

import re

from pydantic_core import PydanticSerializationError, to_json

from schemas import Briefing

__all__ = ["json"]

INVISIBLE = re.compile("[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Characters that change how a line is shown, or where it ends; written as escapes, which any reader turns back."""


def json(briefing: Briefing) -> str:
    """One JSON object, indented, that `Briefing.model_validate_json` reads back; lone surrogates become U+FFFD."""
    return escaped(dumped(briefing, indent=2)) + "\n"


def dumped(briefing: Briefing, *, indent: int | None = None) -> str:
    """The record as JSON text."""
    try:
        return briefing.model_dump_json(indent=indent)
    except PydanticSerializationError:  # a file name may hold bytes that are no UTF-8
        return to_json(scrubbed(briefing.model_dump(mode="python")), indent=indent).decode()


def scrubbed(value: object) -> object:
    """The same nested value with every lone surrogate replaced by U+FFFD."""
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in value)
    if isinstance(value, dict):
        return {scrubbed(key): scrubbed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [scrubbed(item) for item in value]
    return value


def escaped(text: str) -> str:
    """JSON text in which characters that hide or reorder others stand as escapes; they occur only inside strings."""
    return INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
