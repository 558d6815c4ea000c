"""What an explorer opens with: a view of the events, at a date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.query.periods import read_period
from timeline_tui.render.view import GROUPINGS
from timeline_tui.tui.state.places import at_date
from timeline_tui.tui.state.views import FIGURES, LANES, MATRIX, TIMELINE

if TYPE_CHECKING:
    from datetime import date

    from timeline_tui.tui.state.browse import Browse


def in_view(state: Browse, name: str, by: str) -> Browse:
    """Return the state in a view; a name that is unknown changes nothing."""
    view = state.view
    known = name if name in (TIMELINE, LANES, MATRIX, FIGURES) else view.name
    by = by if by in GROUPINGS else view.by
    return replace(state, view=replace(view, name=known, by=by))


def at_time(state: Browse, when: str, today: date) -> Browse:
    """Return the state at the first event from a date or period.

    Raises:
        DateError: It cannot be read.
    """
    period = read_period(when, today)
    return state.at(at_date(state.lines, period.first.isoformat()))
