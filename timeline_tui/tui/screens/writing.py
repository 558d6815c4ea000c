"""The actions that hand on what is shown: write a file, pipe to a command."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, cast

from timeline_tui.render.formats import ENDINGS, WRITERS, Options, write
from timeline_tui.tui.screens.job import Counting, Outcome
from timeline_tui.tui.screens.lending import lent
from timeline_tui.tui.screens.piping import ending, pipe
from timeline_tui.tui.screens.typed_path import objection, typed_path
from timeline_tui.tui.screens.whole import WholeFile
from timeline_tui.tui.screens.working import Working
from timeline_tui.tui.state import Prompt, Typed
from timeline_tui.tui.state.prompt import PIPE, WRITE

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from timeline_tui.library.library import Library
    from timeline_tui.tui.screens.job import Job
    from timeline_tui.tui.screens.whole import Writer

_USUAL = ("txt", "tsv", "csv", "jsonl", "md", "html", "bib", "ics")
LENT = "!"
"""What stands in front of a command that is to have the terminal."""
_ENTER = b"\n"


class Writing(Working):
    """Hands on the events that are shown."""

    _again: dict[str, str] | None = None
    """What was typed of what came to nothing, by what it was typed for."""

    def do_write(self) -> None:
        """Ask for the name of a file to write the events to."""
        self._ask_for(WRITE)

    def do_pipe(self) -> None:
        """Ask for a command to hand the events to."""
        self._ask_for(PIPE)

    def _ask_for(self, purpose: str) -> None:
        """Ask for a line; one that came to nothing stands there again."""
        if not self.is_busy():
            typed = Typed.ending((self._again or {}).get(purpose, ""))
            self.become(self.state.asking(Prompt(purpose, typed)))

    def _hand_on(
        self, prompt: Prompt, words: str, work: Callable[[Job], Outcome]
    ) -> None:
        """Do what a line asks for; keep the line until that has come to something."""
        purpose = prompt.purpose
        self._again = {**(self._again or {}), purpose: prompt.typed.text}
        self.become(self.state.given_up())
        self.work_at(
            words,
            work,
            lambda outcome: self._over(purpose, outcome),
            total=len(self.state.selection),
        )

    def _over(self, purpose: str, outcome: Outcome) -> None:
        """Tell what came of it, and show what a command printed."""
        told = outcome.told
        if outcome.failed:
            name = "write" if purpose == WRITE else "pipe"
            told += f"; {self.keymap.key_of(name)} has the line still"
        elif self._again is not None:
            self._again.pop(purpose, None)
        if outcome.given is not None:
            told = self._lend(told, outcome.given)
        elif outcome.printed is not None:
            told = self._show(outcome.printed, outcome.lines) or told
        self.say(told)

    # Files

    def answer_write(self, prompt: Prompt) -> None:
        """Write the file that the line names, once it is clear what is meant."""
        name = prompt.typed.text.strip()
        if not name:
            self.become(self.state.given_up())
            return
        format_name, name = named(name)
        path = typed_path(name)
        if not format_name:
            known = " ".join(f".{ending}" for ending in _USUAL)
            self.refuse(prompt, f"the ending tells no format; use {known} or text:NAME")
            return
        ask = f"Enter overwrites {path.name}, which is there already"
        if why_not := objection(path, ask, prompt.reason):
            self.refuse(prompt, why_not)
        else:
            self._write(prompt, path, format_name)

    def _write(self, prompt: Prompt, path: Path, format_name: str) -> None:
        count = len(self.state.selection)
        events = f"{count:,} event{'s' * (count != 1)}"
        writer = self._writer(format_name)

        def check() -> None:
            if self.job is not None:
                self.job.check()

        try:
            file = WholeFile(path, check)
        except OSError as error:
            self.refuse(prompt, _refusal(path, error))
            return

        def work(job: Job) -> Outcome:
            try:
                written = file.write(writer(job))
            except OSError as error:
                return Outcome(_refusal(path, error), failed=True)
            entries = f", {written:,} entries" if written != count else ""
            return Outcome(f"wrote {events}{entries} as {format_name} to {path}")

        self._hand_on(prompt, f"writing {path.name}", work)

    def _writer(self, format_name: str) -> Callable[[Job], Writer]:
        """Return what gives, for a job, the writer of what is shown now."""
        selection, library = self.state.selection, self.library

        def writer(job: Job) -> Writer:
            counting = cast("Library", Counting(library, job))
            options = Options(format_name)
            return lambda out: write(selection, counting, cast("TextIO", out), options)

        return writer

    # Commands

    def answer_pipe(self, prompt: Prompt) -> None:
        """Hand the events, as plain text, to the command of the line."""
        command = prompt.typed.text.strip()
        if not command.removeprefix(LENT).strip():
            self.become(self.state.given_up())
            return
        writer, shell = self._writer("text"), self.setup.shell

        def work(job: Job) -> Outcome:
            if command.startswith(LENT):
                return _prepared(command, writer(job))
            return pipe(job, [shell, "-c", command], command, writer(job))

        self._hand_on(prompt, f"piping to {command.removeprefix(LENT)}", work)

    def _lend(self, command: str, given: IO[str]) -> str:
        """Let a command have the terminal; return how it ended."""
        try:
            with lent(self.app) as tty, given:
                code = subprocess.run(  # noqa: S603  what the reader typed
                    [self.setup.shell, "-c", command.removeprefix(LENT)],
                    stdin=given,
                    stdout=tty,
                    stderr=tty,
                    check=False,
                ).returncode
        except OSError as error:
            return f"{command} cannot be run: {error.strerror}"
        return f"{command}: {ending(code)}"

    def _show(self, printed: IO[bytes], lines: int) -> str:
        """Show what a command printed, in the pager where the screen is too small.

        Returns what went wrong, if so.
        """
        pager = self.setup.pager
        try:
            with lent(self.app) as tty, printed:
                if pager and lines >= self.size.height:
                    from shlex import split  # noqa: PLC0415 - for a pager

                    environ = {"LESS": "R", **os.environ}
                    with suppress(OSError, ValueError):
                        subprocess.run(  # noqa: S603  the reader's own pager
                            split(pager),
                            stdin=printed,
                            stdout=tty,
                            stderr=tty,
                            env=environ,
                            check=False,
                        )
                        return ""
                for line in printed:
                    tty.write(line.rstrip(b"\n") + b"\r\n")
                tty.write(b"\r\nkgtl: Enter goes back ")
                while tty.read(1) not in (_ENTER, b""):
                    pass
        except OSError as error:
            return f"what was printed cannot be shown: {error.strerror}"
        return ""


def _prepared(command: str, writer: Writer) -> Outcome:
    """Write what a command is to read once it has the terminal."""
    given = TemporaryFile(  # noqa: SIM115 - handed on
        "w+", encoding="utf-8", errors="backslashreplace", newline=""
    )
    writer(cast("TextIO", given))
    given.seek(0)
    return Outcome(command, given=given)


def _refusal(path: Path, error: OSError) -> str:
    """Return why a file cannot be written, and what to do about it if that is plain."""
    reason = error.strerror or "it cannot be written"
    if isinstance(error, FileNotFoundError):
        reason = f"there is no folder {path.parent}; make it, or name another"
    return f"cannot write {path}: {reason}"


def named(text: str) -> tuple[str, str]:
    """Return format and name of a file that is typed as `NAME` or `FORMAT:NAME`.

    A name without an ending is of a text; the format of a strange ending is empty.
    """
    first, colon, rest = text.partition(":")
    if colon and rest and first in WRITERS:
        return first, rest
    suffix = Path(text).suffix.lower().removeprefix(".")
    return (ENDINGS.get(suffix, "") if suffix else "text"), text
