"""The words that change what a sentence warrants: hedges and negations, one sorted table each."""

from collections.abc import Iterable, Iterator

__all__ = ["hedges", "negations"]

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


def hedges(text: str) -> list[tuple[int, int]]:
    """First code point and the one after the last of each hedge in a text, in order, whatever its capitals."""
    lower = text.lower()
    if len(lower) != len(text):  # "İ" grows when lowered
        lower = "".join(char.lower()[0] for char in text)
    return sorted(span for hedge in HEDGES if hedge in lower for span in _places(hedge, lower))


def _places(words: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at, end
        at = text.find(words, end)


def negations(words: Iterable[str]) -> int:
    """How many of some folded words turn a statement round."""
    return sum(word in NEGATIONS or word.endswith("n't") for word in words)
