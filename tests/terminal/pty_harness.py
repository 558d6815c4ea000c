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

from terminal.answers import Answers
from terminal.drawing import Drawing
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

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_Action = tuple[int, int, int] | tuple[int, int, str, int, int]
_READ = 65536
_MARK = b"\0"
"""A byte that terminals ignore."""
_LOST = 3.0  # seconds after which a mark will not come any more
_ALTERNATE, _CURSOR = 1049, 25


class Terminal:
    """A program on a pseudo-terminal.

    Attributes:
        chunks: What the program wrote: seconds since its start, and the bytes.
        is_stopped: Whether it was stopped, as by Ctrl+Z, and not gone on with.
        pid: Its process.
        size: Columns and rows.
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
        self.size = size
        self._answers = Answers(background)
        self.is_stopped = False
        self._drawing = Drawing(*size)
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
        self.is_stopped = self.is_stopped and number != signal.SIGCONT
        os.kill(self.pid, number)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the kernel tells the program."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, size)
        self.size = columns, rows
        self._drawing.resize(columns, rows)

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
        while (seen := self._drawing.seek(sought)) is None:
            left = deadline - time.perf_counter()
            over = left <= 0 or (not self.pump(min(left, 0.5)) and self.has_ended)
            if over and self._drawing.seek(sought) is None:
                raise AssertionError(f"{pattern!r} was not seen:\n{self.text}")
        return seen

    def wait_for_bytes(
        self, sought: bytes, timeout: float = 15.0, *, since: int = 0
    ) -> None:
        """Wait until it has written these bytes, seen or not, from a chunk on.

        Raises:
            AssertionError: When it has not in time.
        """
        deadline = time.perf_counter() + timeout
        while sought not in b"".join(data for _, data in self.chunks[since:]):
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
        while not self.has_ended:
            if time.perf_counter() > deadline:
                raise AssertionError(f"it still runs; the screen is:\n{self.text}")
            self.pump(0.001)
        self.drain()
        assert self._code is not None
        return self._code

    def drain(self) -> None:
        """Take all that a program wrote that writes no more: up to a mark of ours."""
        os.write(self._slave, _MARK)
        while select.select([self._master], [], [], _LOST)[0]:
            data = os.read(self._master, _READ)
            self._keep(data.replace(_MARK, b""))
            if _MARK in data:  # behind it may be the echo of an answer
                return

    def wait_for_stop(self, timeout: float = 15.0) -> bool:
        """Wait until the program is stopped or has ended; return whether it is."""
        deadline = time.perf_counter() + timeout
        while not (self.has_ended or self.is_stopped):
            if time.perf_counter() > deadline:
                return False
            self.pump(0.02)
        self.drain()
        return True

    def pump(self, timeout: float) -> bool:
        """Take what the program has written; whether there was anything."""
        if not select.select([self._master], [], [], timeout)[0]:
            return False
        data = os.read(self._master, _READ)
        self._keep(data)
        self.answer(data)
        return bool(data)

    def answer(self, data: bytes) -> None:
        """Answer what was asked among what the program has written."""
        if answers := self._answers.to(data):
            os.write(self._master, answers)

    @property
    def output(self) -> bytes:
        """Everything written so far."""
        return b"".join(data for _, data in self.chunks)

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        return self._drawing.lines

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

    def _keep(self, data: bytes) -> None:
        self.chunks.append((time.perf_counter() - self.started, data))
        self._drawing.write(*self.chunks[-1])

    @property
    def has_ended(self) -> bool:
        """Whether the program has ended."""
        if self._code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                self.is_stopped = True
            elif pid:
                self._code = os.waitstatus_to_exitcode(status)
        return self._code is not None


def _without_lines(modes: list[Any]) -> list[Any]:
    return [*modes[:3], modes[3] & ~termios.ICANON, *modes[4:]]


def _redirection(fd: int, to: str | int) -> _Action:
    if isinstance(to, int):
        return os.POSIX_SPAWN_DUP2, to, fd
    flags = os.O_RDONLY if fd == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    return os.POSIX_SPAWN_OPEN, fd, to, flags, 0o644
