"""The words of English dates: months, weekdays, seasons, parts of a day or a period, and words that point from another day."""

__all__ = [
    "AFTER",
    "AGO_UNITS",
    "BEFORE",
    "COUNTS",
    "DAYPARTS",
    "MONTHS",
    "ORDINAL_SUFFIXES",
    "PARTS",
    "PERIODS",
    "POINTERS",
    "SEASONS",
    "UNSURE_MONTHS",
    "WEEKDAYS",
    "YEAR_LEADS",
]

# Long and short names; Unicode CLDR 46, English, wide and abbreviated, with the press's "Sept".
MONTHS: dict[str, int] = {
    "apr": 4, "april": 4, "aug": 8, "august": 8, "dec": 12, "december": 12, "feb": 2, "february": 2, "jan": 1, "january": 1,
    "jul": 7, "july": 7, "jun": 6, "june": 6, "mar": 3, "march": 3, "may": 5, "nov": 11, "november": 11, "oct": 10, "october": 10,
    "sep": 9, "sept": 9, "september": 9,
}  # fmt: skip

# Names that are words or names of people as well: a month only beside a number, or after one of BEFORE.
UNSURE_MONTHS = frozenset(("april", "august", "dec", "jan", "jun", "mar", "march", "may", "sep"))

WEEKDAYS: dict[str, int] = {
    "friday": 4, "fri": 4, "monday": 0, "mon": 0, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6, "thursday": 3, "thu": 3,
    "thur": 3,
    "thurs": 3, "tuesday": 1, "tue": 1, "tues": 1, "wednesday": 2, "wed": 2,
}  # fmt: skip

# First and last month; the winter begins in December. Northern hemisphere: only used where a year is given.
SEASONS: dict[str, tuple[int, int]] = {"autumn": (9, 11), "spring": (3, 5), "summer": (6, 8), "winter": (12, 2)}

# Words that narrow a month, year or decade.
PARTS = frozenset(("early", "late", "mid"))

DAYPARTS = frozenset(("afternoon", "evening", "morning", "night"))

# Periods that "last", "this", "next" and "past" point to.
PERIODS = frozenset(("decade", "month", "quarter", "summer", "spring", "autumn", "winter", "week", "weekend", "year"))

# Days from the anchor.
POINTERS: dict[str, int] = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}

# Days of a unit in front of "ago"; a month and a year are counted on the calendar.
AGO_UNITS = {"day": 1, "days": 1, "month": 0, "months": 0, "week": 7, "weeks": 7, "year": 0, "years": 0}

# Numbers in front of these units that are written as words.
COUNTS: dict[str, int] = {
    "a": 1, "an": 1, "eight": 8, "eleven": 11, "five": 5, "four": 4, "nine": 9, "one": 1, "seven": 7, "six": 6, "ten": 10,
    "three": 3, "twelve": 12, "two": 2,
}  # fmt: skip

# Words in front of a month that stands alone.
BEFORE = frozenset((
    "after", "and", "around", "before", "between", "by", "during", "each", "early", "earlier", "every", "following", "for",
    "from", "in",
    "last", "late", "later", "mid", "next", "of", "on", "previous", "since", "this", "through", "till", "to", "until",
))  # fmt: skip

# Words behind a month that stands alone ("the May elections" is a month as well, but not by these).
AFTER = frozenset(("last", "next", "of", "this"))

# Words in front of a year that say that the four digits are one.
YEAR_LEADS = frozenset((
    "after", "and", "before", "between", "by", "circa", "during", "early", "fiscal", "from", "in", "june", "july", "late",
    "mid", "of",
    "or", "since", "summer", "spring", "autumn", "winter", "the", "through", "till", "to", "until", "year",
))  # fmt: skip

ORDINAL_SUFFIXES = frozenset(("nd", "rd", "st", "th"))
