"""Claims: contiguous words of the text, quoted or not, hedged or not, with speakers that can be followed."""

import pytest

from schemas import Article, ValidatedClaim
from summarizer.validation import validate
from tests.drafting import article, claim, extraction, party

SPEECH = article(
    "“The threat is morphing,” Langley said. “These groups are adapting their tactics.”",
    "The enemies of peace first attacked civilians. We were confronted with attacks backed by sponsors”, said Colonel Dembélé.",
    "He added: “The enemy suffered heavy losses. The toll indicates that more than 80 terrorists were killed.”",
    "Operations had been “largely successful”, the army said, while rebels reportedly fled to Kidal.",
    "The army did not release figures. The army did not release figures.",
    "Leave a comment",
)


def checked(content: str, sentence: int, of: Article = SPEECH) -> ValidatedClaim:
    return validate(extraction(claim(content, sentence=sentence)), of).claims[0]


@pytest.mark.parametrize(
    ("content", "sentence", "verdict", "decision"),
    [
        ("The threat is morphing", 1, "supported", "accepted"),
        ("the threat is morphing", 1, "equivalent", "accepted"),
        ("The enemies of peace first attacked civilians. We were confronted with attacks", 3, "supported", "accepted"),
        ("These groups are adapting their tactics", 1, "supported", "accepted"),
        ("more than 80 terrorists were killed", 99, "supported", "accepted"),
        ("The army did not release figures", 1, "unclear", "review"),
        ("The enemy suffered very heavy losses", 5, "imprecise", "review"),
        ("The toll indicates that more than 90 terrorists were killed", 6, "contradicted", "rejected"),
        ("The toll indicates that more than 80 terrorists were not killed", 6, "contradicted", "rejected"),
        ("The enemy … more than 80 terrorists were killed", 5, "imprecise", "review"),
        ("The army promised schools and roads", 1, "unsupported", "rejected"),
        ("Leave a comment", 10, "unsupported", "rejected"),
        ("", 1, "unsupported", "rejected"),
    ],
)
def test_the_words_of_a_claim_are_looked_up(content: str, sentence: int, verdict: str, decision: str) -> None:
    found = checked(content, sentence)
    assert (found.check.verdict, found.decision) == (verdict, decision)


def test_a_wrong_sentence_number_is_put_right_in_the_evidence() -> None:
    found = checked("more than 80 terrorists were killed", 1)
    assert found.check.evidence[0].sentence == 6
    assert found.check.explanation == "The words stand in sentence 6, word for word; the answer cites sentence 1."


def test_words_over_several_sentences_show_all_of_them() -> None:
    found = checked("first attacked civilians. We were confronted", 3)
    assert found.check.evidence[0].quote == (
        "The enemies of peace first attacked civilians. "
        "We were confronted with attacks backed by sponsors”, said Colonel Dembélé."
    )


def test_a_collage_shows_each_of_its_passages() -> None:
    found = checked("The enemy suffered … were killed", 5)
    assert [each.text for each in found.check.evidence] == ["The enemy suffered", "were killed"]


def test_a_near_find_shows_the_words_of_the_text() -> None:
    found = checked("The enemy suffered very heavy losses", 5)
    assert SPEECH.text[found.start : found.end] == "The enemy suffered heavy losses"
    assert "“The enemy suffered heavy losses”" in found.check.explanation


@pytest.mark.parametrize(
    ("content", "sentence", "mode"),
    [
        ("The threat is morphing", 1, "verbatim"),
        ("The enemies of peace first attacked civilians", 3, "verbatim"),
        ("We were confronted with attacks backed by sponsors", 4, "verbatim"),
        ("The toll indicates that more than 80 terrorists were killed.", 6, "verbatim"),
        ("Operations had been “largely successful”", 7, "mixed"),
        ("rebels reportedly fled to Kidal", 7, "paraphrase"),
        ("The army did not release figures", 8, "paraphrase"),
    ],
)
def test_quotation_marks_give_the_mode(content: str, sentence: int, mode: str) -> None:
    assert checked(content, sentence).mode == mode


def test_a_hedge_counts_for_its_own_claim_only() -> None:
    said = extraction(
        claim("Operations had been “largely successful”", id="c1", sentence=7),
        claim("rebels reportedly fled to Kidal", id="c2", sentence=7),
    )
    assert [one.hedged for one in validate(said, SPEECH).claims] == [False, True]


def test_a_speaker_without_a_name_in_the_text_sends_the_claim_to_review() -> None:
    said = extraction(party(name="Emmanuel Macron"), claim("The threat is morphing", speakers=("p1",)))
    validated = validate(said, SPEECH)
    assert validated.claims[0].decision == "review"
    assert [(check.item, check.text) for check in validated.checks] == [("c1.speakers", "p1")]


def test_a_speaker_named_only_after_the_paragraph_sends_the_claim_to_review() -> None:
    said = extraction(party(name="Colonel Dembélé"), claim("The threat is morphing", speakers=("p1",)))
    assert validate(said, SPEECH).claims[0].decision == "review"


def test_a_speaker_named_behind_the_words_is_heard() -> None:
    said = extraction(party(name="Langley"), claim("The threat is morphing", speakers=("p1",)))
    assert validate(said, SPEECH).claims[0].decision == "accepted"


def test_words_of_time_that_the_text_lacks_are_left_out() -> None:
    validated = validate(extraction(claim("The threat is morphing", said="in a speech on Sunday")), SPEECH)
    assert validated.claims[0].said.said is None
    assert [(check.item, check.of, check.verdict) for check in validated.checks] == [("c1.said", "quote", "unsupported")]


def test_a_statement_is_dated_by_its_own_words() -> None:
    read = article("The army said in a communiqué on Friday, 6 June 2025 that it had won.")
    found = validate(extraction(claim("it had won", said="in a communiqué on Friday, 6 June 2025")), read).claims[0]
    assert found.when is not None
    assert (found.when.text, str(found.when.start)) == ("Friday, 6 June 2025", "2025-06-06")
