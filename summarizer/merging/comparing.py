"""Two events: one, possibly one, or two. The rules, each with the plain sentence that says why.

An actor, the type or a distinctive figure must agree, and place and date must be compatible. What is not known never counts as
agreement. A year that no article states leaves two events "possible", unless the day of the week or a figure agrees as well.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from schemas.extraction import Outcome
from summarizer.merging import places, times
from summarizer.merging.differences import tolls_differ, unlike
from summarizer.merging.happenings import DISTINCT, Happening, Mark, shared
from summarizer.merging.likeness import CONTEXT, DAYS_MAIN, DAYS_NEWS, ENOUGH, WORDING, Common, closeness, in_one_year, measure
from summarizer.merging.reasons import Clash, agreements, clash, doubt, sentence
from summarizer.merging.sequence import disasters, incidents, refers
from summarizer.merging.wording import overlap

__all__ = ["WITHIN", "Decision", "compare", "conflict"]

Kind = Literal["same", "possible", "apart", "none"]

LIKE = 0.6
"""Share from which two titles are the same news in other words."""
TENTHS = 10
"""Steps in which the words in common make a pair stronger."""
WITHIN = 30
"""Strength of a pair inside one article: joined before any across articles."""
NEXT = 1
"""Sentences between two pieces of one event at most; one more where the kind is the same."""
MANY = 1_000
"""Sentences between events that have none."""
_HARMED = frozenset(["death", "injure"])
"""Kinds of happening that only say what became of people."""
ALIKE = 0.33
"""Share from which two accounts are the same news, where place or day is open."""

_LOST: frozenset[Outcome] = frozenset(["position_overrun", "held_temporarily"])
_WON: frozenset[Outcome] = frozenset(["position_retaken"])
_UNREAL = frozenset(["planned", "hypothetical"])


@dataclass(frozen=True, slots=True)
class Decision:
    """What the rules say of two events."""

    kind: Kind
    """Same, possible, apart (a near miss worth telling) or none (nothing in common)."""
    strength: int
    """Points in common; stronger pairs are joined first."""
    reason: str
    """One plain sentence."""
    telling: bool = False
    """Whether one speaker's large figure or several agreements decide, so that an article may tell the event in two parts."""


APART = ("apart", "neighbours")
"""Relations of dates that no event can have with itself."""
NOTHING = Decision("none", 0, "")
"""Two events with nothing in common."""


def conflict(a: Happening, b: Happening) -> str | None:
    """Why two events cannot be one; None where they can. Symmetric, and independent of every other event."""
    a, b = in_one_year(a, b)
    time = times.relate(a.when, b.when)
    found = _clash(a, b, time, places.relate(a.where, b.where))
    return clash(a, b, found) if found else unlike(a, b, time)


def _clash(a: Happening, b: Happening, time: times.Relation, place: places.Relation) -> Clash | None:
    """What keeps two events from being one, their dates and places being compared."""
    if time in APART:
        return "dates"
    if place == "apart":
        return "places"
    if place == "close":
        return "spelling"
    if a.outcome != b.outcome and {a.outcome, b.outcome} & _LOST and {a.outcome, b.outcome} & _WON:
        return "control"
    if (a.status in _UNREAL) != (b.status in _UNREAL):
        return "planned"
    if closeness(a, b) == "far" and overlap(a.stems, b.stems) < LIKE:
        return "kinds"
    return None


def compare(a: Happening, b: Happening) -> Decision:
    """What the rules say of two events; symmetric."""
    a, b = in_one_year(a, b)
    place = places.relate(a.where, b.where)
    if place == "apart" and not shared(a, b) and not _spelt(a, b, place):
        return NOTHING
    time = times.relate(a.when, b.when)
    found = _clash(a, b, time, place)
    if found == "kinds" and a.article == b.article and shared(a, b):
        found = None
    if found and place not in ("apart", "close", "same") and not shared(a, b) and not _spelt(a, b, place):
        return NOTHING
    common = measure(a, b, time, place)
    reason = clash(a, b, found) if found else None
    if a.article == b.article:
        return _within(a, b, common, reason)
    if reason:
        return _apart(a, b, common, reason)
    return _across(a, b, common)


