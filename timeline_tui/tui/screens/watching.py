"""Notices when the files of the store change, and offers to read them again."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.tui.screens.editing import Editing
from timeline_tui.tui.screens.remembering import Remembering

if TYPE_CHECKING:
    from timeline_tui.library.library import Library

EVERY = 1.5
"""Seconds between two looks."""
MOST = 256
"""So many files of a store are looked at."""
Look = tuple[tuple[str | int, ...], ...]


class Watching(Editing, Remembering):
    """Looks at the store's files now and then."""

    _seen: Look = ()

    def on_mount(self) -> None:
        """Begin to look."""
        if self.setup.reload is not None and self.library.files:
            self._seen = look(self.library)
            self.set_interval(EVERY, self.look_at_store)

    def look_at_store(self) -> None:
        """Offer to reload when a file is not as it was."""
        state = self.state
        is_stale = look(self.library) != self._seen
        if is_stale and not state.news.stale:
            self.become(replace(state, news=replace(state.news, stale=True)))

    def do_reload(self) -> None:
        """Read the store again; with faults in it, keep what is shown."""
        old, seen = self.library, look(self.library)
        super().do_reload()
        library = self.library
        if library is old:
            return
        self._seen = seen if old.files == library.files else look(library)
        if library.path != old.path:
            self.open_notebook()
        state = self.state
        marked = frozenset(self.notebook.marks)
        news = replace(state.news, stale=False)
        self.become(replace(state, marked=marked, news=news))


def look(library: Library) -> Look:
    """Return path, size, time and inode of each file that a library is read from.

    Of a folder, all files that would be read from it now. A file that is not there has
    only its path.
    """
    where = library.where
    paths: list[str] = []
    if where.kind == "folder":
        with suppress(OSError):
            names = sorted(os.listdir(where.path))  # noqa: PTH208  as the index does
            paths = [f"{where.path}/{name}" for name in names if _is_read(name)]
    else:
        paths = list(library.files)
    return tuple([(path, *_told(path)) for path in paths[:MOST]])


def _is_read(name: str) -> bool:
    """Tell whether a file of a folder belongs to the store, as its name tells."""
    return name.endswith(".toml") and not name.startswith(".")


def _told(path: str) -> tuple[int, ...]:
    try:
        told = os.stat(path)  # noqa: PTH116  as the index does, without a Path
    except OSError:
        return ()
    return told.st_size, told.st_mtime_ns, told.st_ino
