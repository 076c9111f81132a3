"""A model's figure against its article: the cited sentence first, then the rest of the article."""

from dataclasses import dataclass

from schemas import Article, Check, Evidence, Figure
from schemas.validation import Verdict
from summarizer.dates import tokenise
from summarizer.figures.checking import Source, evident, sourced
from summarizer.figures.context import Likeness, has
from summarizer.figures.counted import kinds, kinds_of, unlike
from summarizer.figures.fates import contradict, fates
from summarizer.figures.grammar import Fig, scan_text
from summarizer.figures.matching import Match, window
from summarizer.figures.numerals import number_at
from summarizer.figures.page import Page
from summarizer.figures.stems import stem
from summarizer.figures.values import Relation, record, relate
from summarizer.figures.wording import excerpt, place, sentence

__all__ = ["judge"]

VERDICTS: dict[Relation, Verdict] = {
    "approximate": "approximate",
    "differ": "contradicted",
    "extended": "imprecise",
    "imprecise": "imprecise",
    "same": "supported",
    "stronger": "contradicted",
}
FATES: dict[str, tuple[str, ...]] = {
    "captured": ("capture", "arrest"),
    "displaced": ("displace",),
    "killed": ("kill",),
    "missing": ("missing",),
    "neutralised": ("neutralise",),
    "wounded": ("wound",),
}
"""Measure of a figure → the words of fate (table of roles) that mean it."""


@dataclass(slots=True)
class Asked:
    """A model's figure with its parsed value and its article."""

    figure: Figure
    fig: Fig | None
    source: Source
    counted: frozenset[str]
    """Stems of the counted words."""


def judge(figure: Figure, article: Article | Source) -> Check:
    """The verdict on a figure that a model extracted, by the sentence it cites; `sourced` makes an article ready for many.

    `Check.start` and `end` are offsets in `figure.text`; `evidence[0]` is the figure's place in the article. A figure that stands
    word for word in its sentence with its counted words is supported; one that stands in another sentence is supported with the
    true place, and the explanation says so; one that stands only in boilerplate, or counts something else, is misattributed.
    An answer that gives one figure many times is judged once.
    """
    source = article if isinstance(article, Source) else sourced(article)
    said = (figure.text, figure.counted, figure.measure, figure.sentence)
    if said not in source.judged:
        source.judged[said] = fresh(figure, source)
    return source.judged[said].model_copy(update={"item": figure.id})


def fresh(figure: Figure, source: Source) -> Check:
    """The verdict on a figure that was not judged before."""
    _, figs = scan_text(figure.text)
    counted = frozenset(stem(word) for word in tokenise(figure.counted).words) - {""}
    asked = Asked(figure, figs[0] if figs else None, source, counted)
    if asked.fig is None:
        return literal(asked)
    found = candidates(asked)
    best = min(found, key=lambda match: rank(match, asked)) if found else None
    if best is None or (best.relation == "stronger" and written(asked) is not None):
        return literal(asked) if written(asked) is not None else absent(asked)
    return present(asked, best)


def candidates(asked: Asked) -> list[Match]:
    """Figures of the article with the claimed value; of a long article those near in value or near the cited sentence."""
    found: list[Match] = []
    page, cited = asked.source.page, asked.figure.sentence - 1
    for number in window(asked.fig, page, (cited - 1, cited, cited + 1)) if asked.fig is not None else ():
        relation = relate(asked.fig, page.figs[number]) if asked.fig is not None else None
        if relation is not None and relation != "differ":
            share = counted_share(asked.counted, page, page.numbers[number])
            found.append(Match(page, number, relation, Likeness(share, share, 0.0)))
    return found


def counted_share(counted: frozenset[str], page: Page, number: int) -> float:
    """Share of the counted words that stand in a sentence or the one before it; 1 where nothing is counted."""
    bag = page.bags[number] | (page.bags[number - 1] if number else frozenset())
    return len(counted & bag) / len(counted) if counted else 1.0


def is_news(source: Source, number: int) -> bool:
    """Whether a sentence is news, by its index."""
    sentences = source.article.sentences
    return number >= len(sentences) or sentences[number].role != "boilerplate"


def rank(match: Match, asked: Asked) -> tuple[bool, bool, bool, bool, float, int]:
    """Order of candidates: news, what is counted, the cited sentence, the same value, share of the counted words, place."""
    number = match.page.numbers[match.number]
    return (
        not is_news(asked.source, number),
        match.likeness.near == 0,
        number + 1 != asked.figure.sentence,
        match.relation not in ("same", "approximate"),
        -match.likeness.near - 0.5 * beside(match, asked),
        match.number,
    )


def beside(match: Match, asked: Asked) -> float:
    """How near the first counted word follows the figure, before the next figure: 1 at once, 0 not within six words."""
    page = match.page
    for step, index in enumerate(range(match.fig.after, min(match.fig.after + 6, len(page.stems)))):
        if index in page.firsts:
            return 0.0
        if page.stems[index] in asked.counted:
            return 1 / (1 + step)
    return 0.0


