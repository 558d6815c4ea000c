"""Opens the store that a command line names, and says what of it was set aside."""

from __future__ import annotations

from timeline_tui.library.library import open_library
from timeline_tui.store.locate import locate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from timeline_tui.cli.outside import Outside
    from timeline_tui.cli.words import Command
    from timeline_tui.library.library import Library
    from timeline_tui.query.terms import Query

_PATIENCE = 0.5  # seconds before a build says what it is doing


def open_timeline(command: Command, outside: Outside) -> Library:
    """Open the store of `--store`, `$KGTL_STORE` or the shipped one.

    Faults are told on standard error, with the advice to look at them.

    Raises:
        StoreError: When the store cannot be read at all.
    """
    where = locate(command.get("store"), outside.environ)
    progress = _progress(command, outside)
    try:
        library = open_library(
            where,
            cache=outside.cache_folder,
            stdin=outside.stdin,
            progress=progress,
        )
    finally:
        if progress is not None:
            progress.done()
    if command.has("verbose"):
        outside.say(f"the store is {library.path}: {library.count:,} events")
    if library.faults and not command.has("quiet"):
        _tell_faults(library, command, outside)
    return library


def query_of(
    command: Command, outside: Outside, words: Sequence[str] | None = None
) -> Query:
    """Read the words of the command line, or some of them, as a query.

    With `--verbose` it is told how each of its periods was read.

    Raises:
        QueryError: When they cannot be read as one.
    """
    from timeline_tui.query.syntax import parse_words  # noqa: PLC0415 - not for all

    query = parse_words(command.words if words is None else words, outside.today)
    if command.has("verbose") and query.dates:
        from timeline_tui.cli.talk import tell_periods  # noqa: PLC0415 - only if asked

        tell_periods(query, outside)
    return query


def _tell_faults(library: Library, command: Command, outside: Outside) -> None:
    from shlex import quote  # noqa: PLC0415 - only with faults

    store = command.get("store")
    line = f"kgtl check {quote(store)}" if store else "kgtl check"
    aside = library.set_aside
    events = f"; {aside:,} event{'s' * (aside != 1)} left out" if aside else ""
    count = f"{library.faults:,} fault{'s' * (library.faults != 1)}"
    outside.say(f"{count} in the store{events}; to see them: {line}")


class _Progress:
    """Tells a person, on a terminal, that a long build is under way."""

    def __init__(self, stream: TextIO) -> None:
        from time import monotonic  # noqa: PLC0415 - only for a person

        self._stream = stream
        self._clock = monotonic
        self._next = monotonic() + _PATIENCE
        self._told = False

    def __call__(self, count: int) -> None:
        """Say how many events have been read, now and then."""
        if self._clock() < self._next:
            return
        self._next = self._clock() + _PATIENCE
        self._told = True
        self._stream.write(f"\rkgtl: reading the store: {count:,} events\x1b[K")
        self._stream.flush()

    def done(self) -> None:
        """Wipe the line, if there is one."""
        if self._told:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def _progress(command: Command, outside: Outside) -> _Progress | None:
    stream = outside.say_to
    if stream is None or command.has("quiet") or outside.dumb or not stream.isatty():
        return None
    return _Progress(stream)
