"""The line of the query while it is typed: completion and earlier queries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from timeline_tui.tui.messages import LinePressed
from timeline_tui.tui.screens.remembering import Remembering
from timeline_tui.tui.state import QUERY, Typed
from timeline_tui.tui.state.completion import NONE_CHOSEN, Completer

if TYPE_CHECKING:
    from timeline_tui.tui.state import Browse, Prompt

CHOICES = "choices"
"""The pane that shows what a query may be completed to."""


class Completing(Remembering):
    """Helps to type a query."""

    _completer: Completer | None = None

    def completed(self, prompt: Prompt) -> Prompt:
        """Return the prompt with what the word at its cursor may become."""
        if self.setup.pick or prompt.purpose != QUERY:
            return prompt
        if self._completer is None or self._completer.library is not self.library:
            self._completer = Completer(self.library)
        return replace(prompt, completion=self._completer.complete(prompt.typed))

    def helping_key(self, prompt: Prompt, key: str) -> bool:
        """Do what a key means to the help beneath the query; tell whether it does."""
        if prompt.purpose != QUERY or self.setup.pick:
            return False
        completion = prompt.completion
        chosen = completion is not None and completion.at != NONE_CHOSEN
        if completion and (key == "tab" or (key == "enter" and chosen)):
            self.typed(prompt, completion.taken(prompt.typed))
        elif key == "escape" and completion and chosen:
            self._typing(replace(prompt, completion=None))
        elif key == "down" and completion and not prompt.recalled:
            self._typing(replace(prompt, completion=completion.moved(1)))
        elif key == "up" and completion and chosen:
            self._typing(replace(prompt, completion=completion.moved(-1)))
        elif key in ("up", "down"):
            return self._recall(prompt, 1 if key == "up" else -1)
        else:
            return key == "tab"
        return True

    def _recall(self, prompt: Prompt, step: int) -> bool:
        """Put an earlier (1) or later (-1) query into the line, if there is one."""
        queries = self.notebook.queries
        number = prompt.recalled + step
        if not 0 <= number <= len(queries) or number == prompt.recalled:
            return step > 0 and bool(queries)
        draft = prompt.draft if prompt.recalled else prompt.typed.text
        text = queries[-number] if number else draft
        self.typed(replace(prompt, draft=draft), Typed.ending(text))
        now = self.state.prompt
        if now is not None:
            self._typing(replace(now, recalled=number, completion=None))
        return True

    def _typing(self, prompt: Prompt) -> None:
        self.become(replace(self.state, prompt=prompt))

    def remember_query(self, state: Browse) -> None:
        """Keep a query that was typed, for later."""
        text = str(state.query)
        if text and self.notebook.queries[-1:] != (text,):
            self.write_down(lambda notebook: notebook.asked(text))

    @on(LinePressed)
    def choice_pressed(self, message: LinePressed) -> None:
        """Take the choice that was pressed."""
        prompt = self.state.prompt
        if message.pane != CHOICES or prompt is None or prompt.completion is None:
            return
        if 0 <= message.line < len(prompt.completion.candidates):
            chosen = replace(prompt.completion, at=message.line)
            self.typed(prompt, chosen.taken(prompt.typed))

    def typed(self, prompt: Prompt, line: Typed) -> None:
        """Follow a line as far as it has been typed."""
        raise NotImplementedError
