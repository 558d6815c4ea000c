"""Which view stands where the list may stand, and its place in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from timeline_tui.model.frozen import dataclass
from timeline_tui.render.view import GROUPINGS

if TYPE_CHECKING:
    from timeline_tui.query.terms import Query
    from timeline_tui.render.scale import Scale

TIMELINE, LANES, MATRIX, FIGURES = "timeline", "lanes", "matrix", "figures"
"""The views of the explorer."""


@dataclass(frozen=True, slots=True)
class View:
    """A view of the same events, and where one is in it."""

    name: str = TIMELINE
    by: str = GROUPINGS[0]
    """The facet whose values are the lanes."""
    lane: int = 0
    """The lane of the cursor, from 0."""
    day: int = 1
    """The day of the cursor in the lanes, as `date.toordinal` gives it."""
    scale: Scale | None = None
    """The time in view in the lanes; None for all of it."""
    line: int = 0
    """The line of the cursor among the figures."""
    offset: int = 0
    """The first source whose column the matrix shows."""
    seen: tuple[int, Query] | None = None
    """The event and the filter that the cursor was put for."""

    def named(self, name: str) -> View:
        """Return another view, with its cursor yet to be put on the current event."""
        return replace(self, name=name, seen=None)

    def options(self) -> list[str]:
        """Return the words of a command line that opens and prints this view."""
        if self.name == TIMELINE:
            return []
        words = ["--view", self.name]
        if self.name == LANES:
            words += ["--by", self.by]
            if self.scale is not None:
                first, last = map(date.fromordinal, self.scale.window)
                words += ["--at", f"{first}..{last}"]
        return words

    def next_grouping(self) -> View:
        """Return the view with lanes of the next facet."""
        at = GROUPINGS.index(self.by) if self.by in GROUPINGS else -1
        by = GROUPINGS[(at + 1) % len(GROUPINGS)]
        return replace(self, by=by, lane=0, seen=None)


START = View()
"""The view of an explorer that starts."""
