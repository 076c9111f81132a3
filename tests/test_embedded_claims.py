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
        ("The group has not claimed responsibility.", ("group", "declines_to_say", "has not claimed responsibility.")),
        ("The group did not claim the raid.", ("group", "asserts", "did not claim the raid.")),
        ("Ten women died, according to Ada Obi, a local chief.", ("Ada Obi", "asserts", "Ten women died")),
        ("According to Ada Obi, the mayor, two men fled.", ("Ada Obi", "asserts", "two men fled.")),
        ("Two men, according to police, were killed.", ("police", "asserts", "Two men, according to police, were killed.")),
        ("The army did not release casualty figures.", ("army", "declines_to_say", "did not release casualty figures.")),
        ("Rebels reportedly crossed the river.", ("", "asserts", "Rebels reportedly crossed the river.")),
        ("The minister, who was visiting Lyon, said the talks had failed.", ("minister", "asserts", "the talks had failed.")),
        ("The head of mission, General Ada Obi, said it was safe.", ("General Ada Obi", "asserts", "it was safe.")),
        ("Rebels said Tuesday they had taken the base.", ("Rebels", "asserts", "they had taken the base.")),
        ("The army said on Monday four men were killed.", ("army", "asserts", "four men were killed.")),
        ("The group said in a statement it had left the town.", ("group", "asserts", "it had left the town.")),
        ("The army on Monday put its losses at 12 dead.", ("army", "asserts", "put its losses at 12 dead.")),
        ("The opposition claims at least 20 people died.", ("opposition", "asserts", "at least 20 people died.")),
        ("The charity that runs a school attacked by a gang said it would close.", ("charity", "asserts", "it would close.")),
        ("The officer who spoke to reporters on Monday said the road was open.", ("officer", "asserts", "the road was open.")),
        ("The minister said praise would not sway him.", ("minister", "asserts", "praise would not sway him.")),
        ("The road, the mayor often says, is safe.", ("mayor", "asserts", "The road, the mayor often says, is safe.")),
        (
            "Police announced on Friday the arrest of a man.",
            ("Police", "announces", "announced on Friday the arrest of a man."),
        ),
        ("The doctor began by saying he would stay.", ("doctor", "asserts", "he would stay.")),
        ("The union called Friday for calm.", ("union", "urges", "called Friday for calm.")),
        ("Ada Obi left the room, saying, “It is over.”", ("Ada Obi", "asserts", "It is over.")),
        ("Ada Obi chimed in on Monday, saying that the dam would hold.", ("Ada Obi", "asserts", "the dam would hold.")),
        ("Obi, 56, who has led the union for a decade, told the court it was safe.", ("Obi", "asserts", "it was safe.")),
        ("Ada Obi, 59, of Ashton, Md., who saw it, said it was loud.", ("Ada Obi", "asserts", "it was loud.")),
        ("In a statement, Husted said the ruling was wrong.", ("Husted", "asserts", "the ruling was wrong.")),
        ("According to a new report by Politico, two men fled.", ("Politico", "asserts", "two men fled.")),
        ("“It is over,” said Ada Obi, speaking of the strike.", ("Ada Obi", "asserts", "speaking of the strike.")),
        ("The video shows him with his hands in the air.", ("video", "asserts", "shows him with his hands in the air.")),
        ("She called her vote for the war a mistake.", ("She", "asserts", "her vote for the war a mistake.")),
        ("They seized the base, with reports of 30 soldiers killed.", ("", "asserts", "30 soldiers killed.")),
        ("The town fell amid rumours that the mayor had fled.", ("", "asserts", "the mayor had fled.")),
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
        "No group has claimed responsibility.",
        "Reports of heavy rain had reached the town.",
        "The number of miners confirmed dead has reached 11.",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # What the writer adds is no part of what was said.
        ("The mayor praised the police, who arrived late.", ["praised the police"]),
        ("The mayor blasted the bank after it closed.", ["blasted the bank"]),
        ("The union denied the charge and attempted to block the road.", ["denied the charge"]),
        ("Obi said the dam was safe, which he said was sheer luck.", ["the dam was safe", "was sheer luck."]),
        # A second verb of speech begins another statement.
        ("The army said the rebels had fled and called for calm.", ["the rebels had fled", "called for calm."]),
        # What the speaker does next is not said.
        ("The mayor said “it is over” and left the room.", ["it is over"]),
        ("The mayor described the raid as a “disgrace” after he left.", ["described the raid as a “disgrace”"]),
        # "That day" begins no clause.
        ("Police found a car parked that day near the bank.", []),
        # A word that may be a noun is told once.
        ("Police fear that the dam may break.", ["the dam may break."]),
    ],
)
def test_a_content_ends_where_the_speaker_ends(text: str, contents: list[str]) -> None:
    assert [content for _, _, content in claims(text)] == contents


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


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("“I swam for an hour,” said survivor Alfani Bahati.", "survivor Alfani Bahati", "I swam for an hour"),
        ("The head of the agency said over 30,000 people fled.", "head of the agency", "over 30,000 people fled."),
        ("The ministry put the death toll at 34.", "ministry", "put the death toll at 34."),
        ("The ministry gave a toll of 23.", "ministry", "gave a toll of 23."),
        ("“It was bad,” 34-year-old cook Moussa Traoré told the agency.", "cook Moussa Traoré", "It was bad"),
        ("“It was bad,” said 34-year-old cook Moussa Traoré.", "cook Moussa Traoré", "It was bad"),
        ("“It was bad,” a resident who asked not to be named said.", "resident", "It was bad"),
        ("The teacher, Sani Abdullahi, said the gate was open.", "Sani Abdullahi", "the gate was open."),
        ("GENERAL GUZMAN, COMMANDER OF THE BRIGADE, SAID THE ROAD IS OPEN.", "GENERAL GUZMAN", "THE ROAD IS OPEN."),
    ],
)
def test_a_speaker_is_found_with_what_he_said(text: str, speaker: str, content: str) -> None:
    assert claims(text) == [(speaker, "asserts", content)]


