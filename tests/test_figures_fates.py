"""Killed or wounded, soldiers or militants: a figure of the one is no evidence for the other, however the text puts it."""

import pytest

from schemas import Figure
from schemas.extraction import Measure
from summarizer import figures, reading
from summarizer.figures.counted import kinds
from summarizer.figures.fates import fates
from summarizer.figures.page import Page

KILLED, WOUNDED = 17, 23
TOLD = [
    "Gunmen killed 17 villagers and wounded 23 others in Tolo on Monday.",
    "17 villagers were killed and 23 wounded in an attack on Tolo on Monday.",
    "An attack on Tolo on Monday left 17 villagers dead and 23 injured.",
    "The attack on Tolo killed 17 villagers, wounding 23.",
    "17 villagers died and 23 were injured in the attack on Tolo.",
    "The army said 17 villagers had been killed, 23 others wounded, in Monday's attack on Tolo.",
    "23 villagers were injured and 17 killed when gunmen attacked Tolo on Monday.",
    "Monday's attack on Tolo claimed the lives of 17 villagers; 23 people were hurt.",
    "The death toll from the attack on Tolo is 17, with 23 injured.",
    "In Tolo, 17 people lost their lives and 23 more suffered injuries.",
]
CLAIMS = [
    ("{} villagers were killed.", KILLED),
    ("{} people died.", KILLED),
    ("The attack killed {}.", KILLED),
    ("{} dead in Tolo", KILLED),
    ("The death toll is {}.", KILLED),
    ("The attack left {} people dead.", KILLED),
    ("{} villagers were wounded.", WOUNDED),
    ("The attack wounded {}.", WOUNDED),
    ("{} injured in Tolo", WOUNDED),
    ("{} others were hurt in the attack.", WOUNDED),
    ("The attack left {} people injured.", WOUNDED),
]


def decision(claim: str, number: int, source: str) -> str:
    """What becomes of the number in the claim."""
    found = figures.check(claim.format(number), [reading.article(f"{source} Residents fled the area.")])
    return next(check.decision for check in found.checks if str(number) in check.text)


@pytest.mark.parametrize("source", TOLD)
@pytest.mark.parametrize(("claim", "right"), CLAIMS)
def test_the_killed_are_not_the_wounded(claim: str, right: int, source: str) -> None:
    wrong = KILLED + WOUNDED - right
    assert (decision(claim, right, source), decision(claim, wrong, source)) == ("accepted", "rejected")


@pytest.mark.parametrize(
    "source",
    [
        "The army killed 30 militants and lost 12 soldiers in fighting near Tolo.",
        "12 soldiers and 30 militants were killed in clashes near Tolo.",
        "Fighting near Tolo left 12 soldiers and 30 jihadists dead.",
        "JNIM said it had killed 12 soldiers. The army said 30 attackers were killed.",
    ],
)
@pytest.mark.parametrize(("claim", "right"), [("{} soldiers were killed.", 12), ("{} militants were killed.", 30)])
def test_soldiers_are_not_militants(claim: str, right: int, source: str) -> None:
    assert (decision(claim, right, source), decision(claim, 42 - right, source)) == ("accepted", "rejected")


@pytest.mark.parametrize(("measure", "number"), [("killed", "23"), ("wounded", "17")])
@pytest.mark.parametrize("source", TOLD)
def test_a_models_measure_must_be_the_texts(measure: Measure, number: str, source: str) -> None:
    said = Figure(id="f1", text=number, counted="villagers", measure=measure, scope="incident", sentence=1)
    assert figures.judge(said, reading.article(source)).decision != "accepted"


def test_a_models_counted_words_must_be_the_figures_own() -> None:
    article = reading.article("The army killed 30 militants and lost 12 soldiers near Tolo.")
    said = Figure(id="f1", text="30", counted="soldiers", measure="killed", scope="incident", sentence=1)
    assert figures.judge(said, article).verdict == "misattributed"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("200 soldiers were killed or wounded.", {"kill", "wound"}),
        ("Some 200 killed and wounded soldiers lay there.", {"kill", "wound"}),
        ("The militia killed another 17.", {"kill"}),
        ("Dead: 17", {"kill"}),
        ("The deaths of 17 miners shocked the country.", {"kill"}),
        ("The number of wounded rose to 23.", {"wound"}),
        ("The injury toll stood at 23.", {"wound"}),
        ("The death toll rose from 12 to 17.", {"kill"}),
        ("The blast killed ten villagers and 17 soldiers.", {"kill"}),
        ("17 miners are missing.", {"missing"}),
        ("17 gunmen killed a farmer.", set()),
        ("17 people protested the death of a farmer.", set()),
        ("17 people fled when gunmen killed a farmer.", {"displace"}),
        ("He died 17 days later.", set()),
        ("The convoy of 17 vehicles left.", set()),
    ],
)
def test_the_word_that_governs_a_figure_tells_its_fate(text: str, found: set[str]) -> None:
    page = Page(text)
    number = next(number for number in reversed(range(len(page.figs))) if page.figs[number].low in (17, 23, 200))
    assert fates(page, number) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("30 suspected al-Qaeda-linked militants", {("side", "militant")}),
        ("30 soldiers and militants", {("side", "soldier"), ("side", "militant")}),
        ("30 officers and men", set()),
        ("30 were killed by soldiers", set()),
        ("30, among them soldiers", set()),
        ("30 in an attack on soldiers", set()),
        ("30 of the best soldiers", {("side", "soldier")}),
    ],
)
def test_the_noun_behind_a_figure_tells_whom_it_counts(text: str, found: set[tuple[str, str]]) -> None:
    assert kinds(Page(text), 0) == found
