"""How the current event is drawn in the sources pane."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from timeline_tui.render.detail import Detail, detail
from timeline_tui.render.lines import emphasised
from timeline_tui.render.noted import note_lines
from timeline_tui.tui.screens.contents import AWAY, CURSOR, NO_CURSOR, Drawn
from timeline_tui.tui.screens.placing import Placing
from timeline_tui.tui.state import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Sequence

FRAME = 1 / 60
"""Seconds between two drawings of the event while keys are held."""
FOUND_IN = ("text", "title", "heading", "anchor", "actor", "theme", "place", "muted")
"""The roles of the sources pane in which hits are told."""


class EventDrawing(Placing):
    """Draws the event, at most once a frame."""

    _told: dict[int, Detail]
    _drawn_detail = 0.0
    _detail_due = False
    _knows_copies = False

    def draw_event_soon(self) -> None:
        """Draw the event now, or a frame later while it changes faster than that."""
        wait = self._drawn_detail + FRAME - monotonic()
        if wait <= 0:
            self._draw_detail()
        elif not self._detail_due:
            self._detail_due = True
            self.set_timer(wait, self._draw_detail)

    def _draw_detail(self) -> None:
        self._detail_due = False
        state = self.state
        search = state.search
        key = (
            state.lines,
            state.row,
            state.account,
            state.pane,
            search and search.query,
            self.notebook.marks,
        )
        if not self.differs("detail", key):
            return
        self._drawn_detail = monotonic()
        asked = (state.query, search and search.query)
        told_key = (self.library, state.row, asked, self.notebook.marks)
        is_other = self.differs("told", told_key)
        if is_other:
            self._told = {}
        pane = self.pane("detail")
        if is_other:
            pane.show_from(0)
        starts = self.account_lines()
        cursor = starts[state.account] if state.account != NOWHERE else NO_CURSOR
        content = Drawn(
            lambda width: self._detail(width).lines,
            "surface",
            cursor=cursor,
            cursor_ground=CURSOR if state.pane == "detail" else AWAY,
        )
        pane.show(content)
        is_jump = self.differs("account", (state.row, state.account))
        if is_jump and cursor != NO_CURSOR:
            pane.show_from(cursor)
        if not self._knows_copies and self.setup.passages is not None:
            self.call_after_refresh(self._look_into_copies)

    def _look_into_copies(self) -> None:
        """Tell of the reader's copies too, which are read once the screen stands."""
        if not self._knows_copies:
            self._knows_copies = True
            self._told = {}
            self.drawn_from.pop("detail", None)
            self._draw_detail()

    def _detail(self, width: int) -> Detail:
        """Return the sources pane for a width, with hits told."""
        told = self._told.get(width)
        if told is None:
            event = self.event
            if event is None:
                return Detail([], [])
            look = self.setup.passages if self._knows_copies else None
            found = look(event, self.library) if look is not None else None
            told = detail(event, self.library, width, found=found)
            find = self.find_hits()
            note = self.notebook.marks.get(event.id)
            if note is not None:
                head = note_lines(note, width)
                starts = [start + len(head) for start in told.account_starts]
                told = Detail([*head, *told.lines], starts)
            if find is not None:
                lines = [emphasised(line, find, FOUND_IN) for line in told.lines]
                told = Detail(lines, told.account_starts)
            self._told[width] = told
        return told

    def account_lines(self) -> Sequence[int]:
        """Return the line of the sources pane at which each account starts."""
        return self._detail(max(self.pane("detail").size.width, 1)).account_starts
