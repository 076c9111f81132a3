"""`summarizer brief`: from articles to a briefing."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failures import Exit, say
from summarizer.cli.options import Paths, RunOptions, parse_day, with_run_options

if TYPE_CHECKING:
    from schemas import Briefing
    from summarizer.rendering.places import Gazetteer

__all__ = ["brief", "format_of", "gazetteer_of", "write"]

# Statuses of failures for which the endpoint or the configuration is to blame, not the articles.
ENDPOINT = ("deadline", "endpoint", "not_reached")


@with_run_options
def brief(
    paths: Paths,
    run: RunOptions,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; its ending chooses the format.")
    ] = None,
    format: Annotated[str | None, typer.Option("--format", metavar="NAME", help="Format, where no ending says it.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="As-of date of the briefing (YYYY-MM-DD).")] = None,
    aliases: Annotated[
        Path | None, typer.Option("--aliases", metavar="FILE", help="Your table of names that belong together.")
    ] = None,
    gazetteer: Annotated[
        Path | None, typer.Option("--gazetteer", metavar="FILE", help="Your table of places, for the map.")
    ] = None,
) -> None:
    """Write a briefing from articles: to FILE, or as a summary to the terminal."""
    from summarizer.cli import running

    asked = Asked(output, format_of(output, format), parse_day(as_of), aliases, gazetteer)
    raise typer.Exit(running.run_until_interrupted(lambda: made(paths, run, asked)))


@dataclass(frozen=True)
class Asked:
    """What the briefing is to look like."""

    output: Path | None
    format: str | None
    as_of: date | None
    aliases: Path | None
    gazetteer: Path | None


async def made(paths: list[str], run: RunOptions, asked: Asked) -> Exit:
    """Read, run, compose, write; 4 where no article gave anything, 3 where the endpoint is to blame for that."""
    from summarizer import api
    from summarizer.cli import running

    async with running.desk(run) as desk:
        items = running.articles(paths, run)
        if run.dry_run:
            await running.dry_run(desk, items, run)
            return Exit.OK
        results = [result async for result in running.results(desk, items)]
        composed = await api.compose(results, desk.client, as_of=asked.as_of, aliases=asked.aliases)
    if not composed.sources:
        say("summarizer: no article could be read, so there is no briefing")
        return Exit.ENDPOINT if any(failure.status in ENDPOINT for failure in composed.failures) else Exit.NOTHING
    write(composed, asked.output, asked.format, gazetteer_of(asked.gazetteer))
    return Exit.REJECTED if composed.failures or composed.strip.rejected else Exit.OK


def format_of(output: Path | None, name: str | None) -> str | None:
    """The format by its name, else by the file's ending; None for the terminal; a usage error names those there are."""
    from summarizer.rendering import FORMATS

    if name is None and output is None:
        return None
    found = name or next((each.name for each in FORMATS.values() if str(output).endswith(each.suffix)), None)
    if found not in FORMATS:
        wanted = f"format {name!r}" if name else f"the ending of {str(output)!r}"
        raise typer.BadParameter(f"{wanted} is not known; --format takes {', '.join(FORMATS)}")
    return found


def gazetteer_of(path: Path | None) -> "Gazetteer | None":
    """The user's table of places, where one is given."""
    from summarizer.rendering import places

    return places.load(path) if path else None


def write(made: "Briefing", output: Path | None, format: str | None, gazetteer: "Gazetteer | None" = None) -> None:
    """The briefing to its file, whole or not at all, or to standard output."""
    import sys

    from summarizer.rendering import render

    if format is None:
        from summarizer.rendering.terminal import print_briefing

        print_briefing(made)
        return
    page = render(made, format, gazetteer=gazetteer)
    content = page if isinstance(page, bytes) else page.encode("utf-8", "backslashreplace")
    if output is None or str(output) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    part = output.with_name(f".{output.name}.part")
    part.write_bytes(content)
    part.replace(output)
    say(f"wrote {output}")
