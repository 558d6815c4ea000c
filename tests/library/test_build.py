"""Indexes are built whole or not at all, by anybody, anywhere."""

import gc
import io
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest

from timeline_tui.errors import StoreError
from timeline_tui.library import build
from timeline_tui.library.library import Library, index_path, open_library
from timeline_tui.query.syntax import parse
from timeline_tui.store.locate import Where

TODAY = date(2024, 5, 17)
Records = tuple[Mapping[str, object], ...]
Write = Callable[[Path, Iterable[Mapping[str, object]]], Where]
OPEN = """
import sys
from timeline_tui.library.library import open_library
from timeline_tui.store.locate import Where
library = open_library(Where("lines", sys.argv[1]), cache=sys.argv[2])
print(*(row.id for row in library.stream(range(library.count))))
"""
IN_ORDER = "canal-talks anti-war-march toll-rise grain-deal dam-works ferry-line"


@pytest.fixture
def where(tmp_path: Path, write_store: Write, six_records: Records) -> Where:
    return write_store(tmp_path / "six.jsonl", six_records)


def ids(library: Library) -> str:
    return " ".join(row.id for row in library.stream(range(library.count)))


def test_builders_at_work_together_all_see_a_whole_index(
    where: Where, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    command = [sys.executable, "-c", OPEN, where.path, str(cache)]
    builders = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(6)
    ]
    found = [builder.communicate()[0].strip() for builder in builders]
    assert found == [IN_ORDER] * 6
    assert [path.name for path in cache.iterdir()] == [
        Path(index_path(str(cache), where.path)).name
    ]


def test_index_replaced_under_an_open_library_disturbs_nobody(
    where: Where, tmp_path: Path
) -> None:
    cache = str(tmp_path / "cache")
    first = open_library(where, cache=cache)
    build.build(where, index_path(cache, where.path))
    assert ids(first) == IN_ORDER
    first.close()


def test_cache_that_cannot_be_written_means_memory(
    where: Where, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    library = open_library(where, cache=str(tmp_path / "file" / "cache"))
    assert ids(library) == IN_ORDER
    assert (tmp_path / "file").read_text() == "in the way"
    library.close()


def test_full_disk_means_memory_and_leaves_nothing(
    where: Where, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: str) -> None:
        raise OSError(28, "No space left on device", path)

    monkeypatch.setattr(build, "seal", full)
    library = open_library(where, cache=str(tmp_path / "cache"))
    assert ids(library) == IN_ORDER
    assert list((tmp_path / "cache").iterdir()) == []
    library.close()


def test_interrupted_build_leaves_nothing(where: Where, tmp_path: Path) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_library(where, cache=str(tmp_path / "cache"), progress=interrupt)
    assert not (tmp_path / "cache").exists() or not list((tmp_path / "cache").iterdir())


def test_too_big_for_memory_is_one_sentence(
    where: Where, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(build, "write_dates", full)
    with pytest.raises(StoreError, match="too big for an index in memory"):
        open_library(where, cache=None)


def test_memory_is_seen_by_all_threads_and_kept_apart(
    where: Where, tmp_path: Path, write_store: Write, six_records: Records
) -> None:
    one = open_library(where, cache=None)
    other_where = write_store(tmp_path / "five.jsonl", six_records[:-1])
    other = open_library(other_where, cache=None)
    found: list[tuple[int, int]] = []

    def look() -> None:
        query = parse("theme:trade", TODAY)
        found.append((len(one.select(query, TODAY)), other.count))
        assert ids(one) == IN_ORDER

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [(2, 5)] * 8
    one.close()
    other.close()


def test_standard_input_is_a_store(where: Where, tmp_path: Path) -> None:
    piped = io.BytesIO(Path(where.path).read_bytes())
    cache = tmp_path / "cache"
    library = open_library(Where("stdin", "-"), cache=str(cache), stdin=piped)
    assert ids(library) == IN_ORDER
    assert not cache.exists()
    library.close()


def test_progress_is_told(where: Where) -> None:
    counts: list[int] = []
    open_library(where, cache=None, progress=counts.append).close()
    assert counts[-1] == 6


def test_store_without_events_is_a_library(tmp_path: Path, write_store: Write) -> None:
    where = write_store(
        tmp_path / "none.jsonl",
        [{"type": "timeline", "schema": 1, "title": "Nothing", "coverage": "2020"}],
    )
    library = open_library(where, cache=None)
    assert (library.count, library.groups) == (0, [])
    for text in ("", "word", "on:2020", "-kind:event", "is:disputed"):
        found = library.select(parse(text, TODAY), TODAY)
        assert (len(found), found.histogram(), found.hint()) == (0, [], None)
    library.close()


def test_faults_are_counted(
    tmp_path: Path, write_store: Write, six_records: Records
) -> None:
    bad = {"type": "event", "id": "bad", "date": "soon", "title": "No date"}
    where = write_store(tmp_path / "bad.jsonl", (*six_records, bad))
    library = open_library(where, cache=None)
    assert (library.count, library.set_aside) == (6, 1)
    assert library.faults >= 1
    library.close()


def test_version_follows_what_is_said_not_how(
    tmp_path: Path, write_store: Write, six_records: Records
) -> None:
    stores = (six_records, six_records[::-1], six_records[:-1])
    libraries = [
        open_library(write_store(tmp_path / f"{at}.jsonl", store), cache=None)
        for at, store in enumerate(stores)
    ]
    one, _, fewer = (library.version for library in libraries)
    assert one != fewer
    for library in libraries:
        library.close()


def test_collector_is_left_as_it_was(where: Where) -> None:

    assert gc.isenabled()
    open_library(where, cache=None).close()
    assert gc.isenabled()


def test_drafts_of_killed_builders_are_removed_when_old(
    where: Where, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    old, young = cache / ".old.draft", cache / ".young.draft"
    for draft in (old, young):
        draft.write_bytes(b"half an index")
    os.utime(old, (0, 0))
    open_library(where, cache=str(cache)).close()
    assert not old.exists()
    assert young.exists()
