"""Event mentions merged across articles, on ECB+ with the mentions given: `python bench/ecb.py ARTICLES.jsonl > PREDICTION.json`.

ARTICLES has one JSON object a line with `docid`, `text` and `mentions` (`id`, `start`, `end`); gzip is read as it is. Labels
of topics and clusters are not read. Two mentions are one event when their articles tell one story and `merging.kind` takes
their words for one kind of happening.

Articles are grouped by their words alone, in two steps: first by subject ("earthquake in Indonesia"), then, with the words
weighed anew inside each subject, by story (this earthquake or that one). Names and numbers weigh more, as they tell two
stories of one kind apart. Average linkage over cosines of TF-IDF vectors; quadratic in the number of articles, which is why
`merge` does without.
"""

import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from summarizer.merging import kind
from summarizer.merging.wording import stems

SUBJECT = 0.07
"""Mean cosine from which two groups of articles share a subject."""
STORY = 0.085
"""Mean cosine, with words weighed inside the subject, from which they tell one story."""
NAMES = 2.0
"""Weight of a capitalised word or a number, other words having 1, when stories are told apart."""

_WORD = re.compile(r"[^\W_]+")
Vector = dict[str, float]


@dataclass(frozen=True)
class Text:
    """One article with its mentions."""

    id: str
    """Its id; a name, never a hint."""
    text: str
    """Its text."""
    mentions: tuple[tuple[str, str], ...]
    """Id and words of each mention."""


def read(path: Path) -> list[Text]:
    """The articles of a file."""
    with _open(path) as lines:
        return [_text(json.loads(line)) for line in lines]


def _open(path: Path) -> TextIO:
    """The file, unpacked where it is packed."""
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def _text(held: dict[str, object]) -> Text:
    """One article of the file; its labels stay unread."""
    text = str(held["text"])
    mentions = held["mentions"]
    assert isinstance(mentions, list)
    return Text(str(held["docid"]), text, tuple((one["id"], text[one["start"] : one["end"]]) for one in mentions))


def stories(texts: Sequence[str]) -> list[list[int]]:
    """Positions of the texts that tell one story."""
    subjects = group(vectors(texts, 1.0), SUBJECT)
    return [
        [held[place] for place in story] for held in subjects for story in group(vectors([texts[i] for i in held], NAMES), STORY)
    ]


def vectors(texts: Sequence[str], names: float) -> list[Vector]:
    """TF-IDF vectors of length 1; words of one text alone and words of all texts say nothing."""
    counts = [_counts(text, names) for text in texts]
    held = Counter(word for count in counts for word in count)
    weights = {word: math.log(len(texts) / number) for word, number in held.items() if 1 < number < len(texts)}
    return [
        _unit({word: (1 + math.log(count)) * weights[word] for word, count in one.items() if word in weights}) for one in counts
    ]


def _counts(text: str, names: float) -> dict[str, float]:
    """Stems of a text with their weighted counts."""
    found: dict[str, float] = defaultdict(float)
    for match in _WORD.finditer(text):
        word = match.group()
        for one in stems(word) if len(word) > 1 else ():
            found[one] += names if word[0].isupper() or word.isdigit() else 1.0
    return found


def _unit(vector: Vector) -> Vector:
    """The vector with length 1."""
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}


def group(vectors: Sequence[Vector], least: float) -> list[list[int]]:
    """Groups by average linkage while the mean cosine is at least `least`; ties go to the first."""
    near = {i: {j: _cosine(a, b) for j, b in enumerate(vectors) if j != i} for i, a in enumerate(vectors)}
    groups = {place: [place] for place in near}
    while pair := _closest(near, least):
        a, b = pair
        sizes = len(groups[a]), len(groups[b])
        for other in [place for place in near[a] if place != b]:
            mean = (near[a][other] * sizes[0] + near[b][other] * sizes[1]) / sum(sizes)
            near[a][other] = near[other][a] = mean
            del near[other][b]
        del near[a][b], near[b]
        groups[a] += groups.pop(b)
    return [sorted(held) for held in groups.values()]


def _closest(near: dict[int, dict[int, float]], least: float) -> tuple[int, int] | None:
    """The two closest groups; None where no two are close enough."""
    found = max(((value, -a, -b) for a, row in near.items() for b, value in row.items() if a < b), default=None)
    return (-found[1], -found[2]) if found and found[0] >= least else None


def _cosine(a: Vector, b: Vector) -> float:
    """The cosine of two vectors of length 1."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(value * large[word] for word, value in small.items() if word in large)


def clusters(texts: Sequence[Text], told: Sequence[Sequence[int]]) -> Iterator[list[str]]:
    """Ids of the mentions of each event."""
    for story in told:
        events: dict[str, list[str]] = defaultdict(list)
        for place in story:
            for mention, words in texts[place].mentions:
                events[kind(words)].append(mention)
        yield from events.values()


def main() -> None:
    """Reads the articles and writes the prediction."""
    texts = sorted(read(Path(sys.argv[1])), key=lambda one: one.text)
    told = stories([one.text for one in texts])
    json.dump(
        {"mention_clusters": list(clusters(texts, told)), "doc_clusters": [[texts[i].id for i in story] for story in told]},
        sys.stdout,
    )


if __name__ == "__main__":
    main()
