"""Flows of the commands on marks, gaps, periods, chips and saved views."""

from __future__ import annotations

import pytest

from hands import Flows, Follow, Hands
from timeline_tui.query.syntax import parse
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.screens.keeping import keep, kept
from timeline_tui.tui.state import Setup

flow = Flows()


def setup_of(hands: Hands) -> tuple[Setup, str]:
    return hands.screen.setup, hands.screen.library.path


@flow
async def mark(hands: Hands) -> None:
    await hands.press("j", "m")
    assert "marked" in hands.foot
    assert hands.screen.state.marked == {hands.event.id}
    assert any(row.startswith("*") for row in hands.rows)
    setup, path = setup_of(hands)
    assert kept(setup.state_folder, path).marks == {hands.event.id: ""}
    again = ExplorerApp(hands.screen.library, parse("", setup.today), setup)
    assert again._browse.state.marked == hands.screen.state.marked
    await hands.press("m")
    assert not hands.screen.state.marked
    assert not kept(setup.state_folder, path).marks


@flow
async def note(hands: Hands) -> None:
    await hands.press("j", "M", *"see the annex")
    assert "mark with a note: see the annex" in hands.foot
    await hands.press("enter")
    assert any(row.startswith("*") and "see the annex" in row for row in hands.rows)
    assert any("your note: see the annex" in row for row in hands.rows)
    await hands.press("M", "ctrl+u", *"other", "enter")
    setup, path = setup_of(hands)
    assert kept(setup.state_folder, path).marks == {hands.event.id: "other"}
    await hands.ask("is:marked")
    assert hands.screen.state.lines.events == 1
    await hands.press("m")
    assert hands.screen.state.lines.events == 0


@flow
async def next_marked(hands: Hands) -> None:
    await hands.press("'")
    assert "m marks one" in hands.foot
    await hands.press("j", "m", "j", "j", "m", "g", "'")
    assert hands.place == 1
    await hands.press("f6", "'")
    assert hands.place == 1
    await hands.ask("text:neverfoundword")
    await hands.press("'")
    assert "hides all 2 marked" in hands.foot


@flow
async def resume(hands: Hands) -> None:
    await hands.press("`")
    assert "nothing is known" in hands.foot
    setup, path = setup_of(hands)
    row = hands.screen.library.rows([30])[0]
    keep(setup.state_folder, path, lambda book: book.leaving(row.id))
    hands.screen.open_notebook()
    await hands.press("`")
    assert hands.event.id == row.id
    await hands.press("ctrl+o", "f7")
    assert hands.event.id == row.id


@flow
async def next_gap(hands: Hands) -> None:
    await hands.ask("actor:putin kind:statement")
    await hands.press(")")
    one = hands.place
    assert "hidden by your filter" in hands.foot
    await hands.press("J")
    assert hands.place > one
    await hands.press("G", ")")
    assert "no later gap" in hands.foot


@flow
async def previous_gap(hands: Hands) -> None:
    await hands.press("(")
    assert "no earlier gap" in hands.foot
    await hands.ask("actor:putin kind:statement")
    await hands.press("G", "(")
    last = hands.place
    assert "empty, " in hands.foot
    await hands.press("K")
    assert 0 <= hands.place < last


@flow
async def drop(hands: Hands) -> None:
    await hands.press("X")
    assert "there is no filter" in hands.foot
    await hands.ask("actor:putin since:2022 war")
    await hands.press("X")
    assert any("drop from the filter" in row for row in hands.rows)
    await hands.press("down", "enter")
    assert hands.query == "actor:putin war"
    await hands.press("u")
    assert hands.query == "actor:putin since:2022 war"


@flow
async def drop_last(hands: Hands) -> None:
    await hands.ask("actor:putin since:2022")
    await hands.press("backspace")
    assert hands.query == "actor:putin"
    await hands.press("backspace", "backspace")
    assert hands.query == ""
    assert "there is no filter" in hands.foot


@flow
async def only_month(hands: Hands) -> None:
    await hands.press("}", "j")
    before = hands.event.id
    await hands.press("i")
    assert hands.query.startswith("on:2021-")
    assert hands.event.id == before
    assert "events" in hands.foot
    await hands.press("i")
    assert hands.query == ""


@flow
async def narrow_period(hands: Hands) -> None:
    await hands.press("}", "z")
    before = hands.event.id
    assert hands.query == "on:2021"
    asked = []
    for key in ("z", "shift+down", "z"):
        await hands.press(key)
        asked.append(hands.query)
        assert hands.event.id == before
    assert [len(text) for text in asked] == [10, 10, 13]
    await hands.press("z")
    assert "narrowest" in hands.foot


@flow
async def widen_period(hands: Hands) -> None:
    await hands.press("Z")
    assert "no period" in hands.foot
    await hands.ask("on:2022-02-26")
    asked = []
    for key in ("Z", "shift+up", "Z", "Z"):
        await hands.press(key)
        asked.append(hands.query)
    assert asked == ["on:2022-02", "on:2022-Q1", "on:2022", ""]


@flow
async def next_period(hands: Hands) -> None:
    await hands.press(">")
    assert "no period" in hands.foot
    await hands.ask("on:2021-12 actor:putin")
    await hands.press(">", "shift+right")
    assert hands.query == "actor:putin on:2022-02"


@flow
async def previous_period(hands: Hands) -> None:
    await hands.ask("on:2022-Q1")
    await hands.press("<", "shift+left")
    assert hands.query == "on:2021-Q3"
    await hands.ask("on:0002")
    await hands.press("<", "<")
    assert hands.query == "on:0001"


@flow
async def save_view(hands: Hands) -> None:
    await hands.press("ctrl+s")
    assert "no filter to save" in hands.foot
    await hands.ask("actor:Putin war")
    await hands.press("ctrl+s", "enter")
    assert "needs a name" in hands.foot
    await hands.press("ctrl+s", *"his war", "enter")
    assert "saved as his war" in hands.foot
    setup, path = setup_of(hands)
    assert kept(setup.state_folder, path).views == {"his war": "actor:putin war"}


@flow
async def views(hands: Hands) -> None:
    await hands.ask("actor:putin")
    await hands.press("V", *"save", "enter", *"mine", "enter")
    await hands.ask("kind:figure")
    await hands.press("V")
    shown = "\n".join(hands.rows)
    assert "mine" in shown
    assert "actor:putin" in shown
    await hands.press("enter")
    assert hands.query == "actor:putin"
    await hands.press("u")
    assert hands.query == "kind:figure"
    await hands.press("V", *"delete", "enter", "enter")
    assert "deleted mine, which was actor:putin" in hands.foot
    setup, path = setup_of(hands)
    assert not kept(setup.state_folder, path).views


@pytest.mark.parametrize("command", flow)
async def test_each_command_does_what_it_says(follow: Follow, command: str) -> None:
    await follow(flow[command])
