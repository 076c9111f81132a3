"""Years: four digits where nothing counted follows and no hedge leads."""

from summarizer.dates.day import Day, made
from summarizer.dates.tokens import Tokens
from summarizer.dates.words import MONTHS, YEAR_LEADS

__all__ = ["FIRST_YEAR", "LAST_YEAR", "year_at", "year_of"]

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Four digits outside are not a year."""
SURE_YEAR = 1900
"""From here on, four bare digits are a year unless something counted follows."""
LAST_SURE_YEAR = 2100


def year_of(word: str) -> int | None:
    """The year that four digits can be, or None."""
    if len(word) == 4 and word.isdecimal():
        year = int(word)
        return year if FIRST_YEAR <= year <= LAST_YEAR else None
    return None


def year_at(tokens: Tokens, index: int, word: str) -> Day | None:
    """2012; 1970s; 2012/13; 1965-68. Four digits are a year where nothing counted follows and no hedge leads."""
    year = year_of(word)
    if year is None:
        return None
    after = index + 1
    if tokens.word(after) == "s" and tokens.gap(index) in ("", "'", "’") and year % 10 == 0:
        found = made(tokens, index, after + 1)
        found.decade = year
        return found
    if not is_year(tokens, index, year):
        return None
    found = made(tokens, index, after)
    found.year = year
    tail = tokens.word(after)
    if (tokens.gap(index) == "/" or tokens.hyphen(index)) and len(tail) == 2 and tail.isdecimal() and int(tail) > year % 100:
        found.until = year - year % 100 + int(tail)
        found.after, found.end = after + 1, tokens.ends[after]
    return found


# What makes four digits a number: a unit or sign beside them, or a hedge before them.
COUNTED = frozenset((
    "%", "a", "bn", "deaths", "dollars", "euros", "feet", "ft", "h", "k", "kg", "kilometers", "kilometres", "km", "m", "men",
    "meters",
    "metres", "miles", "million", "mm", "mph", "people", "per", "percent", "pounds", "strong", "th", "thousand", "tons", "tonnes",
    "women", "words", "years", "nd", "rd", "st", "hectares", "acres", "times", "votes", "jobs", "soldiers", "troops", "children",
))  # fmt: skip
HEDGES = frozenset((
    "about", "almost", "another", "approximately", "around", "estimated", "exactly", "least", "nearly", "only", "over",
    "roughly", "some",
    "than", "those", "these",
))  # fmt: skip


def is_year(tokens: Tokens, index: int, year: int) -> bool:
    """Whether four bare digits are a year, by what stands beside them."""
    after, before, gap = tokens.word(index + 1), tokens.word(index - 1), tokens.gap(index)
    if index and tokens.gap(index - 1) in ("", "#", " #") and not before.isalpha():
        return False
    if gap in ("", " ", "-") and after in COUNTED and not (after == "a" and gap == " "):
        return False
    if before in HEDGES:
        return False
    sure = SURE_YEAR <= year <= LAST_SURE_YEAR
    plural = (
        gap == " "
        and len(after) > 3
        and after.endswith("s")
        and after not in ("was", "its", "this")
        and tokens.written(index + 1).islower()
    )
    if before in YEAR_LEADS or (sure and before in MONTHS):
        return sure or year >= 1066 or not plural
    if plural and before.isalpha() and not before.endswith("'s"):
        return False
    return sure or (year >= 1500 and not plural and gap[:1] != " ")
