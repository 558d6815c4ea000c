"""A document to scroll: its paragraphs, and beside them the events that cite them."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from timeline_tui.query.fold import united
from timeline_tui.render.blocks import flow
from timeline_tui.render.cells import cell_width, cut, shown, wrap
from timeline_tui.render.lines import fit, merged, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.model.source import Source
    from timeline_tui.render.lines import Line, Span

    Hit = tuple[int, int, int]

COPY, CHANGED, DIGESTS = "copy", "changed copy", "digests"
"""What there is to read: the text as recorded, another state of it, or our digests."""
HEADS = 3
"""The lines at the top of a page that stay in sight."""
_LEAD = 7
"""Cells in front of the text: the sign of the passage, the paragraph's number."""
_MEASURE = 74
_GAP = 3
_MARGIN = 26
"""Where less than this is left beside the text, the events stand below it."""
_TOLD = 4
"""So many events are told beside a paragraph; the others are counted."""
_TALL = 3
"""An event takes at most so many lines there."""


class Cited(NamedTuple):
    """A passage of a document and the events that cite it.

    `para` counts the paragraphs of the text from 0; `start` and `stop` are the passage
    in it, in code points, both 0 where there is no text of it. `anchors` are the words
    that find it. `rows` are the library's rows of the events, in order.
    """

    para: int
    start: int
    stop: int
    anchors: tuple[tuple[int, int], ...]
    rows: tuple[int, ...]


class Text(NamedTuple):
    """A document as there is to read it.

    `kind` is one of `COPY`, `CHANGED` and `DIGESTS`. `roles` tells what each paragraph
    is, `numbers` which one of the record it is, 0 for none. `same` of the `recorded`
    paragraphs stand in it as they were recorded. `cited` are the passages in order,
    and `missing` how many more are cited that are not there.
    """

    source: Source
    kind: str
    paragraphs: tuple[str, ...]
    roles: tuple[str, ...]
    numbers: tuple[int, ...]
    same: int
    recorded: int
    cited: tuple[Cited, ...] = ()
    missing: int = 0


class Page(NamedTuple):
    """A document laid out for a width, without its head.

    `paras` tells for each line which paragraph it belongs to. `firsts` holds the first
    line of each paragraph; `spans` the first and the last line of each passage.
    `measure` is how many cells of a line are the text's.
    """

    lines: list[Line]
    paras: list[int]
    firsts: list[int]
    spans: list[tuple[int, int]]
    measure: int = _MEASURE

    def passage_at(self, line: int) -> int:
        """The passage that a line is of; the first of several, -1 for none."""
        found = (n for n, (top, end) in enumerate(self.spans) if top <= line <= end)
        return next(found, -1)

    def line_in(self, whole: str, at: int) -> int:
        """The line of a paragraph, from 0, on which a character of it stands."""
        return _line_at(whole, at, self.measure)


def page(text: Text, library: Library, columns: int, hits: Sequence[Hit] = ()) -> Page:
    """Lay a document out in lines of at most `columns` cells.

    `hits` are paragraph, start and stop of what is looked for in it.
    """
    measure = min(columns - _LEAD - 1, _MEASURE)
    beside = columns - _LEAD - measure - _GAP - 1
    margin = beside if beside >= _MARGIN else 0
    by_para: list[list[int]] = [[] for _ in text.paragraphs]
    for number, passage in enumerate(text.cited):
        by_para[passage.para].append(number)
    sought: list[list[tuple[int, int]]] = [[] for _ in text.paragraphs]
    for para, start, stop in hits:
        sought[para].append((start, stop))
    out = Page([], [], [], [(0, 0)] * len(text.cited), max(measure, 1))
    for n in range(len(text.paragraphs)):
        passages = [text.cited[number] for number in by_para[n]]
        top = len(out.lines)
        out.firsts.append(top)
        anchors = [anchor for passage in passages for anchor in passage.anchors]
        stretches = {"hit": united(anchors), "sought": united(sought[n])}
        lines = _paragraph(text, n, stretches, max(measure, 1))
        for number, passage in zip(by_para[n], passages, strict=True):
            whole = text.paragraphs[n]
            out.spans[number] = (
                top + _line_at(whole, passage.start, max(measure, 1)),
                top
                + _line_at(
                    whole, max(passage.stop - 1, passage.start), max(measure, 1)
                ),
            )
        told = _events(passages, library, margin or max(measure - 2, 1), bool(margin))
        lines = _beside(lines, told, measure) if margin else lines + _under(told)
        out.lines.extend([*(within(line, columns) for line in lines), ()])
        out.paras.extend([n] * (len(lines) + 1))
    return out


