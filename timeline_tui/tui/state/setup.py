"""What the explorer is told when it starts and what it tells when it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Event
    from timeline_tui.render.passage import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """The explorer's surroundings, as values."""

    today: date
    """The day that relative periods count from."""
    mouse: bool = True
    """Whether to ask the terminal for mouse reports."""
    theme: str | None = None
    """A palette chosen by the reader; None follows the terminal."""
    light: bool | None = None
    """Whether the background was light when the terminal was last asked."""
    no_color: bool = False
    """Whether colours are unwanted."""
    state_folder: str | None = None
    """Where marks are kept between runs; None keeps nothing."""
    reload: Callable[[], Library] | None = None
    """Opens the store again; raises StoreError when it cannot be read."""
    line_of: Callable[[str], tuple[str, int] | None] | None = None
    """The file and line (from 1) of an event of the store, for an editor."""
    passages: Callable[[Event, Library], Found] | None = None
    """Finds the passages that an event cites in the reader's own copies."""
    editor: tuple[str, ...] = ()
    """The words of the reader's editor command; nothing when none is set."""
    pick: bool = False
    """Whether the explorer is used as a filter that returns chosen events."""
    command_prefix: tuple[str, ...] = ("kgtl",)
    """The words of a shell command that opens the same store."""
    modes: list[Any] | None = None
    """Terminal attributes, as of `termios.tcgetattr`, to restore when leaving."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExploreResult:
    """How the explorer was left; the terminal is restored by then."""

    code: int = 0
    """The exit code: 0, 1 after a crash, 128 + n after signal n."""
    chosen: tuple[str, ...] = ()
    """The ids of the events that were picked, in the order of the timeline."""
    light: bool | None = None
    """Whether the terminal said that its background is light; None if it did not."""
