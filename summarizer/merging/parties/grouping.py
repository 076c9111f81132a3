"""Parties across articles: who is the same; every link keeps its reason.

A description ("the terrorists", "the group") stays with the party to which its own article gives it and joins nothing else.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import get_args

from schemas import GroupedParty, NameLink, ValidatedExtraction, ValidatedParty
from schemas.extraction import PartyType
from summarizer.merging.parties.anchors import Anchor, Node, Reason, anchors_of, given, holds, learn
from summarizer.merging.parties.roots import roots
from summarizer.merging.unions import Unions
from summarizer.names import Aliases, Institution, body, country, key

__all__ = ["Parties", "group"]

TYPES: tuple[PartyType, ...] = get_args(PartyType)


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
        held = [name for name in (party.said.name, *party.said.also) if holds(quote, name)]
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
    learnt = {one.article.id: learn(one, aliases) for one in validated}
    anchors = {node: anchors_of(one, party, aliases, learnt[one.article.id]) for node, (one, party) in members.items()}
    sets = _join(members, anchors)
    kinds = {node: party.said.type for node, (_, party) in members.items()}
    found = {node: identity for nodes in sets for identity in [_identity(nodes, anchors, kinds[nodes[0]])] for node in nodes}
    state = _states(found, anchors)
    speaks = roots(members, found, aliases, anchors)
    groups = tuple(sorted((_grouped(nodes, members, anchors, kinds, found, speaks) for nodes in sets), key=_order))
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


def _join(
    members: dict[Node, tuple[ValidatedExtraction, ValidatedParty]], anchors: dict[Node, tuple[Anchor, ...]]
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


def _identity(nodes: list[Node], anchors: dict[Node, tuple[Anchor, ...]], kind: PartyType) -> str:
    """Id of a set: the hash of its first key, or of the article and id of a party that is only described."""
    keys = sorted(anchor.key for node in nodes for anchor in anchors[node])
    parts = ("person" if kind == "person" else "body", *(keys[:1] or nodes[0]))
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _states(found: dict[Node, str], anchors: dict[Node, tuple[Anchor, ...]]) -> dict[str, str]:
    """Id of a party → its country, for those that a table knows as a state body."""
    return {
        party: anchor.key.split("/")[0] for node, party in sorted(found.items()) for anchor in anchors[node] if "/" in anchor.key
    }


def _grouped(
    nodes: list[Node],
    members: dict[Node, tuple[ValidatedExtraction, ValidatedParty]],
    anchors: dict[Node, tuple[Anchor, ...]],
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
                links[name, "same_text"] = NameLink(name=name, reason="same_text", detail=given(one, name))
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
    nodes: list[Node], members: dict[Node, tuple[ValidatedExtraction, ValidatedParty]], anchors: dict[Node, tuple[Anchor, ...]]
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
