"""What a run gives back for each input."""

from collections import Counter
from dataclasses import dataclass

from schemas import Article, Failure, ValidatedExtraction
from summarizer.exceptions import ConfigurationError
from summarizer.store import Outcome

__all__ = ["Options", "Result"]


@dataclass(frozen=True)
class Options:
    """How a run works."""

    concurrency: int = 8
    """Articles in work at the same time."""
    repair: bool = True
    """Whether failing items are sent back once."""
    fresh: bool = False
    """Whether everything is asked again, whatever is known."""
    retry: bool = False
    """Whether articles whose answer failed (refused, truncated …) are asked again."""
    limit: int | None = None
    """Most articles to work on."""
    share: tuple[int, int] = (1, 1)
    """Which of how many shares of the inputs to take, so that several processes or machines divide them."""

    def __post_init__(self) -> None:
        part, parts = self.share
        if not 1 <= part <= parts:
            raise ConfigurationError(f"there is no share {part}/{parts}; the first of two is 1/2")


@dataclass(frozen=True)
class Result:
    """What became of one input; either an extraction or a failure."""

    index: int
    """Position among the inputs, from 0: results come as they finish."""
    extraction: ValidatedExtraction | None
    """What the article supports."""
    failure: Failure | None
    """Why there is none."""
    outcome: Outcome
    """What it took."""

    @property
    def value(self) -> ValidatedExtraction | Failure:
        """The extraction, or the failure."""
        found = self.extraction or self.failure
        if found is None:
            raise ValueError("a result holds an extraction or a failure")
        return found


def succeeded(index: int, path: str, extraction: ValidatedExtraction, outcome: Outcome) -> Result:
    """The result of an article with an extraction; its figures are counted by decision."""
    decisions = Counter(figure.decision for figure in extraction.figures)
    counts = {name: decisions[name] for name in ("accepted", "rejected", "review")}
    return Result(index, extraction, None, outcome.model_copy(update={"path": path, **counts}))


def failed(index: int, failure: Failure, outcome: Outcome | None = None) -> Result:
    """The result of an input without one."""
    known = outcome or Outcome(article=failure.article or "", path=failure.path, status=failure.status)
    update = {"path": failure.path, "status": failure.status, "message": failure.message}
    return Result(index, None, failure, known.model_copy(update=update))


def failure_of(article: Article, status: str, message: str) -> Failure:
    """A failure of an article that was read."""
    return Failure.model_validate({"path": article.path, "article": article.id, "status": status, "message": message})
