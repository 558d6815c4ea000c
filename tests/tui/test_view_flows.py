"""Flows of the commands on views, comparisons and documents."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import date

import pytest

from hands import Flows, Follow, Hands
from timeline_tui.cli.words import read
from timeline_tui.query.periods import read_period
from timeline_tui.tui.app import ExplorerApp

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
flow = Flows()
TODAY = date(2026, 11, 22)


@flow
async def view(hands: Hands) -> None:
    await hands.press("v")
    assert "t timeline  l lanes  m matrix  f figures" in hands.foot
    await hands.press("escape")
    assert "timeline  l lanes" not in hands.foot
    await hands.press("v", "j")
    assert hands.place == 1
    assert hands.screen.state.where == "list"


@flow
async def view_timeline(hands: Hands) -> None:
    await hands.press("j", "j", "j", "v", "m", "v", "t")
    assert hands.screen.state.where == "list"
    assert hands.place == 3


@flow
async def view_lanes(hands: Hands) -> None:
    await hands.press("}", "v", "l")
    assert hands.screen.state.where == "lanes"
    assert "a cell" in hands.body
    assert hands.event.title in hands.rows[3]
    await hands.press("v", "l")
    assert "Diplomacy and visits" in hands.body


@flow
async def view_matrix(hands: Hands) -> None:
    await hands.press("j", "j", "v", "m")
    assert "reports" in hands.rows[3]
    place = hands.place
    await hands.press("j", "k", "G", "g", "]")
    assert place == 2
    assert hands.place > place


@flow
async def view_figures(hands: Hands) -> None:
    await hands.press("v", "f")
    assert "who says so" in hands.body
    assert hands.place == 0
    await hands.press("j")
    event = hands.event
    assert event.figures
    line = hands.screen.state.view.line
    await hands.press("]")
    assert hands.screen.state.view.line > line
    await hands.press("[", "[", "g")
    assert hands.screen.state.view.line == 1
    await hands.press("enter")
    assert hands.screen.state.where == "detail"


@flow
async def later(hands: Hands) -> None:
    await hands.press("v", "l", "g")
    day = hands.screen.state.view.day
    await hands.press("l", "right")
    scale = hands.screen.scale(hands.screen.view_width())
    cells = [scale.cell_of(at) for at in (day, hands.screen.state.view.day)]
    assert cells[1] == cells[0] + 2


@flow
async def earlier(hands: Hands) -> None:
    await hands.press("v", "l", "g", "l", "l")
    day = hands.screen.state.view.day
    await hands.press("h")
    assert hands.screen.state.view.day < day
    await hands.press(*["left"] * 9)
    low, _ = hands.screen.lanes().whole(hands.screen.view_width()).window
    assert hands.screen.state.view.day == low


@flow
async def next_in_lane(hands: Hands) -> None:
    await hands.press("v", "l", "C", "C")
    lane = hands.screen.state.view.lane
    await hands.press("]", "]", "shift+right")
    name, _ = hands.screen.lanes().name(lane)
    event = hands.event
    assert name in event.sources
    assert hands.place > 2


@flow
async def previous_in_lane(hands: Hands) -> None:
    await hands.press("v", "l", "]", "]")
    place = hands.place
    await hands.press("]", "[")
    assert hands.place == place
    await hands.press(*["shift+left"] * 5)
    assert "no event there" in hands.foot


@flow
async def zoom_in(hands: Hands) -> None:
    await hands.press("}", "v", "l")
    day = hands.screen.state.view.day
    level = hands.screen.scale(hands.screen.view_width()).level
    await hands.press("+", "z")
    scale = hands.screen.scale(hands.screen.view_width())
    assert scale.level == max(level - 2, 0)
    assert hands.screen.state.view.day == day
    assert 0 <= scale.cell_of(day) < scale.cells
    await hands.press("+", "+", "+")
    assert "one cell is one day" in hands.foot


@flow
async def zoom_out(hands: Hands) -> None:
    await hands.press("v", "l", "z", "-")
    assert hands.screen.state.view.scale is None
    level = hands.screen.scale(hands.screen.view_width()).level
    await hands.press("Z")
    assert hands.screen.scale(hands.screen.view_width()).level == level + 1


@flow
async def zoom_reset(hands: Hands) -> None:
    await hands.press("v", "l", "z", "z", "0")
    screen = hands.screen
    width = screen.view_width()
    assert screen.scale(width) == screen.lanes().whole(width)


@flow
async def lanes_by(hands: Hands) -> None:
    await hands.press("v", "l")
    seen = []
    for _ in range(3):
        await hands.press("C")
        seen.append(hands.screen.lanes().name(0)[1])
    assert len(set(seen)) == 3
    assert hands.screen.state.view.by == "actor"


@flow
async def next_source(hands: Hands) -> None:
    await hands.press("v", "m", ">")
    assert "no more sources" in hands.foot
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(hands.screen.matrix()), "columns", lambda *_: 3)
        await hands.press(">", "shift+right")
        assert hands.screen.state.view.offset == 2


@flow
async def previous_source(hands: Hands) -> None:
    with pytest.MonkeyPatch.context() as patch:
        await hands.press("v", "m")
        patch.setattr(type(hands.screen.matrix()), "columns", lambda *_: 3)
        await hands.press(">", ">", "<")
        assert hands.screen.state.view.offset == 1


@flow
async def compare(hands: Hands) -> None:
    await hands.press("j", "j", "c")
    assert hands.screen.state.where == "comparison"
    event = hands.event
    shown = hands.body
    for account in event.accounts[:3]:
        assert hands.screen.library.source(account.source).label in shown
    assert "≠ stance" in shown
    assert "≠ wording" in shown
    await hands.press("q")
    assert hands.screen.state.where == "list"


@flow
async def next_account(hands: Hands) -> None:
    await hands.press("j", "j", "c", "l")
    assert "▸ 1  Diplomat" in hands.body
    await hands.press("tab", "right", "l")
    assert "▸ 4  Meduza" in hands.body
    assert "◂ accounts 2–4 of 4" in hands.rows[1]
    await hands.press("l")
    assert "▸ 1  Diplomat" in hands.body


@flow
async def previous_account(hands: Hands) -> None:
    await hands.press("j", "j", "c", "h")
    assert "▸ 4  Meduza" in hands.body
    await hands.press("shift+tab", "left")
    assert "▸ 2  EDM" in hands.body


@flow
async def document(hands: Hands) -> None:
    await hands.press("j", "j", "2", "d")
    assert hands.screen.state.where == "document"
    assert "EDM" in hands.rows[1]
    assert "in our words" in hands.rows[2]
    found = hands.document
    event = hands.event
    cite = event.accounts[1].cite[0]
    assert found.text.numbers[found.para] == cite.para
    assert "▌" in hands.body
    await hands.press("ctrl+o")
    assert hands.screen.state.where == "detail"


@flow
async def next_passage(hands: Hands) -> None:
    await hands.press("j", "j", "d", "g", "]")
    first = hands.document
    await hands.press("]")
    second = hands.document
    assert second.para > first.para
    assert "passage 2 of" in hands.rows[1]
    for _ in first.text.cited:
        await hands.press("tab")
    assert hands.document.para == second.para


@flow
async def previous_passage(hands: Hands) -> None:
    await hands.press("j", "j", "d", "g", "tab", "[")
    count = len(hands.document.text.cited)
    assert f"passage {count} of {count}" in hands.rows[1]


@pytest.mark.parametrize("command", flow)
async def test_each_command_does_what_it_says(follow: Follow, command: str) -> None:
    await follow(flow[command])


async def test_the_command_of_a_view_opens_and_prints_the_same(
    explore: Explore, painted: Painted
) -> None:
    app = explore("theme:war")
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("v", "m", "Y")
        assert app.clipboard == "kgtl --view matrix theme:war"
        await hands.press("v", "l", "C", "Y")
        assert app.clipboard == "kgtl --view lanes --by theme theme:war"
        await hands.press("+", "Y")
        words = shlex.split(app.clipboard)
        asked = read(words[1:])
        period = read_period(str(asked.get("at")), TODAY)
        scale = hands.screen.state.view.scale
        assert scale is not None
        assert (period.first.toordinal(), period.last.toordinal()) == scale.window
