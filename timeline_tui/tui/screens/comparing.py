"""The actions on a comparison: opening it, its accounts, links and the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.tui.screens.browsing import Browsing
from timeline_tui.tui.state import NOWHERE
from timeline_tui.tui.state.layers import Comparison, laid, on_top

if TYPE_CHECKING:
    from timeline_tui.tui.messages import LinePressed


class Comparing(Browsing):
    """Sets the accounts of an event side by side."""

    def do_compare(self) -> None:
        """Set the accounts of the event side by side."""
        row = self.state.reading
        if row == NOWHERE:
            self.say("there is no event to open")
        else:
            self.compare(row)

    def compare(self, row: int) -> None:
        """Lay the comparison of an event over everything."""
        account = self.state.account if row == self.state.reading else NOWHERE
        layers = laid(self.state.layers, Comparison(row))
        self.become(replace(self.state, layers=layers, account=account))

    def do_next_account(self) -> None:
        """Go to the next account."""
        self._to_account(1)

    def do_previous_account(self) -> None:
        """Go to the previous account."""
        self._to_account(-1)

    def _to_account(self, step: int) -> None:
        event, at = self.event, self.state.account
        count = len(event.accounts) if event is not None else 0
        if not count:
            self.say("the event has no accounts")
            return
        number = (at + step) % count if at != NOWHERE else (0 if step > 0 else -1)
        self.become(replace(self.state, account=number % count))

    def press_account(self, message: LinePressed) -> None:
        """Go to the account of a comparison that was pressed."""
        table = self.table(self.layer_width())
        account = table.account_at(message.line, message.x)
        if account != NOWHERE:
            self.become(replace(self.state, account=account))

    def follow_in_layer(self, row: int) -> bool:
        """Compare a linked event instead; false where no comparison is on top."""
        layers = self.state.layers
        if not layers or not isinstance(layers[-1], Comparison):
            return False
        followed = on_top(layers, layers[-1].followed(row))
        self.become(replace(self.state, layers=followed, account=NOWHERE))
        return True

    def back_in_layer(self) -> bool:
        """Go back from a link, or out of the layer; false where there is no layer."""
        layers = self.state.layers
        if not layers:
            return False
        top = layers[-1]
        if isinstance(top, Comparison) and top.back:
            layers = on_top(layers, top.gone_back())
            self.become(replace(self.state, layers=layers, account=NOWHERE))
        else:
            self.become(self.state.without_layer() or self.state)
        return True

    def forward_in_layer(self) -> bool:
        """Go forward along a link again; false where there is no layer."""
        layers = self.state.layers
        if not layers:
            return False
        top = layers[-1]
        if isinstance(top, Comparison) and top.forward:
            layers = on_top(layers, top.gone_forward())
            self.become(replace(self.state, layers=layers, account=NOWHERE))
        else:
            self.say("there is no later place")
        return True
