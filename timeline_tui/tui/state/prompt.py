"""The one line that a reader types in, and what it is typed for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.model.frozen import dataclass

if TYPE_CHECKING:
    from timeline_tui.tui.state.completion import Completion
    from timeline_tui.tui.state.typed import Typed

QUERY, SEARCH, DATE = "query", "search", "date"
NAME, NOTE = "name", "note"
WRITE, PIPE, COPY = "write", "pipe", "copy"
"""What a prompt may be for."""
LEADS = {
    QUERY: "&",
    SEARCH: "/",
    DATE: "go to date:",
    NAME: "save this view as:",
    NOTE: "mark with a note:",
    WRITE: "write to file:",
    PIPE: "pipe to:",
    COPY: "copy the store to:",
}
"""What stands in front of the line."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A line being typed."""

    purpose: str
    """One of the keys of `LEADS`."""
    typed: Typed
    reason: str = ""
    """What is wrong with the line, with advice; nothing when it can be read."""
    column: int = 0
    """The character where it goes wrong, from 1; 0 for the line as a whole."""
    completion: Completion | None = None
    """What the word at the cursor may become."""
    recalled: int = 0
    """Which earlier query stands in the line, from 1 for the latest; 0 for none."""
    draft: str = ""
    """What was typed before an earlier query was put in its place."""

    def typing(self, typed: Typed) -> Prompt:
        """Return the prompt with another line, of which nothing is known yet."""
        fresh = replace(self, typed=typed, reason="", column=0, completion=None)
        return replace(fresh, recalled=0)

    def faulty(self, reason: str, column: int = 0) -> Prompt:
        """Return the prompt with what is wrong told."""
        return replace(self, reason=reason, column=column)
