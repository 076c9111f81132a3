"""The page at /docs: every call with its records, made from the OpenAPI document; no script, nothing from elsewhere."""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

__all__ = ["HEADERS", "page"]

HERE = Path(__file__).parent
STYLE = (HERE / "manual.css").read_text(encoding="utf-8")
HEADERS = {
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    f"style-src 'sha256-{base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
"""Sent with the page: it may load nothing, and no other page may frame it."""
EXAMPLE = {"text": "TARN, 3 May 2024 - Two guards were wounded when gunmen raided the depot at Tarn on Friday, police said."}
EXAMPLES: dict[str, object] = {
    "/briefings": {"articles": [EXAMPLE | {"name": "tarn", "publisher": "Tarn Wire"}]},
    "/checks": {"text": "Nine guards were wounded at Tarn.", "sources": [EXAMPLE]},
    "/extractions": EXAMPLE,
}
"""A body for each call that takes one."""

# A JSON document of a form that FastAPI fixes; its values are looked at one by one.
Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """A field of a record, or a parameter of a call."""

    name: str
    """Its name."""
    type: Markup
    """Its type, with links to records."""
    required: bool
    """Whether it must be given."""
    meaning: str
    """One sentence, with its bounds."""


@dataclass(frozen=True)
class Call:
    """One call."""

    method: str
    """GET or POST."""
    path: str
    """Where."""
    about: str
    """One sentence."""
    parameters: tuple[Row, ...]
    """What stands in the query."""
    body: Markup | None
    """Type of the body; None where there is none."""
    answers: tuple[tuple[str, Markup, str], ...]
    """Code, type and meaning of each answer."""
    example: str | None
    """A body to try; None where there is none."""


@dataclass(frozen=True)
class Shape:
    """One record."""

    name: str
    """Its name."""
    about: str
    """One sentence."""
    rows: tuple[Row, ...]
    """Its fields."""


def page(document: Schema) -> str:
    """The page of an OpenAPI document."""
    shapes = [shape(name, schema) for name, schema in sorted(document["components"]["schemas"].items())]
    return (
        environment()
        .get_template("manual.html.j2")
        .render(
            info=document["info"],
            calls=list(calls(document)),
            shapes=[one for one in shapes if one.rows],
            style=Markup(STYLE),  # noqa: S704  # our own file
        )
    )


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The template, with every value escaped and every missing name an error."""
    return Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def calls(document: Schema) -> Iterator[Call]:
    """Every call, in the order of the document."""
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            content = told.get("requestBody", {}).get("content", {})
            example = EXAMPLES.get(path)
            yield Call(
                method=method.upper(),
                path=path,
                about=told.get("description", told["summary"]),
                parameters=tuple(row(one["name"], one["schema"], one["required"]) for one in told.get("parameters", ())),
                body=type_of(content["application/json"]["schema"]) if content else None,
                answers=tuple((code, answered(one), one["description"]) for code, one in sorted(told["responses"].items())),
                example=json.dumps(example, ensure_ascii=False) if example else None,
            )


def answered(response: Schema) -> Markup:
    """The type of an answer, or the media types of one that has several."""
    content = response.get("content", {})
    kinds = [type_of(one["schema"]) if one.get("schema") else escape(media) for media, one in content.items()]
    return Markup(", ").join(dict.fromkeys(kinds))


def shape(name: str, schema: Schema) -> Shape:
    """One record of the document."""
    needed = schema.get("required", ())
    rows = tuple(row(field, told, field in needed) for field, told in schema.get("properties", {}).items())
    return Shape(name, schema.get("description", ""), rows)


def row(name: str, schema: Schema, required: bool) -> Row:
    """A field with its bounds in words."""
    bounds = [f"{words} {schema[key]:,}" for key, words in BOUNDS.items() if key in schema]
    if schema.get("default") not in (None, ""):
        bounds.append(f"default {json.dumps(schema['default'])}")
    about = schema.get("description", "")
    return Row(name, type_of(schema), required, f"{about} ({'; '.join(bounds)})".strip() if bounds else about)


BOUNDS = {
    "minLength": "characters at least",
    "maxLength": "characters at most",
    "minItems": "items at least",
    "maxItems": "items at most",
    "minimum": "at least",
    "maximum": "at most",
}
"""Bounds of JSON Schema, in words."""


def type_of(schema: Schema) -> Markup:
    """A type in words; a record is a link to its table."""
    if name := schema.get("$ref", "").rpartition("/")[2]:
        return Markup('<a href="#{0}">{0}</a>').format(name)
    if several := schema.get("anyOf") or schema.get("oneOf"):
        return Markup(" or ").join(map(type_of, several))
    if known := schema.get("enum") or ([schema["const"]] if "const" in schema else None):
        return Markup(", ").join(Markup("<code>{}</code>").format(json.dumps(one)) for one in known)
    if schema.get("type") == "array":
        inner = schema.get("items") or {"anyOf": schema.get("prefixItems", [{"type": "any"}])}
        return Markup("list of ") + type_of(inner)
    if inside := schema.get("additionalProperties"):
        return Markup("object of ") + type_of(inside)
    return escape(schema.get("format") or schema.get("type", "any"))
