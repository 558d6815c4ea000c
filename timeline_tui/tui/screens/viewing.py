"""The actions on views: which one is shown, and how one goes about in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.errors import DateError
from timeline_tui.tui.screens.lane_moves import LaneMoving
from timeline_tui.tui.state import NOWHERE
from timeline_tui.tui.state.finder import CELL, Entry, Finder
from timeline_tui.tui.state.places import place_of
from timeline_tui.tui.state.start import at_time, in_view
from timeline_tui.tui.state.views import FIGURES, LANES, MATRIX, TIMELINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.tui.messages import LinePressed

MOST_CHOICES = 200
"""A cell of the lanes with more events than this is shown in the list instead."""


class Viewing(LaneMoving):
    """Shows the same events in other ways."""

    def do_view(self) -> None:
        """Ask in the foot which view to show."""
        self.become(replace(self.state, menu=True))

    def do_view_timeline(self) -> None:
        """Show the list of events."""
        self.show_view(TIMELINE)

    def do_view_lanes(self) -> None:
        """Show a lane for each actor, theme or source; then for the next of them."""
        if self.state.view.name == LANES:
            self.do_lanes_by()
        else:
            self.show_view(LANES)

    def do_view_matrix(self) -> None:
        """Show events against sources."""
        self.show_view(MATRIX)

    def do_view_figures(self) -> None:
        """Show the figures by measure and period."""
        self.show_view(FIGURES)

    def start_view(self) -> None:
        """Show the view that the explorer was asked to start with, and its date."""
        setup = self.setup
        self.become(in_view(self.state, setup.view, setup.by))
        if setup.at:
            self.start_at(setup.at)

    def start_at(self, when: str) -> None:
        """Go to the first event from a date or period; say what cannot be read."""
        try:
            self.become(at_time(self.state, when, self.setup.today))
        except DateError as error:
            self.say(str(error))

    def show_view(self, name: str) -> None:
        """Show another view of the same events, at the same event."""
        view = self.state.view.named(name)
        self.become(replace(self.state, view=view, pane="list", menu=False))

    def choose_view(self, key: str) -> bool:
        """Close the question which view to show; tell whether a key is no answer."""
        self.become(replace(self.state, menu=False))
        command = self.keymap.command_for(self.state.where, key)
        return command is None or command.name not in ("close", "quit", "view")

    def do_next_source(self) -> None:
        """Show the columns of sources further right."""
        self._shift_sources(1)

    def do_previous_source(self) -> None:
        """Show the columns of sources further left."""
        self._shift_sources(-1)

    def _shift_sources(self, step: int) -> None:
        view = self.state.view
        most = len(self.library.sources) - self.matrix().columns(self.view_width())
        offset = max(0, min(view.offset + step, most))
        if offset == view.offset:
            self.say("there are no more sources there")
        else:
            self.become(replace(self.state, view=replace(view, offset=offset)))

    # Going about in any view

    def go_in_view(self, by: int) -> None:
        """Go some lines on in the view."""
        state = self.state
        view = self.seen_view()
        if view.name == LANES:
            self.at_cell(replace(view, lane=view.lane + by))
        elif view.name == FIGURES:
            self._to_figure(view.line + by, 1 if by > 0 else -1)
        elif view.name == MATRIX:
            self.become(state.moved(by) if abs(by) == 1 else state.paged(by))

    def go_to_end_of_view(self, end: int) -> None:
        """Go to the first (0) or the last (-1) of what the view has."""
        state, view = self.state, self.seen_view()
        if view.name == LANES:
            window = self.lanes().whole(self.view_width()).window
            self.go_to_day(view, window[end], self.scale(self.view_width()))
        elif view.name == FIGURES:
            last = len(self.figures()) - 1
            self._to_figure(0 if end == 0 else last, 1 if end == 0 else -1)
        else:
            self.become(state.jumped(0 if end == 0 else state.lines.events - 1))

    def leap_in_view(self, step: int, *, years: bool) -> bool:
        """Go to the next heading or year; false where that is as in the list."""
        name = self.state.where
        if name == LANES and years:
            self.leap_years(step)
        elif name == FIGURES:
            self._leap_measures(step)
        else:
            return False
        return True

    def _leap_measures(self, step: int) -> None:
        """Go to the first figure of the next or previous measure."""
        figures, line = self.figures(), self.seen_view().line
        line -= 1 if step < 0 else 0
        while 0 <= line < len(figures) and figures.row_at(line) is not None:
            line += step
        if step < 0:
            line -= 1
            while line > 0 and figures.row_at(line) is not None:
                line -= 1
        self._to_figure(line, 1)

    def _to_figure(self, line: int, step: int) -> None:
        """Go to a line of the figures, or the next one that is no heading."""
        figures, state = self.figures(), self.state
        if not len(figures):
            return
        line = max(0, min(line, len(figures) - 1))
        for way in (step, -step):
            at = line
            while 0 <= at < len(figures):
                row = figures.row_at(at)
                if row is not None:
                    place = place_of(state.lines, row)
                    moved = state.at(place) if place != NOWHERE else state
                    view = replace(self.seen_view(), line=at)
                    self.state = moved
                    self.put(view)
                    return
                at += way

    # Opening

    def open_in_view(self) -> None:
        """Open what the cursor of the view is on."""
        state, view = self.state, self.seen_view()
        if view.name != LANES or not len(self.lanes()):
            if state.place != NOWHERE:
                self.become(state.focused("detail"))
            return
        scale = self.scale(self.view_width())
        lane = min(view.lane, len(self.lanes()) - 1)
        cell = scale.cell_of(view.day)
        rows = self.lanes().rows_at(lane, cell, scale)
        if not rows:
            key = self.keymap.key_of("next_in_lane")
            self.say(f"no event is there; {key} goes to the next one of the lane")
        elif len(rows) == 1:
            self.open_row(rows[0])
        else:
            self._choose_of(rows)

    def chose_cell(self, event_id: str) -> None:
        """Go to the event that was chosen of a cell, and into it."""
        row = self.library.row_of(event_id)
        if row is not None:
            self.open_row(row)

    def open_row(self, row: int) -> None:
        """Go to an event and into it."""
        place = place_of(self.state.lines, row)
        if place != NOWHERE:
            self.become(self.state.jumped(place).focused("detail"))

    def _choose_of(self, rows: Sequence[int]) -> None:
        """Let the reader choose among the events of a cell."""
        if len(rows) > MOST_CHOICES:
            place = place_of(self.state.lines, rows[0])
            self.state = self.state.jumped(place)
            self.show_view(TIMELINE)
            self.say(f"{len(rows):,} events fall there: the list, from the first on")
            return
        found = self.library.rows(rows)
        entries = tuple(Entry(row.id, row.title, keys=row.plain) for row in found)
        finder = Finder(CELL, f"{len(rows)} events fall there", entries)
        self.find(finder)

    def pressed_in_view(self, message: LinePressed) -> None:
        """Go where the view was pressed; a second press opens."""
        rect = self.places(*self.size).get("view")
        if rect is None:
            return
        line = message.line - self.view_heads
        if line < 0:
            return
        self.become(self.state.focused("list"))
        view, lines = self.seen_view(), self.state.lines
        if view.name == LANES:
            scale = self.scale(rect.width)
            cell = self.lanes().cell_of(message.x, rect.width)
            days = scale.days(cell) if cell is not None else (view.day, view.day)
            day = view.day if days[0] <= view.day <= days[1] else sum(days) // 2
            self.at_cell(replace(view, lane=line, day=day))
        elif view.name == FIGURES:
            self._to_figure(line, 1)
        elif line < len(lines):
            self.become(self.state.at(self.state.place_near(line)))
        if message.twice:
            self.open_in_view()
