"""Dates in a text, with the fields that the words give and no others; nothing is resolved here."""

import calendar
from collections.abc import Iterator

from summarizer.dates.day import Day, made
from summarizer.dates.tokens import HYPHENS, Tokens
from summarizer.dates.words import (
    BEFORE,
    DAYPARTS,
    MONTHS,
    ORDINAL_SUFFIXES,
    PARTS,
    PERIODS,
    POINTERS,
    SEASONS,
    UNSURE_MONTHS,
    WEEKDAYS,
)
from summarizer.dates.years import FIRST_YEAR, LAST_YEAR, year_at, year_of

__all__ = ["STARTERS", "day_at", "scan"]

POINTING = frozenset(("last", "next", "past", "this", "coming", "previous", "following"))
STARTERS = frozenset((*MONTHS, *WEEKDAYS, *SEASONS, *PARTS, *POINTERS, *POINTING))


def day_of(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The day of the month at `index` and the token after it, its "th" included."""
    word = tokens.word(index)
    if not (len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= 31):
        return None
    after = index + 1
    if tokens.gap(index) == "" and tokens.word(after) in ORDINAL_SUFFIXES:
        after += 1
    return int(word), after


def month_of(tokens: Tokens, index: int) -> int | None:
    """The month at `index`: a name with a capital letter (or all of the text in capitals)."""
    month = MONTHS.get(tokens.word(index))
    return month if month is not None and tokens.written(index)[0].isupper() else None


def close(tokens: Tokens, index: int, *, comma: bool = False) -> bool:
    """Whether the token at `index` and the next one stand together: a space, an abbreviation's full stop, a comma."""
    gap = tokens.gap(index)
    return gap in (" ", ". ", "\u00a0", "-", ".") or (comma and gap in (", ", ",", "., "))


def day_at(tokens: Tokens, index: int) -> Day | None:
    """The date that begins with the token at `index`, as long as it goes; None where none begins there."""
    word = tokens.word(index)
    if word in WEEKDAYS:
        return weekday_at(tokens, index)
    if word in MONTHS:
        return month_at(tokens, index)
    if word[:1].isdecimal():
        return numeral_at(tokens, index)
    if word in PARTS:
        return part_at(tokens, index)
    if word in POINTERS:
        found = made(tokens, index, index + 1)
        found.pointer = word
        return found
    if word in POINTING:
        return pointing_at(tokens, index)
    if word in SEASONS:
        return season_at(tokens, index)
    return None


def weekday_at(tokens: Tokens, index: int) -> Day | None:
    """Tuesday; Tuesday, 1 July; Thursday morning."""
    if not tokens.written(index)[0].isupper() or (
        len(tokens.word(index)) < 6 and tokens.word(index) in ("sun", "sat", "mon", "wed")
    ):
        return None
    after = index + 1
    if after < len(tokens) and close(tokens, index, comma=True):
        rest = month_at(tokens, after) if tokens.word(after) in MONTHS else numeral_at(tokens, after)
        if rest is not None and rest.day is not None:
            rest.first, rest.start, rest.weekday = index, tokens.starts[index], WEEKDAYS[tokens.word(index)]
            return rest
    if tokens.word(after) in DAYPARTS and tokens.gap(index) == " ":
        after += 1
    found = made(tokens, index, after)
    found.weekday = WEEKDAYS[tokens.word(index)]
    return found


def month_at(tokens: Tokens, index: int) -> Day | None:
    """July; July 2025; July 1; July 1, 2025; June 20-21, 2023; July 1st."""
    month = month_of(tokens, index)
    if month is None:
        return None
    if close(tokens, index):
        day = day_of(tokens, index + 1)
        if day is not None and not follows_as_count(tokens, day[1]):
            return with_year(tokens, index, day[1], month, day[0])
    year = year_of(tokens.word(index + 1)) if close(tokens, index, comma=True) else None
    of = tokens.word(index + 1) == "of" and year_of(tokens.word(index + 2)) is not None
    if year is None and not of and not stands_alone(tokens, index):
        return None
    found = made(tokens, index, index + (2 if year is not None else 3 if of else 1))
    found.month, found.year = month, year if year is not None else year_of(tokens.word(index + 2)) if of else None
    return found


def follows_as_count(tokens: Tokens, after: int) -> bool:
    """Whether the number is cut off by the next token, as in "May 20 per cent"."""
    return tokens.word(after) in ("per", "percent", "%") and tokens.gap(after - 1) in ("", " ")


def stands_alone(tokens: Tokens, index: int) -> bool:
    """Whether a month's name without a number is a month here and not a word or a person."""
    word, before = tokens.word(index), tokens.word(index - 1)
    if word not in UNSURE_MONTHS:
        return True
    if word in ("april", "august") and not (tokens.gap(index) == " " and tokens.written(index + 1)[:1].isupper()):
        return not tokens.written(index - 1)[:1].isupper() or before in BEFORE
    return before in BEFORE and not (tokens.gap(index) == " " and tokens.written(index + 1)[:1].isupper())


def with_year(tokens: Tokens, first: int, after: int, month: int, day: int) -> Day:
    """A day of a month, with a second day ("20-21", "17 and 18") and a year where they follow."""
    until = None
    if tokens.gap(after - 1) in HYPHENS or tokens.word(after) in ("and", "to"):
        second = day_of(tokens, after if tokens.gap(after - 1) in HYPHENS else after + 1)
        if second is not None and day < second[0] and second_day(tokens, second[1]):
            until, after = second
    year = year_of(tokens.word(after)) if close(tokens, after - 1, comma=True) else None
    if year is not None and not unit_follows(tokens, after):
        after += 1
    else:
        year = None
    found = made(tokens, first, after)
    found.month, found.day, found.until, found.year = month, day, until, year
    return found


AFTER_DAY = frozenset(("and", "as", "at", "for", "in", "last", "on", "that", "the", "this", "to", "when", "where", "with"))
"""Words behind a second day of a month ("on 17 and 18 April at"); anything else may be what the number counts."""


def second_day(tokens: Tokens, after: int) -> bool:
    """Whether a second number can be a day: nothing counted follows it."""
    return tokens.gap(after - 1)[:1] in (",", ".", "\n", ";", ")", ":", "") or tokens.word(after) in AFTER_DAY


def unit_follows(tokens: Tokens, index: int) -> bool:
    """Whether something counted follows a four-digit number, so that it is no year ("on 3 May, 2000 people")."""
    return tokens.gap(index) == " " and tokens.word(index + 1) in (
        "people",
        "men",
        "women",
        "children",
        "troops",
        "soldiers",
        "houses",
    )


def numeral_at(tokens: Tokens, index: int) -> Day | None:
    """23 May; 23rd of May 2025; 20–21 June; 2025-06-06; 06.06.2025; 2012; 1970s."""
    word = tokens.word(index)
    written = calendar_at(tokens, index)
    if written is not None:
        return written
    day = day_of(tokens, index)
    if day is not None:
        return day_first(tokens, index, *day)
    return year_at(tokens, index, word)


def day_first(tokens: Tokens, index: int, day: int, after: int) -> Day | None:
    """23 May; 23rd of May 2025; 20–21 June; 20 and 21 June."""
    until = None
    if tokens.hyphen(after - 1) or tokens.word(after) in ("and", "to"):
        second = day_of(tokens, after if tokens.hyphen(after - 1) else after + 1)
        if second is not None and day < second[0] and month_of(tokens, second[1]) is not None and close(tokens, second[1] - 1):
            until, after = second
    if tokens.word(after) == "of":
        after += 1
    month = month_of(tokens, after) if close(tokens, after - 1) else None
    if month is None or (tokens.word(after) == "may" and tokens.written(index) != tokens.word(index)):
        return None
    found = with_year(tokens, index, after + 1, month, day)
    if found.until is not None and until is None and found.year is None:
        found.until, found.after, found.end = None, after + 1, tokens.ends[after]
    found.until = until if until is not None else found.until
    return found


def calendar_at(tokens: Tokens, index: int) -> Day | None:
    """2025-06-06; 06.06.2025; 06/06/2025 (day first unless the month says otherwise)."""
    word = tokens.word(index)
    if word.count(".") == 2 and len(word) <= 10:
        return fields(tokens, index, index + 1, word.split("."))
    if not (
        1 <= len(word) <= 4
        and word.isdecimal()
        and tokens.gap(index) in ("-", "/")
        and tokens.gap(index + 1) == tokens.gap(index)
    ):
        return None
    return fields(tokens, index, index + 3, [word, tokens.word(index + 1), tokens.word(index + 2)])


def fields(tokens: Tokens, first: int, after: int, parts: list[str]) -> Day | None:
    """A date from three numbers, where they are one."""
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        year, month, day = numbers
    elif len(parts[2]) == 4:
        day, month, year = numbers
        if month > 12 >= day:
            day, month = month, day
    else:
        return None
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    found = made(tokens, first, after)
    found.year, found.month, found.day = year, month, day
    return found


def part_at(tokens: Tokens, index: int) -> Day | None:
    """early February; late May 2025; the late 1970s; mid-2012; early 2013."""
    if not (tokens.gap(index) in (" ", "-") and index + 1 < len(tokens)):
        return None
    following = tokens.word(index + 1)
    rest: Day | None = None
    if following in MONTHS:
        rest = month_at(tokens, index + 1)
    elif following[:1].isdecimal():
        rest = year_at(tokens, index + 1, following)
    elif following in SEASONS:
        rest = season_at(tokens, index + 1)
    if rest is None or rest.day is not None:
        return None
    rest.first, rest.start, rest.part = index, tokens.starts[index], tokens.word(index)
    return rest


def pointing_at(tokens: Tokens, index: int) -> Day | None:
    """last week; this year; next month; last Tuesday; the past year."""
    following = tokens.word(index + 1)
    if tokens.gap(index) != " ":
        return None
    lead = {"past": "last", "previous": "previous", "coming": "next", "following": "following"}.get(
        tokens.word(index), tokens.word(index)
    )
    if following in PERIODS:
        found = made(tokens, index, index + 2)
        found.pointer = f"{lead} {following}"
        return found
    rest = (
        weekday_at(tokens, index + 1) if following in WEEKDAYS else month_at(tokens, index + 1) if following in MONTHS else None
    )
    if rest is None or rest.day is not None:
        return None
    rest.first, rest.start, rest.pointer = index, tokens.starts[index], lead
    return rest


def season_at(tokens: Tokens, index: int) -> Day | None:
    """spring 2024; the summer of 2014. A season without a year is too vague to be a date."""
    after = index + 1
    if tokens.word(after) == "of":
        after += 1
    year = year_of(tokens.word(after)) if tokens.gap(after - 1) in (" ", ", ") else None
    if year is None:
        return None
    found = made(tokens, index, after + 1)
    found.season, found.year = tokens.word(index), year
    return found


def scan(tokens: Tokens) -> Iterator[Day]:
    """Every date of a text, in order."""
    index, size, words = 0, len(tokens), tokens.words
    while index < size:
        word = words[index]
        if word in STARTERS or word[0].isdecimal():
            found = day_at(tokens, index)
            if found is not None:
                yield found
                index = found.after
                continue
        index += 1
