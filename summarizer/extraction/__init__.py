"""What the model says of an article: the requests, and the joining of windows."""

from summarizer.extraction.joining import join
from summarizer.extraction.requests import extract, lead, repair

__all__ = ["extract", "join", "lead", "repair"]
