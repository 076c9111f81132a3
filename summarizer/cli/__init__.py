"""The command line: data goes to standard output, everything else to standard error.

Exit codes: 0 ok, 1 done but something was rejected or failed, 2 usage, 3 endpoint or configuration, 4 nothing to do,
130 interrupted.
"""

import sys
from typing import NoReturn

from summarizer.cli.app import app

__all__ = ["app", "main"]


def main() -> NoReturn:
    """Run the command line and leave with its exit code; a known failure is one line, never a traceback."""
    from summarizer.cli.failures import guarded

    sys.exit(guarded(app))
