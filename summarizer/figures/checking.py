"""Checks at the public border: free text against articles, with evidence, explanation and disagreements."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from schemas import Article, Check, CheckReport, Disagreement, Evidence, Quantity
from schemas.validation import Verdict, WhenBasis
from summarizer import dates
from summarizer.figures.context import Claim, claim_of, likeness
from summarizer.figures.grammar import Fig
from summarizer.figures.judging import Judgement, judged
from summarizer.figures.matching import Match, sentence_share
from summarizer.figures.page import Page, page
from summarizer.figures.values import record, relate
from summarizer.figures.wording import excerpt, labelled, place, sentence

__all__ = ["Source", "check", "evident", "sourced", "verdicts"]

AROUND = 40
"""Code points either side of a sentence that its verdicts may depend on."""
CLOSE = 24
"""Dates on one day that are looked at closely."""
ALIKE = 0.5
"""How alike the words beside two figures must be for them to count the same thing."""
LIKE = ("approximate", "boilerplate", "equivalent", "imprecise", "same")
"""Reasons whose explanation says that the claim's words stand in the source."""
BETTER = ("place", "rival")
"""Reasons whose explanation quotes the rival."""


@dataclass(slots=True)
class Source:
    """An article with its page."""

    article: Article
    page: Page
    days: dict[tuple[date, date], list[int]] | None = None
    """First and last day → the date figures that fall on them, read from the day of the article; filled when first asked for."""
    judged: dict[tuple[str, str, str, int], Check] = field(default_factory=dict)
    """Words, counted words, measure and sentence of a model's figure → its check, without an id."""
    values: dict[int, Quantity] = field(default_factory=dict)
    """First code point of a figure → its value as a record."""

    def value(self, fig: Fig) -> Quantity:
        """The public record of a figure's value, made once: a figure is asked for it several times."""
        if fig.start not in self.values:
            self.values[fig.start] = record(fig)
        return self.values[fig.start]

    def at(self, sentence: int, start: int, end: int) -> Fig | None:
        """The figure of a sentence (by number) that a stretch of the text covers, at least in part; the first of several."""
        found = self.page.figs_of(sentence - 1)
        return next((fig for fig in found if fig.start < end and start < fig.end), None)

    def only(self, numbers: Collection[int]) -> "Source":
        """The article as if it had nothing but the sentences of these numbers."""
        return Source(self.article, self.page.only({number - 1 for number in numbers}))


def sourced(article: Article) -> Source:
    """The article with its page; the sentences are the article's own."""
    spans = tuple((item.start, item.end) for item in article.sentences)
    dull = tuple(number for number, item in enumerate(article.sentences) if item.role == "boilerplate")
    return Source(article, page(article.text, spans or None, dull))


def verdicts(text: str, sources: Sequence[str]) -> list[tuple[int, int, Verdict]]:
    """(start, end, verdict) of each figure of a text against source texts, without evidence."""
    checked, pages = page(text), [page(source) for source in sources]
    found = []
    seen: dict[tuple[str, int], Judgement] = {}
    for number, fig in enumerate(checked.figs):
        found.append((fig.start, fig.end, once(checked, number, pages, seen).verdict))
    return found


def once(checked: Page, number: int, pages: Sequence[Page], seen: dict[tuple[str, int], Judgement]) -> Judgement:
    """The judgement on a figure; a sentence that repeats word for word is judged once."""
    fig = checked.figs[number]
    start, end = checked.spans[checked.numbers[number]] if checked.spans else (0, len(checked.text))
    begin = max(0, start - AROUND)
    key = (checked.text[begin : end + AROUND], fig.start - begin)
    if key not in seen:
        seen[key] = judged(claim_of(checked, number), pages)
    return seen[key]


def check(text: str, sources: Sequence[Article | Source]) -> CheckReport:
    """Every figure of a text against its sources, each judged by the best evidence in any of them.

    Offsets of the checks count code points of `text`, those of the evidence of the article's text. A date that only follows from
    the day of an article is derived and says so. Sources that state different values of the same thing are disagreements.
    """
    checked, known = page(text), [item if isinstance(item, Source) else sourced(item) for item in sources]
    pages = [source.page for source in known]
    seen: dict[tuple[str, int], Judgement] = {}
    checks: list[Check] = []
    differing: list[Disagreement] = []
    for number in range(len(checked.figs)):
        claim = claim_of(checked, number)
        found = once(checked, number, pages, seen)
        checks.append(resolved(claim, found, known) or checked_figure(claim, found, known))
        if len(known) > 1:
            differing += disagreement(claim, found, known)
    return CheckReport(checks=tuple(checks), disagreements=tuple(dict.fromkeys(differing)))


def checked_figure(claim: Claim, found: Judgement, sources: Sequence[Source]) -> Check:
    """The public record of a judgement."""
    fig = claim.fig
    verdict, reason = found.verdict, found.reason
    if verdict == "supported" and found.match is not None:
        verdict, reason = worded(claim, found.match, sources)
    match = found.match or found.rival
    shown = found.rival if reason in BETTER and found.rival is not None else match
    return Check(
        of="date" if fig.day is not None else "figure",
        text=claim.page.text[fig.start : fig.end],
        start=fig.start,
        end=fig.end,
        verdict=verdict,
        explanation=explained(claim, found, reason, shown, sources),
        evidence=tuple(evident(item, sources) for item in (found.operands or ((match,) if match is not None else ()))),
        rival=evident(found.rival, sources) if found.rival is not None else None,
        operation=found.operation,
        quantity=record(fig),
    )


