"""Values of figures compared exactly, kind by kind; every tolerance is a named constant with its reason."""

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from schemas import Quantity
from schemas.validation import Qualifier, QuantityKind, Verdict
from summarizer.dates import Day
from summarizer.figures.grammar import Fig
from summarizer.figures.words import UNITS

__all__ = ["FIELDS", "Relation", "compare", "family", "record", "relate", "significant"]

Relation = Literal["same", "approximate", "imprecise", "extended", "stronger", "differ"]
"""What a claimed figure is to one of the source: the same value; licensed by a hedge; a hedge or bound dropped; a date with more
fields than the source gives there; a bound added or turned; another value."""

D = Decimal
NEARLY = D("0.9")
"""Nearly X means .9X to X: the press writes "nearly 100" from 90 on."""
OVER = D("1.25")
"""More than X means X to 1.25X: above, a nearer round number would be named."""
ABOUT = D("0.05")
"""About X means X give or take five per cent."""
CONVERTED = D("0.03")
"""Between months and days three per cent are the calendar's."""
ROUNDED = D("0.03")
"""A rounded value without a hedge ("98 %" for 97.7 %) may be off by three per cent."""

WIDEST = D(2)
"""A range whose ends lie farther apart than this says nothing of a single value inside it."""

TIME_UNITS: dict[str, tuple[str, Decimal]] = {
    "second": ("second", D(1)), "minute": ("second", D(60)), "hour": ("second", D(3600)), "day": ("second", D(86_400)),
    "month": ("month", D(1)), "year": ("month", D(12)),
}  # fmt: skip
MONTH_SECONDS = D(2_629_746)
"""Seconds of an average month of the Gregorian calendar."""

LOWER = frozenset(("at_least", "more_than"))
UPPER = frozenset(("at_most", "fewer_than"))
BARE = frozenset(("exact", "only"))
QUALIFIERS: dict[str, Qualifier] = {
    "about": "approx", "at_least": "at_least", "at_most": "at_most", "between": "between", "exact": "exact",
    "fewer_than": "fewer_than",
    "more_than": "more_than", "near": "approx", "only": "exact", "vague": "vague",
}  # fmt: skip
FAMILIES: dict[QuantityKind, str] = {
    "fraction": "share",
    "percent": "share",
    "percentage_points": "share",
    "year": "date",
    "age": "duration",
}
"""Kinds whose values can stand against one another; every other kind only against itself."""


def family(kind: QuantityKind) -> str:
    """The family of a kind: figures of one family are rivals."""
    return FAMILIES.get(kind, kind)


def plain(value: Decimal | None) -> Decimal | None:
    """The value without an exponent and without trailing zeros, so that equal values print alike."""
    if value is None:
        return None
    value = value.normalize()
    return value.quantize(D(1)) if value == value.to_integral_value() and value.adjusted() < 27 else value


def record(fig: Fig) -> Quantity:
    """The public record of a figure's value.

    Bounds leave one end open; "about" and "nearly" keep the stated value at both ends, their tolerance belongs to the
    comparison; a date has its year, or nothing.
    """
    qualifier = QUALIFIERS[fig.qualifier]
    low: Decimal | None = fig.low
    high = fig.high
    if fig.kind in ("date", "year"):
        low = high = D(fig.day.year) if fig.day is not None and fig.day.year is not None else None
    if fig.kind == "identifier":
        low = high = None
    if qualifier in ("at_least", "more_than"):
        high = None
    elif qualifier in ("at_most", "fewer_than"):
        low = None
    return Quantity(kind=fig.kind, low=plain(low), high=plain(high), qualifier=qualifier, unit=fig.unit)


