"""A briefing in the formats people already use; each is written from the same records.

Nothing heavy is imported here: a format's module is loaded when that format is asked for.
"""

from typing import TYPE_CHECKING

from summarizer.rendering.formats import FORMATS, Format, by_ending, render, require

if TYPE_CHECKING:
    from summarizer.names import Aliases
    from summarizer.rendering.verification import Verification
    from summarizer.rendering.verification.recomposing import Compose
    from summarizer.rendering.verification.verifying import Validate

__all__ = ["FORMATS", "Format", "by_ending", "render", "require", "verify"]


def verify(
    page: str, *, validate: "Validate | None" = None, compose: "Compose | None" = None, aliases: "Aliases | None" = None
) -> "Verification":
    """Every hash, offset and check of a page, computed again from the page alone; see `verification.verify`."""
    from summarizer.rendering import verification

    return verification.verify(page, validate=validate, compose=compose, aliases=aliases)
