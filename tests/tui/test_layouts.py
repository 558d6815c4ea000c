from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from rich.cells import cell_len
from textual.events import MouseScrollDown

from timeline_tui.library.library import Library
from timeline_tui.query.terms import Query
from timeline_tui.render.frame import first_frame
from timeline_tui.render.lines import plain
from timeline_tui.render.screen import panes
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.commands import hints
from timeline_tui.tui.screens.browse import BrowseScreen
from timeline_tui.tui.screens.first_screen import FirstScreen, opened
from timeline_tui.tui.state import Drawer
from timeline_tui.tui.state.facets import facet_lines

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
Screen = Callable[[ExplorerApp], BrowseScreen]
SIZES = ((150, 45), (120, 40), (80, 24), (40, 12), (20, 5), (1, 1))


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_screen_is_the_frame_that_is_drawn_before(
    explore: Explore, painted: Painted, shipped: Library, size: tuple[int, int]
) -> None:
    app = explore()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        rows = painted(app)
    selection = shipped.select(Query(), app.setup.today)
    drawer = facet_lines(selection, Query(), Drawer())
    frame = first_frame(selection, panes(*size), size, hints("list"), facets=drawer)
    assert rows == [plain(line) for line in frame]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
@pytest.mark.parametrize("view", ["lanes", "matrix", "figures"])
async def test_the_first_screen_of_a_view_marks_the_same_time(
    explore: Explore,
    painted: Painted,
    shipped: Library,
    *,
    size: tuple[int, int],
    view: str,
) -> None:
    app = explore(view=view)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        rows = painted(app)
    selection = shipped.select(Query(), app.setup.today)
    state = opened(selection, app.setup.today, view=view, by="actor", at="")
    first = FirstScreen(state, size, app.paint.theme).lines(hints(view))
    assert rows[:3] == [plain(line) for line in first[:3]]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("f",),
        ("question_mark",),
        ("slash", "a"),
        ("v",),
        ("v", "l", "j", "z"),
        ("v", "m", "j"),
        ("v", "f", "j"),
        ("v", "l", "f"),
        ("j", "j", "c", "l"),
        ("j", "j", "d", "n"),
    ],
)
async def test_every_row_is_as_wide_as_the_terminal(
    explore: Explore, painted: Painted, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = explore()
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert [cell_len(row) for row in painted(app)] == [size[0]] * size[1]


async def test_a_terminal_that_is_too_small_says_so_and_waits(
    explore: Explore, painted: Painted
) -> None:
    app = explore()
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("j", "j")
        await pilot.pause()
        assert "kgtl needs 40 × 12" in " ".join(painted(app)).replace("  ", " ")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "2020  Oct" in painted(app)[3]


async def test_random_resizes_keep_the_current_event_in_sight(
    explore: Explore, painted: Painted, screen_of: Screen
) -> None:
    app, sizes = explore(), random.Random(7)  # noqa: S311  sizes, no secrets
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("right_curly_bracket", "j", "j")
        for _ in range(25):
            size = sizes.randint(1, 170), sizes.randint(1, 50)
            await pilot.resize_terminal(*size)
            await pilot.pause()
            rows = painted(app)
            assert len(rows) == size[1]
            assert {cell_len(row) for row in rows} == {size[0]}
            screen = screen_of(app)
            pane = screen.pane("list")
            if "list" in screen.places(*size):
                line = screen.state.lines.line_of(screen.state.place)
                assert pane.top <= line < pane.top + pane.page


async def test_a_press_on_a_row_goes_there_and_a_second_opens_it(
    explore: Explore, screen_of: Screen
) -> None:
    app = explore()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.click("#list", offset=(10, 3))
        await pilot.pause()
        assert screen_of(app).state.place == 2
        await pilot.click("#list", offset=(10, 4), times=2)
        await pilot.pause()
        assert screen_of(app).state.place == 3
        assert screen_of(app).state.pane == "detail"


async def test_a_press_on_the_density_strip_goes_to_that_month(
    explore: Explore, screen_of: Screen, painted: Painted
) -> None:
    app = explore()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        strip = screen_of(app).density(120)
        await pilot.click("#density", offset=(strip.column_of("2022-02"), 0))
        await pilot.pause()
        event = screen_of(app).event
        assert event is not None
        assert event.date.place.startswith("2022-02")
        assert "Feb 2022:" in painted(app)[-1]


async def test_the_wheel_scrolls_and_leaves_the_current_event(
    explore: Explore, screen_of: Screen
) -> None:
    app = explore()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = screen_of(app)
        pane = screen.pane("list")
        for _ in range(3):
            await pilot._post_mouse_events([MouseScrollDown], "#list")
        await pilot.pause()
        assert pane.top == 9
        assert screen.state.place == 0
        await pilot.press("j")
        await pilot.pause()
        assert pane.top <= screen.state.lines.line_of(1) < pane.top + pane.page


async def test_a_press_in_the_drawer_ticks_the_value(
    explore: Explore, screen_of: Screen
) -> None:
    app = explore()
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        await pilot.click("#drawer", offset=(5, 2))
        await pilot.pause()
        assert str(screen_of(app).state.query) == "actor:russia"


async def test_held_keys_draw_the_event_they_end_on(
    explore: Explore, painted: Painted, screen_of: Screen
) -> None:
    app = explore()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        screen = screen_of(app)
        for _ in range(60):
            screen.press("j", "j", "j")
        await pilot.pause(0.1)
        assert screen.event is not None
        title = screen.event.title.split()[:4]
        assert " ".join(title) in "\n".join(row[62:] for row in painted(app))
