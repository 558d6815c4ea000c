from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.events import Paste

from timeline_tui.library.library import Library, open_library
from timeline_tui.store.locate import locate
from timeline_tui.tui.app import ExplorerApp

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
BAD = (
    "\x1b]0;owned\x07 \x9b31m [/b] [@click=app.quit]x[/] [i]it[/i]"
    " \u202eneve\u202c {} $x"
)
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Library]:
    """A store in which every text tries to take the terminal over."""
    event = {
        "type": "event",
        "id": "bad",
        "date": "2022-02-26",
        "title": BAD,
        "summary": BAD,
        "date_basis": BAD,
        "disputed": BAD,
        "places": [BAD],
        "actors": ["a"],
        "themes": ["t"],
        "accounts": [
            {
                "source": "s",
                "stance": "contradicts",
                "says": BAD,
                "via": BAD,
                "by": ["a"],
                "cite": [{"para": 1, "start": BAD, "hash": "n1:0000000000000000"}],
            }
        ],
    }
    lines = [
        {"type": "timeline", "schema": 1, "title": BAD, "coverage": "2020/2023"},
        {"type": "actor", "id": "a", "name": BAD, "kind": "person", "role": BAD},
        {"type": "theme", "id": "t", "name": BAD},
        {"type": "source", "id": "s", "title": BAD, "publisher": BAD, "url": BAD},
        event,
    ]
    path = tmp_path / "hostile.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    library = open_library(locate(str(path), {}), cache=None)
    assert library.count == 1
    yield library
    library.close()


@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("enter", "1", "y"),
        ("f", "down"),
        ("a",),
        ("f", "space"),
        ("v", "l", "v", "l"),
        ("v", "m"),
        ("v", "f", "j"),
        ("c", "l"),
        ("d", "n"),
        ("d", "enter", "x"),
        ("slash", *"owned", "enter"),
        ("y",),
        ("Y",),
        ("o",),
        ("ampersand", *"place:", "x", "enter"),
    ],
)
@pytest.mark.parametrize("size", [(160, 45), (40, 12)])
async def test_hostile_text_is_shown_and_never_obeyed(
    explore: Explore,
    painted: Painted,
    hostile: Library,
    *,
    keys: tuple[str, ...],
    size: tuple[int, int],
) -> None:
    app = explore(library=hostile)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        for row in painted(app):
            assert not STEERING.search(row), repr(row)
        assert app.is_running
        assert not STEERING.search(app.clipboard.replace("\n", ""))
        assert keys or "[/b" in "".join(painted(app))


async def test_hostile_input_is_shown_and_never_obeyed(
    explore: Explore, painted: Painted
) -> None:
    app = explore()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ampersand")
        app.screen.post_message(Paste(BAD + "\nq\n"))
        await pilot.pause()
        assert app.is_running
        for row in painted(app):
            assert not STEERING.search(row), repr(row)
