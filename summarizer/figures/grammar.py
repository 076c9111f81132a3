"""Figures in a text: number, unit, bound and span, in one pass over the tokens."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from summarizer.dates import Tokens, tokenise
from summarizer.dates.grammar import STARTERS, day_at
from summarizer.figures.bounds import BOUNDS, bounded, tail
from summarizer.figures.figure import SPACES, Fig, dated, made
from summarizer.figures.marks import NUMBERS, group, is_identifier, is_name, is_one, marked, nothing, numbered, ordinal
from summarizer.figures.numerals import Number, number_at
from summarizer.figures.units import age, money, share, unit
from summarizer.figures.words import AGE_LEADS, CURRENCY_SIGNS, MULTIPLES, ONES, ORDINALS, SCALE_LETTERS, SCALES, UNITS

__all__ = ["Fig", "scan", "scan_text"]

WORDS = frozenset((*NUMBERS, *ORDINALS, *MULTIPLES, *STARTERS, "no", "none", "twin", "pair", "trio"))
COUNTED = frozenset(
    (*(name for name in UNITS if len(name) > 1), "%", "per", "percent", "million", "billion", "people", "percentage")
)
ARTICLES = frozenset(("a", "an"))
BEHIND_ARTICLE = frozenset((*SCALES, *UNITS, "couple", "few", "fifth", "half", "quarter", "tenth", "third"))
"""Words that make a figure of "a" and "an"."""
LONGEST_RUN = 50
"""Numerals in a row, nothing but signs between, from which they are no figures of a text."""
HIGHEST_POINTS = 250
"""Points. Two numbers joined by a hyphen are a score up to here (basketball, cricket overs)."""


def scan_text(text: str, decimal: str = ".") -> tuple[Tokens, list[Fig]]:
    """The tokens of a text and every figure in it."""
    tokens = tokenise(text)
    return tokens, list(scan(tokens, decimal))


def scan(tokens: Tokens, decimal: str = ".") -> Iterator[Fig]:
    """Every figure of a text, in order and without overlap; a long run of bare numerals is a table or a prank, and left out."""
    words, position, known = tokens.words, 0, 0
    for index, word in enumerate(words):
        numeral = word[0].isdigit()
        if index < position or not (numeral or word in WORDS):
            continue
        if word in ARTICLES and tokens.word(index + 1) not in BEHIND_ARTICLE:
            continue
        if numeral and index >= known:
            known = run(words, index)
            if known - index >= LONGEST_RUN:
                position = known
                continue
        found = figure_at(tokens, index, decimal, position)
        if found is not None:
            yield found
            position = found.after


def run(words: Sequence[str], index: int) -> int:
    """The token after a run of numerals."""
    while index < len(words) and words[index][0].isdigit():
        index += 1
    return index


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
    if word in ONES and index > floor and is_identifier(tokens, index):
        return numbered(tokens, index, str(ONES[word]))
    if own_count(tokens, index):
        return None
    if word == "one" and not is_one(tokens, index):
        return None
    if word in ("a", "an") and tokens.word(index + 1) in UNITS and tokens.gap(index) == " ":
        return single(tokens, index, floor)
    number = number_at(tokens, index, decimal)
    return measured(tokens, index, number, decimal, floor) if number is not None else None


def own_count(tokens: Tokens, index: int) -> bool:
    """Whether the number counts the words of the summary itself ("Here is a 93-word summary", "a summary in 80 words")."""
    if tokens.word(index + 1) not in ("word", "words"):
        return False
    return any(tokens.word(place) in ("summary", "summarized", "summarised") for place in range(index - 8, index + 6))


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
    if found.kind == "count" and rises(tokens, found, decimal):
        found.kind, found.unit = "percent", "percent"
    tail(tokens, found)
    return bounded(tokens, found, floor)


def rises(tokens: Tokens, found: Fig, decimal: str) -> bool:
    """Whether a number shares the "per cent" of the next one: "from 20 to 30 per cent"."""
    if tokens.word(found.core - 1) != "from" or tokens.word(found.after) != "to" or tokens.gap(found.after - 1) != " ":
        return False
    second = number_at(tokens, found.after + 1, decimal)
    return (
        second is not None and tokens.word(second.after) in ("%", "per", "percent") and tokens.word(second.after + 1) != "capita"
    )


def spread(tokens: Tokens, index: int, number: Number, decimal: str, floor: int) -> tuple[Decimal, Decimal | None, int, str]:
    """A range or score where a second number follows, else the number: low, high, token after, "between", "score" or nothing."""
    alone = (number.low, number.high, number.after, "")
    priced = tokens.word(index - 1) in CURRENCY_SIGNS
    number = lettered(tokens, number) if priced else number
    after, gap, link = number.after, tokens.gap(number.after - 1), tokens.word(number.after)
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
    second = lettered(tokens, second) if tokens.word(start - 1) in CURRENCY_SIGNS else second
    low, high = number.low, second.low
    if dash and low >= 1 and second.high is not None and high >= low * 1000 and second.form == number.form == "digits":
        while high >= low * 1000:
            low *= 1000
    if second.scaled and not number.scaled and mantissa(tokens, start, decimal) >= number.low:
        low = number.low * high / mantissa(tokens, start, decimal)
    if dash and not priced and tokens.word(index - 1) not in AGE_LEADS and is_score(tokens, low, high, second.after):
        return low, high, second.after, "score"
    return (low, high, second.after, "between") if low < high else alone


def lettered(tokens: Tokens, number: Number) -> Number:
    """A sum of money with the letter of its scale: 10m, 2b."""
    factor = SCALE_LETTERS.get(tokens.word(number.after)) if tokens.gap(number.after - 1) == "" else None
    if factor is None or number.scaled:
        return number
    return Number(number.low * factor, (number.high or number.low) * factor, number.after + 1, number.form, True)


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
