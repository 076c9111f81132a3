"""The command line as a user meets it: what it prints where, and how it leaves."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer

from summarizer.cli.brief import ready, umask
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


def test_an_output_in_a_missing_folder_is_said_before_the_run(article: Path, tmp_path: Path) -> None:
    made = run("brief", str(article), "-o", str(tmp_path / "absent" / "x.md"))
    assert made.returncode == Exit.USAGE
    assert "absent" in made.stderr


def test_an_output_that_is_a_folder_is_said_before_the_run(article: Path, tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    assert run("brief", str(article), "-o", str(tmp_path / "folder.md")).returncode == Exit.USAGE


def test_an_output_through_a_link_keeps_the_link(article: Path, tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    assert run("brief", str(article), "-o", str(tmp_path / "link.md")).returncode == Exit.OK
    assert (tmp_path / "link.md").is_symlink()
    assert "Two" in (tmp_path / "real.md").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")
def test_an_output_that_is_a_device_stays_one(article: Path) -> None:
    assert run("brief", str(article), "-o", "/dev/null", "--format", "md").returncode == Exit.OK
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("words", [["extract", "-"], ["brief", "-"]])
def test_an_interrupt_breaks_off_a_read_that_gives_nothing(words: list[str]) -> None:
    asked = subprocess.Popen(
        [sys.executable, "-m", "summarizer", *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert asked.stderr is not None
    asked.stderr.readline()  # the note on the embedded model: the run has begun
    time.sleep(0.5)
    began = time.monotonic()
    asked.send_signal(signal.SIGINT)
    assert asked.wait(timeout=20) == Exit.INTERRUPTED
    assert b"Traceback" not in asked.stderr.read()
    assert time.monotonic() - began < 10


def test_a_terminal_without_unicode_gets_no_traceback(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    for words in (["check", str(article), "-s", str(article)], ["extract", str(article)], ["brief", str(article)]):
        made = subprocess.run([sys.executable, "-m", "summarizer", *words], capture_output=True, check=False)
        assert made.returncode == Exit.OK
        assert b"Traceback" not in made.stderr


@pytest.mark.parametrize("amount", ["abc", "NaN", "-1", "0", "Infinity"])
def test_a_cost_that_is_no_amount_is_a_usage_error(article: Path, amount: str) -> None:
    assert run("brief", str(article), "--max-cost", amount).returncode == Exit.USAGE


def test_a_wrong_option_is_usage_and_a_wrong_variable_configuration(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("brief", str(article), "--deadline", "-1").returncode == Exit.USAGE
    monkeypatch.setenv("SUMMARIZER_DEADLINE", "-1")
    assert run("brief", str(article)).returncode == Exit.ENDPOINT


def test_a_dry_run_asks_nothing_and_says_what_is_missing(article: Path, tmp_path: Path) -> None:
    made = run("brief", str(article), str(tmp_path / "absent.txt"), "--dry-run")
    assert (made.returncode, made.stdout.split()[0]) == (Exit.OK, "1")
    assert "absent.txt" in made.stderr


def test_a_file_that_is_no_page_is_told_from_one_that_no_longer_holds(article: Path) -> None:
    assert run("verify", str(article)).returncode == Exit.NOTHING


def test_a_page_holds_and_a_changed_page_does_not(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "briefing.html"
    run("brief", str(article), "-o", str(page))
    assert run("verify", str(page)).returncode == Exit.OK
    page.write_text(page.read_text(encoding="utf-8").replace(">Two<", ">Ten<"), encoding="utf-8")
    assert run("verify", str(page)).returncode == Exit.REJECTED


def test_a_page_made_with_a_table_of_names_says_what_was_not_computed_again(article: Path, tmp_path: Path) -> None:
    table, page = tmp_path / "names.txt", tmp_path / "briefing.html"
    table.write_text("The Tarn Constabulary = police\n", encoding="utf-8")
    run("brief", str(article), "--aliases", str(table), "-o", str(page))
    alone, given = run("verify", str(page)), run("verify", str(page), "--aliases", str(table))
    assert (alone.returncode, given.returncode) == (Exit.OK, Exit.OK)
    assert "? not computed again: That “police”" in alone.stdout
    assert "✓ what was computed again holds" in alone.stdout
    assert "✓ everything holds" in given.stdout


def test_runs_and_show_read_the_store(article: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "s.sqlite")
    run("extract", str(article), "--store", store)
    assert [json.loads(line)["articles"] for line in run("runs", "--store", store, "--json").stdout.splitlines()] == [1]
    assert [json.loads(line)["status"] for line in run("show", "1", "--store", store, "--json").stdout.splitlines()] == ["ok"]
    assert run("show", "nonsense", "--store", store).returncode == Exit.NOTHING
    assert run("show", "", "--store", store).returncode == Exit.NOTHING


def test_a_text_given_instead_of_its_file_is_told_apart(article: Path) -> None:
    made = run("check", "Nine guards were wounded at Tarn.", "--source", str(article))
    assert made.returncode == Exit.USAGE
    assert "summarizer check -" in made.stderr


def test_check_takes_one_text(article: Path) -> None:
    (article.parent / "other.txt").write_text(ARTICLE, encoding="utf-8")
    made = run("check", str(article.parent), "--source", str(article))
    assert made.returncode == Exit.USAGE
    assert "more than one text" in made.stderr


def test_standard_input_is_a_text_or_a_source(article: Path) -> None:
    assert run("check", "-", "--source", "-", stdin=ARTICLE).returncode == Exit.USAGE


def test_a_source_that_cannot_be_read_shows_in_the_exit_code(article: Path, tmp_path: Path) -> None:
    made = run("check", str(article), "-s", str(article), "-s", str(tmp_path / "absent.txt"))
    assert made.returncode == Exit.REJECTED
    assert "absent.txt" in made.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--deadline", "-1"], "--deadline: "),
        (["--requests-per-minute", "0"], "--requests-per-minute: "),
        (["--store", "x.sqlite", "--no-store"], "exclude one another"),
        (["--published", "yesterday"], "'yesterday' is not a date"),
        (["--share", "3/2"], "there is no share 3/2"),
    ],
)
def test_a_usage_error_names_the_option_and_comes_first(article: Path, words: list[str], said: str) -> None:
    made = run("brief", str(article), *words)
    assert made.returncode == Exit.USAGE
    assert said in made.stderr
    assert "embedded model" not in made.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="file names have no controls there")
def test_the_name_of_a_file_neither_breaks_a_line_nor_steers_the_terminal(article: Path) -> None:
    hostile = article.parent / "a\x1b[31m\nb.txt"
    hostile.write_bytes(b"")
    store = str(article.parent / "s.sqlite")
    made = run("extract", str(hostile), str(article), "--store", store)
    assert [line for line in made.stderr.splitlines() if line.endswith("is empty")] == [
        f"summarizer: {article.parent}/a\ufffd[31m\ufffdb.txt: is empty"
    ]
    shown = run("show", "1", "--store", store)
    assert "\x1b" not in shown.stdout + shown.stderr
    assert len(shown.stdout.splitlines()) == 3


def test_a_written_file_keeps_its_permissions_and_leaves_nothing_beside_it(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "old.md").write_text("old", encoding="utf-8")
    (out / "old.md").chmod(0o600)
    for name in ("old.md", "new.md"):
        assert run("brief", str(article), "-o", str(out / name)).returncode == Exit.OK
    assert sorted(path.name for path in out.iterdir()) == ["new.md", "old.md"]
    assert (out / "old.md").stat().st_mode & 0o777 == 0o600
    assert (out / "new.md").stat().st_mode & 0o777 == 0o666 & ~umask()


def test_an_output_that_could_not_be_replaced_is_said_before_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x.md"
    target.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != tmp_path)
    with pytest.raises(typer.BadParameter, match="check the permissions of"):
        ready(target)
