"""The word tables: sorted, sourced, and with values that the records know."""

from importlib import resources
from typing import get_args

import pytest

from schemas.extraction import Act, EventType, Measure, Outcome, PartyType
from summarizer.embedded import names, triggers
from summarizer.embedded import words as tables

FILES = sorted(entry.name.removesuffix(".txt") for entry in resources.files("summarizer.embedded").joinpath("data").iterdir())


@pytest.mark.parametrize("name", FILES)
def test_a_table_is_sorted_and_names_its_source(name: str) -> None:
    text = resources.files("summarizer.embedded").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    head = [line for line in text.split("\n") if line.startswith("#")]
    assert any(line.startswith("# Source: ") for line in head)
    rows = list(tables.lines(name))
    assert rows == sorted(rows)
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    ("name", "column", "kind"),
    [
        ("actors", 1, PartyType),
        ("acts", 0, Act),
        ("casualties", 1, Measure),
        ("tolls", 1, Measure),
        ("endings", 0, Measure),
        ("groups", 2, PartyType),
        ("nominal", 1, Act),
        ("outcomes", 1, Outcome),
        ("reporting", 1, Act),
        ("shifts", 0, EventType),
        ("shifts", 3, EventType),
        ("triggers", 2, EventType),
    ],
)
def test_a_table_uses_the_words_of_the_records(name: str, column: int, kind: object) -> None:
    assert {row[column] for row in tables.rows(name)} <= set(get_args(kind))


def test_shifts_name_contexts_that_exist() -> None:
    named = {name for _, having, lacking, _ in triggers.SHIFTS for name in having | lacking}
    assert named <= set(tables.vocabulary("contexts"))


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("announce", ("announce", "announces", "announced", "announcing")),
        ("carry carries carried carrying", ("carry", "carries", "carried", "carrying")),
        ("rob", ("rob", "robs", "robbed", "robbing")),
        ("attack", ("attack", "attacks", "attacked", "attacking")),
        ("push", ("push", "pushes", "pushed", "pushing")),
        ("deny", ("deny", "denies", "denied", "denying")),
    ],
)
def test_verbs_are_inflected(verb: str, forms: tuple[str, ...]) -> None:
    assert tables.forms(verb) == forms


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("soldier", ("soldier", "soldiers")),
        ("army armies", ("army", "armies")),
        ("rebel group", ("rebel group", "rebel groups")),
        ("hit man, hit men", ("hit man", "hit men")),
    ],
)
def test_nouns_have_plurals(noun: str, forms: tuple[str, ...]) -> None:
    assert tables.nouns(noun) == forms


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("malis armed forces", ("@military:Mali",)),
        ("malian army", ("@military:Mali",)),
        ("armed forces of the republic of mali", ("@military:Mali",)),
        ("malian government", ("@government:Mali",)),
        ("mali", ("@government:Mali",)),
        ("malian and wagner troops", ()),
        ("militants", ()),
    ],
)
def test_a_states_forces_and_government_have_one_key(words: str, keys: tuple[str, ...]) -> None:
    assert names.bodies(words) == keys
