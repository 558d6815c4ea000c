"""What is looked for within a document or a comparison, and where it was found."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.model.frozen import dataclass
from timeline_tui.query.fold import spans
from timeline_tui.tui.state.places import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_tui.query.terms import Query


class Hit(NamedTuple):
    """Where a text holds what is looked for.

    `part` is the paragraph or the account, from 0; `start` and `stop` are code points
    of it.
    """

    part: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in what is read."""

    text: str
    """What was typed."""
    query: Query
    """The same as words and phrases."""
    hits: tuple[Hit, ...]
    at: int = NOWHERE
    """The hit that one is at, from 0."""

    @property
    def hit(self) -> Hit | None:
        """The hit that one is at."""
        return self.hits[self.at] if self.at != NOWHERE else None

    def first_from(self, part: int, start: int) -> Sought:
        """Return it at the first hit from a place on, round the end."""
        if not self.hits:
            return self
        after = bisect_left(self.hits, (part, start, 0))
        return replace(self, at=after % len(self.hits))

    def turned(self, step: int) -> Sought:
        """Return it at the next (1) or previous (-1) hit, round the ends."""
        if not self.hits:
            return self
        return replace(self, at=(self.at + step) % len(self.hits))


def look_in(texts: Iterable[str], query: Query) -> tuple[Hit, ...]:
    """Return where texts stand that hold every term of a query, in order."""
    hits: list[Hit] = []
    for part, text in enumerate(texts):
        found = [
            spans(text, term.values, phrase=term.field == "phrase")
            for term in query.terms
        ]
        if found and all(found):
            places = sorted({place for each in found for place in each})
            hits += [Hit(part, *place) for place in places]
    return tuple(hits)
