"""What happened: triggers in sentences, joined to events with their date, places, actors, outcome, status and salience."""

from collections import Counter
from functools import cached_property

from schemas.extraction import EventType
from summarizer.embedded import borders, counts, phrases, roles, titles, triggers
from summarizer.embedded import sentences as S
from summarizer.embedded.events import telling
from summarizer.embedded.events.happening import Draft, Happening
from summarizer.embedded.events.telling import PAST
from summarizer.embedded.parties import Parties
from summarizer.embedded.triggers import Trigger

__all__ = ["NEAR", "Happening", "find"]

NEAR = 3
"""Sentences. A mention further away joins only an event that shares a place or the main type."""
LEAD = 1.5
"""Weight of an event told in the headline or the first sentence."""
SHARE = 0.8
"""Share of the weightiest event's weight that makes another one of the opening main too."""
OPENING = 2
"""Index of the last sentence that counts as the opening."""
SPORT = 2
"""Different words of sport that make a text one about sport."""
STRONG = 3
"""Weight of a trigger that needs no other word of violence in the text."""
VIOLENT = frozenset({"air_or_drone_strike", "attack_on_civilians", "battle", "bombing", "shelling_or_missile"})
DEADLY = VIOLENT | {"crime", "disaster_or_accident", "military_operation", "protest", "riot"}
"""Types of events that have victims."""
UNTOLD = frozenset({"denied", "hypothetical", "planned"})
"""Status of a sentence that does not tell the happening itself."""
EXACT = counts.NUMBERS - {"couple", "dozens", "half", "hundreds", "millions", "one", "scores", "several", "thousands"}
"""Number words that count something."""
RECENT = 12
"""Events. A sentence continues none that was begun before these."""


