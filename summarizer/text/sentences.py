"""Sentences: sentencex finds them; what it does not know of news is settled here."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # it ships no types

from summarizer.text.lines import Span, paragraphs, trim

__all__ = ["LONGEST", "sentences", "within"]

LONGEST = 5_000
"""Code points of the longest sentence; a longer stretch without a stop is a table or a defect, and is cut at white space."""
BRACKET = 200
"""Code points of the longest bracket that is kept in one sentence; a longer or unclosed one is passed over."""
LAST_WORD = 24
"""Code points before a full stop in which its word is looked for."""

_QUOTES = re.compile('["“”„‟«»‹›″\'‘’‚‛`´](?:(?<=["“”„‟«»‹›″])|(?<![^\\W_].)|(?![^\\W_]))', re.DOTALL)
_BRACKETS = re.compile(rf"(\([^()]{{0,{BRACKET}}}\)|\[[^\[\]]{{0,{BRACKET}}}\])|[()\[\]]")
_STOP = re.compile(r"[.!?…。]")
_ASIDE = re.compile(rf"\([ ]?[A-Z][^()]{{20,{BRACKET}}}[.!?] ?\)(?=\s+[A-Z])")
_OPENERS = frozenset("“„«‹‘‚([")
_CLOSERS = frozenset("\"'`´″”’»›)]")
_WORD = re.compile(r"((?:[^\W_]+\.)*[^\W_]+)\.[\"'”’»)\]]*\s*\Z")
_NEXT = re.compile(r"[\s\"'“”„‟«»‹›‘’‚‛`(\[]*([^\W_]+(?:\.[^\W_]+)*)?")
_DAYS = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday|tonight|[ecmpw][ds]?t|[ecmp]\.[ds]?\.?t|bst|cest|cet|gmt|utc|local"
    r"|eastern|central|pacific|mountain|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*",
    re.IGNORECASE,
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the sentences of `text[start:end]`, trimmed, in order; no sentence crosses a paragraph.

    A sentence inside quotation marks is a sentence of its own, so a missing mark changes nothing beyond its place.
    """
    return [span for a, b in paragraphs(text, start, end) for span in within(text, a, b)]


def within(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the sentences of one paragraph, which may run over several lines.

    Quotation marks are blanked first: sentencex keeps what stands between two of them in one piece, joins across a missing one,
    and takes quadratic time over many opening ones.
    """
    piece = text[start:end]
    starts = [0]
    for cut in _cuts(piece) if _STOP.search(piece, 0, len(piece) - 1) else ():
        cut = _closed(piece, starts[-1], cut)
        if cut <= starts[-1] or (cut < len(piece) and _runs_on(piece, starts[-1], cut)):
            continue
        if len(starts) > 1 and not _worded(piece, starts[-1], cut):
            starts[-1] = cut
        else:
            starts.append(cut)
    if len(starts) > 1 and not _worded(piece, starts[-1], len(piece)):
        starts.pop()
    for a, b in pairwise([*starts, len(piece)]):
        yield from _short(text, start + a, start + b)


def _worded(piece: str, begin: int, end: int) -> bool:
    """Whether a letter or digit stands there; a sentence has some, and stray marks belong to the one before."""
    return any(char.isalnum() for char in piece[begin:end])


def _cuts(piece: str) -> list[int]:
    """Where sentences may end: where sentencex says so, and after a whole sentence in brackets."""
    blank = _QUOTES.sub(" ", piece).replace("\n", " ")
    bracketed: list[int] = []
    if "(" in blank or "[" in blank:
        blank = _BRACKETS.sub(lambda found: found[1] or " ", blank)
        bracketed = [found.end() for found in _ASIDE.finditer(blank)]
    cuts = [min(bound["end_index"], len(piece)) for bound in get_sentence_boundaries("en", blank)]
    return sorted({*cuts, *bracketed}) if bracketed else cuts


def _short(text: str, start: int, end: int) -> Iterator[Span]:
    """The trimmed span, cut at white space where it is longer than any sentence."""
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST))
        cut = cut if cut > start else start + LONGEST
        if found := trim(text, start, cut):
            yield found
        start = cut
    if found := trim(text, start, end):
        yield found


def _closed(piece: str, begin: int, cut: int) -> int:
    """`cut` moved so that closing marks stay with the sentence they close and opening marks go to the next."""
    while cut > begin and (piece[cut - 1].isspace() or piece[cut - 1] in _OPENERS or piece[cut - 1] in _CLOSERS):
        cut -= 1
    while cut < len(piece) and piece[cut] in _CLOSERS:
        cut += 1
    return cut


def _runs_on(piece: str, begin: int, cut: int) -> bool:
    """Whether the sentence goes on after `cut`: a small letter follows, or an abbreviation wants the next word."""
    found = _NEXT.match(piece, cut)
    after = found[1] if found else None
    if after is None or after[0].islower():
        return after is not None
    last = _WORD.search(piece, max(begin, cut - LAST_WORD), cut)
    wants = _abbreviations().get(last[1].casefold(), frozenset()) if last else frozenset()
    if after[0].isdigit():
        return bool(wants & {"month", "number"})
    if "name" in wants and last is not None:
        return not piece[max(begin, last.start() - 2) : last.start()].rstrip().endswith(tuple("0123456789"))
    return "time" in wants and _DAYS.fullmatch(after) is not None


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    """What may stand after each abbreviation."""
    found: dict[str, set[str]] = {}
    for row in files(__package__).joinpath("abbreviations.tsv").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            kind, word = row.split("\t")
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}
