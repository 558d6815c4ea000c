"""Who says what: one account a line, in text, tab-separated values or JSON Lines."""

from __future__ import annotations

from timeline_tui.render.formats.tsv import tsv_line
from timeline_tui.render.safe import safe
from timeline_tui.store.jsonl import line as json_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.event import Account, Event
    from timeline_tui.render.formats import Options

COLUMNS = ("date", "id", "title", "source", "by", "stance", "para", "says")
"""The columns, in order: date, id and title are the event's."""


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write a line an account, in the order of the events; gives how many.

    In text and tables, `by` and `para` hold several values with blanks between them,
    and `-` stands for none in text.
    """
    written = _LINES[options.format]
    if options.header and options.format == "tsv":
        out.write(tsv_line(COLUMNS) + "\n")
    count = 0
    for event in library.events(selection):
        for account in event.accounts:
            out.write(written(event, account) + "\n")
            count += 1
    return count


def _cells(event: Event, account: Account) -> tuple[str, ...]:
    """The values of the columns as text."""
    return (
        event.date.plain,
        event.id,
        event.title,
        account.source,
        " ".join(account.by),
        account.stance,
        " ".join([str(cite.para) for cite in account.cite]),
        account.says,
    )


def _as_text(event: Event, account: Account) -> str:
    """A line with two blanks between its columns, none of them empty."""
    return "  ".join([safe(cell) or "-" for cell in _cells(event, account)])


def _as_tsv(event: Event, account: Account) -> str:
    """A line of tab-separated values."""
    return tsv_line(_cells(event, account))


def _as_json(event: Event, account: Account) -> str:
    """A line of JSON: `date` is EDTF, `by` and `para` are lists."""
    return json_line(
        {
            "date": event.date.text,
            "id": event.id,
            "title": event.title,
            "source": account.source,
            "by": account.by,
            "stance": account.stance,
            "para": [cite.para for cite in account.cite],
            "says": account.says,
        }
    )


_LINES: dict[str, Callable[[Event, Account], str]] = {
    "text": _as_text,
    "tsv": _as_tsv,
    "jsonl": _as_json,
}
