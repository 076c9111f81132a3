"""Parties across articles: who is the same, by folded words, acronyms and tables; every link keeps its reason.

A description ("the terrorists", "the group") stays with the party to which its own article gives it and joins nothing else.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import Literal, get_args

from schemas import GroupedParty, NameLink, ValidatedExtraction, ValidatedParty
from schemas.extraction import PartyType
from summarizer.merging.unions import Unions
from summarizer.names import Aliases, Institution, acronyms, bare, body, core, country, is_generic, key, kind, office, speaks_for

__all__ = ["Parties", "group"]

Reason = Literal["same_words", "same_text", "acronym", "alias_table", "user_alias", "part_of", "proposed"]
Node = tuple[str, str]

TYPES: tuple[PartyType, ...] = get_args(PartyType)
_STATE_BODIES = frozenset(["forces", "gendarmerie", "government", "police"])
_FOLLOW: frozenset[PartyType] = frozenset(["person", "media", "state_forces", "police", "government", "company", "other"])
"""Types that speak for the party they are part of; armed groups, alliances and organisations speak for themselves."""
_SHARED_WORDS = frozenset(
    ["army", "the army", "armed forces", "military", "soldiers", "troops", "government forces", "security forces"]
)
FULL = 2
"""Words of a person's own name from which it joins articles; a surname alone may be anybody's."""
HOPS = 8
"""Part-of links that are followed at most; a longer chain is a circle or a mistake."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A key by which a name joins others, with why."""

    key: str
    reason: Reason
    detail: str
    name: str
    tabled: bool = False
    """Whether the name is written as the table shows it."""


@dataclass(frozen=True)
class Parties:
    """The parties across articles, looked up by article and id."""

    groups: tuple[GroupedParty, ...]
    """Every party."""
    by_member: dict[Node, str]
    """Article and party id → id of the party across articles."""
    by_id: dict[str, GroupedParty]
    """Id → the party."""
    generic: frozenset[str]
    """Ids of parties that are described and not named."""
    state: dict[str, str]
    """Id → country, for bodies of a state."""
    bodies: dict[str, str]
    """Key of a state body → id."""

    def of(self, article: str, ids: Iterable[str]) -> tuple[str, ...]:
        """Ids across articles of an article's parties, unknown ids left out, each once."""
        found = (self.by_member.get((article, one)) for one in ids)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def speaking(self, article: str, party: ValidatedParty, quote: str) -> str | None:
        """Id of the party that speaks in a sentence: the state body that its words name, else the party itself."""
        held = [name for name in (party.said.name, *party.said.also) if _holds(quote, name)]
        known = [one for name in sorted(held, key=lambda name: (-len(name), name)) if (one := body(name))]
        own = self.by_member.get((article, party.id))
        if not known or own not in self.state:
            return own
        return self.bodies.get(f"{key(known[0].country)}/{known[0].body}", own)

    def body_of(self, party: str) -> Institution | None:
        """The state body that a party is, with its country."""
        held = next((known for known, identity in self.bodies.items() if identity == party), None)
        return Institution(held.partition("/")[2], held.partition("/")[0]) if held else None

    def name(self, party: str) -> str:
        """The name shown."""
        return self.by_id[party].name

    def names(self, parties: Iterable[str]) -> tuple[str, ...]:
        """The names shown, each once."""
        return tuple(dict.fromkeys(self.name(party) for party in parties))

    def root(self, party: str) -> str:
        """Id of the party that `party` speaks for in the end."""
        return self.by_id[party].root


def group(validated: Sequence[ValidatedExtraction], aliases: Aliases) -> Parties:
    """The parties of all articles, joined where a table, an acronym or equal words say so."""
    members = {(one.article.id, party.id): (one, party) for one in validated for party in one.parties if _kept(party)}
    learnt = {one.article.id: _learnt(one, aliases) for one in validated}
    anchors = {node: _anchors(one, party, aliases, learnt[one.article.id]) for node, (one, party) in members.items()}
    sets = _join(members, anchors)
    kinds = {node: party.said.type for node, (_, party) in members.items()}
    found = {node: identity for nodes in sets for identity in [_identity(nodes, anchors, kinds[nodes[0]])] for node in nodes}
    state = _states(found, anchors)
    roots = _roots(members, found, state, aliases, anchors)
    groups = tuple(sorted((_grouped(nodes, members, anchors, kinds, found, roots) for nodes in sets), key=_order))
    named = {found[node] for node in members if anchors[node]}
    keys = {anchor.key: found[node] for node in sorted(members) for anchor in anchors[node] if "/" in anchor.key}
    generic = frozenset({one.id for one in groups} - named)
    return Parties(groups, found, {one.id: one for one in groups}, generic, state, keys)


