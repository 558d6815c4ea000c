"""An index that was tampered with changes nothing that is seen."""

# ruff: noqa: S311 - the same made-up things each time are the point

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random

import pytest

from timeline_tui.errors import StoreError
from timeline_tui.library import seal
from timeline_tui.library.library import Library, index_path, open_library
from timeline_tui.query.syntax import parse
from timeline_tui.query.terms import FACETS
from timeline_tui.store.locate import Where

TODAY = date(2024, 5, 17)
QUERIES = (
    "",
    "canal",
    "anti-war",
    '"grain deal"',
    "on:2022-02",
    "actor:mira,oren",
    "o",
)
Seen = list[object]
Records = tuple[Mapping[str, object], ...]
Write = Callable[[Path, Iterable[Mapping[str, object]]], Where]


def everything(library: Library) -> Seen:
    """Give all that a library tells."""
    seen: Seen = [library.title, library.count, library.version, library.groups]
    seen += [library.values(field) for field in FACETS]
    seen += library.stream(range(library.count))
    seen += library.events(range(library.count))
    seen += library.sources
    for query in QUERIES:
        found = library.select(parse(query, TODAY), TODAY)
        seen += [list(found), found.counts_by_class, found.counts("actor")]
        seen += [found.counts("by"), found.histogram()]
    return seen


class Kept:
    """A store with a sound index, and what it tells."""

    def __init__(self, root: Path, where: Where) -> None:
        self.where = where
        then = Path(where.path).stat().st_mtime_ns - 60_000_000_000
        os.utime(self.where.path, ns=(then, then))
        self.cache = str(root / "cache")
        with_index = open_library(self.where, cache=self.cache)
        self.truth = everything(with_index)
        with_index.close()
        self.path = Path(index_path(self.cache, self.where.path))
        self.sound = self.path.read_bytes()

    def seen(self) -> Seen:
        opened = open_library(self.where, cache=self.cache)
        seen = everything(opened)
        opened.close()
        return seen


@pytest.fixture
def kept(tmp_path: Path, write_store: Write, six_records: Records) -> Kept:
    return Kept(tmp_path, write_store(tmp_path / "six.jsonl", six_records))


def flipped(sound: bytes, random: Random) -> Iterator[bytes]:
    """Give damaged copies: a bit, a byte, a run, the head, the tail, cut, grown."""
    for _ in range(150):
        at = random.randrange(len(sound))
        yield (
            sound[:at] + bytes([sound[at] ^ 1 << random.randrange(8)]) + sound[at + 1 :]
        )
    for _ in range(50):
        at = random.randrange(len(sound) - 64)
        yield sound[:at] + random.randbytes(64) + sound[at + 64 :]
    for at in range(100):
        yield sound[:at] + bytes([sound[at] ^ 255]) + sound[at + 1 :]
    for size in (0, 1, 15, 16, 100, 4096, len(sound) - 1, len(sound) - 16):
        yield sound[:size]
    yield sound + b"x"
    yield random.randbytes(len(sound))


def test_flipped_bytes_change_nothing(kept: Kept) -> None:
    for copy in flipped(kept.sound, Random(1)):
        kept.path.write_bytes(copy)
        assert kept.seen() == kept.truth
        assert len(kept.path.read_bytes()) == len(kept.sound)


def test_missing_index_is_built_again(kept: Kept) -> None:
    kept.path.unlink()
    assert kept.seen() == kept.truth


def test_big_index_is_checked_when_it_was_touched(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seal, "_SMALL", 0)
    assert kept.seen() == kept.truth
    assert Path(f"{kept.path}{seal.NOTE}").exists()
    for copy in list(flipped(kept.sound, Random(2)))[::7]:
        times = kept.path.stat()
        kept.path.write_bytes(copy)
        os.utime(kept.path, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert kept.seen() == kept.truth


def test_big_index_is_not_read_whole_again(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seal, "_SMALL", 0)
    assert seal.is_whole(str(kept.path))
    monkeypatch.setattr(seal, "crc32", None)
    assert seal.is_whole(str(kept.path))


@pytest.mark.parametrize("table", ["blob", "chunk", "record"])
def test_piece_that_goes_bad_under_an_open_library_is_renewed(
    kept: Kept, table: str
) -> None:
    opened = open_library(kept.where, cache=kept.cache)
    # As if the disk had lost what stands there: the file is swapped in place.
    inode = kept.path.stat().st_ino
    draft = kept.path.with_suffix(".draft")
    shutil.copy(kept.path, draft)
    connection = sqlite3.connect(draft)
    connection.execute(f"UPDATE {table} SET body = x'00' || substr(body, 2)")  # noqa: S608
    connection.commit()
    connection.close()
    with kept.path.open("r+b") as file:
        file.write(draft.read_bytes())
    assert kept.path.stat().st_ino == inode
    assert everything(opened) == kept.truth
    opened.close()


def test_store_that_changed_meanwhile_is_not_mixed_with_the_old(
    kept: Kept, write_store: Write
) -> None:
    opened = open_library(kept.where, cache=kept.cache)
    write_store(Path(kept.where.path), [{"type": "timeline", "title": "Other"}])
    with kept.path.open("r+b") as file:
        file.write(bytes(len(kept.sound)))
    with pytest.raises(StoreError, match="changed while it was being read"):
        everything(opened)
    opened.close()
