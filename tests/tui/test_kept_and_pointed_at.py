"""What is kept between runs, and what the mouse does on the query line and strip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hands import Hands
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens.keeping import keep, kept

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]


async def test_a_view_that_no_longer_fits_says_so_and_stays(
    explore: Explore, painted: Painted
) -> None:
    app = explore()
    folder, path = app.setup.state_folder, app._browse.library.path
    keep(folder, path, lambda book: book.saving("old", "actor:nobody"))
    async with explore("kind:figure").run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("V")
        assert any("does not fit" in row for row in hands.rows)
        await hands.press("enter")
        assert "old stays saved but does not fit" in hands.foot
        assert hands.query == "kind:figure"
    assert kept(folder, path).views == {"old": "actor:nobody"}


async def test_the_place_left_is_offered_until_one_moves(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("G", "k", "k")
        left = hands.event.id
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await pilot.pause()
        assert hands.place == 0
        assert "goes back to" in hands.rows[0]
        await hands.press("j")
        assert "goes back to" not in hands.rows[0]
        await hands.press("`")
        assert hands.event.id == left


async def test_leaving_without_a_move_keeps_the_place_left_before(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        await Hands(pilot, painted).press("G")
    for _ in range(2):
        app = explore()
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert app._browse.state.news.left


async def test_a_notebook_that_cannot_be_written_is_told_of_and_works_till_the_end(
    explore: Explore, painted: Painted
) -> None:
    async with explore(state_folder="/dev/null/x").run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("j", "m")
        assert "until you leave" in hands.foot
        assert hands.screen.state.marked == {hands.event.id}
        await hands.ask("is:marked")
        assert hands.screen.state.lines.events == 1


async def test_two_explorers_share_their_marks(
    explore: Explore, painted: Painted
) -> None:
    app = explore()
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("m")
        setup, path = hands.screen.setup, hands.screen.library.path
        mine = hands.event.id
        keep(setup.state_folder, path, lambda book: book.marking("theirs", "n"))
        await hands.press("j", "m")
        marks = {mine: "", hands.event.id: "", "theirs": "n"}
        assert kept(setup.state_folder, path).marks == marks
        assert hands.screen.state.marked == marks.keys()


async def test_chips_are_dropped_and_the_fold_is_opened_by_the_mouse(
    explore: Explore, painted: Painted
) -> None:
    app = explore("-kind:policy on:2022-03-05..2022-03-20")
    async with app.run_test(size=(150, 40)) as pilot:
        hands = Hands(pilot, painted)
        await pilot.pause()
        few = hands.screen.state.lines.events
        await hands.click("query", hands.rows[0].index("may fall"))
        assert hands.screen.state.lines.events > few
        await hands.click("query", hands.rows[0].index("×"))
        assert hands.query == "on:2022-03-05..2022-03-20"
        await hands.click("query", hands.rows[0].index("on:2022") + 4)
        assert hands.query == ""
        await hands.click("query", 2)
        assert hands.screen.state.prompt is not None


async def test_a_stretch_dragged_over_the_strip_is_asked_for(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await pilot.pause()
        await pilot.mouse_down("#density", offset=(5, 0))
        await pilot.hover("#density", offset=(9, 1))
        await pilot.pause()
        assert "let go to show only this" in hands.foot
        await pilot.mouse_up("#density", offset=(9, 1))
        await pilot.pause()
        strip = hands.screen.density(120)
        assert hands.query == f"on:{strip.month_at(5)}..{strip.month_at(9)}"
        assert hands.screen.brush is None
        await hands.press("u")
        await hands.click("density", 9)
        assert hands.query == ""
        assert hands.place > 0


async def test_pointing_at_the_strip_tells_why_there_is_a_gap(
    explore: Explore, painted: Painted
) -> None:
    async with explore("kind:figure").run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await pilot.pause()
        strip = hands.screen.density(120)
        reasons: dict[str, int] = {}
        for x in range(1, strip.cells + 1):
            reasons.setdefault(strip.why(x).lstrip("0123456789 "), x)
        for reason, x in reasons.items():
            await pilot.hover("#density", offset=(x, 0))
            await pilot.pause()
            assert reason in hands.foot
        assert "hidden by the filter" in reasons
        await pilot.hover("#list", offset=(3, 3))
        await pilot.pause()
        assert "hidden by the filter" not in hands.foot


async def test_what_is_picked_leaves_no_place(
    explore: Explore, painted: Painted
) -> None:
    app = explore(pick=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await Hands(pilot, painted).press("down", "down", "enter")
    again = explore()
    assert again._browse.notebook == replace(again._browse.notebook, left="")
