"""Files: what a path names becomes articles; what cannot be read becomes a failure with a clear line, and the rest goes on."""

import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from schemas.article import Article
from schemas.briefing import Failure
from summarizer.reading import files, read

NEWS = "The army left Lerma on Friday. Officials said 12 men fell."


def names(path: Path | str) -> list[str]:
    return [item.name for item in read(path) if isinstance(item, Article)]


def failed(path: Path | str) -> list[tuple[str, str]]:
    return [(item.status, item.message) for item in read(path) if isinstance(item, Failure)]


def write(path: Path, text: str = NEWS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_is_read_with_those_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.md", "sub/deep/d.TXT", ".hidden.txt", ".git/e.txt", "README.md", "table.csv", "x.png"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a", "b", "c", "d"]


def test_a_file_that_is_named_itself_may_have_any_ending(tmp_path: Path) -> None:
    assert names(write(tmp_path / "wire.asc")) == ["wire"]


def test_a_pattern_is_read_in_order(tmp_path: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b1.txt"):
        write(tmp_path / name)
    assert names(f"{tmp_path}/a*.txt") == ["a1", "a2"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    assert names(write(tmp_path / "a[1].txt")) == ["a[1]"]


def test_a_folder_that_links_back_to_itself_is_read_once(tmp_path: Path) -> None:
    write(tmp_path / "sub" / "a.txt")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "sub")
    assert names(tmp_path) == ["a"]


def test_a_link_to_nothing_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert failed(tmp_path)[0][0] == "unreadable"


@pytest.mark.parametrize(
    ("name", "content", "status", "words"),
    [
        ("empty.txt", b"", "empty", "is empty"),
        ("blank.txt", b"\xef\xbb\xbf \n\t\n", "empty", "is empty"),
        ("binary.txt", bytes(range(256)) * 40, "unreadable", "not text"),
        ("nul.txt", b"The army left.\0\0\0\0" * 90, "unreadable", "not text"),
        ("paper.txt", b"%PDF-1.7 ...", "unreadable", "a PDF"),
        ("page.html", b"<!DOCTYPE html><p>The army left.", "unreadable", "a web page"),
        ("large.txt", b"a" * (files.LARGEST + 1), "too_large", "5,000,000 bytes"),
        ("only.txt", b"Leave a comment", "boilerplate_only", "no sentence of news"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, status: str, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    ((found, message),) = failed(tmp_path / name)
    assert found == status
    assert str(tmp_path) not in message
    assert words in message
    assert "\n" not in message


def test_a_missing_path_says_so(tmp_path: Path) -> None:
    ((status, message),) = failed(tmp_path / "gone.txt")
    assert (status, message) == ("unreadable", "there is no such file or folder; check the path")


def test_a_pattern_that_fits_nothing_says_so(tmp_path: Path) -> None:
    assert failed(f"{tmp_path}/*.txt") == [("empty", "fits no file; check the pattern")]


def test_a_folder_without_articles_says_which_endings_count(tmp_path: Path) -> None:
    write(tmp_path / "table.csv")
    ((status, message),) = failed(tmp_path)
    assert status == "empty"
    assert all(ending in message for ending in files.ENDINGS)


def test_a_file_that_may_not_be_opened_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt")

    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert failed(path) == [("unreadable", "cannot be read (permission denied); check its permissions")]


def test_a_folder_that_may_not_be_opened_does_not_stop_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a" / "a.txt")
    write(tmp_path / "b.txt")
    scan = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert names(tmp_path) == ["b"]
    assert [status for status, _ in failed(tmp_path)] == ["unreadable"]


def test_a_name_that_no_system_allows_is_a_failure() -> None:
    assert [status for status, _ in failed("a\0b")] == ["unreadable"]


def test_bad_files_do_not_stop_the_good_ones(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "")
    write(tmp_path / "b.txt")
    (tmp_path / "c.txt").write_bytes(b"\0\1\2" * 500)
    write(tmp_path / "d.txt")
    found = list(read(tmp_path))
    assert [item.path[-5:] for item in found if isinstance(item, Failure)] == ["a.txt", "c.txt"]
    assert [item.name for item in found if isinstance(item, Article)] == ["b", "d"]


def test_two_hundred_thousand_characters_are_one_article(tmp_path: Path) -> None:
    text = (NEWS + "\n") * 3_500
    (found,) = read(write(tmp_path / "long.txt", text[:200_000]))
    assert isinstance(found, Article)
    assert len(found.text) == 200_000


def pipe(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))


def test_standard_input_is_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, NEWS)
    (found,) = read("-", publisher="Orin News", published=date(2025, 5, 3))
    assert isinstance(found, Article)
    assert (found.name, found.path, found.text) == ("stdin", "-", NEWS)
    assert found.published is not None
    assert (found.published.value, found.published.basis) == (date(2025, 5, 3), "option")


def test_standard_input_may_be_a_stream_of_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, "\n".join(json.dumps({"text": NEWS, "id": name}) for name in "ab"))
    assert names("-") == ["a", "b"]


def test_an_empty_standard_input_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, "")
    assert failed("-") == [("empty", "is empty")]


