"""The actions that hand on what is shown: write a file, pipe to a command."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from timeline_tui.render.formats import WRITERS, Options, write
from timeline_tui.tui.screens.browsing import Browsing
from timeline_tui.tui.screens.lending import lent
from timeline_tui.tui.state import Prompt, Typed
from timeline_tui.tui.state.prompt import PIPE, WRITE

if TYPE_CHECKING:
    from io import FileIO

_ENDINGS = {
    **{name: name for name in ("tsv", "csv", "jsonl", "md", "html", "ics")},
    "txt": "text",
    "text": "text",
    "ndjson": "jsonl",
    "markdown": "md",
    "htm": "html",
    "bib": "bibtex",
    "ical": "ics",
}
"""The endings of file names that tell a format."""
_USUAL = ("txt", "tsv", "csv", "jsonl", "md", "html", "bib", "ics")
_ENTER = b"\n"
_SHOWN = 200


class Writing(Browsing):
    """Hands on the events that are shown."""

    def do_write(self) -> None:
        """Ask for the name of a file to write the events to."""
        self.become(self.state.asking(Prompt(WRITE, Typed())))

    def do_pipe(self) -> None:
        """Ask for a command to hand the events to."""
        self.become(self.state.asking(Prompt(PIPE, Typed())))

    def answer_write(self, prompt: Prompt) -> None:
        """Write the file that the line names, once it is clear what is meant."""
        name = prompt.typed.text.strip()
        if not name:
            self.become(self.state.given_up())
            return
        format_name, name = named(name)
        path = Path(os.path.expandvars(name)).expanduser()
        if not format_name:
            known = " ".join(f".{ending}" for ending in _USUAL)
            self.refuse(prompt, f"the ending tells no format; use {known} or text:NAME")
            return
        ask = f"Enter overwrites {path.name}, which is there already"
        if path.is_dir():
            self.refuse(prompt, f"{path} is a folder: add a name")
        elif path.exists() and prompt.reason != ask:
            self.refuse(prompt, ask)
        else:
            self._write(prompt, path, format_name)

    def _write(self, prompt: Prompt, path: Path, format_name: str) -> None:
        selection = self.state.selection
        try:
            count = write_whole(path, self._writer(format_name))
        except OSError as error:
            reason = error.strerror or "it cannot be written"
            self.refuse(prompt, f"cannot write {path}: {reason}")
            return
        self.become(self.state.given_up())
        events = f"{len(selection):,} event{'s' * (len(selection) != 1)}"
        lines = f", {count:,} entries" if count != len(selection) else ""
        self.say(f"wrote {events}{lines} as {format_name} to {path}")

    def _writer(self, format_name: str) -> Writer:
        selection = self.state.selection
        options = Options(format_name)
        return lambda out: write(selection, self.library, out, options)

    def answer_pipe(self, prompt: Prompt) -> None:
        """Hand the events, as plain text, to the command of the line."""
        command = prompt.typed.text.strip()
        self.become(self.state.given_up())
        if not command:
            return
        try:
            with TemporaryFile("w+", encoding="utf-8", newline="") as given:
                self._writer("text")(given)
                given.seek(0)
                told = self._run(command, given)
        except OSError as error:
            told = f"{command} cannot be run: {error.strerror}"
        self.say(told)

    def _run(self, command: str, given: IO[str]) -> str:
        """Run a command and show what it prints; return what to tell of it."""
        with lent(self.app) as tty, TemporaryFile() as printed:
            code = subprocess.run(  # noqa: S603  what the reader typed
                [self.setup.shell, "-c", command],
                stdin=given,
                stdout=printed,
                stderr=subprocess.STDOUT,
                check=False,
            ).returncode
            printed.seek(0)
            lines = printed.read().splitlines()
            if len(lines) > 1:
                printed.seek(0)
                self._show(printed, lines, tty)
        told = f"{command}: {ending(code)}"
        if not lines:
            return f"{told}, nothing printed" if not code else told
        if len(lines) > 1:
            return f"{told}, {len(lines):,} lines printed"
        return f"{told}: {lines[0].decode(errors='replace')[:_SHOWN]}"

    def _show(self, printed: IO[bytes], lines: list[bytes], tty: FileIO) -> None:
        """Show what a command printed, in the pager where the screen is too small."""
        pager = self.setup.pager
        if pager and len(lines) >= self.size.height:
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
                return
        tty.write(b"\r\n".join(lines) + b"\r\n\r\nkgtl: Enter goes back ")
        while tty.read(1) not in (_ENTER, b""):
            pass


if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    Writer = Callable[[TextIO], int]


def named(text: str) -> tuple[str, str]:
    """Return format and name of a file that is typed as `NAME` or `FORMAT:NAME`.

    A name without an ending is of a text; the format of a strange ending is empty.
    """
    first, colon, rest = text.partition(":")
    if colon and rest and first in WRITERS:
        return first, rest
    suffix = Path(text).suffix.lower().removeprefix(".")
    return (_ENDINGS.get(suffix, "") if suffix else "text"), text


def ending(code: int) -> str:
    """Return how a command ended, in words."""
    if code < 0:
        return f"ended by signal {-code}"
    return "done" if code == 0 else f"exit code {code}"


def write_whole(path: Path, writer: Writer) -> int:
    """Write a file as a whole or not at all; return what the writer returns.

    A file that is written over keeps its mode; a link leads to what it leads to.

    Raises:
        OSError: It cannot be written.
    """
    target = path.resolve()
    if path.exists() and not path.is_file():  # a device or a pipe
        with path.open("w", encoding="utf-8", errors="backslashreplace") as out:
            return writer(out)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with part.open(
            "x", encoding="utf-8", errors="backslashreplace", newline=""
        ) as out:
            count = writer(out)
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return count
