"""`summarizer runs` and `summarizer show`: what the store knows."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failures import Exit, data, say
from summarizer.cli.options import StoreFile

if TYPE_CHECKING:
    from schemas import Record
    from summarizer.store import Store

__all__ = ["opened", "runs", "show"]

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON lines.")]


def runs(store: StoreFile = None, as_json: AsJson = False) -> None:
    """List the runs in the store, newest first."""
    with opened(store) as held:
        found = held.runs()
    if not found:
        say("summarizer: the store holds no run")
        raise typer.Exit(Exit.NOTHING)
    if as_json:
        return lines(found)
    rows = [
        (
            str(run.id),
            run.started[:19].replace("T", " "),
            run.status,
            str(run.articles),
            str(run.failed),
            str(run.cached),
            tokens(run.usage),
            run.model,
        )
        for run in found
    ]
    table(("run", "started (UTC)", "status", "articles", "failed", "cached", "tokens", "model"), rows)


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="Number of a run, or the id, path or name of an article.")],
    store: StoreFile = None,
    as_json: AsJson = False,
) -> None:
    """Show what became of every article of a run, or of one article in every run."""
    with opened(store) as held:
        if id.isdigit() and held.run(int(id)):
            found = held.outcomes(run=int(id))
        else:
            named = held.find(id) if id.strip() else ()
            found = tuple(outcome for article in named for outcome in held.outcomes(article=article))
    if not found:
        say(f"summarizer: the store holds no run and no article {id!r}; `summarizer runs` lists the runs")
        raise typer.Exit(Exit.NOTHING)
    if as_json:
        return lines(found)
    rows = [
        (
            each.article,
            each.status,
            figures(each.accepted),
            figures(each.review),
            figures(each.rejected),
            tokens(each.usage),
            each.path,
        )
        for each in found
    ]
    table(("article", "status", "accepted", "to review", "rejected", "tokens", "path"), rows)
    for each in found:
        if each.message:
            say(f"{each.path}: {each.message}")


def opened(path: Path | None) -> "Store":
    """The store of the option, the environment or the cache folder; a missing one leaves with 4."""
    from summarizer import settings
    from summarizer.store import Store, default_path

    chosen = settings.load(store=path)
    file = chosen.store or default_path()
    if not chosen.keeps or not file.exists():
        say(f"summarizer: there is no store at {file}; a run of brief or extract makes one")
        raise typer.Exit(Exit.NOTHING)
    return Store(file, reading=True)


def figures(count: int | None) -> str:
    """A count, or nothing where there is none."""
    return "" if count is None else str(count)


def tokens(usage: "Record") -> str:
    """Tokens in and out, marked where they are an estimate."""
    given = usage.model_dump()
    return f"{'about ' if given['estimated'] else ''}{given['input'] + given['output']:,}"


def lines(records: Sequence["Record"]) -> None:
    """One JSON object a line."""
    for record in records:
        data(json.dumps(record.model_dump(mode="json"), ensure_ascii=False))


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table on standard output; plain columns in a pipe. Names of files are made safe to show."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from summarizer.rendering import words

    rows = [[" ".join(words.plain(cell).split()) for cell in row] for row in rows]
    console = Console(highlight=False)
    if not console.is_terminal:
        for row in (heads, *rows):
            data("\t".join(row))
        return
    shown = Table(box=None, pad_edge=False)
    for head in heads:
        # A terminal that is too narrow wraps the long cells; a cell that is cut says nothing.
        shown.add_column(head, overflow="fold")
    for row in rows:
        shown.add_row(*(Text(cell) for cell in row))
    console.print(shown)
