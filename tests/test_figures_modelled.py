"""A model's figure against its article: the cited sentence first, then the rest."""

from decimal import Decimal
from pathlib import Path

import pytest

from schemas import Article, Check, Figure
from schemas.extraction import Measure
from summarizer import figures, reading

SEEDS = Path(__file__).parent.parent / "seeds"


def seed(number: str) -> Article:
    found = next(iter(reading.read(str(next(SEEDS.glob(f"{number}_*"))))))
    assert isinstance(found, Article)
    return found


def judged(article: Article, text: str, counted: str, words: str, measure: Measure = "killed") -> Check:
    """The check of a figure that cites the sentence holding `words`."""
    number = next(sentence.number for sentence in article.sentences if words in article.text[sentence.start : sentence.end])
    return figures.judge(Figure(id="f1", text=text, counted=counted, measure=measure, scope="incident", sentence=number), article)


@pytest.mark.parametrize(
    ("text", "counted", "words", "measure", "verdict"),
    [
        ("41", "soldiers", "Dioura", "killed", "supported"),
        ("at least 100", "Malian and Wagner troops", "Boulikessi base", "killed", "supported"),
        ("dozens", "jihadists", "Mourdiah", "killed", "supported"),
        ("between 1,500 and 2,000", "of those deaths", "Mali accounts", "killed", "supported"),
        ("30-day", "overnight curfew", "Kayes and Dio", "duration", "supported"),
        ("forty-one", "soldiers", "Dioura", "killed", "equivalent"),
        ("100", "Malian and Wagner troops", "Boulikessi base", "killed", "imprecise"),
        ("up to 100", "Malian and Wagner troops", "Boulikessi base", "killed", "contradicted"),
        ("14", "soldiers", "Dioura", "killed", "contradicted"),
        ("41", "soldiers", "Dioura", "wounded", "contradicted"),
        ("41", "pickup trucks", "Dioura", "materiel", "misattributed"),
        ("777", "camels", "Dioura", "count", "unsupported"),
        ("over $714,000", "Illicit Drugs", "Dioura", "money", "misattributed"),
        ("heavy", "losses", "Dioura", "count", "unclear"),
    ],
)
def test_a_models_figure(text: str, counted: str, words: str, measure: Measure, verdict: str) -> None:
    assert judged(seed("001"), text, counted, words, measure).verdict == verdict


def test_evidence_is_the_place_in_the_article() -> None:
    article = seed("001")
    found = judged(article, "41", "soldiers", "Dioura")
    place = found.evidence[0]
    assert article.text[place.start : place.end] == place.text == "41"
    assert article.sentence(place.sentence) == place.quote
    assert (found.start, found.end, found.item, found.of) == (0, 2, "f1", "figure")
    assert found.quantity is not None
    assert found.quantity.low == Decimal(41)


def test_a_figure_of_another_sentence_is_supported_with_its_true_place() -> None:
    found = judged(seed("001"), "41", "soldiers", "Mourdiah")
    assert (found.verdict, found.evidence[0].text) == ("supported", "41")
    assert "not in the sentence cited" in found.explanation


def test_two_figures_of_one_value_are_told_apart_by_what_they_count() -> None:
    article = reading.article("Five soldiers died. Nearby, five trucks and five houses burned.", name="source")
    assert [judged(article, "five", noun, "trucks").evidence[0].start for noun in ("trucks", "houses")] == [28, 44]


def test_killed_and_wounded_of_one_sentence_are_told_apart() -> None:
    article = reading.article("The blast killed 14 soldiers and wounded 30 near the base.", name="source")
    assert judged(article, "14", "soldiers", "blast", "killed").verdict == "supported"
    assert judged(article, "14", "soldiers", "blast", "wounded").verdict == "misattributed"
    assert judged(article, "30", "soldiers", "blast", "wounded").verdict == "supported"
    assert judged(article, "30", "soldiers", "blast", "killed").verdict == "misattributed"


def test_one_as_a_word_is_supported_where_it_stands() -> None:
    article = reading.article("One resident was hurt.", name="source")
    assert judged(article, "One", "resident", "hurt", "wounded").verdict == "supported"


@pytest.mark.parametrize("text", ["", " ", "…", "1" * 50, "$", "<b>5</b>"])
def test_odd_words_never_fail(text: str) -> None:
    assert judged(seed("001"), text, "soldiers", "Dioura").decision in ("review", "rejected")


@pytest.mark.parametrize("number", [-1, 0, 10**6])
def test_a_sentence_that_does_not_exist_is_no_obstacle(number: int) -> None:
    figure = Figure(id="f1", text="41", counted="soldiers", measure="killed", scope="incident", sentence=number)
    assert figures.judge(figure, seed("001")).evidence[0].text == "41"


@pytest.mark.parametrize("text", ["41", "forty-one", "14", "777"])
def test_an_article_made_ready_once_gives_the_same_checks(text: str) -> None:
    article = seed("001")
    figure = Figure(id="f1", text=text, counted="soldiers", measure="killed", scope="incident", sentence=1)
    assert figures.judge(figure, figures.sourced(article)) == figures.judge(figure, article)


def test_words_are_found_in_any_case_beside_a_letter_that_grows_in_lower_case() -> None:
    article = reading.article("ISTANBUL (İHA)\n\nHe saw heavy losses and HEAVY losses in İzmir.\n")
    assert judged(article, "HEAVY", "losses", "İzmir", "count").evidence[0].text == "HEAVY"


def test_a_figure_given_twice_has_the_same_check_under_either_id() -> None:
    source = figures.sourced(seed("001"))
    said = Figure(id="f1", text="41", counted="soldiers", measure="killed", scope="incident", sentence=1)
    first, second = (figures.judge(said.model_copy(update={"id": id}), source) for id in ("f1", "f2"))
    assert (first.item, second.item) == ("f1", "f2")
    assert second.model_copy(update={"item": "f1"}) == first
