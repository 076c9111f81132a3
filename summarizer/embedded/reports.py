"""Reports without a reporting verb: "according to X", "X: …", "his claim that …", "is confident that …", "reportedly"."""

from collections.abc import Iterator

from summarizer.embedded import contents, cues, phrases
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.embedded.names import ACTORS, LANDS
from summarizer.embedded.statements import Place, Said
from summarizer.embedded.triggers import TRIGGERS
from summarizer.text import fold

__all__ = ["find", "reportedly", "speaks"]

LABEL = 4
"""Words. "Pat Caddell: …" has a label of so many words at most."""
LISTED = 8
"""Words. A list is announced at the beginning of its sentence."""
NOMINAL = {
    form: (act, frozenset(frames.split(",")), kind)
    for given, act, frames, kind in tables.rows("nominal")
    for form in given.split()
}
NOMINALS = frozenset(NOMINAL)
PLACES = phrases.TOWNS | frozenset(LANDS)
RUMOURS = S.GRAMMAR["rumour"]
AMID = S.GRAMMAR["amid"]
LISTING = frozenset({"include", "included", "includes"})
FINITE = S.VERBS - cues.NOUNS
"""Forms that are verbs wherever they stand."""
NOBODY = frozenset({"it", "there"}) | S.GRAMMAR["writer"]
"""Subjects that speak for nobody."""
HEARSAY = frozenset({"allegedly", "reportedly"})


def find(text: S.Text, index: int, speaker: Place | None) -> Iterator[Said]:
    """The reports of one sentence; `speaker` spoke last before it."""
    s = text.sentences[index]
    if "according" in s.different:
        yield from _according(s, index)
    if ":" in s.words[1 : LABEL + 1]:
        yield from _labelled(text, s, index)
    if speaker is not None and not LISTING.isdisjoint(s.different):
        yield from _listed(s, index, speaker)
    if not NOMINALS.isdisjoint(s.different):
        yield from _nominal(s, index)
    if not RUMOURS.isdisjoint(s.different):
        yield from _rumoured(s, index)


def reportedly(s: S.Sentence, index: int) -> Said | None:
    """ "reportedly", "allegedly": hearsay of the whole sentence."""
    if HEARSAY.isdisjoint(s.different):
        return None
    place = next(place for place, low in enumerate(s.lows) if low in HEARSAY)
    return None if s.quoted[place] else Said(None, "asserts", index, 0, index, len(s.words) - 1, None, place)


def speaks(s: S.Sentence, first: int, last: int) -> bool:
    """Whether a subject is somebody or a document, not a thing: a name, a pronoun, an actor, "the report"."""
    for place in range(first, last + 1):
        low = s.lows[place].removesuffix("'s")
        person = low in S.PRONOUNS and low not in ("it", "which", "that")
        if person or low in ACTORS or low in S.GRAMMAR["document"] or low in S.TITLES:
            return s.lows[last] not in TRIGGERS or low == s.lows[last]
        if low in S.PREPOSITIONS:
            break
    return s.words[last][0].isupper() and not s.capitals and s.lows[last] not in TRIGGERS


def _according(s: S.Sentence, index: int) -> Iterator[Said]:
    """ "According to X, …" and "…, according to X"."""
    for place in range(len(s.lows) - 2):
        if s.lows[place] != "according" or s.lows[place + 1] != "to" or s.quoted[place]:
            continue
        stop = place + 2
        while stop < len(s.lows) - 1 and s.words[stop] not in (",", ";") and s.words[stop] not in S.MARKS:
            stop += 1
        if stop == len(s.lows) - 1 and s.words[stop] not in (".", ",", "?"):
            stop += 1
        if stop > place + 2:
            yield _accord(s, index, place, stop)


def _accord(s: S.Sentence, index: int, place: int, stop: int) -> Said:
    """One "according to", whose speaker stands before word `stop`."""
    if place == 0:
        begin = _described(s, stop)
        first, last = min(begin + 1, len(s.lows) - 1), len(s.lows) - 1
    else:
        first, last = 0, place - 1
        while last > 0 and s.words[last] in contents.COMMAS:
            last -= 1
        if stop < len(s.lows) - 2 and s.words[stop] == "," and _resumes(s, stop + 1):
            last = len(s.lows) - 1
    return Said(Place(index, place + 2, stop - 1), "asserts", index, first, index, last, None, place, spoken=True)


def _described(s: S.Sentence, comma: int) -> int:
    """The comma behind a description of the speaker, or the one before it: "According to Ada Obi, the mayor, …"."""
    if comma + 1 >= len(s.lows) or s.lows[comma + 1] not in S.DETERMINERS:
        return comma
    for place in range(comma + 2, min(len(s.lows), comma + LISTED)):
        if s.words[place] == ",":
            return place
        if s.lows[place] in S.AUXILIARIES or s.lows[place] in FINITE:
            break
    return comma


def _resumes(s: S.Sentence, first: int) -> bool:
    """Whether the clause goes on at word `first`, where no description of the speaker stands ("Musa Garba, a local chief")."""
    if s.lows[first] in S.AUXILIARIES or s.lows[first] in FINITE:
        return True
    described = s.lows[first] in S.DETERMINERS or s.lows[first] in ("who", "head", "one")
    told = any(low in S.AUXILIARIES or low in FINITE for low in s.lows[first:])
    return len(s.lows) - first > LABEL and (told or not described)


