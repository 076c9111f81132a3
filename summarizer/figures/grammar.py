"""Figures in a text: number, unit, bound and span, in one pass over the tokens."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from schemas.validation import QuantityKind
from summarizer.dates import Day, Tokens, tokenise
from summarizer.dates.grammar import STARTERS, day_at
from summarizer.figures.numerals import Number, number_at
from summarizer.figures.words import (
    AGE_LEADS,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    IDENTIFIER_LEADS,
    LEAD_ENDS,
    LEADS,
    MULTIPLES,
    ONES,
    ORDINALS,
    SIGN_FRACTIONS,
    TAILS,
    TENS,
    UNITS,
    VAGUE,
    ZERO_NOUNS,
)

__all__ = ["Fig", "scan", "scan_text"]

NUMBERS = frozenset((*ONES, *TENS, *VAGUE, *SIGN_FRACTIONS, "a", "an", "half"))
WORDS = frozenset((*NUMBERS, *ORDINALS, *MULTIPLES, *STARTERS, "no", "none", "twin", "pair", "trio"))
SUFFIXES = frozenset(("nd", "rd", "st", "th"))
ADVERBIAL = frozenset(
    ("are", "at", "be", "been", "had", "has", "have", "is", "was", "were", "who", "he", "she", "they", "it", "when")
)
"""Words before "first" that make it an adverb ("was first diagnosed")."""
PREFIXES = frozenset(("early", "ex", "late", "mid", "non", "over", "plus", "post", "pre", "sub", "super", "top", "under"))
"""Words joined to a number by a hyphen that leave it a number ("mid-2012", "top-10"); any other makes a name ("Catch-22")."""
DAY_LEADS = frozenset(("after", "for", "in", "just", "least", "less", "more", "only", "than", "within"))
"""Words before "one day" that make it a duration and not "some day"."""
OLDEST = 120
"""Years. A bare number between commas behind a name is an age up to here."""
COUNTED = frozenset(
    (*(name for name in UNITS if len(name) > 1), "%", "per", "percent", "million", "billion", "people", "percentage")
)
HIGHEST_POINTS = 250
"""Points. Two numbers joined by a hyphen are a score up to here (basketball, cricket overs)."""
LEAST_OVER = 20
"""Below this count, "over" in front of a number may mean "about": "a row over two embryos"."""
BOUNDS = frozenset(("at_least", "at_most", "fewer_than", "more_than"))
SPACES = ("", " ", "\u00a0", "\u202f", "\u2009")


@dataclass(slots=True)
class Fig:
    """A figure in a text: its tokens, its place, and its value as stated, before any bound is applied."""

    first: int
    """First token, bound included."""
    core: int
    """First token of the number, currency sign included."""
    after: int
    """Token after the last."""
    start: int
    """First code point."""
    end: int
    """Code point after the last."""
    kind: QuantityKind
    low: Decimal
    high: Decimal | None
    qualifier: str = "exact"
    """exact, only, about, near, at_least, more_than, at_most, fewer_than, between, vague."""
    unit: str | None = None
    """Base unit that low and high are in."""
    measure: str = ""
    """Unit as written."""
    day: Day | None = None
    label: str = ""
    """An identifier's words."""
    form: str = "digits"
    weak: bool = False
    """Whether its bound may be a preposition ("a battle over two embryos", "over seven days")."""


def scan_text(text: str, decimal: str = ".") -> tuple[Tokens, list[Fig]]:
    """The tokens of a text and every figure in it."""
    tokens = tokenise(text)
    return tokens, list(scan(tokens, decimal))


def scan(tokens: Tokens, decimal: str = ".") -> Iterator[Fig]:
    """Every figure of a text, in order and without overlap."""
    words, position = tokens.words, 0
    for index, word in enumerate(words):
        if index < position or not (word in WORDS or word[0].isdigit()):
            continue
        found = figure_at(tokens, index, decimal, position)
        if found is not None:
            yield found
            position = found.after


