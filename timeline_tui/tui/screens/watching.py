"""Notices when the files of the store change, and offers to read them again."""

from __future__ import annotations

import os
from dataclasses import replace

from timeline_tui.tui.screens.editing import Editing
from timeline_tui.tui.screens.remembering import Remembering

EVERY = 1.5
"""Seconds between two looks."""
MOST = 256
"""So many files of a store are looked at."""
Look = tuple[tuple[int, int, int] | None, ...]


class Watching(Editing, Remembering):
    """Looks at the store's files now and then."""

    _seen: Look = ()

    def on_mount(self) -> None:
        """Begin to look."""
        if self.setup.reload is not None and self.library.files:
            self._seen = look(self.library.files)
            self.set_interval(EVERY, self.look_at_store)

    def look_at_store(self) -> None:
        """Offer to reload when a file is not as it was."""
        state = self.state
        is_stale = look(self.library.files) != self._seen
        if is_stale and not state.news.stale:
            self.become(replace(state, news=replace(state.news, stale=True)))

    def do_reload(self) -> None:
        """Read the store again; with faults in it, keep what is shown."""
        old, seen = self.library, look(self.library.files)
        super().do_reload()
        library = self.library
        if library is old:
            return
        self._seen = seen if old.files == library.files else look(library.files)
        if library.path != old.path:
            self.open_notebook()
        state = self.state
        marked = frozenset(self.notebook.marks)
        news = replace(state.news, stale=False)
        self.become(replace(state, marked=marked, news=news))


def look(files: tuple[str, ...]) -> Look:
    """Return size, time and inode of each file; None for one that is not there."""
    seen: list[tuple[int, int, int] | None] = []
    for path in files[:MOST]:
        try:
            told = os.stat(path)  # noqa: PTH116  as the index does, without a Path
        except OSError:
            seen.append(None)
        else:
            seen.append((told.st_size, told.st_mtime_ns, told.st_ino))
    return tuple(seen)
