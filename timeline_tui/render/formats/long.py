"""Events in full, with numbered notes; then the sources, the query and the store."""

from __future__ import annotations

from timeline_tui.render.blocks import Block
from timeline_tui.render.colophon import colophon, told_sources
from timeline_tui.render.formats.headings import events_of, parts
from timeline_tui.render.lines import plain
from timeline_tui.render.record import Record, source_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.source import Source
    from timeline_tui.render.formats import Options
    from timeline_tui.render.lines import Line


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write the records, blank lines between them; gives how many.

    Notes are numbered through. In a pipe every paragraph is one line, for `grep`.
    """
    count = 0
    note = 1
    told: set[str] = set()
    for heading, part in parts(selection, options):
        if heading:
            _write_lines([((heading, "heading"),), ()], out, options)
        for event, match in events_of(part, library):
            record = Record(event, library, options.width, note, match=match)
            note = record.next_note
            told.update(told_sources(event))
            _write_lines(record.lines, out, options)
            out.write("\n")
            count += 1
    if count:
        sources = [source for source in library.sources if source.id in told]
        _write_lines(_end(sources, selection, library, options.width), out, options)
    return count


def _end(
    sources: list[Source], selection: Selection, library: Library, width: int | None
) -> list[Line]:
    """What stands after the last event."""
    lines = [*source_list(sources, width), ()] if sources else []
    block = Block(width, margin=0)
    for label, text in colophon(selection, library):
        block.add([(f"{label}: ", "label"), (text, "muted")], hang=2)
    return lines + block.lines


def _write_lines(lines: Iterable[Line], out: TextIO, options: Options) -> None:
    """Write lines, with colour where that is asked for."""
    turn = options.paint or plain
    out.write("".join([turn(line) + "\n" for line in lines]))
