"""Reading a chat completion: what was said and what it cost, or a named error before anything is parsed twice."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import from_json

from schemas import Usage
from summarizer.exceptions import BadReply, ContentFiltered, NoAnswer, Refused, Truncated

__all__ = ["Reply", "read"]

# Characters of English text in a token, for endpoints that report no usage.
CHARACTERS_PER_TOKEN = 4
FENCED = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)


@dataclass(frozen=True)
class Reply:
    """A reply that holds an answer."""

    text: str
    """The answer: arguments of the tool, or the content."""
    model: str
    """Model as the endpoint named it."""
    usage: Usage
    """What it cost."""
    call: str | None
    """Id of the tool call; None where the answer is plain content."""


def read(content: bytes, *, model: str, sent: int, estimated: bool = False) -> Reply:
    """The answer of a chat completion; `sent` is the size of the request in bytes, for endpoints that report no usage.

    Raises BadReply where it is none, NoAnswer, Refused, ContentFiltered and Truncated with the tokens spent.
    """
    body = completion(content)
    choices = body.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}
    message = choice.get("message") or {}
    text, call = spoken(message)
    usage = spent(body.get("usage"), sent=sent, received=len(text), estimated=estimated)
    complain(choice, message, text, usage)
    return Reply(text=text, model=str(body.get("model") or model), usage=usage, call=call)


def completion(content: bytes) -> dict[str, Any]:  # JSON of a foreign endpoint: anything may be in it
    """The JSON object of a reply."""
    try:
        body = from_json(content)
    except ValueError:
        kind = "HTML" if content.lstrip()[:1] == b"<" else "an incomplete or broken reply"
        raise BadReply(f"the endpoint sent {kind} instead of a chat completion; check the base URL") from None
    if not isinstance(body, dict) or ("choices" not in body and "usage" not in body):
        raise BadReply("the endpoint sent JSON that is no chat completion; check the base URL")
    return body


def spoken(message: Mapping[str, Any]) -> tuple[str, str | None]:  # JSON of a foreign endpoint
    """The answer and the id of its tool call; servers that ignore the tool and answer in the content are understood as well."""
    calls = message.get("tool_calls")
    if isinstance(calls, list) and calls and isinstance(calls[0], dict):
        function = calls[0].get("function") or {}
        return str(function.get("arguments") or ""), str(calls[0].get("id") or "call")
    content = message.get("content")
    words = content if isinstance(content, str) else ""
    fenced = FENCED.match(words)
    return (fenced[1] if fenced else words), None


def complain(
    choice: Mapping[str, Any], message: Mapping[str, Any], text: str, usage: Usage
) -> None:  # JSON of a foreign endpoint
    """Raise what stops an answer from being one."""
    reason = choice.get("finish_reason")
    if message.get("refusal"):
        raise Refused("the model declined to answer; ask another model", usage=usage)
    if reason == "content_filter":
        raise ContentFiltered("a filter of the provider stopped the answer; ask another provider", usage=usage)
    if reason == "length":
        raise Truncated("the answer ran into the output limit; raise --max-output-tokens or choose another model", usage=usage)
    if not text.strip():
        raise NoAnswer("the endpoint answered with nothing; run again, or ask another model", usage=usage)


def spent(reported: object, *, sent: int, received: int, estimated: bool) -> Usage:
    """Tokens as the endpoint reports them; where it does not, an estimate that says so."""
    if not isinstance(reported, dict) or not isinstance(reported.get("prompt_tokens"), int):
        return Usage(
            input=sent // CHARACTERS_PER_TOKEN, output=received // CHARACTERS_PER_TOKEN, requests=1, attempts=0, estimated=True
        )
    asked, given = (reported.get(f"{kind}_tokens_details") or {} for kind in ("prompt", "completion"))
    return Usage(
        input=reported["prompt_tokens"],
        cached=asked.get("cached_tokens") or 0,
        output=reported.get("completion_tokens") or 0,
        reasoning=given.get("reasoning_tokens") or 0,
        requests=1,
        estimated=estimated,
    )
