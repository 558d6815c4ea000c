"""What the actions of the browsing screen stand on: the state and how to change it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.errors import QueryError
from timeline_tui.render.cells import cell_width, cut
from timeline_tui.render.safe import safe
from timeline_tui.tui.screens.drawing import Drawing
from timeline_tui.tui.state import NOWHERE
from timeline_tui.tui.state.places import place_of

if TYPE_CHECKING:
    from timeline_tui.library.selection import Selection
    from timeline_tui.model.event import Account
    from timeline_tui.query.terms import Query
    from timeline_tui.tui.state.finder import Finder
    from timeline_tui.tui.state.prompt import Prompt


_SAMPLE = 24
"""At least so many cells of what was copied are told."""


class Browsing(Drawing):
    """A screen with one state, of which everything shown is drawn."""

    pressed = ""
    """The key that the running action was asked for with; nothing from the palette."""

    def say(self, words: str, sample: str = "") -> None:
        """Tell the reader something in the foot, until the next key.

        Of `sample`, which the reader has in full elsewhere, no more than fits.
        """
        if sample:
            room = self.size.width - 3 - cell_width(words)
            words = f"{words} {cut(safe(sample), max(room, _SAMPLE))}"
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

    def go_to_row(self, row: int) -> None:
        """Go to a row of the library; the fold opens for it, a filter is told of."""
        state = self.state
        if row in state.selection.possible:
            state = state.folded(open_fold=True)
        place = place_of(state.lines, row)
        if place == NOWHERE:
            off = f"{self.keymap.key_of('all_filters')} turns all filters off"
            self.say(f"the filter hides that event; {off}")
        else:
            self.become(self.state.became(state.at(place)))

    @property
    def account(self) -> Account | None:
        """The account that was jumped to; None when none was."""
        event, number = self.event, self.state.account
        if event is None or not 0 <= number < len(event.accounts):
            return None
        return event.accounts[number]
