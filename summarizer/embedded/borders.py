"""Borders: where a sentence goes over from one happening to another ("…, a day after …", "on the same day, …")."""

from dataclasses import replace

from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables

__all__ = ["parts"]

BLANK = ";"
"""What stands for the words of the other part: no phrase goes across it."""
BORDERS: dict[str, list[tuple[str, ...]]] = {}
for line in tables.lines("borders"):
    BORDERS.setdefault(line.split()[0], []).append(tuple(line.split()))
CLOSED = S.DETERMINERS | S.PREPOSITIONS | S.GRAMMAR["number"]
TELLING = frozenset(
    next((word for word in words if word not in CLOSED), words[-1]) for given in BORDERS.values() for words in given
)
"""One word of each border, the first that not every sentence has."""


def parts(s: S.Sentence) -> list[tuple[S.Sentence, bool]]:
    """The sentence, or its two parts with the other's words blanked; and whether it goes over to another happening."""
    place = _border(s)
    if place is None:
        return [(s, False)]
    if place <= 1:
        return [(s, True)]
    return [(_kept(s, 0, place), False), (_kept(s, place, len(s.words)), True)]


def _border(s: S.Sentence) -> int | None:
    """First word of the first border outside a quotation."""
    if TELLING.isdisjoint(s.different):
        return None
    for place, low in enumerate(s.lows):
        for words in BORDERS.get(low, ()):
            if tuple(s.lows[place : place + len(words)]) == words and not s.quoted[place]:
                return place
    return None


def _kept(s: S.Sentence, first: int, stop: int) -> S.Sentence:
    """The sentence with words and text blanked before word `first` and from word `stop` on; places stay what they are."""
    begin, end = s.starts[first], s.ends[stop - 1]
    before, after = [BLANK] * first, [BLANK] * (len(s.words) - stop)
    return replace(
        s,
        text=" " * begin + s.text[begin:end] + " " * (len(s.text) - end),
        words=before + s.words[first:stop] + after,
        lows=before + s.lows[first:stop] + after,
    )
