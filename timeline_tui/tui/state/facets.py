"""The filter drawer: every value of every facet with its count, and a place in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.model.frozen import dataclass
from timeline_tui.query.fold import fold
from timeline_tui.tui.state.typed import NOTHING, Typed

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from timeline_tui.library.selection import Selection
    from timeline_tui.query.terms import Query

FIELDS = (
    "actor",
    "theme",
    "source",
    "by",
    "stance",
    "kind",
    "importance",
    "side",
    "place",
)
"""The facets of the drawer, in order."""
SHORT = 6
"""So many values of a facet are listed until it is opened."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One line of the drawer: a facet's heading, one of its values, or the rest."""

    field: str
    value: str = ""
    """The id of a value; empty on a heading and on the line of the rest."""
    name: str = ""
    count: int = 0
    """Events with the value; values in a heading; values that the rest holds."""
    tick: str = ""
    """`+` when the query asks for it, `-` when it excludes it."""
    part: str = "value"
    """`heading`, `value` or `rest`."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """The drawer as it stands open."""

    at: int = 0
    """The line of the cursor."""
    sought: Typed = NOTHING
    """What the values are narrowed to: words that their names hold."""
    typing: bool = False
    """Whether keys go to the search inside."""
    opened: frozenset[str] = frozenset()
    """Facets that list every value."""

    def moved(self, by: int, count: int) -> Drawer:
        """Return the drawer with its cursor further on, within `count` lines."""
        return self.pointing(self.at + by, count)

    def pointing(self, at: int, count: int) -> Drawer:
        """Return the drawer with its cursor on a line, within `count` lines."""
        return replace(self, at=max(0, min(at, count - 1)))

    def seeking(self, sought: Typed) -> Drawer:
        """Return the drawer narrowed to other words, on the first value of the top."""
        return replace(self, sought=sought, at=1 if sought.text else 0)

    def opening(self, field: str) -> Drawer:
        """Return the drawer with every value of a facet listed, or only the first."""
        return replace(self, opened=self.opened ^ {field})


def facet_lines(selection: Selection, query: Query, drawer: Drawer) -> list[Facet]:
    """Return every line of the drawer.

    Counts follow the filter; values that the query names are listed whatever their
    count. Facets without values are left out.
    """
    words = fold(drawer.sought.text).split()
    lines: list[Facet] = []
    for field in FIELDS:
        ticks = _ticks(query, field)
        values = [
            Facet(field, value, name, count, ticks.get(value, ""))
            for value, name, count in selection.counts(field)
            if count or value in ticks
        ]
        values += _unlisted(field, ticks, {facet.value for facet in values})
        if words:
            values = [v for v in values if _holds(v, words)]
        if values:
            lines.append(Facet(field, count=len(values), part="heading"))
            lines += values if words else _listed(values, field in drawer.opened)
    return lines


def next_heading(lines: list[Facet], at: int, step: int) -> int:
    """Return the line of the next (1) or previous (-1) facet's heading."""
    at += step
    while 0 <= at < len(lines) and lines[at].part != "heading":
        at += step
    return max(0, min(at, len(lines) - 1))


def _ticks(query: Query, field: str) -> dict[str, str]:
    """Return the values that the query names, each with `+` or `-`."""
    return {
        value: "-" if term.negated else "+"
        for term in query.terms
        if term.field == field
        for value in term.values
    }


def _unlisted(
    field: str, ticks: dict[str, str], listed: Container[str]
) -> Iterator[Facet]:
    for value, tick in ticks.items():
        if value not in listed:
            yield Facet(field, value, value, 0, tick)


def _holds(facet: Facet, words: list[str]) -> bool:
    """Tell whether each word starts a word of the value's name or id."""
    told = " " + fold(f"{facet.name} {facet.value}")
    return all(f" {word}" in told for word in words)


def _listed(values: list[Facet], whole: bool) -> Iterator[Facet]:  # noqa: FBT001
    """Yield the values, ticked ones first; the rest as one line unless `whole`."""
    ticked = [value for value in values if value.tick]
    others = [value for value in values if not value.tick]
    room = max(SHORT - len(ticked), 0)
    yield from ticked
    if whole or len(others) <= room + 1:
        yield from others
        if whole and len(values) > SHORT + 1:
            yield Facet(values[0].field, name="fewer", part="rest")
    else:
        yield from others[:room]
        rest = len(others) - room
        yield Facet(values[0].field, name="more", count=rest, part="rest")
