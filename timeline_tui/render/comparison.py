"""The comparison of an event: who says what, a column for each account.

The columns stand side by side where two or more fit; where only one does, the accounts
stand one below the other.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline_tui.render.blocks import MEASURE, Block, flow
from timeline_tui.render.cells import cell_width, cut, shown
from timeline_tui.render.comparison_rows import parts
from timeline_tui.render.detail import add_links, add_silence
from timeline_tui.render.lines import fit, merged, within
from timeline_tui.render.words import STANCE_WORDS, status_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Account, Event
    from timeline_tui.render.comparison_rows import Paragraphs, Part
    from timeline_tui.render.lines import Line, Span
    from timeline_tui.render.passage import Found

NARROWEST, WIDEST = 28, 72
"""A column has at least and at most so many cells."""
_LABELS = 12
"""Cells in front of the columns: a margin, the sign of a difference, the label."""
_BETWEEN = " │ "


class Comparison(NamedTuple):
    """The lines of a comparison.

    The first `heads` lines stay in sight. `starts` holds the line at which each
    account starts, where they stand one below the other; else it is empty. `seen` are
    the accounts, from 0, that the columns show, `each` of so many cells.
    """

    lines: list[Line]
    heads: int
    starts: list[int]
    seen: range
    each: int = 0

    def account_at(self, line: int, x: int) -> int:
        """The account on a line, at a column of the screen; -1 for none."""
        if self.starts:
            return sum(start <= line for start in self.starts) - 1
        if not self.each or x < _LABELS:
            return -1
        n = (x - _LABELS) // (self.each + len(_BETWEEN))
        return self.seen[n] if n < len(self.seen) else -1


def columns_in(columns: int, accounts: int) -> int:
    """How many accounts stand side by side in so many cells; at least 1."""
    room = columns - _LABELS - 1 + len(_BETWEEN)
    return max(1, min(room // (NARROWEST + len(_BETWEEN)), accounts))


def comparison(
    event: Event,
    library: Library,
    columns: int,
    *,
    chosen: int = -1,
    found: Found | None = None,
) -> Comparison:
    """The accounts of an event side by side, each line at most `columns` cells.

    `chosen` is the account, from 0, that is told apart and must be seen; -1 for none.
    `found` tells what a check against the reader's copies saw.
    """
    rows = parts(event, library, found or {})
    count = len(event.accounts)
    beside = columns_in(columns, count)
    if beside < 2:  # noqa: PLR2004 - one column is no comparison side by side
        return _stacked(event, library, columns, rows, chosen=chosen)
    first = max(0, min(chosen - beside // 2, count - beside))
    seen = range(first, first + beside)
    room = columns - _LABELS - 1 - len(_BETWEEN) * (beside - 1)
    each = min(room // beside, WIDEST)
    lines = [
        _title(event, columns, seen),
        _names(event, library, seen, each, chosen=chosen),
    ]
    rule = "┼".join(["─" * (each + 2)] * beside)[1:-1]
    lines.append(((" " * _LABELS, "space"), (rule, "rule")))
    heads = len(lines)
    whole = each * beside + len(_BETWEEN) * (beside - 1)
    lines += _event_row(event, whole)
    for part in rows:
        lines += _row(part, seen, each, whole)
        lines.append(())
    lines += _below(event, library, columns)
    return Comparison([within(line, columns) for line in lines], heads, [], seen, each)


def _title(event: Event, columns: int, seen: range) -> Line:
    """Title, date and kind; which of the accounts are seen where not all are."""
    count = len(event.accounts)
    if len(seen) == count:
        told = f"{count} accounts"
    else:
        before = "◂ " if seen.start else ""
        after = " ▸" if seen.stop < count else ""
        told = f"{before}accounts {seen.start + 1}–{seen.stop} of {count}{after}"
    return _headline(event, columns, told)


def _headline(event: Event, columns: int, told: str) -> Line:
    """Title and date at the left, `told` at the right, in `columns` cells."""
    room = max(columns - cell_width(told) - 4, 1)
    title = cut(shown(event.title), room)
    when = f"{event.date.words} · {status_words(event)}"
    spans: list[Span] = [(" ", "space"), (title, "heading")]
    left = room - cell_width(title)
    if cell_width(when) + 3 <= left:
        spans += [("   ", "space"), (when, "date")]
        left -= cell_width(when) + 3
    spans += [(" " * (left + 2), "space"), (told, "count")]
    return fit(merged(spans), columns)


def _names(
    event: Event, library: Library, seen: range, each: int, *, chosen: int
) -> Line:
    """The heads of the columns: number, source, and the sign of the chosen one."""
    spans: list[Span] = [(" " * _LABELS, "space")]
    for n in seen:
        if n > seen.start:
            spans.append((_BETWEEN, "rule"))
        spans += fit(_account_name(event.accounts[n], n, library, n == chosen), each)
    return merged(spans)


def _account_name(
    account: Account,
    n: int,
    library: Library,
    is_chosen: bool,  # noqa: FBT001
) -> Line:
    label = shown(library.source(account.source).label)
    role = "bar-window" if is_chosen else "heading"
    sign = (("▸ ", "key"),) if is_chosen else ()
    return (*sign, (f"{n + 1}  ", "key"), (label, role))


def _event_row(event: Event, whole: int) -> list[Line]:
    """What the event is, over all columns: summary and dispute."""
    told: Paragraphs = []
    if event.summary:
        told.append([(shown(event.summary), "text")])
    lines = _labelled("", "event", _cell(told, whole)) if told else []
    if event.disputed:
        dispute: Paragraphs = [[(shown(event.disputed), "text")]]
        lines += _labelled("≠", "disputed", _cell(dispute, whole))
    return [*lines, ()] if lines else []


def _cell(paragraphs: Paragraphs, cells: int) -> list[Line]:
    """A cell of the table as lines of at most so many cells."""
    cells = min(cells, MEASURE)
    return [line for part in paragraphs for line in flow(part, cells, cells)]


def _labelled(sign: str, label: str, cell: Sequence[Line]) -> list[Line]:
    """A cell that stands behind its label."""
    head: Line = (
        (" ", "space"),
        (f"{sign or ' '} ", "disputed"),
        (label.ljust(_LABELS - 3), "label"),
    )
    blank: Line = ((" " * _LABELS, "space"),)
    return [(*(blank if n else head), *line) for n, line in enumerate(cell)]


def _row(part: Part, seen: range, each: int, whole: int) -> list[Line]:
    """One row of the table: a cell for all, or one for each account seen."""
    sign = "≠" if part.differs else ""
    if len(part.cells) == 1:
        return _labelled(sign, part.label, _cell(part.cells[0], whole))
    cells = [_cell(part.cells[n], each) for n in seen]
    joined: list[Line] = []
    for y in range(max(map(len, cells))):
        spans: list[Span] = []
        for n, cell in enumerate(cells):
            if n:
                spans.append((_BETWEEN, "rule"))
            spans += fit(cell[y] if y < len(cell) else (), each)
        joined.append(merged(spans))
    return _labelled(sign, part.label, joined)


def _below(event: Event, library: Library, columns: int) -> list[Line]:
    """What belongs to all accounts: links to other events, and who is silent."""
    block = Block(columns)
    add_links(block, event, library)
    block.blank()
    add_silence(block, event, library)
    return block.lines


def _stacked(
    event: Event,
    library: Library,
    columns: int,
    rows: Sequence[Part],
    *,
    chosen: int,
) -> Comparison:
    """The accounts one below the other."""
    count = len(event.accounts)
    told = "1 account" if count == 1 else f"{count} accounts"
    rule: Line = (("─" * columns, "rule"),)
    lines = [_headline(event, columns, told), rule]
    heads = len(lines)
    block = Block(columns)
    if event.summary:
        block.text(event.summary)
    if event.disputed:
        dispute: Span = ("≠ Disputed: ", "disputed")
        block.add([dispute, (shown(event.disputed), "text")], hang=2)
    for part in rows:
        if len(part.cells) == 1 and count != 1:
            _add_part(block, part, 0)
    starts = []
    for n, account in enumerate(event.accounts):
        block.blank()
        starts.append(heads + len(block.lines))
        stance = STANCE_WORDS.get(account.stance, shown(account.stance))
        name = _account_name(account, n, library, n == chosen)
        head = [*name, ("  ", "space"), (stance, "muted")]
        block.add([(text.replace("  ", "\xa0\xa0"), role) for text, role in head])
        for part in rows:
            if part.label != "stance" and (count == 1 or len(part.cells) == count):
                _add_part(block, part, n)
    block.blank()
    lines += [*block.lines, *_below(event, library, columns)]
    return Comparison(
        [within(line, columns) for line in lines], heads, starts, range(count)
    )


def _add_part(block: Block, part: Part, n: int) -> None:
    """Add one part of one account behind its label."""
    cell = part.cells[n if len(part.cells) > 1 else 0]
    label = f"{'≠ ' if part.differs else '  '}{part.label}".ljust(_LABELS - 2, "\xa0")
    label = label.replace(" ", "\xa0")
    role = "disputed" if part.differs else "label"
    for number, paragraph in enumerate(cell):
        lead = label if not number else "\xa0" * (_LABELS - 2)
        block.add([(lead, role), *paragraph], hang=_LABELS - 2)
