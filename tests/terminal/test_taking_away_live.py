"""Looks, keys and other programs on a real pseudo-terminal."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from cli.small_store import IDS, write_store
from terminal.neutral import neutral_environ
from terminal.pty_harness import Terminal

KGTL = (sys.executable, "-m", "timeline_tui")
FIRST = "The ferry stops running"
READING = b"\x1b[?1004h"
SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
ATTRIBUTES = {0, 1, 2, 3, 4, 7, 22, 23, 24, 27}
"""The SGR codes that have nothing to do with colour."""
SIXTEEN = {*range(30, 38), 39, *range(40, 48), 49, *range(90, 98), *range(100, 108)}
"""The SGR codes of the terminal's own sixteen colours."""
Opener = Callable[..., Terminal]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "config" / "kgtl").mkdir(parents=True)
    return tmp_path / "config" / "kgtl" / "config.toml"


@pytest.fixture
def opened(tmp_path: Path, config: Path) -> Iterator[Opener]:
    """Start the command on a terminal; it is ended with the test."""
    store = write_store(tmp_path / "store")
    world = neutral_environ(
        KGTL_STORE=str(store),
        XDG_CACHE_HOME=str(tmp_path / "cache"),
        XDG_STATE_HOME=str(tmp_path / "state"),
        XDG_CONFIG_HOME=str(config.parent.parent),
        SHELL="/bin/sh",
    )
    with ExitStack() as stack:

        def start(
            *argv: str, extra: dict[str, str] | None = None, **how: object
        ) -> Terminal:
            terminal = Terminal(
                [*KGTL, *argv],
                environ={**world, **(extra or {})},
                **how,  # type: ignore[arg-type]
            )
            return stack.enter_context(terminal)

        yield start


def live(terminal: Terminal) -> None:
    """Wait until the explorer reads keys."""
    terminal.wait_for_bytes(READING)
    terminal.settle()


def appears(terminal: Terminal, path: Path, timeout: float = 15.0) -> bool:
    """Wait until there is a file, and return whether there is."""
    deadline = time.monotonic() + timeout
    while not path.exists() and time.monotonic() < deadline:
        terminal.pump(0.05)
    return path.exists()


def codes(output: bytes) -> set[int]:
    """Every number of every SGR that was written."""
    return {
        int(number or 0)
        for found in SGR.findall(output)
        for number in re.split(rb"[;:]", found)
    }


TOUR = ("j", "f", "\x1b", "?", "\x1b", "/fer", "\r", "&kind:nothing", "\x1b", "\x10",
        "\x1b", "\r", "q", "w", "\x1b", "K")  # fmt: skip
"""Keys that bring most of what there is onto the screen."""


@pytest.mark.parametrize(
    ("how", "size"),
    [
        ("NO_COLOR", (160, 45)),
        ("NO_COLOR", (80, 24)),
        ("NO_COLOR", (40, 12)),
        ("--color", (120, 40)),
        ("theme", (120, 40)),
    ],
)
def test_without_colour_no_code_of_a_colour_is_written(
    opened: Opener, config: Path, *, how: str, size: tuple[int, int]
) -> None:
    extra = {"NO_COLOR": "1"} if how == "NO_COLOR" else {}
    argv = ("--color", "never") if how == "--color" else ()
    if how == "theme":
        config.write_text('[look]\ntheme = "none"\n')
    terminal = opened(*argv, extra=extra, size=size)
    live(terminal)
    for key in TOUR:
        terminal.send(key)
        terminal.settle(0.1)
    assert codes(terminal.output) <= ATTRIBUTES
    assert 7 in codes(terminal.output)


def test_sixteen_colours_are_the_terminals_own(opened: Opener, config: Path) -> None:
    config.write_text('[look]\ntheme = "16"\n')
    terminal = opened()
    live(terminal)
    for key in TOUR:
        terminal.send(key)
        terminal.settle(0.1)
    assert codes(terminal.output) <= ATTRIBUTES | SIXTEEN
    assert codes(terminal.output) & SIXTEEN


def test_a_light_theme_stands_on_a_dark_terminal(opened: Opener, config: Path) -> None:
    config.write_text('[look]\ntheme = "light"\nmouse = false\n')
    terminal = opened()
    live(terminal)
    assert b"48;2;250;250;248" in terminal.output
    assert b"48;2;20;23;26" not in terminal.output
    assert b"?1000h" not in terminal.output


def test_the_first_frame_tells_the_keys_of_the_reader(
    opened: Opener, config: Path
) -> None:
    config.write_text('[keys]\nsearch = "Q"\n')
    terminal = opened()
    terminal.wait_for_bytes(b"\x1b]11;?")
    assert READING not in terminal.output
    assert "Q search" in terminal.lines[-1]
    live(terminal)
    terminal.send("Q")
    terminal.send("talks")
    terminal.wait_for(r"/ ?talks")