def _kept(party: ValidatedParty) -> bool:
    """Whether the party may appear: its name stands in the text."""
    return party.check.decision != "rejected"


def _order(party: GroupedParty) -> tuple[str, str]:
    """Sorting key: folded name, id."""
    return key(party.name), party.id


@dataclass(frozen=True, slots=True)
class _Learnt:
    """What one article's text says of names."""

    acronyms: dict[str, str]
    """Acronym → full name as written."""
    nations: dict[str, set[str]]
    """Kind of body → the countries whose body of this kind the text speaks of."""


def _learnt(one: ValidatedExtraction, aliases: Aliases) -> _Learnt:
    """The acronyms that the text explains, and the one country that its state bodies belong to."""
    found = acronyms(one.article.text)
    names = [name for party in one.parties for name in (party.said.name, *party.said.also)]
    nations: dict[str, set[str]] = defaultdict(set)
    for known in (body(_shown(name, aliases)) for name in names):
        if known:
            nations[speaks_for().get(known.body, known.body)].add(known.country)
    return _Learnt(found, nations)


def _shown(name: str, aliases: Aliases) -> str:
    """The name that the tables show for `name`, or `name`."""
    alias = aliases.group(name)
    return alias.shown if alias else name


def _anchors(one: ValidatedExtraction, party: ValidatedParty, aliases: Aliases, learnt: _Learnt) -> tuple[_Anchor, ...]:
    """The keys by which a party of an article joins those of others, one a name; none where it is only described."""
    names = list(dict.fromkeys((party.said.name, *party.said.also, *([party.acronym] if party.acronym else []))))
    found = [anchor for name in names for anchor in _keys(name, one, aliases, learnt, first=name == party.said.name)]
    person = party.said.type == "person"
    own = {anchor.key for anchor in found if "/" in anchor.key and (anchor.name == party.said.name or person)}
    found = [anchor for anchor in found if not own or "/" not in anchor.key or anchor.key in own]
    return tuple(_own_name(anchor) if person else anchor for anchor in found if not person or anchor.name == party.said.name)


def _own_name(anchor: _Anchor) -> _Anchor:
    """The key of a person without office and rank ("army spokesman Ade Bello" and "Colonel Ade Bello" are one)."""
    proper = office(anchor.name).proper
    if anchor.key != core(anchor.name) or len(core(proper).split()) < FULL or key(proper) == key(anchor.name):
        return anchor
    return replace(anchor, key=core(proper), detail=f"“{anchor.name}” is {proper} with office or rank.")


def _keys(name: str, one: ValidatedExtraction, aliases: Aliases, learnt: _Learnt, *, first: bool) -> list[_Anchor]:
    """The keys of one name: by table, by state body, by acronym, or its own folded words."""
    if alias := aliases.group(name):
        detail = f"“{name}” is another name of {alias.shown} ({alias.source})."
        plain = key(alias.shown) == key(name)
        return [
            _Anchor(
                _canonical(alias.shown), "same_words" if plain else alias.table, _same(name) if plain else detail, name, plain
            )
        ]
    if known := body(name):
        return [_Anchor(_canonical(name), "alias_table", f"“{name}” names the {known.body} of {known.country}.", name)]
    part = kind(name)
    if part and len(held := learnt.nations.get(speaks_for().get(part, part), set())) == 1:
        nation = next(iter(held))
        detail = f"{one.article.name} speaks of no other state's {part} than {nation}'s."
        return [_Anchor(f"{key(nation)}/{part}", "same_text", detail, name)]
    if is_generic(name) or not key(name):
        return []
    inside = bare(name)
    if inside != key(name) and (alias := aliases.group(inside)):
        detail = f"“{name}” is {alias.shown} with describing words ({alias.source})."
        return [_Anchor(_canonical(alias.shown), alias.table, detail, name)]
    full = learnt.acronyms.get(name)
    if full and key(full) != key(name):
        inner = _keys(full, one, aliases, learnt, first=first)
        return [_Anchor(anchor.key, "acronym", f"{one.article.name} explains “{name}” as “{full}”.", name) for anchor in inner]
    return [_Anchor(core(name), "same_words" if first else "same_text", _same(name) if first else _given(one, name), name)]


def _canonical(name: str) -> str:
    """The key of a name shown by a table: that of its state body, where it is one."""
    known = body(name)
    return f"{key(known.country)}/{known.body}" if known else core(name)


@lru_cache(maxsize=4_096)
def _same(name: str) -> str:
    """Why equal words are one name."""
    return f"“{name}” is written with the same words, but for case, accents and hyphens."


def _given(one: ValidatedExtraction, name: str) -> str:
    """Why another word for a party belongs to it."""
    return f"{one.article.name} uses “{name}” for it."


