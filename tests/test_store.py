"""The store: nothing lost, nothing done twice, and no file damaged."""

import multiprocessing
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from schemas import Article, Usage
from summarizer.exceptions import StoreError, StoreTooNew
from summarizer.store import Held, Kept, Known, Outcome, Store, Taken
from summarizer.store.database import Database, migrations
from summarizer.store.owners import alive, owner

KEPT = Kept('{"dropped":[]}', "m", Usage(input=5, cached=1, output=2, reasoning=1, requests=1, attempts=2, estimated=True))
OTHER = "elsewhere/1/1"


def article(number: int = 1) -> Article:
    return Article(
        id=f"{number:016x}", name=f"a{number}", path=f"a{number}.txt", text=f"Text {number} — “quoted”, \u2028 and 😀."
    )


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "store.sqlite"


def test_an_answer_comes_back_as_it_was_kept(path: Path) -> None:
    with Store(path) as store:
        store.put("key", KEPT, schema="Repair")
    with Store(path) as store:
        assert (store.get("key"), store.has("key"), store.get("other")) == (KEPT, True, None)


def test_without_a_file_the_store_works_and_nothing_stays(tmp_path: Path) -> None:
    with Store(None) as store:
        store.put("key", KEPT, schema="Repair")
        assert store.get("key") == KEPT
    assert list(tmp_path.iterdir()) == []


def test_an_article_comes_back_character_for_character(path: Path) -> None:
    with Store(path) as store:
        store.claim("f", article())
        assert store.article(article().id) == article()


def test_an_article_is_found_by_id_name_and_path(path: Path) -> None:
    with Store(path) as store:
        store.claim("f", article(1))
        store.claim("f", article(2))
        assert [store.find(words) for words in ("0000000000000001", "a1", "a2.txt", "0000", "%", "")] == [
            (article(1).id,),
            (article(1).id,),
            (article(2).id,),
            (article(1).id, article(2).id),
            (),
            (article(1).id, article(2).id),
        ]


def test_two_processes_never_hold_the_same_article(path: Path) -> None:
    with Store(path, process=OTHER) as first, Store(path) as second:
        assert first.claim("f", article()) == Taken()
        assert isinstance(second.claim("f", article()), Held)


def test_another_prompt_or_model_is_other_work(path: Path) -> None:
    with Store(path, process=OTHER) as first, Store(path) as second:
        first.claim("f", article())
        assert second.claim("g", article()) == Taken()


def test_a_lease_ends_and_a_renewed_one_does_not(path: Path) -> None:
    clock = Clock()
    with Store(path, process=OTHER, clock=clock) as first, Store(path, clock=clock) as second:
        first.claim("f", article())
        clock.now += 100
        first.renew()
        clock.now += 100
        assert isinstance(second.claim("f", article()), Held)
        clock.now += 100
        assert second.claim("f", article()) == Taken()


def test_a_process_that_lost_its_lease_does_not_overwrite_the_new_holder(path: Path) -> None:
    clock = Clock()
    with Store(path, process=OTHER, clock=clock) as first, Store(path, clock=clock) as second:
        run = first.begin("f", model="m", endpoint="remote", prompts={})
        first.claim("f", article())
        clock.now += 1000
        second.claim("f", article())
        first.finish(run, "f", Outcome(article=article().id, path="a", status="endpoint"))
        assert isinstance(Store(path, process="elsewhere/2/2", clock=clock).claim("f", article()), Held)


def test_a_closed_store_gives_its_leases_back(path: Path) -> None:
    Store(path, process=OTHER).close()
    first = Store(path, process=OTHER)
    first.claim("f", article())
    first.close()
    with Store(path) as second:
        assert second.claim("f", article()) == Taken()


def test_the_lease_of_a_dead_process_is_void_at_once(path: Path) -> None:
    worker = multiprocessing.get_context("spawn").Process(target=claim_and_die, args=(path,))
    worker.start()
    worker.join()
    with Store(path) as store:
        assert store.claim("f", article()) == Taken()


