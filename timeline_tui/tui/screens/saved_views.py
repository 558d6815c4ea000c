"""The actions on saved views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.errors import QueryError
from timeline_tui.query.syntax import parse
from timeline_tui.tui.screens.remembering import Remembering
from timeline_tui.tui.state import Prompt, Typed
from timeline_tui.tui.state.finder import Entry, Finder
from timeline_tui.tui.state.prompt import NAME

if TYPE_CHECKING:
    from timeline_tui.query.terms import Query

VIEW, FORGET = "view", "forget"
"""What a list over the screen may choose from here."""
_OPEN, _SAVE, _FORGET = "open:", "save", "forget"


class SavedViews(Remembering):
    """Saves views, opens and deletes them."""

    def do_views(self) -> None:
        """List the saved views: to open one, save this one or delete one."""
        entries = [Entry("", "Saved views")] if self.notebook.views else []
        entries += [self._entry_of(name, _OPEN) for name in sorted(self.notebook.views)]
        entries.append(Entry("", "This view"))
        entries.append(Entry(_SAVE, "save this view…", str(self.state.query)))
        if self.notebook.views:
            entries.append(Entry(_FORGET, "delete a saved view…"))
        self.find(Finder(VIEW, "views", tuple(entries)))

    def _entry_of(self, name: str, lead: str) -> Entry:
        """Return the line of a saved view: name, query, how many it shows now."""
        text = self.notebook.views[name]
        try:
            count = len(self.select(self._query_of(text)).timeline)
        except QueryError:
            return Entry(lead + name, name, text, "does not fit")
        return Entry(lead + name, name, text, f"{count:,}")

    def _query_of(self, text: str) -> Query:
        return parse(text, self.setup.today)

    def chose_view(self, value: str) -> None:
        """Open a saved view, or go on to save or delete one."""
        if value == _SAVE:
            self.do_save_view()
        elif value == _FORGET:
            names = sorted(self.notebook.views)
            entries = tuple(self._entry_of(name, _OPEN) for name in names)
            self.find(Finder(FORGET, "delete a saved view", entries))
        else:
            self._open_view(value.removeprefix(_OPEN))

    def _open_view(self, name: str) -> None:
        """Show a saved view; one that the store no longer knows is told of and kept."""
        text = self.notebook.views.get(name, "")
        try:
            query = self._query_of(text)
            state = self.state.asked(query, self.select)
        except QueryError as error:
            key = self.keymap.key_of("views")
            told = f"{name} stays saved but does not fit this store: {error}"
            self.say(f"{told}; {key} can delete it")
            return
        self.become(state)
        self.say(f"{name}: {text}")

    def chose_forget(self, value: str) -> None:
        """Delete a saved view."""
        name = value.removeprefix(_OPEN)
        text = self.notebook.views.get(name, "")
        trouble = self.write_down(lambda book: book.forgetting(name))
        words = f"deleted {name}, which was {text}"
        self.say(f"{words}; {trouble}" if trouble else words)

    def do_save_view(self) -> None:
        """Ask for a name to save the filter under."""
        if not self.state.query:
            self.say("there is no filter to save")
        else:
            self.become(self.state.asking(Prompt(NAME, Typed())))

    def answer_name(self, prompt: Prompt) -> None:
        """Save the filter under the name that was typed."""
        self.become(self.state.given_up())
        name = prompt.typed.text.strip()
        if not name:
            self.say("not saved: a view needs a name")
            return
        text = str(self.library.resolve(self.state.query))
        words = "replaced" if name in self.notebook.views else "saved"
        trouble = self.write_down(lambda book: book.saving(name, text))
        told = f"{words} as {name}; {self.keymap.key_of('views')} opens it"
        self.say(f"{told}; {trouble}" if trouble else told)
