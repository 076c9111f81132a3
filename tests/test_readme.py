"""The README is executed: its commands, its Python, its options, exit codes and settings are those of the program."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from summarizer import settings
from summarizer.cli import app
from summarizer.cli.failures import Exit

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def commands() -> list[str]:
    """Every command of the console blocks, without its comment."""
    return [
        line[2:].split("  #")[0].strip() for block in blocks("console") for line in block.splitlines() if line.startswith("$ ")
    ]


def own_commands() -> list[str]:
    """The commands that run this program and need no endpoint."""
    asked = [command for command in commands() if re.match(r'(echo ".*" \| )?summarizer ', command)]
    return [command for command in asked if "--base-url" not in command and " serve" not in command]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command of the README, with this Python's own program and what it is piped."""
    piped, _, own = command.rpartition(" | ")
    words = [sys.executable, "-m", "summarizer", *shlex.split(own)[1:]]
    given = "\n".join(shlex.split(piped)[1:]) + "\n"
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, input=given)


def table(heading: str) -> list[list[str]]:
    """The rows of the first table below a heading, without its head."""
    section = README.split(f"\n{heading}\n", 1)[1]
    rows = re.search(r"((?:^\|.*\n)+)", section, re.MULTILINE)
    assert rows is not None
    return [[cell.strip().strip("`") for cell in line.strip("|\n").split(" | ")] for line in rows[1].splitlines()[2:]]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the seeds, as the project's own folder has them."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


def test_every_command_of_the_readme_runs(desk: Path) -> None:
    done = {command: run(command, desk) for command in own_commands()}
    assert done
    assert {command: each.stderr for command, each in done.items() if each.returncode not in (Exit.OK, Exit.REJECTED)} == {}


@pytest.mark.parametrize(
    ("command", "sample"), re.findall(r"```console\n\$ ([^\n]*)\n```\n\n```text\n(.*?)```", README, re.DOTALL)
)
def test_a_sample_is_what_the_command_prints(command: str, sample: str, desk: Path) -> None:
    printed = [line.rstrip() for line in run(command, desk).stdout.splitlines()]
    assert [line for line in sample.splitlines() if line != "…" and line.rstrip() not in printed] == []


def test_every_make_target_of_the_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {command.split()[1] for command in commands() if command.startswith("make ")} | set(
        re.findall(r"`make (\w+)`", README)
    )
    assert [target for target in sorted(named) if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


@pytest.mark.parametrize("block", blocks("python"))
def test_the_python_of_the_readme_runs(block: str, desk: Path) -> None:
    done = subprocess.run([sys.executable, "-c", block], cwd=desk, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    expected = re.findall(r"# → (.*)", block)
    assert [line for line in expected if line not in done.stdout] == []


def program() -> dict[str, set[str]]:
    """Every command with its options."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return {
        name: {word for each in command.params for word in (*each.opts, *each.secondary_opts) if word.startswith("--")}
        for name, command in group.commands.items()
    }


def test_the_table_of_commands_is_the_programs() -> None:
    assert [row[0].split()[1] for row in table("## Commands")] == sorted(program())


def test_every_option_stands_in_the_readme() -> None:
    known = {option for options in program().values() for option in options} - {"--help"}
    assert sorted(known - set(re.findall(r"--[a-z][a-z-]+", README))) == []


def test_every_option_of_the_readme_is_the_commands_own() -> None:
    asked = [shlex.split(command.split("summarizer ", 1)[1]) for command in commands() if "summarizer " in command]
    unknown = {
        command: [word for word in words if word.startswith("--") and word not in program()[command]] for command, *words in asked
    }
    assert unknown == {command: [] for command, *_ in asked}


def test_the_exit_codes_are_the_programs() -> None:
    assert [int(row[0]) for row in table("## Exit codes")] == [int(code) for code in Exit]


def test_the_settings_are_the_programs() -> None:
    assert [(row[0], row[1]) for row in table("## Settings")] == [(each.variable, each.default) for each in settings.table()]
