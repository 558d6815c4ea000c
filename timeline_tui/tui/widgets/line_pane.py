"""The one widget of the explorer: a pane that shows lines and knows no others.

It paints without Textual's styles, borders or filters, asks its content only for the
lines that are seen, and paints again only those that differ. It scrolls where it is
told; what the mouse does is told upwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.widget import Widget

from timeline_tui.tui.messages import LinePressed, Wheeled
from timeline_tui.tui.state.scroll import held, scrolled

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from timeline_tui.render.lines import Line
    from timeline_tui.tui.paint import Content, Paint

WHEEL = 3
"""Lines that one notch of the wheel goes."""


class LinePane(Widget, can_focus=False):
    """A pane of lines at a place of the screen."""

    ALLOW_SELECT = False
    virtual_size = Reactive(Size(0, 0), repaint=False)
    """Textual's; another one makes no other layout, and the pane paints by itself."""

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
        self._laid_for: Size | None = None
        self._is_painted = False

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

    def forget(self) -> None:
        """Ask what it shows for nothing more, until something else is shown."""
        self._content = None

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
        return scrolled(self.top, line, lead, self.page)

    def _settle(self, top: int) -> None:
        """Scroll to `top`, or as near as there are lines, and paint what differs."""
        width, height = self._laid_for = self.size
        if self._content is None or not width or not height:
            self._seen = []
            return
        self.top = held(top, self._content.count(width), height)
        old = self._seen
        self._seen = list(self._content.window(self.top, height, width))
        changed = [
            y
            for y in range(max(len(old), len(self._seen)))
            if old[y : y + 1] != self._seen[y : y + 1]
        ]
        if not self._is_painted:  # what was never painted will be, without being told
            return
        if len(changed) * 2 > height:
            self.refresh()
        elif changed:
            self.refresh(*[Region(0, y, width, 1) for y in changed])

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of a part of the pane."""
        self._is_painted = True
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
        """Lay out again for another size than what is shown was laid out for."""
        if self.size == self._laid_for:
            return
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
