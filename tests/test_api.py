"""The Python calls: one way for files, articles and folders, inside and outside an event loop."""

import asyncio
from datetime import date
from pathlib import Path

import pytest

from schemas import Article
from summarizer import api, reading, settings

TEXT = "TARN, 3 May 2024 - Two guards were wounded when gunmen raided the depot at Tarn on Friday, police said."
ALONE = settings.load({}, store=settings.NO_STORE)


@pytest.fixture
def article() -> Article:
    return reading.article(TEXT, name="tarn")


def test_an_article_a_path_and_a_folder_give_the_same_figures(article: Article, tmp_path: Path) -> None:
    (tmp_path / "tarn.txt").write_text(TEXT, encoding="utf-8")
    made = [api.summarize(source, settings=ALONE) for source in (article, tmp_path / "tarn.txt", str(tmp_path), [article])]
    assert {briefing.strip.verified for briefing in made} == {made[0].strip.verified}
    assert made[0].strip.verified > 0


def test_the_as_of_date_is_the_one_given(article: Article) -> None:
    assert api.summarize(article, settings=ALONE, as_of=date(2024, 5, 9)).as_of == date(2024, 5, 9)


def test_without_a_date_given_the_newest_article_dates_the_briefing(article: Article) -> None:
    assert api.summarize(article, settings=ALONE).as_of == date(2024, 5, 3)


def test_what_cannot_be_read_stands_among_the_failures(article: Article, tmp_path: Path) -> None:
    made = api.summarize([article, tmp_path / "absent.txt"], settings=ALONE)
    assert [failure.status for failure in made.failures] == ["unreadable"]
    assert [source.name for source in made.sources] == ["tarn"]


def test_nothing_to_read_gives_a_briefing_without_sources(tmp_path: Path) -> None:
    made = api.summarize(tmp_path, settings=ALONE)
    assert (made.sources, made.bottom_line) == ((), ())


def test_a_desk_serves_many_calls(article: Article) -> None:
    async def twice() -> list[str]:
        async with api.Desk.open(ALONE) as desk:
            made = await asyncio.gather(*(api.asummarize(article, desk=desk) for _ in range(2)))
            return [briefing.id for briefing in made]

    one, other = asyncio.run(twice())
    assert one == other


def test_one_article_gives_what_it_supports(article: Article) -> None:
    validated = api.extract(article, settings=ALONE)
    assert [figure.said.text for figure in validated.figures] == ["Two"]


def test_a_synchronous_call_works_inside_a_running_loop(article: Article) -> None:
    async def cell() -> str:
        return api.summarize(article, settings=ALONE).sources[0].name

    assert asyncio.run(cell()) == "tarn"


def test_a_given_date_makes_another_briefing() -> None:
    undated = reading.article("Two guards were wounded at Tarn on Friday, police said.", name="tarn")
    dated = reading.article(undated.text, name="tarn", published=date(2024, 5, 3))
    assert api.summarize(undated, settings=ALONE).id != api.summarize(dated, settings=ALONE).id
