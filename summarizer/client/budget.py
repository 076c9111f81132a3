"""How much a run may spend, and what stops it."""

import asyncio
from collections.abc import Callable
from decimal import Decimal

from schemas import Usage
from summarizer.exceptions import BudgetSpent, ConfigurationError, RunStopped, SummarizerError

__all__ = ["Brake", "Budget"]

Price = Callable[[Usage], Decimal | None]


class Budget:
    """Tokens and money that all requests of a client may spend together.

    Requests that are under way when it is spent are still paid: at most as many as there are articles in work.
    """

    def __init__(
        self, *, max_tokens: int | None = None, max_cost: Decimal | None = None, price: Price | None = None, currency: str = "USD"
    ) -> None:
        if max_cost is not None and (price is None or price(Usage()) is None):
            raise ConfigurationError("--max-cost needs the price of the model; give it with --prices, or use --max-tokens")
        self.max_tokens, self.max_cost, self.price, self.currency = max_tokens, max_cost, price, currency
        self.tokens, self.cost = 0, Decimal(0)

    def add(self, usage: Usage) -> None:
        """Count one request."""
        self.tokens += usage.input + usage.output
        if self.price:
            self.cost += self.price(usage) or 0

    def check(self) -> None:
        """Raise BudgetSpent where nothing is left."""
        if self.max_tokens is not None and self.tokens >= self.max_tokens:
            raise BudgetSpent(f"not asked: {self.tokens} of {self.max_tokens} tokens are spent; raise --max-tokens and run again")
        if self.max_cost is not None and self.cost >= self.max_cost:
            raise BudgetSpent(
                f"not asked: {self.cost:.4f} of {self.max_cost} {self.currency} are spent; raise --max-cost and run again"
            )


class Brake:
    """Stops a run: after a failure that every other article would meet as well, nothing is sent any more."""

    def __init__(self) -> None:
        self.reason: SummarizerError | None = None
        self.pulled = asyncio.Event()

    def pull(self, reason: SummarizerError) -> None:
        """Stop; the first reason is the one that is told."""
        self.reason = self.reason or reason
        self.pulled.set()

    def check(self) -> None:
        """Raise RunStopped where the run has been stopped."""
        if self.reason:
            raise RunStopped(f"not asked: {self.reason.message}")

    async def nap(self, seconds: float) -> None:
        """Sleep so long, or until the run is stopped."""
        if seconds <= 0:
            return
        try:
            await asyncio.wait_for(self.pulled.wait(), seconds)
        except TimeoutError:
            return
