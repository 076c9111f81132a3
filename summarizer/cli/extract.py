"""`summarizer extract`: what each article supports, one JSON line an article."""

import typer

from summarizer.cli.failures import Exit, say
from summarizer.cli.options import Paths, RunOptions, with_run_options

__all__ = ["extract"]


@with_run_options
def extract(paths: Paths, run: RunOptions) -> None:
    """Print what each article supports, one JSON line an article, as they finish."""
    from summarizer.cli import running

    raise typer.Exit(running.run_until_interrupted(lambda: stream(paths, run)))


async def stream(paths: list[str], run: RunOptions) -> Exit:
    """Write a line for every article that was read; 1 where one failed or a figure was rejected."""
    from summarizer.cli import running

    left, seen = Exit.OK, 0
    async with running.desk(run) as desk:
        if run.dry_run:
            await running.dry_run(desk, running.articles(paths, run), run)
            return Exit.OK
        async for result in running.results(desk, running.articles(paths, run)):
            if result.extraction is None:
                left = Exit.REJECTED
                continue
            seen += 1
            print(result.extraction.model_dump_json(), flush=True)
            if result.outcome.rejected:
                left = Exit.REJECTED
    if not seen:
        say("summarizer: no article could be read")
        return Exit.NOTHING
    return left
