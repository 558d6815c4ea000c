"""One flow for each command of the table, from a key to what the reader sees."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import webbrowser
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from hands import Flows, Hands
from timeline_tui.library.library import Library, open_library
from timeline_tui.query.syntax import parse_words
from timeline_tui.tui.app import ExplorerApp
from timeline_tui.tui.commands import COMMANDS
from timeline_tui.tui.state import ExploreResult

Explore = Callable[..., ExplorerApp]
Painted = Callable[[ExplorerApp], list[str]]
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
    assert hands.screen.event is not None
    assert hands.screen.event.date.text.startswith("2022-")
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
    event = hands.screen.event
    assert event is not None
    assert event.links
    await hands.press("x")
    assert hands.screen.event is not None
    assert hands.screen.event.id == event.links[0].to


@flow
async def open_address(hands: Hands) -> None:
    await hands.press("&", *"source:meduza", "enter")
    assert hands.screen.event is not None
    sources = [account.source for account in hands.screen.event.accounts]
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


@flow
async def search(hands: Hands) -> None:
    before = hands.screen.state.lines.events
    await hands.press("/", *"valdai")
    assert "of" in hands.foot
    await hands.press("enter")
    assert hands.screen.state.lines.events == before
    assert "/valdai  1 of" in hands.foot
    await hands.press("escape")
    assert hands.screen.state.search is None
    await hands.press("/", *"xyzzyx")
    assert "nothing found" in hands.foot


@flow
async def next_hit(hands: Hands) -> None:
    await hands.press("/", *"aid", "enter")
    one = hands.place
    await hands.press("n")
    assert hands.place > one
    assert "2 of" in hands.foot


@flow
async def previous_hit(hands: Hands) -> None:
    await hands.press("N")
    assert "/ searches" in hands.foot
    await hands.press("f3", *"aid", "enter", "n", "N")
    assert "1 of" in hands.foot


@flow
async def edit_query(hands: Hands) -> None:
    await hands.press("&", *"actor:put")
    few = hands.screen.state.lines.events
    assert "&" in hands.rows[0]
    assert few < hands.screen.library.count
    await hands.type("n")
    assert hands.rows[1].index("^") == 3
    assert "did you mean putin" in hands.rows[2]
    assert hands.screen.state.lines.events == few
    await hands.press("enter")
    assert hands.screen.state.prompt is not None
    await hands.press("backspace", "enter")
    assert hands.query == "actor:put"
    await hands.press("u")
    assert hands.query == ""
    await hands.press(":", *"kind:figure", "escape")
    assert hands.query == ""


@flow
async def filters(hands: Hands) -> None:
    await hands.press("f")
    assert "Actors" in "".join(hands.rows)
    await hands.press("f")
    assert "Actors" not in "".join(hands.rows)


@flow
async def include(hands: Hands) -> None:
    await hands.press("f", "down", "space")
    assert hands.query.startswith("actor:")
    assert any("[+]" in row for row in hands.rows)
    await hands.press("enter")
    assert hands.query == ""


@flow
async def exclude(hands: Hands) -> None:
    await hands.press("f", "x")
    assert hands.query.startswith("-actor:")
    assert any("[−]" in row for row in hands.rows)


@flow
async def next_facet(hands: Hands) -> None:
    await hands.press("f", "]")
    at = hands.screen.state.drawer
    assert at is not None
    assert hands.screen.facets()[at.at].field == "theme"


@flow
async def previous_facet(hands: Hands) -> None:
    await hands.press("f", "]", "]", "[")
    at = hands.screen.state.drawer
    assert at is not None
    assert hands.screen.facets()[at.at].field == "theme"


async def _toggled(hands: Hands, key: str, sign: str) -> None:
    """Press a key on an event, take the first choice, and press it again."""
    if key not in ("b", "B"):
        await hands.press("j", "j")
    await hands.press(key)
    if hands.screen.state.finder is not None:
        await hands.press("enter")
    assert hands.query.startswith(sign)
    if not sign.startswith("-"):
        assert hands.screen.event is not None
        await hands.press(key)
        assert hands.query == ""


@flow
async def only_actor(hands: Hands) -> None:
    await _toggled(hands, "a", "actor:")


@flow
async def not_actor(hands: Hands) -> None:
    await _toggled(hands, "A", "-actor:")


@flow
async def only_theme(hands: Hands) -> None:
    await _toggled(hands, "t", "theme:")


@flow
async def not_theme(hands: Hands) -> None:
    await _toggled(hands, "T", "-theme:")


@flow
async def only_source(hands: Hands) -> None:
    await _toggled(hands, "s", "source:")


@flow
async def not_source(hands: Hands) -> None:
    await hands.press("j", "j", "2", "S")
    assert hands.query == "-source:edm-2023"


@flow
async def only_speaker(hands: Hands) -> None:
    await hands.press("b")
    assert "names no speaker" in hands.foot
    await hands.press("&", *"by:umarov", "enter", "F")
    await _toggled(hands, "b", "by:")


@flow
async def not_speaker(hands: Hands) -> None:
    await hands.press("&", *"by:umarov", "enter", "F")
    await _toggled(hands, "B", "-by:")


@flow
async def all_filters(hands: Hands) -> None:
    await hands.press("F")
    assert "there is no filter" in hands.foot
    await hands.press("&", *"actor:putin", "enter", "j", "j")
    event = hands.screen.event
    await hands.press("F")
    assert hands.query == ""
    assert hands.screen.event == event
    await hands.press("F")
    assert hands.query == "actor:putin"
    assert hands.screen.event == event


@flow
async def possible(hands: Hands) -> None:
    await hands.press("p")
    assert "too vague" in hands.foot
    await hands.press("&", *"on:2022-03-05..2022-03-20", "enter")
    few = hands.screen.state.lines.events
    await hands.press("p")
    assert hands.screen.state.lines.events > few


@flow
async def undo(hands: Hands) -> None:
    await hands.press("u")
    assert "nothing to undo" in hands.foot
    await hands.press("&", *"putin", "enter", "u")
    assert hands.query == ""


@flow
async def redo(hands: Hands) -> None:
    await hands.press("ctrl+r")
    assert "nothing to redo" in hands.foot
    await hands.press("&", *"putin", "enter", "u", "ctrl+r")
    assert hands.query == "putin"


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
        hands.screen.setup, line_of=lambda _: ("/s.toml", 7), editor=("nano",)
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess, "run", lambda words, **_: ran.append(words))
        patch.setattr(ExplorerApp, "suspend", lambda _: nullcontext())
        patch.setattr("timeline_tui.tui.screens.lending.TERMINAL", os.devnull)
        await hands.press("e")
    assert ran == [["nano", "+7", "/s.toml"]]


@flow
async def reload(hands: Hands) -> None:
    await hands.press("r")
    assert "cannot be read again" in hands.foot
    old = hands.screen.library
    again = open_library(old.where, cache=None)
    hands.screen.setup = replace(hands.screen.setup, reload=lambda: again)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Library, "close", lambda _: None)
        await hands.press("j", "f5")
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
async def test_each_command_does_what_it_says(
    explore: Explore, painted: Painted, command: str
) -> None:
    async with explore().run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await flow[command](Hands(pilot, painted))


async def test_the_store_is_edited_at_the_event_and_read_again(
    explore: Explore, painted: Painted, shipped: Library
) -> None:
    ran: list[list[str]] = []
    app = explore(
        line_of=lambda _: ("/store/events.toml", 12),
        editor=("nano",),
        reload=lambda: shipped,
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess, "run", lambda words, **_: ran.append(words))
        patch.setattr(ExplorerApp, "suspend", lambda _: nullcontext())
        patch.setattr("timeline_tui.tui.screens.lending.TERMINAL", os.devnull)
        patch.setattr(Library, "close", lambda _: None)
        async with app.run_test(size=(120, 40)) as pilot:
            hands = Hands(pilot, painted)
            await hands.press("j", "j", "e")
            assert ran == [["nano", "+12", "/store/events.toml"]]
            assert "read again: 1" in hands.foot
            assert hands.place == 2


async def test_a_store_that_cannot_be_read_again_leaves_the_old_view(
    explore: Explore, painted: Painted
) -> None:
    def fail() -> Library:
        raise OSError("unreadable")

    async with explore(reload=fail).run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, painted)
        await hands.press("j", "f5")
        assert "kept what is shown: unreadable" in hands.foot
        assert hands.place == 1
