from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_tui.errors import TerminalError
from timeline_tui.tui import driver
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.app import explore as run_explorer
from timeline_tui.tui.paint import DARK, LIGHT, NONE, SIXTEEN
from timeline_tui.tui.screens.browse import BrowseScreen

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
Screen = Callable[[ExplorerApp], BrowseScreen]


async def test_it_is_dark_until_the_terminal_says_otherwise(explore: Explore) -> None:
    app = explore()
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.paint.theme == DARK
        app.told_background(light=True)
        await pilot.pause()
        assert app.paint.theme == app.theme == LIGHT
        assert app.light is True


async def test_it_starts_as_the_terminal_was_last_time(explore: Explore) -> None:
    assert explore(light=True).paint.theme == LIGHT
    assert explore(light=False).paint.theme == DARK


async def test_a_theme_that_was_chosen_stays(explore: Explore) -> None:
    app = explore(theme=DARK)
    async with app.run_test(size=(80, 24)):
        app.told_background(light=True)
        assert app.paint.theme == DARK


@pytest.mark.parametrize("how", ["option", "variable"])
async def test_colours_that_are_unwanted_are_not_used(
    explore: Explore, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    if how == "variable":
        monkeypatch.setenv("NO_COLOR", "1")
    app = explore(no_color=how == "option")
    async with app.run_test(size=(80, 24)):
        app.told_background(light=True)
        assert app.paint.theme == NONE


async def test_a_terminal_of_sixteen_colours_keeps_its_own(
    explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "xterm")
    assert explore().paint.theme == SIXTEEN


async def test_picking_starts_in_the_query_and_escape_gives_up(
    explore: Explore, painted: Painted
) -> None:
    app = explore("actor:putin", pick=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert painted(app)[0].startswith(" & actor:putin")
        await pilot.press("escape")
    assert app.return_code == 130
    assert app.return_value is not None
    assert app.return_value.chosen == ()


async def test_while_the_query_is_typed_enter_takes_what_was_picked(
    explore: Explore, screen_of: Screen
) -> None:
    app = explore(pick=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"putin", "down", "tab")
        event_id = next(iter(screen_of(app).state.picked))
        await pilot.press("enter")
    assert app.return_value is not None
    assert app.return_value.chosen == (event_id,)


async def test_what_a_search_found_has_a_sign_and_tells_where(
    explore: Explore, painted: Painted
) -> None:
    app = explore()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"valdai", "enter")
        await pilot.pause()
        rows = painted(app)
        signed = [row for row in rows if row.startswith("›")]
        assert any("Putin likens Kyrgyz elections" in row for row in signed)
        assert not any("Japarov is inaugurated" in row for row in signed)
        await pilot.press("escape", "slash", *"people's power", "enter")
        await pilot.pause()
        assert "frames otherwise: Speaks of a People" in painted(app)[-1]


async def test_the_terminal_cursor_is_on_the_current_row(explore: Explore) -> None:
    app = explore()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j")
        await pilot.pause()
        assert app.cursor_position == (0, 6)
        await pilot.press("slash", "a", "b")
        await pilot.pause()
        assert app.cursor_position == (5, 39)


async def test_zero_results_name_the_term_to_drop(
    explore: Explore, painted: Painted
) -> None:
    app = explore("actor:putin text:neverfoundword")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = " ".join(painted(app))
        assert "Nothing matches." in shown
        assert "Without text:neverfoundword" in shown
        await pilot.press("j", "k", "enter", "y", "a", "m", "o", "1", "n")
        assert app.is_running


def test_without_a_terminal_it_says_so(
    explore: Explore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(driver, "TERMINAL", str(tmp_path / "no-tty"))
    app = explore()
    with pytest.raises(TerminalError, match="no terminal"):
        run_explorer(app._browse.library, app._browse.state.query, app.setup)
