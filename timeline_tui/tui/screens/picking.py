"""The explorer as a filter: events are picked, and taken away by leaving."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.tui.screens.windowing import Windowing

if TYPE_CHECKING:
    from collections.abc import Iterator


class Picking(Windowing):
    """Picks events."""

    def do_pick(self) -> None:
        """Pick the event, or no longer."""
        event = self.event
        if event is not None:
            picked = self.state.picked ^ {event.id}
            self.become(replace(self.state, picked=picked).moved(1))

    def do_take(self) -> None:
        """Leave with the events picked, or else with the current one."""
        picked = self.state.picked
        if not picked and self.event is not None:
            picked = frozenset({self.event.id})
        rows = sorted(self._rows_of(picked))
        ids = [row.id for row in self.library.rows(rows)]
        self.leave(0 if ids else 1, ids)

    def _rows_of(self, ids: frozenset[str]) -> Iterator[int]:
        for event_id in ids:
            row = self.library.row_of(event_id)
            if row is not None:
                yield row
