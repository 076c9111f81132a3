"""Figures of a source that a claim is compared with: those of its value, and rivals in like sentences."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.figures.context import Claim, Likeness, likeness, ranked, slot
from summarizer.figures.grammar import Fig
from summarizer.figures.page import Page, keys
from summarizer.figures.values import Relation, family, relate

__all__ = ["ORDER", "Match", "against", "likest", "sentence_share", "window"]

CANDIDATES = 100
"""Figures of one family that are all compared."""
NEIGHBOURS = 40
"""Of more, those nearest in value on either side."""
VERBATIM = 0.8
"""Share of a claim's words from which a sentence is the claim's own."""
FILLED = 0.6
"""Share of neighbouring words from which a figure of any kind fills the slot of the claimed one in such a sentence."""
CROWD = 50
"""Figures of one sentence that are looked at as rivals; a sentence with more is a table, or repeats itself."""
MATCHES = 24
"""Figures of one value that are looked at closely; more of them repeat one another."""
ORDER: dict[Relation, int] = {"same": 0, "approximate": 1, "imprecise": 2, "extended": 3, "stronger": 4, "differ": 5}
MIXED = {
    "count": ("duration", "multiple", "score"),
    "duration": ("count",),
    "money": ("mass",),
    "mass": ("money",),
    "multiple": ("count",),
}


@dataclass(slots=True)
class Match:
    """A figure of a source that a claim is compared with."""

    page: Page
    number: int
    relation: Relation
    likeness: Likeness

    @property
    def fig(self) -> Fig:
        """The figure."""
        return self.page.figs[self.number]


def likest(claim: Claim, source: Page) -> list[tuple[float, int]]:
    """The source sentences most like the claim's; kept for the next figure of the same sentence."""
    last = source.last
    if last is None or last[0] is not claim.page or last[1] != claim.sentence:
        source.last = last = (claim.page, claim.sentence, ranked(claim.page, claim.sentence, source))
    return last[2]


def against(claim: Claim, source: Page) -> tuple[list[Match], list[Match]]:
    """Figures of a source that have the claimed value, and figures of like sentences that have another."""
    shares = {place: share for share, place in likest(claim, source)}
    found, rivals = matches(claim, source, shares), others(claim, source, shares)
    if not source.dull:
        return found, rivals
    lively = [match for match in found if source.numbers[match.number] not in source.dull]
    return lively or found, [rival for rival in rivals if source.numbers[rival.number] not in source.dull]


def matches(claim: Claim, source: Page, shares: dict[int, float]) -> list[Match]:
    """Figures of the source whose value the claimed one has, or is licensed by; those in the likest sentences where many do."""
    related: list[tuple[int, Relation]] = []
    for number in window(claim.fig, source, shares):
        relation = relate(claim.fig, source.figs[number])
        if relation is not None and relation != "differ":
            related.append((number, relation))
    if len(related) > MATCHES:
        related.sort(key=lambda item: (-shares.get(source.numbers[item[0]], 0.0), ORDER[item[1]], item[0]))
    found = []
    for number, relation in related[:MATCHES]:
        share = shares.get(source.numbers[number])
        if share is None:
            share = sentence_share(claim, source, source.numbers[number])
        found.append(Match(source, number, relation, likeness(claim, source, number, share)))
    return found


def sentence_share(claim: Claim, source: Page, sentence: int) -> float:
    """Share of the words of the claim's sentence that a source sentence holds."""
    weights, rarest = source.weights, source.rarest
    whole = sum([weights.get(word, rarest) for word in claim.bag])
    return sum([weights[word] for word in claim.bag & source.bags[sentence]]) / whole if whole else 0.0


def window(fig: Fig, source: Page, places: Iterable[int]) -> list[int]:
    """The figures of the source that can have the value of `fig`: all of a short text; of a long one those of
    the same value, those near in value, and those of the sentences at `places`."""
    kind = family(fig.kind)
    numbers = source.families.get(kind, [])
    for other in MIXED.get(kind, ()):
        numbers = numbers + source.families.get(other, [])[:CANDIDATES]
    if len(numbers) <= CANDIDATES:
        return numbers
    exact = bisect_left(numbers, fig.low, key=lambda number: source.figs[number].low)
    chosen = dict.fromkeys(numbers[max(0, exact - NEIGHBOURS) : exact + NEIGHBOURS])
    for key in keys(fig):
        chosen.update(dict.fromkeys(source.values.get(key, ())[:NEIGHBOURS]))
    for place in places:
        chosen.update(dict.fromkeys(source.by_sentence.get(place, ())[:CROWD]))
    return list(chosen)


def others(claim: Claim, source: Page, shares: dict[int, float]) -> list[Match]:
    """Figures with another value in the source sentences most like the claim's."""
    found = []
    taken = [claim.page.figs[number] for number in claim.page.by_sentence.get(claim.sentence, ()) if number != claim.number]
    for place, share in shares.items():
        for number in source.by_sentence.get(place, ())[:CROWD]:
            other = source.figs[number]
            relation = relate(claim.fig, other)
            alien = relation is None and share >= VERBATIM and slot(claim.page, claim.fig, source, other) >= FILLED
            if (relation == "differ" or alien) and not any(same(fig, other) for fig in taken):
                found.append(Match(source, number, "differ", likeness(claim, source, number, share)))
    return found


def same(fig: Fig, other: Fig) -> bool:
    """Whether two figures are the same amount of the same kind."""
    return (
        fig.kind == other.kind
        and fig.low == other.low
        and fig.high == other.high
        and fig.unit == other.unit
        and relate(fig, other) == "same"
    )
