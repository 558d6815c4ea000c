"""What is said about periods: a period in words, and why a text is none."""

from __future__ import annotations

from datetime import date

from timeline_tui.errors import DateError
from timeline_tui.model.date_extent import MONTHS
from timeline_tui.model.dates import parse
from timeline_tui.query.date_signs import DASHES, is_edtf_like

TRY = 'try 2022, 2022-09, 2022-09-14, "Oct 2022", 2022-Q3, 2022-W38 or 2022-10..2023-03'


def spelled(first: date, last: date) -> str:
    """Name the days of a period, both included: "1 July – 30 September 2022"."""
    if first == date.min:
        return "any time" if last == date.max else f"until {_day(last)}"
    if last == date.max:
        return f"since {_day(first)}"
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    start = _day(first) if first.year != last.year else _day(first).rpartition(" ")[0]
    return f"{start} – {_day(last)}"


def is_month(word: str) -> bool:
    """Whether `word` is the English name of a month, or the usual short form of it."""
    name = word.removesuffix(".").capitalize()
    return name == "Sept" or any(name in (each, each[:3]) for each in MONTHS)


def foreign_sign(text: str) -> DateError | None:
    """Explain the first character that no date is written with."""
    for at, char in enumerate(text):
        if char.isascii():
            continue
        reason, advice = "this character is not part of a date", TRY
        if char.isdecimal():
            reason = "only the digits 0–9 are read"
            plain = "".join(str(int(c)) if c.isdecimal() else c for c in text)
            advice = f"write {plain}; {TRY}"
        elif char in DASHES:
            reason = "a dash is not part of a date"
            advice = f"write a hyphen inside a date, two dots between two; {TRY}"
        return DateError(text, at + 1, reason, advice)
    return None


def explained(text: str) -> DateError:
    """Say why `text`, which has no form that is known, is not a period."""
    if is_edtf_like(text):
        try:
            parse(text)
        except DateError as error:
            told = "" if "for example" in error.advice else error.advice
            advice = f"{told}; {TRY}" if told else TRY
            return DateError(text, error.column, error.reason, advice)
    words = text.replace(",", " ").split()
    names = [word for word in words if is_month(word)]
    years = [word for word in words if word.isdecimal() and len(word) > len("31")]
    if len(names) == 1 and not years:
        name = names[0]
        reason = f"{name} of which year?"
        if len(words) > 1:
            reason = f"{text} may be a day or a year"
        advice = f'write all four digits of the year, as in "{name} 2022"; {TRY}'
        return DateError(text, 1, reason, advice)
    return DateError(text, 1, "not a date or a period", TRY)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
