"""What lies full screen over the panes: comparisons and documents, one on another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.model.frozen import dataclass

if TYPE_CHECKING:
    from typing import TypeAlias

    from timeline_tui.tui.state.document import Document
    from timeline_tui.tui.state.sought import Sought
    from timeline_tui.tui.state.views import View

    Layer: TypeAlias = "Comparison | Document"
    """What may lie over the panes."""

LAYERS_KEPT = 32
"""So many layers may lie on one another; the lowest gives way."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """An event with its accounts side by side."""

    row: int
    """The library's row of the event."""
    back: tuple[int, ...] = ()
    """Rows that links led here from, the latest last."""
    forward: tuple[int, ...] = ()
    """Rows that going back left behind, the latest last."""
    sought: Sought | None = None
    where: str = "comparison"

    def followed(self, row: int) -> Comparison:
        """Return the comparison of an event that this one is linked to."""
        return Comparison(row, (*self.back, self.row))

    def gone_back(self) -> Comparison:
        """Return the comparison that a link led here from."""
        back, forward = self.back[:-1], (*self.forward, self.row)
        row = self.back[-1]
        return replace(self, row=row, back=back, forward=forward, sought=None)

    def gone_forward(self) -> Comparison:
        """Return the comparison that going back left."""
        back, forward = (*self.back, self.row), self.forward[:-1]
        row = self.forward[-1]
        return replace(self, row=row, back=back, forward=forward, sought=None)


def laid(layers: tuple[Layer, ...], layer: Layer) -> tuple[Layer, ...]:
    """Return the layers with one more on top."""
    return (*layers, layer)[-LAYERS_KEPT:]


def on_top(layers: tuple[Layer, ...], layer: Layer) -> tuple[Layer, ...]:
    """Return the layers with another one in place of the top one."""
    return (*layers[:-1], layer)


def row_read(layers: tuple[Layer, ...], row: int) -> int:
    """Return the row of the event that is read: of the top comparison, or `row`."""
    compared = (x.row for x in reversed(layers) if isinstance(x, Comparison))
    return next(compared, row)


def keys_at(layers: tuple[Layer, ...], pane: str, view: View) -> str:
    """Return where keys go: the top layer, the view in place of the list, or a pane."""
    if layers:
        return layers[-1].where
    return view.name if pane == "list" and view.name != "timeline" else pane
