"""Where rows stand in time: the days of groups, of rows, and the rows of a day.

Rows stand in the order of dates, so that a stretch of days is a range of rows.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from timeline_tui.model.dates import parse
from timeline_tui.render.lane_signs import days_of_group, placed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from timeline_tui.library.library import Group, Library
    from timeline_tui.render.lane_signs import Placed

    class RowSet(Protocol):
        """Rows as a selection gives them: in order, counted and cut without a walk."""

        def __len__(self) -> int: ...
        def __iter__(self) -> Iterator[int]: ...
        def __contains__(self, row: int, /) -> bool: ...
        def __getitem__(self, part: slice, /) -> RowSet: ...
        def rank(self, row: int, /) -> int:
            """How many rows stand up to a row, itself included."""

        def range_cardinality(self, start: int, stop: int, /) -> int:
            """How many rows there are from `start` up to and without `stop`."""


_LOOK_BACK = 31
"""A span of so many days stands where it begins, and may reach into view."""
_KEPT = 20_000
_DAY_LENGTH = len("2022-02-26")
_DAYLESS = "~"
"""Sorts after every day."""
_FIRST_STEP = 64


class Extents:
    """Where the groups of a library stand in time.

    Attributes:
        groups: Each group with its first and last day.
    """

    __slots__ = ("_days", "_known", "groups", "library")

    def __init__(self, library: Library) -> None:
        """Work out the days of the groups."""
        self.library = library
        self.groups = [(group, *days_of_group(group)) for group in library.groups]
        self._days: dict[str, int] = {}
        self._known: dict[int, Placed] = {}

    def whole(self, rows: RowSet) -> tuple[int, int] | None:
        """The first and the last day of the years and shorter that rows stand at.

        Runs of years count only where there is nothing else, open ends never.
        """
        found = [
            (group, low, high)
            for group, low, high in self.groups
            if rows.range_cardinality(group.start, group.stop)
        ]
        sharp = [each for each in found if "/" not in each[0].key] or found
        if not sharp:
            return None
        days = [day for group, *both in sharp for day in _closed(group, *both)]
        return min(days), max(days)

    def ranges(self, window: tuple[int, int]) -> list[tuple[int, int]]:
        """The ranges of rows that may be in view, neighbours joined."""
        joined: list[tuple[int, int]] = []
        for group, low, high in self.groups:
            if low > window[1] or high < window[0] - _LOOK_BACK:
                continue
            if joined and joined[-1][1] == group.start:
                joined[-1] = joined[-1][0], group.stop
            else:
                joined.append((group.start, group.stop))
        return joined

    def placed(self, rows: list[int]) -> list[Placed]:
        """Where rows stand; those asked for before are remembered."""
        known = self._known
        if len(known) > _KEPT:
            known.clear()
        for row in self.library.rows([row for row in rows if row not in known]):
            known[row.row] = placed(row)
        return [known[row] for row in rows]

    def after_days(self, group: Group) -> int:
        """The first row of a month's group that stands at no day of it."""
        found = self._days.get(group.key)
        if found is None:
            rows = range(group.start, group.stop)
            found = group.start + bisect_left(rows, _DAYLESS, key=self._place)
            self._days[group.key] = found
        return found

    def from_day(self, group: Group, day: int) -> int:
        """The first row of a month's group that stands at a day or later.

        Each look at a row reads a piece of the index, so the search begins about where
        the day would be if all days had as many, and reaches out from there.
        """
        text = date.fromordinal(day).isoformat()
        found = self._days.get(text)
        if found is None:
            low, high = group.start, self.after_days(group)
            at = low + (high - low) * (int(text[8:]) - 1) // _LOOK_BACK
            step = _FIRST_STEP
            while step < high - low:
                if self._place(at) < text:
                    low, at = at + 1, min(at + step, high - 1)
                else:
                    high, at = at, max(at - step, low)
                step *= 4
            found = bisect_left(range(high), text, low, high, key=self._place)
            self._days[text] = found
        return found

    def _place(self, row: int) -> str:
        """The day at which a row stands, as it sorts among the rows of its month."""
        place = self.library.rows((row,))[0].place
        return place if len(place) == _DAY_LENGTH else _DAYLESS


def covered_days(text: str) -> tuple[int, int] | None:
    """The first and the last day of a coverage, EDTF; None where that is open."""
    if not text:
        return None
    covered = parse(text)
    if covered.open_start or covered.open_end:
        return None
    return covered.first.toordinal(), covered.last.toordinal()


def _closed(group: Group, low: int, high: int) -> tuple[int, ...]:
    """The ends of a group that are not open."""
    if group.key.startswith(".."):
        return (high,)
    return (low,) if group.key.endswith("..") else (low, high)
