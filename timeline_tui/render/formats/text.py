"""Plain text, an event a line: `DATE  TITLE  [source source]  ID`.

Unpadded and never cut in a pipe, so that `grep ^2022`, `sort` and `awk` work; on a
terminal the columns are aligned. On the path of piped text.
"""

from __future__ import annotations

from timeline_tui.render.cells import cell_width, shown
from timeline_tui.render.safe import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from timeline_tui.library.library import Library, Row
    from timeline_tui.library.selection import Selection
    from timeline_tui.render.formats import Options
    from timeline_tui.render.lines import Line

_PART = 500
_DAY = len("2022-02-26")


def write(selection: Selection, library: Library, out: TextIO, options: Options) -> int:
    """Write a line an event; gives how many."""
    rows = library.stream(selection)
    if options.width is None and options.paint is None:
        return _write_plain(rows, out)
    return _write_aligned(rows, out, options)


def _write_plain(rows: Iterator[Row], out: TextIO) -> int:
    """Write unpadded lines, many at a time."""
    count = 0
    part: list[str] = []
    for row in rows:
        title = row.title
        if not (title.isascii() and title.isprintable()):
            title = safe(title)
        part.append(f"{row.plain}  {title}  [{safe(row.sources)}]  {safe(row.id)}\n")
        if len(part) == _PART:
            out.write("".join(part))
            count += _PART
            part = []
    out.write("".join(part))
    return count + len(part)


def _write_aligned(rows: Iterator[Row], out: TextIO, options: Options) -> int:
    """Write lines whose columns are aligned, each part by its own widest values."""
    count = 0
    while part := _taken(rows):
        cells = [
            (safe(r.plain), shown(r.title), f"[{shown(r.sources)}]", shown(r.id))
            for r in part
        ]
        dates, titles, sources = _widths(cells, options.width)
        for date, title, told, known_as in cells:
            line = (
                (date, "date"),
                (" " * (max(dates - cell_width(date), 0) + 2), "space"),
                (title, "title"),
                (" " * (max(titles - cell_width(title), 0) + 2), "space"),
                (told, "muted"),
                (" " * (max(sources - cell_width(told), 0) + 2), "space"),
                (known_as, "faint"),
            )
            out.write(_painted(line, options) + "\n")
        count += len(part)
    return count


def _taken(rows: Iterator[Row]) -> list[Row]:
    """The next part of the rows."""
    return [row for _, row in zip(range(_PART), rows, strict=False)]


def _widths(
    cells: list[tuple[str, str, str, str]], width: int | None
) -> tuple[int, int, int]:
    """How wide the columns of dates, titles and sources are.

    Where whole lines would not fit the terminal, only plain days are aligned.
    """
    dates, titles, sources, ids = [
        max(map(cell_width, column)) for column in zip(*cells, strict=True)
    ]
    if width is not None and dates + titles + sources + ids + 6 > width:
        return _DAY, 0, 0
    return dates, titles, sources


def _painted(line: Line, options: Options) -> str:
    """The text of a line, with colour where that is asked for."""
    if options.paint is not None:
        return options.paint(line)
    return "".join([text for text, _ in line])
