"""A figure of one place or speaker is no evidence for another, and no rival takes a figure from its own."""

import pytest

from summarizer import figures, reading

PLACES = [
    "Gunmen killed 12 people in Gao on Monday and 30 in Kidal on Tuesday.",
    "An attack in Gao on Monday killed 12 people. On Tuesday, 30 people were killed in Kidal.",
    "In Gao, 12 people were killed on Monday. In Kidal, 30 died on Tuesday.",
    "Attackers struck Gao on Monday, killing 12 people. A day later, they hit Kidal, killing 30 people.",
    "The Gao attack left 12 people dead, while 30 people were killed in the Kidal attack.",
    "Gao: 12 dead\nKidal: 30 dead",
]
SPEAKERS = [
    "The army said 12 people were killed. The UN put the toll at 30.",
    "According to the army, 12 people died; the UN said 30 were killed.",
    "The UN said 30 people were killed, but the army said 12 died.",
    "12 people were killed, the army said. Thirty were killed, according to the UN.",
]


def decision(claim: str, number: int, source: str) -> str:
    """What becomes of the number in the claim."""
    found = figures.check(claim, [reading.article(source)])
    return next(check.decision for check in found.checks if str(number) in check.text)


@pytest.mark.parametrize("source", PLACES)
@pytest.mark.parametrize("claim", ["{n} people were killed in {p}.", "The attack in {p} killed {n} people.", "{p}: {n} dead"])
@pytest.mark.parametrize(("place", "right", "wrong"), [("Gao", 12, 30), ("Kidal", 30, 12)])
def test_each_place_has_its_own_toll(source: str, claim: str, place: str, right: int, wrong: int) -> None:
    found = [decision(claim.format(n=number, p=place), number, source) for number in (right, wrong)]
    assert found == ["accepted", "review"]


@pytest.mark.parametrize("source", SPEAKERS)
@pytest.mark.parametrize("claim", ["{p} said {n} people were killed.", "According to {p}, {n} people died."])
@pytest.mark.parametrize(("speaker", "right", "wrong"), [("the army", 12, 30), ("the UN", 30, 12)])
def test_each_speaker_has_his_own_toll(source: str, claim: str, speaker: str, right: int, wrong: int) -> None:
    found = [decision(claim.format(n=number, p=speaker), number, source) for number in (right, wrong)]
    assert found == ["accepted", "review"]


def test_a_name_that_frames_the_whole_text_decides_nothing() -> None:
    source = "Gunmen attacked a village in Mali on Monday. In Gao, 12 people died. In all, 30 have been killed in Mali since May."
    assert decision("12 people were killed in Mali.", 12, source) == "accepted"


def test_another_place_without_a_figure_takes_none_away() -> None:
    source = "In Gao, 12 people were killed. Kidal was calm."
    assert decision("12 people were killed near Kidal.", 12, source) == "accepted"


@pytest.mark.parametrize(
    ("source", "claim", "right", "wrong"),
    [
        ("Four prisoners were killed and 33 inmates and two guards were wounded.", "{} guards were wounded.", 2, 33),
        ("29 people died on the ground, including five students.", "{} students died.", 5, 29),
        ("A car rammed into a crowd, injuring 36 people, eight of them seriously.", "{} people were seriously injured.", 8, 36),
        ("On Tuesday, 26 people were killed. On Thursday, 31 were killed.", "On Thursday, {} people were killed.", 31, 26),
        (
            "14 people were shot dead in Culiacan, the newspaper Noroeste reported, while authorities confirmed only 9.",
            "Authorities confirmed that {} people were shot dead in Culiacan.",
            9,
            14,
        ),
        ("22 people were killed in Bijapur and 7 in Kanker, police said.", "In Kanker, {} people were killed.", 7, 22),
        ("Air defences destroyed 46 drones, 19 of them over Belgorod.", "{} drones were destroyed over Belgorod.", 19, 46),
        ("27 people remained in hospital, 6 of them in critical condition.", "{} people were in critical condition.", 6, 27),
        ("Provisional toll: 5 civilians killed (3 in Ndosho, 2 in Mugunga).", "{} civilians were killed in Ndosho.", 3, 5),
    ],
)
def test_a_part_is_no_total_and_a_day_no_other(source: str, claim: str, right: int, wrong: int) -> None:
    checks = [figures.check(claim.format(number), [reading.article(source)]).checks for number in (right, wrong)]
    decisions = [
        next(check.decision for check in some if check.quantity is not None and check.quantity.low == number)
        for some, number in zip(checks, (right, wrong), strict=True)
    ]
    assert decisions == ["accepted", "review"]


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (
            "A minibus crashed on Friday. On Monday, 5 people were killed when a truck overturned.",
            "5 people were killed on Friday.",
        ),
        ("Rain hit Bulambuli. In 2010, mudslides in Bududa killed 350 people.", "Mudslides in Bulambuli killed 350 people."),
    ],
)
def test_a_toll_of_another_time_is_no_evidence(source: str, claim: str) -> None:
    number = int(next(word for word in claim.split() if word.isdigit()))
    assert decision(claim, number, source) == "review"


def test_the_day_of_the_statement_is_not_the_day_of_the_toll() -> None:
    source = "Gunmen attacked Gao on Tuesday. They killed 12 people, police said on Wednesday."
    assert decision("12 people were killed on Tuesday.", 12, source) == "accepted"


def test_a_claim_that_gives_the_part_as_well_may_tell_of_both() -> None:
    source = "Air defences destroyed 46 drones, 19 of them over Belgorod."
    assert decision("46 drones were destroyed, 19 over Belgorod.", 46, source) == "accepted"
