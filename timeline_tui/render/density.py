"""The density strip: how many events a month, over the years, and where one is."""

from __future__ import annotations

from timeline_tui.model.dates import parse
from timeline_tui.render.lines import merged
from timeline_tui.render.rows import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline_tui.library.library import Row
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.lines import Line, Span

BARS = " ▁▂▃▄▅▆▇█"
"""Heights of a bar; only zero is blank."""
HIDDEN = "·"
"""A month whose events the query hides."""
OUTSIDE = "╌"
"""A month that the store does not cover."""
WINDOW = "▔"
"""Under the months that the list shows."""
_SIZES = (1, 3, 6, 12, 60, 120, 1200, 12000, 120000)
_YEAR_LENGTH = 4
_MONTH_LENGTH = len("2022-02")


class Density:
    """The strip of a selection in at most `width` cells.

    A cell stands for a month or, where the months do not fit, for the shortest stretch
    of the calendar that does: quarter, half, year, 5, 10, 100, 1000 or 10,000 years.
    """

    __slots__ = (
        "_all",
        "_counts",
        "_covered",
        "_first",
        "_peak",
        "cells",
        "size",
        "wide",
    )

    def __init__(self, selection: Selection, width: int) -> None:
        """Count a selection into cells; a margin of one cell stays at both ends."""
        library = selection.library
        counts = {y * 12 + m - 1: n for y, m, n in selection.histogram()}
        everything = {
            month_number(group.key): group.stop - group.start
            for group in library.groups
            if is_month(group.key)
        }
        covered = covered_months(library.coverage)
        low, high = _extent((*counts, *everything, *covered))
        room = max(width - 2, 1)
        self.wide = selection.wide
        self.size = next((s for s in _SIZES if high // s - low // s < room), _SIZES[-1])
        self._first = low // self.size
        self.cells = min(high // self.size - self._first + 1, room)
        if high < low:
            self.cells = 0
        self._counts = self._binned(counts)
        self._peak = max(self._counts, default=0)
        self._all = self._binned(everything)
        self._covered = [month // self.size - self._first for month in covered]

    def _binned(self, months: Mapping[int, int]) -> list[int]:
        """How many of these events each cell holds."""
        bins = [0] * self.cells
        for month, count in months.items():
            bins[month // self.size - self._first] += count
        return bins

    def month_at(self, x: int) -> str:
        """The period that column `x` of the strip stands for, as query text; or ""."""
        if not 1 <= x <= self.cells:
            return ""
        start = (self._first + x - 1) * self.size
        stop = start + self.size - 1
        if self.size == 1:
            return month_text(start)
        if self.size == _MONTHS_A_YEAR:
            return f"{start // 12:04}"
        return f"{month_text(start)}..{month_text(stop)}"

    def why(self, x: int) -> str:
        """In words what column `x` holds, and why where it holds nothing; or ""."""
        if not 1 <= x <= self.cells:
            return ""
        count, everything = self._counts[x - 1], self._all[x - 1]
        if count:
            return "1 event" if count == 1 else f"{count} events"
        if everything:
            return f"{everything} hidden by the filter"
        return "none recorded" if self._covers(x - 1) else "outside the coverage"

    def column_of(self, day: str) -> int:
        """The column of an ISO day or month; outside the strip it is the nearest."""
        return max(1, min(month_number(day) // self.size - self._first + 1, self.cells))

    def lines(self, width: int, window: tuple[str, str] | None = None) -> list[Line]:
        """The bars and, beneath them, the years; each exactly `width` cells.

        `window` holds the first and the last day or month that the list shows.
        """
        shown = range(0)
        if window and self.cells:
            shown = range(self.column_of(window[0]), self.column_of(window[1]) + 1)
        note = self._note(width)
        bars: list[Span] = [(" ", "space")]
        bars += [self._bar(cell, cell + 1 in shown) for cell in range(self.cells)]
        left = width - 1 - self.cells - len(note)
        bars += [(" " * left, "space"), (note, "muted")]
        years = self._years(width)
        under: list[Span] = []
        for x, character in enumerate(years):
            if x in shown:
                mark = WINDOW if character == " " else character
                under.append((mark, "bar-window/selection"))
            else:
                under.append((character, "faint" if character != " " else "space"))
        return [merged(bars), merged(under)]

    def _bar(self, cell: int, is_shown: bool) -> Span:  # noqa: FBT001 - asked of each
        """One cell of the strip."""
        count = self._counts[cell]
        if count:
            height = -(-count * 8 // self._peak)
            return BARS[height], "bar-window" if is_shown else "bar"
        if self._all[cell]:
            return HIDDEN, "bar-hidden"
        return (" ", "space") if self._covers(cell) else (OUTSIDE, "bar-hidden")

    def _covers(self, cell: int) -> bool:
        """Whether the store covers a part of what a cell stands for."""
        return not self._covered or self._covered[0] <= cell <= self._covered[-1]

    def _note(self, width: int) -> str:
        """How many events are wider than a month, in as many words as fit."""
        if not self.wide:
            return ""
        room = width - self.cells - 2
        words = (f" +{self.wide} wider than a month ", f" +{self.wide} wide ", "")
        return next(text for text in words if len(text) <= max(room, 0))

    def _years(self, width: int) -> str:
        """The years, each over the column that its January is in."""
        line = [" "] * width
        free = 1
        for cell in range(self.cells):
            month = (self._first + cell) * self.size
            year = f"{-(-month // 12):04}"
            starts = month % 12 == 0 or self.size > _MONTHS_A_YEAR
            if starts and cell + 1 >= free and cell + 1 + _YEAR_LENGTH <= width:
                line[cell + 1 : cell + 1 + _YEAR_LENGTH] = year
                free = cell + 1 + _YEAR_LENGTH + 1
        if self.cells and line[1] == " ":
            line[1] = "·"
        return "".join(line)


_MONTHS_A_YEAR = 12


def density_lines(
    selection: Selection, width: int, *, window: tuple[str, str] | None = None
) -> list[Line]:
    """The strip of a selection: bars and years, each exactly `width` cells."""
    return Density(selection, width).lines(width, window)


def window_of(rows: Iterable[Row]) -> tuple[str, str] | None:
    """The first and the last month of the rows in view; `None` if they have none.

    Rows of a quarter, a year or a longer stretch stand behind its months and tell
    nothing of where one is among them.
    """
    months = [row.place[:_MONTH_LENGTH] for row in rows]
    months = [month for month in months if is_month(month)]
    return (months[0], months[-1]) if months else None


def period_words(period: str) -> str:
    """A period that `month_at` gave, in words: `2022-02` is "Feb 2022"."""
    sides = [
        f"{MONTHS[int(side[5:]) - 1]} {side[:4]}" if is_month(side) else side
        for side in period.split("..")
    ]
    return " – ".join(sides)


def is_month(key: str) -> bool:
    """Whether a key of a group is a month."""
    return len(key) == _MONTH_LENGTH and key[4] == "-" and key[5:].isdigit()


def month_number(text: str) -> int:
    """The number of the month of an ISO day, month or year."""
    month = text[5:7]
    return int(text[:4]) * 12 + (int(month) - 1 if month.isdigit() else 0)


def month_text(month: int) -> str:
    """The ISO month of a number."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


def covered_months(text: str) -> tuple[int, ...]:
    """The first and the last month that a store covers; nothing where it is open."""
    if not text:
        return ()
    covered = parse(text)
    if covered.open_start or covered.open_end:
        return ()
    first, last = covered.first, covered.last
    return first.year * 12 + first.month - 1, last.year * 12 + last.month - 1


def _extent(months: tuple[int, ...]) -> tuple[int, int]:
    """The first and the last month; an empty stretch where there are none."""
    return (min(months), max(months)) if months else (0, -1)
