"""What a list shows of an event, and of neighbouring events under one heading."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from timeline_tui.model.tuples import NamedTuple


class Row(NamedTuple):
    """One event as a list shows it."""

    row: int
    """Its place in the order of dates, from 0."""
    id: str
    date: str
    """The EDTF string."""
    plain: str
    """The date for the first column of plain text."""
    place: str
    """The day, month, quarter, year or run of years at which it stands."""
    first: str
    """Its earliest day, ISO; 0001-01-01 where the start is open."""
    last: str
    """Its latest day, ISO; 9999-12-31 where the end is open."""
    title: str
    kind: str
    sources: str
    """The ids of the sources that tell it, with blanks between them."""
    marks: str
    """`d`isputed, `a`pproximate, `u`ncertain, `f`igure, `l`inked, `s`cheduled,
    `e`xpected: a letter for each that holds, in this order."""


class Group(NamedTuple):
    """Neighbouring rows under one heading."""

    key: str
    """2022-02, 2022-Q1, 2022, 2022/2023, 2020/.. or ../2014."""
    year: str
    """The heading's year, or its run of years."""
    label: str
    """What the heading says beside the year: Feb, Q1; empty for the year itself."""
    start: int
    stop: int
    """The row after the last."""
