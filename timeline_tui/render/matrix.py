"""Events × sources: how each source stands to each event, in the lines of the list."""

from __future__ import annotations

from math import ceil

from timeline_tui.render.cells import cell_width, cut, pad, shown
from timeline_tui.render.detail import is_earlier
from timeline_tui.render.legend import legend_lines
from timeline_tui.render.lines import fit, merged
from timeline_tui.render.row_parts import KIND_FROM, add_title, day_text, same_day
from timeline_tui.render.rows import KIND_LETTERS, fold_line, heading_line
from timeline_tui.render.words import STANCE_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from timeline_tui.library.library import Library, Row
    from timeline_tui.model.event import Event
    from timeline_tui.model.source import Source
    from timeline_tui.render.lines import Line, Span
    from timeline_tui.render.rows import Item, ListMap

STANCE_SIGNS = {
    "supports": "●",
    "qualifies": "◐",
    "reframes": "◇",
    "contradicts": "×",
}
"""The sign of each stance, the mildest first; of several the last one is shown."""
SILENT = "·"
UNKNOWING = " "
"""What stands for a source that is older than the event."""
_LEGEND = (
    *[(STANCE_SIGNS[key], f"stance-{key}", STANCE_WORDS[key]) for key in STANCE_SIGNS],
    (SILENT, "source-silent", "silent"),
    ("blank", "key", "older than the event"),
)
_SHARE = 0.45
"""So much of the width may be columns."""
_FIXED = 26
"""The cells beside title and signs: margins, day, kind, a word, the sign of dispute."""
_LABEL_MOST = 12
_NARROW = 2
"""The cells of a column that is headed by a letter."""


class Matrix:
    """The columns of the matrix; its lines are those of a `ListMap`.

    Where not all sources fit, the columns are seen from `offset` on, which goes from
    0 to the number of sources less `columns(width)`.
    """

    __slots__ = ("_letters", "_sources")

    def __init__(self, library: Library) -> None:
        """Take the sources of a library in the order of the store."""
        self._sources = library.sources
        self._letters = library.letters

    def __len__(self) -> int:
        return len(self._sources)

    def columns(self, width: int) -> int:
        """How many sources are in sight at once."""
        return min(len(self), max(int(width * _SHARE) // self._cell(width), 1))

    def whole(self, title: int, width: int) -> int:
        """The width, `width` or more, for all sources and titles of so many cells."""
        width = max(width, ceil(len(self) * _NARROW / _SHARE))
        while (room := width - self._cell(width) * len(self) - _FIXED) < title:
            width += title - room
        return width

    def head(self, width: int, offset: int = 0) -> list[Line]:
        """The signs and, over their columns, the sources: two or three lines."""
        seen = self._seen(width, offset)
        cell = self._cell(width)
        hidden = len(self) - len(seen)
        end = (
            f" {offset + 1}–{offset + len(seen)} of {len(self)} sources "
            if hidden
            else ""
        )
        room = width - cell * len(seen) - 3
        names: list[Span] = [(pad(end.rjust(max(room, 0)), max(room, 0)), "muted")]
        names += [
            (_centred(self._head(source, cell), cell), "heading") for source in seen
        ]
        return [*legend_lines(_LEGEND, width), fit(merged(names), width)]

    def lines(
        self,
        lines: ListMap,
        part: range,
        width: int,
        *,
        marked: Container[str] = (),
        offset: int = 0,
    ) -> list[Line]:
        """A part of the list with signs at the right, each line `width` cells.

        The first line tells its year and day in any case; `marked` holds ids.
        """
        top = part.start
        items = [lines.at(line) for line in range(top, min(part.stop, len(lines)))]
        library = lines.selection.library
        numbers = [item[2] for item in items if item[0] == "event"]
        told = zip(library.rows(numbers), library.events(numbers), strict=True)
        seen = self._seen(width, offset)
        out: list[Line] = []
        above: Row | None = None
        for line, item in enumerate(items, top):
            if item[0] != "event":
                year = line == top or lines.opens_year(line)
                out.append(_no_event(item, width, lines, show_year=year))
                above = None
                continue
            row, event = next(told)
            day = "   " if above is not None and same_day(row, above) else day_text(row)
            mark: Span = ("*", "mark") if row.id in marked else (" ", "space")
            match = lines.selection.match(row.row)
            signs = self._signs(event, seen, self._cell(width))
            out.append(_line([mark, (day, "day")], row, match, signs, width=width))
            above = row
        return out

    def _seen(self, width: int, offset: int) -> Sequence[Source]:
        return self._sources[offset : offset + self.columns(width)]

    def _cell(self, width: int) -> int:
        """How wide a column is: for the names of the sources if they fit, else less."""
        names = [min(cell_width(shown(s.label)), _LABEL_MOST) for s in self._sources]
        wide = max(names, default=1) + 1
        return wide if wide * len(names) <= width * _SHARE else _NARROW

    def _head(self, source: Source, cell: int) -> str:
        if cell == _NARROW:
            letter = self._letters.get(source.id, "?")
            return letter if letter.isalnum() and len(letter) == 1 else "+"
        return shown(source.label)

    def _signs(self, event: Event, seen: Sequence[Source], cell: int) -> list[Span]:
        """A sign for each source in sight, each in the middle of its column."""
        stances: dict[str, list[str]] = {}
        for account in event.accounts:
            stances.setdefault(account.source, []).append(account.stance)
        spans: list[Span] = []
        for source in seen:
            sign, role = _sign(stances.get(source.id, []))
            if sign == SILENT and is_earlier(source, event):
                sign = UNKNOWING
            spans.append((_centred(sign, cell), role))
        return spans


def _sign(stances: list[str]) -> Span:
    """The sign of the sharpest of a source's accounts of an event."""
    if not stances:
        return SILENT, "source-silent"
    known = [stance for stance in STANCE_SIGNS if stance in stances]
    if not known:
        return "?", "text"
    return STANCE_SIGNS[known[-1]], f"stance-{known[-1]}"


def _centred(text: str, cells: int) -> str:
    """A text in the middle of so many cells, cut to leave one blank."""
    text = cut(text, max(cells - 1, 1))
    left = (cells - cell_width(text)) // 2
    return " " * left + text + " " * (cells - left - cell_width(text))


def _line(
    head: list[Span], row: Row, match: str, signs: list[Span], *, width: int
) -> Line:
    """A row: mark and day, kind, title, the signs, whether it is disputed."""
    spans = [*head, (" ", "space")]
    if width >= KIND_FROM:
        spans += [(KIND_LETTERS.get(row.kind, "?"), "kind"), ("  ", "space")]
    used = sum([len(text) for text, _ in spans])
    room = width - used - sum([cell_width(text) for text, _ in signs]) - 4
    if match == "possible":
        when = shown(row.plain)
        if cell_width(when) + 2 < room:
            spans += [(when, "date"), ("  ", "space")]
            room -= cell_width(when) + 2
    add_title(spans, row, max(room, 0), match)
    disputed = ("≠", "disputed") if "d" in row.marks else (" ", "space")
    end: list[Span] = [(" ", "space"), *signs, (" ", "space"), disputed, (" ", "space")]
    return fit(merged([*spans, *end]), width)


def _no_event(item: Item, width: int, lines: ListMap, *, show_year: bool) -> Line:
    """A heading, or the fold."""
    if item[0] == "head":
        return heading_line(item[1], item[2], width, show_year=show_year)
    return fold_line(len(lines.selection.possible), width, is_open=lines.open_fold)
