"""What a view shows: lines below a head, of which only those seen are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.tui.screens.contents import AWAY, CURSOR, NO_CURSOR

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline_tui.render.lines import Line


class Headed:
    """Lines below a head that stays in sight, of which only those seen are drawn."""

    def __init__(
        self,
        head: Callable[[int], Sequence[Line]],
        lines: Callable[[range, int], Sequence[Line]],
        count: int,
        *,
        cursor: int = NO_CURSOR,
        focused: bool = True,
    ) -> None:
        """Take what draws the head, what draws some of the lines, and how many."""
        self._head = head
        self._lines = lines
        self._count = count
        self._cursor = cursor
        self._ground = CURSOR if focused else AWAY
        self._drawn_head: tuple[int, Sequence[Line]] = (-1, ())

    def head(self, width: int) -> Sequence[Line]:
        """Return the head for a width."""
        if self._drawn_head[0] != width:
            self._drawn_head = width, self._head(width)
        return self._drawn_head[1]

    def count(self, width: int) -> int:
        """Return how many lines there are, the head included."""
        return len(self.head(width)) + self._count

    def window(self, top: int, height: int, width: int) -> list[tuple[Line, str]]:
        """Return the head and the lines seen below it."""
        head = self.head(width)[:height]
        stop = min(top + height - len(head), self._count)
        drawn = self._lines(range(top, max(stop, top)), width)
        below = [
            (line, self._ground if n == self._cursor else "base")
            for n, line in enumerate(drawn, top)
        ]
        return [*((line, "base") for line in head), *below]
