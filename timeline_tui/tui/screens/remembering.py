"""What is kept between runs: the notebook of the store, and the place one left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.errors import KgtlError
from timeline_tui.tui.screens.browsing import Browsing
from timeline_tui.tui.screens.keeping import BrokenNotebookError, keep, kept
from timeline_tui.tui.state import NOWHERE
from timeline_tui.tui.state.news import NO_NEWS, News
from timeline_tui.tui.state.notebook import Notebook
from timeline_tui.tui.state.places import place_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_tui.tui.state import Browse


class Remembering(Browsing):
    """Reads the notebook when it starts and writes into it as things happen."""

    _has_moved = False

    def open_notebook(self) -> None:
        """Read the notebook of the store; one that cannot be read is told of."""
        try:
            self.notebook = kept(self._folder(), self.library.path)
            trouble = ""
        except BrokenNotebookError as error:
            self.notebook = Notebook()
            trouble = f"marks, views and queries kept earlier cannot be read: {error}"
        self.trouble_at_start = trouble

    def _folder(self) -> str | None:
        """Return where to keep it; None for a store that was piped in."""
        is_piped = self.library.where.kind == "stdin"
        return None if is_piped else self.setup.state_folder

    def on_mount(self) -> None:
        """Offer the place left last, and tell what could not be read."""
        if not self.setup.pick:
            self.state = replace(self.state, news=self._left())
        if self.trouble_at_start:
            self.say(self.trouble_at_start)

    def _left(self) -> News:
        """Return the offer to go to the event read last, if it is shown elsewhere."""
        row = self.library.row_of(self.notebook.left) if self.notebook.left else None
        if row is None or row == self.state.row:
            return NO_NEWS
        if place_of(self.state.lines, row) == NOWHERE:
            return NO_NEWS
        told = self.library.rows([row])[0]
        return News(self.notebook.left, f"{told.title}, {told.plain}")

    def become(self, state: Browse) -> None:
        """Take another state; moving makes the offer of the place left go away."""
        old = self.state
        if (state.place, state.query) != (old.place, old.query):
            self._has_moved = True
            if state.news.left:
                state = replace(state, news=replace(state.news, left="", left_words=""))
        super().become(state)

    def do_resume(self) -> None:
        """Go to the event that was read last."""
        event_id = self.notebook.left
        row = self.library.row_of(event_id) if event_id else None
        if row is None:
            self.say("nothing is known of an earlier place in this store")
        else:
            self.go_to_row(row)

    def write_down(self, change: Callable[[Notebook], Notebook]) -> str:
        """Change the notebook here and in its file; return what went wrong, if so."""
        try:
            self.notebook, told = keep(self._folder(), self.library.path, change)
        except KgtlError as error:
            self.notebook = change(self.notebook)
            return f"until you leave: {error}"
        return told

    def on_unmount(self) -> None:
        """Keep the place where one leaves, unless one never moved."""
        row = self.state.row
        if row == NOWHERE or self.setup.pick or not self._has_moved:
            return
        event_id = self.library.rows([row])[0].id
        self.write_down(lambda notebook: notebook.leaving(event_id))
