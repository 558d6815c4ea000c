"""Reads a table: comma, semicolon or tab between the cells, names in the first line."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from timeline_tui.store.foreign.text import Row, Table, broken_byte

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_tui.errors import Fault
    from timeline_tui.store.foreign.text import ForeignText

_MOST_LINES = 1000  # of one row; a quote that is never closed would take all the rest


def read(text: ForeignText) -> Table:
    """Read the rows; one that cannot be read costs no other.

    Raises:
        StoreError: the line with the names of the columns cannot be read.
    """
    at = next(place for place, line in enumerate(text.lines) if line.strip())
    sign = max(",;\t", key=text.lines[at].count)
    header, taken = _cells(text, at, sign)
    if isinstance(header, str):
        raise text.refused(at + 1, header)
    columns = _columns(text, at, header)
    rows: list[Row] = []
    faults: list[Fault] = []
    at += taken
    while at < len(text.lines):
        cells, taken = _cells(text, at, sign)
        if isinstance(cells, str):
            faults.append(text.fault(at + 1, cells))
        elif any(cell.strip() for cell in cells):
            reason = _uneven(cells, columns) or broken_byte("".join(cells))
            if reason:
                faults.append(text.fault(at + 1, reason))
            else:
                rows.append(Row(at + 1, dict(zip(columns, cells, strict=True))))
        at += taken
    return Table(columns, rows, faults)


def _cells(text: ForeignText, at: int, sign: str) -> tuple[list[str] | str, int]:
    """Read the row that begins at a place: its cells, or why it is none.

    Returns:
        Also how many lines it took: one where it is none, so that the next row is not
        lost with it.
    """
    stop = min(at + _MOST_LINES, len(text.lines))
    lines = (f"{text.lines[place]}\n" for place in range(at, stop))
    reader = csv.reader(lines, delimiter=sign, strict=True)
    try:
        return next(reader), reader.line_num
    except csv.Error as error:
        return f"cannot be read as a row: {_reason(str(error))}", 1


def _reason(said: str) -> str:
    """Put the csv module's complaint in words of a table."""
    if "unexpected end" in said:
        return "a quote is opened and not closed"
    if "field limit" in said:
        return f"a cell has more than {csv.field_size_limit():,} characters"
    return said


def _columns(text: ForeignText, at: int, header: Iterable[str]) -> tuple[str, ...]:
    columns: list[str] = []
    for number, cell in enumerate(header, 1):
        name = cell.strip() or f"column {number}"
        reason = broken_byte(name)
        if name in columns:
            reason = f"two columns are called {name!r}"
        if reason:
            raise text.refused(at + 1, reason, "mend the names of the columns")
        columns.append(name)
    return tuple(columns)


def _uneven(cells: list[str], columns: tuple[str, ...]) -> str:
    has, wanted = len(cells), len(columns)
    if has == wanted:
        return ""
    return f"has {has} cell{'s' * (has != 1)} where the table has {wanted} columns"
