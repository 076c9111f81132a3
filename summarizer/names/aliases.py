"""Alias tables: the package's own, and a file of the reader's.

One line a name, `#` starts a comment:

    Shown name = other name = other name    # where this is known from
    Spokesman's office < the body it speaks for
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from summarizer.exceptions import ConfigurationError
from summarizer.names.keys import key

__all__ = ["Alias", "Aliases", "load"]


@dataclass(frozen=True)
class Alias:
    """What a table says of a name."""

    shown: str
    """The name shown."""
    table: Literal["alias_table", "user_alias"]
    """Whose table it is."""
    source: str
    """Where the table has it from."""


@dataclass(frozen=True)
class Aliases:
    """Names of groups and of places with what they stand for; looked up by key, so spelling variants need no lines."""

    groups: Mapping[str, Alias] = field(default_factory=lambda: MappingProxyType({}))
    """Key of a name → the name shown."""
    places: Mapping[str, Alias] = field(default_factory=lambda: MappingProxyType({}))
    """Key of a place → the name shown."""
    parts: Mapping[str, Alias] = field(default_factory=lambda: MappingProxyType({}))
    """Key of a name → the party it speaks for."""

    def group(self, name: str) -> Alias | None:
        """What the tables say of the party `name`."""
        return self.groups.get(key(name))

    def place(self, name: str) -> Alias | None:
        """What the tables say of the place `name`."""
        return self.places.get(key(name))

    def part(self, name: str) -> Alias | None:
        """The party that `name` speaks for."""
        return self.parts.get(key(name))


def load(path: Path | None = None) -> Aliases:
    """The package's tables, with those of the file at `path` before them; ConfigurationError names a line that cannot be read."""
    own = _package()
    if path is None:
        return own
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"The alias file {path} cannot be read: {error}. Give a text file in UTF-8.") from error
    names, parts = _parse(text, "user_alias", str(path))
    return Aliases(
        groups=MappingProxyType({**own.groups, **_follow(names, own.groups)}),
        places=MappingProxyType({**own.places, **names}),
        parts=MappingProxyType({**own.parts, **parts}),
    )


def _follow(names: Mapping[str, Alias], own: Mapping[str, Alias]) -> dict[str, Alias]:
    """The reader's names, with every other name that the package has for one of them shown as the reader shows it."""
    moved = {own[name].shown: alias for name, alias in sorted(names.items()) if name in own}
    return {**{name: moved[alias.shown] for name, alias in own.items() if alias.shown in moved}, **names}


@lru_cache(maxsize=1)
def _package() -> Aliases:
    """The tables that come with the package."""
    data = files("summarizer.names").joinpath("data")
    groups, parts = _parse(data.joinpath("groups.txt").read_text(encoding="utf-8"), "alias_table", "groups.txt")
    places, _ = _parse(data.joinpath("places.txt").read_text(encoding="utf-8"), "alias_table", "places.txt")
    return Aliases(MappingProxyType(groups), MappingProxyType(places), MappingProxyType(parts))


def _parse(text: str, table: Literal["alias_table", "user_alias"], where: str) -> tuple[dict[str, Alias], dict[str, Alias]]:
    """Names and parts of a table's text."""
    names: dict[str, Alias] = {}
    parts: dict[str, Alias] = {}
    for number, line in enumerate(text.splitlines(), 1):
        rule, _, source = line.partition("#")
        if not rule.strip():
            continue
        mark = "<" if "<" in rule else "="
        terms = [term.strip() for term in rule.split(mark)]
        if len(terms) < 2 or not all(key(term) for term in terms) or (mark == "<" and (len(terms) > 2 or "=" in rule)):
            raise ConfigurationError(
                f'{where}, line {number}: {line.strip()!r} is not an alias. Write "Shown name = other name" or "Part < Whole".'
            )
        alias = Alias(terms[1] if mark == "<" else terms[0], table, source.strip() or where)
        for term in terms[:1] if mark == "<" else terms:
            (parts if mark == "<" else names).setdefault(key(term), alias)
    return names, parts
