"""The briefing: title, period, bottom line, counts, sources; and the check of a model's wording."""

from datetime import date
from functools import cache

import pytest

from schemas import Briefing, EventCluster, Failure, Lead, LeadLine
from summarizer import briefing, merging
from tests.seed_answers import validated
from tests.stories import Toll, report


@cache
def seeds() -> Briefing:
    """The briefing of the five seeds."""
    held = validated()
    return briefing.brief(merging.merge(held), held)


def assault() -> EventCluster:
    """The assault of 1 July."""
    return next(event for event in seeds().story.events if "seven towns" in event.title)


def lead(text: str, *items: str) -> Lead:
    """A lead of one line."""
    return Lead(lines=(LeadLine(text=text, items=items),))


def test_the_bottom_line_has_three_to_five_sentences_that_cite() -> None:
    lines = seeds().bottom_line
    assert 3 <= len(lines) <= 5
    assert all(line.evidence and line.items for line in lines)


def test_the_bottom_line_begins_with_the_event_that_most_articles_tell() -> None:
    assert seeds().bottom_line[0].text == (
        "1 July (year not stated), Diboli near the Senegalese border, Nioro du Sahel, Kayes and 4 more: JNIM attacks military"
        " positions in seven towns (told by 2 articles; accounts differ)."
    )


def test_every_citation_stands_in_its_article() -> None:
    texts = {one.article.id: one.article.text for one in seeds().extractions}
    cited = [evidence for line in seeds().bottom_line for evidence in line.evidence]
    assert [texts[one.article][one.start : one.end] for one in cited] == [one.text for one in cited]


def test_sources_are_labelled_by_date_and_name() -> None:
    assert [(source.label, source.name[:3]) for source in seeds().sources] == [
        ("A1", "003"), ("A2", "000"), ("A3", "001"), ("A4", "002"), ("A5", "004"),
    ]  # fmt: skip


def test_the_newest_article_dates_the_briefing() -> None:
    assert seeds().as_of == date(2025, 6, 6)


def test_a_given_date_goes_before() -> None:
    assert briefing.brief(merging.merge([]), [], as_of=date(2030, 1, 1)).as_of == date(2030, 1, 1)


def test_an_unresolved_year_bounds_no_period() -> None:
    assert (seeds().period_start, seeds().period_end) == (date(2025, 6, 6), date(2025, 6, 6))


def test_what_was_rejected_is_shown_with_its_check() -> None:
    assert all(item.check.decision == "rejected" for item in seeds().unverified)
    assert sum(item.check.of == "figure" for item in seeds().unverified) == seeds().strip.rejected


def test_failures_are_sorted_and_kept() -> None:
    failures = [Failure(path=path, status="empty", message="Nothing in it.") for path in ("b", "a")]
    assert [failure.path for failure in briefing.brief(merging.merge([]), [], failures).failures] == ["a", "b"]


def test_contested_figures_are_counted() -> None:
    held = [report("a", Toll("12", by="police")), report("b", Toll("19", by="Lerma General Hospital", type="other"))]
    assert briefing.brief(merging.merge(held), held).strip.contested == 1


def test_a_supported_line_is_taken_over() -> None:
    line = "On 1 July, JNIM attacked military positions in seven towns in Mali, among them Kayes and Niono."
    reworded = briefing.reword(seeds(), lead(line, assault().id))
    assert (reworded.bottom_line[0].text, reworded.worded_by) == (line, "model")
    assert len(reworded.bottom_line) >= 3


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("On 1 July, JNIM killed 90 people in Kayes.", "figure"),
        ("On 3 July, JNIM attacked Kayes.", "date"),
        ("On 1 July 2025, JNIM attacked Kayes.", "date"),
        ("On 1 July, JNIM attacked Gao.", "name"),
        ("Niger attacked Kayes on 1 July.", "name"),
        ("On 1 July, JNIM attacked 700 towns.", "figure"),
    ],
)
def test_what_the_records_do_not_hold_is_found(text: str, of: str) -> None:
    assert [check.of for check in briefing.unsupported(seeds(), lead(text, assault().id))] == [of]


def test_a_line_that_cites_nothing_we_hold_is_found() -> None:
    assert [check.of for check in briefing.unsupported(seeds(), lead("JNIM attacked Kayes.", "nowhere"))] == ["reference"]


def test_an_unsupported_line_gives_way_to_the_composed_one() -> None:
    assert briefing.reword(seeds(), lead("On 3 July, JNIM killed 90 in Gao.", assault().id)) == seeds()


def test_one_bad_line_among_good_ones_is_replaced() -> None:
    good, bad = LeadLine(text="JNIM attacked seven towns.", items=(assault().id,)), seeds().bottom_line[1]
    lines = (good, LeadLine(text="The army killed 800 militants.", items=bad.items))
    reworded = briefing.reword(seeds(), Lead(lines=lines))
    assert [line.text for line in reworded.bottom_line[:2]] == ["JNIM attacked seven towns.", bad.text]


def test_no_articles_make_an_empty_briefing() -> None:
    empty = briefing.brief(merging.merge([]), [])
    assert (empty.title, empty.bottom_line, empty.sources) == ("No events", (), ())
