"""Runs over many articles: every input has one result, and nothing is asked twice."""

import asyncio
import io
import json
import logging
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from schemas import Article, Failure, Usage
from summarizer import reading, settings
from summarizer.batch import Estimate, Options, Prices, Progress, Result, Run, Shelf, estimate, show
from summarizer.batch.logs import configure
from summarizer.client import Budget, Client, Hooks, connect
from summarizer.exceptions import ConfigurationError, SummarizerError
from summarizer.store import Store
from tests.endpoint import Endpoint, serving


def article(number: int) -> Article:
    text = f"Report {number}\n\nSoldiers killed {number + 2} fighters near town {number} on Monday, the army said."
    return reading.article(text, name=f"report {number}")


def articles(count: int) -> Iterator[Article]:
    return (article(number) for number in range(count))


def client_of(
    endpoint: Endpoint, store: Store, *, hooks: Hooks | None = None, budget: Budget | None = None, **changes: object
) -> Client:
    options = {"fresh": bool(changes.pop("fresh", False)), "retry": bool(changes.pop("retry", False))}
    chosen = {"base_url": endpoint.url, "api_key": "k", "model": "asked", "max_wait": 0.01, "concurrency": 4, **changes}
    return connect(settings.load({}, **chosen), cache=Shelf(store, **options), hooks=hooks, budget=budget)


async def collect(
    client: Client, store: Store, items: Iterable[Article | Failure], options: Options | None = None
) -> list[Result]:
    async with Run(client, store, options or Options(concurrency=4)) as run:
        results = [result async for result in run.over(items)]
    await client.aclose()
    return sorted(results, key=lambda result: result.index)


def run(client: Client, store: Store, items: Iterable[Article | Failure], options: Options | None = None) -> list[Result]:
    return asyncio.run(collect(client, store, items, options))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store.sqlite") as opened:
        yield opened


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with serving() as served:
        yield served


def statuses(results: Iterable[Result]) -> list[str]:
    return [result.outcome.status for result in results]


def test_every_input_has_one_result_in_whatever_order_they_finish(endpoint: Endpoint, store: Store) -> None:
    failure = Failure(path="missing.txt", status="unreadable", message="no such file")
    results = run(client_of(endpoint, store), store, [article(1), failure, article(2)])
    assert statuses(results) == ["ok", "unreadable", "ok"]
    assert [result.value for result in results][1] == failure
    assert [outcome.status for outcome in store.outcomes(run=1)].count("ok") == 2


def test_a_second_run_asks_nothing(endpoint: Endpoint, store: Store) -> None:
    first = run(client_of(endpoint, store), store, articles(6))
    second = run(client_of(endpoint, store), store, articles(6))
    assert set(endpoint.asked.values()) == {1}
    assert [result.extraction for result in second] == [result.extraction for result in first]
    assert [result.outcome.cached for result in second] == [True] * 6
    assert store.runs()[0].usage == Usage()


def test_another_model_is_asked_anew(endpoint: Endpoint, store: Store) -> None:
    run(client_of(endpoint, store), store, articles(2))
    run(client_of(endpoint, store, model="other"), store, articles(2))
    assert set(endpoint.asked.values()) == {2}


def test_a_fresh_run_asks_everything_once_more_and_copies_once(endpoint: Endpoint, store: Store) -> None:
    run(client_of(endpoint, store), store, articles(2))
    items = [article(0), article(1), article(0)]
    results = run(client_of(endpoint, store, fresh=True), store, items, Options(concurrency=4, fresh=True))
    assert endpoint.asked == {0: 2, 1: 2}
    assert statuses(results) == ["ok"] * 3


def test_copies_of_one_article_are_asked_once_and_each_has_a_result(endpoint: Endpoint, store: Store) -> None:
    results = run(client_of(endpoint, store), store, [article(1)] * 5)
    assert endpoint.asked == {1: 1}
    assert statuses(results) == ["ok"] * 5


