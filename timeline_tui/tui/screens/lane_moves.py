"""The actions in the lanes: along them, across them, closer and further."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from timeline_tui.tui.screens.browsing import Browsing
from timeline_tui.tui.state import NOWHERE
from timeline_tui.tui.state.places import place_of

if TYPE_CHECKING:
    from timeline_tui.render.scale import Scale
    from timeline_tui.tui.state.views import View


class LaneMoving(Browsing):
    """Goes about in the lanes."""

    def do_lanes_by(self) -> None:
        """Make lanes of the next facet."""
        view = self.state.view.next_grouping()
        self.become(replace(self.state, view=view, menu=False))

    def do_later(self) -> None:
        """Go one cell on in time."""
        self._go_cells(1)

    def do_earlier(self) -> None:
        """Go one cell back in time."""
        self._go_cells(-1)

    def do_next_in_lane(self) -> None:
        """Go to the next event of the lane."""
        self._step_in_lane(1)

    def do_previous_in_lane(self) -> None:
        """Go to the previous event of the lane."""
        self._step_in_lane(-1)

    def do_zoom_in(self) -> None:
        """Show less time, at the cursor."""
        self._zoom(1)

    def do_zoom_out(self) -> None:
        """Show more time, round the cursor."""
        self._zoom(-1)

    def do_zoom_reset(self) -> None:
        """Show all of the time there is."""
        self.put(replace(self.seen_view(), scale=None))

    def put(self, view: View) -> None:
        """Take a view whose cursor stands where it should."""
        view = replace(view, seen=(self.state.row, self.state.query))
        self.become(replace(self.state, view=view))

    def _zoom(self, by: int) -> None:
        width, view = self.view_width(), self.seen_view()
        scale = self.scale(width)
        zoomed = scale.zoomed(by, view.day)
        if zoomed.level == scale.level:
            self.say("one cell is one day" if by > 0 else "that is all of time")
            return
        whole = self.lanes().whole(width)
        kept = None if zoomed.level == whole.level else zoomed
        self.put(replace(view, scale=kept))

    def _go_cells(self, by: int) -> None:
        view = self.seen_view()
        width = self.view_width()
        scale = self.scale(width)
        first, last = scale.days(scale.cell_of(view.day) + by)
        self.go_to_day(view, (first + last) // 2, scale)

    def go_to_day(self, view: View, day: int, scale: Scale) -> None:
        """Go to a day of the lane, as far as time reaches, and to what is there."""
        whole = self.lanes().whole(self.view_width())
        day = max(whole.window[0], min(day, whole.window[1]))
        moved = scale.holding(day)
        kept = moved if moved != scale or view.scale is not None else None
        self.at_cell(replace(view, day=day, scale=kept))

    def at_cell(self, view: View) -> None:
        """Go to a cell of the lanes; its first event is the current one, if any."""
        state = self.state
        lanes = self.lanes()
        if not len(lanes):
            return
        view = replace(view, lane=max(0, min(view.lane, len(lanes) - 1)))
        self.state = replace(state, view=view)
        scale = self.scale(self.view_width())
        rows = lanes.rows_at(view.lane, scale.cell_of(view.day), scale)
        if rows and state.row not in rows:
            place = place_of(state.lines, rows[0])
            if place != NOWHERE:
                self.state = self.state.at(place)
        self.put(view)

    def _step_in_lane(self, by: int) -> None:
        state, lanes, view = self.state, self.lanes(), self.seen_view()
        if state.row == NOWHERE or not len(lanes):
            return
        row = lanes.step(min(view.lane, len(lanes) - 1), state.row, by)
        place = place_of(state.lines, row)
        if place in (NOWHERE, state.place):
            self.say("the lane has no event there")
            return
        self.become(replace(state.at(place), view=replace(view, seen=None)))

    def leap_years(self, years: int) -> None:
        """Go to the start of the year in the lanes, or of the next or previous one."""
        view = self.seen_view()
        here = date.fromordinal(max(view.day, 1))
        is_start = (here.month, here.day) == (1, 1)
        year = here.year + years + (1 if years < 0 and not is_start else 0)
        year = max(1, min(year, date.max.year))
        scale = self.scale(self.view_width())
        self.go_to_day(view, date(year, 1, 1).toordinal(), scale)
