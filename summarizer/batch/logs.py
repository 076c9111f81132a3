"""Logging for the command line: silent by default, more with -v, as text or as JSON lines; never article text or keys."""

import json
import logging
from datetime import UTC, datetime
from typing import Literal, TextIO

__all__ = ["Format", "configure"]

Format = Literal["json", "text"]
LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)


def configure(verbosity: int, *, stream: TextIO, form: Format = "text") -> None:
    """Log this package to `stream`: warnings, with 1 what becomes of each article, with 2 every request as well."""
    logger = logging.getLogger("summarizer")
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines() if form == "json" else Text())
    logger.addHandler(handler)
    logger.setLevel(LEVELS[min(verbosity, len(LEVELS) - 1)])
    logger.propagate = False
    # The line a minute is progress, not noise: it is written where there is no bar.
    logging.getLogger("summarizer.progress").setLevel(logging.INFO)


def stamp(record: logging.LogRecord) -> str:
    """The time of a record in UTC."""
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def details(record: logging.LogRecord) -> dict[str, object]:
    """The named values that go with a message."""
    found = getattr(record, "details", {})
    return found if isinstance(found, dict) else {}


class Text(logging.Formatter):
    """`time level message name=value …`"""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        values = "".join(f" {name}={value}" for name, value in details(record).items() if value is not None)
        return f"{stamp(record)} {record.levelname.lower()} {record.getMessage()}{values}"


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        head = {"time": stamp(record), "level": record.levelname.lower(), "logger": record.name, "message": record.getMessage()}
        return json.dumps(head | details(record), ensure_ascii=False, default=str)
