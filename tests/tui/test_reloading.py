from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from timeline_tui.library.library import Library, open_library
from timeline_tui.store.locate import locate
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens.browse import BrowseScreen

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
Screen = Callable[[ExplorerApp], BrowseScreen]
DAYS = ("2022-02-03", "2022-02-26", "2022-03-01", "2022-03-05")


def record(day: str, **more: object) -> dict[str, object]:
    """An event of one day, as a line of a store."""
    account = {"source": "paper", "stance": "supports"}
    known = {"type": "event", "id": f"e-{day}", "date": day, "title": f"On {day}"}
    return {**known, "accounts": [account], **more}


@pytest.fixture
def store(tmp_path: Path) -> Callable[[Iterable[dict[str, object]]], Library]:
    """Write a store and open it."""

    def write(records: Iterable[dict[str, object]]) -> Library:
        path = tmp_path / "store.jsonl"
        path.write_text("".join(json.dumps(one) + "\n" for one in records))
        return open_library(locate(str(path), {}), cache=None)

    return write


async def test_the_event_is_found_again_wherever_it_now_stands(
    explore: Explore,
    painted: Painted,
    screen_of: Screen,
    store: Callable[[Iterable[dict[str, object]]], Library],
) -> None:
    library = store(map(record, DAYS))
    more = ("2022-01-01", *DAYS)
    app = explore(library=library, reload=lambda: store(map(record, more)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "r")
        await pilot.pause()
        event = screen_of(app).event
        assert event is not None
        assert event.id == "e-2022-02-26"
        assert "read again: 5 events" in painted(app)[-1]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert any("On 2022-01-01" in row for row in painted(app))
        app.exit()


async def test_an_event_that_is_gone_leaves_its_place(
    explore: Explore,
    screen_of: Screen,
    store: Callable[[Iterable[dict[str, object]]], Library],
) -> None:
    library = store(map(record, DAYS))
    app = explore(library=library, reload=lambda: store(map(record, DAYS[:2])))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G", "f5")
        await pilot.pause()
        event = screen_of(app).event
        assert event is not None
        assert event.id == "e-2022-02-26"


async def test_with_new_faults_the_old_view_stays_and_says_so(
    explore: Explore,
    painted: Painted,
    screen_of: Screen,
    store: Callable[[Iterable[dict[str, object]]], Library],
) -> None:
    library = store(map(record, DAYS))
    faulty = [*map(record, DAYS), record("2022-04-01", date="2022-13")]
    app = explore(library=library, reload=lambda: store(faulty))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("r")
        await pilot.pause()
        assert "kept what is shown: 1 fault" in painted(app)[-1]
        assert screen_of(app).library is library
