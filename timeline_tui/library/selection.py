"""A library that is asked, and what it answers: a value that is never walked.

The two know one another, and therefore stand together.
"""

from __future__ import annotations

from timeline_tui.library.conditions import Conditions, resolved
from timeline_tui.library.contents import Contents
from timeline_tui.query.terms import Query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date
    from typing import overload

    from pyroaring import BitMap

    from timeline_tui.library.columns import Group
    from timeline_tui.query.terms import Term


INSIDE, UNDERWAY, POSSIBLE = "inside", "under way", "possible"
"""How an event meets the dates of a query."""
_MONTH_KEY = 7


class Library(Contents):
    """The events of one store, asked through its index."""

    def select(
        self, query: Query, today: date, *, marked: Collection[str] = ()
    ) -> Selection:
        """Give the events that a query finds; `marked` are ids, for `is:marked`.

        Raises:
            QueryError: it names an unknown value, or a date that cannot be read.
        """
        return Selection(self, Conditions(self._index, query, today, marked))

    def resolve(self, query: Query) -> Query:
        """Give a query with full ids in place of names, aliases and their starts.

        Raises:
            QueryError: a value is unknown or may be several.
        """
        return Query(resolved(self._index, query))

    def values(self, field: str) -> list[tuple[str, str, int]]:
        """Give id, name and count of all values of a facet, the most first."""
        values = self._index.facets.values(field).items()
        found = [(value, name, count) for value, (name, count, _) in values]
        return sorted(found, key=lambda each: (-each[2], each[1], each[0]))


class Selection:
    """The rows of a library that a query finds, in print order.

    Print order is the rows inside the dates asked for, then those under way, then
    those possible, each in the order of the library; without dates all are inside.
    Its bitmaps may be read by anybody and changed by nobody.

    Attributes:
        library: who was asked.
        query: what was asked.
        dated: whether the query asks for dates.
        inside: rows that lie wholly inside the dates.
        underway: rows that were going on for some of the time, and reach beyond.
        possible: rows whose date is too vague to tell.
        timeline: rows inside or under way, which is what a timeline shows.
    """

    __slots__ = (
        "_conditions",
        "dated",
        "inside",
        "library",
        "possible",
        "query",
        "timeline",
        "underway",
    )

    def __init__(self, library: Library, conditions: Conditions) -> None:
        """Take a query that was worked out against a library."""
        self._conditions = conditions
        self.library = library
        self.query = conditions.query
        self.dated = conditions.dated
        classes = conditions.classes(conditions.matching())
        self.inside, self.underway, self.possible = classes
        self.timeline = self.inside | self.underway

    @property
    def whole(self) -> int:
        """How many rows the query finds, whether or not all of them are here."""
        return len(self)

    @property
    def counts_by_class(self) -> tuple[int, int, int]:
        """How many rows are inside, under way and possible."""
        return len(self.inside), len(self.underway), len(self.possible)

    def __len__(self) -> int:
        return len(self.timeline) + len(self.possible)

    def __iter__(self) -> Iterator[int]:
        for rows in (self.inside, self.underway, self.possible):
            yield from rows

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, at: int) -> int: ...
        @overload
        def __getitem__(self, at: slice) -> list[int]: ...

    def __getitem__(self, at: int | slice) -> int | list[int]:
        """Give the row at a place in print order, or those of a range of places."""
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            if step == 1:
                return self._range(start, stop)
            return [self[place] for place in range(start, stop, step)]
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(f"there are {len(self)} rows, and none at {at}")
        return self._range(place, place + 1)[0]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Selection):
            return NotImplemented
        return self.query == other.query and self._classes() == other._classes()

    def __hash__(self) -> int:
        return hash(self.query)

    def match(self, row: int) -> str:
        """Give how a row meets the dates: inside, under way or possible.

        Raises:
            KeyError: it is not among the rows.
        """
        names = (INSIDE, UNDERWAY, POSSIBLE)
        for name, rows in zip(names, self._classes(), strict=True):
            if row in rows:
                return name
        raise KeyError(row)

    def rank(self, row: int) -> int:
        """Give how many rows of the timeline stand before a row."""
        return self.timeline.rank(row - 1) if row > 0 else 0

    def at(self, place: int) -> int:
        """Give the row at a place of the timeline."""
        return int(self.timeline[place])

    def counts(self, field: str, *, own: bool = False) -> list[tuple[str, str, int]]:
        """Count the values of a facet: id, name and how many, the most first.

        What the query asks of the field itself is ignored, unless `own` is true, and
        the rest is followed; rows inside and under way count. Values without any are
        left out unless the query names them.
        """
        base = self.timeline
        if not own:
            conditions = self._conditions
            inside, underway, _ = conditions.classes(conditions.matching(field))
            base = inside | underway
        asked = {value for term in self.query.of(field) for value in term.values}
        found = [
            (value, name, base.intersection_cardinality(rows))
            for value, name, rows in self._conditions.values(field)
        ]
        found = [each for each in found if each[2] or each[0] in asked]
        return sorted(found, key=lambda each: (-each[2], each[1], each[0]))

    def parted(self, field: str) -> list[tuple[str, str, BitMap]]:
        """Part the timeline by the values of a facet: id, name, rows, the most first.

        A row stands under each of its values; values without any are left out.
        """
        found = [
            (value, name, self.timeline & rows)
            for value, name, rows in self._conditions.values(field)
        ]
        found = [each for each in found if each[2]]
        return sorted(found, key=lambda each: (-len(each[2]), each[1], each[0]))

    def group_counts(self) -> list[tuple[Group, int, int]]:
        """Give the headings of the timeline: group, how many, place of the first."""
        found = []
        place = 0
        for group in self.library.groups:
            count = self.timeline.range_cardinality(group.start, group.stop)
            if count:
                found.append((group, count, place))
                place += count
        return found

    def histogram(self) -> list[tuple[int, int, int]]:
        """Give year, month and count of the events that a month or less can hold."""
        return [
            (int(group.year), int(group.key[5:]), count)
            for group, count, _ in self.group_counts()
            if _is_month(group.key)
        ]

    @property
    def wide(self) -> int:
        """How many events of the timeline are wider than a month."""
        return len(self.timeline) - sum(count for _, _, count in self.histogram())

    @property
    def today(self) -> date:
        """The day that periods count from."""
        return self._conditions.today

    def asking(self, query: Query) -> Selection:
        """Give what another query finds, on the same day and with the same marks."""
        return Selection(self.library, self._conditions.asking(query))

    def hint(self) -> tuple[Term, int] | None:
        """Give the term without which most would be found, and how many.

        None if no single term is to blame.
        """
        best: tuple[Term, int] | None = None
        for term in self.query.terms:
            found = len(self.asking(self.query.without(term)))
            if found > (best[1] if best else 0):
                best = term, found
        return best

    def _classes(self) -> tuple[BitMap, BitMap, BitMap]:
        return self.inside, self.underway, self.possible

    def _range(self, start: int, stop: int) -> list[int]:
        """Give the rows of a range of places in print order."""
        rows: list[int] = []
        for part in self._classes():
            size = len(part)
            if start < size and stop > 0:
                rows += part[max(start, 0) : min(stop, size)]
            start, stop = start - size, stop - size
        return rows


def _is_month(key: str) -> bool:
    """Whether the key of a group is that of a month."""
    return len(key) == _MONTH_KEY and "/" not in key and "Q" not in key
