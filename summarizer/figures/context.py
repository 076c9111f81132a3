"""How alike the surroundings of two figures are: sentences, words beside the figure, the slot it stands in, and its role."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.figures.counted import GROUPS
from summarizer.figures.fates import contradict, fates
from summarizer.figures.grammar import Fig
from summarizer.figures.page import POSTINGS, Page
from summarizer.figures.stems import ROLES, stem

__all__ = ["Claim", "Likeness", "clash", "likeness", "ranked", "slot"]

REACH = 7
"""Words either side of a figure that tell what it is about."""
EXCHANGED = frozenset(("border", "care", "court", "kin", "order", "place", "time"))
"""Groups of words that only tell where one stands exactly in the place of another."""
APART = EXCHANGED | GROUPS
"""Groups that the nearest word does not tell: those, and whom a figure counts (its own noun does)."""
DIRECT = frozenset(("fate", "match", "phase", "trade"))
"""Groups whose word right beside a figure decides, even where the sentence holds the other word too."""
BESIDE = 2
"""Words between a figure and such a word."""
EXCHANGE = 6
"""Words either side among which an exchanged role is looked for."""
SLOT = 4
"""Words either side whose order is compared."""
BREAKS = frozenset((";", ".", "!", "?", "\n"))


@dataclass(slots=True)
class Claim:
    """A figure of the checked text, with what is asked about it more than once."""

    page: Page
    number: int
    fig: Fig
    sentence: int
    near: dict[str, float]
    """Stems beside the figure, with weights that fall with distance."""
    bag: frozenset[str]
    """Stems of its sentence."""


@dataclass(slots=True)
class Likeness:
    """How alike the surroundings of a claimed and a source figure are; each from 0 to 1."""

    sentence: float
    """Share of the claim's sentence that the source's sentence holds."""
    near: float
    """Share of the words beside the claimed figure that stand beside the other."""
    slot: float
    """Share of the neighbouring words that are the same, in order."""

    @property
    def total(self) -> float:
        """One number for ranking."""
        return 0.3 * self.sentence + 0.4 * self.near + 0.3 * self.slot


def claim_of(page: Page, number: int) -> Claim:
    """The claim that a figure of a page makes."""
    fig, sentence = page.figs[number], page.numbers[number]
    return Claim(page, number, fig, sentence, beside(page, fig, sentence), page.bags[sentence] if page.bags else frozenset())


def beside(page: Page, fig: Fig, sentence: int) -> dict[str, float]:
    """Stems within reach of a figure in its sentence, the counted noun heaviest."""
    first, after = page.ranges[sentence] if page.spans else (0, 0)
    found: dict[str, float] = {}
    stems = page.stems
    rank = 0
    for index in range(fig.after, min(after, fig.after + REACH + 3)):
        if stems[index]:
            found[stems[index]] = max(found.get(stems[index], 0), 1.5 / (1 + 0.35 * rank))
            rank += 1
    rank = 0
    for index in range(fig.first - 1, max(first, fig.first - REACH - 3) - 1, -1):
        if stems[index]:
            found[stems[index]] = max(found.get(stems[index], 0), 1.0 / (1 + 0.35 * rank))
            rank += 1
    return found


def ranked(claim: Page, sentence: int, source: Page, keep: int = 6) -> list[tuple[float, int]]:
    """The source sentences most like a sentence of the claim: (share of its words, sentence), best first.

    A word that stands in very many sentences is looked up in the first of them only, so that the cost stays linear.
    """
    bag = claim.bags[sentence] if claim.bags else frozenset()
    scores: dict[int, float] = {}
    whole, weights, rarest, postings = 0.0, source.weights, source.rarest, source.postings
    for word in sorted(bag):
        weight = weights.get(word, rarest)
        whole += weight
        for place in postings.get(word, ())[:POSTINGS]:
            scores[place] = scores.get(place, 0.0) + weight
    if not scores:
        return []
    best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:keep]
    return [(score / whole, place) for place, score in best]


def likeness(claim: Claim, source: Page, number: int, share: float) -> Likeness:
    """How alike the surroundings of the claim and of a source figure are; `share` is the likeness of the sentences."""
    other, sentence = source.figs[number], source.numbers[number]
    theirs = source.near.get(number)
    if theirs is None:
        theirs = source.near[number] = beside(source, other, sentence)
    bag = source.bags[sentence]
    around = source.bags[sentence - 1] if sentence else frozenset()
    weights, rarest = source.weights, source.rarest
    whole = hit = 0.0
    for word, weight in claim.near.items():
        weight *= weights.get(word, rarest)
        whole += weight
        if word in theirs:
            hit += weight * (0.7 + 0.3 * min(1.0, theirs[word]))
        elif word in bag:
            hit += weight * 0.4
        elif word in around:
            hit += weight * 0.2
    return Likeness(share, hit / whole if whole else 0.0, slot(claim.page, claim.fig, source, other))


def slot(claim: Page, fig: Fig, source: Page, other: Fig) -> float:
    """Share of the nearest words on both sides that agree, in order; nearer words count more."""
    mine, theirs = claim.tokens.words, source.tokens.words
    hit = whole = 0.0
    for offset in range(1, SLOT + 1):
        weight = 1.0 / offset
        whole += 2 * weight
        left, right = fig.first - offset, fig.after + offset - 1
        if left >= 0 and other.first - offset >= 0 and mine[left] == theirs[other.first - offset]:
            hit += weight
        if right < len(mine) and other.after + offset - 1 < len(theirs) and mine[right] == theirs[other.after + offset - 1]:
            hit += weight
    return hit / whole


def roles(page: Page, fig: Fig, sentence: int) -> dict[str, tuple[int, str]]:
    """Role group → distance and class of the nearest word of the group in the figure's clause.

    Words behind a figure win over words before it, except for a date, which its verb leads ("started on 20 May").
    """
    first, after = page.ranges[sentence]
    found: dict[str, tuple[int, str]] = {}
    for distance, index in steps(page, fig, first, after):
        word = page.tokens.words[index]
        if index >= fig.after and (word.endswith("ing") or leads_on(page, index)):
            continue  # "killing 10 and wounding 5", "killed 10 and wounded 5": the second verb governs the second figure
        if fig.day is not None:
            distance += 6 if index >= fig.after else -2
        for group, role in ROLES.get(page.stems[index] or word, ()):
            if group in APART or (group == "fate" and fig.day is not None):
                continue
            if group not in found or distance < found[group][0]:
                found[group] = (distance, role)
    return found


def leads_on(page: Page, index: int) -> bool:
    """Whether a word opens a new clause part that has a figure of its own ("and wounded 5")."""
    opens = page.tokens.word(index - 1) in ("and", "but", "while") or page.tokens.gap(index - 1)[:1] == ","
    return opens and any(index + step in page.firsts for step in (1, 2, 3))


def steps(page: Page, fig: Fig, first: int, after: int) -> Iterator[tuple[int, int]]:
    """The tokens around a figure with their distance, up to the end of the clause or the next figure on each side."""
    tokens = page.tokens
    for index in range(fig.after, min(after, fig.after + 9)):
        if index > fig.after and (tokens.gap(index - 1)[:1] in BREAKS or tokens.words[index][0].isdigit()):
            break
        yield index - fig.after, index
    for index in range(fig.first - 1, max(first, fig.first - 9) - 1, -1):
        if tokens.gap(index)[:1] in (*BREAKS, ",") or tokens.words[index][0].isdigit():
            break
        yield (fig.first - index) + 2, index


def clash(claim: Claim, source: Page, number: int) -> tuple[str, str] | None:
    """The roles that exclude one another between a claim and a source figure of the same value; None where none do.

    Two tests: a word that was exchanged in otherwise equal surroundings, and the nearest role word in the figure's clause. For
    the second, a role of the claim that the source sentence holds as well is no clash: only the order of the words differs.
    """
    sentence = source.numbers[number]
    found = contradict(fates(claim.page, claim.number), fates(source, number)) or turned(claim, source, number)
    found = found or exchanged(claim, source, number)
    if found is not None:
        return found
    mine = roles(claim.page, claim.fig, claim.sentence)
    if not mine:
        return None
    theirs = roles(source, source.figs[number], sentence)
    for group, (distance, role) in mine.items():
        other = theirs.get(group)
        if other is None or other[1] == role:
            continue
        direct = group in DIRECT and distance <= BESIDE and other[0] <= BESIDE
        if direct or not shared(group, role, other[1], claim, source, sentence):
            return role, other[1]
    return None


def turned(claim: Claim, source: Page, number: int) -> tuple[str, str] | None:
    """Whether beginning and end of a change are exchanged: "from 3 to 5 per cent" for "from 5 to 3 per cent"."""
    mine = claim.page.tokens.word(claim.fig.first - 1)
    theirs = source.tokens.word(source.figs[number].first - 1)
    return (mine, theirs) if {mine, theirs} == {"from", "to"} else None


def exchanged(claim: Claim, source: Page, number: int) -> tuple[str, str] | None:
    """The pair of words that exclude one another at the same distance from both figures, where the words up to there agree."""
    other = source.figs[number]
    ours, others = range(*claim.page.ranges[claim.sentence]), range(*source.ranges[source.numbers[number]])
    for step, begin, start in ((1, claim.fig.after, other.after), (-1, claim.fig.first - 1, other.first - 1)):
        equal = 0
        for offset in range(EXCHANGE):
            reach = step * offset
            if begin + reach not in ours or start + reach not in others:
                break
            mine, theirs = claim.page.tokens.word(begin + reach), source.tokens.word(start + reach)
            if not mine or not theirs:
                break
            if mine == theirs:
                equal += 1
                continue
            if step > 0 and (leads_on(claim.page, begin + reach) or leads_on(source, start + reach)):
                break  # "killed 17 villagers and wounded 23": the second verb belongs to the second figure
            pair = opposed(mine, theirs) or renamed(claim, source, number, begin + reach, start + reach)
            if pair is not None:
                beyond = claim.page.tokens.word(begin + reach + step), source.tokens.word(start + reach + step)
                if beyond[0] == beyond[1] or ends(claim.page, begin + reach, step) or ends(source, start + reach, step):
                    return pair
                break
            if offset - equal >= 1:
                break
    return None


def ends(page: Page, index: int, step: int) -> bool:
    """Whether a sentence ends or begins at a token."""
    return neighbour(page, index, step) == ""


def opposed(mine: str, theirs: str) -> tuple[str, str] | None:
    """Two words with the roles that exclude one another, or None."""
    for group, role in ROLES.get(stem(mine) or mine, ()):
        for same, other in ROLES.get(stem(theirs) or theirs, ()):
            if group == same and role != other and (group, role) not in ROLES.get(stem(theirs) or theirs, ()):
                return role, other
    return None


def renamed(claim: Claim, source: Page, number: int, mine: int, theirs: int) -> tuple[str, str] | None:
    """Two names exchanged between the same words ("Niger accounts for" for "Mali accounts for"), both known to the source.

    The words on both sides must agree, and neither sentence may hold the other's name: a fuller or shorter name is no other.
    """
    ours, other = claim.page.tokens.written(mine), source.tokens.written(theirs)
    if not (ours[:1].isupper() and other[:1].isupper()):
        return None
    pair = stem(ours.lower()), stem(other.lower())
    if (
        pair[0] == pair[1]
        or not {*pair} <= source.names
        or pair[0] in source.bags[source.numbers[number]]
        or pair[1] in claim.bag
    ):
        return None
    alike = all(neighbour(claim.page, mine, step) == neighbour(source, theirs, step) for step in (-1, 1))
    return (ours, other) if alike else None


def neighbour(page: Page, index: int, step: int) -> str:
    """The word beside a token in its sentence, empty at the sentence's end."""
    first, after = page.ranges[page.sentence_of(page.tokens.starts[index])]
    return page.tokens.word(index + step) if first <= index + step < after else ""


def shared(group: str, role: str, other: str, claim: Claim, source: Page, sentence: int) -> bool:
    """Whether the source sentence names the claim's role, or the claim's sentence the source's."""
    return has(source.bags[sentence], group, role) or has(claim.bag, group, other)


def has(bag: frozenset[str], group: str, role: str) -> bool:
    """Whether a sentence holds a word of the role."""
    return any((group, role) in ROLES.get(word, ()) for word in bag)
