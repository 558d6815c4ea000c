"""What a query being typed can be completed to, in lines beneath it."""

from __future__ import annotations

from typing import Protocol

from timeline_tui.render.cells import cell_width, cut, pad, shown
from timeline_tui.render.lines import fit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.render.lines import Line


class Choice(Protocol):
    """One line; negative `events` are not told."""

    @property
    def label(self) -> str:
        """What is offered."""
        ...

    @property
    def note(self) -> str:
        """What is told of it."""
        ...

    @property
    def events(self) -> int:
        """How many events have it."""
        ...


def choice_lines(choices: Sequence[Choice], width: int) -> list[Line]:
    """A line for each: label, note, count; each exactly `width` cells."""
    counts = [f"{c.events:,}" if c.events >= 0 else "" for c in choices]
    digits = max(map(len, counts), default=0)
    room = max(width - digits - 3, 1)
    labels = [shown(choice.label) for choice in choices]
    column = min(max(map(cell_width, labels), default=0), room * 3 // 4)
    lines: list[Line] = []
    for choice, label, count in zip(choices, labels, counts, strict=True):
        left = max(room - column - 2, 0)
        note = cut(shown(choice.note), left) if choice.note else ""
        line: Line = (
            (" ", "space"),
            (pad(label, column), "title"),
            ("  ", "space"),
            (pad(note, left), "muted"),
            (" ", "space"),
            (count.rjust(digits), "count"),
        )
        lines.append(fit(line, width))
    return lines


def choices_width(choices: Sequence[Choice]) -> int:
    """How many cells they want, so that nothing is cut."""
    labels = max(cell_width(shown(choice.label)) for choice in choices)
    notes = max(cell_width(shown(choice.note)) for choice in choices)
    counts = max(len(f"{choice.events:,}") for choice in choices)
    return labels + notes + counts + 6