def test_a_refused_article_is_asked_again_only_on_demand(store: Store) -> None:
    with serving(lambda number, nth: "refusal" if nth == 0 else "good") as endpoint:
        assert statuses(run(client_of(endpoint, store), store, articles(1))) == ["refused"]
        again = run(client_of(endpoint, store), store, articles(1))
        assert (statuses(again), again[0].outcome.cached, again[0].outcome.usage) == (["refused"], True, Usage())
        assert statuses(run(client_of(endpoint, store, retry=True), store, articles(1), Options(retry=True))) == ["ok"]
        assert endpoint.asked == {0: 2}


def test_a_limit_ends_the_run(endpoint: Endpoint, store: Store) -> None:
    assert len(run(client_of(endpoint, store), store, articles(9), Options(limit=3))) == 3


def test_shares_divide_the_inputs(endpoint: Endpoint, store: Store) -> None:
    found = [run(client_of(endpoint, store), store, articles(7), Options(share=(part, 3))) for part in (1, 2, 3)]
    assert [[result.index for result in results] for results in found] == [[0, 3, 6], [1, 4], [2, 5]]


@pytest.mark.parametrize("share", [(0, 2), (3, 2), (1, 0)])
def test_a_share_that_does_not_exist_is_a_configuration_error(share: tuple[int, int]) -> None:
    with pytest.raises(ConfigurationError, match="no share"):
        Options(share=share)


def test_spent_tokens_stop_the_run_and_every_article_left_says_so(endpoint: Endpoint, store: Store) -> None:
    results = run(client_of(endpoint, store, budget=Budget(max_tokens=300)), store, articles(12), Options(concurrency=1))
    assert statuses(results) == ["ok"] * 3 + ["not_reached"] * 9
    assert "330 of 300 tokens" in (results[-1].outcome.message or "")
    assert sum(endpoint.asked.values()) == 3


def test_what_was_asked_before_is_there_however_little_may_be_spent(endpoint: Endpoint, store: Store) -> None:
    run(client_of(endpoint, store), store, articles(3))
    assert statuses(run(client_of(endpoint, store, budget=Budget(max_tokens=0)), store, articles(4))) == ["ok"] * 3 + [
        "not_reached"
    ]


def test_a_cost_that_cannot_be_known_cannot_be_limited() -> None:
    with pytest.raises(ConfigurationError, match="--prices"):
        Budget(max_cost=Decimal(1), price=lambda usage: None)


def test_no_credit_stops_the_run_at_once(store: Store) -> None:
    with serving(lambda number, nth: "quota" if number == 2 else "good") as endpoint:
        results = run(client_of(endpoint, store), store, articles(30), Options(concurrency=1))
    assert statuses(results) == ["ok", "ok", "endpoint"] + ["not_reached"] * 27
    assert (store.runs()[0].status, sum(endpoint.asked.values())) == ("stopped", 3)


def test_an_endpoint_that_is_not_there_stops_the_run(store: Store) -> None:
    with serving() as gone:
        pass
    results = run(client_of(gone, store), store, articles(30))
    assert set(statuses(results)) <= {"endpoint", "not_reached"}
    assert statuses(results).count("not_reached") >= 20
    assert store.runs()[0].status == "stopped"