def _paragraph(
    text: Text, n: int, told: dict[str, list[tuple[int, int]]], measure: int
) -> list[Line]:
    """One paragraph; `told` has the stretches of it that are in roles of their own."""
    spans = _told_apart(text.paragraphs[n], _role(text, n), told)
    number = f"¶{text.numbers[n]}" if text.numbers[n] else "¶–"
    lead: Line = (("  ", "space"), (number.rjust(_LEAD - 3), "para"), (" ", "space"))
    blank: Line = ((" " * _LEAD, "space"),)
    return [
        merged([*(blank if y else lead), *line])
        for y, line in enumerate(flow(spans, measure, measure))
    ]


def _told_apart(
    whole: str, role: str, stretches: dict[str, list[tuple[int, int]]]
) -> list[Span]:
    """A text with stretches in roles of their own, the later above the earlier."""
    ends = {0, len(whole)}
    ends.update(end for found in stretches.values() for each in found for end in each)
    edges = sorted(ends)
    spans: list[Span] = []
    for start, stop in pairwise(edges):
        own = role
        for name, found in stretches.items():
            if any(low <= start and stop <= high for low, high in found):
                own = name
        spans.append((shown(whole[start:stop]), own))
    return spans


def _role(text: Text, n: int) -> str:
    role = text.roles[n]
    if role == "heading":
        return "heading"
    return "text" if role == "body" else "faint"


def _line_at(whole: str, at: int, measure: int) -> int:
    """The line of a paragraph on which a character of it stands."""
    after = whole.find(" ", at)
    head = whole if after < 0 else whole[:after]
    return len(flow([(shown(head), "text")], measure, measure)) - 1


def _events(
    passages: Sequence[Cited],
    library: Library,
    cells: int,
    wrapped: bool,  # noqa: FBT001
) -> list[Line]:
    """The events that cite a paragraph: date and title, a few of many."""
    rows = list(dict.fromkeys(row for passage in passages for row in passage.rows))
    told: list[Line] = []
    for row in library.rows(rows[:_TOLD]):
        words = f"{shown(row.plain)} {shown(row.title)}"
        parts = _lines_of(words, cells - 2) if wrapped else [cut(words, cells - 2)]
        for y, part in enumerate(parts):
            sign: Span = ("  ", "space") if y else ("‹ ", "key")
            told.append((sign, (part, "muted")))
    more = len(rows) - _TOLD
    if more > 0:
        told.append((("  ", "space"), (f"and {more:,} more", "faint")))
    return told


def _lines_of(words: str, cells: int) -> list[str]:
    """Words in a few lines, an ellipsis at their end where they need more."""
    lines = wrap(words, cells)
    rest = " ".join(lines[_TALL - 1 :])
    return lines if len(lines) <= _TALL else [*lines[: _TALL - 1], cut(rest, cells)]


def _beside(lines: Sequence[Line], told: Sequence[Line], measure: int) -> list[Line]:
    """A paragraph with its events in the margin at its right."""
    joined: list[Line] = []
    for y in range(max(len(lines), len(told))):
        line = lines[y] if y < len(lines) else ()
        if y < len(told):
            line = (*fit(line, _LEAD + measure + _GAP), *told[y])
        joined.append(line)
    return joined


def _under(told: Sequence[Line]) -> list[Line]:
    """The events of a paragraph below it."""
    return [((" " * (_LEAD + 2), "space"), *line) for line in told]


def head_lines(text: Text, at: int, columns: int, *, busy: str = "") -> list[Line]:
    """The head of a page: the document, what is read of it, the passage one is at.

    `at` is the passage, from 0; -1 for none. `busy` tells what is still being looked
    for.
    """
    source = text.source
    count = len(text.cited)
    told = f"passage {at + 1} of {count:,}" if at >= 0 else f"{count:,} passages"
    title = f"{source.label} · {source.title}" if source.title else source.label
    published = f" · {source.published.words}" if source.published else ""
    room = max(columns - cell_width(told) - 4, 1)
    head: list[Span] = [
        (" ", "space"),
        (cut(shown(title + published), room), "heading"),
    ]
    used = cell_width(head[1][0])
    head += [(" " * (room - used + 2), "space"), (told, "count")]
    kind: list[Span] = [(" ", "space"), *_kind(text)]
    if text.missing:
        what = "passage" if text.missing == 1 else "passages"
        kind.append((f" · not in it: {text.missing:,} cited {what}", "warning"))
    if text.kind == CHANGED:
        kind.append((" · kgtl verify tells which", "muted"))
    if busy:
        kind.append((f" · {busy}", "count"))
    rule: Line = (("─" * columns, "rule"),)
    return [fit(merged(head), columns), fit(tuple(kind), columns), rule]


def _kind(text: Text) -> list[Span]:
    """What it is that one reads."""
    count = len(text.paragraphs)
    if text.kind == COPY:
        return [(f"your copy, as it was recorded · {count} paragraphs", "muted")]
    if text.kind == CHANGED:
        told = f"a changed copy: {text.same} of {text.recorded} paragraphs as recorded"
        return [("≠ ", "disputed"), (told, "warning")]
    words = "no copy of it here: what each paragraph covers, in our words"
    return [(words if count else "no copy of it here, and no digests", "muted")]
