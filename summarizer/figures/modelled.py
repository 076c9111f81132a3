"""A model's figure against its article: the cited sentence first, then the rest of the article."""

from schemas import Article, Check, Figure
from schemas.validation import Verdict
from summarizer.figures.checking import Source, evident, sourced
from summarizer.figures.context import Likeness
from summarizer.figures.grammar import Fig, scan_text
from summarizer.figures.judging import Match
from summarizer.figures.page import Page, page
from summarizer.figures.stems import stem
from summarizer.figures.values import record, relate
from summarizer.figures.wording import excerpt, place, sentence

__all__ = ["judge"]

VERDICTS: dict[str, Verdict] = {
    "same": "supported",
    "approximate": "approximate",
    "imprecise": "imprecise",
    "stronger": "contradicted",
}


def judge(figure: Figure, article: Article) -> Check:
    """The verdict on a figure that a model extracted, by the sentence it cites.

    `Check.start` and `end` are offsets in `figure.text`; `evidence[0]` is the figure's place in the article. A figure that stands
    word for word in its sentence with its counted words is supported; one that stands in another sentence is supported with the
    true place, and the explanation says so; one that stands only in boilerplate is misattributed.
    """
    source = sourced(article)
    _, figs = scan_text(figure.text)
    claimed = figs[0] if figs else None
    if claimed is None:
        return verbatim(figure, source)
    found = candidates(claimed, figure, source)
    if not found:
        return absent(figure, claimed, source)
    best = min(found, key=lambda item: rank(item, figure, source))
    return present(figure, claimed, best, source)


def candidates(claimed: Fig, figure: Figure, source: Source) -> list[Match]:
    """Figures of the article with the claimed value."""
    found = []
    for number, fig in enumerate(source.page.figs):
        relation = relate(claimed, fig)
        if relation is not None and relation != "differ":
            share = counted_share(figure.counted, source.page, source.page.numbers[number])
            found.append(Match(source.page, number, relation, Likeness(share, share, 0.0)))
    return found


def counted_share(counted: str, source: Page, number: int) -> float:
    """Share of the counted words that stand in a sentence or the one before it; 1 where nothing is counted."""
    words = {stem(word) for word in page(counted).tokens.words} - {""}
    bag = source.bags[number] | (source.bags[number - 1] if number else frozenset())
    return len(words & bag) / len(words) if words else 1.0


def is_news(source: Source, number: int) -> bool:
    """Whether a sentence is news, by its index."""
    sentences = source.article.sentences
    return number >= len(sentences) or sentences[number].role != "boilerplate"


def rank(match: Match, figure: Figure, source: Source) -> tuple[bool, bool, bool, float, int]:
    """Order of candidates: news, the cited sentence, the same value, counted words, place."""
    number = match.page.numbers[match.number]
    return (
        not is_news(source, number),
        number + 1 != figure.sentence,
        match.relation not in ("same", "approximate"),
        -match.likeness.near,
        match.number,
    )


def present(figure: Figure, claimed: Fig, match: Match, source: Source) -> Check:
    """The check of a figure whose value the article has."""
    number = match.page.numbers[match.number]
    verdict: Verdict = VERDICTS[match.relation]
    reason = {"same": "same", "stronger": "bound"}.get(match.relation, str(match.relation))
    if not is_news(source, number):
        verdict, reason = "misattributed", "boilerplate"
    elif match.likeness.near == 0 and verdict != "contradicted":
        verdict, reason = "misattributed", "elsewhere"
    elif number + 1 != figure.sentence and verdict == "supported":
        reason = "moved"
    elif verdict == "supported" and figure.text.lower() != match.page.text[match.fig.start : match.fig.end].lower():
        verdict, reason = "equivalent", "equivalent"
    return recorded(figure, claimed, verdict, reason, match, source)


def recorded(figure: Figure, claimed: Fig | None, verdict: Verdict, reason: str, match: Match | None, source: Source) -> Check:
    """The public record."""
    number = match.page.numbers[match.number] if match is not None else 0
    return Check(
        of="figure",
        item=figure.id,
        text=figure.text,
        start=0,
        end=len(figure.text),
        verdict=verdict,
        explanation=sentence(
            reason,
            f"{figure.text} {figure.counted}".strip(),
            excerpt(match.page, match.fig, number) if match is not None else "",
            place(source.article, number + 1) if match is not None else "",
        ),
        evidence=(evident(match, [source]),) if match is not None else (),
        quantity=record(claimed) if claimed is not None else None,
    )


def absent(figure: Figure, claimed: Fig, source: Source) -> Check:
    """The check of a figure whose value the article lacks: the nearest other figure is shown."""
    rivals = [
        Match(source.page, number, "differ", Likeness(share, share, 0.0))
        for number, fig in enumerate(source.page.figs)
        if relate(claimed, fig) == "differ"
        for share in (counted_share(figure.counted, source.page, source.page.numbers[number]),)
    ]
    rivals.sort(key=lambda item: (item.page.numbers[item.number] + 1 != figure.sentence, -item.likeness.near, item.number))
    if rivals and rivals[0].likeness.near > 0:
        return recorded(figure, claimed, "contradicted", "other", rivals[0], source)
    return recorded(figure, claimed, "unsupported", "nowhere", None, source)


def verbatim(figure: Figure, source: Source) -> Check:
    """The check of words that hold no figure of the grammar."""
    return recorded(figure, None, "unclear", "unclear", None, source)
