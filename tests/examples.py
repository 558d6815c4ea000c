"""A small store about an invented harbour, as paths and as values of the model.

The store and the two texts that it cites stand in `tests/store/data/valid/harbour`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from timeline_tui.model.dates import parse
from timeline_tui.model.event import Account, Actor, Event, Theme, Timeline
from timeline_tui.model.source import Source
from timeline_tui.store.jsonl import event_line, head_lines
from timeline_tui.store.locate import Where, locate
from timeline_tui.store.reader import open_store

VALID = Path(__file__).parent / "store" / "data" / "valid"
HARBOUR = VALID / "harbour" / "events.toml"
"""A store of three events and two sources in which every rule is kept."""
HARBOUR_TEXTS = VALID / "harbour" / "texts"
"""Copies of the two documents."""


class Contents(NamedTuple):
    """All that a store holds."""

    timeline: Timeline
    actors: dict[str, Actor]
    themes: dict[str, Theme]
    sources: dict[str, Source]
    events: tuple[Event, ...]

    def lines(self) -> str:
        """Write it as the JSON Lines that hold all of it."""
        head = head_lines(
            self.timeline,
            self.actors.values(),
            self.themes.values(),
            self.sources.values(),
        )
        return "".join(f"{line}\n" for line in [*head, *map(event_line, self.events)])


def contents(place: Path | Where) -> Contents:
    """Read a store that has no faults."""
    where = place if isinstance(place, Where) else locate(str(place), {})
    reader = open_store(where)
    events = tuple(reader.events())
    assert not reader.faults, [str(fault) for fault in reader.faults]
    return Contents(
        reader.timeline, reader.actors, reader.themes, reader.sources, events
    )


def harbour() -> Contents:
    """Read the store of the harbour."""
    return contents(HARBOUR)


def event(name: str, date: str, **fields: object) -> Event:
    """Make an event with one account, which the fields may replace."""
    told = {"accounts": (Account(source="almanac-1903", stance="supports"),), **fields}
    given = {"title": name.replace("-", " ").capitalize(), **told}
    return Event(id=name, date=parse(date), **given)  # type: ignore[arg-type]


def write_lines(path: Path, events: Iterable[Event]) -> Where:
    """Write events alone as JSON Lines; what they name is implied."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{event_line(one)}\n" for one in events)
    return locate(str(path), {})


def revise(path: Path, *changes: tuple[str, str]) -> None:
    """Put a text in the place of another, wherever that stands in a file."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
