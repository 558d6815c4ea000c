"""What falls into each cell of a lane: rows one by one, or counts where many do.

Rows stand in the order of dates, so that a stretch of days is a range of rows, and a
bitmap counts a range at once.
"""

from __future__ import annotations

from timeline_tui.render.density import BARS
from timeline_tui.render.lane_signs import (
    COUNTED,
    SIGNS,
    UNIT,
    is_open,
    number_sign,
    spread_sign,
    stronger,
)
from timeline_tui.render.scale import LEVELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_tui.library.library import Group
    from timeline_tui.render.lane_extents import Extents, RowSet
    from timeline_tui.render.lane_signs import Placed
    from timeline_tui.render.lines import Span
    from timeline_tui.render.scale import Scale

GRID = "┊"
"""Where a year or a month begins, in cells that hold nothing."""
_MONTH = LEVELS[3]


class Cells:
    """What a lane shows in each of its cells, by number of the cell.

    Attributes:
        counts: How many rows fall into the cell and nowhere else.
        sorts: The sort of date of a row that is alone in its cell.
        spreads: The strongest sort of the dates that reach over the cell.
        depths: How many dates do.
        middles: The sort of a date wider than a cell that has it in its middle.
    """

    __slots__ = ("counts", "depths", "middles", "sorts", "spreads")

    def __init__(self) -> None:
        """Start empty."""
        self.counts: dict[int, int] = {}
        self.sorts: dict[int, str] = {}
        self.spreads: dict[int, str] = {}
        self.depths: dict[int, int] = {}
        self.middles: dict[int, str] = {}

    def narrow(self, cell: int, count: int, sort: str = "") -> None:
        """Add rows that fall into one cell."""
        self.counts[cell] = self.counts.get(cell, 0) + count
        self.sorts[cell] = sort

    def wide(self, start: int, stop: int, count: int, sort: str) -> None:
        """Add rows whose dates reach over cells, the last one included."""
        spreads, depths = self.spreads, self.depths
        for cell in range(start, stop + 1):
            spreads[cell] = stronger(sort, spreads[cell]) if cell in spreads else sort
            depths[cell] = depths.get(cell, 0) + count
        self.middles[(start + stop) // 2] = sort

    def cover(self, cells: list[int]) -> None:
        """Say of cells that some dates reach over them, whichever."""
        self.spreads = dict.fromkeys(cells, COUNTED)
        self.depths = dict.fromkeys(cells, 1)


class Ranges:
    """Ranges of rows for each cell of a scale, and for stretches of cells.

    Attributes:
        narrow: For each cell, the ranges of rows that fall into it alone.
        wide: First and last cell of a stretch, and the range of its rows; the widest
            stretches first.
    """

    __slots__ = ("narrow", "wide")

    def __init__(self, extents: Extents, scale: Scale) -> None:
        """Divide the groups in view among the cells."""
        self.narrow: list[list[tuple[int, int]]] = [[] for _ in range(scale.cells)]
        self.wide: list[tuple[int, int, int, int]] = []
        low, high = scale.window
        for group, first, last in extents.groups:
            if first > high or last < low:
                continue
            start, stop = scale.cell_of(first), scale.cell_of(last)
            if start == stop and not is_open(group):
                self._add(start, group.start, group.stop)
            elif scale.level < LEVELS.index(_MONTH) and _is_month(group):
                self._divide(extents, group, (first, last), scale)
            else:
                self._spread(start, stop, group.start, group.stop)
        self.wide.sort(key=lambda each: each[0] - each[1])

    def cells(self, rows: RowSet) -> Cells:
        """Count rows into the cells."""
        found = Cells()
        for cell, ranges in enumerate(self.narrow):
            count = 0
            for start, stop in ranges:
                count += rows.range_cardinality(start, stop)
            if count:
                found.narrow(cell, count)
        covered = 0
        for first, last, start, stop in self.wide:
            stretch = (1 << last + 1) - (1 << first)
            if stretch & ~covered and rows.range_cardinality(start, stop):
                covered |= stretch
        found.cover([cell for cell in range(len(self.narrow)) if covered >> cell & 1])
        return found

    def rows_at(self, rows: RowSet, cell: int) -> list[int]:
        """The rows that fall into a cell; if none do, those that reach over it."""
        found = [row for part in self.narrow[cell] for row in _part(rows, *part)]
        if found:
            return found
        return [
            row
            for first, last, start, stop in self.wide
            if first <= cell <= last
            for row in _part(rows, start, stop)
        ]

    def _add(self, cell: int, start: int, stop: int) -> None:
        """Add rows to a cell, as one range with the neighbours before them."""
        if start == stop or not 0 <= cell < len(self.narrow):
            return
        ranges = self.narrow[cell]
        if ranges and ranges[-1][1] == start:
            ranges[-1] = ranges[-1][0], stop
        else:
            ranges.append((start, stop))

    def _spread(self, first: int, last: int, start: int, stop: int) -> None:
        """Add rows to a stretch of cells, as far as it is in view."""
        first, last = max(first, 0), min(last, len(self.narrow) - 1)
        if start < stop and first <= last:
            self.wide.append((first, last, start, stop))

    def _divide(
        self, extents: Extents, group: Group, days: tuple[int, int], scale: Scale
    ) -> None:
        """Divide a month among cells that are shorter, and its dayless rows over it."""
        first, last = days
        dayless = extents.after_days(group)
        start, stop = scale.cell_of(first), scale.cell_of(last)
        for cell in range(max(start, 0), min(stop, scale.cells - 1) + 1):
            low, high = scale.days(cell)
            from_row = extents.from_day(group, max(low, first))
            to_row = extents.from_day(group, high + 1) if high < last else dayless
            self._add(cell, from_row, to_row)
        self._spread(start, stop, dayless, group.stop)


def exact_cells(places: list[Placed], scale: Scale) -> Cells:
    """Put rows one by one into the cells of a scale."""
    found = Cells()
    low, high = scale.window
    last_cell = scale.cells - 1
    for place in places:
        if place.first > high or place.last < low:
            continue
        start, stop = scale.cell_of(place.first), scale.cell_of(place.last)
        if start == stop:
            found.narrow(start, 1, place.sort)
        else:
            found.wide(max(start, 0), min(stop, last_cell), 1, place.sort)
    return found


def rows_within(rows: RowSet, ranges: list[tuple[int, int]]) -> list[int]:
    """The rows of a bitmap that some ranges hold."""
    return [row for start, stop in ranges for row in _part(rows, start, stop)]


def count_within(rows: RowSet, ranges: list[tuple[int, int]]) -> int:
    """How many rows of a bitmap some ranges hold."""
    return sum([rows.range_cardinality(start, stop) for start, stop in ranges])


def _part(rows: RowSet, start: int, stop: int) -> Iterator[int]:
    """The rows from `start` up to and without `stop`."""
    before = rows.rank(start - 1) if start else 0
    return iter(rows[before : rows.rank(stop - 1)])


def _is_month(group: Group) -> bool:
    return "Q" not in group.key and "/" not in group.key and "-" in group.key


def cell_span(cells: Cells, cell: int, grid: set[int], peak: int) -> Span:
    """One cell of a lane; bars where a `peak` is given, lines where `grid` has them."""
    count = cells.counts.get(cell, 0)
    if count and peak:
        return BARS[min(-(-count * 8 // peak), 8)], "bar"
    if count == 1:
        return SIGNS[cells.sorts[cell]], "title"
    if count:
        return number_sign(count), "value"
    if cells.middles.get(cell) == UNIT:
        return SIGNS[UNIT], "muted"
    if cell in cells.spreads:
        return spread_sign(cells.spreads[cell], cells.depths[cell]), "faint"
    return (GRID, "rule") if cell in grid else (" ", "space")
