"""The actions that go somewhere: lines, pages, months, dates, marks, back."""

from __future__ import annotations

from dataclasses import replace

from timeline_tui.render.density import period_words
from timeline_tui.tui.screens.opening import Opening
from timeline_tui.tui.state import DATE, Drawer, Prompt, Typed
from timeline_tui.tui.state.facets import next_heading
from timeline_tui.tui.state.places import at_date, month_from, year_from

_YEAR_LENGTH = len("2022")


class Moving(Opening):
    """Goes about in the pane that has the keys."""

    def do_down(self) -> None:
        """Go one on."""
        self._go(1)

    def do_up(self) -> None:
        """Go one back."""
        self._go(-1)

    def do_page_down(self) -> None:
        """Go a page on."""
        self._page(1.0)

    def do_page_up(self) -> None:
        """Go a page back."""
        self._page(-1.0)

    def do_half_down(self) -> None:
        """Go half a page on."""
        self._page(0.5)

    def do_half_up(self) -> None:
        """Go half a page back."""
        self._page(-0.5)

    def do_first(self) -> None:
        """Go to the first event or line."""
        self._end(0)

    def do_last(self) -> None:
        """Go to the last event or line."""
        self._end(-1)

    def do_next_month(self) -> None:
        """Go to the next heading."""
        if not self.leap_in_view(1, years=False):
            self._leap(month_from(self.state.lines, self.state.place, 1))

    def do_previous_month(self) -> None:
        """Go to the previous heading."""
        if not self.leap_in_view(-1, years=False):
            self._leap(month_from(self.state.lines, self.state.place, -1))

    def do_next_year(self) -> None:
        """Go to the next year."""
        if not self.leap_in_view(1, years=True):
            self._leap(year_from(self.state.lines, self.state.place, 1))

    def do_previous_year(self) -> None:
        """Go to the previous year."""
        if not self.leap_in_view(-1, years=True):
            self._leap(year_from(self.state.lines, self.state.place, -1))

    def do_next_facet(self) -> None:
        """Go to the next facet of the drawer."""
        self._facet(1)

    def do_previous_facet(self) -> None:
        """Go to the previous facet of the drawer."""
        self._facet(-1)

    def do_go_to_date(self) -> None:
        """Ask for a date."""
        self.become(self.state.asking(Prompt(DATE, Typed())))

    def do_back(self) -> None:
        """Go back to where the last jump started."""
        if self.back_in_layer():
            return
        if not self.state.back:
            self.say("there is no earlier place")
        else:
            self.become(self.state.gone_back())

    def do_forward(self) -> None:
        """Go forward again."""
        if self.forward_in_layer():
            return
        if not self.state.forward:
            self.say("there is no later place")
        else:
            self.become(self.state.gone_forward())

    # How far each pane goes

    def _go(self, by: int) -> None:
        state = self.state
        if self.go_elsewhere(by):
            return
        if state.pane == "detail":
            self.pane("detail").scroll_lines(by)
        elif state.pane == "drawer":
            drawer = state.drawer or Drawer()
            moved = drawer.moved(by, len(self.facets()))
            self.become(replace(state, drawer=moved))
        else:
            self.become(state.moved(by))

    def _page(self, pages: float) -> None:
        state = self.state
        page = self.page_elsewhere() or self.pane(state.pane).page
        lines = int(max(page - 1, 1) * pages)
        lines = lines or (1 if pages > 0 else -1)
        if state.where == "list":
            self.become(state.paged(lines))
        else:
            self._go(lines)

    def _end(self, end: int) -> None:
        state = self.state
        if self.end_elsewhere(end):
            return
        if state.pane == "list":
            self.become(state.jumped(0 if end == 0 else state.lines.events - 1))
        elif state.pane == "detail":
            self.pane("detail").scroll_lines(-(10**9) if end == 0 else 10**9)
        else:
            self._go(-(10**9) if end == 0 else 10**9)

    def _leap(self, place: int) -> None:
        self.become(self.state.jumped(place))

    def _facet(self, step: int) -> None:
        drawer = self.state.drawer or Drawer()
        facets = list(self.facets())
        at = next_heading(facets, drawer.at, step)
        moved = drawer.pointing(at, len(facets))
        self.become(replace(self.state, drawer=moved))

    def go_to_period(self, x: int) -> None:
        """Go to the first event of a column of the density strip, or say why not."""
        strip = self.density(self.size.width)
        period = strip.month_at(x)
        if not period:
            return
        start = period.partition("..")[0]
        day = f"{start}-01-01" if len(start) == _YEAR_LENGTH else f"{start}-01"
        self.become(self.state.jumped(at_date(self.state.lines, day)))
        self.say(f"{period_words(period)}: {strip.why(x)}")
