"""Where a range of days stands in a list, and how far a unit moves its ends."""

from __future__ import annotations

from datetime import date

from timeline_tui.model.date_extent import DAY, month_end

DAY_RANK, SPAN_RANK, MONTH_RANK, QUARTER_RANK, YEAR_RANK, YEARS_RANK = range(6)
_UNIT_MONTHS = {
    "month": 1,
    "season": 3,
    "quarter": 3,
    "third": 4,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}


def smallest(first: date, last: date) -> tuple[str, date, int]:
    """Give name, last day and rank of the smallest container of a range."""
    year = f"{last.year:04}"
    if first.year != last.year:
        return f"{first.year:04}/{year}", date(last.year, 12, 31), YEARS_RANK
    quarter = (last.month + 2) // 3
    if first == last:
        return last.isoformat(), last, DAY_RANK
    if first.month == last.month:
        end = month_end(last.year, last.month)
        return f"{year}-{last.month:02}", end, MONTH_RANK
    if (first.month + 2) // 3 == quarter:
        return f"{year}-Q{quarter}", month_end(last.year, 3 * quarter), QUARTER_RANK
    return year, date(last.year, 12, 31), YEAR_RANK


def earlier(day: date, unit: str) -> date:
    """Move the first day of a range back by a unit."""
    if unit == "day":
        return day if day == date.min else day - DAY
    months = day.year * 12 + day.month - 1 - _UNIT_MONTHS[unit]
    year = months // 12
    return date(year, months % 12 + 1, 1) if year >= date.min.year else date.min


def later(day: date, unit: str) -> date:
    """Move the last day of a range on by a unit."""
    if unit == "day":
        return day if day == date.max else day + DAY
    months = day.year * 12 + day.month - 1 + _UNIT_MONTHS[unit]
    year = months // 12
    return month_end(year, months % 12 + 1) if year <= date.max.year else date.max
