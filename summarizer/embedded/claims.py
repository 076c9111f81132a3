"""Who said what: a source, a cue and the words that were said, found sentence by sentence."""

from dataclasses import dataclass, replace

from summarizer.embedded import cues
from summarizer.embedded import sentences as S

__all__ = ["Place", "Said", "find"]

LONG_QUOTE = 4
"""Words. A shorter quotation without a cue is a word in quotation marks, not speech."""
DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"])
THAT = frozenset(["that", "how", "why", "whether", "what", "if"])
OBJECTS = frozenset(["me", "you", "him", "her", "us", "them", "it", "reporters"])
HEARSAY = frozenset(["expected", "believed", "said", "reported", "thought", "alleged", "estimated", "feared", "rumored", "rumoured", "understood"])


@dataclass(slots=True, frozen=True)
class Place:
    """Words `first` to `last` of the sentence with index `index`."""

    index: int
    first: int
    last: int


@dataclass(slots=True, frozen=True)
class Said:
    """One statement: from word `first` of sentence `start` to word `last` of sentence `end` (indexes)."""

    source: Place | None
    head: Place | None
    act: str
    start: int
    first: int
    end: int
    last: int
    said: str | None = None
    cue: int | None = None
    quote: bool = False


def find(text: S.Text) -> list[Said]:
    """Every statement in order of its sentences."""
    finder = _Finder(text)
    for index in range(len(text.sentences)):
        finder.sentence(index)
    finder.orphans()
    return sorted(finder.found, key=lambda said: (said.start, said.first))


