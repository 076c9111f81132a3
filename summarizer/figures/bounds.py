"""Bounds before and behind a number: more than, up to, or so, -plus."""

from summarizer.dates import Tokens
from summarizer.figures.figure import Fig, stretch
from summarizer.figures.words import LEAD_ENDS, LEADS, PASSING, RISEN, TAILS, TALLIED

__all__ = ["BOUNDS", "bounded", "tail"]

LEAST_OVER = 20
"""Below this count, "over" in front of a number may mean "about": "a row over two embryos"."""
PREPOSITIONS = frozenset((("about",), ("above",), ("around",), ("below",), ("beyond",), ("over",), ("under",)))
"""Bounds that are no bounds in front of an article: "under a 30-day curfew"."""
TALLY = 12
"""Words before such a verb among which its count is named."""
STANDS = frozenset(("is", "now", "was"))
"""Words between a toll and "up to"."""
BOUNDS = frozenset(("at_least", "at_most", "fewer_than", "more_than"))


def tail(tokens: Tokens, found: Fig) -> None:
    """Read a bound behind the number: or more, or so, -plus, +, -odd."""
    word, gap = tokens.word(found.after), tokens.gap(found.after - 1)
    if word in ("plus", "odd") and gap in ("-", " ", "‑") and (word == "odd" or gap != " "):
        found.qualifier = "at_least" if word == "plus" else "about"
        stretch(tokens, found, found.after + 1)
    elif word == "+" and gap == "":
        found.qualifier = "at_least"
        stretch(tokens, found, found.after + 1)
    elif word == "or" and tokens.word(found.after + 1) in TAILS and gap == " " and tokens.word(found.after + 2) != "than":
        second = tokens.word(found.after + 1)
        found.qualifier = "at_most" if second in ("fewer", "less") else "about" if second == "so" else "at_least"
        stretch(tokens, found, found.after + 2)


def bounded(tokens: Tokens, found: Fig, floor: int) -> Fig:
    """Read the bound before the number, longest phrase first."""
    before = lead_before(tokens, found.first - 1, floor)
    if found.kind == "count" and found.qualifier == "exact" and passed(tokens, found.first - 1, floor):
        found.first, found.start, found.qualifier = found.first - 1, tokens.starts[found.first - 1], "more_than"
        return found
    if before < floor or tokens.word(before) not in LEAD_ENDS or tokens.gap(before) not in (" ", "\u00a0"):
        return between(tokens, found, floor)
    for size in (4, 3, 2, 1):
        begin = before - size + 1
        phrase = tuple(tokens.words[begin : before + 1]) if begin >= floor else ()
        meaning = LEADS.get(phrase)
        if phrase == ("up", "to") and found.kind == "count" and rising(tokens, begin - 1, floor):
            break
        if meaning is not None and (before + 1 == found.first or phrase not in PREPOSITIONS):
            found.first, found.start = begin, tokens.starts[begin]
            if found.qualifier in ("exact", "only") or (found.qualifier == "between" and meaning in BOUNDS):
                found.qualifier = meaning
                found.weak = phrase == ("over",) and (found.kind == "duration" or found.low < LEAST_OVER)
            break
    return found


def passed(tokens: Tokens, place: int, floor: int) -> bool:
    """Whether a count passes its figure here: "the number of dead has passed 350"."""
    if place < floor or tokens.word(place) not in PASSING or tokens.gap(place) != " ":
        return False
    return any(tokens.word(index) in TALLIED for index in range(max(0, place - TALLY), place))


def rising(tokens: Tokens, place: int, floor: int) -> bool:
    """Whether "up to" tells how far a toll has come and not what it may reach: "the toll has gone up to 27"."""
    while place > floor and tokens.word(place) in STANDS:
        place -= 1
    return place >= floor and tokens.word(place) in RISEN


def lead_before(tokens: Tokens, before: int, floor: int) -> int:
    """The last token of a bound; an adjective with its article may stand between ("up to a 'shameful' £2,700")."""
    if before - 1 >= floor and tokens.word(before) not in LEAD_ENDS:
        if tokens.word(before) in ("a", "an", "the"):
            return before - 1
        if tokens.word(before - 1) in ("a", "an") and before - 2 >= floor and tokens.word(before - 2) in LEAD_ENDS:
            return before - 2
    return before


def between(tokens: Tokens, found: Fig, floor: int) -> Fig:
    """Take "between" into a range."""
    if found.qualifier == "between" and found.first - 1 >= floor and tokens.word(found.first - 1) == "between":
        found.first -= 1
        found.start = tokens.starts[found.first]
    return found
