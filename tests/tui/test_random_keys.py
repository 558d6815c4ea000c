from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.commands import COMMANDS
from timeline_tui.tui.screens.browse import BrowseScreen

Explore = Callable[..., ExplorerApp]
ENDING = ("leave", "interrupt", "suspend", "quit", "take", "pick")
KEYS = [k for c in COMMANDS if c.name not in ENDING for k in c.keys]
KEYS += ["escape", "enter", "backspace", *'abc putin:,2022-"(ө']


@pytest.fixture
def harmless(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Write into a folder of the test's own."""
    monkeypatch.chdir(tmp_path)


NOTHING = shutil.which("true")
"""A shell that does nothing of what is typed."""
VIEWS = ("timeline", "lanes", "matrix", "figures")


@pytest.mark.usefixtures("harmless")
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("seed", range(6))
async def test_no_run_of_keys_and_sizes_brings_it_down(
    explore: Explore, seed: int, view: str
) -> None:
    chance = random.Random(seed)  # noqa: S311  keys, no secrets
    query = chance.choice(("", "actor:putin", "on:2022", "theme:war -kind:figure"))
    app = explore(query, view=view, shell=NOTHING, pager=None)
    async with app.run_test(size=chance.choice(((150, 45), (80, 24), (40, 12)))) as (
        pilot
    ):
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, BrowseScreen)
        for _ in range(30):
            for key in chance.choices(KEYS, k=15):
                screen.press(key, key, key if len(key) == 1 else None)
            if chance.random() < 0.2:
                await pilot.resize_terminal(
                    chance.randint(1, 170), chance.randint(1, 50)
                )
            await pilot.pause()
            state = screen.state
            assert state.place < max(state.lines.events, 1)
