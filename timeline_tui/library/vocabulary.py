"""Chooses the starts of words that get bitmaps, and collects their rows.

The words form a tree: a node is a start that goes on in several ways or is a word. All
words that begin with a node's parent and its next letter begin with the node, so that
a bitmap for each node that many events hold answers every prefix that would be slow.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from pyroaring import BitMap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LEAST, SHARE = 1024, 64
"""A start gets a bitmap if the counts of its words come to so many or more, and to
more than one in so many events: the full text answers in a few milliseconds below."""
_FLUSH = 1 << 16


class _Node(NamedTuple):
    """A common start, and which of the sorted words begin with it."""

    start: str
    low: int
    high: int
    parent: int
    """The place of the next shorter node in the list; -1 for none."""


class Vocabulary:
    """The common starts of a full text and the rows that hold them."""

    __slots__ = ("_bitmaps", "_nodes", "_owner", "_rows")

    def __init__(self, counts: Mapping[str, int], common: int) -> None:
        """Take in how many events each word stands, and how many are common."""
        words = sorted(counts)
        sums = [0, *accumulate(counts[word] for word in words)]
        self._nodes = list(_common(words, sums, common))
        self._rows: list[list[int]] = [[] for _ in self._nodes]
        self._bitmaps = [BitMap() for _ in self._nodes]
        self._owner: dict[str, list[int]] = {}
        for node, rows in zip(self._nodes, self._rows, strict=True):
            self._owner.update(dict.fromkeys(words[node.low : node.high], rows))

    def add(self, row: int, words: Iterable[str]) -> None:
        """Note that an event holds some words, each given once."""
        owner = self._owner
        for word in words:
            rows = owner.get(word)
            if rows is not None:
                rows.append(row)
        if not row % _FLUSH:
            self._flush()

    def bitmaps(self) -> Iterator[tuple[str, BitMap]]:
        """Give each common start with the rows that hold it, longer ones first."""
        self._flush()
        for node, bitmap in zip(self._nodes[::-1], self._bitmaps[::-1], strict=True):
            if node.parent >= 0:
                self._bitmaps[node.parent] |= bitmap
            yield node.start, bitmap

    def _flush(self) -> None:
        """Move the rows from lists, which are quick, to bitmaps, which are small."""
        for bitmap, rows in zip(self._bitmaps, self._rows, strict=True):
            bitmap.update(rows)
            rows.clear()


def _common(words: list[str], sums: list[int], common: int) -> Iterator[_Node]:
    """Give the common nodes, each after its parent."""
    open_ranges = [(0, len(words), -1)]
    count = 0
    while open_ranges:
        low, high, parent = open_ranges.pop()
        if sums[high] - sums[low] < common or low == high:
            continue
        start = _shared(words[low], words[high - 1])
        if start:
            yield _Node(start, low, high, parent)
            parent, count = count, count + 1
        at = low + (words[low] == start)
        while at < high:
            letter = words[at][len(start)]
            end = bisect_left(words, start + chr(ord(letter) + 1), at, high)
            open_ranges.append((at, end, parent))
            at = end


def _shared(one: str, other: str) -> str:
    """Give the start that two words share."""
    for at, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return one[:at]
    return min(one, other, key=len)
