"""Briefings from news articles in which every figure is checked against its source.

    from summarizer import summarize
    briefing = summarize(["articles/"])

The names below are imported when they are first used, so that `summarizer --help` stays fast.
"""

import importlib
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas import Article, Briefing, CheckReport, Failure, ValidatedExtraction
    from summarizer.api import Desk, aextract, asummarize, extract, summarize
    from summarizer.pipeline import check, verify
    from summarizer.reading import article, read
    from summarizer.rendering import render
    from summarizer.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Briefing",
    "CheckReport",
    "Desk",
    "Failure",
    "Settings",
    "ValidatedExtraction",
    "__version__",
    "aextract",
    "article",
    "asummarize",
    "check",
    "extract",
    "read",
    "render",
    "summarize",
    "verify",
]

HOMES = {
    "schemas": ("Article", "Briefing", "CheckReport", "Failure", "ValidatedExtraction"),
    "summarizer.api": ("Desk", "aextract", "asummarize", "extract", "summarize"),
    "summarizer.pipeline": ("check", "verify"),
    "summarizer.reading": ("article", "read"),
    "summarizer.rendering": ("render",),
    "summarizer.settings": ("Settings",),
}


SHOWN = ("Briefing", "Desk", "aextract", "asummarize", "extract", "summarize")
"""Names that lead to a record which shows itself in a notebook."""
OWN = {"prompts": "extract.v1.md", "schemas": "record.py"}
"""A file that each of our other top-level packages holds."""


def ensure_own() -> None:
    """Raise ImportError, naming the file, where another `schemas` or `prompts` hides ours on the import path."""
    for name, held in OWN.items():
        spec = importlib.util.find_spec(name)
        if spec is None or not any(Path(folder, held).is_file() for folder in spec.submodule_search_locations or ()):
            found = spec.origin if spec else "nothing"
            raise ImportError(
                f"summarizer needs its own package {name!r} and found {found}: rename it, or start from another folder"
            )


ensure_own()


def __getattr__(name: str) -> object:
    """A public name, imported when it is first used."""
    for module, names in HOMES.items():
        if name in names:
            found = getattr(importlib.import_module(module), name)
            if name in SHOWN:
                importlib.import_module("summarizer.rendering.notebook").register()
            return found
    raise AttributeError(f"module 'summarizer' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return __all__
