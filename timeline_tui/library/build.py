"""Builds the index of a store: in a file, or in memory where no file can be written.

The file comes into being beside its place and is moved there when it is finished, so
that nobody sees half an index, and any number of builders may be at work.
"""

# pathlib is no shorter for these four calls, and names are text everywhere else.
# ruff: noqa: PTH103, PTH105, PTH108, PTH120
from __future__ import annotations

import gc
import os
import sqlite3
import time
from contextlib import closing, contextmanager, suppress
from itertools import count
from tempfile import mkstemp
from typing import TYPE_CHECKING

from timeline_tui.errors import StoreError
from timeline_tui.library.freshness import GRAIN, latest, stamp
from timeline_tui.library.gather import Gathered
from timeline_tui.library.layout import PAGE_SIZE, SCHEMA, TABLES
from timeline_tui.library.pieces import Blobs
from timeline_tui.library.seal import seal, trust
from timeline_tui.library.storage import file_uri
from timeline_tui.library.tables import Filling
from timeline_tui.library.values import (
    source_letters,
    write_dates,
    write_facets,
    write_names,
    write_things,
)
from timeline_tui.store.reader import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from timeline_tui.library.gather import Progress
    from timeline_tui.store.locate import Where
    from timeline_tui.store.reader import Reader

_numbers = count()
_DRAFT = ".draft"
_DAY = 86_400
_TOO_BIG = "the store is too big for an index in memory, and no cache can be written"
_SETTINGS = (
    f"PRAGMA page_size = {PAGE_SIZE}",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -32768",
)


def build(
    where: Where,
    path: str | None,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    common: int | None = None,
) -> tuple[str, sqlite3.Connection | None]:
    """Read a store and build its index at a path, or in memory.

    Args:
        where: the store.
        path: the index file; None, or one that cannot be written, for one in memory.
        stdin: what a store is read from that is piped in.
        progress: called with the number of events dealt with so far.
        common: how often the words of a start have to stand for a bitmap; by itself
            it depends on how many events there are.

    Returns:
        The address of the index, and for one in memory the connection that keeps it.

    Raises:
        StoreError: the store cannot be read, or is too big for memory.
    """
    started = time.time_ns()
    contents = open_store(where, stdin)
    before = stamp(contents.files, contents.folders, started)
    if contents.files and latest(before) > started - GRAIN:
        # A file may have been changed again after it was read and before it was
        # looked at, so it is read anew: what it holds by now is in the stamp.
        contents = open_store(where, stdin)
    with _no_collector(), Gathered() as gathered:
        gathered.read(contents, progress)
        after = stamp(contents.files, contents.folders, started)
        work = _Work(contents, gathered, progress, common)
        work.meta["store"] = where.path
        work.meta["stamp"] = before if before == after else ""
        if path is not None:
            with suppress(OSError, sqlite3.OperationalError):
                work.into_file(path)
                return file_uri(path), None
        return work.into_memory()


def _tidy(folder: str) -> None:
    """Remove what builders that were killed left behind more than a day ago."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_DRAFT):
                age = time.time() - entry.stat().st_mtime
                if age > _DAY:
                    os.unlink(entry.path)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the garbage collector from walking what is no garbage: 30 % less time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Work:
    """What was read of a store, on its way into an index."""

    def __init__(
        self,
        contents: Reader,
        gathered: Gathered,
        progress: Progress | None,
        common: int | None,
    ) -> None:
        self._contents = contents
        self._gathered = gathered
        self._progress = progress
        self._common = common
        coverage = contents.timeline.coverage
        letters = source_letters(contents).items()
        self.meta = {
            "schema": str(SCHEMA),
            "title": contents.timeline.title,
            "coverage": coverage.text if coverage else "",
            "count": str(len(gathered)),
            "set_aside": str(contents.set_aside),
            "faults": str(len(contents.faults)),
            "files": "\0".join(contents.files),
            "letters": "\1".join(map("\0".join, letters)),
        }

    def into_file(self, path: str) -> None:
        """Build in a file beside the path, and move it there when it is whole."""
        folder = os.path.dirname(path)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        _tidy(folder)
        handle, draft = mkstemp(prefix=".", suffix=_DRAFT, dir=folder)
        os.close(handle)
        try:
            connection = sqlite3.connect(draft, isolation_level=None)
            with closing(connection):
                self._fill(connection)
            seal(draft)
            os.replace(draft, path)
            trust(path)
        except BaseException:
            os.unlink(draft)
            raise

    def into_memory(self) -> tuple[str, sqlite3.Connection]:
        """Build in memory that all threads of this process see."""
        uri = f"file:/kgtl-{next(_numbers)}?vfs=memdb"
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            self._fill(connection)
        except BaseException as error:
            connection.close()
            if isinstance(error, sqlite3.OperationalError):
                raise StoreError(_TOO_BIG) from error
            raise
        return uri, connection

    def _fill(self, connection: sqlite3.Connection) -> None:
        """Fill an empty index."""
        for setting in _SETTINGS:
            connection.execute(setting)
        connection.executescript(TABLES)
        connection.execute("BEGIN")
        blobs = Blobs(connection)
        filling = Filling(connection, self._gathered, self._common)
        found = filling.run(blobs, self._progress)
        write_dates(connection, blobs, found)
        write_facets(connection, blobs, self._contents, found)
        places = [value for field, value, *_ in found if field == "place"]
        write_names(connection, self._contents, places)
        filling.digest.update(write_things(connection, self._contents).encode())
        meta = self.meta | {"version": filling.digest.hexdigest()}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        connection.execute("COMMIT")