class Finder:
    """One pass over the sentences."""

    def __init__(self, text: S.Text, parties: Parties) -> None:
        self.text = text
        self.parties = parties
        self.found: list[Happening] = []

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that the text writes without a capital, and never with one inside a sentence."""
        return _small(self.text)

    def run(self, attributed: set[int]) -> list[Happening]:
        """The events, in the order of their first sentences; `attributed` holds indexes of sentences inside claims."""
        for index, sentence in enumerate(self.text.sentences):
            for part, other in borders.parts(sentence):
                happening = self._sentence(index, part, attributed)
                if happening is not None:
                    happening.other = other
                    happening.parts[index] = 0 if part is sentence or not other else telling.first(part)
                    self._join(happening)
        if not self._violent():
            self.found = [one for one in self.found if one.type not in VIOLENT]
        self.found = [
            one for one in self.found if not self._bare(one) or (one.indexes[0] <= OPENING and one.status not in UNTOLD)
        ]
        for one in self.found:
            self._own(one)
        self._rank()
        return self.found

    def _bare(self, one: Happening) -> bool:
        """Whether an event is no more than a word: nobody acts or suffers, nothing is counted, without place and date."""
        if one.by or one.against or one.places or one.date:
            return False
        told = [self.text.sentences[index] for index in one.indexes]
        counted = any(counts.DIGIT.search(s.text) or not EXACT.isdisjoint(s.different) for s in told)
        return not counted or all(trigger.kind == "n" for trigger in one.triggers)

    def _own(self, one: Happening) -> None:
        """Take the losses of the side that acts from those acted upon, where these are more: the figures tell whose they are."""
        for own in ("state_forces", "armed_group"):
            if any(self.parties.type(id) == own for id in one.by) and any(self.parties.type(id) != own for id in one.against):
                for id in [id for id in one.against if self.parties.type(id) == own and self.parties.generic(id)]:
                    del one.against[id]

    def _violent(self) -> bool:
        """Whether the text tells of arms or of people killed, and not of a match ("attacked from the first minute")."""
        words = frozenset[str]().union(*(sentence.different for sentence in self.text.sentences))
        if len(words & triggers.CONTEXTS["sport"]) >= SPORT and not words & triggers.CONTEXTS["device"]:
            return False
        return bool(words & triggers.CONTEXTS["war"]) or any(
            trigger.weight >= STRONG for one in self.found if one.type in VIOLENT for trigger in one.triggers
        )

    def _sentence(self, index: int, s: S.Sentence, attributed: set[int]) -> Happening | None:
        """The event that one sentence tells, if any; a sentence of casualties alone goes on with the event before it."""
        found = triggers.find(s, index)
        scores: Counter[EventType] = Counter()
        for trigger in found:
            scores[trigger.type] += trigger.weight
        best: EventType = max(scores, key=lambda type_: scores[type_]) if scores else "other"
        if scores[best] < 2 and not any(trigger.kind == "v" for trigger in found):
            place = telling.hurt(s)
            if place is None:
                return None
            return self._casualties(index, s, place, attributed)
        own = [trigger for trigger in found if trigger.type == best]
        if any(telling.habitual(s, trigger) or telling.never(s, trigger) for trigger in own):
            return None
        named = all(trigger.kind == "n" or s.lows[trigger.first].endswith("ing") for trigger in own)
        if named and any(telling.unreal(s, trigger) for trigger in own):
            return None
        happening = Happening(triggers.shifted(best, s), own, score=scores[best], peak=scores[best])
        return self._filled(happening, index, s, found, attributed)

    def _casualties(self, index: int, s: S.Sentence, place: int, attributed: set[int]) -> Happening:
        """The event of a sentence that only counts its victims."""
        last = self.found[-1] if self.found else None
        near = last is not None and index - last.indexes[-1] <= NEAR
        dies = counts.CASUALTIES[s.lows[place]][1] != "v"
        type_: EventType = last.type if last is not None and near else "other" if dies else "attack_on_civilians"
        trigger = Trigger(index, place, place, type_, 1, "v")
        return self._filled(Happening(type_, [trigger], score=1, peak=1), index, s, [trigger], attributed)

    def _filled(self, happening: Happening, index: int, s: S.Sentence, found: list[Trigger], attributed: set[int]) -> Happening:
        """The event with its places, date, actors, status, outcome and title."""
        own = happening.triggers
        happening.places = phrases.places(s, self.text.upper)
        pointed = telling.pointed(s, own[0])
        if pointed and pointed not in happening.places:
            happening.places.append(pointed)
        happening.date = telling.date(s)
        self._actors(happening, index, s, found)
        if happening.type == "attack_on_civilians" and happening.against and self.parties.armed(happening.against):
            happening.type = "battle"
        happening.status = telling.status(s, own[0], index in attributed)
        happening.outcome = telling.outcome(s)
        self._titled(happening, index, s)
        return happening

    def _titled(self, happening: Happening, index: int, s: S.Sentence) -> None:
        """Its title, and how well the sentence tells it: a date, a place and who acts make a sentence better, a denial worse."""
        short = self.parties.short
        places = tuple(place for place in happening.places if place not in happening.things)
        parties = short(happening.by), short(happening.against)
        company = titles.Company(happening.type, *parties, places, happening.date, self.small if s.capitals else frozenset())
        headline = index == 0 and (s.text == self.text.header.get("headline") or s.words[-1][-1].isalnum())
        told = sum(map(bool, (happening.date, places, happening.by, index <= 1, index <= OPENING)))
        told -= 2 * (happening.status in UNTOLD) + 2 * telling.definite(s, happening.triggers[0])
        happening.draft = Draft(s, tuple(happening.triggers), company, headline, told)

    def _actors(self, happening: Happening, index: int, s: S.Sentence, found: list[Trigger]) -> None:
        """Who acts and who or what is acted upon."""
        type_ = happening.triggers[0].type
        told = roles.find(s, [one for one in found if one.type == type_])
        if not told.by and type_ in VIOLENT and any(one.type in VIOLENT - {type_} for one in found):
            told.by = roles.find(s, [one for one in found if one.type in VIOLENT]).by  # "were killed when gunmen attacked"
        for first, last in told.by[:2]:
            happening.by.update(dict.fromkeys(self.parties.of(index, first, last)))
        for first, last in told.against:
            happening.against.update(dict.fromkeys(self.parties.of(index, first, last, person=True, topic=False)))
        for id in happening.by:
            happening.against.pop(id, None)
        for first, last in told.things:
            while first < last and s.lows[first] in S.DETERMINERS:
                first += 1
            thing = s.span(first, last)
            if thing not in happening.places:
                happening.places.append(thing)
                happening.things.add(thing)

    def _join(self, new: Happening) -> None:
        """Join a sentence's event to an earlier one of the same type that it continues."""
        counted = self._counted(new)
        for old in reversed(self.found[-RECENT:] if not new.other else ()):
            if old is counted or (old.type == new.type and self._same(old, new)):
                old.triggers.extend(new.triggers)
                old.indexes.extend(index for index in new.indexes if index != old.indexes[-1])
                old.parts.update({index: first for index, first in new.parts.items() if index not in old.parts})
                old.date = old.date or new.date
                old.by.update(new.by if not old.by and new.score > 1 else {})
                old.against.update({id: None for id in new.against if id not in old.by})
                old.things |= new.things
                old.places.extend(place for place in new.places if place not in old.places)
                if new.draft is not None and old.draft is not None and new.draft.beats(old.draft):
                    old.draft = new.draft
                old.score += new.score
                if old.status in UNTOLD and new.status not in UNTOLD:
                    old.status = new.status
                if old.outcome == "not_stated":
                    old.outcome = new.outcome
                return
        self.found.append(new)

    def _counted(self, new: Happening) -> Happening | None:
        """The event whose victims a sentence counts that names no other happening, date or place: the last deadly one near it."""
        if new.other or new.date or not self.found or not all(telling.site(place) for place in set(new.places) - new.things):
            return None
        s = self.text.sentences[new.indexes[0]]
        if not PAST.isdisjoint(s.different) or not all(_counts(s, trigger) for trigger in new.triggers):
            return None
        near = [old for old in reversed(self.found[-RECENT:]) if 0 < new.indexes[0] - old.indexes[-1] <= NEAR]
        deadly = [old for old in near if old.type in DEADLY]
        return next(iter(deadly or near), None)

    def _same(self, old: Happening, new: Happening) -> bool:
        """Whether two mentions can be one event: near, and neither date nor place against it."""
        if old.date and new.date and old.date != new.date:
            return False
        if old.other and self._left(old, new):
            return False
        if telling.definite(self.text.sentences[new.indexes[0]], new.triggers[0]):
            pointed = telling.pointed(self.text.sentences[new.indexes[0]], new.triggers[0])
            return not pointed or not set(old.places) - old.things or pointed in old.places
        if new.date and not PAST.isdisjoint(self.text.sentences[new.indexes[0]].different) and old.date != new.date:
            return False
        shared = bool(set(old.places) & set(new.places))
        one, two = (self.text.sentences[index] for index in (old.indexes[-1], new.indexes[0]))
        if new.date and not old.date and one.paragraph != two.paragraph and not shared:
            return False
        near = new.indexes[0] - old.indexes[-1] <= NEAR
        return shared or (near and not (set(old.places) - old.things and set(new.places) - new.things))

    def _left(self, old: Happening, new: Happening) -> bool:
        """Whether the text has left a happening that it only went over to: another paragraph begins, and no place is shared."""
        one, two = (self.text.sentences[index] for index in (old.indexes[-1], new.indexes[0]))
        return one.paragraph != two.paragraph and not set(old.places) & set(new.places)

    def _rank(self) -> None:
        """Salience: the weightiest event of the opening is main, with others like it; earlier years are background."""
        if not self.found:
            return
        weights = [one.score * (LEAD if one.indexes[0] <= 1 else 1.0) for one in self.found]
        fresh = [
            0.0 if one.indexes[0] > OPENING and telling.past(self.text.sentences[one.indexes[0]]) else weight
            for one, weight in zip(self.found, weights, strict=True)
        ]
        weights = fresh if any(fresh) else weights
        best = max(weights)
        lead = self.found[weights.index(best)].date
        for one, weight in zip(self.found, weights, strict=True):
            first = one.indexes[0]
            if weight == best or (first <= OPENING and weight >= best * SHARE and not one.other):
                one.salience = "main"
            elif telling.past(self.text.sentences[first]) or telling.earlier(one.date, lead):
                one.salience = "background"
        self.found.sort(key=lambda one: one.salience != "main")


def _small(text: S.Text) -> frozenset[str]:
    """Words that the text writes without a capital, and never with one inside a sentence."""
    body = [sentence for sentence in text.sentences if not sentence.capitals]
    large = {word.lower() for sentence in body for word in sentence.words[1:] if word[0].isupper()}
    return frozenset({word for sentence in body for word in sentence.words if word.islower()} - large)


def _counts(s: S.Sentence, trigger: Trigger) -> bool:
    """Whether the trigger only says what became of people ("were killed"), or points back ("in the exchange of fire")."""
    if trigger.kind == "v":
        low, passive = s.lows[trigger.first], trigger.first > 0 and s.lows[trigger.first - 1] in S.AUXILIARIES
        return low in counts.CASUALTIES or (passive and low in counts.FATES)
    return trigger.type in VIOLENT and telling.definite(s, trigger)


def find(text: S.Text, parties: Parties, attributed: set[int]) -> list[Happening]:
    """The events of a text."""
    return Finder(text, parties).run(attributed)
