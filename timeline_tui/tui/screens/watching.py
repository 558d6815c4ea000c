"""Notices when the files of the store change, and offers to read them again."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.library.freshness import names_in
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
    _looked: Look = ()
    """What the files were like when they were last begun to be read again."""

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

    def read_again(self, lead: str = "") -> None:
        """Read the store again, as it is from now on."""
        self._looked = look(self.library)
        super().read_again(lead)

    def take(self, library: Library) -> str:
        """Show another library, and look at its files from now on."""
        old = self.library
        told = super().take(library)
        if self.library is old:
            return told
        self._seen = self._looked if old.files == library.files else look(library)
        if library.path != old.path:
            self.open_notebook()
        state = self.state
        marked = frozenset(self.notebook.marks)
        news = replace(state.news, stale=False)
        self.become(replace(state, marked=marked, news=news))
        return told


def look(library: Library) -> Look:
    """Return path, size, time and inode of each file that a library is read from.

    Of a folder, all files that would be read from it now. A file that is not there has
    only its path.
    """
    where = library.where
    paths = list(library.files)
    if where.kind == "folder":
        paths = [f"{where.path}/{name}" for name in names_in(where.path)]
    return tuple([(path, *_told(path)) for path in paths[:MOST]])


def _told(path: str) -> tuple[int, ...]:
    try:
        told = os.stat(path)  # noqa: PTH116  as the index does, without a Path
    except OSError:
        return ()
    return told.st_size, told.st_mtime_ns, told.st_ino
