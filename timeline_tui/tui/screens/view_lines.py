"""What the views show that may stand in place of the list, without Textual.

The first frame and the explorer both draw from here, so they cannot differ.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from timeline_tui.model.dates import parse
from timeline_tui.render.cells import cell_width, cut, shown
from timeline_tui.render.frame import empty_lines
from timeline_tui.render.lines import fit
from timeline_tui.render.palette import CARET
from timeline_tui.tui.screens.contents import NO_CURSOR
from timeline_tui.tui.screens.headed import Headed
from timeline_tui.tui.state.places import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.render.figures import Figures
    from timeline_tui.render.lanes import Lanes
    from timeline_tui.render.lines import Line
    from timeline_tui.render.matrix import Matrix
    from timeline_tui.render.rows import ListMap
    from timeline_tui.render.scale import Scale
    from timeline_tui.tui.state.browse import Browse
    from timeline_tui.tui.state.views import View

HOLE = "value/base"
"""The role of the cursor's cell where its row stands on a reversed ground."""
PLAIN_THEMES = ("kgtl-16", "kgtl-none")
"""The themes in which the row of the cursor is reversed."""
_LEGEND_FROM = 16
"""A view at least so many lines tall tells what its signs mean."""
_NEAR_ENOUGH = 5000
"""Among at most so many figures the one nearest to the event is looked for."""


def scale_of(lanes: Lanes, view: View, width: int) -> Scale:
    """Return the time that a view of lanes shows at a width."""
    if view.scale is None:
        return lanes.whole(width)
    return view.scale.resized(lanes.room(width))


def time_in_view(lanes: Lanes, view: View, width: int) -> tuple[str, str] | None:
    """Return the first and last day that the lanes show at a width."""
    if not len(lanes):
        return None
    first, last = scale_of(lanes, view, width).window
    return date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()


def in_lanes(view: View, lanes: Lanes, row: int, width: int) -> View:
    """Return the view with its cursor on an event in one of its lanes."""
    last = max(len(lanes) - 1, 0)
    if row == NOWHERE:
        return replace(view, lane=min(view.lane, last))
    found = lanes.lane_of(row, view.lane)
    lane = min(view.lane, last) if found is None else found
    low, high = lanes.whole(width).window
    first, end = lanes.days_of(row)
    scale = scale_of(lanes, view, width)
    day = max(low, min(max(first, low), high))
    if scale.cell_of(end) != scale.cell_of(first):
        day = (day + max(low, min(end, high))) // 2
    kept = scale.holding(day) if view.scale is not None else None
    return replace(view, lane=lane, day=day, scale=kept)


def figure_line(figures: Figures, row: int) -> int:
    """Return the line of an event's first figure, or of the nearest event's."""
    line = figures.line_of(row) if row != NOWHERE else None
    if line is not None:
        return line
    rows = ((figures.row_at(n), n) for n in range(min(len(figures), _NEAR_ENOUGH)))
    near = [(abs(at - row), n) for at, n in rows if at is not None]
    return min(near, default=(0, 0))[1]


