"""The HTTP service: the same calls as in Python, and the embedded model as an OpenAI-compatible endpoint.

    POST /briefings    articles → a briefing (JSON, or any text format of `rendering` by ?format=)
    POST /extractions  one article → what it supports
    POST /checks       a text and its sources → every figure with its verdict
    GET  /health       whether the service answers, and what model it asks
    /v1/…              the embedded model

Needs the extra `serve`. It keeps nothing; put it behind your own authentication.
"""

import mimetypes
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Annotated

from fastapi import FastAPI, HTTPException, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import AfterValidator, Field

from schemas import Article, CheckReport, Record, ValidatedExtraction
from summarizer import __version__, api, embedded, pipeline, reading, settings
from summarizer.exceptions import SummarizerError
from summarizer.rendering import FORMATS, render

__all__ = ["MAXIMUM_ARTICLES", "ArticleIn", "BriefingIn", "CheckIn", "create"]

# A request is answered while the caller waits; more articles than this belong into a batch run.
MAXIMUM_ARTICLES = 200
# Characters of one article; the same bound as for files, so that a request cannot exhaust memory.
MAXIMUM_CHARACTERS = 5_000_000


def readable(text: str) -> str:
    """The text without lone surrogates; refused where nothing in it is a letter or a digit."""
    if not any(character.isalnum() for character in text):
        raise ValueError("there is no text in it")
    return pipeline.whole(text)


class ArticleIn(Record):
    """One article of a request."""

    text: Annotated[str, Field(max_length=MAXIMUM_CHARACTERS), AfterValidator(readable)]
    """The text."""
    name: Annotated[str, Field(max_length=200), AfterValidator(pipeline.whole)] = "text"
    """Short name for references."""
    published: date | None = None
    """Publication date, where the text does not state it."""
    publisher: Annotated[str, Field(max_length=200), AfterValidator(pipeline.whole)] | None = None
    """Publisher, where the text does not state it."""


class BriefingIn(Record):
    """A request for a briefing."""

    articles: Annotated[tuple[ArticleIn, ...], Field(min_length=1, max_length=MAXIMUM_ARTICLES)]
    """The articles."""
    as_of: date | None = None
    """As-of date of the briefing; the newest article's date where it is not given."""


class CheckIn(Record):
    """A request to check a text."""

    text: Annotated[str, Field(max_length=MAXIMUM_CHARACTERS)]
    """The text whose figures are checked."""
    sources: Annotated[tuple[ArticleIn, ...], Field(min_length=1, max_length=MAXIMUM_ARTICLES)]
    """The articles it is checked against."""


def article_of(given: ArticleIn) -> Article:
    """The article of a request, read like a file."""
    return reading.article(given.text, name=given.name, published=given.published, publisher=given.publisher)


def create(configured: settings.Settings | None = None) -> FastAPI:
    """The ASGI application; settings come from the environment where they are not given."""
    chosen = configured or settings.load()

    @asynccontextmanager
    async def connected(app: FastAPI) -> AsyncIterator[None]:
        async with api.Desk.open(chosen) as app.state.desk:
            yield

    app = FastAPI(title="summarizer", version=__version__, lifespan=connected)
    app.add_exception_handler(SummarizerError, failed)
    app.add_exception_handler(RequestValidationError, misfit)
    app.mount("/v1", embedded.app)
    app.get("/health")(health)
    app.post("/briefings", response_class=Response)(briefings)
    app.post("/extractions")(extractions)
    app.post("/checks")(checks)
    return app


async def failed(_request: Request, error: Exception) -> JSONResponse:
    """A known failure as JSON: 502 where the endpoint or its answer failed."""
    status = error.status if isinstance(error, SummarizerError) else "endpoint"
    return JSONResponse({"error": {"status": status, "message": str(error)}}, status_code=502)


async def misfit(_request: Request, error: Exception) -> JSONResponse:
    """What does not fit in a request, without the request's own text, which may have no UTF-8."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    return JSONResponse({"detail": [{"loc": each["loc"], "msg": each["msg"]} for each in found]}, status_code=422)


async def health(request: Request) -> dict[str, str]:
    """Whether the service answers, and what model it asks."""
    return {"status": "ok", "version": __version__, "model": request.app.state.desk.client.model}


async def briefings(request: Request, asked: BriefingIn, format: Annotated[str, Query()] = "json") -> Response:
    """A briefing of the articles."""
    chosen = FORMATS.get(format)
    if chosen is None:
        raise HTTPException(422, f"no format {format!r}; there are {', '.join(sorted(FORMATS))}")
    made = await api.asummarize([article_of(given) for given in asked.articles], as_of=asked.as_of, desk=request.app.state.desk)
    return Response(render(made, format), media_type=mimetypes.guess_type(f"briefing{chosen.suffix}")[0])


async def extractions(request: Request, asked: ArticleIn) -> ValidatedExtraction:
    """What one article supports."""
    return await api.aextract(article_of(asked), desk=request.app.state.desk)


def checks(asked: CheckIn) -> CheckReport:
    """Every figure of a text with its verdict."""
    return pipeline.check(asked.text, [article_of(given) for given in asked.sources])
