"""The filter drawer: a heading a field, and a line a value with its tick and count."""

from __future__ import annotations

from typing import Protocol

from timeline_tui.render.cells import cell_width, cut, shown
from timeline_tui.render.lines import fit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.render.lines import Line

HEADINGS = {
    "actor": "Actors",
    "theme": "Themes",
    "source": "Sources",
    "by": "Speakers",
    "stance": "Stances",
    "kind": "Kinds",
    "importance": "Importance",
    "side": "Sides",
    "place": "Places",
}
"""What the drawer calls each field."""
TICKS = {"": "[ ]", "+": "[+]", "-": "[−]"}
"""How a value stands in the query: not named, asked for, excluded."""
_TICK_ROLES = {"": "faint", "+": "key", "-": "warning"}


class FacetRow(Protocol):
    """One line of the drawer; `part` is "heading", "value" or "rest".

    `tick` is "+" where the query asks for the value, "-" where it excludes it. `count`
    is of events with the value, of values in a heading, of values that the rest holds.
    """

    @property
    def field(self) -> str:
        """The field of the query."""
        ...

    @property
    def value(self) -> str:
        """The id of the value."""
        ...

    @property
    def name(self) -> str:
        """What the value is called."""
        ...

    @property
    def count(self) -> int:
        """How many there are."""
        ...

    @property
    def tick(self) -> str:
        """How the value stands in the query."""
        ...

    @property
    def part(self) -> str:
        """What sort of line it is."""
        ...


def facet_lines(rows: Sequence[FacetRow], width: int) -> list[Line]:
    """A line for each row, counts aligned; each exactly `width` cells."""
    digits = max([len(f"{row.count:,}") for row in rows], default=1)
    return [facet_line(row, width, digits=digits) for row in rows]


def facet_line(row: FacetRow, width: int, *, digits: int = 3) -> Line:
    """A row in exactly `width` cells, its count right-aligned in `digits` cells."""
    number = f"{row.count:,}"
    if row.part == "heading":
        title = HEADINGS.get(row.field, shown(row.field))
        rule = "─" * max(width - cell_width(title) - len(number) - 6, 0)
        return fit(
            (
                (" ", "space"),
                (title, "heading"),
                ("  ", "space"),
                (rule, "rule"),
                ("  ", "space"),
                (number, "count"),
                (" ", "space"),
            ),
            width,
        )
    if row.part == "rest":
        words = f"… {number} {row.name}" if row.count else f"… {row.name}"
        return fit((("     ", "space"), (shown(words), "hint")), width)
    room = max(width - 7 - digits, 0)
    return fit(
        (
            (" ", "space"),
            (TICKS[row.tick], _TICK_ROLES[row.tick]),
            (" ", "space"),
            (number.rjust(digits), "count"),
            (" ", "space"),
            (cut(shown(row.name), room), "text" if row.count else "faint"),
        ),
        width,
    )
