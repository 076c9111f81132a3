"""Units around a number: money, percent, measures, durations, ages, shares."""

from schemas.validation import QuantityKind
from summarizer.dates import Tokens
from summarizer.dates.grammar import STARTERS
from summarizer.figures.figure import SPACES, Fig, take
from summarizer.figures.numerals import number_at
from summarizer.figures.words import AGE_LEADS, CURRENCY_CODES, CURRENCY_PAIRS, CURRENCY_SIGNS, CURRENCY_WORDS, UNITS

__all__ = ["age", "money", "share", "unit"]

OLDEST = 120
"""Years. A bare number between commas behind a name is an age up to here."""
INCH = UNITS["inch"][2]


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
    if word == "of" and found.form == "vague":
        word, extra = tokens.word(found.after + 1), 1
    if (word, tokens.word(found.after + extra + 1)) in CURRENCY_PAIRS:
        word, extra = " ".join((word, tokens.word(found.after + extra + 1))), extra + 1
    if gap not in (" ", "-", "", "\u00a0"):
        return False
    code = CURRENCY_WORDS.get(word) or CURRENCY_PAIRS.get(tuple(word.split()))
    if code is None and word in CURRENCY_CODES and len(word) == 3 and tokens.written(found.after).isupper():
        code = CURRENCY_CODES[word]
    if (
        code is None
        and word in ("pounds", "pound")
        and (found.low >= 10_000 or extra or tokens.word(found.after + 1) == "sterling")
    ):
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


def unit(tokens: Tokens, found: Fig) -> bool:
    """Read a unit behind the number: percent, percentage points, measures, durations, ages, multiples."""
    word, gap = tokens.word(found.after), tokens.gap(found.after - 1)
    if gap not in SPACES and gap not in ("-", "‑", "–"):
        return False
    if (
        word == "%"
        or word in ("percent", "pct")
        or (word == "pc" and gap == "")
        or (word == "per" and tokens.word(found.after + 1) == "cent")
    ):
        return percent(tokens, found, found.after + (2 if word == "per" else 1))
    if word == "percentage" and tokens.word(found.after + 1) in ("points", "point"):
        return labelled(tokens, found, "percentage_points", "percentage_points", found.after + 2)
    if word == "in" and gap == "" and found.form == "digits":
        found.low, found.high = found.low * INCH, (found.high or found.low) * INCH
        found.measure = "inches"
        return labelled(tokens, found, "distance", "km", found.after + 1)
    if word == "fold" and gap in ("-", "‑", ""):
        return labelled(tokens, found, "multiple", None, found.after + 1)
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
        or (word in ("g", "h") and tokens.written(found.after).isupper())
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
    if found.low > OLDEST or found.low != int(found.low) or found.qualifier not in ("between", "exact"):
        return
    before, index = tokens.word(found.core - 1), found.core
    led = (
        before in AGE_LEADS
        or (before == "of" and tokens.word(index - 2) == "age")
        or (before in ("at", "between") and tokens.word(index - 2) in AGE_LEADS)
    )
    if not led:
        open_gap, close_gap = tokens.gap(index - 1) if index else "\n", tokens.gap(found.after - 1)
        comma = open_gap == ", " and (close_gap[:1] in (",", ".", ";") and found.form == "digits")
        bracket = open_gap == " (" and close_gap[:1] == ")"
        name = tokens.written(index - 1)[:1].isupper() or (
            comma and close_gap[:2] == ", " and tokens.written(index - 1).isalpha()
        )
        name = name and not tokens.word(index - 1)[:1].isdigit()
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
