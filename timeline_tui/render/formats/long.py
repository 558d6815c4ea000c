"""Events in full, with numbered notes, and after them the list of sources."""

from __future__ import annotations

from timeline_tui.render.lines import plain
from timeline_tui.render.record import Record, source_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.formats import Options
    from timeline_tui.render.lines import Line


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write the records, blank lines between them; gives how many.

    Notes are numbered through. In a pipe every paragraph is one line, for `grep`.
    """
    count = 0
    note = 1
    told: set[str] = set()
    for event in library.events(selection):
        record = Record(event, library, options.width, note)
        note = record.next_note
        told.update(event.sources, [figure.source for figure in event.figures])
        _write_lines(record.lines, out, options)
        out.write("\n")
        count += 1
    sources = [source for source in library.sources if source.id in told]
    if sources:
        _write_lines(source_list(sources, options.width), out, options)
    return count


def _write_lines(lines: Iterable[Line], out: TextIO, options: Options) -> None:
    """Write lines, with colour where that is asked for."""
    turn = options.paint or plain
    out.write("".join([turn(line) + "\n" for line in lines]))
