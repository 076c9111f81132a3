"""The verdict on one figure: same value in the same surroundings, another value there, or no such value at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from schemas.validation import Verdict
from summarizer.figures.context import Claim, Likeness, clash
from summarizer.figures.counted import kinds, unlike
from summarizer.figures.deriving import derived
from summarizer.figures.fates import contradict, fates
from summarizer.figures.matching import ORDER, Match, against, likest
from summarizer.figures.owners import another, elsewhere, owned, portion
from summarizer.figures.page import Page
from summarizer.figures.placing import aged, crossed, misplaced, wholes
from summarizer.figures.values import FIELDS, relate, significant

__all__ = ["Judgement", "judged"]

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
SAME_SLOT = 0.45
"""Share of the neighbouring words from which two figures stand in one slot."""
MARGIN = 0.15
"""By how much a rival must be more alike in all."""
OTHER_FATE = 0.8
"""Share of the likeness of a figure with another fate that a further one must have to be the claim's."""
CHANCE_COUNT = 20
"""Counts up to here say nothing in a sentence about something else."""
SMALL_COUNT = 12
"""Counts up to here meet by chance, and are what readers count themselves."""


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


def decide(claim: Claim, found: list[Match], rivals: list[Match]) -> Judgement:
    """The first verdict that fits, where the value is in a source."""
    rival = rivals[0] if rivals else None
    fitting = [match for match in found if fated(claim, match) is None]
    settled = foreign(claim, found, fitting, rivals)
    if settled is not None:
        return settled
    found, best = fitting, fitting[0]
    rivals = [other for other in rivals if not owned(claim, best, other)]
    beaten = next((other for other in rivals if outdone(claim, best, other) and fated(claim, other) is None), None)
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
    nearer = next((other for other in rivals if misplaced(claim, best, other) or crossed(claim, best, other)), None)
    if nearer is not None:
        return Judgement("misattributed", "place", best, nearer)
    if by_chance(claim, best):
        return Judgement("misattributed", "elsewhere", best, rival)
    if best.relation == "same":
        return Judgement("supported", "same", best, rival)
    return Judgement("approximate" if best.relation == "approximate" else "imprecise", best.relation, best, rival)


def foreign(claim: Claim, found: list[Match], fitting: list[Match], rivals: list[Match]) -> Judgement | None:
    """The verdict where the value is told of something else: another fate, people, bound, part, day, place or speaker."""
    rival = rivals[0] if rivals else None
    if not fitting or fitting[0].likeness.total < OTHER_FATE * found[0].likeness.total:
        return Judgement("contradicted", "role", found[0], rival, detail=fated(claim, found[0]) or ())
    best = fitting[0]
    if best.relation == "stronger":
        return Judgement("contradicted", "bound", best, rival)
    owner = another(claim, best, rivals) or portion(claim, best)
    if owner is not None:
        return Judgement("misattributed", "place", best, owner)
    if all(elsewhere(claim, match) for match in fitting):
        return Judgement("misattributed", "elsewhere", best, rival)
    return None


def fated(claim: Claim, match: Match) -> tuple[str, str] | None:
    """What excludes a figure of the claim's value: another fate ("17 killed" for "17 wounded") or other people counted."""
    page, number = match.page, match.number
    return contradict(fates(claim.page, claim.number), fates(page, number)) or unlike(
        kinds(claim.page, claim.number), kinds(page, number)
    )


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
