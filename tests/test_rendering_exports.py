"""Each export, opened by a reader of its kind."""

import csv
import io
from datetime import date
from json import loads
from xml.etree import ElementTree

import docx
import pyarrow.parquet
import pybtex.database  # type: ignore[import-untyped]  # it has no types of its own
import pytest
import stix2

from summarizer.rendering import places, render
from tests.briefings import Desk, ardava, briefing, cluster, counts, group, statement

GAZETTEER = places.Gazetteer("test gazetteer", {"tolm": [places.Point("Tolm", 14.5, -6.25, "Ardava")]})
KML = "{http://www.opengis.net/kml/2.2}"


def text(name: str) -> str:
    made = render(ardava(), name, gazetteer=GAZETTEER)
    assert isinstance(made, str)
    return made


def data(name: str) -> io.BytesIO:
    made = render(ardava(), name)
    assert isinstance(made, bytes)
    return io.BytesIO(made)


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(name))))


def test_csv_has_a_row_for_each_statement_and_each_rejected_figure() -> None:
    assert [(row["words"], row["decision"]) for row in rows("csv")] == [
        ("At least 12", "accepted"),
        ("30", "accepted"),
        ("12", "accepted"),
        ("12", "accepted"),
        ("between 15 and 20", "accepted"),
        ("Some 4,500", "accepted"),
        ("all 200 metres", "accepted"),
        ("80", "review"),
        ("more than 900", "accepted"),
        ("45", "rejected"),
    ]


def test_csv_bounds_are_exact_and_open_ends_empty() -> None:
    row = rows("csv")[0]
    assert (row["low"], row["high"], row["qualifier"], row["speakers"]) == ("12", "", "at_least", "Ministry of Defence")


def test_csv_gives_a_rejected_figure_no_value() -> None:
    row = rows("csv")[-1]
    assert (row["low"], row["high"], row["verdict"], row["explanation"]) == (
        "",
        "",
        "contradicted",
        "The sentence that speaks of soldiers states 30, not 45.",
    )


def test_csv_offsets_lead_to_the_words() -> None:
    articles = {one.article.id: one.article.text for one in ardava().extractions}
    found = [articles[row["text_id"]][int(row["start"]) : int(row["end"])] for row in rows("csv") if row["start"]]
    assert found == [row["words"] if row["decision"] == "accepted" else "Around 80" for row in rows("csv") if row["start"]]


def test_acled_has_its_columns_in_its_order() -> None:
    head = text("acled").splitlines()[0].replace('"', "").split(",")
    assert (len(head), head[:3], head[-4:]) == (
        31,
        ["event_id_cnty", "event_date", "year"],
        ["notes", "fatalities", "tags", "timestamp"],
    )


def test_acled_fills_what_is_known_and_nothing_else() -> None:
    (row,) = rows("acled")
    assert {name: value for name, value in row.items() if value and name != "notes"} == {
        "event_id_cnty": "attack",
        "event_date": "2025-03-03",
        "year": "2025",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Battles",
        "actor1": "Ardava Front",
        "country": "Ardava",
        "location": "Tolm bridge",
        "latitude": "14.5",
        "longitude": "-6.25",
        "geo_precision": "1",
        "source": "NAX; Daily Ledger",
        "fatalities": "12",
    }


def test_acled_notes_say_who_states_what() -> None:
    assert "“between 15 and 20” by A hospital doctor (A2, sentence 3)" in rows("acled")[0]["notes"]


def test_ged_has_its_columns_and_no_best_where_sources_differ() -> None:
    (row,) = rows("ged")
    assert (len(row), row["low"], row["high"], row["best"], row["date_prec"]) == (49, "12", "", "", "1")


def test_ged_has_no_number_for_a_hedged_toll_and_no_party_on_both_sides() -> None:
    desk = Desk("a", "The army said approximately ten rebels were killed in a clash at Vell.\n")
    army = desk.party("The army", "state_forces")
    clash = desk.event("Clash at Vell", "battle", "a clash", by=(army,), against=(army,))
    desk.figure("approximately ten", "rebels", "killed", counts(10, 10, "approx"), event=clash, speakers=(army,))
    dead = group([statement(desk, "f1", "The army")], "single_source", "One source.", event="clash")
    made = render(briefing([desk], [cluster("clash", [(desk, clash)], [dead])]), "ged")
    assert isinstance(made, str)
    (row,) = csv.DictReader(io.StringIO(made))
    assert [row[name] for name in ("best", "low", "high", "deaths_unknown", "side_a", "side_b")] == [""] * 6
    assert row["source_original"] == "The army (“approximately ten”)"


