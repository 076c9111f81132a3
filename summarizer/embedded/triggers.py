"""Words that name a happening, and how their company changes its type."""

from dataclasses import dataclass

from schemas.extraction import EventType
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables

__all__ = ["CONTEXTS", "TRIGGERS", "Trigger", "find", "shifted"]


@dataclass(slots=True)
class Trigger:
    """A word that names a happening, at words `first` to `last` of the sentence with index `index`."""

    index: int
    first: int
    last: int
    type: EventType
    weight: int
    kind: str


def _table() -> dict[str, list[tuple[tuple[str, ...], EventType, int, str]]]:
    """First word → phrases that begin with it, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], EventType, int, str]]] = {}
    for given, kind, type_, weight in tables.rows("triggers"):
        if kind == "v":
            first, *rest = given.split()
            phrases = [" ".join([form, *rest]) for form in (tables.forms(given) if not rest else tables.forms(first))]
        elif kind == "n":
            phrases = list(tables.nouns(given)) if not given.endswith("s") else [given]
        else:
            phrases = [form.strip() for form in given.split(",")]
        for phrase in phrases:
            parts = tuple(phrase.split())
            found.setdefault(parts[0], []).append((parts, type_, int(weight), kind))  # type: ignore[arg-type]  # checked by a test
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in found.items()}


TRIGGERS = _table()


def find(s: S.Sentence, index: int) -> list[Trigger]:
    """The triggers of one sentence, in order; the longest phrase at a place counts, one of type "other" only in its company."""
    found: list[Trigger] = []
    after = 0
    for place in [place for place, low in enumerate(s.lows) if low in TRIGGERS]:
        told = place >= after and not (s.lows[place] in S.GRAMMAR["month"] and _month(s, place))
        for parts, type_, weight, kind in TRIGGERS[s.lows[place]] if told else ():
            size = len(parts)
            if size == 1 or tuple(s.lows[place : place + size]) == parts:
                sure = shifted(type_, s) if type_ == "other" else type_
                if sure != "other":
                    found.append(Trigger(index, place, place + size - 1, sure, weight, _told(s, place, size, kind)))
                after = place + size
                break
    return found


def _month(s: S.Sentence, place: int) -> bool:
    """Whether "March" is the month: a number stands beside it, or it has a capital inside a sentence."""
    beside = s.words[place - 1 : place] + s.words[place + 1 : place + 2] if place else s.words[1:2]
    return any(word.isdigit() for word in beside) or (place > 0 and s.words[place].istitle() and not s.capitals)


def _told(s: S.Sentence, place: int, size: int, kind: str) -> str:
    """Whether the word is a verb or a noun there."""
    low = s.lows[place]
    before = s.lows[place - 1] if place and s.lows[place - 1] != "that" else ""
    if kind == "x":
        return "v" if low in S.VERBS and before not in S.DETERMINERS and s.lows[place + size - 1] != "of" else "n"
    after = s.lows[place + size] if place + size < len(s.lows) else ""
    if kind == "n" or low.endswith("ed"):
        return kind
    noun = (after == "of" and size == 1) or before in S.DETERMINERS or before.endswith("'s") or before in BEHIND
    return "n" if noun else "v"


BEHIND = S.PREPOSITIONS - {"to"}
"""Words behind which a noun stands."""
CONTEXTS = tables.vocabulary("contexts")
SHIFTS = [
    (row[0], frozenset(row[1].split(" + ")), frozenset(row[2].split(" + ")) - {"-"}, row[3]) for row in tables.rows("shifts")
]


def shifted(type_: EventType, s: S.Sentence) -> EventType:
    """The type that the company of the triggers makes of it."""
    for before, having, lacking, after in SHIFTS:
        if before != type_ or not all(s.different.isdisjoint(CONTEXTS[name]) for name in lacking):
            continue
        if not any(s.different.isdisjoint(CONTEXTS[name]) for name in having):
            return after  # type: ignore[return-value]  # checked by a test
    return type_
