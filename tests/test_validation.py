"""Whatever a model says of whatever article: validation gives findings, never an exception, and spans that slice back."""

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from schemas import Article, Claim, Event, Extraction, Figure, Party, Repair, ValidatedExtraction
from schemas.article import Sentence
from schemas.validation import Evidence
from summarizer import figures, reading, validation
from tests.drafting import article, claim, event, extraction, figure, party

IDS = st.sampled_from(["p1", "p2", "p3", "e1", "e2", "c1", "c2", "f1", "", "x.y"])
NUMBERS = st.integers(-3, 12) | st.just(10**30)
WORDS = st.sampled_from(
    [
        "80",
        "over 80 militants",
        "the army",
        "Mali",
        "1 July",
        "Tuesday",
        "“killed",
        "",
        " ",
        "…",
        "a…b",
        "\ud800",
        "İ",
        "1" * 400,
        "§",
    ]
) | st.text(max_size=20)
HEDGES = st.sampled_from(["", "over ", "more than ", "at least ", "about ", "nearly ", "up to ", "fewer than ", "some "])
SEVERAL = st.lists(IDS, max_size=3).map(tuple)
PARTIES = st.builds(
    Party, id=IDS, name=WORDS, also=st.lists(WORDS, max_size=2).map(tuple), type=st.just("other"), part_of=st.none() | IDS
)
EVENTS = st.builds(
    Event,
    id=IDS,
    type=st.just("battle"),
    title=WORDS,
    date=st.none() | WORDS,
    places=st.lists(WORDS, max_size=2).map(tuple),
    by=SEVERAL,
    against=SEVERAL,
    outcome=st.just("disputed"),
    status=st.just("denied"),
    salience=st.just("main"),
    sentences=st.lists(NUMBERS, max_size=3).map(tuple),
)
FIGURES = st.builds(
    Figure,
    id=IDS,
    event=st.none() | IDS,
    text=WORDS,
    counted=WORDS,
    measure=st.just("killed"),
    parties=SEVERAL,
    scope=st.just("incident"),
    claim=st.none() | IDS,
    sentence=NUMBERS,
)
CLAIMS = st.builds(
    Claim,
    id=IDS,
    speakers=SEVERAL,
    act=st.just("asserts"),
    said=st.none() | WORDS,
    content=WORDS,
    about=SEVERAL,
    sentence=NUMBERS,
)
EXTRACTIONS = st.builds(
    Extraction,
    issuer=st.none() | IDS,
    parties=st.lists(PARTIES, max_size=4).map(tuple),
    events=st.lists(EVENTS, max_size=3).map(tuple),
    figures=st.lists(FIGURES, max_size=4).map(tuple),
    claims=st.lists(CLAIMS, max_size=3).map(tuple),
)
REPAIRS = st.builds(
    Repair,
    parties=st.lists(PARTIES, max_size=2).map(tuple),
    events=st.lists(EVENTS, max_size=2).map(tuple),
    figures=st.lists(FIGURES, max_size=2).map(tuple),
    claims=st.lists(CLAIMS, max_size=2).map(tuple),
    dropped=SEVERAL,
)
TEXTS = st.lists(
    st.sampled_from(
        [
            "Mali’s army says it killed over 80 militants on Tuesday, 1 July.",
            "“The army killed dozens,” he said. “We lost nobody.",
            "The enemy fled”, said the Army (FAMa).",
            "Leave a comment",
            "Read More: Police seize $714,000",
            "\u2028§ 1 July 80 80 80",
        ]
    )
    | st.text(max_size=40),
    max_size=5,
).map("\n".join)
ARTICLES = TEXTS.map(lambda text: reading.article(text, name="t"))


def evidence_of(validated: ValidatedExtraction) -> list[Evidence]:
    checks = [one.check for one in validated.parties] + [one.check for one in validated.figures]
    checks += [one.check for one in validated.claims] + [check for one in validated.events for check in one.checks]
    return [each for check in (*checks, *validated.checks) for each in check.evidence]


@settings(deadline=None)
@given(EXTRACTIONS, ARTICLES)
def test_any_extraction_of_any_article_is_validated_and_every_span_slices_back(said: Extraction, of: Article) -> None:
    validated = validation.validate(said, of)
    assert validated.raw == said
    assert [each.text for each in evidence_of(validated)] == [of.text[each.start : each.end] for each in evidence_of(validated)]
    spans = [(one.start, one.end, one.decision) for one in validated.figures]
    spans += [(one.start, one.end, one.decision) for one in validated.claims]
    for start, end, decision in spans:
        assert (start is None) == (end is None)
        assert start is None or decision != "rejected"
        assert start is None or end is None or 0 <= start < end <= len(of.text)


