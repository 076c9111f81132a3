"""What the article supports: every item of an extraction with its check, its place in the text, and its parsed value."""

from datetime import date
from decimal import Decimal
from typing import Literal

from schemas.article import Article
from schemas.extraction import Claim, Event, Extraction, Figure, Party, Repair
from schemas.record import Record

__all__ = [
    "Check",
    "CheckReport",
    "Checked",
    "Decision",
    "Disagreement",
    "Evidence",
    "Mode",
    "Provenance",
    "Qualifier",
    "Quantity",
    "QuantityKind",
    "Usage",
    "ValidatedClaim",
    "ValidatedEvent",
    "ValidatedExtraction",
    "ValidatedFigure",
    "ValidatedParty",
    "Verdict",
    "When",
    "WhenBasis",
    "WhenPrecision",
]

Verdict = Literal[
    "supported",
    "equivalent",
    "approximate",
    "imprecise",
    "derived",
    "contradicted",
    "misattributed",
    "unsupported",
    "unclear",
    "identifier",
]
Decision = Literal["accepted", "review", "rejected"]
Checked = Literal["figure", "date", "name", "quote", "reference"]
Qualifier = Literal["exact", "approx", "at_least", "more_than", "at_most", "fewer_than", "between", "vague"]
QuantityKind = Literal[
    "count",
    "money",
    "percent",
    "percentage_points",
    "duration",
    "age",
    "distance",
    "area",
    "mass",
    "volume",
    "speed",
    "temperature",
    "power",
    "data",
    "ordinal",
    "multiple",
    "fraction",
    "date",
    "year",
    "time",
    "score",
    "identifier",
    "other",
]
WhenPrecision = Literal["time", "day", "week", "month", "season", "year", "decade", "period", "unknown"]
WhenBasis = Literal["stated", "dateline", "published", "cross_article", "unresolved"]
Mode = Literal["verbatim", "mixed", "paraphrase"]

DECISIONS: dict[Verdict, Decision] = {
    "supported": "accepted",
    "equivalent": "accepted",
    "approximate": "accepted",
    "identifier": "accepted",
    "imprecise": "review",
    "derived": "review",
    "misattributed": "review",
    "unclear": "review",
    "contradicted": "rejected",
    "unsupported": "rejected",
}


class Quantity(Record):
    """The value of a figure's words: an interval with its hedge and unit."""

    kind: QuantityKind
    """What kind of number it is; numbers of different kinds are never compared."""
    low: Decimal | None
    """Lower bound in the unit; null where open or unknown."""
    high: Decimal | None
    """Upper bound in the unit; null where open or unknown."""
    qualifier: Qualifier
    """How the words hedge the value."""
    unit: str | None = None
    """Unit: a currency code (USD), or the base unit of the kind (day, year, km, kg, percent …)."""


class When(Record):
    """A date as far as the words give it; a missing year stays missing."""

    text: str
    """The words."""
    start: date | None = None
    """First day, where it can be computed."""
    end: date | None = None
    """Last day, where it can be computed."""
    year: int | None = None
    """Year, where known."""
    month: int | None = None
    """Month (1 to 12), where known."""
    day: int | None = None
    """Day of the month, where known."""
    weekday: int | None = None
    """Day of the week (Monday is 0), where the words name it."""
    precision: WhenPrecision
    """The finest unit the words give."""
    basis: WhenBasis
    """What the calendar date rests on."""


class Evidence(Record):
    """A place in an article; `article.text[start:end]` is `text`."""

    article: str
    """Id of the article."""
    name: str
    """Short name of the article."""
    sentence: int
    """Number of the sentence, from 1."""
    start: int
    """First code point in the article's text."""
    end: int
    """Code point after the last."""
    text: str
    """The words there."""
    quote: str
    """The whole sentence."""


class Check(Record):
    """The verdict on one figure, date, name or quotation, with the evidence for it."""

    of: Checked
    """What was checked."""
    item: str | None = None
    """Id of the item it belongs to, with the field ("e1.date"); null for free text."""
    text: str
    """The words that were checked."""
    start: int
    """First code point of the words in the text that was checked."""
    end: int
    """Code point after the last."""
    verdict: Verdict
    """What the source says of it."""
    explanation: str
    """One plain sentence that says why."""
    evidence: tuple[Evidence, ...] = ()
    """Where the source supports it, best first; for a rejected figure, the sentence most like it."""
    rival: Evidence | None = None
    """The nearest other figure of the same kind."""
    operation: str | None = None
    """How a derived value was computed, written out ("17 + 13 = 30")."""
    quantity: Quantity | None = None
    """The parsed value, for a figure or a date."""

    @property
    def decision(self) -> Decision:
        """Accepted, to review, or rejected."""
        return DECISIONS[self.verdict]


class Disagreement(Record):
    """Two sources that state different values of the same thing."""

    counted: str
    """What is counted."""
    statements: tuple[Evidence, ...]
    """One place for each value."""
    explanation: str
    """One plain sentence."""


