"""The application: its calls, and what is open while it runs."""

import asyncio
import mimetypes
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from pydantic import AfterValidator

from schemas import Briefing, CheckReport, ValidatedExtraction
from summarizer import __version__, api, embedded, pipeline, settings
from summarizer.exceptions import SummarizerError
from summarizer.rendering import FORMATS, render, require
from summarizer.service import manual
from summarizer.service.failures import RESPONSES, failed, misfit
from summarizer.service.limits import Bounded
from summarizer.service.requests import ArticleIn, BriefingIn, CheckIn, article_of

__all__ = ["create", "probe"]

# What Python's table of media types does not know.
MEDIA = {"jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}
ABOUT = "Briefings from news articles in which every figure is checked against its source."


def create(configured: settings.Settings | None = None) -> FastAPI:
    """The ASGI application; settings come from the environment where they are not given."""
    chosen = configured or settings.load()

    @asynccontextmanager
    async def connected(app: FastAPI) -> AsyncIterator[None]:
        async with api.Desk.open(forgetful(chosen)) as app.state.desk:
            yield

    # FastAPI's own pages load their viewer from foreign hosts; ours is one file without a script.
    app = FastAPI(title="summarizer", summary=ABOUT, version=__version__, lifespan=connected, docs_url=None, redoc_url=None)
    app.add_middleware(Bounded)
    app.add_exception_handler(SummarizerError, failed)
    app.add_exception_handler(RequestValidationError, misfit)
    app.mount("/v1", embedded.app)
    app.get("/", include_in_schema=False)(front)
    app.get("/docs", include_in_schema=False)(docs)
    app.post("/briefings", response_class=Response, responses={200: written(), **RESPONSES})(briefings)
    app.post("/extractions", response_description="What it supports.", responses=RESPONSES)(extractions)
    told = {code: answer for code, answer in RESPONSES.items() if code not in (501, 502)}
    app.post("/checks", response_description="The figures with their verdicts.", responses=told)(checks)
    app.get("/health", response_description="It answers.")(health)
    app.head("/health", include_in_schema=False)(health)
    return app


async def probe(configured: settings.Settings) -> None:
    """Open and close what the application opens when it starts. Raises ConfigurationError and StoreError."""
    async with api.Desk.open(forgetful(configured)):
        pass


def forgetful(chosen: settings.Settings) -> settings.Settings:
    """The settings without the store in the user's cache folder: a service keeps something only where it is told to."""
    return chosen if chosen.store else chosen.model_copy(update={"store": Path(settings.NO_STORE)})


def written() -> dict[str, object]:
    """What a briefing comes as, for the OpenAPI document."""
    content: dict[str, dict[str, object]] = {media_of(name): {} for name in FORMATS}
    content["application/json"] = {"schema": {"$ref": "#/components/schemas/Briefing"}}
    return {"description": "The briefing in the format that was asked for.", "content": content, "model": Briefing}


def media_of(format: str) -> str:
    """The media type of a format."""
    known = MEDIA.get(format) or mimetypes.guess_type(f"briefing{FORMATS[format].suffix}")[0]
    return known or "application/octet-stream"


def known(format: str) -> str:
    """The name of a format; refused where there is none of that name."""
    if format not in FORMATS:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    return format


async def front() -> RedirectResponse:
    """To the description of the calls."""
    return RedirectResponse("docs")


async def docs(request: Request) -> Response:
    """The calls and their records as a page."""
    page = manual.page(request.app.openapi())
    return Response(page, media_type="text/html", headers=manual.HEADERS)


async def health(request: Request) -> dict[str, str]:
    """Whether the service answers, and what model it asks."""
    return {"status": "ok", "version": __version__, "model": request.app.state.desk.client.model}


async def briefings(
    request: Request,
    asked: BriefingIn,
    format: Annotated[
        str, Query(description="Format of the briefing.", json_schema_extra={"enum": list(FORMATS)}), AfterValidator(known)
    ] = "json",
) -> Response:
    """A briefing of the articles."""
    require(format)
    desk: api.Desk = request.app.state.desk
    try:
        made = await api.asummarize([article_of(given) for given in asked.articles], as_of=asked.as_of, desk=desk)
    finally:
        forget(desk)
    # In a thread: a page of many articles takes seconds, in which others wait for their answers.
    return Response(await asyncio.to_thread(render, made, format), media_type=media_of(format))


async def extractions(request: Request, asked: ArticleIn) -> ValidatedExtraction:
    """What one article supports."""
    desk: api.Desk = request.app.state.desk
    try:
        return await api.aextract(article_of(asked), desk=desk)
    finally:
        forget(desk)


def checks(asked: CheckIn) -> CheckReport:
    """Every figure of a text with its verdict."""
    return pipeline.check(asked.text, [article_of(given) for given in asked.sources])


def forget(desk: api.Desk) -> None:
    """Drop what a request left in a store that nobody asked for; a service runs for months."""
    if desk.store.private:
        desk.store.forget()
