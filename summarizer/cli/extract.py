"""`summarizer extract`: what each article supports, one JSON line an article."""

from contextlib import aclosing

import typer

from summarizer.cli.failures import Exit, data
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

    left, failed = Exit.NOTHING, list[str]()
    items = running.articles(paths, run)
    async with running.desk(run) as desk:
        if run.dry_run:
            return await running.dry_run(desk, items, run)
        async with aclosing(running.results(desk, items)) as results:
            async for result in results:
                if result.failure is not None:
                    failed.append(result.failure.status)
                if result.extraction is not None:
                    data(result.extraction.model_dump_json())
                    left = Exit.REJECTED if result.outcome.rejected or left is Exit.REJECTED else Exit.OK
    if left is Exit.NOTHING:
        return running.nothing(failed)
    return Exit.REJECTED if failed else left
