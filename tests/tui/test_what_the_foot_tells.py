"""The foot tells what can be done, and does it when it is pressed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hands import Hands
from timeline_tui.library.library import Library, open_library
from timeline_tui.store.locate import locate
from timeline_tui.tui.app import ExplorerApp

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
EMPTY = {"type": "timeline", "schema": 1, "title": "Empty", "coverage": "2021"}
ALONE = {
    "type": "event",
    "id": "alone",
    "date": "2021-03-01",
    "title": "Alone",
    "accounts": [{"source": "paper", "stance": "supports"}],
}


@pytest.fixture
def store(tmp_path: Path) -> Callable[..., Library]:
    """Write a store of these records and open it."""

    def write(*records: dict[str, object]) -> Library:
        path = tmp_path / "store.jsonl"
        path.write_text("".join(json.dumps(one) + "\n" for one in records))
        return open_library(locate(str(path), {}), cache=None)

    return write


async def test_an_event_that_stands_alone_offers_no_others(
    explore: Explore, painted: Painted, store: Callable[..., Library]
) -> None:
    library = store(EMPTY, ALONE)
    async with explore(library=library).run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("enter")
        assert "account" not in hands.foot
        assert "Enter open  d document" in hands.foot
        await hands.press("enter")
        assert "next account" not in hands.foot
        assert "follow link" not in hands.foot
        await hands.press("enter")
        assert "passage" not in hands.foot
        assert "Enter" not in hands.foot


async def test_an_event_with_links_and_accounts_offers_them(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        while not (hands.event.links and len(hands.event.accounts) > 1):
            await hands.press("j")
        await hands.press("c")
        assert "l next account" in hands.foot
        assert "x follow link" in hands.foot


async def test_where_nothing_matches_it_offers_the_ways_out(
    explore: Explore, painted: Painted
) -> None:
    async with explore("neverfoundword").run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await pilot.pause()
        assert " ".join(hands.foot.split()) == (
            "F filters off/on & query f filters q quit ? help"
        )
        await hands.press("F")
        assert "a only this actor" in hands.foot
        await hands.press("F")
        assert hands.foot.startswith(" u undo  F filters off/on")


async def test_of_a_store_without_events_there_is_nothing_to_narrow(
    explore: Explore, painted: Painted, store: Callable[..., Library]
) -> None:
    async with explore(library=store(EMPTY)).run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot, painted)
        await pilot.pause()
        assert hands.foot.split() == ["q", "quit", "?", "help"]
        assert hands.rows[0].rstrip().endswith("0 events")


async def test_while_one_types_to_pick_it_tells_what_picks(
    explore: Explore, painted: Painted
) -> None:
    async with explore(pick=True).run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot, painted)
        await hands.type("war")
        assert hands.foot.startswith(" Tab pick  Enter take  ")
        assert "Esc leave" in hands.foot


@pytest.mark.parametrize(
    ("told", "done"),
    [
        ("f filters", lambda hands: hands.screen.state.pane == "drawer"),
        ("v view", lambda hands: hands.screen.state.menu),
        ("? help", lambda hands: hands.screen.state.finder is not None),
        ("/ search", lambda hands: hands.screen.state.prompt is not None),
    ],
)
@pytest.mark.parametrize("cell", range(3))
async def test_a_key_that_it_tells_of_can_be_pressed_with_the_mouse(
    explore: Explore,
    painted: Painted,
    told: str,
    *,
    done: Callable[[Hands], bool],
    cell: int,
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await pilot.pause()
        await hands.click("foot", hands.foot.index(told) + cell)
        assert done(hands)


async def test_the_answers_to_a_question_can_be_pressed_too(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(40, 12)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("v")
        await hands.click("foot", hands.foot.index("m matrix"), 1)
        assert hands.screen.state.view.name == "matrix"
        await hands.press("?")
        await hands.click("foot", 1)
        assert hands.screen.state.finder is None
        await hands.press(".", "2", "0")
        await hands.click("foot", 2)
        assert hands.screen.state.prompt is not None
        assert hands.screen.state.prompt.typed.text == "20"


async def test_a_press_beside_the_keys_does_nothing(
    explore: Explore, painted: Painted
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await pilot.pause()
        before = hands.screen.state
        await hands.click("foot", 0)
        await hands.click("foot", 119)
        assert hands.screen.state == before


async def test_without_a_key_to_close_none_is_told(
    explore: Explore, painted: Painted
) -> None:
    async with explore(keys={"close": ()}).run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("v")
        assert "f figures" in hands.foot
        assert "stay" not in hands.foot
