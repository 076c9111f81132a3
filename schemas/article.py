"""What was read: one article's text, its sentences, what it says of itself, and what is not news in it."""

from datetime import date
from typing import Literal

from schemas.record import Record

__all__ = ["Article", "Boilerplate", "BoilerplateKind", "Dateline", "MetadataBasis", "Sentence", "Stated", "StatedDate"]

BoilerplateKind = Literal[
    "advertisement",
    "author",
    "byline",
    "comment_prompt",
    "contact",
    "copyright",
    "image",
    "navigation",
    "origin_link",
    "other",
    "read_more",
    "repeated",
    "subscribe",
    "summary_box",
    "timestamp",
]
MetadataBasis = Literal["dateline", "file", "masthead", "option", "text"]


class Stated(Record):
    """A word about the article, with where it was found."""

    value: str
    """The word, as the basis gives it."""
    basis: MetadataBasis
    """Where it was found: in the text, in its dateline or masthead, or given by the caller."""
    start: int | None = None
    """First code point in the article's text, where it stands there."""
    end: int | None = None
    """Code point after the last."""


class StatedDate(Record):
    """A calendar date of the article, with where it was found."""

    value: date
    """The date."""
    basis: MetadataBasis
    """Where it was found: in the text, in its dateline or masthead, or given by the caller."""
    start: int | None = None
    """First code point in the article's text, where it stands there."""
    end: int | None = None
    """Code point after the last."""


class Dateline(Record):
    """Place, date and agency in front of the first sentence."""

    place: str | None
    """The place, as written."""
    date: str | None
    """The words of the date, as written."""
    agency: str | None
    """The news agency, as written."""
    start: int
    """First code point in the article's text."""
    end: int
    """Code point after the last."""


class Boilerplate(Record):
    """A stretch of the text that is not news."""

    kind: BoilerplateKind
    """What it is."""
    start: int
    """First code point in the article's text."""
    end: int
    """Code point after the last."""


class Sentence(Record):
    """One sentence; `article.text[start:end]` is its text, without surrounding white space."""

    number: int
    """Position in the article, from 1; boilerplate sentences are counted too."""
    start: int
    """First code point in the article's text."""
    end: int
    """Code point after the last."""
    paragraph: int
    """Position of its paragraph in the article, from 1."""
    role: Literal["body", "boilerplate", "headline", "standfirst"] = "body"
    """What the sentence is in the article."""
    boilerplate: BoilerplateKind | None = None
    """Kind of boilerplate, where the role is boilerplate."""


class Article(Record):
    """One article as it was read, normalised once (NFC, line feeds); every offset counts code points of `text`."""

    schema_version: Literal["1"] = "1"
    """Version of this record's shape."""
    id: str
    """First sixteen hex digits of the SHA-256 of the text."""
    name: str
    """Short name for references: the file's name without its ending, or what the caller gave."""
    path: str
    """Where it was read from, as given; `-` for standard input."""
    text: str
    """The text."""
    headline: Stated | None = None
    """The headline, where the text has one."""
    dateline: Dateline | None = None
    """The dateline, where the text has one."""
    publisher: Stated | None = None
    """Who published it."""
    published: StatedDate | None = None
    """When it was published."""
    sentences: tuple[Sentence, ...] = ()
    """Every sentence in order, boilerplate included."""
    boilerplate: tuple[Boilerplate, ...] = ()
    """Every stretch that is not news, in order."""

    def sentence(self, number: int) -> str:
        """The text of sentence `number` (from 1); IndexError where there is none."""
        if not 1 <= number <= len(self.sentences):
            raise IndexError(number)
        found = self.sentences[number - 1]
        return self.text[found.start : found.end]
