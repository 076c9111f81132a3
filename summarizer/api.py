"""The Python calls: from files or articles to a briefing, with one thin synchronous face.

with a folder      summarize("articles/")
with many calls    async with Desk.open(settings) as desk: await asummarize(paths, desk=desk)
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self, TypedDict, TypeVar, Unpack

from schemas import Article, Briefing, Failure, ValidatedExtraction
from summarizer import names, pipeline, reading, settings
from summarizer.batch import Options, Progress, Result, Run, Shelf
from summarizer.client import Budget, Client, Hooks, connect
from summarizer.names import Aliases
from summarizer.settings import Settings
from summarizer.store import Store, default_path

__all__ = ["Asked", "Desk", "Source", "aextract", "asummarize", "extract", "gather", "summarize"]

Source = str | Path | Article
T = TypeVar("T")


class Asked(TypedDict, total=False):
    """The keyword arguments of `summarize` and `asummarize`."""

    published: date | None
    """Publication date of articles that do not state one."""
    publisher: str | None
    """Publisher of articles that do not state one."""
    as_of: date | None
    """As-of date of the briefing; the newest article's date where it is not given."""
    aliases: Path | None
    """Your own table of names that belong together."""
    settings: Settings | None
    """Endpoint, model, limits and store; from the environment where they are not given."""
    desk: "Desk | None"
    """An open desk, used as it is; `settings` is not read then."""


@dataclass(frozen=True)
class Desk:
    """An open endpoint and an open store, shared by any number of calls."""

    client: Client
    store: Store
    options: Options

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        chosen: Settings | None = None,
        *,
        options: Options | None = None,
        hooks: Hooks | None = None,
        budget: Budget | None = None,
    ) -> AsyncIterator[Self]:
        """A desk for the settings, closed behind you. Raises ConfigurationError and StoreError."""
        chosen = chosen or settings.load()
        options = options or Options(concurrency=chosen.concurrency)
        with Store(chosen.store or default_path() if chosen.keeps else None) as store:
            shelf = Shelf(store, fresh=options.fresh, retry=options.retry)
            client = connect(chosen, cache=shelf, hooks=hooks, budget=budget)
            try:
                yield cls(client, store, options)
            finally:
                await client.aclose()

    async def work(self, items: Iterable[Article | Failure], progress: Progress | None = None) -> AsyncGenerator[Result, None]:
        """The result of every input as it finishes; what stopped the run for all articles is raised at its end."""
        run = Run(self.client, self.store, self.options, progress=progress)
        async with run, aclosing(run.over(items)) as results:
            async for result in results:
                yield result
        if self.client.stopped:
            raise self.client.stopped


async def asummarize(sources: Source | Sequence[Source], **asked: Unpack[Asked]) -> Briefing:
    """The briefing of articles, files, folders or globs; see `Asked` for the keyword arguments.

    An article that fails stands among `Briefing.failures`. Raises what no other article would survive: a wrong key, a spent
    quota, a store that cannot be written.
    """
    desk = asked.get("desk")
    if desk is None:
        async with Desk.open(asked.get("settings")) as opened:
            asked["desk"] = opened
            return await asummarize(sources, **asked)
    items = gather(sources, published=asked.get("published"), publisher=asked.get("publisher"))
    aliases = names.load(asked.get("aliases"))
    async with aclosing(desk.work(items)) as working:
        results = [result async for result in working]
    return await compose(results, desk.client, as_of=asked.get("as_of"), aliases=aliases)


async def compose(
    results: Sequence[Result], client: Client, *, as_of: date | None = None, aliases: Aliases | None = None
) -> Briefing:
    """The briefing of a run's results, its bottom line worded by the model."""
    values = [result.value for result in results]
    composed = pipeline.compose(
        [value for value in values if isinstance(value, ValidatedExtraction)],
        [value for value in values if isinstance(value, Failure)],
        aliases=aliases,
        as_of=as_of,
    )
    return await pipeline.word(composed, client) if composed.sources else composed


async def aextract(article: Article, *, settings: Settings | None = None, desk: Desk | None = None) -> ValidatedExtraction:
    """What one article supports; raises the exceptions of `summarizer.exceptions`."""
    if desk is None:
        async with Desk.open(settings) as opened:
            return await pipeline.process(article, opened.client.scope(article.id))
    return await pipeline.process(article, desk.client.scope(article.id))


def summarize(sources: Source | Sequence[Source], **asked: Unpack[Asked]) -> Briefing:
    """`asummarize` for code that is not asynchronous; the same arguments."""
    return wait_for(asummarize(sources, **asked))


def extract(article: Article, *, settings: Settings | None = None) -> ValidatedExtraction:
    """`aextract` for code that is not asynchronous."""
    return wait_for(aextract(article, settings=settings))


def wait_for(work: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine; inside a running event loop, as in a notebook, it runs in a thread with a loop of its own."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, work).result()


def gather(
    sources: Source | Iterable[Source], *, published: date | None = None, publisher: str | None = None
) -> Iterator[Article | Failure]:
    """Every article of the sources in order; what cannot be read is a Failure among them."""
    for source in [sources] if isinstance(sources, str | Path | Article) else sources:
        if isinstance(source, Article):
            yield source
        else:
            yield from reading.read(str(source), published=published, publisher=publisher)
