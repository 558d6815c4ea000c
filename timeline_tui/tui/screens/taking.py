"""The actions that take something away: the note, the command, the store itself."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_tui.errors import KgtlError, QueryError
from timeline_tui.render.note import account_note, event_notes
from timeline_tui.tui.screens.browsing import Browsing
from timeline_tui.tui.state import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_tui.library.library import Library
    from timeline_tui.query.terms import Query

TERMINAL = "/dev/tty"
"""Where an editor reads and draws."""
_COLON_LINE = ("hx", "helix", "subl", "zed")
_GOTO_LINE = ("code", "codium", "cursor")


class Taking(Browsing):
    """Takes something away from the explorer."""

    def do_copy_note(self) -> None:
        """Copy the note of the account, or the notes of the whole event."""
        event, account = self.event, self.account
        if event is None:
            self.say("there is no event to cite")
            return
        notes = [account_note(account, self.library)] if account else []
        notes = notes or event_notes(event, self.library)
        if not notes:
            self.say("the event has no accounts to cite")
            return
        self.app.copy_to_clipboard("\n".join(notes))
        count = "" if len(notes) == 1 else f"{len(notes)} notes "
        self.say(f"{count}sent to the terminal's clipboard: {notes[0]}")

    def do_copy_command(self) -> None:
        """Copy the shell command of this view."""
        query = self.library.resolve(self.state.query)
        command = shell_command(self.setup.command_prefix, query)
        self.app.copy_to_clipboard(command)
        self.say(f"sent to the terminal's clipboard: {command}")

    def do_edit_store(self) -> None:
        """Open the store in an editor at the event, then read it again."""
        event, line_of = self.event, self.setup.line_of
        try:
            place = line_of(event.id) if event is not None and line_of else None
        except (KgtlError, OSError) as error:
            self.say(str(error))
            return
        if place is None:
            self.say("this store has no file to edit")
            return
        words = self.setup.editor or tuple(
            shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        )
        try:
            with self.app.suspend(), Path(TERMINAL).open("r+b", buffering=0) as tty:
                subprocess.run(  # noqa: S603  the reader's own editor
                    editor_command(words, *place),
                    stdin=tty,
                    stdout=tty,
                    stderr=tty,
                    check=False,
                )
        except OSError as error:
            self.say(f"{words[0]} cannot be started: {error.strerror}")
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
        old.close()
        faulty = f", {library.set_aside} set aside" if library.set_aside else ""
        self.say(f"read again: {library.count:,} events{faulty}")


def counted(faults: int) -> str:
    """Return a number of faults in words."""
    return "1 fault" if faults == 1 else f"{faults:,} faults"


def shell_command(prefix: Sequence[str], query: Query) -> str:
    """Return the command that opens and prints the events of a query, in POSIX quotes.

    Words that might be taken for the name of a command come behind `--`.
    """
    words = [str(term) for term in query.terms]
    ends = ["--"] if words and ":" not in words[0] else []
    return shlex.join([*prefix, *ends, *words])


def editor_command(words: Sequence[str], file: str, line: int) -> list[str]:
    """Return the words that open a file at a line (from 1) in an editor."""
    name = Path(words[0]).name
    if name in _COLON_LINE:
        return [*words, f"{file}:{line}"]
    if name in _GOTO_LINE:
        return [*words, "--goto", f"{file}:{line}"]
    return [*words, f"+{line}", file]
