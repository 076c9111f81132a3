"""A check report for people: one line a figure with symbol and word, the reason under it, a count at the end."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from schemas import Check, CheckReport, Disagreement
from schemas.validation import Decision

__all__ = ["print_report", "render_report"]

SYMBOLS: dict[Decision, tuple[str, str]] = {"accepted": ("✓", "green"), "rejected": ("✗", "red"), "review": ("?", "yellow")}
"""Symbol and style of each decision; the word beside it says the same without colour."""
ASCII: dict[Decision, str] = {"accepted": "+", "rejected": "x", "review": "?"}
"""Symbols for a terminal that cannot show the others."""
WIDEST = 13
"""Letters of the longest verdict ("misattributed")."""


def print_report(report: CheckReport) -> None:
    """The report on standard output."""
    render_report(report, Console(highlight=False))


def render_report(report: CheckReport, console: Console) -> None:
    """The report on a console: figures in the order of the text, disagreements between the sources, a count."""
    for check in report.checks:
        console.print(heading(check, console), soft_wrap=not console.is_terminal)
        under(console, Text(shown(check.explanation), style="dim" if check.decision == "accepted" else ""))
        if check.rival is not None and check.decision != "accepted" and shown(check.rival.text) not in shown(check.explanation):
            under(console, Text(f"nearest other figure: {rival(check)}", style="dim"))
    for disagreement in report.disagreements:
        console.print(differing(disagreement, console), soft_wrap=not console.is_terminal)
    console.print(Text(summary(report), style="bold"), soft_wrap=not console.is_terminal)


def under(console: Console, line: Text) -> None:
    """A line set in under a figure: wrapped on a terminal; whole, and without blanks at its end, in a pipe or a file."""
    if console.is_terminal:
        console.print(Padding(line, (0, 0, 0, 4)))
    else:
        console.print(Text("    ") + line, soft_wrap=True)


def heading(check: Check, console: Console) -> Text:
    """Symbol, verdict and the figure."""
    symbol, style = SYMBOLS[check.decision]
    if not (console.encoding or "").lower().startswith("utf"):
        symbol = ASCII[check.decision]
    line = Text()
    line.append(f"{symbol} {check.verdict:<{WIDEST}} ", style=style)
    line.append(
        f"“{shown(check.text)}”" if symbol in "✓✗?" and console.encoding.startswith("utf") else f'"{shown(check.text)}"',
        style="bold",
    )
    line.append(f"  {check.decision}", style=style)
    return line


def rival(check: Check) -> str:
    """The nearest other figure with its place."""
    if check.rival is None:
        return ""
    return f'"{shown(check.rival.text)}" ({shown(check.rival.name)}, sentence {check.rival.sentence})'


def differing(disagreement: Disagreement, console: Console) -> Text:
    """A disagreement between sources."""
    symbol = "≠" if (console.encoding or "").lower().startswith("utf") else "!="
    return Text(f"{symbol} sources differ  {shown(disagreement.explanation)}", style="yellow")


def shown(words: str) -> str:
    """Words on one line, control characters (which a terminal would obey) replaced."""
    return " ".join("".join(char if char.isprintable() or char.isspace() else "\ufffd" for char in words).split())


def summary(report: CheckReport) -> str:
    """How many figures are accepted, to review and rejected."""
    total, rejected, review = len(report.checks), len(report.rejected), len(report.review)
    if not total:
        return "No figures found."
    noun = "figure" if total == 1 else "figures"
    text = f"{total} {noun}: {total - rejected - review} accepted, {review} to review, {rejected} rejected"
    differ = len(report.disagreements)
    return text + (f"; the sources differ on {differ}." if differ else ".")
