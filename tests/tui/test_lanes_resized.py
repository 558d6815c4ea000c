from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from timeline_tui.query.syntax import parse
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens.browse import BrowseScreen

Explore = Callable[..., ExplorerApp]
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("query", ["on:1900", "on:2022"])
async def test_lanes_are_laid_out_again_as_they_were_until_others_are_drawn(
    explore: Explore, query: str
) -> None:
    async with explore(view="lanes").run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j", "z")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, BrowseScreen)
        shown = screen.pane("view")._content
        assert shown is not None
        before = list(shown.window(0, 20, 88))
        screen.ask(parse(query, TODAY))  # drawn later; a resize may come before
        narrower = list(shown.window(0, 20, 66))
        assert len(narrower) == 20
        assert list(shown.window(0, 20, 88)) == before
