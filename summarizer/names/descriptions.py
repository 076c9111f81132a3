"""Words that describe a party without naming it; they never join two parties by themselves."""

import re
from functools import lru_cache
from importlib.resources import files

from summarizer.names.keys import key, words
from summarizer.names.nations import body, country

__all__ = ["bare", "core", "is_generic"]

_LINKED = re.compile(
    r"[^\s]+[-‐‑ ](?:linked|affiliated|backed|aligned|allied|inspired|led|trained|related|supported)(?![^\W_])", re.IGNORECASE
)
_TAIL = re.compile(
    r"\s(?:affiliated|aligned|allied|associated|belonging|connected|linked|loyal)\s+(?:to|with)\s.*$", re.IGNORECASE
)
_OF_A = re.compile(r"\s+of\s+an?\s+[a-z].*$")
_NUMBERS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "dozen",
        "dozens",
        "hundred",
        "hundreds",
        "scores",
        "thousand",
        "thousands",
        "many",
        "several",
    ]
)
_JOINTS = frozenset(
    """
    a about an and around at for from his in its least more nearly of on or other our over than the their to up with
    """.split()  # noqa: SIM905 (a table reads better as one line)
)

_SHADES = frozenset(
    ["alleged", "local", "provincial", "regional", "senior", "several", "some", "suspected", "top", "unidentified", "various"]
)


def bare(name: str) -> str:
    """The key of `name` without describing words at its ends ("the militant group JNIM" → jnim); may be empty."""
    kept = list(words(_LINKED.sub(" ", _OF_A.sub("", name))))
    while kept and (kept[0] in _generic() or kept[0] in _JOINTS):
        kept.pop(0)
    while kept and (kept[-1] in _generic() or kept[-1] in _JOINTS):
        kept.pop()
    return " ".join(kept)


def core(name: str) -> str:
    """The words of `name` that tell it from others, sorted: "regional authorities in Kayes" and "the Kayes authorities" agree."""
    return " ".join(sorted(word for word in words(name) if word not in _JOINTS and word not in _SHADES))


@lru_cache(maxsize=65_536)
def is_generic(name: str) -> bool:
    """Whether `name` describes without naming ("the terrorists", "suspected al-Qaeda-linked fighters", "Malian militants")."""
    if body(name):
        return False
    rest = words(_LINKED.sub(" ", _TAIL.sub("", name)))
    return all(_is_plain(word) for word in rest)


def _is_plain(word: str) -> bool:
    """Whether a word of a name names nobody."""
    return word in _generic() or word in _NUMBERS or word in _JOINTS or word.isdigit() or country(word) is not None


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    """The keys of the package's table of descriptions."""
    text = files("summarizer.names").joinpath("data/generic.txt").read_text(encoding="utf-8")
    return frozenset(key(line) for line in text.splitlines() if line and not line.startswith("#"))
