# ruff: noqa: N999 - a verb is found by the name of its module
"""`kgtl import FILE`: somebody else's table, JSON Lines or TimelineJS as a store."""

from __future__ import annotations

import os.path
from contextlib import suppress

from timeline_tui.cli.exit_code import FOUND, NOTHING
from timeline_tui.cli.foreign_dates import read_date
from timeline_tui.cli.options import KINDS_OF_FILE
from timeline_tui.cli.printing import Printing
from timeline_tui.cli.report_form import told_by_ending
from timeline_tui.errors import UsageError
from timeline_tui.render.safe import safe
from timeline_tui.store.document import file_bytes, shown_path
from timeline_tui.store.foreign import csv_rows, json_rows
from timeline_tui.store.foreign.events import imported
from timeline_tui.store.foreign.mapping import asked
from timeline_tui.store.foreign.text import ForeignText
from timeline_tui.store.jsonl import event_line, head_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.store.foreign.events import Imported

_READERS = dict(
    zip(
        KINDS_OF_FILE,
        (csv_rows.read, json_rows.read_lines, json_rows.read_timelinejs),
        strict=True,
    )
)


def run(command: Command, outside: Outside) -> int:
    """Print the store as JSON Lines, and list the rows that are not in it.

    Returns:
        0 if every row is in the store; 1 if any was set aside, or there was none.

    Raises:
        UsageError: nothing says what the file is, or which columns are meant.
        StoreError: the file cannot be read at all.
    """
    path = command.words[0]
    _fits(command.get("output") or "")
    fields = asked(command.get("map"))
    kind = command.get("from") or _told_by_name(path)
    if path == "-":
        raw = outside.stdin.read() if outside.stdin else b""
        shown, name = "(standard input)", "standard input"
    else:
        shown, name = shown_path(path), os.path.basename(path)  # noqa: PTH119 - a name
        raw = file_bytes(path, shown)
    text = ForeignText(raw, shown)
    made = imported(
        text, _READERS[kind](text), name=name, asked_for=fields, read_date=read_date
    )
    if made.events:
        _print(made, command, outside)
    _talk(made, command, outside)
    return NOTHING if made.set_aside or not made.events else FOUND


def _fits(path: str) -> None:
    """Refuse to write a store into a file that would be taken for something else."""
    told = told_by_ending(path)
    if told not in ("", "jsonl"):
        raise UsageError(f"import writes JSON Lines, not {told}: end {path} in .jsonl")


def _told_by_name(path: str) -> str:
    ending = path.lower().rpartition(".")[2]
    kinds = {"csv": "csv", "tsv": "csv", "jsonl": "jsonl", "ndjson": "jsonl"}
    if ending in kinds:
        return kinds[ending]
    raise UsageError(f"what is {path}? say --from {' or --from '.join(KINDS_OF_FILE)}")


def _print(made: Imported, command: Command, outside: Outside) -> None:
    head = head_lines(made.timeline, made.actors, made.themes, [made.file])
    with Printing(command, outside, paged=False) as out:
        out.writelines(f"{line}\n" for line in head)
        out.writelines(f"{event_line(event)}\n" for event in made.events)


def _talk(made: Imported, command: Command, outside: Outside) -> None:
    """List what is not in the store, an error, and what else should be known."""
    for fault in made.set_aside:
        _list(str(fault), outside)
    if command.has("quiet"):
        return
    for warning in made.warnings:
        _list(f"{warning} (kept)", outside)
    count, aside = len(made.events), len({one.line for one in made.set_aside})
    outside.say(
        f"{count:,} event{'s' * (count != 1)} made;"
        f" {aside:,} row{'s' * (aside != 1)} set aside"
    )


def _list(text: str, outside: Outside) -> None:
    """Write `file:line: reason` on standard error, for editors to jump to."""
    if outside.say_to is not None:
        with suppress(OSError, ValueError):  # nobody is there to read it
            outside.say_to.write(f"{safe(text)}\n")