def explained(claim: Claim, found: Judgement, reason: str, shown: Match | None, sources: Sequence[Source]) -> str:
    """The explanation: the claim, what the text says, and where."""
    says = excerpt(shown.page, shown.fig, shown.page.numbers[shown.number]) if shown is not None else ""
    there = spot(shown, sources) if shown is not None else ""
    like = (shown.page, shown.fig) if shown is not None and reason in LIKE else None
    return sentence(reason, labelled(claim.page, claim.fig, like), says, there, found.operation or "", found.detail)


def worded(claim: Claim, match: Match, sources: Sequence[Source]) -> tuple[Verdict, str]:
    """Supported, equivalent where the value is written otherwise, identifier; misattributed where only boilerplate has it."""
    if claim.fig.kind == "identifier":
        return "identifier", "identifier"
    source, number = source_of(match, sources), match.page.numbers[match.number]
    if number < len(source.article.sentences) and source.article.sentences[number].role == "boilerplate":
        return "misattributed", "boilerplate"
    mine, theirs = claim.page.text[claim.fig.start : claim.fig.end], match.page.text[match.fig.start : match.fig.end]
    return ("supported", "same") if mine.casefold() == theirs.casefold() else ("equivalent", "equivalent")


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


def anchor(article: Article) -> tuple[date, WhenBasis] | None:
    """The day from which relative dates of an article are read, with what it rests on."""
    if article.published is not None:
        return article.published.value, "published"
    if article.dateline is not None and article.dateline.date is not None:
        found = dates.resolve(article.dateline.date, anchor=None, basis="dateline")
        return (found.start, "dateline") if found.start is not None and found.start == found.end else None
    return None


def resolved(claim: Claim, found: Judgement, sources: Sequence[Source]) -> Check | None:
    """A date that the text gives only relative to its own day ("Tuesday" for 1 July): derived, with that day as operand."""
    if claim.fig.day is None or found.verdict not in ("contradicted", "misattributed", "unsupported", "unclear", "derived"):
        return None
    for source in sources:
        day = anchor(source.article)
        match = same_day(claim, source, *day) if day is not None else None
        if match is not None and day is not None:
            basis = "dateline" if day[1] == "dateline" else "date of publication"
            words = source.page.text[match.fig.start : match.fig.end]
            derived = Judgement(
                "derived", "resolved", match, found.rival, operation=f"{words}, read from {day[0].isoformat()} ({basis})"
            )
            return checked_figure(claim, derived, sources)
    return None


def same_day(claim: Claim, source: Source, day: date, basis: WhenBasis) -> Match | None:
    """The date of the source that falls on the claimed days once both are read from the day of the article."""
    if claim.fig.day is None:
        return None
    wanted = dates.settle(claim.fig.day, claim.page.text[claim.fig.start : claim.fig.end], anchor=day, basis=basis)
    if wanted.start is None or wanted.end is None:
        return None
    found: list[Match] = []
    for number in dated(source, day, basis).get((wanted.start, wanted.end), ())[:CLOSE]:
        share = sentence_share(claim, source.page, source.page.numbers[number])
        found.append(Match(source.page, number, "same", likeness(claim, source.page, number, share)))
    return max(found, key=lambda match: (match.likeness.total, -match.number), default=None)


def dated(source: Source, day: date, basis: WhenBasis) -> dict[tuple[date, date], list[int]]:
    """The dates of a source on the calendar, read from the day of the article."""
    if source.days is None:
        source.days = {}
        for number, fig in enumerate(source.page.figs):
            if fig.day is None:
                continue
            when = dates.settle(fig.day, source.page.text[fig.start : fig.end], anchor=day, basis=basis)
            if when.start is not None and when.end is not None:
                source.days.setdefault((when.start, when.end), []).append(number)
    return source.days


def disagreement(claim: Claim, found: Judgement, sources: Sequence[Source]) -> list[Disagreement]:
    """Other sources that state another value of what the claim counts, where one source supports it."""
    if found.match is None or found.verdict not in ("supported", "approximate", "imprecise") or claim.fig.day is not None:
        return []
    differing = []
    for source in sources:
        if source.page is found.match.page:
            continue
        other = judged(claim, [source.page])
        rival = other.rival
        if other.match is not None and other.verdict in ("supported", "approximate", "imprecise"):
            continue
        if rival is None or rival.likeness.near < ALIKE or relate(found.match.fig, rival.fig) != "differ":
            continue
        differing.append(stated(claim, (found.match, rival), sources))
    return differing


def stated(claim: Claim, matches: tuple[Match, Match], sources: Sequence[Source]) -> Disagreement:
    """The record of two values of one thing."""
    words = " against ".join(
        f'"{" ".join(excerpt(match.page, match.fig, match.page.numbers[match.number]).split())}" ({spot(match, sources)})'
        for match in matches
    )
    counted = labelled(claim.page, claim.fig)[claim.fig.end - claim.fig.start :].strip(" -")
    return Disagreement(
        counted=counted or claim.page.text[claim.fig.start : claim.fig.end],
        statements=tuple(evident(match, sources) for match in matches),
        explanation=f"The sources differ: {words}.",
    )
