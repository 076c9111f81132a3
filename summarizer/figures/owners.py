"""Whose a casualty figure is: the people, the degree of harm, the day, the place and the speaker in its own part of a sentence.

"Gunmen killed 12 people in Gao and 30 in Kidal" gives each town one figure. The rules speak only where names leave no doubt; a
name that the text uses beyond one figure's part (a country, a city in a dateline) may be the frame of all and decides nothing.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from summarizer.figures.context import Claim
from summarizer.figures.counted import kinds, noun, phrase, unlike
from summarizer.figures.fates import broken, contradict, fates, partial
from summarizer.figures.matching import Match
from summarizer.figures.page import Page
from summarizer.figures.values import relate

__all__ = ["another", "elsewhere", "owned", "portion"]

SPEAKERS = frozenset((
    "army", "authorities", "government", "hospital", "jihadists", "junta", "medics", "militants", "military", "ministry",
    "police", "rebels", "residents", "witnesses",
))  # fmt: skip
"""Those who state a toll without a name of their own."""
DEGREES = {
    "badly": "grave", "critical": "grave", "critically": "grave", "grave": "grave", "gravely": "grave", "lightly": "light",
    "mild": "light", "minor": "light", "serious": "grave", "seriously": "grave", "severe": "grave", "severely": "grave",
    "slight": "light", "slightly": "light",
}  # fmt: skip
"""Words that say how badly somebody was hurt."""
SAYING = frozenset((
    "announced", "claimed", "claims", "confirmed", "confirms", "counted", "put", "puts", "reported", "reports", "said",
    "say", "says", "stated", "told",
))  # fmt: skip
"""Verbs beside which the speaker of a toll stands."""
BESIDE = 4
"""Words between a speaker and such a verb."""
RIVALS = 60
"""Figures of like sentences that are asked, the likest first; a text with more of them repeats itself or is a table."""
LINKS = frozenset(("and", "as", "but", "whereas", "while"))
"""Words between the parts of two figures."""
SIGNS = frozenset(",;:.–—")
"""Marks between them."""


def another(claim: Claim, best: Match, rivals: Sequence[Match]) -> Match | None:
    """The figure of another value that the text gives for what the claim names, where it gives `best` for something else.

    What a claim names: whom it counts ("29 women" of "29 hostages, 18 of them women"), how badly they were hurt, the day, the
    place or the speaker.
    """
    mine = fates(claim.page, claim.number)
    if not mine or best.fig.kind != "count":
        return None
    near = [rival for rival in rivals[:RIVALS] if rival.page is best.page and relate(claim.fig, rival.fig) == "differ"]
    tests = (counts, hurts, dated, stated, names_it)
    return next((rival for test in tests for rival in near if test(claim, best, rival, mine)), None)


def elsewhere(claim: Claim, best: Match) -> bool:
    """Whether the text gives a toll for another time than the claim's, by words that leave no doubt.

    Either both name a day of the week or month and none is the same; or the text's sentence names a month, a year or a period of
    which the claim says nothing, while it names none of the claim's places ("In 2010, mudslides in Bududa killed 350 people").
    """
    page = best.page
    if best.fig.kind != "count" or not fates(claim.page, claim.number):
        return False
    wanted, there = days(claim.page, claim.number), days(page, best.number)
    if any(one[0] == other[0] for one in wanted for other in there) and not wanted & there:
        return True
    if not periods(page, page.numbers[best.number]) or periods(claim.page, claim.sentence):
        return False
    first, after = page.ranges[page.numbers[best.number]]
    named = {word for word in names(claim.page, claim.number, claim.page.names | page.names) if word in page.postings}
    return bool(named or wanted) and not named & set(page.stems[first:after]) and not wanted & there


def periods(page: Page, sentence: int) -> bool:
    """Whether a sentence names a month, a year or a period: the time of something told as background."""
    return any(fig.day is not None and fig.day.day is None and fig.day.weekday is None for fig in page.figs_of(sentence))


def portion(claim: Claim, best: Match) -> Match | None:
    """The part of the best match of which alone the text says what the claim says of the whole, or None.

    "46 drones, 19 of them over Belgorod" is no evidence for 46 over Belgorod; a claim that gives the part as well is not meant.
    """
    page, number = best.page, best.number + 1
    sentence = page.numbers[best.number]
    if number >= len(page.figs) or page.numbers[number] != sentence or not partial(page, number):
        return None
    fig, last = page.figs[number], page.ranges[sentence][1]
    end = next((at for at in range(fig.after, last) if (at > fig.after and broken(page, at)) or at in page.firsts), last)
    first = page.ranges[sentence][0]
    beyond = {*page.stems[first : fig.after], *page.stems[end:last], ""}
    told = set(page.stems[fig.after : end]) - beyond
    given = any(relate(other, fig) not in (None, "differ") for other in claim.page.figs_of(claim.sentence))
    return Match(page, number, "differ", best.likeness) if told & claim.bag and not given else None


def counts(claim: Claim, best: Match, rival: Match, mine: frozenset[str]) -> bool:
    """Whether the rival counts what the claim counts, and the best match something else in the same sentence."""
    page, wanted = best.page, noun(claim.page, claim.number)
    if not wanted or page.numbers[rival.number] != page.numbers[best.number] or not phrase(page, best.number):
        return False
    if wanted & set(phrase(page, best.number)) or not wanted <= noun(page, rival.number):
        return False
    theirs = fates(page, rival.number)
    return not theirs or bool(mine & theirs)


def hurts(claim: Claim, best: Match, rival: Match, mine: frozenset[str]) -> bool:
    """Whether the claim says how badly people were hurt, and the text says it of the rival alone."""
    page = best.page
    wanted = grave(claim.page, claim.number)
    if not wanted or page.numbers[rival.number] != page.numbers[best.number]:
        return False
    return bool(wanted & grave(page, rival.number)) and not grave(page, best.number)


def grave(page: Page, number: int) -> set[str]:
    """The degrees of harm in a figure's own words, up to the next figure."""
    first, last = page.figs[number].after, page.ranges[page.numbers[number]][1]
    if number + 1 < len(page.figs):
        last = min(last, page.figs[number + 1].first)
    return {DEGREES[word] for word in page.tokens.words[first:last] if word in DEGREES}


