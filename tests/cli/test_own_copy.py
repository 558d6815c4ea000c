"""A reader's own copy of a store: the file with all that belongs to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from timeline_tui.cli import own_copy
from timeline_tui.cli.handover import own_copy as copying
from timeline_tui.cli.own_copy import copy_store
from timeline_tui.errors import KgtlError
from timeline_tui.library.library import open_library
from timeline_tui.store.locate import Where, locate


@pytest.fixture
def shipped(checkout: Path) -> Where:
    return Where("file", str(checkout / "events.toml"), shipped=True)


def test_a_copy_is_a_whole_store(shipped: Where, tmp_path: Path) -> None:
    path = tmp_path / "new" / "mine.toml"
    copy_store(shipped, str(path))
    copy = open_library(locate(str(path), {}), cache=None)
    original = open_library(shipped, cache=None)
    assert (copy.count, copy.faults) == (original.count, 0)
    assert [s.id for s in copy.sources] == [s.id for s in original.sources]
    assert not list(tmp_path.rglob("*.part"))


def test_what_is_there_is_kept(shipped: Where, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("mine")
    copy_store(shipped, str(path))
    assert [one.name for one in tmp_path.iterdir()] == ["mine.toml"]
    assert path.read_text() == "mine"


def test_a_file_in_the_way_of_a_part_is_told_of(shipped: Where, tmp_path: Path) -> None:
    copy_store(shipped, str(tmp_path / "one.toml"))
    part = next(one for one in tmp_path.rglob("*.toml") if one.parent != tmp_path)
    copy_store(shipped, str(tmp_path / "two.toml"))
    part.write_text("# changed\n")
    with pytest.raises(KgtlError, match=f"{part.name} is there already"):
        copy_store(shipped, str(tmp_path / "three.toml"))
    assert not (tmp_path / "three.toml").exists()
    assert part.read_text() == "# changed\n"


def test_a_copy_that_breaks_off_is_none(
    shipped: Where, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = own_copy._copy

    def breaks(source: Path, target: Path) -> None:
        if source.name == "events.toml":
            raise OSError(28, "No space left on device")
        whole(source, target)

    monkeypatch.setattr(own_copy, "_copy", breaks)
    with pytest.raises(OSError, match="No space"):
        copy_store(shipped, str(tmp_path / "mine.toml"))
    assert not (tmp_path / "mine.toml").exists()


def test_the_explorer_goes_on_with_the_copy(
    shipped: Where, tmp_path: Path, outside: FakeOutside
) -> None:
    path = str(tmp_path / "mine.toml")
    opened = copying(shipped, outside)(path)
    assert opened.command_prefix == ("kgtl", "--store", path)
    library = opened.reload(lambda _: None)
    assert library.where.path == path
    row = library.rows([5])[0]
    place = opened.line_of(row.id, lambda _: None)
    assert place is not None
    file, line = place
    assert file == path
    block = Path(file).read_text().splitlines()[line - 1 : line + 3]
    assert any(row.id in text for text in block)
