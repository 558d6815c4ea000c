"""The first frame of every view is what the explorer shows, cell for cell."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pyte
import pytest

from terminal.neutral import neutral_environ
from terminal.pty_harness import Terminal

KGTL = (sys.executable, "-m", "timeline_tui")
ASKED = b"\x1b]11;?"
"""What is written when the first frame stands."""
READING = b"\x1b[?1004h"
"""What Textual writes when it starts to read the keys."""
HINT = b"filters"
"""A word of the last line."""
ALTERNATE = b"\x1b[?1049h"
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p")
SIZES = ((160, 45), (120, 40), (80, 24), (60, 16), (40, 12), (20, 6))
OPENED = (
    ("--view", "lanes"),
    ("--by", "source"),
    ("--view", "matrix"),
    ("--view", "figures"),
    ("--at", "2022-09"),
    ("--view", "lanes", "--at", "2022-09"),
    ("--view", "matrix", "--at", "2022-09"),
    ("--view", "figures", "--at", "2022-09"),
    ("--view", "lanes", "no-such-word"),
    ("--view", "figures", "kind:policy", "-is:figure"),
)
VAGUE = "on:2020-11-03"
"""A day on which no event of the store is known to fall, and some may."""
Cells = list[list[pyte.screens.Char]]
Opener = Callable[..., Terminal]


@pytest.fixture
def opened(checkout: Path, tmp_path: Path) -> Iterator[Opener]:
    """Start the explorer of the shipped store for a reader who keeps nothing yet."""
    environ = neutral_environ(
        KGTL_STORE=str(checkout / "events.toml"),
        XDG_CACHE_HOME=str(tmp_path / "cache"),
        XDG_STATE_HOME=str(tmp_path / "state"),
    )
    with ExitStack() as stack:

        def start(*argv: str, size: tuple[int, int], **extra: str) -> Terminal:
            world = {**environ, **extra}
            terminal = Terminal([*KGTL, *argv], environ=world, size=size)
            return stack.enter_context(terminal)

        yield start


def cells(terminal: Terminal) -> Cells:
    """What is in each cell: its character, colours and attributes."""
    columns, rows = terminal.size
    screen = pyte.Screen(columns, rows)
    pyte.ByteStream(screen).feed(UNKNOWN_TO_PYTE.sub(b"", terminal.output))
    return [[screen.buffer[y][x] for x in range(columns)] for y in range(rows)]


def both(terminal: Terminal) -> tuple[Cells, Cells]:
    """The first frame, and the screen once the explorer has drawn it."""
    terminal.wait_for_bytes(ASKED)
    assert READING not in terminal.output
    first = cells(terminal)
    terminal.wait_for_bytes(READING)
    before = terminal.output.index(READING)
    terminal.settle(0.5)
    columns, rows = terminal.size
    assert len(terminal.output) - before > columns * rows, "nothing was painted again"
    return first, cells(terminal)


@pytest.mark.parametrize("argv", OPENED, ids=" ".join)
def test_the_first_frame_is_the_view_that_was_asked_for(
    opened: Opener, argv: tuple[str, ...]
) -> None:
    first, then = both(opened(*argv, size=(120, 40)))
    assert first == then


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("view", ["lanes", "matrix", "figures"])
def test_it_is_so_at_every_size(
    opened: Opener, view: str, size: tuple[int, int]
) -> None:
    first, then = both(opened("--view", view, "--at", "2022-09", size=size))
    assert first == then


@pytest.mark.parametrize(
    "extra",
    [{"NO_COLOR": "1"}, {"COLORTERM": "", "TERM": "xterm"}],
    ids=["no colour", "16 colours"],
)
def test_it_is_so_with_fewer_colours(opened: Opener, extra: dict[str, str]) -> None:
    first, then = both(opened("--view", "lanes", size=(120, 40), **extra))
    assert first == then


def test_a_query_of_which_all_may_fall_elsewhere_opens_its_fold(
    opened: Opener,
) -> None:
    terminal = opened(VAGUE, size=(120, 40))
    first, then = both(terminal)
    assert first == then
    assert re.search(r"\b0 of \d+ · [1-9]\d* may fall here", terminal.lines[0])


@pytest.mark.parametrize("argv", [(), ("--view", "lanes")], ids=str)
def test_the_alternate_screen_is_entered_once(
    opened: Opener, argv: tuple[str, ...]
) -> None:
    """Many a terminal clears it each time, and the first frame with it."""
    terminal = opened(*argv, size=(80, 24))
    terminal.wait_for_bytes(READING)
    terminal.settle(0.5)
    assert terminal.output.count(ALTERNATE) == 1


def test_the_screen_is_painted_once_when_keys_were_typed_early(opened: Opener) -> None:
    terminal = opened(size=(120, 40))
    terminal.send("jjj")
    terminal.wait_for_bytes(READING)
    before = terminal.output.index(READING)
    terminal.settle(0.5)
    assert terminal.output[before:].count(HINT) == 1
