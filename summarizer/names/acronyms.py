"""Acronyms that a text explains itself: "Full Name (ABC)" and "ABC (Full Name)".

The full name is found as in Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions" (2003): the
letters of the short form stand in order in the words before it. A short form in another language
("Malian Armed Forces (FAMa)") is taken for the capitalised name that it follows.
"""

import re

from summarizer.text import fold

__all__ = ["acronyms"]

_INSIDE = re.compile(r"\(([^()\n]{2,120})\)")
BEFORE = 200
"""Code points before a parenthesis that may hold what it stands for."""
_SHORT = re.compile(r"(?=[^\s]*[A-Z][^\s]*[A-Z])[A-Z][A-Za-z.\-]{1,9}\d{0,3}")
_LAST = re.compile(r"(?=[^\s]*[A-Z][^\s]*[A-Z])[A-Z][A-Za-z.\-]{1,9}\d{0,3}$")
_WORD = re.compile(r"[^\s\-–—/,;:\"“”]+")
_STOP = re.compile(r"[,;:\"“”]|\.\s")
_NAME = re.compile(r"(?:[A-ZÀ-Þ][^\s,;:()]*)(?:\s+(?:(?:of|the|and|for|de|la|et|du|des|in)\s+){0,2}[A-ZÀ-Þ][^\s,;:()]*)+$")
MARKS = 3
"""Capitals that a short form in another language has at least; with two it may be a party or state after a name ("(D-CA)")."""
SLACK = 5
"""Words that a full name may have more than its acronym has letters (Schwartz and Hearst)."""


def acronyms(text: str) -> dict[str, str]:
    """Acronym → full name as written, for each acronym that `text` explains; the first explanation counts."""
    found: dict[str, str] = {}
    for pair in _INSIDE.finditer(text):
        before, inside = _before(text, pair.start()), pair.group(1).strip()
        if _SHORT.fullmatch(inside) and (full := _full(inside, before) or _name(inside, before)):
            found.setdefault(inside.replace(".", ""), full)
        elif (
            (short := _LAST.search(before))
            and " " in inside
            and (full := _full(short.group(), inside))
            and len(full) == len(inside)
        ):
            found.setdefault(short.group().replace(".", ""), full)
    return found


def _before(text: str, end: int) -> str:
    """The words of the line before a parenthesis, back to an earlier one."""
    return re.split(r"[()\n]", text[max(0, end - BEFORE) : end])[-1].rstrip()


def _full(short: str, before: str) -> str | None:
    """The shortest run of words at the end of `before` whose letters spell `short`; None where there is none."""
    letters = [fold(char) for char in short if char.isalpha()]
    start = max((stop.end() for stop in _STOP.finditer(before)), default=0)
    spans = [word.span() for word in _WORD.finditer(before, start)][-(len(letters) + SLACK) :]
    folded = [fold(before[a:b]) for a, b in spans]
    for place in range(len(spans) - 2, -1, -1):
        if folded[place][:1] == letters[0] and _spells(letters, folded[place:]):
            full = before[spans[place][0] :]
            return full.strip() if full.islower() or _named(full) else None
    return None


def _name(short: str, before: str) -> str | None:
    """The capitalised name at the end of `before`; only for a short form of three letters or more that is no number or place."""
    found = _NAME.search(before)
    return found.group().removeprefix("The ") if found and sum(char.isupper() for char in short) >= MARKS else None


def _named(words: str) -> bool:
    """Whether a run of words reads as a name: it has a capital."""
    return any(char.isupper() for char in words)


def _spells(letters: list[str], words: list[str]) -> bool:
    """Whether the letters stand in order in the words, half of them at the start of a word, and few long words are skipped."""
    place, starts, skipped = 0, 0, 0
    for word in words:
        if place < len(letters) and word.startswith(letters[place]):
            starts += 1
            place += 1
            for char in word[1:]:
                if place < len(letters) and char == letters[place] and len(letters) - place > len(words) - starts:
                    place += 1
        elif len(word) > len("and"):
            skipped += 1
    return place == len(letters) and starts * 2 >= len(letters) and skipped <= max(1, len(words) // 2)
