"""Who acts, suffers or speaks: parties made on demand from the words that name them, joined where the text makes them one."""

import re
import sys
from bisect import bisect, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from schemas.extraction import Party, PartyType
from summarizer.embedded import cues, names, phrases
from summarizer.embedded import sentences as S
from summarizer.embedded.names import ACTORS, GROUPS, MILITARY, THIRD
from summarizer.names import acronyms
from summarizer.text import fold

__all__ = ["Entry", "Parties"]

ARMED = frozenset({"armed_group", "militia", "private_military", "state_forces"})
CONTEXT = 60
"""Sentences. What a bare name is, is said in the first ones."""
REACH = 12
"""Mentions. A pronoun points no further back."""
LONGEST = 12
"""Words. A longer name is a clause; it is cut."""
SOME = S.GRAMMAR["some"]
PEOPLE = frozenset({"civilians", "person"})
"""Types that "it" cannot stand for."""
COLLECTIVE = S.GRAMMAR["collective"]
SPOKEN = S.GRAMMAR["spoken"]


@dataclass(slots=True)
class Entry:
    """A party while the text is being read."""

    id: str
    name: str
    type: PartyType
    keys: set[str]
    also: dict[str, None] = field(default_factory=dict)
    named: bool = False
    group: bool = False
    part_of: str | None = None


