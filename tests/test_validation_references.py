"""Ids that are used twice, lead nowhere or run in a circle are said and taken out."""

from summarizer.validation import validate
from tests.drafting import article, claim, event, extraction, figure, party

READ = article("The army killed 80 men in Kidal on 1 July.", "The army lost 12 men.", "Leave a comment")


def test_ids_that_lead_nowhere_are_taken_out_and_said() -> None:
    said = extraction(
        party(name="The army", part_of="p9"),
        event(by=("p1", "p8")),
        figure("80", "men", claim="c9", event="e9"),
        claim("The army killed 80 men", speakers=("p7",), about=("e8", "e1")),
        issuer="p6",
    )
    validated = validate(said, READ)
    assert validated.issuer is None
    assert validated.parties[0].said.part_of is None
    assert validated.events[0].said.by == ("p1",)
    assert (validated.figures[0].said.claim, validated.figures[0].said.event) == (None, None)
    assert (validated.claims[0].said.speakers, validated.claims[0].said.about) == ((), ("e1",))
    assert [(check.item, check.text) for check in validated.events[0].checks if check.of == "reference"] == [("e1.by", "p8")]
    assert {(check.item, check.text) for check in validated.checks} == {
        ("issuer", "p6"),
        ("p1.part_of", "p9"),
        ("f1.claim", "c9"),
        ("f1.claim", "c1"),
        ("f1.event", "e9"),
        ("c1.speakers", "p7"),
        ("c1.about", "e8"),
    }
    assert [validated.events[0].decision, validated.figures[0].decision, validated.claims[0].decision] == ["review"] * 3


def test_a_second_item_under_a_used_id_gets_its_own() -> None:
    validated = validate(extraction(figure("80", "men"), figure("12", "men", sentence=2)), READ)
    assert [(one.id, one.said.id, one.said.text) for one in validated.figures] == [("f1", "f1", "80"), ("f1~2", "f1~2", "12")]
    assert [check.item for check in validated.checks] == ["f1~2"]


def test_an_item_told_twice_word_for_word_counts_once() -> None:
    validated = validate(extraction(figure("80", "men"), figure("80", "men")), READ)
    assert [one.id for one in validated.figures] == ["f1"]
    assert "twice" in validated.checks[0].explanation


def test_parties_in_a_circle_are_cut_apart_once() -> None:
    said = extraction(
        party("p1", "army", part_of="p2"),
        party("p2", "men", part_of="p3"),
        party("p3", "Kidal", part_of="p1"),
        party("p4", "army", part_of="p1"),
    )
    validated = validate(said, READ)
    assert [one.said.part_of for one in validated.parties] == ["p2", "p3", None, "p1"]
    assert [(check.item, check.text) for check in validated.checks] == [("p3.part_of", "p1")]


def test_a_party_that_belongs_to_itself_is_cut_loose() -> None:
    assert validate(extraction(party(name="army", part_of="p1")), READ).parties[0].said.part_of is None


def test_items_of_different_kinds_may_bear_the_same_id() -> None:
    said = extraction(party("x", "army"), event("x", by=("y",)), figure("80", "men", id="x"), claim("killed 80 men", id="x"))
    validated = validate(said, READ)
    assert (validated.events[0].decision, validated.claims[0].decision) == ("review", "accepted")
