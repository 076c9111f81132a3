"""Boilerplate: what stands in the text of an article without being news, by kind, with its place.

The patterns stand in `boilerplate.tsv`. A stretch is set apart only when a pattern fits the whole of it: a paragraph, a sentence,
or the rest of a paragraph. Nothing is deleted.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import get_args

from schemas.article import Boilerplate, BoilerplateKind
from summarizer.reading import timestamps
from summarizer.text import Span

__all__ = ["find"]

LONGEST = 600
"""Code points. A longer stretch is never taken for boilerplate by a pattern; it also bounds the cost of one."""
REPEATED_WORDS = 3
"""Words that a paragraph needs to count as printed again; shorter ones ("He agreed.") may recur."""
BLOCK_LINES = 12
"""Lines that a block of contacts or links has at most."""
BLOCK_WORDS = 14
"""Words that a line of such a block has at most; a longer line is text again."""
RELATED = re.compile(
    r"(?:more on this(?: story| topic)?|most (?:read|viewed|popular|shared)|read (?:more|next|also)|trending(?: now| stories)?"
    r"|recommended(?: stories| for you)?|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|related(?: articles?| stories| topics?| news| posts?| content| links?| coverage)?)[ :]*",
    re.IGNORECASE,
)
"""Headings of a list of links."""
POST = re.compile(
    r".{0,60}\b(?:analyst|bureau chief|columnist|correspondent|editor|reporter|staff|writer)s?\b[^.!?]{0,60}", re.IGNORECASE
)
"""What an author is, in the line under the name."""
NAME = re.compile(r"[A-ZÀ-Þ][\w.'’\-]*(?: (?:[A-ZÀ-Þ][\w.'’\-]*|al|bin|da|de|del|di|el|la|le|van|von)){1,4}")
BULLET = re.compile(r"[•▪●◦‣■*\-–—]\s+\S|\d{1,2}[.)]\s+\S")
BOX = re.compile(
    r"(?:key|main|top) (?:takeaways?|points?|facts?|highlights?|findings|developments)|takeaways|highlights|at a glance"
    r"|in brief|in short|summary|tl;?dr|quick read|what (?:you need|we know|to know)(?: to know)?(?: so far)?"
    r"|the (?:gist|essentials|bottom line)",
    re.IGNORECASE,
)


def find(text: str, paragraphs: Mapping[Span, Sequence[Span]]) -> list[Boilerplate]:
    """Every stretch of `text` that is not news, in order, none overlapping another; `paragraphs` come with their sentences."""
    blocks = list(paragraphs)
    kinds: list[BoilerplateKind | None] = [_line(text[a:b]) for a, b in blocks]
    _boxes(text, blocks, kinds)
    _blocks(text, blocks, kinds)
    _authors(text, blocks, kinds)
    _repetitions(text, blocks, kinds)
    found: list[Boilerplate] = []
    for (a, b), kind in zip(blocks, kinds, strict=True):
        if kind == "timestamp":
            found += _stamped(text, a, b)
        elif kind is not None:
            found.append(Boilerplate(kind=kind, start=a, end=b))
        else:
            found += _inside(text, paragraphs[a, b])
    return found


@cache
def _rules(*where: str) -> tuple[re.Pattern[str], tuple[BoilerplateKind, ...]]:
    """The patterns for those places as one, and the kind of each group."""
    kinds: dict[str, BoilerplateKind] = {kind: kind for kind in get_args(BoilerplateKind)}
    rows = [row.split("\t") for row in files(__package__).joinpath("boilerplate.tsv").read_text(encoding="utf-8").splitlines()]
    kept = [(kinds[row[0]], row[2]) for row in rows if len(row) == 3 and row[1] in where]
    joined = "|".join(f"({pattern})" for _, pattern in kept)
    return re.compile(rf"(?:{joined})[\s.…:;!»›→]*", re.IGNORECASE), tuple(kind for kind, _ in kept)


def _match(words: str, *where: str) -> BoilerplateKind | None:
    """The kind of boilerplate that the whole of `words` is."""
    if len(words) > LONGEST:
        return None
    pattern, kinds = _rules(*where)
    found = pattern.fullmatch(words)
    return kinds[found.lastindex - 1] if found and found.lastindex else None


def _line(words: str) -> BoilerplateKind | None:
    """The kind of a whole paragraph, as far as its own words tell."""
    if timestamps.only(words):
        return "timestamp"
    if not any(char.isalnum() for char in words):
        return "other"
    return _match(words, "any", "line", "rest")


def _stamped(text: str, start: int, end: int) -> list[Boilerplate]:
    """A line of time stamps, an advertisement mark in it kept apart."""
    cut = timestamps.mark(text, start, end)
    if cut is None:
        return [Boilerplate(kind="timestamp", start=start, end=end)]
    parts: list[tuple[BoilerplateKind, Span]] = [
        ("timestamp", (start, cut[0])),
        ("advertisement", cut),
        ("timestamp", (cut[1], end)),
    ]
    bare = [(kind, a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) for kind, (a, b) in parts]
    return [Boilerplate(kind=kind, start=a, end=b) for kind, a, b in bare if a < b]


def _inside(text: str, sentences: Sequence[Span]) -> list[Boilerplate]:
    """Boilerplate sentences of a paragraph of news."""
    found: list[Boilerplate] = []
    if len(sentences) == 1:
        return found  # the paragraph itself was no boilerplate
    end = sentences[-1][1]
    for a, b in sentences:
        if _match(text[a:b], "any", "rest") is None:
            continue
        if _match(text[a:b], "rest") and _match(text[a:end], "rest"):
            return [*found, Boilerplate(kind="read_more", start=a, end=end)]
        if kind := _match(text[a:b], "any"):
            found.append(Boilerplate(kind=kind, start=a, end=b))
    return found


def _boxes(text: str, paragraphs: Sequence[Span], kinds: list[BoilerplateKind | None]) -> None:
    """Mark a heading such as "Key Takeaways" and the list under it."""
    for place, (a, b) in enumerate(paragraphs):
        if not BOX.fullmatch(text[a:b].rstrip(" :")):
            continue
        stop = place + 1
        while stop < len(paragraphs) and BULLET.match(text, paragraphs[stop][0]):
            stop += 1
        if stop > place + 1:
            kinds[place:stop] = ["summary_box"] * (stop - place)


def _blocks(text: str, paragraphs: Sequence[Span], kinds: list[BoilerplateKind | None]) -> None:
    """Mark the short unclosed lines under a contact heading or a heading of links."""
    for place, (a, b) in enumerate(paragraphs):
        words = text[a:b]
        below: BoilerplateKind = "contact"
        if kinds[place] in {"navigation", "read_more"} and RELATED.fullmatch(words):
            below = "read_more"
        elif kinds[place] != "contact" or not words.endswith((":", "contact", "contacts")):
            continue
        for next_place in range(place + 1, min(place + 1 + BLOCK_LINES, len(paragraphs))):
            words = text[slice(*paragraphs[next_place])]
            if kinds[next_place] is not None or len(words.split()) > BLOCK_WORDS or words.endswith((".", "!", "?", "”", '"')):
                break
            kinds[next_place] = below


def _authors(text: str, paragraphs: Sequence[Span], kinds: list[BoilerplateKind | None]) -> None:
    """Mark a bare name beside an author's picture, a byline or a time stamp, and what the author is under it."""
    marks = {"author", "byline", "timestamp", "image"}
    for place, (a, b) in enumerate(paragraphs):
        beside = {kinds[near] for near in (place - 1, place + 1) if 0 <= near < len(paragraphs)}
        if kinds[place] is None and beside & marks and NAME.fullmatch(text, a, b):
            kinds[place] = "author"
        elif kinds[place] is None and place and kinds[place - 1] in {"author", "byline"} and POST.fullmatch(text, a, b):
            kinds[place] = "byline"


def _repetitions(text: str, paragraphs: Sequence[Span], kinds: list[BoilerplateKind | None]) -> None:
    """Mark a paragraph that is printed again, such as a headline or a subtitle."""
    seen: set[str] = set()
    for place, (a, b) in enumerate(paragraphs):
        if kinds[place] is not None:
            continue
        key = " ".join(text[a:b].casefold().split()).strip(' #.:!?"“”')
        if key in seen and key.count(" ") + 1 >= REPEATED_WORDS:
            kinds[place] = "repeated"
        seen.add(key)