class Parties:
    """Parties of one text, in the order in which they were first needed."""

    def __init__(self, text: S.Text, whole: str) -> None:
        self.text = text
        self.entries: list[Entry] = []
        self.by_key: dict[str, Entry] = {}
        explained = acronyms(whole)
        self.acronyms = {fold(short): long for short, long in explained.items()}
        self.long = {fold(long): short for short, long in explained.items()}
        self.nested = False
        self.persons: dict[int, list[tuple[int, int]]] = {}
        self.surnames: dict[str, tuple[int, int, int]] | None = None
        self.recent: list[tuple[int, int, Entry]] = []

    def records(self) -> tuple[Party, ...]:
        """The parties as records."""
        return tuple(
            Party(id=entry.id, name=entry.name, also=tuple(entry.also), type=entry.type, part_of=entry.part_of)
            for entry in self.entries
        )

    def short(self, ids: Iterable[str]) -> str | None:
        """The shortest proper name of the first of these parties."""
        wanted = next(iter(ids), None)
        if wanted is None:
            return None
        entry = self._entry(wanted)
        short = [name for name in entry.also if name.isupper() and " " not in name]
        return short[0] if short and not self.text.upper else entry.name

    def armed(self, ids: Iterable[str]) -> bool:
        """Whether all these parties carry arms."""
        return all(self._entry(id).type in ARMED for id in ids)

    def type(self, id: str) -> PartyType:
        """What a party is."""
        return self._entry(id).type

    def generic(self, id: str) -> bool:
        """Whether a party is several people without a name: "soldiers"."""
        entry = self._entry(id)
        return entry.group and not entry.named

    def _entry(self, id: str) -> Entry:
        """The party with this id; ids count from p1."""
        return self.entries[int(id[1:]) - 1]

    def of(self, index: int, first: int, last: int, *, person: bool = False, topic: bool = True) -> tuple[str, ...]:
        """Ids of the parties that words `first` to `last` of sentence `index` name."""
        sentence = self.text.sentences[index]
        begin, end = first, last
        first, last = names.core(sentence, first, last)
        if first > last:
            some = sentence.lows[begin] if begin < len(sentence.lows) else ""
            return (self._word(sentence.words[begin], "other").id,) if some in SOME else ()
        pronoun = sentence.lows[first].partition("'")[0]
        if first == last and pronoun in THIRD:
            entry = self._before(index, THIRD[pronoun])
            if entry is None and THIRD[pronoun] == "person":
                entry = self._word(sentence.words[first].partition("’")[0].partition("'")[0], "person")
            return (entry.id,) if entry else ()
        if first == last and sentence.lows[first] in S.PRONOUNS:
            return (self._word(sentence.words[first], "other").id,) if sentence.lows[first] in SOME else ()
        if names.head(sentence, first, last) in S.GRAMMAR["released"]:
            if (wrote := self._author(sentence, first, end)) is not None:
                return self.of(index, wrote, end, person=person, topic=topic)
            if (author := self._before(index, "body", first)) is not None:
                return (author.id,)
        parts = names.parts(sentence, first, last)
        found = [self._one(index, sentence, a, b, person=person, topic=topic) for a, b in parts]
        return tuple(dict.fromkeys(entry.id for entry in found if entry is not None))

    def _word(self, word: str, kind: PartyType) -> Entry:
        """A party of which the text gives no more than a pronoun ("some", "he" without a name before it)."""
        key = fold(word)
        if key not in self.by_key:
            entry = Entry(f"p{len(self.entries) + 1}", word, kind, {key}, group=kind == "other")
            self.entries.append(entry)
            self.by_key[key] = entry
        return self.by_key[key]

    def _one(
        self, index: int, s: S.Sentence, first: int, last: int, *, person: bool = False, topic: bool = True, full: bool = False
    ) -> Entry | None:
        """The party that one noun phrase names; a `full` name is not looked up by its surname once more."""
        first, last = names.core(s, first, last)
        if first > last:
            return None
        root, last = self._affiliation(index, s, first, last)
        first = self._proper(s, first, last)
        words = _unowned(s.span(first, last))
        entry = self._known(index, s, first, last, words, full=full) or self._new(s, first, last, words, person=person)
        if entry is not None:
            if root is not None and root != entry.id and entry.part_of is None:
                entry.part_of = root
            if words != entry.name and len(entry.also) < 6 and s.lows[first] not in S.PRONOUNS:
                entry.also[words] = None
            if topic:
                insort(self.recent, (index, len(self.recent), entry), key=lambda note: note[:2])
        return entry

    def _affiliation(self, index: int, s: S.Sentence, first: int, last: int) -> tuple[str | None, int]:
        """Id of the body that "fighters affiliated with X" belong to, and the last word before that."""
        for place in range(first + 1, min(last + 2, len(s.lows) - 2)) if not self.nested else ():
            if s.lows[place] in S.GRAMMAR["affiliated"] and s.lows[place + 1] in ("to", "with"):
                span = phrases.following(s, place + 2, names.LONG)
                self.nested = True
                found = self.of(index, *span, topic=False) if span is not None else ()
                self.nested = False
                return (found[0] if found else None), place - 1
        return None, last

    def _proper(self, s: S.Sentence, first: int, last: int) -> int:
        """First word of the name behind "the militant group", where one follows."""
        for place in range(first + 1, min(last, first + 5) + 1):
            if s.lows[place - 1] in COLLECTIVE and (
                fold(s.span(place, last)) in self.long or fold(s.words[place]) in self.acronyms
            ):
                return place
            if (
                not self.text.upper
                and s.lows[place - 1] in COLLECTIVE
                and s.words[place][0].isupper()
                and s.words[first][0].islower()
            ):
                return place
        return first

    def _known(self, index: int, s: S.Sentence, first: int, last: int, words: str, *, full: bool = False) -> Entry | None:
        """A party that was met before under these words, their acronym, their surname, or as "the group"."""
        key = fold(words)
        for candidate in (key, fold(self.acronyms.get(key, "")), fold(self.long.get(key, ""))):
            if candidate and candidate in self.by_key:
                return self.by_key[candidate]
        lows = s.lows[first : last + 1]
        for low in lows:
            known = fold(low) in self.acronyms or fold(low) in GROUPS
            if known and fold(low) in self.by_key and len(lows) <= 4 and not _person(s, first, last):
                return self.by_key[fold(low)]
        surname = names.surname(s, first, last, self.text.upper)
        if surname and f"~{surname}" in self.by_key:
            return self.by_key[f"~{surname}"]
        if first == last and not full and (named := self._surnames().get(key)) is not None and named[0] <= index:
            return self._one(named[0], self.text.sentences[named[0]], named[1], named[2], topic=False, full=True)
        for body in names.bodies(key):
            if body in self.by_key:
                return self.by_key[body]
            if (entry := self._plain(body)) is not None:
                entry.also[entry.name], entry.name = None, words
                entry.keys.add(body)
                self.by_key[body] = entry
                return entry
        definite = first > 0 and s.lows[first - 1] in ("the", "this", "that", "its", "their")
        if definite and len(lows) <= 2 and (self.text.upper or s.words[first][0].islower() or lows[-1] in MILITARY):
            return self._definite(index, lows[-1])
        return None

    def _persons(self, index: int) -> list[tuple[int, int]]:
        """Where the persons named in sentence `index` stand; every pronoun near it asks."""
        if index not in self.persons:
            self.persons[index] = names.persons(self.text.sentences[index], self.text.upper)
        return self.persons[index]

    def _surnames(self) -> dict[str, tuple[int, int, int]]:
        """Folded surname → where the person's full name stands first."""
        if self.surnames is None:
            self.surnames = {}
            if not self.text.upper:
                for index, s in enumerate(self.text.sentences):
                    for first, last in self._persons(index) if not s.capitals else ():
                        self.surnames.setdefault(fold(s.words[last]), (index, first, last))
        return self.surnames

    def _plain(self, body: str) -> Entry | None:
        """The party met so far only as "the army", where a body of a state's forces is named now."""
        if not body.startswith("@military") or any(key.startswith("@military") for key in self.by_key):
            return None
        return next((entry for entry in self.entries if fold(entry.name) in ("army", "military", "armed forces")), None)

    def _definite(self, index: int, low: str) -> Entry | None:
        """The party that "the army", "the group" stands for, where only one can be meant."""
        kind = ACTORS.get(low)
        if low in ("group", "organization", "organisation", "movement"):
            for entry in self._back(index):
                if entry.named and entry.type in ("armed_group", "igo_ngo", "militia", "other"):
                    return entry
                if entry.type == "person" and (group := self._spoken_for(entry)) is not None:
                    return group
        if low in MILITARY or low in ("government", "police", "ministry", "court", "company", "agency"):
            same = [entry for entry in self.entries if entry.type == kind and not entry.group and _mentions(entry, low)]
            lands = {body.rpartition(":")[2] for entry in same for body in entry.keys if body.startswith("@")}
            if same and len(lands) <= 1:
                return same[0]
        return None

    def _spoken_for(self, person: Entry) -> Entry | None:
        """The group in a person's description: JNIM of "JNIM spokesman Abu Hudhayfa"."""
        word = next((word for word in person.name.split() if fold(word) in GROUPS or fold(word) in self.acronyms), None)
        if word is None:
            return None
        group = self._word(word, GROUPS.get(fold(word), "other"))
        group.named, group.group = True, False
        return group

    def _back(self, index: int) -> Iterator[Entry]:
        """Parties met up to sentence `index`, the nearest first."""
        at = bisect(self.recent, index, key=lambda note: note[0])
        for place in range(at - 1, max(-1, at - 1 - REACH), -1):
            yield self.recent[place][2]

    def _author(self, s: S.Sentence, first: int, last: int) -> int | None:
        """First word of who wrote it: "a new report by Politico"."""
        place = next((place for place in range(first + 1, last) if s.lows[place] in S.PREPOSITIONS), last)
        return place + 1 if place < last and s.lows[place] in ("by", "from") else None

    def _before(self, index: int, what: str, limit: int = sys.maxsize) -> Entry | None:
        """The nearest party before word `limit` of sentence `index` that a pronoun can stand for."""
        for entry in self._back(index):
            if what == "person" and entry.type == "person" and not entry.group:
                return entry
            if what == "body" and entry.type not in PEOPLE and not entry.group:
                return entry
            if what == "many" and (entry.group or entry.type not in PEOPLE):
                return entry
        return self._named(index) if what == "person" else self._subject(index, what, limit)

    def _subject(self, index: int, what: str, limit: int) -> Entry | None:
        """The subject of the sentence before, or of this one, where it is a body or several people; "it" is no number of them."""
        for near in (index, index - 1):
            s = self.text.sentences[max(near, 0)]
            found = cues.main(s, len(s.words))
            if found is None or (near == index and found[0] > limit):
                continue
            if s.lows[found[0]] in S.PRONOUNS or (what == "body" and _counted(s, found[0])):
                continue
            first, last = names.core(s, found[0], found[1])
            if first <= last and (
                any(low in ACTORS for low in s.lows[first : last + 1]) or fold(s.words[first]) in self.acronyms
            ):
                return self._one(near, s, first, last)
        return None

    def _named(self, index: int) -> Entry | None:
        """The last person named in the sentences just before `index`, who has not been a party so far."""
        for near in range(index, max(-1, index - 4), -1):
            s = self.text.sentences[near]
            for first, last in reversed(self._persons(near)):
                return self._one(near, s, first, last)
        return None

    def _new(self, s: S.Sentence, first: int, last: int, words: str, *, person: bool = False) -> Entry | None:
        """A party of its own."""
        last = min(last, first + LONGEST - 1)
        words = _unowned(s.span(first, last))
        kind, group, named = names.kind(s, first, last, self.text.upper)
        if person and kind == "other" and not group and words[0].isupper():
            kind, named = "person", True
        entry = Entry(f"p{len(self.entries) + 1}", words, kind, {fold(words)}, named=named, group=group)
        long = self.acronyms.get(fold(words))
        if long:
            entry.also[words] = None
            entry.name = long
            entry.keys |= {fold(long)}
            entry.named = True
        short = self.long.get(fold(words))
        if short:
            entry.also[short] = None
            entry.keys |= {fold(short)}
            entry.named = True
        if kind == "person" and not group and named:
            surname = names.surname(s, first, last, self.text.upper)
            if surname:
                entry.keys.add(f"~{surname}")
        entry.keys.update(names.bodies(fold(entry.name)))
        if group or kind == "armed_group":
            entry.keys.update(fold(low) for low in s.lows[first : last + 1] if fold(low) in GROUPS)  # "M23 rebels"
        entry.type = next((GROUPS[key] for key in entry.keys if key in GROUPS), entry.type)
        if entry.type == "other" and named:
            entry.type = self._context(entry)
        entry.part_of = self._root(s, first, last)
        self.entries.append(entry)
        for key in entry.keys:
            self.by_key.setdefault(key, entry)
        return entry

    def _root(self, s: S.Sentence, first: int, last: int) -> str | None:
        """The body that "a government spokesman" or "an army official" speaks for, where it is a party already."""
        if last == first or s.lows[last] not in SPOKEN:
            return None
        found = self._definite(len(self.text.sentences), s.lows[last - 1])
        return found.id if found is not None else None

    def _context(self, entry: Entry) -> PartyType:
        """The type that the words beside a name give it ("the militant group X", "X fighters")."""
        names_ = {entry.name, *entry.also}
        for sentence in self.text.sentences[:CONTEXT]:
            for name in names_:
                at = sentence.text.find(name)
                if at < 0:
                    continue
                around = re.findall(r"[\w-]+", sentence.text[max(0, at - 40) : at].lower())[-3:]
                around += re.findall(r"[\w-]+", sentence.text[at + len(name) : at + len(name) + 24].lower())[:1]
                for word in around:
                    if ACTORS.get(word) in ("armed_group", "militia", "private_military", "alliance", "company", "media"):
                        return ACTORS[word]
        return entry.type


def _person(s: S.Sentence, first: int, last: int) -> bool:
    """Whether the words name a person with an office ("KSEMA head Muktar Atima")."""
    kind, _, named = names.kind(s, first, last, False)
    return kind == "person" and named and not s.capitals


def _counted(s: S.Sentence, first: int) -> bool:
    """Whether a noun phrase begins with a number or is a count: "at least twenty-six people", "the number of dead"."""
    while first + 1 < len(s.lows) and (s.lows[first] in S.GRAMMAR["hedge"] or s.lows[first] in S.DETERMINERS):
        first += 1
    if s.lows[first] in S.GRAMMAR["tally"]:
        return True
    return s.lows[first][0].isdigit() or s.lows[first].partition("-")[0] in S.GRAMMAR["number"]


def _unowned(words: str) -> str:
    """The words without the mark of a possessive at their end."""
    return words[:-2] if words.endswith(("’s", "'s")) else words


def _mentions(entry: Entry, low: str) -> bool:
    """Whether a named party is one that "the army" can mean."""
    words = {word for name in (entry.name, *entry.also) for word in fold(name).split()}
    return bool(words & (MILITARY if low in MILITARY else {low}))
