"""Attributions of the embedded model on a set in the PolNeAR layout: one JSON object a line, `docid` and `text`.

usage: python -m bench.polnear GOLD.jsonl[.gz] PREDICTIONS.jsonl

Writes one object a document: `docid` and `attributions`, each with the spans of source and content. The record of a claim
names its speaker by party, so the source's span is looked up: the party's nearest name, or a pronoun, outside the content.
"""

import re
from collections.abc import Iterator

from bench.embedded import extraction, predict
from schemas.article import Article
from schemas.extraction import Claim, Extraction
from summarizer.alignment import locate
from summarizer.embedded.cues import VERBS

Span = tuple[int, int]
GAP = 200
"""Characters. "…, said X, who is …. " stands between the parts of a quotation."""
NEAR = 3
"""Words. A reporting verb stands so near behind its speaker."""
COMMAS = ",—–“”\"'"
APPOSED = re.compile(r"^\s*(?:\([^)]*\)\s*)?,[^“”\"]{3,120}?,(?=\s)")
"""An apposition behind a name, up to its closing comma."""
QUOTES = "\"“„«'‘"
PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|who|which|[Hh]is|[Hh]er|[Tt]heir)\b")


def attributions(article: Article, found: Extraction) -> Iterator[dict[str, object]]:
    """Source and content of each claim as spans of the article's text."""
    names = {party.id: (party.name, *party.also) for party in found.parties}
    placed = [(claim, _bare(article, content)) for claim in found.claims if (content := _content(article, claim)) is not None]
    for place, (claim, content) in enumerate(placed):
        if place and _continues(article, *placed[place - 1], claim, content):
            continue
        parts = [content]
        after = place + 1
        while after < len(placed) and _continues(article, *placed[after - 1], *placed[after]):
            parts.append(placed[after][1])
            after += 1
        source = _source(article, claim, content, [name for id in claim.speakers for name in names[id]])
        yield {"source": _span(source) if source else None, "cue": None, "content": [_span(part) for part in parts]}


def _continues(article: Article, before: Claim, one: Span, claim: Claim, two: Span) -> bool:
    """Whether a quotation goes on after "…, he said." in the same paragraph; the set counts that as one attribution."""
    sentences = article.sentences
    return (
        before.speakers == claim.speakers
        and bool(claim.speakers)
        and one[1] <= two[0] <= one[1] + GAP
        and sentences[before.sentence - 1].paragraph == sentences[claim.sentence - 1].paragraph
        and all(article.text[max(0, start - 4) : start].rstrip()[-1:] in QUOTES for start in (one[0], two[0]))
    )


def _bare(article: Article, content: Span) -> Span:
    """The content without a reporting verb at its beginning, which the set counts as the cue."""
    first, _, rest = article.text[content[0] : content[1]].partition(" ")
    return (content[0] + len(first) + 1, content[1]) if first.lower() in VERBS and len(rest.split()) > 1 else content


def _span(span: Span) -> dict[str, int]:
    """A span as the scorer reads it."""
    return {"start": span[0], "end": span[1]}


def _content(article: Article, claim: Claim) -> Span | None:
    """Where the content stands, from its sentence on."""
    start = article.sentences[claim.sentence - 1].start
    at = article.text.find(claim.content, start)
    if 0 <= at < article.sentences[claim.sentence - 1].end:
        return at, at + len(claim.content)
    found = locate(claim.content, article.text, start=start, end=min(len(article.text), start + 2 * len(claim.content) + 200))
    return (found.start, found.end) if found else None


def _source(article: Article, claim: Claim, content: Span, names: list[str]) -> Span | None:
    """The speaker's nearest name outside the content: in its sentence, else a pronoun there, else the last name before it."""
    if not names:
        return None
    last = next(
        (one for one in article.sentences[claim.sentence - 1 :] if one.end >= content[1]), article.sentences[claim.sentence - 1]
    )
    start = article.sentences[claim.sentence - 1].start
    told = "|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(f"{told}|{PRONOUN.pattern}")
    found = [
        match.span() for match in pattern.finditer(article.text, start, last.end) if _outside(article, match.span(), content)
    ]
    if found:
        return min(found, key=lambda span: (not _speaks(article, span), max(span[0] - content[1], content[0] - span[1])))
    before = [article.text.rfind(name, 0, content[0]) for name in names]
    at = max(before)
    return (at, at + len(names[before.index(at)])) if at >= 0 else None


def _outside(article: Article, span: Span, content: Span) -> bool:
    """Whether a name stands outside what was said, or in words put into it: "The museum, Mr Oru said, opened"."""
    if span[1] <= content[0] or content[1] <= span[0]:
        return True
    return article.text[: span[0]].rstrip()[-1:] in COMMAS and _speaks(article, span)


def _speaks(article: Article, span: Span) -> bool:
    """Whether a reporting verb stands beside a name: "Mr Oru often said", "said Mr Oru"; behind an apposition too."""
    before, after = article.text[: span[0]].split()[-1:], article.text[span[1] :]
    words = re.findall(r"[\w’']+", APPOSED.sub("", after[:GAP], count=1))[:NEAR]
    return any(word.lower() in VERBS for word in [*before, *words])


def main() -> None:
    """Write the predictions."""
    predict(__doc__, "docid", lambda article: {"attributions": list(attributions(article, extraction(article)))})


if __name__ == "__main__":
    main()
