"""A run: workers that share one iterator of articles, so that memory does not grow with the queue."""

import asyncio
import gc
import hashlib
import json
from collections import deque
from collections.abc import AsyncGenerator, Iterable, Iterator
from itertools import islice
from types import TracebackType
from typing import Self

import prompts
from schemas import SCHEMA_VERSION, Article, Failure
from summarizer.batch.progress import Progress
from summarizer.batch.results import Options, Result
from summarizer.batch.settling import Settler
from summarizer.client import Client
from summarizer.exceptions import SummarizerError
from summarizer.prompting.layout import PROMPTS
from summarizer.store import Store

__all__ = ["Run", "fingerprint"]

# Articles that are put aside while another process holds them; with more, a worker waits instead, so memory stays bounded.
ASIDE = 200
# Prompts that an article meets; the bottom line belongs to the briefing.
PER_ARTICLE = (PROMPTS["extract"], PROMPTS["repair"])
# Objects that a run makes between two searches for unreachable circles. With Python's 700 every article starts one, and those
# that go through everything loaded took a tenth of a run's time; with so many, ten thousand articles stay at 155 MB (both
# measured with bench.throughput).
COLLECT_AFTER = 50_000

Item = Article | Failure
Source = Iterator[tuple[int, Item]]
Queue = asyncio.Queue[Result | Exception | None]


def fingerprint(client: Client, *, repair: bool = True) -> str:
    """Hash of what must agree for a result to be the same: model, endpoint, options, prompts, schema."""
    parts = {"identity": client.identity, "prompts": digests(), "schema": SCHEMA_VERSION, "repair": repair}
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def digests() -> dict[str, str]:
    """Name and digest of every prompt that an article meets."""
    return {name: prompts.digest(name) for name in PER_ARTICLE}


class Run:
    """One run over articles: `async with Run(client, store) as run: async for result in run.over(items): …`

    Every input gives one result, as it finishes. When the run is left early, what is done is kept, and what was under way is
    given back to be resumed. The client must have a `Shelf` over the same store as its cache.
    """

    def __init__(self, client: Client, store: Store, options: Options | None = None, *, progress: Progress | None = None) -> None:
        self.client, self.store, self.options = client, store, options or Options()
        self.progress = progress or Progress()
        self.fingerprint = fingerprint(client, repair=self.options.repair)
        self.number = store.begin(self.fingerprint, model=client.model, endpoint=client.endpoint, prompts=digests())
        self.settler = Settler(client, store, self.options, run=self.number, fingerprint=self.fingerprint)
        self.aside: deque[tuple[int, Article]] = deque()
        self.tasks: list[asyncio.Task[None]] = []
        self.collecting = gc.get_threshold()

    async def __aenter__(self) -> Self:
        gc.set_threshold(max(COLLECT_AFTER, self.collecting[0]), *self.collecting[1:])
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.stop()
        gc.set_threshold(*self.collecting)
        self.store.release()
        if self.client.stopped:
            self.store.end(self.number, "stopped", self.client.stopped.message)
        elif kind is None:
            self.store.end(self.number, "done")
        else:
            self.store.end(self.number, "interrupted", str(error) if isinstance(error, SummarizerError) else None)

    async def over(self, items: Iterable[Item]) -> AsyncGenerator[Result, None]:
        """The result of every input, as it finishes; raises StoreError where the store fails."""
        part, parts = self.options.share
        source = islice(islice(enumerate(items), part - 1, None, parts), self.options.limit)
        # No more finished results wait for the caller than articles are in work.
        queue: Queue = asyncio.Queue(self.options.concurrency)
        workers = [asyncio.create_task(self.work(source, queue)) for _ in range(self.options.concurrency)]
        self.tasks = [*workers, asyncio.create_task(tell_end(workers, queue)), asyncio.create_task(self.renew())]
        try:
            while (result := await queue.get()) is not None:
                if isinstance(result, Exception):
                    raise result
                self.progress.add(result)
                yield result
        finally:
            await self.stop()

    async def stop(self) -> None:
        """End everything that is under way; articles in work are written down as interrupted."""
        tasks, self.tasks = self.tasks, []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def work(self, source: Source, queue: Queue) -> None:
        """Take inputs until there are none, then those that were put aside."""
        for index, item in source:
            if isinstance(item, Failure):
                await queue.put(self.settler.unread(index, item))
            elif result := await self.settler.settle(index, item, wait=len(self.aside) >= ASIDE):
                await queue.put(result)
            else:
                self.aside.append((index, item))
        while self.aside:
            index, article = self.aside.popleft()
            await queue.put(await self.settler.settle(index, article, wait=True))

    async def renew(self) -> None:
        """Hold the leases of this process for as long as it works."""
        while True:
            await asyncio.sleep(self.store.lease / 4)
            self.store.renew()


async def tell_end(workers: "list[asyncio.Task[None]]", queue: Queue) -> None:
    """Tell the caller when all workers are done, or what broke one."""
    try:
        await asyncio.gather(*workers)
    except Exception as error:
        await queue.put(error)
    else:
        await queue.put(None)
