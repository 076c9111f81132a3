"""The embedded model: answers the same requests as any other model, from rules, without key, download or network."""

from summarizer.embedded.answer import MODEL, answer
from summarizer.embedded.app import app

__all__ = ["MODEL", "answer", "app"]
