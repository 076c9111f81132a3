"""Briefings built by hand for the tests of what is rendered: short made-up articles, every record quoting its text.

The merging here is written out by the test's author, so that a format is tested without the steps before it.
"""

from tests.briefings.desk import Desk, counts, on
from tests.briefings.grouping import briefing, claimed, cluster, group, statement
from tests.briefings.stories import ardava, daily, large, wire

__all__ = [
    "Desk",
    "ardava",
    "briefing",
    "claimed",
    "cluster",
    "counts",
    "daily",
    "group",
    "large",
    "on",
    "statement",
    "wire",
]
