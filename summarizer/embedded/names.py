"""Who acts, suffers or speaks: parties made on demand from the words that name them, joined where the text makes them one."""

import re
from bisect import bisect, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from schemas.extraction import Party, PartyType
from summarizer import names
from summarizer.embedded import cues
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.text import fold

__all__ = ["Entry", "Parties"]

REACH = 12
"""Mentions. A pronoun points no further back."""
LONGEST = 12
"""Words. A longer name is a clause; it is cut."""
SKIPPED = S.DETERMINERS | S.CONJUNCTIONS | S.PREPOSITIONS | S.ADVERBS
"""Words that no name begins with."""
MARKS = S.MARKS | frozenset("‘’,—–(:;…")
CUTS = frozenset(["who", "which", "whose", "whom", "that", "where", "when", "while", "as", "because"]) | {
    ",",
    "(",
    ";",
    ":",
    "—",
    "–",
    "--",
}
THIRD = {
    "he": "person",
    "she": "person",
    "him": "person",
    "her": "person",
    "his": "person",
    "they": "many",
    "them": "many",
    "their": "many",
    "it": "body",
    "its": "body",
}
SOME = frozenset("all both everybody everyone few many most nobody others several some somebody someone".split())
BODIES = frozenset(
    [
        "government",
        "state_forces",
        "police",
        "armed_group",
        "militia",
        "private_military",
        "alliance",
        "igo_ngo",
        "media",
        "company",
        "other",
    ]
)
COLLECTIVE = frozenset(
    [
        "group",
        "organisation",
        "organization",
        "movement",
        "company",
        "agency",
        "alliance",
        "coalition",
        "party",
        "newspaper",
        "statement",
        "communique",
        "communiqué",
        "source",
        "report",
    ]
)
STATEMENTS = frozenset(
    ["statement", "communiqué", "communique", "report", "letter", "release", "note", "message", "tweet", "post", "bulletin"]
)
MILITARY = frozenset(["army", "military", "forces", "troops", "soldiers"])


SPOKEN = frozenset(
    {"official", "officials", "officer", "officers", "source", "sources", "spokesman", "spokesperson", "spokeswoman", "spokesmen"}
)


def _actors() -> dict[str, PartyType]:
    """Noun or compound noun → what such a party is."""
    return {form: row[1] for row in tables.rows("actors") for form in tables.nouns(row[0])}  # type: ignore[misc]  # checked by a test


def _countries() -> tuple[dict[str, str], dict[str, str]]:
    """Folded country names and adjectives → the country's name."""
    lands: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for name, _code, others, people, _capital in tables.rows("countries"):
        for word in [name, *others.split(",")]:
            if word.strip():
                lands.setdefault(fold(word), name)
        for word in people.split(","):
            if word.strip():
                adjectives.setdefault(fold(word), name)
    return lands, adjectives


def _groups() -> dict[str, PartyType]:
    """Folded names of groups → what they are."""
    found: dict[str, PartyType] = {}
    for name, others, kind in tables.rows("groups"):
        for word in [name, *others.split(",")]:
            if word.strip():
                found[fold(word)] = kind  # type: ignore[assignment]  # checked by a test
    return found


