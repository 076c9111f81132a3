"""What became of the people a figure counts: killed, wounded, missing …, read from the verb or noun that governs the figure.

A word nearby is not enough: "killed 17 and wounded 23" holds both words beside both figures. The rules follow the ways in which
news agencies put casualties: the participle or noun behind the figure, the verb right before it, a toll that reaches it.
"""

from collections.abc import Iterable, Iterator

from summarizer.figures.grammar import Fig
from summarizer.figures.page import Page
from summarizer.figures.stems import ROLES

__all__ = ["contradict", "fates", "partial"]

AHEAD = 9
"""Words behind a figure among which its participle stands ("17 people travelling in two cars were killed")."""
BACK = 12
"""Words before a figure among which the toll stands that reaches it."""
COUNTED = 3
"""Words behind "and" among which a figure of its own shows that another part begins ("and wounded another 23")."""
CARRIED = 8
"""Words between a figure and the next one that shares its verb ("killed 17 people in Gao on Monday and 30 in Kidal")."""
ALIKE = ({"abduct", "capture"}, {"arrest", "capture"}, {"kill", "neutralise"})
"""Fates that a text may give for one another: the neutralised are mostly killed (they say), the captured under arrest."""
SURE = frozenset(("abduct", "arrest", "capture", "displace", "kill", "missing", "surviv", "wound"))
"""Fates of which a text gives one or the other: a figure of one is none of another."""

EARLIER = 3
"""Figures before one that may name what it is a part of."""
PARTLY = frozenset(("including", "them", "whom"))
"""Words before a part: "including 28 children", "among them 18 women"."""
PLACING = frozenset(("at", "from", "in", "inside", "near", "outside"))
"""Words behind a figure without a noun that tell where the next part of a toll fell: "and seven in Kanker"."""
WHOLE = frozenset(("them", "those", "which", "whom"))
"""What a part is "of"."""
BE = frozenset(
    ("are", "be", "been", "being", "confirmed", "feared", "found", "get", "got", "is", "left", "reported", "was", "were")
)
"""Words before a participle that make it a passive."""
BREAKS = frozenset(',;:.!?()\n"“”–—')
DETERMINERS = frozenset((
    "a", "additional", "all", "an", "another", "approximately", "around", "as", "at", "for", "further", "her", "his", "its",
    "just", "least", "many", "more", "nearly", "only", "other", "others", "some", "the", "their", "these", "those", "to",
    "up",
))  # fmt: skip
"""Words between a governing verb and its figure."""
ENDING = frozenset((
    "after", "although", "as", "because", "before", "but", "since", "than", "though", "unless", "until", "when", "whereas",
    "while", "whose",
))  # fmt: skip
"""Words that begin another clause."""
FOLLOWING = frozenset((
    "across", "after", "again", "all", "along", "alongside", "also", "amid", "among", "an", "and", "apiece", "around", "as",
    "at", "because", "before", "between", "but", "by", "countrywide", "daily", "dead", "during", "each", "earlier",
    "elsewhere", "every", "following", "for", "from", "here", "in", "including", "inside", "instantly", "into", "last",
    "late", "later", "less", "more", "nationwide", "near", "nearby", "of", "on", "once", "one", "or", "out", "outside",
    "over", "overnight", "per", "since", "so", "soon", "than", "that", "then", "there", "this", "through", "throughout",
    "to", "today", "tonight", "toward", "towards", "under", "until", "upon", "when", "whereas", "while", "who", "with",
    "within", "without", "yesterday", "yet",
))  # fmt: skip
"""Words behind a participle that has no object of its own: it is a passive."""
LASTING = frozenset(("dead", "die", "died", "dies", "missing", "perished"))
"""Words of fate that never have an object: what stands before them is what they tell of."""
SUFFERED = frozenset(("deaths", "fatalities", "injuries", "lives", "wounds"))
"""What is counted or suffered: "17 deaths", "17 people lost their lives"."""
SUFFERING = frozenset(("lose", "losing", "lost", "received", "suffered", "suffering", "sustained", "sustaining"))
"""Verbs that have such an object."""
NOUNS = frozenset((
    "arrest", "arrests", "capture", "dead", "death", "deaths", "displacement", "fatalities", "injured", "injuries",
    "killed", "killing", "killings", "lives", "missing", "toll", "wounded", "wounding",
))  # fmt: skip
"""Words of fate that lead to a figure by "of", "to", "at" or a colon: "the deaths of 17", "killed: 17"."""
REACHING = frozenset((
    "at", "exceeded", "exceeds", "hit", "hits", "is", "now", "of", "passed", "passes", "reached", "reaches", "reaching",
    "stands", "stood", "surpassed", "surpasses", "to", "topped", "tops", "was",
))  # fmt: skip
"""Words by which a toll reaches its figure."""
TALLIES = frozenset(("count", "number", "tally", "toll"))
"""Nouns that reach a figure; all but a toll say whose number they are ("the number of wounded")."""


