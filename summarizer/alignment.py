"""Where a quotation stands in a text: word for word, but for typography, or nearly.

Three passes, first that finds something: the exact words; the words without regard to case, white space, quotation
marks and dashes; the most similar passage, if it is similar enough. A near find is said to be near and is never
silently repaired: `text[start:end]` is always what the text really says.
"""

from __future__ import annotations  # array[int] cannot be subscripted at run time before Python 3.12

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

__all__ = ["NEAR", "Folded", "Match", "differences", "finds", "fold", "locate"]

NEAR = 85.0
"""Least similarity of a near find, in per cent of matching characters (rapidfuzz's ratio).

Measured on five articles about the same events: a sentence of another article reaches 78 at most; with one word changed, left
out or added 95 of 100 sentences keep 91 or more, with two 84. "Niono" and "Nioro", two towns, are 80 alike."""

ONE_WORD = 24
"""A quotation of at most this many characters may differ in every word (a name spelt otherwise): it is compared everywhere."""

SHORT_TEXT = 4_000
"""Up to this many characters a short quotation is compared with every place of the text; in longer ones a word must agree."""

ANCHORS = 48
"""Words of a quotation that vote for its place, the rarest first."""

COMMON = 64
"""A word that stands in the text more often than this says nothing about the place."""

CANDIDATES = 4
"""Places with the most votes that are compared in full."""

LONGEST_NEAR = 4_000
"""A longer quotation is found exactly or not at all: nobody checks a page-long likeness by eye."""

How = Literal["exact", "normalised", "near"]

QUOTES = "\"'`´‘’‚‛“”„‟‹›«»′″〝〞〟＂＇「」『』"
DASHES = "-‐‑‒–—―−﹘﹣－"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ONE_TO_ONE = {**dict.fromkeys(QUOTES, "'"), **dict.fromkeys(DASHES, "-"), "ς": "σ"}
UNEVEN = re.compile(rf"[\s{INVISIBLE}]{{2,}}|[^\S ]|[{INVISIBLE}…]")
WORD = re.compile(r"\w+(?:'\w+)*")
EDGE = f"{QUOTES}{INVISIBLE} \t\n\r,.;:"


@dataclass(frozen=True, slots=True)
class Match:
    """A passage of the text; offsets are code points, `text[start:end]` is what stands there."""

    start: int
    """First code point."""
    end: int
    """Code point after the last."""
    how: How
    """Word for word, but for typography, or nearly."""
    score: float
    """Similarity in per cent; 100 for the first two."""


@dataclass(frozen=True)
class Folded:
    """A text without its typography, with the way back to its offsets."""

    text: str
    """Lower case, one space for any white space, one kind of quotation mark and of dash."""
    places: array[int] | None = None
    """Offset of each folded character in the original, where the text needed taking apart."""
    starts: list[int] = field(default_factory=list)
    """Otherwise: folded offsets from which …"""
    shifts: list[int] = field(default_factory=list)
    """… the original lies this much further on."""

    def origin(self, offset: int) -> int:
        """Offset in the original of the folded character at `offset`."""
        if self.places is not None:
            return self.places[offset]
        at = bisect_right(self.starts, offset) - 1
        return offset + (self.shifts[at] if at >= 0 else 0)

    def offset(self, origin: int) -> int:
        """Folded offset of the first character that comes from `origin` or later."""
        if self.places is not None:
            return bisect_left(self.places, origin)
        at = bisect_left(self._origins, origin)
        before = self.shifts[at - 1] if at else 0
        return min(origin - before, self.starts[at] if at < len(self.starts) else len(self.text))

    @cached_property
    def _origins(self) -> list[int]:
        """Offset in the original of each entry of `starts`."""
        return [start + shift for start, shift in zip(self.starts, self.shifts, strict=True)]

    @cached_property
    def words(self) -> dict[str, array[int]]:
        """Where each word stands."""
        found: dict[str, array[int]] = {}
        for match in WORD.finditer(self.text):
            found.setdefault(match[0], array("l")).append(match.start())
        return found


