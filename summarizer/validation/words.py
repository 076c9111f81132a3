"""The words that change what a sentence warrants: hedges and negations, one sorted table each."""

import re

__all__ = ["HEDGE", "NEGATION"]

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

NEGATIONS = ("cannot", "hardly", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "t", "without")
"""Words that turn a statement round; "t" is what is left of "n't" between word borders."""

HEDGE = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, HEDGES), key=len, reverse=True)) + r")\b", re.IGNORECASE)
"""Finds a hedge."""

NEGATION = frozenset(NEGATIONS)
"""Tells a negation."""
