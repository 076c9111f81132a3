"""Record the cassettes again: `make record`, with OPENAI_API_KEY or OPENAI_BASE_URL in the environment.

`seeds` asks the endpoint for everything. The fault cassettes are real exchanges with a small server on this machine that
misbehaves in one way and otherwise answers with what the endpoint said in `seeds`; `faulty` says how.
"""

import asyncio
import sys
from contextlib import AsyncExitStack, suppress
from pathlib import Path

from summarizer import api, settings
from summarizer.exceptions import AnswerError
from tests import faulty
from tests.replay import CASSETTES, MODEL, recorded

SEEDS = Path(__file__).parent.parent / "seeds"


async def record_seeds() -> None:
    """Extraction, repairs and bottom line of the five seeds, from the endpoint of the environment."""
    chosen = settings.load(model=MODEL, store=settings.NO_STORE, timeout=3600.0, deadline=7200.0)
    with recorded("seeds"):
        await api.asummarize([str(SEEDS)], settings=chosen)
    print(f"recorded {CASSETTES.name}/seeds.json")


async def record_fault(name: str) -> None:
    """One fault of `tests.faulty`, over a real connection to this machine."""
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(faulty.serve(name))
        with recorded(name), suppress(AnswerError):
            await faulty.ask(name, url)
    print(f"recorded {CASSETTES.name}/{name}.json")


def main(names: list[str]) -> None:
    """Record the named cassettes, or all."""
    chosen = names or ["seeds", *faulty.FAULTS]
    for name in chosen:
        asyncio.run(record_seeds() if name == "seeds" else record_fault(name))


if __name__ == "__main__":
    main(sys.argv[1:])
