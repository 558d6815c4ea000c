"""What the explorer is told when it starts and what it tells when it leaves."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any

from timeline_tui.model.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from timeline_tui.library.library import Library, Progress
    from timeline_tui.model.event import Event
    from timeline_tui.render.passage import Found

    Reload = Callable[[Progress], Library]
    LineOf = Callable[[str, Progress], tuple[str, int] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What stands for another store than the one that the explorer started with."""

    reload: Reload
    """Opens it; raises StoreError when it cannot be read."""
    line_of: LineOf
    """The file and line (from 1) to edit for one of its events."""
    command_prefix: tuple[str, ...]
    """The words of a shell command that opens it."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
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
    motion: bool = True
    """Whether anything may glide into its place."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys that the reader gave to commands, by the name of the command."""
    cite_style: str = "note"
    """The citation style to begin with, one of `render.STYLES`."""
    state_folder: str | None = None
    """Where marks, views and queries are kept; None keeps nothing."""
    reload: Reload | None = None
    """Opens the store again; raises StoreError when it cannot be read."""
    line_of: LineOf | None = None
    """The file and line (from 1) to edit for an event of the store.

    That is where a file cannot be read, if so; the start for what is in no file.
    """
    passages: Callable[[Event, Library], Found] | None = None
    """Finds the passages that an event cites in the reader's own copies."""
    documents: Callable[[str, Library], Sequence[str] | None] | None = None
    """Gives the paragraphs of the reader's copy of a source; None where none is."""
    editor: tuple[str, ...] = ()
    """The words of the reader's editor command; nothing when none is set."""
    own_copy: Callable[[str], Opened] | None = None
    """Copies the shipped store to a path, or takes what is there; raises OSError.

    None for a store that is the reader's own.
    """
    copy_to: str = ""
    """The path that is offered for such a copy."""
    shell: str = "/bin/sh"
    """What runs the commands that the reader types."""
    pager: str | None = "less"
    """The reader's pager, as typed in a shell; None for none."""
    pick: bool = False
    """Whether the explorer is used as a filter that returns chosen events."""
    view: str = "timeline"
    """The view to open in, one of `render.view.VIEWS`."""
    by: str = "actor"
    """The facet whose values are the lanes, one of `render.view.GROUPINGS`."""
    at: str = ""
    """The date or period to open at, as typed; nothing for the start."""
    command_prefix: tuple[str, ...] = ("kgtl",)
    """The words of a shell command that opens the same store."""
    modes: list[Any] | None = None
    """Terminal attributes, as of `termios.tcgetattr`, to restore when leaving.

    With them a first frame stands on the alternate screen; without, nothing does.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class ExploreResult:
    """How the explorer was left; the terminal is restored by then."""

    code: int = 0
    """The exit code: 0, 1 after a crash, 128 + n after signal n."""
    chosen: tuple[str, ...] = ()
    """The ids of the events that were picked, in the order of the timeline."""
    light: bool | None = None
    """Whether the terminal said that its background is light; None if it did not."""
