"""The actions that change the store itself: edit it, read it again."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_tui.errors import KgtlError, QueryError
from timeline_tui.tui.screens.lending import lent
from timeline_tui.tui.screens.typed_path import objection, typed_path
from timeline_tui.tui.screens.working import Working
from timeline_tui.tui.state import NOWHERE, Prompt, Typed
from timeline_tui.tui.state.prompt import COPY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.library.library import Library

_COLON_LINE = ("hx", "helix", "subl", "zed")
_GOTO_LINE = ("code", "codium", "cursor")


class Editing(Working):
    """Edits the store and reads it again."""

    def do_edit_store(self) -> None:
        """Open the store in an editor at the event; of the shipped one, a copy."""
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
        self._edit()
        self.say(f"this is now your copy {path}: {self.state.told}")

    def _edit(self) -> None:
        event, line_of = self.event, self.setup.line_of
        try:
            place = line_of(event.id) if event is not None and line_of else None
        except (KgtlError, OSError) as error:
            self.say(str(error))
            return
        if place is None:
            self.say("this store has no file to edit")
            return
        from shlex import split  # noqa: PLC0415 - for an editor

        words = self.setup.editor or tuple(
            split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        )
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
            self.say(f"{words[0]} cannot be started: {error.strerror}; set $EDITOR")
            return
        self.do_reload()

    def do_reload(self) -> None:
        """Read the store again; with faults in it, keep what is shown."""
        if self.setup.reload is None:
            self.say("this store cannot be read again")
            return
        try:
            library = self.setup.reload()
        except (KgtlError, OSError) as error:
            self.say(f"kept what is shown: {error}")
            return
        if library.faults > self.library.faults:
            library.close()
            self.say(
                f"kept what is shown: {counted(library.faults)} in the store;"
                " kgtl check tells them"
            )
            return
        self._take(library)

    def _take(self, library: Library) -> None:
        """Show another library in the same way."""
        event = self.event
        row = library.row_of(event.id) if event is not None else None
        old, self.library = self.library, library
        try:
            selection = self.select(self.state.query)
        except QueryError as error:
            self.library = old
            library.close()
            self.say(f"kept what is shown: {error}")
            return
        self.become(self.state.reopened(selection, NOWHERE if row is None else row))
        self.draw()  # before anything asks the old one again
        self.let_go(old)
        faulty = f", {library.set_aside} set aside" if library.set_aside else ""
        self.say(f"read again: {library.count:,} events{faulty}")


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
