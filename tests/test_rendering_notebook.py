"""How records show themselves in a notebook, and as rows."""

import re

from summarizer.rendering import notebook
from tests.briefings import ardava
from tests.briefings.hostile import hostile


def test_registering_gives_the_records_their_methods_and_can_be_done_twice() -> None:
    notebook.register()
    notebook.register()
    made = ardava()
    assert made._repr_html_() == notebook.briefing_html(made)  # type: ignore[attr-defined]  # added at run time
    assert made.extractions[0].to_records() == notebook.extraction_records(made.extractions[0])  # type: ignore[attr-defined]  # added at run time


def test_a_record_with_methods_is_still_the_same_record() -> None:
    notebook.register()
    assert type(ardava()).model_validate_json(ardava().model_dump_json()) == ardava()


def test_a_briefing_shows_each_key_figure_with_its_speaker() -> None:
    text = re.sub(r"<[^>]+>", " ", notebook.briefing_html(ardava()))
    assert "30 Ardava Front" in " ".join(text.split())


def test_an_article_shows_its_text_with_its_marks() -> None:
    html = notebook.extraction_html(ardava().extractions[0])
    assert html.count("<mark") == html.count("</mark>") > 9
    assert re.search(r"<mark style=\"[^\"]+\">At least 12</mark>", html)


def test_nothing_of_an_article_is_markup() -> None:
    html = notebook.briefing_html(hostile()) + notebook.extraction_html(hostile().extractions[0])
    tags = set(re.findall(r"<([a-z]+)", html))
    assert tags == {"div", "b", "br", "ul", "li", "table", "tr", "th", "td", "mark", "p"}


def test_rows_are_plain_values() -> None:
    rows = notebook.briefing_records(ardava())
    assert (len(rows), rows[0]["words"], rows[0]["sentence"]) == (10, "At least 12", 2)


def test_rows_of_an_article_hold_every_figure_with_its_verdict() -> None:
    rows = notebook.extraction_records(ardava().extractions[0])
    assert [(row["words"], row["verdict"]) for row in rows][-1] == ("45", "contradicted")
