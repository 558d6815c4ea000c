"""What was searched for: hits are counted and gone to, and nothing is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.model.frozen import dataclass
from timeline_tui.query.terms import Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_tui.library.selection import Selection

    Select = Callable[[Query], Selection]

NO_ROW = -1


@dataclass(frozen=True, slots=True)
class Search:
    """What was searched for and the events among those shown that hold it."""

    text: str
    """What was typed."""
    query: Query
    """The same as words and phrases."""
    hits: Selection

    @classmethod
    def within(cls, shown: Query, text: str, words: Query, select: Select) -> Search:
        """Search the events of a query.

        Raises:
            QueryError: A query names something unknown.
        """
        return cls(text, words, select(Query((*shown.terms, *words.terms))))

    def again(self, shown: Query, select: Select) -> Search:
        """Return the same search among the events of another query."""
        return Search.within(shown, self.text, self.query, select)

    @property
    def count(self) -> int:
        """How many hits there are, those that only may fall in the dates too."""
        return len(self.hits)

    @property
    def folded(self) -> int:
        """How many of the hits only may fall in the dates asked for."""
        return len(self.hits.possible)

    def holds(self, row: int) -> bool:
        """Tell whether a row of the library is a hit."""
        return row in self.hits.timeline or row in self.hits.possible

    def number(self, row: int) -> int:
        """Return which hit a row of the library is, from 1; 0 when it is none."""
        if row < 0 or not self.holds(row):
            return 0
        if row in self.hits.timeline:
            return self.hits.rank(row) + 1
        return len(self.hits.timeline) + int(self.hits.possible.rank(row))

    def next_from(self, row: int, step: int, *, here: bool, folded: bool) -> int:
        """Return the row of the next (1) or previous (-1) hit, round the ends.

        `NO_ROW` without any hit.

        Args:
            row: Where to start.
            step: Which way to go.
            here: Whether the row itself counts if it is a hit.
            folded: Whether the row stands among those that may fall in the dates.
        """
        if not self.count:
            return NO_ROW
        number = self.number(row)
        if number and here:
            return row
        before = number - 1 if number else self._before(row, folded=folded)
        place = before + (number > 0) if step > 0 else before - 1
        return self._at(place % self.count)

    def _before(self, row: int, *, folded: bool) -> int:
        """Return how many hits stand before a row that is none, as the list goes."""
        if row < 0:
            return 0
        if folded:
            return len(self.hits.timeline) + int(self.hits.possible.rank(row))
        return self.hits.rank(row)

    def _at(self, place: int) -> int:
        certain = len(self.hits.timeline)
        if place < certain:
            return self.hits.at(place)
        return int(self.hits.possible[place - certain])
