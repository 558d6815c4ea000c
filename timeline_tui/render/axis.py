"""The axis of the lanes: years or months, and beneath them finer ticks."""

from __future__ import annotations

from datetime import date

from timeline_tui.render.lines import merged
from timeline_tui.render.rows import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.render.lines import Line, Span
    from timeline_tui.render.scale import Scale

_LAST = date.max.toordinal()
_DAYS_TOLD = (1, 5, 10, 15, 20, 25)
_EVERY = {"5 years": 10, "10 years": 50, "100 years": 500, "1000 years": 1000}
"""Where a cell is longer than a year, the years that have a label."""


def majors(scale: Scale) -> list[int]:
    """The cells at which a stretch with a label of its own begins."""
    return [cell for cell in range(scale.cells) if _begins(scale, cell)]


def axis_lines(scale: Scale) -> list[Line]:
    """The labels of the stretches and, beneath, of the cells; `cells` wide each."""
    upper: list[Span] = [(" ", "space")] * scale.cells
    starts = majors(scale)
    free = 0
    if scale.cells and 0 not in starts:
        label = _label(scale, 0)
        if min([*starts, scale.cells + 1]) > len(label):
            free = _put(upper, 0, label, "faint")
    for cell in starts:
        label = _label(scale, cell)
        if cell >= free and cell + len(label) <= scale.cells:
            free = _put(upper, cell, label, "year")
    lower: list[Span] = [(" ", "space")] * scale.cells
    free = 0
    for cell in range(scale.cells):
        tick = _tick(scale, cell)
        if tick and cell >= free and cell + len(tick) <= scale.cells:
            free = _put(lower, cell, tick, "muted") - (len(tick) == 1)
    return [merged(upper), merged(lower)]


def _put(line: list[Span], at: int, text: str, role: str) -> int:
    """Write a label; gives the first cell at which the next one may stand."""
    line[at : at + len(text)] = [(sign, role) for sign in text]
    return at + len(text) + 1


def _day(scale: Scale, cell: int) -> date:
    return date.fromordinal(min(scale.start(cell), _LAST))


def _begins(scale: Scale, cell: int) -> bool:
    """Whether a labelled stretch begins in a cell."""
    first, last = scale.days(cell)
    if first > _LAST or last < first:
        return False
    one, other = date.fromordinal(first), date.fromordinal(min(last, _LAST))
    if scale.name == "day":
        return one.day == 1
    every = _EVERY.get(scale.name, 1)
    if scale.name == "year":
        return one.year % 5 == 0
    # A week may begin in the year before the one that begins in it.
    return other.year // every != _before(first).year // every or first == 1


def _before(day: int) -> date:
    return date.fromordinal(max(day - 1, 1))


def _label(scale: Scale, cell: int) -> str:
    """The label of the stretch that a cell is in or begins."""
    day = _day(scale, cell)
    if scale.name == "day":
        return f"{MONTHS[day.month - 1]} {day.year:04}"
    if scale.name == "week":  # of the year that it ends in
        first, last = scale.days(cell)
        day = date.fromordinal(min(max(first, last), _LAST))
    return f"{day.year:04}"


def _tick(scale: Scale, cell: int) -> str:
    """What stands under a cell; nothing for most."""
    first, last = scale.days(cell)
    if first > _LAST or last < first:
        return ""
    one, other = date.fromordinal(first), date.fromordinal(min(last, _LAST))
    month = MONTHS[other.month - 1]
    ticks = {
        "day": str(one.day) if one.day in _DAYS_TOLD else "",
        "week": month if other.month != _before(first).month else "",
        "half month": month[0] if one.day == 1 else "",
        "month": month[0],
        "quarter": str((one.month + 2) // 3),
        "half year": str((one.month + 6) // 6),
        "year": f"’{one.year % 100:02}" if one.year % 5 else "",
    }
    return ticks.get(scale.name, "")
