"""Where what is told of a query being typed stands: beneath it, over the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.render.choices import choices_width
from timeline_tui.render.screen import Rect
from timeline_tui.tui.screens.bars import notice_lines, typed_place
from timeline_tui.tui.state.completion import is_helped

if TYPE_CHECKING:
    from timeline_tui.tui.state import Prompt

TALLEST = 10
"""So many choices are seen at once, where there is room."""


def prompt_places(prompt: Prompt, width: int, height: int) -> dict[str, Rect]:
    """Return the places of what is wrong with a query and of what it may become.

    While there are choices for the word that is at fault, they are told instead.
    """
    places: dict[str, Rect] = {}
    completion = prompt.completion
    text, column = prompt.typed.text, prompt.column
    if prompt.reason and not (completion and is_helped(text, column, completion)):
        places["notice"] = Rect(0, 1, width, len(notice_lines(prompt, width)))
    if completion is not None:
        top = 1 + (places["notice"].height if places else 0)
        tall = min(len(completion.candidates), TALLEST, max(height - top - 2, 1))
        wide = min(max(choices_width(completion.candidates), 24), width)
        x = min(max(typed_place(prompt, width, completion.start) - 1, 0), width - wide)
        places["choices"] = Rect(x, top, wide, tall)
    return places
