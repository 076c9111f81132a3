"""Reading: files, folders and standard input become articles with sentences, metadata and boilerplate set apart."""

from summarizer.reading.article import article
from summarizer.reading.files import read

__all__ = ["article", "read"]
