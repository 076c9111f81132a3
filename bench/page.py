"""How long formats take and how large they are: `python -m bench.page [--articles 200]`.

The peer is plain JSON of the same records, written in the same run: each time is given as a ratio to it as well.
"""

import argparse
import time
from collections.abc import Callable
from functools import partial

from schemas import Briefing
from summarizer.exceptions import MissingExtra
from summarizer.rendering import FORMATS, render, verify
from tests.briefings import large

REPEATS = 3
"""The best of so many runs counts: the others had company on the machine."""


def main() -> None:
    """Prints one line a format, then the time of a verification."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200, help="articles of the briefing, 13 figures each")
    articles = parser.parse_args().articles
    briefing = large(articles)
    figures = sum(len(one.figures) for one in briefing.extractions)
    peer, _ = best(lambda: briefing.model_dump_json().encode())
    print(f"{articles} articles, {figures} figures; plain JSON of the records: {peer:.2f} s")
    print(f"{'format':<10}{'seconds':>9}{'of JSON':>9}{'megabytes':>11}")
    for name in FORMATS:
        try:
            seconds, made = best(partial(written, briefing, name))
        except MissingExtra as error:
            print(f"{name:<10} {error}")
            continue
        print(f"{name:<10}{seconds:>9.2f}{seconds / peer:>8.1f}x{len(made) / 1e6:>11.2f}")
    page = render(briefing, "html")
    seconds, _ = best(lambda: str(verify(str(page)).holds).encode())
    print(f"verifying the page: {seconds:.2f} s")


def written(briefing: Briefing, name: str) -> bytes:
    """What would stand in the file."""
    made = render(briefing, name)
    return made if isinstance(made, bytes) else made.encode()


def best(work: Callable[[], bytes]) -> tuple[float, bytes]:
    """The shortest time of several runs, and what was made."""
    times = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        made = work()
        times.append(time.perf_counter() - begun)
    return min(times), made


if __name__ == "__main__":
    main()
