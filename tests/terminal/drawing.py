"""The screen of a terminal, drawn from what a program wrote to it."""

from __future__ import annotations

import re

import pyte

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p")


class Drawing:
    """A screen that is drawn when it is looked at, and no sooner: it takes its time."""

    def __init__(self, columns: int, rows: int) -> None:
        """Start with an empty screen."""
        self._waiting: list[tuple[float, bytes | tuple[int, int]]] = []
        self._moment = 0.0
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)

    def write(self, moment: float, data: bytes) -> None:
        """Take what was written at a moment."""
        self._waiting.append((moment, data))

    def resize(self, columns: int, rows: int) -> None:
        """Have another size from here on."""
        self._waiting.append((self._moment, (columns, rows)))

    def seek(self, sought: re.Pattern[str]) -> float | None:
        """Return the moment when a pattern was first seen, from the last look on."""
        if not self._waiting and sought.search("\n".join(self.lines)):
            return self._moment
        while self._waiting:
            self._draw_next()
            if sought.search("\n".join(self._screen.display)):
                return self._moment
        return None

    @property
    def lines(self) -> list[str]:
        """The rows, without the blanks at their ends."""
        while self._waiting:
            self._draw_next()
        return [row.rstrip() for row in self._screen.display]

    def _draw_next(self) -> None:
        moment, what = self._waiting.pop(0)
        if isinstance(what, bytes):
            self._moment = moment
            self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", what))
        else:
            columns, rows = what
            self._screen.resize(rows, columns)
