"""An open index: many threads, texts that are none, and the end of it."""

import gc
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from timeline_tui.errors import QueryError
from timeline_tui.library import storage
from timeline_tui.library.layout import DamagedError, opened
from timeline_tui.library.library import Library, index_path, open_library
from timeline_tui.query.terms import Query, Term
from timeline_tui.store.locate import Where

TODAY = date(2024, 5, 17)
HALF = "\udcff"
"""What Python makes of an argument's byte that is no UTF-8."""
Records = tuple[Mapping[str, object], ...]
Write = Callable[[Path, Iterable[Mapping[str, object]]], Where]


class Kept(dict[int, list[bytes]]):
    """Pieces that another thread throws away just after one was seen to be there."""

    def __contains__(self, _: object) -> bool:
        return True


@pytest.fixture
def where(tmp_path: Path, write_store: Write, six_records: Records) -> Where:
    place = write_store(tmp_path / "six.jsonl", six_records)
    os.utime(place.path, ns=(1, 1))
    return place


@pytest.fixture
def cache(tmp_path: Path) -> str:
    return str(tmp_path / "cache")


@pytest.fixture
def filed(where: Where, cache: str) -> Iterator[Library]:
    """A library whose index is a file that is left as it is."""
    open_library(where, cache=cache).close()
    index = Path(index_path(cache, where.path))
    before = index.stat().st_mtime_ns
    library = open_library(where, cache=cache)
    yield library
    library.close()
    assert index.stat().st_mtime_ns == before, "the index was built again"


@pytest.mark.parametrize("field", ["id", "place", "word", "phrase", "text"])
def test_half_a_character_is_found_nowhere_and_is_no_damage(
    filed: Library, field: str
) -> None:
    query = Query([Term(field, (f"canal{HALF}talks{HALF}",))])
    if field in ("id", "place"):
        with pytest.raises(QueryError, match=r"\\udcff"):
            filed.select(query, TODAY)
    else:
        assert len(filed.select(query, TODAY)) == 1
    assert filed.row_of(HALF) is None
    assert filed.match_ids(HALF) == []
    assert filed.name(HALF) == HALF


def test_who_reads_on_after_the_end_gets_an_error_and_builds_nothing(
    filed: Library,
) -> None:
    events = filed.events(range(filed.count))
    next(events)
    filed.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        filed.row_of("canal-talks")
    with (
        ThreadPoolExecutor(1) as threads,
        pytest.raises(sqlite3.ProgrammingError, match="closed"),
    ):
        threads.submit(filed.row_of, "canal-talks").result()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        list(filed.stream(range(filed.count)))


def test_pieces_that_another_thread_throws_away_are_read_again(filed: Library) -> None:
    truth = filed.rows(range(filed.count))
    filed._rows._kept = Kept()
    assert filed.rows(range(filed.count)) == truth


def test_bitmaps_that_were_kept_outlive_the_mending_of_another(
    where: Where, cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(where, cache=cache)
    index = library._storage
    numbers = [number for (number,) in index.ask("SELECT id FROM blob WHERE id > 15")]
    first, *others = numbers
    truth = index.bitmaps(numbers)
    index._bitmaps.clear()
    index.bitmap(first)
    damaged = iter([True])

    def once(piece: bytes) -> bytes:
        if next(damaged, False):
            raise DamagedError("as if the disk had lost it")
        return opened(piece)

    monkeypatch.setattr(storage, "opened", once)
    assert index.bitmaps([first, *others]) == truth
    library.close()


def test_what_is_dropped_in_a_cycle_is_closed(where: Where, cache: str) -> None:
    open_library(where, cache=cache).close()
    path = index_path(cache, where.path)
    dropped = storage.Storage(storage.file_uri(path))
    connections = list(dropped._connections.values())
    assert connections
    cycle = [dropped]
    cycle.append(cycle)  # type: ignore[arg-type]
    del dropped, cycle
    gc.collect()
    for connection in connections:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")
