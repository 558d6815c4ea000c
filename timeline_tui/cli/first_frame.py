"""The controlling terminal before Textual has it: one frame, and a way back.

The frame stands before Textual is imported. Keys typed meanwhile wait unread in the
terminal, unechoed and untranslated, until the explorer reads them. However the block
ends, the terminal is as it was.
"""

from __future__ import annotations

import os
import signal
import termios

from timeline_tui.errors import TerminalError
from timeline_tui.render.palette import RESET, sgr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import FrameType, TracebackType
    from typing import Self

    from timeline_tui.render.lines import Line

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[0m\x1b[H\x1b[2J"
_LEAVE = "\x1b[0m\x1b[?1049l"
_SHOW_CURSOR = "\x1b[?25h"
_ASK = "\x1b]11;?\x1b\\\x1b[c"  # every terminal answers the second
_ANSWER_START, _ANSWER_END = b"\x1b[?", b"c"
_MUTE = ("", "dumb", "linux")
_PATIENCE = 0.15  # seconds to wait for answers that must not reach the shell
_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_IFLAG, _LFLAG, _CC = 0, 3, 6


class Ended(BaseException):
    """A signal has asked the program to end before Textual could hear it."""

    def __init__(self, number: int) -> None:
        """Take the number of the signal."""
        self.number = number
        super().__init__(number)


class FirstFrame:
    """The controlling terminal, taken on entering and given back on leaving.

    Attributes:
        fd: The descriptor of the terminal.
        modes: What `termios.tcgetattr` said of it before it was touched.
        size: Its columns and rows.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Open the terminal.

        Raises:
            TerminalError: When the program has none.
        """
        self._environ = environ
        self._asked = False
        self._left = False
        self._ended = 0
        try:
            self.fd = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
            self.modes = termios.tcgetattr(self.fd)
        except (OSError, termios.error):
            raise TerminalError(
                "there is no terminal to draw the explorer on; kgtl list prints instead"
            ) from None
        columns, rows = os.get_terminal_size(self.fd)
        self.size = columns or 80, rows or 24

    def __enter__(self) -> Self:
        self._handlers = [signal.signal(number, self._end) for number in _ENDING]
        try:
            self._take()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def _take(self) -> None:
        """Let no key be echoed, translated or acted on, and clear the screen."""
        modes = termios.tcgetattr(self.fd)
        modes[_LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        modes[_IFLAG] &= ~(
            termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF
        )
        for key in (termios.VSUSP, termios.VQUIT):
            modes[_CC][key] = b"\0"  # as keys they wait for the explorer
        modes[_CC][termios.VMIN] = 1
        modes[_CC][termios.VTIME] = 0
        termios.tcsetattr(self.fd, termios.TCSANOW, modes)
        self._write(_ENTER)

    def draw(self, lines: Iterable[Line], theme: str, depth: str) -> None:
        """Paint the whole screen with `lines`, one for each of its rows."""
        codes: dict[str, str] = {}
        out: list[str] = []
        for row, line in enumerate(lines, 1):
            out.append(f"\x1b[{row};1H")
            for text, role in line:
                code = codes.get(role)
                if code is None:
                    code = codes[role] = sgr(role, theme, depth)
                out.append(f"{code}{text}{RESET}" if code else text)
        self._write("".join(out))

    def ask_background(self) -> None:
        """Ask for the background colour; the explorer reads the answer among keys."""
        if self._environ.get("TERM", "") not in _MUTE:
            self._asked = True
            self._write(_ASK)

    def end_if_asked(self) -> None:
        """End now if a signal has come whose exception was lost on its way."""
        if self._ended:
            raise Ended(self._ended)

    def left_by_explorer(self) -> None:
        """Note that the explorer itself has left the alternate screen."""
        self._left = True

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for number in _ENDING:
            signal.signal(number, signal.SIG_IGN)  # nothing may come between
        try:
            if not self._left:
                self._swallow_answers()
            self._write(("" if self._left else _LEAVE) + RESET + _SHOW_CURSOR)
            termios.tcsetattr(self.fd, termios.TCSANOW, self.modes)
        except (OSError, termios.error):
            pass  # the terminal has gone away
        finally:
            os.close(self.fd)
            for number, handler in zip(_ENDING, self._handlers, strict=True):
                signal.signal(number, handler)
        if not self._left:
            self.end_if_asked()  # a class body wraps what is raised in it

    def _end(self, number: int, _frame: FrameType | None) -> None:
        self._ended = number
        raise Ended(number)

    def _swallow_answers(self) -> None:
        """Keep answers that nobody reads any more from reaching the shell as keys."""
        if not self._asked:
            return
        from select import select  # noqa: PLC0415 - only when it ends early
        from time import monotonic  # noqa: PLC0415 - only when it ends early

        came = b""
        end = monotonic() + _PATIENCE
        while (left := end - monotonic()) > 0:
            if not select([self.fd], [], [], left)[0]:
                return
            came += os.read(self.fd, 1024)
            if _ANSWER_START in came and came.endswith(_ANSWER_END):
                return

    def _write(self, text: str) -> None:
        data = text.encode("utf-8", "replace")
        while data:
            data = data[os.write(self.fd, data) :]