def figure_at(tokens: Tokens, index: int, decimal: str, floor: int) -> Fig | None:
    """The figure that begins at the token; its bound may reach back to `floor`."""
    word = tokens.words[index]
    if word in STARTERS or word[0].isdigit():
        day = day_at(tokens, index)
        if day is not None and not (index > floor and is_name(tokens, index)):
            return dated(day)
    if word[0].isdigit():
        special = marked(tokens, index, floor)
        if special is not None:
            return special if special.end else None
    if word in ORDINALS and (found := ordinal(tokens, index)) is not None:
        return found
    if word in MULTIPLES:
        return bounded(tokens, made(tokens, index, index + 1, "multiple", Decimal(MULTIPLES[word])), floor)
    if word in ("no", "none"):
        return nothing(tokens, index)
    if word in ("twin", "pair", "trio"):
        return group(tokens, index)
    if word == "one" and not is_one(tokens, index):
        return None
    if word in ("a", "an") and tokens.word(index + 1) in UNITS and tokens.gap(index) == " ":
        return single(tokens, index, floor)
    number = number_at(tokens, index, decimal)
    return measured(tokens, index, number, decimal, floor) if number is not None else None


def made(tokens: Tokens, first: int, after: int, kind: QuantityKind, low: Decimal, high: Decimal | None = None) -> Fig:
    """A figure over the tokens; one value unless `high` is given."""
    return Fig(first, first, after, tokens.starts[first], tokens.ends[after - 1], kind, low, low if high is None else high)


def dated(day: Day) -> Fig:
    """A date as a figure; a bare year is of kind `year`."""
    bare = day.year is not None and day.month is None and day.season is None
    value = Decimal(day.year or day.decade or 0)
    return Fig(day.first, day.first, day.after, day.start, day.end, "year" if bare else "date", value, value, day=day)


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
    clock = time(tokens, index)
    if clock is not None:
        return clock
    if index > floor and is_identifier(tokens, index):
        label = f"{tokens.word(index - 1)} {tokens.words[index]}"
        return named(tokens, index - 1, index + 1, label)
    return None


def is_mark(tokens: Tokens, index: int, before: str, gap: str) -> bool:
    """Whether the number is a list mark: alone at the beginning of a line or sentence, a full stop or bracket behind it."""
    begins = not index or "\n" in before or before[:1] in (".", "!", "?", "•")
    return begins and gap[:1] in (".", ")") and gap[1:2] in (" ", "\t", "") and len(tokens.words[index]) <= 2


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
    if gap == " " and following in ("in", "out") and tokens.word(index + 2 + (following == "out")) in NUMBERS:
        return True
    if following == "of" and gap == " ":
        part = tokens.word(index + 2)
        return (part in ONES and part != "one") or part == "them" or before in ("just", "least", "only", "than")
    if gap == " " and following in ("or", "to") and (tokens.word(index + 2) in ONES or tokens.word(index + 2)[:1].isdigit()):
        return True
    return (
        (before in LEAD_ENDS and before not in ("of", "some", "to"))
        or before in ("killed", "killing", "injured", "wounded", "injuring", "wounding")
        or (
            gap == " "
            and following
            in ("person", "dead", "death", "killed", "injured", "soldier", "civilian", "occasion", "wounded", "time", "goal")
        )
    )


def single(tokens: Tokens, index: int, floor: int) -> Fig | None:
    """Less than an hour; nearly a year: one unit, a figure only behind a bound."""
    kind, base, factor = UNITS[tokens.word(index + 1)]
    if kind not in ("duration", "distance", "mass") or index == 0 or len(tokens.word(index + 1)) < 3:
        return None
    found = made(tokens, index, index + 2, kind, factor)
    found.unit, found.measure, found.form = base, tokens.word(index + 1), "words"
    bounded(tokens, found, floor)
    return found if found.first < index and found.qualifier in BOUNDS | {"near", "about"} else None


def measured(tokens: Tokens, index: int, number: Number, decimal: str, floor: int) -> Fig | None:
    """The figure around a number: range, currency, unit, bound."""
    low, high, after, between = spread(tokens, index, number, decimal, floor)
    if between == "score":
        return replace(made(tokens, index, after, "score", low, high), qualifier="exact")
    found = made(tokens, index, after, "fraction" if number.form == "fraction" else "count", low, high)
    found.form = number.form
    found.qualifier = "vague" if number.form == "vague" else "between" if between else "exact"
    money(tokens, found, floor) or unit(tokens, found) or share(tokens, found, decimal)
    if found.kind == "count":
        age(tokens, found)
    tail(tokens, found)
    return bounded(tokens, found, floor)


