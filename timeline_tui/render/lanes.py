"""Lanes: a line for each actor, theme or source, and time from left to right."""

from __future__ import annotations

from datetime import date

from timeline_tui.render.axis import axis_lines, majors
from timeline_tui.render.cells import cell_width, pad, shown
from timeline_tui.render.density import BARS, HIDDEN, OUTSIDE
from timeline_tui.render.lane_cells import (
    Ranges,
    cell_span,
    count_within,
    exact_cells,
    rows_within,
)
from timeline_tui.render.lane_extents import Extents, covered_days
from timeline_tui.render.lane_signs import LEGEND
from timeline_tui.render.legend import legend_lines
from timeline_tui.render.lines import fit, merged
from timeline_tui.render.scale import fitting, unused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.lane_cells import Cells
    from timeline_tui.render.lane_extents import RowSet
    from timeline_tui.render.lines import Line, Span
    from timeline_tui.render.scale import Scale

MOST = 1000
"""So many rows in view are drawn one by one; more are counted."""
_LAST = date.max.toordinal()
_PEAK_OF = 8
"""The fullest lanes, which set the height of the bars of all."""
_NAME_MOST, _NAME_LEAST = 24, 8
_COUNT_FROM = 60
"""Below this width a lane does not tell how many events it has."""


class Lanes:
    """The lanes of a selection by the values of a facet, the fullest first.

    Which time is in view is a `Scale` of `room(width)` cells that every call is given.

    Attributes:
        selection: What is shown.
        by: The facet.
    """

    def __init__(
        self, selection: Selection, by: str = "actor", *, whole_names: bool = False
    ) -> None:
        """Part a selection by "actor", "theme" or "source".

        With `whole_names` the names take the room that they need.
        """
        self.selection = selection
        self.by = by
        self._lanes = selection.parted(by)
        rest = selection.timeline.copy()
        for _, _, rows in self._lanes:
            rest -= rows
        if rest:
            self._lanes.append(("", f"(no {by})", rest))
        self._extents = Extents(selection.library)
        self._coverage = covered_days(selection.library.coverage)
        most = max([len(rows) for _, _, rows in self._lanes], default=0)
        self._count_width = max(len(f"{len(selection.timeline):,}"), len(f"{most:,}"))
        widths = [cell_width(shown(name)) for _, name, _ in self._lanes]
        self._longest = max(widths, default=0)
        self._whole_names = whole_names
        self._whole: tuple[int, int] | None = None
        self._kept: tuple[Scale, Ranges, int] | None = None

    def __len__(self) -> int:
        return len(self._lanes)

    def name(self, lane: int) -> tuple[str, str]:
        """The value of a lane, "" for events without any, and its display name."""
        value, name, _ = self._lanes[lane]
        return value, name

    # Where time stands on the screen

    def left(self, width: int) -> int:
        """The column at which time begins.

        Names have a fifth of the width, and what all events together leave over.
        """
        beside = 2 + (self._count_width + 1 if width >= _COUNT_FROM else 0)
        name = max(min(width // 5, _NAME_MOST), _NAME_LEAST)
        if self._whole_names:
            name = self._longest
        elif name < self._longest:
            spare = unused(*self._days(), max(width - name - beside - 1, 1))
            name = min(name + spare, self._longest)
        return min(name + beside, max(width - 1, 0))

    def room(self, width: int) -> int:
        """How many cells of time fit beside the names."""
        return max(width - self.left(width) - 1, 1)

    def whole(self, width: int) -> Scale:
        """The closest scale on which all events are in view, open ends aside."""
        return fitting(*self._days(), self.room(width))

    def _days(self) -> tuple[int, int]:
        """The first and the last day of all events; without a query, of the store."""
        if self._whole is None:
            days = self._extents.whole(self.selection.timeline) or (1, 1)
            if self._coverage is not None and not self.selection.query:
                covered = self._coverage
                days = min(days[0], covered[0]), max(days[1], covered[1])
            self._whole = days
        return self._whole

    def about(self, first: int, last: int, width: int) -> Scale:
        """The closest scale on which a stretch of days is in view, in the middle.

        An open end of it is where the events end.
        """
        low, high = self.whole(width).window
        if first == 1:
            first = min(low, last)
        if last == _LAST:
            last = max(high, first)
        return fitting(first, last, self.room(width), centred=True)

    def cell_of(self, x: int, width: int) -> int | None:
        """The cell of time at a column of the screen; None beside it."""
        cell = x - self.left(width)
        return cell if 0 <= cell < self.room(width) else None

    # Events

    def lane_of(self, row: int, near: int = 0) -> int | None:
        """The lane that holds a row: `near` if it does, else the first; or None."""
        if 0 <= near < len(self) and row in self._lanes[near][2]:
            return near
        lanes = enumerate(self._lanes)
        return next((lane for lane, (_, _, rows) in lanes if row in rows), None)

    def step(self, lane: int, row: int, by: int) -> int:
        """The row of a lane some events after a row, or before it; at most its end.

        The row itself need not be in the lane.
        """
        rows = self._lanes[lane][2]
        place = rows.rank(row) - 1  # of the row, or of the last one before it
        if row not in rows and by < 0:
            place += 1
        return int(rows[max(0, min(place + by, len(rows) - 1))])

    def rows_at(self, lane: int, cell: int, scale: Scale) -> list[int]:
        """The rows of a lane that fall into a cell; if none do, those that may."""
        if not 0 <= cell < scale.cells:
            return []
        rows = self._lanes[lane][2]
        if self.is_crowded(scale):
            return self._ranges(scale).rows_at(rows, cell)
        low, high = scale.days(cell)
        reaching = rows_within(rows, self._extents.ranges((low, high)))
        places = [
            place
            for place in self._extents.placed(reaching)
            if place.first <= high and place.last >= low
        ]
        inside = [each.row for each in places if low <= each.first <= each.last <= high]
        return inside or [each.row for each in places]

    def days_of(self, row: int) -> tuple[int, int]:
        """The first and the last day of a row; an open end is the calendar's."""
        place = self._extents.placed([row])[0]
        return place.first, place.last

    def is_crowded(self, scale: Scale) -> bool:
        """Whether so many events are in view that they are counted, not drawn."""
        timeline = self.selection.timeline
        return count_within(timeline, self._extents.ranges(scale.window)) > MOST

    # Lines

    def head(self, scale: Scale, width: int, *, legend: bool = True) -> list[Line]:
        """What stays above the lanes, each exactly `width` cells.

        The signs, if `legend`; two lines of the axis; the sum of all lanes as bars.
        """
        left = self.left(width)
        name = f" {scale.name} a cell" if left > _NAME_LEAST + 8 else ""
        lines = self.legend(scale, width) if legend else []
        for label, line in zip(("", name), axis_lines(scale), strict=True):
            lines.append(fit(((pad(label, left), "faint"), *line), width))
        return [*lines, self._sum_line(scale, width)]

    def legend(self, scale: Scale, width: int) -> list[Line]:
        """What the signs mean, in one line or two."""
        signs: tuple[tuple[str, str], ...] = LEGEND
        if self.is_crowded(scale):
            most = f"{self._peak(scale):,} events"
            signs = (("█", most), ("┈", "dates wider than a cell"))
        return legend_lines([(sign, "key", words) for sign, words in signs], width)

    def lines(
        self, part: range, scale: Scale, width: int, *, current: int | None = None
    ) -> list[Line]:
        """Some lanes, each exactly `width` cells.

        The cells of the row `current` are told as a hit in each lane that holds it.
        """
        grid = set(majors(scale))
        crowded = self.is_crowded(scale)
        peak = self._peak(scale) if crowded else 0
        marked = range(0) if current is None else self._cells_of(current, scale)
        out = []
        for lane in range(max(part.start, 0), min(part.stop, len(self))):
            _, name, rows = self._lanes[lane]
            cells = self._cells(rows, scale, crowded=crowded)
            hits = marked if current is not None and current in rows else range(0)
            spans = [cell_span(cells, cell, grid, peak) for cell in range(scale.cells)]
            for cell in hits:
                spans[cell] = spans[cell][0], "hit"
            out.append(self._line(name, len(rows), spans, width))
        return out

    def _line(self, name: str, count: int, cells: list[Span], width: int) -> Line:
        """A lane: name, how many, its cells; exactly `width` cells."""
        left = self.left(width)
        number = f"{count:,}".rjust(self._count_width) if width >= _COUNT_FROM else ""
        gap = 1 if number else 0
        names = max(left - 2 - len(number) - gap, 0)
        head: list[Span] = [
            (" ", "space"),
            (pad(shown(name), names), "actor"),
            (" " * gap, "space"),
            (number, "count"),
            (" ", "space"),
        ]
        return fit(merged([*head, *cells]), width)

    def _cells(self, rows: RowSet, scale: Scale, *, crowded: bool) -> Cells:
        """What a lane shows in its cells."""
        if crowded:
            return self._ranges(scale).cells(rows)
        within = rows_within(rows, self._extents.ranges(scale.window))
        return exact_cells(self._extents.placed(within), scale)

    def _cells_of(self, row: int, scale: Scale) -> range:
        """The cells that a row reaches over, as far as they are in view."""
        first, last = self.days_of(row)
        start, stop = scale.cell_of(first), scale.cell_of(last)
        return range(max(start, 0), min(stop + 1, scale.cells))

    def _ranges(self, scale: Scale) -> Ranges:
        return self._divided(scale)[1]

    def _peak(self, scale: Scale) -> int:
        return self._divided(scale)[2]

    def _divided(self, scale: Scale) -> tuple[Scale, Ranges, int]:
        """The ranges of a scale and the highest count of a cell; the last is kept."""
        if self._kept is None or self._kept[0] != scale:
            ranges = Ranges(self._extents, scale)
            full = [rows for _, _, rows in self._lanes[:_PEAK_OF]]
            counts = [ranges.cells(rows).counts for rows in full]
            peak = max([max(found.values(), default=0) for found in counts], default=0)
            self._kept = scale, ranges, peak
        return self._kept

    def _sum_line(self, scale: Scale, width: int) -> Line:
        """All events as bars, why a cell has none, where the coverage ends."""
        ranges = self._ranges(scale)
        timeline = self.selection.timeline
        counts = ranges.cells(timeline).counts
        peak = max(counts.values(), default=0)
        cells: list[Span] = []
        for cell, parts in enumerate(ranges.narrow):
            count = counts.get(cell, 0)
            if count:
                cells.append((BARS[-(-count * 8 // peak)], "bar"))
            elif parts:
                cells.append((HIDDEN, "bar-hidden"))
            elif self._covers(scale, cell):
                cells.append((" ", "space"))
            else:
                cells.append((OUTSIDE, "bar-hidden"))
        return self._line("all", len(timeline), cells, width)

    def _covers(self, scale: Scale, cell: int) -> bool:
        """Whether the store covers any day of a cell."""
        if self._coverage is None:
            return True
        low, high = scale.days(cell)
        return low <= self._coverage[1] and high >= self._coverage[0]
