"""Dates as the store writes them: values of a stated profile of EDTF.

EDTF is ISO 8601-2:2019; the free text of the specification is the Library of Congress's
of 4 February 2019. The profile is levels 0 and 1 without times, long or negative years,
and of level 2 the sets, the divisions of a year 33–41, `X` masks and qualifiers of one
component; beyond it, seasons and quarters may be qualified and bound an interval.

A date is never sharper than its string: it is a range of days, and the qualifiers do
not widen `first`, `last` or `parts`.
"""

from __future__ import annotations

from datetime import date, timedelta

from timeline_tui.errors import DateError
from timeline_tui.model.date_extent import merged
from timeline_tui.model.date_place import (
    SPAN_RANK,
    YEARS_RANK,
    earlier,
    later,
    smallest,
)
from timeline_tui.model.date_point import Point
from timeline_tui.model.date_syntax import OPEN, Tree, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    Range = tuple[date, date]

_LONGEST_SPAN = timedelta(30)  # from its first to its last day, which makes 31 days


class EdtfDate:
    """One date, interval or set; equal to another if the strings are equal.

    Attributes:
        text: the EDTF string exactly as it was given.
        first: the earliest day; `date.min` where the start is open or unknown.
        last: the latest day; `date.max` where the end is open or unknown.
        precision: day, days (several of one month), month, season, quarter, third,
            half, year, decade, century, interval, one-of or all-of. A mask that
            leaves several months, or days of several months (`2022-1X`, `202X-09`,
            `2022-XX-14`), is one-of.
        approximate: some part carries `~` or `%`.
        uncertain: some part carries `?` or `%`.
        open_start: the start is `..` or unknown, so that `first` is only a bound.
        open_end: the end is `..` or unknown, so that `last` is only a bound.
        unknown_start: the start is the empty side of an interval, as in `/2014`.
        unknown_end: the end is the empty side of an interval, as in `2020-10/`.
        parts: the ranges of days that it may fall in, both ends included, disjoint,
            in order; several for sets and for masks with gaps (`2022-XX-14`).
    """

    __slots__ = (
        "_tree",
        "approximate",
        "first",
        "last",
        "open_end",
        "open_start",
        "parts",
        "precision",
        "text",
        "uncertain",
        "unknown_end",
        "unknown_start",
    )
    _tree: Tree
    approximate: bool
    first: date
    last: date
    open_end: bool
    open_start: bool
    parts: tuple[tuple[date, date], ...]
    precision: str
    text: str
    uncertain: bool
    unknown_end: bool
    unknown_start: bool

    def __init__(self, text: str) -> None:
        """Read a string of the profile.

        Raises:
            DateError: the string is outside the profile.
        """
        tree = _read(text)
        starts = [start for start, _ in tree.members]
        ends = [end for _, end in tree.members]
        points = [side for side in starts + ends if isinstance(side, Point)]
        parts = _parts(tree)
        keep = object.__setattr__
        keep(self, "text", text)
        keep(self, "_tree", tree)
        single = tree.kind == "date"
        keep(self, "precision", points[0].precision if single else tree.kind)
        keep(self, "parts", parts)
        keep(self, "first", parts[0][0])
        keep(self, "last", parts[-1][1])
        keep(self, "approximate", any(point.approximate for point in points))
        keep(self, "uncertain", any(point.uncertain for point in points))
        keep(self, "open_start", any(isinstance(side, str) for side in starts))
        keep(self, "open_end", any(isinstance(side, str) for side in ends))
        keep(self, "unknown_start", "" in starts)
        keep(self, "unknown_end", "" in ends)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a date is not changed: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a date is not changed: {name}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, EdtfDate):
            return NotImplemented
        return self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"EdtfDate({self.text!r})"

    def __str__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[type[EdtfDate], tuple[str]]:
        return EdtfDate, (self.text,)

    @property
    def flags(self) -> str:
        """`-`, `approximate`, `uncertain` or `approximate,uncertain`."""
        marks = []
        if self.approximate:
            marks.append("approximate")
        if self.uncertain:
            marks.append("uncertain")
        return ",".join(marks) or "-"

    @property
    def words(self) -> str:
        """The date in English prose: "late February 2022 (20–28)"."""
        from timeline_tui.model.date_words import tree_words  # noqa: PLC0415 - start-up

        return tree_words(self._tree)

    @property
    def plain(self) -> str:
        """The date for the first column of plain text; see `date_plain`."""
        from timeline_tui.model.date_plain import tree_plain  # noqa: PLC0415 - start-up

        return tree_plain(self._tree)

    @property
    def place(self) -> str:
        """Where it stands in a list: 2022-02-26, 2022-02, 2022-Q1, 2022, 2022/2023.

        It is the name of the smallest day, month, quarter, year or run of years that
        holds the whole range, and of the first day for an interval of days that lasts
        at most 31. An open side is `..`: `2020/..`, `../2014`.
        """
        return self._container()[0]

    @property
    def order(self) -> tuple[int, int, int, int]:
        """The sort key: definite days, then their month, quarter, year, run of years.

        It holds the day at which the date stands (the last one of `place`; the first
        one of a short interval of days), the rank of the container (day 0, short
        interval 1, month 2, quarter 3, year 4, run of years 5), `first` and `last`;
        days are proleptic Gregorian ordinals.
        """
        _, day, rank = self._container()
        return day.toordinal(), rank, self.first.toordinal(), self.last.toordinal()

    @property
    def widened(self) -> tuple[tuple[date, date], ...]:
        """`parts`, with each end that carries `~` or `%` one unit further out.

        The unit is that of the precision of that end: a day, a month, three months for
        a season or quarter, four for a third, six for a half, a year, ten years, a
        hundred. `?` does not widen. Nothing leaves 0001-01-01 to 9999-12-31. How far
        "about" reaches is no standard's: one unit is this program's choice.
        """
        if not self.approximate:
            return self.parts
        runs = (
            _widened_range(run, start, end)
            for start, end in self._tree.members
            for run in _runs(start, end)
        )
        return merged(runs, touching=False)

    @property
    def core(self) -> tuple[date, date] | None:
        """The days through which it was going on for certain, both included.

        For an interval these lie between the last possible day of its start and the
        first possible day of its end, a unit less on a side with `~` or `%`; `None` if
        there are none. With one end unknown, only a definite day at the other end is
        certain. Of other dates, only a definite day has a core.
        """
        start, end = self._tree.members[0]
        if self.precision == "day":
            return None if self.approximate else (self.first, self.last)
        if self.precision != "interval":
            return None
        if start == "":
            return _definite(end)
        if end == "":
            return _definite(start)
        low = date.min
        if isinstance(start, Point):
            low = later(start.last, start.unit) if start.approximate else start.last
        high = date.max
        if isinstance(end, Point):
            high = earlier(end.first, end.unit) if end.approximate else end.first
        return (low, high) if low <= high else None

    def row(self) -> tuple[str, str, str, str, str, str]:
        """Give string, first, last, precision, flags and words, as `kgtl date` does."""
        first, last = self.first.isoformat(), self.last.isoformat()
        return self.text, first, last, self.precision, self.flags, self.words

    def _container(self) -> tuple[str, date, int]:
        """Give the name, the day and the rank of where the date stands."""
        first, last = self.first, self.last
        if self.open_start or self.open_end:
            low = OPEN if self.open_start else f"{first.year:04}"
            high = OPEN if self.open_end else f"{last.year:04}"
            return f"{low}/{high}", date(last.year, 12, 31), YEARS_RANK
        if self.precision == "interval" and last - first <= _LONGEST_SPAN:
            sides = self._tree.members[0]
            if all(isinstance(side, Point) and _is_day(side) for side in sides):
                return first.isoformat(), first, SPAN_RANK
        return smallest(first, last)


