r"""Tab-separated values: `first last date id title kind sources match`.

One event a line whatever its text holds: backslash, tab and line ends are written as
`\\`, `\t`, `\n`, `\r`. Open ends are 0001-01-01 and 9999-12-31, so that `sort` and
`awk` work. New columns come only at the end.
"""

from __future__ import annotations

from timeline_tui.render.safe import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.formats import Options

COLUMNS = ("first", "last", "date", "id", "title", "kind", "sources", "match")
"""The columns, in order."""
_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write a line an event, under the columns' names if asked; gives how many."""
    if options.header:
        out.write(tsv_line(COLUMNS) + "\n")
    count = 0
    for row in library.stream(selection):
        out.write(
            tsv_line(
                (
                    row.first,
                    row.last,
                    row.date,
                    row.id,
                    row.title,
                    row.kind,
                    row.sources,
                    selection.match(row.row),
                )
            )
            + "\n"
        )
        count += 1
    return count


def tsv_line(values: Iterable[str]) -> str:
    """The values as one line without its end, harmless to a terminal."""
    return "\t".join([safe(value.translate(_ESCAPES)) for value in values])
