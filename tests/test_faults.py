"""A bad day: every kind of failure at once, processes that are killed, and two that share one store."""

import asyncio
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from summarizer import settings
from summarizer.batch import Options, Result, Run, Shelf
from summarizer.client import connect
from summarizer.store import Store
from tests.endpoint import RESET, SILENCE, Endpoint, serving
from tests.killed import CONCURRENCY, articles, processes, work

# What an article meets, in order, and what becomes of it.
COURSES: list[tuple[list[str], str]] = [
    (["good"], "ok"),
    (["429 in milliseconds", "good"], "ok"),
    (["429 in seconds", "good"], "ok"),
    (["429 by date", "good"], "ok"),
    (["500", "503", "good"], "ok"),
    (["html", "good"], "ok"),
    (["cut json", "good"], "ok"),
    ([RESET, "good"], "ok"),
    ([SILENCE, "good"], "ok"),
    (["misfit", "good"], "ok"),
    (["misfit", "500", "misfit", "good"], "ok"),
    (["misfit", "misfit", "misfit"], "schema"),
    (["500", "no choices"], "no_answer"),
    (["empty"], "no_answer"),
    (["refusal"], "refused"),
    (["filter"], "content_filter"),
    (["truncated", "good", "good"], "ok"),  # asked again in two halves
    (["truncated", "good", "truncated"], "truncated"),
    (["400"], "endpoint"),
    (["500", "503", "500", "500"], "endpoint"),
]
PAID = {"content_filter", "no_answer", "ok", "refused", "schema", "truncated"}


def courses(count: int) -> list[tuple[list[str], str]]:
    """A course for each of so many articles, every kind equally often, shuffled the same way each time."""
    dealt = [COURSES[number % len(COURSES)] for number in range(count)]
    random.Random(6).shuffle(dealt)  # noqa: S311 - a fixed order, not a secret
    return dealt


async def collect(endpoint: Endpoint, store: Store, count: int, **changes: object) -> list[Result]:
    chosen = {"base_url": endpoint.url, "api_key": "k", "model": "asked", "attempts": 4, "max_wait": 0.005, "timeout": 0.5}
    given = settings.load({}, **chosen, **changes, concurrency=20)
    client = connect(given, cache=Shelf(store))
    async with Run(client, store, Options(concurrency=20)) as run:
        results = [result async for result in run.over(articles(count))]
    await client.aclose()
    return sorted(results, key=lambda result: result.index)


def test_every_failure_at_once_leaves_every_article_with_its_status_and_every_request_accounted_for(tmp_path: Path) -> None:
    dealt = courses(300)
    with serving(lambda article, nth: dealt[article][0][nth]) as endpoint, Store(tmp_path / "store.sqlite") as store:
        results = asyncio.run(collect(endpoint, store, 300))
        assert [result.outcome.status for result in results] == [status for _, status in dealt]
        assert endpoint.asked == {number: len(course) for number, (course, _) in enumerate(dealt)}
        run = store.runs()[0]
        assert (run.articles, run.usage.attempts) == (300, sum(endpoint.asked.values()))
        answered = sum(kind in ANSWERED for course, _ in dealt for kind in course)
        assert (run.usage.requests, run.usage.input) == (answered, 100 * answered)


# Replies that hold a completion with usage, and so are paid for.
ANSWERED = {"empty", "filter", "good", "misfit", "no choices", "refusal", "truncated"}


def test_a_second_run_after_a_bad_day_asks_only_for_what_was_not_paid(tmp_path: Path) -> None:
    dealt = courses(100)
    script = {"course": lambda article, nth: dealt[article][0][nth]}
    with serving(lambda article, nth: script["course"](article, nth)) as endpoint, Store(tmp_path / "store.sqlite") as store:
        asyncio.run(collect(endpoint, store, 100))
        first = Counter(endpoint.asked)
        script["course"] = lambda article, nth: "good"
        results = asyncio.run(collect(endpoint, store, 100))
        unpaid = [number for number, (_, status) in enumerate(dealt) if status not in PAID]
        assert endpoint.asked - first == dict.fromkeys(unpaid, 1)
        assert [result.outcome.status for result in results] == ["ok" if status not in PAID else status for _, status in dealt]


def answers(path: Path) -> int:
    with sqlite3.connect(path) as plain:
        return int(plain.execute("SELECT count(*) FROM answers").fetchone()[0])


def has_runs(path: Path, count: int) -> bool:
    with sqlite3.connect(path) as plain:
        return int(plain.execute("SELECT count(*) FROM runs").fetchone()[0]) >= count


