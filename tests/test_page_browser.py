"""The page in a real browser: Debian's chromium, without scripts and without a network.

Where the browser or axe-core is not installed these tests are skipped, but in CI (`CI` is set) they fail.
"""

import importlib.util
import io
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from schemas import Briefing
from summarizer import service, settings, summarize
from summarizer.rendering import places, render
from summarizer.service import manual
from tests.briefings import ardava, large
from tests.briefings.hostile import hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AXE = Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (360, 768, 1440)
GAZETTEER = places.Gazetteer(
    "test gazetteer", {"tolm": [places.Point("Tolm", 14.5, -6.0, "Mali")], "vell": [places.Point("Vell", 15.5, -4.0, "Mali")]}
)
SEEDS = Path(__file__).parent.parent / "seeds"


def seeds() -> Briefing:
    """The seeds by the embedded model, whatever the environment says; in a thread, for the browser has its own event loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(summarize, str(SEEDS), settings=settings.load({"SUMMARIZER_STORE": "none"})).result()


def rendered(briefing: Briefing) -> str:
    """The page of a briefing with places."""
    made = render(briefing, "html", gazetteer=GAZETTEER)
    assert isinstance(made, str)
    return made


def described() -> str:
    """The page on which the service describes itself."""
    return manual.page(service.create(settings.load({"SUMMARIZER_STORE": "none"})).openapi())


PAGES: dict[str, Callable[[], str]] = {
    "ardava": lambda: rendered(ardava()),
    "docs": described,
    "hostile": lambda: rendered(hostile()),
    "large": lambda: rendered(large(4)),
    "seeds": lambda: rendered(seeds()),
}


def needed(present: object, what: str) -> None:
    """Skips where something is not installed; in CI that is a failure."""
    if present:
        return
    if os.environ.get("CI"):
        pytest.fail(f"{what} is not installed")
    pytest.skip(f"{what} is not installed")


def package(name: str) -> Any:  # Any: a module that may be missing
    """A package that only these tests need."""
    needed(importlib.util.find_spec(name.partition(".")[0]), name)
    return importlib.import_module(name)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    program = shutil.which("chromium")
    needed(program, "chromium")
    with package("playwright.sync_api").sync_playwright() as running:
        opened = running.chromium.launch(executable_path=program)
        yield opened
        opened.close()


@pytest.fixture(scope="module", params=PAGES)
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(PAGES[request.param](), tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def ardava_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(rendered(ardava()), tmp_path_factory.mktemp("page"))


def written(page: str, folder: Path) -> Path:
    file = folder / "briefing.html"
    file.write_text(page, encoding="utf-8")
    return file


def opened(browser: "Browser", path: Path, **options: Any) -> "Page":  # Any: options of the browser
    context = browser.new_context(offline=True, **options)
    page = context.new_page()
    page.goto(path.as_uri())
    return page


def test_it_opens_without_scripts_requests_or_messages(browser: "Browser", path: Path) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: told.append(request.url))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.goto(path.as_uri())
    assert page.locator("h1").count() == 1
    assert told == [path.as_uri()]


def test_with_scripts_allowed_nothing_runs(browser: "Browser", path: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.goto(path.as_uri())
    assert told == []


def test_each_figure_leads_to_its_words_and_they_lead_back(browser: "Browser", ardava_path: Path) -> None:
    page = opened(browser, ardava_path, java_script_enabled=False)
    figures = page.locator("a.fig")
    assert figures.count() > 20
    for number in range(figures.count()):
        figure = figures.nth(number)
        words, target = figure.inner_text(), (figure.get_attribute("href") or "").removeprefix("#")
        figure.click()
        assert page.url.endswith(f"#{target}")
        mark = page.locator(f"mark:target#{target}")
        assert mark.inner_text().casefold() == words.casefold()
        assert page.locator(f"#{target}").evaluate("node => node.getBoundingClientRect().top < innerHeight")
        mark.locator("a").first.click()
        back = page.locator(":target")
        assert back.get_attribute("href") == f"#{target}"


def test_every_figure_of_a_page_has_the_words_of_its_mark(browser: "Browser", path: Path) -> None:
    wrong = opened(browser, path).evaluate(
        """() => [...document.querySelectorAll('a.fig')].filter(figure => {
            const mark = document.querySelector(figure.getAttribute('href'))
            return !mark || mark.textContent.toLowerCase() !== figure.textContent.toLowerCase()
        }).map(figure => figure.outerHTML)"""
    )
    assert wrong == []


def test_every_way_back_returns_to_what_leads_here(browser: "Browser", ardava_path: Path) -> None:
    page = opened(browser, ardava_path)
    wrong = page.evaluate(
        """() => [...document.querySelectorAll('.back a')].filter(way => {
            const mark = way.parentElement.previousElementSibling
            const from = document.querySelector(way.getAttribute('href'))
            return !from || from.getAttribute('href') !== '#' + mark.id && !mark.className.includes('part-')
        }).map(way => way.outerHTML)"""
    )
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overflows(browser: "Browser", path: Path, width: int) -> None:
    page = opened(browser, path, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    beyond = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(node => {
            const box = node.getBoundingClientRect()
            return box.width && box.right > innerWidth + 1 && !node.closest('svg')
        }).map(node => node.outerHTML.slice(0, 100))"""
    )
    assert beyond == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_no_violation(browser: "Browser", path: Path, scheme: str, width: int) -> None:
    needed(AXE.exists(), "axe-core (npm install --no-save axe-core)")
    page = opened(browser, path, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(all => all.violations.map(one => [one.id, one.nodes.map(node => node.html)]))")
    assert found == []


def test_the_keyboard_reaches_the_content_first(browser: "Browser", ardava_path: Path) -> None:
    page = opened(browser, ardava_path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_the_print_cuts_no_table(browser: "Browser", ardava_path: Path) -> None:
    reader = package("pypdf")
    page = opened(browser, ardava_path)
    pages = [sheet.extract_text() for sheet in reader.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    assert len(pages) > 1
    page.emulate_media(media="print")
    tables = page.locator("table")
    for number in range(tables.count()):
        rows = [" ".join(text.split()) for text in tables.nth(number).locator("tbody td:first-child").all_inner_texts()]
        found = [sum(all(row in " ".join(sheet.split()) for row in rows) for sheet in pages)]
        assert found != [0], rows


def test_the_print_is_a4(browser: "Browser", ardava_path: Path) -> None:
    reader = package("pypdf")
    page = opened(browser, ardava_path)
    sheet = reader.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0]
    assert [round(float(side)) for side in (sheet.mediabox.width, sheet.mediabox.height)] in ([595, 842], [596, 842], [595, 841])


def test_the_first_screen_holds_what_matters(browser: "Browser", ardava_path: Path) -> None:
    page = opened(browser, ardava_path, viewport={"width": 1440, "height": 900})
    for needed_first in ("#bottom-line", "#disputed", "#key-figures", ".key > li:last-child", "nav.contents"):
        box = page.locator(needed_first).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 900, needed_first


def test_a_long_table_breaks_between_rows_and_repeats_its_head(browser: "Browser", tmp_path: Path) -> None:
    reader = package("pypdf")
    page = opened(browser, written(rendered(large(60)), tmp_path))
    sheets = [sheet.extract_text() for sheet in reader.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    headed = [" ".join(sheet.split()) for sheet in sheets if "Known to the" in sheet]
    assert len(headed) > 1
    page.emulate_media(media="print")
    rows = page.locator("#timeline tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.innerText).join(' '))"
    )
    for row in rows:
        assert any(" ".join(row.split()) in sheet for sheet in headed), row