def _spelt(a: Happening, b: Happening, place: places.Relation) -> bool:
    """Whether two places are close spellings; towns that are apart have been looked at."""
    looked_at = place == "apart" and not (a.where.countries and b.where.countries)
    return not looked_at and places.spelt(a.where, b.where) is not None


def _within(a: Happening, b: Happening, common: Common, reason: str | None) -> Decision:
    """Two events of one article: the extraction told them apart, so only a repetition joins them."""
    if reason:
        return _close(a, b, reason)
    if a.beside != b.beside:
        return NOTHING
    if common.marks and common.place in ("same", "told", "open") and (common.type != "far" or common.wording >= WORDING):
        return Decision("same", WITHIN, "One article tells both with the same figure: a repetition.")
    if common.type == "far":
        return NOTHING
    if a.headline != b.headline and (common.type == "same" or _like(common)):
        return Decision("same", WITHIN, "The headline and the text of one article tell it.")
    if (a.follows or b.follows) and common.place in ("same", "told", "open") and (common.target or _like(common)) and _news(a, b):
        return Decision("same", WITHIN - 1, "One article goes on with its news: what was hit or the words agree.")
    if _complete(a, b) or _detailed(a, b, common):
        return Decision("same", WITHIN, "One article tells its place and its day in neighbouring sentences.")
    if common.wording >= 1.0 and common.type == "same" and common.place in ("same", "told", "open"):
        return Decision("same", WITHIN, "One article tells both in the same words: a repetition.")
    if _refers(a, b, common) or _refers(b, a, common):
        return Decision("same", WITHIN - 1, "One article goes on about it by name.")
    if _tally(a, b) or _tally(b, a):
        return Decision("same", WITHIN - 1, "One article counts its victims in the next sentence, with no place of their own.")
    if _continues(a, b) or _continues(b, a):
        return Decision(
            "same", WITHIN - 1, "One article goes on about it in the next sentence, with no day, place or figure of its own."
        )
    return NOTHING


def _news(a: Happening, b: Happening) -> bool:
    """Whether one is the article's news and neither is background."""
    return "main" in (a.salience, b.salience) and "background" not in (a.salience, b.salience)


def _continues(a: Happening, b: Happening) -> bool:
    """Whether `a` adds to `b`, its article's news, in a neighbouring sentence and names no day, place or figure."""
    if a.salience != "secondary" or b.salience != "main" or a.words is not None or a.where != places.Where() or a.counted:
        return False
    return any(0 < x - y <= 1 for x in a.sentences for y in b.sentences)


def _complete(a: Happening, b: Happening) -> bool:
    """Whether one has the place and the other the day of one happening, told in neighbouring sentences."""
    placed, dated = (a, b) if a.where.points else (b, a)
    known = times.day(dated.when) is not None or (dated.when is not None and dated.when.weekday is not None)
    if placed.words is not None or dated.where.points or not known or not placed.where.points or a.again != b.again:
        return False
    return _gap(a, b) <= (NEXT + 1 if a.type == b.type else NEXT) and "background" not in (a.salience, b.salience)


def _detailed(a: Happening, b: Happening, common: Common) -> bool:
    """Whether one is told without a town, and the other gives its town in the next sentence, with a day that does not differ."""
    lead, detail = (b, a) if a.where.points else (a, b)
    if lead.where.points or not detail.where.points or not _news(a, b) or common.type != "same" or a.again or b.again:
        return False
    dated = lead.words is None or detail.words is None or common.time in ("same_day", "weekday")
    return dated and _gap(a, b) <= NEXT and tolls_differ(a, b) is None


def _refers(a: Happening, b: Happening, common: Common) -> bool:
    """Whether `b` goes on about `a` by name in one of the next sentences ("The explosion hit their vehicle on Monday")."""
    if (
        common.type != "same"
        or common.place == "apart"
        or a.again != b.again
        or not _news(a, b)
        or not b.evidence
        or tolls_differ(a, b) is not None
    ):
        return False
    return 0 < b.sentences[0] - a.sentences[-1] <= NEXT + 1 and refers(b.evidence[0].quote)


def _tally(a: Happening, b: Happening) -> bool:
    """Whether `a` only counts the victims of `b`, its article's news that has no such count, in the next sentence."""
    own = replace(a.where, lent=frozenset()) != places.Where()
    if a.salience != "secondary" or b.salience != "main" or own or not a.counted or a.again or a.by:
        return False
    if not a.stems & _HARMED or a.stems & incidents() or {mark.measure for mark in a.marks} & {mark.measure for mark in b.marks}:
        return False
    return a.words is None or (times.relate(a.when, b.when) in ("same_day", "weekday", "unknown") and _gap(a, b) <= NEXT)


