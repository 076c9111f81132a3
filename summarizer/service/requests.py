"""What the service is asked: records whose bounds stand in the OpenAPI document."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from schemas import Article, Record
from summarizer import reading
from summarizer.reading.files import LARGEST

__all__ = ["MAXIMUM_ARTICLES", "MAXIMUM_CHARACTERS", "ArticleIn", "BriefingIn", "CheckIn", "article_of"]

# A request is answered while the caller waits; more articles than this belong into a batch run.
MAXIMUM_ARTICLES = 200
# Characters of all texts of one request: as much as the largest file that is read, so that a request cannot hold a processor
# for longer than the largest article does.
MAXIMUM_CHARACTERS = LARGEST
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def with_words(text: str) -> str:
    """The text; refused where nothing in it is a letter or a digit."""
    if not any(character.isalnum() for character in text):
        raise ValueError("there is no text in it")
    return text


def written(value: object) -> object:
    """A date as it is written; Pydantic alone would take 17 for a day in 1970."""
    if value is not None and not (isinstance(value, str) and DAY.fullmatch(value)):
        raise ValueError("it is not a date; write it as YYYY-MM-DD")
    return value


Day = Annotated[date, BeforeValidator(written)]
Text = Annotated[
    str,
    Field(min_length=1, max_length=MAXIMUM_CHARACTERS, json_schema_extra={"pattern": r"[\p{L}\p{N}]"}),
    AfterValidator(with_words),
]


class ArticleIn(Record):
    """One article of a request."""

    text: Text
    """The text."""
    name: Annotated[str, Field(max_length=200)] = "text"
    """Short name for references."""
    published: Day | None = None
    """Publication date, where the text does not state it."""
    publisher: Annotated[str, Field(max_length=200)] | None = None
    """Publisher, where the text does not state it."""


Articles = Annotated[tuple[ArticleIn, ...], Field(min_length=1, max_length=MAXIMUM_ARTICLES)]


class BriefingIn(Record):
    """A request for a briefing."""

    articles: Articles
    """The articles."""
    as_of: Day | None = None
    """As-of date of the briefing; the newest article's date where it is not given."""

    @model_validator(mode="after")
    def bounded(self) -> Self:
        """Refuse what would take too long to wait for."""
        refuse_above(given.text for given in self.articles)
        return self


class CheckIn(Record):
    """A request to check a text."""

    text: Annotated[str, Field(max_length=MAXIMUM_CHARACTERS)]
    """The text whose figures are checked."""
    sources: Articles
    """The articles it is checked against."""

    @model_validator(mode="after")
    def bounded(self) -> Self:
        """Refuse what would take too long to wait for."""
        refuse_above((self.text, *(given.text for given in self.sources)))
        return self


def refuse_above(texts: Iterable[str]) -> None:
    """Raise ValueError for more characters than a request may hold."""
    if sum(map(len, texts)) > MAXIMUM_CHARACTERS:
        raise ValueError(f"the texts have more than {MAXIMUM_CHARACTERS:,} characters together; use a batch run")


def article_of(given: ArticleIn) -> Article:
    """The article of a request, read like a file."""
    return reading.article(given.text, name=given.name, published=given.published, publisher=given.publisher)
