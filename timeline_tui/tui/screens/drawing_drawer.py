"""How the filter drawer is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.render.drawer import facet_lines
from timeline_tui.render.lines import fit
from timeline_tui.tui.screens.bars import sought_line
from timeline_tui.tui.screens.contents import AWAY, CURSOR, NO_CURSOR, Drawn
from timeline_tui.tui.screens.placing import Placing
from timeline_tui.tui.state import Drawer
from timeline_tui.tui.state.facets import facet_lines as facets_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.render.lines import Line
    from timeline_tui.tui.state.facets import Facet


class DrawerDrawing(Placing):
    """Draws the filters with their counts."""

    drawer_lead = 0
    """How many lines of the drawer stand before its facets."""
    _facets: Sequence[Facet]

    def facets(self) -> Sequence[Facet]:
        """Return the lines of the filter drawer as it stands."""
        state = self.state
        drawer = state.drawer or Drawer()
        key = (state.lines, state.query, drawer.sought.text, drawer.opened)
        if self.differs("facets", key):
            resolved = self.library.resolve(state.query)
            self._facets = facets_of(state.selection, resolved, drawer)
        return self._facets

    def draw_drawer(self) -> None:
        """Draw the drawer where it is shown."""
        state = self.state
        drawer = state.drawer or Drawer(at=NO_CURSOR)
        facets = self.facets()
        is_sought = drawer.typing or bool(drawer.sought.text)
        self.drawer_lead = 1 if is_sought else 0
        is_over = self.panes(*self.size).layout != "wide"

        def draw(width: int) -> list[Line]:
            room = width - 1 if is_over else width
            head = [sought_line(drawer.sought, room, typing=drawer.typing)]
            lines = (head if is_sought else []) + facet_lines(facets, room)
            edge: Line = (("│", "rule"),) if is_over else ()
            lines += [()] * (self.size.height - len(lines) if is_over else 0)
            return [(*fit(line, room), *edge) for line in lines]

        focused = state.pane == "drawer"
        cursor = drawer.at + self.drawer_lead if drawer.at >= 0 else NO_CURSOR
        if self.differs("drawer", (facets, drawer, focused, is_over, self.size)):
            content = Drawn(
                draw,
                "surface",
                cursor=cursor,
                cursor_ground=CURSOR if focused else AWAY,
                fixed=(self.drawer_lead, 0),
            )
            lead = self.drawer_lead + 1
            self.pane("drawer").show(content, line=max(cursor, 0), lead=lead)
