"""Two events: one, possibly one, or two. The rules, each with the plain sentence that says why.

An actor, the type or a distinctive figure must agree, and place and date must be compatible. What is not known never counts as
agreement. A year that no article states leaves two events "possible", unless the day of the week or a figure agrees as well.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from schemas.extraction import EventType, Outcome
from summarizer.merging import places, times
from summarizer.merging.happenings import DISTINCT, Happening, Mark, shared
from summarizer.merging.wording import overlap, stems
from summarizer.names import key

__all__ = ["Decision", "compare", "conflict"]

Kind = Literal["same", "possible", "apart", "none"]

WORDING = 0.34
"""Share of the words of the shorter title from which two titles tell of like things."""
LIKE = 0.6
"""Share from which two titles are the same news in other words."""
TENTHS = 10
"""Steps in which the words in common make a pair stronger."""
WITHIN = 30
"""Strength of a pair inside one article: joined before any across articles."""
CONTEXT = 0.25
"""Share of the words of the shorter account from which two accounts of one place and day tell of like things."""
ALIKE = 0.33
"""Share from which two accounts are the same news, where place or day is open."""
ENOUGH = 3
"""Words in common that this takes at least."""
DAYS_MAIN = timedelta(days=7)
"""An undated event that is an article's news happened within a week before its publication."""
DAYS_BACKGROUND = timedelta(days=31)
"""An undated event in an article's background may have happened within a month before its publication."""
DAYS_NEWS = timedelta(days=3)
"""Two articles that give no date, published within these days, may report one event."""

_FORCE = frozenset[EventType](
    ["abduction", "air_or_drone_strike", "arrest_or_seizure", "attack_on_civilians", "battle", "bombing", "crime",
     "military_operation", "riot", "shelling_or_missile"]
)  # fmt: skip
_STREET = frozenset[EventType](["protest", "riot"])
_POLITICS = frozenset[EventType](["agreement_or_cooperation", "political_change", "sanction_or_withdrawal", "statement"])
_MEASURES = frozenset[EventType](["security_measure", "political_change", "sanction_or_withdrawal"])
_HARM = frozenset[EventType](["attack_on_civilians", "bombing", "crime", "disaster_or_accident", "displacement_or_humanitarian"])
_FAMILIES = (_FORCE, _STREET, _POLITICS, _MEASURES, _HARM)
"""Types that one coder calls by one name and the next by another (ACLED and PLOVER code books, notes on borderline cases)."""

_LOST: frozenset[Outcome] = frozenset(["position_overrun", "held_temporarily"])
_WON: frozenset[Outcome] = frozenset(["position_retaken"])
_UNREAL = frozenset(["planned", "hypothetical"])


@dataclass(frozen=True)
class Decision:
    """What the rules say of two events."""

    kind: Kind
    """Same, possible, apart (a near miss worth telling) or none (nothing in common)."""
    strength: int
    """Points in common; stronger pairs are joined first."""
    reason: str
    """One plain sentence."""


@dataclass(frozen=True)
class _Common:
    """What two events have in common."""

    place: places.Relation
    time: times.Relation
    type: Literal["same", "near", "far"]
    actors: frozenset[str]
    voices: frozenset[str]
    marks: frozenset[Mark]
    wording: float
    context: float
    named: bool
    anchored: timedelta | None


APART = ("apart", "neighbours")
NOTHING = Decision("none", 0, "")


def conflict(a: Happening, b: Happening) -> str | None:
    """Why two events cannot be one; None where they can. Symmetric, and independent of every other event."""
    return _conflict(a, b, times.relate(a.when, b.when), places.relate(a.where, b.where))


def _conflict(a: Happening, b: Happening, time: times.Relation, place: places.Relation) -> str | None:
    """Why two events cannot be one, their dates and places being compared."""
    if time in APART:
        return f"the dates differ: {' and '.join(_dates(a, b))}"
    if place == "apart":
        return f"the places differ: {' and '.join(sorted([_listed(a), _listed(b)]))}"
    if place == "close":
        return f"{' and '.join(sorted([_listed(a), _listed(b)]))} are close spellings, which propose one place and decide nothing"
    if {a.outcome, b.outcome} & _LOST and {a.outcome, b.outcome} & _WON:
        return "one tells of a position taken, the other of one taken back"
    if (a.status in _UNREAL) != (b.status in _UNREAL):
        return "one is planned or supposed, the other is told as having happened"
    if _type(a, b) == "far" and overlap(a.stems, b.stems) < LIKE:
        return _kinds_differ(a, b)
    return None


