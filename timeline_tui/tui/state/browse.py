"""What the explorer shows, as one frozen value; every method returns the next one.

A transition that changes what is shown is handed `select`, which asks the library;
nothing here reads, draws or keeps anything by itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.model.frozen import dataclass
from timeline_tui.render.rows import ListMap
from timeline_tui.tui.state.held import Held
from timeline_tui.tui.state.places import NOWHERE, nearest, place_of, row_at
from timeline_tui.tui.state.search import Search

if TYPE_CHECKING:
    from timeline_tui.library.selection import Selection
    from timeline_tui.query.terms import Query
    from timeline_tui.tui.state.prompt import Prompt
    from timeline_tui.tui.state.search import Select

STEPS_KEPT = 200
"""So many filter steps and places can be gone back."""
PANES = ("list", "detail", "drawer")
"""The panes that keys can go to."""


@dataclass(frozen=True, slots=True)
class Browse(Held):
    """One view of the timeline."""

    @classmethod
    def starting(cls, query: Query, selection: Selection) -> Browse:
        """Return the first view of a selection, on its first event."""
        state = cls(query, _laid_out(selection, open_fold=False))
        return replace(state, place=0 if state.lines.events else NOWHERE)

    # Moving

    def at(self, place: int) -> Browse:
        """Return the view with another current event, the nearest place there is."""
        last = self.lines.events - 1
        place = max(0, min(place, last)) if last >= 0 else NOWHERE
        if place == self.place:
            return self
        return replace(self, place=place, account=NOWHERE)

    def moved(self, by: int) -> Browse:
        """Return the view with the current event `by` events further on."""
        return self.at(self.place + by)

    def paged(self, by: int) -> Browse:
        """Return the view `by` lines further on, headings counted as lines."""
        if self.place == NOWHERE:
            return self
        line = self.lines.line_of(self.place) + by
        line = max(0, min(line, len(self.lines) - 1))
        moved = self.at(self.place_near(line, 1 if by > 0 else -1))
        return moved if moved.place != self.place else self.moved(1 if by > 0 else -1)

    def place_near(self, line: int, step: int = 1) -> int:
        """Return the event on a line of the list, or the next one in a direction."""
        for way in (step, -step):
            there = line
            while 0 <= there < len(self.lines):
                item = self.lines.at(there)
                if item[0] == "event":
                    return item[1]
                there += way
        return NOWHERE

    def jumped(self, place: int) -> Browse:
        """Return the view at another place, with the way back remembered."""
        return self.became(self.at(place))

    def became(self, other: Browse) -> Browse:
        """Return another view of the same list, with the way back to here kept."""
        if other.place == self.place:
            return other
        back = (*self.back, self.row)[-STEPS_KEPT:]
        return replace(other, back=back, forward=())

    def gone_back(self) -> Browse:
        """Return the view where the last jump started, if it is still shown."""
        if not self.back:
            return self
        place = nearest(self.lines, self.back[-1])
        forward = (*self.forward, self.row)[-STEPS_KEPT:]
        return replace(self.at(place), back=self.back[:-1], forward=forward)

    def gone_forward(self) -> Browse:
        """Return the view that going back left."""
        if not self.forward:
            return self
        place = nearest(self.lines, self.forward[-1])
        back = (*self.back, self.row)[-STEPS_KEPT:]
        return replace(self.at(place), forward=self.forward[:-1], back=back)

    # Narrowing

    def showing(self, query: Query, select: Select) -> Browse:
        """Return the view of another filter, on the same event or the nearest one.

        Raises:
            QueryError: The query names something unknown.
        """
        selection = select(query)
        lines = _laid_out(selection, open_fold=self._opened_fold)
        row = self.row if self.place != NOWHERE else self.lost
        place = nearest(lines, row)
        same = place != NOWHERE and row_at(lines, place) == row
        search = self.search
        if search is not None:
            search = search.again(query, select)
        return replace(
            self,
            query=query,
            lines=lines,
            place=place,
            lost=row if place == NOWHERE else NOWHERE,
            account=self.account if same else NOWHERE,
            search=search,
        )

    def asked(self, query: Query, select: Select) -> Browse:
        """Return the view of another filter, as a step that can be undone.

        Raises:
            QueryError: The query names something unknown.
        """
        return self.showing(query, select).stepped_from(self)

    def stepped_from(self, before: Browse) -> Browse:
        """Return this view as one step of filtering from another."""
        if self.query == before.query:
            return self
        past = (*before.past, before.query)[-STEPS_KEPT:]
        return replace(self, past=past, future=(), parked=None)

    def undone(self, select: Select) -> Browse:
        """Return the view before the last step of filtering."""
        if not self.past:
            return self
        shown = self.showing(self.past[-1], select)
        future = (*self.future, self.query)
        return replace(shown, past=self.past[:-1], future=future)

    def redone(self, select: Select) -> Browse:
        """Return the view after the step that was undone."""
        if not self.future:
            return self
        shown = self.showing(self.future[-1], select)
        past = (*self.past, self.query)
        return replace(shown, past=past, future=self.future[:-1])

    def unfiltered_or_back(self, empty: Query, select: Select) -> Browse:
        """Return the view with all filters off, or with those turned off on again."""
        if self.query:
            return replace(self.asked(empty, select), parked=self.query)
        return self.asked(self.parked, select) if self.parked else self

    def folded(self, *, open_fold: bool) -> Browse:
        """Return the view with or without the events that may fall in the dates."""
        row = self.row
        lines = _laid_out(self.selection, open_fold=open_fold)
        return replace(self, lines=lines, place=nearest(lines, row))

    @property
    def _opened_fold(self) -> bool:
        """Whether the fold is open because the reader opened it."""
        return self.lines.open_fold and bool(self.selection.timeline)

    def reopened(self, selection: Selection, row: int) -> Browse:
        """Return the view on a library opened anew, where the event has `row`."""
        lines = _laid_out(selection, open_fold=self._opened_fold)
        place = min(self.place, lines.events - 1)
        if row != NOWHERE or place == NOWHERE:
            place = nearest(lines, row)
        shown = replace(self, lines=lines, place=place, search=None, layers=())
        return replace(shown, back=(), forward=())

    # Searching

    def searching(self, text: str, words: Query, select: Select) -> Browse:
        """Return the view with what was searched for told; nothing for no words."""
        found = Search.within(self.query, text, words, select) if words else None
        return replace(self, search=found)

    def unsearched(self) -> Browse:
        """Return the view without a search."""
        return replace(self, search=None)

    def at_hit(self, step: int, *, here: bool = False) -> Browse:
        """Return the view at the next (1) or previous (-1) hit, round the ends.

        With `here`, the current event counts if it is a hit.
        """
        if self.search is None:
            return self
        folded = self.place >= len(self.selection.timeline)
        row = self.search.next_from(self.row, step, here=here, folded=folded)
        view = self
        if row >= 0 and place_of(self.lines, row) == NOWHERE:
            view = self.folded(open_fold=True)  # the hit only may fall in the dates
        place = place_of(view.lines, row)
        return self if place == NOWHERE else view.at(place)

    @property
    def hit_number(self) -> tuple[int, int]:
        """Which hit the current event is, from 1 (0 for none), and of how many."""
        if self.search is None:
            return 0, 0
        return self.search.number(self.row), self.search.count

    # Typing

    def asking(self, prompt: Prompt) -> Browse:
        """Return the view with a line to type."""
        return replace(self, prompt=prompt, before=self)

    def typing(self, prompt: Prompt, before: Browse) -> Browse:
        """Return the view as far as the line has led to it."""
        return replace(self, prompt=prompt, before=before)

    def typed(self) -> Browse:
        """Return the view that the line has led to, without the line."""
        return replace(self, prompt=None, before=None)

    def given_up(self) -> Browse:
        """Return the view that typing started from."""
        return self.before if self.before is not None else self.typed()

    # Panes

    def focused(self, pane: str) -> Browse:
        """Return the view with the keys in another pane."""
        return self if pane == self.pane else replace(self, pane=pane)

    def without_layer(self) -> Browse | None:
        """Return the view without what lies on top of it; None when nothing does."""
        if self.prompt is not None:
            return self.given_up()
        if self.layers:
            return self._uncovered()
        if self.drawer is not None:
            return replace(self, drawer=None, pane="list")
        return self.focused("list") if self.pane != "list" else None

    def _uncovered(self) -> Browse:
        """Return the view without the top layer."""
        under = replace(self, layers=self.layers[:-1])
        same = under.reading == self.reading
        return under if same else replace(under, account=NOWHERE)


def _laid_out(selection: Selection, *, open_fold: bool) -> ListMap:
    """Lay a selection out; where all is vague, the fold is open from the start."""
    return ListMap(selection, open_fold=open_fold or not selection.timeline)
