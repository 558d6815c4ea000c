"""A selection in another order, cut short, or under headings."""

from __future__ import annotations

from bisect import bisect_right

from pyroaring import BitMap

from timeline_tui.library.selection import Selection
from timeline_tui.model.date_extent import MONTHS
from timeline_tui.model.event import IMPORTANCES
from timeline_tui.query.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline_tui.library.columns import Group

SORTS = ("date", "title", "id", "kind", "importance", "sources")
"""What a selection can be sorted by. Titles regardless of case and accents,
importance from core to minor, sources by their number, the most first. What is equal
stays in the order in which it would be printed unsorted."""
GROUPINGS = ("year", "month", "actor", "theme", "source")
"""What a selection can be put under headings by."""
_FACETS = {"actor": "no actor", "theme": "no theme", "source": "no source"}


class Arranged(Selection):
    """Some rows of a selection, in an order of their own."""

    __slots__ = ("_order", "_whole")

    def __init__(
        self, selection: Selection, order: Sequence[int], *, whole: int | None = None
    ) -> None:
        """Take the rows to keep, each once, in their order."""
        kept = BitMap(order)
        self._conditions = selection._conditions  # noqa: SLF001 - of its own kind
        self._order = order
        self.library = selection.library
        self.query = selection.query
        self.dated = selection.dated
        self.inside = selection.inside & kept
        self.underway = selection.underway & kept
        self.possible = selection.possible & kept
        self.timeline = self.inside | self.underway
        self._whole = len(order) if whole is None else whole

    @property
    def whole(self) -> int:
        """How many rows there were before it was cut short."""
        return self._whole

    def __iter__(self) -> Iterator[int]:
        return iter(self._order)

    def _range(self, start: int, stop: int) -> list[int]:
        """Give the rows of a range of places."""
        return list(self._order[max(start, 0) : stop])


def arranged(
    selection: Selection,
    *,
    sort: str | None = None,
    reverse: bool = False,
    limit: int | None = None,
) -> Selection:
    """Give a selection sorted, turned round and cut to so many rows, in this order.

    Without `sort` the order is the print order: for a query with dates, what is inside
    them stands before what was under way and what is possible.
    """
    if sort is None and not reverse and limit is None:
        return selection
    order = list(selection) if sort is None else _sorted(selection, sort)
    if reverse:
        order.reverse()
    return Arranged(selection, order[:limit], whole=len(order))


def grouped(selection: Selection, by: str) -> Iterator[tuple[str, Selection]]:
    """Give the headings of a selection with the rows under each, none of them empty.

    Years and months follow one another in the order of time; actors, themes and
    sources by how many events they have. A row that several have stands under each of
    them, and what none has comes last.
    """
    parts = _times(selection, by) if by in ("year", "month") else _values(selection, by)
    in_order = not isinstance(selection, Arranged) and not selection.dated
    for heading, rows in parts:
        kept = list(rows) if in_order else [row for row in selection if row in rows]
        if kept:
            yield heading, Arranged(selection, kept)


def _sorted(selection: Selection, by: str) -> list[int]:
    """Give the rows of a selection, sorted; what is equal as the selection has it."""
    rows = selection.timeline | selection.possible
    if by == "date":
        return list(rows)
    if by in ("importance", "kind"):
        return _by_facet(selection, by)
    stream = selection.library.stream(rows)
    if by == "title":
        keys = [(fold(row.title), row.title, row.row) for row in stream]
        return [row for _, _, row in sorted(keys)]
    if by == "id":
        return [row for _, row in sorted([(row.id, row.row) for row in stream])]
    counts = {row.row: -len(row.sources.split()) for row in stream}
    return sorted(selection, key=counts.__getitem__)


def _by_facet(selection: Selection, field: str) -> list[int]:
    """Give rows by the value of a facet of which each has one."""
    values = {value: found for value, _, found in _facet(selection, field)}
    names: Iterable[str] = IMPORTANCES if field == "importance" else sorted(values)
    classes = (selection.inside, selection.underway, selection.possible)
    return [
        row
        for name in names
        if name in values
        for found in classes
        for row in values[name] & found
    ]


def _facet(selection: Selection, field: str) -> list[tuple[str, str, BitMap]]:
    """Give id, name and rows of the values of a facet."""
    return list(selection._conditions.values(field))  # noqa: SLF001 - of its own kind


def _values(selection: Selection, field: str) -> Iterator[tuple[str, BitMap]]:
    """Give the names of a facet's values and their rows, the most first."""
    rest = selection.timeline | selection.possible
    found = [(name, rows & rest) for _, name, rows in _facet(selection, field)]
    for name, rows in sorted(found, key=lambda each: (-len(each[1]), each[0])):
        yield name, rows
        rest -= rows
    yield _FACETS[field], rest


def _times(selection: Selection, by: str) -> Iterator[tuple[str, BitMap]]:
    """Give the years or months at which rows stand, and those rows."""
    rows = selection.timeline | selection.possible
    groups = selection.library.groups
    starts = [group.start for group in groups]
    found: dict[str, BitMap] = {}
    at = 0
    while at < len(rows):
        group = groups[bisect_right(starts, rows[at]) - 1]
        size = rows.range_cardinality(group.start, group.stop)
        heading = _years(group.year) if by == "year" else _heading(group)
        found.setdefault(heading, BitMap()).update(rows[at : at + size])
        at += size
    yield from found.items()


def _heading(group: Group) -> str:
    """Give the heading of a group: February 2022, Q1 2022, 2022, 2022–2023."""
    _, dash, label = group.key.partition("-")
    if not dash or "/" in group.key:
        return _years(group.year)
    if label.isdigit():
        label = MONTHS[int(label) - 1]
    return f"{label} {group.year}"


def _years(years: str) -> str:
    """Give a run of years in words: 2022–2023, 2020 and later, 2014 and earlier."""
    first, _, last = years.partition("/")
    if last == "..":
        return f"{first} and later"
    if first == "..":
        return f"{last} and earlier"
    return f"{first}–{last}" if last else first
