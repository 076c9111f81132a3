"""One article, indexed once: sentences by offset, what is not news, quotations, the date from which its words are read."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from schemas import Article, Evidence, Quantity, Sentence
from schemas.validation import WhenBasis
from summarizer import alignment, dates, figures
from summarizer.alignment import Match
from summarizer.validation.quotations import Quotations
from summarizer.validation.words import hedges

__all__ = ["Context", "Place"]

AHEAD = 400
"""Code points behind a cited sentence in which a passage that begins in it may go on, beside twice its own length."""


MANY = 1_000
"""Places of the same words that are looked at; words that stand in more places point to none."""
OMISSION = re.compile(r"\[?(?:…|\.{3,})\]?")
PIECES = 6
"""A quotation in more pieces than this is a collage and not looked up."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words were found."""

    match: Match
    """The passage."""
    number: int
    """The sentence in which it begins."""
    cited: bool
    """Whether that is the sentence the answer cites."""
    elsewhere: int
    """How many further places of the news text hold the same words; 0 where the cited one does."""
    boilerplate: str | None
    """Kind of boilerplate, where the words stand in nothing else."""
    more: tuple[Match, ...] = ()
    """Further passages, where the words were put together from several; `match` spans them all."""


class Context:
    """An article with the indexes that its checks share; built once, read only."""

    def __init__(self, article: Article) -> None:
        """Index the sentences; everything else is built when it is first asked for."""
        self.article = article
        self.text = article.text
        self._first: dict[str, Match | None] = {}
        self._starts = [sentence.start for sentence in article.sentences]

    @cached_property
    def quotations(self) -> Quotations:
        """What stands in quotation marks."""
        return Quotations(self.text, self.article.sentences)

    @cached_property
    def hedges(self) -> list[tuple[int, int]]:
        """Where the text hedges, in order."""
        return hedges(self.text)

    def hedged(self, start: int, end: int) -> bool:
        """Whether a hedge stands in a stretch of the text."""
        at = bisect_left(self.hedges, (start, start))
        return at < len(self.hedges) and self.hedges[at][1] <= end

    @cached_property
    def source(self) -> figures.Source:
        """The article as figures are judged against it."""
        return figures.sourced(self.article)

    @cached_property
    def anchor(self) -> tuple[date | None, WhenBasis]:
        """The date from which relative words are read, and what it rests on: the dateline first, then the date of publication."""
        dateline, published = self.article.dateline, self.article.published
        if dateline is not None and dateline.date is not None:
            when = dates.resolve(dateline.date, anchor=published.value if published else None, basis="published")
            if when.start is not None and when.start == when.end:
                return when.start, "dateline"
        if published is None:
            return None, "unresolved"
        return published.value, "dateline" if published.basis == "dateline" else "published"

    def exists(self, number: int) -> bool:
        """Whether the article has a sentence of that number."""
        return 1 <= number <= len(self.article.sentences)

    def sentence(self, number: int) -> Sentence | None:
        """The sentence of that number; None where there is none."""
        return self.article.sentences[number - 1] if self.exists(number) else None

    @cached_property
    def _kinds(self) -> list[str | None]:
        """Kind of boilerplate of each sentence, in words."""
        return [
            (one.boilerplate or "other").replace("_", " ") if one.role == "boilerplate" else None
            for one in self.article.sentences
        ]

    def boilerplate(self, number: int) -> str | None:
        """Kind of boilerplate that the sentence is, in words; None for news and for numbers that do not exist."""
        return self._kinds[number - 1] if self.exists(number) else None

    def news(self, numbers: tuple[int, ...]) -> tuple[int, ...]:
        """Those of the numbers that exist and are not boilerplate, each once, in order of the text."""
        return tuple(sorted({number for number in numbers if self.exists(number) and self.boilerplate(number) is None}))

    def number_at(self, offset: int) -> int:
        """Number of the sentence that holds the offset, or the last one before it; 0 before the first."""
        return bisect_right(self._starts, offset)

    @cached_property
    def _paragraphs(self) -> tuple[list[int], list[int]]:
        """Where each paragraph begins, and where it ends: where the next one begins."""
        told = self.article.sentences
        begins = [one.start for at, one in enumerate(told) if not at or one.paragraph != told[at - 1].paragraph]
        return begins, [*begins[1:], len(self.text)]

    def paragraph_end(self, offset: int) -> int:
        """Where the paragraph of the sentence at an offset ends; before the first sentence, where the text does."""
        begins, ends = self._paragraphs
        at = bisect_right(begins, offset)
        return ends[at - 1] if at else len(self.text)

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """The passage with its sentence or sentences; nothing where the article has no sentence there."""
        first = self.sentence(self.number_at(start))
        if first is None:
            return ()
        article, stop = self.article, first.end
        if end > stop:
            last = self.sentence(self.number_at(max(start, end - 1))) or first
            stop = max(stop, last.end, end)
        words, quote = self.text[start:end], self.text[first.start : stop]
        return (
            Evidence(article=article.id, name=article.name, sentence=first.number, start=start, end=end, text=words, quote=quote),
        )

    def cited(self, number: int) -> tuple[Evidence, ...]:
        """The sentence of that number as evidence; nothing where it does not exist."""
        sentence = self.sentence(number)
        return self.evidence(sentence.start, sentence.end) if sentence is not None else ()

    def find(self, words: str, number: int) -> Place | None:
        """Where the words stand: from the cited sentence on, else elsewhere in the news, else nearly, else in boilerplate."""
        sentence = self.sentence(number)
        if sentence is not None and (match := self._within(words, sentence)) is not None:
            return Place(match, number, True, 0, self.boilerplate(number))
        news: list[Match] = []
        other: list[Match] = []
        for match in self.names(words):
            if not self.number_at(match.start):
                continue
            (other if self.boilerplate(self.number_at(match.start)) else news).append(match)
        if news:
            best = min(news, key=lambda match: abs(self.number_at(match.start) - number))
            return self._place(best, number, len(news) - 1)
        return self._likely(words, sentence, number) or (self._place(other[0], number, len(other) - 1) if other else None)

    def joined(self, words: str, number: int) -> Place | None:
        """The passages of a quotation with omissions ("…"), each behind the one before, from the cited sentence on."""
        sentence = self.sentence(number)
        pieces = [piece for piece in OMISSION.split(words) if piece.strip()]
        if sentence is None or not 1 < len(pieces) <= PIECES:
            return None
        found: list[Match] = []
        for piece in pieces:
            begin = found[-1].end if found else sentence.start
            match = next(alignment.finds(piece, self.text, start=begin, end=begin + len(words) + AHEAD), None)
            if match is None:
                return None
            found.append(match)
        whole = Match(found[0].start, found[-1].end, "near", 100.0)
        return Place(whole, self.number_at(whole.start), True, 0, self.boilerplate(number), tuple(found))

    def quantity(self, number: int, start: int, end: int) -> Quantity | None:
        """The value of the figure that stands at a place of a sentence."""
        found = self.figure(number, start, end)
        return found[2] if found is not None else None

    def figure(self, number: int, start: int, end: int) -> tuple[int, int, Quantity] | None:
        """The figure that stands at a place of a sentence, with its own start and end."""
        found = self.source.at(number, start, end) if self.exists(number) else None
        return (found.start, found.end, self.source.value(found)) if found is not None else None

    def names(self, words: str) -> Iterator[Match]:
        """The places of some words, as whole words, in order; the first thousand of them."""
        return islice(alignment.finds(words, self.text), MANY)

    def first(self, words: str) -> Match | None:
        """The first place of some words, as whole words; looked up once."""
        if words not in self._first:
            self._first[words] = next(alignment.finds(words, self.text), None)
        return self._first[words]

    def told(self, match: Match) -> bool:
        """Whether a passage begins in what is news."""
        return self.boilerplate(self.number_at(match.start)) is None

    def _place(self, match: Match, number: int, elsewhere: int) -> Place:
        true = self.number_at(match.start)
        return Place(match, true, true == number, elsewhere, self.boilerplate(true))

    def _reach(self, words: str, sentence: Sentence) -> int:
        return sentence.end + 2 * len(words) + AHEAD

    def _within(self, words: str, sentence: Sentence) -> Match | None:
        """The first place that begins in the sentence; it may end in a later one."""
        found = next(alignment.finds(words, self.text, start=sentence.start, end=self._reach(words, sentence)), None)
        return found if found is not None and found.start < sentence.end else None

    def _likely(self, words: str, sentence: Sentence | None, number: int) -> Place | None:
        """The most similar passage, from the cited sentence if there is one, else from the whole text."""
        if sentence is not None:
            near = alignment.locate(words, self.text, start=sentence.start, end=self._reach(words, sentence))
            if near is not None and near.start < sentence.end:
                return self._place(near, number, 0)
        near = alignment.locate(words, self.text)
        return self._place(near, number, 0) if near is not None and self.number_at(near.start) else None
