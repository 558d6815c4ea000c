"""Where an editor opens the store: at the event, at the fault, or at the start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cli.fake_outside import FakeOutside
from cli.small_store import IDS, write_store
from timeline_tui.cli.handover import own_copy
from timeline_tui.store.locate import Where

Place = Callable[[str], tuple[str, int] | None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_store(tmp_path / "store")


@pytest.fixture
def place(path: Path, checkout: Path, outside: FakeOutside) -> Place:
    shipped = Where("file", str(checkout / "events.toml"), shipped=True)
    opened = own_copy(shipped, outside)(str(path))
    return lambda event_id: opened.line_of(event_id, lambda _: None)


def test_it_is_the_block_of_the_event(path: Path, place: Place) -> None:
    for event_id in IDS:
        found = place(event_id)
        assert found is not None
        file, line = found
        assert file == str(path)
        block = path.read_text().splitlines()[line - 1 : line + 2]
        assert any(event_id in text for text in block)


@pytest.mark.parametrize("event_id", ["", "gone-by-now"])
def test_without_the_event_it_is_the_start(
    path: Path, place: Place, event_id: str
) -> None:
    assert place(event_id) == (str(path), 1)


def test_what_cannot_be_read_is_edited_where_it_is_wrong(
    path: Path, place: Place
) -> None:
    lines = path.read_text().splitlines()
    lines.insert(4, "this is no TOML")
    path.write_text("\n".join(lines))
    found = place(IDS[0])
    assert found is not None
    assert Path(found[0]).samefile(path)
    assert found[1] == 5


def test_what_is_gone_has_its_old_name(path: Path, place: Place) -> None:
    path.unlink()
    assert place(IDS[0]) == (str(path), 1)


def test_how_far_it_is_is_told_so_that_it_can_be_given_up(
    tmp_path: Path, checkout: Path, outside: FakeOutside
) -> None:
    shipped = Where("file", str(checkout / "events.toml"), shipped=True)
    opened = own_copy(shipped, outside)(str(tmp_path / "mine.toml"))
    told: list[int] = []
    opened.line_of("gone-by-now", told.append)
    assert told[:2] == [20, 40]
