"""Runs over any number of articles: resumable, limited, watched, and stopped without losing anything."""

from summarizer.batch.caching import Shelf
from summarizer.batch.estimating import Estimate, estimate
from summarizer.batch.prices import Prices
from summarizer.batch.progress import Progress, show
from summarizer.batch.results import Options, Result
from summarizer.batch.running import Run

__all__ = ["Estimate", "Options", "Prices", "Progress", "Result", "Run", "Shelf", "estimate", "show"]