def compare(a: Quantity, b: Quantity) -> Verdict:
    """What quantity `a` (claimed) is against `b` (of the source): supported, approximate, imprecise, contradicted; unsupported
    where the two are not of one kind."""
    relation = relate(restored(a), restored(b))
    verdicts: dict[Relation | None, Verdict] = {
        "same": "supported", "approximate": "approximate", "imprecise": "imprecise", "stronger": "contradicted",
        "extended": "imprecise", "differ": "contradicted", None: "unsupported",
    }  # fmt: skip
    return verdicts[relation]


def restored(quantity: Quantity) -> Fig:
    """A quantity as the comparison reads it."""
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else quantity.low
    names: dict[Qualifier, str] = {"approx": "about"}
    day = None
    if quantity.kind in ("date", "year"):
        day = Day(0, 0, 0, 0, year=int(low) if low is not None else None)
    return Fig(
        0, 0, 0, 0, 0, quantity.kind, low if low is not None else D(0), high,
        names.get(quantity.qualifier, quantity.qualifier), quantity.unit, day=day,
    )  # fmt: skip


def relate(claim: Fig, source: Fig) -> Relation | None:
    """What a claimed figure is to one of the source; None where they are not of one kind and cannot be compared."""
    if claim.weak and source.qualifier in BARE and claim.low == source.low:
        claim = replace(claim, qualifier=source.qualifier, weak=False)  # "a row over two embryos" adds no bound
    kind, other = claim.kind, source.kind
    if claim.day is not None or source.day is not None:
        return relate_days(claim.day, source.day) if claim.day is not None and source.day is not None else None
    if kind == other:
        if kind == "identifier":
            return relate_labels(claim.label, source.label)
        if kind == "time" and claim.label and source.label and claim.label != source.label:
            return "differ"  # 9 pm local time is not 9 pm GMT
        if kind == "score":
            return "same" if {claim.low, claim.high} == {source.low, source.high} else "differ"
        return relate_amounts(claim, source)
    if family(kind) == family(other):
        return relate_family(claim, source)
    if kind == "count" and other == "score":
        return "imprecise" if claim.low == claim.high and claim.low in (source.low, source.high) else None
    if {kind, other} in ({"count", "age"}, {"money", "mass"}, {"count", "multiple"}):
        return relate_mixed(claim, source)
    return None


def relate_labels(claim: str, source: str) -> Relation | None:
    """Identifiers: the same string, or another of the same series."""
    if claim == source:
        return "same"
    return "differ" if claim.rstrip("0123456789.") == source.rstrip("0123456789.") else None


def relate_family(claim: Fig, source: Fig) -> Relation | None:
    """Kinds of one family: percent and fraction by value, points never equal percent, ages against durations only where equal."""
    if "percentage_points" in (claim.kind, source.kind):
        return "differ"
    if {claim.kind, source.kind} == {"fraction", "percent"}:
        factor = D(100) if claim.kind == "fraction" else D("0.01")
        low, high = claim.low * factor, (claim.high if claim.high is not None else claim.low) * factor
        close = abs(low - source.low) <= ROUNDED * max(source.low, D("0.01"))
        return (
            bounds(claim.qualifier, source.qualifier) if close else by_value(claim.qualifier, source.qualifier, low, high, source)
        )
    found = relate_amounts(claim, source)
    return found if found in ("same", "imprecise", "approximate", "stronger") else None


def relate_mixed(claim: Fig, source: Fig) -> Relation | None:
    """Kinds that are sometimes written alike: a bare age, pounds of money and of weight."""
    kinds = {claim.kind, source.kind}
    if kinds == {"money", "mass"}:
        mass = claim if claim.kind == "mass" else source
        cash = source if mass is claim else claim
        alike = cash.unit == "GBP" and mass.measure in ("pound", "pounds") and mass.low == cash.low * D("0.45359237")
        return bounds(claim.qualifier, source.qualifier) if alike else None
    if kinds == {"count", "age"}:
        aged = claim if claim.kind == "age" else source
        if aged.unit != "year":
            return None
    return bounds(claim.qualifier, source.qualifier) if claim.low == source.low and claim.high == source.high else None