def _type(a: Happening, b: Happening) -> Literal["same", "near", "far"]:
    """How far apart the kinds of two events are."""
    if a.type == b.type:
        return "same"
    if "other" in (a.type, b.type) or any(a.type in family and b.type in family for family in _FAMILIES):
        return "near"
    return "far"


def compare(a: Happening, b: Happening) -> Decision:
    """What the rules say of two events; symmetric."""
    time, place = times.relate(a.when, b.when), places.relate(a.where, b.where)
    reason = _conflict(a, b, time, place)
    if a.article == b.article and reason == _kinds_differ(a, b) and shared(a, b):
        reason = None
    if reason and place not in ("same", "close") and not shared(a, b) and not places.spelt(a.where, b.where):
        return NOTHING
    common = _common(a, b, time, place)
    if a.article == b.article:
        return _within(a, b, common, reason)
    if reason:
        return _apart(a, b, common, reason)
    return _across(a, b, common)


def _common(a: Happening, b: Happening, time: times.Relation, place: places.Relation) -> _Common:
    """What two events have in common."""
    return _Common(
        place=place,
        time=time,
        type=_type(a, b),
        actors=a.named & b.named,
        voices=a.voices & b.voices,
        marks=shared(a, b),
        wording=overlap(a.stems, b.stems) if min(len(a.stems), len(b.stems)) > 1 else 0.0,
        context=overlap(a.context, b.context) if len(a.context & b.context) >= ENOUGH else 0.0,
        named=_names(a, b) or _names(b, a),
        anchored=_anchored(a, b),
    )


def _names(a: Happening, b: Happening) -> bool:
    """Whether the sentences of `b` name a place of `a`, countries aside."""
    own = (a.where.points | a.where.areas) - {key(name) for name in a.where.countries}
    return any((words := stems(place)) and words <= b.context for place in own)


def _anchored(a: Happening, b: Happening) -> timedelta | None:
    """Days between an undated event's article and the other event; None where they are too far apart or not known."""
    if a.words is None and b.words is None:
        gap = abs(a.anchor - b.anchor) if a.anchor and b.anchor else None
        return gap if gap is not None and gap <= DAYS_NEWS else None
    if a.words is not None and b.words is not None:
        return None
    told, silent = (a, b) if a.words is not None else (b, a)
    limit = DAYS_BACKGROUND if silent.salience == "background" else DAYS_MAIN
    anchor = silent.anchor or _in_year(silent.line, told)
    if anchor is None or told.when is None:
        return None
    days = times.span(times.in_year_of(told.when, anchor))
    if days is None or days[1] - days[0] > limit:
        return None
    gap = anchor - days[0]
    return gap if timedelta(0) <= gap <= limit else None


def _in_year(line: tuple[int, int] | None, told: Happening) -> date | None:
    """The day of an article whose year is missing, in the year of the event that the other tells."""
    days = times.span(told.when)
    return times.in_year(line[0], line[1], days[0].year) if line and days else None


def _within(a: Happening, b: Happening, common: _Common, reason: str | None) -> Decision:
    """Two events of one article: the extraction told them apart, so only a repetition joins them."""
    if reason:
        return _close(a, b, reason)
    if common.marks and common.place in ("same", "open") and (common.type != "far" or common.wording >= WORDING):
        return Decision("same", WITHIN, "One article tells both with the same figure: a repetition.")
    if common.type == "far":
        return NOTHING
    if a.headline != b.headline and (common.type == "same" or _like(common)):
        return Decision("same", WITHIN, "The headline and the text of one article tell it.")
    if _complete(a, b):
        return Decision("same", WITHIN, "One article tells its place and its day in neighbouring sentences.")
    if common.wording >= 1.0 and common.type == "same" and common.place in ("same", "open"):
        return Decision("same", WITHIN, "One article tells both in the same words: a repetition.")
    if _continues(a, b) or _continues(b, a):
        return Decision(
            "same", WITHIN - 1, "One article goes on about it in the next sentence, with no day, place or figure of its own."
        )
    return NOTHING


def _continues(a: Happening, b: Happening) -> bool:
    """Whether `a` adds to `b`, its article's news, in a neighbouring sentence and names no day, place or figure."""
    if a.salience != "secondary" or b.salience != "main" or a.words is not None or a.where != places.Where() or a.counted:
        return False
    return any(0 < x - y <= 1 for x in a.sentences for y in b.sentences)


