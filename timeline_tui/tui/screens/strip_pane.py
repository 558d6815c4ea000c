"""The pane of the density strip."""

from __future__ import annotations

from timeline_tui.tui.widgets.dragging import Dragging
from timeline_tui.tui.widgets.line_pane import LinePane


class StripPane(Dragging, LinePane):
    """Lines along which a stretch of time can be dragged out."""
