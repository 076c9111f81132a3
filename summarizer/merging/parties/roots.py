"""Whom a party speaks for in the end, as a table or its own article says."""

import re

from schemas import ValidatedExtraction, ValidatedParty
from schemas.extraction import PartyType
from summarizer.merging.parties.anchors import Anchor, Node, canonical, holds, shown
from summarizer.names import Aliases, body, is_generic, key, kind, office, speaks_for

__all__ = ["roots"]

_STATE_BODIES = frozenset(["forces", "gendarmerie", "government", "police"])
_FOLLOW: frozenset[PartyType] = frozenset(["person", "media", "state_forces", "police", "government", "company", "other"])
"""Types that speak for the party they are part of; armed groups, alliances and organisations speak for themselves."""
HOPS = 8
"""Part-of links that are followed at most; a longer chain is a circle or a mistake."""


def roots(
    members: dict[Node, tuple[ValidatedExtraction, ValidatedParty]],
    found: dict[Node, str],
    aliases: Aliases,
    anchors: dict[Node, tuple[Anchor, ...]],
) -> dict[str, str]:
    """Id of a party → id of the one it speaks for; a state's forces and its government answer for themselves."""
    by_key = {anchor.key: found[node] for node in sorted(members) for anchor in anchors[node]}
    above: dict[str, str] = {}
    for node, (one, party) in sorted(members.items()):
        own = {anchor.key for anchor in anchors[node]}
        target = _above(own, party, by_key, aliases) or _told(one, node, party, found, own, by_key, aliases)
        if target and target != found[node]:
            above.setdefault(found[node], target)
    return {party: _top(party, above) for party in found.values()}


def _above(own: set[str], party: ValidatedParty, by_key: dict[str, str], aliases: Aliases) -> str | None:
    """The party that a table says the party speaks for, where the articles name it."""
    for name in (party.said.name, *party.said.also):
        if alias := aliases.part(shown(name, aliases)):
            return by_key.get(canonical(alias.shown))
    for one in sorted(own):
        nation, _, kind = one.partition("/")
        if kind in speaks_for():
            return by_key.get(f"{nation}/{speaks_for()[kind]}")
    return None


def _told(
    one: ValidatedExtraction,
    node: Node,
    party: ValidatedParty,
    found: dict[Node, str],
    own: set[str],
    by_key: dict[str, str],
    aliases: Aliases,
) -> str | None:
    """The party that the article itself says the party belongs to or speaks for."""
    if party.said.type not in _FOLLOW or any(key_.partition("/")[2] in _STATE_BODIES for key_ in own):
        return None
    if party.said.part_of:
        return found.get((node[0], party.said.part_of))
    return _office(one, party, found, by_key, aliases) if party.said.type == "person" else None


def _office(
    one: ValidatedExtraction, person: ValidatedParty, found: dict[Node, str], by_key: dict[str, str], aliases: Aliases
) -> str | None:
    """The party in the words right beside a person's name ("NAME, head of DIRPA", "army spokesman NAME")."""
    names = _bodies(one, found)
    if (inside := office(person.said.name).of) and (target := names.get(inside) or _tabled(inside, by_key, aliases)):
        return target
    for place in re.finditer(re.escape(person.said.name), one.article.text):
        after = _BESIDE.match(one.article.text[place.end() : place.end() + BESIDE])
        before = _AHEAD.search(one.article.text[max(0, place.start() - BESIDE) : place.start()])
        for words in (after, before):
            if words and _TITLES.search(words.group(1)):
                held = sorted((name for name in names if holds(words.group(1), name)), key=lambda name: (-len(name), name))
                target = names[held[0]] if held else _tabled(words.group(1), by_key, aliases)
                if target:
                    return target
    return None


def _bodies(one: ValidatedExtraction, found: dict[Node, str]) -> dict[str, str]:
    """Names of an article's parties that are no persons, with the party across articles."""
    return {
        name: found[one.article.id, party.id]
        for party in one.parties
        for name in (party.said.name, *party.said.also)
        if (one.article.id, party.id) in found and party.said.type != "person" and not (is_generic(name) and kind(name) is None)
    }


def _tabled(words: str, by_key: dict[str, str], aliases: Aliases) -> str | None:
    """The party that the tables find in some words: a body of a state, or one that speaks for another."""
    told = key(words).split()
    for size in range(min(len(told), OFFICE), 0, -1):
        for start in range(len(told) - size + 1):
            name = shown(" ".join(told[start : start + size]), aliases)
            above = aliases.part(name)
            target = by_key.get(canonical(above.shown if above else name)) if above or body(name) else None
            if target:
                return target
    return None


_BESIDE = re.compile(r",\s*([^.;“”\"]{3,80})")
_AHEAD = re.compile(r"([^.,;“”\"]{3,60})\s$")
BESIDE = 100
"""Code points beside a name that may tell whom the person speaks for."""
OFFICE = 6
"""Words that the name of such a body has at most."""
_TITLES = re.compile(
    r"\b(?:chair\w*|chief|colonel|command\w*|director|general|governor|head|leader|lieutenant|major|minister|officer|official|president|"
    r"secretary|spokes\w+)\b",
    re.IGNORECASE,
)


def _top(party: str, above: dict[str, str]) -> str:
    """The end of the part-of links from `party`; the party itself where they run in a circle."""
    seen = [party]
    while (up := above.get(seen[-1])) is not None and len(seen) < HOPS:
        if up in seen:
            return party
        seen.append(up)
    return seen[-1]
