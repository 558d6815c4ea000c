"""Which pane stands where: a size of the terminal to rectangles.

The first frame and the explorer both ask here, so they cannot differ.
"""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MIN_WIDTH, MIN_HEIGHT = 40, 12
"""Smaller than this, the explorer says so and waits."""
_WIDE = 150
_TWO, _TWO_HEIGHT = 100, 16
_STACKED, _STACKED_HEIGHT = 60, 20
_DENSITY_HEIGHT = 16
_GAP = 2
_DRAWER = 36
_LIST_SHARE = 0.56
_LIST_MOST = 84
"""A row of the list with the longest good title needs no more."""


class Rect(NamedTuple):
    """Cells from column `x` and row `y` of the screen, both from 0."""

    x: int
    y: int
    width: int
    height: int


class Panes(NamedTuple):
    """Where each pane stands; `None` where it is not shown.

    `layout` is "wide" (filters, list and sources side by side), "two" (list and
    sources), "stacked" (list over sources), "single" (one of them) or "tiny" (none).
    `gap` is the strip between list and sources: two columns, or one row for a rule.
    Where there is no room beside the list, `drawer` lies over the left of it.
    """

    query: Rect | None
    density: Rect | None
    list: Rect | None
    detail: Rect | None
    drawer: Rect | None
    foot: Rect | None
    gap: Rect | None
    layout: str

    def shown(self) -> Iterator[tuple[str, Rect]]:
        """The panes that are shown, by name, from the left and the top."""
        for name, rect in zip(self._fields, self, strict=True):
            if isinstance(rect, Rect):
                yield name, rect


def panes(
    width: int, height: int, *, drawer: bool | None = None, detail: bool = False
) -> Panes:
    """Divide a terminal of `width` by `height` cells.

    `drawer` opens or closes the filters; `None` leaves it to the layout, and only the
    widest has them open. `detail` shows the event where list and event do not both fit.
    """
    if width < MIN_WIDTH or height < MIN_HEIGHT:
        return Panes(None, None, None, None, None, None, None, "tiny")
    top = 1
    density = None
    if height >= _DENSITY_HEIGHT:
        density = Rect(0, 1, width, 2)
        top = 3
    body = Rect(0, top, width, height - top - 1)
    layout = _layout(width, height)
    beside = _beside(body, drawer) if layout == "wide" else None
    left, right, between = _list_and_detail(
        _without(body, beside), layout, detail=detail
    )
    over = _over(body) if drawer and beside is None else None
    return Panes(
        query=Rect(0, 0, width, 1),
        density=density,
        list=left,
        detail=right,
        drawer=beside or over,
        foot=Rect(0, height - 1, width, 1),
        gap=between,
        layout=layout,
    )


def _layout(width: int, height: int) -> str:
    """The name of the layout for a size that is not tiny."""
    if width >= _WIDE and height >= _TWO_HEIGHT:
        return "wide"
    if width >= _TWO and height >= _TWO_HEIGHT:
        return "two"
    if width >= _STACKED and height >= _STACKED_HEIGHT:
        return "stacked"
    return "single"


def _beside(body: Rect, drawer: bool | None) -> Rect | None:  # noqa: FBT001 - as asked
    """The filters at the left of a wide body, unless they are closed."""
    return None if drawer is False else body._replace(width=_DRAWER)


def _over(body: Rect) -> Rect:
    """The filters over the left of the body."""
    return body._replace(width=min(_DRAWER + 2, body.width))


def _without(body: Rect, drawer: Rect | None) -> Rect:
    """What the filters leave of the body."""
    if drawer is None:
        return body
    taken = drawer.width + _GAP
    return body._replace(x=body.x + taken, width=body.width - taken)


def _list_and_detail(
    body: Rect, layout: str, *, detail: bool
) -> tuple[Rect | None, Rect | None, Rect | None]:
    """The list, the event and the gap between them."""
    if layout == "single":
        return (None, body, None) if detail else (body, None, None)
    if layout == "stacked":
        over = body.height // 2
        return (
            body._replace(height=over),
            body._replace(y=body.y + over + 1, height=body.height - over - 1),
            Rect(body.x, body.y + over, body.width, 1),
        )
    left = min(round((body.width - _GAP) * _LIST_SHARE), _LIST_MOST)
    return (
        body._replace(width=left),
        body._replace(x=body.x + left + _GAP, width=body.width - left - _GAP),
        Rect(body.x + left, body.y, _GAP, body.height),
    )