def test_processes_that_create_the_file_at_the_same_moment_do_not_disturb_one_another(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        for attempt in range(10):
            paths = [tmp_path / f"{attempt}.sqlite"] * 8
            assert list(pool.map(open_and_begin, paths)) == [True] * 8


def open_and_begin(path: Path) -> bool:
    """Begin a run; each thread has a connection of its own, as a process has."""
    with Store(path, process=f"elsewhere/{threading.get_ident()}/1") as store:
        return store.begin("f", model="m", endpoint="remote", prompts={}) > 0


def claim_and_die(path: Path) -> None:
    """Take an article and leave without a word."""
    import os

    Store(path).claim("f", article())
    os._exit(0)


@pytest.mark.parametrize(
    ("status", "asked_again"),
    [
        ("ok", False),
        ("refused", False),
        ("schema", False),
        ("truncated", False),
        ("endpoint", True),
        ("deadline", True),
        ("interrupted", True),
    ],
)
def test_what_was_paid_for_is_known_and_what_was_not_is_taken_again(path: Path, status: str, asked_again: bool) -> None:
    with Store(path) as store:
        run = store.begin("f", model="m", endpoint="remote", prompts={})
        store.claim("f", article())
        store.finish(run, "f", Outcome.model_validate({"article": article().id, "path": "a", "status": status, "message": "why"}))
        expected = Taken() if asked_again else Known.model_validate({"status": status, "message": "why"})
        assert store.claim("f", article()) == expected


def test_a_failed_answer_is_asked_again_on_demand_and_everything_when_fresh(path: Path) -> None:
    with Store(path) as store:
        run = store.begin("f", model="m", endpoint="remote", prompts={})
        for number, status in ((1, "refused"), (2, "ok")):
            store.claim("f", article(number))
            store.finish(run, "f", Outcome.model_validate({"article": article(number).id, "path": "a", "status": status}))
        assert store.claim("f", article(1), retry=True) == Taken()
        assert isinstance(store.claim("f", article(2), retry=True), Known)
        assert store.claim("f", article(2), again=True) == Taken()


def test_a_run_adds_up_its_articles(path: Path) -> None:
    with Store(path) as store:
        run = store.begin("f", model="m", endpoint="remote", prompts={"extract.v1": "abc"})
        store.finish(run, "f", Outcome(article="1", path="a", status="ok", usage=KEPT.usage, accepted=3))
        store.finish(run, "f", Outcome(article="2", path="b", status="refused", message="no", usage=KEPT.usage))
        store.finish(run, "f", Outcome(article="1", path="copy of a", status="ok", cached=True))
        store.end(run, "stopped", "budget")
        found = store.runs()[0]
        assert (found.articles, found.ok, found.failed, found.cached) == (3, 2, 1, 1)
        assert found.usage == Usage(input=10, cached=2, output=4, reasoning=2, requests=2, attempts=4, estimated=True)
        assert (found.status, found.message, store.run(run), store.run(99)) == ("stopped", "budget", found, None)
        assert [outcome.status for outcome in store.outcomes(run=run)] == ["ok", "refused", "ok"] or len(
            store.outcomes(run=run)
        ) == 3
        assert [outcome.path for outcome in store.outcomes(article="2")] == ["b"]


def test_a_run_without_articles_has_no_tokens(path: Path) -> None:
    with Store(path) as store:
        run = store.begin("f", model="m", endpoint="remote", prompts={})
        found = store.run(run)
        assert found is not None
        assert (found.articles, found.usage, found.status) == (0, Usage(), "running")


def test_the_mean_answer_is_known_when_there_are_answers(path: Path) -> None:
    with Store(path) as store:
        assert store.mean_output("Repair") is None
        store.put("key", KEPT, schema="Repair")
        assert store.mean_output("Repair") == 2.0


def test_a_newer_file_is_refused_and_stays_as_it_was(path: Path) -> None:
    Store(path).close()
    sqlite3.connect(path).execute(f"PRAGMA user_version = {len(migrations()) + 1}").connection.commit()
    before = path.read_bytes()
    with pytest.raises(StoreTooNew, match=r"newer version .* --store"):
        Store(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    sqlite3.connect(other).execute("CREATE TABLE theirs (x)").connection.commit()
    with pytest.raises(StoreError, match="another program"):
        Store(other)


def test_a_file_that_is_no_database_is_refused_and_stays_as_it_was(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("not a database at all, but long enough to have a header of its own" * 20)
    before = other.read_bytes()
    with pytest.raises(StoreError, match="--store"):
        Store(other)
    assert other.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="--no-store"):
        Store(tmp_path / "file" / "store.sqlite")


def test_every_migration_leads_to_the_same_file_as_all_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from summarizer.store import database

    scripts = [*migrations(), "ALTER TABLE runs ADD COLUMN note TEXT;"]
    Store(path).close()
    monkeypatch.setattr(database, "migrations", lambda: tuple(scripts))
    with Store(path) as store:
        store.begin("f", model="m", endpoint="remote", prompts={})
        assert (store.database.version, store.database.read("SELECT note FROM runs")[0]["note"]) == (len(scripts), None)


def test_the_views_can_be_read_by_any_sqlite_program(path: Path) -> None:
    with Store(path) as store:
        run = store.begin("f", model="m", endpoint="remote", prompts={})
        store.claim("f", article())
        store.finish(run, "f", Outcome(article=article().id, path="a1.txt", status="refused", message="no"))
    plain = sqlite3.connect(path)
    assert plain.execute("SELECT name, status FROM article_summary").fetchall() == [("a1", "refused")]
    assert plain.execute("SELECT name, path, status, message FROM failures").fetchall() == [("a1", "a1.txt", "refused", "no")]
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_this_process_is_alive_and_a_number_that_was_given_again_is_not() -> None:
    host, number, start = owner().rsplit("/", 2)
    assert alive(owner())
    assert not alive(f"{host}/{number}/{start}0")
    assert not alive(f"{host}/{2**22 + 1}/1")


def test_a_store_that_forgets_goes_on_with_what_is_under_way() -> None:
    with Store(None) as store:
        ended, running = (store.begin("f", model="m", endpoint="embedded", prompts={}) for _ in range(2))
        store.put("key", KEPT, schema="Repair")
        for number in (1, 2):
            store.claim("f", article(number))
        store.finish(ended, "f", Outcome(article=article(1).id, path="a1.txt", status="ok"))
        store.end(ended, "done")
        store.forget()
        assert (store.get("key"), store.article(article(1).id)) == (None, None)
        assert [run.id for run in store.runs()] == [running]
        assert isinstance(store.claim("f", article(1)), Taken)
        store.finish(running, "f", Outcome(article=article(2).id, path="a2.txt", status="ok"))
        assert [outcome.path for outcome in store.outcomes(run=running)] == ["a2.txt"]


def test_only_a_store_without_a_file_is_private(path: Path) -> None:
    with Store(None) as private, Store(path) as kept:
        assert (private.private, kept.private) == (True, False)


def test_a_store_that_is_only_looked_at_is_not_changed(path: Path) -> None:
    with Store(path) as store:
        store.put("key", KEPT, schema="Repair")
    with Store(path, reading=True) as looked:
        assert looked.get("key") == KEPT
        with pytest.raises(StoreError):
            looked.put("other", KEPT, schema="Repair")


def test_a_file_without_a_store_in_it_is_not_made_one(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(StoreError, match="older version, or none"):
        Store(tmp_path / "empty", reading=True)
    assert (tmp_path / "empty").stat().st_size == 0


def test_a_store_beside_which_nothing_can_be_written_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(path) as store:
        store.put("key", KEPT, schema="Repair")
    check, calls = Database.check, list[int]()

    def refused(self: Database) -> None:
        calls.append(1)
        if len(calls) == 1:
            error = sqlite3.OperationalError("unable to open database file")
            error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
            raise error
        check(self)

    monkeypatch.setattr(Database, "check", refused)
    with Store(path, reading=True) as looked:
        assert looked.get("key") == KEPT


def test_an_article_is_kept_as_it_was_read_last(path: Path) -> None:
    with Store(path) as store:
        store.claim("f", article())
        store.finish(store.begin("f", model="m", endpoint="embedded", prompts={}), "f", done(article()))
        moved = article().model_copy(update={"path": "elsewhere.txt"})
        assert isinstance(store.claim("f", moved), Known)
        assert store.article(article().id) == moved


def done(of: Article) -> Outcome:
    return Outcome(article=of.id, path=of.path, status="ok")
