"""Files: what a path names becomes articles; what cannot be read becomes a failure with a clear line."""

import glob
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from schemas.article import Article, Stated, StatedDate
from schemas.briefing import Failure, FailureStatus
from summarizer.reading import encodings, streams
from summarizer.reading.article import article

__all__ = ["ENDINGS", "LARGEST", "STREAMS", "read"]

ENDINGS = frozenset({".jsonl", ".markdown", ".md", ".ndjson", ".text", ".txt"})
"""Endings of the files that are taken from a folder; a file that is named itself may have any."""
ABOUT = frozenset({"changelog", "contributing", "copying", "index", "licence", "license", "notice", "readme"})
"""Names of files, without their ending, that speak about a folder and are no articles in it."""
STREAMS = frozenset({".jsonl", ".ndjson"})
"""Endings of the files that hold one article a line."""
LARGEST = 5_000_000
"""Bytes of the largest text. A long news article has 50,000; what is larger is a book or a data file."""


def read(
    path: str | os.PathLike[str], *, published: date | None = None, publisher: str | None = None
) -> Iterator[Article | Failure]:
    """Every article that `path` names: a file, a folder (with those below it), a pattern, or `-` for standard input.

    A file of JSON lines holds one article a line: `text`, and optionally `name` or `id`, `headline`, `published`, `publisher`.
    Articles come in the order of their paths. What cannot be read is a `Failure`; the rest goes on.
    """
    path = os.fspath(path)
    if path == "-":
        yield from _opened(sys.stdin.buffer, "-", published, publisher)
        return
    if not path:
        yield _failure("''", "unreadable", "is an empty path; check what it was made from")
        return
    found = False
    for name in _names(path):
        found = True
        yield from [name] if isinstance(name, Failure) else _file(name, published, publisher)
    if not found:
        yield _nothing(path)


def _names(path: str) -> Iterator[str | Failure]:
    """The files that a path names, sorted; a pattern is tried where nothing has that very name."""
    if Path(path).is_dir():
        yield from _below(path, set())
    elif os.path.lexists(path) or not glob.has_magic(path):
        yield path
    else:
        for name in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207  # Path.glob takes no absolute pattern
            if Path(name).is_dir():
                yield from _below(name, set())
            elif not _special(name):
                yield name


def _below(folder: str, seen: set[tuple[int, int]]) -> Iterator[str | Failure]:
    """The articles of a folder and of those below it, hidden ones left out; a folder that links back to itself is read once."""
    try:
        status = Path(folder).stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _failure(folder, "unreadable", f"cannot be read ({_reason(error)}); check its permissions")
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if Path(entry.path).is_dir():
            yield from _below(entry.path, seen)
        elif _article(Path(entry.name)) and not _special(entry.path):
            yield entry.path


def _article(name: Path) -> bool:
    """Whether a file of a folder is an article, by its name."""
    return name.suffix.lower() in ENDINGS and name.stem.lower() not in ABOUT


def _special(name: str) -> bool:
    """Whether a path is a pipe, a socket or a device, which a folder may hold and which would be waited for."""
    return Path(name).exists() and not Path(name).is_file()


def _file(name: str, published: date | None, publisher: str | None) -> Iterator[Article | Failure]:
    """The articles of one file."""
    try:
        with Path(name).open("rb") as opened:
            yield from _opened(opened, name, published, publisher)
    except FileNotFoundError:
        yield _failure(name, "unreadable", "there is no such file or folder; check the path")
    except (OSError, ValueError) as error:
        yield _failure(name, "unreadable", f"cannot be read ({_reason(error)}); check its permissions")


def _opened(opened: BinaryIO, name: str, published: date | None, publisher: str | None) -> Iterator[Article | Failure]:
    """The article of an open file, or the articles of a stream."""
    line = opened.readline(LARGEST + 1)
    if Path(name).suffix.lower() in STREAMS or (name == "-" and streams.begins(line)):
        for entry in streams.entries(_lines(opened, line)):
            yield _streamed(entry, name, published, publisher)
        return
    raw = line + opened.read(LARGEST + 1 - len(line))
    if len(raw) > LARGEST:
        yield _failure(name, "too_large", f"is larger than {LARGEST:,} bytes; split it into articles")
        return
    try:
        text = encodings.decode(raw)
    except encodings.NotText as error:
        yield _failure(name, "unreadable", str(error))
        return
    yield _made(text, name, Path(name).stem if name != "-" else "stdin", published, publisher)


def _lines(opened: BinaryIO, line: bytes) -> Iterator[bytes | None]:
    """The lines of a stream whose first one is read, one at a time; None for one that is too long, which is passed over."""
    while line:
        whole = len(line) <= LARGEST
        yield line if whole else None
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = opened.readline(LARGEST + 1)
        line = opened.readline(LARGEST + 1)


def _streamed(entry: streams.Entry, path: str, published: date | None, publisher: str | None) -> Article | Failure:
    """The article of one line of a stream; what the line says goes before what the text states and the caller gives."""
    place = f"{path}:{entry.line}"
    if entry.problem is not None:
        return _failure(place, "unreadable", entry.problem)
    if len(entry.text) > LARGEST:
        return _failure(place, "too_large", f"is larger than {LARGEST:,} characters; split it into articles")
    name = entry.name or f"{Path(path).stem if path != '-' else 'stdin'}:{entry.line}"
    made = _made(entry.text, place, name, published, publisher)
    if isinstance(made, Failure):
        return made
    stated: dict[str, Stated | StatedDate] = {}
    if entry.headline:
        stated["headline"] = Stated(value=entry.headline, basis="file")
    if entry.publisher:
        stated["publisher"] = Stated(value=entry.publisher, basis="file")
    if entry.published:
        stated["published"] = StatedDate(value=entry.published, basis="file")
    return made.model_copy(update=stated)


def _made(text: str, path: str, name: str, published: date | None, publisher: str | None) -> Article | Failure:
    """The article, unless nothing in it is news."""
    if not text.strip("\ufeff \t\r\n\f\v"):
        return _failure(path, "empty", "is empty")
    made = article(text, name=_shown(name), path=_shown(path), published=published, publisher=publisher)
    if all(sentence.role == "boilerplate" for sentence in made.sentences):
        return _failure(path, "boilerplate_only", "holds no sentence of news, only what stands around one", made.id)
    return made


def _nothing(path: str) -> Failure:
    """Why a path names no article."""
    if Path(path).is_dir():
        return _failure(path, "empty", f"holds no articles ({', '.join(sorted(ENDINGS))}); name its files if they end otherwise")
    return _failure(path, "empty", "fits no file; check the pattern")


def _failure(path: str, status: FailureStatus, what: str, article: str | None = None) -> Failure:
    """A failure; whoever prints it puts the path in front of the message."""
    return Failure(path=_shown(path), article=article, status=status, message=what)


def _shown(name: str) -> str:
    """A name that can be printed and stored: bytes of it that are not UTF-8 are replaced."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _reason(error: Exception) -> str:
    """What the system says, without the path."""
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).lower()
