"""A page is verified from itself: every change to it, or to the records inside it, is found."""

import base64
import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas import Article, Briefing, Extraction, ValidatedExtraction
from summarizer import names, pipeline
from summarizer.rendering import data, render, verify
from tests.briefings import Desk, ardava, large
from tests.briefings.hostile import hostile


def page(briefing: Briefing | None = None) -> str:
    made = render(briefing or ardava(), "html")
    assert isinstance(made, str)
    return made


def records(text: str) -> str:
    found = re.search(r'id="briefing">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    return found[1]


def tampered(change: Callable[[dict[str, object]], object]) -> str:
    """A page whose records were changed; its visible side was not."""
    text = page()
    content = json.loads(records(text))
    change(content)
    return text.replace(records(text), str(data.embedded(json.dumps(content))))


@pytest.mark.parametrize("made", [ardava, hostile, lambda: large(40)], ids=["ardava", "hostile", "compressed"])
def test_a_page_as_it_was_written_holds(made: Callable[[], Briefing]) -> None:
    assert verify(page(made())).findings == ()


def test_it_says_how_much_it_looked_at() -> None:
    found = verify(page())
    assert (found.articles, found.marks, found.checks, found.story) == (2, 13, 0, False)
    assert found.offsets > 40


CHANGED = "The page shows “between 15 and 90”, the records make “between 15 and 20”."


def test_a_changed_figure_on_the_page_is_found() -> None:
    found = verify(page().replace(">between 15 and 20</a>", ">between 15 and 90</a>"))
    assert [one.message for one in found.findings] == [CHANGED]


def test_a_changed_link_is_found() -> None:
    found = verify(page().replace('href="#A1-f1"', 'href="#A1-f2"', 1))
    assert [(one.kind, one.message) for one in found.findings] == [("page", "It should lead to #A1-f1.")]


def test_an_added_script_is_found() -> None:
    found = verify(page().replace("<main", "<script>1</script><main"))
    assert "The page has an element that was added: script." in [one.message for one in found.findings]


def test_a_removed_event_is_found() -> None:
    text = re.sub(r'<article class="event secondary".*?</article>', "", page(), flags=re.DOTALL)
    assert "is missing from the page" in " ".join(one.message for one in verify(text).findings)


def test_a_changed_style_is_found() -> None:
    found = verify(page().replace("mark.claim{", "mark.claim{display:none;", 1))
    assert [one.message for one in found.findings] == ["The file is not the page that its records make."]


def test_a_changed_article_is_found_by_its_hash() -> None:
    def change(content: dict[str, object]) -> None:
        article = content["extractions"][0]["article"]  # type: ignore[index]  # JSON
        article["text"] = article["text"].replace("At least 12", "At least 99")

    kinds = {one.kind for one in verify(tampered(change)).findings}
    assert {"hash", "offset", "page"} <= kinds


def test_a_moved_offset_is_found() -> None:
    def change(content: dict[str, object]) -> None:
        place = content["bottom_line"][1]["evidence"][0]  # type: ignore[index]  # JSON
        place["start"] += 1

    found = [one for one in verify(tampered(change)).findings if one.kind == "offset"]
    assert [one.where for one in found] == ["A1-s2"]


def test_a_verdict_that_is_another_when_computed_again_is_found() -> None:
    def refuse(extraction: Extraction, article: Article) -> ValidatedExtraction:
        (known,) = (one for one in ardava().extractions if one.article.id == article.id)
        figures = [
            one.model_copy(update={"check": one.check.model_copy(update={"verdict": "unsupported", "explanation": "No."})})
            for one in known.figures
        ]
        return known.model_copy(update={"figures": tuple(figures)})

    found = verify(page(), validate=refuse)
    assert found.checks > 20
    assert "“30” is recorded as supported; computed again, the check is unsupported: No." in [
        one.message for one in found.findings
    ]


def test_a_story_that_is_another_when_composed_again_is_found() -> None:
    found = verify(
        page(), compose=lambda validated, failures=(), *, aliases=None, as_of=None: ardava().model_copy(update={"title": "Other"})
    )
    assert [(one.kind, one.where) for one in found.findings] == [("story", "title")]
    assert "--aliases" in found.findings[0].message


TABLE = "Army of Tarn = Tarn Defence Forces    # our desk"


def joined(tmp_path: Path, text: str = TABLE) -> tuple[str, names.Aliases]:
    """A page made with a table of the reader's, and that table."""
    file = tmp_path / "table.txt"
    file.write_text(text, encoding="utf-8")
    table, said = names.load(file), Desk("desk", "The Tarn Defence Forces killed 12 rebels in Vell. The rebels denied it.")
    army, rebels = said.party("Tarn Defence Forces", "state_forces"), said.party("rebels", "armed_group")
    said.event("Attack in Vell", "battle", "killed 12 rebels", by=(army,), against=(rebels,), places=("Vell",))
    return page(pipeline.compose([said.done()], aliases=table)), table


def test_a_story_made_with_a_table_is_composed_again_with_what_it_says_of_it(tmp_path: Path) -> None:
    made, _ = joined(tmp_path)
    found = verify(made, compose=pipeline.compose)
    assert (found.findings, found.story) == ((), True)
    assert [sentence.startswith("That “") for sentence in found.taken] == [True]


def test_with_the_table_nothing_is_taken_as_it_is(tmp_path: Path) -> None:
    made, table = joined(tmp_path)
    found = verify(made, compose=pipeline.compose, aliases=table)
    assert (found.findings, found.taken) == ((), ())


def test_a_story_is_not_taken_as_it_is_because_it_speaks_of_a_table(tmp_path: Path) -> None:
    made, table = joined(tmp_path)
    content = json.loads(records(made))
    content["story"]["events"][0]["title"] = "Massacre in Vell"
    changed = made.replace(records(made), str(data.embedded(json.dumps(content))))
    for aliases in (None, table):
        found = verify(changed, compose=pipeline.compose, aliases=aliases)
        assert "story" in [one.where for one in found.findings]


def test_a_bottom_line_in_the_words_of_a_model_is_said_not_to_be_compared() -> None:
    worded = ardava().model_copy(update={"worded_by": "model"})
    assert [sentence.split(":")[0] for sentence in verify(page(worded)).taken] == ["The bottom line"]


@pytest.mark.parametrize("text", ["", "<html>", "<script id='briefing' type='application/json'>{", "\x00", "<p>" * 2000])
def test_a_file_that_is_no_page_of_ours_is_a_finding(text: str) -> None:
    found = verify(text)
    assert (found.briefing, found.holds, [one.kind for one in found.findings]) == (None, False, ["data"])


def test_damaged_compressed_records_are_a_finding() -> None:
    text = page(large(40))
    assert records(text).startswith("xz:")
    assert [one.kind for one in verify(text.replace("xz:/T", "xz:/U")).findings] == ["data"]


def test_another_machine_may_have_compressed_the_records_otherwise() -> None:
    text = page(large(40))
    other = base64.b64encode(gzip.compress(data.unpacked(records(text)).encode(), mtime=0)).decode()
    assert verify(text.replace(records(text), f"gzip:{other}")).findings == ()
