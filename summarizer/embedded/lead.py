"""The bottom line, made from the checked records of the request; it takes every figure as its record words it."""

from collections.abc import Iterator, Mapping, Sequence

from schemas.briefing import Lead, LeadLine
from summarizer.embedded import cues
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.embedded.names import ACTORS
from summarizer.embedded.triggers import TRIGGERS
from summarizer.text import fold, sentences

__all__ = ["compose"]

LONGEST = 5
"""Sentences of a bottom line at most."""
FIGURES = 2
"""Sentences about figures of one event at most."""
CLAIM_WORDS = 40
"""Words. A longer claim is left to the page."""
PLACES = 3
"""Places of an event that a sentence names at most."""
ALIKE = 0.6
"""Share of a claim's words from which it only repeats what another sentence says."""
ASKED = 12
"""Figures in a request at most: with so many, some may have been left out, and nothing is said to be missing."""

Row = Mapping[str, object]
ENDINGS: dict[str, str] = {row[0]: row[1] for row in tables.rows("endings")}
ACTS: dict[str, str] = {row[0]: row[1] for row in tables.rows("acts")}
TAILS = {
    "contested": ", though accounts differ",
    "denied": ", which is denied",
    "hedged": ", by unconfirmed reports",
    "planned": ", by plans",
}
"""How an event is presented, at the end of its sentence."""
DEADLY = frozenset({"air_or_drone_strike", "attack_on_civilians", "battle", "bombing", "shelling_or_missile"})
LOST = frozenset({"killed", "wounded", "neutralised", "missing"})
NUMBERS = S.GRAMMAR["number"]
HURT = frozenset({"abducted", "arrested", "captured", "injured", "kidnapped", "killed", "wounded"})
"""Participles that a headline writes without "were"."""
WEEKDAYS = S.GRAMMAR["day"] - {"today", "tonight", "yesterday"}
EVENTS = frozenset(low for low, entries in TRIGGERS.items() if any(entry[3] == "n" and len(entry[0]) == 1 for entry in entries))
COMMON = frozenset(
    {"coordinated", "magnitude", "military", "presidential", "reports", "security", "serious", "similar", "suspected"}
)
MASS = frozenset({"fire", "gunfire", "looting", "shellfire", "unrest", "violence"})
PLURALS = ("dozens", "hundreds", "scores", "thousands")
INNER = str.maketrans("“”", "‘’")


def compose(payload: Row) -> Lead:
    """Three to five sentences: the main event with its figures, who says what, what else happened, what is not stated."""
    records = payload.get("records")
    rows = [row for row in records if isinstance(row, dict) and row.get("id")] if isinstance(records, list) else []
    events = [row for row in rows if row.get("kind") == "event"]
    figures = [row for row in rows if row.get("kind") == "figure"]
    claims = [row for row in rows if row.get("kind") == "claim"]
    if not events:
        lines = [*_figures(figures), *(_claim(row) for row in claims if _short(row))]
        return Lead(lines=tuple(lines[:LONGEST]))
    first, *others = events
    own = [row for row in figures if row.get("event") == first["id"]]
    lines = [_event(first), *_figures(own)]
    lines += _claims(claims, first, [line.text for line in lines])
    missing = _missing(first, own) if len(figures) < ASKED else []
    news = [row for row in others if row.get("salience") != "background"] or others
    lines += [_event(row) for row in news[: max(0, LONGEST - len(lines) - len(missing))]]
    return Lead(lines=(*lines[: LONGEST - len(missing)], *missing))


def _words(value: object) -> list[str]:
    """A list of words; one word for a string."""
    if isinstance(value, str):
        return [value]
    return [str(word) for word in value] if isinstance(value, list | tuple) else []


