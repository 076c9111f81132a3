"""What a run would take, without sending anything."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import islice

from schemas import Article, Extraction, Failure, Record, Usage
from summarizer import prompting
from summarizer.batch.prices import Prices
from summarizer.client import Client
from summarizer.store import Store

__all__ = ["Estimate", "estimate"]

CHARACTERS_PER_TOKEN = 4
# An answer is about so many times as long as its article; measured on the seed articles with a large language model.
ANSWER_PER_ARTICLE = 3.3


class Estimate(Record):
    """What a run would take; tokens and cost are estimates."""

    articles: int
    """Articles that could be read."""
    unreadable: int
    """Inputs that could not."""
    cached: int
    """Articles of which every request was answered before."""
    requests: int
    """Requests that would be sent; corrections and repairs come on top."""
    tokens: Usage
    """Tokens of these requests, estimated."""
    model: str
    """Model that would be asked."""
    cost: Decimal | None
    """Estimated cost; None where the price is unknown."""
    currency: str
    """Currency of the cost."""

    @property
    def line(self) -> str:
        """Everything in one line that says it is an estimate."""
        price = "price unknown" if self.cost is None else f"{self.cost:.2f} {self.currency}"
        return (
            f"{self.articles} articles, {self.unreadable} unreadable, {self.cached} cached; estimate: {self.requests} requests "
            f"to {self.model}, about {self.tokens.input:,} tokens in and {self.tokens.output:,} out, {price}, repairs not counted"
        )


def estimate(
    items: Iterable[Article | Failure],
    client: Client,
    store: Store,
    prices: Prices,
    *,
    limit: int | None = None,
    fresh: bool = False,
) -> Estimate:
    """What a run over these inputs would take; nothing is sent and nothing is written."""
    mean = store.mean_output(Extraction.__name__)
    articles = unreadable = cached = requests = sent = received = 0
    for item in islice(items, limit):
        if isinstance(item, Failure):
            unreadable += 1
            continue
        articles += 1
        asked = [prompting.prompt(item, window) for window in prompting.windows(item)]
        unknown = [messages for messages in asked if fresh or not store.has(client.key(messages, Extraction))]
        cached += not unknown
        requests += len(unknown)
        sizes = [client.size(messages, Extraction) for messages in unknown]
        sent += sum(sizes) // CHARACTERS_PER_TOKEN
        received += len(unknown) * round(mean or len(item.text) * ANSWER_PER_ARTICLE / CHARACTERS_PER_TOKEN / max(1, len(asked)))
    tokens = Usage(input=sent, output=received, estimated=True)
    return Estimate(
        articles=articles,
        unreadable=unreadable,
        cached=cached,
        requests=requests,
        tokens=tokens,
        model=client.model,
        cost=prices.cost(tokens, client.model, client.endpoint),
        currency=prices.currency,
    )
