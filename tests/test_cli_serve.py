"""The service as a process of its own."""

import json
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from summarizer.cli.failures import Exit
from tests.test_cli import ARTICLE, run

WORDS = [sys.executable, "-m", "summarizer", "serve", "--port", "0"]


@pytest.fixture
def served() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A service on a free port with its address."""
    asked = subprocess.Popen(WORDS, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert asked.stderr is not None
    told = (asked.stderr.readline(), asked.stderr.readline())
    found = re.search(r"listening on (http://127\.0\.0\.1:\d+); ", told[1])
    assert found is not None, told
    yield found[1], asked
    asked.kill()
    asked.communicate()


def post(url: str, body: object) -> str:
    request = urllib.request.Request(url, json.dumps(body).encode(), {"content-type": "application/json"})  # noqa: S310  # loopback
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        text: str = answer.read().decode()
        return text


def test_it_answers_where_it_says_and_ends_at_an_interrupt(served: tuple[str, subprocess.Popen[str]]) -> None:
    url, process = served
    assert json.loads(post(f"{url}/checks", {"text": "Nine died.", "sources": [{"text": ARTICLE}]}))["checks"]
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == Exit.OK
    assert process.stderr is not None
    assert "Traceback" not in process.stderr.read()


def test_many_at_once_get_the_answers_of_one_after_the_other(served: tuple[str, subprocess.Popen[str]]) -> None:
    bodies = [{"articles": [{"text": ARTICLE.replace("Two", str(number))}, {"text": ARTICLE}]} for number in range(3, 9)] * 3
    one_by_one = [post(f"{served[0]}/briefings", body) for body in bodies[:6]] * 3
    with ThreadPoolExecutor(9) as pool:
        assert list(pool.map(lambda body: post(f"{served[0]}/briefings", body), bodies)) == one_by_one


def test_a_port_that_is_taken_leaves_with_three() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        left = run("serve", "--port", str(taken.getsockname()[1]))
    assert left.returncode == Exit.ENDPOINT
    assert "listening on" not in left.stderr
    assert "Traceback" not in left.stderr


def test_what_is_wrong_with_the_settings_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "other.sqlite").write_text("no database", encoding="utf-8")
    monkeypatch.setenv("SUMMARIZER_STORE", str(tmp_path / "other.sqlite"))
    left = run("serve", "--port", "0")
    assert left.returncode == Exit.ENDPOINT
    assert "other.sqlite failed" in left.stderr
    assert "Traceback" not in left.stderr
