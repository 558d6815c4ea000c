"""The explorer under test: on the shipped store, and on a small hostile one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hands import Flow, Follow, Hands
from timeline_tui.library.library import Library, open_library
from timeline_tui.query.syntax import parse
from timeline_tui.store.locate import locate
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens import editing, writing
from timeline_tui.tui.screens.browse import BrowseScreen
from timeline_tui.tui.state import Setup

TODAY = date(2026, 11, 22)
Explore = Callable[..., ExplorerApp]


@pytest.fixture(autouse=True)
def _many_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setattr("webbrowser.open", lambda *_, **__: False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)


@pytest.fixture(scope="session")
def shipped(checkout: Path) -> Iterator[Library]:
    """The store that is shipped, indexed in memory."""
    library = open_library(locate(str(checkout / "events.toml"), {}), cache=None)
    yield library
    library.close()


@pytest.fixture
def explore(shipped: Library, tmp_path: Path) -> Explore:
    """Make an explorer: `explore(query, library=…, **setup)`."""

    def make(
        query: str = "", library: Library = shipped, **setup: object
    ) -> ExplorerApp:
        told = Setup(today=TODAY, state_folder=str(tmp_path / "state"))
        told = replace(told, **setup)  # type: ignore[arg-type]
        return ExplorerApp(library, parse(query, TODAY), told)

    return make


@pytest.fixture
def painted() -> Callable[[ExplorerApp], list[str]]:
    """Read the rows of the screen as text."""

    def rows(app: ExplorerApp) -> list[str]:
        return [
            "".join(segment.text for segment in strip)
            for strip in app.screen._compositor.render_strips()
        ]

    return rows


@pytest.fixture
def follow(explore: Explore, painted: Callable[[ExplorerApp], list[str]]) -> Follow:
    """Follow a flow through an explorer that has just opened."""

    async def followed(flow: Flow) -> None:
        async with explore().run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            await flow(Hands(pilot, painted))

    return followed


class Lent:
    """A terminal that is a file, lent without leaving any screen."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.write_bytes(b"")

    @contextmanager
    def __call__(self, _app: object) -> Iterator[Any]:
        with self.path.open("r+b", buffering=0) as tty:
            yield tty


@pytest.fixture
def lent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lend a file in the place of the terminal; return its path."""
    path = tmp_path / "tty"
    for module in (writing, editing):
        monkeypatch.setattr(module, "lent", Lent(path))
    return path


@pytest.fixture
def screen_of() -> Callable[[ExplorerApp], BrowseScreen]:
    """Return the one screen of an explorer, typed."""

    def screen(app: ExplorerApp) -> BrowseScreen:
        assert isinstance(app.screen, BrowseScreen)
        return app.screen

    return screen
