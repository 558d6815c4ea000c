"""Which events fall inside a period, were under way in it, or may fall in it.

The first and last days of the widened dates and of their cores are four columns. Each
is kept as bit slices over the ranks of its values (O'Neil and Quass 1997): a
comparison of a million rows is one operation on bitmaps for each bit of a rank.
Dates of several parts are few: those that a period does not hold whole are settled
one by one.
"""

from __future__ import annotations

from bisect import bisect_right

from pyroaring import BitMap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from timeline_tui.library.storage import Storage

    Period = tuple[date, date]
    Days = tuple[int, int]

FIRST, LAST, CORE_FIRST, CORE_LAST, SEVERAL = 1, 2, 3, 4, 5
"""The numbers of the blobs: four columns, and the rows with dates of several parts."""
_NUMBER = 4


class Column:
    """A day for some of the rows, asked by "at most"."""

    __slots__ = ("_all", "_days", "_slices")

    def __init__(self, packed: bytes) -> None:
        """Unpack what `pack_column` made."""
        words = memoryview(packed).cast("I")
        count, slices = words[0], words[1]
        self._days = words[2 : 2 + count]
        at = 2 + count
        bodies = []
        start = _NUMBER * (at + slices)
        for size in words[at : at + slices]:
            bodies.append(BitMap.deserialize(packed[start : start + size]))
            start += size + -size % _NUMBER
        self._all, *self._slices = bodies

    def at_most(self, day: int) -> BitMap:
        """Give the rows whose day is no later than that one."""
        rank = bisect_right(self._days, day) - 1
        if rank < 0:
            return BitMap()
        found = self._all.copy()
        for bit, zeros in enumerate(self._slices):
            if rank >> bit & 1:
                found |= zeros
            else:
                found &= zeros
        return found


def pack_column(rows_of: Mapping[int, BitMap]) -> bytes:
    """Pack a column, given the rows of each day.

    The slice of a bit holds the rows whose rank has a zero there, so that "at most" is
    an intersection or a union for each bit, from the lowest on.
    """
    days = sorted(rows_of)
    slices = [BitMap.union(BitMap(), *rows_of.values())]
    for bit in range((len(days) - 1).bit_length() if days else 0):
        zeros = [rows_of[day] for rank, day in enumerate(days) if not rank >> bit & 1]
        slices.append(BitMap.union(BitMap(), *zeros))
    bodies = []
    for each in slices:
        each.run_optimize()
        bodies.append(each.serialize())
    numbers = [len(days), len(slices), *days, *map(len, bodies)]
    padded = (body + bytes(-len(body) % _NUMBER) for body in bodies)
    return pack_numbers(numbers) + b"".join(padded)


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Pack numbers below 2**32 as this machine reads them."""
    from array import array  # noqa: PLC0415 - only for building

    return array("I", numbers).tobytes()


class Shape:
    """A date of several parts."""

    __slots__ = ("core", "every", "parts")

    def __init__(self, parts: str, core: str, *, every: bool) -> None:
        """Take widened parts and core as `written`, and whether it was in each part."""
        self.parts = _days(parts)
        self.core = _days(core)
        self.every = every

    def match(self, periods: Sequence[Days]) -> int:
        """Give 0 for inside the periods, 1 for under way, 2 for possible, 3 for not."""
        inside = [_holds(periods, part) for part in self.parts]
        if all(inside):
            return 0
        if any(_touches(periods, part) for part in self.core):
            return 1
        if self.every and any(inside):
            return 1
        return 2 if any(_touches(periods, part) for part in self.parts) else 3


class Dates:
    """The dates of all events of an index."""

    __slots__ = ("_columns", "_storage")

    def __init__(self, storage: Storage) -> None:
        """Read from an open index, when first asked."""
        self._storage = storage
        self._columns: list[Column] = []

    def classes(self, periods: Iterable[Period]) -> tuple[BitMap, BitMap, BitMap]:
        """Give the rows inside some periods, those under way and those possible."""
        if not self._columns:
            numbers = (FIRST, LAST, CORE_FIRST, CORE_LAST)
            self._columns = [Column(self._storage.blob(number)) for number in numbers]
        first, last, core_first, core_last = self._columns
        days = merged(periods)
        inside, underway, possible = BitMap(), BitMap(), BitMap()
        for start, end in days:
            inside |= last.at_most(end) - first.at_most(start - 1)
            underway |= core_first.at_most(end) - core_last.at_most(start - 1)
            possible |= first.at_most(end) - last.at_most(start - 1)
        self._settle(days, (inside, underway, possible))
        underway -= inside
        possible -= inside
        possible -= underway
        return inside, underway, possible

    def inside(self, periods: Iterable[Period]) -> BitMap:
        """Give the rows that lie wholly inside some periods."""
        return self.classes(periods)[0]

    def _settle(self, days: Sequence[Days], classes: Sequence[BitMap]) -> None:
        """Look at the dates of several parts that reach into the periods and beyond.

        So far they count as possible, as if there were no days between their parts.
        """
        inside, _, possible = classes
        open_rows = (possible - inside) & self._storage.bitmap(SEVERAL)
        possible -= open_rows
        found: tuple[list[int], ...] = ([], [], [], [])
        for row, parts, core, every in self._shapes(open_rows):
            found[Shape(parts, core, every=every).match(days)].append(row)
        for rows, settled in zip(classes, found, strict=False):
            rows.update(settled)

    def _shapes(self, rows: BitMap) -> list[tuple[int, str, str, bool]]:
        """Read the dates of several parts that some rows have."""
        if not rows:
            return []
        numbers = ",".join(map(str, rows))
        return self._storage.ask(
            f"SELECT row, parts, core, every FROM shape WHERE row IN ({numbers})"  # noqa: S608 - numbers
        )


def merged(periods: Iterable[Period]) -> list[Days]:
    """Give periods as day numbers, in order, those that touch as one."""
    whole: list[Days] = []
    for start, end in sorted((a.toordinal(), b.toordinal()) for a, b in periods):
        if whole and start <= whole[-1][1] + 1:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


def written(ranges: Iterable[Period]) -> str:
    """Write ranges of days as a shape holds them."""
    return " ".join(f"{a.toordinal()}-{b.toordinal()}" for a, b in ranges)


def _days(text: str) -> list[Days]:
    """Undo `written`."""
    pairs = (pair.partition("-") for pair in text.split())
    return [(int(start), int(end)) for start, _, end in pairs]


def _holds(periods: Iterable[Days], part: Days) -> bool:
    return any(start <= part[0] and part[1] <= end for start, end in periods)


def _touches(periods: Iterable[Days], part: Days) -> bool:
    return any(start <= part[1] and part[0] <= end for start, end in periods)