def _gap(a: Happening, b: Happening) -> int:
    """Sentences from one event to the other."""
    return min((abs(x - y) for x in a.sentences for y in b.sentences), default=MANY)


def _close(a: Happening, b: Happening, reason: str) -> Decision:
    """A conflict of two events with places of close spelling: two positions that a reader will want to see side by side."""
    found = places.spelt(a.where, b.where)
    if not found:
        return NOTHING
    names = " and ".join(f"“{name.title()}”" for name in sorted(found, key=lambda name: (-len(name), name)))
    return Decision("apart", 2, f"Kept apart: {names} are close spellings, which decide nothing, and {reason}.")


def _apart(a: Happening, b: Happening, common: Common, reason: str) -> Decision:
    """A conflict, told where the two events look alike otherwise."""
    if (close := _close(a, b, reason)) is not NOTHING and common.place != "close":
        return close
    if common.time == "neighbours" and common.place == "same" and common.type != "far":
        return Decision("possible", 1, f"Possibly one: the accounts speak of a night, but {reason}.")
    alike = common.place in ("same", "close") and common.type != "far" and (common.actors or common.type == "same")
    figure = bool(common.marks) and bool(common.actors)
    return Decision("apart", 1, f"Kept apart: {reason}.") if alike or figure else NOTHING


def _across(a: Happening, b: Happening, common: Common) -> Decision:
    """Two events of two articles without a conflict."""
    agree = agreements(a, b, common)
    doubts = unlike(a, b, common.time)
    strength = len(agree) + len(common.marks) + (common.time == "same_day") + (common.place == "same") + (common.type == "same")
    strength += int(common.context * TENTHS) + _freshness(common.anchored)
    if not doubts and _same(a, b, common):
        telling = _distinctive(common.marks) and bool(common.actors or common.voices)
        return Decision("same", strength, f"Joined: {sentence(agree)}.", telling)
    near = common.actors or common.type == "same" or common.time == "same_day" or _one_news(a, b, common)
    if common.place in ("same", "told") and common.type != "far" and near:
        return Decision("possible", strength, f"Possibly one: {sentence(agree)}, but {doubts or doubt(a, b, common)}.")
    if doubts and _same(a, b, common):
        return Decision("possible", strength, f"Possibly one: {sentence(agree)}, but {doubts}.")
    if (
        (_distinctive(common.marks) and (common.actors or common.type == "same") and common.place != "near")
        or (common.person and common.type != "far" and common.time in ("same_day", "year_open", "weekday"))
        or _one_disaster(a, b, common)
    ):
        return Decision("possible", strength, f"Possibly one: {sentence(agree)}, but {doubt(a, b, common)}.")
    return NOTHING


def _one_news(a: Happening, b: Happening, common: Common) -> bool:
    """Whether both are news of about one day."""
    return a.salience == b.salience == "main" and (common.anchored is not None or common.time in ("weekday", "year_open"))


def _one_disaster(a: Happening, b: Happening, common: Common) -> bool:
    """Whether both tell of one kind of disaster on one day."""
    exact = common.time in ("same_day", "year_open") and _both_days(a, b)
    named = (a.stems | a.context) & (b.stems | b.context) & disasters()
    return exact and common.place in ("open", "told", "within") and a.type == b.type == "disaster_or_accident" and bool(named)


def _freshness(gap: timedelta | None) -> int:
    """How much the news of an undated account speaks for an event: most is printed within two days, whichever of them."""
    return 2 if gap is not None and gap < DAYS_NEWS else 0


def _same(a: Happening, b: Happening, common: Common) -> bool:
    """Whether two events without a conflict are one."""
    backed = bool(common.actors or common.person or common.type == "same" or common.marks or _like(common))
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
        case "told", "same_day" | "weekday" | "overlap" | "year_open" | "unknown":
            return _told(a, b, common) or _without_place(a, b, common)
        case "within" | "open", _:
            return _without_place(a, b, common)
    return False


