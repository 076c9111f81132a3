"""`summarizer verify` and `summarizer export`: briefings that were written earlier."""

from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failures import Exit, data, say
from summarizer.cli.options import RunOptions

if TYPE_CHECKING:
    from schemas import Briefing
    from summarizer.rendering.verification import Verification

__all__ = ["export", "verify"]

SQLITE = b"SQLite format 3\x00"
"""First bytes of a store, as SQLite's file format defines them."""


def verify(
    page: Annotated[Path, typer.Argument(metavar="FILE", help="A briefing as a page (.html).")],
    aliases: Annotated[
        Path | None, typer.Option("--aliases", metavar="FILE", help="The table of names that it was made with, if there was one.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Recompute every offset, hash and check of a page, from the page alone; leaves with 1 where something no longer holds."""
    from summarizer import names, pipeline, rendering, validation

    table = names.load(aliases) if aliases else None
    found = rendering.verify(
        content(page).decode("utf-8", "replace"), validate=validation.validate, compose=pipeline.compose, aliases=table
    )
    if found.briefing is None:
        say(f"summarizer: {page} is no page of a briefing of ours: {' '.join(finding.message for finding in found.findings)}")
        raise typer.Exit(Exit.NOTHING)
    if as_json:
        data(found.model_dump_json(indent=2))
    else:
        tell(found)
    raise typer.Exit(Exit.OK if found.holds else Exit.REJECTED)


def tell(found: "Verification") -> None:
    """Print the outcome: what no longer holds, what was taken as it is, and how much was computed again."""
    for finding in found.findings:
        print(f"✗ {finding.where}: {finding.message}")
    for sentence in found.taken:
        print(f"? not computed again: {sentence}")
    counted = f"{found.articles} articles, {found.offsets} places, {found.checks} checks, {found.marks} marks and the story"
    holds = "✓ what was computed again holds" if found.taken else "✓ everything holds"
    print(f"{holds if found.holds else f'✗ {len(found.findings)} things no longer hold'}: {counted} computed again")


def export(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="A store, or a briefing as JSON.")],
    format: Annotated[str | None, typer.Option("--format", metavar="NAME", help="Format, where no ending says it.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write.")] = None,
    gazetteer: Annotated[Path | None, typer.Option("--gazetteer", metavar="FILE", help="Your table of places.")] = None,
    run: Annotated[int | None, typer.Option("--run", metavar="ID", help="Run of the store; the last one by default.")] = None,
) -> None:
    """Write an earlier briefing in another format; a store's answers are used as they are, and nothing is asked."""
    from summarizer.cli.brief import format_of, gazetteer_of, ready, write

    chosen = format_of(output, format)
    ready(output)
    given = content(source)
    made = from_store(source, run) if given.startswith(SQLITE) else from_json(source, given)
    write(made, output, chosen, gazetteer_of(gazetteer))


def content(path: Path) -> bytes:
    """The bytes of a file; one that cannot be read leaves with 4."""
    try:
        return path.read_bytes()
    except OSError as error:
        say(f"summarizer: {path} cannot be read: {error.strerror}")
        raise typer.Exit(Exit.NOTHING) from None


def from_json(path: Path, given: bytes) -> "Briefing":
    """A briefing from its JSON; anything else is a usage error."""
    from pydantic import ValidationError

    from schemas import Briefing

    try:
        return Briefing.model_validate_json(given)
    except ValidationError as error:
        raise typer.BadParameter(f"{path} is neither a store nor a briefing as JSON ({error.error_count()} misfits)") from None


def from_store(path: Path, number: int | None) -> "Briefing":
    """The briefing of a run, composed again from its articles and kept answers."""
    from summarizer.cli import running

    return running.run_until_interrupted(lambda: recomposed(path, number))


async def recomposed(path: Path, number: int | None) -> "Briefing":
    """The same run once more, with a budget of nothing: an answer that is not in the store is not asked for."""
    from summarizer import api
    from summarizer.cli import running
    from summarizer.store import Store

    with Store(path) as store:
        runs = store.runs()
        run = store.run(number) if number is not None else runs[0] if runs else None
        if run is None:
            say(f"summarizer: {path} holds no such run; see `summarizer runs --store {path}`")
            raise typer.Exit(Exit.NOTHING)
        kept = [store.article(outcome.article) for outcome in store.outcomes(run=run.id) if outcome.status == "ok"]
    options = RunOptions(store=path, model=run.model)
    async with running.desk(options) as desk:
        async with aclosing(desk.work([article for article in kept if article])) as working:
            results = [result async for result in working]
        return await api.compose(results, desk.client)
