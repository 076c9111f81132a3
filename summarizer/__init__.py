"""Briefings from news articles in which every figure is checked against its source."""

__version__ = "0.1.0"
