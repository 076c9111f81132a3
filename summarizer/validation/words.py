"""The words that change what a sentence warrants: hedges and negations, one sorted table each."""

import re
from collections.abc import Iterable

__all__ = ["HEDGE", "negations"]

HEDGES = (
    # FactBank (Saurí and Pustejovsky 2009) and Vincze et al. 2008 list them as markers of evidentiality; modal verbs are left
    # out, because they hedge what happens and not whether it was said.
    "according to unconfirmed reports",
    "alleged",
    "allegedly",
    "alleges",
    "alleging",
    "apparently",
    "believed to",
    "believed to have",
    "could not be confirmed",
    "could not be verified",
    "not independently verified",
    "ostensibly",
    "presumably",
    "purported",
    "purportedly",
    "reported to have",
    "reportedly",
    "reports of",
    "reports that",
    "rumored",
    "rumoured",
    "said to have",
    "supposedly",
    "thought to",
    "unconfirmed",
    "unverified",
)
"""Words by which a writer says that a statement is not vouched for."""

NEGATIONS = ("cannot", "hardly", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "without")
"""Words that turn a statement round, beside those that end in "n't"."""

INITIALS = "".join(sorted({hedge[0] for hedge in HEDGES}))
WORDING = "|".join(sorted(map(re.escape, HEDGES), key=len, reverse=True))
HEDGE = re.compile(rf"\b(?=[{INITIALS}])(?:{WORDING})\b", re.IGNORECASE)
"""Finds a hedge; the look at the first letter spares most words the whole table."""


def negations(words: Iterable[str]) -> int:
    """How many of some folded words turn a statement round."""
    return sum(word in NEGATIONS or word.endswith("n't") for word in words)
