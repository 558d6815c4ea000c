"""A command of the reader's that is handed text, and what it prints."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import ExitStack, suppress
from tempfile import TemporaryFile
from time import monotonic, sleep
from typing import IO, TYPE_CHECKING

from timeline_tui.tui.screens.job import Outcome, Sink

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline_tui.tui.screens.job import Job
    from timeline_tui.tui.screens.whole import Writer

MOST = 64 << 20
"""A command that prints more bytes than this is stopped."""
_SHOWN = 200
_LOOK = 0.05
"""Seconds between two looks at whether a command has ended."""
_GRACE = 0.5
"""Seconds that a command, and what it has started, have to end by themselves."""
_NEXT = 0.01
"""Seconds between two looks at whether any of them is left."""


class TooMuchError(Exception):
    """A command prints without end."""


def pipe(job: Job, words: Sequence[str], command: str, writer: Writer) -> Outcome:
    """Run a command on what `writer` writes, without a terminal; tell how it went.

    Args:
        job: What is to be given up when the reader says so; then the command and all
            that it has started are ended.
        words: The command as the words of a program.
        command: The same as it was typed.
        writer: Writes what the command reads; it need not read all of it.

    Raises:
        StoppedError: It was given up.
    """
    with ExitStack() as stack:
        printed = stack.enter_context(TemporaryFile())
        try:
            code = _run(job, words, writer, printed)
        except OSError as error:
            return Outcome(f"{command} cannot be run: {error.strerror}", failed=True)
        except TooMuchError:
            told = f"stopped {command}: it printed more than {MOST >> 20} MB"
            told += f"; let it write to a file: {command} > FILE"
            return Outcome(told, failed=True)
        lines, first = _read(printed)
        told = f"{command}: {ending(code)}"
        if lines > 1:
            stack.pop_all()
            told += f", {lines:,} lines printed"
            return Outcome(told, bool(code), printed, lines)
    if lines:
        return Outcome(f"{told}: {first[:_SHOWN]}", bool(code))
    return Outcome(told if code else f"{told}, nothing printed", bool(code))


def _run(job: Job, words: Sequence[str], writer: Writer, printed: IO[bytes]) -> int:
    """Run a command to its end, and return how it ended."""

    def check() -> None:
        job.check()
        if os.fstat(printed.fileno()).st_size > MOST:
            raise TooMuchError

    process = subprocess.Popen(  # noqa: S603  what the reader typed
        words,
        stdin=subprocess.PIPE,
        stdout=printed,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        _feed(process, writer, check)
        job.words = f"waiting for {words[-1]}"
        while True:
            check()
            with suppress(subprocess.TimeoutExpired):
                return process.wait(_LOOK)
    except BaseException:
        _end(process)
        raise


def _feed(
    process: subprocess.Popen[bytes], writer: Writer, check: Callable[[], None]
) -> None:
    """Hand a command what it reads, as long as it reads."""
    if process.stdin is None:
        return
    sink = Sink(os.dup(process.stdin.fileno()), check)
    process.stdin.close()
    with suppress(BrokenPipeError), sink:
        writer(sink)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a command and what it has started: they are asked first, then made to."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        until = monotonic() + _GRACE
        reached = _reaches(process.pid, number)
        while reached and monotonic() < until:
            process.poll()  # one that has ended counts until it is asked after
            reached = _reaches(process.pid, 0)
            if reached:
                sleep(_NEXT)


def _reaches(group: int, number: int) -> bool:
    """Send a signal to a group of processes; return whether there is any in it."""
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _read(printed: IO[bytes]) -> tuple[int, str]:
    """Return how many lines were printed, and the first of them."""
    printed.seek(0)
    first = printed.readline(4 * _SHOWN).decode(errors="replace").rstrip("\n")
    printed.seek(0)
    lines = sum(1 for _ in printed)
    printed.seek(0)
    return lines, first


def ending(code: int) -> str:
    """Return how a command ended, in words."""
    if code < 0:
        return f"ended by signal {-code}"
    return "done" if code == 0 else f"exit code {code}"
