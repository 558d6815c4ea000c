"""A file that is written as a whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from timeline_tui.tui.screens.job import Sink

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TextIO

    Writer = Callable[[TextIO | Sink], int]
    """Writes text and returns how many entries it has written."""


class WholeFile:
    """A file to be written; until it is whole it stands beside its place.

    A file that is written over keeps its mode; a link leads to what it leads to. A
    device or a pipe is written to as it is.
    """

    def __init__(self, path: Path, check: Callable[[], None]) -> None:
        """Open it.

        Args:
            path: Its place.
            check: Called while nobody takes what is written; raises to give it up.

        Raises:
            OSError: It cannot be written there.
        """
        self._target = path.resolve()
        self._part: Path | None = None
        self._out: TextIO | Sink
        if path.exists() and not path.is_file():
            self._out = _device(path, check)
            return
        part = self._target.with_name(f"{self._target.name}.{os.getpid()}.part")
        self._out = part.open(
            "x", encoding="utf-8", errors="backslashreplace", newline=""
        )
        self._part = part

    def write(self, writer: Writer) -> int:
        """Write it and put it in its place; return what the writer returns.

        Whatever is raised, what stood there before stands there still.

        Raises:
            OSError: It cannot be written.
        """
        try:
            with self._out:
                count = writer(self._out)
            self._put()
        except BaseException:
            self.drop()
            raise
        return count

    def _put(self) -> None:
        part = self._part
        if part is None:
            return
        if self._target.exists():
            part.chmod(self._target.stat().st_mode & 0o7777)
        part.replace(self._target)

    def drop(self) -> None:
        """Leave nothing of what was written so far."""
        if self._part is not None:
            self._part.unlink(missing_ok=True)


def _device(path: Path, check: Callable[[], None]) -> Sink:
    """Open a device or a pipe, without waiting for anybody to read from it."""
    return Sink(os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY), check)
