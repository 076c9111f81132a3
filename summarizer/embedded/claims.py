"""Who said what: a source, a cue and the words that were said, found sentence by sentence."""

from bisect import bisect_right

from summarizer.embedded import contents, cues, reports
from summarizer.embedded import sentences as S
from summarizer.embedded.statements import Place, Said

__all__ = ["find"]

LONG_QUOTE = 4
"""Words. A shorter quotation without a cue is a word in quotation marks, not speech."""
NEAR = 6
"""Sentences. A list belongs to a speaker who spoke so near before it."""
FOLLOWING = 8
"""Cues. What a speaker says is ended by one of the next ones or not at all."""
NOBODY = frozenset({"neither", "no", "nobody", "none"})
RELATIVE = ("that", "which", "who")
PARENTHESIS = 6
"""Words. "…, police said, …" goes on when more than so many follow."""


def find(text: S.Text) -> list[Said]:
    """Every statement in the order of its first words."""
    finder = _Finder(text)
    for index in range(len(text.sentences)):
        finder.sentence(index)
    finder.orphans()
    return sorted(finder.found, key=lambda said: (said.start, said.first))


class _Finder:
    """One pass over the sentences; quotations go to the cue of their sentence, else to the speaker before them."""

    def __init__(self, text: S.Text) -> None:
        self.text = text
        self.index = 0
        self.found: list[Said] = []
        self.taken: set[int] = set()
        self.speakers: list[tuple[int, Place]] = []
        self.quotes: dict[int, list[int]] = {}
        for number, quote in enumerate(text.quotes):
            for index in range(quote.start, quote.end + 1):
                self.quotes.setdefault(index, []).append(number)

    def sentence(self, index: int) -> None:
        """Statements announced by the cues of one sentence."""
        self.index = index
        s = self.text.sentences[index]
        found = cues.find(s)
        for position, cue in enumerate(found):
            said = (
                self._passive(s, cue) if cue.passive else self._statement(s, cue, found[position + 1 : position + 1 + FOLLOWING])
            )
            if said is not None:
                self.found.append(said)
        last = self.speakers[-1] if self.speakers else None
        verbs = {cue.first for cue in found}
        for said in reports.find(self.text, index, last[1] if last is not None and index - last[0] <= NEAR else None):
            if said.cue in verbs:
                continue  # "police also fear that" is no noun
            if said.source is not None and said.spoken:
                self.speakers.append((index, said.source))
            self.found.append(self._widen(said))
        if not any(said.start == index for said in self.found[-3:]) and (said := reports.reportedly(s, index)) is not None:
            self.found.append(said)

    def _statement(self, s: S.Sentence, cue: cues.Cue, following: list[cues.Cue]) -> Said | None:
        """The statement that one cue announces."""
        if contents.inverted(s, cue):
            return self._left(s, cue, self._subject_after(s, contents.unaged(s, cue.last + 1)))
        source = self._source(s, cue)
        if source is not None and (self._writer(s, source) or self._echoes(s, cue, source) or _nobody(s, source)):
            return None
        if cue.verb.frames <= {"i", "n"} and "i" in cue.verb.frames and self._inside(cue):
            return None
        if source is not None and cue.verb.lemma in S.GRAMMAR["weak"] and not reports.speaks(s, source[0], source[1]):
            return None
        content = contents.after(s, cue, contents.reach(s, cue, following))
        if content is None or (self._postposed(s, cue) and not _announces(s, content)):
            return self._left(s, cue, cues.subject(s, cue.start) if not cue.verb.ing else None)
        begin = cue.start if cue.negated else cue.first
        first = min(begin, content.first) if content.plain else content.first
        return self._said(cue, source, first, content.last, content.said)

    def _writer(self, s: S.Sentence, source: tuple[int, int, int]) -> bool:
        """Whether the one who thinks so is the writer or the reader: "I", "we", "one"."""
        return source[0] == source[1] and s.lows[source[0]] in S.GRAMMAR["writer"]

    def _inside(self, cue: cues.Cue) -> bool:
        """Whether the cue stands inside what somebody said in this sentence."""
        return any(said.start == self.index and said.source is not None and said.first <= cue.first for said in self.found[-4:])

    def _echoes(self, s: S.Sentence, cue: cues.Cue, source: tuple[int, int, int]) -> bool:
        """Whether a speaker only says what he thinks himself: "she said she hoped"."""
        if source[0] != source[1] or s.lows[source[0]] not in S.SUBJECTS:
            return False
        return any(
            said.start <= self.index <= said.end
            and said.cue is not None
            and said.cue < source[0]
            and said.first <= source[0] <= said.first + 2
            for said in self.found[-4:]
            if said.source is not None and said.source.index == self.index
        )

    def _said(self, cue: cues.Cue, source: tuple[int, int, int] | None, first: int, last: int, said: str | None) -> Said:
        """The statement with the speaker noted."""
        place = Place(self.index, source[0], source[2]) if source else None
        if place is not None:
            self.speakers.append((self.index, place))
        refused = cue.verb.lemma in S.GRAMMAR["refuse"] or cue.verb.act == "claims_responsibility"
        act = "declines_to_say" if cue.negated and refused else cue.verb.act
        return self._widen(Said(place, act, self.index, first, self.index, last, said, cue.first))

    def _source(self, s: S.Sentence, cue: cues.Cue) -> tuple[int, int, int] | None:
        """The subject of the cue; of a participle or a second verb, the subject of the sentence."""
        found = None
        if cue.verb.ing and cue.start == 0:
            stop = next((place for place in range(cue.last + 1, len(s.words) - 2) if s.words[place] == ","), None)
            return self._subject_after(s, stop + 1) if stop is not None else None
        if (not cue.verb.ing and not cue.infinitive) or (cue.verb.ing and cue.start < cue.first):
            found = cues.subject(s, cue.start)
        elif cue.verb.ing:
            found = self._authors(s, cue.start)
        return found or cues.main(s, cue.start) or (self._speaker() if cue.verb.ing else None)

    def _speaker(self) -> tuple[int, int, int] | None:
        """The one who spoke last in this sentence: "…, said Mr Oru, speaking of …"."""
        if not self.speakers or self.speakers[-1][0] != self.index or self.speakers[-1][1].index != self.index:
            return None
        place = self.speakers[-1][1]
        return place.first, place.last, place.last

    def _authors(self, s: S.Sentence, limit: int) -> tuple[int, int, int] | None:
        """The authors of "a declaration by X and Y, condemning …"."""
        for place in range(limit - 3, -1, -1):
            if s.lows[place] in S.GRAMMAR["released"] and s.lows[place + 1] in ("by", "from", "of") and s.words[limit - 1] == ",":
                return place + 2, limit - 2, limit - 2
        return None

    def _postposed(self, s: S.Sentence, cue: cues.Cue) -> bool:
        """Whether subject and cue stand behind a clause and a mark: "…, he said"."""
        found = cues.subject(s, cue.start)
        if found is None or found[0] < 2:
            return False
        mark = s.words[found[0] - 1]
        return mark in S.MARKS or (mark == "," and s.words[found[0] - 2] in S.MARKS)

    def _left(self, s: S.Sentence, cue: cues.Cue, source: tuple[int, int, int] | None) -> Said | None:
        """Content before the cue: "…, police said" or "…, said the minister"."""
        if not cue.verb.frames & {"c", "q"} or cue.infinitive or source is None:
            return None
        if s.lows[source[0]] in RELATIVE or (cue.start and s.lows[cue.start - 1] in RELATIVE):
            return None  # "a resident who asked not to be named said"
        last = min(source[0], cue.start) - 1
        if last > 1 and s.words[last] == "-" and s.words[last - 1].isdigit():
            last -= 2  # "“…,” 34-year-old Moussa Traoré said"
        mark = last
        while last >= 0 and (s.words[last] in contents.COMMAS or s.words[last] in S.MARKS):
            last -= 1
        place = Place(self.index, source[0], source[2])
        if last < 0:
            self.speakers.append((self.index, place))
            return self._previous(s, cue, place)
        if "c" not in cue.verb.frames and s.words[mark] not in S.MARKS and not s.quoted[last]:
            return None
        short = last < 2 and not self._goes_on(s, max(cue.last, source[2]) + 1)
        if short or (mark == last and not s.quoted[last] and s.words[last] not in "?!’"):
            return None
        tail = self._tail(s, max(cue.last, source[2]) + 1)
        if self._goes_on(s, max(cue.last, source[2]) + 1):
            last = len(s.words) - 1
        return self._said(cue, source, self._begin(s, last), last, tail)

    def _begin(self, s: S.Sentence, last: int) -> int:
        """First word of the content that ends at word `last`; a sentence that opens with "But" keeps it."""
        return 1 if s.words[0] in S.MARKS and last > 1 else 0

    def _goes_on(self, s: S.Sentence, after: int) -> bool:
        """Whether the clause goes on after "…, police said, …"."""
        if after + 1 >= len(s.words) or s.words[after] != "," or s.words[after - 1] in S.MARKS:
            return False
        follows = s.lows[after + 1]
        if len(s.words) - 1 - after <= PARENTHESIS:
            return follows in S.AUXILIARIES
        if follows in S.SUBORDINATORS or follows in S.CONJUNCTIONS or follows in S.DETERMINERS or follows in S.PREPOSITIONS:
            return False
        return not follows.endswith("ing")

    def _previous(self, s: S.Sentence, cue: cues.Cue, place: Place) -> Said | None:
        """The sentence is only "Mr Smith said." after a quotation that ended with its own full stop."""
        for number in self.quotes.get(self.index - 1, ()):
            quote = self.text.quotes[number]
            same = self.text.sentences[self.index - 1].paragraph == s.paragraph
            if quote.end == self.index - 1 and number not in self.taken and same:
                self.taken.add(number)
                return Said(place, cue.verb.act, quote.start, quote.first, quote.end, quote.last, None, cue.first, True)
        return None

    def _subject_after(self, s: S.Sentence, first: int) -> tuple[int, int, int] | None:
        """The noun phrase that begins at word `first`."""
        place = first
        while place < len(s.words):
            low, word = s.lows[place], s.words[place]
            dot = word == "." and s.lows[place - 1] not in S.TITLES and len(s.words[place - 1]) > 1
            if dot or word in cues.STOPS or word in S.MARKS or low in contents.DAYS:
                break
            if (
                low in ("in", "on", "at", "during", "after", "who", "as", "when", "while")
                or low in S.AUXILIARIES
                or low in cues.VERBS
            ):
                break
            place += 1
        return (first, place - 1, place - 1) if place > first else None

    def _tail(self, s: S.Sentence, first: int) -> str | None:
        """Words after the cue that date or place the statement."""
        if first >= len(s.words) or s.quoted[first]:
            return None
        if not (s.lows[first] in S.PREPOSITIONS or s.lows[first] in contents.DAYS):
            return None
        last = first
        while last < len(s.words) and s.words[last] not in (",", ":", ";", ".") and s.words[last] not in S.MARKS:
            last += 1
        return s.span(first, last - 1) if last > first else None

    def _widen(self, said: Said) -> Said:
        """A content that begins or ends inside a quotation takes the whole of it, across sentences."""
        numbers = self.quotes.get(self.index, [])
        first = max(0, bisect_right(numbers, (said.start, said.first), key=self._opening) - 1)
        stop = bisect_right(numbers, (said.end, said.last + 1), key=self._opening)
        self.taken.update(numbers[first + 1 : stop - 1])  # what stands between is inside
        for number in dict.fromkeys((*numbers[first : first + 1], *numbers[max(first, stop - 1) : stop])):
            quote = self.text.quotes[number]
            opens, closes = (quote.start, quote.first), (quote.end, quote.last)
            begins = opens <= (said.start, said.first) <= (closes[0], closes[1])
            ends = opens <= (said.end, said.last) <= (closes[0], closes[1] + 1)
            if quote.start < self.index and begins:
                said = said._replace(start=quote.start, first=quote.first)
            if quote.end > self.index and ends:
                said = said._replace(end=quote.end, last=quote.last)
            if begins or ends or ((said.start, said.first) <= opens and closes <= (said.end, said.last)):
                self.taken.add(number)
        return said

    def _opening(self, number: int) -> tuple[int, int]:
        """Where a quotation opens; those of a sentence stand in order."""
        return self.text.quotes[number].start, self.text.quotes[number].first

    def _passive(self, s: S.Sentence, cue: cues.Cue) -> Said | None:
        """ "is expected to", "is believed to": hearsay; "is attributed to" is none."""
        after = cue.last + 1
        if after >= len(s.words) or s.lows[cue.first] not in S.GRAMMAR["hearsay"] or s.lows[after] not in ("to", "that"):
            return None
        return Said(None, "asserts", self.index, after, self.index, len(s.words) - 1, None, cue.first)

    def orphans(self) -> None:
        """Quotations that no cue of their own sentence announced go to the last speaker of their paragraph or the one before."""
        notes = sorted(self.speakers, key=lambda note: note[0])
        at = 0
        for number, quote in enumerate(self.text.quotes):
            if number in self.taken or self.text.words_of(quote) < LONG_QUOTE or not self._opens(quote):
                continue
            while at < len(notes) and notes[at][0] < quote.start:
                at += 1
            paragraph = self.text.sentences[quote.start].paragraph
            near = [note for note in notes[max(0, at - 1) : at + 3] if note[0] <= quote.end]
            near = [note for note in near if paragraph - self.text.sentences[note[0]].paragraph <= 1]
            if near:
                place = near[0][1]
                self.found.append(Said(place, "asserts", quote.start, quote.first, quote.end, quote.last, None, None, True))
                notes.insert(at, (quote.end, place))

    def _opens(self, quote: S.Quote) -> bool:
        """Whether the quotation opens its sentence, or a colon announces it."""
        s = self.text.sentences[quote.start]
        return quote.first <= 2 or s.words[max(0, quote.first - 2)] in (":", ",")


def _nobody(s: S.Sentence, source: tuple[int, int, int]) -> bool:
    """Whether nobody says so: "no group has claimed responsibility"."""
    return not NOBODY.isdisjoint(s.lows[max(0, source[0] - 1) : source[0] + 1])


def _announces(s: S.Sentence, content: contents.Content) -> bool:
    """Whether "that" or a colon announces the content after a cue, so that it is not the end of the sentence's own quotation."""
    before = s.lows[max(0, content.first - 2) : content.first]
    return before[-1:] == ["that"] or ":" in before