@settings(deadline=None)
@given(EXTRACTIONS, ARTICLES)
def test_after_validation_every_id_is_unique_and_every_reference_leads_to_an_item(said: Extraction, of: Article) -> None:
    validated = validation.validate(said, of)
    parties, events = [item.id for item in validated.parties], [item.id for item in validated.events]
    claims, figures = [item.id for item in validated.claims], [item.id for item in validated.figures]
    assert [len(ids) for ids in (parties, events, claims, figures)] == [
        len(set(ids)) for ids in (parties, events, claims, figures)
    ]
    named = {validated.issuer, *(one.said.part_of for one in validated.parties)} - {None}
    named |= {party for one in validated.events for party in (*one.said.by, *one.said.against)}
    named |= {party for one in validated.figures for party in (*one.said.parties, *one.speakers)}
    named |= {party for one in validated.claims for party in one.said.speakers}
    assert named <= set(parties)
    assert {one.said.event for one in validated.figures} - {None} <= set(events)
    assert {about for one in validated.claims for about in one.said.about} <= set(events)
    assert {one.said.claim for one in validated.figures} - {None} <= set(claims)
    assert {number for one in validated.events for number in one.sentences} <= set(range(1, len(of.sentences) + 1))


@settings(deadline=None)
@given(EXTRACTIONS, REPAIRS, ARTICLES)
def test_any_repair_is_applied_and_nothing_that_was_said_disappears(said: Extraction, repair: Repair, of: Article) -> None:
    before = validation.validate(said, of)
    after = validation.mend(before, repair)
    assert after.raw == said
    for one, two in (
        (before.parties, after.parties),
        (before.events, after.events),
        (before.figures, after.figures),
        (before.claims, after.claims),
    ):
        assert {item.id for item in one} <= {item.id for item in two}


@settings(deadline=None)
@given(EXTRACTIONS, ARTICLES)
def test_the_same_input_gives_the_same_record(said: Extraction, of: Article) -> None:
    assert validation.validate(said, of) == validation.validate(said, of.model_copy())


def test_an_article_without_sentences_supports_nothing() -> None:
    bare = Article(id="0", name="bare", path="-", text="The army killed 80 men.")
    validated = validation.validate(extraction(figure("80", "men"), event(), claim("The army killed 80 men")), bare)
    assert [validated.figures[0].decision, validated.events[0].decision] == ["rejected", "rejected"]


def test_sentences_out_of_place_do_no_harm() -> None:
    wild = (Sentence(number=1, start=90, end=5, paragraph=2), Sentence(number=7, start=0, end=99, paragraph=1))
    odd = Article(id="0", name="odd", path="-", text="The army killed 80 men.", sentences=wild)
    validated = validation.validate(extraction(party(), figure("80", "men"), event(), claim("The army killed 80 men")), odd)
    assert validated.article == odd


def test_figures_of_boilerplate_count_for_nothing(seeds: Path) -> None:
    text = (seeds / "001_6f9288eac42ade8c.txt").read_text(encoding="utf-8")
    read = reading.article(text, name="001")
    number = next(each.number for each in read.sentences if "714,000" in read.sentence(each.number))
    validated = validation.validate(extraction(figure("$714,000", "Illicit Drugs", sentence=number)), read)
    assert (validated.figures[0].decision, validated.figures[0].start) == ("rejected", None)
    assert "not news (read more)" in validated.figures[0].check.explanation


def test_a_figure_is_followed_to_its_place_and_its_speaker() -> None:
    read = article("The army said it had killed over 80 militants.")
    said = claim("it had killed over 80 militants", speakers=("p1",))
    validated = validation.validate(extraction(party(name="The army"), said, figure("over 80", "militants", claim="c1")), read)
    one = validated.figures[0]
    assert (one.decision, one.speakers, read.text[one.start : one.end]) == ("accepted", ("p1",), "over 80")
    assert validated.claims[0].figures == ("f1",)
    assert validated.checks == ()


def copies(read: Article) -> list[Figure]:
    """Every figure of the news, dates aside, with the two words behind it as what is counted."""
    return [
        figure(found.text, after(words[found.end :]), id=f"f{each.number}.{found.start}", sentence=each.number)
        for each in read.sentences
        if each.role != "boilerplate"
        for words in (read.sentence(each.number),)
        for found in figures.find(words)
        if found.quantity.kind not in ("date", "year")
    ]


def after(words: str) -> str:
    return " ".join(words.split()[:2]).strip(".,;:”") or words


