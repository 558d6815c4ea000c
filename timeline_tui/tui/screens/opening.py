"""Going into what the cursor is on: event, comparison, document, who cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.tui.commands import (
    COMPARISON,
    DETAIL,
    DOCUMENT,
    LIST,
    VIEWS,
)
from timeline_tui.tui.screens.seeking import Seeking
from timeline_tui.tui.screens.viewing import Viewing
from timeline_tui.tui.state import NOWHERE
from timeline_tui.tui.state.views import TIMELINE

if TYPE_CHECKING:
    from timeline_tui.tui.commands import Command
    from timeline_tui.tui.messages import LinePressed

_FAR = 10**9


class Opening(Viewing, Seeking):
    """Goes one step further in."""

    def do_open(self) -> None:
        """Go into the event, its comparison, the document, or who cites that."""
        where = self.state.where
        if where in VIEWS:
            self.open_in_view()
        elif where == DETAIL:
            self.do_compare()
        elif where == COMPARISON:
            self.do_document()
        elif where == DOCUMENT:
            self.open_citing()
        elif self.state.place == NOWHERE:
            self.say("there is no event to open")
        else:
            self.become(self.state.focused("detail"))

    def go_elsewhere(self, by: int) -> bool:
        """Go some lines on in a view or layer; false where neither has the keys."""
        where = self.state.where
        if where in VIEWS:
            self.go_in_view(by)
        elif where == DOCUMENT:
            self.go_in_document(by)
        elif where == COMPARISON:
            self.pane("layer").scroll_lines(by)
        else:
            return False
        return True

    def end_elsewhere(self, end: int) -> bool:
        """Go to the first (0) or last (-1) line; false where no view has the keys."""
        if self.state.where in VIEWS:
            self.go_to_end_of_view(end)
            return True
        return self.go_elsewhere(_FAR if end else -_FAR)

    def pressed_elsewhere(self, message: LinePressed) -> None:
        """Do what a press means in the event, in a view or in a layer."""
        if message.pane == "detail":
            self.become(self.state.focused("detail"))
        elif message.pane == "view":
            self.pressed_in_view(message)
        elif message.pane == "layer":
            self.pressed_in_layer(message)

    def page_elsewhere(self) -> int:
        """Return the lines of a page in the view or layer; 0 where neither has keys."""
        where = self.state.where
        if where in VIEWS:
            return self.pane("view").page
        return self.pane("layer").page if self.state.layers else 0

    def go_to_where(self, command: Command) -> None:
        """Go to a pane, view or layer in which a command can be carried out."""
        wanted = [pane for pane in command.panes if pane not in ("pick", "menu")]
        if not wanted or self.state.where in wanted:
            return
        while self.state.layers and self.state.where not in wanted:
            self.state = self.state.without_layer() or self.state
        if self.state.where in wanted:
            self.draw_later()
            return
        first = wanted[0]
        if first in VIEWS or first == LIST:
            self.show_view(TIMELINE if first == LIST else first)
        elif first == COMPARISON:
            self.do_compare()
        elif first == DOCUMENT:
            self.do_document()
        else:
            self.become(self.state.focused(first))
