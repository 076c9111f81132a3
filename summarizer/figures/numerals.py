"""Numbers in tokens: digits with separators and scales, number words, fractions and vague words."""

from dataclasses import dataclass
from decimal import Decimal

from summarizer.dates.tokens import Tokens
from summarizer.figures.words import FRACTIONS, ONES, SCALE_LETTERS, SCALES, SIGN_FRACTIONS, TENS, VAGUE

__all__ = ["LONGEST", "Number", "digits", "number_at"]

LONGEST = 30
"""Digits of the longest number read; anything longer is a serial number or an attack, and not a figure of news."""

MIXED = {"1/2": Decimal("0.5"), "1/3": Decimal(1) / 3, "1/4": Decimal("0.25"), "2/3": Decimal(2) / 3, "3/4": Decimal("0.75")}
"""Fractions behind a whole number ("5 1/2")."""
PART_LEADS = frozenset(("about", "almost", "around", "by", "nearly", "only", "over", "roughly", "than", "to", "under"))
"""Words before "a third" that make it a part and not a place."""
ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)


@dataclass(slots=True)
class Number:
    """A number over the tokens up to `after`; low and high differ for vague words."""

    low: Decimal
    high: Decimal | None
    after: int
    form: str
    """digits, words, vague or fraction."""
    scaled: bool = False
    """Whether a scale word belongs to it ("million")."""


def digits(word: str, decimal: str = ".") -> Decimal | None:
    """The value of a numeral, or None where its separators do not fit: "4,200" and "4.5", or "4.200" and "4,5" where the comma is
    the decimal sign."""
    if len(word) > LONGEST:
        return None
    if word.isdecimal():
        return Decimal(word)
    group = "," if decimal == "." else "."
    for space in "\u00a0\u2009\u202f":
        word = word.replace(space, group)
    whole, point, rest = word.partition(decimal)
    if point and not rest.isdecimal():
        return None
    first, *groups = whole.split(group)
    if not first.isdecimal() or (groups and (not 1 <= len(first) <= 3 or not fits(groups))):
        return None
    return Decimal("".join((first, *groups)) + ("." + rest if point else ""))


def fits(groups: list[str]) -> bool:
    """Whether the groups behind the first are thousands (4,200,000), or lakhs and crores (12,34,000)."""
    return all(len(part) == 3 and part.isdecimal() for part in groups) or (
        len(groups[-1]) == 3 and all(len(part) == 2 for part in groups[:-1]) and all(part.isdecimal() for part in groups)
    )


def number_at(tokens: Tokens, index: int, decimal: str = ".") -> Number | None:
    """The number that begins at `index`, scale included; None where none begins there."""
    word = tokens.word(index)
    if word[:1].isdigit():
        return numeral(tokens, index, decimal)
    if word in SIGN_FRACTIONS:
        return scale(tokens, Number(SIGN_FRACTIONS[word], SIGN_FRACTIONS[word], index + 1, "fraction"))
    if word in VAGUE:
        return vague(tokens, index)
    if word in ("half", "third", "quarter", "thirds", "quarters"):
        return fraction(tokens, index)
    if word in ("a", "an"):
        return article(tokens, index)
    if word in ONES or word in TENS:
        return worded(tokens, index)
    return None


def numeral(tokens: Tokens, index: int, decimal: str) -> Number | None:
    """4,200; 4 200; 1.5 million; £3bn; 2½."""
    word, after = tokens.words[index], index + 1
    value = digits(word, decimal)
    if value is None:
        return None
    if len(word) <= 3 and word.isdecimal():
        while tokens.gap(after - 1) in (" ", "\u00a0") and grouped(tokens, after) and after - index < 6:
            value = value * 1000 + int(tokens.words[after])
            after += 1
    sign = tokens.word(after)
    if sign in SIGN_FRACTIONS and tokens.gap(after - 1) in ("", " "):
        value, after = value + SIGN_FRACTIONS[sign], after + 1
    half = f"{tokens.word(after)}/{tokens.word(after + 1)}"
    if half in MIXED and tokens.gap(after) == "/" and tokens.gap(after - 1) == " ":
        value, after = value + MIXED[half], after + 2
    if tokens.word(after) == "and" and tokens.word(after + 1) == "a" and tokens.word(after + 2) == "half":
        value, after = value + Decimal("0.5"), after + 3
    return scale(tokens, Number(value, value, after, "digits"))