def test_a_binding_that_cannot_be_ends_it_before_the_screen_is_taken(
    opened: Opener, config: Path
) -> None:
    config.write_text('[keys]\nmark = "j"\n')
    terminal = opened()
    assert terminal.wait() == 2
    text = re.sub(r"\s+", "", terminal.text)
    assert "config.toml:2:jisgiventobothdownandmark" in text
    assert not terminal.private_modes


def test_an_idle_screen_is_left_alone(opened: Opener) -> None:
    terminal = opened()
    live(terminal)
    terminal.send("j")
    terminal.settle(0.3)
    written = len(terminal.output)
    assert not terminal.pump(1.0)
    assert len(terminal.output) == written


def test_a_command_has_the_terminal_and_gives_it_back(opened: Opener) -> None:
    terminal = opened()
    live(terminal)
    terminal.send("|")
    asking = "echo ask$((1 + 1)) > /dev/tty; read word < /dev/tty"
    terminal.send(f"!{asking}; echo $word$((40 + 2)) > /dev/tty; exit 3\r")
    terminal.wait_for_bytes(b"ask2")  # which is not what was typed
    assert not terminal.in_alternate_screen
    terminal.send("gone\n")
    terminal.wait_for_bytes(b"gone42")  # it may stand only for a moment
    terminal.wait_for(r": exit code 3\b")
    terminal.send("q")
    assert terminal.wait() == 0
    assert not terminal.in_alternate_screen


def test_what_a_command_prints_is_read_before_one_goes_back(opened: Opener) -> None:
    terminal = opened()
    live(terminal)
    terminal.send("|")
    terminal.send("cat; exit 3\r")
    terminal.wait_for("kgtl: Enter goes back")
    assert FIRST in terminal.text
    assert not terminal.in_alternate_screen
    terminal.send("\n")
    terminal.wait_for(r"exit code 3, \d+ lines printed")
    terminal.send("j")
    terminal.settle()
    terminal.send("q")
    assert terminal.wait() == 0
    assert not terminal.in_alternate_screen


def test_interrupting_a_command_interrupts_nothing_else(opened: Opener) -> None:
    terminal = opened()
    live(terminal)
    terminal.send("|")
    terminal.send("!echo run$((40 + 2)) > /dev/tty; sleep 30\r")
    terminal.wait_for("run42")  # which is not what was typed
    terminal.send("\x03")
    terminal.wait_for("ended by signal 2|exit code 130")
    terminal.send("q")
    assert terminal.wait() == 0


def test_giving_up_a_command_ends_what_it_has_started(
    opened: Opener, tmp_path: Path
) -> None:
    started, ended = tmp_path / "started", tmp_path / "ended"
    command = (
        f"sh -c 'trap \"echo > {ended}; exit\" TERM; echo > {started}; sleep 30 & wait'"
    )
    terminal = opened()
    live(terminal)
    terminal.send("|")
    terminal.send(f"{command}\r")
    terminal.wait_for("Esc gives it up")
    assert appears(terminal, started)
    terminal.send("\x1b")
    assert appears(terminal, ended)
    terminal.wait_for("gave up")
    terminal.send("q")
    assert terminal.wait() == 0


def test_an_editor_has_the_terminal_and_the_store_is_read_again(
    opened: Opener, tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        '#!/bin/sh\necho "editing $1" > /dev/tty\nread x\n'
        "sed -i 's/The ferry stops running/The ferry rests/' \"$2\"\n"
    )
    editor.chmod(0o755)
    terminal = opened(extra={"EDITOR": str(editor)})
    live(terminal)
    terminal.send("e")
    terminal.wait_for(r"editing \+\d+")
    terminal.send("\n")
    terminal.wait_for("The ferry rests")
    terminal.wait_for("read again")


def test_picking_works_with_all_three_streams_redirected(
    opened: Opener, tmp_path: Path
) -> None:
    out, err = tmp_path / "out", tmp_path / "err"
    streams = {0: "/dev/null", 1: str(out), 2: str(err)}
    terminal = opened("pick", "--ids", streams=streams)
    modes = terminal.modes
    live(terminal)
    terminal.send("\t")
    terminal.settle(0.15)
    terminal.send("\t")
    terminal.settle(0.15)
    terminal.send("\r")
    assert terminal.wait() == 0
    assert out.read_text().splitlines() == list(IDS[:2])
    assert err.read_text() == ""
    assert terminal.modes == modes
    assert not terminal.in_alternate_screen


def test_picking_from_a_store_on_standard_input(opened: Opener, tmp_path: Path) -> None:
    store, out = tmp_path / "lines.jsonl", tmp_path / "out"
    store.write_text(
        '{"id":"one","date":"2022-02-03","title":"One","accounts":'
        '[{"source":"s","stance":"supports"}]}\n'
    )
    streams = {0: str(store), 1: str(out), 2: str(tmp_path / "err")}
    terminal = opened("pick", "--ids", "--store", "-", streams=streams)
    live(terminal)
    terminal.send("\r")
    assert terminal.wait() == 0
    assert out.read_text() == "one\n"