def test_a_run_pauses_while_the_endpoint_is_down_and_loses_no_article(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from summarizer.client import breaker

    monkeypatch.setattr(breaker, "FIRST_PAUSE", 0.02)
    monkeypatch.setattr(breaker, "LONGEST_PAUSE", 0.02)
    pauses: list[float] = []
    asked = iter(range(10_000))
    with serving(lambda number, nth: "503" if 10 <= next(asked) < 40 else "good") as endpoint:
        hooks = Hooks(on_pause=lambda seconds, error: pauses.append(seconds))
        results = run(client_of(endpoint, store, hooks=hooks), store, articles(40))
    assert statuses(results) == ["ok"] * 40
    assert pauses


def test_a_fault_of_ours_costs_one_article_and_tells_no_text(
    endpoint: Endpoint, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from summarizer import pipeline

    process = pipeline.process

    async def faulty(given: Article, client: Client, *, repair: bool = True) -> object:
        if "Report 1\n" in given.text:
            raise KeyError(given.text)
        return await process(given, client, repair=repair)

    monkeypatch.setattr(pipeline, "process", faulty)
    results = run(client_of(endpoint, store), store, articles(3))
    assert statuses(results) == ["ok", "internal", "ok"]
    assert "Soldiers" not in f"{results[1].outcome.message} {caplog.text}"


def test_a_store_that_fails_ends_the_run_with_its_error(endpoint: Endpoint, store: Store) -> None:
    def broken() -> Iterator[Article]:
        yield article(1)
        store.database.connection.execute("DROP TABLE outcomes")
        yield from articles(5)

    with pytest.raises(SummarizerError, match="store"):
        run(client_of(endpoint, store), store, broken())


def test_leaving_a_run_early_keeps_what_is_done_and_gives_the_rest_back(endpoint: Endpoint, store: Store) -> None:
    async def leave() -> None:
        async with Run(client_of(endpoint, store), store, Options(concurrency=2)) as started:
            async for _ in started.over(articles(50)):
                raise KeyError("enough")

    with pytest.raises(KeyError):
        asyncio.run(leave())
    assert store.runs()[0].status == "interrupted"
    assert store.database.read("SELECT count(*) AS n FROM work WHERE status = 'leased'")[0]["n"] == 0
    assert statuses(run(client_of(endpoint, store), store, articles(50))) == ["ok"] * 50
    # Two in work, two that waited to be taken, and those under way when the run was left.
    assert sum(endpoint.asked.values()) <= 50 + 2


def test_an_article_of_another_process_is_waited_for(endpoint: Endpoint, store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "store.sqlite", process="elsewhere/1/1")
    client = client_of(endpoint, store)
    other.claim(Run(client, store).fingerprint, article(0))

    async def both() -> list[Result]:
        asyncio.get_running_loop().call_later(0.1, other.release)
        return await collect(client, store, articles(3))

    assert statuses(asyncio.run(both())) == ["ok"] * 3


def test_results_come_before_the_input_ends(endpoint: Endpoint, store: Store) -> None:
    read: list[int] = []

    def source() -> Iterator[Article]:
        for number in range(40):
            read.append(number)
            yield article(number)

    async def first() -> int:
        async with Run(client_of(endpoint, store), store, Options(concurrency=2)) as started:
            async for _ in started.over(source()):
                return len(read)
        return 0

    assert asyncio.run(first()) <= 8


def test_an_estimate_counts_what_is_known_and_says_it_is_one(endpoint: Endpoint, store: Store) -> None:
    run(client_of(endpoint, store), store, articles(2))
    failure = Failure(path="x", status="empty", message="empty")
    client = client_of(endpoint, store)
    found = estimate([*articles(5), failure], client, store, Prices.load())
    assert (found.articles, found.unreadable, found.cached, found.requests) == (5, 1, 2, 3)
    assert (found.tokens.estimated, found.tokens.output, found.cost) == (True, 30, None)
    assert "estimate" in found.line
    assert "price unknown" in found.line
    assert sum(endpoint.asked.values()) == 2
    assert estimate(articles(5), client, store, Prices.load(), fresh=True).requests == 5
    assert isinstance(found, Estimate)


@pytest.mark.parametrize(
    ("model", "cost"),
    [
        ("gpt-5-mini", Decimal("2.025")),
        ("gpt-5-mini-2025-08-07", Decimal("2.025")),
        ("gpt-5-mini-turbo", None),
        ("llama", None),
    ],
)
def test_a_cost_is_known_for_a_model_and_its_versions(model: str, cost: Decimal | None) -> None:
    usage = Usage(input=2_000_000, cached=1_000_000, output=875_000)
    assert Prices.load().cost(usage, model) == cost


def test_the_embedded_model_costs_nothing() -> None:
    assert Prices.load().cost(Usage(input=5), "rules", "embedded") == 0


def test_a_user_s_prices_lie_over_ours(tmp_path: Path) -> None:
    own = tmp_path / "prices.toml"
    own.write_text('[models]\nllama = { input = "1", output = "2" }\n')
    prices = Prices.load(own)
    assert prices.cost(Usage(input=1_000_000, cached=1_000_000, output=1_000_000), "llama") == 3
    assert prices.price("gpt-5-mini") == Prices.load().price("gpt-5-mini")


@pytest.mark.parametrize("text", ["models = 3", "[models]\nx = {}", "= ="])
def test_a_table_of_prices_that_is_wrong_is_a_configuration_error(tmp_path: Path, text: str) -> None:
    own = tmp_path / "prices.toml"
    own.write_text(text)
    with pytest.raises(ConfigurationError, match="cannot be used"):
        Prices.load(own)


def result_of(*, cached: bool = False, status: str = "ok") -> Result:
    from summarizer.store import Outcome

    failure = None if status == "ok" else Failure.model_validate({"path": "a", "status": status, "message": "no"})
    outcome = Outcome.model_validate({"article": "1", "path": "a", "status": status, "cached": cached, "usage": Usage(input=50)})
    return Result(0, None, failure, outcome)


def test_progress_says_how_far_and_how_fast_and_how_long() -> None:
    now = [0.0]
    progress = Progress(12, clock=lambda: now[0])
    for kind in (result_of(), result_of(cached=True), result_of(status="refused")):
        now[0] += 10
        progress.add(kind)
    assert progress.line == "3 of 12 articles, 1 failed, 1 cached, 6 a minute, 150 tokens, 2 min left"


def test_the_rate_is_that_of_the_last_minute() -> None:
    now = [0.0]
    progress = Progress(clock=lambda: now[0])
    for step in [1.0] * 100 + [60.0] * 3:
        now[0] += step
        progress.add(result_of())
    assert progress.rate == pytest.approx(2, abs=0.01)
    assert "left" not in progress.line


def test_a_log_has_one_line_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    now = [0.0]
    progress = Progress(1000, clock=lambda: now[0])
    with caplog.at_level(logging.INFO, "summarizer"), show(progress, stream=io.StringIO()):
        for _ in range(180):
            now[0] += 1
            progress.add(result_of())
    assert len(caplog.records) == 3


def test_a_terminal_has_a_bar_that_vanishes() -> None:
    stream, progress = io.StringIO(), Progress(2)
    with show(progress, stream=stream, terminal=True):
        progress.add(result_of())
    assert "1 of 2 articles" in stream.getvalue()


def test_results_stay_on_standard_output_beside_a_bar(capsys: pytest.CaptureFixture[str]) -> None:
    stream = io.StringIO()
    with show(Progress(2), stream=stream, terminal=True):
        print("a result")
    assert capsys.readouterr().out == "a result\n"
    assert "a result" not in stream.getvalue()


@pytest.fixture
def quiet() -> Iterator[None]:
    """Logging as it was, whatever a test configures."""
    logger = logging.getLogger("summarizer")
    before = (logger.handlers[:], logger.level, logger.propagate)
    yield
    logger.handlers[:], logger.level, logger.propagate = before[0], before[1], before[2]


@pytest.mark.usefixtures("quiet")
def test_logs_are_json_lines_without_article_text(endpoint: Endpoint, store: Store) -> None:
    stream = io.StringIO()
    configure(2, stream=stream, form="json")
    run(client_of(endpoint, store), store, articles(2))
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert {line["message"] for line in lines} == {"article", "request"}
    assert all(line["time"].endswith("Z") for line in lines)
    assert "Soldiers" not in stream.getvalue()


@pytest.mark.usefixtures("quiet")
def test_nothing_is_logged_unless_it_is_asked_for(endpoint: Endpoint, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    configure(0, stream=sys.stderr)
    run(client_of(endpoint, store), store, articles(2))
    assert capsys.readouterr() == ("", "")
