"""What a command line asks the explorer to open with."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple

    from timeline_tui.cli.words import Command
else:
    from timeline_tui.model.tuples import NamedTuple


class Asked(NamedTuple):
    """A view of the events, and a place in it.

    Attributes:
        view: one of `render.view.VIEWS`.
        by: the facet whose values are the lanes.
        at: the date or period to open at, as typed; nothing for the start.
    """

    view: str
    by: str
    at: str

    @property
    def is_usual(self) -> bool:
        """Whether that is the list of events from its start."""
        return self.view == "timeline" and not self.at


def asked(command: Command) -> Asked:
    """Read it; `--by` alone asks for lanes."""
    by = command.get("by")
    view = command.get("view") or ("lanes" if by else "timeline")
    return Asked(view, by or "actor", command.get("at") or "")
