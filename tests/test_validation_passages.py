"""Passages: which claim holds a place, which stand next to it, and the figures inside."""

from hypothesis import given
from hypothesis import strategies as st

from schemas import Check, Claim, Figure, ValidatedClaim, ValidatedFigure
from summarizer.validation.passages import Inside, Passages, holds

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=12)
CHECK = Check(of="quote", text="", start=0, end=0, verdict="supported", explanation="")


def claims(spans: list[tuple[int, int]]) -> dict[str, ValidatedClaim]:
    """Claims at these places, and one whose words were not found."""
    said = Claim(id="c", act="asserts", content="", sentence=1)
    places: list[tuple[int, int] | tuple[None, None]] = [(None, None), *spans]
    made = [
        ValidatedClaim(
            id=f"c{n}",
            said=said,
            start=start,
            end=end,
            mode="paraphrase",
            hedged=False,
            when=None,
            check=CHECK,
            decision="accepted",
        )
        for n, (start, end) in enumerate(places)
    ]
    return {claim.id: claim for claim in made}


@given(SPANS, st.integers(0, 50), st.integers(1, 5))
def test_the_holder_is_the_shortest_claim_around_a_place(spans: list[tuple[int, int]], start: int, size: int) -> None:
    made = claims(spans)
    around = [claim for claim in made.values() if holds(claim, start, start + size)]
    expected = min(around, key=lambda claim: (claim.end or 0) - (claim.start or 0), default=None)
    assert Passages(made).holder(start, start + size) == expected


@given(SPANS, st.integers(0, 60))
def test_neighbours_are_the_nearest_ends_and_beginnings(spans: list[tuple[int, int]], offset: int) -> None:
    found = Passages(claims(spans))
    assert found.before(offset) == max((end for _, end in spans if end <= offset), default=0)
    assert found.behind(offset) == min((start for start, _ in spans if start >= offset), default=None)


@given(SPANS, SPANS)
def test_figures_inside_come_in_the_order_of_the_answer(spans: list[tuple[int, int]], places: list[tuple[int, int]]) -> None:
    said = Figure(id="f", text="1", counted="", measure="killed", scope="incident", sentence=1)
    figures = [
        ValidatedFigure(id=f"f{n}", said=said, start=start, end=end, quantity=None, check=CHECK, decision="accepted")
        for n, (start, end) in enumerate(places)
    ]
    for claim in claims(spans).values():
        assert Inside(figures).of(claim) == tuple(one.id for one in figures if holds(claim, one.start, one.end))
