"""Stretches of months without an event: how long, between which events, and why."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from timeline_tui.render.density import (
    covered_months,
    is_month,
    month_number,
    month_text,
    period_words,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.library.selection import Selection

_YEAR = 12


class Gap(NamedTuple):
    """Whole months between two events that stand in a month."""

    first: int
    """Its first month, counted from January of year 0."""
    last: int
    before: int
    """The place in the timeline of the last event before it."""
    after: int
    """The place of the first event after it."""


def gaps(selection: Selection) -> list[Gap]:
    """Give the gaps of a timeline, in order; events wider than a month fill none."""
    months = [
        (month_number(group.key), first, first + count - 1)
        for group, count, first in selection.group_counts()
        if is_month(group.key)
    ]
    return [
        Gap(month + 1, later - 1, last, first)
        for (month, _, last), (later, first, _) in pairwise(months)
        if later - month > 1
    ]


def gap_words(gap: Gap, selection: Selection) -> str:
    """How long a gap is and why: "1 month empty, none recorded: May 2021"."""
    period = month_text(gap.first)
    if gap.last > gap.first:
        period += f"..{month_text(gap.last)}"
    count = gap.last - gap.first + 1
    length = "1 month" if count == 1 else f"{count:,} months"
    if count >= 2 * _YEAR:
        length = f"{count / _YEAR:.1f} years".replace(".0 ", " ")
    return f"{length} empty, {_why(gap, selection)}: {period_words(period)}"


def _why(gap: Gap, selection: Selection) -> str:
    """Why: hidden by the filter, outside the coverage, or none recorded."""
    library = selection.library
    hidden = sum(
        group.stop - group.start
        for group in library.groups
        if is_month(group.key) and gap.first <= month_number(group.key) <= gap.last
    )
    if hidden:
        return f"{hidden:,} hidden by your filter"
    covered = covered_months(library.coverage)
    if covered and (gap.last < covered[0] or gap.first > covered[-1]):
        return "outside the coverage"
    return "none recorded"
