"""Many articles, one story: events, figures, claims and parties joined across articles, each link with its reason."""

from summarizer.merging.story import merge
from summarizer.merging.wording import kind, stem

__all__ = ["kind", "merge", "stem"]
