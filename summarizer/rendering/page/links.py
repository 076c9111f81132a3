"""Links between what is stated and where it stands: every mark knows the places of the page that lead to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from schemas import Briefing, Evidence, Line, Statement, ValidatedClaim, ValidatedExtraction, ValidatedFigure
from summarizer.rendering import words
from summarizer.rendering.page.marks import Kind, Mark

__all__ = ["Links", "Reference"]


@dataclass(frozen=True)
class Reference:
    """A place of the page that leads to a mark."""

    id: str
    """Its anchor."""
    where: str
    """The part of the page, in words."""


@dataclass
class Links:
    """The anchors of one page; made in the order in which the page is written, so that the same page has the same."""

    briefing: Briefing
    labels: dict[str, str] = field(init=False)
    back: dict[str, list[Reference]] = field(default_factory=dict)
    section: str = "bottom line"
    """The part of the page that is being written."""
    split: set[str] = field(default_factory=set)
    """Marks that stand in several parts."""

    def __post_init__(self) -> None:
        self.labels = words.labels(self.briefing)
        self.articles = {one.article.id: one.article for one in self.briefing.extractions}
        self.marks = {one.article.id: marks_of(one, self.labels.get(one.article.id, "")) for one in self.briefing.extractions}
        self.spans = {(article, mark.start, mark.end): mark for article, marks in self.marks.items() for mark in reversed(marks)}
        self.items = {(article, mark.item): mark for article, marks in self.marks.items() for mark in marks}
        self.count = 0

    def enter(self, section: str) -> str:
        """Says which part of the page is being written; gives nothing, for use in a template."""
        self.section = section
        return ""

    def target(self, place: Evidence) -> str | None:
        """The anchor of a place: the mark of exactly these words, or their sentence."""
        label = self.labels.get(place.article)
        if label is None:
            return None
        mark = self.spans.get((place.article, place.start, place.end))
        return mark.name if mark is not None else f"{label}-s{place.sentence}"

    def reference(self, target: str) -> Reference:
        """A new anchor that leads to `target`, remembered there for the way back."""
        self.count += 1
        made = Reference(f"r{self.count}", self.section)
        self.back.setdefault(target, []).append(made)
        return made

    def link(self, target: str | None, text: str, kind: str) -> Markup:
        """A link with its way back; plain text where there is nothing to lead to."""
        if target is None:
            return Markup("<bdi>{}</bdi>").format(words.plain(text))
        made = self.reference(target)
        return Markup('<a class="{}" id="{}" href="#{}"><bdi>{}</bdi></a>').format(kind, made.id, target, words.plain(text))

    def figure(self, said: Statement) -> Markup:
        """The figure in the source's words, leading to its mark."""
        mark = self.items.get((said.article, said.figure))
        article = self.articles.get(said.article)
        if mark is None or article is None:
            return self.link(self.target(said.evidence), said.words, "fig")
        return self.link(mark.name, article.text[mark.start : mark.end], "fig")

    def place(self, place: Evidence) -> Markup:
        """A reference to article and sentence: A1·5."""
        label = self.labels.get(place.article, words.plain(place.name))
        target = self.target(place)
        if target is None:
            return Markup.escape(f"{label}·{place.sentence}")
        return Markup('<a class="ref" id="{}" href="#{}">{}·{}</a>').format(
            self.reference(target).id, target, label, place.sentence
        )

    def places(self, places: Iterable[Evidence]) -> Markup:
        """References to several places; each sentence once."""
        once = {(place.article, place.sentence): place for place in reversed(list(places))}
        return Markup(" ").join(self.place(place) for place in reversed(list(once.values())))

    def line(self, line: Line) -> Markup:
        """A sentence of the bottom line; each figure in it that a source states is a link to its mark."""
        found = sorted(self.cited(line))
        text, shown, here, used = words.plain(line.text), [], 0, set()
        for start, end, target, sentence in found:
            if start >= here:
                shown += [Markup.escape(text[here:start]), self.link(target, line.text[start:end], "fig")]
                here = end
                used.add(sentence)
        shown.append(Markup.escape(text[here:]))
        rest = [place for place in line.evidence if (place.article, place.sentence) not in used]
        return Markup("").join(shown) + (Markup(" ") + self.places(rest) if rest else Markup(""))

    def cited(self, line: Line) -> Iterable[tuple[int, int, str, tuple[str, int]]]:
        """Where the words of a figure that the line cites stand in the line, with their mark."""
        folded = line.text.casefold()
        if len(folded) != len(line.text):
            folded = line.text
        taken: list[tuple[int, int]] = []
        for place, target in self.figures_of(line):
            start = find(folded, place.text.casefold(), taken)
            if start is not None:
                taken.append((start, start + len(place.text)))
                yield start, start + len(place.text), target, (place.article, place.sentence)

    def figures_of(self, line: Line) -> list[tuple[Evidence, str]]:
        """The figures that a line may cite, longest words first: its evidence, then the statements of its items."""
        wanted = set(line.items)
        stated = [
            said.evidence
            for event in self.briefing.story.events
            for group in event.figures
            if group.id in wanted or event.id in wanted
            for said in group.statements
        ]
        loose = (*self.briefing.story.totals, *self.briefing.story.figures)
        stated += [said.evidence for group in loose if group.id in wanted for said in group.statements]
        known = []
        for place in (*line.evidence, *stated):
            mark = self.spans.get((place.article, place.start, place.end))
            if mark is not None and mark.kind == "figure":
                known.append((place, mark.name))
        return sorted(known, key=lambda one: -len(one[0].text))


def find(text: str, word: str, taken: Sequence[tuple[int, int]]) -> int | None:
    """The first place of `word` in `text` as whole words that nothing has taken."""
    start = text.find(word)
    while start >= 0 and word:
        end = start + len(word)
        whole = not (start and text[start - 1].isalnum() and word[0].isalnum())
        whole = whole and not (end < len(text) and text[end].isalnum() and word[-1].isalnum())
        if whole and not any(start < high and low < end for low, high in taken):
            return start
        start = text.find(word, start + 1)
    return None


def marks_of(one: ValidatedExtraction, label: str) -> list[Mark]:
    """The marks of one article: its figures, then its claims, that stand in the text and were not rejected.

    Their anchors count them; the ids that a model chose may be any words.
    """
    marks = []
    kinds: tuple[tuple[Kind, tuple[ValidatedFigure | ValidatedClaim, ...]], ...] = (
        ("figure", one.figures),
        ("claim", one.claims),
    )
    for kind, items in kinds:
        for number, item in enumerate(items, 1):
            if item.start is None or item.end is None or item.decision == "rejected":
                continue
            if 0 <= item.start < item.end <= len(one.article.text):
                name = f"{label}-{kind[0]}{number}"
                marks.append(Mark(item.start, item.end, kind, name, item.id, item.decision == "review"))
    return marks
