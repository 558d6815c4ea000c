"""Writes what an index holds of its events in order: piece by piece, text by text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import compress

from timeline_tui.library.layout import ENTRY, FIRST_BLOB, sealed

if TYPE_CHECKING:
    from sqlite3 import Connection

    from pyroaring import BitMap

_LEVEL = 1
_BATCH = 4096
_TEXT_MEMORY = 64 << 20


class Blobs:
    """Writes blobs, each under a number of its own."""

    __slots__ = ("_connection", "_next")

    def __init__(self, connection: Connection) -> None:
        """Write to the index that a connection has open."""
        self._connection = connection
        self._next = FIRST_BLOB

    def put(self, body: bytes, number: int = 0) -> int:
        """Write a blob and give its number, the next one if none is given."""
        if not number:
            number, self._next = self._next, self._next + 1
        self._connection.execute(
            "INSERT INTO blob VALUES (?, ?)", (number, sealed(body))
        )
        return number

    def put_rows(self, rows: BitMap) -> int:
        """Write a bitmap and give its number."""
        rows.run_optimize()
        return self.put(rows.serialize())


class Pieces:
    """Writes rows or records by the piece, in their order."""

    __slots__ = ("_connection", "_count", "_kept", "_size", "_sql", "_squeeze")

    def __init__(
        self, connection: Connection, table: str, size: int, *, squeeze: bool
    ) -> None:
        """Write pieces of so many entries to a table, compressed or not."""
        self._connection = connection
        self._sql = f"INSERT INTO {table} VALUES (?, ?)"  # noqa: S608 - our own names
        self._size = size
        self._squeeze = squeeze
        self._kept: list[bytes] = []
        self._count = 0

    def add(self, entry: bytes) -> None:
        """Add the next entry."""
        self._kept.append(entry)
        if len(self._kept) == self._size:
            self.flush()

    def flush(self) -> None:
        """Write what is left, if anything is."""
        if not self._kept:
            return
        body = ENTRY.join(self._kept)
        body = compress(body, _LEVEL) if self._squeeze else body
        self._connection.execute(self._sql, (self._count, sealed(body)))
        self._count += 1
        self._kept.clear()


class Sections:
    """Finds the stretches of rows under one heading."""

    __slots__ = ("found",)

    def __init__(self) -> None:
        """Start without rows."""
        self.found: list[tuple[int, int, str]] = []

    def add(self, row: int, key: str) -> None:
        """Add the next row."""
        if self.found and self.found[-1][2] == key:
            self.found[-1] = (self.found[-1][0], row + 1, key)
        else:
            self.found.append((row, row + 1, key))


class Texts:
    """Writes the full text and the ids."""

    __slots__ = ("_connection", "_ids", "_kept")

    def __init__(self, connection: Connection) -> None:
        """Write to the index that a connection has open."""
        self._connection = connection
        self._ids: list[str] = []
        self._kept: list[tuple[int, str, str]] = []
        # Much memory makes few parts, which need not be merged afterwards.
        connection.execute(
            "INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (_TEXT_MEMORY,)
        )

    def add(self, row: int, event_id: str, text: str, together: str) -> None:
        """Add the next row."""
        self._ids.append(event_id)
        self._kept.append((row, text, together))
        if len(self._kept) == _BATCH:
            self._flush()

    def finish(self) -> None:
        """Write what is left, and the ids in their own order."""
        self._flush()
        self._connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        ids = self._ids
        in_order = sorted(range(len(ids)), key=ids.__getitem__)
        self._connection.executemany(
            "INSERT INTO event VALUES (?, ?)", ((ids[row], row) for row in in_order)
        )

    def _flush(self) -> None:
        self._connection.executemany(
            "INSERT INTO words (rowid, text, joined) VALUES (?, ?, ?)", self._kept
        )
        self._kept.clear()
