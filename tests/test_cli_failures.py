"""What goes wrong around a command: streams that are full, closed or left, and faults of the program itself."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from summarizer.cli import failures
from summarizer.cli.failures import Exit

ARTICLE = "TARN, 3 May 2024 - Two guards were wounded when gunmen raided the fuel depot at Tarn on Friday, police said.\n"
COMMANDS = (
    "brief tarn.txt --no-store",
    "brief tarn.txt --no-store --format md",
    "extract tarn.txt --no-store",
    "check tarn.txt -s tarn.txt",
    "--help",
    "--version",
)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell and its devices are needed")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tarn.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """A line for bash in which `summarizer` is the program."""
    words = ["/bin/bash", "-c", line.replace("summarizer", f"{sys.executable} -m summarizer")]
    return subprocess.run(words, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_behind_standard_output_is_one_line_and_three(command: str) -> None:
    left = shell(f"summarizer {command} > /dev/full")
    assert left.returncode == Exit.ENDPOINT
    assert "standard output failed: No space left on device" in left.stderr
    assert "Traceback" not in left.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_closed_standard_output_loses_nothing_silently(command: str) -> None:
    left = shell(f"summarizer {command} >&-")
    assert left.returncode == Exit.ENDPOINT
    assert "standard output failed" in left.stderr
    assert "Traceback" not in left.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_went_away_is_no_failure(command: str) -> None:
    left = shell(f"summarizer {command} 2> noise | true; echo ${{PIPESTATUS[0]}}; cat noise")
    assert left.stdout.splitlines()[0] == "0"
    assert "Traceback" not in left.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_a_closed_standard_error_changes_nothing(command: str) -> None:
    assert shell(f"summarizer {command} 2>&-").returncode == Exit.OK


@pytest.mark.parametrize("command", ["brief - --no-store", "check - -s tarn.txt"])
def test_a_closed_standard_input_is_an_empty_one(command: str) -> None:
    left = shell(f"summarizer {command} <&-")
    assert left.returncode == Exit.NOTHING
    assert "is empty" in left.stderr


def test_a_closed_standard_output_does_not_matter_where_a_file_is_written() -> None:
    assert shell("summarizer brief tarn.txt --no-store -o x.md >&-").returncode == Exit.OK
    assert "Two" in Path("x.md").read_text(encoding="utf-8")


def test_a_fault_of_the_program_is_one_line_without_its_message(monkeypatch: pytest.MonkeyPatch) -> None:
    app, said = typer.Typer(), io.StringIO()

    @app.command()
    def faulty() -> None:
        raise TypeError("text of an article")

    monkeypatch.setattr(sys, "argv", ["summarizer"])
    monkeypatch.setattr(sys, "stderr", said)
    assert failures.guarded(app) == Exit.ENDPOINT
    assert said.getvalue().startswith("summarizer: a fault of this program (TypeError in tests.test_cli_failures:")
    assert "text of an article" not in said.getvalue()
