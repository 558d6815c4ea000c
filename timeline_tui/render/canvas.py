"""A screen on which panes are put."""

from __future__ import annotations

from timeline_tui.render.cells import cell_width
from timeline_tui.render.lines import fit, on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.render.lines import Line, Span
    from timeline_tui.render.screen import Rect


class Canvas:
    """Lines of one width that panes are put on, side by side."""

    __slots__ = ("_rows", "_width")

    def __init__(self, width: int, height: int) -> None:
        """Start blank; both in cells."""
        self._width = width
        self._rows: list[list[tuple[int, Line]]] = [[] for _ in range(height)]

    def put(self, rect: Rect, lines: Sequence[Line], ground: str) -> None:
        """Put the lines of a pane in its place, cut and padded to it, on a ground."""
        for y in range(rect.height):
            line = lines[y] if y < len(lines) else ()
            self._rows[rect.y + y].append((rect.x, on(fit(line, rect.width), ground)))

    def lines(self) -> list[Line]:
        """The screen from the top; what no pane covers stands on the base."""
        return [self._line(row) for row in self._rows]

    def _line(self, row: list[tuple[int, Line]]) -> Line:
        """One line of the screen out of the pieces put on it."""
        spans: list[Span] = []
        x = 0
        for start, piece in sorted(row, key=lambda part: part[0]):
            if start > x:
                spans.append((" " * (start - x), "space/base"))
            spans += piece
            x = start + sum([cell_width(text) for text, _ in piece])
        if x < self._width:
            spans.append((" " * (self._width - x), "space/base"))
        return tuple(spans)
