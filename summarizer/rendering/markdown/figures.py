"""Figures in the report: those shown first, those that sources dispute, and each with who states it."""

from collections.abc import Iterator

from schemas import Briefing, EventCluster, FigureGroup, Statement
from summarizer.rendering import choice, words
from summarizer.rendering.markdown.claims import claim
from summarizer.rendering.markdown.notes import Notes, escape
from summarizer.text import fold

__all__ = ["disputed", "figure_lines", "figures", "totals"]


def figures(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """The key figures: what was counted, where, and who states it."""
    key = choice.key_figures(briefing)
    if not key.shown:
        return
    yield "## Key figures"
    yield ""
    yield "| Figure | What | Stated by | Event | Standing |"
    yield "| --- | --- | --- | --- | --- |"
    for event, group in key.shown:
        for value in choice.values(group):
            yield "| " + " | ".join(key_row(event, group, value, notes)) + " |"
    if key.more:
        yield ""
        yield key.rest()


def key_row(event: EventCluster | None, group: FigureGroup, value: choice.Value, notes: Notes) -> tuple[str, ...]:
    """The cells of one stated value."""
    about = words.named(event) if event is None else f"{words.named(event)}, {words.when(event.when)}"
    before = choice.earlier(event, group)
    review = " *(to review)*" if any(said.decision == "review" for said in value.statements) else ""
    return (
        f"**{escape(choice.figure(group, value))}**{wordings(group, value, notes)}{review}",
        escape(words.counted(group, value.first)) + (f" *({before})*" if before else ""),
        escape("; ".join(value.speakers)),
        escape(about),
        words.STANDING[group.status],
    )


def wordings(group: FigureGroup, value: choice.Value, notes: Notes) -> str:
    """The marks of a value; of several wordings each with its own, and the article's word where it speaks of no death."""
    soft = "".join(
        dict.fromkeys(f" ({softened(group, said, notes)})" for said in value.statements if words.softened(group, said))
    )
    if len(value.wordings) == 1:
        return notes.mark(said.evidence for said in value.statements) + soft
    told = ", ".join(escape(said.words) + notes.mark((said.evidence,)) for said in value.wordings)
    return f" ({len(value.wordings)} wordings: {told}){soft}"


def softened(group: FigureGroup, said: Statement, notes: Notes) -> str:
    """The article's own word for the dead, with its place."""
    label = notes.labels.get(said.article, said.name)
    return f"“{escape(words.softened(group, said))}” in {escape(label)}-{said.evidence.sentence}"


def disputed(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """Figures on which sources differ, or that changed, and claims that oppose one another."""
    yield "## Contested and changed"
    yield ""
    nothing = True
    for event, group in choice.contested(briefing):
        nothing = False
        kind = "Contested" if group.status == "contested" else "Changed"
        title = f"{kind}: {escape(words.counted(group))}, {escape(where_and_when(event))}"
        yield f"> [!warning] {title}"
        for said in group.statements:
            yield f"> - {statement(group, said, notes)} ({escape(notes.titles[said.article])})"
        yield ">"
        yield f"> Why: {escape(group.explanation)}"
        yield ""
    for one, other in choice.opposed(briefing):
        nothing = False
        yield "> [!warning] Opposite claims"
        yield f"> - {claim(one, notes)}"
        yield f"> - {claim(other, notes)}"
        if one.reason or other.reason:
            yield ">"
            yield f"> Why: {escape(one.reason or other.reason or '')}"
        yield ""
    if nothing:
        yield "No disagreement between the sources was found."


def where_and_when(event: EventCluster | None) -> str:
    """Title, place and date of an event, as far as known."""
    if event is None:
        return words.named(event)
    return ", ".join((words.named(event), *event.places[:2], words.when(event.when)))


def statement(group: FigureGroup, said: Statement, notes: Notes) -> str:
    """One statement of a figure: the words, who says it, and where."""
    mark = notes.mark((said.evidence,))
    review = " *(to review)*" if said.decision == "review" else ""
    soft = f" ({softened(group, said, notes)})" if words.softened(group, said) else ""
    repeated = fold(said.counted) == fold(said.words)
    counted = "" if repeated else f" {escape(said.counted)}"
    return f"“{escape(said.words)}”{counted}{soft}: {escape(words.said_by(said))}{mark}{review}"


def figure_lines(group: FigureGroup, notes: Notes) -> Iterator[str]:
    """One figure group: its range and standing, then each statement."""
    reach = words.shown_range(group)
    ranged = f" Range: {escape(reach)}." if reach and len(group.statements) > 1 else ""
    yield f"- {words.capital(escape(words.counted(group)))} ({words.STANDING[group.status]}).{ranged}"
    for said in group.statements:
        yield f"    - {statement(group, said, notes)}"


def totals(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """Totals over a period and figures of no event; they stand apart and are never added."""
    story = briefing.story
    if not (story.totals or story.figures):
        return
    yield "## Totals and other figures"
    yield ""
    yield "Totals are never added to the figures of an event."
    yield ""
    for group in (*story.totals, *story.figures):
        yield from figure_lines(group, notes)
