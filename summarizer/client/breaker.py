"""A circuit breaker: while the endpoint is down nothing is sent but one probe now and then, and no article fails for it."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable

from summarizer.exceptions import BadReply, EndpointDown, ServerFailed, SummarizerError, TimedOut, Unreachable

__all__ = ["Breaker", "Pause"]

logger = logging.getLogger("summarizer.client")

# Failures in a row, over all articles, after which the endpoint counts as down; never fewer than there are articles in work, so
# that one bad moment, which hits all of them, does not count as an outage.
THRESHOLD = 5
# Seconds until the first probe; each further pause is twice as long, up to the longest.
FIRST_PAUSE, LONGEST_PAUSE = 5.0, 120.0
DOWN = (BadReply, ServerFailed, TimedOut, Unreachable)

Pause = Callable[[float, SummarizerError], None]
"""Called with the seconds of a pause and the failure behind it."""


class Breaker:
    """Counts failures in a row; closed while the endpoint answers, open while it does not."""

    def __init__(
        self,
        *,
        patience: float,
        concurrency: int = 1,
        on_pause: Pause | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.patience, self.threshold = patience, max(THRESHOLD, concurrency)
        self.on_pause, self.clock = on_pause, clock
        self.failures = 0
        self.answered = False
        self.opened: float | None = None
        self.pause = FIRST_PAUSE
        self.last: SummarizerError | None = None
        self.turn = asyncio.Lock()
        self.closed = asyncio.Event()

    @property
    def open(self) -> bool:
        """Whether the endpoint counts as down."""
        return self.opened is not None

    def succeeded(self) -> None:
        """The endpoint answered, be it with a refusal or a limit: it is there."""
        if self.open:
            logger.warning("the endpoint answers again")
        self.failures, self.answered, self.opened, self.pause = 0, True, None, FIRST_PAUSE
        self.closed.set()

    def give_up(self) -> None:
        """Let everyone go who waits: the run has been stopped."""
        self.opened = None
        self.closed.set()

    def failed(self, error: SummarizerError) -> None:
        """One request failed; raises EndpointDown where the endpoint has never answered or patience has run out."""
        if not isinstance(error, DOWN):
            return self.succeeded()
        self.failures, self.last = self.failures + 1, error
        if self.failures < self.threshold:
            return None
        if not self.answered:
            raise EndpointDown(f"{error.message} ({self.failures} requests failed and none was answered)")
        if self.opened is None:
            self.opened = self.clock()
            self.closed.clear()
        elif self.clock() - self.opened >= self.patience:
            raise EndpointDown(
                f"{error.message} (nothing was answered for {self.clock() - self.opened:.0f} s); run again to resume"
            )
        return None

    async def wait(self) -> bool:
        """Pass at once while closed; while open, one caller at a time waits out a pause and returns True: it is the probe."""
        if not self.open:
            return False
        async with self.turn:
            if not self.open:
                return False
            seconds, self.pause = self.pause, min(self.pause * 2, LONGEST_PAUSE)
            if self.on_pause and self.last:
                self.on_pause(seconds, self.last)
            logger.warning("the endpoint is down; next attempt in %.0f s", seconds)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.closed.wait(), seconds)
            return self.open
