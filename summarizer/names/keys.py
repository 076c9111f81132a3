"""Folding of names: two names with one key are written alike but for case, accents, apostrophes, hyphens and articles."""

import re
from functools import lru_cache

from summarizer.text import fold

__all__ = ["key", "words"]

_POSSESSIVE = re.compile(r"['’ʼ‘]s(?![^\W_])|(?<=s)['’](?![^\W_])")
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_ARTICLE = re.compile(r"^(?:the|a|an) (?=.)")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_INNER = re.compile(r"[^\w ]+")


@lru_cache(maxsize=8_192)
def key(name: str) -> str:
    """The folded words of `name`, without a leading article, possessive endings, parentheses and full stops of acronyms.

    "the Jama’at Nusrat al-Islam (JNIM)" and "JAMAAT NUSRAT AL ISLAM" have one key; "Niono" and "Nioro" have two.
    """
    bare = _PARENTHESIS.sub("", name) or name
    bare = _DOTTED.sub(lambda found: found.group().replace(".", ""), _POSSESSIVE.sub("", bare))
    folded = _EDGES.sub("", " ".join(_INNER.sub(" ", fold(bare)).split()))
    return _ARTICLE.sub("", folded)


def words(name: str) -> tuple[str, ...]:
    """The words of the key of `name`."""
    return tuple(key(name).split())
