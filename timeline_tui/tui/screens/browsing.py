"""What the actions of the browsing screen stand on: the state and how to change it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.errors import QueryError
from timeline_tui.render.safe import safe
from timeline_tui.tui.screens.drawing import Drawing

if TYPE_CHECKING:
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.event import Account
    from timeline_tui.query.terms import Query
    from timeline_tui.tui.state.finder import Finder
    from timeline_tui.tui.state.prompt import Prompt


class Browsing(Drawing):
    """A screen with one state, of which everything shown is drawn."""

    pressed = ""
    """The key that the running action was asked for with; nothing from the palette."""

    def say(self, words: str) -> None:
        """Tell the reader something in the foot, until the next key."""
        self.become(replace(self.state, told=safe(words)))

    def select(self, query: Query) -> Selection:
        """Ask the library; raises QueryError for what it does not know."""
        today = self.setup.today
        return self.library.select(query, today, marked=self.state.marked)

    def ask(self, query: Query) -> None:
        """Show another filter, or say why that cannot be."""
        try:
            self.become(self.state.asked(query, self.select))
        except QueryError as error:
            self.say(str(error))

    def refuse(self, prompt: Prompt, why: str) -> None:
        """Say what is wrong with the line being typed, or what it would do."""
        self.become(replace(self.state, prompt=prompt.faulty(why)))

    def find(self, finder: Finder) -> None:
        """Lay a list of choices over the screen."""
        self.become(replace(self.state, finder=finder.moved(0)))

    @property
    def account(self) -> Account | None:
        """The account that was jumped to; None when none was."""
        event, number = self.event, self.state.account
        if event is None or not 0 <= number < len(event.accounts):
            return None
        return event.accounts[number]
