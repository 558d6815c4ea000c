"""The actions on time as such: periods, gaps, and the density strip under the mouse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from textual import on

from timeline_tui.errors import DateError
from timeline_tui.query.periods import read_period
from timeline_tui.render.density import period_words
from timeline_tui.tui.messages import StripBrushed, StripLeft, StripPointed
from timeline_tui.tui.screens.browsing import Browsing
from timeline_tui.tui.state import NOWHERE
from timeline_tui.tui.state.span import Span, asked_for, asking

if TYPE_CHECKING:
    from timeline_tui.render.gaps import Gap

_MONTH, _YEAR = 1, 12


class Ranging(Browsing):
    """Filters by stretches of time and goes from gap to gap."""

    def do_only_month(self) -> None:
        """Show only the month of the event; again to show all."""
        day = self._day()
        if day is None:
            self.say("there is no event whose month could be shown")
            return
        month = self._month_of(day)
        is_shown = asked_for(self.state.query, self.setup.today) == month
        self.show_span(None if is_shown else month)

    def _month_of(self, day: date) -> Span:
        """Return the month of the event, or what of the calendar holds all of it."""
        last = date.fromisoformat(self.library.rows([self.state.row])[0].last)
        month = around = Span.holding(day, _MONTH)
        while around.last < last:
            wider = around.wider()
            if wider is None:
                return month
            around = wider
        return around

    def do_narrow_period(self) -> None:
        """Show a narrower period around the event: its year, quarter, month, day."""
        span, day = asked_for(self.state.query, self.setup.today), self._day()
        if span is None:
            if day is None:
                self.say("there is no event to start a period from")
            else:
                self.show_span(Span.holding(day, _YEAR))
            return
        narrower = span.narrower(day or span.first)
        if narrower is None:
            self.say("a day is the narrowest period")
        else:
            self.show_span(narrower)

    def do_widen_period(self) -> None:
        """Show a wider period: the month, quarter or year around it, then all."""
        span = asked_for(self.state.query, self.setup.today)
        if span is None:
            self._say_no_period()
        else:
            self.show_span(span.wider())

    def do_next_period(self) -> None:
        """Show the next period that is as long."""
        self._shift(1)

    def do_previous_period(self) -> None:
        """Show the previous period that is as long."""
        self._shift(-1)

    def _shift(self, step: int) -> None:
        span = asked_for(self.state.query, self.setup.today)
        if span is None:
            self._say_no_period()
            return
        shifted = span.shifted(step)
        if shifted is None:
            self.say("the calendar ends here")
        else:
            self.show_span(shifted)

    def _say_no_period(self) -> None:
        key = self.keymap.key_of("narrow_period")
        self.say(f"no period is asked for; {key} starts with the event's year")

    def show_span(self, span: Span | None) -> None:
        """Ask for a stretch of days in place of any other, and say what it holds."""
        self.ask(asking(self.state.query, span))
        if span is None:
            self.say("all dates")
            return
        words = read_period(span.text, self.setup.today).words
        count = len(self.state.selection.timeline)
        self.say(f"{words}: {count:,} event{'s' * (count != 1)}")

    def _day(self) -> date | None:
        """Return the first day of the current event, or the last of one without."""
        row = self.state.row
        if row == NOWHERE:
            return None
        told = self.library.rows([row])[0]
        first, last = map(date.fromisoformat, (told.first, told.last))
        return last if first == date.min else first

    # Gaps

    def do_next_gap(self) -> None:
        """Go to the first event after the next month or more without any."""
        later = [gap for gap in self._gaps() if gap.before >= self.state.place]
        self._tell_gap(later[0] if later else None, 1)

    def do_previous_gap(self) -> None:
        """Go to the last event before the previous month or more without any."""
        earlier = [gap for gap in self._gaps() if gap.after <= self.state.place]
        self._tell_gap(earlier[-1] if earlier else None, -1)

    def _gaps(self) -> list[Gap]:
        from timeline_tui.render.gaps import gaps  # noqa: PLC0415 - not at the start

        return gaps(self.state.selection)

    def _tell_gap(self, gap: Gap | None, step: int) -> None:
        if gap is None:
            self.say(f"there is no {'later' if step > 0 else 'earlier'} gap")
            return
        self.become(self.state.jumped(gap.after if step > 0 else gap.before))
        from timeline_tui.render.gaps import gap_words  # noqa: PLC0415 - imported by now

        self.say(gap_words(gap, self.state.selection))

    # The density strip under the mouse

    @on(StripPointed)
    def strip_pointed(self, message: StripPointed) -> None:
        """Tell what the bar under the mouse holds, or why there is none."""
        strip = self.density(self.size.width)
        period = strip.month_at(message.x)
        if period and self.state.prompt is None and self.state.finder is None:
            self.become(
                replace(
                    self.state, told=f"{period_words(period)}: {strip.why(message.x)}"
                )
            )

    @on(StripLeft)
    def strip_left(self) -> None:
        """Tell no more of the strip."""
        self.brush = None
        self.become(replace(self.state, told=""))

    @on(StripBrushed)
    def strip_brushed(self, message: StripBrushed) -> None:
        """Mark the stretch that is dragged over, and ask for it at the end."""
        span = self.strip_span(message.begin, message.end)
        if span is None or self.state.prompt is not None or self.state.finder:
            return
        if message.is_done:
            self.brush = None
            self.show_span(span)
        else:
            self.brush = (span.first.isoformat(), span.last.isoformat())
            words = read_period(span.text, self.setup.today).words
            told = f"{words}: let go to show only this"
            self.become(replace(self.state, told=told))

    def strip_span(self, start: int, stop: int) -> Span | None:
        """Return the days from one column of the strip to another, in either order."""
        strip = self.density(self.size.width)
        low, high = sorted(max(1, min(x, strip.cells)) for x in (start, stop))
        first, last = strip.month_at(low), strip.month_at(high)
        try:
            return Span(
                read_period(first, self.setup.today).first,
                read_period(last, self.setup.today).last,
            )
        except DateError:  # beyond the years of the calendar
            return None
