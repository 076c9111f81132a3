"""The briefing: title, period, bottom line, order, counts, sources; and the check of a bottom line that a model worded."""

from summarizer.briefing.composing import brief
from summarizer.briefing.rewording import reword, unsupported

__all__ = ["brief", "reword", "unsupported"]
