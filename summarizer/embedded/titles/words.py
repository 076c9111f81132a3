"""Words and numbers that decide where a title begins and ends."""

from summarizer.embedded import cues
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.embedded.triggers import TRIGGERS

__all__ = [
    "CALENDAR",
    "CLAUSE",
    "COUNTED",
    "COUNTING",
    "DECIDING",
    "ENDS",
    "FINITE",
    "HEADLINE",
    "HURTING",
    "INNER",
    "JOINTS",
    "KIND",
    "KINDS",
    "LEADING",
    "LIKE_ADVERBS",
    "LOST",
    "MONTHS",
    "NEAR",
    "NUMBERS",
    "OPENING",
    "OWNERS",
    "PARTICLES",
    "PHRASE",
    "POINTERS",
    "SAYING",
    "SPEAKING",
    "TELLING",
    "TIMES",
    "TOLD",
    "TRAILING",
    "TRIED",
    "UNFINISHED",
    "WEEKDAYS",
    "WORDS",
]

WORDS = 12
"""Words of a title, as the record's field asks."""
TRIED = 4
"""Triggers of a sentence that are tried."""
OPENING = 12
"""Characters at the beginning of a sentence in which its place may stand."""
NEAR = 6
"""Words between a verb such as "launched" and its noun."""
CLAUSE = 6
"""Worth of a clause."""
PHRASE = 3
"""Worth of a noun phrase."""
KIND = 0
"""Worth of a title that only names the kind of event."""
HEADLINE = 20
"""Worth of the headline itself: no sentence is better."""
ENDS = frozenset({",", ";", ":", "—", "–", "--", ".", "-", "...", "…", "?", "!", "/", "|"})
KINDS: dict[str, tuple[str, str]] = {row[0]: (row[1], row[2]) for row in tables.rows("kinds")}
CALENDAR = S.GRAMMAR["month"] | S.GRAMMAR["day"]
MONTHS = S.GRAMMAR["month"]
WEEKDAYS = S.GRAMMAR["day"] - {"today", "tonight", "yesterday"}
TIMES = CALENDAR | frozenset({"early", "late", "last", "morning", "afternoon", "evening", "night", "overnight"})
COUNTING = frozenset({"about", "almost", "around", "just", "nearly", "one", "only", "over", "up"})
LEADING = (
    S.CONJUNCTIONS | S.SUBORDINATORS | S.ADVERBS | S.PREPOSITIONS | frozenset({"according", "also", "such", "that", "then"})
) - COUNTING
POINTERS = S.SUBJECTS | frozenset(
    {"all", "both", "many", "most", "one", "others", "some", "that", "there", "these", "this", "those", "what", "which", "who"}
)
OWNERS = frozenset({"her", "his", "its", "my", "our", "their", "your"})
PARTICLES = frozenset({"apart", "away", "back", "down", "off", "out", "over", "up", "dead"})
TRAILING = S.CONJUNCTIONS | S.PREPOSITIONS | S.DETERMINERS | S.AUXILIARIES | S.SUBORDINATORS | S.SUBJECTS | S.NEGATIONS | S.TITLES
UNFINISHED = (S.ADVERBS - {"ago", "elsewhere", "overnight", "today", "tomorrow", "tonight", "yesterday", "again"}) | {
    "early",
    "late",
    "last",
}
NUMBERS = S.GRAMMAR["number"]
TELLING = (
    S.GRAMMAR["light"]
    | frozenset({"ended", "ends", "foil", "foiled", "foils", "survived", "thwarted", "win", "wins", "won"})
    | frozenset(form for row in tables.rows("outcomes") for form in tables.forms(row[0]))
    | frozenset(low for low, entries in TRIGGERS.items() if any(entry[3] == "v" and len(entry[0]) == 1 for entry in entries))
)
"""Verbs whose object is a happening: "launched an attack", "repelled an assault"."""
SAYING = frozenset(cues.VERBS) - cues.NOUNS - TELLING
FINITE = S.VERBS - cues.NOUNS
"""Forms that are verbs wherever they stand."""
JOINTS = S.PREPOSITIONS | FINITE
"""Words behind a noun that say more of the happening."""
SPEAKING = S.GRAMMAR["document"] | S.GRAMMAR["spoken"]
DECIDING = frozenset({"agreed", "decided", "refused", "voted"})
HURTING = frozenset(
    form for row in tables.rows("casualties") if row[2] == "v" and " " not in row[0] for form in tables.forms(row[0])
) | {"shot"}
TOLD = (TELLING | HURTING) - cues.NOUNS
LIKE_ADVERBS = frozenset({"ally", "anomaly", "assembly", "family", "italy", "july", "rally", "reply", "supply"})
"""Words in -ly that are no adverbs."""
LOST = frozenset({"death", "deaths"})
COUNTED = frozenset({"number", "toll", "dozens", "total"})
INNER = frozenset('“”„«»"()[]‘') | S.MARKS
