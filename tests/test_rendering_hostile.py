"""An article that attacks comes out inert in every format."""

import csv
import io
import re
import zipfile
from html.parser import HTMLParser
from json import loads
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from schemas import Briefing
from summarizer.rendering import FORMATS, render
from tests.briefings.hostile import hostile

TEXTS = [name for name, one in FORMATS.items() if not one.binary]
MISLEADING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
FORMULA = tuple("=+-@\t\r")


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return hostile()


def text_of(briefing: Briefing, name: str) -> str:
    made = render(briefing, name)
    assert isinstance(made, str)
    return made


class Elements(HTMLParser):
    """Every element that a browser would make."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(page: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = Elements()
    reader.feed(page)
    return reader.found


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_written_without_an_error(briefing: Briefing, name: str) -> None:
    assert render(briefing, name)


@pytest.mark.parametrize("name", TEXTS)
def test_no_character_misleads_the_eye_or_breaks_a_reader(briefing: Briefing, name: str) -> None:
    assert MISLEADING.findall(text_of(briefing, name)) == []


@pytest.mark.parametrize("name", TEXTS)
def test_it_can_be_stored_as_utf_8(briefing: Briefing, name: str) -> None:
    assert text_of(briefing, name).encode("utf-8").decode("utf-8") == text_of(briefing, name)


def test_the_page_has_only_our_two_data_blocks_and_links_inside_itself(briefing: Briefing) -> None:
    found = elements(text_of(briefing, "html"))
    assert [attrs.get("type") for tag, attrs in found if tag == "script"] == ["application/json", "application/json"]
    assert [attrs["href"] for _, attrs in found if not (attrs.get("href") or "#").startswith("#")] == []
    assert [name for _, attrs in found for name in attrs if name.startswith("on") or name == "src" or name == "style"] == []
    assert {tag for tag, _ in found} & {"img", "iframe", "object", "form", "b-a-d"} == set()
    assert [tag for tag, _ in found].count("style") == 1


def test_the_page_does_not_run_templates_of_an_article(briefing: Briefing) -> None:
    assert "{{ 7*7 }}" in text_of(briefing, "html")


def test_the_markdown_has_no_markup_of_an_article(briefing: Briefing) -> None:
    body = text_of(briefing, "md").split("---\n", 2)[2]
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(body)
    inner = [child for token in tokens for child in token.children or []]
    assert {token.type for token in (*tokens, *inner)} & {"html_block", "html_inline", "link_open", "image", "fence"} == set()


@pytest.mark.parametrize("name", ["csv", "acled", "ged"])
def test_no_cell_is_a_formula(briefing: Briefing, name: str) -> None:
    cells = [cell for row in csv.reader(io.StringIO(text_of(briefing, name))) for cell in row]
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []


def test_a_balloon_of_the_map_is_text(briefing: Briefing) -> None:
    tree = ElementTree.fromstring(text_of(briefing, "kml"))  # noqa: S314  # our own output
    descriptions = [element.text or "" for element in tree.iter() if element.tag.endswith("description")]
    assert {tag for text in descriptions for tag, _ in elements(text)} == {"br"}


def test_references_hold_no_commands_and_no_tags(briefing: Briefing) -> None:
    assert "\\input" not in text_of(briefing, "bibtex")
    assert [item["title"] for item in loads(text_of(briefing, "csl")) if re.search(r"<[a-z/]", item["title"])] == []


def test_the_document_has_no_links_fields_or_macros(briefing: Briefing) -> None:
    made = render(briefing, "docx")
    assert isinstance(made, bytes)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        body = archive.read("word/document.xml").decode()
        assert [name for name in archive.namelist() if "vba" in name.lower()] == []
    assert re.findall(r"<w:(?:hyperlink|fldSimple|instrText|object)", body) == []


def test_the_json_gives_the_article_back_with_every_character(briefing: Briefing) -> None:
    read = Briefing.model_validate_json(text_of(briefing, "json"))
    assert read.extractions[0].article.text == briefing.extractions[0].article.text
