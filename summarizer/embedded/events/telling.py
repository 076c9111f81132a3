"""What one sentence tells of a happening: its date, status and outcome, and whether it points back, recalls or only names."""

from bisect import bisect_left

from schemas.extraction import Outcome, Status
from summarizer import dates
from summarizer.embedded import borders, counts, cues, phrases, roles
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.embedded.triggers import Trigger
from summarizer.text import fold

__all__ = [
    "PAST",
    "date",
    "definite",
    "earlier",
    "first",
    "habitual",
    "hurt",
    "never",
    "outcome",
    "past",
    "pointed",
    "site",
    "status",
    "unreal",
]

DATING = phrases.MONTHS | phrases.DAYS | {"ago", "day", "month", "night", "week", "weekend", "year"}
"""Words without which a sentence has no date, but for digits."""
HURTING = frozenset(
    low for low, (measure, _) in counts.CASUALTIES.items() if measure in ("killed", "wounded", "neutralised", "missing")
)
"""Words that may say that people were killed, wounded or neutralised."""
DENIALS = frozenset(low for low, verbs in cues.VERBS.items() if any(verb.act == "denies" for verb in verbs)) - cues.NOUNS
URGING = frozenset(low for low, verbs in cues.VERBS.items() if any(verb.act == "urges" for verb in verbs)) - cues.NOUNS
DENIED = 8
"""Words. A verb that denies or urges a happening stands so near before it: "rejected claims that it had attacked"."""
OUTCOMES: dict[str, Outcome] = {
    form: row[1]  # type: ignore[misc]  # checked by a test
    for row in tables.rows("outcomes")
    for form in tables.forms(row[0])
}
ENDINGS = frozenset(OUTCOMES)
POINTING = frozenset(["its", "latest", "recent", "the", "their", "these", "this", "those"])
PAST = frozenset(["earlier", "previously", "last", "ago", "since"])


def status(s: S.Sentence, trigger: Trigger, attributed: bool) -> Status:
    """How the sentence presents the happening."""
    lows = s.lows
    near = lows[max(0, trigger.first - 4) : trigger.first]
    before = lows[max(0, trigger.first - DENIED) : trigger.first]
    if any(low in S.NEGATIONS for low in near) or any(low in DENIALS for low in before):
        return "denied"
    if any(low in S.GRAMMAR["modal"] and not _month(s, place) for place, low in enumerate(near, max(0, trigger.first - 4))):
        return "hypothetical"
    if trigger.kind == "v" and lows[trigger.first - 1 : trigger.first] == ["to"] and any(low in URGING for low in before):
        return "hypothetical"
    if any(low in ("will", "plans", "planned", "planning", "shall", "upcoming") for low in near):
        return "planned"
    if "reportedly" in s.different or "allegedly" in s.different or "suspected" in near:
        return "hedged"
    return "attributed" if attributed else "asserted"


def _month(s: S.Sentence, place: int) -> bool:
    """Whether the word is the month of May."""
    return s.lows[place] == "may" and s.words[place][0].isupper()


def date(s: S.Sentence) -> str | None:
    """The words of the first date of a sentence."""
    if counts.DIGIT.search(s.text) is None and DATING.isdisjoint(s.different):
        return None
    told = (one for one in dates.scan(s.tokens) if not _speaking(s, one.start, one.end))
    found = next(told, None)
    return s.text[found.start : found.end] if found is not None else None


def _speaking(s: S.Sentence, start: int, end: int) -> bool:
    """Whether a date is that of a statement, a new toll or a start: "officials said on Friday", "since 1993"."""
    first, after = bisect_left(s.starts, start), bisect_left(s.starts, end)
    before = first - 1
    if before >= 0 and s.lows[before] == "since":
        return True  # "who has directed the home since 1993"
    while before > 0 and (s.lows[before] in S.PREPOSITIONS or s.lows[before] in ("late", "early", "reporters")):
        before -= 1
    if before >= 0 and s.lows[before] in cues.VERBS and s.lows[before] not in cues.NOUNS:
        return True
    if (
        before > 1
        and (s.lows[before][0].isdigit() or s.lows[before] in counts.NUMBERS)
        and s.lows[before - 1] in S.GRAMMAR["risen"]
    ):
        return not S.GRAMMAR["tally"].isdisjoint(s.lows[:before])  # "the toll rose to 20 on Friday"
    follows = s.lows[after : after + 1]
    return bool(follows) and (follows[0] in S.GRAMMAR["counting"] or (follows[0] in cues.VERBS and follows[0] not in cues.NOUNS))


