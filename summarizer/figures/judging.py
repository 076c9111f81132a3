"""The verdict on one figure: same value in the same surroundings, another value there, or no such value at all."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from schemas.validation import Verdict
from summarizer.figures.context import Claim, Likeness, clash, likeness, ranked, slot
from summarizer.figures.deriving import derived
from summarizer.figures.grammar import Fig
from summarizer.figures.page import Page, keys
from summarizer.figures.values import FIELDS, Relation, family, relate, significant

__all__ = ["Judgement", "Match", "judged"]

CANDIDATES = 100
"""Figures of one family that are all compared."""
NEIGHBOURS = 40
"""Of more, those nearest in value on either side."""
LIKE = 0.5
"""Share of a claim's sentence from which a source sentence speaks of the same thing."""
ACCEPTED = frozenset(("approximate", "identifier", "imprecise", "supported"))
"""Verdicts with which one source settles a claim."""
OWN = 0.35
"""How alike the surroundings must be for that."""
DISTINCT = 3
"""Significant digits from which a value is hardly met by chance."""
WINDOW = 0.25
"""Share of a claim's words that a sentence must hold for a value to be derived from it."""
NEARER = 0.35
"""How much nearness in value counts beside likeness of the surroundings when a rival is shown."""
VERBATIM = 0.8
"""Share of a claim's words from which a sentence is the claim's own."""
FILLED = 0.6
"""Share of neighbouring words from which a figure of any kind fills the slot of the claimed one in such a sentence."""
COMPARING = frozenset(("against", "compared", "than", "unlike", "versus", "whereas", "while"))
"""Words that lead to another party's figure."""
LIKE_PLACE = 0.3
"""How alike the words beside the rival must be."""
MATCHES = 24
"""Figures of one value that are looked at closely; more of them repeat one another."""
SAME_SLOT = 0.45
"""Share of the neighbouring words from which two figures stand in one slot."""
MARGIN = 0.15
"""By how much a rival must be more alike in all."""
CHANCE_COUNT = 20
"""Counts up to here say nothing in a sentence about something else."""
SMALL_COUNT = 12
"""Counts up to here meet by chance, and are what readers count themselves."""
ORDER: dict[Relation, int] = {"same": 0, "approximate": 1, "imprecise": 2, "extended": 3, "stronger": 4, "differ": 5}


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


@dataclass(slots=True)
class Judgement:
    """The verdict on a claim, with the figures it rests on."""

    verdict: Verdict
    reason: str
    """Key of the explanation."""
    match: Match | None = None
    rival: Match | None = None
    operation: str | None = None
    operands: tuple[Match, ...] = ()
    detail: tuple[str, ...] = field(default=())


def judged(claim: Claim, sources: Sequence[Page]) -> Judgement:
    """The verdict on a claim against the best evidence in any source.

    A source that supports the claim in like surroundings settles it, whatever another source states; without one, all are weighed
    together, so that a chance match in one source does not hide the rival in another.
    """
    compared = [(source, *against(claim, source)) for source in sources]
    if len(sources) > 1:
        alone = [weighed(claim, [item]) for item in compared]
        good = [one for one in alone if one.verdict in ACCEPTED and one.match is not None and one.match.likeness.total >= OWN]
        if good:
            return max(good, key=lambda one: one.match.likeness.total if one.match is not None else 0.0)
    return weighed(claim, compared)


def against(claim: Claim, source: Page) -> tuple[list[Match], list[Match]]:
    """Figures of a source that have the claimed value, and figures of like sentences that have another."""
    shares = {place: share for share, place in likest(claim, source)}
    found, rivals = matches(claim, source, shares), others(claim, source, shares)
    if not source.dull:
        return found, rivals
    lively = [match for match in found if source.numbers[match.number] not in source.dull]
    return lively or found, [rival for rival in rivals if source.numbers[rival.number] not in source.dull]


def weighed(claim: Claim, compared: Sequence[tuple[Page, list[Match], list[Match]]]) -> Judgement:
    """The verdict from the figures of some sources taken together."""
    found = [match for _, some, _ in compared for match in some]
    rivals = [match for _, _, some in compared for match in some]
    found.sort(key=lambda match: (-match.likeness.total + 0.1 * ORDER[match.relation], match.number))
    rivals.sort(key=lambda match: (-match.likeness.total, match.number))
    if found:
        return decide(claim, found, rivals)
    rival = max(rivals, key=lambda match: telling(claim, match), default=None)
    return computed(claim, [source for source, _, _ in compared], rival) or missing(claim, rival)


