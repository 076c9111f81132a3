"""The story and its briefing composed again, and what of them cannot be computed from the page alone."""

import re
from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import Protocol

from schemas import Briefing, Failure, NameLink, ValidatedExtraction
from summarizer import names
from summarizer.names import Alias, Aliases
from summarizer.rendering import words
from summarizer.rendering.verification.findings import Finding

__all__ = ["Compose", "recomposed", "taken"]

PARTS = ("id", "title", "period_start", "period_end", "strip", "story", "unverified", "sources")
TABLED = re.compile(r" is another name of (?P<shown>.+?) \((?P<source>.*)\)\.$")
"""How a story says that a table joins a name. Where it says so otherwise, the finding says what to do."""
WITHOUT = "give the table of names that the briefing was made with by --aliases, if there was one"


class Compose(Protocol):
    """Makes a briefing of extractions, such as `pipeline.compose`."""

    def __call__(
        self,
        validated: Sequence[ValidatedExtraction],
        failures: Sequence[Failure] = ...,
        *,
        aliases: Aliases | None = ...,
        as_of: date | None = ...,
    ) -> Briefing: ...


def recomposed(briefing: Briefing, compose: Compose, aliases: Aliases | None = None) -> list[Finding]:
    """Parts of the briefing that are others when it is composed again; a bottom line in a model's words is not compared.

    Without `aliases` the names that the story itself says the reader's table joins stand for that table.
    """
    table = aliases or told(briefing)
    again = compose(briefing.extractions, briefing.failures, aliases=table, as_of=briefing.as_of)
    parts = [*PARTS, *(["bottom_line"] if briefing.worded_by == "rules" else [])]
    other = [part for part in parts if getattr(again, part) != getattr(briefing, part)]
    hint = "" if aliases else f" ({WITHOUT})"
    return [
        Finding(
            kind="story", where=part, message=f"The briefing's {words.spoken(part)} is another when it is composed again{hint}."
        )
        for part in other
    ]


def taken(briefing: Briefing, *, composed: bool, aliases: Aliases | None = None) -> list[str]:
    """What was taken as the page has it, one sentence each."""
    found = []
    joined = sorted({link.name for link in tabled(briefing)})
    if composed and joined and aliases is None:
        listed = ", ".join(f"“{words.plain(name)}”" for name in joined)
        found.append(
            f"That {listed} are other names of their parties: the page says so of a table of names that it does not hold."
        )
    if briefing.worded_by == "model":
        found.append(
            "The bottom line: a model worded it, and it was checked when it was written; its places were looked up again."
        )
    return found


def tabled(briefing: Briefing) -> list[NameLink]:
    """The names that a table of the reader's joins to a party."""
    return [name for party in briefing.story.parties for name in party.names if name.reason == "user_alias"]


def told(briefing: Briefing) -> Aliases | None:
    """The reader's table as far as the story tells it, laid over the package's own; None where it tells of none."""
    found: dict[str, Alias] = {}
    for link in tabled(briefing):
        if rule := TABLED.search(link.detail):
            alias = Alias(rule["shown"], "user_alias", rule["source"])
            found |= {names.key(link.name): alias, names.key(alias.shown): alias}
    if not found:
        return None
    own = names.load()
    return Aliases(MappingProxyType({**own.groups, **found}), MappingProxyType({**own.places, **found}), own.parts)
