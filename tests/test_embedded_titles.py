"""A title reads like a desk's headline: a whole clause with its subject, or the noun of the happening with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.embedded import sentences as S
from summarizer.embedded import titles, triggers
from summarizer.embedded.titles.words import WORDS as LONGEST
from tests.embedded_view import extraction

CASES = [
    # The subject of a clause, without what leads to it.
    ("On Sunday a missile hit a market in Kharkiv.", "Missile hit a market in Kharkiv"),
    ("JNIM fighters overran the Dioura base on 23 May, killing 41 soldiers.", "JNIM fighters overran the Dioura base on 23 May"),
    # The verb before a noun that makes it a happening.
    ("The governor imposed a 30-day curfew in Tillaberi.", "The governor imposed a 30-day curfew in Tillaberi"),
    # A verb that only points at the happening is left out.
    ("The communiqué follows a major attack on Boulikessi.", "Attack on Boulikessi"),
    ("The death toll from an attack on a bus in Quetta rose.", "Attack on a bus in Quetta"),
    # A relative clause is told of its head.
    ("A column that had attacked the camp in Tessit was repelled.", "A column had attacked the camp in Tessit"),
    # Who says that it repelled an attack repelled it.
    ("The Lerma army said it had repelled an attack by rebels on Oru.", "The Lerma army had repelled an attack by rebels on Oru"),
    # Nobody speaks in a title.
    ("Police said gunmen attacked a bus near Quetta.", "Gunmen attacked a bus near Quetta"),
    ("JNIM claimed that it had seized the base at Dioura.", "JNIM had seized the base at Dioura"),
    # Brackets and quotation marks go, with what stands in brackets.
    ("The Free Lerma Front (FLF) attacked the base in Oru.", "The Free Lerma Front attacked the base in Oru"),
    # A name belongs to its noun even where it could be a verb.
    ("Police made no mention of the Tell Abyad blast.", "Tell Abyad blast"),
    # What is only said of the noun is left out, and the day before a subject.
    ("The toll of Saturday's shipwreck off Sfax has gone up to 27.", "Shipwreck off Sfax"),
    ("Prisoners broke out during Thursday's mutiny at the jail, officials said.", "Mutiny at the jail"),
    ("Earlier this year two boats sank off Kerkennah.", "Two boats sank off Kerkennah"),
    # A date is no part of the noun behind it.
    ("Tuesday's airstrike on a market in Nyala was condemned by the UN.", "Airstrike on a market in Nyala"),
]  # fmt: skip


def title(sentence: str, actor: str | None = None) -> str:
    """The title of the first event of a sentence."""
    text = S.analyse([(1, sentence)], {1: 1}, {})
    found = triggers.find(text.sentences[0], 0)
    assert found
    best = max(found, key=lambda one: one.weight)
    own = [one for one in found if one.type == best.type]
    return titles.best(text.sentences[0], own, titles.Company(best.type, actor)).text


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_a_title_is_a_clause_or_the_noun_of_the_happening(sentence: str, expected: str) -> None:
    assert title(sentence) == expected


def test_a_pronoun_gives_way_to_the_party() -> None:
    assert title("They attacked the base at Oru.", actor="FLF") == "FLF attacked the base at Oru"


def test_a_clause_without_a_subject_becomes_the_kind_of_event() -> None:
    assert title("They attacked the base at Oru.") == "Fighting"


def test_a_headline_is_the_title_of_the_event_that_it_tells() -> None:
    made = extraction("Army repels attack on base in Oru\n\nRebels attacked the base in Oru on 3 June, the army said.")
    assert [event.title for event in made.events][:1] == ["Army repels attack on base in Oru"]


def test_the_capitals_of_a_headline_become_those_of_a_sentence() -> None:
    made = extraction("Malian Army Repels Terrorist Attack\n\nThe army repelled a terrorist attack in Oru.")
    assert made.events[0].title == "Malian army repels terrorist attack"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A DRONE ATTACK ON THE PORT OF ODESA KILLED TWO PEOPLE.", "Drone attack on the port of Odesa killed two people"),
        ("GOVERNOR ANTONIO ROLDAN WAS KILLED BY THE FMLN.", "Governor Antonio Roldan was killed by the FMLN"),
        ("THE UNITED STATES SIGNED A TREATY WITH EL SALVADOR.", "The United States signed a treaty with El Salvador"),
    ],
)
def test_the_title_of_an_upper_case_text_does_not_shout(text: str, expected: str) -> None:
    assert [event.title for event in extraction(text).events] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Residents of towns such as Oru and Sfax heard gunfire during the clashes.", "Clashes in Oru"),
        ("In May the attack was condemned by the mayor; soldiers were killed.", "Attack in May"),
    ],
)
def test_one_word_alone_is_no_title(text: str, expected: str) -> None:
    assert [event.title for event in extraction(text).events][:1] == [expected]


def test_the_deaths_of_somebody_are_somebody_killed() -> None:
    text = S.analyse([(1, "The operation led to the deaths of approximately ten terrorists.")], {1: 1}, {})
    trigger = triggers.Trigger(0, 5, 5, "battle", 1, "v")
    assert titles.best(text.sentences[0], [trigger], titles.Company("battle")).text == "Approximately ten terrorists killed"


WORDS = ["the", "army", "attacked", "(", ")", "“", "”", ",", "that", "two", "of", "in", "Oru", "said", "it", "-"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_any_title_is_short_and_clean(words: list[str]) -> None:
    sentence = " ".join(["Rebels attacked", *words])
    text = S.analyse([(1, sentence)], {1: 1}, {})
    found = triggers.find(text.sentences[0], 0)
    made = titles.best(text.sentences[0], found, titles.Company("battle", "FLF")).text
    assert len(made.split()) <= LONGEST
    assert made[0].isupper()
    assert not set(made) & set("()“”")
    assert made.split()[-1].lower() not in ("of", "in", "that", "the", "two", "said", "it", "army said")
