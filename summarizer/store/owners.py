"""Which process holds a lease, and whether it is still there."""

import os
import platform
from functools import cache
from pathlib import Path

__all__ = ["alive", "owner"]


def owner() -> str:
    """This process as `host/number/start`; the start tells it from a later process of the same number."""
    return f"{host()}/{os.getpid()}/{started(os.getpid())}"


def alive(name: str) -> bool:
    """Whether a process may still work: one of another host counts as alive, and only its lease's end tells."""
    where, number, start = name.rsplit("/", 2)
    if where != host():
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return start == started(int(number))


@cache
def host() -> str:
    """Name of this machine."""
    return platform.node() or "localhost"


def started(number: int) -> str:
    """When a process started, in the kernel's ticks: empty where the system does not say, `dead` where it has ended."""
    try:
        fields = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()
    except (OSError, IndexError):
        return ""
    # proc(5): after the name come the state (field 3) and, as field 22, the start time.
    return "dead" if fields[0] in "ZX" else fields[19]
