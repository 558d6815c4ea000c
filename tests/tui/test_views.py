"""The views, and the way through comparisons, seen as a reader sees them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hands import Hands
from timeline_tui.render.density import WINDOW
from timeline_tui.tui.app import ExplorerApp

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]


async def test_enter_goes_in_step_by_step_and_back_comes_out(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("j", "j")
        for where in ("detail", "comparison", "document"):
            await hands.press("enter")
            assert hands.screen.state.where == where
        await hands.press("enter")
        if hands.screen.state.finder is not None:
            await hands.press("down", "enter")
        assert hands.screen.state.where == "comparison"
        assert len(hands.screen.state.layers) == 3
        for where in ("document", "comparison", "detail"):
            await hands.press("ctrl+o")
            assert hands.screen.state.where == where
        assert hands.place == 2


async def test_links_are_followed_in_the_comparison_and_returned_from(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("j", "c")
        first = hands.event
        await hands.press("x")
        second = hands.event
        assert second.id == first.links[0].to
        assert second.title in hands.rows[1]
        await hands.press("ctrl+o")
        assert hands.screen.event == first
        await hands.press("ctrl+n")
        assert hands.screen.event == second
        await hands.press("q")
        assert hands.screen.state.where == "list"
        assert hands.place == 1


async def test_a_cell_with_several_events_offers_them(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("v", "l")
        screen = hands.screen
        width = screen.view_width()
        lanes, scale = screen.lanes(), screen.scale(width)
        found = {cell: lanes.rows_at(0, cell, scale) for cell in range(scale.cells)}
        cell = next(cell for cell, rows in found.items() if len(rows) > 2)
        await hands.click("view", lanes.left(width) + cell, screen.view_heads)
        assert f"{len(found[cell])} events" in hands.rows[3]
        await hands.press("enter")
        listed = screen.state.finder
        assert listed is not None
        assert len(listed.entries) == len(found[cell])
        await hands.press("down", "enter")
        assert screen.state.where == "detail"
        assert hands.event.title == listed.entries[1].label


async def test_a_press_in_the_lanes_goes_to_lane_and_time(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("v", "l")
        screen = hands.screen
        left = screen.lanes().left(screen.view_width())
        await hands.click("view", left + 9, screen.view_heads + 2)
        scale = screen.scale(screen.view_width())
        assert screen.state.view.lane == 2
        assert scale.cell_of(screen.state.view.day) == 9


async def test_a_press_in_a_layer_goes_there(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("j", "j", "c")
        await hands.click("layer", 60, 8)
        assert hands.screen.state.account == 1
        await hands.press("d", "g")
        line = hands.screen.page(hands.document).spans[0][0]
        await hands.click("layer", 30, 3 + line)
        assert hands.screen.layer_line == 3 + line
        assert hands.app.cursor_position == (0, 1 + 3 + line)


@pytest.mark.parametrize("name", ["lanes", "matrix", "figures"])
async def test_it_starts_in_the_view_and_at_the_date_asked_for(
    explore: Explore, painted: Painted, name: str
) -> None:
    app = explore(view=name, by="source", at="Feb 2022")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        hands = Hands(pilot, painted)
        assert hands.screen.state.where == name
        assert hands.screen.state.view.by == "source"
        event = hands.event
        assert event.date.place >= "2022-02"


@pytest.mark.parametrize("name", ["lanes", "matrix", "figures"])
async def test_a_view_of_nothing_says_so(
    explore: Explore, painted: Painted, name: str
) -> None:
    app = explore("text:neverfoundword", view=name)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        hands = Hands(pilot, painted)
        assert "Nothing matches" in hands.body
        keys = ("j", "l", "h", "]", "[", "}", "g", "G", "enter", "+", "-", "0", "C")
        await hands.press(*keys, "x", "c", "d", "space", ">")
        assert hands.app.is_running


async def test_an_action_of_a_view_is_carried_out_from_the_palette(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("ctrl+p", *"zoom in", "enter")
        assert hands.screen.state.where == "lanes"
        assert hands.screen.state.view.scale is not None
        await hands.press("ctrl+p", *"next passage", "enter")
        assert hands.screen.state.where == "document"
        await hands.press("ctrl+p", *"only this actor", "enter")
        assert not hands.screen.state.layers
        await hands.press("escape", "ctrl+p", *"matrix", "enter")
        assert hands.screen.state.where == "matrix"


async def test_a_document_opens_with_its_passage_well_in_sight(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(60, 24)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("G", "d")
        pane = hands.screen.pane("layer")
        assert 6 <= hands.screen.layer_line - pane.top <= 14
        await hands.press("q", "c", "d", "q")
        assert hands.screen.pane("layer").top == 0


async def test_without_colours_the_cell_of_the_cursor_stands_out_of_its_row(
    explore: Explore, painted: Painted
) -> None:
    app = explore(no_color=True)
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("v", "l")
        screen = hands.screen
        pane, width = screen.pane("view"), screen.view_width()
        row = pane.render_lines(pane.size.region)[screen.view_heads]
        cell = screen.scale(width).cell_of(screen.state.view.day)
        at = screen.lanes().left(width) + cell
        styles = [segment.style for segment in row.crop(at, at + 1)]
        beside = [segment.style for segment in row.crop(1, 2)]
        assert styles != beside
        assert [style.reverse for style in beside if style] == [True]
        assert not any(style.reverse for style in styles if style)


@pytest.mark.parametrize("view", ["matrix", "figures"])
async def test_the_strip_marks_the_time_that_the_view_has_in_sight(
    explore: Explore, painted: Painted, *, view: str
) -> None:
    async with explore(view=view).run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await pilot.pause()
        year = hands.rows[2].index("2023")
        assert WINDOW in hands.rows[2]
        if view == "matrix":
            assert WINDOW not in hands.rows[2][year:]
            await hands.press(".", *"2023-05", "enter")
            assert WINDOW not in hands.rows[2][: year - 1]
            assert WINDOW in hands.rows[2][year:]