def spread(tokens: Tokens, index: int, number: Number, decimal: str, floor: int) -> tuple[Decimal, Decimal | None, int, str]:
    """A range or score where a second number follows, else the number: low, high, token after, "between", "score" or nothing."""
    after, gap, link = number.after, tokens.gap(number.after - 1), tokens.word(number.after)
    alone = (number.low, number.high, after, "")
    if number.form in ("vague", "fraction"):
        return alone
    dash = gap in ("-", "–", "‑", "—", " - ", " – ") and (link[:1].isdigit() or link in NUMBERS - {"a", "an"})
    currency = after < len(tokens) and link in CURRENCY_SIGNS
    lead = tokens.word(index - 1 - (tokens.word(index - 1) in CURRENCY_SIGNS))
    worded = link in ("to", "or") or (link == "and" and lead == "between")
    if not (dash or (worded and gap == " ")) and not (currency and gap in ("-", "–")):
        return alone
    start = after + (0 if dash or currency else 1)
    start += tokens.word(start) in CURRENCY_SIGNS
    second = number_at(tokens, start, decimal) if not (lead == "from" and link == "to") else None
    if second is None or second.high is None or second.form in ("vague", "fraction"):
        return alone
    if link == "or" and (tokens.word(start) in ("a", "an") or second.low > number.low * 10):
        return alone
    low, high = number.low, second.low
    if dash and low >= 1 and second.high is not None and high >= low * 1000 and second.form == number.form == "digits":
        while high >= low * 1000:
            low *= 1000
    if second.scaled and not number.scaled and mantissa(tokens, start, decimal) >= number.low:
        low = number.low * high / mantissa(tokens, start, decimal)
    if dash and is_score(tokens, low, high, second.after):
        return low, high, second.after, "score"
    return (low, high, second.after, "between") if low < high else alone


def mantissa(tokens: Tokens, index: int, decimal: str) -> Decimal:
    """The number before its scale word ("40" in "40 million"), at least a tiny bit more than nothing."""
    from summarizer.figures.numerals import digits, small

    word = tokens.word(index)
    value = digits(word, decimal) if word[:1].isdigit() else small(tokens, index)[0]
    return value or Decimal(1)


def is_score(tokens: Tokens, low: Decimal, high: Decimal, after: int) -> bool:
    """Whether two numbers joined by a dash are a score: small, and nothing counted behind unless the first is the larger."""
    if low != int(low) or high != int(high) or max(low, high) > HIGHEST_POINTS:
        return False
    if tokens.word(after) in COUNTED and tokens.gap(after - 1) in (*SPACES, "-"):
        return False
    following = tokens.word(after)
    plural = (
        following.endswith("s")
        and tokens.gap(after - 1) == " "
        and following not in ("loss", "was", "has", "is", "as", "its", "this", "his")
    )
    return low >= high or not plural


def money(tokens: Tokens, found: Fig, floor: int) -> bool:
    """Read a currency before or behind the number."""
    before = found.core - 1
    if before >= floor and tokens.word(before) in CURRENCY_SIGNS and tokens.gap(before) in SPACES:
        found.kind, found.unit = "money", CURRENCY_SIGNS[tokens.word(before)]
        code = tokens.word(before - 1)
        if tokens.word(before) == "$" and code in CURRENCY_CODES and tokens.gap(before - 1) == "":
            found.unit, before = CURRENCY_CODES[code], before - 1
        take(tokens, found, before, found.after)
        letter = tokens.word(found.after)
        factor = {"m": 10**6, "b": 10**9, "t": 10**12}.get(letter)
        if factor and tokens.gap(found.after - 1) in ("", " "):
            found.low, found.high = found.low * factor, (found.high or found.low) * factor
            take(tokens, found, found.core, found.after + 1)
        return True
    if (
        before >= floor
        and tokens.word(before) in CURRENCY_CODES
        and len(tokens.word(before)) > 2
        and tokens.written(before).isupper()
    ):
        found.kind, found.unit = "money", CURRENCY_CODES[tokens.word(before)]
        take(tokens, found, before, found.after)
        return True
    return money_word(tokens, found)


