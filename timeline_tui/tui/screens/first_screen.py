"""The first screen of any view, line by line, before Textual is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.render.canvas import Canvas
from timeline_tui.render.density import Density, window_of
from timeline_tui.render.frame import GROUNDS, foot_line, query_line, tiny_lines
from timeline_tui.render.lines import on
from timeline_tui.render.screen import panes
from timeline_tui.tui.screens.contents import NO_CURSOR, EventList, Rows
from timeline_tui.tui.screens.view_lines import (
    LaneLines,
    figure_line,
    figure_lines,
    in_lanes,
    matrix_lines,
    rows_of_figures,
    rows_of_list,
    time_in_view,
)
from timeline_tui.tui.screens.view_places import with_view
from timeline_tui.tui.state.browse import Browse
from timeline_tui.tui.state.places import NOWHERE
from timeline_tui.tui.state.scroll import held, scrolled
from timeline_tui.tui.state.start import at_time, in_view
from timeline_tui.tui.state.views import LANES, MATRIX, TIMELINE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from timeline_tui.library.selection import Selection
    from timeline_tui.render.figures import Figures
    from timeline_tui.render.lines import Line
    from timeline_tui.render.screen import Rect
    from timeline_tui.tui.screens.headed import Headed

    Window = tuple[str, str] | None
    Seen = Sequence[tuple[Line, str]]
    """Lines, each with the ground it stands on."""


def opened(selection: Selection, today: date, *, view: str, by: str, at: str) -> Browse:
    """Return the state that the explorer opens with, for a setup with these words.

    Raises:
        DateError: The date to open at cannot be read.
    """
    state = in_view(Browse.starting(selection.query, selection), view, by)
    return at_time(state, at, today) if at else state


class FirstScreen:
    """What the explorer shows of a state before any key."""

    def __init__(self, state: Browse, size: tuple[int, int], theme: str) -> None:
        """Take the state, columns and rows, and the theme."""
        self._state = state
        self._size = size
        self._theme = theme

    def lines(self, hints: Sequence[tuple[str, str]]) -> list[Line]:
        """Draw every row, each exactly as wide as the terminal."""
        columns, rows = self._size
        divided = panes(columns, rows)
        if divided.layout == "tiny":
            return [on(line, "base") for line in tiny_lines(columns, rows)]
        places: dict[str, Rect] = dict(divided.shown())
        view = self._state.view.name
        if view != TIMELINE:
            places = with_view(places, view, divided.layout)
        canvas = Canvas(columns, rows)
        seen, window = self._events(places)
        for name, rect in places.items():
            drawn: Sequence[Line] = [on(line, ground) for line, ground in seen]
            if name not in ("list", "view"):
                drawn = self._bar(name, rect, hints, window)
            canvas.put(rect, drawn, GROUNDS.get(name, "base"))
        return canvas.lines()

    def _bar(
        self,
        name: str,
        rect: Rect,
        hints: Sequence[tuple[str, str]],
        window: Window,
    ) -> Sequence[Line]:
        """Draw a pane beside the one with the events."""
        state, width = self._state, rect.width
        selection = state.selection
        if name == "query":
            return [query_line(selection, width)]
        if name == "density":
            return Density(selection, width).lines(width, window)
        if name == "foot":
            return [foot_line(hints, width)]
        if name == "gap":
            return [(("─" * width, "rule"),)] if rect.height == 1 else []
        return self._drawer(width) if name == "drawer" else self._event(width)

    def _drawer(self, width: int) -> Sequence[Line]:
        from timeline_tui.render.drawer import facet_lines  # noqa: PLC0415 - wide ones
        from timeline_tui.tui.state.facets import Drawer  # noqa: PLC0415
        from timeline_tui.tui.state.facets import facet_lines as rows  # noqa: PLC0415

        selection = self._state.selection
        return facet_lines(rows(selection, selection.query, Drawer()), width)

    def _event(self, width: int) -> Sequence[Line]:
        """Draw the sources pane of the current event."""
        if self._state.row == NOWHERE:
            return []
        from timeline_tui.render.detail import detail_lines  # noqa: PLC0415 - as above

        library = self._state.selection.library
        return detail_lines(library.event(self._state.row), library, width)

    def _events(self, places: dict[str, Rect]) -> tuple[Seen, Window]:
        """Draw the list or the view, and tell which time is in it."""
        if "list" in places:
            return self._list(places["list"])
        state = self._state
        view, rect = state.view, places["view"]
        if view.name == LANES:
            from timeline_tui.render.lanes import Lanes  # noqa: PLC0415 - a view

            lanes = Lanes(state.selection, view.by)
            view = in_lanes(view, lanes, state.row, rect.width)
            drawn = LaneLines(lanes, state, view, self._theme)
            content, cursor = drawn.headed(rect.height, focused=True)
            window = time_in_view(lanes, view, rect.width)
            return _window(content, cursor, rect), window
        if view.name == MATRIX:
            content, cursor = self._matrix()
            rows = rows_of_list(state.lines, _part(content, cursor, rect))
        else:
            figures = self._laid_out_figures()
            content, cursor = self._figures(figures)
            rows = rows_of_figures(figures, _part(content, cursor, rect))
        return _window(content, cursor, rect), self._time_of(rows)

    def _time_of(self, rows: Sequence[int]) -> Window:
        return window_of(self._state.selection.library.rows(rows))

    def _matrix(self) -> tuple[Headed, int]:
        from timeline_tui.render.matrix import Matrix  # noqa: PLC0415 - a view

        state = self._state
        matrix = Matrix(state.selection.library)
        return matrix_lines(matrix, state, state.view, focused=True)

    def _laid_out_figures(self) -> Figures:
        from timeline_tui.render.figures import Figures  # noqa: PLC0415 - a view

        return Figures(self._state.selection)

    def _figures(self, figures: Figures) -> tuple[Headed, int]:
        from dataclasses import replace  # noqa: PLC0415 - a view

        state = self._state
        view = replace(state.view, line=figure_line(figures, state.row))
        return figure_lines(figures, state, view, focused=True)

    def _list(self, rect: Rect) -> tuple[Seen, Window]:
        """Draw the list from where its cursor is seen."""
        state = self._state
        lines = state.lines
        line, top = NO_CURSOR, 0
        if state.place != NOWHERE:
            line = lines.line_of(state.place)
            lead = 1 if lines.heading_of(line) == line - 1 else 0
            top = scrolled(0, line, lead, rect.height)
        top = held(top, len(lines), rect.height)
        content = EventList(Rows(lines, ()), line, focused=True)
        rows = rows_of_list(lines, range(top, top + rect.height))
        seen = content.window(top, rect.height, rect.width)
        return seen, self._time_of(rows)


def _window(content: Headed, cursor: int, rect: Rect) -> Seen:
    """Return what is seen of a view in its place."""
    top = _part(content, cursor, rect).start
    return content.window(top, rect.height, rect.width)


def _part(content: Headed, cursor: int, rect: Rect) -> range:
    """Return which lines of a view are seen below its head."""
    heads = len(content.head(rect.width))
    top = scrolled(0, heads + cursor, heads, rect.height) if cursor != NO_CURSOR else 0
    top = held(top, content.count(rect.width), rect.height)
    return range(top, top + rect.height - heads)
