"""What the explorer tells of its own accord: the place left, a store that changed."""

from __future__ import annotations

from timeline_tui.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class News:
    """What the first line offers beside the query."""

    left: str = ""
    """The id of the event to go back to, until one moves."""
    left_words: str = ""
    """Its title and date, for the reader."""
    stale: bool = False
    """Whether the store's files have changed since they were read."""


NO_NEWS = News()
"""Nothing to tell."""