def money_word(tokens: Tokens, found: Fig) -> bool:
    """Read a currency word behind the number ("5 million dollars", "20 euros", "50p")."""
    word, gap = tokens.word(found.after), tokens.gap(found.after - 1)
    extra = 0
    if word == "us" and tokens.word(found.after + 1) in ("dollars", "dollar"):
        word, extra = "dollars", 1
    if gap not in (" ", "-", "", "\u00a0"):
        return False
    code = CURRENCY_WORDS.get(word)
    if code is None and word in CURRENCY_CODES and len(word) == 3 and tokens.written(found.after).isupper():
        code = CURRENCY_CODES[word]
    if code is None and word in ("pounds", "pound") and (found.low >= 10_000 or tokens.word(found.after + 1) == "sterling"):
        code = "GBP"
    if code is None and word == "p" and gap == "" and found.low < 1000:
        code = "GBP/100"
    if code is None or (word in ("cent", "won", "real")):
        return False
    if code.endswith("/100"):
        found.low, found.high, code = found.low / 100, (found.high or found.low) / 100, code[:3]
    found.kind, found.unit = "money", code
    take(tokens, found, found.core, found.after + 1 + extra)
    return True


def take(tokens: Tokens, found: Fig, core: int, after: int) -> None:
    """Stretch the figure over further tokens."""
    found.first = found.core = core
    found.after, found.start, found.end = after, tokens.starts[core], tokens.ends[after - 1]


def unit(tokens: Tokens, found: Fig) -> bool:
    """Read a unit behind the number: percent, percentage points, measures, durations, ages, multiples."""
    word, gap = tokens.word(found.after), tokens.gap(found.after - 1)
    if gap not in SPACES and gap not in ("-", "‑", "–"):
        return False
    if word == "%" or word in ("percent", "pct") or (word == "per" and tokens.word(found.after + 1) == "cent"):
        return percent(tokens, found, found.after + (2 if word == "per" else 1))
    if word == "percentage" and tokens.word(found.after + 1) in ("points", "point"):
        return labelled(tokens, found, "percentage_points", "percentage_points", found.after + 2)
    if word == "times" and found.low != 0:
        return labelled(tokens, found, "multiple", None, found.after + 1)
    if word == "°" and tokens.word(found.after + 1) in ("c", "f"):
        return labelled(tokens, found, "temperature", tokens.word(found.after + 1).upper(), found.after + 2)
    if word == "strong" and gap != "":
        take(tokens, found, found.core, found.after + 1)
        return True
    return measure(tokens, found, word, gap)


def percent(tokens: Tokens, found: Fig, after: int) -> bool:
    """10 %, 10 per cent; "10 percent points" are percentage points."""
    if tokens.word(after) in ("points", "point"):
        return labelled(tokens, found, "percentage_points", "percentage_points", after + 1)
    return labelled(tokens, found, "percent", "percent", after)


def labelled(tokens: Tokens, found: Fig, kind: QuantityKind, unit: str | None, after: int) -> bool:
    """Give the figure its kind and unit."""
    found.kind, found.unit = kind, unit
    take(tokens, found, found.core, after)
    return True


def measure(tokens: Tokens, found: Fig, word: str, gap: str) -> bool:
    """Read a measure of the table; single letters only where they are glued to the digits."""
    after = found.after + 1
    if word in ("square", "cubic", "sq", "nautical", "light") and f"{word}-{tokens.word(after)}" in UNITS:
        word, after = f"{word}-{tokens.word(after)}", after + 1
    if word == "m" and gap == "":
        if tokens.gap(after - 1) == " " and (
            tokens.word(after).endswith("s") or tokens.word(after) in ("people", "men", "women", "children")
        ):
            found.low, found.high = found.low * 10**6, (found.high or found.low) * 10**6
            take(tokens, found, found.core, after)
            return True
        word = "metre"
    entry = UNITS.get(word)
    if (
        entry is None
        or (len(word) == 1 and gap != "")
        or (word in ("c", "f", "degrees", "degree", "min", "ms", "second") and not is_unit(tokens, found, word, gap))
    ):
        return False
    kind, base, factor = entry
    found.kind, found.unit, found.measure = kind, base, word
    found.low, found.high = found.low * factor, (found.high if found.high is not None else found.low) * factor
    take(tokens, found, found.core, after)
    if kind == "duration":
        old(tokens, found)
    return True


