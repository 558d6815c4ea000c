"""The rows of the list: headings for months and wider stretches, and events.

A day, a month and a year are each told once. Every mark is a letter or a sign.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from timeline_tui.render.cells import cell_width, cut, pad, shown
from timeline_tui.render.lines import fit
from timeline_tui.render.row_parts import (
    KIND_FROM,
    LETTERS_FROM,
    add_title,
    day_text,
    same_day,
    tail,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from typing import Literal

    from timeline_tui.library.library import Group, Library, Row
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.lines import Line, Span

    Item = (
        tuple[Literal["head"], Group, int]
        | tuple[Literal["event"], int, int]
        | tuple[Literal["fold"], int]
    )

MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
"""The months as headings name them."""
KIND_LETTERS = {
    "event": "E",
    "statement": "S",
    "policy": "P",
    "figure": "F",
    "assessment": "A",
}
"""The letter of each kind of event."""


def heading_words(key: str) -> tuple[str, str]:
    """The year and the stretch of a group: `2022-02` is ("2022", "Feb")."""
    start, slash, stop = key.partition("/")
    if slash:
        if stop == "..":
            return f"since {start}", ""
        if start == "..":
            return f"until {stop}", ""
        return f"{start}–{stop}", ""
    year, _, part = key.partition("-")
    if not part:
        return year, "year"
    return year, part if part[0] == "Q" else MONTHS[int(part) - 1]


def heading_line(
    group: Group, count: int, width: int, *, show_year: bool = True
) -> Line:
    """The heading of a group: year, month, a rule, how many; exactly `width` cells.

    Without `show_year` the place of the year stays blank, as beneath its first month.
    """
    year, part = heading_words(group.key)
    number = f"{count:,}"
    head: list[Span] = [(" ", "space")]
    if show_year or not part:
        head.append((cut(year, max(width - 2, 0)), "year"))
    else:
        head.append((" " * len(year), "space"))
    if part:
        head += [("  ", "space"), (part, "month")]
    used = sum([len(text) for text, _ in head])
    rule = width - used - len(number) - 5
    if rule > 0:
        head += [("  ", "space"), ("─" * rule, "rule"), ("  ", "space")]
        head += [(number, "count"), (" ", "space")]
        return tuple(head)
    return _exactly(head, width)


def event_line(
    row: Row,
    library: Library,
    width: int,
    *,
    shown_day: bool,
    match: str = "inside",
    marked: bool = False,
) -> Line:
    """An event in one row of exactly `width` cells.

    `shown_day` is false where the row above tells the same day. An event that only
    may match (`match` is "possible") tells its whole date in front of the title.
    """
    spans: list[Span] = [("*", "mark") if marked else (" ", "space")]
    spans += [(day_text(row) if shown_day else "   ", "day"), (" ", "space")]
    room = width - 5
    if width >= KIND_FROM:
        spans += [(KIND_LETTERS.get(row.kind, "?"), "kind"), ("  ", "space")]
        room -= 3
    end = tail(row, library.letters, width)
    room -= sum([len(text) for text, _ in end])
    if match == "possible":
        when = shown(row.plain)
        if len(when) + 2 < room:
            spans += [(when, "date"), ("  ", "space")]
            room -= cell_width(when) + 2
        add_title(spans, row, room, match)
    else:
        add_title(spans, row, room, match)
    return _exactly(spans + end, width)


def _exactly(spans: list[Span], width: int) -> Line:
    """The spans as a line of exactly `width` cells; they rarely need the cut."""
    if width >= LETTERS_FROM:
        return tuple(spans)
    return fit(tuple(spans), width)


class ListMap:
    """The lines of a list: headings, the events beneath them, the fold at the end.

    It knows one number a group; a line is found by bisection, at any size. Indexes
    count events: those of the timeline first, then, where the fold is open, those that
    may fall in the period asked for.
    """

    __slots__ = ("_groups", "_opens", "_shown", "_starts", "open_fold", "selection")

    def __init__(self, selection: Selection, *, open_fold: bool = False) -> None:
        """Lay out a selection; `open_fold` lists the possible events too."""
        self.selection = selection
        self.open_fold = open_fold
        self._groups: list[tuple[Group, int, int]] = selection.group_counts()
        self._starts: list[int] = [
            first + k for k, (_, _, first) in enumerate(self._groups)
        ]
        self._opens = _years_opened(self._groups)
        self._shown = len(selection.timeline)

    @property
    def possible(self) -> int:
        """How many events may fall in the period, but need not."""
        return len(self.selection.possible)

    @property
    def events(self) -> int:
        """How many events have a line."""
        return self._shown + (self.possible if self.open_fold else 0)

    @property
    def fold(self) -> int | None:
        """The line of the fold, if there is one."""
        return self._shown + len(self._groups) if self.possible else None

    def __len__(self) -> int:
        return self.events + len(self._groups) + (self.fold is not None)

    def at(self, line: int) -> Item:
        """What stands on a line.

        Raises:
            IndexError: there is no such line.
        """
        if not 0 <= line < len(self):
            raise IndexError(line)
        fold = self.fold
        if fold is not None and line >= fold:
            if line == fold:
                return "fold", self.possible
            index = self._shown + line - fold - 1
            return "event", index, self.row_of(index)
        group = bisect_right(self._starts, line) - 1
        if self._starts[group] == line:
            heading, count, _ = self._groups[group]
            return "head", heading, count
        index = line - group - 1
        return "event", index, self.selection.at(index)

    def row_of(self, index: int) -> int:
        """The library's row of an event by its index.

        Raises:
            IndexError: no event with a line has this index.
        """
        if not 0 <= index < self.events:
            raise IndexError(index)
        if index >= self._shown:
            return self.selection.possible[index - self._shown]
        return self.selection.at(index)

    def line_of(self, index: int) -> int:
        """The line of an event by its index.

        Raises:
            IndexError: no event with a line has this index.
        """
        if not 0 <= index < self.events:
            raise IndexError(index)
        if index >= self._shown:
            return index + len(self._groups) + 1
        return index + bisect_right(self._groups, index, key=lambda entry: entry[2])

    def heading_of(self, line: int) -> int | None:
        """The line of the heading that a line stands under, itself if it is one."""
        if not self._starts or (self.fold is not None and line >= self.fold):
            return None
        return self._starts[bisect_right(self._starts, line) - 1]

    def opens_year(self, line: int) -> bool:
        """Whether the heading on this line is the first of its year in the list."""
        return line in self._opens


def _years_opened(groups: list[tuple[Group, int, int]]) -> frozenset[int]:
    """The lines of the headings that tell their year."""
    years = [heading.year for heading, _, _ in groups]
    changes = [0, *(k for k, (a, b) in enumerate(pairwise(years), 1) if a != b)]
    return frozenset(groups[k][2] + k for k in changes if k < len(groups))


def fold_line(possible: int, width: int, *, is_open: bool) -> Line:
    """The line in front of the events that may fall in the period."""
    if is_open:
        return ((pad(f" ▾ may fall here: {possible:,}", width), "heading"),)
    return ((pad(f" ▸ {possible:,} more may fall here", width), "muted"),)


def list_lines(
    lines: ListMap, part: range, width: int, marked: Container[str] = ()
) -> list[Line]:
    """The lines of a part of the list, each exactly `width` cells.

    The first one tells its year and day in any case; `marked` holds ids of events.
    """
    top = part.start
    items = [lines.at(line) for line in range(top, min(part.stop, len(lines)))]
    library = lines.selection.library
    numbers = [item[2] for item in items if item[0] == "event"]
    fetched = iter(library.rows(numbers))
    out: list[Line] = []
    above: Row | None = None
    for line, item in enumerate(items, top):
        if item[0] == "head":
            year = line == top or lines.opens_year(line)
            out.append(heading_line(item[1], item[2], width, show_year=year))
            above = None
        elif item[0] == "fold":
            out.append(fold_line(item[1], width, is_open=lines.open_fold))
            above = None
        else:
            row = next(fetched)
            out.append(
                event_line(
                    row,
                    library,
                    width,
                    shown_day=above is None or not same_day(row, above),
                    match=lines.selection.match(item[2]),
                    marked=row.id in marked,
                )
            )
            above = row
    return out
