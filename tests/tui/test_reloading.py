"""The store, read again while the explorer shows it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event as Signal

import pytest

from hands import Hands
from timeline_tui.library.library import Library, open_library
from timeline_tui.store.locate import locate
from timeline_tui.tui.app import ExplorerApp

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
Store = Callable[[Iterable[dict[str, object]]], Library]
DAYS = ("2022-02-03", "2022-02-26", "2022-03-01", "2022-03-05")


def record(day: str, **more: object) -> dict[str, object]:
    """An event of one day, as a line of a store."""
    account = {"source": "paper", "stance": "supports"}
    known = {"type": "event", "id": f"e-{day}", "date": day, "title": f"On {day}"}
    return {**known, "accounts": [account], **more}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Write a store and open it."""

    def write(records: Iterable[dict[str, object]]) -> Library:
        path = tmp_path / "store.jsonl"
        path.write_text("".join(json.dumps(one) + "\n" for one in records))
        return open_library(locate(str(path), {}), cache=None)

    return write


async def test_the_event_is_found_again_wherever_it_now_stands(
    explore: Explore, painted: Painted, store: Store
) -> None:
    library = store(map(record, DAYS))
    more = ("2022-01-01", *DAYS)
    app = explore(library=library, reload=lambda _: store(map(record, more)))
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("j", "r")
        await hands.work_done()
        assert hands.event.id == "e-2022-02-26"
        assert "read again: 5 events" in hands.foot
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert any("On 2022-01-01" in row for row in hands.rows)
        app.exit()


async def test_an_event_that_is_gone_leaves_its_place(
    explore: Explore, painted: Painted, store: Store
) -> None:
    library = store(map(record, DAYS))
    app = explore(library=library, reload=lambda _: store(map(record, DAYS[:2])))
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("G", "f5")
        await hands.work_done()
        assert hands.event.id == "e-2022-02-26"


async def test_with_new_faults_the_old_view_stays_and_says_so(
    explore: Explore, painted: Painted, store: Store
) -> None:
    library = store(map(record, DAYS))
    faulty = [*map(record, DAYS), record("2022-04-01", date="2022-13")]
    app = explore(library=library, reload=lambda _: store(faulty))
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("r")
        await hands.work_done()
        assert "kept what is shown: 1 fault" in hands.notice
        assert hands.screen.library is library


async def test_a_store_that_cannot_be_read_again_leaves_the_old_view(
    explore: Explore, painted: Painted
) -> None:
    def fail(_: object) -> Library:
        raise OSError("unreadable")

    async with explore(reload=fail).run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("j", "f5")
        await hands.work_done()
        assert "kept what is shown: unreadable" in hands.foot
        assert hands.place == 1


async def test_a_big_store_is_read_while_one_reads_on_and_may_be_given_up(
    explore: Explore, painted: Painted, store: Store
) -> None:
    library = store(map(record, DAYS))
    may_go_on = Signal()

    def slowly(progress: Callable[[int], None]) -> Library:
        progress(12_000)
        may_go_on.wait()
        progress(13_000)
        raise AssertionError("it was given up")

    app = explore(library=library, reload=slowly)
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("r")
        while not (hands.screen.job and hands.screen.job.done):
            await pilot.pause(0.01)
        await hands.press("j", "c", "q")
        assert hands.place == 1
        assert hands.foot.startswith(
            " reading the store again: 12,000 events  Esc gives it up"
        )
        await hands.press("escape")
        may_go_on.set()
        await hands.work_done()
        assert "gave up reading the store again" in hands.foot
        assert hands.screen.library is library


async def test_what_was_searched_for_is_found_in_the_store_as_it_is_now(
    explore: Explore, painted: Painted, store: Store
) -> None:
    library = store(map(record, DAYS))
    more = ("2022-01-01", *DAYS)
    app = explore(library=library, reload=lambda _: store(map(record, more)))
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("/", *"on", "enter")
        assert "1 of 4" in hands.foot
        await hands.press("r")
        await hands.work_done()
        await hands.press("n")
        assert "3 of 5" in hands.foot


@pytest.mark.parametrize("view", [(), ("v", "l"), ("v", "m"), ("v", "f")])
async def test_what_was_out_of_sight_is_drawn_of_the_store_as_it_is_now(
    explore: Explore, painted: Painted, store: Store, *, view: tuple[str, ...]
) -> None:
    library = store(map(record, DAYS))
    more = ("2022-01-01", *DAYS)
    app = explore("nowhere", library=library, reload=lambda _: store(map(record, more)))
    async with app.run_test(size=(60, 20)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press(*view)
        await pilot.resize_terminal(1, 1)
        await hands.press("f5")
        await hands.work_done()
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "Nothing matches" in hands.body
        assert "of 5" in hands.rows[0]
