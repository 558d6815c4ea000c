"""Says an EDTF string in English prose: "late February 2022 (20–28)".

Month names are written here and not taken from the locale, so that the same store reads
the same everywhere.
"""

from __future__ import annotations

from timeline_tui.model.date_extent import (
    GROUPS,
    MONTHS,
    UNKNOWN,
    YEAR_UNITS,
    fitting,
    month_length,
)
from timeline_tui.model.date_point import Point
from timeline_tui.model.date_syntax import position

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.model.date_syntax import Tree

_GROUP_NAMES = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "37": "the first third",
    "38": "the second third",
    "39": "the last third",
    "40": "the first half",
    "41": "the second half",
}
_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_LEAP_YEAR = 2000


def tree_words(tree: Tree) -> str:
    """Say a whole string."""
    if tree.kind == "interval":
        return _interval(*tree.members[0])
    if tree.kind == "date" or (len(tree.members) == 1 and _single(*tree.members[0])):
        return _alone(tree.members[0][0])
    return _listed(_set_items(tree), "or" if tree.kind == "one-of" else "and")


def _alone(side: Point | str) -> str:
    """Say a date that stands by itself, where "2020s" needs no article."""
    words = _said(side)
    bare = isinstance(side, Point) and side.unit in ("decade", "third", "half")
    return words.removeprefix("the ") if bare else words


def _interval(start: Point | str, end: Point | str) -> str:
    """Say what lasts from one side to the other."""
    if isinstance(start, str):
        suffix = "" if start else ", start not known"
        return f"until {_said(end)}{suffix}"
    if isinstance(end, str):
        said = _said(start)
        return f"since {said}" if end else f"from {said}, end not known"
    if _said(start) != _said(end):
        return _range(start, end)
    day = start.first == start.last
    return _said(start) if day else f"start and end in {_said(start)}"


def _range(start: Point, end: Point) -> str:
    """Say two dates around a dash: 22–26 March 2022, February – December 2022."""
    left, right = _together([start, end])
    close = left.isdigit() and start.unit == end.unit and not end.approximate
    return f"{left}–{right}" if close else f"{left} – {right}"


def _set_items(tree: Tree) -> list[str]:
    """Say the members of a set, earliest first."""
    items: list[str] = []
    points: list[Point] = []
    for start, end in sorted(tree.members, key=position):
        if isinstance(start, Point) and _single(start, end):
            points.append(start)
            continue
        items += _together(points)
        points = []
        items.append(_set_range(tree.kind, start, end))
    return items + _together(points)


def _set_range(kind: str, start: Point | str, end: Point | str) -> str:
    """Say a range inside a set."""
    sides = [side for side in (start, end) if isinstance(side, Point)]
    units = {side.unit for side in sides}
    if kind == "one-of":
        lead = "some time"
        link = "within" if "day" in units else "in"
    else:
        lead = f"every {sides[0].unit}" if len(units) == 1 else "all"
        link = "of"
    if isinstance(start, Point) and isinstance(end, Point):
        return f"{lead} {link} {_range(start, end)}"
    return f"{lead} {'until' if isinstance(start, str) else 'since'} {_said(sides[0])}"


def _single(start: Point | str, end: Point | str) -> bool:
    """Whether a member is one date, or a range that begins and ends with it."""
    return start is end or _said(start) == _said(end)


def _together(points: list[Point]) -> list[str]:
    """Say neighbours, each without the month and year that the next one repeats."""
    texts = []
    for i, point in enumerate(points):
        words = _tokens(point)
        after = points[i + 1 : i + 2]
        if after and not point.flagged and not after[0].uncertain:
            others = _tokens(after[0])
            while len(words) == len(others) > 1 and words[-1] == others[-1]:
                words, others = words[:-1], others[:-1]
        texts.append(_flagged(point, " ".join(words)))
    return texts


def _said(side: Point | str) -> str:
    """Say one date in full."""
    if isinstance(side, str):
        return "an open end"
    return _flagged(side, " ".join(_tokens(side)))


