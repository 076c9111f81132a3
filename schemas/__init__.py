"""Records of the summarizer: what an article says, what it supports, and what several support together.

A step takes a record and returns a new one; nothing here imports anything but Pydantic.
"""

from schemas.article import Article, Boilerplate, Dateline, Sentence, Stated, StatedDate
from schemas.briefing import Briefing, Failure, Line, Source, Strip, Unverified
from schemas.cluster import (
    Appearance,
    ClaimGroup,
    EventCluster,
    FigureGroup,
    GroupedParty,
    Link,
    Member,
    NameLink,
    Statement,
    Story,
    Unknown,
)
from schemas.extraction import Claim, Event, Extraction, Figure, Party, Repair
from schemas.record import SCHEMA_VERSION, Record
from schemas.validation import (
    Check,
    CheckReport,
    Disagreement,
    Evidence,
    Provenance,
    Quantity,
    Usage,
    ValidatedClaim,
    ValidatedEvent,
    ValidatedExtraction,
    ValidatedFigure,
    ValidatedParty,
    When,
)

__all__ = [
    "SCHEMA_VERSION",
    "Appearance",
    "Article",
    "Boilerplate",
    "Briefing",
    "Check",
    "CheckReport",
    "Claim",
    "ClaimGroup",
    "Dateline",
    "Disagreement",
    "Event",
    "EventCluster",
    "Evidence",
    "Extraction",
    "Failure",
    "Figure",
    "FigureGroup",
    "GroupedParty",
    "Line",
    "Link",
    "Member",
    "NameLink",
    "Party",
    "Provenance",
    "Quantity",
    "Record",
    "Repair",
    "Sentence",
    "Source",
    "Stated",
    "StatedDate",
    "Statement",
    "Story",
    "Strip",
    "Unknown",
    "Unverified",
    "Usage",
    "ValidatedClaim",
    "ValidatedEvent",
    "ValidatedExtraction",
    "ValidatedFigure",
    "ValidatedParty",
    "When",
]
