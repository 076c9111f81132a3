"""What the model says of one article: parties first, then four flat lists that point to one another by id.

The sentence under each field is read by people and by the model. Types follow the ACLED and UCDP codebooks.
"""

from typing import Literal

from schemas.record import Record

__all__ = [
    "Act",
    "Claim",
    "Event",
    "EventType",
    "Extraction",
    "Figure",
    "Measure",
    "Outcome",
    "Party",
    "PartyType",
    "Repair",
    "Salience",
    "Scope",
    "Status",
]

PartyType = Literal[
    "state_forces",
    "police",
    "government",
    "armed_group",
    "militia",
    "private_military",
    "alliance",
    "igo_ngo",
    "media",
    "civilians",
    "company",
    "person",
    "other",
]
EventType = Literal[
    "battle",
    "bombing",
    "shelling_or_missile",
    "air_or_drone_strike",
    "attack_on_civilians",
    "abduction",
    "military_operation",
    "arrest_or_seizure",
    "security_measure",
    "protest",
    "riot",
    "agreement_or_cooperation",
    "sanction_or_withdrawal",
    "political_change",
    "statement",
    "displacement_or_humanitarian",
    "disaster_or_accident",
    "crime",
    "other",
]
Outcome = Literal[
    "repelled",
    "position_overrun",
    "position_retaken",
    "held_temporarily",
    "destroyed",
    "ongoing",
    "agreed",
    "disputed",
    "not_stated",
]
Status = Literal["asserted", "attributed", "hedged", "denied", "planned", "hypothetical"]
Salience = Literal["main", "secondary", "background"]
Measure = Literal[
    "killed",
    "wounded",
    "neutralised",
    "captured",
    "missing",
    "displaced",
    "affected",
    "materiel",
    "territory",
    "count",
    "money",
    "distance",
    "duration",
    "percentage",
    "other",
]
Scope = Literal["incident", "cumulative", "part_of"]
Act = Literal[
    "asserts",
    "announces",
    "confirms",
    "denies",
    "claims_responsibility",
    "accuses",
    "condemns",
    "warns",
    "predicts",
    "promises",
    "threatens",
    "urges",
    "assesses",
    "declines_to_say",
]


class Party(Record):
    """A person, force, group, body or population that acts, suffers or speaks."""

    id: str
    """Short id: p1, p2, …"""
    name: str
    """The fullest name the text gives, copied."""
    also: tuple[str, ...] = ()
    """Other words the text uses for the same party, copied: acronyms, short names, descriptions."""
    type: PartyType
    """What the party is; never judge it."""
    part_of: str | None = None
    """Id of the party it belongs to or speaks for."""


class Event(Record):
    """Something that happened, is happening, is planned or is denied."""

    id: str
    """Short id: e1, e2, …"""
    type: EventType
    """What kind of happening it is."""
    title: str
    """What happened, in at most 12 words, without figures that the sentences lack."""
    date: str | None = None
    """The words that date it, copied; null where the text gives none."""
    places: tuple[str, ...] = ()
    """Where, as written, relation included ("50 km west of Kidal")."""
    by: tuple[str, ...] = ()
    """Ids of the parties that act."""
    against: tuple[str, ...] = ()
    """Ids of the parties acted upon."""
    outcome: Outcome
    """How it ended, as the text states it."""
    status: Status
    """How the text presents it: as fact, through a speaker, hedged, denied, planned or hypothetical."""
    salience: Salience
    """Whether it is the news, beside it, or background."""
    sentences: tuple[int, ...]
    """Numbers of the sentences that tell it."""


class Figure(Record):
    """A number with what it counts; once for each sentence that states it."""

    id: str
    """Short id: f1, f2, …"""
    event: str | None = None
    """Id of the event it measures; null where it measures none."""
    text: str
    """The number with its hedge or unit, copied ("at least 100", "30-day")."""
    counted: str
    """What is counted, copied ("Malian and Wagner troops")."""
    measure: Measure
    """What the figure measures."""
    parties: tuple[str, ...] = ()
    """Ids of the parties that suffered it or own it."""
    scope: Scope
    """One incident, a total over a period or several incidents, or a part of a stated total."""
    claim: str | None = None
    """Id of the claim it was said in; null in the article's own voice."""
    sentence: int
    """Number of the sentence that states it."""


class Claim(Record):
    """What somebody said, announced, denied or declined to say."""

    id: str
    """Short id: c1, c2, …"""
    speakers: tuple[str, ...] = ()
    """Ids of the parties that say it; none for "reportedly"."""
    act: Act
    """What the speaker does by saying it."""
    said: str | None = None
    """Words that date or place the statement, copied ("in a communiqué on Friday")."""
    content: str
    """What was said: one contiguous passage, copied word for word, without its quotation marks."""
    about: tuple[str, ...] = ()
    """Ids of the events it is about."""
    sentence: int
    """Number of the sentence in which the passage begins."""


class Extraction(Record):
    """What one article reports: who, what, how many, and who said so."""

    schema_version: Literal["1"] = "1"
    """Version of this record's shape; not asked of the model."""
    issuer: str | None = None
    """Id of the party whose own statement the text is (press release, communiqué); null for reporting."""
    parties: tuple[Party, ...]
    """Every party, once."""
    events: tuple[Event, ...]
    """Every event, once."""
    figures: tuple[Figure, ...]
    """Every figure, once for each sentence that states it; dates are not figures."""
    claims: tuple[Claim, ...]
    """Every statement with a speaker, or marked as hearsay."""


class Repair(Record):
    """Corrected items only; an item that the text does not support is dropped, not bent."""

    figures: tuple[Figure, ...] = ()
    """Corrected figures, each with the id it had."""
    claims: tuple[Claim, ...] = ()
    """Corrected claims, each with the id it had."""
    events: tuple[Event, ...] = ()
    """Corrected events, each with the id it had."""
    parties: tuple[Party, ...] = ()
    """Corrected parties, each with the id it had."""
    dropped: tuple[str, ...] = ()
    """Ids of items that the text does not support."""
