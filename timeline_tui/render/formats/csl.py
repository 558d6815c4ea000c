"""CSL-JSON: one array of exactly the sources of the events, for reference managers."""

from __future__ import annotations

from timeline_tui.render.citations.csl import array
from timeline_tui.render.colophon import sources_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.formats import Options


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write the array, empty where no event has a source; gives how many sources."""
    del options  # the format has none
    sources = sources_of(selection, library)
    out.write(array(sources) + "\n")
    return len(sources)
