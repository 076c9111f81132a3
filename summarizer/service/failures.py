"""What goes wrong, as answers: one record for a failure of ours, FastAPI's `detail` for a request that does not fit."""

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from schemas import Record
from schemas.briefing import FailureStatus
from summarizer.exceptions import MissingExtra, SummarizerError

__all__ = ["RESPONSES", "Failed", "Misfit", "Misfits", "Problem", "Told", "failed", "misfit"]


class Misfit(Record):
    """One place of a request that does not fit."""

    loc: tuple[str | int, ...]
    """The way to it: `["body", "articles", 0, "text"]`."""
    msg: str
    """What is wrong with it."""


class Misfits(Record):
    """A request that does not fit."""

    detail: tuple[Misfit, ...]
    """Every place that does not."""


class Told(Record):
    """A request that is refused as a whole."""

    detail: str
    """Why, in one sentence."""


class Problem(Record):
    """A failure of the endpoint, of its answer, or of this service."""

    status: FailureStatus
    """Its kind."""
    message: str
    """What happened and what to do, in one sentence."""


class Failed(Record):
    """A request that was understood and could not be answered."""

    error: Problem
    """Why."""


# What the calls that take a body answer beside 200, for the OpenAPI document.
RESPONSES: dict[int | str, dict[str, object]] = {
    400: {"model": Told, "description": "The body cannot be read as UTF-8, or is nested too deeply."},
    413: {"model": Told, "description": "The body is too large."},
    415: {"model": Told, "description": "The body is not announced as JSON."},
    422: {"model": Misfits, "description": "The request does not fit."},
    501: {"model": Failed, "description": "The service lacks an optional package that the format needs."},
    502: {"model": Failed, "description": "The model's endpoint or its answer failed."},
}


async def failed(_request: Request, error: Exception) -> JSONResponse:
    """A known failure as JSON: 501 where a package is missing, 502 where the endpoint or its answer failed."""
    status: FailureStatus = error.status if isinstance(error, SummarizerError) else "internal"
    told = Failed(error=Problem(status=status, message=str(error)))
    return JSONResponse(told.model_dump(), status_code=501 if isinstance(error, MissingExtra) else 502)


async def misfit(request: Request, error: Exception) -> JSONResponse:
    """What does not fit in a request, without the request's own text, which may have no UTF-8."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if request.method == "POST" and not (kind.endswith("+json") or kind == "application/json"):
        told = Told(detail="the body must be JSON; send it with the header content-type: application/json")
        return JSONResponse(told.model_dump(), status_code=415)
    found = error.errors() if isinstance(error, RequestValidationError) else []
    return JSONResponse({"detail": [{"loc": each["loc"], "msg": each["msg"]} for each in found]}, status_code=422)
