"""`summarizer check`: every figure of a text against its sources, without a model and without a network."""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failures import Exit, data, say
from summarizer.cli.options import Published, parse_day

if TYPE_CHECKING:
    from schemas import Article, Failure

__all__ = ["check"]


def check(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A file with the text to check; - for standard input.")],
    source: Annotated[
        list[str], typer.Option("--source", "-s", metavar="PATH", help="A source: file, folder or glob; repeat it.")
    ],
    published: Published = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Check every figure of TEXT against its sources, without a model and without a network.

    Leaves with 1 when a figure is rejected or a source cannot be read.
    """
    from summarizer import pipeline
    from summarizer.rendering import report as reports

    if text == "-" and "-" in source:
        raise typer.BadParameter("standard input is either TEXT or a source; give a file for one of them")
    articles, missing = sources(source, parse_day(published))
    found = pipeline.check(content(text), articles)
    if as_json:
        data(found.model_dump_json(indent=2))
    else:
        reports.print_report(found)
    raise typer.Exit(Exit.REJECTED if found.rejected or missing else Exit.OK)


def content(path: str) -> str:
    """The text to check, read like an article; one that cannot be read leaves with 4, several are a usage error."""
    from summarizer import reading

    if path != "-" and not Path(path).exists() and any(map(str.isspace, path)):
        raise typer.BadParameter("TEXT is a file, or - for standard input: echo 'your text' | summarizer check - --source PATH")
    found = list(islice(reading.read(path), 2))
    if len(found) > 1:
        raise typer.BadParameter(f"{path} holds more than one text; check them one by one, or name it with --source")
    for article in readable(found):
        return article.text
    raise typer.Exit(Exit.NOTHING)


def sources(paths: list[str], published: date | None) -> "tuple[list[Article], int]":
    """The articles to check against and how many cannot be read; where none can, it leaves with 4."""
    from summarizer import reading

    found = [item for path in paths for item in reading.read(path, published=published)]
    articles = readable(found)
    if not articles:
        raise typer.Exit(Exit.NOTHING)
    return articles, len(found) - len(articles)


def readable(items: "Iterable[Article | Failure]") -> "list[Article]":
    """The articles among them; every failure is a line on standard error."""
    from schemas import Failure

    articles = []
    for item in items:
        if isinstance(item, Failure):
            say(f"summarizer: {item.path}: {item.message}")
        else:
            articles.append(item)
    return articles