class _Finder:
    """One pass over the sentences; quotations are given to the nearest cue of their sentence, then of their paragraph."""

    def __init__(self, text: S.Text) -> None:
        self.text = text
        self.current = 0
        self.found: list[Said] = []
        self.taken: set[int] = set()
        self.by_sentence: dict[int, list[int]] = {}
        for number, quote in enumerate(text.quotes):
            for index in range(quote.start, quote.end + 1):
                self.by_sentence.setdefault(index, []).append(number)

    def sentence(self, index: int) -> None:
        """Statements announced by the cues of one sentence."""
        self.current = index
        sentence = self.text.sentences[index]
        found = cues.find(sentence)
        for position, cue in enumerate(found):
            following = found[position + 1] if position + 1 < len(found) else None
            said = self._statement(index, sentence, cue, following)
            if said is not None:
                self.found.append(said)
        self._according(index, sentence)

    def _statement(self, index: int, s: S.Sentence, cue: cues.Cue, following: cues.Cue | None) -> Said | None:
        """The statement that one cue announces."""
        if cue.passive:
            return self._passive(index, s, cue)
        frames = cue.verb.frames
        after = cue.last + 1
        end = self._end(s, after, following)
        source = self._source(s, cue)
        content = self._right(index, s, after, end, frames, cue)
        if content is not None:
            first, last, said = content
            place, head = source
            if (
                cue.first
                and s.words[cue.first - 1] == ","
                and not cue.verb.ing
                and cue.start == cue.first
                and self._inverted(s, cue)
            ):
                return self._left(index, s, cue)
            result = Said(place, head, self._act(cue), index, first, index, last, said, cue.first)
            return self._widen(index, result)
        return self._left(index, s, cue)

    def _act(self, cue: cues.Cue) -> str:
        """The act of the verb; "did not say" declines."""
        if cue.negated and cue.verb.lemma in (
            "say",
            "comment",
            "disclose",
            "release",
            "reveal",
            "confirm",
            "respond",
            "provide",
            "give",
            "specify",
        ):
            return "declines_to_say"
        return cue.verb.act

    def _end(self, s: S.Sentence, after: int, following: cues.Cue | None) -> int:
        """The last word that a content to the right may reach."""
        last = len(s.words) - 1
        if following is not None and following.first > after + 2:
            before = following.start - 1
            if s.words[before] == "," and following.verb.ing:
                return before - 1
            if s.lows[before] in ("and", "but") and not following.verb.ing:
                return before - 2 if s.words[before - 1] == "," else before - 1
        return last

    def _source(self, s: S.Sentence, cue: cues.Cue) -> tuple[Place | None, Place | None]:
        """The subject of the cue; of a participle or a second verb, the subject of the sentence."""
        index = self.current
        found = None
        start = cue.start
        if not cue.verb.ing and not cue.infinitive:
            found = cues.subject(s, start)
        if found is None:
            found = self._main(s, start)
        if found is None:
            return None, None
        return Place(index, found[0], found[2]), Place(index, found[0], found[1])

    def _main(self, s: S.Sentence, limit: int) -> tuple[int, int, int] | None:
        """The subject of the sentence's first finite verb before word `limit`."""
        for place in range(1, limit):
            low = s.lows[place]
            if s.quoted[place]:
                continue
            if low in S.AUXILIARIES or (low in S.VERBS and low not in cues.NOUNS and not low.endswith("ing")):
                found = cues.subject(s, place)
                if found is not None:
                    return found
        return None

    def _inverted(self, s: S.Sentence, cue: cues.Cue) -> bool:
        """Whether the subject follows the verb (", said Mr Smith")."""
        after = cue.last + 1
        if after >= len(s.words) or cue.verb.lemma not in (
            "say",
            "add",
            "write",
            "note",
            "explain",
            "ask",
            "argue",
            "tell",
            "report",
            "reply",
            "continue",
            "tweet",
            "declare",
            "recall",
        ):
            return False
        return s.words[after][0].isupper() or s.lows[after] in S.DETERMINERS

    def _right(
        self, index: int, s: S.Sentence, after: int, end: int, frames: frozenset[str], cue: cues.Cue
    ) -> tuple[int, int, str | None] | None:
        """Content after the cue: first and last word, and the words between cue and content that date or place it."""
        if after > end:
            return None
        lows, words = s.lows, s.words
        place = after
        limit = min(end, after + 16)
        while place <= limit:
            low = lows[place]
            if low in THAT and (low == "that" or place == after or "x" in frames) and frames & {"c", "t", "x", "p"}:
                if low == "that" and place > after and place + 1 <= end and lows[place + 1] in S.AUXILIARIES:
                    break
                return place, end, self._between(s, after, place)
            if s.quoted[place] or words[place] in S.OPENING:
                if frames & {"q"} or cue.verb.lemma in ("call",):
                    first = place if s.quoted[place] else place + 1
                    if place > after and frames & {"c"} and not self._bridges(s, after, place):
                        break
                    return (first, end, self._between(s, after, place)) if first <= end else None
                break
            if words[place] == ":":
                return (place + 1, end, self._between(s, after, place)) if place < end and "q" in frames else None
            if (
                low == "to"
                and frames & {"i"}
                and (place == after or "p" in frames or cue.verb.lemma in ("ask", "want", "expect"))
            ):
                return place, end, None
            if low in ("of", "for", "about", "on", "over", "against") and "o" in frames and (place == after or "p" in frames):
                return place, end, None
            if low == "as" and "a" in frames:
                return after, end, None
            if (low in S.AUXILIARIES or low in S.VERBS or words[place] in (",", ";")) and place > after:
                break
            place += 1
        if "c" in frames and self._clause(s, after, end):
            return after, end, None
        if "n" in frames and not self._adjunct(s, after) and end - after >= 1 and words[after] not in cues.STOPS:
            return after, self._phrase_end(s, after, end), None
        return None

    def _bridges(self, s: S.Sentence, after: int, place: int) -> bool:
        """Whether the words between cue and quotation only name the hearer, the time or the place."""
        return (
            s.lows[after] in S.PREPOSITIONS
            or s.lows[after] in DAYS
            or s.words[place - 1] in (",", ":")
            or s.lows[after] in OBJECTS
        )

    def _between(self, s: S.Sentence, after: int, place: int) -> str | None:
        """The words from `after` to before `place` that date or place the statement."""
        stop = place - 1
        while stop >= after and s.words[stop] in (",", ":", "“", '"', "„", "«", "‘", "'"):
            stop -= 1
        for first in range(after, stop + 1):
            if s.lows[first] in S.PREPOSITIONS or s.lows[first] in DAYS:
                return s.span(first, stop)
        return None

    def _clause(self, s: S.Sentence, after: int, end: int) -> bool:
        """Whether a clause of its own begins at word `after`: a noun phrase, then a finite verb."""
        if s.words[after] in cues.STOPS or self._adjunct(s, after):
            return False
        if s.lows[after] in S.SUBJECTS:
            return True
        for place in range(after + 1, min(end, after + 25) + 1):
            low = s.lows[place]
            if low in S.AUXILIARIES or low in S.VERBS or (low.endswith("ed") and len(low) > 4):
                return True
            if s.words[place] in (";",):
                return False
        return False

    def _adjunct(self, s: S.Sentence, after: int) -> bool:
        """Whether what begins at word `after` tells when, where or to whom, not what."""
        low = s.lows[after]
        return (
            low in S.PREPOSITIONS
            or low in DAYS
            or low in ("while", "when", "as", "after", "before", "because", ".", "and", "but")
        )

    def _phrase_end(self, s: S.Sentence, after: int, end: int) -> int:
        """The last word of a noun phrase used as content: before the next comma or full stop."""
        for place in range(after + 1, end + 1):
            if s.words[place] in (",", ";", "—", "–") and not s.quoted[place]:
                return place - 1
        return end

    def _left(self, index: int, s: S.Sentence, cue: cues.Cue) -> Said | None:
        """Content before the cue: "…, police said" or "…, said the minister"."""
        if not cue.verb.frames & {"c", "q"} or cue.infinitive:
            return None
        before = cue.start - 1
        if before < 0:
            return self._previous(index, s, cue)
        if s.words[before] in (",", "”", '"', "’", "'", "?", "!", "—", "»") and (
            self._inverted(s, cue) or s.words[before] in '”"»'
        ):
            source = self._after(s, cue.last + 1)
            last = before
        else:
            found = cues.subject(s, cue.start)
            if found is None or cue.verb.ing:
                return None
            source = (found[0], found[1], found[2])
            last = found[0] - 1
        while last >= 0 and s.words[last] in (",", "—", "–", "--"):
            last -= 1
        if last < 0 and source is not None:
            return self._previous(index, s, cue, source)
        if (
            last < 2
            or source is None
            or (s.words[last + 1] not in (",", "”", '"', "’", "—", "–", "--", "»", "?", "!")
            and not s.quoted[last]
            and s.words[last] not in '”"»?!’')
        ):
            return None
        place = Place(index, source[0], source[2])
        head = Place(index, source[0], source[1])
        tail = self._tail(s, cue, source)
        first = self._begin(s, last)
        if self._parenthetical(s, cue, source):
            last = len(s.words) - 1
        result = Said(place, head, self._act(cue), index, first, index, last, tail, cue.first)
        return self._widen(index, result)

    def _begin(self, s: S.Sentence, last: int) -> int:
        """First word of the content that ends at word `last`."""
        return 0

    def _parenthetical(self, s: S.Sentence, cue: cues.Cue, source: tuple[int, int, int]) -> bool:
        """Whether the sentence goes on after "…, police said, …"."""
        after = max(cue.last, source[2]) + 1
        rest = len(s.words) - 1 - after
        return (
            after < len(s.words)
            and s.words[after] == ","
            and rest > 6
            and s.lows[after + 1]
            not in (
                "who",
                "a",
                "an",
                "the",
                "in",
                "as",
                "according",
                "adding",
                "citing",
                "referring",
                "and",
                "but",
                "while",
                "when",
            )
        )

    def _previous(self, index: int, s: S.Sentence, cue: cues.Cue, source: tuple[int, int, int] | None = None) -> Said | None:
        """The sentence is only "said Mr Smith." after a quotation that ended with its own full stop."""
        for number, quote in enumerate(self.text.quotes):
            if quote.end == index - 1 and number not in self.taken and self.text.sentences[index - 1].paragraph == s.paragraph:
                source = source or self._after(s, cue.last + 1)
                if source is None:
                    return None
                self.taken.add(number)
                return Said(
                    Place(index, source[0], source[2]),
                    Place(index, source[0], source[1]),
                    cue.verb.act,
                    quote.start,
                    quote.first,
                    quote.end,
                    quote.last,
                    None,
                    cue.first,
                    True,
                )
        return None

    def _after(self, s: S.Sentence, first: int) -> tuple[int, int, int] | None:
        """The noun phrase that begins at word `first`."""
        place = first
        while place < len(s.words):
            low, word = s.lows[place], s.words[place]
            if (
                word in cues.STOPS
                or low in ("in", "on", "at", "during", "after", "who", "as", "when", "while")
                or (word == "." and s.lows[place - 1] not in S.TITLES and len(s.words[place - 1]) > 1)
            ):
                break
            if low in DAYS:
                break
            place += 1
        if place == first:
            return None
        return first, place - 1, place - 1

    def _tail(self, s: S.Sentence, cue: cues.Cue, source: tuple[int, int, int]) -> str | None:
        """Words after the cue that date or place the statement."""
        first = max(cue.last, source[2]) + 1
        last = len(s.words) - 1
        while last >= first and s.words[last] in (".", ",", "”", '"'):
            last -= 1
        if first > last or s.quoted[first] or not (s.lows[first] in S.PREPOSITIONS or s.lows[first] in DAYS):
            return None
        for place in range(first, last + 1):
            if s.words[place] in (",", "“", '"', ":", ";") or s.quoted[place]:
                last = place - 1
                break
        return s.span(first, last) if first <= last else None

    def _widen(self, index: int, said: Said) -> Said:
        """A content that begins or ends inside a quotation takes the whole of it, across sentences."""
        for number in self.by_sentence.get(index, ()):
            quote = self.text.quotes[number]
            self_start, self_end = (said.start, said.first), (said.end, said.last)
            inside_start = (quote.start, quote.first) <= self_start <= (quote.end, quote.last)
            inside_end = (quote.start, quote.first) <= self_end <= (quote.end, quote.last + 1)
            if quote.start < index and inside_start:
                said = replace(said, start=quote.start, first=quote.first)
            if quote.end > index and inside_end:
                said = replace(said, end=quote.end, last=quote.last)
            if (
                inside_start
                or inside_end
                or ((said.start, said.first) <= (quote.start, quote.first) and (quote.end, quote.last) <= (said.end, said.last))
            ):
                self.taken.add(number)
        return said

    def _passive(self, index: int, s: S.Sentence, cue: cues.Cue) -> Said | None:
        """ "is expected to", "was accused of": hearsay unless "by" names the speaker."""
        after = cue.last + 1
        if after >= len(s.words):
            return None
        if s.lows[cue.first] in HEARSAY and s.lows[after] in ("to", "that"):
            return Said(None, None, "asserts", index, max(0, after), index, len(s.words) - 1, None, cue.first)
        return None

    def _according(self, index: int, s: S.Sentence) -> None:
        """ "According to X, …" and "…, according to X"."""
        lows = s.lows
        for place in range(len(lows) - 2):
            if lows[place] == "according" and lows[place + 1] == "to" and not s.quoted[place]:
                stop = place + 2
                while (
                    stop < len(lows)
                    and s.words[stop] not in (",", ";", "“", '"')
                    and not (s.words[stop] == "." and stop == len(lows) - 1)
                ):
                    stop += 1
                if stop == place + 2:
                    continue
                where = Place(index, place + 2, stop - 1)
                if place == 0:
                    first, last = min(stop + 1, len(lows) - 1), len(lows) - 1
                else:
                    first, last = 0, place - 1
                    while last > 0 and s.words[last] in (",", "—", "–"):
                        last -= 1
                    if stop < len(lows) - 4 and s.words[stop] == ",":
                        last = len(lows) - 1
                self.found.append(self._widen(index, Said(where, where, "asserts", index, first, index, last, None, place)))

    def orphans(self) -> None:
        """Quotations that no cue of their own sentence announced go to the speaker of their paragraph, or of the one before."""
        by_paragraph: dict[int, Said] = {}
        for said in self.found:
            paragraph = self.text.sentences[said.start].paragraph
            by_paragraph.setdefault(paragraph, said)
        for number, quote in enumerate(self.text.quotes):
            if number in self.taken or self.text.words_of(quote) < LONG_QUOTE:
                continue
            sentence = self.text.sentences[quote.start]
            near = by_paragraph.get(sentence.paragraph) or by_paragraph.get(sentence.paragraph - 1)
            if near is None or quote.first > 2:
                continue
            said = Said(near.source, near.head, "asserts", quote.start, quote.first, quote.end, quote.last, None, None, True)
            by_paragraph.setdefault(sentence.paragraph, said)
            self.found.append(said)
