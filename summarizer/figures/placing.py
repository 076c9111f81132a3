"""Whom and what a figure belongs to: names, dates, persons and wholes beside it."""

from summarizer.figures.context import Claim
from summarizer.figures.grammar import Fig
from summarizer.figures.matching import Match
from summarizer.figures.page import Page
from summarizer.figures.values import relate

__all__ = ["aged", "crossed", "misplaced", "wholes"]

COMPARING = frozenset(("against", "compared", "than", "unlike", "versus", "whereas", "while"))
"""Words that lead to another party's figure."""
LIKE_PLACE = 0.3
"""How alike the words beside the rival must be."""


def misplaced(claim: Claim, best: Match, rival: Match) -> bool:
    """Whether the names and dates beside the claim belong to a figure of another value for the same thing: "41 soldiers" of one
    base told of another."""
    if best.page is not rival.page or rival.likeness.near < LIKE_PLACE or best.fig.day is not None or claim.fig.kind == "age":
        return False
    page = rival.page
    names = named(claim, page, *claim.page.ranges[claim.sentence])
    days = [fig for fig in claim.page.figs_of(claim.sentence) if fig.day is not None]
    if len(names) + len(days) < 2:
        return False
    here, there = best.page.numbers[best.number], page.numbers[rival.number]
    return held(page, here, names, days, 1) <= 0.34 and held(page, there, names, days, 0) >= 0.8


def named(claim: Claim, source: Page, first: int, after: int) -> set[str]:
    """Stems of the names of a source in a stretch of the claim's sentence, up to a comparison ("compared to Smith's 9")."""
    found: set[str] = set()
    for index in range(first, after):
        if claim.page.tokens.words[index] in COMPARING and index > claim.fig.after:
            break
        if claim.page.stems[index] in source.names and claim.page.tokens.written(index)[:1].isupper():
            found.add(claim.page.stems[index])
    return found


def held(page: Page, sentence: int, names: set[str], days: list[Fig], before: int) -> float:
    """Share of names and dates that a sentence holds, or one of the `before` sentences in front of it."""
    hits = sum(any(word in page.bags[place] for place in range(max(0, sentence - before), sentence + 1)) for word in names)
    for day in days:
        known = (fig for place in range(max(0, sentence - before), sentence + 1) for fig in page.figs_of(place))
        hits += any(relate(day, fig) in ("same", "imprecise") for fig in known)
    return hits / (len(names) + len(days))


def crossed(claim: Claim, best: Match, rival: Match) -> bool:
    """Whether the claim gives one party the figure that the same sentence gives another: the names before the claimed figure
    stand beside the rival only ("Adams got 18 months and Clark got 3 years")."""
    page, ours, theirs = best.page, best.fig, rival.fig
    sentence = page.numbers[best.number]
    if page is not rival.page or page.numbers[rival.number] != sentence:
        return False
    if ours.kind != theirs.kind or ours.day is not None:
        return False
    if min(best.likeness.near, rival.likeness.near) < LIKE_PLACE:
        return False
    begin = claim.page.ranges[claim.sentence][0]
    wanted = named(claim, page, begin, claim.fig.first)
    first = page.ranges[sentence][0]
    if not wanted:
        return False
    if theirs.first > ours.first:
        between = set(page.stems[ours.after : theirs.first])
        return wanted <= between and not wanted & set(page.stems[first : ours.first])
    between = {word for word in page.stems[theirs.after : ours.first] if word in page.names}
    return wanted <= set(page.stems[first : theirs.first]) and bool(between) and not wanted & between


def wholes(claim: Claim, best: Match) -> bool:
    """Whether a share is told of another whole: "30 per cent of the voters" where the text has "30 per cent of the women"."""
    if claim.fig.kind not in ("percent", "fraction"):
        return False
    mine, theirs = whole(claim.page, claim.fig), whole(best.page, best.fig)
    if not mine or not theirs or mine == theirs or mine not in best.page.postings:
        return False
    first, after = best.page.ranges[best.page.numbers[best.number]]
    return mine not in best.page.stems[first:after]


def whole(page: Page, fig: Fig) -> str:
    """The stem of the noun that a share is of; empty where none follows."""
    if page.tokens.word(fig.after) != "of":
        return ""
    return next((word for word in page.stems[fig.after + 1 : fig.after + 5] if word), "")


def aged(claim: Claim, best: Match, rivals: list[Match]) -> Match | None:
    """The age that the text gives the person of the claim, where it gives the claimed age to somebody else by name."""
    if claim.fig.kind != "age":
        return None
    mine = beside_names(claim.page, claim.fig)
    if not mine or mine & beside_names(best.page, best.fig):
        return None
    for number, fig in enumerate(best.page.figs):
        if fig.kind == "age" and mine & beside_names(best.page, fig) and relate(claim.fig, fig) == "differ":
            return Match(best.page, number, "differ", best.likeness)
    return None


def beside_names(page: Page, fig: Fig) -> set[str]:
    """Stems of the capitalised words right beside a figure: "23-year-old Lingzi Lu", "Martin Richard, 8,"."""
    found = set()
    for step, start in ((1, fig.after), (-1, fig.first - 1)):
        for index in range(start, start + 3 * step, step):
            if not page.tokens.written(index)[:1].isupper():
                break
            found.add(page.stems[index])
    return found - {""}
