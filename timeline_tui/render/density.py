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
WIDEST = 4
"""So many cells at most stand for a month."""
WINDOW = "▔"
"""Under the months that the list shows."""
_SIZES = (1, 3, 6, 12, 60, 120, 1200, 12000, 120000)
_NOTE = " +{:,} wider than a month "
_TOUCHING = 2
"""Bars of up to so many cells touch each other."""
_YEAR_LENGTH = 4
_MONTHS_A_YEAR = 12
_MONTH_LENGTH = len("2022-02")


class Density:
    """The strip of a selection in at most `width` cells.

    A step stands for a month or, where the months do not fit, for the shortest stretch
    of the calendar that does: quarter, half, year, 5, 10, 100, 1000 or 10,000 years.
    Where there is room, a step is several cells wide.

    Attributes:
        cells: How many cells all steps take together.
        each: How many cells a step takes.
        size: How many months a step stands for.
        wide: How many events of the selection are wider than a month.
    """

    __slots__ = (
        "_all",
        "_counts",
        "_covered",
        "_first",
        "_peak",
        "_steps",
        "cells",
        "each",
        "size",
        "wide",
    )

    def __init__(
        self, selection: Selection, width: int, *, widest: int = WIDEST
    ) -> None:
        """Count a selection into steps of at most `widest` cells.

        A margin of one cell stays at both ends.
        """
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
        self._steps = min(high // self.size - self._first + 1, room)
        if high < low:
            self._steps = 0
        spare = room - len(_NOTE.format(library.count))
        self.each = max(1, min(spare // max(self._steps, 1), widest))
        self.cells = self._steps * self.each
        self._counts = self._binned(counts)
        self._peak = max(self._counts, default=0)
        self._all = self._binned(everything)
        self._covered = [month // self.size - self._first for month in covered]

    def _binned(self, months: Mapping[int, int]) -> list[int]:
        """How many of these events each step holds."""
        bins = [0] * self._steps
        for month, count in months.items():
            bins[month // self.size - self._first] += count
        return bins

    def month_at(self, x: int) -> str:
        """The period that column `x` of the strip stands for, as query text; or ""."""
        if not 1 <= x <= self.cells:
            return ""
        start = (self._first + (x - 1) // self.each) * self.size
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
        step = (x - 1) // self.each
        count, everything = self._counts[step], self._all[step]
        if count:
            return "1 event" if count == 1 else f"{count:,} events"
        if everything:
            return f"{everything:,} hidden by the filter"
        return "none recorded" if self._covers(step) else "outside the coverage"

    def column_of(self, day: str) -> int:
        """The first column of an ISO day or month; of the nearest if it is outside."""
        step = month_number(day) // self.size - self._first
        return max(0, min(step, self._steps - 1)) * self.each + 1

    def lines(self, width: int, window: tuple[str, str] | None = None) -> list[Line]:
        """The bars and, beneath them, the years; each exactly `width` cells.

        `window` holds the first and the last day or month that the list shows.
        """
        shown = range(0)
        if window and self.cells:
            last = self.column_of(window[1]) + self.each
            shown = range(self.column_of(window[0]), last)
        note = self._note(width)
        bars: list[Span] = [(" ", "space")]
        for step in range(self._steps):
            bars += self._bar(step, step * self.each + 1 in shown)
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

    def _bar(self, step: int, is_shown: bool) -> tuple[Span, ...]:  # noqa: FBT001 - asked of each
        """The cells of one step; wide bars stand apart by a cell."""
        count = self._counts[step]
        if count:
            solid = self.each - (self.each > _TOUCHING)
            bar = BARS[-(-count * 8 // self._peak)] * solid
            role = "bar-window" if is_shown else "bar"
            return (bar, role), (" " * (self.each - solid), "space")
        if self._all[step]:
            return ((HIDDEN.ljust(self.each), "bar-hidden"),)
        if self._covers(step):
            return ((" " * self.each, "space"),)
        return ((OUTSIDE * self.each, "bar-hidden"),)

    def _covers(self, step: int) -> bool:
        """Whether the store covers a part of what a step stands for."""
        return not self._covered or self._covered[0] <= step <= self._covered[-1]

    def _note(self, width: int) -> str:
        """How many events are wider than a month, in as many words as fit."""
        if not self.wide:
            return ""
        room = width - self.cells - 2
        words = (_NOTE.format(self.wide), f" +{self.wide:,} wide ", "")
        return next(text for text in words if len(text) <= max(room, 0))

    def _years(self, width: int) -> str:
        """The years, each over the column that its January is in."""
        line = [" "] * width
        free = 1
        for step in range(self._steps):
            month = (self._first + step) * self.size
            year = f"{-(-month // 12):04}"
            starts = month % 12 == 0 or self.size > _MONTHS_A_YEAR
            x = step * self.each + 1
            if starts and x >= free and x + _YEAR_LENGTH <= width:
                line[x : x + _YEAR_LENGTH] = year
                free = x + _YEAR_LENGTH + 1
        if self._steps and line[1] == " ":
            year = f"{self._first * self.size // 12:04}"
            fits = line[1 : len(year) + 2] == [" "] * (len(year) + 1)
            line[1 : len(year) + 1 if fits else 2] = year if fits else "·"
        return "".join(line)


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
