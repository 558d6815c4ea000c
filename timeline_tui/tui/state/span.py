"""A stretch of days to look at: made wider, narrower, earlier, later by its unit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.errors import DateError
from timeline_tui.model.date_extent import month_end
from timeline_tui.query.periods import read_period
from timeline_tui.query.terms import Query, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

UNITS = (0, 1, 3, 12)
"""The stretches of the calendar, in months; 0 is a day."""
_YEAR = 12
_MONTHS = _YEAR * date.max.year
_ONE_DAY = timedelta(days=1)


class Span(NamedTuple):
    """Whole days, both ends included."""

    first: date
    last: date

    @classmethod
    def holding(cls, day: date, unit: int) -> Span:
        """Return the stretch of the calendar, one of `UNITS`, that a day is in."""
        return cls(day, day) if not unit else cls.of_months(_month(day), unit)

    @classmethod
    def of_months(cls, month: int, count: int) -> Span:
        """Return the aligned stretch of `count` months that a month is in.

        Months count from January of year 0.
        """
        start = month - month % count
        return cls(_first_day(start), _last_day(start + count - 1))

    @property
    def text(self) -> str:
        """The stretch as the value of a term of the query."""
        unit = self._unit()
        if unit is None and self._is_months():
            return f"{_iso_month(self.first)}..{_iso_month(self.last)}"
        if unit is None:
            return f"{self.first}..{self.last}"
        year = f"{self.first.year:04}"
        quarter = f"{year}-Q{(self.first.month + 2) // 3}"
        return (str(self.first), _iso_month(self.first), quarter, year)[
            UNITS.index(unit)
        ]

    def shifted(self, step: int) -> Span | None:
        """Return the next (1) or previous (-1) stretch; None where time ends."""
        try:
            if not self._is_months():
                length = self.last - self.first + _ONE_DAY
                return Span(self.first + step * length, self.last + step * length)
        except OverflowError:
            return None
        count = _month(self.last) - _month(self.first) + 1
        start = _month(self.first) + step * count
        if start < _YEAR or start + count > _MONTHS + _YEAR:
            return None
        return Span(_first_day(start), _last_day(start + count - 1))

    def wider(self) -> Span | None:
        """Return the smallest stretch of the calendar around it; None for all time."""
        for unit in UNITS[1:]:
            around = Span.holding(self.first, unit)
            if around.last >= self.last and around != self:
                return around
        return None

    def narrower(self, day: date) -> Span | None:
        """Return the widest stretch of the calendar within, at a day of it if it can.

        None when it is a single day.
        """
        day = min(max(day, self.first), self.last)
        for unit in reversed(UNITS):
            within = Span.holding(day, unit)
            if (
                within != self
                and self.first <= within.first <= within.last <= self.last
            ):
                return within
        return None

    def _unit(self) -> int | None:
        """Return which of `UNITS` it is; None when none of them."""
        fitting: Iterator[int] = (
            u for u in UNITS if Span.holding(self.first, u) == self
        )
        return next(fitting, None)

    def _is_months(self) -> bool:
        return self == Span(
            _first_day(_month(self.first)), _last_day(_month(self.last))
        )


def asked_for(query: Query, today: date) -> Span | None:
    """Return the days of the `on` terms of a query; None when it has none.

    A period that is open at an end counts as none.
    """
    days: list[date] = []
    for term in _terms(query):
        for value in term.values:
            try:
                period = read_period(value, today)
            except DateError:
                return None
            days += (period.first, period.last)
    if not days or min(days) == date.min or max(days) == date.max:
        return None
    return Span(min(days), max(days))


def asking(query: Query, span: Span | None) -> Query:
    """Return the query with its `on` terms replaced by a stretch, or dropped."""
    replaced = _terms(query)
    kept = [term for term in query.terms if term not in replaced]
    if span is not None:
        kept.append(Term("on", (span.text,)))
    return Query(kept)


def _terms(query: Query) -> list[Term]:
    return [term for term in query.of("on") if not term.negated]


def _month(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def _first_day(month: int) -> date:
    return date(month // _YEAR, month % _YEAR + 1, 1)


def _last_day(month: int) -> date:
    return month_end(month // _YEAR, month % _YEAR + 1)


def _iso_month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"