def grouped(tokens: Tokens, index: int) -> bool:
    """Whether the token is a further group of three digits of a number written with spaces."""
    word = tokens.word(index)
    return len(word) == 3 and word.isdecimal() and not tokens.gap(index).startswith((",", "."))


def scale(tokens: Tokens, number: Number) -> Number:
    """The number with the scale words behind it ("1.5 million", "3bn", "200 hundred thousand")."""
    for _ in range(3):
        word, gap = tokens.word(number.after), tokens.gap(number.after - 1)
        factor = SCALES.get(word)
        if factor is None or gap not in ("", " ", "-", "\u00a0", "‑") or (word == "hundred" and number.low >= 1000):
            break
        number = Number(
            number.low * factor, number.high * factor if number.high is not None else None, number.after + 1, number.form, True
        )
    if tokens.word(number.after) in SCALE_LETTERS and tokens.gap(number.after - 1) == "" and tokens.word(number.after) == "k":
        number = Number(number.low * 1000, number.high and number.high * 1000, number.after + 1, number.form, True)
    return number


def worded(tokens: Tokens, index: int) -> Number | None:
    """Twenty-one; one hundred and forty-seven; two and a half million; two thousand; three-quarters."""
    value, after = small(tokens, index)
    part = tokens.word(after)
    if part in FRACTIONS and tokens.joined(after - 1) and is_part(tokens, after, value):
        return part_of_scale(tokens, Number(value / FRACTIONS[part], value / FRACTIONS[part], after + 1, "fraction"))
    total, last, scaled = ZERO, None, False
    while (factor := SCALES.get(tokens.word(after))) is not None and tokens.joined(after - 1):
        if tokens.word(after) == "hundred" or (last is not None and factor >= last):
            break
        total, last, after, scaled, value = total + value * factor, factor, after + 1, True, ZERO
        start = after + (tokens.word(after) == "and")
        if (tokens.word(start) in ONES or tokens.word(start) in TENS) and tokens.joined(after - 1) and factor != 12:
            rest, end = small(tokens, start)
            if rest < factor and (rest >= 100 or start > after or tokens.word(end) in SCALES):
                value, after = rest, end
    if tokens.word(after) == "and" and tokens.word(after + 1) == "a" and tokens.word(after + 2) == "half":
        half = Number(total + value + Decimal("0.5"), None, after + 3, "words", scaled)
        half.high = half.low
        return scale(tokens, half)
    return Number(total + value, total + value, after, "words", scaled)


def part_of_scale(tokens: Tokens, number: Number) -> Number:
    """A quarter of a million is a number; a quarter of the voters stays a part."""
    factor = SCALES.get(tokens.word(number.after + 2))
    if factor is None or tokens.word(number.after) != "of" or tokens.word(number.after + 1) not in ("a", "an"):
        return number
    return Number(number.low * factor, number.low * factor, number.after + 3, "words", True)


def small(tokens: Tokens, index: int) -> tuple[Decimal, int]:
    """A number word below a thousand ("one hundred and forty-seven") and the token after it."""
    value, after = tens(tokens, index)
    if tokens.word(after) == "hundred" and tokens.joined(after - 1) and value < 100:
        value, after = value * 100, after + 1
        start = after + (tokens.word(after) == "and")
        if (tokens.word(start) in ONES or tokens.word(start) in TENS) and tokens.joined(after - 1) and tokens.joined(start - 1):
            rest, after = tens(tokens, start)
            value += rest
    return Decimal(value), after


def tens(tokens: Tokens, index: int) -> tuple[int, int]:
    """A number word below a hundred and the token after it."""
    word = tokens.word(index)
    if word not in TENS:
        return ONES.get(word, 0), index + 1
    one = tokens.word(index + 1)
    if 0 < ONES.get(one, 0) < 10 and tokens.joined(index):
        return TENS[word] + ONES[one], index + 2
    return TENS[word], index + 1


