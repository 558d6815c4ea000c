"""Reads dates as other people's files have them, without making them any sharper.

What says which days is read, whatever its style; what may be two days, or depends on
the day it is read on, is refused.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from timeline_tui.errors import DateError
from timeline_tui.model.dates import parse
from timeline_tui.query.date_signs import is_edtf_like
from timeline_tui.query.period_forms import range_sides
from timeline_tui.query.periods import read_period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_tui.model.dates import EdtfDate

_TWO_DAYS = (date(1604, 2, 3), date(3199, 11, 29))  # "today" is one of them, and both
_CLOCK = r"[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?(?:\d\d)?)?"
_IN_ORDER = tuple(
    re.compile(form).fullmatch
    for form in (
        rf"(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d){_CLOCK}",
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
        r"(?P<y>\d{4})([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)",
        r"(?P<m>\d\d?)[-/.](?P<y>\d{4})",
        r"(?P<y>\d{4})/(?P<m>\d\d?)",
    )
)
"""Days and months in digits that can be read in one way only."""
_YEAR_LAST = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4})").fullmatch
_SERIAL = re.compile(r"[2-5]\d{4}(?:\.\d+)?").fullmatch  # 1954 to 2064
_ABOUT = re.compile(r"(?:c\.|ca\.|circa|about|around)\s*(?=\S)", re.IGNORECASE).match
_PARTS = (
    *range(21, 25),
    *range(33, 42),
)  # seasons, quarters, thirds and halves of a year
_MOST_MONTHS = 12
_SINGLE = ("interval", "one-of", "all-of")


@lru_cache(maxsize=1 << 16)
def read_date(text: str, end: str = "") -> EdtfDate:
    """Read a date, or a stretch of time that has its end in a column of its own.

    Raises:
        DateError: it is none, or may be two; with what would be one.
    """
    if not end:
        return _read(text)
    first, last = (_read(part) for part in (text, end))
    for side, typed in ((first, text), (last, end)):
        if side.precision in _SINGLE:
            raise DateError(typed, 1, "a stretch of time runs between two plain dates")
    if first == last:
        return first
    return _parsed(f"{first.text}/{last.text}", f"{text} – {end}")


def _read(text: str) -> EdtfDate:
    """Read what a text says.

    Raises:
        DateError: it says no days, or not which.
    """
    if not text:
        raise DateError(text, 1, "the date is missing")
    if digits := _digits(text):
        return _parsed(digits, text)
    if is_edtf_like(text):
        try:
            return parse(text)
        except DateError:
            pass
    if about := _ABOUT(text):
        return parse(f"{_read(text[about.end() :]).text}~")
    sides = range_sides(text)
    if sides:
        return _range(text, *sides)
    return _period(text)


def _parsed(edtf: str, typed: str) -> EdtfDate:
    """Read EDTF; a fault in it is one of what was typed."""
    try:
        return parse(edtf)
    except DateError as error:
        raise DateError(typed, 1, error.reason, error.advice) from None


def _digits(text: str) -> str:
    """Bring a day or a month in digits into the order of EDTF; empty for other forms.

    Raises:
        DateError: it may be two days, or is counted from a day that is not told.
    """
    for form in _IN_ORDER:
        if found := form(text):
            parts = found.groupdict()
            return "-".join([f"{parts[part]:0>2}" for part in "ymd" if part in parts])
    if _SERIAL(text):
        advice = "have the column written as dates, such as 2022-09-14"
        raise DateError(text, 1, "it may be a spreadsheet's number of a day", advice)
    last = _YEAR_LAST(text)
    if not last:
        return ""
    one, two, year = f"{last[1]:0>2}", f"{last[3]:0>2}", last[4]
    if last[2] == "." or int(one) > _MOST_MONTHS or one == two:
        return f"{year}-{two}-{one}"
    if int(two) > _MOST_MONTHS:
        return f"{year}-{one}-{two}"
    advice = f"write {year}-{two}-{one} or {year}-{one}-{two}"
    raise DateError(text, 1, "it may be two days", advice)


def _range(
    text: str, left: tuple[int, int] | None, right: tuple[int, int] | None
) -> EdtfDate:
    """Read a range: two dots for once within it, anything else for all of it."""
    first, last = (
        _read(text[side[0] : side[1]].strip()).text if side else ""
        for side in (left, right)
    )
    dots = ".." in text and "/" not in text
    written = f"[{first}..{last}]" if dots else f"{first or '..'}/{last or '..'}"
    return _parsed(written, text)


def _period(text: str) -> EdtfDate:
    """Read a period in words, by the name that EDTF has for its days.

    Days that have no name, such as a week's, are some day among them.
    """
    days, others = (read_period(text, today) for today in _TWO_DAYS)
    if days != others:
        advice = "write the date itself"
        raise DateError(text, 1, "it depends on the day it is read on", advice)
    for name in _names(days.first):
        date = parse(name)
        if date.widened == days.parts:
            return date
    return parse(f"[{days.first.isoformat()}..{days.last.isoformat()}]")


def _names(first: date) -> Iterator[str]:
    """Give the dates that may begin on a day."""
    year = f"{first.year:04}"
    yield first.isoformat()
    yield first.isoformat()[:-3]
    yield year
    yield f"{year[:3]}X"
    yield from (f"{year}-{part}" for part in _PARTS)