GROUPS = _groups()
ACTORS = _actors()
LANDS, ADJECTIVES = _countries()


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
        self.acronyms = {fold(short): long for short, long in names.acronyms(whole).items()}
        self.long = {fold(long): short for short, long in names.acronyms(whole).items()}
        self.recent: list[tuple[int, int, Entry]] = []

    def records(self) -> tuple[Party, ...]:
        """The parties as records."""
        return tuple(
            Party(id=entry.id, name=entry.name, also=tuple(entry.also), type=entry.type, part_of=entry.part_of)
            for entry in self.entries
        )

    def armed(self, ids: Iterable[str]) -> bool:
        """Whether all these parties carry arms."""
        types = {entry.id: entry.type for entry in self.entries}
        return all(types[id] in ("armed_group", "militia", "private_military", "state_forces") for id in ids)

    def of(self, index: int, first: int, last: int, *, person: bool = False, topic: bool = True) -> tuple[str, ...]:
        """Ids of the parties that words `first` to `last` of sentence `index` name."""
        sentence = self.text.sentences[index]
        begin = first
        first, last = _core(sentence, first, last)
        if first > last:
            some = sentence.lows[begin] if begin < len(sentence.lows) else ""
            return (self._word(sentence.words[begin], "other").id,) if some in SOME else ()
        if first == last and sentence.lows[first] in THIRD:
            entry = self._before(index, THIRD[sentence.lows[first]])
            if entry is None and THIRD[sentence.lows[first]] == "person":
                entry = self._word(sentence.words[first], "person")
            return (entry.id,) if entry else ()
        if first == last and sentence.lows[first] in S.PRONOUNS:
            return (self._word(sentence.words[first], "other").id,) if sentence.lows[first] in SOME else ()
        if _head(sentence, first, last) in S.GRAMMAR["released"] and (author := self._before(index, "body")) is not None:
            return (author.id,)
        parts = _parts(sentence, first, last)
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

    def _one(self, index: int, s: S.Sentence, first: int, last: int, *, person: bool = False, topic: bool = True) -> Entry | None:
        """The party that one noun phrase names."""
        first, last = _core(s, first, last)
        if first > last:
            return None
        first = self._proper(s, first, last)
        words = s.span(first, last)
        entry = self._known(index, s, first, last, words) or self._new(s, first, last, words, person=person)
        if entry is not None:
            if words != entry.name and len(entry.also) < 6 and s.lows[first] not in S.PRONOUNS:
                entry.also[words] = None
            if topic:
                insort(self.recent, (index, len(self.recent), entry), key=lambda note: note[:2])
        return entry

    def _proper(self, s: S.Sentence, first: int, last: int) -> int:
        """First word of the name behind "the militant group", where one follows."""
        for place in range(first + 1, min(last, first + 5) + 1):
            if s.lows[place - 1] in COLLECTIVE and (fold(s.span(place, last)) in self.long or fold(s.words[place]) in self.acronyms):
                return place
            if not self.text.upper and s.lows[place - 1] in COLLECTIVE and s.words[place][0].isupper() and s.words[first][0].islower():
                return place
        return first

    def _known(self, index: int, s: S.Sentence, first: int, last: int, words: str) -> Entry | None:
        """A party that was met before under these words, their acronym, their surname, or as "the group"."""
        key = fold(words)
        for candidate in (key, fold(self.acronyms.get(key, "")), fold(self.long.get(key, ""))):
            if candidate and candidate in self.by_key:
                return self.by_key[candidate]
        lows = s.lows[first : last + 1]
        for low in lows:
            if fold(low) in self.acronyms and fold(low) in self.by_key and len(lows) <= 4:
                return self.by_key[fold(low)]
        surname = _surname(s, first, last, self.text.upper)
        if surname and f"~{surname}" in self.by_key:
            return self.by_key[f"~{surname}"]
        for body in _bodies(key):
            if body in self.by_key:
                return self.by_key[body]
        definite = first > 0 and s.lows[first - 1] in ("the", "this", "that", "its", "their")
        if definite and len(lows) <= 2 and (self.text.upper or s.words[first][0].islower()):
            return self._definite(index, lows[-1])
        return None

    def _definite(self, index: int, low: str) -> Entry | None:
        """The party that "the army", "the group" stands for, where only one can be meant."""
        kind = ACTORS.get(low)
        if low in ("group", "organization", "organisation", "movement"):
            for entry in self._back(index):
                if entry.named and entry.type in ("armed_group", "igo_ngo", "militia", "other"):
                    return entry
        if low in MILITARY or low in ("government", "police", "ministry", "court", "company", "agency"):
            same = [entry for entry in self.entries if entry.type == kind and not entry.group and _mentions(entry, low)]
            lands = {body.rpartition(":")[2] for entry in same for body in entry.keys if body.startswith("@")}
            if same and len(lands) <= 1:
                return same[0]
        return None

    def _back(self, index: int) -> Iterator[Entry]:
        """Parties met up to sentence `index`, the nearest first."""
        at = bisect(self.recent, index, key=lambda note: note[0])
        for place in range(at - 1, max(-1, at - 1 - REACH), -1):
            yield self.recent[place][2]

    def _before(self, index: int, what: str) -> Entry | None:
        """The nearest party before sentence `index` that a pronoun can stand for."""
        for entry in self._back(index):
            if what == "person" and entry.type == "person" and not entry.group:
                return entry
            if what == "body" and entry.type in BODIES and not entry.group:
                return entry
            if what == "many" and (entry.group or entry.type in BODIES):
                return entry
        return self._named(index) if what == "person" else self._subject(index)

    def _subject(self, index: int) -> Entry | None:
        """The subject of the sentence before, or of this one, where it is a body or several people."""
        for near in (index, index - 1):
            s = self.text.sentences[max(near, 0)]
            found = cues.main(s, len(s.words))
            if found is None or s.lows[found[0]] in S.PRONOUNS:
                continue
            first, last = _core(s, found[0], found[1])
            if first <= last and (any(low in ACTORS for low in s.lows[first : last + 1]) or fold(s.words[first]) in self.acronyms):
                return self._one(near, s, first, last)
        return None

    def _named(self, index: int) -> Entry | None:
        """The last person named in the sentences just before `index`, who has not been a party so far."""
        for near in range(index, max(-1, index - 4), -1):
            s = self.text.sentences[near]
            for first, last in reversed(_persons(s, self.text.upper)):
                return self._one(near, s, first, last)
        return None

    def _new(self, s: S.Sentence, first: int, last: int, words: str, *, person: bool = False) -> Entry | None:
        """A party of its own."""
        last = min(last, first + LONGEST - 1)
        words = s.span(first, last)
        kind, group, named = _kind(s, first, last, self.text.upper)
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
            surname = _surname(s, first, last, self.text.upper)
            if surname:
                entry.keys.add(f"~{surname}")
        entry.keys.update(_bodies(fold(entry.name)))
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
        for sentence in self.text.sentences:
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


