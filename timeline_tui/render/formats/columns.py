"""Chosen columns, or a finer grain than events: text, tables and JSON Lines.

In text and in tables of accounts or figures `date` is that of plain text, which sorts;
otherwise it is EDTF. Text writes `-` where there is nothing.
"""

from __future__ import annotations

from timeline_tui.render.formats.fields import (
    DEFAULTS,
    OPEN,
    Record,
    cell,
    records,
    values,
)
from timeline_tui.render.formats.guard import csv_writer
from timeline_tui.render.formats.tsv import tsv_line
from timeline_tui.render.safe import safe
from timeline_tui.store.jsonl import line as json_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.formats import Options


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write a line a record under the columns' names if asked; gives how many."""
    grain, form = options.per, options.format
    fields = options.fields or DEFAULTS[grain]
    found = records(selection, library, grain)
    count = 0
    if form == "jsonl":
        for record in found:
            out.write(json_line(values(record, fields, grain)) + "\n")
            count += 1
        return count
    put = _rows_to(out, options)
    if form == "csv" or (form == "tsv" and options.header):
        put(fields)
    for record in found:
        put(_cells(record, fields, options))
        count += 1
    return count


def _rows_to(out: TextIO, options: Options) -> Callable[[Sequence[str]], object]:
    """What writes the cells of a row."""
    if options.format == "csv":
        return csv_writer(out, raw=options.raw)
    if options.format == "tsv":
        return lambda cells: out.write(tsv_line(cells) + "\n")
    return lambda cells: out.write(
        "  ".join([safe(each) or "-" for each in cells]) + "\n"
    )


def _cells(record: Record, fields: Sequence[str], options: Options) -> list[str]:
    """The values of the columns as text."""
    grain, form = options.per, options.format
    plain = form == "text" or grain != "event"
    cells = []
    for field, value in values(record, fields, grain).items():
        if field == "date" and plain:
            cells.append(record.event.date.plain)
        elif value is None and form != "csv" and field in OPEN:
            cells.append(OPEN[field])
        else:
            cells.append(cell(field, record, value))
    return cells