def _complete(a: Happening, b: Happening) -> bool:
    """Whether one has the place and the other the day of one happening, told in neighbouring sentences."""
    placed, dated = (a, b) if a.where.points else (b, a)
    if placed.words is not None or dated.where != places.Where() or times.day(dated.when) is None or not placed.where.points:
        return False
    gaps = [abs(x - y) for x in a.sentences for y in b.sentences]
    return bool(gaps) and min(gaps) <= 1 and "background" not in (a.salience, b.salience)


def _close(a: Happening, b: Happening, reason: str) -> Decision:
    """A conflict of two events with places of close spelling: two positions that a reader will want to see side by side."""
    found = places.spelt(a.where, b.where)
    if not found:
        return NOTHING
    names = " and ".join(f"“{name.title()}”" for name in sorted(found, key=lambda name: (-len(name), name)))
    return Decision("apart", 2, f"Kept apart: {names} are close spellings, which decide nothing, and {reason}.")


def _apart(a: Happening, b: Happening, common: _Common, reason: str) -> Decision:
    """A conflict, told where the two events look alike otherwise."""
    if (close := _close(a, b, reason)) is not NOTHING and common.place != "close":
        return close
    alike = common.place in ("same", "close") and common.type != "far" and (common.actors or common.type == "same")
    figure = bool(common.marks) and bool(common.actors)
    return Decision("apart", 1, f"Kept apart: {reason}.") if alike or figure else NOTHING


def _across(a: Happening, b: Happening, common: _Common) -> Decision:
    """Two events of two articles without a conflict."""
    agree = _agreements(a, b, common)
    strength = len(agree) + len(common.marks) + (common.time == "same_day") + (common.place == "same") + (common.type == "same")
    strength += int(common.context * TENTHS) + _freshness(common.anchored)
    if _same(a, b, common):
        return Decision("same", strength, f"Joined: {_join(agree)}.")
    if common.place == "same" and common.type != "far" and (common.actors or common.type == "same"):
        return Decision("possible", strength, f"Possibly one: {_join(agree)}, but {_doubt(a, b, common)}.")
    if _distinctive(common.marks) and (common.actors or common.type == "same") and common.place != "near":
        return Decision("possible", strength, f"Possibly one: {_join(agree)}, but {_doubt(a, b, common)}.")
    return NOTHING


def _freshness(gap: timedelta | None) -> int:
    """How much the news of an undated account speaks for an event: most is printed within two days, whichever of them."""
    return 2 if gap is not None and gap < DAYS_NEWS else 0


def _same(a: Happening, b: Happening, common: _Common) -> bool:
    """Whether two events without a conflict are one."""
    backed = bool(common.actors or common.type == "same" or common.marks or _like(common))
    match common.place, common.time:
        case "same", "same_day":
            return backed
        case "same", "weekday":
            return bool(common.actors or common.marks or _like(common))
        case "same", "overlap":
            return bool(common.marks) or (_short(a, b) and backed) or common.wording >= LIKE
        case "same", "year_open":
            return _both_days(a, b) and backed and bool(common.marks or _weekdays(a, b) or _near_news(a, b))
        case "same", "unknown":
            return _undated(a, b, common)
        case "within" | "open", _:
            return _without_place(a, b, common)
    return False


def _undated(a: Happening, b: Happening, common: _Common) -> bool:
    """Same place, no comparable dates."""
    if common.marks and (common.actors or common.type != "far"):
        return bool(_distinctive(common.marks) or common.anchored is not None or common.wording >= WORDING)
    if len(a.where.points & b.where.points) > 1 and common.type == "same" and common.wording >= WORDING:
        return True
    if common.anchored is None:
        return False
    main = a.salience == b.salience == "main" and common.type == "same" and common.anchored < DAYS_NEWS
    return bool(common.actors or main or _like(common)) and common.type != "far"


def _like(common: _Common) -> bool:
    """Whether the titles or the sentences of two accounts of one place tell of like things."""
    return common.wording >= WORDING or common.context >= CONTEXT


def _without_place(a: Happening, b: Happening, common: _Common) -> bool:
    """No common place, and none that contradicts."""
    exact = common.time == "same_day" or (common.time == "year_open" and _both_days(a, b))
    telling = _distinctive(common.marks)
    if common.type == "far":
        return (
            bool(exact or common.anchored is not None or common.time == "weekday")
            and bool(common.actors)
            and common.wording >= LIKE
        )
    if exact:
        return bool(
            telling
            or (common.marks and common.actors)
            or (common.actors and _like(common))
            or common.wording >= LIKE
            or common.context >= ALIKE
        )
    if telling and (common.actors or common.voices):
        return common.time in ("weekday", "overlap", "unknown")
    if len(common.marks) > 1:
        return True
    if _same_news(a, b, common):
        return True
    recent = common.anchored is not None or common.time == "weekday" or (common.time == "overlap" and _short(a, b))
    if recent and common.marks and common.place == "within":
        return True
    return recent and (common.context >= (CONTEXT if common.named else ALIKE) or (bool(common.actors) and common.wording >= LIKE))