@lru_cache(maxsize=16)
def fold(text: str) -> Folded:
    """The text without its typography; linear, and kept for the next question about the same text."""
    if not unicodedata.is_normalized("NFC", text):
        return _taken_apart(text)
    even = _even(text)
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    length = done = 0
    for match in UNEVEN.finditer(even):
        begin, end = match.span()
        instead = _instead(match[0])
        pieces.append(even[done:begin])
        pieces.append(instead)
        length += begin - done + len(instead)
        done = end
        if len(instead) != end - begin:
            if len(instead) > 1:
                starts.extend(range(length - len(instead) + 1, length))
                shifts.extend(begin - place for place in range(length - len(instead) + 1, length))
            starts.append(length)
            shifts.append(done - length)
    pieces.append(even[done:])
    return Folded("".join(pieces), None, starts, shifts)


def finds(quote: str, text: str, *, start: int = 0, end: int | None = None) -> Iterator[Match]:
    """Every place where the quotation stands exactly or but for typography, in order; whole words only."""
    end = len(text) if end is None else min(end, len(text))
    wanted = quote.strip()
    if not wanted:
        return
    found = False
    for at in _each(wanted, text, start, end):
        found = True
        yield Match(at, at + len(wanted), "exact", 100.0)
    if not found:
        yield from _normalised(quote, text, start, end)


def locate(quote: str, text: str, *, start: int = 0, end: int | None = None, near: float = NEAR) -> Match | None:
    """The first place of the quotation between `start` and `end`, as exactly as it can be had; None where it is not there.

    `near` is the least similarity of a near find in per cent; above 100 there are none.
    """
    end = len(text) if end is None else min(end, len(text))
    start = max(0, start)
    return next(finds(quote, text, start=start, end=end), None) or _near(quote, text, start, end, near)