def contradict(mine: frozenset[str], theirs: frozenset[str]) -> tuple[str, str] | None:
    """The fates that exclude one another, where both are told for sure and none of one side is, or may be, of the other."""
    pairs = [(one, other) for one in mine for other in theirs]
    if not pairs or any(one == other or {one, other} <= group for one, other in pairs for group in ALIKE):
        return None
    ours, others = sorted(mine & SURE), sorted(theirs & SURE)
    return (ours[0], others[0]) if ours and others else None


def fates(page: Page, number: int) -> frozenset[str]:
    """What became of those that a figure of a page counts, by the words that govern it; empty where they tell nothing.

    Where a text puts two together ("killed or wounded"), both are given.
    """
    found = own(page, number)
    if found or page.figs[number].kind != "count" or not depends(page, number):
        return found
    return next((above for other in before(page, number) if (above := own(page, other))), found)


def before(page: Page, number: int) -> list[int]:
    """The last figures of the same sentence that stand before one, dates left out, the nearest first."""
    near = range(number - 1, max(-1, number - 1 - EARLIER), -1)
    return [other for other in near if page.numbers[other] == page.numbers[number] and page.figs[other].day is None]


def depends(page: Page, number: int) -> bool:
    """Whether a figure tells of a part of those before it or repeats their noun: "including 28 children", "only nine"."""
    fig, tokens = page.figs[number], page.tokens
    if partial(page, number):
        return True
    following = tokens.word(fig.after)
    if following in PLACING and broken(page, fig.first):
        return True
    ends = not following or broken(page, fig.after) or fig.after >= page.ranges[page.numbers[number]][1]
    return ends or following in ("and", "but", "while") or (following.endswith("ly") and following not in ("elderly", "family"))


def partial(page: Page, number: int) -> bool:
    """Whether a figure tells of a part of the one before it: "including 28 children", "19 of them over Belgorod"."""
    fig, tokens = page.figs[number], page.tokens
    return tokens.word(fig.first - 1) in PARTLY or (tokens.word(fig.after) == "of" and tokens.word(fig.after + 1) in WHOLE)


def own(page: Page, number: int) -> frozenset[str]:
    """The fates by the words that govern the figure itself, read once."""
    if number not in page.fates:
        page.fates[number] = read(page, number)
    return page.fates[number]


def read(page: Page, number: int) -> frozenset[str]:
    """The fates of a figure that was not asked for before."""
    fig = page.figs[number]
    if fig.kind != "count" or not page.spans:
        return frozenset()
    first, after = page.ranges[page.numbers[number]]
    return (
        frozenset((*governed(page, fig, first), *told(page, fig, after)))
        or frozenset(reached(page, fig, first))
        or frozenset(shared(page, number, first))
        or frozenset(joined(page, number, after))
    )


def fate(page: Page, index: int) -> str | None:
    """The fate that a word names, or None."""
    return next((role for group, role in ROLES.get(page.stems[index], ()) if group == "fate"), None)


def told(page: Page, fig: Fig, after: int) -> Iterator[str]:
    """The participle, adjective or noun behind the figure in its clause; two where "and" or "or" joins them."""
    tokens, stop = page.tokens, min(after, fig.after + AHEAD)
    for index in range(fig.after, stop):
        word = tokens.words[index]
        if broken(page, index) or index in page.firsts or word in ENDING or opens(page, index):
            return
        role = fate(page, index)
        if role is None:
            continue
        if passive(page, index, fig.after):
            denied = any(tokens.word(index - step) in ("not", "never") for step in (1, 2))
            if denied:
                yield from ("kill",) if role == "surviv" else ()
                return
            yield role
            if tokens.word(index + 1) in ("and", "or") and index + 2 < stop and not opens(page, index + 1):
                second = fate(page, index + 2)
                yield from (second,) if second is not None else ()
        return


