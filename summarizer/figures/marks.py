"""Numbers that are not amounts: names, times, list marks, ordinals, zero, "one"."""

from dataclasses import replace
from decimal import Decimal

from summarizer.dates import Day, Tokens
from summarizer.dates.words import PARTS
from summarizer.figures.figure import SPACES, Fig, dated, made
from summarizer.figures.words import (
    IDENTIFIER_LEADS,
    LEAD_ENDS,
    ONE_NOUNS,
    ONES,
    ORDINALS,
    OUTCOMES,
    PEOPLE,
    SIGN_FRACTIONS,
    TENS,
    UNITS,
    VAGUE,
    ZERO_NOUNS,
)

__all__ = ["NUMBERS", "group", "is_identifier", "is_name", "is_one", "marked", "nothing", "numbered", "ordinal"]

NUMBERS = frozenset((*ONES, *TENS, *VAGUE, *SIGN_FRACTIONS, "a", "an", "half"))
ADVERBIAL = frozenset(
    ("are", "at", "be", "been", "had", "has", "have", "is", "was", "were", "who", "he", "she", "they", "it", "when")
)
"""Words before "first" that make it an adverb ("was first diagnosed")."""
PREFIXES = frozenset(
    ("early", "ex", "late", "magnitude", "mid", "non", "over", "plus", "post", "pre", "sub", "super", "top", "under")
)
"""Words joined to a number by a hyphen that leave it a number ("mid-2012", "top-10"); any other makes a name ("Catch-22")."""
DAY_LEADS = frozenset(("after", "for", "in", "just", "least", "less", "more", "only", "than", "within"))
"""Words before "one day" that make it a duration and not "some day"."""
SLASHED = frozenset(("1/10", "1/2", "1/3", "1/4", "1/5", "1/8", "2/3", "3/4"))
"""Fractions of news; any other two numbers around a slash are a name."""
FATE = 4
"""Words. What became of a person is said so near behind the noun."""
SUFFIXES = frozenset(("nd", "rd", "st", "th"))


def is_name(tokens: Tokens, index: int) -> bool:
    """Whether the number is glued to letters before it ("G650", "F-16")."""
    before, gap = tokens.written(index - 1), tokens.gap(index - 1)
    if not before[-1:].isalpha():
        return False
    word = before.lower()
    return gap == "" or (
        gap in ("-", "‑") and word not in PREFIXES and word not in NUMBERS and (word not in UNITS or len(word) == 1)
    )


SKIP = Fig(0, 0, 0, 0, 0, "other", Decimal(0), None)
"""Says that a numeral is no figure at all."""


def marked(tokens: Tokens, index: int, floor: int) -> Fig | None:
    """Numerals that are not amounts: names, times, list marks, ordinals; SKIP where the numeral is no figure at all."""
    gap, following, before = tokens.gap(index), tokens.word(index + 1), tokens.gap(index - 1) if index else "\n"
    if index > floor and is_name(tokens, index):
        after = index + 1
        while tokens.gap(after - 1) == "" and after - index < 6:
            after += 1
        return named(tokens, index - 1, after, tokens.text[tokens.starts[index - 1] : tokens.ends[after - 1]])
    if (
        ("\n" in before or not index)
        and gap[:1] in (".", ")")
        and len(tokens.words[index]) <= 2
        and tokens.gap(index)[1:2] in (" ", "\t")
    ):
        return SKIP
    if following in SUFFIXES and gap == "":
        value = int(tokens.words[index]) if tokens.words[index].isdecimal() and len(tokens.words[index]) < 10 else None
        if following == "st" and value is not None and (value % 10 != 1 or value % 100 == 11):
            return replace(made(tokens, index, index + 2, "mass", Decimal(value) * UNITS["stone"][2]), unit="kg", measure="st")
        return ranked(tokens, index, index + 2, value) if value is not None else SKIP
    if (
        gap == "/"
        and tokens.word(index + 1).isdecimal()
        and len(tokens.words[index]) <= 4
        and not tokens.gap(index + 1).startswith("/")
    ):
        return slashed(tokens, index)
    if gap == "" and tokens.written(index + 1) in ("D", "G"):
        return named(tokens, index, index + 2, tokens.words[index] + following)
    tenth = len(tokens.words[index]) == 2 and tokens.words[index][1] == "0" and tokens.word(index - 1) not in ("over", "under")
    if following == "s" and gap == "" and tenth:
        return tens_of(tokens, index)
    clock = time(tokens, index)
    if clock is not None:
        return clock
    if index > floor and is_identifier(tokens, index):
        return numbered(tokens, index, tokens.words[index])
    return None


