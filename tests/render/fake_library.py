"""A small library that lives in memory, for tests of what is drawn from one."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, cast

from pyroaring import BitMap

from timeline_tui.library.columns import Group, Row
from timeline_tui.model.dates import parse
from timeline_tui.model.event import Actor, Event, Theme, Timeline
from timeline_tui.model.source import Source
from timeline_tui.query.terms import Query, Term
from timeline_tui.store.jsonl import event_line

if TYPE_CHECKING:
    from timeline_tui.library.library import Library
    from timeline_tui.library.selection import Selection

Match = Callable[[Event], str]
"""How an event answers: "inside", "under way", "possible", or "" for not at all."""


def group_key(place: str) -> str:
    """The group that a place belongs to."""
    return place[:7] if place[4:5] == "-" else place


def row_of(number: int, event: Event) -> Row:
    """The row of an event."""
    when = event.date
    flags = {
        "d": bool(event.disputed),
        "a": when.approximate,
        "u": when.uncertain,
        "f": bool(event.figures),
        "l": bool(event.links),
        "s": event.status == "scheduled",
        "e": event.status == "expected",
    }
    return Row(
        number,
        event.id,
        when.text,
        when.plain,
        when.place,
        when.first.isoformat(),
        when.last.isoformat(),
        event.title,
        event.kind,
        " ".join(event.sources),
        "".join(flag for flag, is_on in flags.items() if is_on),
    )


@dataclass
class FakeLibrary:
    """Events in memory; the actors and themes that they name, and the sources."""

    entries: list[Event] = field(default_factory=list)
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    themes: tuple[Theme, ...] = ()
    title: str = "Harbour and Mill"
    coverage: str = "2020-10/2023-10"
    version: str = "0123456789abcdef"
    set_aside: int = 0
    faults: int = 0

    def __post_init__(self) -> None:
        self.entries.sort(key=lambda event: (*event.date.order, event.id))
        covered = parse(self.coverage) if self.coverage else None
        self.timeline = Timeline(title=self.title, coverage=covered)

    @property
    def count(self) -> int:
        return len(self.entries)

    @property
    def letters(self) -> dict[str, str]:
        return {source.id: source.letter for source in self.sources}

    @property
    def groups(self) -> list[Group]:
        return [
            Group(key, key[:4], "", at, at + count)
            for key, count, at in grouped(self.entries)
        ]

    def source(self, known_as: str) -> Source:
        return next(source for source in self.sources if source.id == known_as)

    def name(self, known_as: str) -> str:
        named = {actor.id: actor.name for actor in self.actors}
        named |= {theme.id: theme.name for theme in self.themes}
        named |= {source.id: source.label for source in self.sources}
        return named.get(known_as, known_as)

    def match_ids(self, start: str, most: int) -> list[str]:
        return [e.id for e in self.entries if e.id.startswith(start)][:most]

    def values(self, field: str) -> list[tuple[str, str, int]]:
        del field
        return []

    def title_of(self, known_as: str) -> str | None:
        return next((e.title for e in self.entries if e.id == known_as), None)

    def row_of(self, known_as: str) -> int | None:
        ids = [event.id for event in self.entries]
        return ids.index(known_as) if known_as in ids else None

    def event(self, row: int) -> Event:
        return self.entries[row]

    def events(self, rows: Iterable[int]) -> Iterator[Event]:
        return map(self.event, rows)

    def rows(self, rows: Iterable[int]) -> list[Row]:
        return list(self.stream(rows))

    def stream(self, rows: Iterable[int]) -> Iterator[Row]:
        return (row_of(row, self.entries[row]) for row in rows)

    def records(self, rows: Iterable[int]) -> Iterator[str]:
        return (event_line(self.entries[row]) for row in rows)


def grouped(events: Sequence[Event]) -> list[tuple[str, int, int]]:
    """Key, count and first index of each run of events of one group."""
    out: list[tuple[str, int, int]] = []
    for index, event in enumerate(events):
        key = group_key(event.date.place)
        if out and out[-1][0] == key:
            out[-1] = (key, out[-1][1] + 1, out[-1][2])
        else:
            out.append((key, 1, index))
    return out


class FakeSelection:
    """The rows of a fake library, by how they match."""

    def __init__(
        self,
        library: FakeLibrary,
        match: Match | None = None,
        query: Query | None = None,
    ) -> None:
        self.library = library
        self.query = query or Query()
        self.matches = {
            row: match(event) if match else "inside"
            for row, event in enumerate(library.entries)
        }
        self.timeline = self._rows("inside", "under way")
        self.inside = self._rows("inside")
        self.underway = self._rows("under way")
        self.possible = self._rows("possible")

    def _rows(self, *kinds: str) -> BitMap:
        return BitMap(row for row, kind in self.matches.items() if kind in kinds)

    def __len__(self) -> int:
        return len(self.timeline) + len(self.possible)

    def __iter__(self) -> Iterator[int]:
        return iter([*self.inside, *self.underway, *self.possible])

    def __getitem__(self, index: int) -> int:
        return list(self)[index]

    def match(self, row: int) -> str:
        return self.matches[row]

    @property
    def whole(self) -> int:
        return len(self)

    @property
    def dated(self) -> bool:
        return bool(self.query.dates)

    @property
    def counts_by_class(self) -> tuple[int, int, int]:
        return len(self.inside), len(self.underway), len(self.possible)

    def at(self, index: int) -> int:
        return self.timeline[index]

    def _shown(self) -> list[Event]:
        return [self.library.entries[row] for row in self.timeline]

    def group_counts(self) -> list[tuple[Group, int, int]]:
        return [
            (Group(key, key[:4], "", at, at + count), count, at)
            for key, count, at in grouped(self._shown())
        ]

    def histogram(self) -> list[tuple[int, int, int]]:
        return [
            (int(key[:4]), int(key[5:]), count)
            for key, count, _ in grouped(self._shown())
            if key[4:5] == "-" and key[5:].isdigit()
        ]

    @property
    def wide(self) -> int:
        return len(self.timeline) - sum(count for *_, count in self.histogram())

    def counts(self, name: str, *, own: bool = False) -> list[tuple[str, str, int]]:
        del own  # the fake follows every term, as a card asks for
        values = operator.attrgetter(f"{name}s")
        told: dict[str, int] = {}
        for event in self._shown():
            for value in values(event):
                told[value] = told.get(value, 0) + 1
        return sorted(
            ((value, self.library.name(value), n) for value, n in told.items()),
            key=lambda entry: (-entry[2], entry[1]),
        )

    @property
    def today(self) -> date:
        return date(2026, 11, 22)

    def asking(self, query: Query) -> FakeSelection:
        return FakeSelection(self.library, lambda _event: "", query)

    def hint(self) -> tuple[Term, int] | None:
        return (self.query.terms[0], 3) if self.query and not len(self) else None


def library_of(*events: Event, **rest: object) -> Library:
    """A fake library that type checkers take for a real one."""
    return cast("Library", FakeLibrary(list(events), **rest))  # type: ignore[arg-type]


def selection_of(
    library: Library, match: Match | None = None, query: Query | None = None
) -> Selection:
    """A fake selection that type checkers take for a real one."""
    return cast("Selection", FakeSelection(cast("FakeLibrary", library), match, query))
