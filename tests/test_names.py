"""Names: folding, acronyms, descriptions, bodies of states, alias tables."""

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import names
from summarizer.exceptions import ConfigurationError
from summarizer.text import fold

TABLES = ["groups.txt", "places.txt"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Jama’at Nusrat al-Islam wal-Muslimin", "JAMAAT NUSRAT AL ISLAM WAL MUSLIMIN"),
        ("the Malian Army", "Malian army"),
        ("Ménaka", "Menaka"),
        ("U.S.", "US"),
        ("Mali’s army", "Mali army"),
        ("General Staff (EMG)", "General Staff"),
    ],
)
def test_one_key_for_two_spellings(a: str, b: str) -> None:
    assert names.key(a) == names.key(b)


@pytest.mark.parametrize(("a", "b"), [("Niono", "Nioro"), ("Boulikessi", "Boukessi"), ("JNIM", "GSIM")])
def test_two_keys_for_two_names(a: str, b: str) -> None:
    assert names.key(a) != names.key(b)


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    once = names.key(text)
    assert names.key(once) == once or once.startswith(("a ", "an ", "the "))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Free Highlands Front (FHF) said", {"FHF": "Free Highlands Front"}),
        ("Malian Armed Forces (FAMa) said", {"FAMa": "Malian Armed Forces"}),
        ("Alliance of Sahel States (AES)—comprising Mali", {"AES": "Alliance of Sahel States"}),
        ("the FHF (Free Highlands Front) said", {"FHF": "Free Highlands Front"}),
        ("he won (AFP)", {}),
        ("Smith (D-CA) voted", {}),
        ("the town (pop. 300) fell", {}),
        ("The soldiers (FAMa", {}),
    ],
)
def test_acronyms_that_a_text_explains(text: str, expected: dict[str, str]) -> None:
    assert names.acronyms(text) == expected


def test_a_long_line_of_parentheses_is_read_in_no_time() -> None:
    assert names.acronyms("word (" * 50_000) == {}


@pytest.mark.parametrize(
    "name",
    [
        "the terrorists",
        "The group",
        "suspected al-Qaeda-linked fighters",
        "Malian militants",
        "armed men",
        "officials",
        "a police source",
    ],
)
def test_descriptions_name_nobody(name: str) -> None:
    assert names.is_generic(name)


@pytest.mark.parametrize("name", ["JNIM", "the Malian army", "Wagner Group", "Northern Column", "Malian and Wagner troops"])
def test_names_name_somebody(name: str) -> None:
    assert not names.is_generic(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Malian army", ("Mali", "forces")),
        ("Armed Forces of the Republic of Mali (FAMa)", ("Mali", "forces")),
        ("General Staff of the Armed Forces of Mali", ("Mali", "staff")),
        ("Mali’s military authorities", ("Mali", "forces")),
        ("Mali’s military government", ("Mali", "government")),
        ("Burkina Faso", ("Burkina Faso", "government")),
        ("Nigerien police", ("Niger", "police")),
        ("Nigerian police", ("Nigeria", "police")),
        ("U.S. military", ("United States", "forces")),
        ("Malian and Wagner troops", None),
        ("Malian", None),
        ("army", None),
    ],
)
def test_bodies_of_states(name: str, expected: tuple[str, str] | None) -> None:
    assert names.body(name) == expected


def test_one_group_in_three_languages() -> None:
    table = names.load()
    said = ["JNIM", "GSIM", "Group for the Support of Islam and Muslims", "Jama’at Nusrat al-Islam wal-Muslimin"]
    assert len({alias.shown for name in said if (alias := table.group(name))}) == 1


def test_an_unknown_name_has_no_alias() -> None:
    assert names.load().group("Northern Column") is None


def test_a_readers_table_goes_before_the_packages(tmp_path: Path) -> None:
    file = tmp_path / "aliases.txt"
    file.write_text(
        "# mine\nThe Front = FHF = Highlanders  # own notes\nPress Office < The Front\nSupporters = JNIM\n", encoding="utf-8"
    )
    table = names.load(file)
    found = [
        alias and (alias.shown, alias.table) for alias in (table.group("fhf"), table.part("press office"), table.group("GSIM"))
    ]
    assert found == [("The Front", "user_alias"), ("The Front", "user_alias"), ("Supporters", "user_alias")]


@pytest.mark.parametrize("line", ["only one", "A =", "A < B < C", "= B", "A < B = C"])
def test_a_line_that_is_no_alias_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "aliases.txt"
    file.write_text(f"# first\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="line 2: "):
        names.load(file)


def test_a_table_that_is_not_there_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        names.load(tmp_path / "none.txt")


@pytest.mark.parametrize("name", [*TABLES, "bodies.txt", "countries.txt", "generic.txt"])
def test_tables_are_sorted_and_say_where_they_are_from(name: str) -> None:
    text = files("summarizer.names").joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert lines == sorted(lines, key=lambda line: fold(line.split("|")[0].split("=")[0].split("<")[0].split(";")[0]))
    assert all("#" in line for line in lines) if name in TABLES else "# Source:" in text


@pytest.mark.parametrize(
    ("name", "proper", "of", "title"),
    [
        ("army spokesman Lieutenant Colonel Ade Bello", "Ade Bello", "army", None),
        ("Mayor Ade Bello", "Ade Bello", "", "government"),
        ("a government spokesperson", "", "a government", None),
        ("Ade Bello", "Ade Bello", "", None),
    ],
)
def test_an_office_stands_before_a_name(name: str, proper: str, of: str, title: str | None) -> None:
    assert names.office(name) == (proper, of, title)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("army spokesman Ade Bello", ("forces", None)),
        ("Malian army spokesman Ade Bello", ("forces", "Mali")),
        ("Congo's army", ("forces", None)),
        ("officials", ("government", None)),
        ("Ukrainian officials", ("government", "Ukraine")),
        ("police officials", ("police", None)),
        ("governor Ade Bello", ("government", None)),
        ("the mayor", ("government", None)),
        ("hospital officials", None),
        ("M23 spokesman Ade Bello", None),
    ],
)
def test_a_name_may_speak_for_a_body_of_a_state(name: str, expected: tuple[str, str | None] | None) -> None:
    assert names.institution(name) == expected
