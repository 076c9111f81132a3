"""The sources for reference managers: CSL-JSON and BibTeX."""

import re
from json import dumps

from schemas import Briefing, Source
from summarizer.rendering import data, words

__all__ = ["bibtex", "csl"]

TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
"""Characters that TeX reads as commands, with the commands that print them."""
MARKUP = re.compile(r"<(?=[/!?A-Za-z])")
"""What a citation processor may take for rich text (CSL 1.0.2, appendix)."""


def csl(briefing: Briefing) -> str:
    """A list of newspaper articles as CSL-JSON; nothing that is not stated."""
    return data.escaped(dumps([item(source) for source in briefing.sources], ensure_ascii=False, indent=2)) + "\n"


def item(source: Source) -> dict[str, object]:
    """One article."""
    made: dict[str, object] = {
        "id": source.label,
        "type": "article-newspaper",
        "title": untagged(source.headline or source.name),
        "note": untagged(f"{source.path}; text {source.article}"),
    }
    if source.publisher:
        made["container-title"] = untagged(source.publisher)
    if source.published:
        made["issued"] = {"date-parts": [[source.published.year, source.published.month, source.published.day]]}
    return made


def untagged(text: str) -> str:
    """Text on one line in which nothing is a tag: the sign before one becomes a quotation mark that looks like it."""
    return MARKUP.sub("‹", " ".join(words.plain(text).split()))


def bibtex(briefing: Briefing) -> str:
    """One entry for each article (BibLaTeX `@article`, UTF-8)."""
    return "\n".join(entry(source) for source in briefing.sources)


def entry(source: Source) -> str:
    """One article; the label is its key."""
    fields = {
        "title": f"{{{tex(source.headline or source.name)}}}",
        "journaltitle": tex(source.publisher) if source.publisher else None,
        "date": source.published.isoformat() if source.published else None,
        "note": tex(f"{source.path}, text {source.article}"),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{{source.label},\n{lines}}}\n"


def tex(text: str) -> str:
    """Text on one line that TeX prints as it is."""
    return "".join(TEX.get(letter, letter) for letter in " ".join(words.plain(text).split()))
