"""Characters: one form for every text, a folded form for comparison, a hash for identity."""

import hashlib
import re
import unicodedata
from functools import lru_cache

__all__ = ["digest", "fold", "normalise"]

REMEMBERED = 48
"""Code points of the longest words whose folded form is remembered; names come again, sentences do not."""

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_ENDS = "\r\v\f\x85\u2028\u2029"
_BROKEN = re.compile("[\0\ud800-\udfff]")
_APOSTROPHES = re.compile("['’ʼ‘‛`´ʹʻʿʾ]")
_SPACES = re.compile(r"[\s\-‐‑‒–—―−_]+")
_PLAIN = str.maketrans({"æ": "ae", "ð": "d", "ø": "o", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "œ": "oe"})
"""Letters that Unicode does not decompose (Unicode Standard, section 7.1)."""


def normalise(raw: str) -> str:
    """`raw` in NFC with line feeds only, without byte order mark; NUL and lone surrogates become U+FFFD.

    Every mandatory line break of Unicode (UAX 14) becomes a line feed, so that one line is one line for everybody.
    Idempotent.
    """
    text = raw.lstrip("\ufeff")
    if any(sign in text for sign in _ENDS):  # a look for each sign is a fraction of a search for all of them
        text = _LINE_ENDS.sub("\n", text)
    if "\0" in text or not _encodes(text):
        text = _BROKEN.sub("\ufffd", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _encodes(text: str) -> bool:
    """Whether a text has a UTF-8: lone surrogates have none."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def digest(text: str) -> str:
    """First sixteen hex digits of the SHA-256 of `text` in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def fold(word: str) -> str:
    """`word` without case, accents and apostrophes; hyphens, dashes and runs of white space are one space.

    "Jama’at Nusrat al-Islam" and "JAMAAT NUSRAT AL ISLAM" fold to the same words. Idempotent.
    """
    return _known(word) if len(word) <= REMEMBERED else _folded(word)


def _folded(word: str) -> str:
    """`word` folded."""
    word = word.casefold()
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_PLAIN).casefold()
    return _SPACES.sub(" ", _APOSTROPHES.sub("", word)).strip()


_known = lru_cache(maxsize=32_768)(_folded)