def _persons(s: S.Sentence, upper: bool) -> list[tuple[int, int]]:
    """Spans of the persons named in a sentence: a title with a name, or a run of two to four capitalised words."""
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(s.words):
        if upper and s.lows[place] not in S.TITLES:
            place += 1
            continue
        last = place
        while last < len(s.words) and _capital(s, last) and last - place < 6:
            last += 1
        if last - place >= 2 and _kind(s, place, last - 1, upper)[0] == "person":
            found.append((place, last - 1))
        place = max(last, place + 1)
    return found


def _capital(s: S.Sentence, place: int) -> bool:
    """Whether the word can be part of a name: a capital and no function word, or the full stop of a title or an initial."""
    word, low = s.words[place], s.lows[place]
    if word == ".":
        return place > 0 and (s.lows[place - 1] in S.TITLES or len(s.words[place - 1]) == 1)
    return (
        word[0].isupper()
        and low not in S.DETERMINERS
        and low not in S.PREPOSITIONS
        and low not in S.SUBORDINATORS
        and low not in S.PRONOUNS
    )


def _head(s: S.Sentence, first: int, last: int) -> str:
    """The last word before the first preposition."""
    stop = next((place for place in range(first + 1, last + 1) if s.lows[place] in S.PREPOSITIONS), last + 1)
    return s.lows[stop - 1]


def _bodies(key: str) -> list[str]:
    """Keys for a state's forces and government: "Mali's armed forces" and "the Malian army" are one body."""
    words = key.split()
    if len(words) > 7:
        return []
    lands = {LANDS.get(word) or LANDS.get(word.removesuffix("s")) or ADJECTIVES.get(word) for word in words} - {None}
    if len(lands) != 1:
        return [f"@government:{LANDS[key]}"] if key in LANDS else []
    land = next(iter(lands))
    if key in LANDS or words[-1] in ("government", "authorities", "junta") or (words[0] == "government" and "of" in words):
        return [f"@government:{land}"]
    if words[-1] in ("army", "military") or key.endswith(("armed forces", f"{words[0]} forces")) or key.startswith("armed forces of"):
        return [f"@military:{land}"]
    return []


def _mentions(entry: Entry, low: str) -> bool:
    """Whether a named party is one that "the army" can mean."""
    words = {word for name in (entry.name, *entry.also) for word in fold(name).split()}
    return bool(words & (MILITARY if low in MILITARY else {low}))


def _core(s: S.Sentence, first: int, last: int) -> tuple[int, int]:
    """The words of a noun phrase without articles, adverbs and relative clauses; a person in apposition wins."""
    lows = s.lows
    while first <= last and (
        (lows[first] in SKIPPED and not (first == last and lows[first] in THIRD)) or s.words[first] in MARKS
    ):
        first += 1
    first = _unnumbered(s, first, last)
    segment = first
    stop = last
    for place in range(first, last + 1):
        if lows[place] in CUTS:
            if stop == last and place > first:
                stop = place - 1
            if place < last and s.words[place] == "," and lows[place + 1] in S.TITLES and s.words[place + 1][0].isupper():
                segment, stop = place + 1, last
    first = segment
    last = stop
    for place in range(first + 1, last + 1):
        if lows[place] in CUTS:
            last = place - 1
            break
    while last >= first and (s.words[last] in '.,"“”’' or lows[last] in S.AUXILIARIES or lows[last] in S.ADVERBS):
        last -= 1
    return first, last


