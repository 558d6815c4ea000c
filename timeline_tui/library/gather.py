"""Reads a store once and puts its events in order, with little of them in memory.

What an index needs of each event goes to a scratch file as it is read; in memory stay
its sort key, its place in the file, and how many events hold each word.
"""

from __future__ import annotations

from array import array
from collections import Counter
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.library.entry import Facet, Folder, dating, facets, row_values
from timeline_tui.library.layout import ENTRY, FIELD
from timeline_tui.library.rows import pack
from timeline_tui.store.jsonl import event_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType
    from typing import Self

    from timeline_tui.library.entry import Dating
    from timeline_tui.model.dates import EdtfDate
    from timeline_tui.model.event import Event
    from timeline_tui.store.reader import Reader

    Progress = Callable[[int], None]

STEP = 20
"""Progress is told each time that so many events were dealt with: about a millisecond,
so that a build in the background can give way to a key."""
_IN_MEMORY = 64 << 20
_DATES = 1 << 16


class Entry(NamedTuple):
    """What an index keeps of one event."""

    id: str
    row: bytes
    record: bytes
    text: str
    together: str
    facets: list[int]
    """Places in the list of all facet values that were met."""


class Gathered:
    """The events of a store in the order of dates, kept in a scratch file.

    Attributes:
        counts: in how many events each word stands.
        facets: all facet values that were met.
        targets: the ids that some event links to.
    """

    def __init__(self) -> None:
        """Start without events."""
        self.counts: Counter[str] = Counter()
        self.facets: dict[Facet, int] = {}
        self.targets: set[str] = set()
        self._datings: dict[str, Dating] = {}
        self._folder = Folder()
        self._keys: list[bytes] = []
        self._starts = array("Q", [0])
        self._order = array("L")
        self._scratch = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - see __exit__

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._scratch.close()

    def __len__(self) -> int:
        return len(self._starts) - 1

    def read(self, contents: Reader, progress: Progress | None) -> None:
        """Take in all events of a store."""
        for count, event in enumerate(contents.events(), 1):
            self._add(event)
            if progress and not count % STEP:
                progress(count)
        keys = self._keys
        self._order = array("L", sorted(range(len(keys)), key=keys.__getitem__))
        keys.clear()
        self._datings.clear()
        if progress:
            progress(len(self))

    def entries(self) -> Iterator[Entry]:
        """Give the events in the order of dates, then of ids."""
        starts = self._starts
        with self._written() as written:
            for at in self._order:
                parts = written[starts[at] : starts[at + 1]].split(ENTRY)
                row, record, text, together, numbers = parts
                yield Entry(
                    row.partition(FIELD)[0].decode(),
                    row,
                    record,
                    text.decode(),
                    together.decode(),
                    list(map(int, numbers.split())),
                )

    @contextmanager
    def _written(self) -> Iterator[bytes | mmap]:
        """Give the scratch file as bytes; a big one stays on the disk."""
        scratch = self._scratch
        if self._starts[-1] > _IN_MEMORY:
            scratch.flush()
            with mmap(scratch.fileno(), 0, access=ACCESS_READ) as written:
                yield written
        else:
            scratch.seek(0)
            yield scratch.read()

    def _add(self, event: Event) -> None:
        known = self._dating(event.date)
        self._keys.append(known.order + event.id.encode())
        self.targets.update(link.to for link in event.links)
        text, together = self._folder.words(event)
        self.counts.update({*text.split(), *together.split()})
        numbers = self.facets
        own = {numbers.setdefault(facet, len(numbers)) for facet in facets(event)}
        own.add(numbers.setdefault(("date", event.date.text), len(numbers)))
        body = ENTRY.join(
            (
                pack(row_values(event, known.columns)),
                event_line(event).encode("utf-8", "surrogatepass"),
                text.encode(),
                together.encode(),
                " ".join(map(str, own)).encode(),
            )
        )
        self._scratch.write(body)
        self._starts.append(self._starts[-1] + len(body))

    def _dating(self, date: EdtfDate) -> Dating:
        """Work a date out, or remember it, for most dates come again."""
        known = self._datings.get(date.text)
        if known is None:
            if len(self._datings) >= _DATES:
                self._datings.clear()
            known = self._datings[date.text] = dating(date)
        return known
