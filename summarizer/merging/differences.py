"""What speaks for two incidents where place and day do not: another target, other means, a toll that does not fit, another night.

Two incidents of one kind in one town on one day or on two days in a row are the commonest wrong merge. Such a pair is left
"possible", with the reason, and never joined; an exact figure in common outweighs a difference of words.
"""

from datetime import date, timedelta

from schemas.extraction import EventType
from summarizer.merging import times
from summarizer.merging.happenings import DISTINCT, Happening, shared
from summarizer.merging.likeness import CONTEXT, ENOUGH, FORCE, closeness
from summarizer.merging.ranges import comparable, meet
from summarizer.merging.wording import overlap

__all__ = ["tolls_differ", "unlike"]

CHANCE = 10
"""A number below which two tolls of one day agree by chance too often to outweigh that something else was hit."""
NEEDED = 2
"""Differences that outweigh one place and one day."""
BATTLES = frozenset[EventType](["battle", "military_operation"])
"""Types of which each side tells that the other attacked."""
VIOLENT = FORCE | {"protest"}
"""Types of events that may kill, and of which a town may see two on one day."""
_NESTED = (frozenset(["convoy", "vehicle"]), frozenset(["port", "ship"]), frozenset(["checkpoint", "police"]))
"""Targets of which one account names the whole and the next the part."""
_NIGHT = timedelta(days=1)
_ANYBODY = "people"


def unlike(a: Happening, b: Happening, time: times.Relation) -> str | None:
    """Why two events of two articles, with no contradiction of place or date, may be two incidents; None where little says so."""
    if a.article == b.article or not {a.type, b.type} <= VIOLENT:
        return None
    marks = shared(a, b)
    if any(mark.core >= DISTINCT for mark in marks) or len(marks) > 1:
        return None
    if time in ("overlap", "unknown", "weekday") and a.again != b.again and (a.anchor is None or a.anchor != b.anchor):
        return "one account tells of another such event before it"
    if time == "unknown":
        return _undated(a, b, bool(marks)) if {a.type, b.type} <= FORCE else None
    if marks:
        return _targets(a, b) if max(mark.core for mark in marks) < CHANCE else None
    found = [
        one
        for one in (_kinds(a, b), _targets(a, b), _means(a, b), _sides(a, b), _hours(a, b), _victims(a, b), tolls_differ(a, b))
        if one
    ]
    if len(found) >= NEEDED or _hours(a, b) or (_targets(a, b) and not _like(a, b)):
        return " and ".join(found)
    return None


def _undated(a: Happening, b: Happening, marked: bool) -> str | None:
    """The same where at least one gives no day: news of two days may be two incidents."""
    if nights := _nights(a, b):
        return nights
    found = [one for one in (_targets(a, b), None if marked else tolls_differ(a, b)) if one]
    both = a.words is None and b.words is None
    if both and _targets(a, b):
        return " and ".join(found)
    if marked or not found:
        return None
    if both and a.anchor and b.anchor and a.anchor != b.anchor and not _later(a, b).follows:
        return f"they are news of two days and {found[0]}"
    if len(found) >= NEEDED or _falling(a, b):
        return " and ".join(found)
    return None


def _like(a: Happening, b: Happening) -> bool:
    """Whether both tell of one party, or mostly in the same words."""
    same = len(a.context & b.context) >= ENOUGH and overlap(a.context, b.context) >= CONTEXT
    return bool(a.named & b.named) or same


def _targets(a: Happening, b: Happening) -> str | None:
    """Whether what was hit differs, in words."""
    return _other(a, b, "target", "what was hit differs")


def _means(a: Happening, b: Happening) -> str | None:
    """Whether the means differ, in words."""
    return _other(a, b, "means", "the means differ")


def _kinds(a: Happening, b: Happening) -> str | None:
    """Whether the kinds are far apart, in words."""
    return "the kinds differ" if closeness(a, b) == "far" else None


def _hours(a: Happening, b: Happening) -> str | None:
    """Whether the parts of the day differ, in words; night and morning touch."""
    if {name for each in (a, b) for sort, name in each.traits if sort == "hour"} == {"evening", "morning"} and (
        a.nightly or b.nightly
    ):
        return None
    return _other(a, b, "hour", "the parts of the day differ")


def _sides(a: Happening, b: Happening) -> str | None:
    """Whether another side acts, in words; in a battle each side tells of the other's attack."""
    if BATTLES & {a.type, b.type}:
        return None
    return _other(a, b, "side", "those who acted differ")


def _other(a: Happening, b: Happening, sort: str, words: str) -> str | None:
    """Whether the traits of a sort are known of both and differ."""
    one, two = ({name for kind, name in each.traits if kind == sort} for each in (a, b))
    if not one or not two or one & two or any(pair <= one | two for pair in _NESTED):
        return None
    return f"{words} ({' and '.join(sorted([', '.join(sorted(one)), ', '.join(sorted(two))]))})"


def _victims(a: Happening, b: Happening) -> str | None:
    """Whether those killed are of different classes, in words."""
    one, two = ({mark.thing for mark in each.marks if mark.measure == "killed"} - {_ANYBODY} for each in (a, b))
    if not one or not two or one & two:
        return None
    return f"those killed differ ({' and '.join(sorted([', '.join(sorted(one)), ', '.join(sorted(two))]))})"


def tolls_differ(a: Happening, b: Happening) -> str | None:
    """Whether both give a number of killed, and none of one side fits one of the other, in words."""
    pairs = [
        (one, two)
        for thing, one in a.tolls
        for other, two in b.tolls
        if (thing == other or _ANYBODY in (thing, other)) and comparable(one, two)
    ]
    return "the tolls differ" if pairs and not any(meet(one, two) for one, two in pairs) else None


def _falling(a: Happening, b: Happening) -> bool:
    """Whether the later article gives the lower toll and does not say that it revises one."""
    if a.anchor is None or b.anchor is None or a.anchor == b.anchor:
        return False
    later = _later(a, b)
    earlier = b if later is a else a
    highest = max((one.high or one.low or 0 for _, one in later.tolls), default=0)
    lowest = min((one.low or one.high or 0 for _, one in earlier.tolls), default=0)
    return not later.follows and highest < lowest and tolls_differ(a, b) is not None


def _later(a: Happening, b: Happening) -> Happening:
    """The account that was printed later."""
    return max(a, b, key=lambda one: (one.anchor or date.min, one.node))


def _nights(a: Happening, b: Happening) -> str | None:
    """Whether the nights before which the accounts were printed, or the day of one, are not one, in words."""
    one, two = _night(a), _night(b)
    if one is None or two is None or not (a.nightly or b.nightly):
        return None
    if a.words is None and b.words is None:
        return "they tell of two nights" if one != two else None
    return "the night and the day differ" if one[1] < two[0] or two[1] < one[0] else None


def _night(one: Happening) -> tuple[date, date] | None:
    """The days of an event: its own, else those of the night before its article."""
    if days := times.span(one.when):
        return days
    if one.words is None and one.nightly and one.anchor:
        return one.anchor - _NIGHT, one.anchor
    return None
