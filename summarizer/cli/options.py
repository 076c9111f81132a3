"""Options that several commands share; `with_run_options` gives a command all that a run over articles takes."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

__all__ = ["Paths", "Published", "RunOptions", "StoreFile", "parse_day", "with_run_options"]


def parse_day(words: str | None) -> date | None:
    """A date as YYYY-MM-DD; anything else is a usage error that says so."""
    if words is None:
        return None
    try:
        if len(words) != len("YYYY-MM-DD"):
            raise ValueError
        return date.fromisoformat(words)
    except ValueError:
        raise typer.BadParameter(f"{words!r} is not a date; write it as YYYY-MM-DD") from None


def option(names: str, help: str, *, metavar: str | None = None, **more: Any) -> Any:  # typer's own keywords, passed through
    """An option, by its names, with its help."""
    return typer.Option(*names.split(), help=help, metavar=metavar, **more)


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders, globs, JSONL streams; - for standard input.", show_default=False),
]
Published = Annotated[
    str | None, option("--published", "Publication date of articles that state none (YYYY-MM-DD).", metavar="DATE")
]
StoreFile = Annotated[Path | None, option("--store", "The store's file; by default in your cache folder.", metavar="FILE")]


@dataclass(frozen=True)
class RunOptions:
    """What every run over articles can be told."""

    published: Published = None
    publisher: Annotated[str | None, option("--publisher", "Publisher of articles that state none.", metavar="NAME")] = None
    model: Annotated[str | None, option("--model", "Model to ask; `embedded` for the built-in one.", metavar="NAME")] = None
    base_url: Annotated[
        str | None,
        option("--base-url", "OpenAI-compatible endpoint; without key and URL the embedded model answers.", metavar="URL"),
    ] = None
    mode: Annotated[str | None, option("--mode", "How the schema is sent: tools, json_schema or json.", metavar="NAME")] = None
    max_output_tokens: Annotated[int | None, option("--max-output-tokens", "Most tokens an answer.", metavar="N", min=1)] = None
    store: StoreFile = None
    no_store: Annotated[bool, option("--no-store", "Keep nothing between runs.")] = False
    fresh: Annotated[bool, option("--fresh/--resume", "Ask everything again, or (default) go on where a run stopped.")] = False
    retry_failed: Annotated[bool, option("--retry-failed", "Ask again where the answer was refused, cut or misshapen.")] = False
    repair: Annotated[bool, option("--repair/--no-repair", "Send failing items back once (default), or not.")] = True
    limit: Annotated[int | None, option("--limit", "Most articles to work on.", metavar="N", min=1)] = None
    share: Annotated[str | None, option("--share", "Which share of the inputs, such as 1/2.", metavar="N/M")] = None
    concurrency: Annotated[int | None, option("--concurrency", "Articles in work at the same time.", metavar="N", min=1)] = None
    requests_per_minute: Annotated[float | None, option("--requests-per-minute", "Most requests in a minute.", metavar="N")] = (
        None
    )
    tokens_per_minute: Annotated[float | None, option("--tokens-per-minute", "Most tokens in a minute.", metavar="N")] = None
    max_tokens: Annotated[int | None, option("--max-tokens", "Stop the run after so many tokens.", metavar="N", min=1)] = None
    max_cost: Annotated[str | None, option("--max-cost", "Stop the run at this cost.", metavar="AMOUNT")] = None
    prices: Annotated[Path | None, option("--prices", "Your own table of prices (TOML).", metavar="FILE")] = None
    deadline: Annotated[float | None, option("--deadline", "Seconds that one article may take.", metavar="SECONDS")] = None
    dry_run: Annotated[bool, option("--dry-run", "Say what would be asked, and estimate tokens and cost.")] = False
    verbose: Annotated[int, option("--verbose -v", "Log more; twice for every request.", count=True, show_default=False)] = 0
    log_format: Annotated[str, option("--log-format", "Log as text or as json.", metavar="NAME")] = "text"


def with_run_options(command: Callable[..., None]) -> Callable[..., None]:
    """The command with every field of RunOptions as an option of its own; it gets them as one argument, `run`."""
    names = [field.name for field in fields(RunOptions)]
    hints = get_type_hints(RunOptions, include_extras=True)

    @functools.wraps(command)
    def flat(**given: Any) -> None:  # what typer parsed
        run = RunOptions(**{name: given.pop(name) for name in names})
        command(run=run, **given)

    own = inspect.signature(command, eval_str=True)
    kept = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for name, each in own.parameters.items() if name != "run"]
    added = [
        inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name])
        for field in fields(RunOptions)
    ]
    flat.__signature__ = own.replace(parameters=[*kept, *added])  # type: ignore[attr-defined]  # inspect's documented override
    flat.__annotations__ = {each.name: each.annotation for each in (*kept, *added)}
    del flat.__wrapped__  # typer would read the signature behind it
    return flat
