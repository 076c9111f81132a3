"""`summarizer brief`: from articles to a briefing."""

import os
import sys
import tempfile
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failures import Exit, say
from summarizer.cli.options import Paths, RunOptions, parse_day, with_run_options
from summarizer.exceptions import ConfigurationError

if TYPE_CHECKING:
    from schemas import Briefing
    from summarizer.names import Aliases
    from summarizer.rendering.places import Gazetteer

__all__ = ["brief", "format_of", "gazetteer_of", "ready", "write"]


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
        Path | None, typer.Option("--gazetteer", metavar="FILE", help="Your table of places for the map, or geonames.")
    ] = None,
) -> None:
    """Write a briefing from articles: to FILE, or as a summary to the terminal."""
    from summarizer import names
    from summarizer.cli import running

    chosen = format_of(output, format)
    ready(output)
    asked = Asked(output, chosen, parse_day(as_of), names.load(aliases), gazetteer_of(gazetteer))
    raise typer.Exit(running.run_until_interrupted(lambda: made(paths, run, asked)))


@dataclass(frozen=True)
class Asked:
    """What the briefing is to look like."""

    output: Path | None
    format: str | None
    as_of: date | None
    aliases: "Aliases"
    gazetteer: "Gazetteer | None"


async def made(paths: list[str], run: RunOptions, asked: Asked) -> Exit:
    """Read, run, compose, write."""
    from summarizer import api
    from summarizer.cli import running

    items = running.articles(paths, run)
    async with running.desk(run) as desk:
        if run.dry_run:
            return await running.dry_run(desk, items, run)
        async with aclosing(running.results(desk, items)) as working:
            results = [result async for result in working]
        composed = await api.compose(results, desk.client, as_of=asked.as_of, aliases=asked.aliases)
    if not composed.sources:
        return running.nothing(failure.status for failure in composed.failures)
    write(composed, asked.output, asked.format, asked.gazetteer)
    return Exit.REJECTED if composed.failures or composed.strip.rejected else Exit.OK


def format_of(output: Path | None, name: str | None) -> str | None:
    """The format by its name, else by the file's ending; None for the terminal; a usage error names those there are.

    Raises MissingExtra where a package for it is not installed.
    """
    from summarizer.rendering import FORMATS, by_ending, require

    if name is None and output is None:
        return None
    ending = by_ending(output.name) if output else None
    found = name or (ending.name if ending else None)
    if found is None or found not in FORMATS:
        wanted = f"format {name!r}" if name else f"the ending of {str(output)!r}"
        raise typer.BadParameter(f"{wanted} is not known; --format takes {', '.join(FORMATS)}")
    require(found)
    return found


def gazetteer_of(path: Path | None) -> "Gazetteer | None":
    """The user's table of places, where one is given."""
    from summarizer.rendering import places

    return places.load(path) if path else None


def write(made: "Briefing", output: Path | None, format: str | None, gazetteer: "Gazetteer | None" = None) -> None:
    """The briefing to its file, whole or not at all, or to standard output."""
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
    try:
        replace(output, content)
    except OSError as error:
        raise ConfigurationError(f"{output} cannot be written: {error.strerror}; choose another place with --output") from None
    say(f"wrote {output}")


def ready(output: Path | None) -> None:
    """A usage error where the output cannot be written: better now than after a run that was paid for."""
    if output is None or str(output) == "-":
        return
    if output.is_dir():
        raise typer.BadParameter(f"{output} is a folder; name a file in it")
    if not output.parent.is_dir():
        raise typer.BadParameter(f"the folder {output.parent} does not exist; make it first")
    target = output.resolve()
    # A file is replaced by another one of its folder, so both must be open to us; a device is written to.
    needed = [target] if target.exists() and not target.is_file() else [each for each in (target, target.parent) if each.exists()]
    for each in needed:
        if not os.access(each, os.W_OK):
            raise typer.BadParameter(f"{output} cannot be written; check the permissions of {each}")


def replace(output: Path, content: bytes) -> None:
    """Write a file whole or not at all; a link stays a link, and what is no regular file (a device) is written through."""
    target = output.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    mode = target.stat().st_mode if target.exists() else 0o666 & ~umask()
    # A name of its own, made by this process: another process that writes the same file, or a link set as a trap, is not met.
    number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".part")
    part = Path(name)
    try:
        with open(number, "wb") as opened:  # noqa: PTH123  # a descriptor has no path
            opened.write(content)
        part.chmod(mode)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def umask() -> int:
    """The permissions that this process takes from the files it makes; they can be read only by setting them."""
    known = os.umask(0o077)
    os.umask(known)
    return known