def relate_amounts(claim: Fig, source: Fig) -> Relation | None:
    """Amounts of one kind: units are brought together, then values and bounds compared."""
    low, high = claim.low, claim.high
    if claim.unit != source.unit:
        if claim.kind not in ("duration", "age") or claim.unit not in TIME_UNITS or source.unit not in TIME_UNITS:
            return "differ" if claim.kind not in ("money", "temperature") or None not in (claim.unit, source.unit) else None
        return relate_times(claim, source)
    other = claim.measure and source.measure and singular(claim) != singular(source)
    if other and low and claim.high == low and source.high == source.low:
        return bounds(claim.qualifier, source.qualifier) if converted(claim, source) else "differ"
    return by_value(claim.qualifier, source.qualifier, low, high, source)


def digits(value: Decimal) -> int:
    """How many significant digits a value has."""
    return len(value.normalize().as_tuple().digits)


def significant(fig: Fig) -> int:
    """How many significant digits an amount has as it was written."""
    return digits(fig.low / UNITS[fig.measure][2] if fig.measure in UNITS else fig.low)


def converted(claim: Fig, source: Fig) -> bool:
    """Whether two amounts in different units are one, each to half of its last significant digit."""
    return abs(claim.low - source.low) <= slack(claim) + slack(source)


def slack(fig: Fig) -> Decimal:
    """Half of the last significant digit of an amount, in the base unit."""
    factor = UNITS[fig.measure][2] if fig.measure in UNITS else D(1)
    written = (fig.low / factor).normalize()
    exponent = written.as_tuple().exponent
    return D(5).scaleb(exponent - 1) * factor if isinstance(exponent, int) else D(0)


def singular(fig: Fig) -> str:
    """The unit as written, without its plural."""
    return {"feet": "foot", "inches": "inch"}.get(fig.measure, fig.measure.rstrip("s"))


def relate_times(claim: Fig, source: Fig) -> Relation | None:
    """Durations in two units: exact where seconds or months allow it, else to three per cent."""
    (base, factor), (other, divisor) = TIME_UNITS[claim.unit or ""], TIME_UNITS[source.unit or ""]
    low, reference = claim.low * factor, source.low * divisor
    if base == other:
        return (
            bounds(claim.qualifier, source.qualifier)
            if low == reference
            else licensed(claim.qualifier, source.qualifier, low, reference)
        )
    low, reference = (low * MONTH_SECONDS, reference) if base == "month" else (low, reference * MONTH_SECONDS)
    return "approximate" if abs(low - reference) <= CONVERTED * reference else "differ"


def by_value(asked: str, given: str, low: Decimal, high: Decimal | None, source: Fig) -> Relation:
    """Two amounts in one unit, by value and bound."""
    if low == source.low and high == source.high:
        return bounds(asked, given)
    if "vague" in (asked, given):
        return by_interval(asked, given, low, high, source)
    if low != high or source.low != source.high:
        return by_range(asked, given, low, high, source)
    return licensed(asked, given, low, source.low)


def bounds(asked: str, given: str) -> Relation:
    """Equal values: what the claim's bound is to the source's. A bound may be weakened, never added or turned."""
    if asked == given or (asked in BARE and given in BARE):
        return "same"
    if (asked in LOWER and given in LOWER) or (asked in UPPER and given in UPPER):
        return "approximate"
    if asked in BARE:
        return "imprecise"
    if asked == "about":
        return "approximate"
    if asked == "near":
        return "approximate" if given in UPPER or given == "about" else "stronger"
    if asked in UPPER and given == "near":
        return "approximate"
    return "stronger"


def by_interval(asked: str, given: str, low: Decimal, high: Decimal | None, source: Fig) -> Relation:
    """A vague word on one side at least: licensed where the source's value lies in its interval."""
    top, other = high if high is not None else low, source.high if source.high is not None else source.low
    if asked == "vague" and given == "vague":
        return "approximate" if max(low, source.low) <= min(top, other) else "differ"
    if asked == "vague":
        return "approximate" if low <= source.low <= top or low <= other <= top else "differ"
    return "imprecise" if asked != "exact" and source.low <= low <= other else "differ"


