"""A store that changed on disk is never shown as it was."""

import json
import os
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from timeline_tui.library import build, library, seal
from timeline_tui.library.gather import Gathered
from timeline_tui.library.library import index_path, open_library
from timeline_tui.store.locate import Where

TOML = """schema = 1
[timeline]
title = "{title}"
coverage = "2020/2023"
sources = "seeds"

[[event]]
id = "one"
date = "2022-02-26"
title = "First"

  [[event.account]]
  source = "paper"
  stance = "supports"
  cite = [ {{ para = 1, start = "so it", hash = "n1:0000000000000000" }} ]
"""
RECORD = """id = "{name}"
title = "A paper"
publisher = "{publisher}"
paragraphs = [ {{ n = 1, role = "body", hash = "n1:0000000000000000", digest = "x" }} ]
"""


class Store:
    """A small store of TOML files and the folder that caches its index."""

    def __init__(self, root: Path) -> None:
        self.events = root / "events.toml"
        self.records = root / "seeds"
        self.cache = str(root / "cache")
        self.where = Where("file", str(self.events))
        self.records.mkdir()
        self.write_record("paper", "Gazette")
        self.events.write_text(TOML.format(title="Before"))

    def write_record(self, name: str, publisher: str) -> None:
        text = RECORD.format(name=name, publisher=publisher)
        (self.records / f"{name}.toml").write_text(text)

    def seen(self) -> tuple[str, list[str]]:
        """Open it, and give its title and what its sources are called."""
        opened = open_library(self.where, cache=self.cache)
        names = [opened.name(source.id) for source in opened.sources]
        opened.close()
        return opened.title, names

    def age(self) -> None:
        """Let all files have been written a minute ago."""
        then = time.time_ns() - 60_000_000_000
        for path in (self.events, *self.records.iterdir()):
            os.utime(path, ns=(then, then))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the paths of the stores that are built."""
    found: list[str] = []
    real = build.build

    def spy(where: Where, path: str | None, **rest: object) -> object:
        found.append(where.path)
        return real(where, path, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(build, "build", spy)
    return found


def test_unchanged_store_is_built_once(store: Store, builds: list[str]) -> None:
    store.age()
    assert store.seen() == store.seen() == ("Before", ["Gazette"])
    assert len(builds) == 1


def test_young_store_is_built_once_too(store: Store, builds: list[str]) -> None:
    assert store.seen() == store.seen()
    assert len(builds) == 1


def test_edited_store_is_built_again(store: Store, builds: list[str]) -> None:
    store.seen()
    store.events.write_text(TOML.format(title="Afterwards"))
    assert store.seen()[0] == "Afterwards"
    store.write_record("paper", "Courier of the South")
    assert store.seen()[1] == ["Courier of the South"]
    assert len(builds) == 3


def test_edit_of_the_same_size_at_the_same_time_is_seen(store: Store) -> None:
    store.seen()
    before = store.events.stat()
    with store.events.open("r+") as file:
        file.write(TOML.format(title="Behind"))
    os.utime(store.events, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = store.events.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert after.st_ino == before.st_ino
    assert store.seen()[0] == "Behind"


def test_touched_store_is_read_again(store: Store, builds: list[str]) -> None:
    store.age()
    store.seen()
    os.utime(store.events)
    assert store.seen()[0] == "Before"
    assert len(builds) == 2


def test_record_that_comes_or_goes_is_seen(store: Store) -> None:
    store.age()
    store.seen()
    store.write_record("second", "Courier")
    assert store.seen()[1] == ["Gazette", "Courier"]
    (store.records / "second.toml").unlink()
    assert store.seen()[1] == ["Gazette"]


def test_file_replaced_by_a_twin_is_read_again(store: Store, builds: list[str]) -> None:
    store.age()
    store.seen()
    twin = store.events.with_suffix(".new")
    twin.write_text(TOML.format(title="Behind"))
    old = store.events.stat()
    os.utime(twin, ns=(old.st_mtime_ns, old.st_mtime_ns))
    twin.replace(store.events)
    assert store.seen()[0] == "Behind"
    assert len(builds) == 2


def test_content_of_young_files_is_compared_until_they_are_old(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time_ns()
    store.seen()
    path = index_path(store.cache, str(store.events))
    assert not seal.is_settled(path)
    monkeypatch.setattr(time, "time_ns", lambda: now + 60_000_000_000)
    store.seen()
    assert seal.is_settled(path)
    assert store.seen()[0] == "Before"
    store.events.write_text(TOML.format(title="Behind"))
    assert store.seen()[0] == "Behind"
    assert not seal.is_settled(path)


def test_store_edited_while_it_is_read_is_read_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.age()
    real = Gathered.read

    def read_and_edit(self: Gathered, contents: object, progress: object) -> None:
        real(self, contents, progress)  # type: ignore[arg-type]
        store.events.write_text(TOML.format(title="Behind"))

    monkeypatch.setattr(Gathered, "read", read_and_edit)
    assert store.seen()[0] == "Before"
    monkeypatch.undo()
    assert store.seen()[0] == "Behind"


def test_index_of_another_version_is_built_again(
    store: Store, builds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store.seen()
    monkeypatch.setattr(library, "SCHEMA", 0)
    assert store.seen() == ("Before", ["Gazette"])
    assert len(builds) == 2


def test_two_stores_have_two_indexes(tmp_path: Path) -> None:
    one, two = index_path("c", str(tmp_path / "a" / "x")), index_path("c", "/b/x")
    assert one != two
    assert one.startswith("c/x-")


def test_lines_are_watched_as_well(
    tmp_path: Path, six_records: tuple[Mapping[str, object], ...]
) -> None:
    path = tmp_path / "six.jsonl"
    where = Where("lines", str(path))
    lines = [json.dumps(record) + "\n" for record in six_records]
    path.write_text("".join(lines))
    assert open_library(where, cache=str(tmp_path / "cache")).count == 6
    path.write_text("".join(lines[:-1]))
    assert open_library(where, cache=str(tmp_path / "cache")).count == 5


def test_a_hidden_file_belongs_to_no_store(store: Store) -> None:
    store.seen()
    (path,) = Path(store.cache).glob("*.index")
    before = path.stat()
    (store.records / ".#paper.toml").write_text("as editors leave them")
    store.seen()
    assert path.stat() == before
