"""Reads one date of the EDTF profile: 2022, 2022-09, 2022-35, 2022-02-2X, 2022-~09-14.

The grammar is that of the Library of Congress EDTF specification of 4 February 2019
(levels 0 to 2 of ISO 8601-2:2019), cut down to four digits for a year, of which the
last one or two may be `X`; months, quarters, seasons, thirds and halves; days; and one
of `? ~ %` before or after each of them.
"""

from __future__ import annotations

import re

from timeline_tui.errors import DateError
from timeline_tui.model.date_extent import ImpossibleError, extent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    Range = tuple[date, date]

_PART = "([?~%%]?)(%s)([?~%%]?)"
_POINT = re.compile(
    _PART % "[0-9]{4}|[0-9]{3}X|[0-9]{2}XX"
    + "(?:-"
    + _PART % "[0-9X]{2}"
    + "(?:-"
    + _PART % "[0-9X]{2}"
    + ")?)?"
)


class UnreadableError(DateError):
    """A stretch of a text that does not have the form of a date.

    Attributes:
        start: where the stretch begins in `text`, from 0.
        stop: where it ends, exclusive.
    """

    def __init__(self, text: str, start: int, stop: int) -> None:
        super().__init__(text, start + 1, "not a date")
        self.start = start
        self.stop = stop


class Point:
    """One date, of whatever precision, with the days that it may stand for.

    Attributes:
        year: four characters, the last one or two may be `X`.
        month: two characters (01–12, a code of `GROUPS`, a mask with `X`), or "".
        day: two characters, or "".
        approximate: some component carries `~` or `%`.
        uncertain: some component carries `?` or `%`.
        runs: the runs of days that it may stand for, disjoint, in order.
        first: the earliest of these days.
        last: the latest of these days.
        unit: what `~` widens by: day, month, season, quarter, third, half, year,
            decade or century.
        precision: the unit; `days` for several days of one month; `one-of` for
            several months, or for days or months of several months or years.
    """

    __slots__ = (
        "approximate",
        "day",
        "first",
        "last",
        "month",
        "precision",
        "runs",
        "uncertain",
        "unit",
        "year",
    )

    def __init__(self, spelled: tuple[str, str, str], marks: str) -> None:
        """Take year, month and day as spelled, and all their qualifiers.

        Raises:
            ImpossibleError: no day of the years 0001–9999 has this form.
        """
        self.year, self.month, self.day = spelled
        self.approximate = "~" in marks or "%" in marks
        self.uncertain = "?" in marks or "%" in marks
        self.runs, self.unit, self.precision = extent(*spelled)
        self.first = self.runs[0][0]
        self.last = self.runs[-1][1]

    @property
    def flagged(self) -> bool:
        """Whether any component carries a qualifier."""
        return self.approximate or self.uncertain


def read_point(text: str, start: int, stop: int) -> Point:
    """Read `text[start:stop]` as one date.

    Raises:
        UnreadableError: the stretch has not the form of a date.
        DateError: it has the form, but there is no such day, month or year.
    """
    match = _POINT.fullmatch(text, start, stop)
    if match is None:
        raise UnreadableError(text, start, stop)
    a, year, b, c, month, d, e, day, f = match.groups("")
    if (a and b) or (c and d) or (e and f):
        group = 3 if a and b else 6 if c and d else 9
        raise DateError(
            text,
            match.start(group) + 1,
            "a year, month or day carries one qualifier",
            "write % for both ? and ~",
        )
    try:
        return Point((year, month, day), a + b + c + d + e + f)
    except ImpossibleError as fault:
        column = match.start(3 * fault.part + 2) + 1
        raise DateError(text, column, fault.reason, fault.advice) from None
