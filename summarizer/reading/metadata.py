"""Metadata: what an article says of itself, only where it says so, each with the place it was found at."""

import re
from collections.abc import Sequence

from schemas.article import Boilerplate, Dateline, Stated, StatedDate
from summarizer.reading import timestamps
from summarizer.text import Span

__all__ = ["dateline", "headline", "published", "publisher", "standfirst", "titled"]

HEADLINE = 220
"""Code points of the longest headline; press releases put the issuer in front of theirs."""
HEADLINE_WORDS = 3
"""Words of the shortest headline."""
STANDFIRST = 500
"""Code points of the longest standfirst."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATE = rf"(?i:(?:{_DAY},? )?(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}}| \d{{2}})?|no date))"
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.\-]*){0,4}"
_TITLE = r"[A-ZÀ-Þ][\w'’.\-]*(?: (?:[A-ZÀ-Þ][\w'’.\-]*|al|de|del|du|el|la|of|the)){0,4}"
_PLACE = rf"(?P<place>(?:{_CAPS}|{_TITLE})(?: \([A-Z][^()\d]{{1,40}}\))?(?:, ?(?!(?i:{_DAY})){_TITLE}){{0,2}})"
_AGENCY = r"(?:\((?P<round>[A-Z][^()]{1,60})\)|/ ?(?P<slashed>[A-Z][^/\n]{1,60}?) ?/)"
_RULE = r"\s*(?:-{1,2}|[–—―])\s*"
_TAGS = r"(?:\[[A-Z][^\[\]]{0,200}\]\s*)*"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_PLACE},? (?P<date>{_DATE})[.,]? ?{_AGENCY}(?:{_RULE}|[.:]? +){_TAGS}",
        rf"{_AGENCY}{_RULE}{_PLACE},? (?P<date>{_DATE}){_RULE}{_TAGS}",
        rf"{_PLACE},? ?{_AGENCY}{_RULE}{_TAGS}(?=[\"“‘'(]?[A-ZÀ-Þ\d])",
        rf"{_PLACE},? (?P<date>{_DATE}){_RULE}{_TAGS}(?=[\"“‘'(A-ZÀ-Þ])",
        rf"(?P<date>{_DATE})(?<=\d{{4}})(?:,? \((?P<place>{_CAPS}|{_TITLE})\))?{_RULE}{_TAGS}(?=[\"“‘'(]?[A-ZÀ-Þ])",
        rf"(?P<place>{_CAPS}(?:, {_TITLE}){{0,2}})[ \t]+(?:--|[–—―])[ \t]+(?=[\"“‘'(]?[A-ZÀ-Þ](?: ?[a-zß-ÿ]|\.[A-Z]\.))",
        rf"(?P<place>{_TITLE}, {_TITLE})[ \t]+(?:--|[–—―])[ \t]+(?=[\"“‘']?[A-ZÀ-Þ])",
        rf"{_AGENCY}{_RULE}{_TAGS}(?=[\"“‘'(]?[A-ZÀ-Þ])",
        r"\((?P<round>AFP|AP|BBC|CNN|DPA|EFE|IPS|Reuters|UPI|VOA|Xinhua)\)[ \t]*(?=[\"“‘'(]?[A-ZÀ-Þ])",
    )
)
_TITLED = re.compile(r"(?:title|headline|subject): *", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)(?:\s?©|\s?\([cC]\))?\s?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?)?\s?(?:[Bb]y\s)?(?P<name>[A-ZÀ-Þ][^.|\n,;:©]{1,60})"
)
_SOURCE = re.compile(r"(?:published by|publisher|source|quelle)(?:: ?| )(?P<name>[^.|\n;:]{2,60})", re.IGNORECASE)
_RELEASE = re.compile(r"SOURCE:? (?P<name>[^|\n;:]{2,60})")
_RESERVED = re.compile(r"[. ]*all rights", re.IGNORECASE)


def headline(text: str, rest: Sequence[Span]) -> Span | None:
    """Place of the headline: the first paragraph that is no boilerplate, where it is short, unclosed and text follows.

    None where the text begins with its first sentence. A Markdown heading mark is no part of it.
    """
    if len(rest) < 2:
        return None
    a, b = rest[0]
    words = text[a:b]
    short = len(words) <= HEADLINE and "\n" not in words and len(words.split()) >= HEADLINE_WORDS
    closed = words.rstrip("\"”’'").endswith((".", ":", ";", ","))
    if not short or closed or dateline(text, rest[:1]) or not _body(text, rest[1:], words):
        return None
    return a + len(words) - len(words.lstrip("# ")), b


def titled(text: str, boilerplate: Sequence[Boilerplate], first: int) -> Span | None:
    """Place of the headline in a line such as "Title: …" before the first sentence."""
    for piece in boilerplate:
        if piece.kind == "other" and piece.end <= first and (found := _TITLED.match(text, piece.start, piece.end)):
            return found.end(), piece.end
    return None


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


def publisher(text: str, boilerplate: Sequence[Boilerplate], line: Dateline | None, first: int) -> Stated | None:
    """Who published it: by its copyright line, by a source line before the first sentence (at code point `first`) or the capital
    SOURCE of a press release, else by the agency of its dateline."""
    for piece in boilerplate:
        found = _COPYRIGHT.match(text, piece.start, piece.end) if piece.kind == "copyright" else None
        if found is None and piece.kind in {"byline", "origin_link"}:
            found = (_SOURCE if piece.start < first else _RELEASE).match(text, piece.start, piece.end)
        if found is not None:
            name = _RESERVED.split(found["name"])[0].rstrip()
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
