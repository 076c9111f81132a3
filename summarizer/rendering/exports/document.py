"""The briefing as a Word document (extra `docx`)."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from schemas import Briefing, ClaimGroup, EventCluster, Evidence, FigureGroup, Statement
from summarizer.exceptions import MissingExtra
from summarizer.rendering import choice, words
from summarizer.rendering.page import summary

__all__ = ["docx"]

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can hold; the clock must not change the bytes."""


def docx(briefing: Briefing) -> bytes:
    """The report with its tables; references name article and sentence, the sentences stand at the end. Raises MissingExtra."""
    try:
        from docx import Document
    except ImportError as error:
        raise MissingExtra("docx", "Writing DOCX") from error
    paper = Paper(briefing, Document())
    paper.head()
    paper.figures()
    paper.disputed()
    paper.events()
    paper.rest()
    paper.evidence()
    properties = paper.document.core_properties
    properties.author, properties.title = "summarizer", words.plain(briefing.title)[:255]
    properties.created = properties.modified = datetime(1980, 1, 1)  # the library takes no time zone
    out = io.BytesIO()
    paper.document.save(out)
    return frozen(out.getvalue())


def frozen(archive: bytes) -> bytes:
    """The same ZIP file with every entry at one time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename, EPOCH), old.read(entry), zipfile.ZIP_DEFLATED)
    return out.getvalue()


LINKED = {"apart": "Kept apart", "possible": "Possibly the same", "same": "Same event"}
"""What a link says, in words."""


class Paper:
    """A document being written."""

    def __init__(self, briefing: Briefing, document: Any) -> None:  # Any: python-docx has no types of its own
        self.briefing = briefing
        self.document = document
        self.bullet = document.styles["List Bullet"].style_id
        self.labels = words.labels(briefing)
        self.cited = {source.article: words.cited(source) for source in briefing.sources}
        self.quotes: dict[tuple[str, int], str] = {}

    def mark(self, places: Iterable[Evidence]) -> str:
        """References to places, remembered for the list of sentences."""
        marks: dict[str, None] = {}
        for place in places:
            if place.article in self.labels:
                self.quotes.setdefault((self.labels[place.article], place.sentence), place.quote)
                marks[f"{self.labels[place.article]}-{place.sentence}"] = None
        return f" [{', '.join(marks)}]" if marks else ""

    def heading(self, text: str, level: int) -> None:
        """A heading."""
        self.document.add_heading(words.plain(text), level)

    def text(self, text: str) -> None:
        """A paragraph."""
        self.document.add_paragraph(words.plain(text))

    def bullets(self, texts: Iterable[str], otherwise: str) -> None:
        """A list, or one sentence where it is empty."""
        nothing = True
        for text in texts:
            nothing = False
            # By its id: looking a style up by name reads the whole style sheet each time.
            self.document.add_paragraph(words.plain(text))._p.style = self.bullet
        if nothing:
            self.text(otherwise)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table with a head."""
        table = self.document.add_table(rows=1, cols=len(head), style="Light Grid Accent 1")
        for cell, text in zip(table.rows[0].cells, head, strict=True):
            cell.text = text
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = words.plain(text)

    def head(self) -> None:
        """Title, facts, bottom line."""
        briefing, strip = self.briefing, self.briefing.strip
        self.heading(briefing.title, 0)
        self.text(f"As of: {choice.as_of(briefing)}. Period of the events: {choice.period(briefing)}.")
        self.text(f"Places: {', '.join(choice.places(briefing)) or 'none stated'}.")
        self.text(
            f"{words.count(len(briefing.sources), 'article')}, {words.count(strip.origins, 'independent origin')}. Figures: "
            f"{strip.verified} verified, {strip.review} to review, {strip.rejected} rejected; {choice.disputes(briefing)}."
        )
        self.text(f"Read by {'; '.join(choice.readers(briefing)) or 'a model that is not recorded'}.")
        self.heading("Bottom line", 1)
        lines = (line.text + self.mark(line.evidence) for line in briefing.bottom_line)
        self.bullets(lines, "Nothing in the articles could be put into a sentence.")

    def figures(self) -> None:
        """The table of key figures."""
        chosen = choice.key_figures(self.briefing)
        if chosen.shown:
            self.heading("Key figures", 1)
            rows = (self.key(event, group, value) for event, group in chosen.shown for value in choice.values(group))
            self.table(("Figure", "What", "Event", "Stated by", "Standing"), rows)
        if chosen.more:
            self.text(chosen.rest())

    def key(self, event: EventCluster | None, group: FigureGroup, value: choice.Value) -> tuple[str, ...]:
        """One row of it."""
        told, before = choice.figure(group, value), choice.earlier(event, group)
        if len(value.wordings) > 1:
            told += f" ({len(value.wordings)} wordings: {', '.join(said.words for said in value.wordings)})"
        told += "".join(self.softened(group, said) for said in value.statements)
        return (
            told + self.mark(said.evidence for said in value.statements),
            words.counted(group, value.first) + (f" ({before})" if before else ""),
            words.named(event) if event is None else f"{words.named(event)}, {words.when(event.when)}",
            "; ".join(value.speakers),
            words.STANDING[group.status],
        )

    def softened(self, group: FigureGroup, said: Statement) -> str:
        """The article's own word where it speaks of no death, with its place; empty where it does."""
        own = words.softened(group, said)
        return f" (“{own}” in {self.labels.get(said.article, said.name)}-{said.evidence.sentence})" if own else ""

    def disputed(self) -> None:
        """Contested and changed figures, opposite claims."""
        self.heading("Contested and changed", 1)
        chosen = choice.contested(self.briefing)
        for event, group in chosen:
            self.heading(f"{words.STANDING[group.status]}: {words.counted(group)}, {words.named(event)}", 2)
            rows = ((said.words, said.counted, words.said_by(said), self.where(said)) for said in group.statements)
            self.table(("Value, as stated", "Of", "Stated by", "Article"), rows)
            self.text(f"Why they differ: {group.explanation}")
        for one, other in choice.opposed(self.briefing):
            self.bullets((self.claim(one), self.claim(other)), "")
            self.text(f"Why they differ: {one.reason or other.reason or 'not stated'}")
        if not chosen and not choice.opposed(self.briefing):
            self.text("No disagreement between the sources was found.")

    def where(self, said: Statement) -> str:
        """Article and sentence of a statement."""
        return self.cited.get(said.article, said.name) + self.mark((said.evidence,))

    def claim(self, group: ClaimGroup) -> str:
        """A claim on one line."""
        speakers = ", ".join(group.speakers) or "Unnamed sources"
        mark = self.mark(seen.evidence for seen in group.appearances)
        return f"{speakers} ({words.ACTS[group.act]}): “{group.content}”{mark}"

    def group(self, group: FigureGroup) -> str:
        """A figure group on one line."""
        told = "; ".join(
            f"“{said.words}”{self.softened(group, said)} {words.said_by(said)}{self.mark((said.evidence,))}"
            for said in group.statements
        )
        return f"{words.capital(words.counted(group))} ({words.STANDING[group.status]}): {told}"

    def events(self) -> None:
        """Events in the order of the story."""
        self.heading(choice.EVENTS, 1)
        claims = {group.id: group for group in self.briefing.story.claims}
        for event in self.briefing.story.events:
            self.heading(f"{words.when(event.when)}: {words.named(event)}", 2)
            places = ", ".join(event.places) or "place not stated"
            told = self.mark(place for member in event.members for place in member.evidence[:1])
            self.text(f"{words.capital(words.spoken(event.type))}; {places}; {event.status}.{told}")
            lines = [self.group(group) for group in event.figures]
            lines += [self.claim(claims[name]) for name in event.claims if name in claims]
            lines += [f"{LINKED[link.kind]}: {words.reason(link.reason)}" for link in (*event.joined, *event.apart)]
            self.bullets(lines, "No figure and no statement.")
        loose = [*self.briefing.story.totals, *self.briefing.story.figures]
        if loose:
            self.heading("Totals and other figures", 1)
            self.bullets((self.group(group) for group in loose), "")

    def rest(self) -> None:
        """Other claims, what was left out, what is not known, the sources."""
        briefing = self.briefing
        loose = choice.loose_claims(briefing)
        if loose:
            self.heading("Other claims", 1)
            self.bullets(map(self.claim, loose), "")
        self.heading("Not verified and left out", 1)
        left = [
            f"“{one.check.text}” ({one.check.of}, {self.labels.get(one.article, one.name)}): {one.check.explanation}"
            for one in briefing.unverified
        ]
        left += [f"{one.path}: {one.message}" for one in briefing.failures]
        self.bullets(left, "No figure, date, name or quotation was rejected.")
        held = [f"“{one.figure}” ({one.source.label}, {words.spoken(one.part.kind)})" for one in summary.held(briefing)]
        if held:
            self.text("Figures in parts that are not news, which enter no event:")
            self.bullets(held, "")
        self.heading("Not known", 1)
        self.bullets((one.text + self.mark(one.evidence) for one in briefing.story.unknowns), "No open question was found.")
        self.heading("Sources", 1)
        self.bullets(
            (f"{words.cited(one)}: {choice.titled(briefing, one)} (text {one.article})" for one in briefing.sources), "None."
        )
        origins = choice.origins(briefing)
        if origins:
            self.text(f"Origins of figures ({len(origins)}), each whoever a figure goes back to: {'; '.join(origins)}.")

    def evidence(self) -> None:
        """The sentences that were referred to."""
        self.heading("Sentences", 1)
        ordered = sorted(self.quotes.items(), key=lambda note: (int(note[0][0][1:]), note[0][1]))
        self.bullets((f"{label}-{sentence}: {quote}" for (label, sentence), quote in ordered), "None.")
