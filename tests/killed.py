"""What the fault tests run in processes of their own: a run over numbered articles, to be killed at any moment."""

import asyncio
import multiprocessing
from collections.abc import Iterator
from multiprocessing.context import ForkServerContext
from pathlib import Path

from schemas import Article
from summarizer import reading, settings
from summarizer.batch import Options, Run, Shelf
from summarizer.client import connect
from summarizer.store import Store

CONCURRENCY = 8
# What reading loads at first use is loaded once, before any process starts.
reading.article("Warm up. It takes a moment.")
PRELOADED = ["summarizer.client.filling", "summarizer.client.wire", "summarizer.embedded", "tests.killed"]


def processes() -> ForkServerContext:
    """Processes that start from one where everything is imported already, so that twenty of them take no time."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


def article(number: int) -> Article:
    """A short report with its number in it."""
    text = f"Report {number} says soldiers killed {number + 2} fighters on Monday. The army stands behind Report {number}."
    return reading.article(text, name=f"report {number}")


def articles(count: int) -> Iterator[Article]:
    """So many reports."""
    return (article(number) for number in range(count))


def work(url: str, path: Path, count: int, model: str = "asked") -> None:
    """Run over the first `count` articles."""
    asyncio.run(over(url, path, count, model))


async def over(url: str, path: Path, count: int, model: str) -> None:
    """The run itself, and nothing for a log."""
    chosen = settings.load({}, base_url=url, api_key="k", model=model, concurrency=CONCURRENCY, max_wait=0.01)
    with Store(path) as store:
        client = connect(chosen, cache=Shelf(store))
        async with Run(client, store, Options(concurrency=CONCURRENCY)) as run:
            async for _ in run.over(articles(count)):
                pass
        await client.aclose()
