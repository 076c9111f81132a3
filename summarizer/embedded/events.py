"""What happened: triggers in sentences, joined to events with their date, places, actors, outcome, status and salience."""

from collections import Counter
from dataclasses import dataclass, field

from schemas.extraction import EventType, Outcome, Salience, Status
from summarizer import dates
from summarizer.embedded import cues, phrases
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.embedded.names import ACTORS, THIRD, Parties

__all__ = ["Happening", "Trigger", "find"]

NEAR = 3
"""Sentences. A mention further away joins only an event that shares a place or the main type."""
LEAD = 1.5
"""Weight of an event told in the headline or the first sentence."""
SHARE = 0.8
"""Share of the weightiest event's weight that makes another one of the opening main too."""
TITLE_WORDS = 12
"""Words of a title, as the record's field asks."""


@dataclass(slots=True, frozen=True)
class Trigger:
    """A word that names a happening, at words `first` to `last` of the sentence with index `index`."""

    index: int
    first: int
    last: int
    type: EventType
    weight: int
    kind: str


@dataclass(slots=True)
class Happening:
    """An event while the text is being read."""

    type: EventType
    triggers: list[Trigger]
    date: str | None = None
    places: list[str] = field(default_factory=list)
    by: dict[str, None] = field(default_factory=dict)
    against: dict[str, None] = field(default_factory=dict)
    outcome: Outcome = "not_stated"
    status: Status = "asserted"
    salience: Salience = "secondary"
    title: str = ""
    score: int = 0
    peak: int = 0

    @property
    def indexes(self) -> list[int]:
        """Indexes of the sentences that tell it, in order."""
        return sorted({trigger.index for trigger in self.triggers})


def _table() -> dict[str, list[tuple[tuple[str, ...], EventType, int, str]]]:
    """First word → phrases that begin with it, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], EventType, int, str]]] = {}
    for given, kind, type_, weight in tables.rows("triggers"):
        if kind == "v":
            first, *rest = given.split()
            phrases = [" ".join([form, *rest]) for form in (tables.forms(given) if not rest else tables.forms(first))]
        elif kind == "n":
            phrases = list(tables.nouns(given)) if not given.endswith("s") else [given]
        else:
            phrases = [form.strip() for form in given.split(",")]
        for phrase in phrases:
            parts = tuple(phrase.split())
            found.setdefault(parts[0], []).append((parts, type_, int(weight), kind))  # type: ignore[arg-type]  # checked by a test
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in found.items()}


TRIGGERS = _table()


def triggers(text: S.Text, index: int) -> list[Trigger]:
    """The triggers of one sentence, in order; the longest phrase at a place counts."""
    s = text.sentences[index]
    found = []
    place = 0
    while place < len(s.lows):
        for parts, type_, weight, kind in TRIGGERS.get(s.lows[place], ()):
            size = len(parts)
            if size == 1 or tuple(s.lows[place : place + size]) == parts:
                found.append(Trigger(index, place, place + size - 1, type_, weight, kind))
                place += size - 1
                break
        place += 1
    return found


class Finder:
    """One pass over the sentences."""

    def __init__(self, text: S.Text, parties: Parties) -> None:
        self.text = text
        self.parties = parties
        self.found: list[Happening] = []

    def run(self, attributed: set[int]) -> list[Happening]:
        """The events, in the order of their first sentences; `attributed` holds indexes of sentences inside claims."""
        for index, sentence in enumerate(self.text.sentences):
            happening = self._sentence(index, sentence, attributed)
            if happening is not None:
                self._join(happening)
        self._rank()
        return self.found

    def _sentence(self, index: int, s: S.Sentence, attributed: set[int]) -> Happening | None:
        """The event that one sentence tells, if any."""
        found = triggers(self.text, index)
        if not found:
            return None
        scores: Counter[EventType] = Counter()
        for trigger in found:
            scores[trigger.type] += trigger.weight
        best = max(scores, key=lambda type_: scores[type_])
        if scores[best] < 2 and not any(trigger.kind == "v" or trigger.weight > 1 for trigger in found):
            return None
        own = [trigger for trigger in found if trigger.type == best]
        happening = Happening(_shifted(best, s), own, score=scores[best], peak=scores[best])
        happening.places = phrases.places(s, self.text.upper)
        dated = dates.find(s.text)
        happening.date = s.text[dated[0].start : dated[0].end] if dated else None
        self._actors(happening, index, s, own)
        happening.status = self._status(s, own[0], index in attributed)
        happening.outcome = _outcome(s)
        happening.title = _title(s, own)
        return happening

    def _actors(self, happening: Happening, index: int, s: S.Sentence, own: list[Trigger]) -> None:
        """Who acts and who is acted upon, from the words around the first trigger that tells."""
        for trigger in own:
            by, against = _roles(s, trigger)
            for target, span in ((happening.by, by), (happening.against, against)):
                if span is not None and not target and actor(s, *span):
                    target.update(dict.fromkeys(self.parties.of(index, *span)))
            if happening.by and happening.against:
                return

    def _status(self, s: S.Sentence, trigger: Trigger, attributed: bool) -> Status:
        """How the sentence presents the happening."""
        lows = s.lows
        near = lows[max(0, trigger.first - 4) : trigger.first]
        if any(low in S.NEGATIONS for low in near) or "denied" in near:
            return "denied"
        if any(low in ("if", "could", "might", "would", "may") for low in near):
            return "hypothetical"
        if any(low in ("will", "plans", "planned", "planning", "shall", "upcoming") for low in near):
            return "planned"
        if "reportedly" in lows or "allegedly" in lows or "suspected" in near:
            return "hedged"
        return "attributed" if attributed else "asserted"

    def _join(self, new: Happening) -> None:
        """Join a sentence's event to an earlier one of the same type that it continues."""
        for old in reversed(self.found):
            if old.type == new.type and self._same(old, new):
                old.triggers.extend(new.triggers)
                old.date = old.date or new.date
                old.by.update(new.by if not old.by else {})
                old.against.update(new.against if not old.against else {})
                old.places.extend(place for place in new.places if place not in old.places)
                if new.peak > old.peak + 2:
                    old.peak, old.title = new.peak, new.title
                old.score += new.score
                if old.outcome == "not_stated":
                    old.outcome = new.outcome
                return
        self.found.append(new)

    def _same(self, old: Happening, new: Happening) -> bool:
        """Whether two mentions can be one event: near, and neither date nor place against it."""
        if old.date and new.date and old.date != new.date:
            return False
        near = new.indexes[0] - old.indexes[-1] <= NEAR
        shared = bool(set(old.places) & set(new.places))
        return shared or (near and not (old.places and new.places))

    def _rank(self) -> None:
        """Salience: the weightiest event of the opening is main, with others like it; earlier years are background."""
        if not self.found:
            return
        weights = [one.score * (LEAD if one.indexes[0] <= 1 else 1.0) for one in self.found]
        best = max(weights)
        for one, weight in zip(self.found, weights, strict=True):
            first = one.indexes[0]
            if weight == best or (first <= 2 and weight >= best * SHARE):
                one.salience = "main"
            elif _past(self.text.sentences[first]):
                one.salience = "background"
        self.found.sort(key=lambda one: one.salience != "main")


