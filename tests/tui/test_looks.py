"""Sixteen colours, no colour, no motion, and the cursor that braille readers follow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.geometry import Offset

from timeline_tui.render import palette
from timeline_tui.render.lines import ROLES
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.paint import NONE, SIXTEEN, Paint
from timeline_tui.tui.screens.browse import BrowseScreen

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
Screen = Callable[[ExplorerApp], BrowseScreen]


@pytest.mark.parametrize("ground", ["cursor", "selection"])
@pytest.mark.parametrize("role", ROLES)
def test_a_reversed_row_has_no_patches_of_colour(role: str, ground: str) -> None:
    look = palette.style(f"{role}/{ground}", "kgtl-16")
    assert look.reverse
    assert not look.fg
    assert not look.bg
    assert not look.dim


@pytest.mark.parametrize("role", ROLES)
def test_other_rows_keep_the_colours_of_the_terminal(role: str) -> None:
    look = palette.style(f"{role}/base", "kgtl-16")
    ink = palette.style(role, "kgtl-16").fg
    assert look.fg == (ink if not look.reverse else "")
    assert not look.fg.startswith("#")


@pytest.mark.parametrize("theme", [SIXTEEN, NONE])
async def test_the_cursor_row_is_told_from_the_others_without_colours(
    explore: Explore, theme: str
) -> None:
    app = explore(theme=theme)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j")
        await pilot.pause()
        pane = app._browse.pane("list")
        state = app._browse.state
        row = state.lines.line_of(state.place) - pane.top
        strips = pane.render_lines(pane.size.region)
        reversed_rows = {
            n
            for n, strip in enumerate(strips)
            if all(segment.style and segment.style.reverse for segment in strip)
        }
        assert reversed_rows == {row}
        for segment in strips[row]:
            assert segment.style is not None
            assert segment.style.color is None
        app.exit()


@pytest.mark.parametrize("theme", [SIXTEEN, NONE])
@pytest.mark.parametrize("role", ROLES)
def test_no_style_of_these_themes_has_a_true_colour(theme: str, role: str) -> None:
    style = Paint(theme).style(f"{role}/surface")
    for colour in (style.color, style.bgcolor):
        assert colour is None or (theme == SIXTEEN and colour.number is not None)


@pytest.mark.parametrize(("motion", "level"), [(True, "full"), (False, "none")])
async def test_nothing_glides_when_no_motion_is_wanted(
    explore: Explore, *, motion: bool, level: str
) -> None:
    app = explore(motion=motion)
    async with app.run_test(size=(120, 40)):
        assert app.animation_level == level
        app.exit()


async def test_the_theme_of_the_reader_stands_whatever_the_terminal_says(
    explore: Explore,
) -> None:
    app = explore(theme="kgtl-light")
    async with app.run_test(size=(120, 40)):
        app.told_background(light=False)
        assert app.paint.theme == "kgtl-light"
        app.exit()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_the_terminals_cursor_follows_the_current_row_and_the_typing(
    explore: Explore, painted: Painted, screen_of: Screen, *, size: tuple[int, int]
) -> None:
    app = explore()
    async with app.run_test(size=size) as pilot:
        for key in ("j", "j", "G", "k", "pageup"):
            await pilot.press(key)
            await pilot.pause()
            event = screen_of(app).event
            assert event is not None
            row = painted(app)[app.cursor_position.y]
            assert event.title[:12] in row
        await pilot.press("slash", *"war")
        await pilot.pause()
        assert app.cursor_position == Offset(6, size[1] - 1)
        app.exit()