def telling(claim: Claim, rival: Match) -> float:
    """How well a figure of another value answers the claim: like surroundings, and of two about equal the one nearer in value."""
    low, other = claim.fig.low, rival.fig.low
    vague = rival.fig.qualifier == "vague" and claim.fig.qualifier != "vague"
    near = 0.0
    if low > 0 and other > 0 and claim.fig.day is None:
        near = float(min(low, other) / max(low, other))
    return rival.likeness.total + NEARER * near - (0.15 if vague else 0.0)


def likest(claim: Claim, source: Page) -> list[tuple[float, int]]:
    """The source sentences most like the claim's; kept for the next figure of the same sentence."""
    last = source.last
    if last is None or last[0] is not claim.page or last[1] != claim.sentence:
        source.last = last = (claim.page, claim.sentence, ranked(claim.page, claim.sentence, source))
    return last[2]


def computed(claim: Claim, sources: Sequence[Page], rival: Match | None) -> Judgement | None:
    """A value that follows from figures of one window; not where a figure of another value stands in the very slot."""
    if rival is not None and rival.likeness.slot > SAME_SLOT:
        return None
    for source in sources:
        found = derived(claim, source, [place for share, place in likest(claim, source) if share >= WINDOW])
        if found is not None:
            operands = tuple(Match(source, number, "same", Likeness(0, 0, 0)) for number in found[1:])
            return Judgement("derived", "derived", operands[0], rival, operation=found[0], operands=operands)
    return None


def matches(claim: Claim, source: Page, shares: dict[int, float]) -> list[Match]:
    """Figures of the source whose value the claimed one has, or is licensed by; those in the likest sentences where many do."""
    related: list[tuple[int, Relation]] = []
    for number in window(claim, source, shares):
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


MIXED = {
    "count": ("duration", "multiple"),
    "duration": ("count",),
    "money": ("mass",),
    "mass": ("money",),
    "multiple": ("count",),
}


def window(claim: Claim, source: Page, shares: dict[int, float]) -> list[int]:
    """The figures of the source that can have the claimed value: all of a short text; of a long one those of
    the same value, those near in value, and those of the likest sentences."""
    fig, kind = claim.fig, family(claim.fig.kind)
    numbers = source.families.get(kind, [])
    for other in MIXED.get(kind, ()):
        numbers = numbers + source.families.get(other, [])[:CANDIDATES]
    if len(numbers) <= CANDIDATES:
        return numbers
    exact = bisect_left(numbers, fig.low, key=lambda number: source.figs[number].low)
    chosen = dict.fromkeys(numbers[max(0, exact - NEIGHBOURS) : exact + NEIGHBOURS])
    for key in keys(fig):
        chosen.update(dict.fromkeys(source.values.get(key, ())[:NEIGHBOURS]))
    for place in shares:
        chosen.update(dict.fromkeys(source.by_sentence.get(place, ())))
    return list(chosen)


def others(claim: Claim, source: Page, shares: dict[int, float]) -> list[Match]:
    """Figures with another value in the source sentences most like the claim's."""
    found = []
    taken = [claim.page.figs[number] for number in claim.page.by_sentence.get(claim.sentence, ()) if number != claim.number]
    for place, share in shares.items():
        for number in source.by_sentence.get(place, ()):
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


def decide(claim: Claim, found: list[Match], rivals: list[Match]) -> Judgement:
    """The first verdict that fits, where the value is in a source."""
    best, rival = found[0], rivals[0] if rivals else None
    if best.relation == "stronger":
        return Judgement("contradicted", "bound", best, rival)
    beaten = next((other for other in rivals if outdone(claim, best, other)), None)
    if beaten is not None:
        return Judgement("misattributed", "rival", best, beaten)
    if best.relation == "extended":
        return pieced(claim, best, rival)
    roles = clashing(claim, found)
    if roles is not None:
        return Judgement("contradicted", "role", best, rival, detail=roles)
    if wholes(claim, best):
        return Judgement("misattributed", "elsewhere", best, rival)
    owner = aged(claim, best, rivals)
    if owner is not None:
        return Judgement("misattributed", "place", best, owner)
    elsewhere = next((other for other in rivals if misplaced(claim, best, other) or crossed(claim, best, other)), None)
    if elsewhere is not None:
        return Judgement("misattributed", "place", best, elsewhere)
    if by_chance(claim, best):
        return Judgement("misattributed", "elsewhere", best, rival)
    if best.relation == "same":
        return Judgement("supported", "same", best, rival)
    return Judgement("approximate" if best.relation == "approximate" else "imprecise", best.relation, best, rival)


