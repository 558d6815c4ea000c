"""How time is laid out in cells: levels from a thousand years to a day a cell.

Days are numbers as `date.toordinal` gives them. Everything here is a value.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline_tui.model.date_extent import month_end

_LAST = date.max.toordinal()
_HALF = 15
"""The last day of the first half of a month."""


class Level(NamedTuple):
    """What one cell stands for: days, halves of a month, or months."""

    name: str
    unit: str
    """`day`, `half` or `month`."""
    size: int
    """How many of the unit."""

    def number(self, day: int) -> int:
        """The number of the cell that a day is in; cells are numbered through."""
        if self.unit == "day":
            return (day - 1) // self.size
        at = date.fromordinal(day)
        months = at.year * 12 + at.month - 1
        if self.unit == "half":
            return 2 * months + (at.day > _HALF)
        return months // self.size

    def start(self, number: int) -> int:
        """The first day of a cell; no day before the year 1 or after 9999."""
        if self.unit == "day":
            return max(1, min(number * self.size + 1, _LAST + 1))
        if self.unit == "half":
            months, half = divmod(number, 2)
            return min(_month_start(months) + _HALF * half, _LAST + 1)
        return _month_start(number * self.size)


LEVELS = (
    Level("day", "day", 1),
    Level("week", "day", 7),
    Level("half month", "half", 1),
    Level("month", "month", 1),
    Level("quarter", "month", 3),
    Level("half year", "month", 6),
    Level("year", "month", 12),
    Level("5 years", "month", 60),
    Level("10 years", "month", 120),
    Level("100 years", "month", 1200),
    Level("1000 years", "month", 12000),
)
"""The levels, the finest first; weeks begin on Monday."""


class Scale(NamedTuple):
    """A window on time: a level, the number of its first cell, how many cells."""

    level: int
    """The place in `LEVELS`."""
    first: int
    cells: int

    @property
    def name(self) -> str:
        """What one cell stands for: "month"."""
        return LEVELS[self.level].name

    @property
    def window(self) -> tuple[int, int]:
        """The first and the last day in view."""
        return self.start(0), max(self.start(0), self.start(self.cells) - 1)

    def start(self, cell: int) -> int:
        """The first day of a cell, counted from the left edge."""
        return LEVELS[self.level].start(self.first + cell)

    def days(self, cell: int) -> tuple[int, int]:
        """The first and the last day of a cell."""
        return self.start(cell), self.start(cell + 1) - 1

    def cell_of(self, day: int) -> int:
        """The cell of a day; negative or past the last where it is out of view."""
        return LEVELS[self.level].number(max(1, min(day, _LAST))) - self.first

    def zoomed(self, by: int, about: int) -> Scale:
        """Closer by some levels, or further where `by` is negative.

        The day `about` keeps its column; at the ends of the levels nothing changes.
        """
        level = max(0, min(self.level - by, len(LEVELS) - 1))
        column = max(0, min(self.cell_of(about), self.cells - 1))
        return Scale(level, LEVELS[level].number(about) - column, self.cells)

    def panned(self, cells: int) -> Scale:
        """The same level some cells later, or earlier."""
        level = LEVELS[self.level]
        low, high = level.number(1), level.number(_LAST)
        return self._replace(first=max(low, min(self.first + cells, high)))

    def resized(self, cells: int) -> Scale:
        """The same start in another number of cells."""
        return self._replace(cells=max(cells, 1))

    def holding(self, day: int) -> Scale:
        """Panned as little as brings a day into view; itself where it is in view."""
        cell = self.cell_of(day)
        if cell < 0:
            return self.panned(cell - self.cells // 4)
        if cell >= self.cells:
            return self.panned(cell - self.cells + 1 + self.cells // 4)
        return self

    def period(self, cell: int) -> str:
        """The period that a cell stands for, as query text."""
        return period_text(*self.days(cell))


def fitting(first: int, last: int, cells: int, *, centred: bool = False) -> Scale:
    """The closest scale on which a stretch of days fits into so many cells."""
    cells = max(cells, 1)
    for level, kind in enumerate(LEVELS):
        start, stop = kind.number(first), kind.number(last)
        spare = cells - (stop - start + 1)
        if spare >= 0:
            shift = min(spare // 2, start) if centred else 0
            return Scale(level, start - shift, cells)
    return Scale(len(LEVELS) - 1, LEVELS[-1].number(first), cells)


def unused(first: int, last: int, cells: int) -> int:
    """How many of so many cells a stretch of days leaves on its `fitting` scale."""
    scale = fitting(first, last, cells)
    return max(scale.cells - 1 - scale.cell_of(last), 0)


def period_text(first: int, last: int) -> str:
    """Days as the shortest period of the query language that is exactly they."""
    first = max(1, min(first, _LAST))
    one, other = (date.fromordinal(max(first, min(n, _LAST))) for n in (first, last))
    if one == other:
        return one.isoformat()
    if one.day == 1 and other == month_end(other.year, other.month):
        if (one.month, other.month) == (1, 12):
            low, high = one.isoformat()[:4], other.isoformat()[:4]
        else:
            low, high = one.isoformat()[:7], other.isoformat()[:7]
        return low if low == high else f"{low}..{high}"
    return f"{one.isoformat()}..{other.isoformat()}"


def _month_start(months: int) -> int:
    """The first day of a month, counted from the year 0."""
    year, month = divmod(months, 12)
    if year < 1:
        return 1
    return date(year, month + 1, 1).toordinal() if year <= date.max.year else _LAST + 1
