"""The briefing as data: JSON that survives any text."""

import base64
import gzip
import re
import zlib
from json import dumps
from types import ModuleType

from markupsafe import Markup
from pydantic_core import PydanticSerializationError, to_json

from schemas import Briefing, Record
from summarizer.rendering.places import Places

try:
    import lzma
except ImportError:  # a Python built without liblzma
    lzma = None  # type: ignore[assignment]  # asked before it is used

__all__ = ["dumped", "embedded", "escaped", "json", "jsonl", "places", "unpacked"]

LZMA_ERRORS = () if lzma is None else (lzma.LZMAError,)
PLAIN_LIMIT = 1_000_000
"""Characters of JSON that a page carries as they are; more is compressed, so that the page stays small enough for an e-mail."""

INVISIBLE = re.compile("[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Characters that change how a line is shown, or where it ends; written as escapes, which any reader turns back."""


def json(briefing: Briefing) -> str:
    """One JSON object, indented, that `Briefing.model_validate_json` reads back; lone surrogates become U+FFFD."""
    return escaped(dumped(briefing, indent=2)) + "\n"


def jsonl(briefing: Briefing) -> str:
    """One JSON object a line, each with its `record`: briefing, source, event, figure, claim, unverified, unknown, failure."""
    story = briefing.story
    events: list[tuple[str, Record, set[str]]] = [("event", event, {"figures"}) for event in story.events]
    groups = [*(group for event in story.events for group in event.figures), *story.totals, *story.figures]
    lines: list[tuple[str, Record, set[str]]] = [
        ("briefing", briefing, {"story", "unverified", "sources", "extractions", "failures"}),
        *(("source", one, set()) for one in briefing.sources),
        *events,
        *(("figure", one, set()) for one in groups),
        *(("claim", one, set()) for one in story.claims),
        *(("unverified", one, set()) for one in briefing.unverified),
        *(("unknown", one, set()) for one in story.unknowns),
        *(("failure", one, set()) for one in briefing.failures),
    ]
    return "".join(f"{line(name, one, without)}\n" for name, one, without in lines)


def line(name: str, record: Record, without: set[str]) -> str:
    """One record as one line of JSON."""
    content = scrubbed(record.model_dump(mode="python", exclude=without))
    fields = {"record": name} | (content if isinstance(content, dict) else {})
    return escaped(to_json(fields).decode())


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


def places(located: Places) -> str:
    """The coordinates of a page as JSON, so that the page can be made again from itself."""
    events = {
        event: [
            {
                "words": one.words,
                "precision": one.precision,
                "reason": one.reason,
                "point": None if one.point is None else vars(one.point),
            }
            for one in some
        ]
        for event, some in located.events.items()
    }
    return dumps({"title": located.title, "events": events}, separators=(",", ":"))


def embedded(record: str) -> Markup:
    """JSON as the content of a script element that no browser runs: it can neither close the element nor hide a character.

    Long JSON stands compressed in base64, after the word `xz:`, or `gzip:` where this Python was built without LZMA.
    """
    if len(record) > PLAIN_LIMIT:
        name, packed = ("gzip", gzip.compress(record.encode(), mtime=0)) if lzma is None else ("xz", squeezed(record, lzma))
        return Markup(f"{name}:{base64.b64encode(packed).decode()}")  # noqa: S704  # base64 only
    inert = escaped(record).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(inert)  # noqa: S704  # no sign of markup is left in it


def squeezed(record: str, packer: ModuleType) -> bytes:
    """The record by LZMA, which finds what is said twice however far apart: a quarter of what gzip leaves."""
    packed: bytes = packer.compress(record.encode(), preset=1)
    return packed


def unpacked(content: str) -> str:
    """The JSON inside such an element. Raises ValueError where it is damaged."""
    name, _, packed = content.partition(":")
    try:
        if name == "gzip":
            return gzip.decompress(base64.b64decode(packed, validate=True)).decode()
        if name == "xz" and lzma is not None:
            return lzma.decompress(base64.b64decode(packed, validate=True)).decode()
    except (OSError, EOFError, zlib.error, *LZMA_ERRORS) as error:
        raise ValueError("compressed records are damaged") from error
    return content
