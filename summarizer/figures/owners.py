"""Whose a casualty figure is: the place or the speaker that stands in the figure's own part of its sentence.

"Gunmen killed 12 people in Gao and 30 in Kidal" gives each town one figure. The rules speak only where names leave no doubt; a
name that the text uses beyond one figure's part (a country, a city in a dateline) may be the frame of all and decides nothing.
"""

from collections.abc import Sequence

from summarizer.figures.context import Claim
from summarizer.figures.counted import kinds, unlike
from summarizer.figures.fates import contradict, fates
from summarizer.figures.matching import Match
from summarizer.figures.page import Page
from summarizer.figures.values import relate

__all__ = ["another", "owned"]

SPEAKERS = frozenset((
    "army", "authorities", "government", "hospital", "jihadists", "junta", "medics", "militants", "military", "ministry",
    "police", "rebels", "residents", "witnesses",
))  # fmt: skip
"""Those who state a toll without a name of their own."""
LINKS = frozenset(("and", "as", "but", "whereas", "while"))
"""Words between the parts of two figures."""
SIGNS = frozenset(",;:.–—")
"""Marks between them."""


def another(claim: Claim, best: Match, rivals: Sequence[Match]) -> Match | None:
    """The figure of another value that the text gives for the claim's place or speaker, where `best` is given for others."""
    mine = fates(claim.page, claim.number)
    wanted = names(claim.page, claim.number, claim.page.names | best.page.names)
    if not mine or not wanted or best.fig.kind != "count":
        return None
    theirs = names(best.page, best.number, claim.page.names | best.page.names)
    if not theirs or wanted & theirs:
        return None
    for rival in rivals:
        page, number = rival.page, rival.number
        alike = mine & fates(page, number) and unlike(kinds(claim.page, claim.number), kinds(page, number)) is None
        if page is best.page and alike and relate(claim.fig, rival.fig) == "differ":
            held = wanted & names(page, number, claim.page.names | page.names)
            if any(only(page, name, mine) for name in held):
                return rival
    return None


def owned(claim: Claim, best: Match, rival: Match) -> bool:
    """Whether a name of the claim stands with its value and not with the rival's: no rival takes it away then."""
    known = claim.page.names | best.page.names
    if not fates(claim.page, claim.number) or best.page is not rival.page:
        return False
    wanted = names(claim.page, claim.number, known)
    return bool(wanted & names(best.page, best.number, known)) and not wanted & names(rival.page, rival.number, known)


def only(page: Page, name: str, mine: frozenset[str]) -> bool:
    """Whether every place of a name in the text lies in the part of a figure with such a fate."""
    places = page.postings.get(name, [])
    within = {
        index
        for sentence in places
        for number in page.by_sentence.get(sentence, ())
        if contradict(mine, fates(page, number)) is None and fates(page, number)
        for index in part(page, number)
    }
    return all(index in within for sentence in places for index in range(*page.ranges[sentence]) if page.stems[index] == name)


def names(page: Page, number: int, known: frozenset[str]) -> frozenset[str]:
    """Stems of the names and speakers in the figure's part of its sentence; `known` are the names of both texts."""
    return frozenset(page.stems[index] for index in part(page, number) if names_somebody(page, index, known))


def names_somebody(page: Page, index: int, known: frozenset[str]) -> bool:
    """Whether a token is a known name with its capital, the name of a heading ("Gao: 12 dead"), or a speaker."""
    tokens = page.tokens
    if tokens.words[index] in SPEAKERS:
        return True
    heads = ":" in tokens.gap(index) and page.stems[index] != ""
    return tokens.written(index)[:1].isupper() and (heads or page.stems[index] in known)


def part(page: Page, number: int) -> range:
    """The tokens of a figure's own part of its sentence: up to the link or mark before the next casualty figure."""
    sentence = page.numbers[number]
    first, after = page.ranges[sentence]
    owners = [other for other in page.by_sentence[sentence] if other == number or fates(page, other)]
    place = owners.index(number)
    if place:
        first = border(page, owners[place - 1], number)
    if place + 1 < len(owners):
        after = border(page, number, owners[place + 1])
    return range(first, after)


def border(page: Page, left: int, right: int) -> int:
    """The token with which the part of the right one of two figures begins."""
    tokens, low, high = page.tokens, page.figs[left].after, page.figs[right].first
    for index in range(high - 1, low - 1, -1):
        if tokens.words[index] in LINKS or any(sign in SIGNS for sign in tokens.gap(index - 1)):
            return index
    return high
