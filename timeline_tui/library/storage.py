"""Reads an index: one SQLite connection a thread, every blob checked.

Whatever turns out damaged is renewed from the store behind it, once, and asked again;
of an index that was closed nothing is renewed, whoever still asks it.
"""

from __future__ import annotations

import sqlite3
from _thread import allocate_lock, get_ident
from _weakref import ref

from pyroaring import BitMap

from timeline_tui.errors import StoreError
from timeline_tui.library.layout import DamagedError, opened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Connections = dict[int, sqlite3.Connection]
    Value = str | int

_FAULTS = (DamagedError, sqlite3.DatabaseError, ValueError)
"""What damage looks like; bytes that are no text or no bitmap are ValueErrors."""


_OPEN: dict[ref[Storage], tuple[Connections, sqlite3.Connection | None]] = {}
"""The connections of every storage, which outlive it until they are closed.

A storage that closed them as it went would come too late where it goes together with
them, as a part of a cycle: they would be gone first, and still open.
"""


def _dropped(storage: ref[Storage]) -> None:
    """Close what nobody closed: libraries are also just dropped."""
    connections, keeper = _OPEN.pop(storage)
    for connection in (*connections.values(), *([keeper] if keeper else [])):
        connection.close()


def file_uri(path: str) -> str:
    """Give the address of an index file that nobody writes to any more."""
    for char in "%?#":
        path = path.replace(char, f"%{ord(char):02X}")
    return f"file:{path}?mode=ro&immutable=1"


class Storage:
    """The tables of one index.

    Attributes:
        meta: what is known of the index as a whole.
    """

    __slots__ = (
        "__weakref__",
        "_bitmaps",
        "_connections",
        "_is_closed",
        "_keeper",
        "_lock",
        "_renew",
        "_uri",
        "meta",
    )

    def __init__(
        self,
        uri: str,
        *,
        renew: Callable[[], None] | None = None,
        keeper: sqlite3.Connection | None = None,
    ) -> None:
        """Open the index at an address.

        Args:
            uri: the address.
            renew: puts a sound index in place of a damaged one.
            keeper: the connection that keeps an index in memory in being.

        Raises:
            sqlite3.DatabaseError: it is damaged or no index.
        """
        self._keeper = keeper
        self._uri = uri
        self._renew = renew
        self._is_closed = False
        self._lock = allocate_lock()
        self._connections: dict[int, sqlite3.Connection] = {}
        self._bitmaps: dict[int, BitMap] = {}
        _OPEN[ref(self, _dropped)] = self._connections, keeper
        self.meta = self._read_meta()

    def ask(self, sql: str, values: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        """Give all rows that answer a statement."""
        try:
            return self._answers(sql, values)
        except UnicodeEncodeError:  # half of a character, which stands in no index
            return []
        except _FAULTS as fault:
            self._mend(fault)
        return self._answers(sql, values)

    def pieces(self, table: str, numbers: set[int]) -> list[tuple[int, bytes]]:
        """Give number and checked bytes of pieces: those asked for, or more."""
        try:
            return self._pieces(table, numbers)
        except _FAULTS as fault:
            self._mend(fault)
        return self._pieces(table, numbers)

    def blob(self, number: int) -> bytes:
        """Give the checked bytes of a blob."""
        return self.pieces("blob", {number})[0][1]

    def bitmap(self, number: int) -> BitMap:
        """Give the bitmap of that number, which nobody may change."""
        bitmap = self._bitmaps.get(number)
        if bitmap is None:
            bitmap = self._bitmaps[number] = BitMap.deserialize(self.blob(number))
        return bitmap

    def bitmaps(self, numbers: Iterable[int]) -> list[BitMap]:
        """Give bitmaps, which nobody may change, with one read for all of them."""
        numbers = list(numbers)
        kept = self._bitmaps
        for number, body in self.pieces("blob", set(numbers).difference(kept)):
            kept[number] = BitMap.deserialize(body)
        return [self.bitmap(number) for number in numbers]  # mending forgets the others

    def union(self, numbers: Iterable[int]) -> BitMap:
        """Give the rows that are in any of some bitmaps."""
        return BitMap.union(BitMap(), *self.bitmaps(numbers))

    def close(self) -> None:
        """Close the connections of all threads; who still reads gets an error."""
        self._is_closed = True
        self._disconnect()
        if self._keeper is not None:
            self._keeper.close()

    def _disconnect(self) -> None:
        with self._lock:
            for connection in self._connections.values():
                connection.close()
            self._connections.clear()
            self._bitmaps.clear()

    def _connection(self) -> sqlite3.Connection:
        """Give this thread's connection."""
        connection = self._connections.get(get_ident())
        return self._connected() if connection is None else connection

    def _connected(self) -> sqlite3.Connection:
        """Open a connection for this thread."""
        with self._lock:  # against another thread that closes all of them
            if self._is_closed:
                raise sqlite3.ProgrammingError("the index was closed")
            connection = sqlite3.connect(
                self._uri, uri=True, check_same_thread=False, isolation_level=None
            )
            connection.execute("PRAGMA cell_size_check = ON")
            self._connections[get_ident()] = connection
        return connection

    def _answers(self, sql: str, values: Sequence[Value]) -> list[tuple[Any, ...]]:
        return self._connection().execute(sql, values).fetchall()

    def _pieces(self, table: str, numbers: set[int]) -> list[tuple[int, bytes]]:
        """Read pieces, as one range where they lie close together."""
        if not numbers:
            return []
        low, high = min(numbers), max(numbers)
        where = f"BETWEEN {low} AND {high}"
        if high - low >= 2 * len(numbers):
            where = f"IN ({','.join(map(str, sorted(numbers)))})"
        sql = f"SELECT id, body FROM {table} WHERE id {where}"  # noqa: S608 - our names
        found = self._connection().execute(sql).fetchall()
        if len(found) < len(numbers):
            raise DamagedError(f"a piece of the index is missing in {table}")
        return [(number, opened(body)) for number, body in found]

    def _read_meta(self) -> dict[str, str]:
        return dict(self._answers("SELECT key, value FROM meta", ()))

    def _mend(self, fault: Exception) -> None:
        """Put a sound index of the same store in place of a damaged one."""
        if self._renew is None or self._is_closed:
            raise fault
        self._disconnect()
        self._renew()
        version = self._read_meta().get("version")
        if version != self.meta.get("version"):
            raise StoreError(
                "the store was changed while it was being read: start again"
            )


if TYPE_CHECKING:
    from typing import Any
