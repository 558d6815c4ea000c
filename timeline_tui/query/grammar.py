"""What the signs of a query text mean: fields, dates without a field, words, phrases.

What `str` of a term writes is read as that term, between blanks and as an argument
of a command line alike.
"""

from __future__ import annotations

from timeline_tui.errors import DateError, QueryError
from timeline_tui.query.date_signs import has_year, is_date_like
from timeline_tui.query.fold import fold
from timeline_tui.query.terms import DATES, FIELDS, FLAGS, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from timeline_tui.query.scanner import Scanner, Value

_AS_WORDS = "to search for it as it stands, put it in double quotes"


def read_terms(scanner: Scanner, today: date) -> list[Term]:
    """Read term after term between blanks.

    Raises:
        QueryError: no such field or flag, no value, a value that is no date, an open
            quote, a minus or a comma on its own.
    """
    terms = []
    while scanner.more():
        column = scanner.at + 1
        negated = scanner.minus()
        field, texts = _fielded(scanner, today) or _worded(scanner)
        terms.append(Term(field, texts, negated=negated, column=column))
    return terms


def read_argument(scanner: Scanner, today: date) -> list[Term]:
    """Read an argument of a command line: a field with its value, a date, or terms.

    Raises:
        QueryError: as `read_terms`.
    """
    if not scanner.more():
        return []
    start = scanner.at
    scanner.whole = True
    negated = scanner.minus()
    if fielded := _fielded(scanner, today):
        field, texts = fielded
        return [Term(field, texts, negated=negated, column=start + 1)]
    scanner.whole = False
    scanner.at = start
    return read_terms(scanner, today)


def _fielded(scanner: Scanner, today: date) -> tuple[str, list[str]] | None:
    """Read a field and its values, or dates that stand without one."""
    field = _field(scanner)
    if not field:
        dates = _bare_dates(scanner, today)
        return ("on", dates) if dates else None
    if field in DATES:
        return field, _texts(_checked(scanner, field, today))
    values = scanner.values(field)
    if field == "is":
        return field, [_flag(scanner, value) for value in values]
    if field in ("word", "text"):
        _refuse_signs_alone(scanner, values)
    return field, _texts(values)


def _field(scanner: Scanner) -> str:
    """Read a field and its colon; "" if no colon ends the word that begins here."""
    stop = scanner.stop(' ,":')
    if scanner.text[stop : scanner.end][:1] != ":":
        return ""
    name = scanner.text[scanner.at : stop]
    if name.lower() not in FIELDS:
        advice = f"{_nearest(name, FIELDS)} ({_AS_WORDS})"
        raise scanner.error(scanner.at, f'there is no field "{name}"', advice)
    scanner.at = stop + 1
    return name.lower()


def _bare_dates(scanner: Scanner, today: date) -> list[str]:
    """Read dates without a field; none if what stands here is something else.

    Only what has a year is looked at, so that "may" and "today" are words.

    Raises:
        QueryError: it is written like a date, in digits and signs, but is none.
    """
    text = scanner.rest()
    if '"' in text or not has_year(text):
        return []
    start = scanner.at
    try:
        return _texts(_checked(scanner, "on", today))
    except QueryError as error:
        if is_date_like(text.strip()):
            advice = f"{error.advice} ({_AS_WORDS})"
            raise scanner.error(error.column - 1, error.reason, advice) from None
    scanner.at = start
    return []


def _checked(scanner: Scanner, field: str, today: date) -> list[Value]:
    """Read the values of a date field, each of them a period.

    A comma belongs to a date where that makes one ("Sep 14, 2022"), or in a set.
    """
    text = scanner.rest()
    if '"' not in text and "," in text and not _fault(field, text, today):
        scanner.more()
        start = scanner.at
        scanner.at += len(text.strip())
        return [(text.strip(), start)]
    values = scanner.values(field, brackets=True)
    for value, at in values:
        if fault := _fault(field, value, today):
            place = at + (scanner.text[at] == '"') + fault.column - 1
            raise scanner.error(place, fault.reason, fault.advice)
    return values


def _fault(field: str, value: str, today: date) -> DateError | None:
    """What is wrong with a value of a date field."""
    # Only a query with a date pays for reading dates.
    from timeline_tui.query.periods import term_periods  # noqa: PLC0415

    try:
        term_periods(field, value, today)
    except DateError as error:
        return error
    return None


def _worded(scanner: Scanner) -> tuple[str, list[str]]:
    """Read words, or phrases in double quotes."""
    quoted = scanner.starts('"')
    values = scanner.values("")
    for value, at in values:
        if (scanner.text[at] == '"') != quoted:
            reason = "words and phrases cannot be joined by a comma"
            raise scanner.error(at, reason, "quote all of them or none")
        if not quoted and ":" in value:
            reason = "a comma joins the values of one field"
            raise scanner.error(at, reason, _AS_WORDS)
    _refuse_signs_alone(scanner, values)
    return "phrase" if quoted else "word", _texts(values)


def _refuse_signs_alone(scanner: Scanner, values: Iterable[Value]) -> None:
    for value, at in values:
        if not fold(value):
            reason = "there is neither a letter nor a digit to search for"
            raise scanner.error(at, reason, "write a word or the start of one")


def _flag(scanner: Scanner, value: Value) -> str:
    """The flag that the value is, or is the start of."""
    name, at = value
    fitting = [flag for flag in FLAGS if flag.startswith(name.lower())]
    if len(fitting) == 1:
        return fitting[0]
    raise scanner.error(at, f'there is no flag "{name}"', _nearest(name, FLAGS))


def _texts(values: Iterable[Value]) -> list[str]:
    return [value for value, _ in values]


def _nearest(name: str, known: Iterable[str]) -> str:
    """Advise the nearest of the `known` names, or else all of them."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for an error

    names = list(known)
    near = get_close_matches(name.lower(), names, n=1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
