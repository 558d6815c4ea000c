"""Every key has an answer: in the drawer, at the fold, where nothing is found."""

from __future__ import annotations

from collections.abc import Callable

from hands import Hands
from timeline_tui.tui.app import ExplorerApp

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]


async def test_the_words_of_the_drawer_lead_to_its_first_value(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("f", "/", *"japarov", "enter", "space")
        assert hands.query == "actor:japarov"
        await hands.press("/", "ctrl+u", *"nobody is called that", "enter", "space")
        assert hands.query == "actor:japarov"


async def test_what_may_fall_in_the_dates_is_told_of_where_it_is_out_of_sight(
    explore: Explore, painted: Painted
) -> None:
    async with explore("on:2022").run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("p")
        many = hands.screen.state.lines.possible
        assert f"{many} that may fall here: listed at the end; G" in hands.foot
        await hands.press("p")
        assert "folded away" in hands.foot


async def test_where_nothing_matches_the_likeliest_slip_is_named(
    explore: Explore, painted: Painted
) -> None:
    async with explore("power-change-2020").run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await pilot.pause()
        assert "Did you mean id:power-change-2020?" in hands.body
        await hands.ask("yesterday")
        assert "Did you mean on:yesterday?" in hands.body
        await hands.ask("japrov")
        assert "Did you mean japarov?" in hands.body
        await hands.press("v", "m")
        assert "Did you mean japarov?" in hands.body


async def test_the_help_leads_to_what_another_pane_can_do(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("?", *"zoom in")
        assert "Ctrl+P lists what can be done elsewhere" in hands.body
