"""Flows of the commands that take things out, and of those on the whole window."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from hands import Flows, Follow, Hands
from timeline_tui.library.library import Library, open_library
from timeline_tui.query.syntax import parse_words
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.commands import COMMANDS
from timeline_tui.tui.state import ExploreResult

flow = Flows()


@flow
async def copy_note(hands: Hands) -> None:
    await hands.press("j", "j", "2", "y")
    assert "Jamestown" in hands.app.clipboard
    assert hands.app.clipboard.count("\n") == 0
    assert "sent to the terminal's clipboard: Eurasia Daily" in hands.foot
    await hands.press("escape", "j", "k", "y")
    assert hands.app.clipboard.count("\n") > 0


@flow
async def copy_command(hands: Hands) -> None:
    await hands.press("&", *'actor:Putin until:"Q3 2022" war', "enter", "Y")
    words = shlex.split(hands.app.clipboard)
    today = hands.screen.setup.today
    assert words[0] == "kgtl"
    library = hands.screen.library
    assert parse_words(words[1:], today) == library.resolve(hands.screen.state.query)


@flow
async def choose_style(hands: Hands) -> None:
    await hands.press("ctrl+y", *"apa", "enter")
    assert "In text: (" in hands.app.clipboard
    await hands.press("j", "y")
    assert "sent as apa" in hands.foot


@flow
async def write(hands: Hands) -> None:
    await hands.press("w", *"a.doc", "enter")
    assert "write to file: a.doc" in hands.foot
    assert "the ending tells no format" in hands.foot
    await hands.press("escape")
    assert hands.screen.state.prompt is None
    file = Path(hands.screen.setup.state_folder or "").with_name("brief.tsv")
    await hands.ask("kind:figure")
    await hands.press("w", *str(file), "enter")
    await hands.work_done()
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(hands.screen.state.selection)


@flow
async def pipe(hands: Hands) -> None:
    await hands.press("|", *"sort")
    assert "pipe to: sort" in hands.foot
    await hands.press("escape")
    assert hands.screen.state.prompt is None
    await hands.ask("kind:figure")
    await hands.press("W", *"wc -l", "enter")
    await hands.work_done()
    count = len(hands.screen.state.selection)
    assert f"wc -l: done: {count}" in hands.foot


@flow
async def edit_store(hands: Hands) -> None:
    await hands.press("e")
    assert "no file to edit" in hands.foot
    ran: list[list[str]] = []
    hands.screen.setup = replace(
        hands.screen.setup, line_of=lambda *_: ("/s.toml", 7), editor=("nano",)
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess, "run", lambda words, **_: ran.append(words))
        patch.setattr(ExplorerApp, "suspend", lambda _: nullcontext())
        patch.setattr("timeline_tui.tui.screens.lending.TERMINAL", os.devnull)
        await hands.press("e")
        await hands.work_done()
    assert ran == [["nano", "+7", "/s.toml"]]


@flow
async def reload(hands: Hands) -> None:
    await hands.press("r")
    assert "cannot be read again" in hands.foot
    old = hands.screen.library
    again = open_library(old.where, cache=None)
    hands.screen.setup = replace(hands.screen.setup, reload=lambda _: again)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Library, "close", lambda _: None)
        await hands.press("j", "f5")
        await hands.work_done()
    assert hands.screen.library is again
    assert f"read again: {again.count} events" in hands.foot
    assert hands.place == 1


@flow
async def pick(hands: Hands) -> None:
    hands.screen.setup = replace(hands.screen.setup, pick=True)
    await hands.press("tab", "tab")
    assert len(hands.screen.state.picked) == 2
    assert hands.rows[4].startswith("*")


@flow
async def take(hands: Hands) -> None:
    hands.screen.setup = replace(hands.screen.setup, pick=True)
    await hands.press("j", "tab", "tab", "enter")
    assert hands.app.return_value is not None
    ids = hands.app.return_value.chosen
    assert [hands.screen.library.row_of(one) for one in ids] == [1, 2]


@flow
async def help_(hands: Hands) -> None:
    await hands.press("?")
    assert any("keys of the list" in row for row in hands.rows)
    await hands.type("mark")
    shown = "".join(hands.rows[:8])
    assert "next mark" in shown
    assert "page down" not in shown
    await hands.press("escape", "f", "f1")
    assert any("keys of the filters" in row for row in hands.rows)
    assert any("include" in row for row in hands.rows)
    await hands.press("q")
    assert hands.screen.state.finder is None


@flow
async def palette(hands: Hands) -> None:
    await hands.press("ctrl+p")
    listed = hands.screen.state.finder
    assert listed is not None
    offered = {entry.value for entry in listed.entries}
    assert offered == {c.name for c in COMMANDS if c.panes != ("pick",)}
    await hands.press(*"last", "enter")
    assert hands.place == hands.screen.state.lines.events - 1


@flow
async def close(hands: Hands) -> None:
    await hands.press("/", *"aid", "enter", "enter", "f", "escape")
    assert hands.screen.state.drawer is None
    await hands.press("enter", "escape")
    assert hands.screen.state.pane == "list"
    assert "/aid" in hands.foot
    await hands.press("escape")
    assert "/aid" not in hands.foot
    await hands.press("escape", "escape")
    assert hands.app.is_running


@flow
async def quit_(hands: Hands) -> None:
    await hands.press("f", "q")
    assert hands.screen.state.drawer is None
    await hands.press("enter", "q", "q")
    assert hands.app.return_code == 0
    assert hands.app.return_value == ExploreResult()


@flow
async def leave(hands: Hands) -> None:
    await hands.press("f", "&", "ctrl+q")
    assert hands.app.return_value == ExploreResult()


@flow
async def interrupt(hands: Hands) -> None:
    await hands.press("ctrl+c")
    assert hands.app.return_code == 130


@flow
async def suspend(hands: Hands) -> None:
    sent: list[tuple[int, int]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "kill", lambda *what: sent.append(what))
        patch.setattr(type(hands.app._driver), "can_suspend", property(lambda _: True))
        await hands.press("ctrl+z")
    assert sent == [(os.getpid(), signal.SIGTSTP)]


@pytest.mark.parametrize("command", flow)
async def test_each_command_does_what_it_says(follow: Follow, command: str) -> None:
    await follow(flow[command])
