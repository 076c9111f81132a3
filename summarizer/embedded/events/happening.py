"""A happening while the text is being read, and what its title is made from."""

from dataclasses import dataclass, field

from schemas.extraction import EventType, Outcome, Salience, Status
from summarizer.embedded import sentences as S
from summarizer.embedded import titles
from summarizer.embedded.triggers import Trigger

__all__ = ["Draft", "Happening"]

BETTER = 1
"""Worth by which the sentence of a new title must tell the event better than that of the old one."""


@dataclass(slots=True)
class Happening:
    """An event while the text is being read."""

    type: EventType
    triggers: list[Trigger]
    date: str | None = None
    places: list[str] = field(default_factory=list)
    things: set[str] = field(default_factory=set)
    by: dict[str, None] = field(default_factory=dict)
    against: dict[str, None] = field(default_factory=dict)
    outcome: Outcome = "not_stated"
    status: Status = "asserted"
    salience: Salience = "secondary"
    draft: "Draft | None" = None
    score: int = 0
    peak: int = 0
    other: bool = False
    """Whether the sentence goes over to it from another happening."""
    parts: dict[int, int] = field(default_factory=dict)
    """Index of a sentence → the first word from which it tells this happening."""

    indexes: list[int] = field(default_factory=list)
    """Indexes of the sentences that tell it, in order."""

    def __post_init__(self) -> None:
        """Note the sentence of its triggers."""
        self.indexes.extend(sorted({trigger.index for trigger in self.triggers}))

    @property
    def title(self) -> str:
        """Its title."""
        return self.draft.made.text if self.draft is not None else ""


@dataclass(slots=True)
class Draft:
    """What a title is made from, and how well its sentence tells the event besides it; the title is made when it is asked."""

    sentence: S.Sentence
    triggers: tuple[Trigger, ...]
    company: titles.Company
    headline: bool
    told: int
    _made: titles.Title | None = None

    @property
    def made(self) -> titles.Title:
        """The best title of the sentence."""
        if self._made is None:
            self._made = titles.best(self.sentence, self.triggers, self.company, headline=self.headline)
        return self._made

    def beats(self, other: "Draft") -> bool:
        """Whether its sentence tells the event clearly better; what cannot be better is not made."""
        worth = other.made.worth + other.told + BETTER
        if self.told + titles.most(self.triggers, headline=self.headline) <= worth:
            return False
        return self.told + self.made.worth > worth
