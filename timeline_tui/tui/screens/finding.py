"""The actions that find: search, the live query, dates; and the line typed for them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_tui.errors import DateError, QueryError
from timeline_tui.query.periods import read_period
from timeline_tui.query.syntax import parse
from timeline_tui.query.terms import Query, Term
from timeline_tui.tui.screens.completing import Completing
from timeline_tui.tui.screens.seeking import Seeking
from timeline_tui.tui.state import QUERY, SEARCH, Drawer, Prompt, Typed
from timeline_tui.tui.state.completion import is_helped
from timeline_tui.tui.state.places import at_date
from timeline_tui.tui.state.query_text import read_line

if TYPE_CHECKING:
    from timeline_tui.tui.state import Browse

WORDS = ("word", "phrase", "text")
"""The fields that a search may have; anything else is looked for as words."""


class Finding(Completing, Seeking):
    """Finds events by words, queries and dates."""

    def do_search(self) -> None:
        """Ask for words to find; in the drawer, for words to narrow it to."""
        state = self.state
        if state.pane == "drawer" and not state.layers:
            drawer = state.drawer or Drawer()
            self.become(replace(state, drawer=replace(drawer, typing=True)))
        else:
            self.become(state.asking(Prompt(SEARCH, Typed())))

    def do_edit_query(self) -> None:
        """Edit the query; the list follows."""
        text = str(self.state.query)
        typed = Typed.ending(text + " " if text else "")
        self.become(self.state.asking(self.completed(Prompt(QUERY, typed))))

    def do_next_hit(self) -> None:
        """Go to the next hit."""
        self._hit(1)

    def do_previous_hit(self) -> None:
        """Go to the previous hit."""
        self._hit(-1)

    def _hit(self, step: int) -> None:
        if self.state.layers:
            self.turn_hit(step)
        elif self.state.search is None:
            key = self.keymap.key_of("search")
            self.say(f"nothing is searched for; {key} searches")
        elif not self.state.search.hits:
            self.say("no event that is shown holds it")
        else:
            self.become(self.state.at_hit(step))

    # The line that is being typed

    def type_key(self, prompt: Prompt, key: str, character: str | None) -> None:
        """Do what a key does to the line of a prompt."""
        if self.helping_key(prompt, key):
            return
        if key == "enter":
            self._accept(prompt)
        elif key == "escape" or (key == "backspace" and not prompt.typed.text):
            self.become(self.state.given_up())
        elif key in ("up", "down") and prompt.purpose in (QUERY, SEARCH):
            step = 1 if key == "down" else -1
            if self.state.layers:
                self.turn_hit(step)
                return
            moved = self.state.at_hit(step) if self.state.search else None
            self.become(moved or self.state.moved(step))
        elif (edited := prompt.typed.keyed(key)) is not None:
            self.typed(prompt, edited)
        elif character is not None:
            self.typed(prompt, prompt.typed.typing(character))

    def typed(self, prompt: Prompt, line: Typed) -> None:
        """Follow a line as far as it has been typed."""
        prompt = self.completed(prompt.typing(line))
        if prompt.purpose == QUERY:
            self._follow_query(prompt)
        elif prompt.purpose == SEARCH:
            self._follow_search(prompt)
        else:
            self.become(replace(self.state, prompt=prompt))

    def _follow_query(self, prompt: Prompt) -> None:
        before = self.state.given_up()
        try:
            query = read_line(prompt.typed.text, self.setup.today)
            shown = self.state
            if query != shown.query:
                shown = before.showing(query, self.select)
            self.become(shown.typing(prompt, before))
        except QueryError as error:
            self._show_rest(prompt, error.column, before)
            self._fault(prompt, error)

    def _show_rest(self, prompt: Prompt, column: int, before: Browse) -> None:
        """Show what the line asks for without the term that is being completed."""
        completion = prompt.completion
        text = prompt.typed.text
        if completion is None or not is_helped(text, column, completion):
            return
        rest = text[: column - 1].rstrip("-") + text[completion.stop :]
        with suppress(QueryError):
            query = read_line(rest, self.setup.today)
            shown = next((s for s in (self.state, before) if s.query == query), None)
            shown = shown or before.showing(query, self.select)
            self.become(shown.typing(prompt, before))

    def _follow_search(self, prompt: Prompt) -> None:
        before = self.state.given_up()
        words = self._words(prompt.typed.text)
        if before.layers:
            self.follow_in_layer_search(prompt, words, before)
            return
        try:
            found = before.searching(prompt.typed.text, words, self.select)
        except QueryError as error:
            self._fault(prompt, error)
            return
        self.become(found.at_hit(1, here=True).typing(prompt, before))

    def _words(self, text: str) -> Query:
        """Read what is searched for: words and phrases, whatever else it looks like."""
        try:
            query = parse(text, self.setup.today)
        except QueryError:
            query = Query()
        if query and all(t.field in WORDS and not t.negated for t in query.terms):
            return query
        return Query(Term("word", (word,)) for word in text.split())

    def _accept(self, prompt: Prompt) -> None:
        """Keep what the line has led to, as one step."""
        answer = getattr(self, f"answer_{prompt.purpose}", None)
        if answer is not None:
            answer(prompt)

    def answer_query(self, prompt: Prompt) -> None:
        """Keep the query that was typed, as one step."""
        if prompt.reason:
            return
        self.become(self.state.typed().stepped_from(self.state.given_up()))
        self.remember_query(self.state)

    def answer_search(self, prompt: Prompt) -> None:
        """Keep the search, or end it when nothing was typed."""
        before = self.state.given_up()
        if before.layers:
            is_empty = not prompt.typed.text.strip()
            ended = self.unsought(before) or before
            self.become(ended if is_empty else self.state.typed())
        elif not prompt.typed.text.strip():
            self.become(before.unsearched())
        elif not prompt.reason:
            self.become(before.became(self.state.typed()))

    def answer_date(self, prompt: Prompt) -> None:
        """Go to the date that was typed."""
        self._go_to(prompt, self.state.given_up())

    def _go_to(self, prompt: Prompt, before: Browse) -> None:
        text = prompt.typed.text.strip()
        if not text:
            self.become(before)
            return
        try:
            period = read_period(text, self.setup.today)
        except DateError as error:
            self._fault(prompt, error)
            return
        place = at_date(before.lines, period.first.isoformat())
        self.become(before.jumped(place))

    def _fault(self, prompt: Prompt, error: QueryError | DateError) -> None:
        """Tell what is wrong with the line, and keep what it led to last."""
        reason = f"{error.reason}: {error.advice}" if error.advice else error.reason
        faulty = prompt.faulty(reason, error.column)
        self.become(replace(self.state, prompt=faulty))

    # The search inside the drawer

    def type_in_drawer(self, drawer: Drawer, key: str, character: str | None) -> None:
        """Do what a key does to the words that the drawer is narrowed to."""
        if key == "enter":
            self._set_drawer(replace(drawer, typing=False))
        elif key == "escape":
            self._set_drawer(replace(drawer.seeking(Typed()), typing=False))
        elif key in ("up", "down"):
            moved = drawer.moved(1 if key == "down" else -1, len(self.facets()))
            self._set_drawer(moved)
        elif (edited := drawer.sought.keyed(key)) is not None:
            self._set_drawer(drawer.seeking(edited))
        elif character is not None:
            self._set_drawer(drawer.seeking(drawer.sought.typing(character)))

    def _set_drawer(self, drawer: Drawer) -> None:
        self.become(replace(self.state, drawer=drawer))
