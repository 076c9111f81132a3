"""Text as everything else sees it: normalised once, cut into paragraphs and sentences, folded for comparison, hashed.

Offsets are code points, start included, end excluded; `text[start:end]` is the words.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # it ships no types

__all__ = ["Span", "digest", "fold", "lines", "normalise", "paragraphs", "sentences"]

Span = tuple[int, int]

WRAP_WIDTH = 100
"""Code points. A text whose lines are all shorter may be wrapped by hand or by a wire machine; a longer line is a paragraph."""
WRAP_NARROWEST = 40
"""Code points. Lines that are shorter throughout are a list or verse."""
WRAP_SHARE = 0.8
"""Share of line ends that a greedy wrap must explain; the rest are short lines before a page break or a list."""
WRAP_LINES = 3
"""Line ends that a greedy wrap must explain at least; one or two are chance."""
LONG_LINES = 0.05
"""Share of lines that may be longer than the wrap, such as a web address."""

ABBREVIATIONS = frozenset(
    """
    1lt 2lt 2nd adm ald amb approx art assn assoc asst atty bldg brig bros ca capt cf cmdr cmdt co col comdr comdt corp cpl cpt
    cres dep dept det dir dist div dr ed eds eng ens esq est etc ex fig figs fr ft gen gens gov govs hon inc ing insp intl
    jr lt ltd ltg maj mfg mgr min mr mrs ms msgr mt mtn mts mx no nos op ord par para pfc ph pp pres prof prov pt pte pvt rd rep reps
    rev rt sec secs sen sens sgt spc spec sq sr ssgt st sta ste supt tel treas univ vol vols vs wg
    """.split()
)
"""Words that a full stop shortens (English style guides: AP, Reuters, Guardian). sentencex has its own list; these are those of news."""
TITLES = frozenset(
    """
    adm ald amb atty brig capt cmdr cmdt col comdr comdt cpl cpt det dr ens fr gen gens gov govs hon insp lt ltg maj mr mrs ms msgr mt
    mx pfc pres prof pte pvt rep reps rev sen sens sgt spc ssgt st supt
    """.split()
)
"""Abbreviations that always stand before a name: no sentence ends after them when a capital follows."""
NUMBERED = frozenset("approx art ca ch eq fig figs max min no nos op p par para pp pt sec secs vol vols".split())
"""Abbreviations that stand before a number."""
MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
"""Months that a full stop shortens."""

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_BROKEN = re.compile("[\0\ud800-\udfff]")
_QUOTES = re.compile("[\"“”„‟«»‹›″]|(?<![^\\W_])['‘’‚‛`´]|['‘’‛`´](?![^\\W_])")
_OPENERS = "“„«‹‘‚(["
_CLOSERS = "”»›’)]"
_LAST_WORD = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\.[\"'”’»)\]]*\s*\Z")
_FIRST = re.compile(r"[\s\"'“”„‟«»‹›‘’‚‛(\[]*(.)", re.DOTALL)
_APOSTROPHES = re.compile("['’ʼ‘‛`´ʹʻʿʾ]")
_SPACES = re.compile(r"[\s\-‐‑‒–—―−_]+")
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})


def normalise(raw: str) -> str:
    """`raw` in NFC with line feeds only, without byte order mark; NUL and lone surrogates become U+FFFD.

    Every mandatory line break of Unicode (UAX 14) becomes a line feed, so that one line is one line for everybody.
    Idempotent.
    """
    text = _BROKEN.sub("\ufffd", _LINE_ENDS.sub("\n", raw.lstrip("\ufeff")))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def digest(text: str) -> str:
    """First sixteen hex digits of the SHA-256 of `text` in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """`word` without case, accents and apostrophes; hyphens, dashes and runs of white space are one space.

    "Jama’at Nusrat al-Islam" and "JAMAAT NUSRAT AL ISLAM" fold to the same words.
    """
    word = word.casefold()
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_PLAIN)
    return _SPACES.sub(" ", _APOSTROPHES.sub("", word)).strip()


