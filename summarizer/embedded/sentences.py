"""Sentences as the rules see them: words with their places, their classes, and the quotations that run through them."""

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from summarizer import dates
from summarizer.embedded import words as tables

__all__ = ["Quote", "Sentence", "Text", "analyse"]

WORD = re.compile(
    r"[A-Za-z]{2,}+(?![^\W_])(?:[’'\-‑&@/][^\W_]+)*+|"  # most words by far
    r"(?:[A-Za-z]\.){2,}|[$€£¥]?\d[\d.,:]*\d%?|[$€£¥]?\d%?|[^\W_]+(?:[’'\-‑&@/][^\W_]+)*|\.{2,}|--+|''|``|\S"
)
"""A word keeps its apostrophes and hyphens; abbreviations of single letters and numbers with separators stay whole."""

GRAMMAR = tables.vocabulary("grammar")
ADVERBS = GRAMMAR["adverb"]
AUXILIARIES = GRAMMAR["auxiliary"]
CONJUNCTIONS = GRAMMAR["conjunction"]
DETERMINERS = GRAMMAR["determiner"]
NEGATIONS = GRAMMAR["negation"]
PREPOSITIONS = GRAMMAR["preposition"]
PRONOUNS = GRAMMAR["pronoun"]
SUBJECTS = GRAMMAR["subject"]
SUBORDINATORS = GRAMMAR["subordinator"]
TITLES = frozenset(tables.lines("titles"))


def _verbs() -> frozenset[str]:
    """Every inflected form of the verbs in the tables."""
    found = {form for name in ("verbs", "outcomes") for row in tables.rows(name) for form in tables.forms(row[0])}
    for given, _, _ in tables.rows("reporting"):
        stem = given.split("+")[0].split()
        if len(stem) > 1 and stem[-1] in PREPOSITIONS | ADVERBS | {"out"}:
            stem = stem[:-1]
        found.update(tables.forms(" ".join(stem)))
    for given, _, kind in tables.rows("casualties"):
        found.update(tables.forms(given) if kind in ("v", "d") else ())
    for given, kind, _, _ in tables.rows("triggers"):
        found.update(tables.forms(given.split()[0]) if kind == "v" else ())
    return frozenset(found)


VERBS = _verbs()
OPENING = frozenset({"“", "„", "«", "``"})
CLOSING = frozenset({"”", "»"})
BOTH = frozenset({'"', "''"})
MARKS = OPENING | CLOSING | BOTH
"""Quotation marks; two apostrophes and two graves are what typewriters and databases make of them."""


INITIALS = frozenset({"IT", "US", "WHO"})
"""Names that are pronouns in small letters; a full stop behind them keeps the rules from taking them for these."""
LONGEST = 5_000
"""Characters of a sentence that are read; prose has no longer one, and the time of a hostile text stays bounded."""
UPPER, LOWER = string.ascii_uppercase.encode(), string.ascii_lowercase.encode()
TITLE_CASE = 0.6
"""Share of words with capitals above which capitals say nothing about names."""


