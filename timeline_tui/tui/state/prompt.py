"""The one line that a reader types in, and what it is typed for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_tui.tui.state.typed import Typed

QUERY, SEARCH, DATE = "query", "search", "date"
"""What a prompt may be for."""
LEADS = {QUERY: "&", SEARCH: "/", DATE: "go to date:"}
"""What stands in front of the line."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A line being typed."""

    purpose: str
    """One of `QUERY`, `SEARCH` and `DATE`."""
    typed: Typed
    reason: str = ""
    """What is wrong with the line, with advice; nothing when it can be read."""
    column: int = 0
    """The character where it goes wrong, from 1; 0 for the line as a whole."""

    def typing(self, typed: Typed) -> Prompt:
        """Return the prompt with another line, of which nothing is known yet."""
        return replace(self, typed=typed, reason="", column=0)

    def faulty(self, reason: str, column: int = 0) -> Prompt:
        """Return the prompt with what is wrong told."""
        return replace(self, reason=reason, column=column)
