"""Chosen columns, or a finer grain than events: text, tables and JSON Lines.

In text and in tables of accounts or figures dates are those of plain text, which
sort; otherwise they are EDTF. Text writes `-` where there is nothing; its columns are
aligned on a terminal alone, as far as they have room there.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from timeline_tui.render.cells import cell_width
from timeline_tui.render.formats.fields import (
    DEFAULTS,
    IN_TEXT,
    OPEN,
    Record,
    cell,
    plain_date,
    records,
    values,
)
from timeline_tui.render.formats.guard import csv_writer
from timeline_tui.render.formats.tsv import tsv_line
from timeline_tui.render.lines import plain
from timeline_tui.render.safe import safe
from timeline_tui.store.jsonl import line as json_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.formats import Options
    from timeline_tui.render.lines import Line, Span

_T = TypeVar("_T")
_GAP = "  "
_PART = 500  # rows; each part is aligned by its own widest cells
_ROLES = {"date": "date", "plain": "date", "title": "title", "id": "faint"}
"""The roles of columns that have one of their own."""


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write a line a record under the columns' names if asked; gives how many."""
    grain, form = options.per, options.format
    fields = (
        options.fields or (form == "text" and IN_TEXT.get(grain)) or DEFAULTS[grain]
    )
    found = records(selection, library, grain)
    if form == "jsonl":
        return _each(
            found, lambda one: out.write(json_line(values(one, fields, grain)) + "\n")
        )
    rows = (_cells(record, fields, options) for record in found)
    if form == "text":
        return _write_text(rows, fields, out, options)
    put = _rows_to(out, options)
    if form == "csv" or options.header:
        put(fields)
    return _each(rows, put)


def _each(found: Iterable[_T], put: Callable[[_T], object]) -> int:
    """Put each where it belongs; gives how many there were."""
    count = 0
    for one in found:
        put(one)
        count += 1
    return count


def _rows_to(out: TextIO, options: Options) -> Callable[[Sequence[str]], object]:
    """What writes the cells of a row of a table."""
    if options.format == "csv":
        return csv_writer(out, raw=options.raw)
    return lambda cells: out.write(tsv_line(cells) + "\n")


def _write_text(
    rows: Iterable[list[str]], fields: Sequence[str], out: TextIO, options: Options
) -> int:
    """Write plain lines, aligned by the part where they go to a terminal."""
    shown = ([safe(cell) or "-" for cell in cells] for cells in rows)
    if options.width is None and options.paint is None:
        return _each(shown, lambda cells: out.write(_GAP.join(cells) + "\n"))
    turn = options.paint or plain
    roles = [_ROLES.get(field, "text") for field in fields]
    count = 0
    while part := list(islice(shown, _PART)):
        widths = _widths(part, options.width)
        out.writelines(turn(_aligned(cells, roles, widths)) + "\n" for cells in part)
        count += len(part)
    return count


def _widths(part: Sequence[Sequence[str]], width: int | None) -> list[int]:
    """How wide columns are padded: from the left, as long as there is room for them."""
    widths: list[int] = []
    room = width or 0
    for column in zip(*part, strict=True):
        widest = max(map(cell_width, column))
        room -= widest + len(_GAP)
        widths.append(widest if room > 0 else 0)
    widths[-1] = 0
    return widths


def _aligned(cells: Sequence[str], roles: Sequence[str], widths: Sequence[int]) -> Line:
    """A row as a line with its columns padded and a gap between them."""
    line: list[Span] = []
    for text, role, width in zip(cells, roles, widths, strict=True):
        blanks = max(width - cell_width(text), 0) * " "
        line += [(text, role), (f"{blanks}{_GAP}", "space")]
    return tuple(line[:-1])


def _cells(record: Record, fields: Sequence[str], options: Options) -> list[str]:
    """The values of the columns as text."""
    grain, form = options.per, options.format
    sortable = form == "text" or grain != "event"
    cells = []
    for field, value in values(record, fields, grain).items():
        date = plain_date(field, record) if sortable else None
        if date is not None:
            cells.append(date)
        elif value is None and form != "csv" and field in OPEN:
            cells.append(OPEN[field])
        else:
            cells.append(cell(field, record, value))
    return cells
