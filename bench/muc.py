"""Incident templates of the embedded model on a set in the MUC-4 layout: one JSON object a line, `docid` and `text`.

usage: python -m bench.muc GOLD.jsonl[.gz] PREDICTIONS.jsonl

An extraction has no template: events give the incident types, `by` the perpetrators, `against` the human targets, places
that are buildings or vehicles the physical targets, figures the casualties. Weapons are in no record; they are looked up by a
word list in the sentences that the event cites, and so is the fate of a victim who is not counted.
"""

import re
from collections.abc import Iterator

from bench.embedded import extraction, predict
from schemas.article import Article
from schemas.extraction import Event, Extraction, Figure, Party
from summarizer import figures
from summarizer.embedded.names import ACTORS

INCIDENTS = {
    "battle": "attack",
    "attack_on_civilians": "attack",
    "air_or_drone_strike": "attack",
    "shelling_or_missile": "attack",
    "bombing": "bombing",
    "abduction": "kidnapping",
}
WEAPONS = re.compile(
    r"(?i)\b(?:car[- ]?bombs?|truck[- ]bombs?|time bombs?|bombs?|dynamite|grenades?|explosives|explosive devices?|mines?|"
    r"rockets?|mortars?|machine ?guns?|submachine ?guns?|rifles?|pistols?|guns?|missiles?|stones|explosive charges?|"
    r"molotov cocktails?)\b"
)
ARSON = re.compile(r"(?i)\b(?:burn(?:ed|t|ing)?|arson|set (?:on )?fire|torch(?:ed)?)\b")
KILLED = re.compile(
    r"(?i)\b(?:kill(?:ed|ing|s)?|murder(?:ed|s)?|assassinat(?:ed|ion|ing)|dead|died|death|slain|executed|massacred?)\b"
)
WOUNDED = re.compile(r"(?i)\b(?:wound(?:ed|ing|s)?|injur(?:ed|ing|ies|y))\b")
FACILITY = re.compile(
    r"(?i)\b(?:embassy|headquarters|building|house|home|residence|office|bank|bridge|bus|car|truck|vehicle|plane|helicopter|farm|plant|"
    r"church|school|station|barracks|base|post|pylons?|towers?|installations?|shops?|store|restaurant|hotel|airport|train|jeep|"
    r"lines?|facilities|offices|buildings|houses|vehicles|stores|banks|buses|trucks|pipeline|palace|system|plantation)$"
)
PLURAL = re.compile(r"(?:s|men|people|children|police)$")
INDIVIDUAL = re.compile(
    r"(?i)(?:s|men|people|terrorist|guerrilla|rebel|person|individual|man|gunman|unit|commando|column|group|squad)$"
)
ROLES = ("PerpInd", "Target", "Victim", "Weapon")
TARGETS = frozenset({"civilians", "person", "government", "media", "company", "igo_ngo"})


def templates(article: Article, found: Extraction) -> list[dict[str, object]]:
    """One template for each kind of incident that the text tells as a happening."""
    parties = {party.id: party for party in found.parties}
    groups: dict[str, list[Event]] = {}
    for event in found.events:
        if incident := _incident(article, event, parties):
            groups.setdefault(incident, []).append(event)
    made = [_template(article, found, incident, events, parties) for incident, events in groups.items()]
    full = [template for template in made if any(template[role] for role in ROLES)]
    made = full or made[:1]
    rows = _casualties(article, found, parties, [event for events in groups.values() for event in events])
    for template in made[:1]:
        template["casualties"] = rows
    return made


def _incident(article: Article, event: Event, parties: dict[str, Party]) -> str | None:
    """The incident type of an event; None for what is no terrorist incident or did not happen."""
    if event.status in ("denied", "planned", "hypothetical") or event.salience == "background":
        return None
    words = _words(article, event)
    if event.type in ("riot", "crime", "disaster_or_accident") and ARSON.search(words):
        return "arson"
    if event.type == "crime" and re.search(r"(?i)\brobb|\bstole", words):
        return "robbery"
    if event.type == "battle" and not _civil(event, parties):
        return None
    return INCIDENTS.get(event.type)


def _civil(event: Event, parties: dict[str, Party]) -> bool:
    """Whether a clash has a civilian victim or a building as its target; the set leaves out fighting between forces."""
    return any(parties[id].type in TARGETS for id in event.against) or any(FACILITY.search(place) for place in event.places)


def _words(article: Article, event: Event) -> str:
    """The sentences that tell an event."""
    return " ".join(article.sentence(number) for number in event.sentences)


