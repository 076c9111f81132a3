"""The commands, in the order of the help."""

from typing import Annotated

import typer

from summarizer import __version__
from summarizer.cli.brief import brief
from summarizer.cli.check import check
from summarizer.cli.export import export
from summarizer.cli.extract import extract
from summarizer.cli.records import runs, show
from summarizer.cli.serve import serve
from summarizer.cli.verify import verify

__all__ = ["app"]

app = typer.Typer(
    name="summarizer",
    help="Briefings from news articles in which every figure is checked against its source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        print(f"summarizer {__version__}")
        raise typer.Exit


@app.callback()
def common(
    _version: Annotated[bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Briefings from news articles in which every figure is checked against its source."""


for command in (brief, check, extract, export, verify, runs, show, serve):
    app.command()(command)
