"""How comparisons and documents are drawn, full screen over the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.render.lines import emphasised
from timeline_tui.tui.screens.contents import Drawn
from timeline_tui.tui.screens.placing import Placing
from timeline_tui.tui.state import NOWHERE
from timeline_tui.tui.state.layers import Comparison

if TYPE_CHECKING:
    from timeline_tui.render.comparison import Comparison as Table
    from timeline_tui.render.document import Page
    from timeline_tui.tui.state.document import Document

FOUND_IN = ("text", "heading", "anchor", "actor", "muted", "value")
"""The roles of a comparison in which hits are told."""


class LayerDrawing(Placing):
    """Draws the layer on top."""

    layer_line = 0
    """The line of the cursor in a document, its head counted."""
    _table: Table
    _laid_page: Page

    def layer_width(self) -> int:
        """Return how wide a layer stands, in cells."""
        return max(self.size.width, 1)

    def table(self, width: int) -> Table:
        """Return the comparison of the event that is read."""
        from timeline_tui.render.comparison import (  # noqa: PLC0415 - not at the start
            Comparison as Table,
        )
        from timeline_tui.render.comparison import comparison  # noqa: PLC0415

        state, event = self.state, self.event
        search = state.search
        key = (self.library, state.reading, state.account, width, state.query, search)
        if event is None:
            return Table([], 0, [], range(0))
        if self.differs("table", key):
            look = self.setup.passages
            found = look(event, self.library) if look is not None else None
            table = comparison(
                event, self.library, width, chosen=state.account, found=found
            )
            find = self.find_hits()
            if find is not None:
                lines = [emphasised(line, find, FOUND_IN) for line in table.lines]
                table = table._replace(lines=lines)
            self._table = table
        return self._table

    def page(self, document: Document) -> Page:
        """Return a document laid out for the screen."""
        width = self.layer_width()
        hits = document.sought.hits if document.sought is not None else ()
        if self.differs("page", (self.library, document.text, width, hits)):
            from timeline_tui.render.document import page  # noqa: PLC0415 - as above

            self._laid_page = page(document.text, self.library, width, hits)
        return self._laid_page

    def draw_layer(self) -> None:
        """Draw the layer on top, if there is one."""
        layers = self.state.layers
        if not layers:
            return
        top = layers[-1]
        if not isinstance(top, Comparison):
            key = (len(layers), top.text.source.id)
            is_other = self.differs("compared", key)
            if self.differs("layer", (top, self.size)):
                self._draw_document(top, is_other=is_other)
        else:
            self._draw_comparison()

    def _draw_document(self, document: Document, *, is_other: bool) -> None:
        """Draw a document; another one from a third of the screen above its place."""
        from timeline_tui.tui.screens.document_lines import (  # noqa: PLC0415 - as above
            HEADS,
            DocumentLines,
        )

        pane = self.pane("layer")
        content = DocumentLines(document, self.page(document))
        line = max(content.cursor, 0)
        self.layer_line = HEADS + line
        if is_other:  # the pane may have no size yet, so it is told where to start
            pane.top = max(line - self.size.height // 3, 0)
        pane.show(content, line=HEADS + line, lead=HEADS + 1)

    def _draw_comparison(self) -> None:
        state, pane = self.state, self.pane("layer")
        table = self.table(self.layer_width())
        is_other = self.differs("compared", (len(state.layers), state.reading))
        if is_other:
            pane.top = 0
        jump = (len(state.layers), state.reading, state.account)
        is_jump = self.differs("compared-account", jump)
        if is_jump and table.starts and state.account != NOWHERE:
            at = min(state.account, len(table.starts) - 1)
            pane.top = table.starts[at] - table.heads
        if self.differs("layer", (table, jump)):
            lines = table.lines
            pane.show(Drawn(lambda _: lines, fixed=(table.heads, 0)))
