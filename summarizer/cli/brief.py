"""`summarizer brief`: from articles to a briefing."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failures import Exit, say
from summarizer.cli.options import Aliases, BaseUrl, Model, Paths, Published, Publisher, parse_day

if TYPE_CHECKING:
    from schemas import Briefing

__all__ = ["brief", "outcome", "write"]


def brief(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; its ending chooses the format.")
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", metavar="NAME", help="Format, where the ending does not say it.")
    ] = None,
    published: Published = None,
    publisher: Publisher = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="As-of date of the briefing (YYYY-MM-DD).")] = None,
    model: Model = None,
    base_url: BaseUrl = None,
    aliases: Aliases = None,
) -> None:
    """Write a briefing from articles: to FILE, or as a summary to the terminal."""
    from summarizer import api, settings

    chosen = format_of(output, format)
    made = asyncio.run(
        api.asummarize(
            paths,
            published=parse_day(published),
            publisher=publisher,
            as_of=parse_day(as_of),
            aliases=aliases,
            settings=settings.load(model=model, base_url=base_url),
        )
    )
    for failure in made.failures:
        say(f"summarizer: {failure.message}")
    if not made.sources:
        say("summarizer: no article could be read, so there is no briefing")
        raise typer.Exit(Exit.NOTHING)
    write(made, output, chosen)
    raise typer.Exit(outcome(made))


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


def write(made: "Briefing", output: Path | None, format: str | None) -> None:
    """The briefing to its file, whole or not at all, or to standard output."""
    import sys

    from summarizer.rendering import render

    if format is None:
        from summarizer.rendering.terminal import print_briefing

        print_briefing(made)
        return
    page = render(made, format)
    content = page if isinstance(page, bytes) else page.encode("utf-8", "backslashreplace")
    if output is None or str(output) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    part = output.with_name(f".{output.name}.part")
    part.write_bytes(content)
    part.replace(output)
    say(f"wrote {output}")


def outcome(made: "Briefing") -> Exit:
    """1 where something failed or was rejected, else 0."""
    return Exit.REJECTED if made.failures or made.strip.rejected else Exit.OK
