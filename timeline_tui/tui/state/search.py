"""What was searched for: hits are counted and gone to, and nothing is hidden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_tui.library.selection import Selection
    from timeline_tui.query.terms import Query

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
        return cls(text, words, select(type(shown)((*shown.terms, *words.terms))))

    def again(self, shown: Query, select: Select) -> Search:
        """Return the same search among the events of another query."""
        return Search.within(shown, self.text, self.query, select)

    @property
    def count(self) -> int:
        """How many hits there are."""
        return len(self.hits.timeline)

    def number(self, row: int) -> int:
        """Return which hit a row of the library is, from 1; 0 when it is none."""
        return self.hits.rank(row) + 1 if row >= 0 and row in self.hits.timeline else 0

    def next_from(self, row: int, step: int, *, here: bool) -> int:
        """Return the row of the next (1) or previous (-1) hit, round the ends.

        With `here`, the row itself counts if it is a hit; `NO_ROW` without any hit.
        """
        if not self.count:
            return NO_ROW
        before = self.hits.rank(row) if row >= 0 else 0
        is_hit = self.number(row) > 0
        if is_hit and here:
            return row
        place = before + is_hit if step > 0 else before - 1
        return self.hits.at(place % self.count)
