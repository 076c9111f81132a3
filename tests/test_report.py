"""The check report in a terminal and as JSON."""

import io

from rich.console import Console

from schemas import Check, CheckReport, Disagreement
from schemas.validation import Verdict
from summarizer.rendering.report import render_report


def report(*verdicts: Verdict) -> CheckReport:
    return CheckReport(
        checks=tuple(
            Check(of="figure", text="90", start=0, end=2, verdict=verdict, explanation=f'"90 men" is {verdict} here.')
            for verdict in verdicts
        )
    )


def printed(found: CheckReport, *, encoding: str = "utf-8") -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    render_report(found, Console(file=stream, width=100, color_system=None))
    stream.seek(0)
    return stream.read()


def test_each_figure_has_symbol_word_and_reason() -> None:
    text = printed(report("supported", "imprecise", "contradicted"))
    assert "✓ supported     “90”  accepted" in text
    assert "? imprecise     “90”  review" in text
    assert "✗ contradicted  “90”  rejected" in text
    assert '    "90 men" is contradicted here.' in text


def test_the_last_line_counts() -> None:
    assert (
        printed(report("supported", "imprecise", "contradicted"))
        .rstrip()
        .endswith("3 figures: 1 accepted, 1 to review, 1 rejected.")
    )
    assert printed(report()).strip() == "No figures found."


def test_a_terminal_without_unicode_gets_plain_symbols() -> None:
    assert 'x contradicted  "90"  rejected' in printed(report("contradicted"), encoding="ascii")


def test_control_characters_never_reach_the_terminal() -> None:
    check = Check(of="figure", text="9\x1b[2J0", start=0, end=6, verdict="unclear", explanation="\x07 [red]90[/red]")
    text = printed(CheckReport(checks=(check,)))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "[red]90[/red]" in text


def test_a_disagreement_is_shown() -> None:
    found = CheckReport(
        checks=(), disagreements=(Disagreement(counted="dead", statements=(), explanation="a says 4, b says 5."),)
    )
    assert "≠ sources differ  a says 4, b says 5." in printed(found)


def test_in_a_pipe_a_line_is_neither_wrapped_nor_padded() -> None:
    why = "A long reason, " * 20
    check = Check(of="figure", text="90", start=0, end=2, verdict="contradicted", explanation=why)
    lines = printed(CheckReport(checks=(check,))).splitlines()
    assert lines[1] == f"    {why.strip()}"
    assert [line for line in lines if line != line.rstrip()] == []
