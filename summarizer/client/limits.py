"""How fast requests may go out: requests and tokens a minute, and waits that the endpoint asks for."""

import asyncio
import time
from collections.abc import Awaitable, Callable

__all__ = ["Limits"]

MINUTE = 60.0


class Bucket:
    """So many units a minute; what is not used in the first minute is not saved up beyond `burst` seconds."""

    # Seconds of unused rate that may be spent at once: enough for a smooth start, too little to break a limit by the minute.
    BURST = 3.0

    def __init__(self, per_minute: float, clock: Callable[[], float]) -> None:
        self.rate = per_minute / MINUTE
        self.clock = clock
        self.level = max(1.0, self.rate * self.BURST)
        self.most = self.level
        self.at = clock()

    def wait(self, amount: float) -> float:
        """Take an amount now and return the seconds to wait before using it; the level may go below zero."""
        now = self.clock()
        self.level = min(self.most, self.level + (now - self.at) * self.rate)
        self.at = now
        self.level -= amount
        return max(0.0, -self.level / self.rate)


class Limits:
    """Requests and tokens a minute, shared by everything that asks through one client."""

    def __init__(
        self,
        requests_per_minute: float | None = None,
        tokens_per_minute: float | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.clock, self.sleep = clock, sleep
        self.requests = Bucket(requests_per_minute, clock) if requests_per_minute else None
        self.tokens = Bucket(tokens_per_minute, clock) if tokens_per_minute else None
        self.held_until = 0.0

    async def acquire(self, tokens: int) -> None:
        """Wait until a request of so many tokens may be sent."""
        waits = [self.requests.wait(1) if self.requests else 0.0, self.tokens.wait(tokens) if self.tokens else 0.0]
        if (wait := max(waits)) > 0:
            await self.sleep(wait)
        if (held := self.held_until - self.clock()) > 0:
            await self.sleep(held)

    def settle(self, estimated: int, spent: int) -> None:
        """Correct the estimate of a request by what it cost."""
        if self.tokens:
            self.tokens.wait(spent - estimated)

    def hold(self, seconds: float) -> None:
        """Send nothing for so long: the endpoint asked one request to wait, and the others would be told the same."""
        self.held_until = max(self.held_until, self.clock() + seconds)
