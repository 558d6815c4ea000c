"""What a reader keeps about one store: marks, saved views, queries, the place left."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from timeline_tui.model.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

QUERIES_KEPT = 100
"""So many queries are remembered."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """One value; every method returns the next one."""

    marks: Mapping[str, str] = field(default_factory=dict)
    """The ids of marked events, each with its note; an empty one is none."""
    views: Mapping[str, str] = field(default_factory=dict)
    """The text of the query of each saved view, by its name."""
    queries: tuple[str, ...] = ()
    """The text of queries that were typed, the latest last, none of them twice."""
    left: str = ""
    """The id of the event that was read last."""

    def marking(self, event_id: str, note: str = "") -> Notebook:
        """Return it with an event marked, and a note on it."""
        return replace(self, marks={**self.marks, event_id: note})

    def unmarking(self, event_id: str) -> Notebook:
        """Return it without the mark of an event."""
        marks = {one: note for one, note in self.marks.items() if one != event_id}
        return replace(self, marks=marks)

    def saving(self, name: str, query: str) -> Notebook:
        """Return it with a view saved under a name, in place of any before."""
        return replace(self, views={**self.views, name: query})

    def forgetting(self, name: str) -> Notebook:
        """Return it without the view of that name."""
        views = {one: query for one, query in self.views.items() if one != name}
        return replace(self, views=views)

    def asked(self, query: str) -> Notebook:
        """Return it with a query remembered as the latest."""
        earlier = [one for one in self.queries if one != query]
        return replace(self, queries=(*earlier, query)[-QUERIES_KEPT:])

    def leaving(self, event_id: str) -> Notebook:
        """Return it with the event that was read last."""
        return replace(self, left=event_id)
