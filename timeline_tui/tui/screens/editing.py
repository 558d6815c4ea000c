"""The actions that change the store itself: edit it, read it again."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_tui.errors import KgtlError, QueryError
from timeline_tui.tui.screens.job import Outcome
from timeline_tui.tui.screens.lending import lent
from timeline_tui.tui.screens.typed_path import objection, typed_path
from timeline_tui.tui.screens.working import Working
from timeline_tui.tui.state import NOWHERE, Prompt, Typed
from timeline_tui.tui.state.prompt import COPY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.tui.screens.job import Job

_ANY_EDITOR = ("vi",)
"""What edits where the reader has set no editor, or one that cannot be read."""
_COLON_LINE = ("hx", "helix", "subl", "zed")
_GOTO_LINE = ("code", "codium", "cursor")


class Editing(Working):
    """Edits the store and reads it again."""

    def do_edit_store(self) -> None:
        """Open the store in an editor at the event; of the shipped one, a copy."""
        if self.is_busy():
            return
        if self.setup.own_copy is None:
            self._edit()
            return
        typed = Typed.ending(self.setup.copy_to)
        self.become(self.state.asking(Prompt(COPY, typed)))

    def answer_copy(self, prompt: Prompt) -> None:
        """Go over to a copy of the shipped store, and edit that."""
        path = typed_path(prompt.typed.text)
        own_copy = self.setup.own_copy
        if own_copy is None:
            return
        ask = f"Enter uses {path.name}, which is there already"
        if why_not := objection(path, ask, prompt.reason):
            self.refuse(prompt, why_not)
            return
        try:
            opened = own_copy(str(path.absolute()))
        except (KgtlError, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.refuse(prompt, f"cannot copy the store to {path}: {reason}")
            return
        self.setup = replace(
            self.setup,
            reload=opened.reload,
            line_of=opened.line_of,
            command_prefix=opened.command_prefix,
            own_copy=None,
        )
        self.become(self.state.given_up())
        self._edit(f"this is now your copy {path}: ")

    def _edit(self, lead: str = "") -> None:
        """Look for the event in its file, then open that; `lead` is told before all."""
        event, line_of = self.event, self.setup.line_of
        if line_of is None:
            self.say(f"{lead}this store has no file to edit")
            return
        found: list[tuple[str, int] | None] = []

        def work(job: Job) -> Outcome:
            found.append(line_of(event.id if event is not None else "", job.tell))
            return Outcome("")

        def over(outcome: Outcome) -> None:
            place = found[0] if found else None
            if place is not None:
                self._open_editor(place, lead)
            else:
                told = outcome.told or "this store has no file to edit"
                self.say(lead + told)

        self.work_at("looking for the event in its file", work, over)

    def _open_editor(self, place: tuple[str, int], lead: str) -> None:
        words = self.setup.editor or _ANY_EDITOR
        try:
            with lent(self.app) as tty:
                subprocess.run(  # noqa: S603  the reader's own editor
                    editor_command(words, *place),
                    stdin=tty,
                    stdout=tty,
                    stderr=tty,
                    check=False,
                )
        except OSError as error:
            why = f"{words[0]} cannot be started: {error.strerror}; set $EDITOR"
            self.say(lead + why)
            return
        self.read_again(lead)

    def do_reload(self) -> None:
        """Read the store again; with faults in it, keep what is shown."""
        if self.setup.reload is None:
            self.say("this store cannot be read again")
        elif not self.is_busy():
            self.read_again()

    def read_again(self, lead: str = "") -> None:
        """Read the store again in the background; `lead` is told before the rest."""
        reload = self.setup.reload
        if reload is None:
            return
        opened: list[Library] = []

        def work(job: Job) -> Outcome:
            try:
                opened.append(reload(job.tell))
            except (KgtlError, OSError) as error:
                return Outcome(f"kept what is shown: {error}", failed=True)
            return Outcome("")

        def over(outcome: Outcome) -> None:
            self.say(lead + (outcome.told or self.take(opened[0])))

        self.work_at("reading the store again", work, over)

    def take(self, library: Library) -> str:
        """Show another library in the same way; return what came of it."""
        if library.faults > self.library.faults:
            library.close()
            faults = counted(library.faults)
            return f"kept what is shown: {faults} in the store; kgtl check tells them"
        event, search = self.event, self.state.search
        row = library.row_of(event.id) if event is not None else None
        old, self.library = self.library, library
        try:
            selection = self.select(self.state.query)
        except QueryError as error:
            self.library = old
            library.close()
            return f"kept what is shown: {error}"
        shown = self.state.reopened(selection, NOWHERE if row is None else row)
        if search is not None:
            shown = shown.searching(search.text, search.query, self.select)
        self.become(shown)
        self.draw_anew()  # before anything asks the old one again
        old.close()
        faulty = f", {library.set_aside:,} set aside" if library.set_aside else ""
        events = "1 event" if library.count == 1 else f"{library.count:,} events"
        return f"read again: {events}{faulty}"


def counted(faults: int) -> str:
    """Return a number of faults in words."""
    return "1 fault" if faults == 1 else f"{faults:,} faults"


def editor_command(words: Sequence[str], file: str, line: int) -> list[str]:
    """Return the words that open a file at a line (from 1) in an editor."""
    name = Path(words[0]).name
    if name in _COLON_LINE:
        return [*words, f"{file}:{line}"]
    if name in _GOTO_LINE:
        return [*words, "--goto", f"{file}:{line}"]
    return [*words, f"+{line}", file]
