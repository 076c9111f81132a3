"""Record the cassettes again: `make record`, with OPENAI_API_KEY or OPENAI_BASE_URL in the environment.

`seeds` asks the endpoint for everything. The fault cassettes are real exchanges with a small server on this machine that
misbehaves in one way and otherwise answers with what the endpoint said in `seeds`; `faulty` says how.
"""

import asyncio
import sys
from contextlib import AsyncExitStack, suppress

from summarizer import pipeline, settings
from summarizer.exceptions import AnswerError
from tests import faulty, replay
from tests.replay import CASSETTES, MODEL, recorded


async def record_seeds() -> None:
    """Extractions and repairs of the five seeds, from the endpoint of the environment."""
    with recorded("seeds"):
        await replay.ask_seeds(chosen())
    print(f"recorded {CASSETTES.name}/seeds.json")


async def record_bottom_line() -> None:
    """The bottom line of the seeds' briefing, from the endpoint of the environment; the extractions are those recorded."""
    composed = pipeline.compose(await asyncio.to_thread(replay.replayed_seeds))
    with recorded("bottom_line"):
        await replay.ask_bottom_line(composed, chosen())
    print(f"recorded {CASSETTES.name}/bottom_line.json")


def chosen() -> settings.Settings:
    """The endpoint of the environment, with time for a slow one."""
    return settings.load(model=MODEL, store=settings.NO_STORE, timeout=3600.0, deadline=7200.0)


async def record_fault(name: str) -> None:
    """One fault of `tests.faulty`, over a real connection to this machine."""
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(faulty.serve(name))
        with recorded(name), suppress(AnswerError):
            await faulty.ask(name, url)
    print(f"recorded {CASSETTES.name}/{name}.json")


def main(names: list[str]) -> None:
    """Record the named cassettes, or all."""
    own = {"seeds": record_seeds, "bottom_line": record_bottom_line}
    for name in names or [*own, *faulty.FAULTS]:
        asyncio.run(own[name]() if name in own else record_fault(name))


if __name__ == "__main__":
    main(sys.argv[1:])
