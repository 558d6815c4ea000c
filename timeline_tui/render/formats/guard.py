"""Rows of comma-separated values that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv

from timeline_tui.render.safe import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""With these a cell is a formula to one spreadsheet or another."""


def csv_writer(out: TextIO, *, raw: bool) -> Callable[[Sequence[str]], object]:
    """What writes a row as RFC 4180 asks: CRLF, quotes where they are needed.

    Unless `raw`, text that a spreadsheet would take for a formula gets an apostrophe
    in front, and what could steer a terminal is shown instead. Numbers stay numbers.
    """
    put = csv.writer(out, lineterminator="\r\n").writerow
    if raw:
        return put
    return lambda cells: put([guarded(value) for value in cells])


def guarded(value: str) -> str:
    """A cell that neither a spreadsheet nor a terminal acts upon."""
    text = safe(value, multiline=True)
    if value.startswith(_STARTS) and not _is_number(value):
        return f"'{text}"
    return text


def _is_number(text: str) -> bool:
    """Whether it is a plain negative number: a dash, digits, at most one point."""
    digits = text.removeprefix("-").replace(".", "", 1)
    return digits.isascii() and digits.isdecimal()
