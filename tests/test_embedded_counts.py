"""What a number counts, what it measures, and whose it is."""

import pytest

from tests.embedded_view import extraction


def figures(text: str) -> list[tuple[str, str, str, str]]:
    """Words, counted thing, measure and scope of each figure."""
    return [(one.text, one.counted, one.measure, one.scope) for one in extraction(text).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels killed 41 soldiers.", [("41", "soldiers", "killed", "incident")]),
        ("At least 12 people died.", [("At least 12", "people", "killed", "incident")]),
        ("Nine soldiers were wounded.", [("Nine", "soldiers", "wounded", "incident")]),
        ("The raid left 13 attackers dead.", [("13", "attackers", "killed", "incident")]),
        (
            "Police reported the deaths of approximately ten terrorists.",
            [("approximately ten", "terrorists", "killed", "incident")],
        ),
        ("Troops neutralised dozens of militants.", [("dozens", "militants", "neutralised", "incident")]),
        ("The army has killed 4,200 rebels since 2023.", [("4,200", "rebels", "killed", "cumulative")]),
        ("Troops destroyed three pickup trucks.", [("three", "pickup trucks", "materiel", "incident")]),
        ("The governor imposed a 30-day curfew.", [("30-day", "curfew", "duration", "incident")]),
        ("The bank lent $3bn.", [("$3bn", "$3bn", "money", "incident")]),
        ("The number of people killed in the blast has grown to ten.", [("ten", "people", "killed", "incident")]),
        ("THE NUMBER OF POLICEMEN KILLED IN LERMA HAS INCREASED TO EIGHT.", [("EIGHT", "POLICEMEN", "killed", "incident")]),
        (
            "The toll has risen to 11 after two of the wounded died.",
            [("11", "11", "killed", "incident"), ("two", "wounded", "killed", "part_of")],
        ),
        (
            "The ministry lowered the death toll to 17 from 18.",
            [("17", "17", "killed", "incident"), ("18", "18", "killed", "incident")],
        ),
        ("The ministry gave a toll of 23.", [("23", "23", "killed", "incident")]),
        ("The number of arrests stands at 335.", [("335", "335", "captured", "incident")]),
        ("Floods have claimed 34 lives.", [("34", "lives", "killed", "incident")]),
        ("Thirty-eight people lost their lives.", [("Thirty-eight", "people", "killed", "incident")]),
        ("At least 40 others suffered burns.", [("At least 40", "others", "wounded", "incident")]),
        ("Nine were shot dead.", [("Nine", "Nine", "killed", "incident")]),
        ("One person was shot dead.", [("One", "person", "killed", "incident")]),
        ("Rebels killed 14 personnel.", [("14", "personnel", "killed", "incident")]),
        ("Forty-six people were arrested.", [("Forty-six", "people", "captured", "incident")]),
        ("The governor said 80 people had been rescued.", [("80", "people", "affected", "incident")]),
        ("Police arrested two managers of a factory where a fire killed a man.", [("two", "managers", "captured", "incident")]),
        (
            "Thirty people were hurt and 22 were missing.",
            [("Thirty", "people", "wounded", "incident"), ("22", "22", "missing", "incident")],
        ),
        ("The quake measured 6.4.", [("6.4", "6.4", "other", "incident")]),
        (
            "Thirty rebels killed 12 soldiers.",
            [("Thirty", "rebels", "count", "incident"), ("12", "soldiers", "killed", "incident")],
        ),
        (
            "Five men and three women were killed.",
            [("Five", "men", "killed", "incident"), ("three", "women", "killed", "incident")],
        ),
        (
            "Eight people died in Lerma and six in Oru.",
            [("Eight", "people", "killed", "incident"), ("six", "six", "killed", "incident")],
        ),
        ('They killed "more than 20" soldiers.', [("more than 20", "soldiers", "killed", "incident")]),
        ("Thirteen people have been confirmed dead.", [("Thirteen", "people", "killed", "incident")]),
        ("The storm raised to five the number of dead.", [("five", "five", "killed", "incident")]),
        ("The rain brought to 40 the death toll.", [("40", "40", "killed", "incident")]),
        ("The number of victims of the bomb has risen to ten.", [("ten", "ten", "killed", "incident")]),
        ("Eleven people, not 14, were killed.", [("Eleven", "people", "killed", "incident")]),
        ("Nine men, and not 12 as first reported, were abducted.", [("Nine", "men", "captured", "incident")]),
        ("Twelve soldiers unfortunately fell in the line of duty.", [("Twelve", "soldiers", "killed", "incident")]),
        ("The group admitted the loss of seven fighters.", [("seven", "fighters", "killed", "incident")]),
        ("The firm announced the loss of 500 jobs.", [("500", "jobs", "count", "incident")]),
        ("Eight hostages were released.", [("Eight", "hostages", "affected", "incident")]),
        ("Eight hostages kidnapped last week in Oru were released.", [("Eight", "hostages", "affected", "incident")]),
        (
            "Officials confirmed two deaths and placed 700 people in quarantine.",
            [("two", "deaths", "killed", "incident"), ("700", "people", "count", "incident")],
        ),
        ("Ten died.", [("Ten", "Ten", "killed", "incident")]),
        ("Two men, according to police, were killed.", [("Two", "men", "killed", "incident")]),
        (
            "Among the dead were 10 women and four children.",
            [("10", "women", "killed", "part_of"), ("four", "children", "killed", "part_of")],
        ),
        (
            "Fourteen civilians died, including a woman and her two children.",
            [("Fourteen", "civilians", "killed", "incident"), ("two", "children", "killed", "part_of")],
        ),
        ("Two men and a child were killed.", [("Two", "men", "killed", "incident")]),
        (
            "THE NUMBER OF MINERS CONFIRMED DEAD IN THE SESELI OPEN PIT DISASTER HAS REACHED 11.",
            [("11", "MINERS", "killed", "incident")],
        ),
        ("Fifty-three people are under treatment.", [("Fifty-three", "people", "wounded", "incident")]),
        (
            "Four civilians and one officer lost their lives.",
            [("Four", "civilians", "killed", "incident"), ("one", "officer", "killed", "incident")],
        ),
    ],
)
def test_a_number_has_its_noun_and_measure(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert figures(text) == expected


def test_two_counts_go_to_their_own_nouns() -> None:
    assert figures("Five soldiers were killed and 12 rebels were captured.") == [
        ("Five", "soldiers", "killed", "incident"),
        ("12", "rebels", "captured", "incident"),
    ]


def test_a_part_is_not_the_whole() -> None:
    assert [scope for *_, scope in figures("Gunmen killed 80 people, including 12 children.")] == ["incident", "part_of"]


def test_dozens_wounded_are_those_of_the_count_before() -> None:
    found = extraction("Five soldiers were killed and dozens wounded in the attack.")
    assert [[party.name for party in found.parties if party.id in one.parties] for one in found.figures] == [
        ["soldiers"],
        ["soldiers"],
    ]


def test_others_who_were_hurt_need_not_be_of_the_class_before() -> None:
    found = extraction("Three soldiers were killed and 27 others were injured in the attack.")
    assert [len(one.parties) for one in found.figures] == [1, 0]


def test_a_date_is_no_figure() -> None:
    assert figures("The base was attacked on 1 July 2020.") == []


def test_a_figure_inside_a_statement_points_to_it() -> None:
    found = extraction("The army said 41 rebels were killed.")
    assert [one.claim for one in found.figures] == [one.id for one in found.claims]
