"""Recognises what people write where EDTF belongs, and says it in EDTF.

Only reached when a date cannot be read. What a form gives need not be a date that
exists: `date_advice` reads it before it advises it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline_tui.model.date_extent import DAY, MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[re.Match[str]], str]

_PERIOD = "a period expression, not EDTF"
_HYPHENS = "year, month and day stand with hyphens between them"
_LONGEST_GUESS = 100  # no form that is recognised is anywhere near as long
_DIVISIONS = {"q": "33 34 35 36", "t": "37 38 39", "h": "40 41"}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MEANINGS = {"open": "..", "present": "..", "now": "..", "ongoing": "..", "unknown": ""}
_DASHES = "‐‑‒–—−"
_YEAR, _DAY_NUMBER = "(?P<y>[0-9]{4})", "(?P<d>[0-9]{1,2})"
_SEASON = f"(?P<s>{'|'.join(_SEASONS)})"


def guesses(piece: str) -> list[tuple[str, int, str]]:
    """Give what was probably meant: EDTF, offset of the fault, reason."""
    if len(piece) > _LONGEST_GUESS:
        return []
    found = _character_guesses(piece)
    for pattern, reason, make in _FORMS:
        if match := re.fullmatch(pattern, piece, re.IGNORECASE | re.ASCII):
            offset = match.start("at") if "at" in match.re.groupindex else 0
            found.append((make(match), max(offset, 0), reason))
    return found


def _character_guesses(piece: str) -> list[tuple[str, int, str]]:
    """Give what remains when characters that only look right are replaced."""
    found = []
    for i, char in enumerate(piece):
        if char.isdecimal() and not char.isascii():
            fixed = "".join(str(int(c)) if c.isdecimal() else c for c in piece)
            found.append((fixed, i, "only the digits 0–9 are read"))
            break
        if char in _DASHES:
            hyphens = piece.translate(dict.fromkeys(map(ord, _DASHES), "-"))
            found.append((hyphens, i, "a dash stands where a hyphen belongs"))
            fixed = piece.replace(char, "/").replace(" ", "")
            found.append((fixed, i, "an interval is written with a slash"))
            break
    return found + _mark_guesses(piece)


def _mark_guesses(piece: str) -> list[tuple[str, int, str]]:
    """Give what remains when letter case, blanks and marks of sets are put right."""
    found = []
    if "x" in piece:
        reason = "an unknown digit is written X"
        found.append((piece.replace("x", "X"), piece.index("x"), reason))
    if " " in piece:
        fixed = piece.replace(" ", "")
        found.append((fixed, piece.index(" "), "a date has no blanks"))
    if "/" in piece:
        reason = "a set holds dates, and ranges with two dots"
        found.append((piece.replace("/", ".."), piece.index("/"), reason))
    for mark in ("..", ","):
        if mark in piece:
            reason = "a set stands in brackets or braces"
            found.append((f"[{piece}]", piece.index(mark), reason))
    return found


def _week(match: re.Match[str]) -> str:
    """Give the days of an ISO week as an interval, or one of its days."""
    year, week, day = int(match["y"]), int(match["w"]), match["d"]
    try:
        first = date.fromisocalendar(year, week, int(day or 1))
        last = first if day else first + timedelta(6)
    except (ValueError, OverflowError):
        return ""
    return first.isoformat() if day else f"{first}/{last}"


def _ordinal(match: re.Match[str]) -> str:
    """Give the calendar date of a day of the year."""
    try:
        found = date(int(match["y"]), 1, 1) + DAY * (int(match["n"]) - 1)
    except (ValueError, OverflowError):
        return ""
    return found.isoformat() if found.year == int(match["y"]) else ""


def _division(match: re.Match[str]) -> str:
    """Give a quarter, third or half of a year."""
    codes = _DIVISIONS[match["u"].lower()].split()
    number = int(match["n"])
    return f"{match['y']}-{codes[number - 1]}" if 1 <= number <= len(codes) else ""


def _season(match: re.Match[str]) -> str:
    """Give a season of a year."""
    return f"{match['y']}-{_SEASONS[match['s'].lower()]}"


def _named_month(match: re.Match[str]) -> str:
    """Give a date whose month is a word, or at least three letters of it."""
    word = match["m"].lower()
    for number, name in enumerate(MONTHS, 1):
        if name.lower().startswith(word):
            day = f"-{int(match['d']):02}" if match["d"] else ""
            return f"{match['y']}-{number:02}{day}"
    return ""


def _padded(match: re.Match[str]) -> str:
    """Give a date in digits with as many of them as EDTF wants."""
    found = match.groupdict()
    year = found["y"]
    if len(year) == 2:  # noqa: PLR2004 - two digits of a year
        year = f"20{year}" if year < "50" else f"19{year}"
    rest = (found.get("m"), found.get("d"))
    return year + "".join(f"-{int(number):02}" for number in rest if number)


def _day_first(match: re.Match[str]) -> str:
    """Give both readings of 12/10/2022, as far as there are such days."""
    year, a, b = int(match["y"]), int(match["a"]), int(match["b"])
    readings = []
    for month, day in dict.fromkeys(((b, a), (a, b))):
        try:
            readings.append(date(year, month, day).isoformat())
        except ValueError:
            continue
    return " or ".join(readings)


_FORMS: tuple[tuple[str, str, Maker], ...] = (
    (f"{_YEAR}-?(?P<at>W)(?P<w>[0-9]{{2}})(-?(?P<d>[1-7]))?", _PERIOD, _week),
    (f"{_YEAR}-(?P<at>(?P<n>[0-9]{{3}}))", "a day of the year, not EDTF", _ordinal),
    (f"{_YEAR}[- ]?(?P<at>(?P<u>[QHT]))(?P<n>[0-9])", _PERIOD, _division),
    (f"(?P<u>[QHT])(?P<n>[0-9])[- ]?(of )?{_YEAR}", _PERIOD, _division),
    (f"{_YEAR}[- ](?P<at>{_SEASON})", _PERIOD, _season),
    (f"{_SEASON} (of )?{_YEAR}", _PERIOD, _season),
    (
        f"({_DAY_NUMBER}(st|nd|rd|th)? )?(?P<m>[a-z]{{3,9}})[.,]? {_YEAR}",
        _PERIOD,
        _named_month,
    ),
    (
        f"(?P<m>[a-z]{{3,9}})[.]? {_DAY_NUMBER}(st|nd|rd|th)?,? {_YEAR}",
        _PERIOD,
        _named_month,
    ),
    (
        f"{_YEAR}[- ](?P<at>(?P<m>[a-z]{{3,9}}))([- ]{_DAY_NUMBER})?",
        _PERIOD,
        _named_month,
    ),
    (
        f"{_YEAR}-(?P<at>(?P<m>[0-9]))(-{_DAY_NUMBER})?",
        "a month has two digits",
        _padded,
    ),
    (
        f"{_YEAR}-(?P<m>[0-9]{{2}})-(?P<at>(?P<d>[0-9]))",
        "a day has two digits",
        _padded,
    ),
    (
        f"(?P<y>[0-9]{{2}})(-(?P<m>[0-9]{{1,2}})(-{_DAY_NUMBER})?)?",
        "a year has four digits",
        _padded,
    ),
    (
        f"{_YEAR}(?P<at>(?P<m>[0-9]{{2}}))(?P<d>[0-9]{{2}})?",
        _HYPHENS,
        _padded,
    ),
    (
        f"{_YEAR}(?P<at>[./ ])(?P<m>[0-9]{{1,2}})([./ ]{_DAY_NUMBER})?",
        _HYPHENS,
        _padded,
    ),
    (
        f"(?P<a>[0-9]{{1,2}})[./-](?P<b>[0-9]{{1,2}})[./-]{_YEAR}",
        "the year comes first",
        _day_first,
    ),
    (
        "(?P<rest>[0-9]{4}-[0-9]{2}-[0-9]{2})(?P<at>[T ]).+",
        "times of day are not read",
        lambda match: match["rest"],
    ),
    ("(?P<rest>[0-9]{3})0(?P<at>s)", _PERIOD, lambda match: f"{match['rest']}X"),
    (
        f"{_YEAR}-(?P<at>(?P<end>[0-9]{{4}}))",
        "an interval is written with a slash",
        lambda match: f"{match['y']}/{match['end']}",
    ),
    (
        r"(?P<rest>[0-9X-]+)(?P<at>\?~|~\?)",
        "both qualifiers together are written %",
        lambda match: f"{match['rest']}%",
    ),
    (
        "open|present|now|ongoing|unknown",
        "an open end is written .. and an unknown one is left empty",
        lambda match: _MEANINGS[match[0].lower()],
    ),
    (
        "(c|ca|circa|about)[.]? ?(?P<rest>[0-9X-]+)",
        "what is approximate is written with ~",
        lambda match: f"{match['rest']}~",
    ),
)
