"""How the views that may stand in place of the list are drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.tui.screens.contents import NO_CURSOR
from timeline_tui.tui.screens.placing import Placing
from timeline_tui.tui.screens.view_lines import (
    LaneLines,
    figure_line,
    figure_lines,
    in_lanes,
    matrix_lines,
    rows_of_figures,
    rows_of_list,
    scale_of,
    time_in_view,
)
from timeline_tui.tui.state.views import FIGURES, LANES, MATRIX

if TYPE_CHECKING:
    from timeline_tui.render.figures import Figures
    from timeline_tui.render.lanes import Lanes
    from timeline_tui.render.matrix import Matrix
    from timeline_tui.render.scale import Scale
    from timeline_tui.tui.state.views import View


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
        return scale_of(self.lanes(), self.state.view, width)

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
            view = in_lanes(view, self.lanes(), state.row, self.view_width())
        elif view.name == FIGURES:
            view = replace(view, line=figure_line(self.figures(), state.row))
        return replace(view, seen=key)

    def seen_time(self) -> tuple[str, str] | None:
        """Return the first and last day that the lanes have in view."""
        rect = self.places(*self.size).get("view")
        if rect is None or self.state.view.name != LANES:
            return None
        return time_in_view(self.lanes(), self.state.view, rect.width)

    def seen_rows(self) -> list[int]:
        """Return the rows of the events that stand in the list or view, in order."""
        lines, name = self.state.lines, self.state.view.name
        is_list = "view" not in self.places(*self.size)
        pane = self.pane("list" if is_list else "view")
        room = pane.page - (0 if is_list else self.view_heads)
        if not is_list and name == FIGURES:
            return rows_of_figures(self.figures(), range(pane.top, pane.top + room))
        return rows_of_list(lines, range(pane.top, pane.top + room))

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
            lanes = LaneLines(self.lanes(), state, view, self.paint.theme)
            content, cursor = lanes.headed(rect.height, focused=focused)
        elif view.name == MATRIX:
            content, cursor = matrix_lines(self.matrix(), state, view, focused=focused)
        else:
            content, cursor = figure_lines(self.figures(), state, view, focused=focused)
        self.view_heads = heads = len(content.head(rect.width))
        self.view_line = heads + max(cursor, 0)
        pane = self.pane("view")
        if cursor == NO_CURSOR:
            pane.show(content)
        else:
            pane.show(content, line=self.view_line, lead=heads)
