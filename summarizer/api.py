"""The Python calls: from files or articles to a briefing, with one thin synchronous face."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

from schemas import Article, Briefing, Failure, ValidatedExtraction
from summarizer import names, pipeline, reading, settings
from summarizer.client import Client, connect
from summarizer.exceptions import SummarizerError

__all__ = ["asummarize", "extract", "gather", "summarize"]

Source = str | Path | Article


class Options(TypedDict, total=False):
    """The keyword arguments of `asummarize`."""

    published: date | None
    publisher: str | None
    as_of: date | None
    aliases: Path | None
    settings: settings.Settings | None
    client: Client | None


async def asummarize(sources: Source | Sequence[Source], **options: Unpack[Options]) -> Briefing:
    """The briefing of articles, files, folders or globs.

    `published` and `publisher` stand in where an article does not state them, `as_of` dates the briefing, `aliases` is your
    own table of names. `client` is used as it is and stays open; otherwise one is made from `settings`, or from the
    environment. An article that fails stands among `Briefing.failures`; what no other article would survive (a wrong key)
    is raised.
    """
    chosen = options.get("settings") or settings.load()
    client = options.get("client") or connect(chosen)
    try:
        items = gather(sources, published=options.get("published"), publisher=options.get("publisher"))
        results = await work(items, client, chosen.concurrency)
        validated = [result for result in results if isinstance(result, ValidatedExtraction)]
        failures = [result for result in results if isinstance(result, Failure)]
        aliases = names.load(options.get("aliases"))
        composed = pipeline.compose(validated, failures, aliases=aliases, as_of=options.get("as_of"))
        return await pipeline.word(composed, client) if validated else composed
    finally:
        if not options.get("client"):
            await client.aclose()


def summarize(sources: Source | Sequence[Source], **options: Unpack[Options]) -> Briefing:
    """`asummarize` for code that is not asynchronous; the same arguments."""
    return asyncio.run(asummarize(sources, **options))


def extract(article: Source, *, settings_: settings.Settings | None = None) -> ValidatedExtraction:
    """What one article supports; raises the exceptions of `summarizer.exceptions`."""
    raise NotImplementedError


def gather(
    sources: Source | Iterable[Source], *, published: date | None = None, publisher: str | None = None
) -> Iterator[Article | Failure]:
    """Every article of the sources in order; what cannot be read is a Failure among them."""
    for source in [sources] if isinstance(sources, str | Path | Article) else sources:
        if isinstance(source, Article):
            yield source
        else:
            yield from reading.read(str(source), published=published, publisher=publisher)


async def work(items: Iterable[Article | Failure], client: Client, workers: int) -> list[ValidatedExtraction | Failure]:
    """Placeholder."""
    out: list[ValidatedExtraction | Failure] = []
    for item in items:
        if isinstance(item, Failure):
            out.append(item)
            continue
        try:
            out.append(await pipeline.process(item, client))
        except SummarizerError as error:
            if error.stops_run:
                raise
            out.append(Failure(path=item.path, article=item.id, status=error.status, message=str(error)))
    return out
