"""Periods as people type them, and what the date terms of a query come to.

A period is whole days, both ends included. Any EDTF string is one: approximate dates
reach one unit further, and a set is its members, not what lies between them. Nothing
is taken from the clock: whoever asks says which day it is.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache

from timeline_tui.errors import DateError
from timeline_tui.model.date_extent import merged
from timeline_tui.model.dates import parse
from timeline_tui.query.date_signs import is_edtf_like, is_year
from timeline_tui.query.period_forms import (
    days_form,
    edtf_form,
    form_words,
    range_sides,
    third_of_month,
)
from timeline_tui.query.period_words import (
    TRY,
    explained,
    foreign_sign,
    is_month,
    spelled,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final

    from timeline_tui.query.terms import Query, Term

    Range = tuple[date, date]
    Parts = tuple[Range, ...]
    Stretch = tuple[int, int]


class Period:
    """Days from `first` to `last`, or those of them that `parts` leave.

    An open start is `date.min` and an open end `date.max`. `parts` are disjoint and
    in order, both ends of each included.
    """

    __slots__ = ("first", "last", "parts")
    first: Final[date]
    last: Final[date]
    parts: Final[Parts]

    def __init__(self, parts: Parts) -> None:
        """Take at least one part."""
        self.parts = parts
        self.first = parts[0][0]
        self.last = parts[-1][1]

    @property
    def words(self) -> str:
        """The days in words, as an echo: "1 July – 30 September 2022"."""
        return " or ".join(spelled(first, last) for first, last in self.parts)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return self.parts == other.parts

    def __hash__(self) -> int:
        return hash(self.parts)

    def __repr__(self) -> str:
        return f"Period({self.words!r})"


def read_period(text: str, today: date) -> Period:
    """Read a date, a period in words, or a range of them.

    Ranges are `A..B`, `A..`, `..B`, `A/B`, `from A to B`, `since A`, `until B`; they
    reach from the first day of A to the last day of B.

    Raises:
        DateError: it is none, or says too little (`Oct`, `Oct 22`, `12/10/2022`); the
            column counts in `text`, and the advice ends with forms that work.
    """
    if error := foreign_sign(text):
        raise error
    sides = range_sides(text)
    if not sides:
        return Period(_single(text, (0, len(text)), today))
    left, right = sides
    if not (left or right):
        raise DateError(text, 1, "both ends are open", f"give one of them; {TRY}")
    first = _side(text, left, today)[0] if left else date.min
    last = _side(text, right, today)[1] if right else date.max
    if right and last < first:
        reason = "the period ends before it begins"
        raise DateError(text, right[0] + 1, reason, f"swap the two; {TRY}")
    return Period(((first, last),))


def term_periods(field: str, value: str, today: date) -> Parts:
    """Give the days that one value of `on`, `since`, `until` or `within` asks for.

    Raises:
        DateError: the value is no period, or one without the end that counts.
    """
    period = read_period(value, today)
    if field == "since":
        if period.first == date.min:
            raise DateError(value, 1, "this period has no first day", TRY)
        return ((period.first, date.max),)
    if field == "until":
        if period.last == date.max:
            raise DateError(value, 1, "this period has no last day", TRY)
        return ((date.min, period.last),)
    return period.parts


def periods_of(
    query: Query, today: date
) -> tuple[list[Range] | None, list[Range] | None, list[Range]]:
    """Combine the date terms of a query: values by OR, terms by AND.

    Returns:
        The periods that `on`, `since` and `until` leave, those that `within` leaves,
        and those that are excluded by whichever field. Each list is in order, without
        overlaps, and periods without a day between them are one. `None` means that
        no term asks; an empty list, that the terms leave no day.

    Raises:
        DateError: a value is no period.
    """
    asked: list[Range] | None = None
    within: list[Range] | None = None
    excluded: list[Range] = []
    for term in query.dates:
        periods = _term_parts(term, today)
        if term.negated:
            excluded += periods
        elif term.field == "within":
            within = _common(within, periods)
        else:
            asked = _common(asked, periods)
    return asked, within, list(merged(excluded))


def _term_parts(term: Term, today: date) -> Parts:
    values = (term_periods(term.field, value, today) for value in term.values)
    return merged(part for parts in values for part in parts)


def _common(ours: list[Range] | None, theirs: Iterable[Range]) -> list[Range]:
    """The days in both lists; all of theirs where there is no list of ours."""
    if ours is None:
        return list(theirs)
    pairs = [(max(a, c), min(b, d)) for c, d in theirs for a, b in ours]
    return list(merged((first, last) for first, last in pairs if first <= last))


def _side(text: str, side: Stretch, today: date) -> Range:
    """Read one side of a range."""
    parts = _single(text, side, today)
    if len(parts) > 1:
        reason = "a range runs between two dates, not sets of them"
        raise DateError(text, side[0] + 1, reason, TRY)
    return parts[0]


def _single(text: str, stretch: Stretch, today: date) -> Parts:
    """Read a stretch of `text` as anything but a range in words."""
    start, stop = stretch
    body = text[start:stop].strip()
    offset = start + len(text[start:stop]) - len(text[start:stop].lstrip())
    try:
        return _parts(body, today)
    except DateError as error:
        advice = error.advice or TRY
        raise DateError(text, offset + error.column, error.reason, advice) from None


def _parts(body: str, today: date) -> Parts:
    if not body:
        raise DateError(body, 1, "a date is missing here")
    if is_edtf_like(body):
        try:
            return parse(body).widened
        except DateError:
            raise explained(body) from None
    words = form_words(body)
    if edtf := edtf_form(words):
        try:
            return parse(edtf).widened
        except DateError as error:
            raise DateError(body, 1, error.reason, TRY) from None
    days = days_form(words, today) or _month(*words) or _third(words)
    if not days:
        raise _refused(body, words)
    return (days,)


def _refused(body: str, words: list[str]) -> DateError:
    """Ask for the year where that is all that is missing; else explain the text."""
    if not edtf_form([*words, "2022"]):
        return explained(body)
    advice = f'write the year too, as in "{body} 2022"; {TRY}'
    return DateError(body, 1, f"{body} of which year?", advice)


def _third(words: list[str]) -> Range | None:
    if words[0] not in ("early", "mid", "late"):
        return None
    month = _month(*words[1:])
    return third_of_month(words[0], month) if month else None


@lru_cache(maxsize=1024)  # a query is read again and again while it is typed
def _month(*words: str) -> Range | None:
    """Read a month by name with a year of four digits, and perhaps a day.

    dateutil fills in what is missing from a default. Reading twice, with defaults that
    differ in everything, tells what was there.
    """
    names = [word for word in words if is_month(word)]
    years = [word for word in words if is_year(word)]
    days = [word for word in words if word.isdecimal() and len(word) <= len("31")]
    counts = (len(names), len(years), len(days), len(words))
    if counts not in ((1, 1, 0, 2), (1, 1, 1, 3)):
        return None
    from dateutil import parser  # noqa: PLC0415 - costs more than all the rest

    text = " ".join(words)
    defaults = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2004, 2, 2, tzinfo=UTC))
    try:
        one, two = (parser.parse(text, default=each).date() for each in defaults)
    except (ValueError, OverflowError):
        raise DateError(text, 1, "there is no such day") from None
    # It takes 0099 for 1999.
    if (one.year, one.month) != (two.year, two.month) or one.year != int(years[0]):
        return None
    if one.day == two.day:
        return one, one
    return parse(f"{one.year:04}-{one.month:02}").widened[0]
