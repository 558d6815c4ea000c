"""The days that a year, a month and a day, as EDTF spells them, may stand for.

A component may hold `X` for any digit (`2022-02-2X`, `202X`), and the place of the
month may hold a season, a quarter, a third or a half of the year (ISO 8601-2:2019, 4.8;
Library of Congress EDTF specification, levels 1 and 2).
"""

from __future__ import annotations

from datetime import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Range = tuple[date, date]
    Extent = tuple[tuple[Range, ...], str, str]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Code: unit, first month, last month; month 14 is February of the next year. The
# standard gives seasons no months: ours are the meteorological ones of the north.
GROUPS = {
    "21": ("season", 3, 5),
    "22": ("season", 6, 8),
    "23": ("season", 9, 11),
    "24": ("season", 12, 14),
    "33": ("quarter", 1, 3),
    "34": ("quarter", 4, 6),
    "35": ("quarter", 7, 9),
    "36": ("quarter", 10, 12),
    "37": ("third", 1, 4),
    "38": ("third", 5, 8),
    "39": ("third", 9, 12),
    "40": ("half", 1, 6),
    "41": ("half", 7, 12),
}
YEAR_UNITS = ("year", "decade", "century")
UNKNOWN = ("", "XX")
DAYS_IN = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAY = timedelta(1)
_LAST_YEAR = date.max.year
_MONTH_ADVICE = (
    "write a month 01–12, a season 21–24, a quarter 33–36, a third 37–39 "
    "or a half 40–41"
)


def fitting(mask: str, low: int, high: int) -> list[int]:
    """Give the numbers from `low` to `high` whose two digits fit a mask like `1X`."""
    if "X" not in mask:
        number = int(mask)
        return [number] if low <= number <= high else []
    tens, ones = mask[0], mask[1]
    return [
        number
        for number in range(low, high + 1)
        if tens in ("X", str(number // 10)) and ones in ("X", str(number % 10))
    ]


def month_length(year: int, month: int) -> int:
    """Give the number of days of a month of the proleptic Gregorian calendar."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else DAYS_IN[month - 1]  # noqa: PLR2004 - February


def month_end(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, month_length(year, month))


class ImpossibleError(Exception):
    """A date of the right form that no calendar holds."""

    def __init__(self, part: int, reason: str, advice: str) -> None:
        """Take the part at fault: 0 the year, 1 the month, 2 the day."""
        self.part = part
        self.reason = reason
        self.advice = advice
        super().__init__(reason)


def extent(year: str, month: str, day: str) -> Extent:
    """Give the runs of days, the unit and the precision of a date as spelled."""
    low = max(int(year.replace("X", "0")), 1)
    high = int(year.replace("X", "9"))
    if not high:
        raise ImpossibleError(0, "there is no year 0000", "write a year 0001–9999")
    if month in GROUPS:
        return _group_extent(year, month, day)
    if month in UNKNOWN and day in UNKNOWN:
        unit = YEAR_UNITS[year.count("X")]
        return ((date(low, 1, 1), date(high, 12, 31)),), unit, unit
    months = _months(year, month)
    if day in UNKNOWN:
        if low < high:
            hull = (date(low, months[0], 1), month_end(high, months[-1]))
            return (hull,), "month", "one-of"
        spans = [(date(low, m, 1), month_end(low, m)) for m in months]
        return merged(spans), "month", "month" if len(months) == 1 else "one-of"
    return _day_extent((low, high), months, (year, month, day))


def _group_extent(year: str, month: str, day: str) -> Extent:
    """Give the extent of a season, quarter, third or half."""
    unit, start, end = GROUPS[month]
    if day:
        raise ImpossibleError(2, f"a {unit} has no days", f"write {year}-{month}")
    low = max(int(year.replace("X", "0")), 1)
    high = int(year.replace("X", "9")) + (end - 1) // 12
    if high > _LAST_YEAR:
        advice = "write 9999-12"
        raise ImpossibleError(1, "the winter of 9999 ends after 9999-12-31", advice)
    hull = (date(low, start, 1), month_end(high, (end - 1) % 12 + 1))
    return (hull,), unit, "one-of" if "X" in year else unit


def _months(year: str, month: str) -> list[int]:
    """Give the months that a month or a mask of months stands for, at least one."""
    months = fitting(month, 1, 12)
    if months:
        return months
    if month == "00":
        advice = f"write {year} if the month is not known"
        raise ImpossibleError(1, "there is no month 00", advice)
    if "X" in month:
        low, high = month.replace("X", "0"), month.replace("X", "9")
        advice = f"write {year}, or mask the month as 0X or 1X"
        raise ImpossibleError(1, f"there is no month {low}–{high}", advice)
    if "25" <= month <= "32":
        reason = f"{month} is a season of one hemisphere"
        raise ImpossibleError(1, reason, "write a season 21–24, or the months")
    raise ImpossibleError(1, f"there is no month {month}", _MONTH_ADVICE)


def _day_extent(
    years: tuple[int, int], months: list[int], spelled: tuple[str, str, str]
) -> Extent:
    """Give the extent of one day, or of a mask that leaves several."""
    low, high = years
    numbers = fitting(spelled[2], 1, 31)
    if low == high and len(months) == len(numbers) == 1:
        if numbers[0] > month_length(low, months[0]):
            raise _no_day(years, months, spelled)
        day = date(low, months[0], numbers[0])
        return ((day, day),), "day", "day"
    days = _days(range(low, high + 1), months, numbers)
    if low < high:
        # Any year of a decade may hold the day, so the range is one; its ends are
        # looked for, as 29 February is not in every year.
        first = next(days, None)
        back = _days(range(high, low - 1, -1), months[::-1], numbers[::-1])
        last = next(back, None)
        if first is None or last is None:
            raise _no_day(years, months, spelled)
        return ((first, last),), "day", "one-of"
    runs = merged((day, day) for day in days)
    if not runs:
        raise _no_day(years, months, spelled)
    if runs[0][0] == runs[-1][1]:
        return runs, "day", "day"
    return runs, "day", "days" if len(months) == 1 else "one-of"


def _days(
    years: Iterable[int], months: list[int], numbers: list[int]
) -> Iterator[date]:
    """Give the days that have these years, months and numbers, in their order."""
    return (
        date(year, month, number)
        for year in years
        for month in months
        for number in numbers
        if number <= month_length(year, month)
    )


def _no_day(
    years: tuple[int, int], months: list[int], spelled: tuple[str, str, str]
) -> ImpossibleError:
    """Say why a month holds no such day, and which forms come nearest."""
    year, month, day = spelled
    if day == "00":
        advice = f"write {year}-{month} if the day is not known"
        return ImpossibleError(2, "there is no day 00", advice)
    if len(months) == 1 and years[0] == years[1]:
        length = month_length(years[0], months[0])
        reason = f"{MONTHS[months[0] - 1]} {year} has {length} days"
        advice = f"write {year}-{month}-{length} or {year}-{month}"
        return ImpossibleError(2, reason, advice)
    reason = f"no month {month} of {year} has a day {day}"
    return ImpossibleError(2, reason, f"write {year}-{month}")


def merged(ranges: Iterable[Range], *, touching: bool = True) -> tuple[Range, ...]:
    """Unite ranges that overlap, and with `touching` those without a gap; in order."""
    whole: list[Range] = []
    for first, last in sorted(ranges):
        if whole:
            start, end = whole[-1]
            reach = end + DAY if touching and end < date.max else end
            if first <= reach:
                whole[-1] = (start, max(end, last))
                continue
        whole.append((first, last))
    return tuple(whole)
