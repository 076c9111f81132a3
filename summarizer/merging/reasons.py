"""Why two events are one, may be one, or are two: the plain words of the reasons."""

from datetime import date
from typing import Literal

from summarizer.merging import times
from summarizer.merging.happenings import Happening
from summarizer.merging.likeness import CONTEXT, WORDING, Common

__all__ = ["Clash", "agreements", "both_dates", "clash", "doubt", "kinds", "listed", "sentence"]

Clash = Literal["dates", "places", "spelling", "control", "planned", "kinds"]
"""What keeps two events from being one."""


def agreements(a: Happening, b: Happening, common: Common) -> list[str]:
    """What agrees, in words."""
    said: list[str] = []
    if common.place == "same":
        said.append(f"the place agrees ({', '.join(sorted(a.where.points & b.where.points))})")
    if common.place == "told":
        said.append(f"the place agrees ({', '.join(sorted(a.where.told & b.where.told))}, as the rest of an article gives it)")
    if common.time == "same_day":
        said.append(f"the date agrees ({times.phrase(a.when)})")
    elif common.time in ("weekday", "overlap", "year_open"):
        said.append(f"the dates are compatible ({', '.join(both_dates(a, b))})")
    elif common.anchored is not None:
        said.append("an undated account was published within days of it")
    if common.actors:
        said.append("a party agrees")
    if common.type != "far":
        said.append(f"the kind {'agrees' if a.type == b.type else 'is compatible'} ({kinds(a, b)})")
    if common.marks:
        said.append(f"a figure agrees ({', '.join(sorted(f'{mark.core} {_plain(mark.measure)}' for mark in common.marks))})")
    if common.wording >= WORDING:
        said.append("the titles use the same words")
    elif common.context >= CONTEXT:
        said.append("the accounts use the same words")
    if common.voices and not common.actors:
        said.append("the figures go back to the same speaker")
    return said or ["little is stated"]


def doubt(a: Happening, b: Happening, common: Common) -> str:
    """What keeps two events from being one."""
    if common.time == "unknown":
        return f"the dates cannot be compared ({', '.join(both_dates(a, b))})"
    if common.time == "year_open":
        return f"the year is not stated ({', '.join(both_dates(a, b))})"
    if common.time in ("overlap", "weekday"):
        return f"the dates are not precise enough ({', '.join(both_dates(a, b))})"
    return "too little else agrees"


def both_dates(a: Happening, b: Happening) -> list[str]:
    """Both dates in words, the earlier first."""
    earlier = sorted([a, b], key=lambda one: (times.span(one.when) or (date.max, date.max), times.phrase(one.when)))
    return [times.phrase(one.when) for one in earlier]


def clash(a: Happening, b: Happening, found: Clash) -> str:
    """What keeps two events from being one, in words."""
    match found:
        case "dates":
            return f"the dates differ: {' and '.join(both_dates(a, b))}"
        case "places":
            return f"the places differ: {_both_places(a, b)}"
        case "spelling":
            return f"{_both_places(a, b)} are close spellings, which propose one place and decide nothing"
        case "control":
            return "one tells of a position taken, the other of one taken back"
        case "planned":
            return "one is planned or supposed, the other is told as having happened"
        case "kinds":
            return f"the kinds differ: {kinds(a, b)}"


def _both_places(a: Happening, b: Happening) -> str:
    """The places of both events, as written."""
    return " and ".join(sorted([listed(a), listed(b)]))


def kinds(a: Happening, b: Happening) -> str:
    """The kind or kinds of two events."""
    return " and ".join(sorted({_plain(a.type), _plain(b.type)}))


def _plain(word: str) -> str:
    """A value of the schema as words."""
    return word.replace("_", " ")


def sentence(parts: list[str]) -> str:
    """The parts as a list in a sentence."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def listed(one: Happening) -> str:
    """The places of an event, as written."""
    return ", ".join(one.places[:2]) or "no place"