def test_no_figure_copied_from_a_seed_is_rejected(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        read = reading.article(path.read_text(encoding="utf-8"), name=path.stem)
        validated = validation.validate(extraction(*copies(read)), read)
        assert [(one.said.text, one.said.counted) for one in validated.figures if one.decision == "rejected"] == []


TOLD = st.tuples(HEDGES, st.integers(2, 99_999), st.sampled_from(["soldiers", "militants", "rifles"]))


@settings(deadline=None)
@given(st.lists(TOLD, min_size=1, max_size=5, unique_by=lambda one: one[1]), st.data())
def test_a_figure_copied_with_its_sentence_is_never_rejected(told: list[tuple[str, int, str]], data: st.DataObject) -> None:
    read = article(*(f"The army killed {hedge}{number:,} {noun} in Kidal." for hedge, number, noun in told))
    at = data.draw(st.integers(0, len(told) - 1))
    hedge, number, noun = told[at]
    one = validation.validate(extraction(figure(f"{hedge}{number:,}", noun, sentence=at + 1)), read).figures[0]
    assert (one.decision, read.text[one.start : one.end]) == ("accepted", f"{hedge}{number:,}")


@settings(deadline=None)
@given(HEDGES, st.integers(2, 99_999), st.integers(2, 99_999))
def test_another_number_for_a_lone_figure_is_never_accepted(hedge: str, number: int, other: int) -> None:
    assume(not number * 0.7 <= other <= number * 1.4)
    read = article(f"The army killed {hedge}{number:,} soldiers in Kidal.")
    one = validation.validate(extraction(figure(f"{other:,}", "soldiers")), read).figures[0]
    assert (one.decision, one.start) == ("rejected", None)


CUT = article(
    "On 1 July they imposed a 30-day overnight curfew 200 kilometers north of Kidal, "
    "killed dozens of jihadists and lost more than 12 men."
)


@pytest.mark.parametrize(
    ("text", "counted", "there", "kind", "qualifier"),
    [
        ("30-day", "overnight curfew", "30-day", "duration", "exact"),
        ("30", "overnight curfew", "30-day", "duration", "exact"),
        ("200", "kilometers north", "200 kilometers", "distance", "exact"),
        ("12", "men", "more than 12", "count", "more_than"),
        ("dozens", "jihadists", "dozens", "count", "vague"),
    ],
)
def test_a_figure_cut_short_has_the_value_of_the_whole_one(
    text: str, counted: str, there: str, kind: str, qualifier: str
) -> None:
    one = validation.validate(extraction(figure(text, counted)), CUT).figures[0]
    assert one.decision != "rejected"
    assert one.quantity is not None
    assert (one.quantity.kind, one.quantity.qualifier) == (kind, qualifier)
    assert CUT.text[one.start : one.end] in there


@pytest.mark.parametrize(
    ("text", "counted"), [("1", "July"), ("1 July", ""), ("fifty", "jihadists"), ("a bunch", "jihadists"), ("3", "July")]
)
def test_a_date_or_another_number_is_no_figure_of_the_text(text: str, counted: str) -> None:
    one = validation.validate(extraction(figure(text, counted)), CUT).figures[0]
    assert (one.decision, one.start, one.quantity) == ("rejected", None, None)


def test_a_figure_outside_the_words_of_its_claim_loses_the_speaker_and_goes_to_review() -> None:
    read = article("The army said it had won. A hospital counted 12 bodies.")
    said = claim("it had won", speakers=("p1",))
    validated = validation.validate(
        extraction(party(name="The army"), said, figure("12", "bodies", claim="c1", sentence=2)), read
    )
    assert (validated.figures[0].decision, validated.figures[0].speakers) == ("review", ())
    assert [(check.item, check.text, check.verdict) for check in validated.checks] == [("f1.claim", "c1", "unclear")]


def test_a_figure_inside_the_words_of_a_claim_gets_its_speaker() -> None:
    read = article("The army said it had killed over 80 militants.")
    said = claim("it had killed over 80 militants", speakers=("p1",))
    validated = validation.validate(extraction(party(name="The army"), said, figure("over 80", "militants")), read)
    assert (validated.figures[0].decision, validated.figures[0].speakers) == ("accepted", ("p1",))
    assert [(check.item, check.verdict) for check in validated.checks] == [("f1.claim", "derived")]


def test_in_a_partys_own_statement_the_issuer_states_every_figure() -> None:
    read = article("The General Staff has launched 3 operations.")
    validated = validation.validate(extraction(party(name="The General Staff"), figure("3", "operations"), issuer="p1"), read)
    assert (validated.issuer, validated.figures[0].speakers) == ("p1", ("p1",))


def test_what_is_counted_must_be_copied() -> None:
    read = article("The army killed over 80 militants.")
    validated = validation.validate(extraction(figure("over 80", "peaceful farmers")), read)
    assert validated.figures[0].decision != "accepted"
    assert [check.item for check in validated.checks] == ["f1.counted"]


def test_a_figure_of_a_sentence_that_does_not_exist_is_looked_for_elsewhere() -> None:
    read = article("The army killed 80 men.", "It lost 12 and then 12 more.")
    validated = validation.validate(extraction(figure("80", "men", sentence=99), figure("12", "men", id="f2", sentence=0)), read)
    assert [one.decision for one in validated.figures] == ["accepted", "rejected"]
    assert "sentence 99, which does not exist" in validated.figures[0].check.explanation
    assert validated.figures[0].check.evidence[0].sentence == 1
