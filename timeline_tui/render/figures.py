"""A table of figures: a heading for each measure, a line for each figure."""

from __future__ import annotations

from itertools import groupby

from timeline_tui.render.cells import cell_width, cut, pad, shown
from timeline_tui.render.figure_table import arranged, entries_of, figure_rows
from timeline_tui.render.lines import fit, merged
from timeline_tui.render.words import figure_words, measure_words, names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from timeline_tui.library.selection import Selection
    from timeline_tui.render.figure_table import Entry
    from timeline_tui.render.lines import Line, Span

_COUNTS_FROM = 90
"""From this width on there is a column for what is counted."""
_TELLER_FROM = 64
"""From this width on, for who says so and where."""
_WHEN_MOST, _VALUE_MOST, _TELLER_MOST = 24, 28, 27
_GAP = "  "
_FIXED = 8
"""The cells of a line that belong to no column: margins, bracket, sign, a gap."""
_DAY = len("at 2022-02-26")
_COLUMNS = ("when", "value", "who says so", "what it counts")


class Figures:
    """The figures of a selection by measure and time, rivals together.

    Attributes:
        entries: The figures in the order of their lines.
    """

    __slots__ = ("_library", "_lines", "_of_row", "_widths", "entries")

    def __init__(
        self, selection: Selection, entries: Iterable[Entry] | None = None
    ) -> None:
        """Gather the figures of the events shown.

        `entries` are what `entries_of` gave, where somebody has gathered them already.
        """
        if entries is None:
            entries = entries_of(selection, figure_rows(selection))
        self._library = selection.library
        self.entries = arranged(entries)
        self._lines: list[tuple[str, int]] = []  # a measure and how many, or "" and one
        self._of_row: dict[int, int] = {}
        number = 0
        for measure, same in groupby(
            self.entries, key=lambda each: each.figure.measure
        ):
            rows = [entry.row for entry in same]
            self._lines.append((measure, len(rows)))
            for row in rows:
                self._of_row.setdefault(row, len(self._lines))
                self._lines.append(("", number))
                number += 1
        self._widths = self._measured()

    def __len__(self) -> int:
        return len(self._lines)

    def row_at(self, line: int) -> int | None:
        """The row of the event on a line; None on a heading."""
        measure, number = self._lines[line]
        return None if measure else self.entries[number].row

    def line_of(self, row: int) -> int | None:
        """The first line of an event; None if it has no figure here."""
        return self._of_row.get(row)

    def head(self, width: int, *, whole: bool = False) -> list[Line]:
        """What the columns are, in one line of exactly `width` cells, or `whole`."""
        cells = self._widths if whole else self._cells(width)
        when, value, *rest = map(pad, _COLUMNS, cells)
        spans: list[Span] = [("   ", "space"), (when, "label"), (" " * 4, "space")]
        spans.append((value, "label"))
        spans += [(_GAP + text, "label") for text in rest if text]
        return [merged(spans) if whole else fit(merged(spans), width)]

    def lines(
        self,
        part: range,
        width: int,
        *,
        marked: Container[str] = (),
        whole: bool = False,
    ) -> list[Line]:
        """Some lines, each exactly `width` cells; `marked` holds ids of events.

        With `whole` nothing is cut, and lines may take more cells.
        """
        part = range(max(part.start, 0), min(part.stop, len(self)))
        numbers = [
            n for measure, n in map(self._lines.__getitem__, part) if not measure
        ]
        rows = {self.entries[number].row for number in numbers}
        stars = {row.row for row in self._library.rows(rows) if row.id in marked}
        cells = self._widths if whole else self._cells(width)
        out = []
        for measure, number in map(self._lines.__getitem__, part):
            if measure:
                out.append(_heading(measure, number, width, whole=whole))
                continue
            star: Span = (" ", "space")
            if self.entries[number].row in stars:
                star = ("*", "mark")
            line = merged([star, *self._line(number, cells)])
            out.append(line if whole else fit(line, width))
        return out

    def _line(self, number: int, cells: tuple[int, ...]) -> list[Span]:
        """One figure, behind the place of a mark."""
        entry = self.entries[number]
        when, value, teller, counts = cells
        spans: list[Span] = [
            (self._bracket(number), "rule"),
            (" ", "space"),
            (pad(_when(entry), when), "date"),
            (" ", "space"),
            ("≠" if entry.disputed else " ", "disputed" if entry.disputed else "space"),
            (_GAP, "space"),
            (pad(figure_words(entry.figure), value), "value"),
        ]
        if teller:
            spans += [(_GAP, "space"), (pad(self._teller(entry), teller), "muted")]
        if counts:
            text = cut(shown(entry.figure.counts), counts)
            spans += [(_GAP, "space"), (text, "text")]
        return [*spans, (" ", "space")]

    def _bracket(self, number: int) -> str:
        """What ties an entry to its neighbours of the same measure and time."""
        entries = self.entries
        above = entries[number].together
        below = number + 1 < len(entries) and entries[number + 1].together
        return {(False, False): " ", (False, True): "┌", (True, True): "├"}.get(
            (above, below), "└"
        )

    def _teller(self, entry: Entry) -> str:
        """Who says so, in which document and paragraph."""
        figure = entry.figure
        parts: list[str] = []
        if figure.source:
            label = shown(self._library.source(figure.source).label)
            parts.append(" ".join([label, *[f"¶{cite.para}" for cite in figure.cite]]))
        if figure.by:
            parts.append(names(self._library, figure.by, ", "))
        return " · ".join(parts)

    def _measured(self) -> tuple[int, int, int, int]:
        """How wide the columns have to be for nothing to be cut."""
        texts = [
            (
                _when(entry),
                figure_words(entry.figure),
                self._teller(entry),
                shown(entry.figure.counts),
            )
            for entry in self.entries
        ]
        columns = zip(*texts, strict=True) if texts else [()] * 4
        when, value, teller, counts = [
            max([cell_width(text) for text in (*column, name)])
            for column, name in zip(columns, _COLUMNS, strict=True)
        ]
        return when, value, teller, counts

    def _cells(self, width: int) -> tuple[int, int, int, int]:
        """How wide the columns are; those that there is no room for are 0."""
        when, value, teller, _ = self._widths
        when, value = min(when, _WHEN_MOST), min(value, _VALUE_MOST)
        if width < _TELLER_FROM:
            value = max(min(value, width - _FIXED - _DAY), 0)
            return max(width - _FIXED - value, 0), value, 0, 0
        left = width - when - value - _FIXED - len(_GAP)
        if width < _COUNTS_FROM:
            return when, value, left, 0
        teller = min(teller, _TELLER_MOST)
        return when, value, teller, max(left - teller - len(_GAP), 0)


def _when(entry: Entry) -> str:
    """The time of a figure, told whether it is a period or the date of a state."""
    figure = entry.figure
    lead = "in" if figure.period is not None else "at"
    if figure.period is None and figure.as_of is None:
        lead = "by"
    return f"{lead} {shown(entry.when.plain)}"


def _heading(measure: str, count: int, width: int, *, whole: bool) -> Line:
    """The heading of a measure: its words, a rule, how many figures."""
    number = str(count)
    text = measure_words(measure)
    if whole:
        width = max(width, cell_width(text) + len(number) + _FIXED)
    text = cut(text, max(width - len(number) - _FIXED, 1))
    rule = width - cell_width(text) - len(number) - 6
    spans: list[Span] = [(" ", "space"), (text, "month"), (_GAP, "space")]
    if rule > 0:
        spans += [("─" * rule, "rule"), (_GAP, "space"), (number, "count")]
    return fit((*spans, (" ", "space")), width)
