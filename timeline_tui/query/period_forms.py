"""The forms of period expressions: ranges, quarters, seasons, weeks, days from today.

A form that names a part of the calendar is given as its EDTF string, so that there
is one calculation of what a quarter or a winter is.
"""

from __future__ import annotations

from datetime import date, timedelta

from timeline_tui.errors import DateError
from timeline_tui.model.date_extent import DAY, month_end
from timeline_tui.query.date_signs import is_edtf_like, is_year

TYPE_CHECKING = False
if TYPE_CHECKING:
    Range = tuple[date, date]
    Side = tuple[int, int] | None

_PARTS = {
    "spring": "21",
    "summer": "22",
    "autumn": "23",
    "fall": "23",
    "winter": "24",
    "q1": "33",
    "q2": "34",
    "q3": "35",
    "q4": "36",
    "first quarter": "33",
    "second quarter": "34",
    "third quarter": "35",
    "fourth quarter": "36",
    "last quarter": "36",
    "early": "37",
    "mid": "38",
    "late": "39",
    "h1": "40",
    "h2": "41",
    "first half": "40",
    "second half": "41",
    "last half": "41",
}
"""What may stand with a year, as EDTF numbers it."""
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_YEAR_LENGTH = 4
_WEEK = timedelta(7)


def range_sides(text: str) -> tuple[Side, Side] | None:
    """Where the two sides of a range stand in `text`; `None` if it is no range.

    EDTF intervals and sets are left alone: they are read as EDTF.
    """
    low = text.lower()
    start, stop = len(text) - len(text.lstrip()), len(text)
    if low.startswith("from ", start) and " to " in low[start:]:
        cut = low.index(" to ", start)
        return (start + len("from "), cut), (cut + len(" to "), stop)
    if low.startswith("since ", start):
        return (start + len("since "), stop), None
    if low.startswith("until ", start):
        return None, (start + len("until "), stop)
    sign = "/" if "/" in text else ".."
    if sign not in text:
        return None
    if is_edtf_like(text.strip()) and (sign == "/" or text[start] in "[{"):
        return None
    cut = text.index(sign)
    return _unless_open(text, 0, cut), _unless_open(text, cut + len(sign), stop)


def _unless_open(text: str, start: int, stop: int) -> Side:
    return None if text[start:stop].strip() in ("", "..") else (start, stop)


def form_words(text: str) -> list[str]:
    """Split a form into lower-case words: `2022-Q3`, `Q3 of 2022` and `2022Q3` alike.

    Commas, hyphens and "of" say nothing here; a text of nothing else is one word.
    """
    words = text.lower().replace("-", " ").replace(",", " ").split()
    if len(words) == 1 and is_year(text[:_YEAR_LENGTH]):
        year, rest = text[:_YEAR_LENGTH], words[0][_YEAR_LENGTH:]
        words = [year, rest] if rest[:1] in ("q", "h", "w") else words
    return [word for word in words if word != "of"] or [text]


def edtf_form(words: list[str]) -> str:
    """Give the EDTF string of a part of a year or of a decade; "" for other forms."""
    if len(words) == 1:
        word = words[0]
        return f"{word[:3]}X" if word[3:] == "0s" and word[:3].isdecimal() else ""
    for year, rest in ((words[-1], words[:-1]), (words[0], words[1:])):
        part = _PARTS.get(" ".join(rest), "")
        if part and is_year(year):
            return f"{year}-{part}"
    return ""


def days_form(words: list[str], today: date) -> Range | None:
    """Give the days of a week by number, or of a form that counts from `today`.

    `3 months ago` is the day with today's number three months back, or the month's
    last day where it has no such number. Weeks begin on Monday.

    Raises:
        DateError: there is no such week, or no such day; the text is left to the
            caller.
    """
    if is_year(words[0]) and words[1:2] and words[1][0] == "w":
        return _week(words[0], words[1][1:], words[2:])
    if words in (["today"], ["yesterday"]):
        day = today - DAY * (words == ["yesterday"])
        return day, day
    match words:
        case ["this", unit]:
            return _around(unit, today)
        case ["last", unit]:
            this = _around(unit, today)
            return _around(unit, this[0] - DAY) if this else None
        case [number, unit, "ago"] if number.isdecimal():
            back = _back(today, number, unit.removesuffix("s"))
            return (back, back) if back else None
    return None


def third_of_month(part: str, month: Range) -> Range:
    """Narrow a month to its early (1–10), mid (11–20) or late (21 to the end) days."""
    first, last = month
    start = {"early": 1, "mid": 11, "late": 21}[part]
    end = last.day if part == "late" else start + 9
    return first.replace(day=start), first.replace(day=end)


def _week(year: str, number: str, rest: list[str]) -> Range | None:
    day = "".join(rest) or "1"
    if not (len(number) == len("38") and (number + day).isdecimal()):
        return None
    try:
        first = date.fromisocalendar(int(year), int(number), int(day))
        return first, first if rest else first + 6 * DAY
    except (ValueError, OverflowError):
        reason = f"{year} has no such day of a week" if rest else "no such week"
        if int(number) == 53:  # noqa: PLR2004 - the week that not every year has
            reason = f"{year} has 52 weeks"
        raise DateError("", 1, reason) from None


def _around(unit: str, day: date) -> Range | None:
    """The week, month, quarter or year that holds `day`."""
    if unit == "week":
        monday = day - DAY * day.weekday()
        return monday, monday + 6 * DAY
    if unit not in _MONTHS:
        return None
    length = _MONTHS[unit]
    start = (day.month - 1) // length * length + 1
    return date(day.year, start, 1), month_end(day.year, start + length - 1)


def _back(day: date, number: str, unit: str) -> date | None:
    """`day` so many units earlier; `None` if it is no unit."""
    try:
        if unit in ("day", "week"):
            return day - int(number) * (_WEEK if unit == "week" else DAY)
        if unit not in _MONTHS:
            return None
        months = day.year * 12 + day.month - 1 - int(number) * _MONTHS[unit]
        end = month_end(months // 12, months % 12 + 1)
        return end.replace(day=min(day.day, end.day))
    except (ValueError, OverflowError):
        raise DateError("", 1, "that is before the year 0001") from None
