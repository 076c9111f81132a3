"""Where events took place, as far as a gazetteer says."""

from pathlib import Path

import pytest

from schemas import Briefing
from summarizer.exceptions import ConfigurationError
from summarizer.rendering import places, render
from summarizer.rendering.page import worldmap
from tests.briefings import Desk, ardava, briefing, cluster

TABLE = """name,latitude,longitude,country
Kidal,18.44,1.41,Mali
Niono,14.25,-5.99,Mali
Nioro,15.23,-9.59,Mali
Nioro,13.35,-15.75,Gambia
Mali,17,-4,Mali
"""


@pytest.fixture
def gazetteer(tmp_path: Path) -> places.Gazetteer:
    file = tmp_path / "places.csv"
    file.write_text(TABLE, encoding="utf-8")
    return places.load(file)


def at(place: str, text: str = "") -> Briefing:
    desk = Desk("wire", f"Attack\nIt happened {place}. {text}")
    event = desk.event("Attack", "battle", "It happened", places=(place,))
    return briefing([desk], [cluster("e", [(desk, event)])])


@pytest.mark.parametrize(
    ("place", "name", "precision"),
    [
        ("Kidal", "Kidal", "place"),
        ("KIDAL", "Kidal", "place"),
        ("in Kidal", "Kidal", "place"),
        ("near Kidal", "Kidal", "near"),
        ("about 50 km west of Kidal", "Kidal", "near"),
        ("the town of Niono", "Niono", "place"),
        ("Niono base", "Niono", "place"),
        ("Kidal region", "Kidal", "area"),
        ("Somewhere, Niono", "Niono", "place"),
    ],
)
def test_a_place_is_found_by_the_name_inside_its_words(
    gazetteer: places.Gazetteer, place: str, name: str, precision: str
) -> None:
    found = places.locate(at(place), gazetteer).best("e")
    assert found is not None
    assert found.point is not None
    assert (found.point.name, found.precision) == (name, precision)


@pytest.mark.parametrize(
    ("place", "reason"), [("Niorro", "not in the gazetteer"), ("Nioro", "2 places of that name (Gambia, Mali)")]
)
def test_a_place_that_is_not_sure_stays_without_coordinates(gazetteer: places.Gazetteer, place: str, reason: str) -> None:
    found = places.locate(at(place), gazetteer).best("e")
    assert found == places.Located(place, None, "place", reason)


def test_the_country_that_an_article_names_tells_which_place_is_meant(gazetteer: places.Gazetteer) -> None:
    found = places.locate(at("Nioro", "Troops of Mali fled."), gazetteer).best("e")
    assert found is not None
    assert found.point is not None
    assert found.point.country == "Mali"


def test_without_a_gazetteer_nothing_is_located() -> None:
    located = places.locate(ardava(), None)
    assert {one.reason for some in located.events.values() for one in some} == {"no gazetteer was given"}
    assert worldmap.draw(ardava(), located) is None


@pytest.mark.parametrize(
    "text", ["name,latitude,longitude\nKidal,high,1\n", "place\nKidal\n", "name,latitude,longitude\nKidal,99,1\n"]
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "places.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"places\.csv, line 2: a place needs name, latitude and longitude in degrees"):
        places.load(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"the gazetteer .*none\.csv cannot be read"):
        places.load(tmp_path / "none.csv")


def test_the_map_shows_the_countries_around_the_place(gazetteer: places.Gazetteer) -> None:
    drawn = worldmap.draw(at("Kidal"), places.locate(at("Kidal"), gazetteer))
    assert drawn is not None
    assert "Mali" in [country.name for country in drawn.countries]
    assert [(pin.label, pin.x, pin.y) for pin in drawn.pins] == [("1", 50.0, 50.0)]


def test_the_page_says_where_outlines_and_coordinates_are_from(gazetteer: places.Gazetteer) -> None:
    page = render(at("Kidal"), "html", gazetteer=gazetteer)
    assert isinstance(page, str)
    assert "Coordinates: places.csv. Outlines: Natural Earth 4.1.0" in page


@pytest.fixture(scope="module")
def geonames() -> places.Gazetteer:
    return places.load(Path("geonames"))


def test_geonames_finds_what_it_knows_in_a_country_that_is_named(geonames: places.Gazetteer) -> None:
    found = places.locate(at("Timbuktu", "Malian troops fled."), geonames).best("e")
    assert found is not None
    assert found.point is not None
    assert (found.point.country, found.reason) == ("Mali", "GeoNames (CC BY 4.0): Timbuktu, Mali")


@pytest.mark.parametrize("place", ["Mali’s", "Timbuktu"])
def test_geonames_places_nothing_in_a_country_that_nobody_names(geonames: places.Gazetteer, place: str) -> None:
    found = places.locate(at(place, "Nigerian troops fled."), geonames).best("e")
    assert found is not None
    assert found.point is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in mali", ["mali"]),
        ("malian troops", ["mali"]),
        ("nigerian troops", ["nigeria"]),
        ("nigeria", ["nigeria"]),
        ("senegalese", ["senegal"]),
    ],
)
def test_a_country_is_named_by_its_name_or_adjective(text: str, expected: list[str]) -> None:
    known = frozenset({"mali", "niger", "nigeria", "senegal"})
    assert list(places.countries_in(text, known)) == expected
