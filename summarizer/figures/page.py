"""A text made ready for comparison: tokens, figures, sentences and words, each computed once and only when asked for."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from copy import copy
from functools import cached_property, lru_cache
from math import log

from summarizer.dates import Tokens
from summarizer.figures.grammar import Fig, scan_text
from summarizer.figures.stems import stem
from summarizer.figures.values import family
from summarizer.text import sentences

__all__ = ["POSTINGS", "Page", "keys", "page"]

Span = tuple[int, int]

POSTINGS = 100
"""Sentences that share a word that are looked at; a word in more of them tells nothing, or the text repeats itself."""


Key = tuple[str, object, object]


def keys(fig: Fig) -> list[Key]:
    """What a figure can be looked up by: its amount, or each part of its date."""
    if fig.day is None:
        return [("label", fig.label, None) if fig.label else (family(fig.kind), fig.low, fig.high)]
    day = fig.day
    parts: list[Key] = [
        ("year", day.year, None),
        ("day", day.month, day.day),
        ("month", day.month, None),
        ("weekday", day.weekday, None),
    ]
    return [key for key in parts if key[1] is not None]


class Page:
    """One text with its figures and the words around them."""

    def __init__(self, text: str, spans: Sequence[Span] | None = None, dull: Sequence[int] = ()) -> None:
        self.text = text
        self.dull = frozenset(dull)
        self.tokens: Tokens
        self.tokens, self.figs = scan_text(text)
        self.spans: tuple[Span, ...] = tuple(spans if spans is not None else sentences(text))
        self.begins = [start for start, _ in self.spans]
        self.last: tuple[Page, int, list[tuple[float, int]]] | None = None
        self.near: dict[int, dict[str, float]] = {}
        self.fates: dict[int, frozenset[str]] = {}
        self.tolls: dict[int, list[int]] = {}
        self.numbers = [self.sentence_of(fig.start) for fig in self.figs]

    def only(self, kept: Collection[int]) -> "Page":
        """The page as if nothing but some of its sentences (by index) stood there; offsets and indexes stay what they are."""
        other = copy(self)
        for computed in ("by_sentence", "families", "firsts", "names", "postings", "rarest", "values", "weights"):
            other.__dict__.pop(computed, None)
        # What stands between two sentences (a dateline) counts to the one before, but is not in it.
        within = {number: self.spans[number][1] for number in kept}
        places = [at for at, fig in enumerate(self.figs) if fig.start < within.get(self.numbers[at], 0)]
        other.figs, other.numbers = [self.figs[place] for place in places], [self.numbers[place] for place in places]
        other.stems = self.stems
        other.bags = [bag if number in kept else frozenset() for number, bag in enumerate(self.bags)]
        other.last, other.near, other.fates, other.tolls = None, {}, {}, {}
        return other

    def sentence_of(self, offset: int) -> int:
        """The index of the sentence at an offset; the one before where the offset lies between two."""
        return max(0, bisect_right(self.begins, offset) - 1)

    @cached_property
    def lower(self) -> str | None:
        """The text in lower case; None where it would grow ("İ") and its offsets shift."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else None

    @cached_property
    def ranges(self) -> list[tuple[int, int]]:
        """First token and token after the last, for each sentence."""
        starts = self.tokens.starts
        return [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in self.spans]

    @cached_property
    def stems(self) -> list[str]:
        """The stem of each token; empty for small words and inside figures."""
        found = list(map(stem, self.tokens.words))
        for fig in self.figs:
            found[fig.first : fig.after] = [""] * (fig.after - fig.first)
        return found

    @cached_property
    def bags(self) -> list[frozenset[str]]:
        """The stems of each sentence."""
        return [frozenset(self.stems[first:after]) - {""} for first, after in self.ranges]

    @cached_property
    def firsts(self) -> frozenset[int]:
        """The first tokens of the figures."""
        return frozenset(fig.first for fig in self.figs)

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of the words that are written with a capital letter inside a sentence: names, mostly."""
        text, tokens, first = self.text, self.tokens, {begin for begin, _ in self.ranges}
        found = {
            self.stems[index]
            for index, start in enumerate(tokens.starts)
            if text[start].isupper() and index not in first and self.stems[index]
        }
        return frozenset(found)

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """Stem → the sentences it stands in, in order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, bag in enumerate(self.bags):
            for word in bag:
                found[word].append(number)
        found.default_factory = None
        return found

    @cached_property
    def weights(self) -> dict[str, float]:
        """Stem → how much it tells: rare ones more."""
        size = len(self.bags)
        logs = [0.0, *(log(1 + size / count) for count in range(1, size + 1))]
        return {word: logs[len(places)] for word, places in self.postings.items()}

    @cached_property
    def rarest(self) -> float:
        """The weight of a word that stands nowhere in the text."""
        return log(1 + max(1, len(self.bags)))

    @cached_property
    def families(self) -> dict[str, list[int]]:
        """Family of kinds → the figures of it, by value."""
        found: dict[str, list[int]] = {}
        for number, fig in enumerate(self.figs):
            found.setdefault(family(fig.kind), []).append(number)
        for numbers in found.values():
            numbers.sort(key=lambda number: (self.figs[number].low, number))
        return found

    @cached_property
    def values(self) -> dict[Key, list[int]]:
        """Value → the figures that have it."""
        found: dict[Key, list[int]] = {}
        for number, fig in enumerate(self.figs):
            for key in keys(fig):
                found.setdefault(key, []).append(number)
        return found

    @cached_property
    def by_sentence(self) -> dict[int, list[int]]:
        """Sentence → its figures."""
        found: dict[int, list[int]] = {}
        for number, sentence in enumerate(self.numbers):
            found.setdefault(sentence, []).append(number)
        return found

    def figs_of(self, sentence: int) -> list[Fig]:
        """The figures of a sentence."""
        return [self.figs[number] for number in self.by_sentence.get(sentence, ())]

    def sentence(self, number: int) -> str:
        """The words of a sentence."""
        start, end = self.spans[number] if self.spans else (0, len(self.text))
        return self.text[start:end]


KEPT = 32
"""Small texts whose pages are kept: some articles with a title or a summary each. A run over many articles keeps no more."""


@lru_cache(maxsize=KEPT)
def cached(text: str, spans: tuple[Span, ...] | None, dull: tuple[int, ...]) -> Page:
    """The page of a text, kept for the next question about the same text."""
    return Page(text, spans, dull)


LARGE = 200_000
"""Code points. Of larger texts only the last one is kept."""


@lru_cache(maxsize=1)
def recent(text: str, spans: tuple[Span, ...] | None, dull: tuple[int, ...]) -> Page:
    """The page of a large text, kept until the next large text comes."""
    return Page(text, spans, dull)


def page(text: str, spans: Sequence[Span] | None = None, dull: Sequence[int] = ()) -> Page:
    """The page of a text; `dull` are the sentences (by index) that are no evidence while others are.

    Small texts are kept, so that many summaries of one article read it once.
    """
    if len(text) > LARGE:
        return recent(text, tuple(spans) if spans is not None else None, tuple(dull))
    return cached(text, tuple(spans) if spans is not None else None, tuple(dull))
