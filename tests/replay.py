"""Recorded answers of a model, replayed without a network.

A cassette is one JSON file: every exchange with its request and its answer, bodies as JSON and texts as lists of lines, so that
a person can read it and a diff shows what changed. A request is matched by method, path and JSON body; a request that no
exchange answers, and an exchange that no request asked for, both fail.
"""

import asyncio
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

import vcr
from vcr.cassette import Cassette
from vcr.patch import PATCHER_NAMES
from vcr.request import Request

from schemas import Article, Briefing, ValidatedExtraction
from summarizer import client, pipeline, reading, settings
from summarizer.rendering import by_ending, render

CASSETTES = Path(__file__).parent.parent / "cassettes"
SEEDS = Path(__file__).parent.parent / "seeds"
ENDPOINT = "http://model.invalid/v1"
KEPT_REQUEST_HEADERS = ("content-type",)
KEPT_RESPONSE_HEADERS = ("content-type", "retry-after")
LINES, JSON = "$lines", "$json"


class PrettyJson:
    """The file format: JSON with two spaces; texts of several lines as `$lines`, JSON inside a string as `$json`."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:  # the shape is vcrpy's
        return json.dumps(expand(cassette), ensure_ascii=False, indent=2) + "\n"

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:  # the shape is vcrpy's
        return cast("dict[str, Any]", fold(json.loads(text)))


def expand(value: object) -> object:
    """The value with JSON strings and texts of several lines opened up, so that `fold` gives back every character."""
    if isinstance(value, dict):
        return {key: expand(item) for key, item in value.items()}
    if isinstance(value, list):
        return [expand(item) for item in value]
    if not isinstance(value, str):
        return value
    if value.startswith(("{", "[")):
        for separators in ((", ", ": "), (",", ":")):
            try:
                parsed = json.loads(value)
            except ValueError:
                break
            if json.dumps(parsed, ensure_ascii=False, separators=separators) == value:
                return {JSON: expand(parsed), "separators": list(separators)}
    return {LINES: value.split("\n")} if "\n" in value else value


def fold(value: object) -> object:
    """The inverse of `expand`."""
    if isinstance(value, list):
        return [fold(item) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {LINES}:
        return "\n".join(value[LINES])
    if set(value) == {JSON, "separators"}:
        return json.dumps(fold(value[JSON]), ensure_ascii=False, separators=tuple(value["separators"]))
    return {key: fold(item) for key, item in value.items()}


@lru_cache(maxsize=4096)
def canonical(body: bytes) -> str:
    """A body as JSON with sorted keys; the cache keeps many lookups in one cassette linear."""
    return json.dumps(json.loads(body), sort_keys=True)


def same_body(asked: Request, recorded: Request) -> None:
    """Matcher: the JSON of both bodies is the same."""
    if canonical(asked.body) != canonical(recorded.body):
        raise AssertionError("the request's body is not the recorded one")


def strip_request(request: Request) -> Request:
    """Only what may be kept: no key, no host, no header but the content type."""
    request.headers = {name: value for name, value in request.headers.items() if name.lower() in KEPT_REQUEST_HEADERS}
    request.uri = f"{ENDPOINT}/{request.path.rsplit('/v1/', 1)[-1].lstrip('/')}"
    return request


def strip_response(response: dict[str, Any]) -> dict[str, Any]:  # the shape is vcrpy's
    """Only what may be kept; a recorded wait is replayed as one millisecond."""
    headers = {name: value for name, value in response["headers"].items() if name.lower() in KEPT_RESPONSE_HEADERS}
    if any(name.lower() == "retry-after" for name in headers):
        headers["retry-after-ms"] = ["1"]
    return {**response, "headers": headers}


def recorder() -> vcr.VCR:
    """vcrpy with our format, our matchers and our filters."""
    player = vcr.VCR(
        cassette_library_dir=str(CASSETTES),
        serializer="pretty-json",
        match_on=["method", "path", "same_body"],
        before_record_request=strip_request,
        before_record_response=strip_response,
        decode_compressed_response=True,
        # Only what the program itself sends: `tests.faulty` passes requests on through http.client.
        skip_patchers=[name for name in PATCHER_NAMES if name != "httpx2"],
    )
    player.register_serializer("pretty-json", PrettyJson)
    player.register_matcher("same_body", same_body)
    return player


@contextmanager
def replayed(name: str) -> Iterator[Cassette]:
    """Answers come from `cassettes/<name>.json` alone; exchanges that were not asked for fail as stale."""
    with recorder().use_cassette(f"{name}.json", record_mode="none") as cassette:
        yield cassette
    unplayed = len(cassette) - cassette.play_count
    if unplayed:
        raise AssertionError(f"{unplayed} exchanges of cassettes/{name}.json were not asked for: record it again (make record)")


@contextmanager
def recorded(name: str) -> Iterator[Cassette]:
    """Answers come from a real endpoint and are written to `cassettes/<name>.json`, which is replaced."""
    (CASSETTES / f"{name}.json").unlink(missing_ok=True)
    with recorder().use_cassette(f"{name}.json", record_mode="new_episodes", allow_playback_repeats=False) as cassette:
        yield cassette


def replay_settings() -> settings.Settings:
    """Settings that ask the recorded model once, keep nothing, and so show a miss at once."""
    return settings.load({}, base_url=ENDPOINT, api_key="none", model=MODEL, attempts=1, store=settings.NO_STORE)


MODEL = "language-model"


async def ask_seeds(chosen: settings.Settings) -> list[ValidatedExtraction]:
    """What each seed article supports, asked one after the other."""
    connected = client.connect(chosen)
    try:
        return [await pipeline.process(found, connected) for found in reading.read(str(SEEDS)) if isinstance(found, Article)]
    finally:
        await connected.aclose()


async def ask_bottom_line(composed: Briefing, chosen: settings.Settings) -> Briefing:
    """The briefing with its bottom line worded by the model."""
    connected = client.connect(chosen)
    try:
        return await pipeline.word(composed, connected)
    finally:
        await connected.aclose()


@cache
def replayed_seeds() -> tuple[ValidatedExtraction, ...]:
    """What the seeds support by the recorded answers."""
    with replayed("seeds"):
        return tuple(asyncio.run(ask_seeds(replay_settings())))


@cache
def replayed_briefing() -> Briefing:
    """The briefing of the seeds by the recorded answers, its bottom line worded by the model."""
    with replayed("bottom_line"):
        return asyncio.run(ask_bottom_line(pipeline.compose(replayed_seeds()), replay_settings()))


def main() -> None:
    """Write the replayed briefing: `python -m tests.replay briefing.md`."""
    target = Path(sys.argv[1])
    found = by_ending(target.name)
    if found is None:
        sys.exit(f"no format has the ending of {target.name}")
    page = render(replayed_briefing(), found.name)
    target.write_bytes(page if isinstance(page, bytes) else page.encode())


if __name__ == "__main__":
    main()
