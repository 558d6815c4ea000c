"""A terminal that knows the newer protocols, as kitty, foot and Ghostty do."""

from __future__ import annotations

import re

from terminal.pty_harness import Terminal

CELL = (9, 18)
"""The pixels of a cell, across and down."""
_SYNC, _SIZES, _PIXELS = 2026, 2048, 1016
_ASKED = re.compile(rb"\x1b\[\?(%d|%d|%d)(\$p|h|l)" % (_SYNC, _SIZES, _PIXELS))
_LONGEST = 8


class ModernTerminal(Terminal):
    """Paints in one go, and tells its size among the keys once it is asked to.

    Attributes:
        tells_sizes: Whether it was asked to tell its size.
        tells_pixels: Whether places of the mouse are to be told in pixels.
    """

    tells_sizes = False
    tells_pixels = False
    _before = b""

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program is told twice."""
        super().resize(columns, rows)
        if self.tells_sizes:
            self._tell_size()

    def answer(self, data: bytes) -> None:
        """Answer what was asked, and do as is asked for."""
        super().answer(data)
        data = self._before + data
        last = 0
        for asked in _ASKED.finditer(data):
            last = asked.end()
            self._hear(int(asked[1]), asked[2])
        self._before = data[max(last, len(data) - _LONGEST) :]

    def _hear(self, mode: int, what: bytes) -> None:
        if what == b"$p":
            self.send(f"\x1b[?{mode};2$y")
        elif mode == _PIXELS:
            self.tells_pixels = what == b"h"
        elif mode == _SIZES:
            self.tells_sizes = what == b"h"
            if self.tells_sizes:
                self._tell_size()

    def _tell_size(self) -> None:
        columns, rows = self.size
        across, down = CELL
        self.send(f"\x1b[48;{rows};{columns};{rows * down};{columns * across}t")
