"""Runs a program on a pseudo-terminal of its own and looks at what a person would see.

    with Terminal([sys.executable, "-m", "timeline_tui"]) as terminal:
        terminal.wait_for("search")
        terminal.send("q")
        assert terminal.wait() == 0

The pseudo-terminal is the program's controlling terminal, whatever its standard streams
are. What it writes is kept with the time it came (`chunks`), and drawn on a screen.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from typing import Any, Self

import pyte

from terminal.neutral import neutral_environ

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
}
"""The bytes of keys that are no character."""

_QUESTION = re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)|\x1b\[0?c")
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p")
_Action = tuple[int, int, int] | tuple[int, int, str, int, int]
_READ = 65536
_ALTERNATE, _CURSOR = 1049, 25


class Terminal:
    """A program on a pseudo-terminal.

    Attributes:
        chunks: What the program wrote: seconds since its start, and the bytes.
        pid: Its process.
        started: When it was started, by `time.perf_counter`.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        size: tuple[int, int] = (120, 40),
        environ: Mapping[str, str] | None = None,
        streams: Mapping[int, str | int] | None = None,
        background: str | None = "rgb:1010/1010/1010",
    ) -> None:
        """Start the program.

        Args:
            argv: The program, found on the path, and its arguments.
            size: Columns and rows.
            environ: Its whole environment; this process's, made neutral, when None.
            streams: For 0, 1 or 2 the path or descriptor that is not the terminal.
            background: The colour that the terminal answers with; None stays mute.
        """
        self.chunks: list[tuple[float, bytes]] = []
        self._size = size
        self._background = background
        self._pending = b""
        self._drawn = 0
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._code: int | None = None
        self._master, self._slave = os.openpty()
        self.resize(*size)
        slave = os.ttyname(self._slave)
        # The first open by the leader of a session makes it the controlling terminal.
        actions: list[_Action] = [
            (os.POSIX_SPAWN_OPEN, 0, slave, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ]
        actions += [_redirection(fd, to) for fd, to in (streams or {}).items()]
        self.started = time.perf_counter()
        self.pid = os.posix_spawnp(
            argv[0],
            list(argv),
            dict(environ) if environ is not None else neutral_environ(),
            file_actions=actions,
            setsid=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the program if it still runs, and give the terminal back."""
        if self._code is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            self.wait()
        os.close(self._master)
        os.close(self._slave)

    def send(self, text: str | bytes) -> None:
        """Type characters, or one key named in `KEYS`."""
        if isinstance(text, str):
            text = KEYS.get(text, text).encode()
        os.write(self._master, text)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the kernel tells the program."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, size)
        self._draw()
        self._screen.resize(rows, columns)

    def wait_for(self, pattern: str, timeout: float = 15.0) -> float:
        """Wait until a regular expression is seen on the screen.

        Returns:
            Seconds from the start to the output that brought it; already seen
            counts too.

        Raises:
            AssertionError: When it is not seen in time; it tells what is.
        """
        sought = re.compile(pattern)
        deadline = time.perf_counter() + timeout
        while (seen := self._seek(sought)) is None:
            left = deadline - time.perf_counter()
            over = left <= 0 or (not self.pump(min(left, 0.5)) and self._ended())
            if over and self._seek(sought) is None:
                raise AssertionError(f"{pattern!r} was not seen:\n{self.text}")
        return seen

    def wait_for_bytes(self, sought: bytes, timeout: float = 15.0) -> None:
        """Wait until the program has written these bytes, seen or not.

        Raises:
            AssertionError: When it has not in time.
        """
        deadline = time.perf_counter() + timeout
        while sought not in self.output:
            if time.perf_counter() > deadline:
                raise AssertionError(f"{sought!r} was not written:\n{self.text}")
            self.pump(0.1)

    def settle(self, quiet: float = 0.25, timeout: float = 10.0) -> None:
        """Wait until the program has written nothing for `quiet` seconds."""
        deadline = time.perf_counter() + timeout
        while time.perf_counter() < deadline and self.pump(quiet):
            pass

    def wait(self, timeout: float = 15.0) -> int:
        """Wait for the program's end and return its exit code (-N after signal N).

        Raises:
            AssertionError: When it still runs after `timeout` seconds.
        """
        deadline = time.perf_counter() + timeout
        while not self._ended():
            if time.perf_counter() > deadline:
                raise AssertionError(f"it still runs; the screen is:\n{self.text}")
            self.pump(0.001)
        while self.pump(0):
            pass
        assert self._code is not None
        return self._code

    def pump(self, timeout: float) -> bool:
        """Take what the program has written; whether there was anything."""
        if not select.select([self._master], [], [], timeout)[0]:
            return False
        data = os.read(self._master, _READ)
        self.chunks.append((time.perf_counter() - self.started, data))
        self._answer(data)
        return bool(data)

    @property
    def output(self) -> bytes:
        """Everything written so far."""
        return b"".join(data for _, data in self.chunks)

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        self._draw()
        return [row.rstrip() for row in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    @property
    def private_modes(self) -> dict[int, bool]:
        """The private modes (DECSET) that were touched, and whether they are on."""
        modes = {}
        for numbers, letter in _MODE.findall(self.output):
            for number in numbers.split(b";"):
                modes[int(number)] = letter == b"h"
        return modes

    @property
    def in_alternate_screen(self) -> bool:
        """Whether the alternate screen is shown."""
        return self.private_modes.get(_ALTERNATE, False)

    @property
    def cursor_is_shown(self) -> bool:
        """Whether the cursor is shown."""
        return self.private_modes.get(_CURSOR, True)

    @property
    def modes(self) -> list[object]:
        """What `termios.tcgetattr` says of the terminal."""
        return list(termios.tcgetattr(self._slave))

    @property
    def unread(self) -> int:
        """How many bytes were typed or answered that no program has read."""
        modes = termios.tcgetattr(self._slave)
        waiting = bytearray(4)
        termios.tcsetattr(self._slave, termios.TCSANOW, _without_lines(modes))
        fcntl.ioctl(self._slave, termios.FIONREAD, waiting)
        termios.tcsetattr(self._slave, termios.TCSANOW, modes)
        return int.from_bytes(waiting, sys.byteorder)

    def _ended(self) -> bool:
        if self._code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._code = os.waitstatus_to_exitcode(status)
        return self._code is not None

    def _seek(self, sought: re.Pattern[str]) -> float | None:
        if sought.search(self.text if self._drawn == len(self.chunks) else ""):
            return self.chunks[-1][0] if self.chunks else 0.0
        while self._drawn < len(self.chunks):
            moment = self._draw_next()
            if sought.search("\n".join(self._screen.display)):
                return moment
        return None

    def _draw(self) -> None:
        while self._drawn < len(self.chunks):
            self._draw_next()

    def _draw_next(self) -> float:
        moment, data = self.chunks[self._drawn]
        self._drawn += 1
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        return moment

    def _answer(self, data: bytes) -> None:
        """Answer the questions that a terminal is asked, unless it is mute."""
        if self._background is None:
            return
        data = self._pending + data
        last = 0
        for question in _QUESTION.finditer(data):
            last = question.end()
            if question[0].startswith(b"\x1b]"):
                os.write(self._master, b"\x1b]11;%s\x1b\\" % self._background.encode())
            else:
                os.write(self._master, b"\x1b[?62;22c")
        self._pending = data[max(last, len(data) - 8) :]


def _without_lines(modes: list[Any]) -> list[Any]:
    return [*modes[:3], modes[3] & ~termios.ICANON, *modes[4:]]


def _redirection(fd: int, to: str | int) -> _Action:
    if isinstance(to, int):
        return os.POSIX_SPAWN_DUP2, to, fd
    flags = os.O_RDONLY if fd == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    return os.POSIX_SPAWN_OPEN, fd, to, flags, 0o644
