"""How the views that may stand in place of the list are drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from timeline_tui.model.dates import parse
from timeline_tui.render.cells import cell_width, cut, shown
from timeline_tui.render.frame import empty_lines
from timeline_tui.render.lines import fit
from timeline_tui.tui.paint import CARET, NONE, SIXTEEN
from timeline_tui.tui.screens.contents import NO_CURSOR
from timeline_tui.tui.screens.headed import Headed
from timeline_tui.tui.screens.placing import Placing
from timeline_tui.tui.state import NOWHERE
from timeline_tui.tui.state.views import FIGURES, LANES, MATRIX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.render.figures import Figures
    from timeline_tui.render.lanes import Lanes
    from timeline_tui.render.lines import Line
    from timeline_tui.render.matrix import Matrix
    from timeline_tui.render.scale import Scale
    from timeline_tui.tui.state.views import View

HOLE = "value/base"
"""The role of the cursor's cell where its row stands on a reversed ground."""
_LEGEND_FROM = 16
"""A view at least so many lines tall tells what its signs mean."""
_NEAR_ENOUGH = 5000
"""Among at most so many figures the one nearest to the event is looked for."""


class ViewDrawing(Placing):
    """Draws lanes, matrix and figures."""

    _lanes: Lanes
    _matrix: Matrix
    _figures: Figures
    view_line = 0
    """The line of the cursor in the view, its head counted."""
    view_heads = 0
    """How many lines of the view stay in sight at its top."""

    def lanes(self) -> Lanes:
        """Return the lanes of what is shown."""
        state = self.state
        if self.differs("lanes", (state.lines, state.view.by)):
            from timeline_tui.render.lanes import Lanes  # noqa: PLC0415 - a view

            self._lanes = Lanes(state.selection, state.view.by)
        return self._lanes

    def matrix(self) -> Matrix:
        """Return the columns of the matrix."""
        if self.differs("matrix", self.library):
            from timeline_tui.render.matrix import Matrix  # noqa: PLC0415 - a view

            self._matrix = Matrix(self.library)
        return self._matrix

    def figures(self) -> Figures:
        """Return the figures of what is shown."""
        if self.differs("figures", self.state.lines):
            from timeline_tui.render.figures import Figures  # noqa: PLC0415 - a view

            self._figures = Figures(self.state.selection)
        return self._figures

    def scale(self, width: int) -> Scale:
        """Return the time that the lanes have in view at a width."""
        lanes, view = self.lanes(), self.state.view
        if view.scale is None:
            return lanes.whole(width)
        return view.scale.resized(lanes.room(width))

    def view_width(self) -> int:
        """Return how wide the view stands, in cells."""
        rect = self.places(*self.size).get("view")
        return rect.width if rect is not None else self.size.width

    def seen_view(self) -> View:
        """Return the view with its cursor on the current event, if it was elsewhere."""
        state = self.state
        view, key = state.view, (state.row, state.query)
        if view.seen == key:
            return view
        if view.name == LANES:
            view = self._in_lanes(view)
        elif view.name == FIGURES:
            view = replace(view, line=self._figure_line())
        return replace(view, seen=key)

    def _in_lanes(self, view: View) -> View:
        """Return the view with its cursor on the current event in one of its lanes."""
        row, lanes = self.state.row, self.lanes()
        last = max(len(lanes) - 1, 0)
        if row == NOWHERE:
            return replace(view, lane=min(view.lane, last))
        width = self.view_width()
        found = lanes.lane_of(row, view.lane)
        lane = min(view.lane, last) if found is None else found
        low, high = lanes.whole(width).window
        first, end = lanes.days_of(row)
        scale = self.scale(width)
        day = max(low, min(max(first, low), high))
        if scale.cell_of(end) != scale.cell_of(first):
            day = (day + max(low, min(end, high))) // 2
        if view.scale is not None:
            scale = scale.holding(day)
        return replace(
            view, lane=lane, day=day, scale=scale if view.scale is not None else None
        )

    def _figure_line(self) -> int:
        """Return the line of the event's first figure, or of the nearest event's."""
        figures, row = self.figures(), self.state.row
        line = figures.line_of(row) if row != NOWHERE else None
        if line is not None:
            return line
        rows = ((figures.row_at(n), n) for n in range(min(len(figures), _NEAR_ENOUGH)))
        near = [(abs(at - row), n) for at, n in rows if at is not None]
        return min(near, default=(0, 0))[1]

    def seen_time(self) -> tuple[str, str] | None:
        """Return the first and last day that the lanes have in view."""
        rect = self.places(*self.size).get("view")
        if rect is None or self.state.view.name != LANES or not len(self.lanes()):
            return None
        first, last = self.scale(rect.width).window
        return date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()

    # Drawing

    def draw_view(self) -> None:
        """Draw the view that stands in place of the list, if one does."""
        state = self.state
        rect = self.places(*self.size).get("view")
        if rect is None:
            return
        view = self.seen_view()
        if view != state.view:
            self.state = state = replace(state, view=view)
        focused = state.where == view.name
        key = (state.lines, view, state.row, focused, state.marked, rect)
        if not self.differs("view", key):
            return
        if view.name == LANES:
            content, cursor = self._lane_lines(view, rect.height, focused=focused)
        elif view.name == MATRIX:
            content, cursor = self._matrix_lines(view, focused=focused)
        else:
            content, cursor = self._figure_lines(view, focused=focused)
        self.view_heads = heads = len(content.head(rect.width))
        self.view_line = heads + max(cursor, 0)
        pane = self.pane("view")
        if cursor == NO_CURSOR:
            pane.show(content)
        else:
            pane.show(content, line=self.view_line, lead=heads)

    def _lane_lines(
        self, view: View, height: int, *, focused: bool
    ) -> tuple[Headed, int]:
        lanes, row = self.lanes(), self.state.row
        legend = height >= _LEGEND_FROM
        sign = HOLE if self.paint.theme in (SIXTEEN, NONE) else CARET

        def head(width: int) -> list[Line]:
            if not len(lanes):
                return empty_lines(self.state.selection, width)
            scale = self.scale(width)
            status = self._lane_status(view, scale, width)
            return [status, *lanes.head(scale, width, legend=legend)]

        def draw(part: range, width: int) -> list[Line]:
            scale = self.scale(width)
            current = None if row == NOWHERE else row
            drawn = lanes.lines(part, scale, width, current=current)
            at = view.lane - part.start
            cell = scale.cell_of(view.day)
            if 0 <= at < len(drawn) and 0 <= cell < scale.cells:
                drawn[at] = told_apart(drawn[at], lanes.left(width) + cell, sign)
            return drawn

        cursor = view.lane if len(lanes) else NO_CURSOR
        return Headed(head, draw, len(lanes), cursor=cursor, focused=focused), cursor

    def _lane_status(self, view: View, scale: Scale, width: int) -> Line:
        """Return what the cursor of the lanes is on: lane, time, how many events."""
        lanes = self.lanes()
        lane = min(view.lane, len(lanes) - 1)
        cell = scale.cell_of(view.day)
        rows = lanes.rows_at(lane, cell, scale)
        count = len(rows)
        when = parse(scale.period(cell).replace("..", "/")).words
        told = f"{count:,} events" if count > 1 else "no event"
        if count:
            row = self.state.row if count > 1 and self.state.row in rows else rows[0]
            title = shown(self.library.rows([row])[0].title)
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

    def _matrix_lines(self, view: View, *, focused: bool) -> tuple[Headed, int]:
        matrix, state = self.matrix(), self.state
        lines = state.lines
        cursor = NO_CURSOR if state.place == NOWHERE else lines.line_of(state.place)

        def head(width: int) -> Sequence[Line]:
            if not len(lines):
                return empty_lines(state.selection, width)
            return matrix.head(width, view.offset)

        def draw(part: range, width: int) -> Sequence[Line]:
            return matrix.lines(
                lines, part, width, marked=state.marked, offset=view.offset
            )

        return Headed(head, draw, len(lines), cursor=cursor, focused=focused), cursor

    def _figure_lines(self, view: View, *, focused: bool) -> tuple[Headed, int]:
        figures, state = self.figures(), self.state
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
