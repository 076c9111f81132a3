"""The store: articles, answers, and what became of each article; one file for any number of runs and processes."""

import json
import sqlite3
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import platformdirs

from schemas import Article, Usage
from summarizer.store.database import Database
from summarizer.store.owners import alive, owner
from summarizer.store.rows import Claim, Held, Kept, Known, Outcome, Run, RunStatus, Taken

__all__ = ["Store", "default_path"]

# Seconds that a lease holds; it is renewed four times as often, so only a process that is gone or asleep loses one.
LEASE = 120.0
# What an endpoint answered and was paid for; asking again would be paid again and end alike.
PAID_FAILURES = ("content_filter", "no_answer", "refused", "schema", "truncated")
LEASED = "leased"
RUNS = "SELECT run_summary.*, runs.fingerprint, runs.endpoint FROM run_summary JOIN runs USING (id)"


def default_path() -> Path:
    """The store's file where none is given: in the user's cache folder."""
    return platformdirs.user_cache_path("summarizer") / "store.sqlite"


class Store:
    """Keeps answers and the state of every article; safe beside other processes, and beside being killed.

    Raises StoreError and StoreTooNew. With None as the path everything lies in a private file that vanishes at the end; with
    `reading` the file is only looked at.
    """

    def __init__(
        self,
        path: Path | None,
        *,
        reading: bool = False,
        lease: float = LEASE,
        process: str | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.database = Database(path, reading=reading, clock=clock)
        self.reading, self.lease, self.owner, self.clock = reading, lease, process or owner(), clock

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give back every lease and close the file."""
        if not self.reading:
            self.release()
        self.database.close()

    @property
    def private(self) -> bool:
        """Whether the store vanishes when it is closed."""
        return self.database.path is None

    def forget(self) -> None:
        """Drop every answer, article and ended run; what is under way goes on, and asks again what it finds no more."""
        with self.database.writing():
            self.database.write("DELETE FROM answers")
            self.database.write("DELETE FROM articles")
            self.database.write("DELETE FROM work WHERE owner IS NULL")
            self.database.write("DELETE FROM outcomes WHERE run IN (SELECT id FROM runs WHERE status <> 'running')")
            self.database.write("DELETE FROM runs WHERE status <> 'running'")

    # answers

    def get(self, key: str) -> Kept | None:
        """The answer under a key."""
        rows = self.database.read("SELECT * FROM answers WHERE key = ?", key)
        return Kept(rows[0]["text"], rows[0]["model"], usage_of(rows[0]), rows[0]["failure"]) if rows else None

    def put(self, key: str, kept: Kept, *, schema: str) -> None:
        """Keep an answer; it outlives a kill of this process when this returns."""
        usage = kept.usage
        self.database.write(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(key, schema, kept.model, kept.text, kept.failure, usage.input, usage.cached, usage.output, usage.reasoning),
            *(usage.requests, usage.attempts, usage.estimated, self.database.now()),
        )

    def has(self, key: str) -> bool:
        """Whether there is an answer under a key."""
        return bool(self.database.read("SELECT 1 FROM answers WHERE key = ?", key))

    def mean_output(self, schema: str) -> float | None:
        """Mean tokens of the answers of one schema; None where there are none yet."""
        mean = self.database.read("SELECT avg(output) AS mean FROM answers WHERE task = ? AND failure IS NULL", schema)[0]["mean"]
        return None if mean is None else float(mean)

    # work

    def claim(self, fingerprint: str, article: Article, *, again: bool = False, retry: bool = False) -> Claim:
        """Take an article, or say why not: another process holds it, or it was done before.

        `retry` takes those whose answer failed, `again` takes all. Failures that cost nothing are always taken again.
        """
        with self.database.writing():
            self.keep(article)
            rows = self.database.read("SELECT * FROM work WHERE fingerprint = ? AND article = ?", fingerprint, article.id)
            found = self.verdict(rows[0], again=again, retry=retry) if rows else Taken()
            if isinstance(found, Taken):
                self.take(fingerprint, article)
        return found

    def verdict(self, row: sqlite3.Row, *, again: bool, retry: bool) -> Claim:
        """What an article's state means for this process."""
        if row["status"] == LEASED:
            lasts = row["owner"] != self.owner and row["expires"] > self.clock() and alive(row["owner"])
            return Held(owner=row["owner"], expires=row["expires"]) if lasts else Taken()
        settled = row["status"] == "ok" or (row["status"] in PAID_FAILURES and not retry)
        return Known(status=row["status"], message=row["message"]) if settled and not again else Taken()

    def keep(self, article: Article) -> None:
        """Keep an article as it was read last: the same text may come again with another path, or with a date given."""
        self.database.write(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
            "path = excluded.path, headline = excluded.headline, publisher = excluded.publisher, published = excluded.published, "
            "record = excluded.record WHERE record <> excluded.record",
            *(article.id, article.name, article.path, article.headline and article.headline.value),
            *(article.publisher and article.publisher.value, article.published and article.published.value.isoformat()),
            *(len(article.text), article.model_dump_json(), self.database.now()),
        )

    def take(self, fingerprint: str, article: Article) -> None:
        """Lease an article."""
        self.database.write(
            "INSERT OR REPLACE INTO work (fingerprint, article, status, owner, expires) VALUES (?, ?, ?, ?, ?)",
            *(fingerprint, article.id, LEASED, self.owner, self.clock() + self.lease),
        )

    def renew(self) -> None:
        """Hold every lease of this process for another while."""
        self.database.write("UPDATE work SET expires = ? WHERE owner = ?", self.clock() + self.lease, self.owner)

    def release(self) -> None:
        """Give back every article that this process has not finished."""
        self.database.write("DELETE FROM work WHERE owner = ?", self.owner)

    def finish(self, run: int, fingerprint: str, outcome: Outcome) -> None:
        """Write down what became of an article, and give back its lease."""
        usage, now = outcome.usage, self.database.now()
        with self.database.writing():
            self.database.write(
                "UPDATE work SET status = ?, message = ?, owner = NULL, expires = NULL "
                "WHERE fingerprint = ? AND article = ? AND (owner = ? OR owner IS NULL)",
                *(outcome.status, outcome.message, fingerprint, outcome.article, self.owner),
            )
            self.database.write(
                "INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                *(run, outcome.article, outcome.path, outcome.status, outcome.message, outcome.cached),
                *(usage.input, usage.cached, usage.output, usage.reasoning, usage.requests, usage.attempts, usage.estimated),
                *(outcome.accepted, outcome.review, outcome.rejected, outcome.seconds, now),
            )

    # runs

    def begin(self, fingerprint: str, *, model: str, endpoint: str, prompts: Mapping[str, str]) -> int:
        """A new run; returns its number."""
        with self.database.writing():
            self.database.write(
                "INSERT INTO runs (fingerprint, model, endpoint, prompts, process, status, started) "
                "VALUES (?, ?, ?, ?, ?, 'running', ?)",
                *(fingerprint, model, endpoint, json.dumps(prompts, sort_keys=True), self.owner, self.database.now()),
            )
            return int(self.database.read("SELECT last_insert_rowid() AS id")[0]["id"])

    def end(self, run: int, status: RunStatus, message: str | None = None) -> None:
        """How a run ended."""
        self.database.write(
            "UPDATE runs SET status = ?, message = ?, ended = ? WHERE id = ?", status, message, self.database.now(), run
        )

    def runs(self, *, last: int | None = None) -> tuple[Run, ...]:
        """The runs, newest first."""
        return tuple(run_of(row) for row in self.database.read(f"{RUNS} ORDER BY id DESC LIMIT ?", last or -1))

    def run(self, number: int) -> Run | None:
        """One run."""
        rows = self.database.read(f"{RUNS} WHERE id = ?", number)
        return run_of(rows[0]) if rows else None

    def outcomes(self, *, run: int | None = None, article: str | None = None) -> tuple[Outcome, ...]:
        """What became of the articles of a run, or of an article in all runs, newest last."""
        rows = self.database.read(
            "SELECT * FROM outcomes WHERE run = coalesce(?, run) AND article = coalesce(?, article) ORDER BY run, ended, path",
            *(run, article),
        )
        return tuple(outcome_of(row) for row in rows)

    # articles

    def article(self, id: str) -> Article | None:
        """The article of an id."""
        rows = self.database.read("SELECT record FROM articles WHERE id = ?", id)
        return Article.model_validate_json(rows[0]["record"]) if rows else None

    def find(self, words: str) -> tuple[str, ...]:
        """Ids of the articles whose id begins with the words, or whose name or path they are."""
        return tuple(
            row["id"]
            for row in self.database.read(
                "SELECT id FROM articles WHERE substr(id, 1, length(?1)) = ?1 OR name = ?1 OR path = ?1 ORDER BY id", words
            )
        )


def usage_of(row: sqlite3.Row, *, cached: str = "cached") -> Usage:
    """The usage columns of a row."""
    counts = {name: int(row[name] or 0) for name in ("input", "output", "reasoning", "requests", "attempts")}
    return Usage(**counts, cached=int(row[cached] or 0), estimated=bool(row["estimated"]))


def run_of(row: sqlite3.Row) -> Run:
    """A row of `run_summary`."""
    return Run(
        **{name: row[name] for name in ("id", "model", "endpoint", "fingerprint", "status", "message", "started", "ended")},
        **{name: int(row[name]) for name in ("articles", "ok", "failed", "cached")},
        usage=usage_of(row, cached="cached_input"),
    )


def outcome_of(row: sqlite3.Row) -> Outcome:
    """A row of `outcomes`."""
    names = ("article", "path", "status", "message", "accepted", "review", "rejected", "seconds")
    return Outcome(**{name: row[name] for name in names}, cached=bool(row["cached"]), usage=usage_of(row, cached="cached_input"))
