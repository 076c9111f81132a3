"""Settings: given by the caller, else by the environment, else by default. Nothing else reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic.fields import FieldInfo

from schemas import Record
from summarizer.exceptions import ConfigurationError

__all__ = ["EMBEDDED", "NO_STORE", "Mode", "Row", "Settings", "Variable", "load", "table"]

Mode = Literal["json", "json_schema", "tools"]

# Words for "the model that is built in" and "keep nothing", as values of --model and --store.
EMBEDDED = "embedded"
NO_STORE = "none"


@dataclass(frozen=True)
class Variable:
    """Name of the environment variable behind a setting."""

    name: str


class Settings(Record):
    """What a run needs to know; every field can be given as an argument, and most in the environment."""

    api_key: Annotated[SecretStr | None, Variable("OPENAI_API_KEY")] = None
    """Key of the endpoint; without a key and a base URL the embedded model answers."""
    base_url: Annotated[str | None, Variable("OPENAI_BASE_URL")] = None
    """OpenAI-compatible endpoint (OpenAI, Azure, Ollama, vLLM, llama.cpp …)."""
    model: Annotated[str | None, Variable("SUMMARIZER_MODEL")] = None
    """Model to ask; `embedded` for the one that is built in."""
    mode: Annotated[Mode, Variable("SUMMARIZER_MODE")] = "tools"
    """How the schema is sent: as a tool, as a response format, or as text for servers that know neither."""
    temperature: Annotated[float | None, Variable("SUMMARIZER_TEMPERATURE"), Field(ge=0, le=2)] = None
    """Sampling temperature; not sent where it is not given, because some models refuse it."""
    max_output_tokens: Annotated[int | None, Variable("SUMMARIZER_MAX_OUTPUT_TOKENS"), Field(ge=1)] = None
    """Most tokens of one answer; the endpoint's own limit where it is not given."""
    timeout: Annotated[float, Variable("SUMMARIZER_TIMEOUT"), Field(gt=0)] = 120.0
    """Seconds that one request may take."""
    connect_timeout: Annotated[float, Variable("SUMMARIZER_CONNECT_TIMEOUT"), Field(gt=0)] = 10.0
    """Seconds that a connection may take."""
    attempts: Annotated[int, Variable("SUMMARIZER_ATTEMPTS"), Field(ge=1, le=100)] = 6
    """How often one request is sent before it counts as failed; 1 means no retries."""
    max_wait: Annotated[float, Variable("SUMMARIZER_MAX_WAIT"), Field(ge=0)] = 60.0
    """Most seconds between two attempts, unless the endpoint asks for more."""
    corrections: Annotated[int, Variable("SUMMARIZER_CORRECTIONS"), Field(ge=0, le=10)] = 2
    """How often an answer that does not fit the schema is sent back."""
    patience: Annotated[float, Variable("SUMMARIZER_PATIENCE"), Field(ge=0)] = 3600.0
    """Seconds that a run pauses while the endpoint is down, before it stops; what is left can be resumed."""
    deadline: Annotated[float | None, Variable("SUMMARIZER_DEADLINE"), Field(gt=0)] = 900.0
    """Seconds that one article may spend at the endpoint, waits between attempts included."""
    concurrency: Annotated[int, Variable("SUMMARIZER_CONCURRENCY"), Field(ge=1, le=1000)] = 8
    """Articles in work at the same time."""
    requests_per_minute: Annotated[float | None, Variable("SUMMARIZER_REQUESTS_PER_MINUTE"), Field(gt=0)] = None
    """Most requests in a minute."""
    tokens_per_minute: Annotated[float | None, Variable("SUMMARIZER_TOKENS_PER_MINUTE"), Field(gt=0)] = None
    """Most tokens in a minute, estimated before a request and corrected after it."""
    store: Annotated[Path | None, Variable("SUMMARIZER_STORE")] = None
    """The store's file; `none` keeps nothing, and where it is not given it lies in the user's cache folder."""
    prices: Annotated[Path | None, Variable("SUMMARIZER_PRICES")] = None
    """Your own table of prices (TOML), laid over the one that comes along."""
    telemetry: Annotated[bool, Variable("SUMMARIZER_TELEMETRY")] = False
    """Whether spans are written through OpenTelemetry, without any content."""

    @field_validator("api_key", "base_url", "model", "store", mode="before")
    @classmethod
    def empty_is_missing(cls, value: object) -> object:
        """An empty variable counts as not set, as in a shell."""
        return None if value == "" else value

    @field_validator("base_url")
    @classmethod
    def is_http(cls, value: str | None) -> str | None:
        """Only http and https are spoken."""
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("it must begin with http:// or https://")
        if value is not None:
            parts = urlsplit(value)  # raises ValueError for a bracket that is not closed, and `port` for one that is too large
            if not parts.hostname or parts.port == 0:
                raise ValueError("it names no host")
        return value

    @field_validator("api_key")
    @classmethod
    def is_a_header(cls, value: SecretStr | None) -> SecretStr | None:
        """A key travels in a header: one word of printable ASCII."""
        words = value.get_secret_value() if value else "key"
        if not (words.isascii() and words.isprintable() and " " not in words):
            raise ValueError("it must be one word of plain ASCII; it seems to be copied wrongly")
        return value

    @property
    def embedded(self) -> bool:
        """Whether the model in this process answers."""
        return self.model == EMBEDDED or (self.api_key is None and self.base_url is None)

    @property
    def keeps(self) -> bool:
        """Whether anything is stored."""
        return str(self.store) != NO_STORE


@dataclass(frozen=True)
class Row:
    """One line of the table of settings."""

    field: str
    """Name of the argument."""
    variable: str
    """Name in the environment."""
    default: str
    """Default, as written; empty where there is none."""
    meaning: str
    """One sentence."""


def load(environ: Mapping[str, str] | None = None, **overrides: object) -> Settings:
    """The settings from the environment, with those overrides that are not None laid over them.

    Raises ConfigurationError, naming each setting that is wrong and where it came from; never its value.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    found = read(os.environ if environ is None else environ)
    try:
        return Settings.model_validate(found | given)
    except ValidationError as error:
        raise ConfigurationError(explained(error, given)) from None


def table() -> tuple[Row, ...]:
    """Every setting with its variable, default and meaning, in the order of the record."""
    return tuple(
        Row(name, variable(info), written(info.default), info.description or "") for name, info in Settings.model_fields.items()
    )


def read(environ: Mapping[str, str]) -> dict[str, Any]:  # values are text here and whatever the record makes of it there
    """The settings that the environment gives; empty variables count as not set."""
    return {
        name: environ[variable(info)].strip()
        for name, info in Settings.model_fields.items()
        if environ.get(variable(info), "").strip()
    }


def variable(info: FieldInfo) -> str:
    """The environment variable of a field."""
    return next(note.name for note in info.metadata if isinstance(note, Variable))


def written(default: object) -> str:
    """A default as a person writes it."""
    if default is None:
        return ""
    return str(default).lower() if isinstance(default, bool) else f"{default:g}" if isinstance(default, float) else str(default)


def explained(error: ValidationError, given: Mapping[str, object]) -> str:
    """One line about every wrong setting; values stay out of it, for one may be a key."""
    lines = []
    for problem in error.errors(include_input=False, include_url=False):
        name = str(problem["loc"][0]) if problem["loc"] else "settings"
        info = Settings.model_fields.get(name)
        where = name if name in given or info is None else variable(info)
        lines.append(f"{where}: {problem['msg']}" if info else f"{name}: there is no such setting")
    return "wrong setting: " + "; ".join(lines)