def is_unit(tokens: Tokens, found: Fig, word: str, gap: str) -> bool:
    """Whether a word with another meaning is a unit here."""
    if word in ("c", "f"):
        return tokens.written(found.after).isupper() and gap == ""
    if word == "second":
        return gap in ("-", "‑") or found.low == 1
    return word not in ("degree",) or gap != " "


def old(tokens: Tokens, found: Fig) -> None:
    """Turn a duration into an age: 47-year-old, 47 years old, 9 months of age."""
    word, gap = tokens.word(found.after), tokens.gap(found.after - 1)
    if word in ("old", "olds") and (gap in SPACES or gap in ("-", "‑", "–")):
        found.kind = "age"
        take(tokens, found, found.core, found.after + 1)
    elif word == "of" and tokens.word(found.after + 1) == "age":
        found.kind = "age"
        take(tokens, found, found.core, found.after + 2)


def age(tokens: Tokens, found: Fig) -> None:
    """Turn a bare number into an age: aged 47; the age of 47; "X, 47,"; "X (47)"."""
    if found.low > OLDEST or found.low != int(found.low) or found.qualifier != "exact":
        return
    before, index = tokens.word(found.core - 1), found.core
    led = (
        before in AGE_LEADS
        or (before == "of" and tokens.word(index - 2) == "age")
        or (before == "at" and tokens.word(index - 2) == "age")
    )
    if not led:
        open_gap, close_gap = tokens.gap(index - 1) if index else "\n", tokens.gap(found.after - 1)
        comma = open_gap == ", " and (close_gap[:1] in (",", ".", ";") and found.form == "digits")
        bracket = open_gap == " (" and close_gap[:1] == ")"
        name = tokens.written(index - 1)[:1].isupper() and not tokens.word(index - 1)[:1].isdigit()
        plain = not (comma and close_gap[:2] == ", " and tokens.word(found.after)[:1].isdigit())
        led = (comma or bracket) and name and plain and found.low >= 1 and tokens.word(index - 1) not in STARTERS
    if led:
        found.kind, found.unit = "age", "year"
        if before in AGE_LEADS:
            found.first, found.start = index - 1, tokens.starts[index - 1]


def share(tokens: Tokens, found: Fig, decimal: str) -> bool:
    """Seven out of 10; one in five: a part of a whole."""
    word, start = tokens.word(found.after), found.after + 1
    if tokens.gap(found.after - 1) != " " or found.qualifier != "exact" or found.low != int(found.low):
        return False
    if word == "out" and tokens.word(start) == "of":
        start += 1
    elif word != "in" or found.low > 10:
        return False
    whole = number_at(tokens, start, decimal)
    if whole is None or whole.low <= found.low or whole.form not in ("digits", "words") or whole.low == 0:
        return False
    if word == "in" and (whole.low > 1000 or tokens.word(whole.after) in UNITS or tokens.words[start] in ("a", "an")):
        return False
    found.kind, found.low, found.high = "fraction", found.low / whole.low, found.low / whole.low
    take(tokens, found, found.core, whole.after)
    return True


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


def stretch(tokens: Tokens, found: Fig, after: int) -> None:
    """Stretch the figure to the right."""
    found.after, found.end = after, tokens.ends[after - 1]


def bounded(tokens: Tokens, found: Fig, floor: int) -> Fig:
    """Read the bound before the number, longest phrase first."""
    before = lead_before(tokens, found.first - 1, floor)
    if before < floor or tokens.word(before) not in LEAD_ENDS or tokens.gap(before) not in (" ", "\u00a0"):
        return between(tokens, found, floor)
    for size in (4, 3, 2, 1):
        begin = before - size + 1
        phrase = tuple(tokens.words[begin : before + 1]) if begin >= floor else ()
        meaning = LEADS.get(phrase)
        if meaning is not None:
            found.first, found.start = begin, tokens.starts[begin]
            if found.qualifier in ("exact", "only") or (found.qualifier == "between" and meaning in BOUNDS):
                found.qualifier = meaning
                found.weak = phrase == ("over",) and (found.kind == "duration" or found.low < LEAST_OVER)
            break
    return found


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
