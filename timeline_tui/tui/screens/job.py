"""Something that may take long, done in a thread of its own while one reads on."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from select import select
from threading import Event as Signal
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import IO, Any, Self, TypeVar

    from timeline_tui.library.library import Library
    from timeline_tui.model.event import Event

    Each = TypeVar("Each")

_TURN = 0.0005
"""After so many seconds the other threads are given a turn."""
_A_KEY = 0.012
"""Seconds that a key has to itself."""
_PIECE = 1 << 16
"""So many characters are handed on at once."""
_LOOK = 0.05
"""Seconds after which one that waits looks whether it is to go on."""


class StoppedError(Exception):
    """The reader gave it up."""


class Outcome(NamedTuple):
    """What a job has come to.

    `told` is for the reader. `printed` is what a command printed, and `lines` how many
    lines that is. `given` is what is still to be handed to a command.
    """

    told: str
    failed: bool = False
    printed: IO[bytes] | None = None
    lines: int = 0
    given: IO[str] | None = None


class Job:
    """Work in a thread, with how far it is; the reader may give it up."""

    def __init__(
        self,
        words: str,
        total: int,
        work: Callable[[Job], Outcome],
        ended: Callable[[], object],
    ) -> None:
        """Take what is to be done.

        Args:
            words: What is being done, for the reader.
            total: How many events it is about; 0 where nobody knows.
            work: Does it; it raises StoppedError when `check` does.
            ended: Called in the thread when it is done, whatever came of it.
        """
        self.words = words
        self.total = total
        self.done = 0
        """How many events are done."""
        self.outcome: Outcome | None = None
        """What it has come to; None while it is under way."""
        self._work = work
        self._ended = ended
        self._idle_until = 0.0
        self._stopped = Signal()
        self._thread = Thread(target=self._run, name="kgtl-job", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Give it up; it ends soon after, and nothing half done is left of it."""
        self._stopped.set()

    def wait(self, seconds: float) -> None:
        """Wait until it has ended, at most so long."""
        self._thread.join(seconds)

    def give_way(self) -> None:
        """Do nothing while a key is answered."""
        self._idle_until = monotonic() + _A_KEY

    def check(self) -> None:
        """Raise StoppedError when it is to be given up."""
        if self._stopped.is_set():
            raise StoppedError

    def tell(self, done: int) -> None:
        """Note how many events are done, as long as one is to go on."""
        self.check()
        self.done = done
        sleep(max(self._idle_until - monotonic(), 0))

    def each(self, given: Iterable[Each]) -> Iterator[Each]:
        """Yield what is given and count it as done, as long as one is to go on."""
        turn = 0.0
        for one in given:
            self.check()
            self.done += 1
            now = monotonic()
            if now > turn:  # else a key waits for the interpreter to change threads
                sleep(max(self._idle_until - now, 0))
                turn = monotonic() + _TURN
            yield one

    def _run(self) -> None:
        before = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        try:
            self.outcome = self._work(self)
        except StoppedError:
            self.outcome = Outcome(f"gave up {self.words}", failed=True)
        except Exception as error:  # noqa: BLE001 - in a thread nobody else would tell
            self.outcome = Outcome(f"{self.words}: {error}", failed=True)
        finally:
            sys.setswitchinterval(before)
        self._ended()


class Counting:
    """A library that counts for a job the events that it gives."""

    def __init__(self, library: Library, job: Job) -> None:
        """Take the library and the job."""
        self._library = library
        self._job = job

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a library has
        """Return what else a library has."""
        return getattr(self._library, name)

    def stream(self, numbers: Iterable[int]) -> Iterator[object]:
        """Give the columns of rows, as the library does."""
        return self._job.each(self._library.stream(numbers))

    def records(self, numbers: Iterable[int]) -> Iterator[str]:
        """Give the records of rows, as the library does."""
        return self._job.each(self._library.records(numbers))

    def events(self, numbers: Iterable[int]) -> Iterator[Event]:
        """Give the events of rows, as the library does."""
        return self._job.each(self._library.events(numbers))


class Sink:
    """Text that goes to a descriptor which may not take it for a long time, or ever."""

    def __init__(self, descriptor: int, check: Callable[[], None]) -> None:
        """Take a descriptor of its own.

        Args:
            descriptor: What to write to; it is closed with this.
            check: Called while nothing can be written; raises to wait no longer.
        """
        os.set_blocking(descriptor, False)
        self._descriptor = descriptor
        self._check = check
        self._parts: list[str] = []
        self._size = 0

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Hand on what is kept, unless something was raised, and close."""
        try:
            if kind is None:
                self.flush()
        finally:
            os.close(self._descriptor)

    def write(self, text: str) -> int:
        """Hand text on, many pieces at once; raises OSError where it cannot be."""
        self._parts.append(text)
        self._size += len(text)
        if self._size >= _PIECE:
            self.flush()
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Hand lines on."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Hand on what is kept."""
        data = "".join(self._parts).encode("utf-8", "backslashreplace")
        self._parts.clear()
        self._size = 0
        while data:
            self._check()
            if select([], [self._descriptor], [], _LOOK)[1]:
                with suppress(BlockingIOError):
                    data = data[os.write(self._descriptor, data) :]
