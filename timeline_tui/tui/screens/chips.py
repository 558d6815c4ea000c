"""The actions on the query line: its chips are dropped, what it offers is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_tui.render.chips import CHIP, COUNT, OFFER, part_at
from timeline_tui.tui.screens.bars import query_bar
from timeline_tui.tui.screens.filtering import Filtering
from timeline_tui.tui.screens.finding import Finding
from timeline_tui.tui.screens.watching import Watching
from timeline_tui.tui.state.finder import Entry, Finder

if TYPE_CHECKING:
    from timeline_tui.query.terms import Term

CHIPS = "drop"
"""What a list over the screen may choose from here."""


class Chips(Filtering, Finding, Watching):
    """Drops single terms of the filter."""

    def do_drop_last(self) -> None:
        """Drop the last term of the filter."""
        terms = self.state.query.terms
        if not terms:
            self.say("there is no filter")
        else:
            self._drop(terms[-1])

    def do_drop(self) -> None:
        """Drop a term of the filter, whichever is wanted."""
        terms = self.state.query.terms
        if len(terms) < 2:  # noqa: PLR2004  nothing to choose from
            self.do_drop_last()
            return
        entries = [
            Entry(str(number), str(term), keys=f"→ {self._without(term):,}")
            for number, term in enumerate(terms)
        ]
        self.find(Finder(CHIPS, "drop from the filter", tuple(entries)))

    def _without(self, term: Term) -> int:
        return len(self.select(self.state.query.without(term)).timeline)

    def chose_drop(self, value: str) -> None:
        """Drop the term of that number."""
        self._drop(self.state.query.terms[int(value)])

    def _drop(self, term: Term) -> None:
        self.ask(self.state.query.without(term))
        self.say(f"dropped {term}; {self.keymap.key_of('undo')} brings it back")

    def press_query(self, x: int) -> None:
        """Do what a press on the query line means: drop a chip, unfold, or edit."""
        state = self.state
        if state.prompt is not None:
            return
        line = query_bar(state, self.size.width, self.keymap.key_of)
        part, chip = part_at(line, x)
        if part == CHIP and chip < len(state.query.terms):
            self._drop(state.query.terms[chip])
        elif part == OFFER:
            (self.do_reload if state.news.stale else self.do_resume)()
        elif part == COUNT and state.lines.possible:
            self.do_possible()
        else:
            self.do_edit_query()