class CheckReport(Record):
    """Every figure of a text with its verdict against the sources."""

    schema_version: Literal["1"] = "1"
    """Version of this record's shape."""
    checks: tuple[Check, ...]
    """One check a figure, in the order of the text."""
    disagreements: tuple[Disagreement, ...] = ()
    """Where the sources themselves differ."""

    @property
    def rejected(self) -> tuple[Check, ...]:
        """The checks that reject their figure."""
        return tuple(check for check in self.checks if check.decision == "rejected")

    @property
    def review(self) -> tuple[Check, ...]:
        """The checks that a person should look at."""
        return tuple(check for check in self.checks if check.decision == "review")


class ValidatedParty(Record):
    """A party whose names were looked up in the text."""

    id: str
    """Id inside the article, as the model gave it."""
    said: Party
    """What the model said, without ids, names and words that lead nowhere (these stay in `raw`)."""
    acronym: str | None = None
    """Acronym that the text gives for it."""
    check: Check
    """Whether the name stands in the text."""


class ValidatedEvent(Record):
    """An event whose date, places and title were checked."""

    id: str
    """Id inside the article, as the model gave it."""
    said: Event
    """What the model said, without ids, names and words that lead nowhere (these stay in `raw`)."""
    when: When | None
    """The date, resolved as far as the text allows."""
    sentences: tuple[int, ...]
    """The sentence numbers that exist and are not boilerplate."""
    checks: tuple[Check, ...]
    """Checks of its date, its places and the figures in its title."""
    decision: Decision
    """Whether it may stand in a briefing: rejected where no sentence supports it."""


class ValidatedFigure(Record):
    """A figure that was compared with its sentence."""

    id: str
    """Id inside the article, as the model gave it."""
    said: Figure
    """What the model said, without ids, names and words that lead nowhere (these stay in `raw`)."""
    start: int | None
    """First code point in the article's text, where it was found."""
    end: int | None
    """Code point after the last."""
    quantity: Quantity | None
    """The value that the words have in the text."""
    speakers: tuple[str, ...] = ()
    """Ids of the parties that state it; empty for the article's own voice or hearsay."""
    check: Check
    """The verdict, with evidence."""
    decision: Decision
    """Whether it may stand in a briefing."""


class ValidatedClaim(Record):
    """A statement whose words were found in the text."""

    id: str
    """Id inside the article, as the model gave it."""
    said: Claim
    """What the model said, without ids, names and words that lead nowhere (these stay in `raw`)."""
    start: int | None
    """First code point of the content in the article's text."""
    end: int | None
    """Code point after the last."""
    mode: Mode
    """Whether the content stands in quotation marks wholly, in part or not at all."""
    hedged: bool
    """Whether the sentence hedges it ("reportedly", "alleged")."""
    when: When | None = None
    """When it was said, as far as the text allows."""
    figures: tuple[str, ...] = ()
    """Ids of the figures inside the content."""
    check: Check
    """Whether the words stand in the text."""
    decision: Decision
    """Whether it may stand in a briefing."""


class Usage(Record):
    """Tokens over all attempts, as the endpoint reported them."""

    input: int = 0
    """Tokens of the requests."""
    cached: int = 0
    """Input tokens that the provider had in its cache."""
    output: int = 0
    """Tokens of the answers."""
    reasoning: int = 0
    """Output tokens spent on reasoning."""
    requests: int = 0
    """Requests that were answered."""
    attempts: int = 0
    """Requests that were sent, failed ones included."""
    estimated: bool = False
    """Whether the tokens are an estimate."""


class Provenance(Record):
    """How an extraction came about."""

    model: str
    """Model as the endpoint named it."""
    endpoint: Literal["embedded", "remote"]
    """Whether the rule-based model in this process answered, or an endpoint."""
    prompt: str
    """Name of the prompt ("extract.v1")."""
    prompt_digest: str
    """First sixteen hex digits of the SHA-256 of the prompt file."""
    usage: Usage
    """Tokens spent."""
    repaired: tuple[str, ...] = ()
    """Ids of the items that were sent back once."""


class ValidatedExtraction(Record):
    """What one article supports; only this may be merged."""

    schema_version: Literal["1"] = "1"
    """Version of this record's shape."""
    article: Article
    """The article."""
    issuer: str | None
    """Id of the party whose own statement the text is."""
    parties: tuple[ValidatedParty, ...]
    """The parties."""
    events: tuple[ValidatedEvent, ...]
    """The events, rejected ones included."""
    figures: tuple[ValidatedFigure, ...]
    """The figures, rejected ones included."""
    claims: tuple[ValidatedClaim, ...]
    """The claims, rejected ones included."""
    checks: tuple[Check, ...] = ()
    """Findings that belong to no single item, such as ids that point nowhere."""
    raw: Extraction
    """What the model said, unchanged."""
    repair: Repair | None = None
    """What it corrected and withdrew when asked once more; withdrawn items stay in the lists above, rejected."""
    provenance: Provenance | None = None
    """How it came about."""
