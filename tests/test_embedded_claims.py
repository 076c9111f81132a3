"""Who said what: direct, mixed and indirect speech, and what is no statement."""

import pytest

from tests.embedded_view import extraction


def claims(text: str) -> list[tuple[str, str, str]]:
    """Speakers, act and content of each claim."""
    found = extraction(text)
    names = {party.id: party.name for party in found.parties}
    return [(", ".join(names[id] for id in one.speakers), one.act, one.content) for one in found.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will rebuild the bridge,” said Ana Lopez, the mayor.", ("Ana Lopez", "asserts", "We will rebuild the bridge")),
        ("The bridge will be rebuilt, the mayor said on Friday.", ("mayor", "asserts", "The bridge will be rebuilt")),
        ("The mayor said the bridge would be rebuilt.", ("mayor", "asserts", "the bridge would be rebuilt.")),
        ("According to police, two men fled.", ("police", "asserts", "two men fled.")),
        ("Two men fled, according to police.", ("police", "asserts", "Two men fled")),
        ("The army told reporters that the road was open.", ("army", "asserts", "the road was open.")),
        ("The ministry denied the report.", ("ministry", "denies", "denied the report.")),
        ("The group claimed responsibility for it.", ("group", "claims_responsibility", "claimed responsibility for it.")),
        ("The government urged residents to stay at home.", ("government", "urges", "residents to stay at home.")),
        ("The union warned that members would strike.", ("union", "warns", "members would strike.")),
        ("Residents welcomed the minister’s pledge to repair the dam.", ("minister", "promises", "to repair the dam.")),
        ("Officials are confident that the dam will hold.", ("Officials", "assesses", "the dam will hold.")),
        ("The army did not release casualty figures.", ("army", "declines_to_say", "did not release casualty figures.")),
        ("Rebels reportedly crossed the river.", ("", "asserts", "Rebels reportedly crossed the river.")),
        ("The minister, who was visiting Lyon, said the talks had failed.", ("minister", "asserts", "the talks had failed.")),
        ("The head of mission, General Ada Obi, said it was safe.", ("General Ada Obi", "asserts", "it was safe.")),
    ],
)  # fmt: skip
def test_a_statement_has_speaker_act_and_content(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "The success is attributed to better roads.",
        "The reported attack left no trace.",
        "A report on the state of the roads was published.",
        "The plans were shelved.",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert claims(text) == []


def test_a_quotation_without_its_opening_mark_keeps_the_rest_in_order() -> None:
    found = claims("The enemies attacked first”, said Colonel Ada Obi.\n\nShe added: “They lost.”")
    assert [(speaker, content) for speaker, _, content in found] == [
        ("Colonel Ada Obi", "The enemies attacked first"),
        ("Colonel Ada Obi", "They lost."),
    ]


def test_a_quotation_in_two_parts_has_one_speaker() -> None:
    found = claims("“The river rose,” said Ada Obi. “Then the bridge fell and we ran.”")
    assert [(speaker, content) for speaker, _, content in found] == [
        ("Ada Obi", "The river rose"),
        ("Ada Obi", "Then the bridge fell and we ran."),
    ]


def test_a_pronoun_stands_for_the_last_person_named() -> None:
    found = claims("Ada Obi visited the dam on Monday.\n\nShe said that it would hold.")
    assert ("Ada Obi", "asserts", "it would hold.") in found


def test_a_surname_stands_for_the_full_name() -> None:
    found = claims("Engineers met Ada Obi, the mayor of Lerma.\n\n“The dam will hold,” Obi said.")
    assert ("Ada Obi", "asserts", "The dam will hold") in found


def test_a_statement_speaks_for_its_author() -> None:
    found = claims("The Lerma police said two men were held.\n\nThe statement added that both were armed.")
    assert [speaker for speaker, _, _ in found] == ["Lerma police", "Lerma police"]
