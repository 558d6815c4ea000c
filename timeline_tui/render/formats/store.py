"""The store itself as JSON Lines: what it declares, then events; exact and lossless.

All actors, themes and sources are written whichever events are, so that the output is
a store again. The lines are those of the one codec and harmless to a terminal.
"""

from __future__ import annotations

from timeline_tui.store.jsonl import head_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.formats import Options


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write the declarations and a line an event, in the library's order.

    Gives how many events.
    """
    del options  # the format has none
    things = library.timeline, library.actors, library.themes, library.sources
    out.writelines(line + "\n" for line in head_lines(*things))
    rows = selection.timeline | selection.possible
    out.writelines(record + "\n" for record in library.records(rows))
    return len(rows)