def test_a_stream_gives_one_article_a_line_with_what_it_says_of_each(tmp_path: Path) -> None:
    rows = [
        {"text": NEWS, "name": "one", "published": "2025-05-03T10:00:00Z", "publisher": "Orin News", "headline": "Army leaves"},
        {"text": NEWS, "id": 7, "url": "ignored"},
        {"text": NEWS},
    ]
    found = [item for item in read(write(tmp_path / "a.jsonl", "\n\n".join(map(json.dumps, rows)))) if isinstance(item, Article)]
    assert [item.name for item in found] == ["one", "7", "a:5"]
    first = found[0]
    assert first.path == f"{tmp_path / 'a.jsonl'}:1"
    assert first.published is not None
    assert (first.published.value, first.published.basis) == (date(2025, 5, 3), "file")
    assert first.publisher is not None
    assert (first.publisher.value, first.publisher.basis) == ("Orin News", "file")
    assert first.headline is not None
    assert (first.headline.value, first.headline.basis) == ("Army leaves", "file")


def test_what_a_stream_says_goes_before_an_option(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps({"text": NEWS, "published": "2025-05-03", "publisher": "Orin News"}))
    (found,) = read(path, published=date(2025, 5, 4), publisher="Lerma Post")
    assert isinstance(found, Article)
    assert found.published is not None
    assert found.publisher is not None
    assert (found.published.value, found.publisher.value) == (date(2025, 5, 3), "Orin News")


@pytest.mark.parametrize(
    ("line", "status", "words"),
    [
        ("not json", "unreadable", "is not JSON"),
        ("[" * 100_000, "unreadable", "is not JSON"),
        ("[1]", "unreadable", "is not an object"),
        ("{}", "unreadable", 'has no "text"'),
        ('{"text": 5}', "unreadable", 'has no "text"'),
        ('{"text": ""}', "empty", "is empty"),
        ('{"text": "The army left.", "published": "soon"}', "unreadable", "no date"),
    ],
)
def test_a_bad_line_of_a_stream_does_not_stop_the_rest(tmp_path: Path, line: str, status: str, words: str) -> None:
    path = write(tmp_path / "a.jsonl", f"{line}\n{json.dumps({'text': NEWS})}\n")
    first, second = read(path)
    assert isinstance(first, Failure)
    assert (first.status, first.path) == (status, f"{path}:1")
    assert words in first.message
    assert isinstance(second, Article)


def test_a_pipe_among_the_files_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two people were killed on Friday, police said.", encoding="utf-8")
    os.mkfifo(tmp_path / "b.txt")
    assert [found.name for found in read(tmp_path) if isinstance(found, Article)] == ["a"]


def test_a_name_that_is_no_utf8_can_be_shown(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")).write_text(
        "Two people were killed, police said.", encoding="utf-8"
    )
    (found,) = read(tmp_path)
    assert found.path.encode("utf-8").endswith("bad\ufffd.txt".encode())


def test_utf8_that_was_cut_off_in_a_letter_is_read(tmp_path: Path) -> None:
    (tmp_path / "cut.txt").write_bytes("“Two people were killed,” police said in Ménaka".encode() + "é".encode()[:1])
    (found,) = read(tmp_path)
    assert isinstance(found, Article)
    assert found.text.endswith("Ménaka\ufffd")


def test_an_empty_path_is_said_to_be_one() -> None:
    (found,) = read("")
    assert isinstance(found, Failure)
    assert found.message.startswith("is an empty path")


def test_a_line_that_is_too_long_is_one_failure_and_the_next_keep_their_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST", 100)
    path = tmp_path / "a.jsonl"
    line = json.dumps({"text": "Two guards were wounded at Tarn on Friday, police said."})
    path.write_text(
        "\n".join([json.dumps({"text": "x" * 1000}), line, "", json.dumps({"text": "y" * 200}), line]), encoding="utf-8"
    )
    found = [(item.path.rpartition(":")[2], isinstance(item, Failure)) for item in read(str(path))]
    assert found == [("1", True), ("2", False), ("4", True), ("5", False)]
