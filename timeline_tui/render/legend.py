"""What the signs of a view mean, told above it."""

from __future__ import annotations

from timeline_tui.render.cells import cell_width
from timeline_tui.render.lines import fit, merged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_tui.render.lines import Line, Span

MOST = 2
"""So many lines are given to it; signs that do not fit are explained in the help."""
_GAP = "   "


def legend_lines(signs: Iterable[tuple[str, str, str]], width: int) -> list[Line]:
    """Signs, their roles and their words, in one line or two of `width` cells."""
    lines: list[list[Span]] = [[]]
    left = width - 1
    for sign, role, words in signs:
        cells = cell_width(sign) + 1 + cell_width(words)
        gap = len(_GAP) if lines[-1] else 0
        if gap + cells > left:
            if len(lines) == MOST or not lines[-1]:
                break
            lines.append([])
            left, gap = width - 1, 0
        lines[-1] += [(_GAP[:gap], "space"), (sign, role), (f" {words}", "muted")]
        left -= gap + cells
    return [fit(((" ", "space"), *merged(spans)), width) for spans in lines]
