"""Reading: articles with numbered sentences, roles and boilerplate set apart; the five seeds as a person reads them."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.article import Article
from schemas.briefing import Failure
from summarizer.reading import article, read
from summarizer.text import normalise

SEEDS = Path(__file__).parent.parent / "seeds"


def seed(number: str) -> Article:
    (found,) = read(str(next(SEEDS.glob(f"{number}_*.txt"))))
    assert isinstance(found, Article)
    return found


def told(found: Article, role: str) -> list[str]:
    return [found.text[sentence.start : sentence.end] for sentence in found.sentences if sentence.role == role]


def apart(found: Article) -> list[tuple[str | None, str]]:
    return [
        (sentence.boilerplate, found.sentence(sentence.number)) for sentence in found.sentences if sentence.role == "boilerplate"
    ]


def test_the_folder_of_seeds_gives_its_five_articles_and_not_its_readme() -> None:
    assert (SEEDS / "README.md").is_file()
    assert [item.name[:3] for item in read(str(SEEDS)) if isinstance(item, Article)] == ["000", "001", "002", "003", "004"]


def test_seed_000_has_a_headline_and_fourteen_sentences() -> None:
    found = seed("000")
    assert told(found, "headline") == ["Malian forces launch counter-offensive following terrorist escalation"]
    assert (len(found.sentences), apart(found), found.published, found.publisher) == (14, [], None, None)


def test_seed_001_sets_the_other_story_apart_and_invents_no_year() -> None:
    found = seed("001")
    assert [kind for kind, _ in apart(found)] == ["read_more", "comment_prompt"]
    assert [words for _, words in apart(found) if "$714,000" in words] != []
    assert not any("714,000" in words for words in told(found, "body"))
    assert (found.headline, found.dateline, found.published) == (None, None, None)


def test_seed_002_is_news_throughout() -> None:
    found = seed("002")
    assert (len(told(found, "body")), apart(found), found.headline) == (39, [], None)


def test_seed_003_says_when_where_and_by_whom_it_was_published() -> None:
    found = seed("003")
    assert found.headline is not None
    assert found.headline.value.startswith("General Staff of the Armed Forces of Mali (FAMa): General Staff")
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.date, found.dateline.agency) == ("BAMAKO, Mali", "June 6, 2025", "PRNewswire")
    assert found.publisher is not None
    assert found.publisher.value == "PR Newswire"
    assert found.published is not None
    assert (found.published.value, found.published.basis) == (date(2025, 6, 6), "masthead")
    assert told(found, "body")[0].startswith("The General Staff of the Armed Forces of Mali (FAMa) has released")
    assert [kind for kind, _ in apart(found)] == [
        "timestamp",
        "advertisement",
        "timestamp",
        "contact",
        "contact",
        "contact",
        "origin_link",
        "copyright",
    ]


def test_seed_004_sets_repetitions_the_author_and_the_summary_apart() -> None:
    found = seed("004")
    assert [kind for kind, _ in apart(found)] == ["author", "author", "navigation", "repeated", "repeated", *["summary_box"] * 6]
    assert len(told(found, "standfirst")) == 2
    assert told(found, "body")[0].startswith("The Malian army launched a significant offensive over the weekend")
    assert sum("five soldiers killed" in words.casefold() for words in told(found, "body")) == 1


def test_what_the_caller_gives_stands_in_for_what_the_text_does_not_state() -> None:
    day, outlet, title = date(2025, 7, 2), "Sahel Daily", "Offensive"
    silent = article(seed("001").text, published=day, publisher=outlet, headline=title)
    assert silent.published is not None
    assert (silent.published.value, silent.published.basis) == (date(2025, 7, 2), "option")
    assert silent.publisher is not None
    assert (silent.publisher.value, silent.publisher.basis) == ("Sahel Daily", "option")
    assert silent.headline is not None
    assert (silent.headline.value, silent.headline.basis) == ("Offensive", "option")
    stated, told = seed("003"), article(seed("003").text, published=day, publisher=outlet, headline=title)
    assert (told.published, told.publisher, told.headline) == (stated.published, stated.publisher, stated.headline)


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *(
                    "Read More: ",
                    "\n",
                    "\n\n",
                    "Leave a comment",
                    "06.06.2025 ",
                    "Key Takeaways\n",
                    "• ",
                    "© 2025 X",
                    "Contact:\n",
                ),
                *("The army said 5 fell. ", "LONDON (Reuters) - ", "By Awa Sow\n", "“", '"', "Anzeige", " ", "# ", "Title: "),
                *("A headline of three words\n", "Source: A\n"),
            ]
        ),
        st.text(max_size=6),
    ),
    max_size=40,
).map("".join)


@settings(deadline=None)  # time is measured in bench/
@given(PIECES)
def test_every_offset_slices_back_and_every_sentence_has_its_number(raw: str) -> None:
    found = article(raw)
    assert found.text == normalise(raw)
    assert [sentence.number for sentence in found.sentences] == list(range(1, len(found.sentences) + 1))
    place = 0
    for sentence in found.sentences:
        assert place <= sentence.start < sentence.end <= len(found.text)
        assert found.sentence(sentence.number).strip() == found.sentence(sentence.number)
        place = sentence.end
    for stated in (found.headline, found.publisher):
        if stated is not None and stated.start is not None:
            assert found.text[stated.start : stated.end] == stated.value


@settings(deadline=None)  # time is measured in bench/
@given(PIECES)
def test_nothing_is_deleted(raw: str) -> None:
    found = article(raw)
    spans = [(sentence.start, sentence.end) for sentence in found.sentences]
    if found.dateline is not None:
        spans.append((found.dateline.start, found.dateline.end))
    covered = "".join("".join(found.text[a:b].split()) for a, b in sorted(spans))
    assert covered.replace("#", "") == "".join(found.text.split()).replace("#", "")


@settings(deadline=None)  # time is measured in bench/
@given(PIECES)
def test_boilerplate_lies_in_order_and_its_sentences_carry_its_kind(raw: str) -> None:
    found = article(raw)
    place = 0
    for piece in found.boilerplate:
        assert place <= piece.start < piece.end
        place = piece.end
        inside = [sentence for sentence in found.sentences if piece.start <= sentence.start < piece.end]
        assert {(sentence.role, sentence.boilerplate) for sentence in inside} == {("boilerplate", piece.kind)}


def test_the_same_text_has_the_same_id_under_any_name() -> None:
    assert article("The army left.", name="a").id == article("The army left.", name="b").id


def test_a_long_article_is_read_whole() -> None:
    text = "The army said 5 men died in the town of Lerma. They left at dawn.\n" * 3000
    found = article(text)
    assert len(text) > 190_000
    assert len([sentence for sentence in found.sentences if sentence.end <= len(found.text)]) == 6000


@pytest.mark.parametrize("text", ["Leave a comment", "© 2025 PR Newswire\n06.06.2025 13:18 Uhr"])
def test_a_text_without_news_is_a_failure_that_says_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    (found,) = read(str(path))
    assert isinstance(found, Failure)
    assert (found.status, found.article) == ("boilerplate_only", article(text).id)


def test_a_short_paragraph_of_wrapped_wire_copy_is_not_cut_at_its_lines() -> None:
    text = """   CITY, 4 FEB 90 (AGENCY) -- [TEXT] THE ARMY OF THE REPUBLIC DENIED
TODAY THAT GUERRILLAS ATTACKED THE "SANTA ANA" FARM ON THE PACIFIC SIDE
2 DAYS AGO. COL. ISAACS SAID THAT THE ATTACK LEFT ONE CIVILIAN DEAD, WHO
HAD BEEN PASSING BY AT THE TIME OF THE SKIRMISH.

   HE ADDED THAT ON 3 FEBRUARY THE PRESIDENT MET WITH THE DIPLOMATS WHO
ARE ACCREDITED IN THE CAPITAL.
"""
    found = article(text)
    assert [" ".join(words.split()[-3:]) for words in told(found, "body")] == [
        "2 DAYS AGO.",
        "OF THE SKIRMISH.",
        "IN THE CAPITAL.",
    ]
    assert apart(found) == []
