"""Text as everything else sees it: normalised once, cut into paragraphs and sentences, folded for comparison, hashed.

Offsets are code points, start included, end excluded; `text[start:end]` is the words.
"""

from summarizer.text.characters import digest, fold, normalise
from summarizer.text.lines import Span, lines, paragraphs
from summarizer.text.sentences import sentences, within

__all__ = ["Span", "digest", "fold", "lines", "normalise", "paragraphs", "sentences", "within"]