def differences(quote: str, passage: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that only the quotation has, and those that only the passage has; typography does not count."""
    ours = WORD.findall(fold(quote).text)
    theirs = WORD.findall(fold(passage).text)
    here, there = Counter(ours), Counter(theirs)
    return tuple((here - there).elements()), tuple((there - here).elements())


def _each(wanted: str, text: str, start: int, end: int) -> Iterator[int]:
    """Places of the wanted words as whole words; a very long quotation may end inside one, which keeps the search linear."""
    size = len(wanted)
    at = text.find(wanted, start, end)
    while at >= 0:
        if size > LONGEST_NEAR or _whole(text, at, at + size):
            yield at
            after = at + size
        else:
            after = _past_word(text, at)
        at = text.find(wanted, after, end)


def _past_word(text: str, at: int) -> int:
    """The next place at which whole words could begin: behind the word that `at` stands in, else the next character."""
    after = at + 1
    if at and _letter(text[at - 1]):
        while after < len(text) and _letter(text[after]):
            after += 1
    return after


def _whole(text: str, start: int, end: int) -> bool:
    """Whether the passage neither begins nor ends inside a word."""
    # The character outside comes first: as a rule it is none, and the one inside need not be looked at.
    begins = start == 0 or not (_letter(text[start - 1]) and _letter(text[start]))
    return begins and (end >= len(text) or not (_letter(text[end]) and _letter(text[end - 1])))


def _letter(character: str) -> bool:
    return character.isalnum() or unicodedata.combining(character) != 0


def _even(text: str) -> str:
    """Lower case, one kind of quotation mark and of dash, as many characters as before ("İ" alone would become two)."""
    even = text.replace("İ", "i").lower()
    # A text has few of them: a pass for each is a fraction of translate's look at every character.
    for character in ONE_TO_ONE.keys() & set(even):
        even = even.replace(character, ONE_TO_ONE[character])
    return even


def _instead(uneven: str) -> str:
    if uneven == "…":
        return "..."
    return "" if all(character in INVISIBLE for character in uneven) else " "


def _taken_apart(text: str) -> Folded:
    """The slow way for texts that are not in NFC: character by character, accents beside their letters."""
    kept: list[str] = []
    places = array("l")
    for place, character in enumerate(text):
        for piece in unicodedata.normalize("NFD", _even(character)):
            if piece in INVISIBLE:
                continue
            folded = " " if piece.isspace() else "..." if piece == "…" else piece
            if folded == " " and kept and kept[-1] == " ":
                continue
            kept.extend(folded)
            places.extend([place] * len(folded))
    return Folded("".join(kept), places)


def _alike(quote: str, folded: Folded) -> str:
    """The quotation, folded in the same way as the text."""
    form: Literal["NFC", "NFD"] = "NFC" if folded.places is None else "NFD"
    return unicodedata.normalize(form, fold(unicodedata.normalize("NFC", quote)).text).strip(EDGE)


def _normalised(quote: str, text: str, start: int, end: int) -> Iterator[Match]:
    folded = fold(text)
    wanted = _alike(quote, folded)
    if not wanted:
        return
    for at in _each(wanted, folded.text, folded.offset(start), folded.offset(end)):
        yield Match(*_back(folded, at, at + len(wanted)), "normalised", 100.0)


def _back(folded: Folded, start: int, end: int) -> tuple[int, int]:
    """Offsets in the original of a folded passage."""
    return folded.origin(start), folded.origin(end - 1) + 1


def _near(quote: str, text: str, start: int, end: int, least: float) -> Match | None:
    if least > 100 or len(quote) > LONGEST_NEAR:
        return None
    folded = fold(text)
    wanted = _alike(quote, folded)
    low, high = folded.offset(start), folded.offset(end)
    best: tuple[float, int, int] | None = None
    for begin, stop in _candidates(wanted, folded, low, high):
        found = fuzz.partial_ratio_alignment(wanted, folded.text[begin:stop], score_cutoff=max(least, best[0] if best else 0.0))
        if found is not None and (best is None or found.score > best[0]):
            best = found.score, begin + found.dest_start, begin + found.dest_end
    if best is None:
        return None
    begin, stop = _trim(wanted, folded.text, *_snap(folded.text, best[1], best[2], low, high), low, high)
    score = fuzz.ratio(wanted, folded.text[begin:stop])
    return Match(*_back(folded, begin, stop), "near", score) if begin < stop and score >= least else None


def _trim(wanted: str, text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The passage from the word that answers the quotation's first to the one that answers its last.

    The compared stretch is as long as the quotation; where the text has more words or fewer, it holds too few or too many.
    """
    ours = WORD.findall(wanted)
    slack = len(wanted) // 8 + 12
    begin, stop = _snap(text, max(low, start - slack), min(high, end + slack), low, high)
    theirs = list(WORD.finditer(text, begin, stop))
    blocks = [block for block in LCSseq.opcodes(ours, [match[0] for match in theirs]) if block.tag == "equal"]
    if not blocks:
        return start, end
    first = max(0, blocks[0].dest_start - blocks[0].src_start)
    last = min(len(theirs), blocks[-1].dest_end + len(ours) - blocks[-1].src_end) - 1
    return theirs[first].start(), theirs[last].end()


def _candidates(wanted: str, folded: Folded, low: int, high: int) -> list[tuple[int, int]]:
    """Stretches of the folded text worth comparing: all of a short one for a short quotation, else where words agree."""
    if not wanted or low >= high:
        return []
    if high - low <= max(2 * len(wanted), 200) or (len(wanted) <= ONE_WORD and high - low <= SHORT_TEXT):
        return [(low, high)]
    slack = len(wanted) // 4 + 16
    votes: Counter[int] = Counter()
    anchors = [(match.start(), folded.words.get(match[0])) for match in WORD.finditer(wanted)]
    known = sorted((len(places), at) for at, places in anchors if places is not None and len(places) <= COMMON)
    by_start = dict(anchors)
    for _, at in known[:ANCHORS]:
        for place in by_start[at] or ():
            if low <= place < high:
                votes[(place - at) // slack] += 1
    best = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:CANDIDATES]
    return [(max(low, bucket * slack - slack), min(high, bucket * slack + len(wanted) + 2 * slack)) for bucket in best]


def _snap(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The passage widened to whole words and freed of white space."""
    while start > low and _letter(text[start - 1]) and start < len(text) and _letter(text[start]):
        start -= 1
    while end < high and end > start and _letter(text[end - 1]) and _letter(text[end]):
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