def settled(path: Path) -> set[int]:
    """Numbers of the articles that are done."""
    with sqlite3.connect(path) as plain:
        rows = plain.execute("SELECT name FROM work JOIN articles ON articles.id = work.article WHERE status = 'ok'").fetchall()
    return {int(name.split()[-1]) for (name,) in rows}


@pytest.mark.slow
def test_a_run_that_is_killed_twenty_times_ends_with_every_article_once(tmp_path: Path) -> None:
    path, context, chance = tmp_path / "store.sqlite", processes(), random.Random(20)  # noqa: S311 - a fixed order, not a secret
    Store(path).close()
    kills = 0
    with serving(latency=0.05) as endpoint:
        while kills < 20:
            process = context.Process(target=work, args=(endpoint.url, path, 500))
            process.start()
            wait_until(partial(has_runs, path, kills + 1))
            time.sleep(chance.uniform(0.05, 0.35))
            alive = process.is_alive()
            process.kill()
            process.join()
            assert alive, "the run ended before it was killed; give it more articles"
            kills += 1
            done, before = settled(path), Counter(endpoint.asked)
        last = context.Process(target=work, args=(endpoint.url, path, 500))
        last.start()
        last.join()
        assert last.exitcode == 0
    assert settled(path) == set(range(500))
    assert answers(path) == 500
    assert {number: endpoint.asked[number] for number in done} == {number: before[number] for number in done}
    assert sum(count - 1 for count in endpoint.asked.values()) <= kills * CONCURRENCY
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def wait_until(ready: Callable[[], bool]) -> None:
    """Wait for something, half a minute at most."""
    for _ in range(3000):
        if ready():
            return
        time.sleep(0.01)
    raise AssertionError("it never happened")


@pytest.mark.slow
def test_two_processes_on_one_store_ask_each_article_once(tmp_path: Path) -> None:
    path, context = tmp_path / "store.sqlite", processes()
    with serving(latency=0.01) as endpoint:
        both = [context.Process(target=work, args=(endpoint.url, path, 500)) for _ in range(2)]
        for process in both:
            process.start()
        for process in both:
            process.join()
    assert [process.exitcode for process in both] == [0, 0]
    assert endpoint.asked == dict.fromkeys(range(500), 1)
    with Store(path) as store:
        assert [(run.articles, run.ok) for run in store.runs()] == [(500, 500)] * 2
        assert sum(run.usage.requests for run in store.runs()) == 500


@pytest.mark.slow
def test_an_interrupt_ends_a_run_and_keeps_what_is_done(tmp_path: Path) -> None:
    path, context = tmp_path / "store.sqlite", processes()
    with serving(lambda article, nth: SILENCE if article >= 40 else "good") as endpoint:
        process = context.Process(target=work, args=(endpoint.url, path, 500))
        process.start()
        wait_until(lambda: path.exists() and sum(endpoint.asked.values()) >= 40 + CONCURRENCY)
        os.kill(process.pid or 0, signal.SIGINT)
        # It takes a third of a second; a busy machine may take longer, but never as long as the requests under way would.
        process.join(10)
        assert process.exitcode is not None
    assert settled(path) == set(range(40))
    with Store(path) as store:
        run = store.runs()[0]
        assert (run.status, run.ok, run.failed) == ("interrupted", 40, CONCURRENCY)
        assert store.database.read("SELECT count(*) AS n FROM work WHERE status = 'leased'")[0]["n"] == 0


@pytest.mark.slow
def test_a_run_against_the_embedded_model_in_a_second_process(tmp_path: Path) -> None:
    pytest.importorskip("uvicorn")
    with served_by_uvicorn(tmp_path / "log") as url:
        path = tmp_path / "store.sqlite"
        for _ in range(2):
            work(url, path, 60, "embedded-rules")
    with Store(path) as store:
        second, first = store.runs()
    assert (first.ok, first.cached, first.usage.attempts >= 60) == (60, 0, True)
    assert (second.ok, second.cached, second.usage.attempts) == (60, 60, 0)


@contextmanager
def served_by_uvicorn(log: Path) -> Iterator[str]:
    """The embedded model as a server of its own."""
    with log.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "summarizer.embedded:app", "--port", "0"], stdout=stream, stderr=stream
        )
    try:
        wait_until(lambda: "running on http://" in log.read_text())
        yield log.read_text().split("running on ")[1].split()[0] + "/v1"
    finally:
        process.terminate()
        process.wait()
