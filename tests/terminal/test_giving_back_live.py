"""The terminal is given back, and taken again, in the middle of whatever is done."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from cli.small_store import write_store
from terminal.modern_terminal import ModernTerminal
from terminal.neutral import neutral_environ
from terminal.pty_harness import Terminal
from terminal.sane import assert_given_back, assert_sane

KGTL = (sys.executable, "-m", "timeline_tui")
FIRST = "The ferry stops running"
READING = b"\x1b[?1004h"
KINDS = pytest.mark.parametrize("kind", [Terminal, ModernTerminal])
TYPED = "/ferry\r" + "jk\x1b[B\x1b[A" * 40 + "vlvmvfvt" * 5 + "\x1b[<0;9;9M&acto"
Opener = Callable[..., Terminal]


@pytest.fixture
def world(tmp_path: Path) -> dict[str, str]:
    return neutral_environ(
        KGTL_STORE=str(write_store(tmp_path / "store")),
        XDG_CACHE_HOME=str(tmp_path / "cache"),
        XDG_STATE_HOME=str(tmp_path / "state"),
        XDG_CONFIG_HOME=str(tmp_path / "config"),
    )


@pytest.fixture
def opened(world: dict[str, str]) -> Iterator[Opener]:
    """Start the explorer on a terminal of some kind; it is ended with the test."""
    with ExitStack() as stack:

        def start(kind: type[Terminal] = Terminal, **extra: str) -> Terminal:
            terminal = stack.enter_context(kind(KGTL, environ={**world, **extra}))
            terminal.wait_for_bytes(READING)
            terminal.settle()
            return terminal

        yield start


@KINDS
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_in_the_middle_of_typing_leaves_the_terminal_sane(
    opened: Opener, kind: type[Terminal], number: signal.Signals
) -> None:
    terminal = opened(kind)
    terminal.send(TYPED)
    terminal.resize(40, 12)
    terminal.signal(number)
    assert terminal.wait() == 128 + number
    assert_sane(terminal, fresh_modes())


def fresh_modes() -> list[object]:
    """What a terminal that nobody has touched says of its modes."""
    with Terminal(["true"]) as terminal:
        terminal.wait()
        return terminal.modes


@KINDS
@pytest.mark.parametrize("asked", ["key", "signal"])
def test_a_stop_in_the_middle_of_typing_gives_the_terminal_back_until_it_goes_on(
    opened: Opener, kind: type[Terminal], asked: str
) -> None:
    terminal = opened(kind)
    terminal.send("|echo hel")
    if asked == "key":
        terminal.send("\x1a")
    else:
        terminal.signal(signal.SIGTSTP)
    assert terminal.wait_for_stop()
    assert terminal.is_stopped
    assert_given_back(terminal, fresh_modes())
    before = len(terminal.chunks)
    terminal.signal(signal.SIGCONT)
    terminal.wait_for_bytes(READING, since=before)
    terminal.settle()
    terminal.send("lo\x1b[D")
    terminal.wait_for("echo hello")
    assert terminal.in_alternate_screen
    terminal.send("\x11")
    assert terminal.wait() == 0
    assert_sane(terminal, fresh_modes())


@pytest.mark.parametrize("stopped", [True, False])
def test_going_on_without_having_been_told_of_a_stop_takes_the_terminal_once(
    opened: Opener,
    stopped: bool,  # noqa: FBT001 - a column
) -> None:
    terminal = opened()
    for _ in range(3):
        if stopped:
            terminal.signal(signal.SIGSTOP)
            assert terminal.wait_for_stop()
        before = len(terminal.chunks)
        terminal.signal(signal.SIGCONT)
        terminal.wait_for_bytes(READING, since=before)
        terminal.settle()
    terminal.send("/talks\r")  # of which two that read would each get a part
    terminal.wait_for("/talks  1 of")
    terminal.send("\x11")
    assert terminal.wait() == 0
    assert_sane(terminal, fresh_modes())


def test_every_stop_that_was_asked_for_comes_and_leaves_the_terminal_sane(
    opened: Opener,
) -> None:
    terminal = opened(ModernTerminal)
    terminal.send("\x1a\x1a\x1a")
    for _ in range(3):
        assert terminal.wait_for_stop()
        assert_given_back(terminal, fresh_modes())
        terminal.signal(signal.SIGCONT)
    terminal.wait_for(FIRST)
    terminal.settle()
    terminal.send("\x11")
    assert terminal.wait() == 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="NOT CHECKED: no bash here")
def test_in_the_background_it_leaves_the_terminal_alone(world: dict[str, str]) -> None:
    shell = ("bash", "--norc", "--noediting", "-i")
    with Terminal(shell, environ={**world, "PS1": "ready> "}) as terminal:
        terminal.wait_for("ready> ")
        modes = terminal.modes
        terminal.send(f"{' '.join(KGTL)}\n")
        terminal.wait_for_bytes(READING)
        terminal.settle()
        terminal.send("\x1a")
        for _ in range(2):
            terminal.settle()
            assert_given_back(terminal, modes)
            terminal.send("bg\n")
        terminal.settle()
        assert_given_back(terminal, modes)
        before = len(terminal.chunks)
        terminal.send("fg\n")
        terminal.wait_for_bytes(READING, since=before)
        terminal.settle()
        terminal.send("/talks\r")
        terminal.wait_for("/talks  1 of")
        before = len(terminal.chunks)
        terminal.send("\x11")
        terminal.wait_for_bytes(b"ready> ", since=before)
        assert_given_back(terminal, modes)


@KINDS
def test_leaving_in_the_moment_of_the_start_turns_off_what_was_turned_on(
    opened: Opener, kind: type[Terminal]
) -> None:
    terminal = opened(kind)
    terminal.signal(signal.SIGCONT)  # takes the terminal once more
    terminal.send("\x11")
    assert terminal.wait() == 0
    assert_given_back(terminal, fresh_modes())


@pytest.mark.parametrize(
    ("keys", "told"),
    [("e", "cannot be started: No such file"), ("|!cat\r", "cannot be run: No such")],
)
def test_a_program_that_cannot_be_started_freezes_nothing(
    opened: Opener, tmp_path: Path, keys: str, told: str
) -> None:
    missing = str(tmp_path / "missing")
    terminal = opened(EDITOR=missing, VISUAL=missing, SHELL=missing)
    terminal.send(keys)
    terminal.wait_for(told)
    terminal.settle()
    assert terminal.in_alternate_screen
    terminal.send("j")
    terminal.wait_for("search")
    terminal.send("\x11")
    assert terminal.wait() == 0
    assert_sane(terminal, fresh_modes())


def test_what_is_typed_behind_the_key_that_leaves_is_nobodys(
    opened: Opener, tmp_path: Path
) -> None:
    editor, ran = tmp_path / "editor", tmp_path / "ran"
    editor.write_text(f"#!/bin/sh\ntouch '{ran}'\n")
    editor.chmod(0o755)
    terminal = opened(EDITOR=str(editor), VISUAL=str(editor))
    terminal.send("qe|!true\re")
    assert terminal.wait() == 0
    assert_given_back(terminal, fresh_modes())
    assert not ran.exists()


@pytest.mark.parametrize("name", ["~nobody-here", "x" * 300, "no/such/folder/x.csv"])
def test_a_name_that_no_file_can_have_ends_nothing(
    opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    terminal = opened(PYTHONPATH=os.pathsep.join(sys.path), HOME="/nowhere")
    terminal.send("w")
    terminal.wait_for("write to file")
    terminal.send(f"{name}\r")
    terminal.wait_for("cannot write|wrote 4 events")
    terminal.send("\x11")
    assert terminal.wait() == 0


@pytest.mark.parametrize(
    "rubbish",
    [
        b"\x1b[1114112u",
        b"\x1b[99999999999u",
        b"\x1b[97;3:3u",
        b"\x1b[48;24;80;0;0t\x1b[<35;5;5M",
        b"\x1b[48;0;0;0;0t",
        b"\xff\xfe",
    ],
)
def test_what_no_terminal_sends_is_passed_over(opened: Opener, rubbish: bytes) -> None:
    terminal = opened()
    terminal.send(rubbish)
    terminal.settle(0.3)
    terminal.send("\x1b")  # ends what it may have begun
    terminal.settle(0.3)
    terminal.resize(118, 40)
    terminal.send("/talks\r")
    terminal.wait_for("/talks  1 of")
    terminal.send("\x11")
    assert terminal.wait() == 0
