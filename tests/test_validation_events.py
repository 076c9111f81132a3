"""Events: told by sentences of the news, dated and placed in the text's words, titled without figures of their own."""

from datetime import date

import pytest

from summarizer import reading
from summarizer.validation import validate
from tests.drafting import article, event, extraction, party

READ = article(
    "The army killed over 80 militants in Kidal on Tuesday, 1 July.",
    "On 23 May 2024, rebels took Niono.",
    "They came back on Friday. They fled on Friday.",
    "Leave a comment",
)


def test_an_event_of_the_text_is_accepted() -> None:
    said = event(title="Army kills over 80 militants", date="Tuesday, 1 July", places=("Kidal",))
    one = validate(extraction(said), READ).events[0]
    assert (one.decision, one.said, one.sentences) == ("accepted", said, (1,))
    assert [(check.of, check.item) for check in one.checks] == [
        ("date", "e1.date"),
        ("name", "e1.places"),
        ("figure", "e1.title"),
    ]


def test_a_missing_year_stays_missing() -> None:
    when = validate(extraction(event(date="Tuesday, 1 July")), READ).events[0].when
    assert when is not None
    assert (when.month, when.day, when.year, when.start, when.basis) == (7, 1, None, None, "unresolved")


def test_a_given_date_of_publication_resolves_it_and_the_check_says_so() -> None:
    read = reading.article(READ.text, name="001", published=date(2025, 7, 3))
    one = validate(extraction(event(date="Tuesday, 1 July")), read).events[0]
    assert one.when is not None
    assert (one.when.start, one.when.basis, one.checks[0].verdict) == (date(2025, 7, 1), "published", "derived")
    assert "counted from" in one.checks[0].explanation
    assert one.decision == "accepted"


@pytest.mark.parametrize(
    ("words", "sentences", "verdict"),
    [
        ("23 May 2024", (2,), "supported"),
        ("23 May 2024", (1,), "supported"),
        ("Friday", (4,), "supported"),
        ("Friday", (1,), "misattributed"),
        ("On 23 May, 2024", (2,), "imprecise"),
        ("last spring", (1,), "unsupported"),
    ],
)
def test_the_words_of_a_date_are_looked_up(words: str, sentences: tuple[int, ...], verdict: str) -> None:
    one = validate(extraction(event(date=words, sentences=sentences)), READ).events[0]
    assert [check.verdict for check in one.checks if check.of == "date"] == [verdict]


def test_a_date_that_the_text_lacks_is_left_out() -> None:
    one = validate(extraction(event(date="last spring")), READ).events[0]
    assert (one.said.date, one.when, one.decision) == (None, None, "review")


def test_a_place_that_the_text_lacks_is_left_out() -> None:
    one = validate(extraction(event(places=("Kidal", "Gao"))), READ).events[0]
    assert (one.said.places, one.decision) == (("Kidal",), "review")


def test_a_figure_in_the_title_must_stand_in_the_sentences_of_the_event() -> None:
    one = validate(extraction(event(title="Army kills over 95 militants")), READ).events[0]
    assert (one.said.title, one.decision) == ("Army kills […] militants", "review")
    assert one.checks[0].decision == "rejected"


@pytest.mark.parametrize(
    ("title", "verdict"),
    [
        ("Over 80 militants killed", "supported"),
        ("At least 80 militants killed", "approximate"),
        ("80 militants killed", "imprecise"),
        ("Army wounds over 80 militants", "contradicted"),
        ("Militants killed on Tuesday, 1 July", "supported"),
        ("Militants killed in July 2025", "unsupported"),
    ],
)
def test_the_figures_of_a_title_are_checked_with_what_they_count(title: str, verdict: str) -> None:
    assert [check.verdict for check in validate(extraction(event(title=title)), READ).events[0].checks] == [verdict]


def test_the_check_of_a_title_shows_the_sentence_by_its_own_number() -> None:
    one = validate(extraction(event(title="Rebels take Niono on 23 May 2024", sentences=(2,))), READ).events[0]
    evidence = one.checks[0].evidence[0]
    assert (evidence.sentence, READ.text[evidence.start : evidence.end]) == (2, evidence.text)
    assert evidence.quote == READ.sentence(2)


def test_a_figure_of_another_sentence_does_not_count_for_the_title() -> None:
    one = validate(extraction(event(title="Over 80 die in Niono", sentences=(2,))), READ).events[0]
    assert one.said.title == "[…] die in Niono"


@pytest.mark.parametrize("numbers", [(), (99,), (6,), (-1, 0)])
def test_an_event_that_no_sentence_tells_is_rejected(numbers: tuple[int, ...]) -> None:
    one = validate(extraction(event(sentences=numbers)), READ).events[0]
    assert (one.decision, one.sentences) == ("rejected", ())
    assert {check.item for check in one.checks} == {"e1.sentences"}


def test_sentences_that_do_not_exist_are_left_out() -> None:
    one = validate(extraction(event(sentences=(2, 1, 2, 99, 6))), READ).events[0]
    assert (one.sentences, one.decision) == ((1, 2), "review")


def test_a_party_without_a_name_in_the_text_sends_the_event_to_review() -> None:
    one = validate(extraction(party(name="Emmanuel Macron"), event(by=("p1",))), READ).events[0]
    assert (one.decision, [check.item for check in one.checks]) == ("review", ["e1.by"])