def hurt(s: S.Sentence) -> int | None:
    """The first word that says that people were killed, wounded or neutralised: "killed", "the deaths of"."""
    if HURTING.isdisjoint(s.different):
        return None
    for place, low in enumerate(s.lows):
        if low in HURTING and not s.quoted[place]:
            kind = counts.CASUALTIES[low][1]
            if kind in ("v", "d") or (kind == "n" and s.lows[place + 1 : place + 2] == ["of"]):
                return place
    return None


def first(part: S.Sentence) -> int:
    """The first word of a part of a sentence."""
    return next((place for place, word in enumerate(part.words) if word != borders.BLANK), 0)


def site(place: str) -> bool:
    """Whether a place is a building or another site rather than a town: "the SYL Hotel"."""
    return place.split()[-1].lower() in roles.FACILITIES


def habitual(s: S.Sentence, trigger: Trigger) -> bool:
    """Whether the trigger tells what somebody does time and again: "the group frequently attacks hotels"."""
    return trigger.first > 0 and s.lows[trigger.first - 1] in S.GRAMMAR["habit"]


def unreal(s: S.Sentence, trigger: Trigger) -> bool:
    """Whether the trigger only names a kind of thing ("including human trafficking") or something that will not be."""
    near = s.lows[max(0, trigger.first - 4) : trigger.first]
    return any(low in S.GRAMMAR["unreal"] for low in near) or near[-1:] == ["no"]


def never(s: S.Sentence, trigger: Trigger) -> bool:
    """Whether the trigger tells what will not be: "our people will not be surrendered"."""
    near = s.lows[max(0, trigger.first - 4) : trigger.first]
    return trigger.kind != "n" and "will" in near and ("not" in near or "never" in near)


def definite(s: S.Sentence, trigger: Trigger) -> bool:
    """Whether the trigger points back: "the attacks", "this latest assault"."""
    if trigger.kind != "n" or not PAST.isdisjoint(s.different):
        return False
    return any(low in POINTING or low.endswith("'s") for low in s.lows[max(0, trigger.first - 2) : trigger.first])


def pointed(s: S.Sentence, trigger: Trigger) -> str:
    """The town that a noun which points back names: "Tell Abyad" of "the Tell Abyad blast"; empty where it names none."""
    first = trigger.first
    while first > 0 and s.words[first - 1][0].isupper() and s.lows[first - 1] not in S.DETERMINERS and not s.capitals:
        first -= 1
    if trigger.kind != "n" or first in (0, trigger.first) or s.lows[first - 1] not in POINTING:
        return ""
    name = s.span(first, trigger.first - 1)
    return name if fold(name) in phrases.TOWNS else ""


def outcome(s: S.Sentence) -> Outcome:
    """How it ended, as the words of the sentence state it."""
    if ENDINGS.isdisjoint(s.different):
        return "not_stated"
    for place, low in enumerate(s.lows):
        if low in OUTCOMES and not s.quoted[place]:
            return OUTCOMES[low]
    return "not_stated"


def past(s: S.Sentence) -> bool:
    """Whether a sentence recalls something from earlier: it names a year, or says so."""
    return not PAST.isdisjoint(s.different) or any(len(low) == 4 and low[0] in "12" and low.isdigit() for low in s.different)


def earlier(words: str | None, lead: str | None) -> bool:
    """Whether a date lies in an earlier month than the date of the main event."""
    one, two = (found[0].when if words_ and (found := dates.find(words_)) else None for words_ in (words, lead))
    if one is None or two is None or one.month is None or two.month is None:
        return False
    return (one.year or 0, one.month) < (two.year or one.year or 0, two.month)
