"""The text of a file from elsewhere: its lines, and how they are cited.

The file itself is the document that tells of its events: each of its lines that is not
blank is a paragraph, as in any other text.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from timeline_tui.errors import Fault, StoreError
from timeline_tui.model.event import Cite
from timeline_tui.model.text import fingerprint, lines, n1, paragraph_hash, words
from timeline_tui.store.document import UTF8_MARK, refusal
from timeline_tui.store.foreign.cells import harmless

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LONGEST_START = 5  # words
_SHORTEST_START = 2
_MOST_OF_A_LINE = 80  # characters; words of a table are long where it has no blanks
_BROKEN = re.compile("[\udc80-\udcff]")
_BYTE = 0xDC00  # a byte that is not UTF-8 is read as this and its value


class Row(NamedTuple):
    """One entry of a file: the line it begins on, and its cells by column."""

    line: int
    cells: dict[str, object]


class Table(NamedTuple):
    """What was read of a file: its columns, good rows and the faults of the others."""

    columns: tuple[str, ...]
    rows: list[Row]
    faults: list[Fault]
    title: str = ""


class ForeignText:
    """A file as lines; bytes that are no UTF-8 spoil only the rows they stand in.

    Attributes:
        shown: the path as complaints name it.
        text: the whole, without a byte order mark.
        lines: its lines without their ends; the first is `lines[0]`.
    """

    def __init__(self, raw: bytes, shown: str) -> None:
        """Take the bytes.

        Raises:
            StoreError: they are UTF-16, or nothing but blanks.
        """
        self.shown = shown
        if raw.startswith(_WIDE_MARKS):
            fault = Fault(shown, 0, "", "is UTF-16", advice="save the file as UTF-8")
            raise refusal([fault])
        self.text = raw.removeprefix(UTF8_MARK).decode(errors="surrogateescape")
        self.lines = lines(self.text)
        self._paras = list(accumulate(1 if n1(line) else 0 for line in self.lines))
        self._cites: dict[int, Cite] = {}
        if not self._paras[-1]:
            raise refusal([Fault(shown, 0, "", "is empty")])

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the whole text; empty where it is no UTF-8 throughout."""
        if _BROKEN.search(self.text):
            return ""
        return fingerprint(line for line in self.lines if n1(line))

    def cite(self, line: int) -> Cite:
        """Cite the paragraph that a line is; lines count from 1."""
        if line not in self._cites:
            text = self.lines[line - 1]
            first = words(text[:1000])[:_LONGEST_START]
            start = " ".join(first) if len(first) >= _SHORTEST_START else ""
            para, hashed = self._paras[line - 1], paragraph_hash(text)
            if len(start) > _MOST_OF_A_LINE or start != harmless(start):
                start = ""
            self._cites[line] = Cite(para=para, start=start, hash=hashed)
        return self._cites[line]

    def fault(self, line: int, what: str, advice: str = "") -> Fault:
        """Say what is wrong on a line."""
        return Fault(self.shown, line, "", what, advice=advice)

    def refused(self, line: int, what: str, advice: str = "") -> StoreError:
        """Make the error of a file that cannot be read at all."""
        return refusal([self.fault(line, what, advice)])


def broken_byte(text: str) -> str:
    """Say which byte of a text was no UTF-8; empty if all were."""
    match = _BROKEN.search(text)
    return f"is not UTF-8 (byte {ord(match[0]) - _BYTE:#04x})" if match else ""
