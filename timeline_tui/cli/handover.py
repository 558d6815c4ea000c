"""What the explorer is told of its surroundings, imported after the first frame."""

from __future__ import annotations

from shlex import split

from timeline_tui.library.library import open_library
from timeline_tui.tui.state import Setup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.library import Library
    from timeline_tui.store.locate import Where


def setup(
    library: Library,
    command: Command,
    outside: Outside,
    *,
    light: bool | None,
    no_color: bool,
    modes: list[Any],
) -> Setup:
    """Gather it from the command line and the world."""
    where = library.where
    again = where.kind != "stdin"
    store = command.get("store")
    return Setup(
        today=outside.today,
        mouse=not command.has("no-mouse"),
        light=light,
        no_color=no_color,
        state_folder=outside.state_folder,
        reload=_reload(where, outside) if again else None,
        line_of=_line_of(where) if again else None,
        editor=_editor(outside),
        pick=command.verb == "pick",
        command_prefix=("kgtl", "--store", store) if store else ("kgtl",),
        modes=modes,
    )


def _reload(where: Where, outside: Outside) -> Callable[[], Library]:
    return lambda: open_library(where, cache=outside.cache_folder)


def _line_of(where: Where) -> Callable[[str], tuple[str, int] | None]:
    def line_of(event_id: str) -> tuple[str, int] | None:
        from timeline_tui.store.reader import open_store  # noqa: PLC0415 - for an editor

        reader = open_store(where)
        for _ in reader.events():
            pass
        return reader.line_of(event_id)

    return line_of


def _editor(outside: Outside) -> tuple[str, ...]:
    """The reader's editor as words; nothing when none is set or it cannot be read."""
    editor = outside.environ.get("VISUAL") or outside.environ.get("EDITOR") or ""
    try:
        return tuple(split(editor))
    except ValueError:
        return ()
