"""One article of a run: claimed, processed, and written down whatever becomes of it."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from schemas import Article, Failure
from summarizer import pipeline
from summarizer.batch.results import Options, Result, failed, failure_of, succeeded
from summarizer.client import Client, Scope
from summarizer.exceptions import StoreError, SummarizerError
from summarizer.store import Held, Outcome, Store

__all__ = ["Settler"]

logger = logging.getLogger("summarizer.batch")
# Seconds between two looks at an article that another process holds.
POLL = 0.2


class Settler:
    """Settles one article after another for a run; two copies of one article in a run are settled one after the other."""

    def __init__(self, client: Client, store: Store, options: Options, *, run: int, fingerprint: str) -> None:
        self.client, self.store, self.options, self.run, self.fingerprint = client, store, options, run, fingerprint
        self.turns: dict[str, list[asyncio.Event]] = {}
        self.own: set[str] = set()

    async def settle(self, index: int, article: Article, *, wait: bool) -> Result | None:
        """The result of one article; None where another process holds it and `wait` is false."""
        async with self.alone(article.id):
            while isinstance(self.claim(article), Held):
                if not wait:
                    return None
                await asyncio.sleep(POLL)
            result = await self.process(index, article)
            log(result.outcome)
            self.store.finish(self.run, self.fingerprint, result.outcome)
            self.own.add(article.id)
        return result

    def unread(self, index: int, failure: Failure) -> Result:
        """The result of an input that could not be read."""
        result = failed(index, failure)
        self.store.finish(self.run, self.fingerprint, result.outcome)
        return result

    def claim(self, article: Article) -> object:
        """Take the article; what this run has settled itself is known, however fresh the run is to be."""
        own = article.id in self.own
        again, retry = self.options.fresh and not own, self.options.retry and not own
        return self.store.claim(self.fingerprint, article, again=again, retry=retry)

    async def process(self, index: int, article: Article) -> Result:
        """Take an article through the pipeline; raises StoreError alone, every other failure is the article's result."""
        scope, started = self.client.scope(article.id), time.monotonic()
        try:
            extraction = await pipeline.process(article, scope, repair=self.options.repair)
        except StoreError:
            raise
        except SummarizerError as error:
            failure = failure_of(article, error.status, error.message)
        except asyncio.CancelledError:
            interrupted = failure_of(article, "interrupted", "interrupted; run again to resume")
            self.store.finish(
                self.run, self.fingerprint, failed(index, interrupted, outcome(article, scope.spent, started)).outcome
            )
            raise
        except Exception as error:
            # Only the kind of a fault is told: its message may hold article text.
            logger.error("article %s: %s", article.id, type(error).__name__)
            failure = failure_of(
                article, "internal", f"a fault of this program ({type(error).__name__} in {place(error)}); please report it"
            )
        else:
            return succeeded(index, article.path, extraction, outcome(article, scope.spent, started))
        return failed(index, failure, outcome(article, scope.spent, started))

    @asynccontextmanager
    async def alone(self, article: str) -> AsyncIterator[None]:
        """Nobody else of this process works on the article inside."""
        queue = self.turns.setdefault(article, [])
        done = asyncio.Event()
        before = queue[-1] if queue else None
        queue.append(done)
        try:
            if before:
                await before.wait()
            yield
        finally:
            done.set()
            queue.remove(done)
            if not queue:
                self.turns.pop(article, None)


def outcome(article: Article, spent: Scope, started: float) -> Outcome:
    """What an article took."""
    cached = spent.usage.attempts == 0 and spent.hits > 0
    seconds = round(time.monotonic() - started, 3)
    return Outcome(article=article.id, path=article.path, status="ok", cached=cached, usage=spent.usage, seconds=seconds)


def place(error: Exception) -> str:
    """Module and line where an exception was raised."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"


def log(outcome: Outcome) -> None:
    """One line about an article, for `-v`."""
    details = {
        "article": outcome.article,
        "status": outcome.status,
        "cached": outcome.cached,
        "seconds": outcome.seconds,
        "input": outcome.usage.input,
        "output": outcome.usage.output,
        "attempts": outcome.usage.attempts,
    }
    logger.info("article", extra={"details": details})
