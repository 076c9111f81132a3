"""The keys by which a party of one article joins those of others: tables, state bodies, acronyms, or its own folded words."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from schemas import ValidatedExtraction, ValidatedParty
from summarizer.names import Aliases, acronyms, bare, body, core, is_generic, key, kind, office, speaks_for

__all__ = ["Anchor", "Learnt", "Node", "Reason", "anchors_of", "canonical", "given", "holds", "learn", "shown"]

Reason = Literal["same_words", "same_text", "acronym", "alias_table", "user_alias", "part_of", "proposed"]
Node = tuple[str, str]
"""Article and party id."""
FULL = 2
"""Words of a person's own name from which it joins articles; a surname alone may be anybody's."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A key by which a name joins others, with why."""

    key: str
    reason: Reason
    detail: str
    name: str
    tabled: bool = False
    """Whether the name is written as the table shows it."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What one article's text says of names."""

    acronyms: dict[str, str]
    """Acronym → full name as written."""
    nations: dict[str, set[str]]
    """Kind of body → the countries whose body of this kind the text speaks of."""


def learn(one: ValidatedExtraction, aliases: Aliases) -> Learnt:
    """The acronyms that the text explains, and the one country that its state bodies belong to."""
    found = acronyms(one.article.text)
    names = [name for party in one.parties for name in (party.said.name, *party.said.also)]
    nations: dict[str, set[str]] = defaultdict(set)
    for known in (body(shown(name, aliases)) for name in names):
        if known:
            nations[speaks_for().get(known.body, known.body)].add(known.country)
    return Learnt(found, nations)


def shown(name: str, aliases: Aliases) -> str:
    """The name that the tables show for `name`, or `name`."""
    alias = aliases.group(name)
    return alias.shown if alias else name


def anchors_of(one: ValidatedExtraction, party: ValidatedParty, aliases: Aliases, learnt: Learnt) -> tuple[Anchor, ...]:
    """The keys by which a party of an article joins those of others, one a name; none where it is only described."""
    names = list(dict.fromkeys((party.said.name, *party.said.also, *([party.acronym] if party.acronym else []))))
    found = [anchor for name in names for anchor in _keys(name, one, aliases, learnt, first=name == party.said.name)]
    person = party.said.type == "person"
    own = {anchor.key for anchor in found if "/" in anchor.key and (anchor.name == party.said.name or person)}
    found = [anchor for anchor in found if not own or "/" not in anchor.key or anchor.key in own]
    return tuple(_own_name(anchor) if person else anchor for anchor in found if not person or anchor.name == party.said.name)


def _own_name(anchor: Anchor) -> Anchor:
    """The key of a person without office and rank ("army spokesman Ade Bello" and "Colonel Ade Bello" are one)."""
    proper = office(anchor.name).proper
    if anchor.key != core(anchor.name) or len(core(proper).split()) < FULL or key(proper) == key(anchor.name):
        return anchor
    return replace(anchor, key=core(proper), detail=f"“{anchor.name}” is {proper} with office or rank.")


def _keys(name: str, one: ValidatedExtraction, aliases: Aliases, learnt: Learnt, *, first: bool) -> list[Anchor]:
    """The keys of one name: by table, by state body, by acronym, or its own folded words."""
    if alias := aliases.group(name):
        detail = f"“{name}” is another name of {alias.shown} ({alias.source})."
        plain = key(alias.shown) == key(name)
        return [
            Anchor(canonical(alias.shown), "same_words" if plain else alias.table, _same(name) if plain else detail, name, plain)
        ]
    if known := body(name):
        return [Anchor(canonical(name), "alias_table", f"“{name}” names the {known.body} of {known.country}.", name)]
    part = kind(name)
    if part and len(held := learnt.nations.get(speaks_for().get(part, part), set())) == 1:
        nation = next(iter(held))
        detail = f"{one.article.name} speaks of no other state's {part} than {nation}'s."
        return [Anchor(f"{key(nation)}/{part}", "same_text", detail, name)]
    if is_generic(name) or not key(name):
        return []
    inside = bare(name)
    if inside != key(name) and (alias := aliases.group(inside)):
        detail = f"“{name}” is {alias.shown} with describing words ({alias.source})."
        return [Anchor(canonical(alias.shown), alias.table, detail, name)]
    full = learnt.acronyms.get(name)
    if full and key(full) != key(name):
        inner = _keys(full, one, aliases, learnt, first=first)
        return [Anchor(anchor.key, "acronym", f"{one.article.name} explains “{name}” as “{full}”.", name) for anchor in inner]
    return [Anchor(core(name), "same_words" if first else "same_text", _same(name) if first else given(one, name), name)]


def canonical(name: str) -> str:
    """The key of a name shown by a table: that of its state body, where it is one."""
    known = body(name)
    return f"{key(known.country)}/{known.body}" if known else core(name)


@lru_cache(maxsize=4_096)
def _same(name: str) -> str:
    """Why equal words are one name."""
    return f"“{name}” is written with the same words, but for case, accents and hyphens."


def given(one: ValidatedExtraction, name: str) -> str:
    """Why another word for a party belongs to it."""
    return f"{one.article.name} uses “{name}” for it."


def holds(words: str, name: str) -> bool:
    """Whether the name stands in the words, as whole words."""
    return f" {key(name)} " in f" {key(words)} "
