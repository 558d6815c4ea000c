"""What each sort of date looks like in a lane, and which days it takes.

Every sign differs in shape, so that a lane reads without colour.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline_tui.model.date_extent import month_end

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.library.library import Group, Row

DAY, UNIT, SPAN, STRETCH = "day", "unit", "span", "stretch"
ABOUT_DAY, ABOUT_UNIT, ABOUT_SPAN = "about-day", "about-unit", "about-span"
COUNTED = "counted"
"""The sort of dates that are counted and not looked at."""
SIGNS = {
    DAY: "●",
    ABOUT_DAY: "○",
    UNIT: "◇",
    ABOUT_UNIT: "~",
    SPAN: "─",
    ABOUT_SPAN: "╌",
    STRETCH: "░",
}
"""The sign of a sort of date in the cell that holds it, or in the middle of several."""
SPREADS = {
    ABOUT_DAY: "~",
    UNIT: "┈",
    ABOUT_UNIT: "~",
    SPAN: "─",
    ABOUT_SPAN: "╌",
    STRETCH: "░",
    COUNTED: "┈",
}
"""What fills the cells of a date that is wider than one."""
LEGEND = (
    ("●", "day"),
    ("◇┈", "month or wider"),
    ("─", "lasting"),
    ("░▒", "once within"),
    ("○~╌", "about"),
    ("2–9+", "how many"),
)
"""The signs as the head explains them."""
_RANK = {
    COUNTED: 0,
    UNIT: 0,
    ABOUT_UNIT: 1,
    ABOUT_DAY: 1,
    STRETCH: 2,
    ABOUT_SPAN: 3,
    SPAN: 4,
}
_DAY_LENGTH = len("2022-02-26")
_FOREVER = (date.min.toordinal(), date.max.toordinal())
_DIGITS_END = 10


class Placed(NamedTuple):
    """A row in time: its first and last day, and the sort of its date."""

    row: int
    first: int
    last: int
    sort: str


def placed(row: Row) -> Placed:
    """Where a row stands; an open end is the end of the calendar."""
    first = date.fromisoformat(row.first).toordinal()
    last = first if row.last == row.first else date.fromisoformat(row.last).toordinal()
    return Placed(row.row, first, last, sort_of(row))


def sort_of(row: Row) -> str:
    """The sort of a row's date."""
    about = "a" in row.marks or "u" in row.marks
    if row.date.startswith("["):
        return STRETCH
    if "/" in row.date or row.date.startswith("{"):
        return ABOUT_SPAN if about else SPAN
    if len(row.place) == _DAY_LENGTH:
        return ABOUT_DAY if about else DAY
    return ABOUT_UNIT if about else UNIT


def stronger(one: str, other: str) -> str:
    """Which of two sorts fills a cell that both reach over."""
    return one if _RANK[one] >= _RANK[other] else other


def number_sign(count: int) -> str:
    """One character for how many fall in a cell."""
    return str(count) if count < _DIGITS_END else "+"


def spread_sign(sort: str, depth: int) -> str:
    """What fills a cell that so many dates reach over; more are darker."""
    if sort != STRETCH:
        return SPREADS[sort]
    return "░" if depth == 1 else "▒"


def days_of_group(group: Group) -> tuple[int, int]:
    """The first and the last day of what a group stands for; open ends as they are."""
    start, slash, stop = group.key.partition("/")
    low = _FOREVER[0] if start == ".." else _first_day(start)
    if not slash:
        return low, _last_day(start)
    return low, _FOREVER[1] if stop == ".." else _last_day(stop)


def is_open(group: Group) -> bool:
    """Whether a group has an open end."""
    return ".." in group.key


def _first_day(key: str) -> int:
    """The first day of a year, a quarter or a month."""
    year, _, part = key.partition("-")
    if part[:1] == "Q":
        return date(int(year), 3 * int(part[1:]) - 2, 1).toordinal()
    return date(int(year), int(part or 1), 1).toordinal()


def _last_day(key: str) -> int:
    """The last day of a year, a quarter or a month."""
    year, _, part = key.partition("-")
    month = 3 * int(part[1:]) if part[:1] == "Q" else int(part or 12)
    return month_end(int(year), month).toordinal()
