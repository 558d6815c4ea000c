"""The views of a selection: what they are called, and how each is printed whole.

Every view in lines is used alike by the explorer: `head(width)` stays in sight above
`lines(part, width)`; `row_at(line)` is the event on a line, `line_of(row)` the line of
an event. `ListMap` gives the lines of timeline and matrix, `Figures` its own; of the
lanes a line is a lane, and `Scale` says which time is in view.
"""

from __future__ import annotations

VIEWS = ("timeline", "lanes", "matrix", "figures", "density")
"""The names of the views, the default first."""
GROUPINGS = ("actor", "theme", "source")
"""The facets whose values can be lanes, the default first."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_tui.library.selection import Selection
    from timeline_tui.render.lines import Line

_PART = 500
_DATE = 26
"""The cells that the date of an event takes which may fall into the dates asked for."""
_TAIL = 26
"""The most cells that a row of the list has beside its title."""


def view_lines(
    selection: Selection,
    view: str,
    width: int,
    *,
    by: str = GROUPINGS[0],
    days: tuple[int, int] | None = None,
    whole: bool = False,
) -> Iterator[Line]:
    """All lines of a view, its head first.

    Args:
        selection: What is shown, what may fall into its dates included.
        view: One of `VIEWS`.
        width: How many cells a line takes.
        by: One of `GROUPINGS`, for lanes.
        days: The first and the last day that lanes bring into view; None for all.
        whole: Whether lines take more cells where something would be cut.
    """
    if view == "lanes":
        return _lanes(selection, width, by, days, whole=whole)
    if view == "density":
        from timeline_tui.render.density_table import density_table  # noqa: PLC0415

        return density_table(selection, width)
    draw = {"timeline": _timeline, "matrix": _matrix, "figures": _figures}[view]
    return draw(selection, width, whole=whole)


def _timeline(selection: Selection, width: int, *, whole: bool) -> Iterator[Line]:
    from timeline_tui.render.rows import ListMap, list_lines  # noqa: PLC0415

    if whole:
        width = max(width, _widest(selection) + _TAIL)
    lines = ListMap(selection, open_fold=True)
    for part in _parts(len(lines)):
        yield from list_lines(lines, part, width)


def _matrix(selection: Selection, width: int, *, whole: bool) -> Iterator[Line]:
    from timeline_tui.render.matrix import Matrix  # noqa: PLC0415
    from timeline_tui.render.rows import ListMap  # noqa: PLC0415

    matrix = Matrix(selection.library)
    if whole:
        width = matrix.whole(_widest(selection), width)
    lines = ListMap(selection, open_fold=True)
    yield from matrix.head(width)
    for part in _parts(len(lines)):
        yield from matrix.lines(lines, part, width)


def _figures(selection: Selection, width: int, *, whole: bool) -> Iterator[Line]:
    from timeline_tui.render.figures import Figures  # noqa: PLC0415

    figures = Figures(selection)
    yield from figures.head(width, whole=whole)
    yield from figures.lines(range(len(figures)), width, whole=whole)


def _lanes(
    selection: Selection,
    width: int,
    by: str,
    days: tuple[int, int] | None,
    *,
    whole: bool,
) -> Iterator[Line]:
    from timeline_tui.render.lanes import Lanes  # noqa: PLC0415

    lanes = Lanes(selection, by, whole_names=whole)
    scale = lanes.about(*days, width) if days else lanes.whole(width)
    yield from lanes.head(scale, width)
    yield from lanes.lines(range(len(lanes)), scale, width)


def _widest(selection: Selection) -> int:
    """The cells of the longest title, dates in front of it included."""
    from timeline_tui.render.cells import cell_width, shown  # noqa: PLC0415

    rows = selection.library.stream(selection)
    dates = _DATE if selection.possible else 0
    return max([cell_width(shown(row.title)) for row in rows], default=0) + dates


def _parts(count: int) -> Iterator[range]:
    """The lines of a view by the handful."""
    for start in range(0, count, _PART):
        yield range(start, min(start + _PART, count))
