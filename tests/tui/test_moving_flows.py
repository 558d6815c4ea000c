"""Flows of the commands that move through the list and what it opens."""

from __future__ import annotations

import webbrowser

import pytest

from hands import Flows, Follow, Hands

flow = Flows()


@flow
async def down(hands: Hands) -> None:
    await hands.press("j", "down", "о")
    assert hands.place == 3


@flow
async def up(hands: Hands) -> None:
    await hands.press("j", "j", "k", "up", "up")
    assert hands.place == 0


@flow
async def page_down(hands: Hands) -> None:
    await hands.press("space")
    first = hands.place
    await hands.press("pagedown", "ctrl+f")
    assert 20 < first < hands.place / 2


@flow
async def page_up(hands: Hands) -> None:
    await hands.press("G", "pageup", "ctrl+b")
    assert 20 < hands.screen.state.lines.events - hands.place < 90


@flow
async def half_down(hands: Hands) -> None:
    await hands.press("ctrl+d")
    assert 5 < hands.place < 20


@flow
async def half_up(hands: Hands) -> None:
    await hands.press("ctrl+d", "ctrl+u")
    assert hands.place <= 1


@flow
async def first(hands: Hands) -> None:
    await hands.press("G", "g")
    assert hands.place == 0
    await hands.press("G", "home")
    assert hands.place == 0


@flow
async def last(hands: Hands) -> None:
    await hands.press("G")
    assert hands.place == hands.screen.state.lines.events - 1
    await hands.press("tab", "end")
    assert hands.screen.pane("detail").top > 0


@flow
async def next_month(hands: Hands) -> None:
    starts = [at for _, _, at in hands.screen.state.selection.group_counts()]
    await hands.press("]", "l")
    assert hands.place == starts[2]


@flow
async def previous_month(hands: Hands) -> None:
    starts = [at for _, _, at in hands.screen.state.selection.group_counts()]
    await hands.press("]", "]", "[", "h")
    assert hands.place == starts[0]


@flow
async def next_year(hands: Hands) -> None:
    groups = hands.screen.state.selection.group_counts()
    await hands.press("}")
    assert hands.place == next(at for g, _, at in groups if g.year == "2021")


@flow
async def previous_year(hands: Hands) -> None:
    await hands.press("}", "j", "{", "H")
    assert hands.place == 0


@flow
async def go_to_date(hands: Hands) -> None:
    await hands.press(".")
    await hands.type("26 Feb 2022")
    assert "go to date: 26 Feb 2022" in hands.foot
    await hands.press("enter")
    assert hands.event.date.text.startswith("2022-")
    assert any("2022  Feb" in row for row in hands.rows)
    await hands.press("D", *"soon", "enter")
    assert hands.screen.state.prompt is not None
    assert hands.screen.state.prompt.reason
    await hands.press("escape")
    assert hands.screen.state.prompt is None


@flow
async def back(hands: Hands) -> None:
    await hands.press("j", "G", "ctrl+o")
    assert hands.place == 1
    await hands.press("ctrl+o")
    assert "no earlier place" in hands.foot


@flow
async def forward(hands: Hands) -> None:
    await hands.press("G", "ctrl+o", "ctrl+n")
    assert hands.place == hands.screen.state.lines.events - 1


@flow
async def open_(hands: Hands) -> None:
    await hands.press("enter", "j")
    assert hands.place == 0
    assert "Esc close" in hands.foot
    await hands.pilot.resize_terminal(40, 12)
    await hands.pilot.pause()
    assert not any("──" in row for row in hands.rows)
    await hands.press("escape")
    assert any("──" in row for row in hands.rows)


@flow
async def account(hands: Hands) -> None:
    await hands.press("j", "j", "3")
    assert hands.screen.account is not None
    starts = hands.screen.account_lines()
    pane = hands.screen.pane("detail")
    assert pane.top <= starts[2] < pane.top + pane.page
    await hands.press("9")
    assert "no account 9" in hands.foot


@flow
async def follow_link(hands: Hands) -> None:
    await hands.press("j")
    event = hands.event
    assert event.links
    await hands.press("x")
    assert hands.event.id == event.links[0].to


@flow
async def open_address(hands: Hands) -> None:
    await hands.press("&", *"source:meduza", "enter")
    assert hands.screen.event is not None
    sources = [account.source for account in hands.event.accounts]
    await hands.press(str(sources.index("meduza-2023") + 1), "o")
    assert hands.app.clipboard.startswith("https://")
    assert ":~:text=" in hands.app.clipboard
    assert "no browser here" in hands.foot
    opened: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(webbrowser, "open", opened.append)
        patch.setenv("DISPLAY", ":0")
        await hands.press("o")
        await hands.app.workers.wait_for_complete()
    assert opened == [hands.app.clipboard]


@flow
async def next_pane(hands: Hands) -> None:
    await hands.press("tab")
    assert hands.screen.state.pane == "detail"
    await hands.press("tab")
    assert hands.screen.state.pane == "list"


@flow
async def previous_pane(hands: Hands) -> None:
    await hands.pilot.resize_terminal(160, 45)
    await hands.pilot.pause()
    await hands.press("shift+tab")
    assert hands.screen.state.pane == "drawer"


@pytest.mark.parametrize("command", flow)
async def test_each_command_does_what_it_says(follow: Follow, command: str) -> None:
    await follow(flow[command])