def slashed(tokens: Tokens, index: int) -> Fig:
    """1/2 is a fraction, 9/11 and 24/7 are names."""
    words = f"{tokens.words[index]}/{tokens.words[index + 1]}"
    if words in SLASHED:
        return made(tokens, index, index + 2, "fraction", Decimal(tokens.words[index]) / Decimal(tokens.words[index + 1]))
    return named(tokens, index, index + 2, words)


def tens_of(tokens: Tokens, index: int) -> Fig:
    """In her 40s is an age; the 50s and the '70s are a decade of the last century."""
    low = int(tokens.words[index])
    before = tokens.word(index - 2) if tokens.word(index - 1) in PARTS else tokens.word(index - 1)
    if before in ("his", "her", "their", "my", "our"):
        found = made(tokens, index, index + 2, "age", Decimal(low), Decimal(low + 9))
        found.unit, found.qualifier = "year", "between"
        return found
    return dated(Day(index, index + 2, tokens.starts[index], tokens.ends[index + 1], decade=1900 + low))


def named(tokens: Tokens, first: int, after: int, label: str) -> Fig:
    """An identifier: compared as a string."""
    found = made(tokens, first, after, "identifier", Decimal(0))
    found.label, found.core = label.lower().replace("‑", "-"), first
    return found


def is_identifier(tokens: Tokens, index: int) -> bool:
    """Flight 93, Article 9, No. 1: a capitalised lead in front of a number."""
    lead = tokens.word(index - 1)
    if lead not in IDENTIFIER_LEADS or tokens.gap(index - 1) not in (" ", ". ", "\u00a0", "."):
        return False
    if lead in ("number", "no", "nr"):
        return tokens.written(index - 1)[0].isupper() or tokens.word(index - 2) in ("world", "at", "the")
    return tokens.written(index - 1)[0].isupper()


def numbered(tokens: Tokens, index: int, number: str) -> Fig:
    """Flight 93; world number three: a lead with its number."""
    lead = tokens.word(index - 1)
    return named(tokens, index - 1, index + 1, f"{'number' if lead in ('no', 'nr') else lead} {number}")


def ranked(tokens: Tokens, first: int, after: int, value: int) -> Fig:
    """An ordinal."""
    return made(tokens, first, after, "ordinal", Decimal(value))


def ordinal(tokens: Tokens, index: int) -> Fig | None:
    """First … hundredth as words, "twenty-first" included; "a second" is a duration and "a third of" a part."""
    word, before = tokens.words[index], tokens.word(index - 1)
    if word == "second" and (before in ("a", "per", "every", "each", "split", "one") or before[:1].isdigit()):
        return None
    if tokens.word(index + 1) == "of" and before in ("a", "one"):
        return None
    if word == "first" and (before in ADVERBIAL or tokens.word(index + 1).endswith("ed")):
        return None
    return ranked(tokens, index, index + 1, ORDINALS[word])