def is_part(tokens: Tokens, index: int, value: Decimal) -> bool:
    """Whether a word such as "third" behind a number is a part of the whole ("two thirds", "one-fifth")."""
    word = tokens.word(index)
    if word.endswith("s") or word == "halves":
        return value > 1 and tokens.word(index + 1) != "place"
    return value == 1 and word not in ("half",)


def article(tokens: Tokens, index: int) -> Number | None:
    """A dozen; a million; a hundred and fifty; a third of; a quarter of; a few; a couple of."""
    word = tokens.word(index + 1)
    if tokens.gap(index) != " ":
        return None
    if word in ("few", "couple"):
        return vague(tokens, index + 1)
    before = tokens.word(index - 1)
    if word in ("third", "quarter", "fifth", "tenth") and (tokens.word(index + 2) == "of" or before in PART_LEADS):
        return part_of_scale(tokens, Number(ONE / FRACTIONS[word], ONE / FRACTIONS[word], index + 2, "fraction"))
    if word == "half" and tokens.word(index + 2) in SCALES:
        return scale(tokens, Number(Decimal("0.5"), Decimal("0.5"), index + 2, "words"))
    if word not in SCALES or word in ("bn", "tn", "mn", "mln", "trn"):
        return None
    if word != "hundred":
        return scale(tokens, Number(ONE, ONE, index + 1, "words"))
    found = scale(tokens, Number(HUNDRED, HUNDRED, index + 2, "words", True))
    start = found.after + 1
    if tokens.word(found.after) == "and" and (tokens.word(start) in ONES or tokens.word(start) in TENS):
        rest, after = tens(tokens, start)
        return Number(found.low + rest, found.low + rest, after, "words", True)
    return found


def fraction(tokens: Tokens, index: int) -> Number | None:
    """Half of; half a million; half-million; half the."""
    word = tokens.word(index)
    if word != "half":
        return None
    after, following = index + 1, tokens.word(index + 1)
    if following in SCALES and tokens.joined(index):
        return scale(tokens, Number(Decimal("0.5"), Decimal("0.5"), after, "words"))
    if following in ("a", "an") and tokens.word(index + 2) in SCALES:
        return scale(tokens, Number(Decimal("0.5"), Decimal("0.5"), index + 2, "words"))
    if following in ("of", "the", "its", "their", "all", "an", "a", "that", "his", "her"):
        after = (
            index + 2
            if following in ("an", "a") and tokens.word(index + 2) in ("hour", "year", "mile", "day", "century")
            else after
        )
        return Number(Decimal("0.5"), Decimal("0.5"), after, "fraction")
    return None


def vague(tokens: Tokens, index: int) -> Number | None:
    """Dozens; hundreds of thousands; several hundred; a few; a couple of; tens of millions."""
    word = tokens.word(index)
    low, high = VAGUE[word]
    after = index + 1
    if word == "couple" and tokens.word(after) not in ("of", "more", "hundred", "thousand", "weeks", "days"):
        return None
    if word == "few" and tokens.word(index - 1) not in (
        "a",
        "last",
        "past",
        "next",
        "first",
        "these",
        "the",
        "every",
        "those",
        "recent",
    ):
        return None
    if word == "tens" and tokens.word(after) != "of":
        return None
    if word == "scores" and tokens.word(after) not in ("of", "more", "were", "dead", "killed", "wounded", "injured", "have"):
        return None
    if word in ("several", "few", "couple"):
        start = after + (tokens.word(after) == "of" and word == "couple")
        factor = SCALES.get(tokens.word(start)) if tokens.joined(after - 1) else None
        return (
            Number(low * factor, (high or low) * factor, start + 1, "vague", True)
            if factor
            else Number(low, high, after, "vague")
        )
    step = tokens.word(after + 1)
    if tokens.word(after) == "of" and step in VAGUE and step not in ("few", "several", "couple", "scores", "tens"):
        factor = VAGUE[step][0] / 2 if step != "dozens" else Decimal(12)
        return Number(low * factor, (high or low) * factor, after + 2, "vague", True)
    return Number(low, high, after, "vague")
