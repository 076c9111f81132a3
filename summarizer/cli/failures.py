"""What a failure looks like at the command line: one line on standard error, and an exit code."""

import io
import os
import sys
from enum import IntEnum

import typer

from summarizer.exceptions import SummarizerError

__all__ = ["Exit", "data", "guarded", "say"]


class Exit(IntEnum):
    """The exit codes, as the README lists them."""

    OK = 0
    REJECTED = 1
    USAGE = 2
    ENDPOINT = 3
    NOTHING = 4
    INTERRUPTED = 130


def say(line: str) -> None:
    """One line on standard error."""
    print(line, file=sys.stderr)


def data(line: str) -> None:
    """One line of data on standard output, in UTF-8 whatever the terminal's encoding is."""
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def guarded(app: typer.Typer) -> int:
    """Run the app; our exceptions become one line and an exit code, an interrupt is 130, a closed pipe is quiet."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What the terminal's encoding lacks becomes a question mark, not a traceback.
            stream.reconfigure(errors="replace")
    try:
        app(prog_name="summarizer")
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else Exit.USAGE
    except SummarizerError as error:
        say(f"summarizer: {error}")
        return Exit.ENDPOINT
    except KeyboardInterrupt:
        say("summarizer: interrupted; what was finished is kept")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader went away (`| head`); Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    return Exit.OK
