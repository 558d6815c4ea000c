"""The actions on the event that is read: its accounts, links and addresses."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from timeline_tui.render.note import NO_ADDRESS, address, at_passage
from timeline_tui.render.words import LINK_WORDS
from timeline_tui.tui.screens.comparing import Comparing
from timeline_tui.tui.state.finder import LINK, Entry, Finder

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHOWS_WINDOWS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")


class Reading(Comparing):
    """Reads one event."""

    def do_account(self) -> None:
        """Go to the account of the key's number, or to the next one."""
        event = self.event
        count = len(event.accounts) if event is not None else 0
        if not count:
            self.say("the event has no accounts")
            return
        number = (self.state.account + 1) % count
        if self.pressed.isdigit():
            number = int(self.pressed) - 1
        if number >= count:
            self.say(f"there is no account {number + 1}; the last is {count}")
            return
        pane = self.state.pane if self.state.layers else "detail"
        self.become(replace(self.state, account=number, pane=pane))

    def do_follow_link(self) -> None:
        """Go to an event that this one is linked to, whichever is wanted."""
        event = self.event
        links = event.links if event is not None else ()
        if not links:
            self.say("the event is linked to no other")
        elif len(links) == 1:
            self.go_to_event(links[0].to)
        else:
            entries = tuple(
                Entry(
                    link.to,
                    self.library.title_of(link.to) or link.to,
                    LINK_WORDS.get(link.kind, link.kind),
                )
                for link in links
            )
            self.find(Finder(LINK, "go to a linked event", entries))

    def go_to_event(self, event_id: str) -> None:
        """Go to an event by its id; one that only may fall in the dates is unfolded."""
        row = self.library.row_of(event_id)
        if row is None:
            self.say(f"the store has no event {event_id}")
        elif not self.follow_in_layer(row):
            self.go_to_row(row)

    def do_open_address(self) -> None:
        """Open the address at the passage, or copy it where nothing can open it."""
        account = self.account
        if account is None and self.event is not None:
            account = next(iter(self.event.accounts), None)
        if account is None:
            self.say("there is no source to open")
            return
        source = self.library.source(account.source)
        url = address(source)
        if url.startswith(NO_ADDRESS):
            self.say(f"{source.label}: {url}")
            return
        url = at_passage(url, account.cite)
        if can_open(os.environ, sys.platform):
            import webbrowser  # noqa: PLC0415 - not before the first frame

            work = partial(webbrowser.open, url)
            self.run_worker(work, thread=True, exit_on_error=False)
            self.say("opened", url)
        else:
            self.app.copy_to_clipboard(url)
            self.say("no browser here; sent to the terminal's clipboard:", url)


def can_open(environ: Mapping[str, str], platform: str) -> bool:
    """Tell whether a browser can show itself here, beside this terminal."""
    return platform == "darwin" or any(environ.get(name) for name in _SHOWS_WINDOWS)
