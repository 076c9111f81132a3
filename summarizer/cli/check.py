"""`summarizer check`: every figure of a text against its sources, without a model and without a network."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failures import Exit, data, say
from summarizer.cli.options import Published, parse_day

if TYPE_CHECKING:
    from schemas import Article

__all__ = ["check"]


def check(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The file to check; - for standard input.")],
    source: Annotated[
        list[str], typer.Option("--source", "-s", metavar="PATH", help="A source: file, folder or glob; repeat it.")
    ],
    published: Published = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Check every figure of TEXT against its sources, without a model and without a network.

    Leaves with 1 when a figure is rejected.
    """
    from summarizer import pipeline
    from summarizer.rendering import report as reports

    articles = sources(source, parse_day(published))
    found = pipeline.check(content(text), articles)
    if as_json:
        data(found.model_dump_json(indent=2))
    else:
        reports.print_report(found)
    raise typer.Exit(Exit.REJECTED if found.rejected else Exit.OK)


def content(path: str) -> str:
    """The text to check, read like an article; a file that cannot be read leaves with 4."""
    from schemas import Failure
    from summarizer import reading

    for item in reading.read(path):
        if not isinstance(item, Failure):
            return item.text
        say(f"summarizer: {item.path}: {item.message}")
    raise typer.Exit(Exit.NOTHING)


def sources(paths: list[str], published: date | None) -> "list[Article]":
    """The articles to check against; none that can be read leaves with 4."""
    from schemas import Failure
    from summarizer import reading

    articles = []
    for path in paths:
        for item in reading.read(path, published=published):
            if isinstance(item, Failure):
                say(f"summarizer: {item.path}: {item.message}")
            else:
                articles.append(item)
    if not articles:
        raise typer.Exit(Exit.NOTHING)
    return articles
