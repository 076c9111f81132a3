"""The briefing: what is printed, each line with the places it rests on."""

from datetime import date
from typing import Literal

from schemas.cluster import Story
from schemas.record import Record
from schemas.validation import Check, Evidence, ValidatedExtraction

__all__ = ["Briefing", "Failure", "FailureStatus", "Lead", "LeadLine", "Line", "Source", "Strip", "Unverified"]

FailureStatus = Literal[
    "boilerplate_only",
    "deadline",
    "empty",
    "endpoint",
    "interrupted",
    "no_answer",
    "refused",
    "schema",
    "too_large",
    "truncated",
    "unreadable",
    "content_filter",
    "not_reached",
    "internal",
]


class Failure(Record):
    """An input that gave no extraction."""

    path: str
    """The path, as given."""
    article: str | None = None
    """Id of the article, where it was read."""
    status: FailureStatus
    """What went wrong, in one word."""
    message: str
    """What happened and what to do next, without the path."""


class Source(Record):
    """One article of the briefing, under the label that references use."""

    label: str
    """Label in references: A1, A2, …"""
    article: str
    """Id of the article."""
    name: str
    """Short name."""
    path: str
    """Where it was read from."""
    headline: str | None
    """Headline, where known."""
    publisher: str | None
    """Publisher, where known."""
    published: date | None
    """Date of publication, where known."""


class Line(Record):
    """One sentence of the bottom line, with what it cites."""

    text: str
    """The sentence."""
    evidence: tuple[Evidence, ...]
    """The places that support it."""
    items: tuple[str, ...]
    """Ids of the event clusters, figure groups and claim groups it is made from."""


class LeadLine(Record):
    """One sentence of a bottom line, as the model words it."""

    text: str
    """One plain sentence."""
    items: tuple[str, ...]
    """Ids of all records that it rests on."""


class Lead(Record):
    """A bottom line as the model words it."""

    lines: tuple[LeadLine, ...]
    """Three to five sentences, most important first."""


class Strip(Record):
    """How much of the briefing holds."""

    verified: int
    """Figures that the text supports."""
    review: int
    """Figures that a person should look at."""
    contested: int
    """Figure groups on which sources differ."""
    rejected: int
    """Figures that the text does not support."""
    origins: int
    """Independent origins of figures."""


class Unverified(Record):
    """A figure, date, name or quotation that was left out, with the reason."""

    article: str
    """Id of the article."""
    name: str
    """Short name of the article."""
    item: str
    """Id of the item inside the article."""
    check: Check
    """The check that it failed."""


class Briefing(Record):
    """A briefing with everything it rests on."""

    schema_version: Literal["1"] = "1"
    """Version of this record's shape."""
    id: str
    """Hash of the articles' and the extractions' content."""
    title: str
    """Title, from the main events."""
    as_of: date | None
    """Date of the newest article, or as given; never the clock."""
    period_start: date | None
    """First day of the main and secondary events."""
    period_end: date | None
    """Last day."""
    bottom_line: tuple[Line, ...]
    """Three to five sentences."""
    worded_by: Literal["rules", "model"]
    """Whether the bottom line was composed by rules, or worded by the model and checked."""
    strip: Strip
    """How much of it holds."""
    story: Story
    """Events, figures, claims, parties, unknowns."""
    unverified: tuple[Unverified, ...]
    """What was left out, and why."""
    sources: tuple[Source, ...]
    """The articles, sorted by date and name."""
    extractions: tuple[ValidatedExtraction, ...]
    """What each article supports, in the order of the sources."""
    failures: tuple[Failure, ...] = ()
    """Inputs that gave nothing."""
