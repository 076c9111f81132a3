"""Parties across articles: who is the same, by folded words, acronyms and tables, and whom each speaks for."""

from summarizer.merging.parties.grouping import Parties, group

__all__ = ["Parties", "group"]
