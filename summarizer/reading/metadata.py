"""Metadata: what an article says of itself, only where it says so, each with the place it was found at."""

import re
from collections.abc import Sequence

from schemas.article import Boilerplate, Dateline, Stated, StatedDate
from summarizer.reading import timestamps
from summarizer.text import Span

__all__ = ["dateline", "headline", "published", "publisher", "standfirst"]

HEADLINE = 220
"""Code points of the longest headline; press releases put the issuer in front of theirs."""
HEADLINE_WORDS = 3
"""Words of the shortest headline."""
STANDFIRST = 500
"""Code points of the longest standfirst."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?i:(?:[a-z]+day,? )?(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}}| \d{{2}})?))"
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.\-]*){0,4}"
_TITLE = r"[A-ZÀ-Þ][\w'’.\-]*(?: (?:[A-ZÀ-Þ][\w'’.\-]*|al|de|del|du|el|la|of|the)){0,4}"
_PLACE = rf"(?P<place>(?:{_CAPS}|{_TITLE})(?:, ?{_TITLE}){{0,2}})"
_AGENCY = r"(?:\((?P<round>[A-Z][^()\n]{1,60})\)|/ ?(?P<slashed>[A-Z][^/\n]{1,60}?) ?/)"
_RULE = r"[ \t]*(?:-{1,2}|[–—―])[ \t]*"
_TAGS = r"(?:\[[A-Z][^\[\]\n]{0,60}\][ \t]*)*"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_PLACE},? (?P<date>{_DATE}),? ?{_AGENCY}(?:{_RULE}|[ :]+){_TAGS}",
        rf"{_PLACE},? ?{_AGENCY}(?:{_RULE}){_TAGS}",
        rf"{_PLACE},? (?P<date>{_DATE}){_RULE}{_TAGS}(?=[\"“‘'(A-ZÀ-Þ])",
        rf"(?P<place>{_CAPS}(?:, {_TITLE}){{0,2}})[ \t]+(?:--|[–—―])[ \t]+(?=[\"“‘'(]?[A-ZÀ-Þ]\w*[a-zß-ÿ ,])",
        rf"(?P<place>{_TITLE}, {_TITLE})[ \t]+(?:--|[–—―])[ \t]+(?=[\"“‘']?[A-ZÀ-Þ])",
        rf"{_AGENCY}{_RULE}{_TAGS}(?=[\"“‘'(]?[A-ZÀ-Þ])",
        r"\((?P<round>AFP|AP|BBC|CNN|DPA|EFE|IPS|Reuters|UPI|VOA|Xinhua)\)[ \t]*(?=[\"“‘'(]?[A-ZÀ-Þ])",
    )
)
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)(?:\s?©|\s?\([cC]\))?\s?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?)?\s?(?:[Bb]y\s)?(?P<name>[A-ZÀ-Þ][^.|\n,;:©]{1,60})"
)
_MASTHEAD = re.compile(
    r"(?:published by|publisher|source|quelle|SOURCE)(?::| )\s*(?P<name>[A-ZÀ-Þ][^.|\n;:]{1,60})", re.IGNORECASE
)


def headline(text: str, rest: Sequence[Span]) -> int | None:
    """Index of the headline among the paragraphs that are not boilerplate; None where the text begins with its first sentence."""
    if len(rest) < 2:
        return None
    a, b = rest[0]
    words = text[a:b]
    short = len(words) <= HEADLINE and "\n" not in words and len(words.split()) >= HEADLINE_WORDS
    closed = words.rstrip("\"”’'").endswith((".", ":", ";", ","))
    return 0 if short and not closed and dateline(text, rest[:1]) is None and _body(text, rest[1:], words) else None


def standfirst(text: str, rest: Sequence[Span], boilerplate: Sequence[Boilerplate]) -> int:
    """How many paragraphs after the headline are its standfirst: those before a byline, a picture or a time stamp."""
    marks = [piece.start for piece in boilerplate if piece.kind in {"author", "byline", "image", "repeated", "timestamp"}]
    for count in (1, 2):
        if len(rest) <= count + 1 or rest[count][1] - rest[count][0] > STANDFIRST:
            return 0
        if any(rest[count][1] <= mark < rest[count + 1][0] for mark in marks):
            return count
    return 0


def dateline(text: str, rest: Sequence[Span]) -> Dateline | None:
    """Place, date and agency in front of the first sentence, looked for in the first paragraphs."""
    for a, b in rest[:4]:
        for pattern in _DATELINES:
            if (found := pattern.match(text, a, b)) and found.end() < b:
                got = found.groupdict()
                agency = got.get("round") or got.get("slashed")
                return Dateline(
                    place=got.get("place"), date=got.get("date"), agency=agency, start=a, end=len(text[: found.end()].rstrip())
                )
    return None


def publisher(text: str, boilerplate: Sequence[Boilerplate], line: Dateline | None) -> Stated | None:
    """Who published it: by its copyright line or source line, else the agency of its dateline."""
    for pattern, kinds in ((_COPYRIGHT, {"copyright"}), (_MASTHEAD, {"origin_link", "byline"})):
        for piece in boilerplate:
            if piece.kind in kinds and (found := pattern.match(text, piece.start, piece.end)):
                name = found["name"].split(" All rights")[0].split(" all rights")[0].rstrip()
                return Stated(value=name, basis="masthead", start=found.start("name"), end=found.start("name") + len(name))
    if line is None or line.agency is None:
        return None
    start = text.index(line.agency, line.start, line.end)
    return Stated(value=line.agency, basis="dateline", start=start, end=start + len(line.agency))


def published(text: str, boilerplate: Sequence[Boilerplate], line: Dateline | None) -> StatedDate | None:
    """When it was published: by a time stamp, else by a dateline with its year."""
    spans = [(piece.start, piece.end, "masthead") for piece in boilerplate if piece.kind == "timestamp"]
    if line is not None:
        spans.append((line.start, line.end, "dateline"))
    for start, end, basis in spans:
        if found := timestamps.first(text, start, end):
            return StatedDate(
                value=found[0], basis="dateline" if basis == "dateline" else "masthead", start=found[1], end=found[2]
            )
    return None


def _body(text: str, rest: Sequence[Span], words: str) -> bool:
    """Whether what follows reads as an article under this headline."""
    longest = max(b - a for a, b in rest[:6])
    return longest > len(words) and any(text[a:b].rstrip("\"”’')]").endswith((".", "!", "?", "…")) for a, b in rest[:6])
