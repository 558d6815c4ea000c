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
SIZES = [
    ((120, 40), "r reads the store again: it has changed"),
    ((80, 24), "r reads the store again: it has changed"),
    ((40, 12), "r reload: the store changed"),
]
SCHEMA = "schema = 1\n"
HEAD = f"""{SCHEMA}
[timeline]
title = "Two files"

[[source]]
id = "paper"
title = "The paper"
publisher = "Paper"
"""
EVENT = """
[[event]]
id = "{0}"
date = "2022-03-01"
title = "On {0}"
kind = "event"
summary = "Of {0}."

  [[event.account]]
  source = "paper"
  stance = "supports"
  says = "That {0} was."
"""


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
    app = explore(library=library, reload=lambda _: open_library(where, cache=None))
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
        await hands.work_done()
        assert "has changed" not in hands.rows[0]
        assert hands.screen.library.count == 4
        hands.screen.look_at_store()
        await pilot.pause()
        assert "has changed" not in hands.rows[0]


@pytest.mark.parametrize(("size", "words"), SIZES)
async def test_the_offer_is_legible_at_any_size(
    explore: Explore,
    painted: Painted,
    write: Write,
    *,
    size: tuple[int, int],
    words: str,
) -> None:
    library = write(3)
    app = explore("on", library=library, reload=lambda _: write(4))
    async with app.run_test(size=size) as pilot:
        hands = Hands(pilot, painted)
        os.utime(library.path, ns=(1, 1))
        hands.screen.look_at_store()
        await pilot.pause()
        assert f" {words}  " in hands.rows[0]
        assert "3 of 3" in hands.rows[0]
        library.count = 9_000_000  # counts take more room then
        await hands.press("j")
        assert " r re" in hands.rows[0]
        assert "changed " in hands.rows[0]


@pytest.mark.parametrize("change", ["a new file", "a file gone", "a file written"])
async def test_a_folder_is_looked_at_as_a_whole(
    explore: Explore, painted: Painted, tmp_path: Path, *, change: str
) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / "a.toml").write_text(HEAD + EVENT.format("a"))
    (folder / "b.toml").write_text(SCHEMA + EVENT.format("b"))
    where = locate(str(folder), {})
    library = open_library(where, cache=None)
    assert library.count == 2
    app = explore(library=library, reload=lambda _: open_library(where, cache=None))
    async with app.run_test(size=(80, 24)) as pilot:
        hands = Hands(pilot, painted)
        (folder / ".#b.toml").write_text("")  # as editors leave them
        (folder / "notes.txt").write_text("")
        hands.screen.look_at_store()
        await hands.press("j")
        assert "has changed" not in hands.rows[0]
        if change == "a new file":
            (folder / "c.toml").write_text(SCHEMA + EVENT.format("c"))
        elif change == "a file gone":
            (folder / "b.toml").unlink()
        else:
            (folder / "b.toml").write_text(
                SCHEMA + EVENT.format("b") + EVENT.format("d")
            )
        hands.screen.look_at_store()
        await hands.press("j")
        assert "has changed" in hands.rows[0]
        await hands.press("r")
        await hands.work_done()
        assert hands.screen.library.count == (1 if change == "a file gone" else 3)
        hands.screen.look_at_store()
        await pilot.pause()
        assert "has changed" not in hands.rows[0]


async def test_the_offer_can_be_pressed(
    explore: Explore, painted: Painted, write: Write
) -> None:
    library = write(3)
    app = explore("e", library=library, reload=lambda _: write(4))
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        os.utime(library.path, ns=(1, 1))
        hands.screen.look_at_store()
        await pilot.pause()
        await hands.click("query", hands.rows[0].index("reads the"))
        await hands.work_done()
        assert hands.screen.library.count == 4


async def test_with_new_faults_the_offer_stays(
    explore: Explore, painted: Painted, write: Write
) -> None:
    library = write(3)
    app = explore(library=library, reload=lambda _: write(4, faulty=True))
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        os.utime(library.path, ns=(1, 1))
        hands.screen.look_at_store()
        await hands.press("f5")
        await hands.work_done()
        assert "kept what is shown" in hands.foot
        assert "has changed" in hands.rows[0]


async def test_a_store_that_cannot_be_read_again_is_not_looked_at(
    explore: Explore, painted: Painted, write: Write
) -> None:
    app = explore(library=write(2), reload=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert Hands(pilot, painted).screen._seen == ()
