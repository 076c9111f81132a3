"""Whatever an extraction says, merging and briefing give a story and never fail."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import Claim, Event, Extraction, Figure, Party
from summarizer import briefing, merging, reading, validation

TEXT = (
    "{{ 7*7 }} <script>alert(1)</script> killed 12 in Lerma on Friday.\n"
    "The army (ARMY) said more than 12 people, 5 per cent, $3m and 30 days were lost on 31 February.\n"
    "“No”, said the Front (FHF), which denied it.\n"
)
NAMES = ["ARMY", "The army", "the Front", "FHF", "the", "people", "’s", "()", "…", "", " "]
OTHER = [
    "12",
    "more than 12",
    "Friday",
    "31 February",
    "Lerma",
    "{{ 7*7 }}",
    "<script>",
    "near",
    "and",
    "50 km from",
    "\u202e",
    "x" * 300,
]
WORDS = st.sampled_from(NAMES + OTHER)
IDS = st.sampled_from(["p1", "p2", "e1", "e2", "f1", "c1", "", "nowhere"])
MANY = st.lists(IDS, max_size=3).map(tuple)
NUMBERS = st.sampled_from([-1, 0, 1, 2, 3, 99])

extractions = st.builds(
    Extraction,
    issuer=st.none() | IDS,
    parties=st.lists(
        st.builds(Party, id=IDS, name=WORDS, also=st.lists(WORDS, max_size=3).map(tuple), part_of=st.none() | IDS), max_size=3
    ).map(tuple),
    events=st.lists(
        st.builds(
            Event,
            id=IDS,
            title=WORDS,
            date=st.none() | WORDS,
            places=st.lists(WORDS, max_size=3).map(tuple),
            by=MANY,
            against=MANY,
            sentences=st.lists(NUMBERS, max_size=3).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    figures=st.lists(
        st.builds(
            Figure,
            id=IDS,
            event=st.none() | IDS,
            text=WORDS,
            counted=WORDS,
            parties=MANY,
            claim=st.none() | IDS,
            sentence=NUMBERS,
        ),
        max_size=4,
    ).map(tuple),
    claims=st.lists(
        st.builds(Claim, id=IDS, speakers=MANY, said=st.none() | WORDS, content=WORDS, about=MANY, sentence=NUMBERS), max_size=3
    ).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(extractions, min_size=1, max_size=3), st.sampled_from([None, date(2025, 5, 3)]))
def test_nothing_that_an_extraction_says_makes_merging_fail(said: list[Extraction], published: date | None) -> None:
    held = [
        validation.validate(one, reading.article(f"{TEXT}Number {place}.", name=f"n{place}", published=published))
        for place, one in enumerate(said)
    ]
    story = merging.merge(held)
    made = briefing.brief(story, held)
    assert made.model_dump_json() == briefing.brief(merging.merge(held[::-1]), held[::-1]).model_dump_json()


def test_no_articles_make_an_empty_story() -> None:
    assert merging.merge([]).events == ()
