"""The lines that are typed in and told in: query line, notice, foot, and the finder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.render.cells import cell_width, cut, pad, shown, wrap
from timeline_tui.render.frame import (
    CHIPS_FROM,
    counts_width,
    query_chips,
    query_line,
)
from timeline_tui.render.lines import fit
from timeline_tui.render.palette import CARET
from timeline_tui.tui.state import QUERY
from timeline_tui.tui.state.prompt import LEADS

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_tui.render.lines import Line
    from timeline_tui.tui.state import Browse, Prompt, Typed
    from timeline_tui.tui.state.finder import Entry, Finder

    KeyOf = Callable[[str], str]

_KEYS_WIDTH = 22
_NOTES_FROM = 56
"""Below this width an entry is its name and its keys; the foot tells its note."""
_WORDS_FROM = 60
_REASONS = 4
"""What is wrong with a query takes at most so many lines."""
_NOT_YET = " not shown yet "


def typed_line(lead: str, typed: Typed, width: int, *, fault: int = 0) -> Line:
    """Return a line being typed in `width` cells, scrolled so that the caret is seen.

    `fault` is the character, from 1, from which on the line cannot be read.
    """
    text = _shown(typed.text)
    at = typed.at
    start = _first_seen(text, at, width - cell_width(lead) - 3)
    good = len(text) if not fault else max(fault - 1, 0)
    spans = [(" ", "space"), (lead, "key"), (" ", "space")]
    for first, stop, role in (
        (start, min(at, good), "query"),
        (max(start, min(at, good)), at, "query-error"),
        (at, at + 1, CARET),
        (at + 1, max(at + 1, good), "query"),
        (max(at + 1, good), len(text), "query-error"),
    ):
        piece = text[first:stop] if role != CARET else text[first:stop] or " "
        if piece:
            spans.append((piece, role))
    return fit(tuple(spans), width)


def _shown(text: str) -> str:
    """Return the text as it may be shown, with as many characters."""
    return "".join([c if shown(c) == c else "\N{REPLACEMENT CHARACTER}" for c in text])


def _first_seen(text: str, at: int, room: int) -> int:
    """Return the character from which on a line is shown for the one at `at` to be."""
    start, cells = at, 0
    while start and (cells := cells + cell_width(text[start - 1])) < room:
        start -= 1
    return start


def query_bar(state: Browse, width: int, key_of: KeyOf) -> Line:
    """Return the top line: title, query, counts; or the query being typed."""
    prompt = state.prompt
    if prompt is None or prompt.purpose != QUERY:
        typed = _chips_and_news(state, width, key_of)
        return query_line(state.selection, width, typed=typed)
    count = len(state.selection.timeline)
    told = f" {count:,} of {state.selection.library.count:,} "
    if prompt.reason:
        told = _NOT_YET
    room = max(width - len(told), 1)
    line = typed_line(LEADS[QUERY], prompt.typed, room, fault=prompt.column)
    return fit((*line, (told, "count")), width)


STALE = (
    "reads the store again: it has changed",
    "reload: the store changed",
    "reload: changed",
    "reload",
)
"""What is offered when the store's files have changed, the fullest words first."""


def _chips_and_news(state: Browse, width: int, key_of: KeyOf) -> Line | None:
    """Return what is offered and the chips of the filter; None for nothing offered."""
    news = state.news
    told: tuple[str, ...]
    if news.stale:
        key, told = key_of("reload"), STALE
    elif news.left:
        place = "where you left" if state.query else news.left_words
        key, told = key_of("resume"), (f"goes back to {shown(place)}",)
    else:
        return None
    room = width - cell_width(f" {key}   ") - counts_width(state.selection, width)
    words = next((each for each in told if cell_width(each) <= room), told[-1])
    offer: Line = ((key, "key"), (f" {words}", "hint"))
    chips = query_chips(state.query, droppable=width >= CHIPS_FROM)
    return (*offer, ("  ", "space"), *chips) if chips else offer


def typed_place(prompt: Prompt, width: int, at: int) -> int:
    """Return the cell of the query line at which a character of it stands, from 0."""
    lead = len(LEADS[QUERY]) + 2
    text = _shown(prompt.typed.text)
    start = _first_seen(text, prompt.typed.at, width - len(_NOT_YET) - lead - 1)
    return min(lead + cell_width(text[start : max(at, start)]), width - 1)


def notice_lines(prompt: Prompt, width: int) -> list[Line]:
    """Return the caret under the fault of the query being typed, and what is wrong."""
    at = typed_place(prompt, width, prompt.column - 1)
    caret: Line = ((" " * at, "space"), ("^", "query-error"))
    words = wrap(shown(prompt.reason), width - 2)
    lines = [
        fit(((" ", "space"), (each, "warning")), width) for each in words[:_REASONS]
    ]
    return [fit(caret, width), *lines]


FINDER_HEADS, FINDER_TAILS = 2, 1
"""The lines of a finder before its entries and after them."""


def finder_lines(finder: Finder, width: int) -> list[Line]:
    """Return the list over the screen in its frame, the line being typed first."""
    room = max(width - 2, 1)
    listed = finder.listed()
    labels = [cell_width(entry.label) for entry in listed if entry.value]
    column = min(max(labels, default=0), max(room // 3, 12))
    inside = [typed_line("›", finder.typed, room)]
    inside += [_entry_line(entry, column, room) for entry in listed]
    if not listed:
        inside.append(((f" {finder.none}", "muted"),))
    title = cut(f" {finder.title} ", room)
    top = "─" * max(room - cell_width(title) - 1, 0)
    lines: list[Line] = [(("╭─", "rule"), (title, "heading"), (f"{top}╮", "rule"))]
    lines += [(("│", "rule"), *fit(line, room), ("│", "rule")) for line in inside]
    lines.append(((f"╰{'─' * room}╯", "rule"),))
    return [fit(line, width) for line in lines]


def _entry_line(entry: Entry, column: int, width: int) -> Line:
    if not entry.value:
        return ((" ", "space"), (shown(entry.label), "heading"))
    keys = cut(entry.keys, _KEYS_WIDTH)
    label = shown(entry.label)
    if not entry.note or width < _NOTES_FROM:
        room = max(width - cell_width(keys) - 4, 1)
        return (("  ", "space"), (pad(label, room), "title"), (f" {keys} ", "key"))
    room = max(width - column - cell_width(keys) - 6, 0)
    return (
        ("  ", "space"),
        (pad(label, column), "title"),
        ("  ", "space"),
        (pad(shown(entry.note), room), "muted"),
        (f" {keys} ", "key"),
    )


def sought_line(typed: Typed, width: int, *, typing: bool) -> Line:
    """Return the line of the drawer that tells what it is narrowed to."""
    if typing:
        return typed_line("/", typed, width)
    return fit((("  ", "space"), (f"/{shown(typed.text)}", "query")), width)
