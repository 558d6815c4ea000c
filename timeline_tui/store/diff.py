"""Compares two stores record by record, whatever each is written in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from timeline_tui.model.difference import ADDED, REMOVED, Difference, Headline
from timeline_tui.model.event import Actor, Theme, Timeline
from timeline_tui.model.event_differences import event_differences
from timeline_tui.model.record_differences import record_differences
from timeline_tui.model.source import Source
from timeline_tui.store.jsonl import event_from, event_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline_tui.model.event import Event
    from timeline_tui.store.reader import Reader

SET_ASIDE = "set aside because of faults"
"""The note on an event that one store has, but could not be read in it."""


class Comparison(NamedTuple):
    """What was found.

    Attributes:
        differences: all of them; of events in the order of the second store, with
            those that went at the end, then of the other records.
        events: how many events are in both.
        events_alone: whether a store declares nothing, so that actors, themes,
            sources and the timeline could not be compared.
    """

    differences: list[Difference]
    events: int
    events_alone: bool


def compare(before: Reader, after: Reader) -> Comparison:
    """Compare two stores; each is read once, in any order of its events.

    The order of records in their files is passed over. One store is kept as text while
    the other streams by: about a kilobyte an event.

    Raises:
        StoreError: one of them cannot be read.
    """
    kept = {event.id: event_line(event).encode() for event in before.events()}
    count = len(kept)
    found: list[Difference] = []
    new: dict[str, Headline] = {}
    for event in after.events():
        line = event_line(event).encode()
        old = kept.pop(event.id, None)
        if old is None:
            new[event.id] = _headline(event)
        elif old != line:
            found += event_differences(_event(old), event)
    gone = {name: _headline(_event(line)) for name, line in kept.items()}
    found += _came_and_went(gone, new, before, after)
    alone = _declares_nothing(before) or _declares_nothing(after)
    if not alone:
        found += _records(before, after)
    return Comparison(found, count - len(gone), alone)


def _event(line: bytes) -> Event:
    return event_from(json.loads(line))


def _headline(event: Event) -> Headline:
    return Headline(event.title, event.date.text)


def _came_and_went(
    gone: Mapping[str, Headline],
    new: Mapping[str, Headline],
    before: Reader,
    after: Reader,
) -> Iterator[Difference]:
    """Tell of events that only one store has, and where the id may be all that is new.

    Two events of one title and date may be one whose id was changed; with several of
    them, each is paired once, in order.
    """
    namesakes: dict[Headline, list[str]] = {}
    for name, head in gone.items():
        namesakes.setdefault(head, []).append(name)
    renamed: dict[str, str] = {}
    for name, head in new.items():
        waiting = namesakes.get(head)
        perhaps = waiting.pop(0) if waiting else ""
        renamed[perhaps] = name
        note = SET_ASIDE if before.knows(name) else ""
        yield Difference("event", name, ADDED, after=head, perhaps=perhaps, note=note)
    for name, head in gone.items():
        note = SET_ASIDE if after.knows(name) else ""
        perhaps = renamed.get(name, "")
        yield Difference(
            "event", name, REMOVED, before=head, perhaps=perhaps, note=note
        )


def _declares_nothing(reader: Reader) -> bool:
    """Tell whether a store is events alone, and all else implied by them."""
    return (
        bool(reader.actors or reader.themes or reader.sources)
        and reader.timeline == Timeline()
        and all(
            actor == Actor(id=key, name=key) for key, actor in reader.actors.items()
        )
        and all(
            theme == Theme(id=key, name=key) for key, theme in reader.themes.items()
        )
        and all(source == Source(id=key) for key, source in reader.sources.items())
    )


def _records(before: Reader, after: Reader) -> Iterator[Difference]:
    if before.timeline != after.timeline:
        yield from record_differences(before.timeline, after.timeline)
    yield from _declared("actor", before.actors, after.actors)
    yield from _declared("theme", before.themes, after.themes)
    yield from _declared("source", before.sources, after.sources)


def _declared(
    kind: str,
    before: Mapping[str, Actor | Theme | Source],
    after: Mapping[str, Actor | Theme | Source],
) -> Iterator[Difference]:
    for name, record in after.items():
        old = before.get(name)
        if old is None:
            yield Difference(kind, name, ADDED, after=_known_by(record))
        elif old != record:
            yield from record_differences(old, record)
    for name, record in before.items():
        if name not in after:
            yield Difference(kind, name, REMOVED, before=_known_by(record))


def _known_by(record: Actor | Theme | Source) -> Headline:
    return Headline(record.title if isinstance(record, Source) else record.name)
