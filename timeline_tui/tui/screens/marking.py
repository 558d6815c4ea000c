"""The actions on marks: an event is marked, with or without a note, and found again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.tui.screens.remembering import Remembering
from timeline_tui.tui.state import NOWHERE, Prompt, Typed
from timeline_tui.tui.state.places import place_of, row_at
from timeline_tui.tui.state.prompt import NOTE

if TYPE_CHECKING:
    from timeline_tui.tui.state.notebook import Notebook


class Marking(Remembering):
    """Marks events."""

    def do_mark(self) -> None:
        """Mark the event, or take its mark off, and keep that."""
        event = self.event
        if event is None:
            self.say("there is no event to mark")
            return
        event_id = event.id
        is_marked = event_id in self.state.marked
        note = self.notebook.marks.get(event_id, "")

        def change(notebook: Notebook) -> Notebook:
            if is_marked:
                return notebook.unmarking(event_id)
            return notebook.marking(event_id, notebook.marks.get(event_id, ""))

        words = "no longer marked" if is_marked else "marked"
        if is_marked and note:
            words += f"; its note was: {note}"
        self._marked(words, self.write_down(change))

    def do_note(self) -> None:
        """Ask for a note, and mark the event with it."""
        event = self.event
        if event is None:
            self.say("there is no event to mark")
            return
        note = self.notebook.marks.get(event.id, "")
        self.become(self.state.asking(Prompt(NOTE, Typed.ending(note))))

    def answer_note(self, prompt: Prompt) -> None:
        """Mark the event with the note that was typed."""
        self.become(self.state.given_up())
        event = self.event
        if event is not None:
            event_id, note = event.id, prompt.typed.text.strip()
            trouble = self.write_down(lambda book: book.marking(event_id, note))
            self._marked("marked with a note" if note else "marked", trouble)

    def _marked(self, words: str, trouble: str) -> None:
        """Show the marks as they now are, and tell what was done."""
        state = replace(self.state, marked=frozenset(self.notebook.marks))
        self.become(state)
        if any("marked" in term.values for term in state.query.of("is")):
            self.become(state.showing(state.query, self.select))
        self.say(f"{words}, {trouble}" if trouble else words)

    def do_next_marked(self) -> None:
        """Go to the next marked event."""
        state = self.state
        rows = [self.library.row_of(event_id) for event_id in state.marked]
        known = [row for row in rows if row is not None]
        if any(row in state.selection.possible for row in known):
            state = state.folded(open_fold=True)
        places = sorted(
            place for row in known if (place := place_of(state.lines, row)) != NOWHERE
        )
        if not places:
            key_of = self.keymap.key_of
            off = f"{key_of('all_filters')} turns it off"
            hidden = f"the filter hides all {len(known)} marked; {off}"
            none = f"no event is marked; {key_of('mark')} marks one"
            self.say(hidden if known else none)
            return
        later = (place for place in places if place > state.place)
        place = next(later, places[0])
        if place_of(self.state.lines, row_at(state.lines, place)) != NOWHERE:
            state = self.state  # it stands in the list without the fold
        self.become(self.state.became(state.at(place)))
