"""The HTTP service: the same calls as in Python, and the embedded model as an OpenAI-compatible endpoint.

    POST /briefings    articles → a briefing (JSON, or any format of `rendering` by ?format=)
    POST /extractions  one article → what it supports
    POST /checks       a text and its sources → every figure with its verdict
    GET  /health       whether the service answers, and what model it asks
    GET  /docs         all of this as a page
    /v1/…              the embedded model

Needs the extra `serve`. It keeps nothing unless a store is configured; put it behind your own authentication.
"""

from summarizer.service.application import create, probe
from summarizer.service.limits import MAXIMUM_BYTES
from summarizer.service.requests import MAXIMUM_ARTICLES, MAXIMUM_CHARACTERS, ArticleIn, BriefingIn, CheckIn

__all__ = ["MAXIMUM_ARTICLES", "MAXIMUM_BYTES", "MAXIMUM_CHARACTERS", "ArticleIn", "BriefingIn", "CheckIn", "create", "probe"]
