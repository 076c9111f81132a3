"""What a failure looks like at the command line: one line on standard error, and an exit code."""

import io
import logging
import os
import sys
import traceback
from enum import IntEnum
from pathlib import Path

import typer

from summarizer.exceptions import SummarizerError

__all__ = ["Exit", "data", "guarded", "say"]

logger = logging.getLogger("summarizer.cli")


class Exit(IntEnum):
    """The exit codes, as the README lists them."""

    OK = 0
    REJECTED = 1
    USAGE = 2
    ENDPOINT = 3
    NOTHING = 4
    INTERRUPTED = 130


def say(line: str) -> None:
    """One line on standard error; the name of a file can neither break it nor steer the terminal."""
    print("".join(letter if letter.isprintable() else "\ufffd" for letter in line), file=sys.stderr)


def data(line: str) -> None:
    """One line of data on standard output, in UTF-8 whatever the terminal's encoding is."""
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def guarded(app: typer.Typer) -> int:
    """Run the app; what goes wrong becomes one line and an exit code, an interrupt is 130, a closed pipe is quiet."""
    prepare()
    try:
        return finished(app)
    except SummarizerError as error:
        say(f"summarizer: {error}")
        return Exit.ENDPOINT
    except KeyboardInterrupt:
        say("summarizer: interrupted; what was finished is kept")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        silence()
        return Exit.OK
    except OSError as error:
        # A full disk behind `>` is met here; files that are named have errors of their own.
        silence()
        what, why = error.filename or "standard output", error.strerror or "it is closed"
        say(f"summarizer: {what} failed: {why}; check disk and permissions")
        return Exit.ENDPOINT
    except Exception as error:
        logger.debug("fault", exc_info=True)
        say(f"summarizer: a fault of this program ({type(error).__name__} in {place(error)}); please report it")
        return Exit.ENDPOINT


def prepare() -> None:
    """Make the standard streams safe to write to and to read from."""
    # The parent process may have closed them. In their place the first file to be opened (a store) would get their number.
    # Data that nobody can get is a failure, so standard output is not opened for writing.
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # open to the end, as they all are
    sys.stdout = sys.stdout or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What the terminal's encoding lacks becomes a question mark, not a traceback.
            stream.reconfigure(errors="replace")


def finished(app: typer.Typer) -> int:
    """The exit code of the app, everything it printed written out. Raises BrokenPipeError where nobody reads any more."""
    code: int = Exit.OK
    try:
        app(prog_name="summarizer")
    except SystemExit as leave:
        if isinstance(leave.__context__, BrokenPipeError):  # typer and rich leave with 1 there, as if something was rejected
            raise leave.__context__ from None
        code = leave.code if isinstance(leave.code, int) else Exit.USAGE
    if sys.stdout.writable():
        sys.stdout.flush()
    return code


def silence() -> None:
    """Standard output leads nowhere from here on; Python would fail again when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def place(error: Exception) -> str:
    """Module and line where an exception was raised; its message is not told, for it may hold text of an article."""
    *_, (frame, line) = traceback.walk_tb(error.__traceback__)
    return f"{frame.f_globals.get('__name__')}:{line}"
