"""Options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["Aliases", "BaseUrl", "Model", "Paths", "Published", "Publisher", "parse_day"]


def parse_day(words: str | None) -> date | None:
    """A date as YYYY-MM-DD; anything else is a usage error that says so."""
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise typer.BadParameter(f"{words!r} is not a date; write it as YYYY-MM-DD") from None


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH…", help="Files, folders, globs or JSONL streams; - for standard input.", show_default=False),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Publication date of articles that do not state one (YYYY-MM-DD)."),
]
Publisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Publisher of articles that do not state one.")
]
Model = Annotated[str | None, typer.Option("--model", metavar="NAME", help="Model to ask at the endpoint.")]
BaseUrl = Annotated[
    str | None,
    typer.Option("--base-url", metavar="URL", help="OpenAI-compatible endpoint; without key and URL the embedded model answers."),
]
Aliases = Annotated[Path | None, typer.Option("--aliases", metavar="FILE", help="Your own table of names that belong together.")]
