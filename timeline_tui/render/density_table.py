"""How many events each month has, a line a month, and why one has none."""

from __future__ import annotations

from datetime import date

from timeline_tui.render.density import Density
from timeline_tui.render.lane_signs import days_of_group
from timeline_tui.render.lines import fit, merged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_tui.library.library import Group
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.lines import Line, Span

_ALL_MONTHS = 130_000
"""More columns than there are months, so that the strip has one for each."""
_LABEL = len("2021-06..2021-09")
_PARTS = "▏▎▍▌▋▊▉█"
_WIDER = "░"


def density_table(selection: Selection, width: int) -> Iterator[Line]:
    """A line for each month and for each wider stretch, in the order of the list.

    Each has the months, how many events, and a bar; instead of it, months without any
    say why, neighbours that share the reason as one line. A bar of shades is a stretch
    wider than a month. Lines take exactly `width` cells.
    """
    strip = Density(selection, _ALL_MONTHS, widest=1)
    counts = selection.group_counts()
    numbers = max([len(f"{count:,}") for _, count, _ in counts], default=1)
    peak = max([count for _, count, _ in counts], default=0)
    room = max(width - _LABEL - numbers - 6, 1)
    told = 0
    for group, count, _ in counts:
        upto = _column(strip, group)
        months = strip.month_at(upto) == group.key
        yield from _empty(strip, told + 1, upto - months, (numbers, width))
        told = max(told, upto)
        bar = _bar(count, peak, room) if months else _shade(count, peak, room)
        role = "bar" if months else "faint"
        yield _line(group.key, f"{count:,}".rjust(numbers), (bar, role), width)
    yield from _empty(strip, told + 1, strip.cells, (numbers, width))


def _column(strip: Density, group: Group) -> int:
    """The column of the last month of a group; 0 where it is longer than a year."""
    if "/" in group.key:
        return 0
    return strip.column_of(date.fromordinal(days_of_group(group)[1]).isoformat())


def _empty(
    strip: Density, start: int, stop: int, sizes: tuple[int, int]
) -> Iterator[Line]:
    """The months from one column to another, which have no events of their own."""
    numbers, width = sizes
    while start <= stop:
        why = strip.why(start)
        end = start
        while end < stop and strip.why(end + 1) == why:
            end += 1
        first, last = strip.month_at(start), strip.month_at(end)
        label = first if start == end else f"{first}..{last}"
        yield _line(label, "0".rjust(numbers), (why, "muted"), width)
        start = end + 1


def _line(label: str, number: str, bar: Span, width: int) -> Line:
    spans = [(f" {label.ljust(_LABEL)}  ", "date"), (number, "count")]
    return fit(merged([*spans, ("  ", "space"), bar]), width)


def _bar(count: int, peak: int, room: int) -> str:
    """A bar in eighths of a cell; one event shows."""
    eighths = max(count * room * 8 // peak, 1)
    whole, part = divmod(eighths, 8)
    return "█" * whole + (_PARTS[part - 1] if part else "")


def _shade(count: int, peak: int, room: int) -> str:
    return _WIDER * max(round(count * room / peak), 1)
