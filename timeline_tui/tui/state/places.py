"""Where events stand in the list: from rows of the library to places and back.

A place is the index of an event among the lines of a list, as `ListMap` counts them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_tui.library.library import Library
    from timeline_tui.render.rows import ListMap

NOWHERE = -1
"""The place in a list without events."""
_DAY_LENGTH = len("2022-02-26")


def row_at(lines: ListMap, place: int) -> int:
    """Return the library's row of the event at a place.

    Raises:
        IndexError: No event stands there.
    """
    item = lines.at(lines.line_of(place))
    if item[0] != "event":
        raise IndexError(place)
    return item[2]


def place_of(lines: ListMap, row: int) -> int:
    """Return the place of a row of the library; `NOWHERE` when it has no line."""
    selection = lines.selection
    if row < 0:
        return NOWHERE
    if row in selection.timeline:
        return selection.rank(row)
    if lines.open_fold and row in selection.possible:
        return len(selection.timeline) + selection.possible.rank(row) - 1
    return NOWHERE


def nearest(lines: ListMap, row: int) -> int:
    """Return the place of a row, or else of the event nearest to it in time."""
    here = place_of(lines, row)
    if here != NOWHERE or not lines.events:
        return here
    selection = lines.selection
    certain = len(selection.timeline)
    if not certain or row < 0:
        return 0
    after = selection.timeline.rank(row)
    if after in (0, certain):
        return min(after, certain - 1)
    library = selection.library
    gone = _first_day(library, row)
    before_gap = abs(_first_day(library, selection.at(after - 1)) - gone)
    after_gap = abs(_first_day(library, selection.at(after)) - gone)
    return after if after_gap < before_gap else after - 1


def _first_day(library: Library, row: int) -> int:
    """Return the first day of a row as a number; open starts count as day one."""
    first = library.rows([row])[0].first
    return date.fromisoformat(first).toordinal() if first else 1


def group_at(lines: ListMap, place: int) -> int:
    """Return the number of the heading that an event of the timeline stands under."""
    groups = lines.selection.group_counts()
    return bisect_right(groups, place, key=lambda entry: entry[2]) - 1


def month_from(lines: ListMap, place: int, step: int) -> int:
    """Return the first place under the next (1) or previous (-1) heading.

    Going back from within a heading goes to its own first event.
    """
    groups = lines.selection.group_counts()
    if not groups:
        return place
    here = group_at(lines, place)
    if step < 0 and place > groups[here][2]:
        return groups[here][2]
    there = here + step
    if there < 0:
        return groups[0][2]
    return groups[there][2] if there < len(groups) else max(lines.events - 1, 0)


def year_from(lines: ListMap, place: int, step: int) -> int:
    """Return the first place of the next (1) or previous (-1) year in the list."""
    groups = lines.selection.group_counts()
    if not groups:
        return place
    here = group_at(lines, place)
    year = groups[here][0].year
    if step > 0:
        later = (g[2] for g in groups[here + 1 :] if g[0].year != year)
        return next(later, max(lines.events - 1, 0))
    start = here
    while start and groups[start - 1][0].year == year:
        start -= 1
    if place > groups[start][2] or not start:
        return groups[start][2]
    year = groups[start - 1][0].year
    start -= 1
    while start and groups[start - 1][0].year == year:
        start -= 1
    return groups[start][2]


def at_date(lines: ListMap, day: str) -> int:
    """Return the place of the first event that stands on or after an ISO day.

    The last place when all stand before it; `NOWHERE` in an empty list.
    """
    selection = lines.selection
    certain = len(selection.timeline)
    if not certain:
        return NOWHERE
    library = selection.library
    groups = selection.group_counts()
    month = day[: len("2022-02")]
    start = bisect_left(groups, month, key=lambda entry: _sorted_as(entry[0].key))
    if start == len(groups):
        return certain - 1
    _, count, first = groups[start]
    if groups[start][0].key != month:
        return first
    low, high = first, first + count
    while low < high:
        middle = (low + high) // 2
        place = library.rows([selection.at(middle)])[0].place
        if len(place) == _DAY_LENGTH and place < day:
            low = middle + 1
        else:
            high = middle
    return min(low, certain - 1)


def _sorted_as(key: str) -> str:
    """Return the month at whose end a heading stands, so that keys compare in order."""
    start, slash, stop = key.partition("/")
    if slash and stop != "..":
        start = stop
    year, _, part = start.partition("-")
    if not part:
        return year + "-12~"
    if part.startswith("Q"):
        return f"{year}-{3 * int(part[1:]):02}~"
    return start