def dated(claim: Claim, best: Match, rival: Match, mine: frozenset[str]) -> bool:
    """Whether the text gives the best match for another day than the claim's, and the rival for the claim's."""
    page = best.page
    wanted, there = days(claim.page, claim.number), days(page, best.number)
    if not wanted or not there or wanted & there or not mine & fates(page, rival.number):
        return False
    return bool(wanted & days(page, rival.number))


def days(page: Page, number: int) -> set[tuple[str, int | None, int | None]]:
    """Weekdays and days of a month in a figure's part of its sentence; not the day on which somebody said so."""
    inside, words, figs = part(page, number), page.tokens.words, page.figs
    place = bisect_left(figs, inside.start, key=lambda fig: fig.first)
    found = []
    for fig in islice(figs, place, None):
        if fig.first >= inside.stop:
            break
        if fig.day is not None and SAYING.isdisjoint(words[max(0, fig.first - 2) : fig.first]):
            found.append(fig.day)
    weekdays = {("weekday", day.weekday, None) for day in found if day.weekday is not None}
    return weekdays | {("day", day.month, day.day) for day in found if day.day is not None}


def stated(claim: Claim, best: Match, rival: Match, mine: frozenset[str]) -> bool:
    """Whether the speaker of the claim states the rival, and somebody else the best match."""
    wanted, there = said(claim.page, claim.number), said(best.page, best.number)
    if not wanted or not there or wanted & there or not mine & fates(best.page, rival.number):
        return False
    return bool(wanted & said(best.page, rival.number))


def names_it(claim: Claim, best: Match, rival: Match, mine: frozenset[str]) -> bool:
    """Whether the rival stands beside a name or speaker of the claim, and the best match beside others only.

    In one sentence the two figures stand against one another by themselves ("five killed, three of them in Gao").
    """
    page, known = best.page, claim.page.names | best.page.names
    wanted, theirs = names(claim.page, claim.number, known), names(page, best.number, known)
    if not wanted or wanted & theirs or not mine & fates(page, rival.number):
        return False
    if unlike(kinds(claim.page, claim.number), kinds(page, rival.number)) is not None:
        return False
    held = wanted & names(page, rival.number, known)
    if page.numbers[rival.number] == page.numbers[best.number]:
        return bool(held & close(page, rival.number))
    return bool(theirs) and any(only(page, name, mine) for name in held)


def close(page: Page, number: int) -> set[str]:
    """The stems of a figure's part up to the first mark behind it; what comes later may belong to the whole sentence."""
    inside, fig = part(page, number), page.figs[number]
    end = next((index for index in range(fig.after, inside.stop) if broken(page, index)), inside.stop)
    return set(page.stems[inside.start : end])


def said(page: Page, number: int) -> set[str]:
    """Stems of the words that stand beside a verb of saying in a figure's part: who states it."""
    inside, words = part(page, number), page.tokens.words
    found: set[str] = set()
    for index in inside:
        if words[index] in SAYING:
            found.update(page.stems[max(inside.start, index - BESIDE) : index])
        if words[index] == "according":
            found.update(page.stems[index + 2 : min(inside.stop, index + 2 + BESIDE)])
    return found - {""}


def owned(claim: Claim, best: Match, rival: Match) -> bool:
    """Whether what the claim names stands with its value and not with the rival's: no rival takes it away then."""
    if best.page is not rival.page or best.fig.kind != "count":
        return False
    page, known = best.page, claim.page.names | best.page.names
    wanted, beside = noun(claim.page, claim.number), set(phrase(page, rival.number))
    if beside and wanted & set(phrase(page, best.number)) and not wanted & beside:
        return True
    if not fates(claim.page, claim.number):
        return False
    return any(
        mine & of(page, best.number) and not mine & of(page, rival.number)
        for of, mine in (
            (days, days(claim.page, claim.number)),
            (said, said(claim.page, claim.number)),
            (lambda text, number: names(text, number, known), names(claim.page, claim.number, known)),
        )
    )


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
    tolls = page.tolls.get(sentence)
    if tolls is None:
        tolls = page.tolls[sentence] = [other for other in page.by_sentence[sentence] if fates(page, other)]
    place = bisect_left(tolls, number)
    if place:
        first = border(page, tolls[place - 1], number)
    place += place < len(tolls) and tolls[place] == number
    if place < len(tolls):
        after = border(page, number, tolls[place])
    return range(first, after)


def border(page: Page, left: int, right: int) -> int:
    """The token with which the part of the right one of two figures begins."""
    tokens, low, high = page.tokens, page.figs[left].after, page.figs[right].first
    for index in range(high - 1, low - 1, -1):
        if tokens.words[index] in LINKS or any(sign in SIGNS for sign in tokens.gap(index - 1)):
            return index
    return high