def test_geojson_has_a_feature_for_each_event_and_no_guessed_geometry() -> None:
    made = loads(text("geojson"))
    assert made["type"] == "FeatureCollection"
    assert [feature["type"] for feature in made["features"]] == ["Feature", "Feature"]
    assert [feature["geometry"] for feature in made["features"]] == [{"type": "Point", "coordinates": [-6.25, 14.5]}, None]
    assert made["features"][1]["properties"]["place_basis"] == "not in the gazetteer"


def test_kml_has_a_placemark_for_each_event_and_a_point_only_where_known() -> None:
    tree = ElementTree.fromstring(text("kml"))  # noqa: S314  # our own output
    marks = list(tree.iter(f"{KML}Placemark"))
    assert [mark.findtext(f"{KML}name") for mark in marks] == ["Rebels attack the Tolm bridge", "Second attack near Vell"]
    assert [mark.findtext(f"{KML}Point/{KML}coordinates") for mark in marks] == ["-6.25,14.5", None]


def test_csl_names_the_sources() -> None:
    first = loads(text("csl"))[0]
    assert (first["id"], first["type"], first["container-title"], first["issued"]) == (
        "A1",
        "article-newspaper",
        "NAX",
        {"date-parts": [[2025, 3, 4]]},
    )


def test_bibtex_is_read_by_a_bibtex_parser() -> None:
    read = pybtex.database.parse_string(text("bibtex"), "bibtex")
    assert {key: entry.fields["journaltitle"] for key, entry in read.entries.items()} == {"A1": "NAX", "A2": "Daily Ledger"}


def test_docx_has_the_parts_of_the_report_in_order() -> None:
    paragraphs = docx.Document(data("docx")).paragraphs
    headings = [one.text for one in paragraphs if one.style is not None and one.style.name in ("Title", "Heading 1")]
    assert headings == [
        "Rebels attack the Tolm bridge",
        "Bottom line",
        "Key figures",
        "Contested and changed",
        "Events: the news first, then background",
        "Totals and other figures",
        "Not verified and left out",
        "Not known",
        "Sources",
        "Sentences",
    ]


def test_docx_shows_each_contested_value_with_its_speaker() -> None:
    cells = [[cell.text for cell in row.cells][:3] for row in docx.Document(data("docx")).tables[1].rows]
    assert ["30", "soldiers", "Ardava Front"] in cells


def test_parquet_has_typed_columns() -> None:
    table = pyarrow.parquet.read_table(data("parquet"))
    assert (table.num_rows, table.column("low").to_pylist()[:3], table.column("published").to_pylist()[0]) == (
        10,
        [12.0, 30.0, 12.0],
        date(2025, 3, 4),
    )


def test_stix_is_a_valid_bundle_with_one_report() -> None:
    bundle = stix2.parse(text("stix"))
    (report,) = [one for one in bundle.objects if one.type == "report"]
    assert {one.id for one in bundle.objects} - {report.id} == set(report.object_refs)


def test_stix_notes_say_who_states_what() -> None:
    notes = [one.content for one in stix2.parse(text("stix")).objects if one.type == "note"]
    assert any("“30” soldiers: Ardava Front (A1, sentence 3)" in note for note in notes)


def test_jsonl_has_one_record_a_line() -> None:
    kinds = [loads(line)["record"] for line in text("jsonl").splitlines()]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "briefing": 1,
        "source": 2,
        "event": 2,
        "figure": 5,
        "claim": 4,
        "unverified": 1,
        "unknown": 1,
        "failure": 1,
    }


@pytest.mark.parametrize("extra", ["docx", "parquet", "stix"])
def test_a_missing_extra_is_one_line_that_names_it(monkeypatch: pytest.MonkeyPatch, extra: str) -> None:
    from summarizer.exceptions import MissingExtra

    for module in ("docx", "pyarrow", "stix2"):
        monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'summarizer\[{extra}\]'"):
        render(ardava(), extra)
