"""Prints small tables: tab-separated into a pipe, aligned on a terminal."""

from __future__ import annotations

from timeline_tui.cli.printing import Printing
from timeline_tui.render.cells import cell_width, shown
from timeline_tui.render.safe import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command

_GAP = "  "


def print_columns(
    rows: Sequence[Sequence[str]],
    command: Command,
    outside: Outside,
    *,
    right: Sequence[int] = (),
) -> None:
    """Print the rows, each cell on one line and harmless to a terminal.

    Args:
        rows: Rows of one length.
        command: The command line, for the pager.
        outside: Where to print.
        right: The columns, from 0, that are aligned on the right.
    """
    if outside.size is None:
        for row in rows:
            outside.out.write("\t".join([safe(cell) for cell in row]) + "\n")
        return
    safe_rows = [[shown(cell) for cell in row] for row in rows]
    widths = [max(map(cell_width, column)) for column in zip(*safe_rows, strict=True)]
    with Printing(command, outside) as out:
        for row in safe_rows:
            cells = [
                _aligned(cell, width, at_right=index in right)
                for index, (cell, width) in enumerate(zip(row, widths, strict=True))
            ]
            out.write(_GAP.join(cells).rstrip() + "\n")


def _aligned(cell: str, width: int, *, at_right: bool) -> str:
    blanks = " " * (width - cell_width(cell))
    return blanks + cell if at_right else cell + blanks
