"""Figure checkers side by side on labelled figures: recall, false alarms, seconds, and the ratio to quantulum3 in the same run.

usage: python -m bench.figures ITEMS.jsonl[.gz] [...] [--limit N]

An item has `source`, `response`, `start`, `end` (a figure's place in the response) and `label` (`supported` or `hallucinated`). A
checker flags it when a figure that it finds there is contradicted, unsupported or misattributed. Checkers that are not installed
are left out: `pip install quantulum3 recognizers-text-number "emoji<2"` brings the peers.
"""

import argparse
import gzip
import importlib
import importlib.util
import io
import json
import re
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bench.figures_adapter import check as own

Row = tuple[int, int, str]
Checker = Callable[[str, str], Iterable[Row]]

BAD = frozenset(("contradicted", "unsupported", "misattributed"))
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
PEER = "quantulum3"


@dataclass(frozen=True, slots=True)
class Result:
    """How a checker did on one file."""

    wrong: int
    right: int
    recall: float
    alarms: float
    unseen: float
    """Share of items where the checker finds no figure."""
    seconds: float
    """Seconds for a thousand figures, source parsing included."""


def digits(source: str, response: str) -> Iterator[Row]:
    """A numeral is supported where its digits stand anywhere in the source."""
    for match in DIGITS.finditer(response):
        yield match.start(), match.end(), "supported" if match[0] in source else "unsupported"


# The peers ship no types: what they return is Any, and only its documented attributes are read.
def quantulum() -> Checker:
    """A quantity is supported where the source has one of the same value and unit."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser: Any = importlib.import_module("quantulum3.parser")

    @cache
    def parsed(text: str) -> tuple[tuple[int, int, tuple[float, str]], ...]:
        with redirect_stderr(io.StringIO()):
            return tuple((item.span[0], item.span[1], (item.value, item.unit.name)) for item in parser.parse(text))

    def check(source: str, response: str) -> Iterator[Row]:
        known = {value for _, _, value in parsed(source)}
        for start, end, value in parsed(response):
            yield start, end, "supported" if value in known else "unsupported"

    return check


def recognizers() -> Checker:
    """A number is supported where the source has one of the same value."""
    numbers: Any = importlib.import_module("recognizers_number")

    @cache
    def parsed(text: str) -> tuple[tuple[int, int, str], ...]:
        found = numbers.recognize_number(text, "en-us")
        return tuple((item.start, item.end + 1, str(item.resolution["value"])) for item in found if item.resolution)

    def check(source: str, response: str) -> Iterator[Row]:
        known = {value for _, _, value in parsed(source)}
        for start, end, value in parsed(response):
            yield start, end, "supported" if value in known else "unsupported"

    return check


def checkers() -> dict[str, Checker]:
    """The checkers that are installed, our own first."""
    found: dict[str, Checker] = {"summarizer": own, "digits substring": digits}
    if importlib.util.find_spec("quantulum3"):
        found[PEER] = quantulum()
    if importlib.util.find_spec("recognizers_number"):
        found["recognizers-text (numbers)"] = recognizers()
    return found


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The items of a file; their fields are the caller's, so Any."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    yield from map(json.loads, text.split("\n")[:-1])


def measure(check: Checker, items: list[dict[str, Any]]) -> Result:
    """One checker on one file; each pair of texts is checked once."""
    seen: dict[tuple[str, str], list[Row]] = {}
    judged: list[tuple[str, bool, bool]] = []
    began = time.perf_counter()
    for item in items:
        key = (item["source"], item["response"])
        if key not in seen:
            seen[key] = list(check(*key))
        hits = [verdict for start, end, verdict in seen[key] if start < item["end"] and item["start"] < end]
        judged.append((item["label"], any(verdict in BAD for verdict in hits), bool(hits)))
    seconds = time.perf_counter() - began
    wrong = [flagged for label, flagged, _ in judged if label == "hallucinated"]
    right = [flagged for label, flagged, _ in judged if label == "supported"]
    return Result(
        wrong=len(wrong),
        right=len(right),
        recall=sum(wrong) / max(1, len(wrong)),
        alarms=sum(right) / max(1, len(right)),
        unseen=sum(not found for _, _, found in judged) / max(1, len(judged)),
        seconds=seconds / max(1, len(judged)) * 1000,
    )


def main() -> None:
    """Print one table row a file and checker, then the ratio to quantulum3."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, help="only the first N items of each file")
    options = parser.parse_args()
    for check in (known := checkers()).values():  # parsers load their tables at the first call
        list(check("Two men and $5 in 2012.", "Two men."))
    spent: dict[str, float] = dict.fromkeys(known, 0.0)
    print("| file | checker | wrong/right | recall | false alarms | no figure found | s per 1,000 |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for path in options.files:
        items = list(rows(path))[: options.limit]
        for name, check in known.items():
            found = measure(check, items)
            spent[name] += found.seconds * len(items)
            print(
                f"| {path.name.split('.')[0]} | {name} | {found.wrong}/{found.right} | {found.recall:.3f} | {found.alarms:.3f} "
                f"| {found.unseen:.3f} | {found.seconds:.2f} |",
                flush=True,
            )
    if PEER in spent:
        print(f"\n{spent[PEER] / spent['summarizer']:.0f} times as fast as {PEER} in this run")


if __name__ == "__main__":
    main()
