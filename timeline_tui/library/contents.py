"""What a library holds, read from its index row by row."""

from __future__ import annotations

from timeline_tui.library.conditions import Index
from timeline_tui.library.layout import ENTRY, RECORDS
from timeline_tui.library.rows import RowReader, batches, group

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_tui.library.columns import Group, Row
    from timeline_tui.library.names import Names
    from timeline_tui.library.storage import Storage
    from timeline_tui.model.event import Actor, Event, Theme, Timeline
    from timeline_tui.model.source import Source
    from timeline_tui.store.locate import Where


class Contents:
    """The events of one store, row by row, and who and what they speak of.

    It may be read from any thread. Rows are numbers from 0 in the order of dates.

    Attributes:
        title: what the store calls itself.
        coverage: the time that it covers, EDTF.
        version: a short hash of all that it says.
        count: how many events it has.
        set_aside: how many more were left out because of faults.
        faults: how many faults there are.
        where: where the store is; `path` is its path.
        files: the files that it consists of.
        letters: the capital letter that stands for each source in a list.
    """

    def __init__(self, storage: Storage, where: Where) -> None:
        """Read an open index of the store that is there."""
        meta = storage.meta
        self.title = meta["title"]
        self.coverage = meta["coverage"]
        self.version = meta["version"]
        self.count = int(meta["count"])
        self.set_aside = int(meta["set_aside"])
        self.faults = int(meta["faults"])
        self.where = where
        self.path = where.path
        self.files = tuple(filter(None, meta["files"].split("\0")))
        letters = [pair.split("\0") for pair in meta["letters"].split("\1") if pair]
        self.letters = {pair[0]: pair[1] for pair in letters}
        self._names: Names | None = None
        self._index = Index(storage)
        self._storage = storage
        self._rows = RowReader(storage)
        self._groups: list[Group] | None = None

    @property
    def names(self) -> Names:
        """Who and what the ids stand for."""
        if self._names is None:
            from timeline_tui.library.names import Names  # noqa: PLC0415 - start-up

            self._names = Names(self._storage)
        return self._names

    @property
    def groups(self) -> list[Group]:
        """The headings under which the rows stand, in order."""
        if self._groups is None:
            sections = self._storage.ask(
                "SELECT key, start, stop FROM section ORDER BY start"
            )
            self._groups = [group(*section) for section in sections]
        return self._groups

    def rows(self, numbers: Iterable[int]) -> list[Row]:
        """Give the columns of some rows, in the order asked for."""
        return self._rows.rows(numbers)

    def stream(self, numbers: Iterable[int]) -> Iterator[Row]:
        """Give the columns of any number of rows, holding few at a time."""
        return self._rows.stream(numbers)

    def record(self, row: int) -> str:
        """Give the record of an event: its line in a store of JSON Lines."""
        return next(self.records((row,)))

    def records(self, numbers: Iterable[int]) -> Iterator[str]:
        """Give the records of any number of rows, holding few at a time."""
        from zlib import decompress  # noqa: PLC0415 - only here

        for batch in batches(numbers):
            wanted = {number // RECORDS for number in batch}
            found = self._storage.pieces("record", wanted)
            pieces = {piece: decompress(body).split(ENTRY) for piece, body in found}
            for number in batch:
                record = pieces[number // RECORDS][number % RECORDS]
                yield record.decode("utf-8", "surrogatepass")

    def event(self, row: int) -> Event:
        """Give the event of a row."""
        return next(self.events((row,)))

    def events(self, numbers: Iterable[int]) -> Iterator[Event]:
        """Give the events of any number of rows, holding few at a time."""
        from json import loads  # noqa: PLC0415 - costs start-up

        from timeline_tui.store.jsonl import event_from  # noqa: PLC0415 - as above

        for record in self.records(numbers):
            yield event_from(loads(record))

    def row_of(self, event_id: str) -> int | None:
        """Give the row of an event; None if there is none of that id."""
        return self._index.row_of(event_id)

    def match_ids(self, start: str, most: int = -1) -> list[str]:
        """Give the ids of events that begin so, in order; all, or so many at most."""
        return [event_id for event_id, _ in self._index.match_ids(start, most)]

    def title_of(self, event_id: str) -> str | None:
        """Give the title of an event; None if there is none of that id."""
        row = self.row_of(event_id)
        return None if row is None else self.rows((row,))[0].title

    def name(self, thing_id: str) -> str:
        """Give the display name of an id; the id itself when it is unknown."""
        return self.names.name(thing_id)

    def actor(self, actor_id: str) -> Actor:
        """Give an actor; KeyError if there is none of that id."""
        return self.names.actor(actor_id)

    def theme(self, theme_id: str) -> Theme:
        """Give a theme; KeyError if there is none of that id."""
        return self.names.theme(theme_id)

    def source(self, source_id: str) -> Source:
        """Give a source; KeyError if there is none of that id."""
        return self.names.source(source_id)

    @property
    def timeline(self) -> Timeline:
        """The head of the store."""
        return self.names.timeline

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors in the order of the store."""
        return self.names.actors

    @property
    def themes(self) -> tuple[Theme, ...]:
        """All themes in the order of the store."""
        return self.names.themes

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources in the order of the store."""
        return self.names.sources

    def close(self) -> None:
        """Let go of the index; nothing may be asked any more."""
        self._storage.close()