def lines(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the lines of `text[start:end]` that are not blank, trimmed."""
    end = len(text) if end is None else end
    found = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if trimmed := _trim(text, start, stop):
            found.append(trimmed)
        start = stop + 1
    return found


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the paragraphs of `text[start:end]`, trimmed: lines, or blocks of lines where the text is wrapped.

    A text is taken for wrapped when its lines are short and nearly every line was as full as it could be: the first word of the
    next line would not have fitted.
    """
    found = lines(text, start, end)
    width = _wrap(text, found)
    if width is None:
        return found
    joined: list[Span] = []
    for a, b in found:
        if joined and _full(text, joined[-1], (a, b), width):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the sentences of `text[start:end]`, trimmed, in order; no sentence crosses a paragraph.

    A sentence inside quotation marks is a sentence of its own, so a missing mark changes nothing beyond its place.
    """
    return [span for a, b in paragraphs(text, start, end) for span in _split(text, a, b)]


def _trim(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None where nothing is left."""
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(bare)


def _wrap(text: str, found: list[Span]) -> int | None:
    """Width to which the lines are wrapped; None where they are not."""
    widths = sorted(b - a for a, b in found)
    if len(widths) <= WRAP_LINES:
        return None
    width = widths[int((len(widths) - 1) * (1 - LONG_LINES))]
    if not WRAP_NARROWEST <= width <= WRAP_WIDTH:
        return None
    pairs = [(one, two) for one, two in pairwise(found) if two[0] - one[1] and _adjacent(text, one, two)]
    full = sum(_full(text, one, two, width) for one, two in pairs)
    return width if full >= WRAP_LINES and full >= WRAP_SHARE * len(pairs) else None


def _adjacent(text: str, one: Span, two: Span) -> bool:
    """Whether no blank line stands between the two lines."""
    return text.count("\n", one[1], two[0]) == 1


def _full(text: str, one: Span, two: Span, width: int) -> bool:
    """Whether the first word of line `two` would not have fitted on the last line of `one`."""
    if not _adjacent(text, one, two):
        return False
    begin = text.rfind("\n", 0, one[1]) + 1
    word = text[two[0] : two[1]].split(None, 1)[0]
    return one[1] - max(begin, one[0]) + 1 + len(word) > width


def _split(text: str, start: int, end: int) -> list[Span]:
    """Spans of the sentences of one paragraph.

    Quotation marks are blanked first: sentencex keeps what stands between two of them in one piece, joins across a missing one,
    and takes quadratic time over many opening ones.
    """
    piece = text[start:end]
    blank = _QUOTES.sub(" ", piece).replace("\n", " ")
    cuts = [bound["end_index"] for bound in get_sentence_boundaries("en", blank)]
    found: list[Span] = []
    begin = 0
    for cut in cuts:
        cut = _closed(piece, begin, min(cut, len(piece)))
        if cut <= begin or (cut < len(piece) and _runs_on(piece, begin, cut)):
            continue
        if trimmed := _trim(piece, begin, cut):
            found.append(trimmed)
        begin = cut
    if rest := _trim(piece, begin, len(piece)):
        found.append(rest)
    return [(start + a, start + b) for a, b in found]


def _closed(piece: str, begin: int, cut: int) -> int:
    """`cut` moved so that closing marks stay with the sentence they close and opening marks go to the next."""
    tail = cut
    while tail > begin and (piece[tail - 1].isspace() or piece[tail - 1] in "\"'`´″" or piece[tail - 1] in _OPENERS + _CLOSERS):
        tail -= 1
    place = tail
    while place < len(piece) and (piece[place] in "\"'`´″" or piece[place] in _CLOSERS):
        place += 1
    return place


def _runs_on(piece: str, begin: int, cut: int) -> bool:
    """Whether the sentence goes on after `cut`: a small letter follows, or an abbreviation stands before a name or a number."""
    first = _FIRST.match(piece, cut)
    if first is None:
        return False
    after = first[1]
    if after.islower():
        return True
    last = _LAST_WORD.search(piece, max(begin, cut - 24), cut)
    if last is None:
        return False
    word = last[1].casefold()
    if after.isdigit():
        return word in NUMBERED or word in MONTHS
    return word in TITLES and word not in {"no", "st"}
