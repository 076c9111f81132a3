"""How far a run is: a bar on a terminal, one line a minute in a log."""

import logging
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from schemas import Usage
from summarizer.batch.results import Result
from summarizer.client import total as sum_of

__all__ = ["Progress", "show"]

logger = logging.getLogger("summarizer.progress")

# Seconds over which the rate is measured, and between two lines in a log.
MINUTE = 60.0


class Progress:
    """Counts results as they come; `total` is how many inputs there are, where that is known."""

    def __init__(self, total: int | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.total, self.clock, self.started = total, clock, clock()
        self.done = self.failed = self.cached = 0
        self.usage = Usage()
        self.recent: deque[float] = deque()
        self.listener: Callable[[Progress], None] | None = None

    def add(self, result: Result) -> None:
        """Count one result."""
        self.done += 1
        self.failed += result.failure is not None
        self.cached += result.outcome.cached
        self.usage = sum_of((self.usage, result.outcome.usage))
        self.recent.append(self.clock())
        while self.recent[0] < self.recent[-1] - MINUTE:
            self.recent.popleft()
        if self.listener:
            self.listener(self)

    @property
    def rate(self) -> float:
        """Articles a minute, over the last minute."""
        if not self.recent:
            return 0.0
        since = self.started if len(self.recent) == self.done else self.recent[0]
        return len(self.recent) / max(self.clock() - since, 0.001) * MINUTE

    @property
    def left(self) -> float | None:
        """Seconds until the end at this rate; None where the number of inputs is unknown."""
        if self.total is None or not self.rate:
            return None
        return max(0, self.total - self.done) / self.rate * MINUTE

    @property
    def line(self) -> str:
        """Everything in one line."""
        tokens = f"{'about ' if self.usage.estimated else ''}{self.usage.input + self.usage.output:,} tokens"
        parts = [f"{self.done}{f' of {self.total}' if self.total is not None else ''} articles", f"{self.failed} failed"]
        parts += [f"{self.cached} cached", f"{self.rate:.0f} a minute", tokens]
        return ", ".join([*parts, *([f"{duration(self.left)} left"] if self.left else [])])


def duration(seconds: float) -> str:
    """Seconds as a person says them."""
    if seconds < MINUTE:
        return f"{seconds:.0f} s"
    minutes = round(seconds / MINUTE)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"


@contextmanager
def show(progress: Progress, *, stream: TextIO, terminal: bool | None = None) -> Iterator[Progress]:
    """Show a run while the block lasts: a bar where `stream` is a terminal, else one line a minute in the log."""
    if stream.isatty() if terminal is None else terminal:
        with bar(progress, stream) as shown:
            progress.listener = shown
            yield progress
    else:
        progress.listener = Lines(progress.clock)
        yield progress
    progress.listener = None


class Lines:
    """One line a minute."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock, self.last = clock, clock()

    def __call__(self, progress: Progress) -> None:
        if self.clock() - self.last >= MINUTE:
            self.last = self.clock()
            logger.info(progress.line)


@contextmanager
def bar(progress: Progress, stream: TextIO) -> Iterator[Callable[[Progress], None]]:
    """A bar that vanishes at the end; rich is imported for it alone."""
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Rich

    columns = (BarColumn(bar_width=24), TextColumn("{task.description}", markup=False))
    console = Console(file=stream, force_terminal=True)
    # rich would write to the bar's stream what is meant for standard output; only on one and the same terminal is that right.
    with Rich(*columns, console=console, transient=True, redirect_stdout=sys.stdout.isatty()) as shown:
        task = shown.add_task(progress.line, total=progress.total)

        def update(now: Progress) -> None:
            shown.update(task, completed=now.done, total=now.total, description=now.line)

        yield update