def by_range(asked: str, given: str, low: Decimal, high: Decimal | None, source: Fig) -> Relation:
    """A range on one side: an end of the source's range is imprecise, a range around the source's value weaker."""
    top, other = high if high is not None else low, source.high if source.high is not None else source.low
    if low == top:
        if low in (source.low, other) and asked in UPPER | LOWER | {"near"}:
            return "approximate" if (low == other) == (asked not in LOWER) else "stronger"
        return "imprecise" if low in (source.low, other) or (asked == "about" and source.low <= low <= other) else "differ"
    if source.low == other:
        return "approximate" if low <= source.low <= top <= low * WIDEST else "differ"
    return "differ"


def licensed(asked: str, given: str, low: Decimal, reference: Decimal) -> Relation:
    """Different values: whether the claim's hedge covers the source's value."""
    if reference + reference < low or reference > low + low:
        return "differ"  # far beyond any hedge; spares the rest
    if digits(low) < digits(reference):  # a hedge rounds: "about 870" for 871, never "about 871" for 870
        if asked == "near" and NEARLY * low <= reference < low:
            return "approximate"
        if asked in LOWER and low < reference <= OVER * low and given not in UPPER | LOWER:
            return "approximate"
        if asked in UPPER and low / OVER <= reference < low and given not in LOWER | UPPER:
            return "approximate"
        if asked == "about" and abs(reference - low) <= ABOUT * low:
            return "approximate"
    if rounds(low, reference):
        return "imprecise" if asked in BARE else "approximate" if asked == "about" else "differ"
    return "differ"


def rounds(low: Decimal, reference: Decimal) -> bool:
    """Whether `low` is `reference` rounded to fewer digits, two of them at least."""
    shape, full = low.normalize(), reference.normalize()
    size = len(shape.as_tuple().digits)
    if size < 2 or size >= len(full.as_tuple().digits) or abs(low - reference) > ROUNDED * abs(reference):
        return False
    exponent = full.adjusted() - size + 1
    return full.quantize(D(1).scaleb(exponent)) == shape


FIELDS = ("year", "month", "day", "weekday", "decade", "season")


def relate_days(claim: Day, source: Day) -> Relation | None:
    """Dates by the fields that both give: any that differ make another date, more on the claim's side make it stronger."""
    shared = False
    extra = False
    for field in FIELDS:
        mine, theirs = getattr(claim, field), getattr(source, field)
        if mine is None:
            continue
        if theirs is None:
            extra = True
        elif mine != theirs and not inside(claim, source, field):
            return "differ"
        else:
            shared = True
    if claim.decade is not None and source.year is not None:
        return "approximate" if claim.decade <= source.year < claim.decade + 10 else "differ"
    if claim.year is not None and source.decade is not None:
        return None if source.decade <= claim.year < source.decade + 10 else "differ"
    if claim.pointer or source.pointer:
        shared = shared or claim.pointer == source.pointer
        if claim.pointer and source.pointer and claim.pointer != source.pointer and not claim.month and not claim.weekday:
            return "differ"
    if not shared:
        return None
    if claim.until and source.until and claim.until != source.until:
        return "differ"
    if claim.part and source.part and claim.part != source.part:
        return "differ"
    return "extended" if extra else "imprecise" if source.part and not claim.part else "same"


def inside(claim: Day, source: Day, field: str) -> bool:
    """Whether a day or year lies in a short range that the other side writes ("20-21 October", "1965-68")."""
    mine, theirs = getattr(claim, field), getattr(source, field)
    if field == "day" or (field == "year" and source.day is None):
        return bool((source.until and mine == source.until) or (claim.until and theirs == claim.until))
    return False
