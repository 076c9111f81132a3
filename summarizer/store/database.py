"""The SQLite file: opened, brought up to date, and its errors turned into ours."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path

from summarizer.exceptions import StoreError, StoreTooNew

__all__ = ["Database", "migrations"]

# Marks the file as ours: SQLite keeps it in the header ("summ" in ASCII).
APPLICATION_ID = 0x73756D6D
# Pages of the write-ahead log (4 kB each) after which it is folded into the file. Each time the disk is waited for; with SQLite's
# 1,000 that is every hundred articles.
PAGES = 8_000
# Seconds to wait while another process writes.
BUSY = 30.0
# Seconds between two tries to write meanwhile.
RETRY = 0.0005


class Database:
    """A connection to the store's file; None as the path is a private file that vanishes when it is closed.

    To look at a file (`reading`) nothing is written to it, so that an archived one opens too.
    """

    def __init__(self, path: Path | None, *, reading: bool = False, clock: Callable[[], float] = time.time) -> None:
        self.path, self.clock = path, clock
        with self.named_errors():
            if path and reading:
                self.look(path)
                return
            if path:
                path.parent.mkdir(parents=True, exist_ok=True)
            self.connect(str(path or ""))
            self.prepare()

    def connect(self, name: str, *, uri: bool = False) -> None:
        """Open the file, or an address that says how."""
        # No waiting in SQLite: its waits grow to a tenth of a second, and everything else of this process would wait too.
        self.connection = sqlite3.connect(name, timeout=0, isolation_level=None, uri=uri)
        self.connection.row_factory = sqlite3.Row

    def look(self, path: Path) -> None:
        """Open a file to read it only, and check whose it is."""
        self.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            self.check()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
                raise
            # A write-ahead log needs a file beside it. Where none can be made, nobody writes either.
            self.connection.close()
            self.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
            self.check()
        if self.version < len(migrations()):
            raise StoreError(f"{path} has the shape of an older version, or none; a run of brief or extract with it brings it up")

    def prepare(self) -> None:
        """Check whose file it is, and migrate it; the write-ahead log lets others read and write meanwhile."""
        self.check()
        self.patiently("PRAGMA journal_mode = WAL")
        # With a write-ahead log a killed process loses nothing; a power cut may lose the last moments, never the file.
        self.patiently("PRAGMA synchronous = NORMAL")
        self.patiently(f"PRAGMA wal_autocheckpoint = {PAGES}")
        if self.version < len(migrations()):
            self.migrate()

    def patiently(self, statement: str, *values: object) -> sqlite3.Cursor:
        """Carry out a statement as soon as no other process writes; a write takes a fraction of a millisecond."""
        end = time.monotonic() + BUSY
        while True:
            try:
                return self.connection.execute(statement, values)
            except sqlite3.OperationalError as error:
                # The low byte is the code itself, the rest says more of it.
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                    raise
                time.sleep(RETRY)

    @property
    def version(self) -> int:
        """How many migrations the file has had."""
        return int(self.patiently("PRAGMA user_version").fetchone()[0])

    def check(self) -> None:
        """Refuse a file that is not ours, or is newer than this program."""
        # In this order: another process may create the tables and set the mark, in one step, between the two.
        tables = self.patiently("SELECT count(*) FROM sqlite_master").fetchone()[0]
        ours = self.patiently("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        if tables and not ours:
            raise StoreError(f"{self.path} is a database of another program; choose another file with --store")
        if self.version > len(migrations()):
            raise StoreTooNew(
                f"{self.path} was written by a newer version (format {self.version}, this program knows {len(migrations())}); "
                "update summarizer, or choose another file with --store"
            )

    def migrate(self) -> None:
        """Apply what is missing, each step in one transaction; a second process that migrates waits and finds it done."""
        for number, script in enumerate(migrations(), 1):
            with self.writing():
                if self.version < number:
                    for statement in statements(script):
                        self.connection.execute(statement)
                    self.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                    self.connection.execute(f"PRAGMA user_version = {number}")

    def now(self) -> str:
        """The time in UTC, to the second."""
        return datetime.fromtimestamp(self.clock(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def read(self, query: str, *values: object) -> list[sqlite3.Row]:
        """The rows of a query."""
        with self.named_errors():
            return self.patiently(query, *values).fetchall()

    def write(self, statement: str, *values: object) -> int:
        """Carry out one statement; returns how many rows it changed."""
        with self.named_errors():
            return self.patiently(statement, *values).rowcount

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Several statements as one: all or none, and nobody else writes between them."""
        with self.named_errors():
            self.patiently("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.connection.execute("ROLLBACK")
                raise
            self.patiently("COMMIT")

    @contextmanager
    def named_errors(self) -> Iterator[None]:
        """Turn SQLite's and the file system's errors into StoreError."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"the store {self.path or '(temporary)'} failed: {error}; check disk and permissions, "
                "choose another file with --store, or go without with --no-store"
            ) from None

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


@cache
def migrations() -> tuple[str, ...]:
    """The SQL of every migration, oldest first."""
    folder = files(__package__ or "summarizer.store") / "migrations"
    return tuple(entry.read_text(encoding="utf-8") for entry in sorted(folder.iterdir(), key=lambda entry: entry.name))


def statements(script: str) -> Iterator[str]:
    """The single statements of a script."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
