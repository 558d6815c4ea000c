"""Which commands have nothing to do where no event is shown."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.library.selection import Selection


def idle_without_events(
    selection: Selection, *, has_past: bool = False, has_parked: bool = False
) -> frozenset[str]:
    """Return the names of commands that do nothing for a selection without events.

    `has_past` tells whether there is a step to undo, `has_parked` whether there are
    filters to turn on again.
    """
    idle = set()
    if not has_past:
        idle.add("undo")
    if not selection.query and not has_parked:
        idle.add("all_filters")
    if not selection.library.count:
        idle |= {"edit_query", "filters"}
    return frozenset(idle)
