"""Limits, the breaker and the brake: how fast, when not at all, and when no more."""

import asyncio
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Usage
from summarizer.client.breaker import Breaker
from summarizer.client.budget import Brake, Budget
from summarizer.client.limits import Limits
from summarizer.exceptions import BudgetSpent, EndpointDown, RateLimited, Refused, RunStopped, ServerFailed


class Time:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def limits(time: Time, requests: float | None = None, tokens: float | None = None) -> Limits:
    return Limits(requests, tokens, clock=time.clock, sleep=time.sleep)


def sent(bound: Limits, time: Time, *sizes: int) -> list[float]:
    """When each request goes out."""

    async def send() -> list[float]:
        times = []
        for size in sizes:
            await bound.acquire(size)
            times.append(time.now)
        return times

    return asyncio.run(send())


def test_without_limits_nothing_waits() -> None:
    time = Time()
    assert sent(limits(time), time, 10**9, 10**9) == [0, 0]


@given(st.floats(1, 10_000), st.integers(2, 50))
def test_no_minute_has_more_requests_than_allowed_beyond_the_burst(per_minute: float, count: int) -> None:
    time = Time()
    times = sent(limits(time, per_minute), time, *[1] * count)
    burst = max(1.0, per_minute / 20)
    assert all(at >= (place - burst) / per_minute * 60 - 1e-6 for place, at in enumerate(times, 1))


def test_tokens_are_corrected_by_what_a_request_cost() -> None:
    time = Time()
    bound = limits(time, tokens=60)
    sent(bound, time, 3)
    bound.settle(3, 63)
    assert sent(bound, time, 1)[0] == pytest.approx(61, abs=0.1)


def test_a_wait_that_one_request_is_told_holds_for_all() -> None:
    time = Time()
    bound = limits(time)
    bound.hold(7)
    assert sent(bound, time, 1) == [7]


FAILURE = ServerFailed("it failed")


def test_the_breaker_opens_after_failures_in_a_row_and_closes_with_an_answer() -> None:
    breaker = Breaker(patience=60)
    breaker.succeeded()
    for _ in range(4):
        breaker.failed(FAILURE)
    assert not breaker.open
    breaker.failed(FAILURE)
    assert breaker.open
    breaker.succeeded()
    assert not breaker.open


@pytest.mark.parametrize("error", [RateLimited("slow"), Refused("no")])
def test_an_endpoint_that_refuses_or_limits_is_there(error: RateLimited | Refused) -> None:
    breaker = Breaker(patience=60)
    for _ in range(50):
        breaker.failed(error)
    assert not breaker.open


def test_one_moment_that_hits_every_article_in_work_is_no_outage() -> None:
    breaker = Breaker(patience=60, concurrency=50)
    breaker.succeeded()
    for _ in range(49):
        breaker.failed(FAILURE)
    assert not breaker.open


def test_an_endpoint_that_never_answered_is_not_waited_for() -> None:
    breaker = Breaker(patience=60)
    for _ in range(4):
        breaker.failed(FAILURE)
    with pytest.raises(EndpointDown, match="none was answered"):
        breaker.failed(FAILURE)


def test_patience_ends() -> None:
    now = [0.0]
    breaker = Breaker(patience=60, clock=lambda: now[0])
    breaker.succeeded()
    for _ in range(5):
        breaker.failed(FAILURE)
    now[0] = 61
    with pytest.raises(EndpointDown, match="run again to resume"):
        breaker.failed(FAILURE)


def test_pauses_grow_and_are_told() -> None:
    told: list[float] = []
    breaker = Breaker(patience=60, on_pause=lambda seconds, error: told.append(seconds))
    breaker.succeeded()
    for _ in range(5):
        breaker.failed(FAILURE)
    breaker.pause = 0.001

    async def probe() -> list[bool]:
        return [await breaker.wait(), await breaker.wait()]

    assert asyncio.run(probe()) == [True, True]
    assert told == [0.001, 0.002]


def test_who_waits_goes_on_as_soon_as_the_endpoint_answers() -> None:
    breaker = Breaker(patience=60)
    breaker.succeeded()
    for _ in range(5):
        breaker.failed(FAILURE)

    async def wait() -> bool:
        asyncio.get_running_loop().call_later(0.01, breaker.succeeded)
        return await asyncio.wait_for(breaker.wait(), 1)

    assert asyncio.run(wait()) is False


def test_a_pulled_brake_ends_every_sleep_and_names_the_first_reason() -> None:
    brake = Brake()

    async def stop() -> None:
        asyncio.get_running_loop().call_later(0.01, brake.pull, FAILURE)
        await asyncio.wait_for(brake.nap(60), 1)

    asyncio.run(stop())
    brake.pull(Refused("later"))
    with pytest.raises(RunStopped, match="not asked: it failed"):
        brake.check()


def test_a_budget_counts_tokens_and_money() -> None:
    budget = Budget(max_cost=Decimal(1), price=lambda usage: Decimal(usage.input) / 100)
    budget.add(Usage(input=60, output=5))
    budget.check()
    budget.add(Usage(input=60))
    assert (budget.tokens, budget.cost) == (125, Decimal("1.2"))
    with pytest.raises(BudgetSpent, match=r"1\.2000 of 1 USD"):
        budget.check()
