"""The store, edited at the event that is shown, and read again."""
# ruff: noqa: ASYNC240 - files of a test wait for nobody

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from hands import Hands
from timeline_tui.errors import KgtlError
from timeline_tui.library.library import Library, open_library
from timeline_tui.store.locate import locate
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.state.setup import Opened

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]


@pytest.fixture
def own(checkout: Path) -> Library:
    """A library that may be closed when another is read."""
    return open_library(locate(str(checkout / "events.toml"), {}), cache=None)


def opened(app: ExplorerApp, path: str) -> Opened:
    """Stand for a copy of the store at a path."""
    return Opened(
        reload=lambda _: open_library(app._browse.library.where, cache=None),
        line_of=lambda *_: (path, 7),
        command_prefix=("kgtl", "--store", path),
    )


async def test_the_shipped_store_is_edited_as_a_copy(
    explore: Explore, painted: Painted, lent: Path, tmp_path: Path, *, own: Library
) -> None:
    log, path = tmp_path / "log", str(tmp_path / "mine.toml")
    editor = ("sh", "-c", f'echo "$0 $1" > {log}')
    taken: list[str] = []

    def own_copy(to: str) -> Opened:
        taken.append(to)
        return opened(app, to)

    app = explore(
        library=own,
        own_copy=own_copy,
        copy_to="/offered/events.toml",
        editor=editor,
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert "copy the store to: /offered/events.toml" in painted(app)[-1]
        await Hands(pilot, painted).paste(path)
        await pilot.press("enter")
        await Hands(pilot, painted).work_done()
        foot = "".join(row.strip() + " " for row in painted(app)[-2:])
        command = app._browse.setup.command_prefix
        left = app._browse.setup.own_copy
        app.exit()
    assert taken == [path]
    assert log.read_text() == f"+7 {path}\n"
    assert f"this is now your copy {path}" in foot
    assert command == ("kgtl", "--store", path)
    assert left is None
    assert not lent.read_bytes()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(13, "Permission denied"), "Permission denied"),
        (KgtlError("x is another file"), "x is another file"),
    ],
)
async def test_a_copy_that_cannot_be_made_changes_nothing(
    explore: Explore, painted: Painted, lent: Path, *, error: Exception, words: str
) -> None:
    def own_copy(_: str) -> Opened:
        raise error

    app = explore(own_copy=own_copy, copy_to="/x/e.toml")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e", "enter")
        await pilot.pause()
        assert "cannot copy the store to /x/e.toml" in painted(app)[-1]
        assert words in painted(app)[-1]
        assert app._browse.setup.own_copy is own_copy
        await pilot.press("escape")
        await pilot.pause()
        assert app._browse.state.prompt is None
        app.exit()
    assert not lent.read_bytes()


async def test_a_copy_that_is_there_is_used_when_asked_twice(
    explore: Explore, painted: Painted, lent: Path, tmp_path: Path, *, own: Library
) -> None:
    path = tmp_path / "e.toml"
    path.write_text("mine")

    def own_copy(to: str) -> Opened:
        return opened(app, to)

    app: ExplorerApp = explore(
        library=own, own_copy=own_copy, copy_to=str(path), editor=("true",)
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e", "enter")
        await pilot.pause()
        assert "Enter uses e.toml, which is there already" in " ".join(painted(app))
        await pilot.press("enter")
        await Hands(pilot, painted).work_done()
        assert app._browse.setup.own_copy is None
        app.exit()
    assert path.read_text() == "mine"
    assert not lent.read_bytes()


async def test_an_editor_that_is_not_there_is_told_of(
    explore: Explore, painted: Painted, lent: Path
) -> None:
    app = explore(editor=("no-such-editor",), line_of=lambda *_: ("/x.toml", 3))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await Hands(pilot, painted).work_done()
        assert "no-such-editor cannot be started" in painted(app)[-1]
        app.exit()
    assert not lent.read_bytes()


async def test_the_store_is_edited_at_the_event_and_read_again(
    explore: Explore, painted: Painted, lent: Path, tmp_path: Path, *, own: Library
) -> None:
    log = tmp_path / "log"
    app = explore(
        library=own,
        line_of=lambda *_: ("/store/events.toml", 12),
        editor=("sh", "-c", f'echo "$0 $1" > {log}'),
        reload=lambda _: open_library(own.where, cache=None),
    )
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("j", "j", "e")
        await hands.work_done()
        assert log.read_text() == "+12 /store/events.toml\n"
        assert "read again: 1" in hands.foot
        assert hands.place == 2
    assert not lent.read_bytes()


async def test_an_editor_that_cannot_be_read_is_no_fault_of_the_explorer(
    explore: Explore,
    painted: Painted,
    lent: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EDITOR", 'vim "')
    ran: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda words, **_: ran.append(words))
    app = explore(line_of=lambda *_: ("/x.toml", 3))
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("e")
        await hands.work_done()
        assert ran == [["vi", "+3", "/x.toml"]]
        app.exit()
    assert not lent.read_bytes()
