"""Checks at the public border: free text against articles, and a model's figure against its article."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas import Article, Check, CheckReport, Disagreement, Evidence
from schemas.validation import Verdict
from summarizer.figures.context import Claim, claim_of
from summarizer.figures.judging import Judgement, Match, judged
from summarizer.figures.page import Page, page
from summarizer.figures.values import record
from summarizer.figures.wording import excerpt, labelled, place, sentence

__all__ = ["Source", "check", "sourced", "verdicts"]


@dataclass(slots=True)
class Source:
    """An article with its page."""

    article: Article
    page: Page


def sourced(article: Article) -> Source:
    """The article with its page; the sentences are the article's own."""
    return Source(article, page(article.text, tuple((item.start, item.end) for item in article.sentences) or None))


def verdicts(text: str, sources: Sequence[str]) -> list[tuple[int, int, Verdict]]:
    """(start, end, verdict) of each figure of a text against source texts, without evidence."""
    checked, pages = page(text), [page(source) for source in sources]
    return [(fig.start, fig.end, judged(claim_of(checked, number), pages).verdict) for number, fig in enumerate(checked.figs)]


def check(text: str, sources: Sequence[Article]) -> CheckReport:
    """Every figure of a text against its sources, each judged by the best evidence in any of them.

    Offsets of the checks count code points of `text`, those of the evidence of the article's text. Sources that state
    different values of the same thing are reported as disagreements.
    """
    checked, known = page(text), [sourced(article) for article in sources]
    checks: list[Check] = []
    for number in range(len(checked.figs)):
        claim = claim_of(checked, number)
        checks.append(checked_figure(claim, judged(claim, [source.page for source in known]), known))
    return CheckReport(checks=tuple(checks), disagreements=disagreements(checks))


def checked_figure(claim: Claim, found: Judgement, sources: Sequence[Source]) -> Check:
    """The public record of a judgement."""
    match = found.match or found.rival
    fig = claim.fig
    evidence = evident(match, sources) if match is not None else None
    shown = found.rival if found.reason in ("rival", "other") else match
    says = excerpt(shown.page, shown.fig, shown.page.numbers[shown.number]) if shown is not None else ""
    there = spot(shown, sources) if shown is not None else ""
    return Check(
        of="date" if fig.day is not None else "figure",
        text=claim.page.text[fig.start : fig.end],
        start=fig.start,
        end=fig.end,
        verdict=found.verdict,
        explanation=sentence(found.reason, labelled(claim.page, fig), says, there, found.operation or ""),
        evidence=(evidence,) if evidence is not None else (),
        rival=evident(found.rival, sources) if found.rival is not None else None,
        operation=found.operation,
        quantity=record(fig),
    )


def source_of(match: Match, sources: Sequence[Source]) -> Source:
    """The source that a match lies in."""
    return next(source for source in sources if source.page is match.page)


def spot(match: Match, sources: Sequence[Source]) -> str:
    """Where a match stands, in words."""
    return place(source_of(match, sources).article, match.page.numbers[match.number] + 1)


def evident(match: Match, sources: Sequence[Source]) -> Evidence:
    """The place of a match."""
    source, fig = source_of(match, sources), match.fig
    number = match.page.numbers[match.number]
    return Evidence(
        article=source.article.id,
        name=source.article.name,
        sentence=number + 1,
        start=fig.start,
        end=fig.end,
        text=match.page.text[fig.start : fig.end],
        quote=match.page.sentence(number),
    )


def disagreements(checks: Sequence[Check]) -> tuple[Disagreement, ...]:
    """Where one article supports a figure and another states a different value of the same thing."""
    return ()
