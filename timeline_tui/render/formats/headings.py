"""Events under headings: of the formats that have any, and plain text."""

from __future__ import annotations

from timeline_tui.library.arranged import grouped
from timeline_tui.render.cells import shown
from timeline_tui.render.words import MATCH_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.event import Event
    from timeline_tui.render.formats import Options


def parts(selection: Selection, options: Options) -> Iterator[tuple[str, Selection]]:
    """The headings asked for and what stands under each; else one part without any."""
    if not options.group_by:
        yield "", selection
        return
    for heading, part in grouped(selection, options.group_by):
        yield f"{shown(heading)} ({len(part):,})", part


def events_of(part: Selection, library: Library) -> Iterator[tuple[Event, str]]:
    """The events of a part, each with how it meets the dates asked for, in words.

    Nothing is said of an event that is inside them, nor where none are asked for.
    """
    rows = iter(part)
    for event in library.events(part):
        row = next(rows)
        yield event, MATCH_WORDS.get(part.match(row), "") if part.dated else ""


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write plain text, an event a line, under headings; gives how many lines.

    A blank line stands before each heading but the first.
    """
    from timeline_tui.render.formats.text import write as write_text  # noqa: PLC0415

    count = 0
    for heading, part in parts(selection, options):
        line = options.paint(((heading, "heading"),)) if options.paint else heading
        out.write(f"\n{line}\n" if count else f"{line}\n")
        count += write_text(part, library, out, options)
    return count