def _flagged(point: Point, words: str) -> str:
    """Add what the qualifiers mean."""
    about = "about " if point.approximate else ""
    doubt = " (uncertain)" if point.uncertain else ""
    return f"{about}{words}{doubt}"


def _tokens(point: Point) -> tuple[str, ...]:
    """Give the words of a date, cut where neighbours may share the rest."""
    year, month = point.year, point.month
    if point.unit in YEAR_UNITS:
        return (_years(point, "the years "),)
    masked = "X" in year
    of_year = f"of a year in {_years(point)}" if masked else year
    if month in GROUPS:
        return _group_tokens(point, of_year)
    in_year = f"in {_years(point)}"
    if month == "XX":
        return (f"{_days_of(point)} some month {in_year}",)
    months = fitting(month, 1, 12)
    names = _month_names(months)
    if point.day in UNKNOWN:
        return names, of_year
    if len(months) > 1:
        return f"{_days_of(point)} {names}", of_year
    return _day_tokens(point, names, of_year)


def _years(point: Point, lead: str = "") -> str:
    """Say a year, decade or century."""
    first, last = point.year.replace("X", "0"), point.year.replace("X", "9")
    match point.year.count("X"):
        case 0:
            return point.year
        case 1:
            start = max(first, "0001")
            clear = f" ({start}–{last})" if first.endswith("00") else ""
            return f"the {first}s{clear}"
        case _:
            return f"{lead}{max(first, '0001')}–{last}"


def _group_tokens(point: Point, of_year: str) -> tuple[str, ...]:
    """Say a season, quarter, third or half."""
    masked = "X" in point.year
    name = _GROUP_NAMES.get(point.month, f"Q{int(point.month) - 32}")
    if name == "winter" and not masked:
        after = f"{int(point.year) + 1:04}"
        same = after[:2] == point.year[:2]
        return name, f"{point.year}–{after[2:] if same else after}"
    if point.unit in ("third", "half") and not masked:
        return name, f"of {point.year}"
    return name, of_year


def _month_names(months: list[int]) -> str:
    """Name the months that a mask leaves."""
    names = [MONTHS[month - 1] for month in months]
    if len(names) > 3:  # noqa: PLR2004 - more names than that are hard to take in
        return f"some month from {names[0]} to {names[-1]}"
    return _listed(names, "or")


def _day_tokens(point: Point, month: str, of_year: str) -> tuple[str, ...]:
    """Say a day, or a mask of days, of one month."""
    numbers = _numbers(point)
    if not point.day.endswith("X") or len(numbers) <= 2:  # noqa: PLR2004 - 30 or 31
        return _listed([str(number) for number in numbers], "or"), month, of_year
    lead = {"0": "early ", "1": "mid-", "2": "late "}[point.day[0]]
    return (f"{lead}{month} {of_year} ({numbers[0]}–{numbers[-1]})",)


def _days_of(point: Point) -> str:
    """Say the days of a mask whose month is not known: "the 14th of"."""
    numbers = _numbers(point)
    if point.day.endswith("X") and len(numbers) > 2:  # noqa: PLR2004 - 30 or 31
        return f"a day from the {_nth(numbers[0])} to the {_nth(numbers[-1])} of"
    return f"the {_listed([_nth(number) for number in numbers], 'or')} of"


def _numbers(point: Point) -> list[int]:
    """Give the days of the month that a mask leaves."""
    year = _LEAP_YEAR if "X" in point.year else int(point.year)
    longest = max(month_length(year, month) for month in fitting(point.month, 1, 12))
    return fitting(point.day, 1, longest)


def _nth(number: int) -> str:
    """Give a day of the month as an ordinal number."""
    teen = number // 10 == 1
    return f"{number}{'th' if teen else _ORDINAL_ENDINGS.get(number % 10, 'th')}"


def _listed(items: list[str], word: str) -> str:
    """Join items as English does: "A, B or C"."""
    *others, last = items
    return f"{', '.join(others)} {word} {last}" if others else last
