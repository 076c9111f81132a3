"""Speed of the embedded model: the whole pipeline in one process against sentence splitting alone, in the same run.

usage: python -m bench.embedded FILE… [--rounds N]
"""

import argparse
import gzip
import itertools
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from schemas.article import Article
from schemas.extraction import Extraction
from summarizer import prompting, reading, text, validation
from summarizer.embedded import answer

TOOLS = [{"type": "function", "function": {"name": "Extraction", "parameters": {}}}]
LONG = 200_000
"""Characters of the long article."""


def rows(path: Path) -> Iterator[dict[str, object]]:
    """The objects of a file with one JSON object a line, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def predict(about: str | None, key: str, say: Callable[[Article], dict[str, object]]) -> None:
    """The command of a benchmark: a row of predictions for each labelled text, under its id in the field `key`."""
    parser = argparse.ArgumentParser(description=(about or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    given = parser.parse_args()
    with given.predictions.open("w", encoding="utf-8") as out:
        for row in rows(given.gold):
            said = say(reading.article(str(row["text"]), name=str(row[key])))
            out.write(json.dumps({key: row[key], **said}, ensure_ascii=False) + "\n")


def extraction(article: Article) -> Extraction:
    """What the embedded model says of an article, asked as any model is asked."""
    reply = answer({"messages": list(prompting.prompt(article)), "tools": TOOLS})
    choices = reply["choices"]
    assert isinstance(choices, list)
    arguments: str = choices[0]["message"]["tool_calls"][0]["function"]["arguments"]
    return Extraction.model_validate_json(arguments)


def pipeline(raw: str) -> None:
    """Read, extract in-process, validate."""
    article = reading.article(raw, name="bench")
    validation.validate(extraction(article), article)


def measured(work: Callable[[str], object], texts: list[str], rounds: int) -> float:
    """Seconds of this process for one pass over the texts, the best of `rounds`."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        for raw in texts:
            work(raw)
        best = min(best, time.process_time() - begin)
    return best


def distinct(texts: list[str], length: int) -> str:
    """One text of so many characters in which no line stands twice; repeated lines would be dropped as boilerplate."""
    lines = [line.rstrip(" .") for raw in texts for line in raw.splitlines() if line.strip()]
    paragraphs: list[str] = []
    size = 0
    for number, line in enumerate(itertools.cycle(lines), 1):
        paragraphs.append(f"{line} in district {number}.")
        size += len(paragraphs[-1]) + len("\n\n")
        if size >= length:
            return "\n\n".join(paragraphs)[:length]
    return ""


def main() -> None:
    """Print articles a second, the ratio to sentence splitting, and the time of one long article."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in given.files]
    split = measured(text.sentences, texts, given.rounds)
    whole = measured(pipeline, texts, given.rounds)
    size = sum(map(len, texts)) / len(texts)
    sys.stdout.write(f"articles {len(texts)}, {size:.0f} characters each\n")
    sys.stdout.write(f"splitting alone {len(texts) / split:.0f} articles/s\n")
    sys.stdout.write(f"whole pipeline {len(texts) / whole:.0f} articles/s, {whole / split:.1f} times splitting\n")
    for length in (LONG // 4, LONG):
        sys.stdout.write(f"{length} characters {measured(pipeline, [distinct(texts, length)], 1):.2f} s\n")


if __name__ == "__main__":
    main()
