"""Shows text that is longer than the terminal in the reader's pager.

Nothing is started before the text has proved to be longer than the screen. A pager
that cannot be started, or fails, is as good as none.
"""

from __future__ import annotations

from signal import SIG_DFL, SIG_IGN, SIGINT, signal

from timeline_tui.render.cells import cell_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from subprocess import Popen
    from types import FrameType
    from typing import TextIO

    _Handler = Callable[[int, FrameType | None], object] | int | None

_NONE = ("", "cat")
_REMEMBERED = 1_000_000  # characters that can be printed again if the pager fails


class ReaderLeft(Exception):  # noqa: N818 - nothing is wrong
    """The reader has closed the pager and wants no more."""


def pager_command(environ: Mapping[str, str]) -> str | None:
    """The reader's pager: $KGTL_PAGER, $PAGER or less; None when it is to be none."""
    for name in ("KGTL_PAGER", "PAGER"):
        if name in environ:
            return None if environ[name].strip() in _NONE else environ[name]
    return "less"


class Paged:
    """A text stream that turns to a pager once it is longer than the screen."""

    def __init__(
        self,
        out: TextIO,
        size: tuple[int, int],
        command: str,
        environ: Mapping[str, str],
    ) -> None:
        """Take the terminal's stream, its columns and rows, and the pager."""
        self._out = out
        self._columns, self._rows = size
        self._command = command
        self._environ = environ
        self._kept: list[str] = []
        self._size = 0
        self._lines = 0
        self._process: Popen[str] | None = None
        self._direct = False
        self._interrupt: _Handler = SIG_DFL

    def write(self, text: str) -> int:
        """Keep the text, or hand it on if the screen is full already.

        Raises:
            ReaderLeft: When the pager has been closed.
        """
        if self._direct:
            return self._out.write(text)
        if self._size < _REMEMBERED:
            self._kept.append(text)
            self._size += len(text)
        if self._process is not None:
            self._hand(text)
            return len(text)
        self._lines += self._rows_of(text)
        if self._lines >= self._rows:
            self._start()
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of the lines."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Nothing: a screenful is kept until it is known to be all."""

    def close(self) -> None:
        """Write what was kept, or wait until the reader has left the pager."""
        if self._direct:
            return
        if self._process is not None:
            self._process.communicate()  # a pager that is gone is no error here
            signal(SIGINT, self._interrupt)
            if self._process.returncode <= 0 or self._size >= _REMEMBERED:
                return
        self._out.write("".join(self._kept))

    def _rows_of(self, text: str) -> int:
        lines = text.split("\n")
        folded = [max(cell_width(line) - 1, 0) // self._columns for line in lines]
        return sum(folded) + len(lines) - 1

    def _start(self) -> None:
        from shlex import split  # noqa: PLC0415 - only for a pager
        from subprocess import PIPE, Popen  # noqa: PLC0415 - only for a pager

        try:
            self._process = Popen(  # noqa: S603 - the reader's own choice
                split(self._command),
                stdin=PIPE,
                env={"LESS": "FRX", **self._environ},
                encoding="utf-8",
                errors="backslashreplace",
            )
        except (OSError, ValueError):
            self._direct = True
            self._out.write("".join(self._kept))
            return
        self._interrupt = signal(SIGINT, SIG_IGN)  # Ctrl-C is the pager's now
        self._hand("".join(self._kept))

    def _hand(self, text: str) -> None:
        process = self._process
        assert process is not None  # noqa: S101 - only called when it runs
        assert process.stdin is not None  # noqa: S101 - it was asked for
        try:
            process.stdin.write(text)
        except BrokenPipeError:
            raise ReaderLeft from None
