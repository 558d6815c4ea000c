"""What stands where in the query line: its chips, and how many events it tells of."""

from __future__ import annotations

from timeline_tui.render.cells import cell_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_tui.render.lines import Line

CHIP, COUNT, OFFER, ELSEWHERE = "chip", "count", "offer", ""
"""What a cell of the query line may belong to."""
DROP = "×"
"""What stands behind a chip."""
_CHIP = ("query-field", "query", "faint")
_PARTS = {"count": COUNT, "text": OFFER, "key": OFFER, "hint": OFFER}


def part_at(line: Line, x: int) -> tuple[str, int]:
    """Tell what a cell (from 0) of a query line belongs to, and to which chip.

    A chip is a run of the pieces of one term; the space between two is in neither.
    """
    chip, at, inside = -1, 0, False
    for text, role in _bare(line):
        if role in _CHIP and not inside:
            chip += 1
        inside = role in _CHIP
        at += cell_width(text)
        if x < at:
            if inside:
                return CHIP, chip
            return _PARTS.get(role, ELSEWHERE), 0
    return ELSEWHERE, 0


def _bare(line: Line) -> Iterable[tuple[str, str]]:
    return ((text, role.partition("/")[0]) for text, role in line)
