"""When a document came out, as citation styles tell it: never sharper than known."""

from __future__ import annotations

from typing import NamedTuple

from timeline_tui.model.date_extent import MONTHS
from timeline_tui.model.dates import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from timeline_tui.model.dates import EdtfDate

SEASONS = ("Spring", "Summer", "Autumn", "Winter")
"""The seasons of EDTF, 21 to 24, and of CSL, 1 to 4."""
_FIRST_SEASON = 21
_SIMPLE = ("day", "month", "season", "year")
_QUALIFIERS = "~?%"

Parts = tuple[int, ...]
"""Year; year and month; or year, month and day."""


class Plain(NamedTuple):
    """A date as reference managers can hold it."""

    start: Parts
    end: Parts = ()
    """The end of a range; nothing for a date that is none."""
    season: int = 0
    """1 to 4 for a season of the year `start`."""
    circa: bool = False
    exact: bool = True
    """Whether it says all that is known; otherwise the words must stand beside it."""


def plain_date(when: EdtfDate) -> Plain:
    """The smallest date of year, month and day, or range of them, that is true.

    Of a date with one end open that is the year of the other end, as a circa.
    """
    circa = when.approximate or when.uncertain
    if when.precision in _SIMPLE:
        return _simple(when, circa=circa)
    if when.open_start or when.open_end:
        bound = when.last if when.open_start else when.first
        return Plain((bound.year,), circa=True, exact=False)
    sides = _sides(when)
    if when.precision == "interval" and sides is not None:
        start, end = (_simple(side).start for side in sides)
        return Plain(start, end, circa=circa, exact=not any(map(_season, sides)))
    return _container(when, circa=circa)


def american(when: EdtfDate) -> str:
    """The date as American styles write it: `July 6, 2023`; `after May 24, 2023`."""
    if when.precision in _SIMPLE:
        return _qualified(_one(when), when)
    sides = _sides(when)
    if when.open_start and when.open_end:
        return "no date known"
    if when.open_end:
        word = "since" if when.precision == "interval" else "after"
        return f"{word} {_edge(when, sides, 0)}"
    if when.open_start:
        return f"until {_edge(when, sides, -1)}"
    return _range(when, sides)


def year_first(when: EdtfDate) -> str:
    """The date as APA writes it: `2023, July 6`; other forms as American ones."""
    if when.precision not in _SIMPLE:
        return american(when)
    year, rest = f"{when.first.year}", ""
    if _season(when):
        rest = SEASONS[_season(when) - 1]
    elif when.precision != "year":
        rest = MONTHS[when.first.month - 1]
        rest += f" {when.first.day}" if when.precision == "day" else ""
    return _qualified(f"{year}, {rest}" if rest else year, when)


def years(when: EdtfDate) -> str:
    """The year or years alone, as they stand in a text: `2022`, `2023 or later`."""
    if when.open_start and when.open_end:
        return "n.d."
    if when.open_end:
        return f"{when.first.year} or later"
    if when.open_start:
        return f"{when.last.year} or earlier"
    first, last = when.first.year, when.last.year
    if _season(when):  # a winter goes over the end of the year it is named for
        last = first
    text = f"{first}" if first == last else f"{first}–{last}"
    return _qualified(text, when)


def _simple(when: EdtfDate, *, circa: bool = False) -> Plain:
    season = _season(when)
    numbers = (when.first.year, when.first.month, when.first.day)
    length = {"day": 3, "month": 2}.get(when.precision, 1)
    return Plain(numbers[:length], season=season, circa=circa)


def _container(when: EdtfDate, *, circa: bool) -> Plain:
    """The smallest day, month, year or run of years that holds a date."""
    start, _, end = when.place.partition("/")
    exact = when.precision in ("decade", "century")
    begin = tuple(map(int, start[:10].split("-Q")[0].split("-")))
    stop = (int(end),) if end else ()
    return Plain(begin, stop, circa=circa, exact=exact)


def _season(when: EdtfDate) -> int:
    """1 to 4 for a season; 0 for anything else."""
    if when.precision != "season":
        return 0
    digits = when.text.strip(_QUALIFIERS).rpartition("-")[2].strip(_QUALIFIERS)
    number = int(digits) - _FIRST_SEASON + 1
    return (number - 1) % len(SEASONS) + 1


def _sides(when: EdtfDate) -> tuple[EdtfDate, EdtfDate] | None:
    """The first and the last date of an interval or a set; None for a mask.

    An open side is told by the other.
    """
    text = when.text
    if when.precision == "interval":
        pieces = text.split("/")
    elif text[:1] in "[{":
        pieces = text[1:-1].replace("..", ",").split(",")
    else:
        return None
    known = [parse(piece.strip()) for piece in pieces if piece.strip(" .")]
    return (known[0], known[-1]) if known else None


def _range(when: EdtfDate, sides: tuple[EdtfDate, EdtfDate] | None) -> str:
    """A date between two known ends."""
    if sides is None or when.text[:1] == "{" or when.text.count(",") > 1:
        return when.words
    start, end = (_qualified(_one(side), side) for side in sides)
    if when.precision == "interval":
        return f"{start}–{end}"
    if "," in when.text:
        return f"{start} or {end}"
    comma = "," if "," in start else ""
    return f"between {start}{comma} and {end}"


def _edge(when: EdtfDate, sides: tuple[EdtfDate, EdtfDate] | None, which: int) -> str:
    """The known end of a date whose other end is open."""
    if sides is not None:
        return _qualified(_one(sides[which]), sides[which])
    return _day(when.first if which == 0 else when.last)


def _one(when: EdtfDate) -> str:
    """A date of one unit, without its qualifiers."""
    season, year = _season(when), when.first.year
    if season:
        return f"{SEASONS[season - 1]} {year}"
    if when.precision == "day":
        return _day(when.first)
    if when.precision == "month":
        return f"{MONTHS[when.first.month - 1]} {year}"
    return f"{year}" if when.precision == "year" else when.words


def _day(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _qualified(text: str, when: EdtfDate) -> str:
    """A date with the signs of what is not sure about it."""
    if when.approximate and not text.startswith("ca. "):
        text = f"ca. {text}"
    return f"[{text}?]" if when.uncertain else text
