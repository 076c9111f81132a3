"""The drawings of the page: what is drawn, and on what scale."""

from schemas import FigureGroup
from summarizer.rendering.page import drawings
from tests.briefings import Desk, counts, group, statement


def toll(*stated: tuple[str, int, int | None, str]) -> FigureGroup:
    """A group of figures of dead soldiers: words, bounds and origin of each."""
    desk = Desk("desk", " ".join(f"The count was {words} soldiers." for words, *_ in stated))
    made = []
    for words, low, high, origin in stated:
        figure = desk.figure(words, "soldiers", "killed", counts(low, high, "exact" if low == high else "at_least"))
        made.append(statement(desk, figure, origin))
    return group(made, "single_origin", "One origin.")


def test_ranges_that_differ_are_drawn_on_one_scale() -> None:
    (drawn,) = drawings.tolls([(None, toll(("at least 80", 80, None, "army"), ("40", 40, 40, "police")))])
    assert drawn.most == "80"
    assert [(bar.x, bar.open_end) for bar in drawn.bars] == [(90.0, True), (45.0, False)]
    assert drawn.bars[0].x + drawn.bars[0].width == 100


def test_ranges_that_are_all_the_same_are_not_drawn() -> None:
    assert drawings.tolls([(None, toll(("80", 80, 80, "army"), ("eighty", 80, 80, "police")))]) == []


def test_the_scale_ends_where_the_style_puts_its_label() -> None:
    from summarizer.rendering.page import stylesheet

    assert (
        f".scale{{display:flex;justify-content:space-between;padding-right:{round((1 - drawings.SCALE) * 100)}%}}" in stylesheet()
    )
