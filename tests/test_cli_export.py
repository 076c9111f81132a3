"""An earlier briefing in another format: the same briefing, and nothing is asked or written for it."""

import json
import os
import sqlite3
from pathlib import Path

import pytest

from summarizer.cli.failures import Exit
from tests.endpoint import serving
from tests.test_cli import ARTICLE, run

OTHER = "ODAVA, 4 May 2024 - Three people drowned on Saturday, the governor said.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article, and with a store that every command takes."""
    (tmp_path / "tarn.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    monkeypatch.setenv("SUMMARIZER_STORE", str(tmp_path / "s.sqlite"))
    return tmp_path


def exported(*words: str) -> dict[str, object]:
    made = run("export", *words, "--format", "json")
    assert made.returncode == Exit.OK, made.stderr
    found: dict[str, object] = json.loads(made.stdout)
    return found


def test_a_store_exports_its_last_run(desk: Path) -> None:
    (desk / "other.txt").write_text(OTHER, encoding="utf-8")
    made = [json.loads(run("brief", path, "--format", "json").stdout) for path in ("other.txt", "tarn.txt")]
    assert exported(str(desk / "s.sqlite")) == exported() == made[1]
    assert exported("--run", "1") == made[0]


def test_an_export_is_no_run_and_writes_nothing(desk: Path) -> None:
    run("extract", "tarn.txt")
    before = (desk / "s.sqlite").read_bytes()
    exported()
    assert len(run("runs", "--json").stdout.splitlines()) == 1
    assert (desk / "s.sqlite").read_bytes() == before


def test_an_export_keeps_what_failed(desk: Path) -> None:
    made = json.loads(run("brief", "tarn.txt", "absent.txt", "--format", "json").stdout)
    assert [failure["path"] for failure in made["failures"]] == ["absent.txt"]
    assert exported() == made


def test_an_export_has_the_dates_that_were_given_last(desk: Path) -> None:
    run("brief", "tarn.txt", "--format", "json")
    made = run("brief", "tarn.txt", "--published", "2024-05-05", "--publisher", "Tarn Wire", "--format", "json").stdout
    assert exported() == json.loads(made)


def test_an_export_takes_the_day_and_the_table_of_the_briefing(desk: Path) -> None:
    (desk / "names.txt").write_text("Tarn Constabulary = police\n", encoding="utf-8")
    words = ("--as-of", "2024-06-01", "--aliases", "names.txt")
    made = json.loads(run("brief", "tarn.txt", *words, "--format", "json").stdout)
    assert exported(*words) == made


@pytest.mark.parametrize("repair", ["--repair", "--no-repair"])
def test_an_endpoint_is_not_asked_again(desk: Path, monkeypatch: pytest.MonkeyPatch, repair: str) -> None:
    with serving() as endpoint:
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.url)
        made = json.loads(run("brief", "tarn.txt", "--model", "m", repair, "--format", "json").stdout)
        asked = sum(endpoint.asked.values())
        assert exported() == made
        assert sum(endpoint.asked.values()) == asked


def test_another_model_never_answers_in_place_of_the_endpoint(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as endpoint:
        run("extract", "tarn.txt", "--model", "m", "--base-url", endpoint.url)
    without = run("export", "--format", "json")
    assert (without.returncode, without.stdout) == (Exit.ENDPOINT, "")
    assert "OPENAI_BASE_URL" in without.stderr
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    elsewhere = run("export", "--format", "json")
    assert (elsewhere.returncode, elsewhere.stdout) == (Exit.ENDPOINT, "")
    assert "another endpoint" in elsewhere.stderr


def test_an_answer_that_is_gone_makes_its_article_a_failure(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as endpoint:
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.url)
        run("extract", "tarn.txt", "--model", "m")
        with sqlite3.connect(desk / "s.sqlite") as held:
            held.execute("DELETE FROM answers")
        failures = exported()["failures"]
    assert isinstance(failures, list)
    assert [(one["path"], one["message"]) for one in failures] == [("tarn.txt", "no answer for it is in the store")]


def test_a_briefing_as_json_becomes_another_format(desk: Path) -> None:
    run("brief", "tarn.txt", "-o", "b.json")
    assert "Two" in run("export", "b.json", "--format", "md").stdout


@pytest.mark.parametrize("words", [("--run", "1"), ("--as-of", "2024-06-01"), ("--aliases", "names.txt")])
def test_what_is_for_a_store_is_a_usage_error_elsewhere(desk: Path, words: tuple[str, ...]) -> None:
    (desk / "names.txt").write_text("A = B\n", encoding="utf-8")
    (desk / "b.json").write_text("{}", encoding="utf-8")
    made = run("export", "b.json", "--format", "md", *words)
    assert made.returncode == Exit.USAGE
    assert "need a store" in made.stderr


@pytest.mark.parametrize(
    ("content", "said"), [("{", "Invalid JSON"), ("{}", "id: Field required"), ('{"schema_version": "2"}', "schema_version: ")]
)
def test_a_file_that_is_no_briefing_is_told_why(desk: Path, content: str, said: str) -> None:
    (desk / "b.json").write_text(content, encoding="utf-8")
    made = run("export", "b.json", "--format", "md")
    assert made.returncode == Exit.USAGE
    assert said in " ".join(made.stderr.split())


@pytest.mark.parametrize("words", [("absent.json",), ("--run", "9")])
def test_what_is_not_there_leaves_with_four(desk: Path, words: tuple[str, ...]) -> None:
    run("extract", "tarn.txt")
    assert run("export", *words, "--format", "md").returncode == Exit.NOTHING


@pytest.mark.skipif(os.name == "nt", reason="folders have other permissions there")
def test_an_archived_store_is_read_where_nothing_can_be_written(desk: Path) -> None:
    run("extract", "tarn.txt")
    (desk / "s.sqlite").chmod(0o444)
    desk.chmod(0o555)
    try:
        assert [run(*words).returncode for words in (("runs",), ("show", "1"), ("export", "--format", "md"))] == [Exit.OK] * 3
    finally:
        desk.chmod(0o755)
