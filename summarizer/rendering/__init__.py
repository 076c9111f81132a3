"""A briefing in the formats people already use; each is written from the same records.

Nothing heavy is imported here: a format's module is loaded when that format is asked for.
"""

from summarizer.rendering.formats import FORMATS, Format, render

__all__ = ["FORMATS", "Format", "render"]
