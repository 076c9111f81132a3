"""One pass over a text into words, numerals and signs; dates and figures read the same tokens."""

import re

__all__ = ["HYPHENS", "Tokens", "tokenise"]

HYPHENS = frozenset(("-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"))

# A word with its inner apostrophes (not the possessive), a numeral with its inner separators, or one sign of a figure. No branch
# can match what another one gave back, and none gives anything back, so the scan is linear whatever the text. The letters a to z
# stand first by themselves: the look-up for any letter takes three times as long.
LETTERS = r"[^\W\d_]++"
INNER = rf"(?:['\u2019](?!s\b){LETTERS})*+"
TOKEN = re.compile(
    rf"[a-z]++(?:{LETTERS})?+{INNER}|\d++(?:[.,:\u00a0\u2009\u202f]\d++)*+|[$£€¥₹₦₽₩₪₺₵₫฿%‰°½¼¾⅓⅔⅛+]|{LETTERS}{INNER}"
)


class Tokens:
    """The tokens of one text: lower-case words, and for each its first code point and the one after its last."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        spans = [match.span() for match in TOKEN.finditer(text)]
        self.starts, self.ends = [start for start, _ in spans], [end for _, end in spans]
        lower = text.lower()
        same = len(lower) == len(text)  # a few letters (İ) grow when lowered; then each word is lowered by itself
        self.words = [lower[start:end] for start, end in spans] if same else [text[start:end].lower() for start, end in spans]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """The lower-case word at `index`, or the empty string outside the text."""
        try:
            return self.words[index] if index >= 0 else ""
        except IndexError:
            return ""

    def written(self, index: int) -> str:
        """The word at `index` as written, or the empty string outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> str:
        """What stands between the token at `index` and the next one, at most four characters of it."""
        if not 0 <= index < len(self.words) - 1:
            return "\n"
        return self.text[self.ends[index] : self.starts[index + 1]][:4]

    def hyphen(self, index: int) -> bool:
        """Whether the token at `index` is joined to the next one by a hyphen or dash."""
        return self.gap(index) in HYPHENS

    def joined(self, index: int) -> bool:
        """Whether the token at `index` belongs with the next one: nothing, a space or a hyphen between them."""
        gap = self.gap(index)
        return gap in ("", " ", "\u00a0", "\u202f", "\u2009") or gap in HYPHENS


def tokenise(text: str) -> Tokens:
    """The tokens of a text."""
    return Tokens(text)
