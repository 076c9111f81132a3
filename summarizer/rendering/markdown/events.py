"""Events in the report, each with its figures, its claims, and why its articles were joined."""

from collections.abc import Iterator

from schemas import Briefing, EventCluster
from summarizer.rendering import choice, words
from summarizer.rendering.markdown.claims import claim
from summarizer.rendering.markdown.figures import figure_lines
from summarizer.rendering.markdown.notes import Notes, escape

__all__ = ["events"]


def events(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """Every event in the order of the story, with its figures, claims and the reasons for joining."""
    yield f"## {choice.EVENTS}"
    titles = {event.id: event.title for event in briefing.story.events}
    groups = {group.id: group for group in briefing.story.claims}
    for event in briefing.story.events:
        yield ""
        yield f"### {escape(words.when(event.when))}: {escape(words.capital(event.title))}"
        yield ""
        yield event_line(event) + notes.mark(place for member in event.members for place in member.evidence[:1])
        yield ""
        for group in event.figures:
            yield from figure_lines(group, notes)
        for name in event.claims:
            if name in groups:
                yield f"- Claim: {claim(groups[name], notes)}"
        for link in event.joined:
            yield f"- Same event: {escape(words.reason(link.reason))}"
        shown, more = choice.near_misses(event)
        for link in shown:
            other = titles.get(link.b if link.a == event.id else link.a)
            label = "Possibly the same" if link.kind == "possible" else "Kept apart"
            yield f"- {label}{'' if other is None else f' ({escape(other)})'}: {escape(words.reason(link.reason))}"
        if more:
            yield f"- {more} more possible or rejected matches stand in the JSON."
    if not briefing.story.events:
        yield ""
        yield "No event was found."


def event_line(event: EventCluster) -> str:
    """Type, place, actors, outcome and standing of an event on one line."""
    parts = [words.spoken(event.type).capitalize(), escape(", ".join(event.places)) or "place not stated"]
    by, against, both = choice.sides(event)
    if by:
        parts.append("by " + escape(", ".join(by)))
    if against:
        parts.append("against " + escape(", ".join(against)))
    if both:
        parts.append("on which side is not clear: " + escape(", ".join(both)))
    parts += [words.OUTCOMES[outcome] for outcome in event.outcomes if outcome in words.OUTCOMES]
    parts.append(f"**{event.status}**" if event.status in ("contested", "denied") else event.status)
    if event.salience == "background":
        parts.append("background")
    return " · ".join(parts)
