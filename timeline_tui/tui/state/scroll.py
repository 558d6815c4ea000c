"""How far a pane scrolls for a line that must be seen."""

from __future__ import annotations

_NEAR = 2
"""A line at most so far out of sight is scrolled to, one farther off is jumped to."""


def scrolled(top: int, line: int, lead: int, height: int) -> int:
    """Return the first line to show, where `top` was shown first.

    Args:
        top: The line that is at the top.
        line: The line that must be seen.
        lead: How many lines before that one must be seen too.
        height: How many lines are seen.
    """
    above = top - (line - min(lead, height - 1))
    below = line - (top + height - 1)
    if max(above, below) > _NEAR:
        return line - height // 3
    if above > 0:
        return top - above
    return top + max(below, 0)


def held(top: int, count: int, height: int) -> int:
    """Return the first line to show of `count`, so that no room is left below."""
    return max(0, min(top, count - height))
