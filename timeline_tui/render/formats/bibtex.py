"""BibTeX (biblatex): an entry for each of exactly the sources of the events."""

from __future__ import annotations

from timeline_tui.render.citations.bibtex import entries
from timeline_tui.render.colophon import sources_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.formats import Options


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write the entries, blank lines between them; gives how many sources."""
    del options  # the format has none
    written = entries(sources_of(selection, library))
    out.write("\n\n".join(written) + "\n" if written else "")
    return len(written)
