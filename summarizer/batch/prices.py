"""What tokens cost: a small dated table, which users can lay their own over; what is not in it is unknown, not zero."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from schemas import Record, Usage
from summarizer.client import Endpoint
from summarizer.exceptions import ConfigurationError

__all__ = ["Price", "Prices"]

MILLION = Decimal(1_000_000)
# What may follow the name of a model in the name that an endpoint reports: a date, or a version of the provider.
VERSION = re.compile(r"[-@](?:\d{4}-?\d{2}-?\d{2}|\d{3,4}|latest|preview)\Z")


class Price(Record):
    """Price of one model for a million tokens."""

    input: Decimal
    """Tokens of the requests."""
    cached: Decimal | None = None
    """Input tokens that the provider had in its cache; as input where it is not given."""
    output: Decimal
    """Tokens of the answers, reasoning included."""

    def cost(self, usage: Usage) -> Decimal:
        """What so many tokens cost."""
        cached = self.input if self.cached is None else self.cached
        fresh = max(0, usage.input - usage.cached)
        return (fresh * self.input + usage.cached * cached + usage.output * self.output) / MILLION


class Prices(Record):
    """Prices by the name of the model."""

    currency: str = "USD"
    """Currency of all prices."""
    dated: date
    """When they were looked up."""
    models: Mapping[str, Price]
    """Price by the name of the model."""

    @classmethod
    def load(cls, path: Path | None = None) -> Self:
        """The table that comes along, with the user's laid over it; raises ConfigurationError where that one is wrong."""
        own = cls.model_validate(tomllib.loads((files("summarizer.batch") / "prices.toml").read_text(encoding="utf-8")))
        if path is None:
            return own
        try:
            given = cls.model_validate({"dated": own.dated, **tomllib.loads(path.read_text(encoding="utf-8"))})
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
            raise ConfigurationError(f"the table of prices {path} cannot be used: {reason(error)}") from None
        if given.currency != own.currency:
            return given
        return given.model_copy(update={"models": {**own.models, **given.models}})

    def price(self, model: str) -> Price | None:
        """The price of a model or of the model that it is a version of; None where it is unknown."""
        return self.models.get(model) or self.models.get(VERSION.sub("", model))

    def cost(self, usage: Usage, model: str, endpoint: Endpoint = "remote") -> Decimal | None:
        """What a usage costs; zero for the embedded model, None where the price is unknown."""
        if endpoint == "embedded":
            return Decimal(0)
        found = self.price(model)
        return found.cost(usage) if found else None


def reason(error: Exception) -> str:
    """One line about a file that cannot be used."""
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}" for problem in error.errors()[:3])
    return str(error)