CONTEXTS = tables.vocabulary("contexts")
SHIFTS = [
    (row[0], frozenset(row[1].split(" + ")), frozenset(row[2].split(" + ")) - {"-"}, row[3]) for row in tables.rows("shifts")
]


def _shifted(type_: EventType, s: S.Sentence) -> EventType:
    """The type that the company of the triggers makes of it."""
    lows = set(s.lows)
    for before, having, lacking, after in SHIFTS:
        if before != type_ or any(lows & CONTEXTS[name] for name in lacking):
            continue
        if all(lows & CONTEXTS[name] for name in having):
            return after  # type: ignore[return-value]  # checked by a test
    return type_


def actor(s: S.Sentence, first: int, last: int) -> bool:
    """Whether the words name somebody who can act."""
    return (
        any(s.lows[place] in ACTORS or s.lows[place] in S.TITLES for place in range(first, last + 1))
        or (any(word.isupper() and len(word) > 1 for word in s.words[first : last + 1]) and not s.text.isupper())
        or s.lows[first] in THIRD
    )


def _roles(s: S.Sentence, trigger: Trigger) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Word spans of the one who acts and the one acted upon."""
    if trigger.kind == "n":
        return _after(s, trigger, ("by",)), _after(s, trigger, ("on", "against", "targeting"))
    before = s.lows[trigger.first - 1] if trigger.first else ""
    passive = before in cues.BE or (trigger.first > 1 and s.lows[trigger.first - 2] in cues.BE)
    subject = phrases.preceding(s, trigger.first)
    if passive:
        return _after(s, trigger, ("by",)), subject
    return subject, phrases.following(s, trigger.last + 1)


def _after(s: S.Sentence, trigger: Trigger, prepositions: tuple[str, ...]) -> tuple[int, int] | None:
    """The noun phrase after one of the prepositions, close behind the trigger."""
    for place in range(trigger.last + 1, min(trigger.last + 12, len(s.lows) - 1)):
        if s.lows[place] in prepositions:
            return phrases.following(s, place + 1)
        if s.words[place] in (".", ";"):
            return None
    return None


OUTCOMES: dict[str, Outcome] = {
    form: row[1]  # type: ignore[misc]  # checked by a test
    for row in tables.rows("outcomes")
    for form in tables.forms(row[0])
}
PAST = frozenset(["earlier", "previously", "last", "ago", "since"])


def _outcome(s: S.Sentence) -> Outcome:
    """How it ended, as the words of the sentence state it."""
    for place, low in enumerate(s.lows):
        if low in OUTCOMES and not s.quoted[place]:
            return OUTCOMES[low]
    return "not_stated"


def _past(s: S.Sentence) -> bool:
    """Whether a sentence recalls something from earlier: it names a year, or says so."""
    return any((low.isdigit() and len(low) == 4 and low[0] in "12") or low in PAST for low in s.lows)


def _title(s: S.Sentence, own: list[Trigger]) -> str:
    """At most twelve words of the sentence around its first trigger."""
    last = own[0].last
    first = 0
    for place in range(own[0].first, -1, -1):
        if s.words[place] in (",", ";", ":", "“", '"', "—"):
            first = place + 1
            break
    end = len(s.words) - 1
    for place in range(last + 1, len(s.words)):
        if s.words[place] in (",", ";", ".", "”", '"', "—", ":"):
            end = place - 1
            break
    if end - first + 1 > TITLE_WORDS:
        first = max(first, min(own[0].first - 5, end - TITLE_WORDS + 1))
    end = min(end, first + TITLE_WORDS - 1)
    return s.span(first, max(first, end))


def find(text: S.Text, parties: Parties, attributed: set[int]) -> list[Happening]:
    """The events of a text."""
    return Finder(text, parties).run(attributed)
