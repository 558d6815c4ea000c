"""The lines around the panes, and the whole first screen at once."""

from __future__ import annotations

from timeline_tui.render.canvas import Canvas
from timeline_tui.render.cells import cell_width, cut, shown, wrap
from timeline_tui.render.chips import DROP
from timeline_tui.render.density import Density, window_of
from timeline_tui.render.lines import fit, merged, on, width
from timeline_tui.render.rows import ListMap, list_lines
from timeline_tui.render.screen import MIN_HEIGHT, MIN_WIDTH, Panes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection
    from timeline_tui.query.terms import Query
    from timeline_tui.render.drawer import FacetRow
    from timeline_tui.render.lines import Line, Span
    from timeline_tui.render.screen import Rect

GROUNDS = {
    "query": "raised",
    "density": "base",
    "list": "base",
    "gap": "base",
    "detail": "surface",
    "drawer": "surface",
    "foot": "raised",
}
"""The ground of each pane."""
_SPACE = "  "
_WORDS_FROM = 60
_NAME_LEAST = 16
"""A name that has to be cut is told in so many cells or not at all."""
CHIPS_FROM = 100
"""The width in cells from which chips have a sign to drop them."""


def query_line(
    selection: Selection, columns: int, *, typed: Line | None = None
) -> Line:
    """The top line: title and coverage, the query, how much of the store it shows.

    It is exactly `columns` cells; the counts stay, the query is cut before them, and
    the title gives way to both. `typed` stands in for the query.
    """
    counts = _counts(selection, columns)
    middle = typed
    if middle is None:
        middle = query_chips(selection.query, droppable=columns >= CHIPS_FROM)
    free = columns - width(counts) - 3
    names = _names(selection.library)
    needed = width(middle) + len(_SPACE)
    name = next((n for n in names if cell_width(n) + needed <= free), "")
    if not name and free - needed >= _NAME_LEAST:
        name = cut(names[-1], free - needed)
    head: Line = ((name, "heading"), (_SPACE, "space")) if name else ()
    room = max(free - width(head), 0)
    middle = _cut(middle, room)
    blank = room - width(middle)
    before = blank // 2 if name else 0
    spans = (
        (" ", "space"),
        *head,
        (" " * before, "space"),
        *middle,
        (" " * (blank - before + 1), "space"),
        *counts,
        (" ", "space"),
    )
    return fit(merged(spans), columns)


def query_chips(query: Query, *, droppable: bool = False) -> Line:
    """The terms of a query, the field of each told apart from its value.

    `droppable` puts a sign behind each that can be pressed to drop it.
    """
    spans: list[Span] = []
    for term in query.terms:
        text = shown(str(term))
        field, colon, value = text.partition(":")
        if spans:
            spans.append((_SPACE if droppable else " ", "space"))
        if colon and field.lstrip("-") == term.field:
            spans += [(field + colon, "query-field"), (value, "query")]
        else:
            spans.append((text, "query"))
        if droppable:
            spans.append((f" {DROP}", "faint"))
    return tuple(spans)


def foot_line(hints: Sequence[tuple[str, str]], columns: int) -> Line:
    """Keys and what they do, as many whole ones as fit; exactly `columns` cells.

    The last, which is the help, stays where others do not fit.
    """
    told: list[tuple[str, str]] = []
    for hint in hints:
        rest = [] if hint == hints[-1] else [hints[-1]]
        if _hints_width([*told, hint, *rest]) <= columns:
            told.append(hint)
    return fit(_hints(told), columns)


def foot_lines(hints: Sequence[tuple[str, str]], columns: int) -> list[Line]:
    """Keys and what they do, all of them, in as many lines as it takes."""
    lines: list[list[tuple[str, str]]] = [[]]
    for hint in hints:
        if lines[-1] and _hints_width([*lines[-1], hint]) > columns:
            lines.append([])
        lines[-1].append(hint)
    return [fit(_hints(line), columns) for line in lines]


def _hints(hints: Sequence[tuple[str, str]]) -> Line:
    spans: list[Span] = []
    for key, words in hints:
        spans += [(_SPACE if spans else " ", "space"), (key, "key")]
        spans += [(" ", "space"), (words, "hint")]
    return tuple(spans)


def _hints_width(hints: Sequence[tuple[str, str]]) -> int:
    return width(_hints(hints))


def empty_lines(selection: Selection, columns: int) -> list[Line]:
    """What the list says where no event stands in it."""
    words = ["Nothing matches."]
    if not selection.library.count:
        words = ["This store has no events."]
    elif selection.query:
        from timeline_tui.library.way_out import way_out  # noqa: PLC0415 - start-up

        told = shown(way_out(selection))
        words += wrap(told[:1].upper() + told[1:], columns - 3) if told else []
    lines: list[Line] = [((f" {each}", "muted"),) for each in words]
    return [fit(((" ", "space"), *line), columns) for line in lines]


