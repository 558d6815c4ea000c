"""How comparisons and documents are drawn, full screen over the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.render.comparison import Comparison as Table
from timeline_tui.render.comparison import comparison
from timeline_tui.render.document import HEADS, Page, head_lines, page
from timeline_tui.render.lines import emphasised
from timeline_tui.tui.screens.contents import CURSOR, Drawn
from timeline_tui.tui.screens.placing import Placing
from timeline_tui.tui.state import NOWHERE
from timeline_tui.tui.state.document import Document

if TYPE_CHECKING:
    from timeline_tui.render.lines import Line

PASSAGE = "▌"
"""What stands in front of the lines of the passage that one is at."""
FOUND_IN = ("text", "heading", "anchor", "actor", "muted", "value")
"""The roles of a comparison in which hits are told."""


class DocumentLines:
    """A page of a document with its head, the cursor, and the passage one is at."""

    def __init__(self, document: Document, laid_out: Page) -> None:
        """Take a document and its page for the width that it is shown in."""
        self._document = document
        self._page = laid_out
        self.cursor = document.line_on(laid_out)
        self._at = laid_out.passage_at(self.cursor)

    def count(self, width: int) -> int:
        """Return how many lines there are, the head included."""
        del width
        return HEADS + len(self._page.lines)

    def window(self, top: int, height: int, width: int) -> list[tuple[Line, str]]:
        """Return the head and the lines seen below it."""
        document = self._document
        head = head_lines(document.text, self._at, width, busy=document.busy)
        seen: list[tuple[Line, str]] = [(line, "raised") for line in head[:height]]
        first, last = self._page.spans[self._at] if self._at >= 0 else (0, -1)
        for n in range(top, min(top + height - len(seen), len(self._page.lines))):
            line = self._page.lines[n]
            if first <= n <= last and line and line[0][0].startswith(" "):
                rest = (line[0][0][1:], line[0][1])
                line = ((PASSAGE, "mark"), rest, *line[1:])
            seen.append((line, CURSOR if n == self.cursor else "base"))
        return seen


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
        if self.differs("page", (self.library, document.text, width)):
            self._laid_page = page(document.text, self.library, width)
        return self._laid_page

    def draw_layer(self) -> None:
        """Draw the layer on top, if there is one."""
        layers = self.state.layers
        if not layers:
            return
        top = layers[-1]
        if isinstance(top, Document):
            key = (len(layers), top.text.source.id)
            is_other = self.differs("compared", key)
            if self.differs("layer", (top, self.size)):
                self._draw_document(top, is_other=is_other)
        else:
            self._draw_comparison()

    def _draw_document(self, document: Document, *, is_other: bool) -> None:
        """Draw a document; another one from a third of the screen above its place."""
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