def parse(text: str) -> EdtfDate:
    """Read a string of the EDTF profile.

    Raises:
        DateError: the string is outside the profile; the error names the column, from
            1, and where there is one the nearest right form.
    """
    return EdtfDate(text)


def _read(text: str) -> Tree:
    """Read a string, and complete the advice if that fails."""
    try:
        return read(text)
    except DateError as error:
        from timeline_tui.model.date_advice import advised  # noqa: PLC0415 - start-up

        raise advised(error) from None


def _runs(start: Point | str, end: Point | str) -> tuple[Range, ...]:
    """Give the ranges of one member: a date's own, or all between two sides."""
    if start is end and isinstance(start, Point):
        return start.runs
    first = start.first if isinstance(start, Point) else date.min
    last = end.last if isinstance(end, Point) else date.max
    return ((first, last),)


def _parts(tree: Tree) -> tuple[Range, ...]:
    """Give the ranges of an interval or a set; members that only touch stay apart."""
    if len(tree.members) == 1:
        return _runs(*tree.members[0])
    runs = (run for member in tree.members for run in _runs(*member))
    return merged(runs, touching=False)


def _is_day(point: Point) -> bool:
    """Whether a date is precise to the day."""
    return point.precision == "day"


def _definite(side: Point | str) -> Range | None:
    """Give the day of a side that is one day and not approximate."""
    if isinstance(side, Point) and _is_day(side) and not side.approximate:
        return side.first, side.last
    return None


def _widened_range(run: Range, start: Point | str, end: Point | str) -> Range:
    """Move the ends of a range outwards where their sides are approximate."""
    first, last = run
    if isinstance(start, Point) and start.approximate:
        first = earlier(first, start.unit)
    if isinstance(end, Point) and end.approximate:
        last = later(last, end.unit)
    return first, last
