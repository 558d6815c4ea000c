"""What the panes of the explorer show: values with lines, drawn by `render`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.render.frame import empty_lines
from timeline_tui.render.lines import emphasised
from timeline_tui.render.noted import with_note
from timeline_tui.render.rows import list_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

    from timeline_tui.render.lines import Line
    from timeline_tui.render.rows import ListMap

    Find = Callable[[str], list[tuple[int, int]]]
    Draw = Callable[[int], Sequence[Line]]

CURSOR, AWAY = "cursor", "cursor-away"
"""The grounds of the cursor's row in the pane that has the keys, and in another."""
NO_CURSOR = -1
HIT_SIGN = "›"
"""What stands in front of an event that a search found."""


class Drawn:
    """Lines drawn all at once for a width, with a row for the cursor if there is one.

    Its first `heads` and its last `tails` lines stay in sight whatever is scrolled.
    """

    def __init__(
        self,
        draw: Draw,
        ground: str = "base",
        *,
        cursor: int = NO_CURSOR,
        cursor_ground: str = CURSOR,
        fixed: tuple[int, int] = (0, 0),
    ) -> None:
        """Take what draws the lines; `cursor` counts from 0; `fixed`: heads, tails."""
        self._draw = draw
        self._ground = ground
        self._cursor = cursor
        self._cursor_ground = cursor_ground
        self._heads, self._tails = fixed
        self._width = -1
        self._lines: Sequence[Line] = ()

    def lines(self, width: int) -> Sequence[Line]:
        """Return all lines; the same width again costs nothing."""
        if width != self._width:
            self._width, self._lines = width, self._draw(width)
        return self._lines

    def count(self, width: int) -> int:
        """Return how many lines there are."""
        return len(self.lines(width))

    def window(self, top: int, height: int, width: int) -> list[tuple[Line, str]]:
        """Return the lines seen."""
        count = self.count(width)
        seen = list(range(top, min(top + height, count)))
        seen[: self._heads] = range(min(self._heads, len(seen)))
        if self._tails and len(seen) == height:
            seen[-self._tails :] = range(count - self._tails, count)
        return [self._grounded(n) for n in seen]

    def _grounded(self, n: int) -> tuple[Line, str]:
        is_cursor = n == self._cursor
        return self._lines[n], self._cursor_ground if is_cursor else self._ground


class Rows:
    """The rows of a list, and the last window of them, drawn without a cursor."""

    def __init__(
        self,
        lines: ListMap,
        marked: Container[str],
        find: Find | None = None,
        is_hit: Callable[[int], bool] | None = None,
        *,
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Take what there is to tell in the rows.

        Args:
            lines: The layout of the list.
            marked: The ids of events that the reader marked.
            find: Finds in a title what is looked for.
            is_hit: Tells whether a search found a row of the library.
            notes: The reader's notes, by the id of the event.
        """
        self.lines = lines
        self._marked = marked
        self._find = find
        self._is_hit = is_hit
        self._notes = notes or {}
        self._place: tuple[int, int, int] | None = None
        self._drawn: list[Line] = []

    def drawn(self, top: int, height: int, width: int) -> list[Line]:
        """Return the lines of a window; the same window again costs nothing."""
        place = (top, height, width)
        if place != self._place:
            if len(self.lines):
                part = range(top, top + height)
                drawn = list_lines(self.lines, part, width, self._marked)
            else:
                drawn = empty_lines(self.lines.selection, width)
            if self._find is not None:
                drawn = [emphasised(line, self._find) for line in drawn]
            drawn = [self._told_hit(n, line) for n, line in enumerate(drawn, top)]
            if any(self._notes.values()):
                drawn = [self._noted(n, line) for n, line in enumerate(drawn, top)]
            self._place, self._drawn = place, drawn
        return self._drawn

    def _noted(self, n: int, line: Line) -> Line:
        """Return a line with the reader's note on the event, where there is one."""
        item = self.lines.at(n) if n < len(self.lines) else None
        if item is None or item[0] != "event" or line[0][0] != "*":
            return line
        row = self.lines.selection.library.rows([item[2]])[0]
        note = self._notes.get(row.id, "")
        return with_note(line, note) if note else line

    def _told_hit(self, n: int, line: Line) -> Line:
        """Return a line with the sign of a hit, where it is one and has no other."""
        if self._is_hit is None or n >= len(self.lines) or line[0][0] != " ":
            return line
        item = self.lines.at(n)
        is_hit = item[0] == "event" and self._is_hit(item[2])
        return ((HIT_SIGN, "key"), *line[1:]) if is_hit else line


class EventList:
    """The list with the cursor on an event, or on none."""

    def __init__(self, rows: Rows, cursor: int, *, focused: bool) -> None:
        """Take the rows and the line of the cursor, `NO_CURSOR` for none."""
        self._rows = rows
        self._cursor = cursor
        self._cursor_ground = CURSOR if focused else AWAY

    def count(self, width: int) -> int:
        """Return how many lines there are."""
        del width
        return len(self._rows.lines)

    def window(self, top: int, height: int, width: int) -> list[tuple[Line, str]]:
        """Return the rows seen."""
        drawn = self._rows.drawn(top, height, width)
        return [
            (line, self._cursor_ground if n == self._cursor else "base")
            for n, line in enumerate(drawn, top)
        ]