@dataclass(slots=True)
class Sentence:
    """One numbered sentence with its words."""

    number: int
    paragraph: int
    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lows: list[str]
    quoted: list[bool] = field(default_factory=list)
    capitals: bool = False
    """Whether most words have capitals, as in a headline."""
    different: frozenset[str] = field(init=False)
    """The different words, in small letters: what most rules look for is in few sentences."""
    main: tuple[int, tuple[int, int, int] | None] | None = field(init=False, default=None)
    """What `cues.main` found, once it has been asked."""
    other: tuple[int, tuple[int, int, int] | None] | None = field(init=False, default=None)
    """The same among words that no table has."""
    _tokens: dates.Tokens | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Collect the different words."""
        self.different = frozenset(self.lows)

    @property
    def tokens(self) -> dates.Tokens:
        """The tokens that dates and figures are read from, cut once."""
        if self._tokens is None:
            self._tokens = dates.tokenise(self.text)
        return self._tokens

    def span(self, first: int, last: int) -> str:
        """The text of the words `first` to `last`, last included."""
        return self.text[self.starts[first] : self.ends[last]]


@dataclass(slots=True)
class Quote:
    """A quotation: from word `first` of sentence `start` to word `last` of sentence `end` (indexes), marks excluded."""

    start: int
    first: int
    end: int
    last: int
    closed: bool = True
    opened: bool = True
    opener: bool = True


@dataclass(slots=True)
class Text:
    """All the sentences of a request, with the quotations in them."""

    sentences: list[Sentence]
    header: Mapping[str, str]
    quotes: list[Quote]
    upper: bool

    def words_of(self, quote: Quote) -> int:
        """How many words a quotation has."""
        if quote.start == quote.end:
            return quote.last - quote.first + 1
        inner = sum(len(self.sentences[i].words) for i in range(quote.start + 1, quote.end))
        return len(self.sentences[quote.start].words) - quote.first + inner + quote.last + 1

    def passage(self, start: int, first: int, end: int, last: int) -> str:
        """The text from word `first` of sentence `start` to word `last` of sentence `end`."""
        if start == end:
            return self.sentences[start].span(first, last)
        one, two = self.sentences[start], self.sentences[end]
        parts = [one.text[one.starts[first] :]]
        parts.extend(self.sentences[i].text for i in range(start + 1, end))
        parts.append(two.text[: two.ends[last]])
        return " ".join(parts)


def analyse(numbered: Iterable[tuple[int, str]], paragraphs: Mapping[int, int], header: Mapping[str, str]) -> Text:
    """The sentences cut into words, with quotations marked."""
    sentences = [_sentence(number, text, paragraphs.get(number, number)) for number, text in numbered]
    text = Text(sentences, header, [], _upper("".join(sentence.text for sentence in sentences[:40])))
    text.quotes = _quotes(sentences)
    _mark(sentences, text.quotes)
    return text


def _upper(letters: str) -> bool:
    """Whether there are more capitals than small letters, of A to Z."""
    latin = letters.encode("ascii", "ignore")
    capitals, small = (len(latin) - len(latin.translate(None, given)) for given in (UPPER, LOWER))
    return capitals > small


def _sentence(number: int, text: str, paragraph: int) -> Sentence:
    """One sentence cut into words."""
    text = text[:LONGEST]
    spans = list(map(re.Match.span, WORD.finditer(text)))
    starts, ends = map(list, zip(*spans, strict=True)) if spans else ([], [])
    found = [text[start:end] for start, end in spans]
    lows = list(map(str.lower, found))
    if "’" in text:
        lows = [low.replace("’", "'") for low in lows]
    if ("WHO" in text or "US" in text or "IT" in text) and not text.isupper():
        lows = [f"{low}." if word in INITIALS else low for low, word in zip(lows, found, strict=True)]
    letters = list(filter(str.isalpha, map(text.__getitem__, starts)))
    capitals = sum(map(str.isupper, letters)) > TITLE_CASE * len(letters)
    return Sentence(number, paragraph, text, starts, ends, found, lows, [False] * len(found), capitals)


def _quotes(sentences: list[Sentence]) -> list[Quote]:
    """Quotations in order; an open one ends with its paragraph, a closing mark without an opening one starts there."""
    found: list[Quote] = []
    held: tuple[int, int] | None = None
    begin = 0
    for index, sentence in enumerate(sentences):
        if index and sentence.paragraph != sentences[index - 1].paragraph:
            if held is not None:
                found.append(_open(sentences, held, index - 1))
            held, begin = None, index
        for place, word in enumerate(sentence.words) if not MARKS.isdisjoint(sentence.different) else ():
            if word not in MARKS:
                continue
            if word in OPENING or (word in BOTH and held is None):
                if held is not None:
                    found.append(_cut(sentences, held, index, place))
                held = (index, place + 1)
            elif held is not None:
                found.append(Quote(held[0], held[1], index, place - 1))
                held = None
            elif not any(quote.end >= begin for quote in found[-1:]):
                found.append(Quote(begin, 0, index, place - 1, opened=False))
    if held is not None:
        found.append(_open(sentences, held, len(sentences) - 1))
    whole = [_within(sentences, quote) for quote in found]
    return [quote for quote in whole if (quote.start, quote.first) <= (quote.end, quote.last)]


def _within(sentences: list[Sentence], quote: Quote) -> Quote:
    """The quotation from its first own word to its last one: a mark may stand as the last word of a sentence, or as the first."""
    start, first, end, last = quote.start, quote.first, quote.end, quote.last
    while first >= len(sentences[start].words) and start < end:
        start, first = start + 1, 0
    while last < 0 and end > start:
        end -= 1
        last = len(sentences[end].words) - 1
    return replace(quote, start=start, first=first, end=end, last=last)


def _open(sentences: list[Sentence], held: tuple[int, int], index: int) -> Quote:
    """A quotation that its paragraph leaves open."""
    return Quote(held[0], held[1], index, len(sentences[index].words) - 1, closed=False)


def _cut(sentences: list[Sentence], held: tuple[int, int], index: int, place: int) -> Quote:
    """A quotation that another opening mark interrupts: it ends with its first sentence, or before the mark."""
    if held[0] == index:
        return Quote(held[0], held[1], index, place - 1, closed=False)
    return Quote(held[0], held[1], held[0], len(sentences[held[0]].words) - 1, closed=False)


def _mark(sentences: list[Sentence], quotes: list[Quote]) -> None:
    """Mark every word that stands inside a quotation."""
    for quote in quotes:
        for index in range(quote.start, quote.end + 1):
            quoted = sentences[index].quoted
            first = quote.first if index == quote.start else 0
            last = quote.last if index == quote.end else len(quoted) - 1
            quoted[first : last + 1] = [True] * (last + 1 - first)