def tiny_lines(columns: int, height: int, leave: str = "q") -> list[Line]:
    """What a terminal that is too small says; `leave` is the key to leave with."""
    text = (
        f"kgtl needs {MIN_WIDTH} × {MIN_HEIGHT} cells; this terminal has"
        f" {columns} × {height}. Make it larger, or press {leave}."
    )
    lines: list[Line] = [((line, "text"),) for line in wrap(text, columns)]
    lines += [()] * (height - len(lines))
    return [fit(line, columns) for line in lines[:height]]


def first_frame(
    selection: Selection,
    panes: Panes,
    size: tuple[int, int],
    hints: Sequence[tuple[str, str]],
    *,
    facets: Sequence[FacetRow] = (),
    marked: Container[str] = (),
) -> list[Line]:
    """The first screen, line by line, each exactly as wide as the terminal.

    It has the cursor on the first event, as the explorer starts. `size` is columns and
    rows, `facets` what the drawer lists where it stands beside the list.
    """
    columns, rows = size
    if panes.layout == "tiny":
        return [on(line, "base") for line in tiny_lines(columns, rows)]
    lines = ListMap(selection, open_fold=not selection.timeline)
    canvas = Canvas(columns, rows)
    drawn: dict[str, list[Line]] = {
        "query": [query_line(selection, columns)],
        "density": _strip(lines, panes),
        "list": _list(lines, panes.list, marked),
        "detail": _first_event(lines, panes.detail),
        "drawer": _drawer(facets, panes.drawer),
        "foot": [foot_line(hints, columns)],
        "gap": [(("─" * columns, "rule"),)] if panes.layout == "stacked" else [],
    }
    for name, rect in panes.shown():
        canvas.put(rect, drawn[name], GROUNDS[name])
    return canvas.lines()


def _list(lines: ListMap, rect: Rect | None, marked: Container[str]) -> list[Line]:
    """The list from its top, the cursor on its first event."""
    if rect is None:
        return []
    if not len(lines):
        return empty_lines(lines.selection, rect.width)
    drawn = list_lines(lines, range(rect.height), rect.width, marked)
    if lines.events:
        at = lines.line_of(0)
        drawn[at : at + 1] = [on(line, "cursor") for line in drawn[at : at + 1]]
    return drawn


def _strip(lines: ListMap, panes: Panes) -> list[Line]:
    """The density strip with what the list shows of it marked."""
    if panes.density is None:
        return []
    height = panes.list.height if panes.list else 0
    part = [lines.at(line) for line in range(min(height, len(lines)))]
    library = lines.selection.library
    window = window_of(library.rows([item[2] for item in part if item[0] == "event"]))
    width = panes.density.width
    return Density(lines.selection, width).lines(width, window)


def _first_event(lines: ListMap, rect: Rect | None) -> list[Line]:
    """The sources pane for the first event, if there is one."""
    if rect is None or not lines.events:
        return []
    from timeline_tui.render.detail import detail_lines  # noqa: PLC0415 - start-up

    library = lines.selection.library
    return detail_lines(library.event(lines.row_of(0)), library, rect.width)


def _drawer(facets: Sequence[FacetRow], rect: Rect | None) -> list[Line]:
    """The filters, if they are shown."""
    if rect is None:
        return []
    from timeline_tui.render.drawer import facet_lines  # noqa: PLC0415 - start-up

    return facet_lines(facets, rect.width)


def _counts(selection: Selection, columns: int) -> Line:
    """How much of the store is shown, and how much more may be; short if need be."""
    library = selection.library
    shown_count, possible = len(selection.timeline), len(selection.possible)
    of = f"{shown_count:,} of " if selection.query else ""
    whole = "1 event" if library.count == 1 else f"{library.count:,} events"
    text = f"{of}{library.count:,}" if of else whole
    if possible and columns >= _WORDS_FROM:
        text += f" · {possible:,} may fall here ▸"
    elif possible:
        text += f" +{possible:,} ▸"
    spans: list[Span] = [(text, "count")]
    if library.set_aside:
        spans.append((f" · {library.set_aside:,} set aside", "warning"))
    return tuple(spans)


def counts_width(selection: Selection, columns: int) -> int:
    """The cells that the counts take at the end of the top line."""
    return width(_counts(selection, columns))


def _names(library: Library) -> tuple[str, ...]:
    """What the store may be called, the fullest name first."""
    title = shown(library.title) or "Timeline"
    covered = shown(library.coverage.replace("/", " – "))
    return (f"{title} · {covered}" if covered else title, title)


def _cut(line: Line, n: int) -> Line:
    """A line in at most `n` cells, an ellipsis at its end where something is cut."""
    if width(line) <= n:
        return line
    return merged(fit((*line[:-1], (line[-1][0] + " ", line[-1][1])), n))
