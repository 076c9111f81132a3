"""Prompts: text files with a version in their name; a released one is never edited."""

import hashlib
from functools import cache
from importlib.resources import files

__all__ = ["digest", "names", "read"]


@cache
def read(name: str) -> str:
    """The text of the prompt `name` ("extract.v1"); KeyError, naming those there are, where there is none."""
    found = files(__name__).joinpath(f"{name}.md")
    if not found.is_file():
        raise KeyError(f"no prompt {name!r}; there are {', '.join(names())}")
    return found.read_text(encoding="utf-8")


def names() -> tuple[str, ...]:
    """The names of all prompts, sorted."""
    return tuple(sorted(entry.name.removesuffix(".md") for entry in files(__name__).iterdir() if entry.name.endswith(".md")))


@cache
def digest(name: str) -> str:
    """First sixteen hex digits of the SHA-256 of the prompt's text."""
    return hashlib.sha256(read(name).encode()).hexdigest()[:16]
