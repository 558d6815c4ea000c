"""Where a view stands that takes the place of the list, and what a layer leaves."""

from __future__ import annotations

from timeline_tui.render.screen import Rect
from timeline_tui.tui.state.views import MATRIX

_TALL = 24
"""In a body so tall the event stands below a wide view; else it is opened."""
_SHARE = 3 / 5


def under_layer(shown: dict[str, Rect], width: int, height: int) -> dict[str, Rect]:
    """Return the places of what is shown while a layer lies over the panes."""
    places: dict[str, Rect] = {name: shown[name] for name in ("query", "foot")}
    places["layer"] = Rect(0, 1, width, height - 2)
    return places


def with_view(shown: dict[str, Rect], view: str, layout: str) -> dict[str, Rect]:
    """Return the places with a view where the list would stand.

    Lanes and figures take the whole width and have the event below them, where the
    list would have it at its side.
    """
    places = dict(shown)
    beside = layout in ("wide", "two")
    if "list" not in places:
        return places
    taken = places.pop("list")
    if view == MATRIX or not beside:
        return _in_order(places, taken)
    right = places.pop("detail")
    places.pop("gap")
    body = taken._replace(width=right.x + right.width - taken.x)
    if body.height < _TALL:
        return _in_order(places, body)
    above = round(body.height * _SHARE)
    top = body.y + above
    places["gap"] = Rect(body.x, top, body.width, 1)
    places["detail"] = Rect(body.x, top + 1, body.width, body.height - above - 1)
    return _in_order(places, body._replace(height=above))


def _in_order(places: dict[str, Rect], view: Rect) -> dict[str, Rect]:
    """Return the places with the view below whatever lies over others."""
    over = {name: places.pop(name) for name in ("drawer", "foot") if name in places}
    places["view"] = view
    return places | over
