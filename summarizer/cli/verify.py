"""`summarizer verify`: whether a page still says what its articles say."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failures import Exit, data, say

if TYPE_CHECKING:
    from summarizer.rendering.verification import Verification

__all__ = ["content", "verify"]


def verify(
    page: Annotated[Path, typer.Argument(metavar="FILE", help="A briefing as a page (.html).")],
    aliases: Annotated[
        Path | None, typer.Option("--aliases", metavar="FILE", help="The table of names that it was made with, if there was one.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Recompute every offset, hash and check of a page, from the page alone; leaves with 1 where something no longer holds."""
    from summarizer import names, pipeline

    table = names.load(aliases) if aliases else None
    found = pipeline.verify(content(page).decode("utf-8", "replace"), aliases=table)
    if found.briefing is None:
        say(f"summarizer: {page}: {' '.join(finding.message for finding in found.findings)}")
        raise typer.Exit(Exit.NOTHING)
    if as_json:
        data(found.model_dump_json(indent=2))
    else:
        tell(found)
    raise typer.Exit(Exit.OK if found.holds else Exit.REJECTED)


def tell(found: "Verification") -> None:
    """Print the outcome: what no longer holds, what was taken as it is, and how much was computed again."""
    for finding in found.findings:
        print(f"✗ {finding.where}: {finding.message}")
    for sentence in found.taken:
        print(f"? not computed again: {sentence}")
    counted = f"{found.articles} articles, {found.offsets} places, {found.checks} checks, {found.marks} marks and the story"
    holds = "✓ what was computed again holds" if found.taken else "✓ everything holds"
    print(f"{holds if found.holds else f'✗ {len(found.findings)} things no longer hold'}: {counted} computed again")


def content(path: Path) -> bytes:
    """The bytes of a file; one that cannot be read leaves with 4."""
    try:
        return path.read_bytes()
    except OSError as error:
        say(f"summarizer: {path} cannot be read: {error.strerror}")
        raise typer.Exit(Exit.NOTHING) from None
