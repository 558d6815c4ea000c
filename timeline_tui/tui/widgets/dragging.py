"""Pointing at a pane and dragging along it, told upwards beside a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from timeline_tui.tui.messages import (
    LinePressed,
    StripBrushed,
    StripLeft,
    StripPointed,
)

if TYPE_CHECKING:
    from textual import events


class Dragging(Widget):
    """A pane along which a stretch can be dragged out; comes before the pane itself."""

    pane: str
    top: int
    _start: int | None = None
    """The column where the button was pressed; None while it is not."""
    _dragged = False

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a press or a stretch."""
        event.stop()
        self._start, self._dragged = event.x, False
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell what is pointed at, or the stretch so far."""
        event.stop()
        if self._start is None:
            self.post_message(StripPointed(event.x))
        elif self._dragged or event.x != self._start:
            self._dragged = True
            self.post_message(StripBrushed(self._start, event.x, is_done=False))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a press or a stretch."""
        event.stop()
        self.release_mouse()
        start, self._start = self._start, None
        if start is None:
            return
        if self._dragged:
            self.post_message(StripBrushed(start, event.x, is_done=True))
        else:
            self.post_message(LinePressed(self.pane, self.top + event.y, event.x))

    def on_leave(self) -> None:
        """Tell that nothing is pointed at any more."""
        if self._start is None:
            self.post_message(StripLeft())

    def on_click(self, event: events.Click) -> None:
        """Leave a press to the button going up."""
        event.stop()
        event.prevent_default()