def written(asked: Asked) -> tuple[int, int] | None:
    """Where the figure's words stand in the cited sentence, word for word; None where they do not."""
    spans = asked.source.page.spans
    if not 1 <= asked.figure.sentence <= len(spans) or not asked.figure.text.strip():
        return None
    start, end = spans[asked.figure.sentence - 1]
    page, words = asked.source.page, " ".join(asked.figure.text.split())
    text, wanted = (page.text, words) if page.lower is None else (page.lower, words.lower())
    at = text.find(wanted, start, end)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(words) : at + len(words) + 1]
        if not ((before.isalnum() and words[0].isalnum()) or (after.isalnum() and words[-1].isalnum())):
            return at, at + len(words)
        at = text.find(wanted, at + 1, end)
    return None


def present(asked: Asked, match: Match) -> Check:
    """The check of a figure whose value the article has."""
    number = match.page.numbers[match.number]
    verdict: Verdict = VERDICTS[match.relation]
    reason = {"same": "same", "stronger": "bound", "extended": "imprecise"}.get(match.relation, str(match.relation))
    fate = misfit(asked, match)
    if not is_news(asked.source, number):
        verdict, reason = "misattributed", "boilerplate"
    elif match.likeness.near == 0 and verdict != "contradicted":
        verdict, reason = "misattributed", "elsewhere"
    elif fate is not None:
        return recorded(asked, fate[0], "role", match, roles=fate[1])
    elif number + 1 != asked.figure.sentence and verdict == "supported":
        reason = "moved"
    elif verdict == "supported" and not overlaps(written(asked), match.fig):
        verdict, reason = "equivalent", "equivalent"
    return recorded(asked, verdict, reason, match)


def overlaps(span: tuple[int, int] | None, fig: Fig) -> bool:
    """Whether a span of the article covers a part of the figure."""
    return span is not None and span[0] < fig.end and fig.start < span[1]


def misfit(asked: Asked, match: Match) -> tuple[Verdict, tuple[str, str]] | None:
    """Whether measure or counted words are others than the text gives, and what it gives: killed is not wounded.

    Contradicted where the sentence never names the fate or the people, misattributed where it names both.
    """
    bag = match.page.bags[match.page.numbers[match.number]]
    meant = FATES.get(asked.figure.measure, ())
    other = contradict(frozenset(meant), fates(match.page, match.number))
    if other is not None:
        return "misattributed" if any(has(bag, "fate", one) for one in meant) else "contradicted", (
            asked.figure.measure,
            other[1],
        )
    named = kinds_of(tokenise(asked.figure.counted).words)
    people = unlike(named, kinds(match.page, match.number))
    if people is not None:
        return "misattributed" if any(has(bag, *one) for one in named) else "contradicted", people
    return None


def absent(asked: Asked) -> Check:
    """The check of a figure whose value the article lacks: the nearest other figure is shown."""
    page = asked.source.page
    rivals = []
    for number, fig in enumerate(page.figs):
        if asked.fig is not None and relate(asked.fig, fig) == "differ":
            share = counted_share(asked.counted, page, page.numbers[number])
            rivals.append(Match(page, number, "differ", Likeness(share, share, 0.0)))
    rivals.sort(key=lambda item: (page.numbers[item.number] + 1 != asked.figure.sentence, -item.likeness.near, item.number))
    if rivals and rivals[0].likeness.near > 0:
        return recorded(asked, "contradicted", "other", rivals[0])
    return recorded(asked, "unsupported", "nowhere", None)


def literal(asked: Asked) -> Check:
    """The check of words that the grammar does not read as a figure there: word for word or not at all."""
    span = written(asked)
    if span is None:
        return recorded(asked, "unsupported" if asked.fig is not None else "unclear", "absent", None)
    tokens = tokenise(asked.figure.text)
    plain = len(tokens) and number_at(tokens, 0) is not None
    if not is_news(asked.source, asked.figure.sentence - 1):
        return recorded(asked, "misattributed", "boilerplate", None, span)
    return recorded(asked, "supported" if plain else "unclear", "same" if plain else "vague", None, span)


def recorded(
    asked: Asked,
    verdict: Verdict,
    reason: str,
    match: Match | None,
    span: tuple[int, int] | None = None,
    roles: tuple[str, ...] = (),
) -> Check:
    """The public record, with the place of the match or of the words."""
    figure, source = asked.figure, asked.source
    evidence = evident(match, [source]) if match is not None else spanned(asked, span) if span is not None else None
    says = (
        excerpt(match.page, match.fig, match.page.numbers[match.number])
        if match is not None
        else evidence.text
        if evidence
        else ""
    )
    rejected = verdict in ("contradicted", "unsupported")
    return Check(
        of="date" if asked.fig is not None and asked.fig.day is not None else "figure",
        text=figure.text,
        start=0,
        end=len(figure.text),
        verdict=verdict,
        explanation=sentence(
            reason,
            figure.text if figure.counted in figure.text else f"{figure.text} {figure.counted}",
            says,
            place(source.article, evidence.sentence) if evidence else "",
            roles=roles,
        ),
        evidence=(evidence,) if evidence is not None else (),
        rival=evidence if rejected and reason == "other" else None,
        quantity=record(asked.fig) if asked.fig is not None else None,
    )


def spanned(asked: Asked, span: tuple[int, int]) -> Evidence:
    """The place of words in the cited sentence."""
    article, number = asked.source.article, asked.figure.sentence
    return Evidence(
        article=article.id,
        name=article.name,
        sentence=number,
        start=span[0],
        end=span[1],
        text=article.text[span[0] : span[1]],
        quote=asked.source.page.sentence(number - 1),
    )