def _template(
    article: Article, found: Extraction, incident: str, events: list[Event], parties: dict[str, Party]
) -> dict[str, object]:
    """One template from the events of one kind."""
    by = [parties[id] for event in events for id in event.by]
    against = [parties[id] for event in events for id in event.against]
    words = " ".join(_words(article, event) for event in events)
    weapons = dict.fromkeys(match.group().lower() for match in WEAPONS.finditer(words))
    named = [party for party in by if _organisation(party)] or [
        party for party in found.parties if party.type == "armed_group" and _organisation(party)
    ]
    return {
        "incident_type": incident,
        "PerpInd": _entities(party.name for party in by if not _organisation(party)),
        "PerpOrg": _entities(party.name for party in named)[:2],
        "Target": _entities(place for event in events for place in event.places if FACILITY.search(place)),
        "Victim": _entities(_bare(party) for party in against if party.type in TARGETS and not _organisation(party)),
        "Weapon": [[weapon] for weapon in list(weapons)[:2]],
        "stage": "ACCOMPLISHED",
        "casualties": [],
    }


def _organisation(party: Party) -> bool:
    """Whether a party is a body with a name of its own."""
    return party.type not in ("person", "civilians") and not INDIVIDUAL.search(party.name)


def _bare(party: Party) -> str:
    """A victim's name without title."""
    return re.sub(
        r"(?i)^(?:(?:president|minister|colonel|col|general|gen|dr|mr|mrs|father|judge|mayor|senator)\.? )+", "", party.name
    )


def _entities(names: Iterator[str]) -> list[list[str]]:
    """One entity for each name."""
    return [[name] for name in dict.fromkeys(name.lower() for name in names)]


def _casualties(article: Article, found: Extraction, parties: dict[str, Party], events: list[Event]) -> list[dict[str, object]]:
    """Rows of outcome and number: counted victims, then those who are named or mentioned without a number."""
    counted: set[tuple[str, int]] = set()
    told = {event.id for event in events}
    rows: dict[tuple[object, ...], dict[str, object]] = {}
    for figure in found.figures:
        outcome = {"killed": "killed", "wounded": "wounded"}.get(figure.measure)
        if outcome is None or figure.scope != "incident" or not (figure.event in told or figure.event is None):
            continue
        counted.add((outcome, figure.sentence))
        owners = [parties[id].type for id in figure.parties]
        fighters = bool(owners) and all(kind == "armed_group" for kind in owners)
        row = None if fighters or (not owners and figure.counted == figure.text) else _counted(figure, outcome)
        if row is not None:
            key = (outcome, row["low"], row["high"])
            rows.setdefault(key if row["low"] != 1 else (*key, figure.counted), row)
    for event in events:
        victims = [parties[id] for id in event.against]
        bare = any(_bare_name(party) for party in victims)
        for party in victims:
            for row in _named(article, event, party, counted):
                if party.type != "armed_group" and not (bare and _described(party)):
                    rows.setdefault((row["outcome"], 1, 1, party.name), row)
    return list(rows.values())


def _head(party: Party) -> str:
    """The last word of the first noun phrase of a party's name."""
    return re.split(r" (?:of|in|from|for|at|to)\b", party.name.lower())[0].split()[-1]


def _bare_name(party: Party) -> bool:
    """Whether a person has a name, not a description."""
    return party.type == "person" and len(party.name.split()) > 1 and _head(party) not in ACTORS


def _described(party: Party) -> bool:
    """Whether a name is an office or a title, which the person named beside it holds."""
    return party.type in ("person", "government") and _head(party) in ACTORS


def _counted(figure: Figure, outcome: str) -> dict[str, object] | None:
    """The row of a figure."""
    quantity = figures.quantity(figure.text)
    if quantity is None:
        return None
    approx = quantity.qualifier == "approx"
    low, high = (int(bound) if bound is not None else None for bound in (quantity.low, quantity.high))
    if quantity.qualifier == "vague":
        return {"outcome": outcome, "low": 2, "high": None, "approx": False, "plural": True, "who": figure.counted}
    return {"outcome": outcome, "low": low, "high": high, "approx": approx, "plural": False, "who": figure.counted}


def _named(article: Article, event: Event, party: Party, counted: set[tuple[str, int]]) -> Iterator[dict[str, object]]:
    """The row of a victim without a number: one person counts one, several without a number count nothing."""
    head = _head(party)
    several = PLURAL.search(head) if party.type != "person" or head in ACTORS else None
    for number in event.sentences:
        sentence = article.sentence(number)
        if several or not any(name in sentence for name in (party.name, *party.also)):
            continue
        for outcome, words in (("killed", KILLED), ("wounded", WOUNDED)):
            if words.search(sentence) and (outcome, number) not in counted:
                yield {"outcome": outcome, "low": 1, "high": 1, "approx": False, "plural": False, "who": party.name}
                return


def main() -> None:
    """Write the predictions."""
    predict(__doc__, "docid", lambda article: {"templates": templates(article, extraction(article))})


if __name__ == "__main__":
    main()