def _labelled(text: S.Text, s: S.Sentence, index: int) -> Iterator[Said]:
    """ "PENCE: …" in a transcript, "Pat Caddell: …" in a headline."""
    stop = next((place for place in range(1, min(LABEL + 1, len(s.words) - 2)) if s.words[place] == ":"), None)
    if stop is None or text.upper:
        return
    begin = 1 if s.words[0] in S.MARKS else 0
    if fold(s.span(begin, max(begin, stop - 1))) in PLACES:
        return  # "QUETTA: Gunmen …" is a dateline, "Kharkiv: Seven killed" a headline
    if begin == stop or (s.quoted[stop] and not (s.words[begin].isupper() and len(s.words[begin]) > 1)):
        return
    if all(
        word[0].isupper() and low not in S.PREPOSITIONS for word, low in zip(s.words[begin:stop], s.lows[begin:stop], strict=True)
    ):
        end = _turn(text, index) if s.words[begin].isupper() and len(s.words[begin]) > 1 else index
        last = len(text.sentences[end].words) - 1
        yield Said(Place(index, begin, stop - 1), "asserts", index, stop + 1, end, last, None, stop, spoken=True)


def _turn(text: S.Text, index: int) -> int:
    """Index of the last sentence of the paragraph: a turn in a transcript."""
    end = index
    while end + 1 < len(text.sentences) and text.sentences[end + 1].paragraph == text.sentences[index].paragraph:
        end += 1
    return end


def _listed(s: S.Sentence, index: int, speaker: Place) -> Iterator[Said]:
    """ "Key actions highlighted include …": the list belongs to the last speaker."""
    for place in range(1, min(len(s.lows) - 2, LISTED)):
        verbs = cues.VERBS.get(s.lows[place])
        if verbs and verbs[0].past and s.lows[place + 1] in LISTING:
            yield Said(speaker, "asserts", index, 0, index, len(s.words) - 1, None, place)
            return


def _rumoured(s: S.Sentence, index: int) -> Iterator[Said]:
    """ "with reports of …", "amid rumours that …": hearsay, up to the next comma."""
    for place in range(1, len(s.lows) - 2):
        if s.lows[place] not in RUMOURS or s.quoted[place] or s.lows[place + 1] not in ("of", "that"):
            continue
        if s.lows[place - 1] not in AMID:
            continue
        last = next((at - 1 for at in range(place + 2, len(s.words)) if s.words[at] in (",", ";")), len(s.words) - 1)
        if last > place + 1:
            yield Said(None, "asserts", index, place + 2, index, last, None, place)


def _nominal(s: S.Sentence, index: int) -> Iterator[Said]:
    """ "his claim that …", "is confident that …"."""
    for place in range(1, len(s.lows) - 2):
        entry = NOMINAL.get(s.lows[place])
        if s.lows[place] in RUMOURS and s.lows[place - 1] in AMID:
            continue
        if entry is None or s.quoted[place] or not _fits(s, place, entry[1]) or (entry[2] == "a") != _predicative(s, place):
            continue
        source = _owner(s, place) if entry[2] == "n" else cues.subject(s, _verb_start(s, place))
        bare = source is None or not speaks(s, source[0], source[1])
        if entry[2] == "n" and bare and s.lows[place + 1] == "to":
            continue
        if source is not None and (s.lows[source[0]] in NOBODY or _denied(s, place, source[2])):
            source = None
        where = Place(index, source[0], source[2]) if source is not None else None
        first = place + 2 if s.lows[place + 1] == "that" else place + 1
        yield Said(where, entry[0], index, first, index, len(s.words) - 1, None, place)


def _denied(s: S.Sentence, place: int, subject: int) -> bool:
    """Whether the subject denies or answers what others claim: "the army rejected claims that", "in response to reports that"."""
    between = s.lows[subject + 1 : place]
    return any(verb.act == "denies" for low in between for verb in cues.VERBS.get(low, ())) or between[-2:] == ["response", "to"]


def _fits(s: S.Sentence, place: int, frames: frozenset[str]) -> bool:
    """Whether what follows the word is what it announces."""
    after = s.lows[place + 1]
    if after == "that":
        return "t" in frames
    if after == "to":
        return "i" in frames and contents.infinitive(s, place + 1)
    return after in S.GRAMMAR["question"] and "x" in frames


def _owner(s: S.Sentence, place: int) -> tuple[int, int, int] | None:
    """Whose claim it is: the possessive before the noun, else the subject."""
    for owner in range(place - 1, max(-1, place - 4), -1):
        low = s.lows[owner]
        if low in ("his", "her", "their", "its"):
            return owner, owner, owner
        if low.endswith(("'s", "s'")):
            first = owner
            while first > 0 and s.words[first - 1][0].isupper() and s.lows[first - 1] not in S.PREPOSITIONS:
                first -= 1
            return first, owner, owner
        if low in S.DETERMINERS or low in S.VERBS or low in S.PREPOSITIONS:
            break
    return cues.main(s, place)


def _verb_start(s: S.Sentence, place: int) -> int:
    """First word of the "be" and its adverbs before the adjective at word `place`."""
    while place > 0 and (s.lows[place - 1] in S.AUXILIARIES or s.lows[place - 1] in S.ADVERBS):
        place -= 1
    return place


def _predicative(s: S.Sentence, place: int) -> bool:
    """Whether a form of "be" stands before the word."""
    return any(low in S.GRAMMAR["be"] for low in s.lows[max(0, place - 3) : place])
