"""`summarizer export`: an earlier briefing in another format, from its JSON or from the store; nothing is asked."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failures import Exit, say
from summarizer.cli.options import parse_day

if TYPE_CHECKING:
    from schemas import Article, Briefing, Failure, ValidatedExtraction
    from summarizer.client import Client
    from summarizer.names import Aliases
    from summarizer.store import Kept, Outcome, Run, Store

__all__ = ["export"]

SQLITE = b"SQLite format 3\x00"
"""First bytes of a store, as SQLite's file format defines them."""


def export(
    source: Annotated[
        Path | None, typer.Argument(metavar="SOURCE", help="A store, or a briefing as JSON; the default store if not given.")
    ] = None,
    format: Annotated[str | None, typer.Option("--format", metavar="NAME", help="Format, where no ending says it.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write.")] = None,
    gazetteer: Annotated[Path | None, typer.Option("--gazetteer", metavar="FILE", help="Your table of places.")] = None,
    run: Annotated[int | None, typer.Option("--run", metavar="ID", help="Run of the store; the last one by default.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="As-of date, for a run (YYYY-MM-DD).")] = None,
    aliases: Annotated[Path | None, typer.Option("--aliases", metavar="FILE", help="Your table of names, for a run.")] = None,
) -> None:
    """Write an earlier briefing in another format; a store's answers are used as they are, and nothing is asked."""
    from summarizer import names
    from summarizer.cli.brief import format_of, gazetteer_of, ready, write

    chosen, day, table, places = format_of(output, format), parse_day(as_of), names.load(aliases), gazetteer_of(gazetteer)
    ready(output)
    if source is not None and not begins_as_store(source):
        if run is not None or as_of or aliases:
            raise typer.BadParameter(f"--run, --as-of and --aliases need a store, and {source} is none")
        made = from_json(source)
    else:
        made = from_store(source, run, day, table)
    write(made, output, chosen, places)


def begins_as_store(path: Path) -> bool:
    """Whether a file is a store; one that cannot be read leaves with 4."""
    try:
        with path.open("rb") as opened:
            return opened.read(len(SQLITE)) == SQLITE
    except OSError as error:
        say(f"summarizer: {path} cannot be read: {error.strerror}")
        raise typer.Exit(Exit.NOTHING) from None


def from_json(path: Path) -> "Briefing":
    """A briefing from its JSON; anything else is a usage error that says what does not fit."""
    from pydantic import ValidationError

    from schemas import Briefing
    from summarizer.cli.verify import content

    try:
        return Briefing.model_validate_json(content(path))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        what = f"{where}: {first['msg']}" if where else first["msg"]
        raise typer.BadParameter(f"{path} is neither a store nor a briefing of this version as JSON ({what})") from None


def from_store(path: Path | None, number: int | None, as_of: date | None, aliases: "Aliases") -> "Briefing":
    """The briefing of a run, composed again from its articles and kept answers."""
    from summarizer.cli import running
    from summarizer.cli.records import opened

    with opened(path) as store:
        run = store.run(number) if number is not None else next(iter(store.runs(last=1)), None)
        if run is None:
            say(f"summarizer: {store.database.path} holds no such run; `summarizer runs` lists those there are")
            raise typer.Exit(Exit.NOTHING)
        found = run  # bound for the closure
        return running.run_until_interrupted(lambda: recomposed(store, found, as_of, aliases))


async def recomposed(store: "Store", run: "Run", as_of: date | None, aliases: "Aliases") -> "Briefing":
    """The same articles once more, each with its kept answers or the reason why it had none."""
    from schemas import Failure
    from summarizer import pipeline
    from summarizer.exceptions import RunStopped

    client = reader(store, run)
    try:
        repair = repaired(client, run)
        values = [await again(store, outcome, client, repair=repair) for outcome in store.outcomes(run=run.id)]
        validated = [value for value in values if not isinstance(value, Failure)]
        failures = [value for value in values if isinstance(value, Failure)]
        made = pipeline.compose(validated, failures, aliases=aliases, as_of=as_of)
        try:
            return await pipeline.word(made, client) if validated else made
        except RunStopped:
            return made  # no answer is kept for this bottom line; the composed one stands
    finally:
        await client.aclose()


class Answers:
    """A store's answers as the client's cache; nothing is added to them."""

    def __init__(self, store: "Store") -> None:
        self.store = store

    def get(self, key: str) -> "Kept | None":
        """The kept answer."""
        return self.store.get(key)

    def put(self, key: str, kept: "Kept", *, schema: str) -> None:
        """Keep nothing: only the embedded model answers here, and it answers again."""


def reader(store: "Store", run: "Run") -> "Client":
    """A client that finds the answers of a run and may ask no endpoint. Raises ConfigurationError where it cannot find them."""
    from summarizer import settings
    from summarizer.client import Budget, connect
    from summarizer.exceptions import ConfigurationError

    if run.endpoint == "embedded":
        return connect(settings.load(model=settings.EMBEDDED), cache=Answers(store))
    chosen = settings.load(model=run.model)
    if chosen.embedded:
        raise ConfigurationError(
            f"run {run.id} was answered by {run.model} at an endpoint; its answers are kept under that endpoint's address: "
            "set OPENAI_BASE_URL or OPENAI_API_KEY as they were (nothing is sent there)"
        )
    return connect(chosen, cache=Answers(store), budget=Budget(max_tokens=0))


def repaired(client: "Client", run: "Run") -> bool:
    """Whether a run sent failing items back. Raises ConfigurationError where it was made under other settings."""
    from summarizer.batch.running import fingerprint
    from summarizer.exceptions import ConfigurationError

    for repair in (True, False):
        if fingerprint(client, repair=repair) == run.fingerprint:
            return repair
    if run.endpoint == "embedded":
        say(f"run {run.id} was answered by the embedded model of another version; this one reads its articles again")
        return True
    raise ConfigurationError(
        f"run {run.id} was made with another endpoint, mode, prompt or version than are set now, so its answers are not found; "
        "set them as they were, or run brief again"
    )


async def again(store: "Store", outcome: "Outcome", client: "Client", *, repair: bool) -> "ValidatedExtraction | Failure":
    """What became of one article; an answer that is not kept makes it a failure."""
    from schemas import Failure
    from summarizer import pipeline
    from summarizer.exceptions import SummarizerError

    article: Article | None = store.article(outcome.article) if outcome.article else None
    if outcome.status != "ok" or article is None:
        known = {"status": outcome.status, "message": outcome.message or "it is not in the store"}
        if outcome.status == "ok":
            known["status"] = "unreadable"
        return Failure.model_validate({"path": outcome.path, "article": outcome.article or None, **known})
    try:
        return await pipeline.process(article, client.scope(article.id), repair=repair)
    except SummarizerError as error:
        return Failure(path=outcome.path, article=article.id, status=error.status, message="no answer for it is in the store")
