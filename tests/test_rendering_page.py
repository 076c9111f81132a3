"""The page as text: its parts, its links, its marks; a browser looks at it in test_page_browser.py."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.rendering import render
from summarizer.rendering.page.marks import Close, Mark, Open, Words, nested
from tests.briefings import Desk, ardava, briefing, large
from tests.briefings.hostile import hostile


def page() -> str:
    made = render(ardava(), "html")
    assert isinstance(made, str)
    return made


class Anchors(HTMLParser):
    """Ids, links and the words of every mark."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.words: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if known.get("id"):
            self.ids.append(known["id"] or "")
        if tag == "a":
            self.links.append((known.get("id") or "", known.get("href") or ""))
        if tag == "mark" or (tag == "a" and known.get("class") == "fig"):
            self.open.append(known.get("id") or "")
        elif tag == "a" or tag == "span":
            self.open.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("mark", "a", "span") and self.open:
            self.open.pop()

    def handle_data(self, text: str) -> None:
        for name in self.open:
            if name:
                self.words[name] = self.words.get(name, "") + text


def anchors(text: str) -> Anchors:
    reader = Anchors()
    reader.feed(text)
    return reader


@pytest.mark.parametrize("made", [ardava, hostile, lambda: large(3)], ids=["ardava", "hostile", "large"])
def test_every_anchor_is_one_and_every_link_has_one(made: object) -> None:
    assert callable(made)
    text = render(made(), "html")
    assert isinstance(text, str)
    found = anchors(text)
    assert len(found.ids) == len(set(found.ids))
    assert {link.removeprefix("#") for _, link in found.links} - set(found.ids) == set()


def test_every_figure_leads_to_a_mark_of_the_same_words() -> None:
    found = anchors(page())
    figures = {name: link.removeprefix("#") for name, link in found.links if name in found.words and "-f" in link}
    shown = {name: found.words[name].casefold() for name in figures}
    assert len(figures) > 20
    assert shown == {name: found.words[target].casefold() for name, target in figures.items()}


def test_overlapping_quotations_are_split_and_light_up_together() -> None:
    text = page()
    assert 'class="claim part-A1-c2" id="A1-c2"' in text or 'class="claim part-A1-c1" id="A1-c1"' in text
    assert re.search(r"body:has\(#A1-c\d:target\) \.part-A1-c\d\{outline", text)


def test_the_policy_names_the_style_by_its_hash_and_forbids_the_rest() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page())
    assert policy is not None
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[\w+/]+='; base-uri 'none'; form-action 'none'", policy[1])


def test_a_rejected_figure_stands_only_under_left_out() -> None:
    text = page()
    assert text.index("<s><bdi>45</bdi></s>") > text.index('id="left-out"')
    assert text.count("<bdi>45</bdi>") == 1


def test_a_sum_of_money_in_a_teaser_is_listed_as_not_news() -> None:
    text = page()
    place = text.index("<bdi>$714,000</bdi>")
    assert text.index('id="left-out"') < place < text.index('id="unknown"')


spans = st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["figure", "claim"]))


@given(st.text(min_size=40, max_size=40), st.lists(spans, max_size=8))
def test_marks_are_well_nested_and_lose_no_character(text: str, places: list[tuple[int, int, str]]) -> None:
    marks = [
        Mark(start, end, "figure" if kind == "figure" else "claim", f"m{number}")
        for number, (start, end, kind) in enumerate(places)
        if start < end
    ]
    stack: list[Mark] = []
    covered: dict[str, int] = {}
    words = ""
    for event in nested(text, marks):
        if isinstance(event, Open):
            stack.append(event.mark)
        elif isinstance(event, Close):
            assert stack.pop() == event.mark
        else:
            assert isinstance(event, Words)
            words += event.text
            for mark in stack:
                covered[mark.name] = covered.get(mark.name, 0) + len(event.text)
    assert stack == []
    assert words == text
    assert covered == {mark.name: mark.end - mark.start for mark in marks}


@given(st.lists(spans, max_size=8))
def test_a_figure_that_crosses_no_other_figure_stays_whole(places: list[tuple[int, int, str]]) -> None:
    figures = [(start, end) for start, end, kind in places if kind == "figure" and start < end]
    marks = [
        Mark(start, end, "figure" if kind == "figure" else "claim", f"m{number}")
        for number, (start, end, kind) in enumerate(places)
        if start < end
    ]
    parts = [event.mark for event in nested("x" * 40, marks) if isinstance(event, Open) and event.mark.kind == "figure"]
    for start, end in figures:
        if not any(low < start < high < end or start < low < end < high for low, high in figures):
            assert any((mark.start, mark.end, mark.part, mark.last) == (start, end, 0, True) for mark in parts)


def test_each_mark_begins_once_and_ends_once() -> None:
    marks = [Mark(0, 10, "claim", "a"), Mark(5, 15, "claim", "b"), Mark(8, 12, "figure", "c")]
    opened = [event.mark for event in nested("x" * 20, marks) if isinstance(event, Open)]
    assert sorted(mark.name for mark in opened if mark.part == 0) == ["a", "b", "c"]
    assert sorted(mark.name for mark in opened if mark.last) == ["a", "b", "c"]


def test_words_outside_every_sentence_are_shown_before_the_sentence_they_lead_into() -> None:
    desk = Desk("wire", "TOLM, 4 March -- Rebels attacked. They fled.")
    first = desk.article.sentences[0]
    moved = first.model_copy(update={"start": desk.article.text.index("Rebels")})
    desk.article = desk.article.model_copy(update={"sentences": (moved, *desk.article.sentences[1:])})
    made = render(briefing([desk], []), "html")
    assert isinstance(made, str)
    assert '<p dir="auto" class="headline"><span class="stray">TOLM, 4 March -- </span> <span class="s" id="A1-s1"' in made