def test_it_is_never_a_number_of_people() -> None:
    assert "Twenty-six people" not in {speaker for speaker, *_ in claims("Twenty-six people were wounded, it added.")}
    assert {speaker for speaker, *_ in claims("The number of victims has risen. Ten people died, it added.")} == {""}


def test_a_flood_that_claims_lives_says_nothing() -> None:
    assert [speaker for speaker, *_ in claims("Flooding in the state has claimed 34 lives, officials said.")] == ["officials"]


def test_who_denies_a_claim_does_not_make_it() -> None:
    found = claims("The army rejected claims that it had killed civilians.")
    assert ("", "asserts", "it had killed civilians.") in found
    assert [act for speaker, act, _ in found if speaker == "army"] == ["denies"]


def test_names_that_look_like_pronouns_speak() -> None:
    text = "The US said it would help. The WHO said the risk was low. The IT ministry said the site was down."
    assert [speaker for speaker, *_ in claims(text)] == ["US", "WHO", "IT ministry"]


def test_a_town_before_a_colon_is_no_speaker() -> None:
    assert claims("Kharkiv: Seven killed in a strike on a printing house") == []


def test_he_is_the_captain_who_spoke_before() -> None:
    text = "Capt. Yusuf Nur, a police spokesman, said the road was open. “The driver saw nothing,” he said."
    assert {speaker for speaker, *_ in claims(text)} == {"Capt. Yusuf Nur"}


def test_the_head_of_a_body_is_not_the_body() -> None:
    text = "The Lerma Emergency Agency (LEA) said two people died. LEA head Muktar Atima said the road was open."
    assert [speaker for speaker, *_ in claims(text)] == ["Lerma Emergency Agency", "LEA head Muktar Atima"]


def test_figures_that_are_withheld_are_not_given() -> None:
    assert [act for _, act, _ in claims("Officials gave no casualty figures.")] == ["declines_to_say"]
