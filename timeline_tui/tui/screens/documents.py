"""The actions on a document: opening it at a passage, and going to who cites it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from timeline_tui.query.terms import Query, Term
from timeline_tui.tui.screens.comparing import Comparing
from timeline_tui.tui.state import NOWHERE
from timeline_tui.tui.state.finder import CITING, Entry, Finder
from timeline_tui.tui.state.layers import Comparison, laid, on_top

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.model.event import Account
    from timeline_tui.render.document import Text
    from timeline_tui.tui.messages import LinePressed
    from timeline_tui.tui.state.document import Document

AT_ONCE = 500
"""Where more events than these cite a document, they are read while one reads."""
_BATCH = 500
_TOLD_EVERY = 0.5
"""Seconds between two tellings of what was found so far."""


class Documents(Comparing):
    """Reads documents."""

    def do_document(self) -> None:
        """Read the document of the account, at its passage."""
        event, account = self.event, self.account
        if event is None:
            self.say("there is no event to read of")
            return
        told = account or next(iter(event.accounts), None)
        if told is None:
            self.say("the event has no accounts, so no document")
            return
        self.read(told)

    def read(self, account: Account) -> None:
        """Lay the document of an account over everything, at its first passage."""
        from timeline_tui.tui.state.document import (  # noqa: PLC0415 - not at the start
            Document,
            Gathering,
            text_of,
        )

        source = self.library.source(account.source)
        look = self.setup.documents
        text = text_of(
            source, look(source.id, self.library) if look is not None else None
        )
        gathering = Gathering(text)
        today = self.setup.today
        query = Query([Term("source", (source.id,))])
        rows = list(self.library.select(query, today))
        whole = len(rows) <= AT_ONCE
        first = rows if whole else [self.state.reading]
        gathering.add(zip(first, self.library.events(first), strict=True))
        document = Document(gathering.text(), busy="" if whole else "reading events")
        spots = [gathering.spot(cite) for cite in account.cite]
        at = next((spot for spot in spots if spot is not None), None)
        if at is not None:
            places = [tuple(cited[:4]) for cited in document.text.cited]
            document = document.at_passage(self.page(document), places.index(at))
        layers = laid(self.state.layers, document)
        self.become(replace(self.state, layers=layers))
        if not whole:
            work = partial(self._read_on, text, rows)
            self.run_worker(work, thread=True, exit_on_error=False, group="document")

    def _read_on(self, text: Text, rows: Sequence[int]) -> None:
        """Read every event that cites a document, in a thread; tell what is found."""
        from timeline_tui.tui.state.document import Gathering  # noqa: PLC0415 - as above

        gathering = Gathering(text)
        told = monotonic()
        for start in range(0, len(rows), _BATCH):
            if not self._is_read(text):
                return
            batch = rows[start : start + _BATCH]
            gathering.add(zip(batch, self.library.events(batch), strict=True))
            done = start + len(batch)
            if done == len(rows) or monotonic() > told + _TOLD_EVERY:
                words = f"read {done:,} of {len(rows):,} events"
                busy = "" if done == len(rows) else words
                self.app.call_from_thread(self._found, gathering.text(), busy)
                told = monotonic()

    def _is_read(self, text: Text) -> bool:
        """Tell whether a document is among the layers."""
        shown = [x.text for x in self.state.layers if not isinstance(x, Comparison)]
        return any(other.source is text.source for other in shown)

    def _found(self, text: Text, busy: str) -> None:
        """Show what was found of who cites a document."""
        layers = tuple(
            replace(layer, text=text, busy=busy)
            if not isinstance(layer, Comparison) and layer.text.source is text.source
            else layer
            for layer in self.state.layers
        )
        self.become(replace(self.state, layers=layers))

    def start_of_line(self, document: Document) -> int:
        """Return the character of its paragraph that the cursor's line starts with."""
        page, whole = self.page(document), document.text.paragraphs
        if not document.line or document.para >= len(whole):
            return 0
        ends = range(len(whole[document.para]))
        return bisect_left(
            ends,
            document.line,
            key=lambda at: page.line_in(whole[document.para], at),
        )

    @property
    def document(self) -> Document | None:
        """The document on top, if one is."""
        layers = self.state.layers
        top = layers[-1] if layers else None
        return None if isinstance(top, Comparison) else top

    def _put_document(self, document: Document) -> None:
        layers = on_top(self.state.layers, document)
        self.become(replace(self.state, layers=layers))

    def do_next_passage(self) -> None:
        """Go to the next passage that an event cites."""
        self._to_passage(1)

    def do_previous_passage(self) -> None:
        """Go to the previous passage that an event cites."""
        self._to_passage(-1)

    def _to_passage(self, step: int) -> None:
        document = self.document
        if document is None:
            return
        if not document.text.cited:
            self.say("no event cites a passage of it")
        else:
            self._put_document(document.next_passage(self.page(document), step))

    def go_in_document(self, by: int) -> None:
        """Go some lines on."""
        document = self.document
        if document is not None:
            self._put_document(document.moved(self.page(document), by))

    def open_citing(self) -> None:
        """Go to the event that cites the passage, whichever is wanted."""
        document = self.document
        if document is None:
            return
        rows = document.rows_at(self.page(document))
        if not rows:
            key = self.keymap.key_of("next_passage")
            self.say(f"no event cites this paragraph; {key} goes to the next passage")
        elif len(rows) == 1:
            self.compare(rows[0])
        else:
            found = self.library.rows(rows)
            entries = tuple(Entry(row.id, row.title, keys=row.plain) for row in found)
            self.find(Finder(CITING, f"{len(rows)} events cite it", entries))

    def chose_citing(self, event_id: str) -> None:
        """Compare the accounts of an event that cites the passage."""
        row = self.library.row_of(event_id)
        if row is not None and row != NOWHERE:
            self.compare(row)

    def pressed_in_layer(self, message: LinePressed) -> None:
        """Go to the line or account that was pressed; a second press opens."""
        document = self.document
        if document is None:
            self.press_account(message)
            return
        from timeline_tui.render.document import HEADS  # noqa: PLC0415 - imported by now

        line = message.line - HEADS
        self._put_document(document.on_line(self.page(document), line))
        if message.twice:
            self.open_citing()
