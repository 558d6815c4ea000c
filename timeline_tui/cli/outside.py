"""The outside world as one value: streams, environment, terminal, clock, folders.

Tests hand in their own; nothing else in the program asks the system for any of it.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import BinaryIO, TextIO

_DEFAULT_SIZE = (80, 24)


class Outside:
    """What a run of the program can see and touch."""

    __slots__ = ("_today", "environ", "out", "say_to", "size", "stdin")

    def __init__(
        self,
        *,
        out: TextIO,
        say_to: TextIO | None,
        stdin: BinaryIO | None = None,
        environ: Mapping[str, str],
        size: tuple[int, int] | None = None,
        today: date | None = None,
    ) -> None:
        """Take the streams and the state of the world.

        Args:
            out: Standard output: data, and nothing but data.
            say_to: Standard error: talk; None when it is closed.
            stdin: Standard input as bytes; None when it is closed.
            environ: The environment variables.
            size: Columns and rows of the terminal that `out` is, None when it is none.
            today: The day that "yesterday" is told from; None asks the clock.
        """
        self.out = out
        self.say_to = say_to
        self.stdin = stdin
        self.environ = environ
        self.size = size
        self._today = today

    @property
    def today(self) -> date:
        """The day it is, asked for once."""
        if self._today is None:
            from datetime import date  # noqa: PLC0415 - not every run asks

            self._today = date.today()  # noqa: DTZ011, TID251 - the reader's own day
        return self._today

    @property
    def dumb(self) -> bool:
        """Whether the terminal can place no cursor."""
        return self.environ.get("TERM", "dumb") in ("", "dumb")

    @property
    def cache_folder(self) -> str | None:
        """Where the index may be kept; None when there is no home."""
        return self._folder("XDG_CACHE_HOME", "Library/Caches", ".cache")

    @property
    def config_folder(self) -> str | None:
        """Where the reader says how the program is to behave."""
        return self._folder("XDG_CONFIG_HOME", "Library/Application Support", ".config")

    @property
    def data_folder(self) -> str | None:
        """Where the reader keeps own files for the program."""
        return self._folder(
            "XDG_DATA_HOME", "Library/Application Support", ".local/share"
        )

    @property
    def state_folder(self) -> str | None:
        """Where the explorer may remember things between runs."""
        return self._folder(
            "XDG_STATE_HOME", "Library/Application Support", ".local/state"
        )

    def _folder(self, variable: str, mac: str, other: str) -> str | None:
        base = self.environ.get(variable, "")
        if not base.startswith("/"):  # relative and empty ones do not count
            home = self.environ.get("HOME", "")
            if not home.startswith("/"):
                return None
            base = f"{home}/{mac if sys.platform == 'darwin' else other}"
        return f"{base}/kgtl"

    def say(self, text: str, *, multiline: bool = False) -> None:
        """Tell the person something on standard error, harmless to the terminal.

        A standard error that is closed or full is nobody's fault worth an error.
        """
        from timeline_tui.render.safe import safe  # noqa: PLC0415 - only to talk

        try:
            if self.say_to is not None:
                self.say_to.write(f"kgtl: {safe(text, multiline=multiline)}\n")
                self.say_to.flush()
        except (OSError, ValueError):
            self.say_to = None


class _Closed:
    """Stands for a standard output that was closed before the program began."""

    encoding = "utf-8"

    def write(self, _text: str) -> int:
        raise OSError(9, os.strerror(9))

    def flush(self) -> None:
        """Nothing was written, so nothing is lost."""

    def isatty(self) -> bool:
        return False


def here() -> Outside:
    """The real world: UTF-8 both ways, and no character that cannot be written."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(  # type: ignore[union-attr]
                encoding="utf-8", errors="backslashreplace"
            )
    out = sys.stdout if sys.stdout is not None else _Closed()
    return Outside(
        out=out,  # type: ignore[arg-type]
        say_to=sys.stderr,
        stdin=sys.stdin.buffer if sys.stdin is not None else None,
        environ=os.environ,
        size=_size() if out.isatty() else None,
    )


def _size() -> tuple[int, int]:
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return _DEFAULT_SIZE
    return columns or _DEFAULT_SIZE[0], rows or _DEFAULT_SIZE[1]
