"""Whom a figure counts: soldiers, militants, civilians …, read from the noun that follows it and from no other word."""

from summarizer.figures.fates import BE, FOLLOWING, broken, fate
from summarizer.figures.page import Page
from summarizer.figures.stems import ROLES, stem

__all__ = ["GROUPS", "kinds", "kinds_of", "noun", "phrase", "unlike"]

Kinds = frozenset[tuple[str, str]]

GROUPS = frozenset(("flight", "school", "side", "staff"))
"""Groups of the table of roles whose nouns exclude one another as what is counted."""
NOUN = 6
"""Words behind a figure among which its noun stands ("30 suspected al-Qaeda-linked militants")."""
STOPPING = BE | (FOLLOWING - {"all", "last", "late", "less", "more", "of", "one"})
"""Words that a noun phrase ends before ("30 in an attack by militants")."""
GENERIC = frozenset(map(stem, (
    "bodies", "body", "casualties", "citizens", "human", "individuals", "members", "nationals", "others", "people", "persons",
    "souls", "total", "victims",
)))  # fmt: skip
"""Stems of nouns that any figure of people may have."""
OPEN = frozenset((
    "combatant", "combatants", "cop", "deputies", "deputy", "fighter", "fighters", "officer", "officers", "staff", "worker",
    "workers",
))  # fmt: skip
"""Nouns of both sides: an army has officers and fighters too."""


def unlike(mine: Kinds, theirs: Kinds) -> tuple[str, str] | None:
    """The two kinds of people that exclude one another, where both sides name one of a group and share none of it."""
    for group, kind in sorted(mine):
        others = sorted(other for named, other in theirs if named == group)
        if others and kind not in others and not any((group, other) in mine for other in others):
            return kind, others[0]
    return None


def kinds(page: Page, number: int) -> Kinds:
    """The kinds of people that a figure of a page counts, with their groups; empty where its noun tells none."""
    fig = page.figs[number]
    if fig.kind != "count" or not page.spans:
        return frozenset()
    _, after = page.ranges[page.numbers[number]]
    tokens = page.tokens
    for index in range(fig.after, min(after, fig.after + NOUN)):
        word = tokens.words[index]
        if broken(page, index) or index in page.firsts or word in STOPPING or fate(page, index) is not None:
            break
        found = kinds_of((word,))
        if found:
            joined = tokens.word(index + 1) in ("and", "or") and index + 2 not in page.firsts
            return found | kinds_of(tokens.words[index + 2 : index + 4]) if joined else found
    return frozenset()


def phrase(page: Page, number: int) -> tuple[str, ...]:
    """Stems of the noun phrase behind a figure: "28 unarmed children", "three of them children"."""
    fig, tokens = page.figs[number], page.tokens
    _, after = page.ranges[page.numbers[number]]
    found = []
    for index in range(fig.after, min(after, fig.after + NOUN)):
        word = tokens.words[index]
        if broken(page, index) or index in page.firsts or word in STOPPING or fate(page, index) is not None:
            break
        found.append(page.stems[index])
    return tuple(stem for stem in found if stem)


def noun(page: Page, number: int) -> frozenset[str]:
    """What a figure counts, where its noun says more than "people": the noun, or what stands before a noun that says nothing."""
    words = phrase(page, number)
    if not words:
        return frozenset()
    return frozenset(words[-1:]) if words[-1] not in GENERIC else frozenset(words[:-1]) - GENERIC


def kinds_of(words: tuple[str, ...] | list[str]) -> Kinds:
    """The kinds of people that some lower-case words name."""
    return frozenset(
        (group, kind) for word in words if word not in OPEN for group, kind in ROLES.get(stem(word), ()) if group in GROUPS
    )
