"""The figures of a selection, sorted so that those which compete stand together."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_tui.library.selection import Selection
    from timeline_tui.model.dates import EdtfDate
    from timeline_tui.model.event import Figure

_INFINITE = float("inf")


class Entry(NamedTuple):
    """A figure, the event that it stands in, and what it competes with.

    Attributes:
        figure: The figure.
        row: The row of its event.
        when: Its period or the date that it is as of; else the date of its event.
        disputed: Whether another figure of the same measure and time differs.
        together: Whether one before it of the same measure is of an overlapping time.
    """

    figure: Figure
    row: int
    when: EdtfDate
    disputed: bool = False
    together: bool = False


def figure_rows(selection: Selection) -> list[int]:
    """The rows of a selection that have figures."""
    found = [rows for value, _, rows in selection.parted("is") if value == "figure"]
    return [int(row) for row in found[0]] if found else []


def entries_of(selection: Selection, rows: Iterable[int]) -> Iterator[Entry]:
    """The figures of some rows, in the order of the rows."""
    rows = list(rows)
    for row, event in zip(rows, selection.library.events(rows), strict=True):
        for figure in event.figures:
            yield Entry(figure, row, figure.period or figure.as_of or event.date)


def arranged(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by measure and time, each told whether it has a rival that differs."""
    found = sorted(entries, key=_order)
    out: list[Entry] = []
    for _, same in groupby(found, key=lambda entry: entry.figure.measure):
        out += _compared(list(same))
    return out


def differ(one: Figure, other: Figure) -> bool:
    """Whether two figures of one unit cannot both hold, as sharp as they are given."""
    if one.unit != other.unit:
        return False
    low, high = _limits(one)
    other_low, other_high = _limits(other)
    return low > other_high or high < other_low


def _compared(same: list[Entry]) -> list[Entry]:
    """The entries of one measure; each looks no further than times overlap."""
    disputed: set[int] = set()
    together: set[int] = set()
    for at, entry in enumerate(same):
        for later in range(at + 1, len(same)):
            if same[later].when.first > entry.when.last:
                break
            together.add(later)
            if differ(entry.figure, same[later].figure):
                disputed |= {at, later}
    return [
        entry._replace(disputed=at in disputed, together=at in together)
        for at, entry in enumerate(same)
    ]


def _order(entry: Entry) -> tuple[object, ...]:
    when = entry.when
    return entry.figure.measure, when.first, when.last, entry.row


def _limits(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure may stand for."""
    low = figure.value if figure.value is not None else figure.low
    high = figure.value if figure.value is not None else figure.high
    if low is None or figure.under:
        low = -_INFINITE
    if high is None or figure.over:
        high = _INFINITE
    return low, high
