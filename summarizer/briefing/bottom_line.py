"""The bottom line by rules: three to five plain sentences, each with the places that it rests on."""

from collections.abc import Iterable, Sequence

from schemas import ClaimGroup, EventCluster, Evidence, FigureGroup, Line, Story, Unknown, When
from schemas.extraction import Measure

__all__ = ["bottom_line", "phrase"]

MOST = 5
"""Sentences of the bottom line at most."""
PLACES = 3
"""Places that a sentence names before it counts the rest."""
CITED = 4
"""Places in the articles that a sentence cites at most, one an article first."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_TOLLS: tuple[Measure, ...] = ("killed", "neutralised", "wounded", "captured", "missing", "displaced", "affected")
_INNER = str.maketrans("“”", "‘’")
_BESIDE: frozenset[Measure] = frozenset(["killed", "missing", "wounded"])
"""Tolls that may stand beside the first one."""
_STATUS = {
    "contested": "the sources differ",
    "corroborated": "independent origins agree",
    "not_comparable": "the words cannot be compared",
    "single_origin": "one origin, not independently confirmed",
    "single_source": "one source",
    "superseded": "the latest of several figures",
}


def bottom_line(story: Story) -> tuple[Line, ...]:
    """The sentences: the main event, its figures, what is contested, further events, what is not known."""
    news = _news(story.events)
    if not news:
        return tuple(_claim(claim) for claim in story.claims[:MOST])
    claims = {claim.id: claim for claim in story.claims}
    first, *others = news
    lines = [_happened(first)]
    lines += [_figures(first)] if _tolls(first) else []
    lines += _contest(first, claims)
    lines += [_happened(event) for event in others[: MOST - 1 - len(lines)]]
    lines += _not_known(story.unknowns, [event.id for event in news])
    return tuple(lines[:MOST])


def _news(events: Sequence[EventCluster]) -> list[EventCluster]:
    """Events by weight: the news before the rest, told by many articles before told by one, with figures before without."""
    order = {"main": 0, "secondary": 1, "background": 2}
    return sorted(events, key=lambda event: (order[event.salience], -_articles(event), -len(event.figures), event.id))


def _articles(event: EventCluster) -> int:
    """Articles that tell an event."""
    return len({member.article for member in event.members})


def _happened(event: EventCluster) -> Line:
    """What happened, when and where, and in how many articles."""
    told = f"told by {_articles(event)} articles" if _articles(event) > 1 else f"told by {event.members[0].name}"
    where = _listed([place for place in event.places if _is_name(place)])
    head = ", ".join(part for part in (phrase(event.when), where) if part)
    body = f"{head}: {event.title.rstrip('.')}" if head else event.title.rstrip(".")
    text = f"{body} ({told}{_presented(event)})."
    return Line(
        text=text, evidence=_cite(evidence for member in event.members for evidence in member.evidence), items=(event.id,)
    )


def _is_name(place: str) -> bool:
    """Whether the words of a place are short and begin with a name, so that they read well in a list."""
    return place[:1].isupper() and not any(char.isdigit() for char in place)


def _presented(event: EventCluster) -> str:
    """How the event is presented, where that is not as fact."""
    words = {"attributed": "on a party's word", "contested": "accounts differ", "hedged": "hearsay", "denied": "denied"}
    words |= {"planned": "planned", "hypothetical": "supposed"}
    return f"; {words[event.status]}" if event.status in words else ""


def _listed(places: Sequence[str]) -> str:
    """A few places, and how many more."""
    more = len(places) - PLACES
    return ", ".join(places[:PLACES]) + (f" and {more} more" if more > 0 else "")


def phrase(when: When | None) -> str:
    """A date in words; a missing year is said to be missing, an unresolved date is quoted."""
    if when is None:
        return ""
    if when.start and when.end:
        first, last = f"{when.start.day} {_MONTHS[when.start.month - 1]} {when.start.year}", ""
        if when.end != when.start:
            last = f" to {when.end.day} {_MONTHS[when.end.month - 1]} {when.end.year}"
        return f"{first}{last}"
    if when.month is not None:
        named = _MONTHS[when.month - 1] if when.day is None else f"{when.day} {_MONTHS[when.month - 1]}"
        return named if when.year else f"{named} (year not stated)"
    return f"“{when.text}”" if when.text else ""


def _tolls(event: EventCluster) -> list[FigureGroup]:
    """Its tolls, the gravest and most repeated first."""
    found = [group for group in event.figures if group.measure in _TOLLS and group.scope == "incident"]
    return sorted(found, key=lambda group: (_TOLLS.index(group.measure), -len(group.statements), group.id))


def _figures(event: EventCluster) -> Line:
    """The first tolls of an event, each with who says so."""
    first, *rest = _tolls(event)
    groups = [first, *(group for group in rest if group.measure in _BESIDE)][:2]
    parts = [_toll(group) for group in groups]
    return Line(
        text=f"{'; '.join(parts)}.",
        evidence=_cite(statement.evidence for group in groups for statement in group.statements),
        items=tuple(group.id for group in groups),
    )


def _toll(group: FigureGroup) -> str:
    """One toll: every stated wording, what is counted, who says so, how it stands."""
    words = list(dict.fromkeys(statement.words for statement in group.statements))
    stated = " / ".join(f"“{word}”" for word in words)
    who = " and ".join(group.origins)
    return f"{group.measure.capitalize()}: {stated} {group.counted}, according to {who} ({_STATUS[group.status]})"


def _contest(event: EventCluster, claims: dict[str, ClaimGroup]) -> list[Line]:
    """The first two claims about an event that stand against each other."""
    for one in event.claims:
        for other in claims[one].opposes:
            if other in claims:
                a, b = claims[one], claims[other]
                text = f"{_said(a)}; {_said(b)}."
                found = [appearance.evidence for claim in (a, b) for appearance in claim.appearances]
                return [Line(text=text, evidence=_cite(found), items=(a.id, b.id))]
    return []


def _said(claim: ClaimGroup) -> str:
    """Who says what."""
    content = claim.content.strip().rstrip(" .,;")
    content = (content + "”" * (content.count("“") - content.count("”"))).translate(_INNER)
    return f"{', '.join(claim.speakers) or 'Unnamed sources'}: “{content}”"


def _claim(claim: ClaimGroup) -> Line:
    """A claim as a sentence."""
    return Line(text=f"{_said(claim)}.", evidence=_cite(one.evidence for one in claim.appearances), items=(claim.id,))


def _not_known(unknowns: Sequence[Unknown], news: Sequence[str]) -> list[Line]:
    """The first thing that is not known of the first event, where there is evidence to cite."""
    held = [unknown for unknown in unknowns if unknown.event and unknown.evidence]
    first = sorted(held, key=lambda unknown: news.index(unknown.event) if unknown.event in news else len(news))[:1]
    return [
        Line(text=f"Not known: {unknown.text}", evidence=_cite(unknown.evidence), items=(unknown.event,))
        for unknown in first
        if unknown.event
    ]


def _cite(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """A few places: the first of each article, then the next ones."""
    ordered = list(dict.fromkeys(found))
    first = list({one.article: one for one in reversed(ordered)}.values())[::-1]
    rest = [one for one in ordered if one not in first]
    return tuple((first + rest)[:CITED])
