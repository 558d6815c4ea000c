"""The explorer on a real pseudo-terminal: how it takes it and gives it back."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

PROGRAM = """
import sys, termios, os
from contextlib import suppress
from datetime import date
from timeline_tui.library.library import open_library
from timeline_tui.query.terms import Query
from timeline_tui.store.locate import locate
from timeline_tui.tui.app import ExplorerApp, explore
from timeline_tui.tui.state import Setup
from timeline_tui.tui.screens.browse import BrowseScreen

secret = "a value that nobody may see"
def crash(self): secret_here = secret; raise RuntimeError("broken on purpose")
if sys.argv[2] == "crash": BrowseScreen.do_first = crash
library = open_library(locate(sys.argv[1], {}), cache=None)
tty = os.open("/dev/tty", os.O_RDWR)
told = Setup(today=date(2026, 11, 22), no_color=sys.argv[2] == "plain",
             mouse=sys.argv[2] != "mouseless", modes=termios.tcgetattr(tty))
result = explore(library, Query(), told)
with suppress(OSError):
    print("LIGHT", result.light, file=sys.stderr)
raise SystemExit(result.code)
"""


class Terminal:
    """A program on a pseudo-terminal of 80 by 24, and all that it wrote to it."""

    def __init__(self, store: Path, how: str, files: Sequence[str] = ()) -> None:
        self.seen = b""
        self.lead, follow = pty.openpty()
        self._follow = follow
        fcntl.ioctl(follow, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(follow)
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(follow, termios.TIOCSCTTY, 0)
            for n in range(3):
                fd = os.open(files[n], os.O_RDWR | os.O_CREAT) if files else follow
                os.dup2(fd, n)
            words = [sys.executable, "-c", PROGRAM, str(store), how]
            os.execv(sys.executable, words)  # noqa: S606  our own interpreter

    def until(self, wanted: bytes, patience: float = 20) -> None:
        """Read until something has been written."""
        end = time.monotonic() + patience
        while wanted not in self.seen:
            assert time.monotonic() < end, self.seen[-2000:]
            self.read()

    def read(self) -> None:
        if select.select([self.lead], [], [], 0.05)[0]:
            with suppress(OSError):
                self.seen += os.read(self.lead, 65536)

    def keys(self, text: str) -> None:
        os.write(self.lead, text.encode())

    def ended(self, patience: float = 20) -> int:
        """Read until the program has ended, and return its exit code."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            self.read()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.read()
                return os.waitstatus_to_exitcode(status)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        raise AssertionError("it did not end")

    def assert_restored(self) -> None:
        """Check modes, cursor, mouse and screen of the terminal."""
        assert termios.tcgetattr(self._follow) == self.before
        for mode in (b"1049", b"1000", b"1003", b"2004", b"1004"):
            on, off = (
                self.seen.rfind(b"?" + mode + b"h"),
                self.seen.rfind(b"?" + mode + b"l"),
            )
            assert off > on or on == -1, mode
        assert self.seen.rfind(b"?25h") > self.seen.rfind(b"?25l")


@pytest.fixture
def store(checkout: Path) -> Path:
    return checkout / "events.toml"


@pytest.fixture(autouse=True)
def _importable(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(checkout))


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
)
def test_a_signal_ends_it_and_the_terminal_is_given_back(
    store: Path, number: int, code: int
) -> None:
    terminal = Terminal(store, "usual")
    terminal.until(b"Parliamentary election")
    os.kill(terminal.pid, number)
    assert terminal.ended() == code
    terminal.assert_restored()


def test_a_crash_gives_the_terminal_back_and_tells_no_values(store: Path) -> None:
    terminal = Terminal(store, "crash")
    terminal.until(b"Parliamentary election")
    terminal.keys("g")
    assert terminal.ended() == 1
    terminal.assert_restored()
    told = re.sub(rb"\x1b\[[0-9;]*m", b"", terminal.seen)
    assert b"broken on purpose" in told
    assert b"nobody may see" not in told


def test_it_needs_none_of_the_three_streams(store: Path, tmp_path: Path) -> None:
    sink = str(tmp_path / "sink")
    terminal = Terminal(store, "usual", ("/dev/null", sink, sink))
    terminal.until(b"Parliamentary election")
    terminal.keys("\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;c")
    terminal.until(b"48;2;250;250;248")
    terminal.keys("jjq")
    assert terminal.ended() == 0
    terminal.assert_restored()
    assert "LIGHT True" in Path(sink).read_text()


def test_without_colours_none_are_written(store: Path) -> None:
    terminal = Terminal(store, "plain")
    terminal.until(b"Parliamentary election")
    terminal.keys("jfqq")
    assert terminal.ended() == 0
    codes = re.findall(rb"\x1b\[([0-9;]*)m", terminal.seen)
    numbers = {int(n) for code in codes for n in code.split(b";") if n}
    assert not {n for n in numbers if 30 <= n <= 49 or 90 <= n <= 107}
    assert 7 in numbers


def test_without_the_mouse_no_reports_are_asked_for(store: Path) -> None:
    terminal = Terminal(store, "mouseless")
    terminal.until(b"Parliamentary election")
    terminal.keys("q")
    assert terminal.ended() == 0
    assert b"?1000h" not in terminal.seen


def test_a_stop_gives_the_terminal_back_and_going_on_paints_again(store: Path) -> None:
    terminal = Terminal(store, "usual")
    terminal.until(b"Parliamentary election")
    terminal.keys("\x1a")
    end = time.monotonic() + 10
    while not os.waitpid(terminal.pid, os.WNOHANG | os.WUNTRACED)[0]:
        terminal.read()
        assert time.monotonic() < end
    terminal.read()
    terminal.assert_restored()
    terminal.seen = b""
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.until(b"Parliamentary election")
    terminal.keys("q")
    assert terminal.ended() == 0
    terminal.assert_restored()


def test_a_terminal_that_goes_away_ends_it(store: Path) -> None:
    terminal = Terminal(store, "usual")
    terminal.until(b"Parliamentary election")
    os.close(terminal.lead)
    end = time.monotonic() + 10
    status = 0
    while time.monotonic() < end:
        pid, status = os.waitpid(terminal.pid, os.WNOHANG)
        if pid:
            break
        time.sleep(0.05)
    else:
        os.kill(terminal.pid, signal.SIGKILL)
        pytest.fail("it did not end")
    assert os.waitstatus_to_exitcode(status) == 129