def joined(page: Page, number: int, after: int) -> Iterable[str]:
    """The participle of the next figure, where "and" makes one subject of both: "40 soldiers and 15 volunteers were killed"."""
    following = page.figs[number + 1] if number + 1 < len(page.figs) else None
    fig = page.figs[number]
    if following is None or following.first >= after or page.tokens.word(following.first - 1) != "and":
        return ()
    between = range(fig.after, following.first - 1)
    plain = 0 < len(between) <= COUNTED and not any(broken(page, index) for index in between)
    return told(page, following, after) if plain and following.kind == "count" else ()


def broken(page: Page, index: int) -> bool:
    """Whether a mark stands between a token and the one before it."""
    return any(sign in BREAKS for sign in page.tokens.gap(index - 1))


def opens(page: Page, index: int) -> bool:
    """Whether "and", "or" or "with" opens a part with a figure of its own: "and wounded 23", "and 23 injured"."""
    near = range(index + 1, index + COUNTED + 1)
    return page.tokens.words[index] in ("and", "but", "or", "with") and not page.firsts.isdisjoint(near)


def passive(page: Page, index: int, begin: int) -> bool:
    """Whether a word of fate tells of what stands before it: it has no object, and is no "killing" of others."""
    tokens = page.tokens
    word = tokens.words[index]
    if word in LASTING:
        return True
    if word in SUFFERED:
        return (
            index - begin <= 1 or tokens.word(begin) == "of" or any(tokens.word(index - step) in SUFFERING for step in (1, 2, 3))
        )
    if word.endswith("ing") or word in NOUNS - {"arrest", "capture", "injured", "killed", "wounded"}:
        return False
    if index > begin and any(tokens.word(index - step) in BE for step in (1, 2)):
        return True
    following = tokens.word(index + 1)
    ends = broken(page, index + 1) or not following or following[0].isdigit()
    return ends or following in FOLLOWING or tokens.written(index + 1)[:1].isupper() or following.endswith("ly")


def governed(page: Page, fig: Fig, first: int) -> Iterator[str]:
    """The verb or noun right before the figure: "killed at least 17", "the deaths of 17", "wounded: 23"."""
    tokens, index = page.tokens, fig.first - 1
    gap = tokens.gap(index) if index >= first else "\n"
    if ":" in gap:
        if tokens.words[index] in NOUNS:
            yield from (role for role in (fate(page, index),) if role is not None)
        return
    first = max(first, fig.first - BACK)
    while index >= first and tokens.words[index] in DETERMINERS and not broken(page, index + 1):
        index -= 1
    linked = index > first and tokens.words[index] == "of" and tokens.words[index - 1] in NOUNS
    index -= linked
    if index < first or broken(page, index + 1) or (linked and broken(page, index + 2)):
        return
    word, role = tokens.words[index], fate(page, index)
    if role is None or (word in LASTING | SUFFERED and not linked):
        return  # "died 17 days later"
    yield role


def reached(page: Page, fig: Fig, first: int) -> Iterable[str]:
    """The toll that reaches the figure: "the death toll rose to 17", "the number of wounded is 23"."""
    tokens = page.tokens
    if tokens.word(fig.first - 1) not in REACHING:
        return ()
    for index in range(fig.first - 2, max(first, fig.first - BACK) - 1, -1):
        if index in page.firsts and tokens.word(index - 1) != "from":
            return ()  # the figure before is the toll's; "from 12 to 17" has one more
        if tokens.words[index] in TALLIES:
            around = (index - 1,) if tokens.words[index] == "toll" else ()
            named = [role for at in (*around, index + 2, index + 3) if first <= at < fig.first and (role := fate(page, at))]
            return named[:1] or (("kill",) if tokens.words[index] == "toll" else ())
    return ()


def shared(page: Page, number: int, first: int) -> Iterable[str]:
    """The verb of the figure before it, which "and" carries on: "killed 17 villagers and four soldiers"."""
    fig = page.figs[number]
    if page.tokens.word(fig.first - 1) != "and":
        return ()
    near = before(page, number)
    last = page.figs[near[0]] if near else None
    if last is None or last.first < first or last.kind != "count" or fig.first - last.after > CARRIED:
        return ()
    if any(broken(page, index + 1) for index in range(last.after, fig.first - 1)):
        return ()
    found = tuple(governed(page, last, first))
    return found or (own(page, near[0]) if page.tokens.word(fig.after) in PLACING else ())
