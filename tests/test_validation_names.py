"""Names: the party's words stand in the text, or they are dropped and said."""

import pytest

from summarizer.validation import failing, validate
from tests.drafting import article, claim, event, extraction, party

READ = article(
    "The Malian Armed Forces (FAMa) fought Jama’at Nusrat al-Islam wal-Muslimin (JNIM) near Boulikessi.",
    "Colonel Souleymane Dembélé spoke in Kidal.",
    "Read More: Interpol seizes drugs",
)


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("Malian Armed Forces", "supported"),
        ("Jama'at Nusrat al-Islam wal-Muslimin", "supported"),
        ("colonel Souleymane Dembélé", "supported"),
        ("Interpol", "unclear"),
        ("Mali", "imprecise"),
        ("Boulkessi", "imprecise"),
        ("Souleymane Dembele", "imprecise"),
        ("Emmanuel Macron", "unsupported"),
        ("", "unsupported"),
    ],
)
def test_a_name_is_looked_up_as_a_whole_word(name: str, verdict: str) -> None:
    assert validate(extraction(party(name=name)), READ).parties[0].check.verdict == verdict


def test_other_words_that_the_text_lacks_are_dropped_and_said() -> None:
    validated = validate(extraction(party(name="Malian Armed Forces", also=("FAMa", "the junta"))), READ)
    assert validated.parties[0].said.also == ("FAMa",)
    assert [(check.item, check.text, check.verdict) for check in validated.checks] == [("p1.also", "the junta", "unsupported")]
    assert validated.raw.parties[0].also == ("FAMa", "the junta")


def test_a_name_from_elsewhere_gives_way_to_the_words_of_the_text() -> None:
    one = validate(extraction(party(name="Group for the Support of Islam", also=("JNIM",))), READ).parties[0]
    assert (one.said.name, one.check.verdict) == ("JNIM", "unsupported")
    assert one.check.explanation == "The name does not stand in the text. The text's own words are used: “JNIM”."


@pytest.mark.parametrize("name", ["Malian Armed Forces", "FAMa"])
def test_the_acronym_is_learnt_from_the_text(name: str) -> None:
    said = party(name=name, also=("Malian Armed Forces",))
    assert validate(extraction(said), READ).parties[0].acronym == "FAMa"


def test_a_party_without_a_name_in_the_text_is_taken_out_of_everything() -> None:
    said = extraction(
        party(name="Malian Armed Forces"),
        party("p2", "Emmanuel Macron"),
        event(by=("p1", "p2")),
        claim("spoke in Kidal", sentence=2, speakers=("p2",)),
        issuer="p2",
    )
    validated = validate(said, READ)
    assert validated.parties[1].check.decision == "rejected"
    assert (validated.issuer, validated.events[0].said.by, validated.claims[0].said.speakers) == (None, ("p1",), ())
    assert (validated.events[0].decision, validated.claims[0].decision) == ("review", "review")
    assert [check.item for check in failing(validated)] == ["p2.name"]