def time(tokens: Tokens, index: int) -> Fig | None:
    """17:30; 4 am; 4.30 p.m.; in minutes after midnight."""
    word = tokens.words[index]
    hours, sign, minutes = word.replace(".", ":").partition(":")
    if not (hours.isdecimal() and len(hours) <= 2 and (not sign or (minutes.isdecimal() and len(minutes) == 2))):
        return SKIP if ":" in word else None
    half, after = tokens.word(index + 1), index + 2
    if half in ("a", "p") and tokens.word(index + 2) == "m" and tokens.gap(index + 1) == ".":
        half, after = half + "m", index + 3
    value = int(hours) * 60 + int(minutes or 0)
    if half in ("am", "pm") and tokens.gap(index) in SPACES and int(hours) <= 12:
        found = made(tokens, index, after, "time", Decimal(value % 720 + (720 if half == "pm" else 0)))
    elif ":" in word and int(hours) < 24 and int(minutes) < 60:
        found = made(tokens, index, index + 1, "time", Decimal(value))
    else:
        return None
    zone = tokens.word(found.after)
    if zone in ("gmt", "utc", "est", "et", "bst", "edt", "pst", "cet", "local", "pt"):
        found.label = zone
    return found


def nothing(tokens: Tokens, index: int) -> Fig | None:
    """No casualties; none: zero. "No" in front of anything that is not counted is a word."""
    word, following = tokens.words[index], tokens.word(index + 1)
    if word == "none":
        return (
            made(tokens, index, index + 1, "count", Decimal(0))
            if following in ("of", "was", "were", "have", "has", "are")
            else None
        )
    counted = following in ZERO_NOUNS or (tokens.word(index + 2) in ZERO_NOUNS and tokens.gap(index + 1) == " ")
    return (
        replace(made(tokens, index, index + 1, "count", Decimal(0)), form="zero")
        if counted and tokens.gap(index) == " "
        else None
    )


def group(tokens: Tokens, index: int) -> Fig | None:
    """Twin bombings; a pair of; a trio of."""
    word, following = tokens.words[index], tokens.word(index + 1)
    if word == "twin":
        return (
            made(tokens, index, index + 1, "count", Decimal(2)) if following.endswith("s") and tokens.gap(index) == " " else None
        )
    if following != "of" or tokens.word(index - 1) not in ("a", "the"):
        return None
    return made(tokens, index, index + 1, "count", Decimal(2 if word == "pair" else 3))


def is_one(tokens: Tokens, index: int) -> bool:
    """Whether "one" is a figure: beside a unit, a scale, a hedge or another number; not a pronoun or an article."""
    following, before, gap = tokens.word(index + 1), tokens.word(index - 1), tokens.gap(index)
    if before in ("no", "this", "that", "which", "every", "any", "each", "the", "another", "day") and following not in UNITS:
        return False
    if gap in ("-", "‑", " ") and (
        following in UNITS or following in ("hundred", "thousand", "million", "billion", "trillion", "dozen", "third")
    ):
        return following not in ("day", "night") or gap != " " or before in DAY_LEADS
    whole = tokens.word(index + 2 + (following == "out"))
    if gap == " " and following in ("in", "out") and (whole[:1].isdigit() or (whole in NUMBERS and whole not in ("a", "an"))):
        return True
    if following == "of" and gap == " ":
        part = tokens.word(index + 2)
        return (part in ONES and part != "one") or part == "them" or before in ("just", "least", "only", "than")
    if gap == " " and following in ("or", "to") and (tokens.word(index + 2) in ONES or tokens.word(index + 2)[:1].isdigit()):
        return True
    return (
        (before in LEAD_ENDS and before not in ("of", "some", "to"))
        or before in ("killed", "killing", "injured", "wounded", "injuring", "wounding")
        or (gap == " " and (following in ONE_NOUNS or is_victim(tokens, index)))
    )


def is_victim(tokens: Tokens, index: int) -> bool:
    """Whether "one" counts a person who came to harm: "one woman was killed", "one police officer had died"."""
    noun = next((place for place in (index + 1, index + 2) if tokens.word(place) in PEOPLE), None)
    if noun is None or any(tokens.gap(place) != " " for place in range(index, noun)):
        return False
    return any(tokens.word(place) in OUTCOMES for place in range(noun + 1, noun + 1 + FATE))
