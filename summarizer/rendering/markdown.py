"""The briefing as Markdown that reads like a situation report.

Footnotes lead to article and sentence; the front matter and the callouts are those that Obsidian reads. Words of an
article are escaped: they never become a heading, a link, a picture, markup, a formula or a tag.
"""

import json as data
import re
from collections.abc import Iterable, Iterator, Sequence

from schemas import Briefing, ClaimGroup, EventCluster, Evidence, FigureGroup, Line, Statement, Unverified
from summarizer.rendering import choice, words
from summarizer.rendering.choice import (
    Value,
    contested,
    key_figures,
    loose_claims,
    near_misses,
    opposed,
    period,
    places,
    provenance,
    readers,
    values,
)
from summarizer.rendering.page import summary
from summarizer.text import fold

__all__ = ["markdown"]

MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$]|&(?=[#\w])|:(?=//)|(?<=www)\.|(?<=[=%])[=%]|^[-+=](?!\d)|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
"""Characters that Markdown, GitHub or Obsidian read as markup where they stand; a backslash makes each of them plain."""


class Notes:
    """The footnotes of one document, each place once, in the order of the articles."""

    def __init__(self, briefing: Briefing) -> None:
        self.labels = words.labels(briefing)
        self.titles = {source.article: words.cited(source) for source in briefing.sources}
        self.quotes: dict[tuple[str, int], str] = {}

    def mark(self, places: Iterable[Evidence]) -> str:
        """The footnote marks of some places; the same sentence twice gives one mark."""
        marks: dict[str, None] = {}
        for place in places:
            label = self.labels.get(place.article)
            if label is None:
                continue
            self.quotes.setdefault((label, place.sentence), place.quote)
            marks[f"[^{label}-{place.sentence}]"] = None
        return "".join(marks)

    def lines(self) -> Iterator[str]:
        """The footnotes themselves."""
        for (label, sentence), quote in sorted(self.quotes.items(), key=lambda note: (int(note[0][0][1:]), note[0][1])):
            yield f"[^{label}-{sentence}]: {label}, sentence {sentence}: “{escape(quote)}”"


def escape(text: str) -> str:
    """Text of an article or a model on one line, with every mark of Markdown made a plain character."""
    return MARKUP.sub(r"\\\g<0>", " ".join(words.plain(text).split()))


def markdown(briefing: Briefing) -> str:
    """The whole report, ending with its footnotes and a line feed."""
    notes = Notes(briefing)
    sections = (
        front_matter(briefing),
        head(briefing),
        bottom_line(briefing, notes),
        figures(briefing, notes),
        disputed(briefing, notes),
        events(briefing, notes),
        totals(briefing, notes),
        claims(briefing, notes),
        unverified(briefing, notes),
        unknown(briefing, notes),
        sources(briefing),
        method(briefing),
        notes.lines(),
    )
    blocks = ("\n".join(lines).strip("\n") for lines in sections)
    return "\n\n".join(block for block in blocks if block) + "\n"


def front_matter(briefing: Briefing) -> Iterator[str]:
    """YAML, each value written as JSON, which is YAML too."""
    strip = briefing.strip
    yield "---"
    for key, value in (
        ("title", words.capital(words.plain(briefing.title))),
        ("date", None if briefing.as_of is None else briefing.as_of.isoformat()),
        ("period_start", None if briefing.period_start is None else briefing.period_start.isoformat()),
        ("period_end", None if briefing.period_end is None else briefing.period_end.isoformat()),
        ("articles", len(briefing.sources)),
        ("origins", strip.origins),
        ("verified", strip.verified),
        ("to_review", strip.review),
        ("contested", strip.contested),
        ("opposed", len(opposed(briefing))),
        ("rejected", strip.rejected),
        ("read_by", readers(briefing)),
        ("briefing", briefing.id),
        ("tags", ["briefing"]),
    ):
        if value is not None:
            yield f"{key}: {data.dumps(value, ensure_ascii=False)}"
    yield "---"


def head(briefing: Briefing) -> Iterator[str]:
    """Title, when and where, and how much of it holds."""
    strip = briefing.strip
    found = places(briefing)
    yield f"# {escape(words.capital(briefing.title))}"
    yield ""
    yield f"**As of:** {choice.as_of(briefing)}  "
    yield f"**Period of the events:** {period(briefing)}  "
    yield f"**Places:** {escape(', '.join(found)) if found else 'none stated'}  "
    origins = words.count(strip.origins, "independent origin")
    yield f"**Based on:** {words.count(len(briefing.sources), 'article')}, {origins} of figures  "
    yield (
        f"**Figures:** {strip.verified} verified, {strip.review} to review, {strip.rejected} rejected; "
        f"{choice.disputes(briefing)}  "
    )
    yield f"**Read by:** {escape('; '.join(readers(briefing)) or 'not recorded')}"


def bottom_line(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """The sentences a reader takes away."""
    yield "## Bottom line"
    yield ""
    for line in briefing.bottom_line:
        yield f"- {sentence(line, notes)}"
    if not briefing.bottom_line:
        yield "Nothing in the articles could be put into a sentence."


def sentence(line: Line, notes: Notes) -> str:
    """One sentence with the marks of its places."""
    return escape(line.text) + notes.mark(line.evidence)


def figures(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """The key figures: what was counted, where, and who states it."""
    key = key_figures(briefing)
    if not key.shown:
        return
    yield "## Key figures"
    yield ""
    yield "| Figure | What | Stated by | Event | Standing |"
    yield "| --- | --- | --- | --- | --- |"
    for event, group in key.shown:
        for value in values(group):
            yield "| " + " | ".join(key_row(event, group, value, notes)) + " |"
    if key.more:
        yield ""
        yield key.rest


def key_row(event: EventCluster | None, group: FigureGroup, value: Value, notes: Notes) -> tuple[str, ...]:
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


def wordings(group: FigureGroup, value: Value, notes: Notes) -> str:
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
    for event, group in contested(briefing):
        nothing = False
        kind = "Contested" if group.status == "contested" else "Changed"
        title = f"{kind}: {escape(words.counted(group))}, {escape(where_and_when(event))}"
        yield f"> [!warning] {title}"
        for said in group.statements:
            yield f"> - {statement(group, said, notes)} ({escape(notes.titles[said.article])})"
        yield ">"
        yield f"> Why: {escape(group.explanation)}"
        yield ""
    for one, other in opposed(briefing):
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
        shown, more = near_misses(event)
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


def figure_lines(group: FigureGroup, notes: Notes) -> Iterator[str]:
    """One figure group: its range and standing, then each statement."""
    reach = words.shown_range(group)
    ranged = f" Range: {escape(reach)}." if reach and len(group.statements) > 1 else ""
    yield f"- {words.capital(escape(words.counted(group)))} ({words.STANDING[group.status]}).{ranged}"
    for said in group.statements:
        yield f"    - {statement(group, said, notes)}"


def claim(group: ClaimGroup, notes: Notes) -> str:
    """One claim: who, what they do by saying it, and the words."""
    speakers = escape(", ".join(group.speakers)) or "Unnamed sources"
    hedged = " *(hearsay)*" if group.hedged else ""
    mark = notes.mark(seen.evidence for seen in group.appearances)
    return f"{speakers} ({words.ACTS[group.act]}): “{escape(group.content)}”{mark}{hedged}"


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


def claims(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """Claims that belong to no event; the others stand under theirs."""
    loose = loose_claims(briefing)
    if not loose:
        return
    yield "## Other claims"
    yield ""
    for group in loose:
        yield f"- {claim(group, notes)}"


def unverified(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """What was left out, with the reason."""
    yield "## Not verified and left out"
    yield ""
    for left in briefing.unverified:
        yield f"- {left_out(left, notes)}"
    for failure in briefing.failures:
        yield f"- {escape(failure.path)}: {escape(failure.message)}"
    if not (briefing.unverified or briefing.failures):
        yield "No figure, date, name or quotation was rejected."
    held = list(summary.held(briefing))
    if held:
        yield ""
        yield "Figures in parts that are not news, which enter no event:"
        yield ""
    for one in held:
        yield f"- “{escape(one.figure)}” ({one.source.label}, {words.spoken(one.part.kind)}): “{escape(summary.short(one.text))}”"


def left_out(left: Unverified, notes: Notes) -> str:
    """One item that failed its check."""
    label = notes.labels.get(left.article, left.name)
    mark = notes.mark(left.check.evidence[:1])
    kind = {"review": "to review", "rejected": "rejected", "accepted": "accepted"}[left.check.decision]
    return f"“{escape(left.check.text)}” ({left.check.of}, {escape(label)}, {kind}): {escape(left.check.explanation)}{mark}"


def unknown(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """What a reader will ask and no article answers."""
    yield "## Not known"
    yield ""
    for item in briefing.story.unknowns:
        yield f"- {escape(item.text)}{notes.mark(item.evidence)}"
    if not briefing.story.unknowns:
        yield "No open question was found."


def sources(briefing: Briefing) -> Iterator[str]:
    """The articles under their labels."""
    yield "## Sources"
    yield ""
    for source in briefing.sources:
        published = "date not stated" if source.published is None else words.day(source.published)
        title = escape(choice.titled(briefing, source))
        publisher = f", {escape(source.publisher)}" if source.publisher else ""
        yield f"- **{source.label}** {title}{publisher}, {published}. `{code(source.path)}`, text {source.article}"
    origins = choice.origins(briefing)
    if origins:
        yield ""
        yield f"Origins of figures ({len(origins)}): {escape('; '.join(origins))}."


def code(text: str) -> str:
    """Text inside a code span, which knows no escapes: its back-ticks become apostrophes."""
    return " ".join(words.plain(text).replace("`", "'").split())


def method(briefing: Briefing) -> Iterator[str]:
    """How it came about, and what the marks mean."""
    yield "## Method"
    yield ""
    yield (
        (
            "Every figure was compared with the sentence it comes from. A mark such as [A1-5] leads to article A1, sentence 5. "
            "An origin is whoever a figure goes back to: the speaker, or the body that the speaker speaks for, or the publisher "
            "where an article speaks itself; one article may carry several. Statements of one origin count once; nothing is "
            "added or averaged. “To review” means that the words differ from the source in a way a person should see."
        )
        .replace("[", "\\[")
        .replace("]", "\\]")
    )
    worded = "by rules from the records" if briefing.worded_by == "rules" else "by the model, then checked"
    yield ""
    yield f"Bottom line worded {worded}. {escape(made_with(provenance(briefing)))} Briefing {briefing.id}."


def made_with(known: Sequence[str]) -> str:
    """Models and prompts in one sentence."""
    return f"Extracted with {'; '.join(known)}." if known else "How it was extracted is not recorded."