def _undated(a: Happening, b: Happening, common: Common) -> bool:
    """Same place, no comparable dates."""
    if common.marks and (common.actors or common.type != "far"):
        return bool(_distinctive(common.marks) or common.anchored is not None or common.wording >= WORDING)
    if len(a.where.points & b.where.points) > 1 and common.type == "same" and common.wording >= WORDING:
        return True
    news = a.salience == b.salience == "main"
    if common.anchored is None or (_reversed(a, b) and not news):
        return False
    later = bool(common.anchored) and (a.follows if a.words is None else b.follows)
    main = news and common.type == "same" and common.anchored < DAYS_NEWS and (not common.anchored or common.target or later)
    like = _like(common) or common.target
    acting = bool(common.actors) and (like or bool(a.named & set(a.by) & set(b.by)) or common.anchored < DAYS_NEWS)
    alike = like and (common.type == "same" or news)
    return (main or acting or alike) and common.type != "far"


def _told(a: Happening, b: Happening, common: Common) -> bool:
    """The rest of an article gives the place: more must agree than where the event's own sentences do."""
    match common.time:
        case "same_day":
            return bool(common.type == "same" or common.marks or common.actors or common.person)
        case "year_open":
            backed = common.type == "same" or bool(common.marks or common.actors)
            return _both_days(a, b) and backed and bool(common.marks or _weekdays(a, b) or _near_news(a, b))
        case "weekday":
            return bool(common.marks or common.actors or _like(common)) and common.type != "far"
        case "overlap":
            return _short(a, b) and common.type == "same" and bool(common.marks or _like(common))
    return bool(common.marks or common.target or a.follows or b.follows or _like(common)) and _undated(a, b, common)


def _like(common: Common) -> bool:
    """Whether the titles or the sentences of two accounts of one place tell of like things."""
    return common.wording >= WORDING or common.context >= CONTEXT


def _without_place(a: Happening, b: Happening, common: Common) -> bool:
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
            or (common.marks and (common.actors or (common.type == "same" and (common.named or _like(common)))))
            or ((common.actors or common.person) and _like(common))
            or (common.person and common.type == "same")
            or (common.target and common.type == "same" and (common.named or common.proper or common.context >= CONTEXT))
            or common.wording >= LIKE
            or common.context >= ALIKE
        )
    if telling and (common.actors or common.voices):
        return common.time in ("weekday", "overlap", "unknown")
    if len(common.marks) > 1:
        return True
    if _same_news(a, b, common) or _same_parts(a, b, common):
        return True
    recent = common.anchored is not None or common.time == "weekday" or (common.time == "overlap" and _short(a, b))
    if recent and common.marks and (common.place == "within" or (common.target and common.type == "same")):
        return True
    if recent and common.target and common.actors:
        return True
    told = common.context >= (CONTEXT if common.named else ALIKE) and (common.type == "same" or bool(common.actors))
    return recent and (told or (bool(common.actors) and common.wording >= LIKE))


def _same_parts(a: Happening, b: Happening, common: Common) -> bool:
    """Whether an account without a day tells the same: both sides, the kind, a figure and the words agree."""
    silent = (a.words is None) != (b.words is None) or (a.words is None and b.words is None)
    both = bool(set(a.by) & set(b.by)) and bool(set(a.against) & set(b.against))
    likely = common.wording >= LIKE or common.context >= ALIKE
    return silent and both and common.type == "same" and bool(common.marks) and likely


def _reversed(a: Happening, b: Happening) -> bool:
    """Whether the one who acts in one account is acted upon in the other, and nobody acts in both."""
    return bool(set(a.by) & set(b.against) or set(a.against) & set(b.by)) and not set(a.by) & set(b.by)


def _same_news(a: Happening, b: Happening, common: Common) -> bool:
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
    """Whether both dates name a day of a month, or a night between two, with or without a year."""
    return all(one.when is not None and (times.night(one.when) or one.when.day is not None) for one in (a, b))


def _weekdays(a: Happening, b: Happening) -> bool:
    """Whether the day of the week backs a date without a year."""
    return any(one.when is not None and one.when.weekday is not None and one.when.year is None for one in (a, b))


def _near_news(a: Happening, b: Happening) -> bool:
    """Whether both articles were published within a week of one another."""
    return a.anchor is not None and b.anchor is not None and abs(a.anchor - b.anchor) <= DAYS_MAIN
