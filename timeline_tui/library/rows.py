"""The columns of one event that a line of a list needs, packed by the piece."""

from __future__ import annotations

from pyroaring import BitMap

from timeline_tui.library.columns import Group, Row
from timeline_tui.library.layout import ENTRY, FIELD, ROWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline_tui.library.storage import Storage

_BATCH = 512
_KEPT = 256


_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_MONTH_KEY = 7
_DATES = range(2, 6)


def group(key: str, start: int, stop: int) -> Group:
    """Make the group of a key and its range of rows."""
    year, dash, label = key.partition("-")
    if dash and label[0] != "Q":
        month = int(label)
        label = _MONTHS[3 * month - 3 : 3 * month]
    return Group(key, year, label, start, stop)


def group_key(place: str) -> str:
    """Give the key of the group in which an event at that place stands."""
    return place if "/" in place else place[:_MONTH_KEY]


def pack(values: Sequence[str]) -> bytes:
    """Pack the columns of a row, without its number; a date is written once."""
    date = values[1]
    short = [
        "" if at in _DATES and value == date else value
        for at, value in enumerate(values)
    ]
    return FIELD.join([value.encode("utf-8", "replace") for value in short])


def unpack(number: int, packed: bytes) -> Row:
    """Undo `pack`; written out, as a million rows may come through here."""
    event_id, text, plain, place, first, last, *rest = packed.split(FIELD)
    date = text.decode()
    title, kind, sources, marks = rest
    return Row(
        number,
        event_id.decode(),
        date,
        plain.decode() or date,
        place.decode() or date,
        first.decode() or date,
        last.decode() or date,
        title.decode(),
        kind.decode(),
        sources.decode(),
        marks.decode(),
    )


def packed_group(packed: bytes) -> str:
    """Give the key of the group in which a packed row stands."""
    _, date, _, place, _ = packed.split(FIELD, 4)
    return group_key((place or date).decode())


class RowReader:
    """Reads rows by number, and keeps the pieces that were read last."""

    __slots__ = ("_kept", "_storage")

    def __init__(self, storage: Storage) -> None:
        """Read from an open index."""
        self._storage = storage
        self._kept: dict[int, list[bytes]] = {}

    def rows(self, numbers: Iterable[int]) -> list[Row]:
        """Give some rows, in the order asked for, from memory where possible."""
        numbers = list(numbers)
        kept = self._kept
        wanted = {number // ROWS for number in numbers}
        # Another thread may empty what is kept at any time.
        pieces = {chunk: piece for chunk in wanted if (piece := kept.get(chunk))}
        pieces.update(self._read(wanted.difference(pieces)))
        if len(kept) + len(pieces) > _KEPT:
            kept.clear()
        kept.update(pieces)
        return [unpack(n, pieces[n // ROWS][n % ROWS]) for n in numbers]

    def stream(self, numbers: Iterable[int]) -> Iterator[Row]:
        """Give some rows one by one, holding few of them at a time."""
        for batch in batches(numbers):
            pieces = self._read({number // ROWS for number in batch})
            for number in batch:
                yield unpack(number, pieces[number // ROWS][number % ROWS])

    def _read(self, chunks: set[int]) -> dict[int, list[bytes]]:
        found = self._storage.pieces("chunk", chunks)
        return {chunk: body.split(ENTRY) for chunk, body in found}


def batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Give numbers by the handful; a bitmap is cut without being walked first."""
    if isinstance(numbers, BitMap):
        for start in range(0, len(numbers), _BATCH):
            yield list(numbers[start : start + _BATCH])
        return
    batch: list[int] = []
    for number in numbers:
        batch.append(number)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
