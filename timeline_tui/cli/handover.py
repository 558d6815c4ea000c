"""What the explorer is told of its surroundings, imported after the first frame."""

from __future__ import annotations

import os

from timeline_tui.cli.asked import asked
from timeline_tui.cli.background import remembered
from timeline_tui.cli.pager import pager_command
from timeline_tui.errors import KgtlError, StoreError
from timeline_tui.library.library import open_library
from timeline_tui.tui.screens.citing import kept_style
from timeline_tui.tui.state import Setup
from timeline_tui.tui.state.setup import Opened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from timeline_tui.cli.found import Passages
    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.settings import Settings
    from timeline_tui.cli.words import Command
    from timeline_tui.library.library import Library, Progress
    from timeline_tui.model.event import Event
    from timeline_tui.render.passage import Found
    from timeline_tui.store.locate import Where
    from timeline_tui.tui.state.setup import LineOf, Reload

    FindPassages = Callable[[Event, Library], Found]
    FindDocument = Callable[[str, Library], Sequence[str] | None]

_STEP = 20
"""Progress is told each time that so many events were read."""


def setup(
    library: Library,
    command: Command,
    outside: Outside,
    *,
    read: Settings,
    no_color: bool,
    modes: list[Any],
) -> Setup:
    """Gather it from the command line and the world."""
    where = library.where
    again = where.kind != "stdin"
    passages, documents = _copies(outside)
    opens = asked(command)
    return Setup(
        today=outside.today,
        mouse=read.look["mouse"] is True and not command.has("no-mouse"),
        light=remembered(outside.state_folder),
        no_color=no_color,
        state_folder=outside.state_folder,
        reload=_reload(where, outside) if again else None,
        line_of=_line_of(where) if again else None,
        passages=passages,
        documents=documents,
        editor=_editor(outside),
        theme=read.theme,
        motion=read.look["motion"] is True,
        keys=read.keys,
        cite_style=kept_style(outside.state_folder, read.cite_style),
        own_copy=own_copy(where, outside) if where.shipped else None,
        copy_to=f"{outside.data_folder or '.'}/mine/events.toml",
        shell=outside.environ.get("SHELL") or "/bin/sh",
        pager=pager_command(outside.environ),
        view=opens.view,
        by=opens.by,
        at=opens.at,
        pick=command.verb == "pick",
        command_prefix=_prefix(where),
        modes=modes,
    )


def own_copy(where: Where, outside: Outside) -> Callable[[str], Opened]:
    """What copies the shipped store to a path, or takes what is there already."""

    def copied(path: str) -> Opened:
        from timeline_tui.cli.own_copy import copy_store  # noqa: PLC0415 - see above
        from timeline_tui.store.locate import locate  # noqa: PLC0415 - for an editor

        copy_store(where, path)
        mine = locate(path, {})
        return Opened(
            reload=_reload(mine, outside),
            line_of=_line_of(mine),
            command_prefix=_prefix(mine),
        )

    return copied


def _prefix(where: Where) -> tuple[str, ...]:
    """The words of a command that opens the same store from any folder."""
    return ("kgtl",) if where.shipped else ("kgtl", "--store", where.path)


def _reload(where: Where, outside: Outside) -> Reload:
    def reload(progress: Progress) -> Library:
        return open_library(where, cache=outside.cache_folder, progress=progress)

    return reload


def _line_of(where: Where) -> LineOf:
    def line_of(event_id: str, progress: Progress) -> tuple[str, int] | None:
        from timeline_tui.store.locate import toml_files  # noqa: PLC0415 - see below
        from timeline_tui.store.reader import open_store  # noqa: PLC0415 - for an editor

        try:
            reader = open_store(where)
            for count, event in enumerate(reader.events(), 1):
                if event.id == event_id:
                    break
                if not count % _STEP:
                    progress(count)
            place = reader.line_of(event_id)
        except StoreError as error:
            faults = [fault for fault in error.faults if os.path.isfile(fault.file)]  # noqa: PTH113 - names are text here
            place = (faults[0].file, max(faults[0].line, 1)) if faults else None
        if place is not None:
            return place
        files = toml_files(where.path) if where.kind == "folder" else [where.path]
        return (files[0], 1) if files else None

    return line_of


def _copies(outside: Outside) -> tuple[FindPassages, FindDocument]:
    """What finds passages and documents; imported when the first is asked for."""
    finders: list[Passages] = []

    def finder() -> Passages:
        if not finders:
            from timeline_tui.cli.found import Passages  # noqa: PLC0415 - see above

            finders.append(Passages(outside))
        return finders[0]

    # Where the folder of the copies is gone, that is as good as having none.

    def passages(event: Event, library: Library) -> Found:
        try:
            return finder()(event, library)
        except (KgtlError, OSError):
            return {}

    def documents(source: str, library: Library) -> Sequence[str] | None:
        try:
            return finder().paragraphs(source, library)
        except (KgtlError, OSError):
            return None

    return passages, documents


def _editor(outside: Outside) -> tuple[str, ...]:
    """The reader's editor as words; nothing when none is set or it cannot be read."""
    editor = outside.environ.get("VISUAL") or outside.environ.get("EDITOR") or ""
    if not editor:
        return ()
    from shlex import split  # noqa: PLC0415 - for an editor

    try:
        return tuple(split(editor))
    except ValueError:
        return ()
