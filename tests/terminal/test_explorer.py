"""The explorer on a real pseudo-terminal, and what it leaves behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from cli.small_store import EVENTS, write_store
from terminal.neutral import neutral_environ
from terminal.pty_harness import Terminal
from terminal.sane import assert_sane

KGTL = (sys.executable, "-m", "timeline_tui")
FIRST = "The ferry stops running"
READING = b"\x1b[?1004h"
"""What Textual writes when it starts to read the keys."""
ATTRIBUTES = {0, 1, 2, 3, 4, 7, 22, 23, 24, 27, 39, 49}
"""The SGR codes that set no colour."""
Opener = Callable[..., Terminal]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    write_store(folder / "store", EVENTS)
    return folder


@pytest.fixture
def environ(home: Path) -> dict[str, str]:
    return neutral_environ(
        KGTL_STORE=str(home / "store" / "events.toml"),
        XDG_CACHE_HOME=str(home / "cache"),
        XDG_STATE_HOME=str(home / "state"),
    )


@pytest.fixture
def opened(environ: dict[str, str]) -> Iterator[Opener]:
    """Start the command on a terminal; it is ended with the test."""
    with ExitStack() as stack:

        def start(
            *argv: str, extra: dict[str, str] | None = None, **how: object
        ) -> Terminal:
            world = {**environ, **(extra or {})}
            terminal = Terminal([*KGTL, *argv], environ=world, **how)  # type: ignore[arg-type]
            return stack.enter_context(terminal)

        yield start


def live(terminal: Terminal) -> None:
    """Wait until the explorer reads keys."""
    terminal.wait_for_bytes(READING)
    terminal.settle()


def test_it_opens_and_closes(opened: Opener) -> None:
    terminal = opened()
    modes = terminal.modes
    terminal.wait_for(FIRST)
    terminal.send("q")
    assert terminal.wait() == 0
    assert_sane(terminal, modes)


@pytest.mark.parametrize("size", [(160, 45), (120, 40), (80, 24), (60, 16), (40, 12)])
def test_first_frame_stands_before_textual_and_agrees_with_it(
    opened: Opener, size: tuple[int, int]
) -> None:
    terminal = opened(size=size)
    terminal.wait_for_bytes(b"\x1b]11;?")  # which ends the first frame
    assert READING not in terminal.output
    assert FIRST[:12] in terminal.text
    first = terminal.lines
    live(terminal)
    assert terminal.lines == first


@pytest.mark.parametrize("size", [(80, 24), (150, 45)])
def test_a_resize_in_the_moment_of_the_start_is_followed_once(
    opened: Opener, size: tuple[int, int]
) -> None:
    terminal = opened()
    terminal.wait_for_bytes(READING)
    terminal.resize(*size)
    terminal.settle(timeout=5)
    assert len(terminal.output) < 2_000_000, "it paints without end"
    terminal.send("q")
    assert terminal.wait() == 0


@pytest.mark.parametrize("key", ["\x1b[B", "j"])
def test_keys_typed_before_anything_stands_are_honoured(
    opened: Opener, key: str
) -> None:
    terminal = opened(size=(120, 30))
    terminal.send(key * 2)
    terminal.wait_for("She speaks to a paper")
    assert "^[[B" not in terminal.text


def test_enter_typed_early_is_enter(opened: Opener) -> None:
    terminal = opened(size=(60, 16))
    terminal.wait_for(FIRST)
    terminal.send("\r")
    terminal.wait_for("The council ends the service")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("early", [True, False])
def test_signals_leave_the_terminal_sane(
    opened: Opener,
    number: signal.Signals,
    early: bool,  # noqa: FBT001 - a column
) -> None:
    terminal = opened()
    modes = terminal.modes
    terminal.wait_for(FIRST)
    if not early:
        live(terminal)
    terminal.signal(number)
    assert terminal.wait() == 128 + number
    assert_sane(terminal, modes)


def test_interrupt_while_it_starts(opened: Opener) -> None:
    terminal = opened()
    modes = terminal.modes
    terminal.wait_for(FIRST)
    terminal.send("\x03")
    terminal.wait()
    assert_sane(terminal, modes)


def test_crash_while_it_starts_is_told_on_the_main_screen(
    opened: Opener, tmp_path: Path
) -> None:
    broken = tmp_path / "textual"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise RuntimeError('no luck')")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    terminal = opened(extra={"PYTHONPATH": path})
    modes = terminal.modes
    assert terminal.wait() == 2
    assert_sane(terminal, modes)
    assert "no luck" in terminal.text


def test_terminal_that_answers_nothing(opened: Opener) -> None:
    terminal = opened(background=None)
    modes = terminal.modes
    live(terminal)
    terminal.send("q")
    assert terminal.wait() == 0
    assert_sane(terminal, modes)


def test_light_background_is_remembered(opened: Opener, tmp_path: Path) -> None:
    state = {"XDG_STATE_HOME": str(tmp_path)}
    for before_it_was_asked in (False, True):
        terminal = opened(extra=state, background="rgb:ffff/ffff/ffff")
        live(terminal)
        terminal.send("q")
        assert terminal.wait() == 0
        first_frame = terminal.output.split(b"\x1b]11;?")[0]
        assert (b"250;250;248" in first_frame) == before_it_was_asked


@pytest.mark.parametrize("fd", [0, 2])
def test_streams_that_are_not_the_terminal(
    opened: Opener, tmp_path: Path, fd: int
) -> None:
    target = "/dev/null" if fd == 0 else str(tmp_path / "said")
    terminal = opened(streams={fd: target})
    live(terminal)
    terminal.send("q")
    assert terminal.wait() == 0
    if fd:
        assert Path(target).read_text() == ""


def test_store_from_standard_input(
    opened: Opener, environ: dict[str, str], tmp_path: Path
) -> None:
    lines = tmp_path / "lines.jsonl"
    argv = [*KGTL, "--format", "store", "-o", str(lines)]
    subprocess.run(argv, env=environ, check=True)
    terminal = opened("--store", "-", streams={0: str(lines)})
    live(terminal)
    terminal.send("q")
    assert terminal.wait() == 0


def test_output_into_a_file_prints(opened: Opener, tmp_path: Path) -> None:
    terminal = opened(streams={1: str(tmp_path / "out")})
    assert terminal.wait() == 0
    assert (tmp_path / "out").read_text().count("\n") == 4
    assert terminal.output == b""


def test_dumb_terminal_prints(opened: Opener) -> None:
    terminal = opened(extra={"TERM": "dumb"})
    assert terminal.wait() == 0
    assert "TERM=dumb" in terminal.text
    assert FIRST in terminal.text
    assert b"\x1b" not in terminal.output


def test_no_controlling_terminal(environ: dict[str, str]) -> None:
    master, slave = os.openpty()
    done = subprocess.run(
        KGTL,
        env=environ,
        stdin=slave,
        stdout=slave,
        stderr=subprocess.PIPE,
        start_new_session=True,
        check=False,
    )
    os.close(slave)
    os.close(master)
    assert done.returncode == 2
    assert done.stderr.startswith(b"kgtl: there is no terminal")
    assert done.stderr.count(b"\n") == 1


def test_query_error_is_told_before_the_screen_is_taken(opened: Opener) -> None:
    terminal = opened("actor:mirra")
    assert terminal.wait() == 2
    assert "mira" in terminal.text
    assert not terminal.private_modes


def test_tiny_terminal_says_so_and_waits(opened: Opener) -> None:
    terminal = opened(size=(20, 5))
    modes = terminal.modes
    terminal.wait_for("40")
    live(terminal)
    terminal.send("q")
    assert terminal.wait() == 0
    assert_sane(terminal, modes)


@pytest.mark.parametrize(
    ("extra", "argv"), [({"NO_COLOR": "1"}, []), ({}, ["--color", "never"])]
)
def test_no_colour_means_none(
    opened: Opener, extra: dict[str, str], argv: list[str]
) -> None:
    terminal = opened(*argv, extra=extra)
    live(terminal)
    codes = {
        int(code or 0)
        for sequence in re.findall(rb"\x1b\[([0-9;]*)m", terminal.output)
        for code in sequence.split(b";")
    }
    assert codes <= ATTRIBUTES


def test_long_list_goes_through_the_pager(opened: Opener) -> None:
    terminal = opened("list", size=(40, 4), extra={"PAGER": "less"})
    terminal.wait_for(r"2021-02-03")
    terminal.settle()
    assert "market-closed" not in terminal.text
    terminal.send("q")
    assert terminal.wait() == 0


def test_interrupt_in_the_pager_is_the_pagers(opened: Opener) -> None:
    terminal = opened("list", size=(40, 4), extra={"PAGER": "less"})
    terminal.wait_for(r"2021-02-03")
    terminal.settle()
    terminal.send("\x03")
    terminal.settle()
    terminal.send("q")
    assert terminal.wait() == 0
