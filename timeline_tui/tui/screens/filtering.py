"""The actions that change the filter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.query.terms import Query
from timeline_tui.tui.screens.browsing import Browsing
from timeline_tui.tui.state import Drawer
from timeline_tui.tui.state.finder import Entry, Finder

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLES = {
    "actor": "actor",
    "theme": "theme",
    "source": "source",
    "by": "speaker",
}
"""What a reader calls the fields that the keys filter by."""


class Filtering(Browsing):
    """Narrows and widens what is shown."""

    def do_only_actor(self) -> None:
        """Ask for the event's actor, or no longer."""
        self._toggle("actor")

    def do_not_actor(self) -> None:
        """Exclude the event's actor, or no longer."""
        self._toggle("actor", negated=True)

    def do_only_theme(self) -> None:
        """Ask for the event's theme, or no longer."""
        self._toggle("theme")

    def do_not_theme(self) -> None:
        """Exclude the event's theme, or no longer."""
        self._toggle("theme", negated=True)

    def do_only_source(self) -> None:
        """Ask for the event's source, or no longer."""
        self._toggle("source")

    def do_not_source(self) -> None:
        """Exclude the event's source, or no longer."""
        self._toggle("source", negated=True)

    def do_only_speaker(self) -> None:
        """Ask for the event's speaker, or no longer."""
        self._toggle("by")

    def do_not_speaker(self) -> None:
        """Exclude the event's speaker, or no longer."""
        self._toggle("by", negated=True)

    def do_all_filters(self) -> None:
        """Turn all filters off, or on again."""
        if not self.state.query and not self.state.parked:
            self.say("there is no filter")
            return
        self.become(self.state.unfiltered_or_back(Query(), self.select))

    def do_undo(self) -> None:
        """Undo a filter step."""
        if not self.state.past:
            self.say("there is nothing to undo")
        else:
            self.become(self.state.undone(self.select))

    def do_redo(self) -> None:
        """Redo a filter step."""
        if not self.state.future:
            self.say("there is nothing to redo")
        else:
            self.become(self.state.redone(self.select))

    def do_possible(self) -> None:
        """List or fold the events that only may fall in the dates."""
        lines = self.state.lines
        if not lines.possible:
            self.say("no event is too vague to tell")
            return
        shown = self.state.folded(open_fold=not lines.open_fold)
        self.become(shown)
        many = f"{lines.possible:,} that may fall here"
        if not shown.lines.open_fold:
            self.say(f"{many}: folded away")
        else:
            key = self.keymap.key_of("last")
            self.say(f"{many}: listed at the end; {key} goes there")

    def do_filters(self) -> None:
        """Open the drawer and go into it, or close it."""
        state = self.state
        if state.pane == "drawer":
            self.become(replace(state, drawer=None, pane="list"))
        else:
            drawer = state.drawer or Drawer(at=min(1, len(self.facets()) - 1))
            self.become(replace(state, drawer=drawer, pane="drawer"))

    def do_include(self) -> None:
        """Ask for the value of the drawer's cursor; on a heading or rest, unfold."""
        self.tick(negated=False)

    def do_exclude(self) -> None:
        """Exclude the value of the drawer's cursor."""
        self.tick(negated=True)

    def tick(self, *, negated: bool) -> None:
        """Tick the line of the drawer's cursor."""
        drawer = self.state.drawer or Drawer()
        facets = self.facets()
        if not 0 <= drawer.at < len(facets):
            return
        facet = facets[drawer.at]
        if facet.part == "value":
            self.toggle(facet.field, facet.value, negated=negated)
            self._follow(facet.field, facet.value)
        else:
            self.become(replace(self.state, drawer=drawer.opening(facet.field)))

    def _follow(self, field: str, value: str) -> None:
        """Keep the drawer's cursor on a value, wherever the counts have put it."""
        drawer = self.state.drawer or Drawer()
        facets = self.facets()
        same = [n for n, f in enumerate(facets) if (f.field, f.value) == (field, value)]
        at = same[0] if same else drawer.at
        moved = drawer.pointing(at, len(facets))
        self.become(replace(self.state, drawer=moved))

    def toggle(self, field: str, value: str, *, negated: bool = False) -> None:
        """Tick a value in the filter, or take the tick off."""
        query = self.library.resolve(self.state.query)
        self.ask(query.toggling(field, value, negated=negated))

    def _toggle(self, field: str, *, negated: bool = False) -> None:
        """Tick the current event's value of a field; ask which if it has several."""
        values = list(dict.fromkeys(self._values(field)))
        query = self.library.resolve(self.state.query)
        ticked = {
            value
            for term in query.of(field)
            if term.negated == negated
            for value in term.values
        }
        if active := [value for value in values if value in ticked]:
            for value in active:
                query = query.toggling(field, value, negated=negated)
            self.ask(query)
        elif not values:
            self.say(f"the event names no {TITLES[field]}")
        elif len(values) == 1:
            self.toggle(field, values[0], negated=negated)
        else:
            self.find(self._choice(field, values, negated=negated))

    def _values(self, field: str) -> Iterable[str]:
        """Return the current event's values, or those of the account jumped to."""
        event, account = self.event, self.account
        if event is None:
            return ()
        if field == "actor":
            return event.actors
        if field == "theme":
            return event.themes
        accounts = event.accounts if account is None else (account,)
        if field == "source":
            return [each.source for each in accounts]
        return [speaker for each in accounts for speaker in each.by]

    def _choice(self, field: str, values: list[str], *, negated: bool) -> Finder:
        title = f"{'not' if negated else 'only'} this {TITLES[field]}"
        counts = {value: n for value, _, n in self.state.selection.counts(field)}
        entries = tuple(
            Entry(value, self.library.name(value), keys=str(counts.get(value, 0)))
            for value in values
        )
        return Finder(field, title, entries, negated=negated)
