"""Footnotes, and words of an article made plain: they never become markup."""

import re
from collections.abc import Iterable, Iterator

from schemas import Briefing, Evidence
from summarizer.rendering import words

__all__ = ["Notes", "code", "escape"]

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


def code(text: str) -> str:
    """Text inside a code span, which knows no escapes: its back-ticks become apostrophes."""
    return " ".join(words.plain(text).replace("`", "'").split())