def _join(
    members: dict[Node, tuple[ValidatedExtraction, ValidatedParty]], anchors: dict[Node, tuple[_Anchor, ...]]
) -> list[list[Node]]:
    """Sets of parties that share a key, a person only with persons; sets and members are sorted."""
    unions: Unions[Node] = Unions(sorted(members))
    holders: dict[tuple[str, bool], list[Node]] = defaultdict(list)
    for node in sorted(members):
        person = members[node][1].said.type == "person"
        for anchor in anchors[node]:
            holders[anchor.key, person].append(node)
    for nodes in holders.values():
        for other in nodes[1:]:
            unions.join(nodes[0], other)
    return sorted(sorted(nodes) for nodes in unions.sets().values())


def _identity(nodes: list[Node], anchors: dict[Node, tuple[_Anchor, ...]], kind: PartyType) -> str:
    """Id of a set: the hash of its first key, or of the article and id of a party that is only described."""
    keys = sorted(anchor.key for node in nodes for anchor in anchors[node])
    parts = ("person" if kind == "person" else "body", *(keys[:1] or nodes[0]))
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _states(found: dict[Node, str], anchors: dict[Node, tuple[_Anchor, ...]]) -> dict[str, str]:
    """Id of a party → its country, for those that a table knows as a state body."""
    return {
        party: anchor.key.split("/")[0] for node, party in sorted(found.items()) for anchor in anchors[node] if "/" in anchor.key
    }


def _roots(
    members: dict[Node, tuple[ValidatedExtraction, ValidatedParty]],
    found: dict[Node, str],
    state: dict[str, str],
    aliases: Aliases,
    anchors: dict[Node, tuple[_Anchor, ...]],
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
        if alias := aliases.part(_shown(name, aliases)):
            return by_key.get(_canonical(alias.shown))
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
                held = sorted((name for name in names if _holds(words.group(1), name)), key=lambda name: (-len(name), name))
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
            name = _shown(" ".join(told[start : start + size]), aliases)
            above = aliases.part(name)
            target = by_key.get(_canonical(above.shown if above else name)) if above or body(name) else None
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


def _holds(words: str, name: str) -> bool:
    """Whether the name stands in the words, as whole words."""
    return f" {key(name)} " in f" {key(words)} "


def _top(party: str, above: dict[str, str]) -> str:
    """The end of the part-of links from `party`; the party itself where they run in a circle."""
    seen = [party]
    while (up := above.get(seen[-1])) is not None and len(seen) < HOPS:
        if up in seen:
            return party
        seen.append(up)
    return seen[-1]


def _grouped(
    nodes: list[Node],
    members: dict[Node, tuple[ValidatedExtraction, ValidatedParty]],
    anchors: dict[Node, tuple[_Anchor, ...]],
    kinds: dict[Node, PartyType],
    found: dict[Node, str],
    roots: dict[str, str],
) -> GroupedParty:
    """One party with all its names; shown under its commonest full name."""
    party = found[nodes[0]]
    links: dict[tuple[str, Reason], NameLink] = {}
    for node in nodes:
        one, said = members[node]
        for anchor in anchors[node]:
            links.setdefault((anchor.name, anchor.reason), NameLink(name=anchor.name, reason=anchor.reason, detail=anchor.detail))
        for name in (said.said.name, *said.said.also):
            if not any(name == held for held, _ in links):
                links[name, "same_text"] = NameLink(name=name, reason="same_text", detail=_given(one, name))
    types = [kinds[node] for node in nodes]
    return GroupedParty(
        id=party,
        name=_display(nodes, members, anchors),
        type=max(sorted(set(types), key=TYPES.index), key=types.count),
        root=roots[party],
        names=tuple(links[held] for held in sorted(links, key=lambda held: (key(held[0]), held))),
        members=tuple(sorted(f"{article}:{member}" for article, member in nodes)),
    )


def _display(
    nodes: list[Node], members: dict[Node, tuple[ValidatedExtraction, ValidatedParty]], anchors: dict[Node, tuple[_Anchor, ...]]
) -> str:
    """The name shown: by the key that most articles use; the table's own form, else the fullest that most use."""
    counts = Counter(one for node in nodes for one in {anchor.key for anchor in anchors[node]})
    held = [anchor for node in nodes for anchor in anchors[node] if counts[anchor.key] == max(counts.values())]
    if not held:
        return members[nodes[0]][1].said.name
    said = [members[node][1].said.name for node in nodes]
    return min(
        {anchor.name for anchor in held},
        key=lambda name: (
            all(anchor.reason == "same_text" for anchor in held if anchor.name == name),
            name not in said,
            country(name) is not None and len(held) > 1,
            all(anchor.reason != "same_words" or not anchor.tabled for anchor in held if anchor.name == name),
            -said.count(name),
            -len(key(name)),
            name,
        ),
    )