def _unnumbered(s: S.Sentence, first: int, last: int) -> int:
    """First word behind a number and its hedges: "at least 41 soldiers"."""
    place = first
    while place < last and (s.lows[place] in S.GRAMMAR["hedge"] or s.lows[place] in S.GRAMMAR["number"] or s.words[place][0].isdigit()):
        place += 1
    if place == first or not any(s.words[at][0].isdigit() or s.lows[at] in S.GRAMMAR["number"] for at in range(first, place)):
        return first
    if s.lows[place] == "of" and place < last:
        place += 1
        while place < last and s.lows[place] in S.DETERMINERS:
            place += 1
    return first if s.lows[first] == "one" else place


def _parts(s: S.Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """The members of a list of names, or the whole."""
    cuts = [place for place in range(first + 1, last) if s.lows[place] == "and"]
    if len(cuts) != 1:
        return [(first, last)]
    left, right = (first, cuts[0] - 1), (cuts[0] + 1, last)
    if all(_listed(s, *part) for part in (left, right)):
        return [left, right]
    return [(first, last)]


def _listed(s: S.Sentence, first: int, last: int) -> bool:
    """Whether the words can be a member of a list: a country, or a person with a title."""
    words = fold(s.span(first, last))
    return words in LANDS or (s.lows[first] in S.TITLES and last > first)


def _kind(s: S.Sentence, first: int, last: int, upper: bool) -> tuple[PartyType, bool, bool]:
    """What a party is, whether it is several, and whether it has a name of its own."""
    lows, words = s.lows, s.words
    whole = fold(s.span(first, last))
    if whole in LANDS:
        return "government", False, True
    if whole in GROUPS:
        return GROUPS[whole], False, True
    stop = next((place for place in range(first + 1, last + 1) if lows[place] in S.PREPOSITIONS), last + 1)
    capitals = [place for place in range(first, last + 1) if words[place][0].isupper()]
    named = (
        (len(capitals) > 0 and (capitals[0] > 0 or len(capitals) > 1 or fold(lows[first]) not in ACTORS)) if not upper else False
    )
    for place in range(first, stop - 1):
        if " ".join(lows[place : place + 2]) in ACTORS and place + 2 == stop:
            return ACTORS[" ".join(lows[place : place + 2])], lows[stop - 1] in _PLURALS and not named, named
    titled = next((place for place in range(first, stop) if lows[place] in S.TITLES and place + 1 < stop), None)
    if titled is not None and words[titled + 1][0].isupper() and lows[titled + 1] not in ACTORS:
        return "person", False, True
    for size in (2, 1):
        head = " ".join(lows[max(first, stop - size) : stop])
        kind = ACTORS.get(head)
        if kind is not None:
            group = head.split()[-1] in _PLURALS
            proper = named and len(capitals) >= 2 and words[stop - 1][0].isupper() and not upper
            return kind, group and not proper, proper
    if named and all(words[place][0].isupper() for place in range(first, stop)) and 2 <= stop - first <= 4:
        return "person", False, True
    for place in range(first, stop):
        if lows[place] in ACTORS:
            return ACTORS[lows[place]], lows[place] in _PLURALS, named
    return "other", lows[stop - 1].endswith("s") and not named, named


_PLURALS = frozenset(tables.nouns(row[0])[1].split()[-1] for row in tables.rows("actors")) | {
    "people",
    "troops",
    "forces",
    "police",
    "authorities",
}


def _surname(s: S.Sentence, first: int, last: int, upper: bool) -> str | None:
    """The folded last word of a person's name."""
    while last > first and (s.words[last] in (".", "’s") or s.lows[last] in ("jr", "sr")):
        last -= 1
    word = s.words[last]
    low = s.lows[last]
    if not word[0].isupper() or low in ACTORS or low in S.TITLES:
        return None
    if low.endswith("'s"):
        word = word[:-2]
    return fold(word)
