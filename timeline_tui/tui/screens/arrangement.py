"""Panes at the places that `render.screen` gives them: no other layout is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region
from textual.layout import Layout, WidgetPlacement

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.geometry import Size
    from textual.layout import ArrangeResult
    from textual.widget import Widget

    from timeline_tui.render.screen import Rect

    Places = Callable[[int, int], Mapping[str, Rect]]


class Arrangement(Layout):
    """Puts each child at the rectangle of its id; a child without one is not shown.

    Rectangles that come later in the mapping lie over the earlier ones.
    """

    name = "arrangement"

    def __init__(self, places: Places) -> None:
        """Take what divides a width and a height into rectangles by id."""
        self._places = places

    def arrange(
        self,
        parent: Widget,
        children: list[Widget],
        size: Size,
        greedy: bool = True,  # noqa: FBT001, FBT002  as Textual calls it
    ) -> ArrangeResult:
        """Return the placement of every child that is shown."""
        del parent, greedy
        places = self._places(size.width, size.height)
        by_id = {child.id: child for child in children}
        return [
            WidgetPlacement(
                Region(*rect), NULL_OFFSET, NULL_SPACING, by_id[pane], order
            )
            for order, (pane, rect) in enumerate(places.items())
            if pane in by_id
        ]
