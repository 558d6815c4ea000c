"""The reader's own notes: beside a title in the list, and above the event."""

from __future__ import annotations

from timeline_tui.render.cells import cell_width, cut, shown, wrap
from timeline_tui.render.lines import fit, merged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_tui.render.lines import Line, Span

_TITLES = ("title", "title-possible")
_LEAST = 16
"""In fewer cells than this a title stands alone."""
_SHARE = 3
"""A note has a third of the title's room, or all that the title leaves."""


def with_note(line: Line, note: str) -> Line:
    """A row of the list with a note behind its title, as wide as before."""
    at = next((n for n, (_, role) in enumerate(line) if role in _TITLES), -1)
    if at < 0:
        return line
    title, role = line[at]
    after = line[at + 1 : at + 2]
    blank = cell_width(after[0][0]) if after and not after[0][0].strip(" ") else 0
    room = cell_width(title) + blank
    if room < _LEAST:
        return line
    bare = title.rstrip(" ")
    words = shown(note)
    left = room - cell_width(bare) - 3
    words = cut(words, max(left, min(cell_width(words), room // _SHARE - 3)))
    used = cell_width(words) + 3
    head: list[Span] = [(cut(bare, room - used), role), ("  ", "space")]
    rest = room - used + 1 - cell_width(head[0][0])
    tail: Line = ((words, "mark"), (" " * rest, "space"))
    behind = line[at + 2 :] if blank else line[at + 1 :]
    return merged([*line[:at], *head, *tail, *behind])


def note_lines(note: str, width: int) -> list[Line]:
    """The mark of an event and the reader's note on it, and a blank line below."""
    words = f"your note: {shown(note)}" if note else "marked by you"
    lines: list[Line] = []
    for number, text in enumerate(wrap(words, max(width - 4, 1))):
        sign: Span = (" ", "space") if number else ("*", "mark")
        lines.append(fit((sign, (" ", "space"), (text, "mark")), width))
    return [*lines, fit((), width)]
