"""The visible side of a page: its records taken out, its anchors read, and both compared with a page made anew."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from schemas import Briefing
from summarizer.rendering import data
from summarizer.rendering.page import written
from summarizer.rendering.places import Located, Places, Point
from summarizer.rendering.verification.findings import Finding

__all__ = ["Page", "compared", "read"]

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
"""Elements without an end tag (HTML standard)."""
DATA = ("briefing", "places")
MARK = re.compile(r".+-[fc]\d+")
"""Anchors of figures and quotations in the articles."""
MOST = 25
"""Differences that are listed; more say nothing new."""


@dataclass
class Page:
    """What was found in a page."""

    raw: str = ""
    """The element of the records, as it stands."""
    record: str = ""
    """The briefing as JSON."""
    places: str = ""
    """The coordinates as JSON."""
    anchors: dict[str, str] = field(default_factory=dict)
    """Words of every element that has an anchor."""
    inside: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Anchors around it, outermost first."""
    links: dict[str, str] = field(default_factory=dict)
    """Where an anchored link leads."""
    foreign: list[str] = field(default_factory=list)
    """Elements that no page of ours has."""


class Reader(HTMLParser):
    """Reads a page as browsers do, as far as our pages go."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.words: dict[str, list[str]] = {}
        self.scripts: dict[str, list[str]] = {name: [] for name in DATA}
        self.stack: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        anchor = known.get("id", "")
        if tag in ("iframe", "object", "embed", "form", "img", "link", "base") or any(name.startswith("on") for name in known):
            self.page.foreign.append(tag)
        if tag == "script" and (known.get("type") != "application/json" or anchor not in DATA):
            self.page.foreign.append(tag)
        if not known.get("href", "#").startswith("#"):
            self.page.foreign.append(f"{tag} with a link to elsewhere")
        if anchor:
            self.page.inside[anchor] = tuple(name for _, name in self.stack if name)
            self.words.setdefault(anchor, [])
            if "href" in known:
                self.page.links[anchor] = known["href"]
        if tag not in VOID:
            self.stack.append((tag, anchor))

    def handle_endtag(self, tag: str) -> None:
        while self.stack and tag in (name for name, _ in self.stack):
            if self.stack.pop()[0] == tag:
                break

    def handle_data(self, text: str) -> None:
        tag, name = self.stack[-1] if self.stack else ("", "")
        if tag == "script":
            self.scripts.get(name, []).append(text)
            return
        for _, anchor in self.stack:
            if anchor:
                self.words[anchor].append(text)

    def close(self) -> None:
        super().close()
        self.page.anchors = {anchor: "".join(parts) for anchor, parts in self.words.items()}
        self.page.record, self.page.places = ("".join(self.scripts[name]) for name in DATA)


def parsed(page: str) -> Page:
    """What stands in a page."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader.page


def read(page: str) -> Page:
    """The page with its records unpacked. Raises ValueError where it holds none."""
    found = parsed(page)
    if not found.record.strip():
        raise ValueError("the file holds no records of a briefing")
    try:
        found.raw, found.record = found.record, data.unpacked(found.record)
    except ValueError as error:
        raise ValueError("the records in the file are damaged") from error
    return found


def located(text: str) -> Places:
    """The coordinates that a page was made with. Raises ValueError where they are damaged."""
    try:
        known = json.loads(text)
        events = {
            event: tuple(
                Located(one["words"], Point(**one["point"]) if one["point"] else None, one["precision"], one["reason"])
                for one in some
            )
            for event, some in known["events"].items()
        }
        return Places(str(known["title"]), events)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("the coordinates in the file are damaged") from error


def compared(page: str, briefing: Briefing, found: Page) -> tuple[int, list[Finding]]:
    """How many marks were compared, and where the page does not show what its records say."""
    try:
        anew = written(briefing, data.dumped(briefing), located(data.unpacked(found.places)))
    except ValueError as error:
        return 0, [Finding(kind="data", where="places", message=f"Its visible side was not compared: {error}.")]
    anew = repacked(anew, found)
    expected = found if page == anew else parsed(anew)
    marks = sum(MARK.fullmatch(anchor) is not None for anchor in expected.anchors)
    if page == anew:
        return marks, []
    findings = [*foreign(found), *differences(found, expected)][:MOST]
    return marks, findings or [Finding(kind="page", where="page", message="The file is not the page that its records make.")]


def repacked(anew: str, found: Page) -> str:
    """The page made anew with the records packed as they were: another machine's compressor may write other bytes."""
    before, start, rest = anew.partition('id="briefing">')
    packed, end, after = rest.partition("</script>")
    return before + start + found.raw + end + after if data.unpacked(packed) == found.record else anew


def foreign(found: Page) -> Iterator[Finding]:
    """Elements that no page of ours has."""
    for name in dict.fromkeys(found.foreign):
        yield Finding(kind="page", where="page", message=f"The page has an element that was added: {name}.")


def differences(found: Page, expected: Page) -> Iterator[Finding]:
    """Anchors whose words or links are others; of those inside one another only the innermost."""
    wrong = {anchor for anchor in expected.anchors if found.anchors.get(anchor) != expected.anchors[anchor]}
    outer = {name for anchor in wrong for name in expected.inside[anchor]}
    for anchor in expected.anchors:
        if anchor in wrong - outer:
            yield Finding(kind="page", where=anchor, message=told(found.anchors.get(anchor), expected.anchors[anchor]))
        elif found.links.get(anchor) != expected.links.get(anchor) and anchor in found.anchors:
            yield Finding(kind="page", where=anchor, message=f"It should lead to {expected.links.get(anchor, 'nothing')}.")
    for anchor in found.anchors:
        if anchor not in expected.anchors:
            yield Finding(kind="page", where=anchor, message="The page has a part that its records do not make.")


def told(shown: str | None, expected: str) -> str:
    """How the words of an anchor differ."""
    if shown is None:
        return f"“{short(expected)}” is missing from the page."
    return f"The page shows “{short(shown)}”, the records make “{short(expected)}”."


def short(text: str, most: int = 80) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most] + "…"
