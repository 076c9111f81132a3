"""Prompting: articles and records become requests to a model, and our own requests can be read back."""

from summarizer.prompting.layout import Message
from summarizer.prompting.parsing import Parsed, Unknown, parse
from summarizer.prompting.requests import bottom_line, prompt, repair
from summarizer.prompting.windows import Window, halves, windows

__all__ = ["Message", "Parsed", "Unknown", "Window", "bottom_line", "halves", "parse", "prompt", "repair", "windows"]
