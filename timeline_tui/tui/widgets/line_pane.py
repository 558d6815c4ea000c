"""The one widget of the explorer: a pane that shows lines and knows no others.

It paints without Textual's styles, borders or filters, asks its content only for the
lines that are seen, and paints again only those that differ. It scrolls where it is
told; what the mouse does is told upwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.widget import Widget

from timeline_tui.tui.messages import LinePressed, Wheeled

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from timeline_tui.render.lines import Line
    from timeline_tui.tui.paint import Content, Paint

WHEEL = 3
"""Lines that one notch of the wheel goes."""
_NEAR = 2
"""A line at most so far out of sight is scrolled to, one farther off is jumped to."""


class LinePane(Widget, can_focus=False):
    """A pane of lines at a place of the screen."""

    ALLOW_SELECT = False

    def __init__(self, pane: str, paint: Paint, ground: str = "base") -> None:
        """Make an empty pane.

        Args:
            pane: Its id, and the name that its messages carry.
            paint: What turns its lines into strips.
            ground: What it stands on where it has no line.
        """
        super().__init__(id=pane)
        self.pane = pane
        self.top = 0
        """The first line shown, counted from 0."""
        self._paint = paint
        self._ground = ground
        self._content: Content | None = None
        self._seen: list[tuple[Line, str]] = []
        self._kept: tuple[int, int] | None = None

    def show(self, content: Content, *, line: int | None = None, lead: int = 0) -> None:
        """Show other lines, at the same place as far as there are any.

        Args:
            content: The lines.
            line: A line that must be seen; the pane scrolls as little as it takes.
            lead: How many lines before that one must be seen too.
        """
        self._content = content
        self._kept = None if line is None else (line, lead)
        self._settle(self._top_for_kept())

    def scroll_lines(self, by: int) -> None:
        """Show what is `by` lines further on."""
        self._settle(self.top + by)

    def show_from(self, top: int) -> None:
        """Show the lines from `top` on, as far as there are any."""
        self._settle(top)

    @property
    def page(self) -> int:
        """How many lines are seen at once."""
        return max(self.size.height, 1)

    def repaint(self) -> None:
        """Paint everything again, in other styles."""
        self.refresh()

    def _top_for_kept(self) -> int:
        """Return where to scroll to have the line seen that must be."""
        if self._kept is None:
            return self.top
        line, lead = self._kept
        height = self.page
        above = self.top - (line - min(lead, height - 1))
        below = line - (self.top + height - 1)
        if max(above, below) > _NEAR:
            return line - height // 3
        if above > 0:
            return self.top - above
        return self.top + max(below, 0)

    def _settle(self, top: int) -> None:
        """Scroll to `top`, or as near as there are lines, and paint what differs."""
        width, height = self.size
        if self._content is None or not width or not height:
            self._seen = []
            return
        self.top = max(0, min(top, self._content.count(width) - height))
        old = self._seen
        self._seen = list(self._content.window(self.top, height, width))
        changed = [
            y
            for y in range(max(len(old), len(self._seen)))
            if old[y : y + 1] != self._seen[y : y + 1]
        ]
        if len(changed) * 2 > height:
            self.refresh()
        elif changed:
            self.refresh(*[Region(0, y, width, 1) for y in changed])

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of a part of the pane."""
        width = self.size.width
        start, stop = crop.column_span
        strips = []
        for y in crop.line_range:
            line, ground = self._seen[y] if y < len(self._seen) else ((), self._ground)
            strip = self._paint.strip(line, width, ground)
            strips.append(
                strip if (start, stop) == (0, width) else strip.crop(start, stop)
            )
        return strips

    def on_resize(self) -> None:
        """Lay out again for another size."""
        self._seen = []
        self._settle(self._top_for_kept())
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tell which line was pressed."""
        event.stop()
        line = self.top + event.y
        self.post_message(LinePressed(self.pane, line, event.x, twice=event.chain > 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Tell that the wheel was turned towards the reader."""
        event.stop()
        self.post_message(Wheeled(self.pane, WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Tell that the wheel was turned away from the reader."""
        event.stop()
        self.post_message(Wheeled(self.pane, -WHEEL))
