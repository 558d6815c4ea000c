"""The lines of a document on the screen, imported when the first is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.render.document import HEADS, head_lines
from timeline_tui.tui.screens.contents import CURSOR

if TYPE_CHECKING:
    from timeline_tui.render.document import Page
    from timeline_tui.render.lines import Line
    from timeline_tui.tui.state.document import Document

__all__ = ["HEADS", "DocumentLines"]

PASSAGE = "▌"
"""What stands in front of the lines of the passage that one is at."""


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
