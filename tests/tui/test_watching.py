from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from hands import Hands
from timeline_tui.library.library import Library, open_library
from timeline_tui.store.locate import locate
from timeline_tui.tui.app import ExplorerApp

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
Write = Callable[..., Library]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a store of so many events and open it; with a fault if asked."""

    def of(count: int, *, faulty: bool = False) -> Library:
        path = tmp_path / "store.jsonl"
        lines = []
        for number in range(1, count + 1):
            account = {"source": "paper", "stance": "supports"}
            date = "2022-13" if faulty and number == count else f"2022-03-{number:02}"
            record = {"type": "event", "id": f"e-{number}", "date": date}
            lines.append({**record, "title": f"On {number}", "accounts": [account]})
        path.write_text("".join(json.dumps(line) + "\n" for line in lines))
        return open_library(locate(str(path), {}), cache=None)

    return of


async def test_a_store_that_changed_is_offered_until_it_is_read_again(
    explore: Explore, painted: Painted, write: Write
) -> None:
    library = write(3)
    where = locate(library.path, {})
    app = explore(library=library, reload=lambda: open_library(where, cache=None))
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        hands.screen.look_at_store()
        await hands.press("j")
        assert "has changed" not in hands.rows[0]
        write(4).close()
        hands.screen.look_at_store()
        await hands.press("j")
        assert "r reads the store again: it has changed" in hands.rows[0]
        await hands.press("r")
        assert "has changed" not in hands.rows[0]
        assert hands.screen.library.count == 4
        hands.screen.look_at_store()
        await pilot.pause()
        assert "has changed" not in hands.rows[0]


async def test_the_offer_can_be_pressed(
    explore: Explore, painted: Painted, write: Write
) -> None:
    library = write(3)
    app = explore("e", library=library, reload=lambda: write(4))
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        os.utime(library.path, ns=(1, 1))
        hands.screen.look_at_store()
        await pilot.pause()
        await hands.click("query", hands.rows[0].index("reads the"))
        assert hands.screen.library.count == 4


async def test_with_new_faults_the_offer_stays(
    explore: Explore, painted: Painted, write: Write
) -> None:
    library = write(3)
    app = explore(library=library, reload=lambda: write(4, faulty=True))
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        os.utime(library.path, ns=(1, 1))
        hands.screen.look_at_store()
        await hands.press("f5")
        assert "kept what is shown" in hands.foot
        assert "has changed" in hands.rows[0]


async def test_a_store_that_cannot_be_read_again_is_not_looked_at(
    explore: Explore, painted: Painted, write: Write
) -> None:
    app = explore(library=write(2), reload=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert Hands(pilot, painted).screen._seen == ()
