"""Reads the whole of an EDTF string: a date, an interval or a set.

The grammar is that of the Library of Congress EDTF specification of 4 February 2019
(ISO 8601-2:2019), in the profile that `date_point` describes, with intervals and sets
of anything that is a date.
"""

from __future__ import annotations

from datetime import date

from timeline_tui.errors import DateError
from timeline_tui.model.date_point import Point, read_point

TYPE_CHECKING = False
if TYPE_CHECKING:
    # A side that is not a Point is "..", open, or "", unknown.
    Side = Point | str
    Member = tuple[Side, Side]

OPEN = ".."
# A set of ten thousand characters holds about nine hundred days; beyond that a string
# is a mistake, and reading it to the end only wastes the reader's time.
MOST = 10_000


class Tree:
    """What a string says: its kind, and the dates that it is made of.

    Attributes:
        kind: date, interval, one-of or all-of.
        members: pairs of sides; a single date stands on both sides of its pair.
    """

    __slots__ = ("kind", "members")

    def __init__(self, kind: str, members: tuple[Member, ...]) -> None:
        self.kind = kind
        self.members = members


def read(text: str) -> Tree:
    """Read a string of the profile.

    Raises:
        DateError: the string is outside the profile; `advice` may still be empty.
    """
    if len(text) > MOST:
        reason = f"a date has at most {MOST} characters"
        raise DateError(text, MOST + 1, reason, "split the set over several events")
    if text[:1] in ("[", "{"):
        return _read_set(text)
    if "/" in text:
        return Tree("interval", (_read_interval(text),))
    point = read_point(text, 0, len(text))
    return Tree("date", ((point, point),))


def position(member: Member) -> tuple[int, int]:
    """Give the sort key of a member of a set: open starts first, open ends last."""
    start, end = member
    first = start.first if isinstance(start, Point) else date.min
    last = end.last if isinstance(end, Point) else date.max
    return first.toordinal(), last.toordinal()


def _read_interval(text: str) -> Member:
    """Read two sides around one slash."""
    slash = text.index("/")
    again = text.find("/", slash + 1)
    if again >= 0:
        raise DateError(text, again + 1, "an interval has one slash")
    start = _read_side(text, 0, slash)
    end = _read_side(text, slash + 1, len(text))
    return _checked(text, slash + 1, start, end)


def _read_set(text: str) -> Tree:
    """Read the members between brackets or braces."""
    kind, close = ("one-of", "]") if text[0] == "[" else ("all-of", "}")
    if text[-1] != close:
        column = len(text) + 1
        reason = f"a set that begins with {text[0]} ends with {close}"
        raise DateError(text, column, reason, f"write {close} at the end")
    members = []
    start = 1
    for piece in text[1:-1].split(","):
        stop = start + len(piece)
        members.append(_read_member(text, start, stop))
        start = stop + 1
    return Tree(kind, tuple(members))


def _read_member(text: str, start: int, stop: int) -> Member:
    """Read one member of a set: a date, or a range of them around two dots."""
    dots = text.find(OPEN, start, stop)
    if dots < 0:
        point = read_point(text, start, stop)
        return point, point
    after = dots + len(OPEN)
    left = OPEN if dots == start else read_point(text, start, dots)
    right = OPEN if after == stop else read_point(text, after, stop)
    return _checked(text, start if left == right else after, left, right)


def _read_side(text: str, start: int, stop: int) -> Side:
    """Read one side of an interval."""
    side = text[start:stop]
    return side if side in ("", OPEN) else read_point(text, start, stop)


def _checked(text: str, where: int, start: Side, end: Side) -> Member:
    """Refuse two sides that say nothing, or that run backwards."""
    if isinstance(start, Point):
        if isinstance(end, Point) and end.last < start.first:
            raise DateError(text, where + 1, "the end lies before the start")
    elif not isinstance(end, Point):
        reason = "both ends are open"
        raise DateError(
            text, where + 1, reason, "give one end, as in 2020/.. or ../2014"
        )
    return start, end