class LaneLines:
    """Lanes with a cursor on one of their cells."""

    def __init__(self, lanes: Lanes, state: Browse, view: View, theme: str) -> None:
        """Take the lanes of what is shown and where one is in them."""
        self._lanes = lanes
        self._state = state
        self._view = view
        self._sign = HOLE if theme in PLAIN_THEMES else CARET

    def headed(self, height: int, *, focused: bool) -> tuple[Headed, int]:
        """Return the lines for a pane of a height, and which has the cursor."""
        count = len(self._lanes)
        cursor = self._view.lane if count else NO_CURSOR

        def head(width: int) -> list[Line]:
            return self._head(width, legend=height >= _LEGEND_FROM)

        drawn = Headed(head, self._drawn, count, cursor=cursor, focused=focused)
        return drawn, cursor

    def _head(self, width: int, *, legend: bool) -> list[Line]:
        if not len(self._lanes):
            return empty_lines(self._state.selection, width)
        scale = scale_of(self._lanes, self._view, width)
        status = self._status(scale, width)
        return [status, *self._lanes.head(scale, width, legend=legend)]

    def _drawn(self, part: range, width: int) -> list[Line]:
        lanes, view, row = self._lanes, self._view, self._state.row
        scale = scale_of(lanes, view, width)
        current = None if row == NOWHERE else row
        drawn = lanes.lines(part, scale, width, current=current)
        at = view.lane - part.start
        cell = scale.cell_of(view.day)
        if 0 <= at < len(drawn) and 0 <= cell < scale.cells:
            drawn[at] = told_apart(drawn[at], lanes.left(width) + cell, self._sign)
        return drawn

    def _status(self, scale: Scale, width: int) -> Line:
        """Return what the cursor is on: lane, time, how many events."""
        lanes, row = self._lanes, self._state.row
        lane = min(self._view.lane, len(lanes) - 1)
        cell = scale.cell_of(self._view.day)
        rows = lanes.rows_at(lane, cell, scale)
        count = len(rows)
        when = parse(scale.period(cell).replace("..", "/")).words
        told = f"{count:,} events" if count > 1 else "no event"
        if count:
            first = row if count > 1 and row in rows else rows[0]
            library = self._state.selection.library
            title = shown(library.rows([first])[0].title)
            told = title if count == 1 else f"{told} · {title}"
        name = cut(shown(lanes.name(lane)[1]), max(width // 3, 8))
        return fit(
            (
                (" ", "space"),
                (name, "heading"),
                ("  ", "space"),
                (when, "date"),
                ("  ", "space"),
                (told, "text" if count else "muted"),
            ),
            width,
        )


def matrix_lines(
    matrix: Matrix, state: Browse, view: View, *, focused: bool
) -> tuple[Headed, int]:
    """Return the matrix of what is shown, and the line that has the cursor."""
    lines = state.lines
    cursor = NO_CURSOR if state.place == NOWHERE else lines.line_of(state.place)

    def head(width: int) -> Sequence[Line]:
        if not len(lines):
            return empty_lines(state.selection, width)
        return matrix.head(width, view.offset)

    def draw(part: range, width: int) -> Sequence[Line]:
        return matrix.lines(lines, part, width, marked=state.marked, offset=view.offset)

    return Headed(head, draw, len(lines), cursor=cursor, focused=focused), cursor


def figure_lines(
    figures: Figures, state: Browse, view: View, *, focused: bool
) -> tuple[Headed, int]:
    """Return the figures of what is shown, and the line that has the cursor."""
    count = len(figures)
    cursor = min(view.line, count - 1) if count else NO_CURSOR

    def head(width: int) -> Sequence[Line]:
        if count:
            return figures.head(width)
        words = " None of these events has a figure." if len(state.lines) else ""
        if words:
            return [fit(((words, "muted"),), width)]
        return empty_lines(state.selection, width)

    def draw(part: range, width: int) -> Sequence[Line]:
        return figures.lines(part, width, marked=state.marked)

    is_other = bool(count) and figures.row_at(cursor) != state.row
    is_focused = focused and not is_other
    return Headed(head, draw, count, cursor=cursor, focused=is_focused), cursor


def rows_of_list(lines: ListMap, part: range) -> list[int]:
    """Return the rows of the events on a part of the lines of a list or matrix."""
    seen = range(part.start, min(part.stop, len(lines)))
    return [item[2] for item in map(lines.at, seen) if item[0] == "event"]


def rows_of_figures(figures: Figures, part: range) -> list[int]:
    """Return the rows, in order, of the events on a part of the lines of figures."""
    seen = map(figures.row_at, range(part.start, min(part.stop, len(figures))))
    return sorted({row for row in seen if row is not None})


def told_apart(line: Line, x: int, role: str) -> Line:
    """Return a line with the cell at column `x` in another role."""
    spans: list[tuple[str, str]] = []
    left = x
    for text, own in line:
        cells = cell_width(text)
        if 0 <= left < cells == len(text):
            spans += [(text[:left], own), (text[left], role)]
            spans.append((text[left + 1 :], own))
        else:
            spans.append((text, own))
        left -= cells
    return tuple([span for span in spans if span[0]])
