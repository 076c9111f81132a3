"""The errors of openai, httpx2 and instructor, turned into ours. Imported with the first request, as openai is."""

import email.utils
import math
import re
import time
from collections.abc import Mapping

import httpx2
import openai
from pydantic import ValidationError

from summarizer import exceptions as ours

__all__ = ["retry_after", "schema_mismatch", "translate"]

# Longest part of a provider's message that is shown: enough for the reason, too short for a copied article.
SHOWN = 200
# Codes with which providers say that there is no credit left; these never heal by waiting.
QUOTA_CODES = frozenset({"billing_hard_limit_reached", "billing_not_active", "insufficient_balance", "insufficient_quota"})
SECRET = re.compile(r"\b(?:sk|key|Bearer)[-_ ][\w*.-]{4,}", re.IGNORECASE)
TRANSIENT = frozenset({408, 409, 425, 429})


def translate(error: BaseException, *, endpoint: str) -> ours.SummarizerError:
    """Our error for one of theirs; an unknown one becomes an EndpointError that names its class, never its content."""
    if isinstance(error, ours.SummarizerError):
        return error
    if isinstance(error, openai.APIStatusError):
        return of_status(error, endpoint)
    if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException):
        return ours.TimedOut(f"{endpoint} did not answer in time; raise the time-out or ask fewer articles at once")
    cause = error.__cause__ if isinstance(error, openai.APIConnectionError) else error
    if isinstance(cause, httpx2.TransportError | OSError | None):
        return ours.Unreachable(
            f"no connection to {endpoint} ({type(cause or error).__name__}); check the base URL and the network"
        )
    if isinstance(error, openai.LengthFinishReasonError):
        return ours.Truncated("the answer ran into the output limit")
    if isinstance(error, openai.ContentFilterFinishReasonError):
        return ours.ContentFiltered("a filter of the provider stopped the answer")
    if isinstance(error, openai.APIResponseValidationError | httpx2.DecodingError):
        return ours.BadReply(f"{endpoint} sent a reply that is no chat completion; check the base URL")
    return ours.EndpointError(f"{endpoint} failed with {type(cause).__name__}; run again, and report it if it stays")


def of_status(error: openai.APIStatusError, endpoint: str) -> ours.EndpointError:
    """Our error for an HTTP status."""
    code, wait = error.status_code, retry_after(error.response.headers)
    if code == 402 or (code in (403, 429) and codes(error) & QUOTA_CODES):
        return ours.QuotaExhausted(f"no credit left at {endpoint}; add credit or use another key, then run again", code=code)
    if code == 401:
        return ours.Unauthorized(f"{endpoint} does not accept the key (HTTP 401); check OPENAI_API_KEY", code=code)
    if code == 429:
        return ours.RateLimited(
            f"{endpoint} asks for fewer requests (HTTP 429); lower --concurrency", code=code, retry_after=wait
        )
    if code == 404 and "model" in f"{error.code} {error.message}".lower():
        return ours.UnknownModel(f"{endpoint} has no such model{said(error)}; choose another with --model", code=code)
    if code in TRANSIENT or code >= 500:
        return ours.ServerFailed(f"{endpoint} failed (HTTP {code}); run again later", code=code, retry_after=wait)
    if 300 <= code < 400:
        return ours.Rejected(f"{endpoint} redirects (HTTP {code}); give the address it redirects to as the base URL", code=code)
    return ours.Rejected(f"{endpoint} rejected the request (HTTP {code}){said(error)}", code=code)


def codes(error: openai.APIStatusError) -> set[str]:
    """The machine-readable words of an error body."""
    return {word for word in (error.code, error.type) if word}


def said(error: openai.APIStatusError) -> str:
    """The provider's own reason, shortened to one line and without anything that looks like a key."""
    body = error.body if isinstance(error.body, Mapping) else {}
    words = body.get("message")
    if not isinstance(words, str) or not words.strip():
        return ""
    line = SECRET.sub("…", " ".join(words.replace(key(error), "…").split()))
    return f": {line[:SHOWN]}{'…' if len(line) > SHOWN else ''}"


def key(error: openai.APIStatusError) -> str:
    """The key that the request carried, so that a provider that repeats it is not repeated; a line break where there was none."""
    return error.request.headers.get("authorization", "").removeprefix("Bearer ").strip() or "\n"


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that a reply asks to wait: `retry-after-ms`, or `retry-after` as seconds or as an HTTP date (RFC 9110, 10.2.3)."""
    milliseconds, words = seconds(headers.get("retry-after-ms")), headers.get("retry-after")
    if milliseconds is not None:
        return milliseconds / 1000
    if words is None:
        return None
    plain = seconds(words)
    if plain is not None:
        return plain
    try:
        return max(0.0, email.utils.parsedate_to_datetime(words).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None


def seconds(words: str | None) -> float | None:
    """A number of seconds, or None where the words are no sensible one."""
    try:
        value = float(words) if words is not None else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def schema_mismatch(error: BaseException | None, attempts: int) -> ours.SchemaMismatch:
    """Where an answer did not fit the schema; places and kinds only, for the values may be article text."""
    where = ""
    if isinstance(error, ValidationError):
        problems = error.errors(include_input=False, include_url=False, include_context=False)
        places = [f"{'.'.join(map(str, problem['loc'])) or 'answer'} ({problem['type']})" for problem in problems]
        where = ": " + ", ".join(places[:5]) + (f" and {len(places) - 5} more" if len(places) > 5 else "")
    return ours.SchemaMismatch(
        f"the answer did not fit the schema in {attempts} attempts{where}; try a stronger model or --mode json_schema"
    )