def _same_news(a: Happening, b: Happening, common: _Common) -> bool:
    """Whether two articles that give no day have the same news: one party, one kind, and titles in the same words."""
    both = a.salience == b.salience == "main" and a.words is None and b.words is None and common.type == "same"
    near = a.anchor is None or b.anchor is None or common.anchored is not None
    return both and near and bool(common.actors) and common.wording >= LIKE and len(a.stems & b.stems) >= ENOUGH


def _distinctive(marks: frozenset[Mark]) -> bool:
    """Whether a common figure is large enough not to agree by chance."""
    return any(mark.core >= DISTINCT for mark in marks)


def _short(a: Happening, b: Happening) -> bool:
    """Whether both dates are intervals of a week at most."""
    spans = [times.span(one.when) for one in (a, b)]
    return all(days is not None and days[1] - days[0] <= DAYS_MAIN for days in spans)


def _both_days(a: Happening, b: Happening) -> bool:
    """Whether both dates name a day of a month, with or without a year."""
    return all(one.when is not None and (times.day(one.when) or one.when.day is not None) for one in (a, b))


def _weekdays(a: Happening, b: Happening) -> bool:
    """Whether the day of the week backs a date without a year."""
    return any(one.when is not None and one.when.weekday is not None and one.when.year is None for one in (a, b))


def _near_news(a: Happening, b: Happening) -> bool:
    """Whether both articles were published within a week of one another."""
    return a.anchor is not None and b.anchor is not None and abs(a.anchor - b.anchor) <= DAYS_MAIN


def _agreements(a: Happening, b: Happening, common: _Common) -> list[str]:
    """What agrees, in words."""
    said: list[str] = []
    if common.place == "same":
        said.append(f"the place agrees ({', '.join(sorted(a.where.points & b.where.points))})")
    if common.time == "same_day":
        said.append(f"the date agrees ({times.phrase(a.when)})")
    elif common.time in ("weekday", "overlap", "year_open"):
        said.append(f"the dates are compatible ({', '.join(_dates(a, b))})")
    elif common.anchored is not None:
        said.append("an undated account was published within days of it")
    if common.actors:
        said.append("a party agrees")
    if common.type != "far":
        said.append(f"the kind {'agrees' if common.type == 'same' else 'is compatible'} ({_kinds(a, b)})")
    if common.marks:
        said.append(f"a figure agrees ({', '.join(sorted(f'{mark.core} {_plain(mark.measure)}' for mark in common.marks))})")
    if common.wording >= WORDING:
        said.append("the titles use the same words")
    elif common.context >= CONTEXT:
        said.append("the accounts use the same words")
    if common.voices and not common.actors:
        said.append("the figures go back to the same speaker")
    return said or ["little is stated"]


def _doubt(a: Happening, b: Happening, common: _Common) -> str:
    """What keeps two events from being one."""
    if common.time == "unknown":
        return f"the dates cannot be compared ({', '.join(_dates(a, b))})"
    if common.time == "year_open":
        return f"the year is not stated ({', '.join(_dates(a, b))})"
    if common.time in ("overlap", "weekday"):
        return f"the dates are not precise enough ({', '.join(_dates(a, b))})"
    return "too little else agrees"


def _dates(a: Happening, b: Happening) -> list[str]:
    """Both dates in words, the earlier first."""
    earlier = sorted([a, b], key=lambda one: (times.span(one.when) or (date.max, date.max), times.phrase(one.when)))
    return [times.phrase(one.when) for one in earlier]


def _kinds_differ(a: Happening, b: Happening) -> str:
    """The reason that two kinds are too far apart."""
    return f"the kinds differ: {_kinds(a, b)}"


def _kinds(a: Happening, b: Happening) -> str:
    """The kind or kinds of two events."""
    return " and ".join(sorted({_plain(a.type), _plain(b.type)}))


def _plain(word: str) -> str:
    """A value of the schema as words."""
    return word.replace("_", " ")


def _join(parts: list[str]) -> str:
    """The parts as a list in a sentence."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _listed(one: Happening) -> str:
    """The places of an event, as written."""
    return ", ".join(one.places[:2]) or "no place"