def _joined(words: Sequence[str]) -> str:
    """ "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def _sentence(text: str) -> str:
    """The words with a capital and a full stop."""
    text = " ".join(text.split()).rstrip(" .,;:")
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _event(row: Row) -> LeadLine:
    """What happened, when and where."""
    what = _told(str(row.get("what", "")))
    body = what if _finite(what) else f"The reports tell of {_article(_lowered(what))}"
    when = _when(str(row.get("when") or ""), what)
    proper = [place for place in _words(row.get("where")) if all(word[0].isupper() for word in place.split())]
    named = list({fold(place).replace("-", " "): place for place in reversed(proper)}.values())[::-1]
    if named and not any(place in what for place in named) and " in " not in what.lower():
        body += f" in {_joined(named[:PLACES])}"
    tail = TAILS.get(str(row.get("status")), "")
    if not when:
        return LeadLine(text=_sentence(body + tail), items=(str(row["id"]),))
    first = when[:1].upper() + when[1:]
    return LeadLine(text=_sentence(f"{first}, {_lowered(body)}{tail}"), items=(str(row["id"]),))


def _told(what: str) -> str:
    """The title with "were" where a headline leaves it out: "ten rebels were killed"."""
    words = what.split()
    for place in range(1, len(words)):
        after = words[place + 1].lower() if place + 1 < len(words) else "in"
        if words[place] in HURT and after in S.PREPOSITIONS and not S.AUXILIARIES.intersection(words[:place]):
            many = words[place - 1].endswith("s") or words[0].lower() in NUMBERS or "people" in words[:place]
            return " ".join([*words[:place], "were" if many else "was", *words[place:]])
    return what


def _finite(what: str) -> bool:
    """Whether a title has a verb of its own."""
    lows = [word.lower().strip(",.") for word in what.split()]
    words = what.split()
    return any(
        low in S.AUXILIARIES or (low in S.VERBS and low not in cues.NOUNS | EVENTS and not low.endswith("ing"))
        for place, low in enumerate(lows)
        if place and lows[place - 1] not in S.DETERMINERS | S.PREPOSITIONS and (words[place].islower() or what.isupper())
    )


def _lowered(text: str) -> str:
    """The text with a small first letter where its first word is a common one."""
    first = text.split(" ", 1)[0]
    low = first.lower().strip(",.")
    if first.isupper() and len(first) > 1:
        return text
    common = low in S.DETERMINERS | NUMBERS | S.GRAMMAR["hedge"] | cues.NOUNS | COMMON or low in TRIGGERS or low in ACTORS
    parts = low.split("-")
    known = common or low.endswith("ing") or (len(parts) > 1 and parts[0] in NUMBERS)
    return text[:1].lower() + text[1:] if known else text


def _article(phrase: str) -> str:
    """The phrase with "a" before one thing: "a missile strike on a market"."""
    words = phrase.split()
    lows = [word.lower() for word in words]
    head = next((lows[place - 1] for place, low in enumerate(lows) if place and low in S.PREPOSITIONS), lows[-1])
    if head.endswith(("s", "ing", "ment")) or lows[0] in S.DETERMINERS | NUMBERS or lows[0].endswith("'s") or head in MASS:
        return phrase
    return f"{'an' if lows[0][0] in 'aeiou' else 'a'} {phrase}"


def _when(when: str, what: str) -> str:
    """A date as the beginning of a sentence, empty where the title gives it."""
    words = when.replace(",", " ").split()
    if not words or when in what or any(word in what.split() and not word.isdigit() for word in words):
        return ""
    low = words[0].lower()
    if low in WEEKDAYS or (words[0].isdigit() and len(words[0]) < len("2025") and len(words) > 1):
        return f"on {when}"
    if low in S.GRAMMAR["month"]:
        return f"on {when}" if len(words) > 1 and len(words[1]) < len("2025") else f"in {when}"
    return f"in {when}" if low.isdigit() else when


def _figures(rows: Sequence[Row]) -> Iterator[LeadLine]:
    """The casualties of an event, each with who states it; where sources differ, all of them in one sentence."""
    told = [row for row in rows if row.get("measure") in ENDINGS and row.get("scope") == "incident"]
    for row in sorted(told, key=lambda row: row.get("measure") != "killed")[:FIGURES]:
        said: dict[str, dict[str, None]] = {}
        stated = row.get("stated")
        for one in stated if isinstance(stated, list) else []:
            if isinstance(one, dict) and one.get("words"):
                by = _words(one.get("by")) or (["unconfirmed reports"] if one.get("hearsay") else [])
                said.setdefault(str(one["words"]), {}).update(dict.fromkeys(by))
        if said:
            yield LeadLine(text=_sentence(_stated(row, said)), items=(str(row["id"]),))


def _stated(row: Row, said: Mapping[str, Mapping[str, None]]) -> str:
    """ "A said 41 soldiers were killed, while B said nine"."""
    contested = row.get("status") == "contested" and len(said) > 1
    parts: list[str] = []
    for words, by in list(said.items())[: PLACES if contested else 1]:
        whole = _lowered(words) if parts else _counted(row, words)
        parts.append(f"{_speakers(list(by))} said {_lowered(whole)}" if by else whole)
    return f"{', '.join(parts[:-1])}, while {parts[-1]}" if len(parts) > 1 else parts[0]


def _speakers(names: Sequence[str]) -> str:
    """Who says it: "the army and residents"."""
    lone = [name.islower() and not name.endswith(("s", "police")) and name.split()[0] not in S.DETERMINERS for name in names]
    return _joined([f"the {name}" if one else name for name, one in zip(names, lone, strict=True)][:PLACES])


def _counted(row: Row, words: str) -> str:
    """The number, what is counted and what became of it."""
    counted = str(row.get("counted", ""))
    ending = ENDINGS[str(row.get("measure"))]
    bare = not counted or counted.lower() in words.lower() or any(char.isdigit() for char in counted)
    number = words if bare or ending in counted.split() or counted == "more" else f"{words} {counted}"
    if not bare and words.lower().endswith(PLURALS) and number != words:
        number = f"{words} of {counted}"
    return f"{number} {'was' if words.lower() in ('one', '1', 'a') else 'were'} {ending}"


def _claims(rows: Sequence[Row], event: Row, told: list[str]) -> Iterator[LeadLine]:
    """Two claims about an event that stand against each other in one sentence, or the first ones of different speakers."""
    about = [row for row in rows if event["id"] in _words(row.get("about")) and _short(row)]
    by_id = {str(row["id"]): row for row in rows}
    for row in about:
        for other in (by_id[id] for id in _words(row.get("opposes")) if id in by_id and _short(by_id[id])):
            one, two = _claim(row), _claim(other)
            yield LeadLine(text=f"{one.text[:-1]}, but {two.text}", items=one.items + two.items)
            return
    seen: set[tuple[str, ...]] = set()
    for row in about:
        speakers = tuple(_words(row.get("by")))
        if speakers not in seen and not any(_repeats(row, text) for text in told):
            seen.add(speakers)
            yield _claim(row)
            if len(seen) == FIGURES:
                return


def _repeats(row: Row, text: str) -> bool:
    """Whether a claim says little more than a sentence that stands there already."""
    said, held = (set(words.lower().strip(".").split()) - S.DETERMINERS - S.PREPOSITIONS for words in (_content(row), text))
    return len(said & held) >= ALIKE * min(len(said), len(held))


def _content(row: Row) -> str:
    """The first sentence of a claim without the marks around it."""
    words = " ".join(str(row.get("words", "")).split()).strip(' .,“”"').removeprefix("that ")
    spans = sentences(words)
    return words[spans[0][0] : spans[0][1]].strip(' .,“”"') if spans else words


def _short(row: Row) -> bool:
    """Whether a claim has a speaker and is a clause short enough for a sentence."""
    if row.get("act") == "claims_responsibility" and _words(row.get("by")):
        return True
    words = _content(row).split()
    opening = words[0].lower() if words else ""
    whole = opening not in S.AUXILIARIES and (opening not in S.VERBS or opening in cues.NOUNS) and _finite(" ".join(words))
    return bool(_words(row.get("by"))) and 2 < len(words) <= CLAIM_WORDS and whole and not {"(", " - "} & set(_content(row))


def _claim(row: Row) -> LeadLine:
    """Who says what, in the words of the claim."""
    by = _speakers(_words(row.get("by")))
    if row.get("act") == "claims_responsibility":
        return LeadLine(text=_sentence(f"{by} {ACTS['claims_responsibility']}"), items=(str(row["id"]),))
    words = _content(row).translate(INNER)
    words += "’" * (words.count("‘") - words.count("’") > 0)
    return LeadLine(text=_sentence(f"{by} {ACTS.get(str(row.get('act')), 'said')}: “{words}”"), items=(str(row["id"]),))


def _missing(event: Row, figures: Sequence[Row]) -> list[LeadLine]:
    """That no number of victims is stated for an event of violence."""
    lows = str(event.get("what", "")).lower().split()
    deadly = any(entry[1] in DEADLY for low in lows for entry in TRIGGERS.get(low, ()))
    if not deadly or any(row.get("measure") in LOST for row in figures):
        return []
    return [LeadLine(text="The records state no number of killed or wounded for it.", items=(str(event["id"]),))]
