"""Fills the tables of an index from what was gathered of a store."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from pyroaring import BitMap

from timeline_tui.library.entry import LINKED, marked_linked
from timeline_tui.library.gather import STEP
from timeline_tui.library.layout import BREAK, RECORDS, ROWS
from timeline_tui.library.pieces import Pieces, Sections, Texts
from timeline_tui.library.rows import packed_group
from timeline_tui.library.vocabulary import LEAST, SHARE, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from sqlite3 import Connection

    from timeline_tui.library.entry import Facet
    from timeline_tui.library.gather import Entry, Gathered, Progress
    from timeline_tui.library.pieces import Blobs


class Filling:
    """Writes events in order: rows, records, full text, ids and sections.

    Attributes:
        digest: a running hash of all records.
    """

    def __init__(
        self, connection: Connection, gathered: Gathered, common: int | None = None
    ) -> None:
        """Write to an empty index; `common` is for tests, see `vocabulary`."""
        gathered.counts.pop(BREAK, None)
        self.digest = blake2b(digest_size=8)
        self._connection = connection
        self._gathered = gathered
        self._linked = gathered.facets.setdefault(LINKED, len(gathered.facets))
        self._rows_of = [BitMap() for _ in gathered.facets]
        self._rows = Pieces(connection, "chunk", ROWS, squeeze=False)
        self._records = Pieces(connection, "record", RECORDS, squeeze=True)
        self._sections = Sections()
        self._texts = Texts(connection)
        self._vocabulary = Vocabulary(
            gathered.counts, common or max(LEAST, len(gathered) // SHARE)
        )

    def run(self, blobs: Blobs, progress: Progress | None) -> Mapping[Facet, BitMap]:
        """Write everything and give the rows of each facet value."""
        for row, entry in enumerate(self._gathered.entries()):
            self._add(row, entry)
            if progress and not row % STEP:
                progress(len(self._gathered))
        self._rows.flush()
        self._records.flush()
        self._texts.finish()
        self._connection.executemany(
            "INSERT INTO section VALUES (?, ?, ?)", self._sections.found
        )
        self._connection.executemany(
            "INSERT INTO prefix VALUES (?, ?)",
            [(s, blobs.put_rows(rows)) for s, rows in self._vocabulary.bitmaps()],
        )
        return dict(zip(self._gathered.facets, self._rows_of, strict=True))

    def _add(self, row: int, entry: Entry) -> None:
        packed = entry.row
        if entry.id in self._gathered.targets and self._linked not in entry.facets:
            packed = marked_linked(packed)
            self._rows_of[self._linked].add(row)
        for number in entry.facets:
            self._rows_of[number].add(row)
        self._rows.add(packed)
        self._records.add(entry.record)
        self.digest.update(entry.record)
        self._texts.add(row, entry.id, entry.text, entry.together)
        self._vocabulary.add(row, {*entry.text.split(), *entry.together.split()})
        self._sections.add(row, packed_group(packed))
