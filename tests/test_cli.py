"""The command line as a user meets it: what it prints where, and how it leaves."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.cli.failures import Exit


def run(*words: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """The program as a process of its own."""
    return subprocess.run([sys.executable, "-m", "summarizer", *words], capture_output=True, text=True, input=stdin, check=False)


ARTICLE = "TARN, 3 May 2024 - Two guards were wounded when gunmen raided the fuel depot at Tarn on Friday, police said.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "tarn.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_help_lists_the_commands_without_importing_a_model() -> None:
    probe = "import sys; sys.argv = ['summarizer', '--help']; from summarizer.cli import app; app(standalone_mode=False)"
    asked = subprocess.run(
        [sys.executable, "-c", f"{probe}; print({{'openai', 'instructor', 'pydantic'}} & set(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "brief" in asked.stdout
    assert not {"openai", "instructor"} & set(asked.stdout.split("'"))


def test_a_briefing_goes_to_its_file_and_notes_go_to_standard_error(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "briefing.md"
    made = run("brief", str(article), "-o", str(target))
    assert (made.returncode, made.stdout) == (Exit.OK, "")
    assert "Two" in target.read_text(encoding="utf-8")
    assert "the embedded model answers from rules" in made.stderr


def test_a_briefing_from_standard_input_goes_to_standard_output_as_json() -> None:
    made = run("brief", "-", "--format", "json", stdin=ARTICLE)
    assert made.returncode == Exit.OK
    assert json.loads(made.stdout)["sources"][0]["path"] == "-"


def test_the_same_articles_give_the_same_bytes_in_any_order(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("ODAVA, 4 May 2024 - Three people drowned in a flood on Saturday, the governor said.\n", encoding="utf-8")
    one = run("brief", str(article), str(other), "--format", "json").stdout
    assert run("brief", str(other), str(article), "--format", "json").stdout == one


def test_a_missing_path_is_one_line_and_the_rest_goes_on(article: Path, tmp_path: Path) -> None:
    made = run("brief", str(tmp_path / "absent.txt"), str(article), "--format", "md")
    assert made.returncode == Exit.REJECTED
    assert "absent.txt" in made.stderr
    assert "Traceback" not in made.stderr
    assert "Two" in made.stdout


def test_nothing_to_read_leaves_with_four(tmp_path: Path) -> None:
    made = run("brief", str(tmp_path))
    assert (made.returncode, made.stdout) == (Exit.NOTHING, "")


@pytest.mark.parametrize(
    "words",
    [["brief", "x.txt", "--published", "yesterday"], ["brief", "x.txt", "--format", "papyrus"], ["brief"], ["nonsense"]],
    ids=["date", "format", "no path", "command"],
)
def test_a_wrong_word_is_a_usage_error(words: list[str]) -> None:
    made = run(*words)
    assert made.returncode == Exit.USAGE
    assert "Traceback" not in made.stderr


def test_an_endpoint_that_is_not_there_leaves_with_three(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_ATTEMPTS", "1")
    monkeypatch.setenv("SUMMARIZER_PATIENCE", "0")
    made = run("brief", str(article), "--base-url", "http://127.0.0.1:9/v1", "--format", "md")
    assert made.returncode == Exit.ENDPOINT
    assert "Traceback" not in made.stderr


def test_a_wrong_figure_makes_check_leave_with_one(article: Path) -> None:
    made = run("check", "-", "--source", str(article), stdin="Nine guards were wounded at Tarn.")
    assert made.returncode == Exit.REJECTED
    assert "Nine" in made.stdout


def test_a_true_figure_makes_check_leave_with_zero(article: Path) -> None:
    made = run("check", "-", "--source", str(article), "--json", stdin="Two guards were wounded at Tarn.")
    assert made.returncode == Exit.OK
    assert [check["verdict"] for check in json.loads(made.stdout)["checks"]] == ["supported"]