def outdone(claim: Claim, best: Match, rival: Match) -> bool:
    """Whether a figure of another value stands where the claim's does, and the claim's value elsewhere."""
    ours, theirs = best.likeness, rival.likeness
    if relate(rival.fig, claim.fig) in ("approximate", "same"):
        return False  # "over five years" does not speak against "64 months"
    if best.relation == "same" and significant(best.fig) >= DISTINCT and theirs.sentence < LIKE:
        return False
    if best.relation == "same" and best.fig.measure.rstrip("s") != rival.fig.measure.rstrip("s") and theirs.near < 0.6:
        return False  # "three weeks" of the claim is not answered by "41 years" in a merely similar phrase
    if theirs.slot > SAME_SLOT and theirs.total > ours.total + MARGIN:
        return True
    if theirs.slot >= ours.slot + 0.4 and theirs.sentence >= LIKE and theirs.total > ours.total:
        return True
    if claim.fig.kind == "age":
        return False
    return theirs.slot >= 0.1 and theirs.near >= max(0.45, ours.near + 0.35) and theirs.sentence >= ours.sentence + 0.3


def clashing(claim: Claim, found: list[Match]) -> tuple[str, str] | None:
    """The roles that exclude one another in every like sentence that has the value; None where one of them agrees."""
    best, first = found[0], None
    if best.likeness.sentence < LIKE:
        return None
    for match in found:
        if match.likeness.sentence < max(LIKE, 0.8 * best.likeness.sentence) or match.likeness.near < 0.7 * best.likeness.near:
            continue
        roles = clash(claim, match.page, match.number)
        if roles is None:
            return None
        first = first or roles
    return first


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


def held(page: Page, sentence: int, names: set[str], days: list[Fig], before: int) -> float:
    """Share of names and dates that a sentence holds, or one of the `before` sentences in front of it."""
    hits = sum(any(word in page.bags[place] for place in range(max(0, sentence - before), sentence + 1)) for word in names)
    for day in days:
        known = (fig for place in range(max(0, sentence - before), sentence + 1) for fig in page.figs_of(place))
        hits += any(relate(day, fig) in ("same", "imprecise") for fig in known)
    return hits / (len(names) + len(days))


def by_chance(claim: Claim, best: Match) -> bool:
    """Whether a small number stands in a sentence that speaks of something else: no evidence."""
    ours, fig = best.likeness, claim.fig
    return fig.kind == "count" and fig.low <= CHANCE_COUNT and ours.near < 0.21 and ours.sentence < 0.11 and ours.slot < 0.1


def pieced(claim: Claim, best: Match, rival: Match | None) -> Judgement:
    """A date with more fields than the source gives in one place: derived where it gives each of them somewhere."""
    mine, theirs = claim.fig.day, best.fig.day
    if mine is None or theirs is None:
        return Judgement("unclear", "unclear", best, rival)
    words = [best.page.text[best.fig.start : best.fig.end]]
    for name in FIELDS:
        value = getattr(mine, name)
        if value is None or getattr(theirs, name) is not None:
            continue
        other = next((fig for fig in best.page.figs if fig.day is not None and getattr(fig.day, name) == value), None)
        if other is None:
            return Judgement("unsupported", "added", best, rival)
        words.append(best.page.text[other.start : other.end])
    return Judgement("derived", "derived", best, rival, operation=" + ".join(words))


def missing(claim: Claim, rival: Match | None) -> Judgement:
    """The verdict where no figure of the sources has the value."""
    if rival is not None and rival.likeness.total >= 0.3:
        if enumerates(claim) and rival.likeness.slot <= SAME_SLOT and rival.likeness.near < 0.6:
            return Judgement("unclear", "unclear", None, rival)
        return Judgement("contradicted", "other", None, rival)
    if enumerates(claim):
        return Judgement("unclear", "unclear", None, rival)
    return Judgement("unsupported", "nowhere", None, rival)


def enumerates(claim: Claim) -> bool:
    """Whether a number may count what the text lists by name: "the two leaders", "two passengers"."""
    fig = claim.fig
    if fig.kind != "count" or fig.qualifier not in ("exact", "only") or fig.form == "zero":
        return False
    return fig.low == 2 or (
        fig.low <= SMALL_COUNT and claim.page.tokens.word(fig.first - 1) in ("the", "these", "those", "all", "their", "its")
    )
