"""A run over articles from the command line: settings from the options, progress on standard error, results as they finish."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import aclosing, asynccontextmanager
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeVar

import typer

from summarizer.cli.failures import Exit, say
from summarizer.cli.options import RunOptions, parse_day

if TYPE_CHECKING:
    from schemas import Article, Failure
    from summarizer.api import Desk
    from summarizer.batch import Options, Progress, Result
    from summarizer.client import Budget
    from summarizer.settings import Settings

__all__ = ["announce", "articles", "desk", "dry_run", "nothing", "results", "run_until_interrupted"]

T = TypeVar("T")
# Statuses of failures for which the endpoint or the configuration is to blame, not the articles.
ENDPOINT = {"content_filter", "deadline", "endpoint", "no_answer", "not_reached", "refused", "schema", "truncated"}
# Seconds that a cancelled run has to end by itself, before a read or a computation that holds it up is broken off.
GRACE = 0.6


def settings_of(run: RunOptions) -> "Settings":
    """The settings: options before environment before defaults."""
    from summarizer import settings
    from summarizer.exceptions import ConfigurationError

    if run.no_store and run.store:
        raise typer.BadParameter("--store and --no-store exclude one another; leave one out")
    settings.load()  # what is wrong in the environment is a matter of configuration, what is wrong in an option one of usage
    try:
        return overlaid(run)
    except ConfigurationError as error:
        raise typer.BadParameter(optioned(str(error))) from None


def optioned(message: str) -> str:
    """A message on settings that speaks of the options they came from: max_tokens as --max-tokens."""
    found = message.removeprefix("wrong setting: ").split("; ")
    return "; ".join(re.sub(r"^\w+(?=:)", lambda name: "--" + name[0].replace("_", "-"), one) for one in found)


def overlaid(run: RunOptions) -> "Settings":
    """The options laid over the environment; raises ConfigurationError."""
    from summarizer import settings

    return settings.load(
        model=run.model,
        base_url=run.base_url,
        mode=run.mode,
        max_output_tokens=run.max_output_tokens,
        store=settings.NO_STORE if run.no_store else run.store,
        concurrency=run.concurrency,
        requests_per_minute=run.requests_per_minute,
        tokens_per_minute=run.tokens_per_minute,
        deadline=run.deadline,
        prices=run.prices,
    )


def options_of(run: RunOptions, chosen: "Settings") -> "Options":
    """How the run works."""
    from summarizer.batch import Options
    from summarizer.exceptions import ConfigurationError

    try:
        first, _, last = (run.share or "1/1").partition("/")
        share = (int(first), int(last))
    except ValueError:
        raise typer.BadParameter(f"--share {run.share!r} is not of the form 1/2") from None
    try:
        return Options(
            concurrency=chosen.concurrency,
            repair=run.repair,
            fresh=run.fresh,
            retry=run.retry_failed,
            limit=run.limit,
            share=share,
        )
    except ConfigurationError as error:
        raise typer.BadParameter(str(error)) from None


def budget_of(run: RunOptions, chosen: "Settings") -> "Budget":
    """What the run may spend; a wrong amount is a usage error."""
    from summarizer.batch import Prices
    from summarizer.client import DEFAULT_MODEL, Budget, Endpoint

    try:
        cost = Decimal(run.max_cost) if run.max_cost is not None else None
        if cost is not None and not (cost.is_finite() and cost > 0):
            raise InvalidOperation
    except InvalidOperation:
        raise typer.BadParameter(f"--max-cost {run.max_cost!r} is not an amount; write it as 2.50") from None
    prices = Prices.load(chosen.prices)
    model = chosen.model or DEFAULT_MODEL
    endpoint: Endpoint = "embedded" if chosen.embedded else "remote"
    return Budget(
        max_tokens=run.max_tokens,
        max_cost=cost,
        price=lambda usage: prices.cost(usage, model, endpoint),
        currency=prices.currency,
    )


def articles(paths: Iterable[str], run: RunOptions) -> Iterable["Article | Failure"]:
    """The inputs, read one by one as the run takes them; a wrong date is a usage error at once."""
    from summarizer import api

    return api.gather(list(paths), published=parse_day(run.published), publisher=run.publisher)


@asynccontextmanager
async def desk(run: RunOptions) -> AsyncIterator["Desk"]:
    """An open endpoint and store for the options; says on standard error when the embedded model answers."""
    from summarizer import api
    from summarizer.batch import logs

    if run.log_format not in ("json", "text"):
        raise typer.BadParameter(f"--log-format takes json or text, not {run.log_format!r}")
    logs.configure(run.verbose, stream=sys.stderr, form="json" if run.log_format == "json" else "text")
    chosen = settings_of(run)
    options, budget = options_of(run, chosen), budget_of(run, chosen)
    announce(chosen)
    async with api.Desk.open(chosen, options=options, budget=budget) as opened:
        yield opened


def announce(chosen: "Settings") -> None:
    """Say what the embedded model is, where it answers."""
    if chosen.embedded:
        say(
            "no key and no endpoint: the embedded model answers from rules; for a language model set OPENAI_API_KEY or --base-url"
        )


async def results(
    opened: "Desk", items: Iterable["Article | Failure"], progress: "Progress | None" = None
) -> AsyncGenerator["Result", None]:
    """The results of the run as they finish; every failure is a line on standard error at once."""
    from summarizer.batch import Progress, show

    with show(progress or Progress(), stream=sys.stderr) as shown:
        async with aclosing(opened.work(items, shown)) as working:
            async for result in working:
                if result.failure is not None:
                    say(f"summarizer: {result.failure.path}: {result.failure.message}")
                yield result


def nothing(statuses: Iterable[str]) -> Exit:
    """How to leave when no article gave anything: 3 where the endpoint is to blame, else 4."""
    if blamed := sorted(set(statuses) & ENDPOINT):
        say(f"summarizer: the model gave nothing for any article ({', '.join(blamed)})")
        return Exit.ENDPOINT
    say("summarizer: no article could be read, so there is nothing to do")
    return Exit.NOTHING


async def dry_run(opened: "Desk", items: Iterable["Article | Failure"], run: RunOptions) -> Exit:
    """Print what the run would ask; nothing is sent."""
    from summarizer.batch import Prices, estimate

    prices = Prices.load(settings_of(run).prices)
    found = estimate(told(items), opened.client, opened.store, prices, limit=run.limit, fresh=run.fresh)
    print(found.line)
    return Exit.OK if found.articles else Exit.NOTHING


def told(items: Iterable["Article | Failure"]) -> Iterator["Article | Failure"]:
    """The same inputs, each failure said on standard error."""
    from schemas import Failure

    for item in items:
        if isinstance(item, Failure):
            say(f"summarizer: {item.path}: {item.message}")
        yield item


def run_until_interrupted(main: Callable[[], Awaitable[T]]) -> T:
    """Run to the end, or leave with 130 at the first Ctrl-C or SIGTERM; what is finished is kept."""

    async def guarded() -> T:
        task = asyncio.ensure_future(main())
        if sys.platform != "win32":  # there KeyboardInterrupt does the same
            heed(task, asyncio.get_running_loop())
        return await task

    try:
        return asyncio.run(guarded())
    except (asyncio.CancelledError, KeyboardInterrupt):
        say("summarizer: interrupted; what was finished is kept, run again to resume")
        raise typer.Exit(Exit.INTERRUPTED) from None


def heed(task: "asyncio.Future[T]", loop: asyncio.AbstractEventLoop) -> None:
    """Cancel the task at SIGINT or SIGTERM, and break off what does not let go of the loop (a pipe that gives nothing)."""

    def stop(*_: object) -> None:
        task.cancel()
        loop.call_soon_threadsafe(lambda: None)
        signal.signal(signal.SIGALRM, insist)
        signal.setitimer(signal.ITIMER_REAL, GRACE)

    def insist(*_: object) -> None:
        if not task.done():
            raise KeyboardInterrupt

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, stop)
    task.add_done_callback(lambda _: signal.setitimer(signal.ITIMER_REAL, 0))
